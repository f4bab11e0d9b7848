"""What the screens of flows share: lines for sums and ways round, and the way to a party."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from tui.commands import Scope
from tui.flows.words import NOT_NAMED_WORDS, link_words, ratio_words
from tui.model.safe_text import safe_line
from tui.screens.side.base import ListContent, SideScreen
from tui.widgets.drawing.flow_lines import flow_rows, names_width
from tui.widgets.entries import Entry, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.binding import BindingType
    from textual.events import Resize

    from tui.flows.matrix import Cell, Sums
    from tui.flows.trips import Link, RoundTrip
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run

MOST = 200
"""Lines of one kind that are listed: nobody walks more, and a query narrows them."""


class FlowLines:
    """Writes lines about money between parties.

    Attributes:
        room: Cells for the names of parties.
        pairs: Payer and payee of the lines written so far that lead to deals.
    """

    def __init__(self, request: ListRequest) -> None:
        self._session = request.session
        self.room = names_width(request.width)
        self.pairs: dict[Target, tuple[str, str]] = {}

    def called(self, party: str) -> str:
        """The name of a party, harmless on one line."""
        return called(self._session, party)

    def deals(self, ids: tuple[str, ...], payer: str, payee: str) -> Target:
        """Where a line about money from one party to another leads."""
        target = Target("deals", ",".join(ids), f"{self.called(payer)} → {self.called(payee)}")
        self.pairs[target] = payer, payee
        return target

    def cell(self, cell: Cell, unit: str | None = None, name: str = "") -> list[Entry]:
        """A line a unit, or the line of one unit; `name` stands for both parties."""
        sums = cell.sums if unit is None else {unit: cell.sums[unit]}
        target = self.deals(cell.deals, cell.payer, cell.payee)
        names = (name,) if name else (self.called(cell.payer), self.called(cell.payee))
        return flow_rows(names, sums, target, "", self.room, self._session.locale)

    def sums(self, total: Sums) -> list[Entry]:
        """The lines of all that was listed, added up column by column."""
        locale = self._session.locale
        return flow_rows(("all together",), total, None, "strong", self.room, locale)

    def trips(self, trips: Sequence[RoundTrip]) -> list[Entry]:
        """Ways out and back with their ratio, under a heading; nothing for none."""
        if not trips:
            return []
        entries = [Entry([]), Entry([("Round trips: money that comes back", "title")])]
        for trip in trips[:MOST]:
            names = f"  {self.called(trip.investor)} ⇄ {self.called(trip.spender)}  "
            ratio = ratio_words(trip.ratio, self._session.locale) if trip.ratio else trip.reason
            entries.append(Entry([(names, "strong"), (ratio, "accent" if trip.ratio else "quiet")]))
            entries += [self._way("puts in ", trip.out), self._way("gets    ", trip.back)]
        return entries + others(len(trips), "ways round")

    def _way(self, word: str, link: Link) -> Entry:
        runs: list[Run] = [(f"     {word}", "quiet"), *self.link(link)]
        return Entry(runs, self.deals(link.deals, link.payer, link.payee))

    def link(self, link: Link) -> list[Run]:
        """What a link comes to and how far its deals are proved."""
        states = dict.fromkeys(self._session.proof(deal).state for deal in link.deals)
        count = f"{len(link.deals)} deals, " if len(link.deals) > 1 else ""
        words = link_words(link, self._session.locale)
        return [(words, ""), (f"   {count}{', '.join(states)}", "quiet")]


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
        self._room = 0

    def on_resize(self, event: Resize) -> None:
        """Give the names the room that there is."""
        if names_width(event.size.width) != self._room and self.is_mounted:
            self.rebuild()

    def request(self) -> ListRequest:
        """What the flows are written from, for the room that there is."""
        request = super().request()
        self._room = names_width(request.width)
        return request

    def show_flows(self, written: FlowList) -> None:
        """Show what was written."""
        self._pairs = written.pairs
        self.show_content(written.content)

    def action_party(self) -> None:
        """All about a party of the line under the cursor."""
        self._choose_party("All about", self.host.show_party)

    def action_ego(self) -> None:
        """Put a party of the line under the cursor in the middle."""
        self._choose_party("In the middle", self.host.show_flows_of)

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
            self.host.say("No party is named on this line.")
            return
        entries = [
            Entry([(called(self.session, party), "")], Target("party", party)) for party in parties
        ]
        self.dialogs.choose(title, entries, lambda target: then(target.key), does="chooses")


def called(session: Session, party: str) -> str:
    """The name of a party, harmless on one line."""
    return safe_line(session.names.get(party, party)) if party else NOT_NAMED_WORDS


def others(count: int, what: str) -> list[Entry]:
    """A line that tells how many were left out of a list."""
    if count <= MOST:
        return []
    return [Entry([(f"  … and {count - MOST:,} other {what}; a search narrows them", "warn")])]
