"""The rows of a table, whatever file it stands in: CSV, TSV, XLSX or JSON lines."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.intake.archive import Archive
from tui.intake.document import IntakeError
from tui.intake.extra import load_extra
from tui.intake.tables.field_names import header_at
from tui.intake.text.charset import decode
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Cell: TypeAlias = str | Decimal | date | None
"""What a cell holds; numbers and days only where the file itself tells them from text."""

MAX_ROWS = 1_000_000
MAX_COLUMNS = 1_000
_LONGEST_CELL = 100_000
_SNIFFED = 64 * 1024
_CURRENCY_FORMATS = (("€", "EUR"), ("£", "GBP"), ("[$$", "USD"), ('"$"', "USD"), ("$", "USD"))


class Row(NamedTuple):
    """One row: its number as a spreadsheet counts, and its cells.

    Attributes:
        number: From 1, the header counted; the number of the line in JSON lines.
        cells: The cells from left to right.
        currencies: The currency that the format of a cell shows, by column; often empty.
        fault: Why the row cannot be read; it has no cells then.
    """

    number: int
    cells: tuple[Cell, ...]
    currencies: Mapping[int, str] = {}
    fault: str = ""


class Sheet(NamedTuple):
    """A table.

    Attributes:
        header: The names of the columns.
        header_row: The number of the row that they stand in.
        rows: The rows below.
        notes: What the reader should know.
    """

    header: tuple[str, ...]
    header_row: int
    rows: list[Row]
    notes: tuple[str, ...] = ()


def read_sheet(data: bytes, name: str) -> Sheet:
    """Read a table; its content decides what it is.

    Raises:
        IntakeError: If it is no table, damaged, empty, or too large.
    """
    if data.startswith(b"PK\x03\x04"):
        rows, notes = _xlsx(data)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        raise IntakeError(
            "unknown-kind", msg("this is an old or an encrypted Excel workbook"),
            msg("Save it as .xlsx without a password."),
        )  # fmt: skip
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _json(data)
    else:
        rows, notes = _separated(data, name)
    rows = [row for row in rows if any(cell not in (None, "") for cell in row.cells)]
    if not rows:
        raise IntakeError("empty", msg("there is nothing in this table"))
    at = header_at([row.cells for row in rows[:20]])
    header = tuple(_text(cell) for cell in rows[at].cells)
    return Sheet(header, rows[at].number, rows[at + 1 :], notes)


def _text(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _separated(data: bytes, name: str) -> tuple[list[Row], tuple[str, ...]]:
    decoded = decode(data)
    if "\0" in decoded.text[:_SNIFFED]:
        raise IntakeError("unknown-kind", msg("this is no table: it holds binary data"))
    notes = (decoded.note,) if decoded.note else ()
    separator = _separator(decoded.text[:_SNIFFED], name)
    csv.field_size_limit(_LONGEST_CELL)
    found: list[Row] = []
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=separator, strict=False)
    try:
        for number, cells in enumerate(reader, 1):
            if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise IntakeError(
                    "too-large", msg("this table has more than {count} rows", count=MAX_ROWS)
                )
            found.append(Row(number, tuple(cell.strip() for cell in cells)))
    except csv.Error as error:
        raise IntakeError(
            "damaged", msg("row {count} cannot be read: {error}", count=len(found) + 1, error=error)
        ) from None
    return found, notes


def _separator(sample: str, name: str) -> str:
    """The sign between cells: the one that parts most lines into the same number of them."""
    if name.lower().endswith((".tsv", ".tab")) and "\t" in sample:
        return "\t"
    lines = [line for line in sample.splitlines()[:50] if line.strip()]
    best, most = ",", 0.0
    for separator in (",", ";", "\t", "|"):
        try:
            counts = [len(row) for row in csv.reader(lines, delimiter=separator)]
        except csv.Error:
            continue
        usual = max(set(counts), key=counts.count) if counts else 1
        score = counts.count(usual) / len(counts) * min(usual - 1, 3) if usual > 1 else 0.0
        if score > most + 1e-9:
            best, most = separator, score
    return best


def _xlsx(data: bytes) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of the first sheet that holds a table."""
    Archive(data, msg("this workbook"))  # refuses what unpacks to too much
    openpyxl = load_extra("openpyxl", msg("workbooks are read"))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:
        raise IntakeError(
            "damaged", msg("this workbook is damaged: {name}", name=type(error).__name__)
        ) from None
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets or book.worksheets:
            # What a sheet says of its size may be a lie, and is missing in some.
            sheet.reset_dimensions()
            rows = list(_sheet_rows(sheet))
            if len(rows) > 1:
                others = len(book.worksheets) - 1
                notes = (
                    (f"sheet {sheet.title!r} is read, {others} others are not",) if others else ()
                )
                return rows, notes
        return [], ()
    except IntakeError:
        raise
    except Exception as error:
        raise IntakeError(
            "damaged", msg("this workbook is damaged: {name}", name=type(error).__name__)
        ) from None
    finally:
        book.close()


