"""The audit: what is unproved, disputed, missing or contradictory, worst first."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.commands import Scope
from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.model.source_files import FilePlace
from tui.model.task import CancelledError
from tui.platform.translation import tr
from tui.screens.article_menu import choose_action
from tui.screens.dialogs import ScreenForms
from tui.screens.side.base import ListContent
from tui.screens.side.working import WorkingScreen
from tui.store.marks import StateError
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, Target
from tui.widgets.key_bindings import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from tui.model.problems import Problem
    from tui.screens.article_menu import Action
    from tui.screens.ports import Host, Job
    from tui.session.forms.fields import FormSubject
    from tui.session.protocol import Session

_STYLE = {"error": ("✗", "bad"), "warning": ("!", "warn"), "info": ("·", "quiet")}


_NARROWEST = 30
"""Cells below which a finding is not broken into lines any more."""
_INDENT = 8
"""Cells that a line of a finding steps in, those of the cursor's bar and the rail included."""
_FIRST = 50
"""So many figures are waited for before they are shown for the first time."""


def _checking() -> ListContent:
    return ListContent(
        [Entry([(f" {tr('Checking every quote, field and total …')}", "quiet")])],
        [(f"{tr('audit')}  ", "accent")],
    )


class AuditScreen(WorkingScreen):
    """Findings grouped by defect; enter goes to the place.

    The checks come first. The figures that nobody recorded, which take every article to be read,
    fill in below them; leaving the screen or hiding them stops the reading.
    """

    SCOPE = Scope.AUDIT
    NAME = "audit"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.AUDIT)

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self.findings: Sequence[Problem] | None = None
        self.figures: Sequence[Problem] = ()
        self.with_figures = True
        self.with_dismissed = False
        self._listed: Sequence[Problem] = ()
        self._all_read = self._outdated = False
        self.progress = (tr("checking"), 0, 0)

    def on_mount(self) -> None:
        """Check in the background."""
        super().on_mount()
        self.check()

    def set_session(self, session: Session) -> None:
        """Check anew; what was found before is shown until then."""
        self.session, self._outdated, self._all_read = session, True, False
        self.background.cancel("figures")
        self.progress = (tr("checking again"), 0, 0)
        self.show_heading()
        self.check()

    def check(self) -> None:
        """Run all checks in the background."""
        self.background.start("audit", partial(self._check, self.session))

    def _check(self, session: Session, job: Job) -> None:
        with suppress(CancelledError):
            findings = session.audit(self.task_of(job))
            job.publish(self._show_findings, findings)

    def _read_figures(self, session: Session, job: Job) -> None:
        found: list[Problem] = []
        shown = 0

        def more(figures: Sequence[Problem]) -> None:
            nonlocal shown
            found.extend(figures)
            # Doubling, so that writing the list anew takes no longer than reading does.
            if len(found) >= 2 * shown + _FIRST:
                shown = len(found)
                job.publish(self._show_figures, tuple(found), False)

        with suppress(CancelledError):
            session.audit_figures(more, self.task_of(job))
            job.publish(self._show_figures, tuple(found), True)

    def _show_findings(self, findings: Sequence[Problem]) -> None:
        self.findings, self.progress, self._outdated = findings, None, False
        self.rebuild()
        if self.with_figures:
            self._start_reading()

    def _start_reading(self) -> None:
        if self.findings is not None and not self._all_read:
            self.background.start("figures", partial(self._read_figures, self.session))

    def _show_figures(self, figures: Sequence[Problem], complete: bool) -> None:
        self.figures, self._all_read = figures, complete
        if complete:
            self.progress = None
        self.rebuild()

    def rebuild(self) -> None:
        """Write the findings anew."""
        if self.findings is None:
            self.show_content(_checking())
            return
        found = [*self.findings, *(self.figures if self.with_figures else ())]
        write = partial(finding_list, found, self.session, self.app.size.width, self.with_dismissed)
        self.write_list(write, self._show_list)

    def _show_list(self, written: FindingList) -> None:
        self._listed = written.listed
        self.show_content(written.content)

    def action_coverage(self) -> None:
        """Show or hide the figures that nobody recorded; hidden, they are not read on."""
        self.with_figures = not self.with_figures
        if self.with_figures:
            self._start_reading()
        elif self.findings is not None:
            self.background.cancel("figures")
            self.progress = None
        if self._all_read and not self.figures:
            self.host.say(tr("Every figure of the articles is recorded or dismissed."))
        self.rebuild()

    def action_set_aside(self) -> None:
        """Dismiss the finding under the cursor, or take that back."""
        finding = self._finding
        if finding is None:
            return
        try:
            self.session.own.toggle_dismissed(finding)
        except StateError as error:
            self.host.say(str(error), error=True)
        self.rebuild()

    @property
    def _finding(self) -> Problem | None:
        """The finding under the cursor."""
        if self.line < 0 or not self._listed:
            return None
        above = self.content.entries[: self.line]
        return self._listed[sum(entry.target is not None for entry in above)]

    def action_menu(self) -> None:
        """Offer to leave findings out for everybody, in the corpus file, and to take that back."""
        from tui.corpus.edit.changes.keys import RemoveItems
        from tui.session.editing.ignored_forms import ignore_form, ignored_form

        finding = self._finding
        actions: list[Action] = []
        if finding is not None:
            actions += [
                (tr("This finding"), None),
                (
                    tr("leave it out for everybody, with a reason"),
                    self._form(partial(ignore_form, finding)),
                ),
            ]
        if self.session.ignored:
            actions.append((tr("Left out by the corpus file"), None))
        for rule in self.session.ignored:
            where = rule.record or rule.article or tr("everywhere")
            title = tr("Look for {rule} again").format(rule=rule.rule)
            change = RemoveItems([(rule.line, rule.column)], title)
            actions += [
                (f"{rule.rule}, {where}: {rule.because}", self._form(partial(ignored_form, rule))),
                (
                    tr("look for {rule} again").format(rule=rule.rule),
                    partial(self.host.changes.offer, change),
                ),
            ]
        if actions:
            choose_action(self.dialogs, tr("Findings …"), actions)
        else:
            self.host.say(tr("There is nothing to change here."))

    def _form(self, subject: Callable[[], FormSubject]) -> Callable[[], None]:
        return lambda: ScreenForms(self.host, self).fill_in(subject())

    def action_dismissed(self) -> None:
        """Show or hide what the user dismissed."""
        self.with_dismissed = not self.with_dismissed
        self.rebuild()

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.host.changes.undo()

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.host.changes.redo()

    def action_repair(self) -> None:
        """Offer the repair of the finding under the cursor."""
        from tui.corpus.edit.proposals import SetTexts

        if self._outdated:
            self.host.say(tr("The corpus changed: it is checked again, in a moment."))
            return
        target = self.entries.target
        for problem in self.findings or ():
            repair = self.session.repair(problem) if _target(problem) == target else None
            if repair is None:
                continue
            proposal = SetTexts(repair.line, repair.column, repair.values, title=repair.words)
            self.host.changes.offer(proposal)
            return
        self.host.say(tr("This finding needs a person: enter goes there."))


