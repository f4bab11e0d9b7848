"""From tokens to items: noun phrases, verb groups, prepositions and clause boundaries."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.cues import AMOUNT_NOUNS, RATES
from tui.language.clauses.event_nouns import COMPANY_NOUNS, PUBLIC_BODIES
from tui.language.clauses.function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FIRST_NAMED,
    LAST_NAMED,
    NEGATIONS,
    PHRASES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
)
from tui.language.clauses.name_words import NATIONALITIES
from tui.proof.events.syntax.items import FigureItem, Item, Phrase
from tui.proof.events.syntax.verb_groups import VerbReader
from tui.proof.events.syntax.words import WordLookup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.syntax.items import VerbGroup
    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.tokens import SentenceToken

_LONGEST_PHRASE = max(len(words) for table in PHRASES.values() for words in table)
_ORDER_NAMED = LAST_NAMED | FIRST_NAMED
"""Pronouns of two words that name one by its place: "the former"."""
_GOODS = frozenset(
    "services service puces puce serveurs actions titres obligations parts avions logiciels".split()
)
"""French goods that a company's name follows: "des services Azure" are not Azure."""
_NO_SIGNS = frozenset({"'s", "%", "$"})
"""Signs that go with the word beside them."""
_LEADING = frozenset(
    "further new additional record first initial second final reported proposed planned".split()
)
"""Adjectives that stand before a figure: "a further $2 bn investment"."""
_WHICH_TIME = frozenset(
    """
    last next this past previous same late early mid dernier dernière prochain prochaine soir
    matin
    """.split()
)
_POINTING = {
    "en": frozenset({"the", "this", "that"}),
    "fr": frozenset({"le", "la", "l", "ce", "cet", "cette"}),
}


_REACHING = frozenset({"aller", "atteindre", "reach", "go", "total", "excéder", "exceed"})
_OBJECT_PRONOUNS = frozenset({"it", "them", "him"})
_WORKS = frozenset("yard shipyard mill works foundry".split())
_CALLED = frozenset({("group",), ("company",), ("firm",), ("fund",), ("bank",)})
"""Nouns behind a name that call its company once more: "the Kestrel group"."""


