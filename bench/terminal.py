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
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


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
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, quiet: float, limit: float = 30.0) -> None:
        """Collect output until nothing came for `quiet` seconds, `limit` at the most."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.fd], [], [], quiet)
            if not ready:
                return
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                return
            if not data:
                return
            self.pieces.append((time.perf_counter() - self.started, data))

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
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        for _, data in self.pieces:
            stream.feed(data)
        return screen

    def first_time(self, holds: Callable[[list[str]], bool], after: float = 0.0) -> float | None:
        """When the screen first showed what `holds` looks for, counted from the start."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        for at, data in self.pieces:
            stream.feed(data)
            if at >= after and holds(screen.display):
                return at
        return None
