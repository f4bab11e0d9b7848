"""Giving free memory back to the system.

The allocator of glibc keeps what was freed for the next time, in pieces between what is still used:
after a large corpus was read or written a quarter of the memory of the process is such. Asked to,
it gives back whole pages of it, in some 20 ms in which other threads run.
"""

from __future__ import annotations

import contextlib
import sys


def give_back() -> None:
    """Give memory that is free back to the system, where there is a way to."""
    if sys.platform != "linux":
        return
    import ctypes

    # Other C libraries than glibc have no such function.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
