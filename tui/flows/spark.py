"""Sparklines: a series of figures on one line of text, in eighths of a cell."""

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
    """One figure of a series: its date, its amount, and the record that states it."""

    date: Edtf | None
    quantity: Quantity
    record_id: str


def spark(series: Sequence[Point], width: int) -> str:
    """Draw points over time, from zero (or the lowest value below it) to the highest.

    Each point stands in the column of the middle of its date; the highest of several in one column
    is shown. Nothing is drawn between points, since nothing is known there. A single point, or
    points of one day, show no development and become a dot: a height would mean nothing. Points
    without a date or a number, or in another unit than the first, are left out.

    Returns:
        Exactly `width` characters; empty when nothing can be drawn.
    """
    points: list[tuple[int, Decimal]] = []
    unit: str | None = None
    for point in series:
        day, value = _middle(point.date), point.quantity.magnitude
        if day is None or value is None or (unit is not None and point.quantity.unit != unit):
            continue
        unit = point.quantity.unit
        points.append((day, value))
    if not points or width < 1:
        return ""
    first_day, last_day = min(day for day, _ in points), max(day for day, _ in points)
    if first_day == last_day:
        return _SINGLE.ljust(width)
    lowest = min(Decimal(0), *(value for _, value in points))
    highest = max(value for _, value in points)
    heights: dict[int, Decimal] = {}
    for day, value in points:
        column = (day - first_day) * (width - 1) // (last_day - first_day)
        heights[column] = max(value, heights.get(column, value))
    return "".join(
        _block(heights[column], lowest, highest) if column in heights else " "
        for column in range(width)
    )


def _block(value: Decimal, lowest: Decimal, highest: Decimal) -> str:
    """The character for a value; the lowest is a baseline, not a block."""
    if value == lowest:
        return _ZERO
    step = int((value - lowest) * len(_BLOCKS) / (highest - lowest))
    return _BLOCKS[max(0, min(step, len(_BLOCKS)) - 1)]


def _middle(when: Edtf | None) -> int | None:
    """The middle day of a date as an ordinal.

    A date that is open on one side stands at its known end; `None` without either.
    """
    if when is None:
        return None
    ends: list[date] = [end for end in (when.earliest, when.latest) if end is not None]
    return sum(end.toordinal() for end in ends) // len(ends) if ends else None
