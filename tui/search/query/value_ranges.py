"""The ranges that a query asks for: `>1bn`, `1bn..5bn EUR`, `2023..2024-03`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from tui.language.figures.currencies import FAMILIES
from tui.language.figures.units import UNITS
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import plain
from tui.model.dates import DateError, Edtf
from tui.model.messages import msg
from tui.search.analysis.figure_terms import NUMBER, any_of, canonical, currency_words, scales

if TYPE_CHECKING:
    from tui.language.figures.currencies import Family

RangeEnd: TypeAlias = tuple[Decimal, int]
"""A bound and how it is closed: 1 just above it, 0 the bound itself, -1 just below it."""


@cache
def _measures() -> dict[str, str]:
    """Symbols of units by their folded words and signs."""
    units = {plain(word): unit.symbol for word, unit in UNITS.words("").items()}
    signs = {plain(sign): unit.symbol for sign, unit in UNITS.signs("").items()}
    return {"%": "%", **units, **signs}


def _figure_pattern(*, ordinary: bool) -> str:
    """An amount with its currency or unit.

    Args:
        ordinary: Whether names that are ordinary words too are a currency: `4 real` is, where
            it is known to be an amount; in `amount:>4 real madrid` it is not.
    """
    codes = {word for word in currency_words() if word not in _names()}
    names = {word for word, family in _names().items() if ordinary or not family.ordinary}
    measures = {word for word in _measures() if ordinary or word not in _ORDINARY}
    sign = any_of(codes)
    unit = any_of(codes | names | measures)
    scale = any_of(scales())
    whole = rf"(?:{unit})(?![a-z\d])"
    return (
        rf"(?:(?:{sign})[ ]?)?(?:{NUMBER})(?:[ ]?(?!{whole})(?:{scale})(?=\W|\d|$|{unit}))?"
        rf"(?:[ ]?{whole})?"
    )


_ORDINARY = frozenset(("go", "to", "po", "t"))
"""Symbols of units that are ordinary words, or one letter of a word that is being typed."""


def _names() -> dict[str, Family]:
    return FAMILIES.plain_words


_SIGN = r"(?:>=|<=|=>|=<|>|<|≥|≤|=)"


def _amount_pattern(*, ordinary: bool) -> str:
    figure = _figure_pattern(ordinary=ordinary)
    return (
        rf"(?P<sign>{_SIGN})[ ]?(?P<one>{figure})"
        rf"|(?P<least>{figure})[-–](?P<most>{figure})"
        rf"|(?P<low>{figure})?[ ]?\.\.(?:[ ]?(?P<high>{figure}))?|(?P<exact>{figure})"
    )


AMOUNT = Pattern(lambda: _amount_pattern(ordinary=False))
"""An amount in folded text, with the spaces that people put into one."""
_WHOLE = Pattern(lambda: _amount_pattern(ordinary=True))


def _parts() -> str:
    sign = any_of(word for word in currency_words() if word not in _names())
    unit = any_of({*currency_words(), *_measures()})
    return (
        rf"(?P<before>{sign})?[ ]?(?P<number>{NUMBER})[ ]?"
        rf"(?P<scale>(?!(?:{unit})(?![a-z\d]))(?:{any_of(scales())}))?[ ]?(?P<unit>{unit})?"
    )


_PARTS = Pattern(_parts)
_YEARS = re.compile(r"(\d{4}) ?[-–—] ?(\d{4})")
_FRENCH_PART = re.compile(r"(?<=\d-)(?:S[12]|T[1-4])(?!\d)")
"""Half years and quarters as French writes them: semestre, trimestre."""


class UnreadableError(ValueError):
    """A value that cannot be read; the message says why in the user's words.

    Attributes:
        suggestion: What was meant, where that is plain; else empty.
    """

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class AmountRange:
    """The amounts asked for; no unit means any currency.

    Attributes:
        unit: ISO 4217 code, `%` or a measure such as `GW`; empty for any currency.
        low: Smallest number, `None` where open.
        high: Largest number, `None` where open.
    """

    unit: str = ""
    low: RangeEnd | None = None
    high: RangeEnd | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days asked for, both included."""

    earliest: date = date.min
    latest: date = date.max

    def meets(self, earliest: date | None, latest: date | None) -> bool:
        """Whether an interval has a day in the range; `None` is an open end."""
        return (earliest or date.min) <= self.latest and self.earliest <= (latest or date.max)