def _sheet_rows(sheet: object) -> Iterator[Row]:
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):  # type: ignore[attr-defined] # a sheet of openpyxl, which has no types
        if number > MAX_ROWS:
            raise IntakeError(
                "too-large", msg("this workbook has more than {count} rows", count=MAX_ROWS)
            )
        values = tuple(_value(cell.value) for cell in cells[:MAX_COLUMNS])
        while values and values[-1] in (None, ""):
            values = values[:-1]
        empty = 0 if values else empty + 1
        if empty > 1000:
            return
        currencies = {
            at: code
            for at, cell in enumerate(cells[: len(values)])
            if isinstance(values[at], Decimal) and (code := _currency_of(cell.number_format))
        }
        yield Row(number, values, currencies)


def _value(value: object) -> Cell:
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case int():
            return Decimal(value)
        case float():
            # The shortest digits that mean this number are those that were typed.
            return Decimal(repr(value)) if value == value and abs(value) < 1e30 else None  # noqa: PLR0124 (not a number)
        case datetime():
            return value.date()
        case date():
            return value
    return str(value).strip()[:_LONGEST_CELL]


def _currency_of(form: str | None) -> str:
    if not form or form == "General":
        return ""
    return next((code for sign, code in _CURRENCY_FORMATS if sign in form), "")


def _json(data: bytes) -> Sheet:
    """JSON lines, or one list of objects; a name seen first in a later row is a later column."""
    text = decode(data).text
    items = _json_list(text) if text.lstrip().startswith("[") else _json_lines(text)
    header: dict[str, None] = {}
    for _, item in items:
        if isinstance(item, dict):
            header.update(dict.fromkeys(map(str, item)))
    if not header:
        number, item = items[0] if items else (1, {})
        if isinstance(item, dict):
            raise IntakeError("empty", msg("there is nothing in this table"))
        raise IntakeError(
            "damaged", msg("line {number} is {fault}", number=number, fault=_fault(item))
        )
    rows = [
        Row(number, tuple(_json_cell(item.get(name)) for name in header))
        if isinstance(item, dict)
        else Row(number, (), fault=f"the line is {_fault(item)}")
        for number, item in items
    ]
    return Sheet(tuple(header), 0, rows)


def _json_list(text: str) -> list[tuple[int, object]]:
    try:
        return list(enumerate(json.loads(text, parse_float=Decimal), 1))
    except (ValueError, RecursionError):
        raise IntakeError("damaged", msg("this is no list of JSON: it is cut or damaged")) from None


def _json_lines(text: str) -> list[tuple[int, object]]:
    """The value of each line with its number; an error where the line is none."""
    items: list[tuple[int, object]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if number > MAX_ROWS:
            raise IntakeError(
                "too-large", msg("this table has more than {count} rows", count=MAX_ROWS)
            )
        if line.strip():
            try:
                items.append((number, json.loads(line, parse_float=Decimal)))
            except (ValueError, RecursionError) as error:
                items.append((number, error))
    return items


def _fault(item: object) -> str:
    return "no JSON" if isinstance(item, Exception) else "no object of JSON"


def _json_cell(value: object) -> Cell:
    if isinstance(value, list):
        return "; ".join(str(_json_cell(item) or "") for item in value)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("value") or "")
    if isinstance(value, Decimal):
        return value
    return _value(value)
