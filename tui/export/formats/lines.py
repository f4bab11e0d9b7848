"""JSON Lines: one object for each row, exact numbers."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING

from tui.export.tables.rows import TABLES
from tui.export.tables.writers import write_jsonl

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

    from tui.export.selection import Selection


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write a table."""
    text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
    write_text(selection, what, text)
    text.detach()


def write_text(selection: Selection, what: str, stream: TextIO) -> None:
    """Write a table to a stream that may be a terminal."""
    write_jsonl(TABLES[what](selection), stream)
