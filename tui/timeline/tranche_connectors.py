"""Lines from a deal to those of its tranches that stand in other lanes."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.timeline.cells import Cells
    from tui.timeline.marks import Mark
    from tui.timeline.scale import Scale

MOST = 24
"""Deals in sight from which only the selected one is joined over lanes: more would be a net."""
_FREE = " ┊"
_CROSSED = dict.fromkeys("━╍┅╺╸", "┿") | dict.fromkeys("╌┈─", "┼")
"""A bar with a line across it; signs and ends of bars stay as they are."""


def join_lanes(
    marks: Sequence[Mark],
    row_of: Callable[[Mark], int],
    cells_at: Callable[[int], Cells | None],
    scale: Scale,
    style: str,
) -> None:
    """Draw from the first mark of a deal to each of its others that is in another lane.

    Args:
        marks: Those of one record, its own before those of its tranches.
        row_of: The row of a mark.
        cells_at: The cells of a row to draw into; `None` for one that is not shown.
        scale: Where days are.
        style: That of free cells; a bar that is crossed keeps its own.
    """
    if len(marks) < 2:
        return
    home, column = row_of(marks[0]), _column(marks[0], scale)
    for mark in marks[1:]:
        row, at = row_of(mark), _column(mark, scale)
        if row == home or not 0 <= at < scale.width:
            continue
        down = row > home
        between = range(min(row, home) + 1, max(row, home))
        if at == column and not between:
            _loop(cells_at(home), cells_at(row), at, style, down=down)
            continue
        for lane in between:
            _cross(cells_at(lane), at, style)
        here = cells_at(home)
        if here is not None and at != column:
            step = 1 if at > column else -1
            for cell in range(column + step, at, step):
                if 0 <= cell < scale.width and here.chars[cell] in _FREE:
                    here.put(cell, "─", style)
            if here.chars[at] in _FREE:
                here.put(at, ("╮" if down else "╯") if step > 0 else "╭" if down else "╰", style)


def _column(mark: Mark, scale: Scale) -> int:
    """Where the middle of a mark is, in sight or not."""
    return floor(scale.column(mark.middle))


def _cross(cells: Cells | None, at: int, style: str) -> None:
    if cells is None:
        return
    char = cells.chars[at]
    if char in _FREE:
        cells.put(at, "│", style)
    elif char in _CROSSED:
        cells.put(at, _CROSSED[char], cells.styles[at])


def _loop(one: Cells | None, other: Cells | None, at: int, style: str, *, down: bool) -> None:
    """Two signs right above each other leave no room for a line but beside them."""
    if one is None or other is None:
        return
    # A large sign has its bracket there.
    for beside in (at + 1, at + 2):
        if beside < len(one.chars) and {one.chars[beside], other.chars[beside]} <= set(_FREE):
            one.put(beside, "╮" if down else "╯", style)
            other.put(beside, "╯" if down else "╮", style)
            return
