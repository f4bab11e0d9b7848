"""A workbook (Office Open XML): a sheet for each table, numbers as numbers, links to open."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tui.export.tables.rows import TABLES, sample_row
from tui.export.tables.writers import flat_table
from tui.model.safe_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, BinaryIO

    from tui.export.selection import Selection

_LONGEST_CELL = 32767
"""Characters that a cell may hold by the format; Excel repairs a longer one away."""
_WIDEST = 60
"""Characters of width of a column; a longer text goes on beyond it or is scrolled to."""
_EXACT = 10**15
"""A spreadsheet keeps fifteen digits: a larger number is written as text, whole."""


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write one table, or all of them for `corpus`."""
    book = Workbook(write_only=True)
    for name in TABLES if what == "corpus" else [what]:
        columns, rows = flat_table(TABLES[name](selection), sample_row(name))
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        table: list[list[object]] = [list(columns), *rows]
        for index, width in enumerate(_widths(table), 1):
            sheet.column_dimensions[get_column_letter(index)].width = width
        if columns:
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table)}"
        for number, row in enumerate(table):
            sheet.append([_cell(sheet, value, heading=number == 0) for value in row])
    book.save(stream)


def _cell(sheet: Any, value: object, *, heading: bool) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, Decimal | int) and abs(Decimal(value)) < _EXACT:
        return value
    # A text is a text, whatever it begins with: no cell is a formula.
    text = safe_text(str(value))[:_LONGEST_CELL]
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if heading:
        cell.font = Font(bold=True)
    elif text.startswith(("http://", "https://")):
        cell.hyperlink = text
        cell.style = "Hyperlink"
    return cell


def _widths(table: Sequence[Sequence[object]]) -> list[int]:
    return [
        min(_WIDEST, 2 + max(len(str(value)) for value in column if value is not None))
        for column in zip(*table, strict=True)
    ]
