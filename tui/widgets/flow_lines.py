"""Flows as lines: four columns side by side, amounts of links, ratios of round trips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from tui.flows.edges import COLUMNS
from tui.model.format import format_span
from tui.model.quantities import Span
from tui.model.safe_text import safe_line
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from tui.flows.edges import Column
    from tui.flows.matrix import Sums
    from tui.flows.sums import Sum
    from tui.flows.trips import Link, Ratio
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
            words = _sum_words(part, unit) if part else "·"
            runs.append((f"{words:>{_COLUMN}}", _STYLES[column] if part else "quiet"))
        entries.append(Entry(runs, target))
        names = ""
    return entries


def _sum_words(part: Sum, unit: str) -> str:
    span = part.span
    if span is None:
        return f"{part.uncounted} untold"
    more = f" +{part.uncounted}" if part.uncounted else ""
    return safe_line(_short(format_span(span, unit))) + more


def _short(words: str) -> str:
    return words.replace("up to ", "≤ ").replace("more than ", "> ").replace("at least ", "≥ ")


def link_words(link: Link) -> str:
    """What a link comes to in all."""
    words = [_short(format_span(_bounded(span), unit)) for unit, span in link.amounts.items()]
    if link.uncounted:
        words.append(f"{len(link.uncounted)} of untold size")
    return safe_line(" + ".join(words) or "nothing told")


def ratio_words(ratio: Ratio) -> str:
    """How many times the money comes back."""
    if ratio.exact is not None:
        return f"{float(ratio.exact):.2f} times what was put in"
    if ratio.low is None:
        return f"at most {float(ratio.high or 0):.2f} times what was put in"
    if ratio.high is None:
        return f"at least {float(ratio.low):.2f} times what was put in"
    return f"{float(ratio.low):.2f} to {float(ratio.high):.2f} times what was put in"


def _bounded(span: Span) -> Span:
    """A lower bound of zero under a higher upper one says nothing."""
    if span.low == 0 and span.high != 0 and not span.low_open:
        return Span(None, span.high, high_open=span.high_open)
    return span
