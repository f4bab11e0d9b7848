"""A side screen whose list fills in while a worker reads: a bar in its head line tells how far."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from tui.model.format import grouped
from tui.model.messages import shown
from tui.model.task import Task
from tui.platform.translation import tr
from tui.screens.progress_text import Onset
from tui.screens.side.base import SideScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.ports import Host, Job
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run

_BAR = 16
"""Cells of the progress bar."""
_PAUSE = 0.1
"""Seconds between two words of progress: more often nobody reads them."""


class WorkingScreen(SideScreen):
    """Leaving the screen cancels its jobs; what they publish afterwards is dropped."""

    def __init__(self, host: Host, session: Session) -> None:
        super().__init__(host, session)
        self.progress: tuple[str, int, int] | None = None

    def task_of(self, job: Job) -> Task:
        """The task of a job: it shows its progress, where it lasts, as often as that is read."""
        shown, onset = 0.0, Onset()

        def show(step: str, done: int, total: int) -> None:
            nonlocal shown
            now = monotonic()
            if onset.reached(step, done, total) and now - shown >= _PAUSE:
                shown = now
                job.publish(self._show_progress, step, done, total)

        return Task(show, job.cancelled)

    def _show_progress(self, step: str, done: int, total: int) -> None:
        self.progress = (step, done, total)
        self.show_heading()

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """What was written, and how far the work has come."""
        left, right = super().heading()
        return [*left, *self.progress_runs()], right

    def progress_runs(self) -> list[Run]:
        """A bar and the numbers: "━━━━━━ reading figures 3,200 of 20,000"; nothing when done."""
        if self.progress is None:
            return []
        step, done, total = self.progress
        full = _BAR * done // total if total else 0
        return [
            ("  ", ""),
            ("━" * full, "accent"),
            ("━" * (_BAR - full), "quiet"),
            (f" {_words(step, done, total)}", "warn"),
        ]


def _words(step: str, done: int, total: int) -> str:
    """What is being done, and how far it has come."""
    if not total:
        return f"{shown(step)} …"
    words = tr("{step} {done} of {total}")
    return words.format(step=shown(step), done=grouped(done), total=grouped(total))
