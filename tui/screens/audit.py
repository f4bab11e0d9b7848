"""The audit: what is unproved, disputed, missing or contradictory, worst first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from tui.model.safe_text import safe_line
from tui.screens.side import SideScreen
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.protocol import Library
    from tui.model.problems import Problem
    from tui.widgets.lines import Run

_STYLE = {"error": ("✗", "bad"), "warning": ("!", "warn"), "info": ("·", "quiet")}


class AuditScreen(SideScreen):
    """Findings grouped by defect; enter goes to the place."""

    SCOPE = "audit"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "coverage", show=False, id="audit:figures"),
        Binding("R", "repair", show=False, id="audit:repair"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.findings: list[Problem] | None = None
        self.with_figures = True
        self._progress = "checking …"

    def on_mount(self) -> None:
        """Check in the background."""
        super().on_mount()
        self.check()

    def check(self) -> None:
        """Run all checks in a worker."""
        self.run_worker(self._check, thread=True, exclusive=True, group="audit")

    def _check(self) -> None:
        worker = get_current_worker()

        def progress(step: str, done: int, total: int) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_progress, f"{step} {done:,} of {total:,}")

        findings = self.library.audit(progress)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_findings, findings)

    def _show_progress(self, words: str) -> None:
        self._progress = words
        self.rebuild()

    def _show_findings(self, findings: list[Problem]) -> None:
        self.findings, self._progress = findings, ""
        self.rebuild()

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """Counts in words."""
        if self.findings is None:
            return [("audit  ", "accent"), (self._progress, "warn")], []
        counts = Counter(problem.severity for problem in self.findings)
        words = [
            f"{counts['error']} errors",
            f"{counts['warning']} warnings",
            f"{counts['info']} notes",
        ]
        return [("audit  ", "accent"), (" · ".join(words), "")], [("Esc back ", "quiet")]

    def build(self) -> Sequence[Entry]:
        """Findings under the name of their defect."""
        if self.findings is None:
            return [Entry([(f" {self._progress}", "quiet")])]
        if not self.findings:
            return [Entry([(" Nothing to report: every field is proved.", "good")])]
        entries: list[Entry] = []
        titles = self.library.check_titles()
        groups: dict[str, list[Problem]] = {}
        for problem in self.findings:
            groups.setdefault(problem.code, []).append(problem)
        for code, problems in groups.items():
            if not self.with_figures and code == "figure-open":
                continue
            glyph, style = _STYLE[problems[0].severity]
            entries.append(Entry([]))
            entries.append(
                Entry(
                    [
                        (f"{glyph} {titles.get(code, code)}", f"{style} strong"),
                        (f"  {code} ({len(problems)})", "quiet"),
                    ]
                )
            )
            for problem in problems:
                entries += self._entry(problem)
        return entries

    @staticmethod
    def _entry(problem: Problem) -> list[Entry]:
        target = _target(problem)
        place = problem.record or problem.article or f"line {problem.line}"
        entries = [
            Entry([(f"  {safe_line(place)}  ", "accent"), (safe_line(problem.message), "")], target)
        ]
        if problem.hint:
            entries.append(Entry([(f"      {safe_line(problem.hint)}", "quiet")]))
        return entries

    def action_coverage(self) -> None:
        """Show or hide the figures that nobody recorded."""
        self.with_figures = not self.with_figures
        self.rebuild()

    def action_repair(self) -> None:
        """Offer the repair of the finding under the cursor."""
        from tui.corpus.splice import SpliceError, replace_scalars

        target = self.entries.target
        for problem in self.findings or ():
            repair = self.library.repair(problem) if _target(problem) == target else None
            if repair is None:
                continue
            try:
                edit = replace_scalars(
                    self.dealtui.source, repair.line, repair.column, repair.values
                )
            except SpliceError as error:
                self.dealtui.say(str(error), error=True)
                return
            self.dealtui.changes.propose(repair.words, edit)
            return
        self.dealtui.say("This finding needs a person: enter goes there.")


def _target(problem: Problem) -> Target:
    """Where a finding leads: its record, its article, else its line."""
    if problem.record:
        return Target("record", problem.record, problem.field)
    if problem.article:
        return Target("article", problem.article)
    return Target("line", str(problem.line))
