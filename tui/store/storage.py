"""TinyDB over a sealed file.

TinyDB keeps a database as one mapping (table, document id, document) that it asks of a storage and
gives back whole after every change. Its own `JSONStorage` truncates the file before it writes, and
writes at every change. The storages here replace the file atomically, and only when they are asked
to: a change of several tables becomes one write, and one that is given up leaves the file as it
was. That is also why TinyDB's `CachingMiddleware` is not used: it writes what is unfinished when
the database is closed, be it by an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from tui.store.sealed_file import DamagedFileError
from tui.store.table_formats import PackedTable, as_packed, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.store.table_formats import Tables

_Struct = TypeVar("_Struct")


class TablesFile(Protocol):
    """Where a storage reads and writes its tables, e.g. a `SealedFile`."""

    def read(self) -> Tables | None:
        """All tables, `None` when there are none yet."""

    def write(self, content: Tables) -> None:
        """Replace all tables, whole or not at all."""


class SealedStorage(Storage):
    """All tables of a database in memory, and in a file as they were at the last `flush`."""

    def __init__(self, file: TablesFile) -> None:
        """Take a file; it is read when TinyDB asks for the first time."""
        self._file = file
        self._tables: Tables | None = None
        self._read = self._changed = False

    def read(self) -> Tables | None:
        """The tables as TinyDB left them, at first those of the file.

        Raises:
            DamagedFileError: If the file does not hold what was written.
            OSError: If it is there and cannot be read.
        """
        if not self._read:
            self._tables = self._file.read()
            self._read = True
        return self._tables

    def write(self, data: Tables) -> None:
        """Take the tables after a change; the file follows with `flush`."""
        self._tables = data
        self._read = self._changed = True

    def flush(self) -> bool:
        """Write what changed since the last time; whether anything did.

        Raises:
            OSError: If it cannot be written; the file is as it was then, and so is the memory.
        """
        if not self._changed or self._tables is None:
            return False
        self._file.write(self._tables)
        self._changed = False
        return True


class CacheStorage(SealedStorage):
    """The storage of tables that can be made again; documents may be packed.

    What is damaged or cannot be read counts as absent. Without a file, memory is all there is.
    """

    def __init__(self, file: TablesFile | None) -> None:
        """Take a file; it is read when TinyDB asks for the first time."""
        super().__init__(file or _Nowhere())

    def read(self) -> Tables | None:
        """The tables as TinyDB left them, at first those of the file, if they can be trusted."""
        try:
            return super().read()
        except (DamagedFileError, OSError):
            self._read = True
            return None

    def write(self, data: Tables) -> None:
        """Take the tables after a change; the file follows with `flush`."""
        super().write(as_packed(data))


class _Nowhere:
    """The file of tables that are not kept."""

    def read(self) -> Tables | None:
        """Nothing is kept."""
        return None

    def write(self, content: Tables) -> None:
        """Keep nothing."""


class PackingTable(Table):
    """A table whose documents are packed as they are inserted, and read as structs.

    80,000 records would take 200 MB more as long as all of them were `dict`s at once.
    """

    def insert_multiple(self, documents: Iterable[Any]) -> list[int]:
        """Insert documents or structs, which get the next numbers; those are given back."""
        packed: list[Any] = pack(documents)
        last = max((document.doc_id for document in self), default=0)
        numbers = list(range(last + 1, last + 1 + len(packed)))
        self._update_table(lambda table: table.update(zip(numbers, packed, strict=True)))
        return numbers

    def structs(
        self, kind: type[list[_Struct]], each: Callable[[list[_Struct]], None] | None = None
    ) -> list[_Struct]:
        """All documents in the order of their numbers as values, such as those of `list[Party]`.

        Args:
            kind: The type of the list.
            each: Called with every thousand as soon as they are decoded.

        Raises:
            msgspec.ValidationError: If one is of another kind.
        """
        table = self._read_table()
        packed = table if isinstance(table, PackedTable) else PackedTable(table)
        return packed.structs(kind, each)


class PackingDatabase(TinyDB):
    """A database of such tables."""

    table_class = PackingTable
