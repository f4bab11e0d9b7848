"""Where the marks of a lane stand in a picture, so that none lies over another."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from tui.export.svg.primitives import roughly
from tui.timeline.symbols import is_money

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.timeline.record_marks import TimelineMark

MOST_ROWS = 6
"""Rows of a lane; what has no room in them is counted on its neighbour."""
SMALL, PLAIN, LARGE = 4.0, 6.0, 19.0
_GAP, _LABEL, _PADDING = 6.0, 15.0, 10.0

Ranges = dict[str, tuple[float, float]]
"""The smallest and the largest logarithm of each currency."""


class Spot:
    """A sign of a picture.

    Attributes:
        marks: What it stands for: one mark, or several that had no room.
        first: Left end of the interval.
        last: Right end.
        x: Where the sign stands.
        y: Its height, relative to the top of the lane until the lane is placed.
        radius: Half its size.
        label: What is written above it.
    """

    __slots__ = ("first", "label", "last", "marks", "radius", "x", "y")

    def __init__(
        self, mark: TimelineMark, first: float, last: float, radius: float, label: str
    ) -> None:
        self.marks = [mark]
        self.first, self.last = first, last
        self.x, self.y = (first + last) / 2, 0.0
        self.radius, self.label = radius, label

    @property
    def left(self) -> float:
        """The leftmost that it needs."""
        return min(self.first, self.x - max(self.radius, roughly(self.label, 12) / 2))

    @property
    def right(self) -> float:
        """The rightmost that it needs."""
        return max(self.last, self.x + max(self.radius, roughly(self.label, 12) / 2))


def ranges(marks: Sequence[TimelineMark]) -> Ranges:
    """How small and how large sums are, by currency."""
    found: dict[str, list[float]] = {}
    for mark in marks:
        if mark.magnitude and is_money(mark.unit):
            found.setdefault(mark.unit, []).append(_log(mark))
    return {unit: (min(logs), max(logs)) for unit, logs in found.items()}


def radius_of(mark: TimelineMark, sizes: Ranges) -> float:
    """By the logarithm of a sum of money; one size for other figures, a small one for none."""
    if not mark.magnitude:
        return SMALL
    if not is_money(mark.unit):
        return PLAIN
    low, high = sizes[mark.unit]
    share = 0.5 if high == low else (_log(mark) - low) / (high - low)
    return PLAIN + share * (LARGE - PLAIN)


def placed(
    marks: Sequence[TimelineMark],
    x_of: Callable[[float], float],
    sizes: Ranges,
    label_of: Callable[[TimelineMark], str],
) -> tuple[list[Spot], float]:
    """The spots of a lane, in as few rows as hold them, and the height that they need."""
    rows: list[list[Spot]] = []
    for mark in sorted(marks, key=lambda mark: (mark.twice_middle, mark.key)):
        radius = radius_of(mark, sizes)
        words = label_of(mark) if radius > SMALL else ""
        spot = Spot(mark, x_of(mark.first), x_of(mark.last + 1), radius, words)
        for row in rows:
            if row[-1].right + _GAP <= spot.left:
                row.append(spot)
                break
        else:
            if len(rows) < MOST_ROWS:
                rows.append([spot])
            else:
                nearest = min((row[-1] for row in rows), key=lambda other: abs(other.x - spot.x))
                nearest.marks.append(mark)
                nearest.label = ""
    height = _PADDING / 2
    for row in rows:
        largest = max(spot.radius for spot in row)
        height += largest * 2 + (_LABEL if any(spot.label for spot in row) else 3)
        for spot in row:
            spot.y = height - largest
        height += 3
    return [spot for row in rows for spot in row], max(height + _PADDING / 2, 30.0)


def _log(mark: TimelineMark) -> float:
    magnitude = mark.magnitude
    return log10(abs(magnitude)) if magnitude else 0.0
