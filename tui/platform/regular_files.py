"""Reading files without ever waiting: for a pipe nobody writes to, or a device without an end."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from tui.model.messages import msg

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class NotRegularError(OSError):
    """Something else lies in the place of a file; the message says what."""


def open_regular(path: Path) -> int:
    """A descriptor of a regular file, open for reading.

    Raises:
        NotRegularError: If it is a folder, a pipe, a socket or a device.
        OSError: If it cannot be opened.
        ValueError: If the path holds NUL.
    """
    try:
        # Without blocking: opening a pipe that nobody writes to would hang.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ENXIO:
            # A socket cannot be opened at all.
            require_regular(path, path.stat().st_mode)
        raise
    try:
        require_regular(path, os.fstat(descriptor).st_mode)
    except NotRegularError:
        os.close(descriptor)
        raise
    return descriptor


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: If it cannot be read, or is no regular file.
    """
    with os.fdopen(open_regular(path), "rb") as stream:
        return stream.read()


def require_regular(path: Path, mode: int) -> None:
    """Refuse what is no regular file.

    Raises:
        NotRegularError: If the mode says that it is something else.
    """
    if stat.S_ISREG(mode):
        return
    kind = next((words for is_kind, words in _KINDS if is_kind(mode)), msg("no regular file"))
    raise NotRegularError(errno.EINVAL, msg("is {kind}, not a file", kind=kind), str(path))
