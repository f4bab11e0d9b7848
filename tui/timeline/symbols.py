"""The symbols of marks: the shape shows the instrument, the filling the status, the size the sum.

Every symbol is one cell wide (Unicode Standard Annex 11: neutral or ambiguous) and in the fonts
that terminals come with, so that nothing shifts or shows as a box; none needs colour to be told
apart from the others.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from tui.timeline.record_marks import TimelineMark

SHAPE_OF_INSTRUMENT: dict[str, str] = {
    "debt": "loan", "credit-facility": "loan", "convertible-note": "loan",
    "cloud-commitment": "trade", "supply-agreement": "trade", "compute-credit": "trade",
    "partnership": "trade",
}  # fmt: skip
"""Instruments that are drawn as loans or trades; all others are stakes, drawn as circles."""
SYMBOLS: dict[str, dict[str, str]] = {
    "stake": {"paid": "●", "committed": "◉", "announced": "◐", "rumoured": "○"},
    "loan": {"paid": "■", "committed": "▣", "announced": "◧", "rumoured": "□"},
    "trade": {"paid": "◆", "committed": "❖", "announced": "◈", "rumoured": "◇"},
}
_SMALL_SYMBOLS: dict[str, str] = {"stake": "•◦", "loan": "▪▫", "trade": "♦◊"}
CANCELLED, FACT, TOTAL, ARTICLE, UNPUBLISHED = "✕", "✦", "Σ", "▲", "△"
"""The last stands for an article not yet published on the day as of which the corpus is shown."""
_FIRM_STATUSES = ("paid", "committed")
_LARGE_BELOW, _MEDIUM_BELOW = 2, 4
"""Powers of ten below the largest sum down to which a mark is large, or of medium size.

Deals range over some six powers of ten, which three sizes share evenly.
"""
_unit_and_magnitude = attrgetter("unit", "magnitude")


def shape(instrument: str) -> str:
    """The shape for the instrument of a deal: `stake`, `loan` or `trade`."""
    return SHAPE_OF_INSTRUMENT.get(instrument, "stake")


def symbol(mark: TimelineMark, size: int) -> str:
    """The symbol of a mark, one cell wide; `size` is that of `size_class`."""
    if mark.kind == "fact":
        return FACT
    if mark.kind == "total":
        return TOTAL
    if mark.status == "cancelled":
        return CANCELLED
    if size == 0:
        return _SMALL_SYMBOLS[shape(mark.instrument)][mark.status not in _FIRM_STATUSES]
    return SYMBOLS[shape(mark.instrument)].get(mark.status, "●")


def largest_powers(marks: Iterable[TimelineMark]) -> dict[str, int]:
    """For every unit its largest power of ten; units are never compared with each other."""
    largest: dict[str, Decimal] = {}
    for unit, magnitude in map(_unit_and_magnitude, marks):
        if magnitude and (unit not in largest or magnitude > largest[unit]):
            largest[unit] = magnitude
    return {unit: magnitude.adjusted() for unit, magnitude in largest.items()}


@lru_cache(maxsize=256)
def is_money(unit: str) -> bool:
    """Whether a unit is a currency: three capitals, as in ISO 4217."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def size_class(mark: TimelineMark, largest_powers: dict[str, int]) -> int:
    """The size of a mark, from 0 to 2, by powers of ten below the largest sum of its currency.

    Marks without an amount are small; those in other units than money are medium, since shares and
    gigawatts have no size to compare.
    """
    if not mark.magnitude:
        return 0
    if not is_money(mark.unit):
        return 1
    power = mark.magnitude.adjusted()
    powers_below = largest_powers.get(mark.unit, power) - power
    return 2 if powers_below <= _LARGE_BELOW else 1 if powers_below <= _MEDIUM_BELOW else 0


def size_limits(power: int) -> tuple[int, int]:
    """The powers of ten from which a mark is of size 1 and of size 2."""
    return power - _MEDIUM_BELOW, power - _LARGE_BELOW
