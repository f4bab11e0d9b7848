"""The user's own marks on records, and saved searches, per corpus."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from tui.platform.atomic_files import locked
from tui.store.mark_rows import Mark, mark_of, put, row_of

__all__ = ["Mark", "Marks", "StateError"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from tinydb import TinyDB

    from tui.store.mark_storage import DurableStorage

    Write: TypeAlias = Callable[[TinyDB], None]


class StateError(Exception):
    """The user's marks could not be kept; the message says why and what to do."""


class Marks:
    """Marks and saved searches in a TinyDB file, or in memory where there is no place for one.

    Reading is from memory. Every change is made under a lock on the newest state of the file, so
    that two instances see each other's marks and lose none.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._storage: DurableStorage | None = None
        self._signature: object = None
        self._marks: dict[tuple[str, str], Mark] = {}
        self._searches: dict[tuple[str, str], str] = {}
        self._dismissed: set[tuple[str, str]] = set()
        self._places: dict[str, str] = {}
        self._history: dict[str, list[str]] = {}
        self.refresh()

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was put, if one was found."""
        return self._storage.set_aside if self._storage else None

    # Reading

    def mark(self, corpus: str, record: str) -> Mark:
        """The mark on a record, an empty one when there is none."""
        return self._marks.get((corpus, record), _EMPTY)

    def marked(self, corpus: str) -> dict[str, Mark]:
        """All marks on a corpus by record."""
        return {record: mark for (where, record), mark in self._marks.items() if where == corpus}

    def searches(self, corpus: str) -> dict[str, str]:
        """Saved searches by name."""
        return {name: query for (where, name), query in self._searches.items() if where == corpus}

    def history(self, corpus: str) -> list[str]:
        """Queries typed before, oldest first."""
        return list(self._history.get(corpus, ()))

    def place(self, corpus: str) -> str:
        """The record that was last read."""
        return self._places.get(corpus, "")

    def dismissed(self, corpus: str) -> set[str]:
        """The findings of the audit that the user dismissed."""
        return {finding for where, finding in self._dismissed if where == corpus}

    def refresh(self) -> bool:
        """Read what another instance may have written; whether anything was new."""
        if self._path is None:
            return False
        if self._storage is not None and self._storage.signature() == self._signature:
            return False
        with contextlib.suppress(OSError), self._database() as database:
            signature = self._storage.signature() if self._storage else None
            if signature == self._signature:
                return False
            self._take(database)
            self._signature = signature
            return True
        return False

    # Changing

    def update(self, corpus: str, record: str, **changes: Any) -> Mark:
        """Change the mark on a record.

        Raises:
            StateError: If it cannot be kept; memory has the change all the same.
        """
        self._change(self._marking(corpus, record, changes))
        return self.mark(corpus, record)

    def save_search(self, corpus: str, name: str, query: str) -> None:
        """Keep a search under a name; an empty query forgets it."""
        self._change(self._saving(corpus, name, query))

    def remember_place(self, corpus: str, record: str) -> None:
        """Keep the record that was read last."""
        self._change(self._placing(corpus, record))

    def dismiss(self, corpus: str, finding: str, *, back: bool = False) -> None:
        """Do not show a finding of the audit any more, or take that back."""
        self._change(self._dismissing(corpus, finding, back=back))

    def remember_query(self, corpus: str, query: str) -> None:
        """Keep a query as the newest of the history, each once, at most a hundred."""

        def added(old: list[str]) -> list[str]:
            return [*(one for one in old if one != query), query][-_HISTORY:]

        self._history[corpus] = added(self._history.get(corpus, []))

        def write(database: TinyDB) -> None:
            table = database.table("history")
            stored = row_of(table, corpus=corpus) or {}
            old = [one for one in stored.get("queries", []) if isinstance(one, str)]
            put(table, {"corpus": corpus}, {"queries": added(old)})

        self._change(write)

    # Taking along

    def export(self, corpus: str) -> Iterator[dict[str, Any]]:
        """Marks, searches, dismissed findings and the last place of a corpus as plain rows."""
        for record, mark in sorted(self.marked(corpus).items()):
            yield {"kind": "mark", "record": record, **msgspec.to_builtins(mark)}
        for name, query in sorted(self.searches(corpus).items()):
            yield {"kind": "search", "name": name, "query": query}
        for finding in sorted(self.dismissed(corpus)):
            yield {"kind": "dismissed", "finding": finding}
        if place := self.place(corpus):
            yield {"kind": "place", "record": place}

    def bring_in(self, corpus: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Add exported rows, all of them or none; gives how many were understood.

        What a row does not say stays as it is.

        Raises:
            StateError: If they cannot be kept; memory has them all the same.
        """
        writes = [write for row in rows if (write := self._brought(corpus, row))]

        def write_all(database: TinyDB) -> None:
            for write in writes:
                write(database)

        if writes:
            self._change(write_all)
        return len(writes)

    def _brought(self, corpus: str, row: Mapping[str, Any]) -> Write | None:
        """What a row changes; `None` when it is not understood."""
        match dict(row):
            case {"kind": "mark", "record": str(record)}:
                try:
                    mark = msgspec.convert(dict(row), Mark)
                except msgspec.ValidationError:
                    return None
                given = [name for name in Mark.__struct_fields__ if name in row]
                return self._marking(corpus, record, {name: getattr(mark, name) for name in given})
            case {"kind": "search", "name": str(name), "query": str(query)} if name and query:
                return self._saving(corpus, name, query)
            case {"kind": "dismissed", "finding": str(finding)} if finding:
                return self._dismissing(corpus, finding, back=False)
            case {"kind": "place", "record": str(record)} if record:
                return self._placing(corpus, record)
        return None

    # Each changes memory and gives what changes the file

    def _marking(self, corpus: str, record: str, changes: dict[str, Any]) -> Write:
        self._marks[corpus, record] = msgspec.structs.replace(self.mark(corpus, record), **changes)

        def write(database: TinyDB) -> None:
            table = database.table("marks")
            stored = row_of(table, corpus=corpus, record=record)
            fresh = msgspec.structs.replace(mark_of(stored or {}), **changes)
            put(table, {"corpus": corpus, "record": record}, msgspec.to_builtins(fresh))

        return write

    def _saving(self, corpus: str, name: str, query: str) -> Write:
        if query:
            self._searches[corpus, name] = query
        else:
            self._searches.pop((corpus, name), None)
        values = {"query": query} if query else None
        return lambda database: put(
            database.table("searches"), {"corpus": corpus, "name": name}, values
        )

    def _placing(self, corpus: str, record: str) -> Write:
        self._places[corpus] = record
        return lambda database: put(
            database.table("places"), {"corpus": corpus}, {"record": record}
        )

    def _dismissing(self, corpus: str, finding: str, *, back: bool) -> Write:
        if back:
            self._dismissed.discard((corpus, finding))
        else:
            self._dismissed.add((corpus, finding))
        return lambda database: put(
            database.table("dismissed"),
            {"corpus": corpus, "finding": finding},
            None if back else {},
        )

    # The file

    @contextlib.contextmanager
    def _database(self) -> Iterator[TinyDB]:
        from tinydb import TinyDB

        from tui.store.mark_storage import DurableStorage

        assert self._path is not None
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with locked(self._path):
            database = TinyDB(self._path, storage=DurableStorage)
            storage = database.storage
            assert isinstance(storage, DurableStorage)
            if self._storage is not None and storage.set_aside is None:
                storage.set_aside = self._storage.set_aside
            self._storage = storage
            yield database

    def _change(self, write: Write) -> None:
        if self._path is None:
            return
        try:
            with self._database() as database:
                assert self._storage is not None
                with self._storage.together():
                    write(database)
                self._take(database)
                self._signature = self._storage.signature()
        except OSError as error:
            raise StateError(
                f"your mark is kept until you quit, not on disk: {error.strerror or error}"
            ) from error

    def _take(self, database: TinyDB) -> None:
        self._marks = {
            (row["corpus"], row["record"]): mark_of(row)
            for row in database.table("marks")
            if "corpus" in row and "record" in row
        }
        self._searches = {
            (row["corpus"], row["name"]): row["query"]
            for row in database.table("searches")
            if {"corpus", "name", "query"} <= row.keys()
        }
        self._dismissed = {
            (row["corpus"], row["finding"])
            for row in database.table("dismissed")
            if {"corpus", "finding"} <= row.keys()
        }
        self._places = {
            row["corpus"]: row["record"]
            for row in database.table("places")
            if {"corpus", "record"} <= row.keys()
        }
        self._history = {
            row["corpus"]: [query for query in row["queries"] if isinstance(query, str)]
            for row in database.table("history")
            if {"corpus", "queries"} <= row.keys()
        }


_HISTORY = 100
_EMPTY = Mark()
