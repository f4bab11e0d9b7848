"""What the screens of flows share: lines for sums and ways round, and the way to a party."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from tui.commands import Scope
from tui.flows.words import NOT_NAMED_WORDS, link_words, ratio_words
from tui.model.format import counted, grouped
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.side.base import ListContent, SideScreen
from tui.widgets.drawing.flow_lines import BarRow, Loop, loop_lines
from tui.widgets.entries import Entry, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.binding import BindingType

    from tui.flows.matrix import Cell
    from tui.flows.trips import Link, RoundTrip
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.protocol import Session

MOST = 200
"""Lines of one kind that are listed: nobody walks more, and a query narrows them."""


class FlowLines:
    """Writes lines about money between parties.

    Attributes:
        width: Cells of a line.
        locale: How figures are written.
        pairs: Payer and payee of the lines written so far that lead to deals.
    """

    def __init__(self, request: ListRequest) -> None:
        self._session = request.session
        self.width, self.locale = request.width, request.session.locale
        self.pairs: dict[Target, tuple[str, str]] = {}

    def called(self, party: str) -> str:
        """The name of a party, harmless on one line."""
        return called(self._session, party)

    def deals(self, ids: tuple[str, ...], payer: str, payee: str) -> Target:
        """Where a line about money from one party to another leads."""
        target = Target("deals", ",".join(ids), f"{self.called(payer)} → {self.called(payee)}")
        self.pairs[target] = payer, payee
        return target

    def row(self, cell: Cell, name: str) -> BarRow:
        """What one party pays another, under a name."""
        return BarRow(name, cell.sums, self.deals(cell.deals, cell.payer, cell.payee))

    def trips(self, trips: Sequence[RoundTrip]) -> list[Entry]:
        """Ways out and back as loops, under a heading; nothing for none."""
        if not trips:
            return []
        loops = [self._loop_of(trip) for trip in trips[:MOST]]
        heading = [Entry([]), Entry([(tr("Money that comes back"), "title")])]
        return [*heading, *loop_lines(loops, self.width), *others(len(trips), tr("ways round"))]

    def _loop_of(self, trip: RoundTrip) -> Loop:
        told = trip.ratio is not None
        ratio = (
            ratio_words(trip.ratio, self.locale)
            if trip.ratio
            else tr("no ratio: {reason}").format(reason=shown(trip.reason))
        )
        ways = [self.deals(way.deals, way.payer, way.payee) for way in (trip.out, trip.back)]
        return Loop(
            self.called(trip.investor),
            self.called(trip.spender),
            link_words(trip.out, self.locale),
            link_words(trip.back, self.locale),
            tr("{ratio} comes back").format(ratio=ratio) if told else ratio,
            told,
            (self.proofs(trip.out), self.proofs(trip.back)),
            (ways[0], ways[1]),
        )

    def proofs(self, link: Link) -> str:
        """How many deals a link is of and how far they are proved."""
        states = dict.fromkeys(self._session.proof(deal).state for deal in link.deals)
        words = ", ".join(map(tr, states))
        if len(link.deals) > 1:
            words = f"{counted(len(link.deals), 'deal')}, {words}"
        return words


@dataclass(frozen=True, slots=True)
class FlowList:
    """Flows as they are shown.

    Attributes:
        content: What is shown.
        pairs: Payer and payee of the lines that lead to deals.
    """

    content: ListContent
    pairs: Mapping[Target, tuple[str, str]] = field(default_factory=dict)


class FlowScreen(SideScreen):
    """A screen of flows; enter opens the deals behind a line, `p` and `e` go to a party of it."""

    SCOPE = Scope.FLOWS
    NAME = "flows"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.FLOWS)

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self._pairs: Mapping[Target, tuple[str, str]] = {}

    def show_flows(self, written: FlowList) -> None:
        """Show what was written."""
        self._pairs = written.pairs
        self.show_content(written.content)

    def action_view(self) -> None:
        """Payers against payees are shown of all flows."""
        self.host.say(tr("Payers against payees are shown of all flows: Esc goes back to them."))

    def action_resize_column(self, step: int) -> None:
        """Only the matrix has columns."""
        self.host.say(tr("The matrix has columns to resize: v shows it."))

    def action_party(self) -> None:
        """All about a party of the line under the cursor."""
        self._choose_party(tr("All about"), self.host.show_party)

    def action_ego(self) -> None:
        """Put a party of the line under the cursor in the middle."""
        self._choose_party(tr("In the middle"), self.host.show_flows_of)

    def parties(self) -> list[str]:
        """The parties to choose from on the line under the cursor, the likeliest first."""
        target = self.entries.target
        pair = self._pairs.get(target, ()) if target is not None else ()
        return [party for party in dict.fromkeys(pair) if party]

    def _choose_party(self, title: str, then: Callable[[str], None]) -> None:
        parties = self.parties()
        if len(parties) == 1:
            then(parties[0])
            return
        if not parties:
            self.host.say(tr("No party is named on this line."))
            return
        entries = [
            Entry([(called(self.session, party), "")], Target("party", party)) for party in parties
        ]
        self.dialogs.choose(title, entries, lambda target: then(target.key), does=tr("chooses"))


def called(session: Session, party: str) -> str:
    """The name of a party, harmless on one line."""
    return safe_line(session.names.get(party, party)) if party else shown(NOT_NAMED_WORDS)


def others(count: int, what: str) -> list[Entry]:
    """A line that tells how many were left out of a list."""
    if count <= MOST:
        return []
    words = tr("… and {count} other {what}; a search narrows them")
    words = words.format(count=grouped(count - MOST), what=what)
    return [Entry([(f"  {words}", "warn")])]
