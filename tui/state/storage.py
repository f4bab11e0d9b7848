"""A TinyDB storage that survives crashes, full disks, damage and a second instance.

TinyDB's own JSONStorage truncates the file before it writes; this one writes aside and renames,
keeps the previous generation, and falls back to it when the newest is damaged. A damaged file is
set aside under another name, never overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING, Any

import msgspec
from tinydb.storages import Storage

from tui.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


class DurableStorage(Storage):
    """All tables of a database in one file with a previous generation beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.previous = path.with_name(path.name + ".previous")
        self.set_aside: Path | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The newest undamaged generation, `None` when there is none yet."""
        for path in (self.path, self.previous):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            found = _decoded(data)
            if found is not None:
                return found
            self._put_aside(path)
        return None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write a new generation; the present one becomes the previous one.

        Raises:
            OSError: If it cannot be written; nothing is lost then.
        """
        present = self.path.read_bytes() if self.path.exists() else None
        encoded = _encoded(data)
        if present == encoded:
            return
        if present is not None and _decoded(present) is not None:
            write_atomically(self.previous, present)
        write_atomically(self.path, encoded)

    def signature(self) -> tuple[int, int, int] | None:
        """Changes whenever another instance has written."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _put_aside(self, path: Path) -> None:
        for number in range(1, 1000):
            target = path.with_name(f"{path.name}.damaged-{number}")
            with contextlib.suppress(FileExistsError):
                # A link fails when the name is taken, which a rename would overwrite.
                os.link(path, target)
                path.unlink()
                self.set_aside = target
                return


_HEAD = b"dealtui marks, sha256 "


def _encoded(data: dict[str, dict[str, Any]]) -> bytes:
    """A line with the checksum, then JSON: a flipped bit in a note must not go unseen."""
    body = msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"
    return _HEAD + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _decoded(data: bytes) -> dict[str, dict[str, Any]] | None:
    head, _, body = data.partition(b"\n")
    if head != _HEAD + hashlib.sha256(body).hexdigest().encode():
        return None
    try:
        return msgspec.json.decode(body, type=dict[str, dict[str, Any]])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
