"""Flows: who pays whom, what comes back, and in which circles the money runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.flows.cycles import search_cycles
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.flows.trips import round_trips
from tui.flows.words import link_words, ratio_words
from tui.model.safe_text import safe_line
from tui.screens.side import SideScreen
from tui.widgets.entries import Entry, Target
from tui.widgets.flow_lines import flow_head, flow_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.edges import Edge
    from tui.flows.matrix import Cell, Matrix
    from tui.flows.trips import Link, RoundTrip
    from tui.widgets.lines import Run


class FlowsScreen(SideScreen):
    """Every flow with its four columns; enter opens the deals behind it."""

    SCOPE = "flows"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "party", show=False)]

    _edges: Sequence[Edge]
    _matrix: Matrix

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """How much there is, and that columns are not added."""
        pairs = f"{len(self._matrix.cells)} flows"
        if self.library.query:
            pairs += f" of what “{safe_line(self.library.query)}” finds"
        note = "paid · committed · ceiling · rumoured are never added up "
        return [("flows  ", "accent"), (pairs, "")], [(note, "quiet")]

    def build(self) -> Sequence[Entry]:
        """Round trips, cycles, then all flows, heaviest first."""
        self._edges = edges(self.library.listed, self.library.corpus)
        self._matrix = matrix(self._edges)
        return [*self._trips(), *self._cycles(), *self._flows()]

    def _called(self, party: str) -> str:
        return safe_line(self.library.names.get(party, party)) if party else "(not named)"

    def _trips(self) -> list[Entry]:
        trips = round_trips(self._edges, self.library.corpus)
        if not trips:
            return []
        entries = [Entry([]), Entry([("Money that comes back", "title")])]
        for trip in trips:
            entries += self._trip(trip)
        return entries

    def _trip(self, trip: RoundTrip) -> list[Entry]:
        investor, spender = self._called(trip.investor), self._called(trip.spender)
        ratio = ratio_words(trip.ratio) if trip.ratio else trip.reason
        back = Target("deals", ",".join(trip.back.deals), f"{spender} → {investor}")
        out = Target("deals", ",".join(trip.out.deals), f"{investor} → {spender}")
        return [
            Entry(
                [
                    (f"  {investor} ⇄ {spender}  ", "strong"),
                    (ratio, "accent" if trip.ratio else "quiet"),
                ]
            ),
            Entry(
                [
                    ("     puts in ", "quiet"),
                    (link_words(trip.out), ""),
                    (f"   {self._states(trip.out)}", "quiet"),
                ],
                out,
            ),
            Entry(
                [
                    ("     gets    ", "quiet"),
                    (link_words(trip.back), ""),
                    (f"   {self._states(trip.back)}", "quiet"),
                ],
                back,
            ),
        ]

    def _states(self, link: Link) -> str:
        words = dict.fromkeys(self.library.proof(deal).state for deal in link.deals)
        count = f"{len(link.deals)} deals, " if len(link.deals) > 1 else ""
        return f"{count}{', '.join(words)}"

    def _cycles(self) -> list[Entry]:
        found = search_cycles(self._edges)
        longer = [cycle for cycle in found.cycles if len(cycle.parties) > 2]
        if not longer:
            return []
        entries = [Entry([]), Entry([("Longer circles", "title")])]
        for cycle in longer:
            names = " → ".join(self._called(party) for party in (*cycle.parties, cycle.parties[0]))
            entries.append(Entry([(f"  {names}", "strong")]))
            entries += [self._cycle_link(link) for link in cycle.links]
        if not found.complete:
            entries.append(Entry([("  the search was cut off: there may be more", "warn")]))
        return entries

    def _cycle_link(self, link: Link) -> Entry:
        names = f"     {self._called(link.payer)} → {self._called(link.payee)}  "
        runs: list[Run] = [(names, "quiet"), (link_words(link), "")]
        runs.append((f"   {self._states(link)}", "quiet"))
        return Entry(runs, Target("deals", ",".join(link.deals)))

    def _flows(self) -> list[Entry]:
        entries = [Entry([]), Entry([("Who pays whom", "title")]), flow_head()]
        for cell in self._matrix.cells.values():
            entries += self._cell(cell)
        entries.append(Entry([]))
        entries += flow_rows("all together", self._matrix.total, None, "strong")
        return entries

    def _cell(self, cell: Cell) -> list[Entry]:
        names = f"{self._called(cell.payer)} → {self._called(cell.payee)}"
        return flow_rows(names, cell.sums, Target("deals", ",".join(cell.deals), names), "")

    def action_party(self) -> None:
        """All about the payer of the flow under the cursor."""
        target = self.entries.target
        if target is not None and target.kind == "deals":
            record = self.library.record(target.key.split(",")[0])
            party = getattr(record, "payer", "") or getattr(record, "payee", "")
            if party:
                self.dealtui.show_party(party)
