"""Figures and dates as a reader expects them: `up to $4 bn`, `jusqu'à 4 Md$`, `Sep 2023`.

A figure is never wrong: it is written exactly, with the largest scale word under which it has at
most four decimals, or marked with `≈` where its decimals do not end.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING

import msgspec

from tui.model.format_dates import format_date, format_when
from tui.model.locales import (
    EN,
    FR,
    ISO,
    LOCALES,
    Locale,
    locale_named,
)
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.platform.translation import language, tr_count

if TYPE_CHECKING:
    from tui.model.quantities import Span
    from tui.model.records import Value

__all__ = [
    "EN",
    "FR",
    "ISO",
    "LOCALES",
    "Locale",
    "counted",
    "format_date",
    "format_number",
    "format_quantity",
    "format_span",
    "format_value",
    "format_when",
    "grouped",
    "locale_named",
]

_MAX_SHORT_DECIMALS = 4
"""Decimals that are still easier to read than the next smaller scale: `1.2345 bn`."""
_MAX_DECIMALS = 15
"""Decimals from which a number is taken for a fraction without an end, such as a third."""
_DENOMINATORS = range(3, 100)
"""Fractions that sources use have small denominators; two is exact as a decimal."""
_BOUND_SIGNS = {"<=": "≤", ">=": "≥", "~": "~"}
_VAGUE_SCALES = {"k": 3, "M": 6, "bn": 9, "Md": 9, "tn": 12}
"""Scale words of amounts in words, as the corpus file writes them."""


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things: `1 article`, `1,200 articles`, `2 parties`."""
    words = tr_count(one, several or f"{one}s", number)
    return f"{grouped(number)} {words}"


def grouped(number: int) -> str:
    """A whole number as the language of the interface writes it: `1,200`."""
    return f"{number:,}" if language() == "en" else f"{number:,}".replace(",", FR.group)


def format_value(value: Value, locale: Locale) -> str:
    """A recorded value: a quantity, a date, or a text as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, Quantity):
        return format_quantity(value, locale)
    return format_date(value, locale)


def format_quantity(quantity: Quantity, locale: Locale) -> str:
    """A quantity with its bounds: `up to $4 bn`, `about €400 M`, `$1–2 bn`, `< 1/3`."""
    if quantity.words:
        return _format_words(quantity, locale)
    about = locale.word("~") + " " if quantity.approximate else ""
    unit = quantity.unit
    if quantity.value is not None:
        return about + format_number(quantity.value, unit, locale)
    low, low_sign = _tighter_bound(quantity.minimum, quantity.exclusive_minimum, ">")
    high, high_sign = _tighter_bound(quantity.maximum, quantity.exclusive_maximum, "<")
    if low is not None and high is not None:
        if low_sign == ">=" and high_sign == "<=":
            return about + _range(low, high, unit, locale)
        return (
            f"{about}{'≥' if low_sign == '>=' else '>'} {format_number(low, unit, locale)} "
            f"{locale.word('and')} "
            f"{'≤' if high_sign == '<=' else '<'} {format_number(high, unit, locale)}"
        )
    for bound, sign in ((high, high_sign), (low, low_sign)):
        if bound is not None:
            return f"{locale.word(sign)} {about}{format_number(bound, unit, locale)}"
    return locale.word(UNDISCLOSED)


def compact_quantity(quantity: Quantity, locale: Locale) -> str:
    """A quantity with its bounds as signs, for where words have no room: `≤ $4 bn`, `~ €400 M`."""
    signs = msgspec.structs.replace(locale, words={**locale.words, **_BOUND_SIGNS})
    return format_quantity(quantity, signs)


def format_span(span: Span, unit: str, locale: Locale) -> str:
    """The numbers of a span; a single one is written as such."""
    if span.low is not None and span.low == span.high:
        about = f"{locale.word('~')} " if span.approximate else ""
        return about + format_number(span.low, unit, locale)
    return format_quantity(
        Quantity(
            unit,
            minimum=None if span.low_open else span.low,
            maximum=None if span.high_open else span.high,
            exclusive_minimum=span.low if span.low_open else None,
            exclusive_maximum=span.high if span.high_open else None,
            approximate=span.approximate,
        ),
        locale,
    )


def format_number(number: Decimal, unit: str, locale: Locale) -> str:
    """One number with its unit: `$1.25 bn`, `1,25 Md$`, `70 %`, `2.2 GW`, `1/3`."""
    power, word, rounded = _choose_scale(number, unit, locale)
    if not unit and _decimals(number) > _MAX_DECIMALS and (fraction := _as_fraction(number)):
        return fraction
    digits = _digits(number, power, rounded, locale)
    return ("≈ " if rounded else "") + _with_unit(digits, word, unit, locale)


def _with_unit(digits: str, scale: str, unit: str, locale: Locale) -> str:
    """Digits with their scale word and unit, in the order of the locale."""
    symbol = dict(locale.symbols).get(unit, "")
    if symbol and locale.symbol_first:
        sign = locale.minus if digits.startswith(locale.minus) else ""
        amount = f"{sign}{symbol}{digits.removeprefix(locale.minus)}"
        return f"{amount} {scale}" if scale else amount
    if symbol:
        return f"{digits} {scale}{symbol}"
    return " ".join(filter(None, (digits, scale, unit)))


def _range(low: Decimal, high: Decimal, unit: str, locale: Locale) -> str:
    """Both ends under one scale word where that is exact and readable, else each in full."""
    for power, word in (*_scales_for(unit, locale), (0, "")):
        scaled_low, scaled_high = _divided_by_power(low, power), _divided_by_power(high, power)
        # `0.1–4 bn` reads well, `0.0001–4 bn` does not.
        readable = (
            scaled_low >= 0
            and scaled_high >= (1 if power else 0)
            and (scaled_low >= Decimal("0.1") or not low)
        )
        limit = _MAX_SHORT_DECIMALS if power else _MAX_DECIMALS
        if readable and _decimals(scaled_low) <= limit and _decimals(scaled_high) <= limit:
            digits = f"{_digits(low, power, False, locale)}–{_digits(high, power, False, locale)}"
            return _with_unit(digits, word, unit, locale)
    ends = format_number(low, unit, locale), format_number(high, unit, locale)
    return f" {locale.word('to')} ".join(ends)


def _choose_scale(number: Decimal, unit: str, locale: Locale) -> tuple[int, str, bool]:
    """The power of ten to divide by, its word, and whether the decimals must be rounded."""
    if not locale.scales:
        return 0, "", False
    rounded = _decimals(number) > _MAX_DECIMALS
    for power, word in _scales_for(unit, locale):
        scaled = _divided_by_power(number, power)
        if scaled.copy_abs() >= 1 and (rounded or _decimals(scaled) <= _MAX_SHORT_DECIMALS):
            return power, word, rounded
    return 0, "", rounded


def _scales_for(unit: str, locale: Locale) -> tuple[tuple[int, str], ...]:
    """The scale words for a unit; percentages and bare counts have none."""
    return () if unit in ("", "%") else locale.scales


def _divided_by_power(number: Decimal, power: int) -> Decimal:
    """`number / 10**power`, exactly: the arithmetic of decimals rounds to 28 digits."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int), "figures are finite"
    return Decimal((sign, digits, exponent - power))


