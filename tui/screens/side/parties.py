"""The parties: how each is used, which are probably one, and names in articles that none has."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tui.commands import Scope
from tui.model.format import counted, grouped
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError
from tui.model.widths import cells, cut
from tui.platform.translation import tr
from tui.screens.dialogs import ScreenForms
from tui.screens.side.base import ListContent
from tui.screens.side.working import WorkingScreen
from tui.store.marks import StateError
from tui.widgets.drawing.highlighted_text import width_of
from tui.widgets.entries import Entry, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from tui.corpus.edit.proposals import Proposal
    from tui.corpus.parties.duplicates import Cluster
    from tui.screens.ports import Host, Job
    from tui.session.parties import ListedParty, NameWithoutParty, PartyOverview
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run

_LEAST_ALIASES = 20
"""Cells from which the aliases of a party are listed: an ellipsis alone behind a count would be
read as part of it."""
_LEAST_NAME, _WIDEST_NAME = 20, 34
"""Cells of the names of parties: a third of the screen."""


def _looking() -> ListContent:
    return ListContent(
        [Entry([(f" {tr('Looking at all parties …')}", "quiet")])],
        [(f"{tr('parties')}  ", "accent")],
    )


class PartiesScreen(WorkingScreen):
    """Every party; enter opens its page, and each change shows what it does to the file.

    Likely duplicates come first, then names in articles that no party has, for which a worker
    reads every article, then all parties by name.
    """

    SCOPE = Scope.PARTIES
    NAME = "parties"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.PARTIES)

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self.forms = ScreenForms(host, self)
        self.overview: PartyOverview | None = None
        self.names: Sequence[NameWithoutParty] | None = None
        self.with_dismissed = False
        self._parts: list[int] = []
        """The lines of the content with which its parts begin."""
        self._outdated = False

    def set_session(self, session: Session) -> None:
        """Show the parties as they are now; articles are read again where there are others."""
        if session.articles.keys() != self.session.articles.keys():
            self.names = None
        self._outdated = True
        super().set_session(session)

    def rebuild(self) -> None:
        """Look at the parties where they changed, and write the list; both in the background."""
        if self.overview is None:
            self.show_content(_looking())
        names = NamesToShow(self.session, self.names, self.with_dismissed)
        width = self.app.size.width
        if self.overview is None or self._outdated:
            work = partial(self._look, self.session, names, width)
        else:
            work = partial(self._write, self.overview, names, width)
        self.background.start("parties", work)

    def _look(self, session: Session, names: NamesToShow, width: int, job: Job) -> None:
        with suppress(CancelledError):
            overview = session.party_overview(self.task_of(job))
            # Folded here for the pick list, so that no key waits for 38,000 names.
            session.party_choices.named("")
            content = party_entries(overview, names, width)
            job.publish(self._show_overview, session, overview, content)

    def _write(self, overview: PartyOverview, names: NamesToShow, width: int, job: Job) -> None:
        job.publish(self.show_content, party_entries(overview, names, width))

    def _show_overview(
        self, session: Session, overview: PartyOverview, content: ListContent
    ) -> None:
        self.overview, self._outdated = overview, False
        self.show_content(content)
        if self.names is None:
            self.background.start("names", partial(self._read_names, session))

    def _read_names(self, session: Session, job: Job) -> None:
        with suppress(CancelledError):
            job.publish(self._take_names, session.names_without_party(self.task_of(job)))

    def _take_names(self, names: Sequence[NameWithoutParty]) -> None:
        self.names, self.progress = names, None
        self.show_heading()
        self.rebuild()

    # Commands

    def action_section(self) -> None:
        """Go to the next part of the list, around the end."""
        shown = self.shown_lines
        lines = [bisect_left(shown, line) for line in self._parts]
        here = [
            at for at, line in zip(lines, self._parts, strict=True) if shown[at : at + 1] == [line]
        ]
        later = [at for at in here if at > self.entries.line]
        if here:
            self.entries.go_to(later[0] if later else here[0])

    def show_content(self, content: ListContent) -> None:
        """Show what was written, and where its parts begin."""
        self._parts = [
            line
            for line, entry in enumerate(content.entries)
            if entry.target is None and entry.runs and entry.runs[0][1] == "title"
        ]
        super().show_content(content)

    def action_add(self) -> None:
        """Add the name under the cursor as a party, else a party that the user names."""
        from tui.session.forms.party_form import PartyForm

        target = self.entries.target
        name = target.key if target is not None and target.kind == "name" else ""
        self.forms.fill_in(PartyForm(self.session.names.keys(), name))

    def action_change(self) -> None:
        """Change name, aliases, note and id of the party under the cursor."""
        from tui.session.forms.party_form import PartyForm

        listed = self._listed()
        if listed is None:
            self.host.say(tr("Stand on a party to change it."))
            return
        self.forms.fill_in(PartyForm(self.session.names.keys(), listed=listed))

    def action_join(self) -> None:
        """Merge the party under the cursor, or make a name the alias of the party it is like."""
        from tui.corpus.edit.changes.parties import AddAlias, MergeParties

        target, overview = self.entries.target, self.overview
        if target is None or overview is None:
            return
        if target.kind == "name":
            add = partial(AddAlias, alias=target.key)
            if target.detail in overview.parties:
                self.host.changes.offer(add(target.detail))
            else:
                self._pick(
                    tr("{name} is another name of …").format(name=safe_line(target.key)),
                    add,
                )
            return
        merge = partial(MergeParties, gone=target.key)
        kept = self._first_of_cluster(target.key) if target.place == "duplicate" else None
        if kept is not None:
            self.host.changes.offer(merge(kept))
        else:
            name = safe_line(self.session.names.get(target.key, target.key))
            self._pick(tr("Merge {name} into …").format(name=name), merge, target.key)

    def action_keep_apart(self) -> None:
        """Record that the party under the cursor is none of those that it is like."""
        from tui.corpus.edit.changes.parties import KeepApart

        target = self.entries.target
        kept = self._first_of_cluster(target.key) if target is not None else None
        if target is None or target.kind != "party" or kept is None:
            self.host.say(tr("Stand on one of the likely duplicates."))
            return
        self.host.changes.offer(KeepApart(target.key, kept))

    def action_set_aside(self) -> None:
        """Dismiss the name under the cursor, which is of no party, or take that back."""
        from tui.session.parties import name_finding

        target = self.entries.target
        if target is None or target.kind != "name":
            self.host.say(tr("Stand on a name without a party to dismiss it."))
            return
        try:
            self.session.own.toggle_dismissed(name_finding(target.key))
        except StateError as error:
            self.host.say(str(error), error=True)
        self.rebuild()

    def action_dismissed(self) -> None:
        """Show or hide the names that the user dismissed."""
        self.with_dismissed = not self.with_dismissed
        self.rebuild()

    def action_edit(self) -> None:
        """Open the corpus in the user's editor at the party's line."""
        listed = self._listed()
        if listed is not None:
            self.host.edit(listed.party.line)

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.host.changes.undo()

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.host.changes.redo()

    def _listed(self) -> ListedParty | None:
        target = self.entries.target
        if target is None or target.kind != "party" or self.overview is None:
            return None
        return self.overview.parties.get(target.key)

    def _first_of_cluster(self, party: str) -> str | None:
        """The party that stands for the likely duplicates of another, else the next of them."""
        for cluster in self.overview.duplicates if self.overview is not None else ():
            if party in cluster.parties:
                first, second = cluster.parties[:2]
                return second if party == first else first
        return None

    def _pick(self, title: str, change: Callable[[str], Proposal], but: str = "") -> None:
        from tui.session.forms.party_form import PartyPick

        self.forms.fill_in(PartyPick(title, self.session.party_choices, change, but))


@dataclass(frozen=True, slots=True)
class NamesToShow:
    """The names without a party that a list shows.

    Attributes:
        session: The corpus; it knows which of them the user dismissed.
        read: The names that no party had when the articles were read; `None` before that.
        with_dismissed: Whether those that the user dismissed are shown too.
    """

    session: Session
    read: Sequence[NameWithoutParty] | None = None
    with_dismissed: bool = False

    def split(
        self, overview: PartyOverview
    ) -> tuple[Sequence[NameWithoutParty], Sequence[NameWithoutParty]]:
        """Those that no party has now, and those that the user dismissed."""
        from tui.session.parties import name_finding, still_without_party

        names = still_without_party(self.read or (), overview.parties)
        findings = [name_finding(one.name) for one in names]
        fresh = {finding.message for finding in self.session.own.undismissed(findings)}
        kept = [finding.message in fresh for finding in findings]
        return (
            [one for one, keep in zip(names, kept, strict=True) if keep],
            [one for one, keep in zip(names, kept, strict=True) if not keep],
        )


def party_entries(overview: PartyOverview, names: NamesToShow, width: int) -> ListContent:
    """Likely duplicates, names without a party, and all parties.

    Args:
        overview: The parties.
        names: The names.
        width: Cells of the screen.
    """
    room = max(_LEAST_NAME, min(_WIDEST_NAME, width // 3))
    unnamed, dismissed = names.split(overview)
    entries = [
        *_duplicates(overview, room, width),
        *_unnamed(overview, unnamed, dismissed, room, with_dismissed=names.with_dismissed),
        Entry([]),
        _part(f"{tr('Parties')} ({grouped(len(overview.parties))})", room),
        *(_party(listed, room, width) for listed in overview.parties.values()),
    ]
    count = counted(len(overview.parties), "party", "parties")
    doubts = [counted(len(overview.duplicates), "likely duplicate")] if overview.duplicates else []
    if names.read is not None:
        doubts.append(tr("{names} without a party").format(names=counted(len(unnamed), "name")))
    return ListContent(
        entries, [(f"{tr('parties')}  ", "accent"), (" · ".join((count, *doubts)), "")]
    )


def _duplicates(overview: PartyOverview, room: int, width: int) -> list[Entry]:
    entries: list[Entry] = []
    for number, cluster in enumerate(overview.duplicates):
        entries.append(Entry([]))
        if number == 0:
            title = tr("Likely duplicates ({count})").format(
                count=grouped(len(overview.duplicates))
            )
            entries += [_part(title, room), Entry([])]
        entries.append(Entry([(f"  {_reason(cluster)}", "quiet")]))
        entries += [
            _party(overview.parties[party], room, width, Target("party", party, place="duplicate"))
            for party in cluster.parties
            if party in overview.parties
        ]
    return entries


def _part(title: str, room: int) -> Entry:
    """The heading of a part that lists parties, with those of its columns."""
    columns = tr("  records  pays  is paid  articles")
    return Entry([(f" {title:<{room}}", "title"), (columns, "quiet")])


def _reason(cluster: Cluster) -> str:
    found = cluster.likeliest
    names = f"{safe_line(found.name)} ~ {safe_line(found.other_name)}"
    if found.name == found.other_name:
        return tr("{name} is a name of both").format(name=safe_line(found.name))
    if found.distance == 0:
        return tr("{names}: one name but for signs, order or legal form").format(names=names)
    letters = counted(found.distance, "letter")
    return tr("{names}: {letters} apart").format(names=names, letters=letters)


def _unnamed(
    overview: PartyOverview,
    names: Sequence[NameWithoutParty],
    dismissed: Sequence[NameWithoutParty],
    room: int,
    *,
    with_dismissed: bool,
) -> list[Entry]:
    if not (names or dismissed):
        return []
    title = " " + tr("Names in articles that no party has ({count})").format(
        count=grouped(len(names))
    )
    entries = [Entry([]), Entry([(title, "title")])]
    if dismissed:
        entries[-1].runs.append((f"  {len(dismissed):,} dismissed: X", "quiet"))
    for at, one in enumerate((*names, *dismissed) if with_dismissed else names):
        times = tr("{times} in {articles}").format(
            times=counted(one.times, "time"), articles=counted(one.articles, "article")
        )
        if at >= len(names):
            times += "  (dismissed)"
        runs: list[Run] = [(f" {_padded(one.name, room)}  ", ""), (times, "quiet")]
        if one.like in overview.parties:
            like = safe_line(overview.parties[one.like].party.name)
            runs += [("   like ", "quiet"), (like, "accent")]
        place = f"{one.first.article}:{one.first.start}:{one.first.end}"
        entries.append(Entry(runs, Target("name", one.name, one.like, place)))
    return entries


def _party(listed: ListedParty, room: int, width: int, target: Target | None = None) -> Entry:
    """A party with its counts, and its aliases where more than the first letters have room."""
    party = listed.party
    counts = f"{listed.records:>7,}  {listed.payer:>4,}  {listed.payee:>7,}  {listed.articles:>8,}"
    runs: list[Run] = [
        (f" {_padded(party.name, room)}  ", "" if listed.records else "quiet"), (counts, "quiet"),
    ]  # fmt: skip
    if party.aliases and width - width_of(runs) >= _LEAST_ALIASES:
        runs.append(
            ("   " + tr("also {names}").format(names=safe_line(", ".join(party.aliases))), "quiet")
        )
    return Entry(runs, target or Target("party", party.id))


def _padded(name: str, room: int) -> str:
    """A name in just as many cells."""
    shown = cut(safe_line(name), room)
    return shown + " " * (room - cells(shown))
