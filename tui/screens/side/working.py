"""A side screen whose list fills in while a worker reads: a bar in its head line tells how far."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.task import Task
from tui.screens.side.base import SideScreen

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.session.protocol import Library
    from tui.widgets.drawing.line_pane import Run

_BAR = 16
"""Cells of the progress bar."""
_PAUSE = 0.1
"""Seconds between two words of progress: more often nobody reads them."""


class WorkingScreen(SideScreen):
    """Leaving the screen stops its workers; what they tell afterwards is not heard."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.progress: tuple[str, int, int] | None = None
        self._told = 0.0

    def worker_task(self) -> Task:
        """The task of the current worker: it shows its progress, and ends with the worker."""
        worker = get_current_worker()
        return Task(partial(self._tell_progress, worker), lambda: worker.is_cancelled)

    def _tell_progress(self, worker: Worker[object], step: str, done: int, total: int) -> None:
        now = monotonic()
        if now - self._told >= _PAUSE:
            self._told = now
            self.tell(worker, self._show_progress, step, done, total)

    def _show_progress(self, step: str, done: int, total: int) -> None:
        self.progress = (step, done, total)
        self.show_heading()

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
            (f" {step} {done:,} of {total:,}" if total else f" {step} …", "warn"),
        ]
