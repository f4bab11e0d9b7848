"""Writes rows as JSON lines or CSV. Files and pipes get exact data.

A terminal gets no character that it would obey, and no cell of a CSV file can start a formula in a
spreadsheet.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FORMULA = re.compile(r"[\t\r\n]|[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What some spreadsheet takes for the start of a formula, after blanks and in full-width form too.
"""
_NEEDS_QUOTES = re.compile(r'[\t\r\n",]|^ | $')
_ASTRAL = 0x10000


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Write one JSON object per line, with exact numbers.

    On a terminal, characters that it would obey are written as JSON escapes, which mean the same.
    """
    encoder = msgspec.json.Encoder(decimal_format="number")
    to_terminal, ascii_only = stream.isatty(), not _is_unicode(stream)
    for row in rows:
        line = encoder.encode(row).decode()
        if ascii_only:
            line = "".join(char if char.isascii() else _escape(char) for char in line)
        if to_terminal and safe_line(line) != line:
            line = "".join(char if safe_line(char) == char else _escape(char) for char in line)
        stream.write(line + "\n")


def write_csv(
    rows: Iterable[Mapping[str, Any]], stream: TextIO, sample: Mapping[str, Any] | None = None
) -> None:
    """Write a table with a header; `amount: {min: 1}` becomes the column `amount.min`.

    A text that a spreadsheet would take for a formula is prefixed with an apostrophe.
    """
    columns, table = flat_table(rows, sample)
    if not columns:
        return
    to_terminal, ascii_only = stream.isatty(), not _is_unicode(stream)

    def cell(value: object) -> str:
        text = _cell_text(value)
        if to_terminal:
            text = safe_line(text)
        return text.encode("ascii", "backslashreplace").decode() if ascii_only else text

    stream.write(",".join(_quote_cell(cell(column)) for column in columns) + "\n")
    for row in table:
        stream.write(",".join(_quote_cell(cell(value)) for value in row) + "\n")


def flat_table(
    rows: Iterable[Mapping[str, Any]], sample: Mapping[str, Any] | None = None
) -> tuple[list[str], list[list[object]]]:
    """Columns and cells of rows; `amount: {min: 1}` becomes the column `amount.min`.

    Lists of texts are joined with `; `, other lists are JSON.

    Args:
        rows: The rows.
        sample: A row that has every column, which is not written itself: so the columns are the
            same whatever the rows hold. Without one they are those that occur.
    """
    flat_rows = [dict(_flattened("", row)) for row in rows]
    columns = _columns([dict(_flattened("", sample)), *flat_rows] if sample else flat_rows)
    return columns, [[_joined(row.get(column)) for column in columns] for row in flat_rows]


def _joined(value: object) -> object:
    """A list as one text."""
    if not isinstance(value, list):
        return value
    if all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return msgspec.json.Encoder(decimal_format="number").encode(value).decode() if value else ""


def _flattened(prefix: str, row: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """The values of a row by dotted key."""
    for key, value in row.items():
        if isinstance(value, dict):
            yield from _flattened(f"{prefix}{key}.", value)
        else:
            yield prefix + key, value


def _columns(rows: list[dict[str, object]]) -> list[str]:
    """All columns in order; those of a nested value stand where the value first occurred.

    A value that is nested in some rows and missing in others has no column of its own.
    """
    order: dict[str, None] = {}
    for row in rows:
        order.update(dict.fromkeys(row))
    children: dict[str, list[str]] = {}
    for column in order:
        parent, dot, _ = column.rpartition(".")
        if dot:
            children.setdefault(parent, []).append(column)
    columns: dict[str, None] = {}
    for column in order:
        parent = column.rpartition(".")[0]
        for name in children.get(column) or children.get(parent) or [column]:
            columns[name] = None
    return list(columns)


def _cell_text(value: object) -> str:
    """A value as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case _:
            return _without_formula(str(value))


def _quote_cell(text: str) -> str:
    """A cell as RFC 4180 requires it.

    Python's own writer leaves a lone carriage return unquoted.
    """
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _without_formula(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def _escape(char: str) -> str:
    """A character as JSON escapes, two for one outside the Basic Multilingual Plane."""
    code = ord(char)
    if code < _ASTRAL:
        return f"\\u{code:04x}"
    code -= _ASTRAL
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def _is_unicode(stream: TextIO) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").replace("_", "").startswith("utf")
