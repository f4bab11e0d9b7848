"""Being told to leave: by a signal, by a terminal that is gone, or for a while."""

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
"""The exit code of a program that was ended by a hang-up."""
_LOOK = 1.0
"""Seconds between two looks whether the terminal is still there."""
_GRACE = 3.0
"""Seconds to leave in once it is gone."""


def heed_signals(loop: AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit code when told to end, so that the terminal is restored first.

    Python's own answer to these signals ends the process at once, and the shell would get a
    terminal that echoes nothing.
    """
    for number in _SIGNALS:
        loop.add_signal_handler(number, leave, 128 + number)


def leave_with_terminal(leave: Callable[[], None]) -> None:
    """Call `leave`, from a thread, once the terminal is gone; end the process if that fails.

    The loop may be waiting to write to what is gone, and would never hear of it.
    """

    def watch() -> None:
        while not terminal_is_gone():
            time.sleep(_LOOK)
        leave()
        time.sleep(_GRACE)
        os._exit(HUNG_UP)

    threading.Thread(target=watch, name="terminal", daemon=True).start()


def terminal_is_gone() -> bool:
    """Whether the terminal hung up, which no signal tells where it is ignored, as by `nohup`."""
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else -1, 0)
        events = poll.poll(0)
    except (OSError, ValueError):
        return True
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in events)


def stop_for_now() -> None:
    """Stop until the shell goes on with this job, and with it what started the program.

    The system's own answer to the signal is asked for: it does not stop a program that no shell
    could wake again.
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        os.killpg(os.getpgrp(), signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, before)
