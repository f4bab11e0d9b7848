"""The figures, bounds and negations of a passage by what they mean, however they are spelt.

"4,5 milliards d'euros" and "4 500 M€", "80 per cent" and "80%", "up to" and "as much as", "won't"
and "will not" are one statement each. Only what is read for certain is read: anything else stays
as it is printed, so that a misreading can make two equal statements differ, never the reverse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tui.proof import spelt_words as words
from tui.proof.spelt_numbers import Number, read_number, read_scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from tui.proof.figures import Token

Said: TypeAlias = tuple[str, ...]
"""One thing said: its kind and its canonical words."""

_GLUE = frozenset({"de", "d", "of", "des", "du"})
_CLAUSE = re.compile(r"[,;:!?()]|[.](?= |$)")
_NE = frozenset({"ne", "n"})
_NEARBY = 8
"""Tokens among which the other half of a French negation stands."""


def said(text: str, found: Sequence[Token], language: str) -> list[Said]:
    """Read what a passage says that weighs, in order.

    Args:
        text: The folded text.
        found: All tokens of the passage, those that weigh nothing included.
        language: `fr` or `en`; decides decimal signs and the size of a billion.
    """
    return _Reader(text, found, language).read()


class _Reader:
    """One walk over the tokens of a passage."""

    def __init__(self, text: str, found: Sequence[Token], language: str) -> None:
        self._text, self._found, self._language = text, found, language
        self._keys = [token.key.lower() for token in found]
        self._said: list[Said] = []
        self._amount_end = -1
        """The token after the amount that was read last."""

    def read(self) -> list[Said]:
        at = 0
        while at < len(self._found):
            at = (
                self._bound(at)
                or self._date(at)
                or self._period(at)
                or self._factor(at)
                or self._range(at)
                or self._amount(at)
                or self._negation(at)
                or self._raw(at)
            )
        return self._said

    def _key(self, at: int) -> str:
        return self._keys[at] if at < len(self._keys) else ""

    def _bound(self, at: int) -> int:
        """A bound before a figure; one that follows its figure is set before it."""
        if self._key(at) == "plus" and self._found[at].weight == "not":
            return 0  # "ne compte plus de" bounds nothing.
        for length in range(min(4, len(self._keys) - at), 0, -1):
            phrase = " ".join(self._keys[at : at + length])
            side = words.AFTER.get(phrase)
            if side is not None and self._amount_end == at and self._said:
                self._said.insert(len(self._said) - 1, ("bound", side))
                return at + length
            side = words.BOUNDS[self._language].get(phrase)
            if side is not None:
                if self._amount_end == at and not self._figure_at(at + length):
                    self._said.insert(len(self._said) - 1, ("bound", side))
                else:
                    self._said.append(("bound", side))
                return at + length
        return 0

    def _figure_at(self, at: int) -> bool:
        while self._key(at) in _GLUE or self._key(at) in {"a", "à", "le", "the"}:
            at += 1
        return at < len(self._found) and self._found[at].weight == "figure"

    def _amount(self, at: int) -> int:
        if _is_year(self._found[at].text) and self._may_be_year(at):
            self._said.append(("year", self._found[at].text))
            return at + 1
        read = self._quantity(at)
        if read is None:
            return 0
        value, unit, end = read
        self._said.append(("amount", str(value), unit))
        self._amount_end = end
        return end

    def _may_be_year(self, at: int) -> bool:
        if at == 0 or (self._said and self._said[-1][0] in {"quarter", "half-year"}):
            return True
        return self._key(at - 1) in words.YEAR_COMES_AFTER[self._language]

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
            if plain is None or plain.value == 0:
                return 0
            low, unit = low * high / plain.value, other
        if unit != other:
            return 0
        self._said.append(("range", str(low), str(high), unit))
        self._amount_end = end
        return end

    def _number(self, at: int) -> Number | None:
        return read_number(self._text, self._found, at, self._language)

    def _quantity(self, at: int) -> tuple[Fraction, str, int] | None:
        """A number with its scale and its unit, before or after it."""
        unit = ""
        lead = words.currency_before(self._text, self._found, at)
        if lead is not None:
            unit, at = lead
        number = self._number(at)
        if number is None:
            return None
        value, at = number.value, number.end
        if number.ordinal:
            return None if unit else (value, "th", at)
        scale, at, half = read_scale(self._text, self._found, at, self._language, bool(unit))
        value = value * scale + (scale / 2 if half else 0)
        if not unit:
            unit, factor, at = words.unit_after(self._text, self._found, at)
            value *= factor
        return value, unit, at

    def _date(self, at: int) -> int:
        """A day with its month: "15 January 2026", "January 15, 2026", in French "14/03/2025"."""
        text = self._found[at].text
        slashed = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
        if slashed and self._language == "fr":
            self._said.append(("day", str(int(slashed[1])), str(int(slashed[2])), slashed[3]))
            return at + 1
        months = words.MONTHS[self._language]
        month = months.get(self._key(at))
        if month:
            day = self._day(at + 1)
            after = at + 2
        else:
            day = self._day(at)
            after = at + 1 + (self._key(at + 1) in {"er", "st", "nd", "rd", "th"})
            month = months.get(self._key(after))
            after += 1
        if not day or not month:
            return 0
        year = self._found[after].text if after < len(self._found) else ""
        if not _is_year(year):
            self._said.append(("day", day, str(month), ""))
            return after
        self._said.append(("day", day, str(month), year))
        return after + 1

    def _day(self, at: int) -> str:
        text = self._found[at].text if at < len(self._found) else ""
        return str(int(text)) if re.fullmatch(r"[1-9]|[12][0-9]|3[01]", text) else ""

    def _period(self, at: int) -> int:
        """A quarter or a half-year: "deuxième trimestre", "T2", "Q2", "first half"."""
        token = self._found[at]
        following = self._found[at + 1] if at + 1 < len(self._found) else None
        kind = words.PERIOD_LETTERS.get(token.text)
        if kind and following is not None and following.start == token.end:
            if following.text in "12" or (kind == "quarter" and following.text in "34"):
                self._said.append((kind, following.text))
                return at + 2
            return 0
        number = self._number(at)
        if number is None or not number.ordinal:
            return 0
        kind = words.PERIODS.get(self._key(number.end))
        if kind is None or (self._key(number.end) in {"half", "quarter"} and token.text in {"un"}):
            return 0
        self._said.append((kind, str(number.value)))
        return number.end + 1

    def _factor(self, at: int) -> int:
        """What makes so many times as much: "triple", "multiplié par trois"."""
        times = words.times(self._key(at))
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
            if not self._has_other_half(at, words.OTHER_HALF):
                self._deny("ne", at)
        elif key in words.NOT:
            later = self._keys[at + 1 : at + 5]
            longer = "anymore" in later or ("any" in later and {"longer", "more"} & {*later})
            self._deny("longer" if longer else "not", at)
        elif key == "ni" and self._key(at + 1).startswith("aucun"):
            pass  # "ni aucun" denies once.
        elif key in words.PLAIN_HALF:
            self._deny("not" if self._has_other_half(at, _NE) else key, at)
        elif key == "plus":
            only = {"que", "qu"} & {*self._keys[at + 1 : at + 3]}
            self._deny("more than that" if only else "longer", at)
        else:
            self._deny(words.denial(key), at)
        return at + 1

    def _deny(self, how: str, end: int) -> int:
        self._said.append(("not", how))
        return end

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
        if token.weight:
            key = words.SAME.get(token.key, token.key)
            month = words.MONTHS[self._language].get(self._key(at))
            self._said.append((token.weight, f"month {month}" if month else key))
        return at + 1


def same_said(old: list[Said], new: list[Said]) -> bool:
    """Whether two passages say the same; a date and a rank beside each other may change places."""
    return old == new or _settled(old) == _settled(new)


def _settled(told: list[Said]) -> list[Said]:
    settled = list(told)
    for at in range(1, len(settled)):
        before = settled[at - 1]
        if settled[at][0] == "year" and before[0] == "amount" and before[2] == "th":
            settled[at - 1], settled[at] = settled[at], settled[at - 1]
    return settled


def _is_year(text: str) -> bool:
    return re.fullmatch("(?:19|20)[0-9]{2}", text) is not None
