"""All about one party: money in and out, figures over time, sources, doubts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.flows.party_page import spark
from tui.flows.words import link_words, ratio_words
from tui.model.format import format_quantity, format_when
from tui.model.safe_text import safe_line
from tui.screens.side.base import ListContent, SideScreen
from tui.screens.side.flow_entries import called
from tui.widgets.drawing.flow_lines import flow_head, flow_rows, names_width
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.matrix import Cell
    from tui.flows.party_page import FieldNote, PartyPage, Series
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.protocol import Session


class PartyScreen(SideScreen):
    """One party; enter goes to a deal, an article or another party."""

    NAME = "party"

    def __init__(self, host: Host, session: Session, party: str) -> None:
        super().__init__(host, session)
        self.party = party

    def rebuild(self) -> None:
        """Write the page anew."""
        self.write_list(partial(party_list, self.request(), self.party), self.show_content)


def party_list(request: ListRequest, party: str) -> ListContent:
    """All about one party."""
    lines = _Lines(request.session, names_width(request.width))
    page = request.session.party(party)
    entries = [Entry([]), Entry([(safe_line(page.name), "title")])]
    if page.aliases:
        entries.append(Entry([(safe_line("also " + ", ".join(page.aliases)), "quiet")]))
    if page.note:
        entries.append(Entry([(safe_line(page.note), "quiet")]))
    entries += lines.flows("Who pays it", page.flows.payers, incoming=True)
    entries += lines.flows("Whom it pays", page.flows.payees, incoming=False)
    entries += lines.trips(page)
    entries += [entry for series in page.series for entry in lines.series(series)]
    entries += lines.doubts("Sources disagree", page.disputed, "warn")
    entries += lines.doubts("Without a source", page.unsourced, "quiet")
    entries += lines.others(page)
    entries += lines.articles(page)
    return ListContent(entries, [("party  ", "accent"), (lines.called(party), "strong")])


class _Lines:
    """Writes the parts of the page, with `room` cells for the names of parties."""

    def __init__(self, session: Session, room: int) -> None:
        self._session, self._room = session, room

    def called(self, party: str) -> str:
        return called(self._session, party)

    def flows(self, title: str, cells: Sequence[Cell], *, incoming: bool) -> list[Entry]:
        if not cells:
            return []
        entries = [Entry([]), Entry([(title, "strong")]), flow_head(self._room)]
        for cell in cells:
            other = self.called(cell.payer if incoming else cell.payee)
            target = Target("deals", ",".join(cell.deals), other)
            entries += flow_rows((other,), cell.sums, target, "", self._room, self._session.locale)
        return entries

    def trips(self, page: PartyPage) -> list[Entry]:
        if not page.flows.trips:
            return []
        entries = [Entry([]), Entry([("Round trips: money that comes back", "strong")])]
        locale = self._session.locale
        for trip in page.flows.trips:
            words = ratio_words(trip.ratio, locale) if trip.ratio else trip.reason
            ways = f"{link_words(trip.out, locale)} out, {link_words(trip.back, locale)} back: "
            names = f"  {self.called(trip.investor)} ⇄ {self.called(trip.spender)}  "
            entries.append(
                Entry(
                    [
                        (names, ""),
                        (ways, "quiet"),
                        (words, "accent"),
                    ],
                    Target("deals", ",".join((*trip.out.deals, *trip.back.deals)), names.strip()),
                )
            )
        return entries

    def series(self, series: Series) -> list[Entry]:
        title = safe_line(self._session.locale.word(series.kind))
        if series.holder:
            title += f" of {self.called(series.holder)} in {self.called(series.party)}"
        entries = [
            Entry([]),
            Entry([(f"{title}  ", "strong"), (spark(series.points, 24), "accent")]),
        ]
        for point in series.points:
            when = format_when(point.date, self._session.locale)
            entries.append(
                Entry(
                    [
                        (f"  {safe_line(when):<22} ", "quiet"),
                        (safe_line(format_quantity(point.quantity, self._session.locale)), ""),
                        (f"   {safe_line(self._session.record(point.record_id).title)}", "quiet"),
                    ],
                    Target("record", point.record_id),
                )
            )
        return entries

    def doubts(self, title: str, notes: Sequence[FieldNote], style: str) -> list[Entry]:
        if not notes:
            return []
        entries = [Entry([]), Entry([(f"{title} ({len(notes)})", f"{style} strong")])]
        entries += [
            Entry(
                [
                    (f"  {note.record}  ", ""),
                    (note.path, "quiet"),
                    (safe_line(f"  {note.detail}"), "quiet"),
                ],
                Target("record", note.record, note.path),
            )
            for note in notes
        ]
        return entries

    def others(self, page: PartyPage) -> list[Entry]:
        if not page.records:
            return []
        entries = [Entry([]), Entry([(f"All records ({len(page.records)})", "strong")])]
        for record_id in page.records:
            title = safe_line(self._session.record(record_id).title)
            entries.append(
                Entry(
                    [(f"  {title}", ""), (f"  {record_id}", "quiet")], Target("record", record_id)
                )
            )
        known = [other.party for other in page.counterparties if other.party]
        if known:
            entries += [Entry([]), Entry([("Deals with", "strong")])]
            entries += [
                Entry([(f"  {self.called(other)}", "")], Target("party", other)) for other in known
            ]
        return entries

    def articles(self, page: PartyPage) -> list[Entry]:
        entries = [Entry([]), Entry([("Articles", "strong")])]
        for count in page.articles:
            article = self._session.articles[count.article]
            when = safe_line(format_when(article.published, self._session.locale))
            times = f"named {count.times} times" if count.times != 1 else "named once"
            entries.append(
                Entry(
                    [
                        (f"  {when:<22} ", "quiet"),
                        (safe_line(article.title or article.id), ""),
                        (f"   {times}, feeds {len(count.records)} of its records", "quiet"),
                    ],
                    Target("article", article.id),
                )
            )
        return entries
