"""Flows as lines: four columns side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tui.flows.edges import COLUMNS
from tui.flows.words import sum_words
from tui.model.widths import cut_parts
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from tui.flows.edges import Column
    from tui.flows.matrix import Sums
    from tui.flows.sums import Sum
    from tui.model.locales import Locale
    from tui.widgets.drawing.line_pane import Run
    from tui.widgets.entries import Target

_COLUMN = 13
_FEWEST, _MOST = 16, 40
_BESIDE = 4
"""Cells for the cursor, the indent and the rail."""
_STYLES: dict[Column, str] = {
    "paid": "good",
    "committed": "",
    "ceiling": "quiet",
    "rumoured": "warn",
}


def names_width(width: int) -> int:
    """Cells for names on a screen of a width, so that all four columns are in sight."""
    return max(_FEWEST, min(_MOST, width - _BESIDE - len(COLUMNS) * _COLUMN))


def flow_head(room: int) -> Entry:
    """The names of the columns, beside `room` cells for those of parties."""
    runs: list[Run] = [(" " * (room + 2), "")]
    runs += [(f"{column:>{_COLUMN}}", "quiet") for column in COLUMNS]
    return Entry(runs)


def flow_rows(
    parties: tuple[str, ...],
    sums: Sums,
    target: Target | None,
    style: str,
    room: int,
    locale: Locale,
) -> list[Entry]:
    """A line a unit; the first one names the party, or payer and payee, in `room` cells."""
    entries = []
    names = cut_parts(parties, " → ", room)
    for unit, columns in sums.items():
        words = {at: _words(columns.get(at), unit, at, locale) for at in COLUMNS}
        runs: list[Run] = [("  ", ""), (set_cell_size(names, room), style)]
        if max(map(cell_len, words.values())) < _COLUMN:
            runs += [
                (f"{text or '–':>{_COLUMN}}", _STYLES[at] if text else "quiet")
                for at, text in words.items()
            ]
            entries.append(Entry(runs, target))
        else:
            # A figure that is cut is another figure: each has a line of its own then.
            entries.append(Entry(runs, target))
            entries += [
                Entry([(f"    {at:<10} ", "quiet"), (text, _STYLES[at])], target)
                for at, text in words.items()
                if text
            ]
        names = ""
    return entries


def _words(part: Sum | None, unit: str, column: Column, locale: Locale) -> str:
    return sum_words(part, unit, column, locale).replace(f"{locale.word('<=')} ", "≤ ")
