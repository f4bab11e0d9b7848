"""The installed command in a pseudo terminal, with pyte as what draws its screen."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
from running import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable

DEALTUI = shutil.which("dealtui", path=str(Path(sys.executable).parent)) or "dealtui"
PATIENCE = 30.0
"""Seconds after which a condition counts as never met."""


class Terminal:
    """A program in a pseudo terminal."""

    def __init__(
        self,
        arguments: list[str],
        size: tuple[int, int],
        home: Path,
        program: str = DEALTUI,
        **variables: str,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._lines = [""] * rows
        self.output = b""
        environ = {
            "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "HOME": str(home), "EDITOR": "true", **variables,
        }  # fmt: skip
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # A shell that runs the tests in the background has it ignored, and so would this.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execve(program, [program, *arguments], environ)
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        with contextlib.suppress(OSError):
            fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Send keys."""
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Send bytes, keys or not."""
        os.write(self.fd, data)

    def read(self, patience: float) -> bool:
        """Draw what the program has written, waiting for it some seconds at most."""
        ready, _, _ = select.select([self.fd], [], [], patience)
        if not ready:
            return False
        data = self.drain()
        self.output += data
        self._stream.feed(data)
        return bool(data)

    def drain(self) -> bytes:
        """Take what the program has written, if anything, and draw nothing of it."""
        ready, _, _ = select.select([self.fd], [], [], 0)
        try:
            return os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            return b""

    def text(self) -> str:
        """What the screen shows; only the lines are made that were drawn on since the last time.

        The cell behind a wide character is empty.
        """
        lines, columns = self._lines, range(self.screen.columns)
        del lines[self.screen.lines :]
        lines.extend([""] * (self.screen.lines - len(lines)))
        for number in self.screen.dirty:
            if number < len(lines):
                line = self.screen.buffer[number]
                lines[number] = "".join(line[column].data for column in columns)
        self.screen.dirty.clear()
        return "\n".join(lines)

    def until(self, holds: Callable[[str], bool]) -> str:
        """Wait until the screen shows what is looked for; gives its text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.text()
            if holds(text):
                return text
            self.read(0.1)
        raise AssertionError(f"never shown; the screen was:\n{self.text()}")

    def exit_code(self) -> int:
        """Wait for the end of the program."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.read(0.05):
                    pass  # What it wrote last may still lie in the pipe.
                return os.waitstatus_to_exitcode(status)
            self.read(0.05)
        raise AssertionError(f"the program did not end; the screen was:\n{self.text()}")


def running(
    home: Path, *arguments: str, size: tuple[int, int] = (120, 40), **variables: str
) -> Terminal:
    return Terminal(["-c", str(SHIPPED), *arguments], size, home, **variables)
