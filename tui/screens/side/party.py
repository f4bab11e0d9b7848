"""All about one party: money in and out, figures over time, sources, doubts."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len

from tui.commands import Scope
from tui.flows.bars import BarScale, chart_bar
from tui.flows.words import headline_words, series_words
from tui.model.format import format_quantity, format_when
from tui.model.headline import field_words
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.model.widths import fill
from tui.platform.translation import tr
from tui.screens.dialogs import ScreenForms
from tui.screens.side.base import ListContent, SideScreen
from tui.screens.side.flow_entries import FlowLines, called
from tui.widgets.drawing.flow_lines import BarRow, bar_lines, legend
from tui.widgets.entries import Entry, Target, side_by_side
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from tui.flows.matrix import Cell
    from tui.flows.party_page import FieldNote, PartyPage, Point, Series
    from tui.model.locales import Locale
    from tui.screens.ports import Host
    from tui.screens.side.base import ListRequest
    from tui.session.forms.fields import Filled
    from tui.session.parties import ListedParty
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run

BESIDE_FROM = 110
"""Cells from which money in and out stand beside each other."""
_UNKNOWN = msg("The corpus has no such party: add it on the parties screen, P.")
_MOST_CHART = 40
"""Cells of the longest bar of a chart."""


class PartyScreen(SideScreen):
    """One party; enter goes to a deal, an article or another party, others keys change it."""

    SCOPE = Scope.PARTY
    NAME = "party"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.PARTY)

    def __init__(self, host: Host, session: Session, party: str) -> None:
        super().__init__(host, session)
        self.party = party
        self.forms = ScreenForms(host, self)
        self._called: tuple[str, ...] = ()
        """The ids under which the page was shown before, the last one first."""

    @property
    def title_words(self) -> str:
        """The party."""
        return called(self.session, self.party)

    def rebuild(self) -> None:
        """Write the page anew."""
        self.write_list(partial(party_list, self.request(), self.party), self.show_content)

    # Commands

    def action_change(self) -> None:
        """Change name, aliases, note and id of the party."""
        self._look_up(self._fill_in)

    def _fill_in(self, listed: ListedParty) -> None:
        from tui.session.forms.party_form import PartyForm

        form = PartyForm(self.session.names.keys(), listed=listed)
        self.forms.fill_in(form, made=partial(self._follow, "id"))

    def action_join(self) -> None:
        """Merge the party into another, whose page comes up."""
        from tui.corpus.edit.changes.parties import MergeParties
        from tui.session.forms.party_form import PartyPick

        if self.party not in self.session.names:
            self.host.say(tr(_UNKNOWN))
            return
        merge = partial(MergeParties, gone=self.party)
        title = tr("Merge {name} into …").format(name=self.title_words)
        pick = PartyPick(title, self.session.party_choices, merge, self.party)
        self.forms.fill_in(pick, made=partial(self._follow, "party"))

    def action_edit(self) -> None:
        """Open the corpus in the user's editor at the party's line."""
        self._look_up(lambda listed: self.host.edit(listed.party.line))

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.host.changes.undo()

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.host.changes.redo()

    def set_session(self, session: Session) -> None:
        """Show the party as it is now; after an undo it has the id again that it had before."""
        if self.party not in session.names:
            self.party = next((one for one in self._called if one in session.names), self.party)
        super().set_session(session)

    def _look_up(self, take: Callable[[ListedParty], None]) -> None:
        """Look at the party in another thread: that takes a walk over all records."""

        def found(listed: ListedParty | None) -> None:
            if listed is None:
                self.host.say(tr(_UNKNOWN))
            else:
                take(listed)

        session, party = self.session, self.party
        self.background.start("change", lambda job: job.publish(found, session.listed_party(party)))

    def _follow(self, field: str, filled: Filled) -> None:
        """Show the page of the party under its new id, or of the one that it was merged into."""
        self._called = (self.party, *self._called)
        self.party = filled.answers[field].strip()


def party_list(request: ListRequest, party: str) -> ListContent:
    """All about one party."""
    lines = _Lines(request)
    page = request.session.party(party)
    about = [
        tr("also {names}").format(names=", ".join(page.aliases)) if page.aliases else "",
        page.note,
    ]
    entries = [
        Entry([]),
        Entry([(safe_line(page.name), "title"), *_quiet(" · ".join(filter(None, about)))]),
        *lines.headline(page),
        *lines.money(page),
        *lines.trips(page),
        *lines.figures(page),
        *lines.doubts(tr("Sources disagree"), page.disputed, "warn"),
        *lines.doubts(tr("Without a source"), page.unsourced, "quiet"),
        *lines.others(page),
        *lines.articles(page),
    ]
    return ListContent(entries, [(lines.called(party), "accent strong")])


def _quiet(words: str) -> list[Run]:
    return [(f"   {safe_line(words)}", "quiet")] if words else []


class _Lines:
    """Writes the parts of the page."""

    def __init__(self, request: ListRequest) -> None:
        self._session, self._width = request.session, request.width
        self._flows = FlowLines(request)

    def called(self, party: str) -> str:
        return called(self._session, party)

    def headline(self, page: PartyPage) -> list[Entry]:
        """What came in and went out, in one sentence."""
        words = headline_words(page.flows, self._session.locale)
        return [Entry([(line, "strong")]) for line in wrap(words, self._width - 3)]

    def money(self, page: PartyPage) -> list[Entry]:
        """Who pays the party and whom it pays: beside each other where there is room."""
        flows = page.flows
        sides = [
            (title, cells)
            for title, cells in ((tr("Money in"), flows.payers), (tr("Money out"), flows.payees))
            if cells
        ]
        if not sides:
            return []
        beside = self._width >= BESIDE_FROM and len(sides) > 1
        half = (self._width - 2) // 2
        width = half if beside else self._width
        scale = BarScale(cell.sums for _, cells in sides for cell in cells)
        written = [
            [
                Entry([(title, "strong")]),
                *bar_lines(
                    [self._row(cell, page.id) for cell in cells], width, scale, self._locale
                ),
            ]
            for title, cells in sides
        ]
        key = [Entry([]), *legend([flows.incoming, flows.outgoing], self._width), Entry([])]
        if beside:
            return [*key, *side_by_side(written[0], written[1], half)]
        return [*key, *written[0], *([Entry([]), *written[1]] if len(written) > 1 else [])]

    def _row(self, cell: Cell, party: str) -> BarRow:
        incoming = cell.payee == party
        other = self.called(cell.payer if incoming else cell.payee)
        return self._flows.row(cell, f"  {'←' if incoming else '→'} {other}")

    @property
    def _locale(self) -> Locale:
        return self._session.locale

    def trips(self, page: PartyPage) -> list[Entry]:
        """What comes back, as loops."""
        return self._flows.trips(page.flows.trips)

    def figures(self, page: PartyPage) -> list[Entry]:
        """Figures over time: a small chart of each series, one table of what stands alone."""
        charted = [series for series in page.series if len(series.points) > 1]
        alone = [series for series in page.series if len(series.points) == 1]
        entries = [entry for series in charted for entry in self._chart(series, page)]
        if alone:
            entries += [
                Entry([]),
                Entry([(tr("Figures") if not charted else tr("Other figures"), "strong")]),
            ]
            table = [
                (
                    self._series_words(series, page),
                    self._figure(series.points[0]),
                    self._when(series.points[0]),
                    series.points[0].record_id,
                )
                for series in alone
            ]
            entries += self._table(table)
        return entries

    def _table(self, rows: Sequence[tuple[str, str, str, str]]) -> list[Entry]:
        """What each figure is of, itself at the right of its column, and when."""
        names, figures, dates = (max(cell_len(row[at]) for row in rows) for at in range(3))
        return [
            Entry(
                [
                    (f"  {fill(name, names)}", ""),
                    (f"   {fill(figure, figures, right=True)}", "strong"),
                    (f"   {fill(when, dates)}", "quiet"),
                    (f"   {self._title(record_id)}", "quiet"),
                ],
                Target("record", record_id),
            )
            for name, figure, when, record_id in rows
        ]

    def _chart(self, series: Series, page: PartyPage) -> list[Entry]:
        """A bar for each point, from zero, its date before it and its figure behind."""
        entries = [Entry([]), Entry([(self._series_words(series, page), "strong")])]
        sizes = [point.quantity.magnitude or Decimal(0) for point in series.points]
        largest = max(map(abs, sizes), default=Decimal(0))
        dates = max(cell_len(self._when(point)) for point in series.points)
        room = max(4, min(_MOST_CHART, self._width // 3))
        for point, size in zip(series.points, sizes, strict=True):
            length = max(1, round(abs(size) * room / largest)) if largest else 1
            drawn = fill(chart_bar(point.quantity, length), room)
            runs: list[Run] = [
                (f"  {fill(self._when(point), dates)} ", "quiet"),
                (drawn, "accent"),
                (f" {self._figure(point)}", ""),
                (f"   {self._title(point.record_id)}", "quiet"),
            ]
            entries.append(Entry(runs, Target("record", point.record_id)))
        return entries

    def _figure(self, point: Point) -> str:
        return safe_line(format_quantity(point.quantity, self._locale))

    def _title(self, record_id: str) -> str:
        return safe_line(self._session.record(record_id).title)

    def _when(self, point: Point) -> str:
        return safe_line(format_when(point.date, self._locale))

    def _series_words(self, series: Series, page: PartyPage) -> str:
        return series_words(series, page, self._session.names, self._locale)

    def doubts(self, title: str, notes: Sequence[FieldNote], style: str) -> list[Entry]:
        if not notes:
            return []
        entries = [Entry([]), Entry([(f"{title} ({len(notes)})", f"{style} strong")])]
        entries += [
            Entry(
                [
                    (f"  {self._title(note.record)}  ", ""),
                    (safe_line(field_words(note.path)), "quiet"),
                    (safe_line(f"  {shown(note.detail, on_screen=True)}"), "quiet"),
                ],
                Target("record", note.record, note.path),
            )
            for note in notes
        ]
        return entries

    def others(self, page: PartyPage) -> list[Entry]:
        if not page.records:
            return []
        entries = [
            Entry([]),
            Entry([(tr("All records ({count})").format(count=len(page.records)), "strong")]),
        ]
        for record_id in page.records:
            title = safe_line(self._session.record(record_id).title)
            entries.append(Entry([(f"  {title}", "")], Target("record", record_id)))
        known = [other.party for other in page.counterparties if other.party]
        if known:
            entries += [Entry([]), Entry([(tr("Deals with"), "strong")])]
            entries += [
                Entry([(f"  {self.called(other)}", "")], Target("party", other)) for other in known
            ]
        return entries

    def articles(self, page: PartyPage) -> list[Entry]:
        entries = [Entry([]), Entry([(tr("Articles"), "strong")])]
        for count in page.articles:
            article = self._session.articles[count.article]
            when = safe_line(format_when(article.published, self._session.locale))
            words = tr("named {times} times, feeds {count} of its records")
            if count.times == 1:
                words = tr("named once, feeds {count} of its records")
            words = words.format(times=count.times, count=len(count.records))
            entries.append(
                Entry(
                    [
                        (f"  {when:<22} ", "quiet"),
                        (safe_line(article.title or article.id), ""),
                        (f"   {words}", "quiet"),
                    ],
                    Target("article", article.id),
                )
            )
        return entries
