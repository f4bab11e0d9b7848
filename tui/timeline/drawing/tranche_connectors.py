"""Connectors: lines from a deal to those of its tranches that stand in other lanes.

Drawn into free cells only: a horizontal run in the lane of the deal, a corner above or below the
tranche, and a vertical run through the lanes between, which crosses intervals but never covers a
symbol.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.drawing.cells import Cells
    from tui.timeline.marks.record_marks import TimelineMark

MAX_CONNECTED = 24
"""Deals with tranches in sight up to which all of them are connected; of more only the selected
one, as lines would hide the marks.
"""
_FREE_CELLS = " ┊"
_CROSSINGS = dict.fromkeys("─╌┄", "┼")
"""The character for an interval with a line across; symbols and ends of intervals are never
crossed.
"""


def connect_lanes(
    marks: Sequence[TimelineMark],
    row_of: Callable[[TimelineMark], int],
    cells_at: Callable[[int], Cells | None],
    scale: TimeScale,
    style: str,
) -> None:
    """Draw from the first mark of a deal to each of its others that is in another lane.

    Args:
        marks: Those of one record, its own before those of its tranches.
        row_of: The row of a mark.
        cells_at: The cells of a row to draw into; `None` for one that is not shown.
        scale: Where days are.
        style: That of free cells; an interval that is crossed keeps its own.
    """
    if len(marks) < 2:
        return
    own_row, column = row_of(marks[0]), _column_of(marks[0], scale)
    for mark in marks[1:]:
        row, target = row_of(mark), _column_of(mark, scale)
        if row == own_row or not 0 <= target < scale.width:
            continue
        downwards = row > own_row
        rows_between = range(min(row, own_row) + 1, max(row, own_row))
        if target == column and not rows_between:
            _connect_beside(cells_at(own_row), cells_at(row), target, style, downwards=downwards)
            continue
        for row_between in rows_between:
            _cross(cells_at(row_between), target, style)
        own_cells = cells_at(own_row)
        if own_cells is not None and target != column:
            step = 1 if target > column else -1
            for cell in range(column + step, target, step):
                if 0 <= cell < scale.width and own_cells.chars[cell] in _FREE_CELLS:
                    own_cells.put(cell, "─", style)
            if own_cells.chars[target] in _FREE_CELLS:
                own_cells.put(
                    target,
                    ("╮" if downwards else "╯") if step > 0 else "╭" if downwards else "╰",
                    style,
                )


def _column_of(mark: TimelineMark, scale: TimeScale) -> int:
    """Where the middle of a mark is, in sight or not."""
    return floor(scale.column(mark.middle))


def _cross(cells: Cells | None, column: int, style: str) -> None:
    """Draw the vertical run through one cell, where something else may be."""
    if cells is None:
        return
    char = cells.chars[column]
    if char in _FREE_CELLS:
        cells.put(column, "│", style)
    elif char in _CROSSINGS:
        cells.put(column, _CROSSINGS[char], cells.styles[column])


def _connect_beside(
    first: Cells | None, second: Cells | None, column: int, style: str, *, downwards: bool
) -> None:
    """Connect symbols of adjacent lanes at one column, through the free cells beside them."""
    if first is None or second is None:
        return
    for beside in (column + 1, column + 2):
        if beside < len(first.chars) and {first.chars[beside], second.chars[beside]} <= set(
            _FREE_CELLS
        ):
            first.put(beside, "╮" if downwards else "╯", style)
            second.put(beside, "╯" if downwards else "╮", style)
            return
