"""The app is stopped, continued and ended by signals, while it reads and afterwards."""

from __future__ import annotations

import os
import signal
import termios
import time
from typing import TYPE_CHECKING

import pytest
from terminal import DEALTUI, SHIPPED, Terminal, running

if TYPE_CHECKING:
    from pathlib import Path

STOPS = [signal.SIGSTOP, signal.SIGTSTP]
_COOKED = termios.ICANON | termios.ECHO | termios.ISIG


class Job:
    """The app as a job of a shell, which uses the terminal whenever the job is stopped."""

    def __init__(self, home: Path, corpus: Path = SHIPPED) -> None:
        # No loop: bash leaves one in which a job is stopped.
        turn = "stty sane; printf '\\033[H\\033[2Jsto''pped'; read x; fg"
        script = f"set -m; {DEALTUI} -c {corpus}; {turn}; {turn}"
        self.terminal = Terminal(["-c", script], (120, 40), home, "/bin/bash")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the app alone."""
        os.kill(os.tcgetpgrp(self.terminal.fd), number)

    def stop(self, number: signal.Signals) -> None:
        """Stop the app; the shell has the terminal then."""
        self.signal(number)
        self.terminal.until(lambda text: text.startswith("stopped"))

    def go_on(self) -> None:
        """Let the shell bring the app back."""
        self.terminal.press("\n")

    def stop_at_once(self, number: signal.Signals) -> None:
        """Stop and continue the app, of which the shell hears nothing."""
        self.signal(number)
        self.signal(signal.SIGCONT)


def left_as_before(terminal: Terminal) -> bool:
    """Whether the terminal has its own screen, its modes and no reports of the mouse."""
    output = terminal.output
    return (
        termios.tcgetattr(terminal.fd)[3] & _COOKED == _COOKED
        and output.rindex(b"\x1b[?1049l") > output.rindex(b"\x1b[?1049h")
        and output.rindex(b"\x1b[?1003l") > output.rindex(b"\x1b[?1003h")
        and output.rindex(b"\x1b[?25h") > output.rindex(b"\x1b[?25l")
    )


def is_whole(text: str) -> bool:
    """Whether head, panes and footer are there, and every line of the panes to both of its ends."""
    head, _, *panes, footer = text.splitlines()
    return (
        " proved" in head
        and "quit" in footer
        and all(line[0] in "│╭╰" and line[-1] in "│╮╯" for line in panes)
    )


def large_corpus(folder: Path) -> Path:
    path = folder / "deals.yaml"
    body = "".join(f"  - id: d{n}\n    title: T\n    note: n\n" for n in range(20_000))
    path.write_text(f"version: 1\ndeals:\n{body}", "utf-8")
    return path


@pytest.mark.parametrize("number", STOPS)
def test_after_a_stop_the_whole_screen_is_there_and_each_key_arrives_once(
    number: signal.Signals, home: Path
) -> None:
    job = Job(home)
    terminal = job.terminal
    terminal.until(is_whole)
    for _ in range(2):
        job.stop(number)
        job.go_on()
        terminal.until(is_whole)
    terminal.press("/")
    for letter in "abcdefghijklmnop":
        terminal.press(letter)
        terminal.read(0.01)
    terminal.until(lambda text: "abcdefghijklmnop" in text)
    job.signal(signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert left_as_before(terminal)


@pytest.mark.parametrize("number", STOPS)
def test_a_stop_while_a_corpus_is_read_leaves_no_blank_screen(
    number: signal.Signals, new_home: Path
) -> None:
    job = Job(new_home, large_corpus(new_home))
    terminal = job.terminal
    terminal.until(lambda text: "reading" in text)
    job.stop(number)
    job.go_on()
    terminal.until(lambda text: "stopped" not in text and "Deals" in text and "quit" in text)
    terminal.until(lambda text: "20,000 records" in text)
    terminal.press("q")
    terminal.until(lambda text: "stopped" in text)
    assert left_as_before(terminal)


@pytest.mark.parametrize("delay", [0.1, 0.25])
def test_a_stop_before_the_first_frame_does_no_harm(delay: float, home: Path) -> None:
    job = Job(home)
    terminal = job.terminal
    terminal.read(delay)
    time.sleep(delay)
    job.stop_at_once(signal.SIGTSTP)
    job.stop_at_once(signal.SIGSTOP)
    if "stopped" in terminal.until(lambda text: "stopped" in text or " proved" in text):
        job.go_on()
    terminal.until(lambda text: " proved" in text and "quit" in text)


@pytest.mark.parametrize("number", STOPS)
def test_a_window_that_changed_during_a_stop_is_filled(number: signal.Signals, home: Path) -> None:
    job = Job(home)
    terminal = job.terminal
    terminal.until(lambda text: " proved" in text)
    terminal.press("?")
    terminal.until(lambda text: "Keys" in text)
    job.stop(number)
    # The shell is told of it, the app is not.
    terminal.resize(90, 30)
    job.go_on()
    terminal.until(lambda text: "Keys" in text and "stopped" not in text)
    terminal.press("\x1b")
    terminal.until(lambda text: "quit" in text.splitlines()[-1])


def test_started_in_the_background_it_waits_until_it_is_brought_forward(home: Path) -> None:
    script = f"set -m; {DEALTUI} -c {SHIPPED} & sleep 1; echo wai''ting; read x; fg"
    terminal = Terminal(["-c", script], (120, 40), home, "/bin/bash")
    terminal.until(lambda text: "waiting" in text)
    assert b"\x1b[?1049h" not in terminal.output
    terminal.press("\n")
    terminal.until(lambda text: " proved" in text and "quit" in text)
    terminal.press("q")
    assert terminal.exit_code() == 0
    assert left_as_before(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_told_to_end_while_a_corpus_is_read_it_gives_the_terminal_back(
    number: signal.Signals, new_home: Path
) -> None:
    terminal = Terminal(["-c", str(large_corpus(new_home))], (120, 40), new_home)
    terminal.until(lambda text: "reading" in text)
    os.kill(terminal.pid, number)
    assert terminal.exit_code() in (0, 128 + number)
    assert left_as_before(terminal)


def test_told_to_end_while_it_is_stopped_it_gives_the_terminal_back(home: Path) -> None:
    terminal = running(home)
    terminal.until(lambda text: " proved" in text)
    os.kill(terminal.pid, signal.SIGSTOP)
    os.waitpid(terminal.pid, os.WUNTRACED)
    # As when a session ends: it is told to, and continued so that it hears.
    os.kill(terminal.pid, signal.SIGTERM)
    os.kill(terminal.pid, signal.SIGCONT)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert left_as_before(terminal)


def test_a_window_that_was_smaller_for_a_moment_is_whole(home: Path) -> None:
    terminal = running(home)
    terminal.until(is_whole)
    for _ in range(3):
        # Both sizes are announced before the app reads any; the terminal has cut the last column.
        for columns in (100, 120):
            terminal.resize(columns, 40)
            os.kill(terminal.pid, signal.SIGWINCH)
        terminal.until(is_whole)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
