"""Figures and dates as a reader expects them: `up to $4 bn`, `jusqu'à 4 Md$`, `Sep 2023`.

A figure is never wrong: it is written exactly, with the largest scale word that keeps it exact
in four decimals, or marked with `≈` where its decimals have no end.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING

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
    "locale_named",
]

_DECIMALS = 4
_ENDLESS = 15
_DENOMINATORS = range(3, 100)
_VAGUE_SCALES = {"k": 3, "M": 6, "bn": 9, "Md": 9, "tn": 12}


def counted(number: int, one: str, several: str = "") -> str:
    """So many of a thing in English words: `1 article`, `1,200 articles`, `2 parties`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def format_value(value: Value, locale: Locale) -> str:
    """A recorded value: a quantity, a date, or a text as it stands."""
    if isinstance(value, str):
        return value
    if isinstance(value, Quantity):
        return format_quantity(value, locale)
    return format_date(value, locale)


def format_quantity(quantity: Quantity, locale: Locale) -> str:
    """A quantity with its bounds: `up to $4 bn`, `about €400 M`, `$1–2 bn`, `< 1/3`."""
    if quantity.words:
        return _vague(quantity, locale)
    about = locale.word("~") + " " if quantity.approximate else ""
    unit = quantity.unit
    if quantity.value is not None:
        return about + format_number(quantity.value, unit, locale)
    low, low_sign = _tighter(quantity.minimum, quantity.exclusive_minimum, ">")
    high, high_sign = _tighter(quantity.maximum, quantity.exclusive_maximum, "<")
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


def format_span(span: Span, unit: str, locale: Locale) -> str:
    """The numbers that a span allows; a single one is written as such."""
    if span.low is not None and span.low == span.high:
        return format_number(span.low, unit, locale)
    return format_quantity(
        Quantity(
            unit,
            minimum=None if span.low_open else span.low,
            maximum=None if span.high_open else span.high,
            exclusive_minimum=span.low if span.low_open else None,
            exclusive_maximum=span.high if span.high_open else None,
        ),
        locale,
    )


def format_number(number: Decimal, unit: str, locale: Locale) -> str:
    """One number with its unit: `$1.25 bn`, `1,25 Md$`, `70 %`, `2.2 GW`, `1/3`."""
    power, word, rounded = _scale(number, unit, locale)
    if not unit and _decimals(number) > _ENDLESS and (fraction := _fraction(number)):
        return fraction
    digits = _digits(number, power, rounded, locale)
    return ("≈ " if rounded else "") + _with_unit(digits, word, unit, locale)


def _with_unit(digits: str, scale: str, unit: str, locale: Locale) -> str:
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
    for power, word in (*_scales(unit, locale), (0, "")):
        small, large = _shift(low, power), _shift(high, power)
        fits = small >= 0 and large >= (1 if power else 0) and (small >= Decimal("0.1") or not low)
        limit = _DECIMALS if power else _ENDLESS
        if fits and _decimals(small) <= limit and _decimals(large) <= limit:
            digits = f"{_digits(low, power, False, locale)}–{_digits(high, power, False, locale)}"
            return _with_unit(digits, word, unit, locale)
    ends = format_number(low, unit, locale), format_number(high, unit, locale)
    return f" {locale.word('to')} ".join(ends)


def _scale(number: Decimal, unit: str, locale: Locale) -> tuple[int, str, bool]:
    """The power of ten to divide by, its word, and whether the decimals must be cut."""
    if not locale.scales:
        return 0, "", False
    endless = _decimals(number) > _ENDLESS
    for power, word in _scales(unit, locale):
        scaled = _shift(number, power)
        if scaled.copy_abs() >= 1 and (endless or _decimals(scaled) <= _DECIMALS):
            return power, word, endless
    return 0, "", endless


def _scales(unit: str, locale: Locale) -> tuple[tuple[int, str], ...]:
    return () if unit in ("", "%") else locale.scales


def _shift(number: Decimal, power: int) -> Decimal:
    """`number / 10**power`, exactly: the arithmetic of decimals rounds to 28 digits."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int), "figures are finite"
    return Decimal((sign, digits, exponent - power))


def _decimals(number: Decimal) -> int:
    """How many decimals it takes to write the number exactly."""
    text = format(number, "f")
    return len(text.partition(".")[2].rstrip("0"))


def _digits(number: Decimal, power: int, rounded: bool, locale: Locale) -> str:
    """The digits of `number / 10**power`, grouped; no other change than asked for."""
    scaled = _shift(number, power)
    if rounded:
        # Small numbers keep four digits that say something.
        places = max(_DECIMALS, _DECIMALS - 1 - scaled.adjusted())
        with localcontext() as context:
            context.prec = 200
            scaled = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    whole, _, decimals = format(scaled.copy_abs(), "f").partition(".")
    decimals = decimals.rstrip("0")
    text = f"{int(whole):,}".replace(",", locale.group)
    if decimals:
        text += locale.decimal + decimals
    return (locale.minus if scaled < 0 else "") + text


def _fraction(number: Decimal) -> str:
    """`1/3` for a number that was read from such a fraction, else an empty text."""
    with localcontext() as context:
        context.prec = 28
        for denominator in _DENOMINATORS:
            numerator = (number * denominator).to_integral_value()
            if numerator and numerator / denominator == number:
                return f"{numerator}/{denominator}"
    return ""


def _tighter(
    inclusive: Decimal | None, exclusive: Decimal | None, sign: str
) -> tuple[Decimal | None, str]:
    """The bound that allows less, and its sign."""
    if exclusive is None:
        return inclusive, sign + "="
    if inclusive is None or inclusive == exclusive:
        return exclusive, sign
    inclusive_wins = (inclusive > exclusive) == (sign == ">")
    return (inclusive, sign + "=") if inclusive_wins else (exclusive, sign)


def _vague(quantity: Quantity, locale: Locale) -> str:
    """`several bn USD` in the language; other words as the source has them."""
    words = " ".join(quantity.words.split())
    if words == UNDISCLOSED:
        return locale.word(UNDISCLOSED)
    count, _, rest = words.rpartition(" ")[0].rpartition(" ")
    power = _VAGUE_SCALES.get(rest)
    if power is None or not count or not words.endswith(" " + quantity.unit):
        return words
    if locale.name != "fr":
        return f"{count} {'bn' if rest == 'Md' else rest} {quantity.unit}"
    scale = {3: "k", 6: "M", 9: "Md", 12: "milliers de Md"}[power]
    symbol = dict(locale.symbols).get(quantity.unit)
    return f"{locale.word(count)} {scale}{symbol or ' ' + quantity.unit}"