class FindingList(NamedTuple):
    """The findings as they are shown, and those that lead somewhere in the same order."""

    content: ListContent
    listed: Sequence[Problem] = ()


def finding_list(
    found: Sequence[Problem], session: Session, width: int, with_dismissed: bool
) -> FindingList:
    """Findings under the name of their defect.

    Args:
        found: What the audit found.
        session: Where; it knows what each check is called, and what the user dismissed.
        width: Cells of the screen.
        with_dismissed: Whether those that the user dismissed are shown too.
    """
    fresh = session.own.undismissed(found)
    shown = found if with_dismissed else fresh
    left = [(f"{tr('audit')}  ", "accent"), (_counts(fresh, len(found) - len(fresh)), "")]
    if not shown:
        words = (
            tr("Every finding was dismissed by you: X shows them.")
            if found
            else tr("Nothing to report: every check holds.")
            if session.record_count
            else tr("There is no record to check yet.")
        )
        return FindingList(ListContent([Entry([(f" {words}", "good")])], left))
    room = max(_NARROWEST, width - _INDENT)
    aside = {id(problem) for problem in found} - {id(problem) for problem in fresh}
    titles = session.check_titles()
    groups: dict[str, list[Problem]] = {}
    for problem in shown:
        groups.setdefault(problem.code, []).append(problem)
    entries: list[Entry] = []
    for code, problems in groups.items():
        glyph, style = _STYLE[problems[0].severity]
        title = f"{glyph} {tr(titles.get(code, code))}"
        entries.append(Entry([]))
        entries.append(
            Entry([(title, f"{style} strong"), (f"  {code} ({len(problems):,})", "quiet")])
        )
        # One next step for all of a group is told once.
        alike = len({problem.hint for problem in problems}) == 1
        if alike:
            entries += _hint(problems[0], room)
        for problem in problems:
            entries += _finding(problem, room, f"{tr('(dismissed)')} " * (id(problem) in aside))
            if not alike:
                entries += _hint(problem, room)
    listed = [problem for problems in groups.values() for problem in problems]
    return FindingList(ListContent(entries, left), listed)


def _counts(shown: Sequence[Problem], dismissed: int) -> str:
    counts = Counter(problem.severity for problem in shown)
    words = [
        counted(counts["error"], "error"),
        counted(counts["warning"], "warning"),
        counted(counts["info"], "note"),
        *([tr("{count} dismissed: X").format(count=f"{dismissed:,}")] if dismissed else ()),
    ]
    return " · ".join(words)


def _finding(problem: Problem, width: int, note: str) -> list[Entry]:
    target = _target(problem)
    line = shown(FilePlace(problem.file, problem.line).words())
    place = safe_line(problem.record or problem.article or line)
    words = f"{place}  {note}{safe_line(shown(problem.message, on_screen=True))}"
    # Most fit, and breaking lines takes long for thousands of them.
    lines = [words] if len(words) <= width else wrap(words, width)
    first = lines[0].removeprefix(place)
    entries = [Entry([(f"  {place}", "accent"), (first, "")], target)]
    return [*entries, *(Entry([(f"      {line}", "")]) for line in lines[1:])]


def _hint(problem: Problem, width: int) -> list[Entry]:
    """What to do next, in as many lines as it takes."""
    if not problem.hint:
        return []
    return [
        Entry([(f"      {line}", "quiet")]) for line in wrap(safe_line(shown(problem.hint)), width)
    ]


def _target(problem: Problem) -> Target:
    """Where a finding leads: its record, its article, else its line."""
    place = f"{problem.line}:{problem.column}"
    if problem.record:
        return Target("record", problem.record, problem.field, place)
    if problem.article:
        at = str(problem.at) if problem.at >= 0 else ""
        return Target("article", problem.article, at, place)
    return Target("line", str(problem.line), problem.file)
