"""All about one party: money in and out, figures over time, sources, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.flows.party_page import party_page, spark
from tui.flows.words import link_words, party_words, ratio_words
from tui.model.format import format_quantity, format_when
from tui.model.safe_text import safe_line
from tui.screens.side.base import SideScreen
from tui.widgets.drawing.flow_lines import flow_head, flow_rows, names_width
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.matrix import Cell
    from tui.flows.party_page import FieldNote, PartyPage, Series
    from tui.session.protocol import Library
    from tui.widgets.drawing.line_pane import Run


class PartyScreen(SideScreen):
    """One party; enter goes to a deal, an article or another party."""

    NAME = "party"

    def __init__(self, library: Library, party: str) -> None:
        super().__init__(library)
        self.party = party

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """The name."""
        return [("party  ", "accent"), (self._called(self.party), "strong")], []

    def _called(self, party: str) -> str:
        return party_words(party, self.library.corpus)

    def build(self) -> Sequence[Entry]:
        """The page."""
        page = party_page(self.party, self.library.corpus, self.library.proof)
        entries = [Entry([]), Entry([(safe_line(page.name), "title")])]
        if page.aliases:
            entries.append(Entry([(safe_line("also " + ", ".join(page.aliases)), "quiet")]))
        if page.note:
            entries.append(Entry([(safe_line(page.note), "quiet")]))
        entries += self._flows("Who pays it", page.flows.payers, incoming=True)
        entries += self._flows("Whom it pays", page.flows.payees, incoming=False)
        entries += self._trips(page)
        entries += [entry for series in page.series for entry in self._series(series)]
        entries += self._doubts("Sources disagree", page.disputed, "warn")
        entries += self._doubts("Without a source", page.unsourced, "quiet")
        entries += self._others(page)
        entries += self._articles(page)
        return entries

    def _flows(self, title: str, cells: Sequence[Cell], *, incoming: bool) -> list[Entry]:
        if not cells:
            return []
        room = names_width(self.app.size.width)
        entries = [Entry([]), Entry([(title, "strong")]), flow_head(room)]
        for cell in cells:
            other = self._called(cell.payer if incoming else cell.payee)
            target = Target("deals", ",".join(cell.deals), other)
            entries += flow_rows((other,), cell.sums, target, "", room, self.library.locale)
        return entries

    def _trips(self, page: PartyPage) -> list[Entry]:
        if not page.flows.trips:
            return []
        locale = self.library.locale
        entries = [Entry([]), Entry([("Round trips: money that comes back", "strong")])]
        for trip in page.flows.trips:
            words = ratio_words(trip.ratio, locale) if trip.ratio else trip.reason
            ways = f"{link_words(trip.out, locale)} out, {link_words(trip.back, locale)} back: "
            names = f"  {self._called(trip.investor)} ⇄ {self._called(trip.spender)}  "
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

    def _series(self, series: Series) -> list[Entry]:
        title = safe_line(self.library.locale.word(series.kind))
        if series.holder:
            title += f" of {self._called(series.holder)} in {self._called(series.party)}"
        entries = [
            Entry([]),
            Entry([(f"{title}  ", "strong"), (spark(series.points, 24), "accent")]),
        ]
        for point in series.points:
            when = format_when(point.date, self.library.locale)
            entries.append(
                Entry(
                    [
                        (f"  {safe_line(when):<22} ", "quiet"),
                        (safe_line(format_quantity(point.quantity, self.library.locale)), ""),
                        (f"   {safe_line(self.library.record(point.record_id).title)}", "quiet"),
                    ],
                    Target("record", point.record_id),
                )
            )
        return entries

    def _doubts(self, title: str, notes: Sequence[FieldNote], style: str) -> list[Entry]:
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

    def _others(self, page: PartyPage) -> list[Entry]:
        if not page.records:
            return []
        entries = [Entry([]), Entry([(f"All records ({len(page.records)})", "strong")])]
        for record_id in page.records:
            title = safe_line(self.library.record(record_id).title)
            entries.append(
                Entry(
                    [(f"  {title}", ""), (f"  {record_id}", "quiet")], Target("record", record_id)
                )
            )
        known = [other.party for other in page.counterparties if other.party]
        if known:
            entries += [Entry([]), Entry([("Deals with", "strong")])]
            entries += [
                Entry([(f"  {self._called(other)}", "")], Target("party", other)) for other in known
            ]
        return entries

    def _articles(self, page: PartyPage) -> list[Entry]:
        entries = [Entry([]), Entry([("Articles", "strong")])]
        for count in page.articles:
            article = self.library.articles[count.article]
            when = safe_line(format_when(article.published, self.library.locale))
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
