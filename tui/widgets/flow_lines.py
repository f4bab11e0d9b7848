"""Flows as lines: four columns side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from tui.flows.edges import COLUMNS
from tui.flows.words import sum_words
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from tui.flows.edges import Column
    from tui.flows.matrix import Sums
    from tui.widgets.entries import Target
    from tui.widgets.lines import Run

_NAMES = 30
_COLUMN = 13
_STYLES: dict[Column, str] = {
    "paid": "good",
    "committed": "",
    "ceiling": "quiet",
    "rumoured": "warn",
}


def flow_head() -> Entry:
    """The names of the columns."""
    runs: list[Run] = [(" " * (_NAMES + 2), "")]
    runs += [(f"{column:>{_COLUMN}}", "quiet") for column in COLUMNS]
    return Entry(runs)


def flow_rows(names: str, sums: Sums, target: Target | None, style: str) -> list[Entry]:
    """A line a unit; the first one names the parties."""
    entries = []
    for unit, columns in sums.items():
        runs: list[Run] = [("  ", ""), (set_cell_size(names, _NAMES), style)]
        for column in COLUMNS:
            part = columns.get(column)
            words = sum_words(part, unit, column).replace("up to ", "≤ ") or "·"
            runs.append((f"{words:>{_COLUMN}}", _STYLES[column] if part else "quiet"))
        entries.append(Entry(runs, target))
        names = ""
    return entries
