"""Ending and suspending: signals, a terminal that hung up, ctrl+z."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
HUNG_UP = 128 + signal.SIGHUP
"""The exit code of a program that a hang-up ended."""
_POLL_INTERVAL = 1.0
"""Seconds between two checks whether the terminal is still there."""
_GRACE_PERIOD = 3.0
"""Seconds in which the program may end by itself once the terminal hung up."""


def heed_signals(loop: AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit code when a signal asks the program to end.

    The terminal is restored first. Python's own response to these signals ends the process at once
    and leaves the shell a terminal that echoes nothing.
    """
    for number in _SIGNALS:
        loop.add_signal_handler(number, leave, 128 + number)


def leave_with_terminal(leave: Callable[[], None]) -> None:
    """Call `leave`, from a thread, once the terminal hung up.

    End the process if that does not help.

    The event loop may be blocked in a write to that terminal, and would never notice.
    """

    def watch() -> None:
        while not terminal_hung_up():
            time.sleep(_POLL_INTERVAL)
        leave()
        time.sleep(_GRACE_PERIOD)
        os._exit(HUNG_UP)

    threading.Thread(target=watch, name="terminal", daemon=True).start()


def terminal_hung_up() -> bool:
    """Whether the terminal hung up; no signal says so where it is ignored, as by `nohup`."""
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else -1, 0)
        events = poll.poll(0)
    except (OSError, ValueError):
        return True
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in events)


def stop_for_now() -> None:
    """Stop, with the whole process group, until the shell continues this job.

    The system's default response to the signal is used: it does not stop a process group that no
    shell could continue.
    """
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        os.killpg(os.getpgrp(), signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, handler)
