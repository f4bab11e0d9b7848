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

from tui.platform.atomic_files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class DurableStorage(Storage):
    """All tables of a database in one file with a previous generation beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.previous = path.with_name(path.name + ".previous")
        self.set_aside: Path | None = None
        self._held: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The newest undamaged generation, `None` when there is none yet."""
        if self._held is not None:
            return self._held
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
        if self._held is not None:
            self._held = data
            return
        present = self.path.read_bytes() if self.path.exists() else None
        encoded = _encoded(data)
        if present == encoded:
            return
        if present is not None and _decoded(present) is not None:
            write_atomically(self.previous, present)
        write_atomically(self.path, encoded)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is changed meanwhile as one generation: all of it or nothing.

        Raises:
            OSError: If it cannot be written; nothing is lost then.
        """
        self._held = self.read() or {}
        try:
            yield
            data = self._held
        finally:
            self._held = None
        self.write(data)

    def signature(self) -> bytes:
        """Changes whenever another instance has written other marks, whatever the clock says."""
        try:
            with self.path.open("rb") as stream:
                return stream.readline(_HEAD_BYTES)
        except OSError:
            return b""

    def _put_aside(self, path: Path) -> None:
        for number in range(1, 1000):
            target = path.with_name(f"{path.name}.damaged-{number}")
            with contextlib.suppress(FileExistsError):
                try:
                    # A link fails when the name is taken, which a rename would overwrite.
                    os.link(path, target)
                    path.unlink()
                except FileExistsError:
                    raise
                except OSError:
                    # Some file systems have no links.
                    if target.exists():
                        continue
                    path.rename(target)
                self.set_aside = target
                return


def read_marks(path: Path) -> tuple[dict[str, dict[str, Any]] | None, bool]:
    """What a file of marks holds, and whether it is damaged. Changes nothing.

    Raises:
        OSError: If it is there and cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, False
    found = _decoded(data)
    return found, found is None


_HEAD = b"dealtui marks, sha256 "
_HEAD_BYTES = 100
"""More than the first line has."""


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
