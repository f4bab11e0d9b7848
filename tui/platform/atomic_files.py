"""Writing files so that a reader, a crash or a full disk never meets half of one."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


LEFT_BEHIND = 3600
"""Seconds after which what was written aside belongs to no writer any more."""
_PATIENCE = 2.0
"""Seconds to wait for an instance that writes; one that was stopped with ctrl+z may hold a lock."""
_STEP = 0.01


def write_atomically(path: Path, *data: bytes, durable: bool = True) -> None:
    """Replace a file whole or not at all: write aside, sync, rename.

    The new file keeps the permissions of the old one. With `durable` the content is on the disk
    when this returns, and so is its name.

    Args:
        path: The file.
        data: Its new content, in one piece or several that follow each other.
        durable: Whether to wait for the disk.

    Raises:
        OSError: If the disk is full or the folder cannot be written; the old file is untouched.
    """
    descriptor, aside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            with contextlib.suppress(OSError):
                os.fchmod(stream.fileno(), path.stat().st_mode & 0o7777)
            for part in data:
                stream.write(part)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        os.replace(aside, path)  # noqa: PTH105 (both are names in one folder)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(aside)  # noqa: PTH108 (mkstemp gave a name, not a path)
        raise
    if durable:
        sync_folder(path.parent)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Remove what writers of a file left beside it when they were killed."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(path.parent):
            if entry.name.startswith(f".{path.name}.") and entry.name.endswith(".new"):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat().st_mtime > LEFT_BEHIND:
                        os.unlink(entry.path)  # noqa: PTH108 (scandir gives names, not paths)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file against other instances of the program.

    The lock lives in a file beside it and ends with the process, however that ends.

    Raises:
        OSError: If the lock file cannot be made, or another instance does not let go of it.
    """
    descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise OSError(errno.EBUSY, "another instance holds the lock") from None
                time.sleep(_STEP)
        yield
    finally:
        os.close(descriptor)
