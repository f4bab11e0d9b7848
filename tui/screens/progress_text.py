"""How far work in the background is, and how long it still takes."""

from __future__ import annotations

from time import monotonic

from tui.model.format import grouped
from tui.model.messages import shown
from tui.platform.translation import tr

_BAR = 10
"""Cells of the bar."""
_SURE = 1.0
"""Seconds of work after which an estimate is worth telling."""
_PAUSE = 0.1
"""Seconds between two words of one step: more often nobody reads them, and the list is drawn."""
PATIENCE = 0.3
"""Seconds of work before anything is said of it, and that it must be expected to last longer."""


class Onset:
    """Decides when work is worth a word, so that what is soon done makes nothing flicker.

    That is once it has lasted a while and is expected to last as long again; from then on it is
    told to its end.
    """

    def __init__(self) -> None:
        self._began = self._step_began = monotonic()
        self._step, self._reached = "", False

    def reached(self, step: str, done: int, total: int) -> bool:
        """Whether a word is due, when so much of a step is done."""
        now = monotonic()
        if step != self._step:
            self._step, self._step_began = step, now
        if not self._reached and now - self._began >= PATIENCE:
            left = (now - self._step_began) * (total - done) / done if done else 0.0
            self._reached = left >= PATIENCE or not total
        return self._reached


class Pace:
    """Tells steps of work in words: "━━━━━───── indexing 21,744 of 30,000, 12 s left"."""

    def __init__(self) -> None:
        self._step, self._onset = "", Onset()
        self._began = self._told = 0.0

    def words(self, step: str, done: int, total: int) -> str | None:
        """What to say of a step: empty when there is none, `None` when it is too soon (again)."""
        now = monotonic()
        if step != self._step:
            self._step, self._began, self._told = step, now, 0.0
        if step and not self._onset.reached(step, done, total):
            return None
        if done < total and now - self._told < _PAUSE:
            return None
        self._told = now
        if not step:
            return ""
        if not total:
            return f"{shown(step)} …"
        step = shown(step)
        full = min(_BAR, _BAR * done // total)
        bar = "━" * full + "─" * (_BAR - full)
        spent = now - self._began
        left = ""
        if spent > _SURE and 0 < done < total:
            span = _span(spent * (total - done) / done)
            left = f", {tr('{time} left').format(time=span)}"
        words = tr("{step} {done} of {total}")
        words = words.format(step=step, done=grouped(done), total=grouped(total))
        return f"{bar} {words}{left}"


def _span(seconds: float) -> str:
    """A duration rounded as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
