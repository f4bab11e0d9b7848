"""How far work in the background is, and how long it still takes."""

from __future__ import annotations

from time import monotonic

_BAR = 10
"""Cells of the bar."""
_SURE = 1.0
"""Seconds of work after which an estimate is worth telling."""


class Pace:
    """Tells steps of work in words: "━━━━━───── indexing 21,744 of 30,000, 12 s left"."""

    def __init__(self) -> None:
        self._step = ""
        self._began = 0.0

    def words(self, step: str, done: int, total: int) -> str:
        """What to say of a step; nothing when there is none."""
        if not step:
            return ""
        now = monotonic()
        if step != self._step:
            self._step, self._began = step, now
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
