"""The signs of marks: the shape tells the instrument, the filling the status, the size the sum.

Every sign is one cell wide (Unicode Standard Annex 11: neutral or ambiguous) and in the fonts
that terminals come with, so that nothing shifts or shows as a box; none needs a colour to be told
from the others.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from tui.timeline.marks import Mark

SHAPES: dict[str, str] = {
    "debt": "loan", "credit-facility": "loan", "convertible-note": "loan",
    "cloud-commitment": "trade", "supply-agreement": "trade", "compute-credit": "trade",
    "partnership": "trade",
}  # fmt: skip
"""Instruments that are no stake; equity, stakes, acquisitions and the like are circles."""
SIGNS: dict[str, dict[str, str]] = {
    "stake": {"paid": "●", "committed": "◉", "announced": "◐", "rumoured": "○"},
    "loan": {"paid": "■", "committed": "▣", "announced": "◧", "rumoured": "□"},
    "trade": {"paid": "◆", "committed": "❖", "announced": "◈", "rumoured": "◇"},
}
_SMALL: dict[str, str] = {"stake": "•◦", "loan": "▪▫", "trade": "♦◊"}
CANCELLED, FACT, TOTAL, ARTICLE, UNWRITTEN = "✕", "✦", "Σ", "▲", "△"
"""The last is an article that had not appeared yet by the day that is looked back to."""
_FIRM = ("paid", "committed")
_LARGE, _MEDIUM = 2, 4
_SIZE = attrgetter("unit", "magnitude")


def shape(instrument: str) -> str:
    """`stake`, `loan` or `trade`, for the instrument of a deal."""
    return SHAPES.get(instrument, "stake")


def sign(mark: Mark, size: int) -> str:
    """The one cell of a mark; `size` is that of `sizes`."""
    if mark.kind == "fact":
        return FACT
    if mark.kind == "total":
        return TOTAL
    if mark.status == "cancelled":
        return CANCELLED
    if size == 0:
        return _SMALL[shape(mark.instrument)][mark.status not in _FIRM]
    return SIGNS[shape(mark.instrument)].get(mark.status, "●")


def largest(marks: Iterable[Mark]) -> dict[str, int]:
    """The largest power of ten in every unit; units are never compared with each other."""
    most: dict[str, Decimal] = {}
    for unit, magnitude in map(_SIZE, marks):
        if magnitude and (unit not in most or magnitude > most[unit]):
            most[unit] = magnitude
    return {unit: magnitude.adjusted() for unit, magnitude in most.items()}


@lru_cache(maxsize=256)
def is_money(unit: str) -> bool:
    """Whether a unit is a currency: three capitals, as in ISO 4217."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def size_of(mark: Mark, most: dict[str, int]) -> int:
    """0, 1 or 2: by powers of ten below the largest of the same currency; 0 without an amount.

    What is no money has the middle size: shares and gigawatts have no size to compare.
    """
    if not mark.magnitude:
        return 0
    if not is_money(mark.unit):
        return 1
    power = mark.magnitude.adjusted()
    below = most.get(mark.unit, power) - power
    return 2 if below <= _LARGE else 1 if below <= _MEDIUM else 0


def limits(most: int) -> tuple[int, int]:
    """The powers of ten from which a mark is of size 1 and of size 2."""
    return most - _MEDIUM, most - _LARGE