def _decimals(number: Decimal) -> int:
    """How many decimals the number needs to be exact."""
    text = format(number, "f")
    return len(text.partition(".")[2].rstrip("0"))


def _digits(number: Decimal, power: int, rounded: bool, locale: Locale) -> str:
    """The digits of `number / 10**power`, in groups."""
    scaled = _divided_by_power(number, power)
    if rounded:
        # A small number keeps four significant digits.
        places = max(_MAX_SHORT_DECIMALS, _MAX_SHORT_DECIMALS - 1 - scaled.adjusted())
        with localcontext() as context:
            context.prec = 200
            scaled = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    integer, _, decimals = format(scaled.copy_abs(), "f").partition(".")
    decimals = decimals.rstrip("0")
    text = f"{int(integer):,}".replace(",", locale.group)
    if decimals:
        text += locale.decimal + decimals
    return (locale.minus if scaled < 0 else "") + text


def _as_fraction(number: Decimal) -> str:
    """`1/3` for a number that was read from such a fraction, else empty."""
    with localcontext() as context:
        context.prec = 28
        for denominator in _DENOMINATORS:
            numerator = (number * denominator).to_integral_value()
            if numerator and numerator / denominator == number:
                return f"{numerator}/{denominator}"
    return ""


def _tighter_bound(
    inclusive: Decimal | None, exclusive: Decimal | None, sign: str
) -> tuple[Decimal | None, str]:
    """The stricter of two bounds of one side, and its sign."""
    if exclusive is None:
        return inclusive, sign + "="
    if inclusive is None or inclusive == exclusive:
        return exclusive, sign
    inclusive_wins = (inclusive > exclusive) == (sign == ">")
    return (inclusive, sign + "=") if inclusive_wins else (exclusive, sign)


def _format_words(quantity: Quantity, locale: Locale) -> str:
    """`several bn USD` in the locale's words; other words as the source has them."""
    words = " ".join(quantity.words.split())
    if words == UNDISCLOSED:
        return locale.word(UNDISCLOSED)
    count, _, scale_word = words.rpartition(" ")[0].rpartition(" ")
    power = _VAGUE_SCALES.get(scale_word)
    if power is None or not count or not words.endswith(" " + quantity.unit):
        return words
    if locale.name != "fr":
        return f"{count} {'bn' if scale_word == 'Md' else scale_word} {quantity.unit}"
    scale = {3: "k", 6: "M", 9: "Md", 12: "milliers de Md"}[power]
    symbol = dict(locale.symbols).get(quantity.unit)
    return f"{locale.word(count)} {scale}{symbol or ' ' + quantity.unit}"
