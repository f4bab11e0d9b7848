"""A series of figures as one line of eighth blocks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tui.model.dates import Edtf
from tui.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_BLOCKS = "▁▂▃▄▅▆▇█"
_ZERO = "_"
_SINGLE = "•"


class Point(msgspec.Struct, frozen=True):
    """One figure of a series: when, how much, and the record that says so."""

    date: Edtf | None
    quantity: Quantity
    record_id: str


def spark(series: Sequence[Point], width: int) -> str:
    """Draw the points over time, from zero (or the lowest below it) to the highest.

    Each point stands in the column of the middle of its dates; the highest of several in one
    column shows. Nothing is drawn between points, for nothing is known there. A single point,
    or points of one day, have no course and are dots: their height would say nothing. Points
    without a date or a number, or in another unit than the first, are not drawn.

    Returns:
        Exactly `width` characters, or an empty text when nothing can be drawn.
    """
    drawn: list[tuple[int, Decimal]] = []
    unit: str | None = None
    for point in series:
        day, size = _middle(point.date), point.quantity.magnitude
        if day is None or size is None or (unit is not None and point.quantity.unit != unit):
            continue
        unit = point.quantity.unit
        drawn.append((day, size))
    if not drawn or width < 1:
        return ""
    first, last = min(day for day, _ in drawn), max(day for day, _ in drawn)
    if first == last:
        return _SINGLE.ljust(width)
    lowest = min(Decimal(0), *(size for _, size in drawn))
    highest = max(size for _, size in drawn)
    heights: dict[int, Decimal] = {}
    for day, size in drawn:
        column = (day - first) * (width - 1) // (last - first)
        heights[column] = max(size, heights.get(column, size))
    return "".join(
        _block(heights[column], lowest, highest) if column in heights else " "
        for column in range(width)
    )


def _block(size: Decimal, lowest: Decimal, highest: Decimal) -> str:
    if size == lowest:
        return _ZERO
    step = int((size - lowest) * len(_BLOCKS) / (highest - lowest))
    return _BLOCKS[max(0, min(step, len(_BLOCKS)) - 1)]


def _middle(when: Edtf | None) -> int | None:
    """The middle day of a date as an ordinal; a date open on one side stands at its known end."""
    if when is None:
        return None
    ends: list[date] = [end for end in (when.earliest, when.latest) if end is not None]
    return sum(end.toordinal() for end in ends) // len(ends) if ends else None
