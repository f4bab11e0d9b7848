"""The layout of a lane in a picture: rows of symbols and labels of which none overlaps another.

Interval partitioning by first fit: symbols come in order of their dates, and each goes into the
first row whose last one leaves room for it. In order of their left ends this would need the fewest
rows possible; in order of their middles a row more at times, but labels stay near their dates. O(n
× rows), after sorting.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from tui.export.svg.primitives import approximate_width
from tui.timeline.marks.symbols import is_money

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.timeline.marks.record_marks import TimelineMark

MAX_ROWS = 6
"""Rows of a lane. What has no room in them is counted on its neighbour; more rows would make one
lane fill the picture.
"""
SMALL, PLAIN, LARGE = 4.0, 6.0, 19.0
"""Pixels: the radius of a symbol without an amount, of one of no money, and of the largest sum."""
_GAP, _LABEL_HEIGHT, _PADDING = 6.0, 15.0, 10.0

SizeRanges = dict[str, tuple[float, float]]
"""The smallest and the largest logarithm of the sums of each currency."""


class PlacedSymbol:
    """A symbol of a picture.

    Attributes:
        marks: What it stands for: one mark, or several that had no room.
        first: Left end of the interval.
        last: Right end.
        x: Where the symbol is.
        y: Its height, relative to the top of the lane until the lane is placed.
        radius: Half its size.
        label: What is written above it.
    """

    __slots__ = ("first", "label", "last", "marks", "radius", "x", "y")

    def __init__(
        self, mark: TimelineMark, x: float, first: float, last: float, radius: float, label: str
    ) -> None:
        self.marks = [mark]
        self.first, self.last = first, last
        self.x, self.y = x, 0.0
        self.radius, self.label = radius, label

    @property
    def left(self) -> float:
        """The left end of the room that it needs."""
        return min(self.first, self.x - max(self.radius, approximate_width(self.label, 12) / 2))

    @property
    def right(self) -> float:
        """The right end of the room that it needs."""
        return max(self.last, self.x + max(self.radius, approximate_width(self.label, 12) / 2))


def size_ranges(marks: Sequence[TimelineMark]) -> SizeRanges:
    """How small and how large sums are, by currency."""
    logs_by_unit: dict[str, list[float]] = {}
    for mark in marks:
        if mark.magnitude and is_money(mark.unit):
            logs_by_unit.setdefault(mark.unit, []).append(_log_size(mark))
    return {unit: (min(logs), max(logs)) for unit, logs in logs_by_unit.items()}


def radius_of(mark: TimelineMark, ranges: SizeRanges) -> float:
    """By the logarithm of a sum of money; one size for other amounts, a small one for none."""
    if not mark.magnitude:
        return SMALL
    if not is_money(mark.unit):
        return PLAIN
    # The radius, not the area: on a logarithmic scale neither is proportional to the sum.
    low, high = ranges[mark.unit]
    share = 0.5 if high == low else (_log_size(mark) - low) / (high - low)
    return PLAIN + share * (LARGE - PLAIN)


def place_symbols(
    marks: Sequence[TimelineMark],
    x_of: Callable[[float], float],
    ranges: SizeRanges,
    label_of: Callable[[TimelineMark], str],
) -> tuple[list[PlacedSymbol], float]:
    """The symbols of a lane, in as few rows as hold them, and the height that they need."""
    rows: list[list[PlacedSymbol]] = []
    for mark in sorted(marks, key=lambda mark: (mark.twice_middle, mark.key)):
        radius = radius_of(mark, ranges)
        label = label_of(mark) if radius > SMALL else ""
        # The interval ends where the day after its last one begins.
        ends = x_of(mark.first), x_of(mark.last + 1)
        placed = PlacedSymbol(mark, x_of(mark.middle), *ends, radius, label)
        # First fit in order of position: only the last symbol of a row can be in the way.
        for row in rows:
            if row[-1].right + _GAP <= placed.left:
                row.append(placed)
                break
        else:
            if len(rows) < MAX_ROWS:
                rows.append([placed])
            else:
                # The rows are full here: count the mark on the nearest symbol, whose label no
                # longer fits both.
                neighbour = min(
                    (row[-1] for row in rows), key=lambda other: abs(other.x - placed.x)
                )
                neighbour.marks.append(mark)
                neighbour.label = ""
    height = _PADDING / 2
    for row in rows:
        largest = max(placed.radius for placed in row)
        height += largest * 2 + (_LABEL_HEIGHT if any(placed.label for placed in row) else 3)
        for placed in row:
            # One middle line for all symbols of a row, whatever their sizes.
            placed.y = height - largest
        height += 3
    return [placed for row in rows for placed in row], max(height + _PADDING / 2, 30.0)


def _log_size(mark: TimelineMark) -> float:
    """The logarithm of a mark's amount."""
    magnitude = mark.magnitude
    return log10(abs(magnitude)) if magnitude else 0.0
