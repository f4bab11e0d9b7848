"""Flows: who pays whom, what comes back, and in which circles the money runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.flows.cycles import search_cycles
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.flows.trips import round_trips
from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.screens.side.flow_entries import MOST, FlowLines, others
from tui.widgets.drawing.flow_lines import flow_head
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.edges import Edge
    from tui.flows.matrix import Matrix
    from tui.flows.trips import Link
    from tui.widgets.drawing.line_pane import Run

_UNITS = 6
"""Units of which the heaviest flows are listed when there are too many for all."""


class FlowsScreen(FlowLines):
    """Every flow with its four columns; of very many the heaviest of each currency."""

    _edges: Sequence[Edge]
    _matrix: Matrix

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """How much there is, and that columns are not added."""
        pairs = counted(len(self._matrix.cells), "flow")
        if self.library.query:
            pairs += f" of what “{safe_line(self.library.query)}” finds"
        note = "columns are never added "
        return [("flows  ", "accent"), (pairs, "")], [(note, "quiet")]

    def build(self) -> Sequence[Entry]:
        """Round trips, cycles, then flows, heaviest first."""
        corpus = self.library.corpus
        self._edges = edges(self.library.listed, corpus)
        self._matrix = matrix(self._edges)
        return [*self.trips(round_trips(self._edges, corpus)), *self._cycles(), *self._flows()]

    def _cycles(self) -> list[Entry]:
        found = search_cycles(self._edges)
        longer = [cycle for cycle in found.cycles if len(cycle.parties) > 2]
        if not longer:
            return []
        entries = [Entry([]), Entry([("Longer cycles", "title")])]
        for cycle in longer[:MOST]:
            names = " → ".join(self.called(party) for party in (*cycle.parties, cycle.parties[0]))
            entries.append(Entry([(f"  {names}", "strong")]))
            entries += [self._cycle_link(link) for link in cycle.links]
        entries += others(len(longer), "cycles")
        if not found.complete:
            entries.append(Entry([("  the search was cut off: there may be more", "warn")]))
        return entries

    def _cycle_link(self, link: Link) -> Entry:
        target = self.deals(link.deals, link.payer, link.payee)
        return Entry([(f"     {target.detail}  ", "quiet"), *self.link(link)], target)

    def _flows(self) -> list[Entry]:
        if not self._matrix.cells:
            return [Entry([]), Entry([("No deal here names who pays or who is paid.", "quiet")])]
        entries = [Entry([]), Entry([("Who pays whom", "title")]), flow_head(self.room)]
        if len(self._matrix.cells) <= MOST:
            for cell in self._matrix.cells.values():
                entries += self.cell(cell)
        else:
            entries += self._heaviest()
        entries.append(Entry([]))
        return entries + self.sums(self._matrix.total)

    def _heaviest(self) -> list[Entry]:
        entries: list[Entry] = []
        for unit in self._matrix.units[:_UNITS]:
            cells, left_out = self._matrix.cells.heaviest(unit, MOST)
            entries += [Entry([]), Entry([(f"  {safe_line(unit) or 'no sum told'}", "strong")])]
            for cell in cells:
                entries += self.cell(cell, unit)
            entries += others(len(cells) + left_out, "flows")
        return entries
