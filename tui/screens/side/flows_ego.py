"""One party in the middle: who pays it and whom it pays, walked from party to party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.flows.edges import edges
from tui.flows.ego import ego
from tui.model.safe_text import safe_line
from tui.screens.side.flow_entries import MOST, FlowLines, others
from tui.widgets.drawing.flow_lines import flow_head
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.ego import Ego
    from tui.flows.matrix import Cell, Sums
    from tui.session.protocol import Library
    from tui.widgets.drawing.line_pane import Run


class EgoScreen(FlowLines):
    """The flows of one party; `e` on a line puts the other party in the middle."""

    _ego: Ego

    def __init__(self, library: Library, party: str) -> None:
        super().__init__(library)
        self.party = party

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """Who stands in the middle, and how many stand around."""
        payers, payees = len(self._ego.payers), len(self._ego.payees)
        words = f"  paid by {payers:,}, pays {payees:,}"
        if self.library.query:
            words += f" of what “{safe_line(self.library.query)}” finds"
        name = self.called(self.party)
        return [("one party  ", "accent"), (name, "strong"), (words, "")], []

    def build(self) -> Sequence[Entry]:
        """Who pays it, whom it pays, and what comes back."""
        flows = edges(self.library.listed, self.library.corpus)
        self._ego = ego(self.party, flows, self.library.corpus)
        name = self.called(self.party)
        return [
            *self._side(f"Who pays {name}", self._ego.payers, self._ego.incoming),
            *self._side(f"Whom {name} pays", self._ego.payees, self._ego.outgoing),
            *self.trips(list(self._ego.trips)),
        ]

    def _side(self, title: str, cells: Sequence[Cell], total: Sums) -> list[Entry]:
        entries = [Entry([]), Entry([(title, "title")])]
        if not cells:
            return [*entries, Entry([("  nobody that a deal here names", "quiet")])]
        entries.append(flow_head(self.room))
        for cell in cells[:MOST]:
            other = cell.payer if cell.payee == self.party else cell.payee
            entries += self.cell(cell, name=self.called(other))
        entries += others(len(cells), "parties")
        return entries + self.sums(total)

    def parties(self) -> list[str]:
        """The other party of a line."""
        return [party for party in super().parties() if party != self.party]
