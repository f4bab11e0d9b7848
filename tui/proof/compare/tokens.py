"""The figures, bounds and negations of a passage by what they mean, however they are spelt.

"4,5 milliards d'euros" and "4 500 M€", "80 per cent" and "80%", "up to" and "as much as", "won't"
and "will not" are one statement each. Only what is read for certain is read: anything else stays
as it is printed, so that a misreading can make two equal statements differ, never the reverse.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.language.plain_words import words_of
from tui.proof.compare import synonyms
from tui.proof.compare.clause_order import PAUSE, Said
from tui.proof.compare.dates import is_year, read_day, read_period
from tui.proof.compare.numbers import ComparedNumber, read_number, read_scale
from tui.proof.compare.units import currency_before, dollars_of, unit_after

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from tui.proof.compare.differences import QuoteToken

_GLUE = frozenset({"de", "d", "of", "des", "du"})
_BETWEEN = words_of("a an à le la les the un une another additional extra further combined total")
"""What may stand between a bound and its figure, beside `_GLUE`."""
_WHOLES = words_of("of the its their his her de d du des la le les l")
"""What follows a share that is told of something: "half of", "un tiers du"."""
_BEFORE_A_STRETCH = words_of("in within for over half quarter of after than")
_CLAUSE = re.compile(r"[,;:!?()]|[.](?= |$)")
_NE = frozenset({"ne", "n"})
_NEARBY = 8
"""Tokens among which the other half of a French negation stands."""


def said(text: str, found: Sequence[QuoteToken], language: str) -> list[Said]:
    """Read what a passage says that weighs, in order.

    Args:
        text: The folded text.
        found: All tokens of the passage, those that weigh nothing included.
        language: `fr` or `en`; decides decimal signs and the size of a billion.
    """
    return _Reader(text, found, language).read()


def unspoken(text: str, found: Sequence[QuoteToken], language: str) -> list[QuoteToken]:
    """The tokens of a passage that are no part of what `said` reads: its other words."""
    reader = _Reader(text, found, language)
    reader.read()
    return [token for at, token in enumerate(found) if at not in reader.consumed]


class _Reader:
    """One walk over the tokens of a passage."""

    def __init__(self, text: str, found: Sequence[QuoteToken], language: str) -> None:
        self._text, self._found, self._language = text, found, language
        self._keys = [token.key.lower() for token in found]
        self._joined = " ".join(self._keys)
        self._places = list(accumulate((len(key) + 1 for key in self._keys), initial=0))
        self._said: list[Said] = []
        self.consumed: set[int] = set()
        """The numbers of the tokens that belong to something said."""
        self._amount_end = self._amount_at = -1
        """The token after the amount that was read last, and its place in what is said."""

    def read(self) -> list[Said]:
        at = 0
        while at < len(self._found):
            begin, said_before = at, len(self._said)
            if at and _CLAUSE.search(self._text, self._found[at - 1].end, self._found[at].start):
                self._said.append(PAUSE)
            at = (
                self._bound(at)
                or self._rate(at)
                or self._date(at)
                or self._factor(at)
                or self._range(at)
                or self._amount(at)
                or self._negation(at)
                or self._raw(at)
            )
            if len(self._said) > said_before and self._said[-1] != PAUSE:
                self.consumed.update(range(begin, at))
        return self._said

    def _key(self, at: int) -> str:
        return self._keys[at] if at < len(self._keys) else ""

    def _bound(self, at: int) -> int:
        """A bound before a figure; one that follows its figure is set before it."""
        if self._key(at) == "plus" and self._found[at].weight == "not":
            return 0  # "ne compte plus de" bounds nothing.
        joined, place = self._joined, self._places[at]
        behind = self._amount_end == at and bool(self._said)
        after = synonyms.bound_after(joined, place, self._language) if behind else None
        before = synonyms.bound_before(joined, place, self._language)
        if before is not None and self._figure_at(at + before[1]):
            self._said.append(("bound", before[0]))
            return at + before[1]
        told = after or (before if behind else None)
        if told is None:
            return 0
        self._said.insert(self._amount_at, ("bound", told[0]))
        return at + told[1]

    def _figure_at(self, at: int) -> bool:
        while self._key(at) in _GLUE or self._key(at) in _BETWEEN:
            at += 1
        return at < len(self._found) and self._found[at].weight == "figure"

    def _amount(self, at: int) -> int:
        if is_year(self._found[at].text) and self._may_be_year(at):
            self._said.append(("year", self._found[at].text))
            return at + 1
        read = self._quantity(at)
        if read is None:
            return 0
        value, unit, end = read
        self._said.append(("amount", str(value), unit))
        self._amount_end, self._amount_at = end, len(self._said) - 1
        return end

    def _may_be_year(self, at: int) -> bool:
        if at == 0 or (self._said and self._said[-1][0] in {"quarter", "half-year"}):
            return True
        return synonyms.year_comes_after(self._key(at - 1), self._language)

    def _range(self, at: int) -> int:
        """Two ends of one figure: "between 44 and 46 GW", "44-46 GW"."""
        opens = self._key(at) in {"between", "entre"}
        first = self._quantity(at + opens)
        if first is None:
            return 0
        joins = {"and", "et"} if opens else {"-"}
        if self._key(first[2]) not in joins:
            return 0
        second = self._quantity(first[2] + 1)
        if second is None:
            return 0
        low, unit, _ = first
        high, other, end = second
        if not unit:
            # The scale and the unit of the second are those of the first.
            plain = self._number(first[2] + 1)
            bare = self._number(at + opens)
            if plain is None or plain.value == 0 or bare is None:
                return 0
            low = low * high / plain.value if bare.value == low else low
            unit = other
        if unit != other:
            return 0
        self._said.append(("range", str(low), str(high), unit))
        self._amount_end, self._amount_at = end, len(self._said) - 1
        return end

    def _number(self, at: int) -> ComparedNumber | None:
        return read_number(self._text, self._found, at, self._language)

    def _quantity(self, at: int) -> tuple[Fraction, str, int] | None:
        """A number with its scale and its unit, before or after it."""
        unit = ""
        lead = currency_before(self._text, self._found, at)
        if lead is not None:
            unit, at = lead
        if self._key(at) in {"a", "un", "une"} and self._key(at + 1) in {"decade", "decennie"}:
            name, months, end = unit_after(self._text, self._found, at + 1)
            return months, name, end
        number = self._number(at)
        if number is None:
            return None
        value, at = number.value, number.end
        if number.share and not unit:
            if self._key(at) in _WHOLES:
                return value * 100, "%", at
            if self._key(at) in {"a", "an"}:
                at += 1
        if number.ordinal:
            return None if unit else (value, "th", at)
        scale, at, half = read_scale(self._text, self._found, at, self._language, bool(unit))
        value = value * scale + (scale / 2 if half else 0)
        if unit:
            unit, at = dollars_of(self._text, self._found, at, unit)
        else:
            unit, factor, at = unit_after(self._text, self._found, at)
            value *= factor
        return value, unit, at

    def _date(self, at: int) -> int:
        read = read_day(self._found, at, self._language)
        read = read or read_period(self._text, self._found, at, self._language)
        if read is None:
            return 0
        said, end = read
        self._said.append(said)
        return end

    def _rate(self, at: int) -> int:
        """Of how long a time so much is told: "par an", "a month", "annually"."""
        key, following = self._key(at), self._key(at + 1)
        alone = synonyms.rate_alone(key)
        each = alone or synonyms.rate(key, following)
        end = at + 1 + (not alone)
        if not each:
            return 0
        if key == "a":
            free = at and self._key(at - 1) not in _BEFORE_A_STRETCH
            if self._language != "en" or not free or self._key(end) in synonyms.COMPARED:
                return 0
        self._said.append(("each", each))
        return end

    def _factor(self, at: int) -> int:
        """What makes so many times as much: "triple", "multiplié par trois"."""
        times = synonyms.times(self._key(at))
        if times:
            self._said.append(("times", str(times)))
            return at + 1
        if self._key(at).startswith("multipli") and self._key(at + 1) in {"par", "by"}:
            number = self._number(at + 2)
            if number is not None and not number.ordinal:
                self._said.append(("times", str(number.value)))
                return number.end
        return 0

    def _negation(self, at: int) -> int:
        key = self._key(at)
        if key == "no" and self._key(at + 1) == "longer":
            return self._deny("longer", at + 2)
        if self._found[at].weight != "not":
            return 0
        if key in {"ne", "n"}:
            if not self._has_other_half(at, synonyms.OTHER_HALF):
                self._deny("ne", at)
        elif key in synonyms.NOT:
            later = self._keys[at + 1 : at + 5]
            longer = "anymore" in later or ("any" in later and {"longer", "more"} & {*later})
            self._deny("longer" if longer else "not", at)
        elif key == "ni" and self._key(at + 1).startswith("aucun"):
            pass  # "ni aucun" denies once.
        elif key in synonyms.PLAIN_HALF:
            self._deny("not" if self._has_other_half(at, _NE) else key, at)
        elif key == "plus":
            only = {"que", "qu"} & {*self._keys[at + 1 : at + 3]}
            self._deny("more than that" if only else "longer", at)
        elif key.startswith(("retir", "withdr")) and self._of_an_offer(at):
            self._deny("given up", at)
        else:
            self._deny(synonyms.denial(key), at)
        return at + 1

    def _deny(self, how: str, end: int) -> int:
        self._said.append(("not", how))
        return end

    def _of_an_offer(self, at: int) -> bool:
        """Whether a verb is said of an offer, which is then refused or given up."""
        return not synonyms.OFFERS.isdisjoint(self._keys[at + 1 : at + 4])

    def _has_other_half(self, at: int, halves: frozenset[str]) -> bool:
        """Whether one of the words that make a negation with this one stands in its clause."""
        here = self._found[at]
        for number in range(max(0, at - _NEARBY), min(len(self._found), at + _NEARBY)):
            token = self._found[number]
            if number == at or token.weight != "not" or token.key not in halves:
                continue
            if halves is not _NE and self._key(at + 1) in _NE:
                continue
            low, high = sorted((here, token), key=lambda one: one.start)
            if _CLAUSE.search(self._text, low.end, high.start) is None:
                return True
        return False

    def _raw(self, at: int) -> int:
        token = self._found[at]
        if token.key.startswith("repouss") and self._of_an_offer(at):
            return self._deny("denied", at + 1)
        if token.weight:
            key = synonyms.SAME.get(token.key, token.key)
            month = synonyms.months(self._language).get(self._key(at))
            self._said.append((token.weight, f"month {month}" if month else key))
        return at + 1
