"""How wide the user likes the columns of tables, kept between runs for all corpora."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.platform.preference_file import preference_file, read_preference

if TYPE_CHECKING:
    from pathlib import Path

LEAST_CELLS, MOST_CELLS = 4, 80
"""Cells beyond which a column would show nothing, or be wider than most windows."""
MOST_COLUMNS = 200
"""Columns of one table whose widths are kept: those of a matrix are called after parties."""

Widths = dict[str, dict[str, int]]
"""The cells of columns by their names, by the name of their table."""


def column_file() -> Path | None:
    """Where the widths are kept; `None` when there is no home."""
    return preference_file("columns.json")


def read_columns(path: Path | None) -> Widths:
    """The widths as they were kept last; none where they cannot be read."""
    return {
        table: {
            name: min(max(cells, LEAST_CELLS), MOST_CELLS)
            for name, cells in list(columns.items())[-MOST_COLUMNS:]
        }
        for table, columns in (read_preference(path, Widths) or {}).items()
    }
