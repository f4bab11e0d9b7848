"""A progress bar on the diagnostics of a verb that may take long."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

_BAR = 24
"""Cells of the bar."""
_PATIENCE = 0.5
"""Seconds before a bar is shown at all: what is done sooner needs none."""
_PAUSE = 0.1
"""Seconds between two states of the bar."""


class Progress:
    """Shows a step with a bar on one line of a terminal, and takes it away in the end.

    What is written to a file or a pipe stays free of it.
    """

    def __init__(self, stream: TextIO) -> None:
        """Take where diagnostics go."""
        self._stream = stream
        self._wanted = stream.isatty()
        self._next = monotonic() + _PATIENCE
        self._shown = False

    def __enter__(self) -> Self:
        """Show nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how much of a step is done."""
        if not self._wanted or not total or monotonic() < self._next:
            return
        self._next = monotonic() + _PAUSE
        self._shown = True
        full = _BAR * done // total
        bar = "━" * full + "─" * (_BAR - full)
        self._stream.write(f"\r\x1b[K{bar} {step} {done:,} of {total:,}")
        self._stream.flush()
