"""A program in a pseudo terminal, its output with the time of every piece."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from bisect import bisect_right
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Terminal:
    """Runs a command at a size of cells; `pieces` holds (seconds since start, bytes)."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.pieces: list[tuple[float, bytes]] = []
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})}
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._shown = 0
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _collect(self, timeout: float) -> bool:
        """Wait for a piece of output; `False` when none came in time or the program has ended."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        if data:
            self.pieces.append((time.perf_counter() - self.started, data))
        return bool(data)

    def read(self, quiet: float, limit: float = 30.0) -> None:
        """Collect output until nothing came for `quiet` seconds, `limit` at the most."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if not self._collect(quiet):
                return

    def still(self, quiet: float, limit: float = 30.0) -> None:
        """Collect output until the text below the first line stayed the same for `quiet` seconds.

        A cursor that blinks changes no text, and progress is told in the first line.
        """
        now = changed = time.perf_counter()
        end = now + limit
        text = self._text()
        while now < end and now - changed < quiet:
            if self._collect(min(quiet - (now - changed), end - now)):
                # What is there is read before it is looked at, which takes longer.
                self.read(quiet=0.002, limit=0.05)
            new, now = self._text(), time.perf_counter()
            if new != text:
                text, changed = new, now

    def until(self, holds: Callable[[str], bool], limit: float) -> bool:
        """Collect output until the text of the screen is as wanted; whether it became so."""
        end = time.perf_counter() + limit
        while (
            not (holding := holds("\n".join(self.screen().display))) and time.perf_counter() < end
        ):
            self._collect(0.2)
        return holding

    def press(self, keys: str) -> float:
        """Send keys; gives the time at which they were sent."""
        at = time.perf_counter() - self.started
        os.write(self.fd, keys.encode())
        return at

    def stop(self) -> None:
        """End the program."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)

    def screen(self) -> pyte.Screen:
        """What a terminal shows after all output so far."""
        for _, data in self.pieces[self._shown :]:
            self._stream.feed(data)
        self._shown = len(self.pieces)
        return self._screen

    def _text(self) -> list[str]:
        return self.screen().display[1:]

    def changes(
        self, below: int | None = None, right: int | None = None, ignored: str = ""
    ) -> Iterator[float]:
        """When the text changed from the second line to before `below`, left of `right`.

        Signs that are ignored are as good as a space.
        """
        blank = str.maketrans(dict.fromkeys(ignored, " "))
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        shown: dict[int, str] = {}
        for at, data in self.pieces:
            screen.dirty.clear()
            stream.feed(data)
            before = dict(shown)
            for line in screen.dirty & set(range(1, below or self.rows)):
                cells = screen.buffer[line]
                text = "".join(cells[column].data for column in range(right or self.columns))
                shown[line] = text.translate(blank)
            if shown != before:
                yield at

    def answers(
        self,
        pressed: Sequence[float],
        below: int | None = None,
        right: int | None = None,
        ignored: str = "",
    ) -> list[tuple[float, float]]:
        """For each key the milliseconds to the first and the last change of text before the next.

        Args:
            pressed: When the keys were pressed; those that changed nothing are left out.
            below: The first line that does not count.
            right: The first column that does not count.
            ignored: Signs that do not count.
        """
        by_key: dict[int, list[float]] = {}
        for at in self.changes(below, right, ignored):
            key = bisect_right(pressed, at) - 1
            if key >= 0:
                by_key.setdefault(key, []).append((at - pressed[key]) * 1000)
        return [(times[0], times[-1]) for times in by_key.values()]

    def first_time(self, holds: Callable[[list[str]], bool], after: float = 0.0) -> float | None:
        """When the screen first showed what `holds` looks for, counted from the start."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        for at, data in self.pieces:
            stream.feed(data)
            if at >= after and holds(screen.display):
                return at
        return None