def read_amount(text: str) -> AmountRange:
    """Read a folded amount: `>1bn`, `1..5 bn`, `1-5bn`, `>1 md€`, `4bneur`.

    Raises:
        UnreadableError: If it is none.
    """
    match = _WHOLE.fullmatch(text.strip())
    if match is None or text.strip() == "..":
        raise UnreadableError(msg("an amount is written >1bn, 1bn..5bn or >1bnEUR"))
    sign = match["sign"]
    low_text, high_text = match["low"] or match["least"], match["high"] or match["most"]
    if low_text is not None or high_text is not None:
        return _range(low_text, high_text)
    number, unit, _ = _figure(match["one"] or match["exact"])
    if sign in (">", "<"):
        above, below = (number, 1), (number, -1)
    else:
        above, below = (number, 0), (number, 0)
    low = above if not sign or sign in (">", ">=", "=>", "≥", "=") else None
    high = below if not sign or sign in ("<", "<=", "=<", "≤", "=") else None
    return AmountRange(unit, low, high)


def _range(low_text: str | None, high_text: str | None) -> AmountRange:
    low = _figure(low_text) if low_text else None
    high = _figure(high_text) if high_text else None
    unit = (high and high[1]) or (low and low[1]) or ""
    if low and high and low[1] and high[1] and low[1] != high[1]:
        raise UnreadableError(
            msg("a range has one currency, not {low} and {high}", low=low[1], high=high[1])
        )
    bottom = low[0] if low else None
    if low and high and bottom is not None and not low[2] and high[2]:
        # `1..5bn` counts both in billions.
        bottom = bottom.scaleb(high[2])
    if bottom is not None and high and bottom > high[0]:
        raise UnreadableError(msg("the range runs from the larger to the smaller amount"))
    return AmountRange(
        unit, (bottom, 0) if bottom is not None else None, (high[0], 0) if high else None
    )


def _figure(text: str) -> tuple[Decimal, str, int]:
    """The number, its unit or empty, and the power of ten that was written."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        raise UnreadableError(msg("{words} is no amount", words=text.strip()))
    try:
        number = Decimal(canonical(match["number"]))
    except ArithmeticError:
        raise UnreadableError(msg("{words} is no number", words=match["number"])) from None
    power = scales()[match["scale"]] if match["scale"] else 0
    named = match["unit"] or match["before"] or ""
    # Pesos may be those of several countries: any currency is then meant.
    currency = currency_words().get(named)
    unit = currency if currency is not None else _measures().get(named) or named.upper()
    return number.scaleb(power), unit, power


def has_measure(text: str) -> bool:
    """Whether a folded amount names a scale, a unit or a currency."""
    match = _WHOLE.fullmatch(text)
    figures = filter(None, match.group("one", "least", "most", "low", "high")) if match else ()
    parts = (_PARTS.fullmatch(figure.strip()) for figure in figures)
    return any(part and any(part.group("scale", "unit", "before")) for part in parts)


def read_dates(text: str) -> DateRange:
    """Read EDTF dates and ranges of them: `2023..2024-03`, `>=2024-Q1`, `../2024`, `..2023-12`.

    Raises:
        UnreadableError: If it is none, or the range ends before it starts.
    """
    text = text.strip().upper()
    try:
        for sign in (">=", "<=", ">", "<"):
            if text.startswith(sign):
                return _compared(sign, Edtf.parse(text[len(sign) :]))
        if ".." in text and "/" not in text:
            first, _, second = text.partition("..")
            if not first and not second:
                raise UnreadableError(msg("a range needs a start or an end"))
            start = Edtf.parse(first).earliest if first else None
            end = Edtf.parse(second).latest if second else None
        else:
            whole = Edtf.parse(text)
            start, end = whole.earliest, whole.latest
    except DateError as error:
        raise UnreadableError(str(error), _date_meant(text)) from None
    if start and end and start > end:
        raise UnreadableError(msg("the range ends before it starts"))
    return DateRange(start or date.min, end or date.max)


def _date_meant(text: str) -> str:
    """The date or range that one in another spelling means: two years, `S2`, `T3`; or empty."""
    if years := _YEARS.fullmatch(text):
        return f"{years[1]}/{years[2]}" if years[1] <= years[2] else ""
    if part := _FRENCH_PART.search(text):
        meant = text.replace(part[0], part[0].replace("S", "H").replace("T", "Q"))
        try:
            read_dates(meant)
        except UnreadableError:
            return ""
        return meant
    return ""


def _compared(sign: str, when: Edtf) -> DateRange:
    start, end = when.earliest or date.min, when.latest or date.max
    if sign == ">=":
        return DateRange(start, date.max)
    if sign == "<=":
        return DateRange(date.min, end)
    if sign == ">":
        return DateRange(date.fromordinal(min(end.toordinal() + 1, date.max.toordinal())))
    return DateRange(date.min, date.fromordinal(max(start.toordinal() - 1, 1)))
