"""How wide the columns of tables are: by key, by mouse, and as they were last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.platform.column_file import (
    LEAST_CELLS,
    MOST_CELLS,
    column_file,
    read_columns,
)
from tui.platform.preference_file import keep_preference

if TYPE_CHECKING:
    from collections.abc import Mapping


class ColumnWidths:
    """Owns the widths that the user gave to columns, and keeps them between runs."""

    def __init__(self) -> None:
        self._file = column_file()
        self._widths = read_columns(self._file)
        self._changed = False

    def of(self, table: str) -> Mapping[str, int]:
        """The cells of those columns of a table to which the user gave some."""
        return self._widths.get(table, {})

    def resize(self, table: str, column: str, cells: int) -> None:
        """Give a column so many cells, or the nearest number that it can have."""
        columns = dict(self.of(table))
        # At the end, since the oldest are forgotten first.
        columns.pop(column, None)
        columns[column] = min(max(cells, LEAST_CELLS), MOST_CELLS)
        self._widths[table] = columns
        self._changed = True

    def keep(self) -> None:
        """Keep the widths for the next run, where any has changed."""
        if self._changed:
            keep_preference(self._file, self._widths)
            self._changed = False