class PhraseReader:
    """Cuts one sentence into items."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[SentenceToken],
        names: Sequence[tuple[int, int, Name]],
        language: str,
    ) -> None:
        """Keep the whole text, the tokens of the sentence and the names found among them."""
        self._text = text
        self._tokens, self._names, self._language = tokens, names, language
        self._named = [-1] * len(tokens)
        for number, (first, last, _) in enumerate(names):
            for place in range(first, last):
                self._named[place] = number
        words = WordLookup(tokens, self._named, language)
        self._verbs = VerbReader(words, language)
        self._adverbial = words.adverbial
        self._items: list[Item] = []

    def items(self) -> list[Item]:
        """The items of the sentence, left to right; adverbs are left out."""
        at = 0
        while at < len(self._tokens):
            at = self._next(at)
        return self._joined()

    def _joined(self) -> list[Item]:
        """The items with what a figure split put together: "its $3 billion | acquisition"."""
        joined: list[Item] = []
        for read in self._items:
            item = read
            figure = joined[-1] if joined else None
            lead = joined[-2] if len(joined) > 1 else None
            if (
                isinstance(item, Phrase)
                and isinstance(figure, FigureItem)
                and isinstance(lead, Phrase)
                and not item.determiner
                and item.owner is None
                and lead.name is None
                and (lead.determiner or lead.owner)
                and not set(lead.words) - _LEADING
            ):
                item.determiner, item.owner, item.owned = lead.determiner, lead.owner, lead.owned
                item.definite, item.figure = lead.definite, figure
                joined[-2:] = [figure]
            elif (
                isinstance(item, Phrase)
                and isinstance(figure, FigureItem)
                and figure.last == item.first
                and not item.determiner
                and item.owner is None
                and item.name is None
            ):
                item.figure = figure
            if isinstance(item, Phrase) and self._tells_time(item):
                item = FigureItem("date", item.first, item.last)
            joined.append(item)
            if self._language == "fr":
                self._name_after_trade(joined)
            self._name_of_body(joined)
        return [one for at, one in enumerate(joined) if not self._describes_sum(joined, at)]

    def _describes_sum(self, items: list[Item], at: int) -> bool:
        """Whether an item is only the adjective of a price: "for | a knockdown | £3 million"."""
        item = items[at]
        if not isinstance(item, Phrase) or self._language != "en" or not 0 < at < len(items) - 1:
            return False
        figure, behind = items[at + 1], items[at + 2 : at + 3]
        return (
            item.determiner in {"a", "an"}
            and item.name is None
            and len(item.words) == 1
            and items[at - 1].kind == "preposition"
            and isinstance(figure, FigureItem)
            and figure.mention is not None
            and figure.mention.kind == "money"
            and figure.first == item.last
            and not (isinstance(behind[-1], Phrase) if behind else False)
        )

    def _name_after_trade(self, joined: list[Item]) -> None:
        """As in "La société de cybersécurité | Wiz": the name is that of the company."""
        if len(joined) < 3:
            return
        company, of, trade = joined[-3:]
        if not (isinstance(company, Phrase) and isinstance(trade, Phrase)):
            return
        if of.kind != "preposition" or of.value != "of":
            return
        if (
            company.name is None
            and trade.name is not None
            and trade.words
            and is_company(company, "fr")
            and not set(trade.words) & COMPANY_NOUNS["fr"]
        ):
            company.name, company.last = trade.name, trade.last
            del joined[-2:]

    @staticmethod
    def _name_of_body(joined: list[Item]) -> None:
        """As in "The federal state of | Saarland", "la ville de | Lens": the name is the body's."""
        if len(joined) < len(("state", "of", "Saarland")):
            return
        body, of, named = joined[-3:]
        if not (isinstance(body, Phrase) and isinstance(named, Phrase)):
            return
        if of.kind != "preposition" or of.value != "of" or body.name or named.words:
            return
        party = named.name is not None and named.name.kind == "party"
        if party and body.definite and not PUBLIC_BODIES.isdisjoint(body.words):
            body.name, body.last = named.name, named.last
            del joined[-2:]

    def _tells_time(self, phrase: Phrase) -> bool:
        times = TIME_WORDS[self._language]
        return (
            phrase.name is None
            and phrase.owner is None
            and any(word in times for word in phrase.words)
            and all(word in times or word in _WHICH_TIME for word in phrase.words)
        )

    def _low(self, place: int) -> str:
        if 0 <= place < len(self._tokens) and self._named[place] < 0:
            return self._tokens[place].low
        return ""

    def _add(self, kind: str, first: int, last: int, value: str = "") -> int:
        self._items.append(Item(kind, first, last, value))  # type: ignore[arg-type]
        return last

    def _next(self, at: int) -> int:
        token, language = self._tokens[at], self._language
        if token.kind in {"figure", "date"}:
            self._items.append(
                FigureItem(
                    "figure" if token.kind == "figure" else "date",
                    at,
                    at + 1,
                    mention=token.mention,
                )
            )
            return self._after_rate(at + 1) if token.kind == "figure" else at + 1
        if token.kind == "sign" and self._named[at] < 0 and token.low not in _NO_SIGNS:
            return self._add("sign", at, at + 1, token.text)
        if self._named[at] >= 0:
            return self._phrase(at)
        adverbial = self._adverbial(at)
        if adverbial:
            return at + adverbial
        phrase = self._group_of_words(at)
        if phrase is not None:
            return phrase
        if language == "en" and token.low == "back" and self._low(at - 1) in _OBJECT_PRONOUNS:
            # "Bought it back"
            return at + 1
        group = self._verbs.at(at)
        if group is not None:
            if self._only_bounds(group):
                # "Un montant allant jusqu'à | 500 millions", "a sum reaching | $3 billion"
                return group.last
            self._items.append(group)
            return group.last
        low = token.low
        if low in {"each", "both", "all"} and self._verbs.at(at + 1) is not None:
            return at + 1
        if low in RELATIVES[language] and not (
            language == "fr" and low == "dont" and self._counts(at + 1)
        ):
            return self._add("relative", at, at + 1, low)
        if language == "en" and low == "that":
            return self._that(at)
        if low in CONJUNCTIONS[language]:
            return self._add("conjunction", at, at + 1, low)
        if language == "fr" and low == "des":
            return self._des(at)
        if low in PRONOUNS[language] and not self._pronoun_is_article(at):
            pair = f"{low} {self._low(at + 1)}"
            if pair in _ORDER_NAMED:
                return self._add("pronoun", at, at + 2, pair)
            if not (language == "fr" and low == "ce") and not (
                low in DETERMINERS[language] and self._word(at + 1)
            ):
                return self._add("pronoun", at, at + 1, low)
        if f"{low} {self._low(at + 1)}" in _ORDER_NAMED and not self._word(at + 2):
            return self._add("pronoun", at, at + 2, f"{low} {self._low(at + 1)}")
        if low in SUBORDINATORS[language] and not self._is_preposition_here(at):
            return self._add("subordinator", at, at + 1, low)
        if low in PREPOSITIONS[language]:
            self._items.append(Item("preposition", at, at + 1, PREPOSITIONS[language][low]))
            return at + 1
        if low in NEGATIONS[language] and low not in DETERMINERS[language]:
            return at + 1
        if low in ADVERBS[language] and low not in DETERMINERS[language]:
            return at + 1
        if low == "soit" and language == "fr":
            return at + 1
        if low in {"after", "before", "après", "avant"}:
            return self._add("preposition", at, at + 1, "after")
        return self._phrase(at)

    def _only_bounds(self, group: VerbGroup) -> bool:
        """Whether a verb stands between a noun for a sum and the sum itself."""
        before = self._items[-1] if self._items else None
        following = self._tokens[group.last] if group.last < len(self._tokens) else None
        return (
            group.form in {"gerund", "infinitive"}
            and group.verb is not None
            and group.verb.lemma in _REACHING
            and isinstance(before, Phrase)
            and bool(set(before.words) & AMOUNT_NOUNS)
            and following is not None
            and following.kind == "figure"
        )

    def _after_rate(self, at: int) -> int:
        """Past "a share" or "par action", which belong to the figure before them."""
        match = rate_pattern(self._language).match(self._text, self._tokens[at - 1].end)
        if match is None:
            return at
        while at < len(self._tokens) and self._tokens[at].end <= match.end():
            at += 1
        return at

    def _counts(self, at: int) -> bool:
        """Whether a figure or a name follows, so that "dont" gives a part of a list."""
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None:
            return False
        if token.kind in {"figure", "number"}:
            return True
        end = at
        while end < len(self._tokens) and self._named[end] >= 0:
            end += 1
        return end > at and (end >= len(self._tokens) or self._verbs.at(end) is None)

    def _group_of_words(self, at: int) -> int | None:
        """Words that act as one: "auprès de", "according to", "dans laquelle"."""
        table = PHRASES[self._language]
        for size in range(min(_LONGEST_PHRASE, len(self._tokens) - at), 0, -1):
            words = tuple(self._low(place) for place in range(at, at + size))
            meaning = table.get(words)
            if meaning is None:
                continue
            kind, value = meaning
            if kind == "adv":
                return at + size
            if kind == "rel":
                return self._add("relative", at, at + size, value)
            if kind == "prep":
                return self._add("preposition", at, at + size, value)
            if kind == "conj":
                return self._add("conjunction", at, at + size, value)
            return self._add("subordinator", at, at + size, value)
        return None

    def _that(self, at: int) -> int:
        """Relative after a noun and before a verb, else a conjunction or an article."""
        before = self._items[-1] if self._items else None
        after = at + 1
        while after + 1 < len(self._tokens) and (
            self._tokens[after].kind == "date"
            or (self._low(after) in PREPOSITIONS["en"] and self._tokens[after + 1].kind == "date")
            or (self._low(after) == "in" and self._low(after + 1) in TIME_WORDS["en"])
            or (self._low(after) in TIME_WORDS["en"] and self._low(after - 1) == "in")
        ):
            after += 1
        following = self._verbs.at(after) if after < len(self._tokens) else None
        if (
            before is not None
            and (before.kind in {"phrase", "figure", "date"} or before.value == ",")
            and following is not None
            and following.form == "finite"
        ):
            return self._add("relative", at, at + 1, "that")
        if before is not None and before.kind == "preposition":
            return self._phrase(at)
        if isinstance(before, Phrase) and is_company(before, "en") and self._names_a_subject(after):
            # "The grocer that Kestrel bought"
            return self._add("relative", at, at + 1, "that")
        return self._add("subordinator", at, at + 1, "that")

    def _names_a_subject(self, at: int) -> bool:
        """Whether a name stands here and a finite verb right behind it."""
        end = at
        while end < len(self._tokens) and self._named[end] >= 0:
            end += 1
        group = self._verbs.at(end) if at < end < len(self._tokens) else None
        return group is not None and group.form == "finite"

    def _des(self, at: int) -> int:
        """Article after a verb or at a head, else preposition with article."""
        before = self._items[-1] if self._items else None
        if before is not None and before.kind in {"phrase", "figure"}:
            self._items.append(Item("preposition", at, at + 1, "of"))
            return at + 1
        return self._phrase(at)

    def _pronoun_is_article(self, at: int) -> bool:
        return self._low(at) in {"this", "these"} and self._word(at + 1)

    def _word(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].kind == "word" and not self._verbs.at(at)

    def _is_preposition_here(self, at: int) -> bool:
        """Whether "after", "before", "since", "as", "than" stand before a noun, not a clause."""
        low = self._low(at)
        if self._language == "fr":
            if low not in {"après", "avant", "comme"}:
                return False
            return self._named[at + 1] >= 0 if at + 1 < len(self._tokens) else False
        if low not in {"after", "before", "since", "until", "as", "than", "like"}:
            return False
        if (
            at + 1 < len(self._tokens)
            and self._named[at + 1] >= 0
            and low in {"as", "after", "before"}
        ):
            return not self._finite_follows(at + 2)
        for place in range(at + 1, min(at + 8, len(self._tokens))):
            token = self._tokens[place]
            if token.kind == "sign" and token.low != "'s":
                return True
            group = self._verbs.at(place)
            if group is not None:
                return group.form != "finite" or place == at + 1
        return True

    def _finite_follows(self, at: int) -> bool:
        """Whether a finite verb stands between a token and the end of what it begins."""
        place = at
        closed = True
        while place < len(self._tokens):
            token = self._tokens[place]
            if token.kind == "sign" and token.text in {";", ".", ":"}:
                return False
            if token.text == ",":
                closed = not closed
            group = self._verbs.at(place)
            if group is not None and group.form == "finite" and closed:
                return True
            place = group.last if group is not None else place + 1
        return False

    # Noun phrases

    def _phrase(self, at: int) -> int:
        """Read a noun phrase from a token on; takes at least that token."""
        language = self._language
        words: list[str] = []
        names: list[tuple[int, Name]] = []
        owner: Name | None = None
        determiner, owned = "", False
        place = at
        last_name_at = -1
        while place < len(self._tokens):
            token = self._tokens[place]
            number = self._named[place]
            if number >= 0:
                _, last, name = self._names[number]
                if language == "fr" and names and words and last_name_at < place - 1:
                    break
                if names and last_name_at == place - 1:
                    break
                names.append((len(words), name))
                place = last
                last_name_at = place - 1
                continue
            if (
                (
                    token.low == "'s"
                    or (token.low in {"'", "’"} and names and names[-1][1].text.endswith("s"))
                )
                and names
                and token.kind == "sign"
                and last_name_at == place - 1
            ):
                owner = names.pop()[1]
                words.clear()
                place += 1
                continue
            if token.kind in {"sign", "figure", "date"}:
                if (
                    token.text in {"«", "“", '"', "»", "”"}
                    and place > at
                    and self._continues(place)
                ):
                    place += 1
                    continue
                break
            if place > at and self._ends(place, bool(words or names)):
                break
            if language == "fr" and names and token.low not in NATIONALITIES:
                break
            if (
                token.low in DETERMINERS[language]
                and place > at
                and (words or names)
                and token.low not in {"all", "both", "other", "such", "many", "tout", "tous"}
            ):
                break
            if token.low in DETERMINERS[language]:
                determiner = determiner or token.low
                owned = owned or token.low in POSSESSIVES[language]
            elif token.kind == "word":
                words.append(token.low)
            place += 1
        place = max(place, at + 1)
        phrase = Phrase("phrase", at, place, words[-1] if words else "")
        phrase.words, phrase.determiner, phrase.owned, phrase.owner = (
            tuple(words),
            determiner,
            owned,
            owner,
        )
        phrase.definite = determiner in _POINTING[language]
        self._refer(phrase, names)
        self._items.append(phrase)
        return place

    def _refer(self, phrase: Phrase, names: list[tuple[int, Name]]) -> None:
        """Whom a phrase names: a name at its end, in French before adjectives too."""
        if not names:
            return
        words_before, name = names[-1]
        after = phrase.words[words_before:]
        adjectives = all(word in NATIONALITIES or word in ADVERBS[self._language] for word in after)
        if self._language == "fr" and not after and phrase.words and phrase.words[-1] in _GOODS:
            phrase.compound = name
            return
        if not after or (self._language == "fr" and adjectives):
            phrase.name = name
            phrase.value = phrase.words[-1] if phrase.words else ""
            phrase.inner = tuple(other for _, other in names[:-1])
        else:
            phrase.inner = tuple(other for _, other in names)
            alone = phrase.owner is None and len(names) == 1 and words_before == 0
            # "The London firm": one word before "firm" is where it is, unless a party has it.
            if name.party:
                called = len(after) == 1 and after[0] in COMPANY_NOUNS["en"] | _WORKS
            else:
                called = after == ("group",) or (" " in name.text and after in _CALLED)
            if alone and called and self._language == "en":
                # "The Kestrel group"
                phrase.name, phrase.value = name, after[-1]
            elif alone:
                # "Kestrel shares", "Kestrel chips"
                phrase.compound = name

    def _continues(self, place: int) -> bool:
        return place + 1 < len(self._tokens) and self._named[place + 1] >= 0

    def _ends(self, place: int, begun: bool) -> bool:
        """Whether another item begins at a token."""
        low, language = self._low(place), self._language
        if not low:
            return False
        if self._group_begins(place):
            return True
        if (
            low in CONJUNCTIONS[language]
            or low in RELATIVES[language]
            or low in SUBORDINATORS[language]
        ):
            return True
        if low in PREPOSITIONS[language]:
            return True
        if low in PRONOUNS[language] and low not in DETERMINERS[language]:
            return True
        if low in NEGATIONS[language] and low not in DETERMINERS[language]:
            return True
        if low in ADVERBS[language] and low not in DETERMINERS[language] and begun:
            return True
        return self._verbs.at(place) is not None

    def _group_begins(self, place: int) -> bool:
        table = PHRASES[self._language]
        for size in range(1, min(_LONGEST_PHRASE, len(self._tokens) - place) + 1):
            if tuple(self._low(at) for at in range(place, place + size)) in table:
                return True
        return False


@cache
def rate_pattern(language: str) -> re.Pattern[str]:
    """What follows the price of one thing: "a share", "par mois"."""
    return re.compile(rf"\s*(?:{RATES[language]})(?!\w)", re.IGNORECASE)


def is_company(phrase: Phrase, language: str) -> bool:
    """Whether a phrase without a name calls a company: "the company", "le groupe"."""
    return phrase.name is None and any(word in COMPANY_NOUNS[language] for word in phrase.words)
