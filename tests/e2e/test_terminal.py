"""The installed command in a real pseudo terminal, with pyte as the terminal."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHIPPED = Path(__file__).parents[2] / "data" / "deals.yaml"
DEALTUI = shutil.which("dealtui", path=str(Path(sys.executable).parent)) or "dealtui"
PATIENCE = 30.0
"""Seconds after which a condition counts as never met."""


class Terminal:
    """A program in a pseudo terminal."""

    def __init__(self, arguments: list[str], size: tuple[int, int], home: Path) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        environ = {
            "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
            "HOME": str(home), "EDITOR": "true",
        }  # fmt: skip
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(DEALTUI, [DEALTUI, *arguments], environ)
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        with contextlib.suppress(OSError):
            fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Send keys."""
        os.write(self.fd, keys.encode())

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], patience)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.output += data
        self._stream.feed(data)
        return bool(data)

    def until(self, holds: Callable[[str], bool]) -> str:
        """Wait until the screen shows what is looked for; gives its text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = "\n".join(self.screen.display)
            if holds(text):
                return text
            self._read(0.1)
        raise AssertionError("never shown; the screen was:\n" + "\n".join(self.screen.display))

    def exit_code(self) -> int:
        """Wait for the end of the program."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read(0.05):
                    pass  # What it wrote last may still lie in the pipe.
                return os.waitstatus_to_exitcode(status)
            self._read(0.05)
        raise AssertionError("the program did not end")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    return tmp_path


def running(home: Path, *arguments: str, size: tuple[int, int] = (120, 40)) -> Terminal:
    return Terminal(["-c", str(SHIPPED), *arguments], size, home)


def test_a_reader_finds_a_deal_and_its_sentence_and_leaves(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "51 of 51" in text or ("records" in text and "proved" in text))
    terminal.press("/")
    terminal.press("spark capital")
    terminal.until(lambda text: "Spark Capital → Anthropic" in text and "450 millions" in text)
    terminal.press("\r")
    terminal.until(lambda text: "enter open" in text)
    terminal.press("?")
    terminal.until(lambda text: "Keys" in text and "Next source of this record" in text)
    terminal.press("\x1b")
    terminal.until(lambda text: "Next source of this record" not in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert terminal.output.rstrip().endswith(b"\x1b[?1049l") or b"\x1b[?1049l" in terminal.output


def test_a_window_that_changes_all_the_time_does_no_harm(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text)
    for step in range(100):
        terminal.resize(20 + (step * 37) % 180, 5 + (step * 13) % 60)
        os.kill(terminal.pid, signal.SIGWINCH)
        terminal._read(0.005)
    terminal.resize(120, 40)
    os.kill(terminal.pid, signal.SIGWINCH)
    terminal.until(lambda text: "proved" in text and "quit" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0


def test_a_terminal_that_hangs_up_leaves_no_process(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: "proved" in text)
    os.close(terminal.fd)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pid, _ = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            return
        time.sleep(0.02)
    os.kill(terminal.pid, signal.SIGKILL)
    raise AssertionError("the program lives on without its terminal")


@pytest.mark.parametrize(
    "environ",
    [{"TERM": "dumb"}, {"LANG": "C", "LC_ALL": "C"}, {"HOME": "/nonexistent"}, {"NO_COLOR": "1"}],
    ids=str,
)
def test_verbs_work_in_a_poor_environment(environ: dict[str, str], home: Path) -> None:
    base = {"PATH": os.environ["PATH"], "HOME": str(home)}
    done = subprocess.run(
        [DEALTUI, "-c", str(SHIPPED), "export", "deals"],
        env={**base, **environ},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Spark Capital" in done.stdout.decode()


def test_a_reader_of_a_pipe_that_goes_away_is_no_fault(home: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{DEALTUI}' -c '{SHIPPED}' export evidence | head -n 1"],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_the_app_without_a_terminal_says_what_to_do(home: Path) -> None:
    done = subprocess.run(
        [DEALTUI, "-c", str(SHIPPED)],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
