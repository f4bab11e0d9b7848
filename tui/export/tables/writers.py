"""Writing rows as JSON lines or CSV.

What goes to a file or a pipe is exact. What goes to a terminal holds no character that a
terminal would obey; in CSV no cell can start a formula.
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
"""What some spreadsheet takes for the start of one: after blanks, and in full width too."""
_NEEDS_QUOTES = re.compile(r'[\t\r\n",]|^ | $')
_ASTRAL = 0x10000


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Write one JSON object per line; numbers are exact.

    On a terminal, characters that it would obey are written as JSON escapes, which mean the same.
    """
    encoder = msgspec.json.Encoder(decimal_format="number")
    harmless, ascii_only = stream.isatty(), not _is_unicode(stream)
    for row in rows:
        line = encoder.encode(row).decode()
        if ascii_only:
            line = "".join(letter if letter.isascii() else _escape(letter) for letter in line)
        if harmless and safe_line(line) != line:
            line = "".join(
                letter if safe_line(letter) == letter else _escape(letter) for letter in line
            )
        stream.write(line + "\n")


def write_csv(rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Write a table with a header; `amount: {min: 1}` becomes the column `amount.min`.

    Lists of texts are joined with `; `, other lists are JSON. A text that a spreadsheet would
    take for a formula gets an apostrophe before it.
    """
    flat = [dict(_flat("", row)) for row in rows]
    if not flat:
        return
    columns = _columns(flat)
    harmless, ascii_only = stream.isatty(), not _is_unicode(stream)

    def cell(value: object) -> str:
        text = _cell(value)
        if harmless:
            text = safe_line(text)
        return text.encode("ascii", "backslashreplace").decode() if ascii_only else text

    stream.write(",".join(_quoted(cell(column)) for column in columns) + "\n")
    for row in flat:
        stream.write(",".join(_quoted(cell(row.get(column))) for column in columns) + "\n")


def _flat(prefix: str, row: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in row.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield prefix + key, value


def _columns(rows: list[dict[str, object]]) -> list[str]:
    """All columns; those of a nested value stand where the value first stood.

    A value that is nested in some rows and missing in others has no column of its own.
    """
    order: dict[str, None] = {}
    for row in rows:
        order.update(dict.fromkeys(row))
    nested: dict[str, list[str]] = {}
    for column in order:
        parent, dot, _ = column.rpartition(".")
        if dot:
            nested.setdefault(parent, []).append(column)
    columns: dict[str, None] = {}
    for column in order:
        parent = column.rpartition(".")[0]
        for name in nested.get(column) or nested.get(parent) or [column]:
            columns[name] = None
    return list(columns)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case list() if all(isinstance(item, str) for item in value):
            return _guarded("; ".join(value))
        case list():
            encoder = msgspec.json.Encoder(decimal_format="number")
            return encoder.encode(value).decode() if value else ""
        case _:
            return _guarded(str(value))


def _quoted(text: str) -> str:
    """A cell as RFC 4180 has it; Python's own writer leaves a lone carriage return bare."""
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _guarded(text: str) -> str:
    return "'" + text if _FORMULA.match(text) else text


def _escape(letter: str) -> str:
    code = ord(letter)
    if code < _ASTRAL:
        return f"\\u{code:04x}"
    code -= _ASTRAL
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def _is_unicode(stream: TextIO) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").replace("_", "").startswith("utf")
