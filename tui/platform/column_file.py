"""How wide the user likes the columns of tables, kept between runs for all corpora."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from tui.platform.atomic_files import write_atomically
from tui.platform.folders import marks_file
from tui.platform.regular_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEAST_CELLS, MOST_CELLS = 4, 80
"""Cells beyond which a column would show nothing, or be wider than most windows."""
MOST_COLUMNS = 200
"""Columns of one table whose widths are kept: those of a matrix are called after parties."""

Widths = dict[str, dict[str, int]]
"""The cells of columns by their names, by the name of their table."""


def column_file() -> Path | None:
    """Where the widths are kept: beside the user's marks; `None` when there is no home."""
    marks = marks_file()
    return marks.with_name("columns.json") if marks is not None else None


def read_columns(path: Path | None) -> Widths:
    """The widths as they were kept last; none where they cannot be read."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        if path is not None:
            found = msgspec.json.decode(read_regular(path), type=Widths)
            return {
                table: {
                    name: min(max(cells, LEAST_CELLS), MOST_CELLS)
                    for name, cells in list(columns.items())[-MOST_COLUMNS:]
                }
                for table, columns in found.items()
            }
    return {}


def keep_columns(path: Path | None, widths: Mapping[str, Mapping[str, int]]) -> None:
    """Keep the widths; where they cannot be written, the next run begins as the first one."""
    with contextlib.suppress(OSError):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, msgspec.json.encode(widths), durable=False)
