"""Flows: who pays whom, what comes back, and in which circles the money runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.flows.cycles import search_cycles
from tui.flows.matrix import matrix
from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.screens.side.base import ListContent
from tui.screens.side.flow_entries import MOST, FlowLines, FlowList, FlowScreen, others
from tui.widgets.drawing.flow_lines import flow_head
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.edges import Edge
    from tui.flows.matrix import Matrix
    from tui.flows.trips import Link
    from tui.screens.side.base import ListRequest

_UNITS = 6
"""Units of which the heaviest flows are listed when there are too many for all."""


class FlowsScreen(FlowScreen):
    """Every flow with its four columns; of very many the heaviest of each currency."""

    def rebuild(self) -> None:
        """Write the flows anew."""
        self.write_list(partial(all_flows, self.request()), self.show_flows)


def all_flows(request: ListRequest) -> FlowList:
    """Round trips, cycles, then flows, heaviest first."""
    lines = FlowLines(request)
    session = request.session
    found = session.flows(request.found)
    sums = matrix(found)
    entries = [
        *lines.trips(session.round_trips(found)),
        *_cycles(lines, found),
        *_flows(lines, sums),
    ]
    pairs = counted(len(sums.cells), "flow")
    if request.query:
        pairs += f" of what “{safe_line(request.query)}” finds"
    note = "columns are never added "
    content = ListContent(entries, [("flows  ", "accent"), (pairs, "")], [(note, "quiet")])
    return FlowList(content, lines.pairs)


def _cycles(lines: FlowLines, found_edges: Sequence[Edge]) -> list[Entry]:
    found = search_cycles(found_edges)
    longer = [cycle for cycle in found.cycles if len(cycle.parties) > 2]
    if not longer:
        return []
    entries = [Entry([]), Entry([("Longer cycles", "title")])]
    for cycle in longer[:MOST]:
        names = " → ".join(lines.called(party) for party in (*cycle.parties, cycle.parties[0]))
        entries.append(Entry([(f"  {names}", "strong")]))
        entries += [_cycle_link(lines, link) for link in cycle.links]
    entries += others(len(longer), "cycles")
    if not found.complete:
        entries.append(Entry([("  the search was cut off: there may be more", "warn")]))
    return entries


def _cycle_link(lines: FlowLines, link: Link) -> Entry:
    target = lines.deals(link.deals, link.payer, link.payee)
    return Entry([(f"     {target.detail}  ", "quiet"), *lines.link(link)], target)


def _flows(lines: FlowLines, sums: Matrix) -> list[Entry]:
    if not sums.cells:
        return [Entry([]), Entry([("No deal here names who pays or who is paid.", "quiet")])]
    entries = [Entry([]), Entry([("Who pays whom", "title")]), flow_head(lines.room)]
    if len(sums.cells) <= MOST:
        for cell in sums.cells.values():
            entries += lines.cell(cell)
    else:
        entries += _heaviest(lines, sums)
    entries.append(Entry([]))
    return entries + lines.sums(sums.total)


def _heaviest(lines: FlowLines, sums: Matrix) -> list[Entry]:
    entries: list[Entry] = []
    for unit in sums.units[:_UNITS]:
        cells, left_out = sums.cells.heaviest(unit, MOST)
        entries += [Entry([]), Entry([(f"  {safe_line(unit) or 'no sum told'}", "strong")])]
        for cell in cells:
            entries += lines.cell(cell, unit)
        entries += others(len(cells) + left_out, "flows")
    return entries
