"""The legend: what the signs of a picture mean, in lines of a width."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.model.messages import msg
from tui.platform.translation import tr
from tui.timeline.drawing.cells import Run
from tui.timeline.marks.symbols import ARTICLE, FACT, STATUS_SIGNS, TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.timeline.marks.record_marks import TimelineMark

_TRAITS = attrgetter("kind", "status", "open_start", "open_end", "qualifier")
_GAP = "  "


class LegendEntry(NamedTuple):
    """One entry of a legend: signs, what they mean, and the name of their style."""

    signs: str
    meaning: str
    style: str


_SOME_DAY = LegendEntry("├─┤", msg("some day in it"), "dim")
_OPEN = LegendEntry("┄", msg("date open"), "dim")
_ABOUT = LegendEntry("╌", msg("date about"), "dim")
_STACK = LegendEntry("2", msg("records at one place"), "stack")
_ARTICLES = LegendEntry(ARTICLE, msg("article"), "article")


def legend_lines(entries: Iterable[LegendEntry], width: int) -> list[list[Run]]:
    """Entries in lines, filled greedily up to `width` cells; a longer entry stands alone."""
    lines: list[list[Run]] = [[]]
    used = 0
    for entry in entries:
        meaning = tr(entry.meaning)
        needed = len(entry.signs) + 1 + len(meaning)
        if used and used + len(_GAP) + needed > width:
            lines.append([])
            used = 0
        gap = _GAP if used else ""
        lines[-1] += [Run(f"{gap}{entry.signs}", entry.style), Run(f" {meaning}", "dim")]
        used += len(gap) + needed
    return lines


def legend_row(entries: Iterable[LegendEntry], width: int) -> list[Run]:
    """As much of a legend as fits on one line, filled up to exactly `width` cells."""
    line = legend_lines(entries, width - 1)[0]
    used = 1 + sum(len(run.text) for run in line)
    if used > width:
        # A single entry that does not fit would be cut in the middle of its meaning.
        return [Run(" " * width, "")]
    return [Run(" ", ""), *line, Run(" " * (width - used), "")]


def legend_entries(marks: Iterable[TimelineMark]) -> list[LegendEntry]:
    """Entries for the signs of some marks: statuses, then how dates are drawn, then the rest."""
    # Marks are many, but few differ in these traits.
    traits = set(map(_TRAITS, marks))
    statuses = {status for kind, status, *_ in traits if kind == "deal"}
    kinds = {kind for kind, *_ in traits}
    entries = [
        LegendEntry(sign, status, status)
        for status, sign in STATUS_SIGNS.items()
        if status in statuses
    ]
    entries.append(_SOME_DAY)
    if any(open_start or open_end for _, _, open_start, open_end, _ in traits):
        entries.append(_OPEN)
    if any(qualifier for *_, qualifier in traits):
        entries.append(_ABOUT)
    if "fact" in kinds:
        entries.append(LegendEntry(FACT, msg("fact"), "fact"))
    if "total" in kinds:
        entries.append(LegendEntry(TOTAL, msg("total"), "total"))
    return [*entries, _ARTICLES, _STACK]
