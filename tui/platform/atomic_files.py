"""Atomic writes: a reader, a crash or a full disk never sees half a file.

The content goes to a temporary file in the same folder, which is then renamed over the old one:
POSIX makes a rename atomic within one file system.
"""

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


STALE_AFTER = 3600
"""Seconds after which a temporary file was left by a writer that was killed."""
_LOCK_TIMEOUT = 2.0
"""Seconds to wait for another instance that writes; one stopped with ctrl+z may hold the lock for
good.
"""
_RETRY_INTERVAL = 0.01


def write_atomically(path: Path, *data: bytes, durable: bool = True, private: bool = False) -> None:
    """Replace a file as a whole or not at all: write a temporary file, sync, rename.

    The new file keeps the permissions of the old one; one that is new has those that the umask
    leaves. A file that its owner has write-protected is refused, and so is one of several hard
    links, which a rename would part from the others. With `durable` both the content and the name
    are on the disk when this returns.

    Args:
        path: The file.
        data: Its new content, in one piece or several consecutive ones.
        durable: Whether to wait for the disk.
        private: Whether a new file is for its owner alone.

    Raises:
        OSError: If the old file may not be replaced, the disk is full or the folder cannot be
            written; the old file is untouched.
    """
    mode = _mode(path, private=private)
    descriptor, temporary = tempfile.mkstemp(
        prefix=f".{path.name}.", suffix=".new", dir=path.parent
    )
    try:
        with os.fdopen(descriptor, "wb") as stream:
            os.fchmod(stream.fileno(), mode)
            for part in data:
                stream.write(part)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 (both are names in one folder)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 (mkstemp gave a name, not a path)
        raise
    if durable:
        sync_folder(path.parent)
    _sweep(path)


def _mode(path: Path, *, private: bool) -> int:
    """The permissions of what takes the place of a file.

    Raises:
        PermissionError: If it is write-protected, also for root, who could.
        OSError: If it is one of several hard links.
    """
    try:
        old = path.stat()
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o600 if private else 0o666 & ~umask
    if not old.st_mode & 0o222:
        raise PermissionError(errno.EACCES, "the file is write-protected", str(path))
    if old.st_nlink > 1 and not private:
        raise OSError(errno.EMLINK, "the file is one of several hard links", str(path))
    return old.st_mode & 0o7777


def _sweep(path: Path) -> None:
    """Remove the temporary files of writers that were killed."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(path.parent):
            if entry.name.startswith(f".{path.name}.") and entry.name.endswith(".new"):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat().st_mtime > STALE_AFTER:
                        os.unlink(entry.path)  # noqa: PTH108 (scandir gives names, not paths)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut, where the system supports that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file against other instances of the program.

    The lock is on a file beside it and ends with the process, however that ends.

    Raises:
        OSError: If the lock file cannot be created, or another instance does not release it.
    """
    descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + _LOCK_TIMEOUT
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise OSError(errno.EBUSY, "another instance holds the lock") from None
                time.sleep(_RETRY_INTERVAL)
        yield
    finally:
        os.close(descriptor)
