"""The lane of all deals: at every cell a bar as high as the largest amount there, on a log scale.

The largest one and not their sum: what is paid, promised and rumoured adds up to nothing that a
source says. The status of that deal colours its bar.

Height and status of every mark are packed into a byte, in order of the middles of their days. So
the bar of a cell is the largest byte of a slice: O(marks in sight), at some ten nanoseconds each.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.model.task import UNATTENDED
from tui.timeline.marks.sizes import LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.task import Task
    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.drawing.cells import Cells
    from tui.timeline.layout.lane_index import LaneIndex
    from tui.timeline.marks.record_marks import TimelineMark
    from tui.timeline.marks.sizes import SizeRange

BLOCKS = " ▁▂▃▄▅▆▇█"
PRESENT = "·"
"""Something is there that has no bar: a fact, or a deal without an amount in that currency."""
FOLDED = "⋯"
_STATUSES = ("rumoured", "announced", "committed", "paid")
"""Of two bars of one height the firmer one is seen."""


class AmountBars:
    """The bars of the marks of one index."""

    def __init__(self, index: LaneIndex, sizes: SizeRange | None, task: Task = UNATTENDED) -> None:
        """Work the heights out.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._index = index
        marks = task.walk(index.by_middle(task))
        self._heights = bytes(_packed(mark, sizes) for mark in marks)

    def draw(self, scale: TimeScale, rows: Sequence[Cells]) -> None:
        """Draw the bars into rows of cells, the topmost first."""
        days = [scale.day_at(column) for column in range(scale.width + 1)]
        positions = self._index.positions(days)
        bottom, heights = rows[-1], self._heights
        eighths = len(rows) * 8
        for column, (first, last) in enumerate(pairwise(positions)):
            if first == last:
                continue
            level, status = divmod(max(heights[first:last]), 4)
            if not level:
                bottom.put(column, PRESENT, "dim")
                continue
            left = max(1, level * eighths // LEVELS)
            for row in reversed(rows):
                row.put(column, BLOCKS[min(left, 8)], _STATUSES[status])
                left -= 8
                if left <= 0:
                    break
        self._point_out_of_sight(scale, bottom, days[0], days[-1])
        for fold in scale.folds:
            column = int(scale.column((fold.first + fold.end) / 2))
            if 0 <= column < scale.width and bottom.chars[column] == " ":
                bottom.put(column, FOLDED, "dim")

    def _point_out_of_sight(
        self, scale: TimeScale, bottom: Cells, first_day: float, end_day: float
    ) -> None:
        """An arrow at an edge where a date reaches in whose sign does not."""
        right = scale.width - 1
        if bottom.chars[0] == " " and any(
            mark.middle < first_day for mark in self._index.spanning(first_day)
        ):
            bottom.put(0, "‹", "dim")
        if bottom.chars[right] == " " and any(
            mark.middle >= end_day for mark in self._index.spanning(end_day)
        ):
            bottom.put(right, "›", "dim")


def _packed(mark: TimelineMark, sizes: SizeRange | None) -> int:
    """Four times the height of a mark's bar, plus its status; zero for none."""
    if (
        sizes is None
        or mark.weight <= 0
        or mark.unit != sizes.unit
        or mark.kind != "deal"
        or mark.status not in _STATUSES
    ):
        return 0
    return sizes.level(mark.weight) * 4 + _STATUSES.index(mark.status)
