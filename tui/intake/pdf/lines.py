"""The lines of a region, and which of them are rows of a table."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.intake.text.tables_as_lines import CELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf.fragments import Fragment

_CELL_GAP = 1.8
"""Font sizes between two cells of a row."""
_ALIGNED = 1.5
"""Font sizes by which the cells of a column may start, or end, apart."""
_ENOUGH = 8
"""Lines from which a margin is told by most of them."""
_DROP_CAP = 1.8
"""A lone letter this much larger than the text is its initial."""


@dataclass(slots=True)
class PdfLine:
    """A line of text.

    Attributes:
        text: Its words; the cells of a row are parted by ` | `.
        x0, x1, y0, y1: Its box, in points; y grows upwards.
        size: The font size of most of it.
        row: Whether it is a row of a table.
        page: The page that it stands on, from 0.
        left, right: The margins of its column.
        references: The numbers of notes that it refers to.
    """

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    row: bool = False
    page: int = 0
    left: float = 0.0
    right: float = 0.0
    region: int = 0
    references: tuple[str, ...] = ()


def lines_of(fragments: Sequence[Fragment], page: int, region: int) -> list[PdfLine]:
    """The lines of one region from top to bottom."""
    if not fragments:
        return []
    size = _median([one.size for one in fragments for _ in range(max(1, len(one.text) // 8))])
    initials = [one for one in fragments if _is_initial(one, fragments, size)]
    rows: list[list[Fragment]] = []
    for one in sorted(
        (one for one in fragments if one not in initials), key=lambda one: -(one.y0 + one.y1)
    ):
        if rows and _on_one_line(rows[-1], one):
            rows[-1].append(one)
        else:
            rows.append([one])
    for row in rows:
        row.sort(key=lambda one: one.x0)
    lines = []
    split = [_cells(row) for row in rows]
    for at, row in enumerate(rows):
        is_row = len(split[at]) > 1 and any(
            0 <= near < len(rows) and _aligned(split[at], split[near]) for near in (at - 1, at + 1)
        )
        lines.append(_line(row, split[at], page, region, is_row=is_row))
    for initial in initials:
        _put_initial(initial, lines)
    _set_margins(lines)
    return lines


def _set_margins(lines: Sequence[PdfLine]) -> None:
    """Tell each line the margins of its column: those that lines of its size keep.

    One line in ten may stand out of the right margin, as headlines and addresses do.
    """
    for line in lines:
        alike = [other for other in lines if abs(other.size - line.size) <= 0.1 * line.size]
        ends = sorted(other.x1 for other in alike)
        line.left = min(other.x0 for other in alike)
        line.right = ends[(len(ends) - 1) * 9 // 10] if len(ends) >= _ENOUGH else ends[-1]


def _is_initial(one: Fragment, fragments: Sequence[Fragment], size: float) -> bool:
    """Whether a fragment is a drop cap: a lone large letter with nothing as large on its line."""
    if one.size <= _DROP_CAP * size or not one.text[:1].isalpha() or len(one.text) > 2:
        return False
    if len(one.text) == 2 and one.text[1].isalpha():
        return False
    return not any(
        other is not one and other.size > 0.8 * one.size and _on_one_line([other], one)
        for other in fragments
    )


def _on_one_line(row: Sequence[Fragment], one: Fragment) -> bool:
    tallest = max(row, key=lambda other: other.y1 - other.y0)
    common = min(tallest.y1, one.y1) - max(tallest.y0, one.y0)
    return common > 0.5 * min(tallest.y1 - tallest.y0, one.y1 - one.y0)


def _cells(row: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments of a line, parted where a wide gap lies between them."""
    cells = [[row[0]]]
    for before, one in itertools.pairwise(row):
        if one.x0 - before.x1 > _CELL_GAP * max(one.size, before.size):
            cells.append([one])
        else:
            cells[-1].append(one)
    return cells


def _aligned(cells: Sequence[Sequence[Fragment]], others: Sequence[Sequence[Fragment]]) -> bool:
    """Whether two lines have a cell after the first that starts or ends at the same place."""
    if len(others) < 2:
        return False
    for cell in cells[1:]:
        reach = _ALIGNED * cell[0].size
        for other in others[1:]:
            if abs(cell[0].x0 - other[0].x0) < reach or abs(cell[-1].x1 - other[-1].x1) < reach:
                return True
    return False


def _line(
    row: Sequence[Fragment], cells: Sequence[Sequence[Fragment]], page: int, region: int,
    *, is_row: bool,
) -> PdfLine:  # fmt: skip
    references = tuple(one.text for one in row if one.raised)
    plain = [one for one in row if not one.raised] or list(row)
    text = (CELL if is_row else " ").join(filter(None, (_words(cell) for cell in cells)))
    return PdfLine(
        text, plain[0].x0, max(one.x1 for one in plain), min(one.y0 for one in plain),
        max(one.y1 for one in plain), _median([one.size for one in plain for _ in one.text]),
        is_row, page, references=references, region=region,
    )  # fmt: skip


def _words(cell: Sequence[Fragment]) -> str:
    """The text of the fragments of a cell; a reference to a note is marked for later."""
    text = ""
    last: Fragment | None = None
    for one in cell:
        if one.raised and text:
            text += f"\x0f{one.text}\x0f"
        elif text and last is not None and one.x0 - last.x1 > 0.12 * one.size:
            text += " " + one.text
        else:
            text += one.text
        last = one
    return text


def _put_initial(initial: Fragment, lines: list[PdfLine]) -> None:
    """Put a drop cap before the first line that stands beside it."""
    beside = [
        line for line in lines
        if line.x0 >= initial.x1 - 0.2 * initial.size and line.y1 <= initial.y1 + line.size
        and line.y0 >= initial.y0 - line.size
    ]  # fmt: skip
    if beside:
        first = beside[0]
        first.text = initial.text + first.text
        for line in beside:
            line.x0 = initial.x0
    else:
        lines.append(
            PdfLine(initial.text, initial.x0, initial.x1, initial.y0, initial.y1, initial.size)
        )


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
