"""One party in the middle: who pays it and whom it pays, walked from party to party."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.flows.bars import BarScale
from tui.flows.words import headline_words
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.side.base import ListContent
from tui.screens.side.flow_entries import MOST, FlowLines, FlowList, FlowScreen, called, others
from tui.widgets.drawing.flow_lines import bar_lines, legend
from tui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.matrix import Cell
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.protocol import Session


class EgoScreen(FlowScreen):
    """The flows of one party; `e` on a line puts the other party in the middle."""

    def __init__(self, host: Host, session: Session, party: str) -> None:
        super().__init__(host, session)
        self.party = party

    @property
    def title_words(self) -> str:
        """Whose flows these are."""
        return tr("flows of {party}").format(party=called(self.session, self.party))

    def rebuild(self) -> None:
        """Write the flows of the party anew."""
        self.write_list(partial(flows_of, self.request(), self.party), self.show_flows)

    def parties(self) -> list[str]:
        """The other party of a line."""
        return [party for party in super().parties() if party != self.party]


def flows_of(request: ListRequest, party: str) -> FlowList:
    """Who pays a party, whom it pays, and what comes back."""
    lines = FlowLines(request)
    session = request.session
    around = session.ego(party, session.flows(request.found))
    name = lines.called(party)
    scale = BarScale(cell.sums for cell in (*around.payers, *around.payees))
    entries = [
        Entry([]),
        Entry([(headline_words(around, lines.locale), "strong")]),
        *legend([around.incoming, around.outgoing], lines.width),
        *lines.trips(list(around.trips)),
        *_side(lines, party, tr("Who pays {party}").format(party=name), around.payers, scale),
        *_side(lines, party, tr("Whom {party} pays").format(party=name), around.payees, scale),
    ]
    words = "  " + tr("paid by {payers}, pays {payees}").format(
        payers=len(around.payers), payees=len(around.payees)
    )
    if request.query:
        words += " " + tr("of what “{query}” finds").format(query=safe_line(request.query))
    head = [(tr("flows of "), "accent"), (name, "accent strong"), (words, "")]
    return FlowList(ListContent(entries, head), lines.pairs)


def _side(
    lines: FlowLines, party: str, title: str, cells: Sequence[Cell], scale: BarScale
) -> list[Entry]:
    entries = [Entry([]), Entry([(title, "title")])]
    if not cells:
        return [*entries, Entry([(f"  {tr('nobody that a deal here names')}", "quiet")])]
    sign = "←" if cells[0].payee == party else "→"
    rows = [
        lines.row(cell, f"  {sign} {lines.called(cell.payer if sign == '←' else cell.payee)}")
        for cell in cells[:MOST]
    ]
    entries += bar_lines(rows, lines.width, scale, lines.locale)
    return entries + others(len(cells), tr("parties"))
