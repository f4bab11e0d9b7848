"""How far work in the background is, and how long it still takes."""

from __future__ import annotations

from time import monotonic

_BAR = 10
"""Cells of the bar."""
_SURE = 1.0
"""Seconds of work after which an estimate is worth telling."""
_PAUSE = 0.1
"""Seconds between two words of one step: more often nobody reads them, and the list is drawn."""


class Pace:
    """Tells steps of work in words: "━━━━━───── indexing 21,744 of 30,000, 12 s left"."""

    def __init__(self) -> None:
        self._step = ""
        self._began = self._told = 0.0

    def words(self, step: str, done: int, total: int) -> str | None:
        """What to say of a step: empty when there is none, `None` when it is too soon again."""
        now = monotonic()
        if step != self._step:
            self._step, self._began = step, now
        elif done < total and now - self._told < _PAUSE:
            return None
        self._told = now
        if not step:
            return ""
        if not total:
            return f"{step} …"
        full = min(_BAR, _BAR * done // total)
        bar = "━" * full + "─" * (_BAR - full)
        spent = now - self._began
        left = ""
        if spent > _SURE and 0 < done < total:
            left = f", {_span(spent * (total - done) / done)} left"
        return f"{bar} {step} {done:,} of {total:,}{left}"


def _span(seconds: float) -> str:
    """A duration rounded as people say it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min"
