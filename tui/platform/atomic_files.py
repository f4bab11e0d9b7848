"""Atomic writes: a reader, a crash or a full disk never sees half a file.

The content goes to a temporary file in the same folder, which is then renamed over the old one:
POSIX makes a rename atomic within one file system.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.platform.regular_files import require_regular

if TYPE_CHECKING:
    from collections.abc import Iterator

STALE_AFTER = 3600
"""Seconds after which a temporary file was left by a writer that was killed."""
_LOCK_TIMEOUT = 2.0
"""Seconds to wait for another instance that writes; one stopped with ctrl+z may hold the lock for
good.
"""
_RETRY_INTERVAL = 0.01
_PREFIX = 40
"""Characters of a name that its temporary files bear: of 255 bytes, as few of 4 bytes each."""


def write_atomically(path: Path, *data: bytes, durable: bool = True, private: bool = False) -> None:
    """Replace a file as a whole or not at all: write a temporary file, sync, rename.

    The new file keeps permissions, owner, group and extended attributes of the old one; one that
    is new has what the umask leaves. A symbolic link is followed: its target is replaced. What a
    rename would break is refused: a file that its owner has write-protected, one of several hard
    links, and one whose owner or group cannot be kept. With `durable` both the content and the name
    are on the disk when this returns.

    Args:
        path: The file.
        data: Its new content, in one piece or several consecutive ones.
        durable: Whether to wait for the disk.
        private: Whether a new file is for its owner alone.

    Raises:
        OSError: If the old file may not be replaced, the disk is full or the folder cannot be
            written; the old file is untouched. Or if no file lies there, but a folder, a pipe or a
            device.
    """
    # 10 ms of import, and most runs write nothing.
    import tempfile

    path = Path(os.path.realpath(path))
    old = _replaceable(path, private=private)
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(
            prefix=_prefix(path), suffix=".new", dir=path.parent
        )
        with os.fdopen(descriptor, "wb") as stream:
            if old is not None:
                _keep_owner(stream.fileno(), old, path)
            # After the owner: changing that takes special bits away.
            os.fchmod(stream.fileno(), _mode(old, private=private))
            if old is not None:
                _keep_attributes(stream.fileno(), path)
            for part in data:
                stream.write(part)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 (both are names in one folder)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 (mkstemp gave a name, not a path)
        if isinstance(error, OSError):
            # The file that was meant is named, not the temporary one.
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    if durable:
        sync_folder(path.parent)
    _sweep(path)


def write_output(path: Path, data: bytes) -> None:
    """Write what a command was asked to put into a file.

    A file is replaced whole or not at all. A pipe or a device that the user named is written into:
    nobody means to replace that.

    Raises:
        OSError: If it cannot be written; a file is untouched then.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        write_atomically(path, data)
        return
    with path.open("wb") as stream:
        stream.write(data)


def _prefix(path: Path) -> str:
    """How the names of the temporary files of a file begin; short enough beside any suffix."""
    return f".{path.name[:_PREFIX]}."


def _replaceable(path: Path, *, private: bool) -> os.stat_result | None:
    """The file that is to be replaced; `None` when there is none.

    Raises:
        PermissionError: If it is write-protected, also for root, who could.
        OSError: If it is one of several hard links, or no file.
    """
    try:
        old = path.stat()
    except FileNotFoundError:
        return None
    require_regular(path, old.st_mode)
    if not old.st_mode & 0o222:
        raise PermissionError(errno.EACCES, "the file is write-protected", str(path))
    if old.st_nlink > 1 and not private:
        raise OSError(
            errno.EMLINK,
            "the file is one of several hard links, which a change would part from each other",
            str(path),
        )
    return old


def _keep_owner(descriptor: int, old: os.stat_result, path: Path) -> None:
    """Give a new file the owner and group of the one that it replaces.

    Raises:
        PermissionError: If that is not allowed.
    """
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return
    try:
        os.fchown(descriptor, old.st_uid, old.st_gid)
    except OSError:
        whose = "user" if new.st_uid != old.st_uid else "group"
        raise PermissionError(
            errno.EPERM, f"the file belongs to another {whose}", str(path)
        ) from None


def _keep_attributes(descriptor: int, path: Path) -> None:
    """Give a new file the extended attributes of the old one: access lists, labels, tags.

    What the file system or the user's rights do not allow is left out.
    """
    if not hasattr(os, "listxattr"):
        return  # There are none on this system, or Python cannot tell.
    with contextlib.suppress(OSError):
        for name in os.listxattr(path):
            with contextlib.suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(path, name))


def _mode(old: os.stat_result | None, *, private: bool) -> int:
    """The permissions of a new file, which may take the place of another."""
    if old is not None:
        return stat.S_IMODE(old.st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o600 if private else 0o666 & ~umask


def _sweep(path: Path) -> None:
    """Remove the temporary files of writers that were killed."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(path.parent):
            if entry.name.startswith(_prefix(path)) and entry.name.endswith(".new"):
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
    lock = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    with _held(lock):
        yield


@contextlib.contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, where a file beside the one that is changed would be litter.

    Raises:
        OSError: If the folder cannot be opened, or another instance does not release it.
    """
    with _held(os.open(folder, os.O_RDONLY)):
        yield


@contextlib.contextmanager
def _held(descriptor: int) -> Iterator[None]:
    """Hold the lock of an open file, which is closed in the end."""
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
