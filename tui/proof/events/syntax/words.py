"""Looking at the words of a sentence while verbs are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.function_words import (
    ADVERBIALS,
    ADVERBS,
    DETERMINERS,
    NEGATIONS,
    NOUNS_LIKE_ADVERBS,
    PERIODICALS,
    PREPOSITIONS,
)
from tui.language.clauses.verbs import Verb, VerbForm, verb_forms
from tui.proof.events.syntax.items import VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.clauses.conjugation import Tense
    from tui.proof.events.syntax.tokens import SentenceToken

_NEGATING = {
    language: words - {"without", "sans", "ni", "nor", "neither"}
    for language, words in NEGATIONS.items()
}
_PARTICIPLE_ENDINGS = {
    "en": ("ed", "wn", "en"),
    "fr": ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "it", "ert"),
}


_BEYOND = frozenset({("more", "than"), ("less", "than"), ("plus", "que")})


def _by_first_word() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Adverbs of several words by their first one, the longest first."""
    table: dict[str, dict[str, list[tuple[str, ...]]]] = {"en": {}, "fr": {}}
    for language, phrases in ADVERBIALS.items():
        for words in sorted(phrases, key=len, reverse=True):
            table[language].setdefault(words[0], []).append(words)
    return table


_ADVERBIALS = _by_first_word()


class WordLookup:
    """The words of one sentence by place, names left out, and what each may be."""

    def __init__(
        self, tokens: Sequence[SentenceToken], named: Sequence[int], language: str
    ) -> None:
        """Keep the tokens.

        Args:
            tokens: The tokens of the sentence.
            named: For each token the number of its name, or -1.
            language: `fr` or `en`.
        """
        self.tokens, self.named, self._language = tokens, named, language
        self._forms = verb_forms(language)

    def low(self, place: int) -> str:
        """A token in lower case; empty for a name and beyond the ends."""
        if 0 <= place < len(self.tokens) and self.named[place] < 0:
            return self.tokens[place].low
        return ""

    def readings(self, place: int) -> tuple[VerbForm, ...]:
        """The verb forms that a token may be."""
        if not 0 <= place < len(self.tokens) or self.named[place] >= 0:
            return ()
        token = self.tokens[place]
        if token.kind != "word":
            return ()
        return self._forms.get(token.low, ())

    def tensed(self, place: int, *tenses: str) -> VerbForm | None:
        """The first verb form of a token with one of some tenses."""
        return next((form for form in self.readings(place) if form.tense in tenses), None)

    def guess(self, place: int, tense: Tense) -> VerbForm | None:
        """A verb that no table has, where an auxiliary or a particle says that there is one."""
        if not 0 <= place < len(self.tokens) or self.named[place] >= 0:
            return None
        token = self.tokens[place]
        low = token.low
        if token.kind != "word" or token.capital or len(low) < 4 or self.readings(place):
            return None
        if low in DETERMINERS[self._language] or low in PREPOSITIONS[self._language]:
            return None
        if tense == "participle" and not low.endswith(_PARTICIPLE_ENDINGS[self._language]):
            return None
        return VerbForm(Verb(low, "", ""), tense)

    def is_time(self, place: int) -> bool:
        """Whether a token is a date, or the preposition before one: "that in January bid"."""
        if not 0 < place < len(self.tokens):
            return False
        if self.tokens[place].kind == "date":
            return True
        following = self.tokens[place + 1 : place + 2]
        dated = bool(following) and following[0].kind == "date"
        return dated and self.low(place) in {"in", "on"}

    def is_adverb(self, place: int) -> bool:
        """Whether a token is an adverb."""
        low = self.low(place)
        if not low:
            return False
        if low == "since" and self.low(place - 1) in {"has", "have", "had"}:
            return True  # "Has since refunded it"
        suffix = "ly" if self._language == "en" else "ment"
        return low in ADVERBS[self._language] or (
            low.endswith(suffix) and len(low) > 5 and not self.readings(place)
            and low not in NOUNS_LIKE_ADVERBS
            and not (low in PERIODICALS and self.low(place - 1) in DETERMINERS["en"])
            and not (self._language == "fr" and self.low(place - 1) in DETERMINERS["fr"])
        )  # fmt: skip

    def adverbial(self, place: int) -> int:
        """How many tokens an adverb of several words takes here; 0 where none stands."""
        first = self.low(place)
        if (first, self.low(place + 1)) in _BEYOND and self.tensed(place + 2, "past", "participle"):
            # "Has more than doubled", "a plus que doublé"
            return 2
        for words in _ADVERBIALS[self._language].get(first, ()):
            if all(self.low(place + step) == word for step, word in enumerate(words)):
                return len(words)
        return 0

    def after_adverbs(self, place: int) -> tuple[int, bool]:
        """The next token that is no adverb, and whether one of them negates."""
        negative = False
        while True:
            skipped = self.adverbial(place)
            if skipped:
                place += skipped
            elif self.is_adverb(place) or self.low(place) in _NEGATING[self._language]:
                negative = negative or (self.low(place) in NEGATIONS[self._language] - {"n", "ne"})
                place += 1
            else:
                return place, negative


def composed(first: int, last: int, form: VerbForm) -> VerbGroup:
    """A verb group of one verb between two tokens."""
    verb = form.verb
    return VerbGroup(
        "verb", first, last, verb=verb, frame=verb.frame, stance=verb.stance, lemmas=(verb.lemma,)
    )
