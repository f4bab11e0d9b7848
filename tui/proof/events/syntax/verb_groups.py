"""Verb groups: auxiliaries, modals, negation, and chains such as "has agreed to buy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.function_words import DETERMINERS
from tui.proof.events.syntax.english_verbs import EnglishVerbs
from tui.proof.events.syntax.french_verbs import FrenchVerbs

if TYPE_CHECKING:
    from tui.language.clauses.verbs import Stance
    from tui.proof.events.syntax.items import NextVerb, VerbGroup
    from tui.proof.events.syntax.words import WordLookup

_TALKS = frozenset(
    "talks discussions negotiations négociations pourparlers discussion négociation".split()
)
_TALK_ADJECTIVES = frozenset(
    "advanced early preliminary exclusive late final active exclusives avancées".split()
)
_READY: dict[str, Stance] = {
    "set": "expect", "due": "expect", "poised": "expect", "likely": "talk", "expected": "expect",
    "ready": "talk", "willing": "talk", "prepared": "talk", "close": "talk", "about": "expect",
    "prêt": "talk", "prête": "talk", "prêts": "talk", "disposé": "talk", "disposée": "talk",
    "tenu": "agree", "tenue": "agree", "tenus": "agree", "tenues": "agree",
    "censé": "expect", "censée": "expect", "susceptible": "talk", "proche": "talk",
    "unlikely": "deny", "unable": "deny", "unwilling": "deny",
}  # fmt: skip
"""Adjectives and participles after "be" that govern an infinitive."""
_TO_BE = frozenset({"be", "être"})
_HOLDING_TALKS = frozenset({"enter", "hold", "entrer", "tenir", "mener", "have"})
"""Verbs of which "talks" may be the object."""


class VerbReader:
    """Reads the verb groups of one sentence, each with what it governs directly."""

    def __init__(self, words: WordLookup, language: str) -> None:
        """Keep the words of the sentence."""
        self._words, self._language = words, language
        self._grammar = EnglishVerbs(words) if language == "en" else FrenchVerbs(words)

    def at(self, place: int) -> VerbGroup | None:
        """The verb group that begins at a token, or `None` where none does."""
        group = self._grammar.at(place)
        if group is not None:
            self._chain(group)
            self._grammar.complete(group)
        return group

    def _chain(self, group: VerbGroup) -> None:
        """Go on to the verb that this one governs directly: "plans to buy", "va investir"."""
        for _ in range(4):
            step = self._next_verb(group)
            if step is None:
                return
            form, end, stance, passive = step
            governors = (*group.governors, stance)
            group.governors = governors
            group.last = end
            group.verb, group.frame, group.stance = form.verb, form.verb.frame, form.verb.stance
            group.lemmas = (*group.lemmas, form.verb.lemma)
            group.voice = "passive" if passive else "active"
            self._grammar.complete(group)

    def _next_verb(self, group: VerbGroup) -> NextVerb | None:
        """The verb that a group governs directly, as the grammar of its language has it."""
        assert group.verb is not None
        lemma = group.verb.lemma
        place, denied = self._words.after_adverbs(group.last)
        if denied:
            group.negative = True
        stance: Stance = group.stance
        if lemma in _TO_BE:
            place, stance = self._adjective(place, group)
        elif lemma in _HOLDING_TALKS and self._words.low(place) in _TALKS:
            place, stance = place + 1, "talk"
        return self._grammar.next(place, group, stance)

    def _adjective(self, place: int, group: VerbGroup) -> tuple[int, Stance]:
        """What stands between "be" and an infinitive: "in talks", "set", "prêt"."""
        low = self._words.low(place)
        if low in _READY:
            if (
                low == "close"
                and self._words.low(place + 1) == "to"
                and self._words.tensed(place + 2, "gerund")
            ):
                return place + 2, "talk"
            return place + 1, _READY[low]
        if low in {"in", "en", "holding"}:
            at = place + 1
            while (
                self._words.low(at) in _TALK_ADJECTIVES
                or self._words.low(at) in DETERMINERS[self._language]
            ):
                at += 1
            if self._words.low(at) in _TALKS:
                at += 1
                while self._words.low(at) in _TALK_ADJECTIVES:
                    at += 1
                group.last = at
                group.stance = "talk"
                return at, "talk"
        if (
            low == "sur"
            and self._words.low(place + 1) == "le"
            and self._words.low(place + 2) == "point"
        ):
            return place + 3, "talk"
        if low == "en" and self._words.low(place + 1) in {"passe", "voie", "mesure", "train"}:
            return place + 2, "talk" if self._words.low(place + 1) != "train" else "plan"
        if (
            low == "on"
            and self._words.low(place + 1) == "the"
            and self._words.low(place + 2) in {"verge", "brink"}
        ):
            return place + 4, "talk"
        return place, ""
