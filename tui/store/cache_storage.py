"""A storage for TinyDB that writes whole files or none, with a checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from tui.platform.atomic_files import write_atomically
from tui.store.snapshot import FAULTS, seal, unseal

if TYPE_CHECKING:
    from pathlib import Path


class AtomicStorage(Storage):
    """All tables of a database in one file; a damaged file counts as an empty one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, `None` when there are none that can be trusted."""
        try:
            return unseal(self.path.read_bytes(), dict[str, dict[str, Any]])
        except FAULTS:
            return None

    def write(self, data: object) -> None:
        """Write all tables, plain or typed, aside, and put them in place.

        Raises:
            OSError: If they cannot be written; the old ones are untouched then.
        """
        write_atomically(self.path, seal(data))


class HeldStorage(Storage):
    """All tables in memory, in the form that they would have in a file."""

    def __init__(self) -> None:
        self._data: bytes | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables, `None` before anything was written."""
        return None if self._data is None else unseal(self._data, dict[str, dict[str, Any]])

    def write(self, data: object) -> None:
        """Keep all tables, plain or typed."""
        self._data = seal(data)

    @property
    def data(self) -> bytes:
        """The bytes that a file would have."""
        return self._data or b""
