"""The user's own marks on records, and saved searches, per corpus."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import msgspec

from tui.files import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from tinydb import TinyDB
    from tinydb.table import Table

    from tui.state.storage import DurableStorage


class Mark(msgspec.Struct, frozen=True):
    """What the user says of one record.

    Attributes:
        star: Starred.
        note: The user's own words.
        reviewed: The day on which the user checked the record, ISO 8601; empty for never.
        content: Digest of record and sources at that time, to see whether they changed since.
    """

    star: bool = False
    note: str = ""
    reviewed: str = ""
    content: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self == Mark()


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

    def is_dismissed(self, corpus: str, finding: str) -> bool:
        """Whether the user dismissed a finding of the audit."""
        return (corpus, finding) in self._dismissed

    def refresh(self) -> bool:
        """Read what another instance may have written; whether anything was new."""
        if self._path is None:
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
        changed = msgspec.structs.replace(self.mark(corpus, record), **changes)
        self._marks[corpus, record] = changed

        def write(database: TinyDB) -> None:
            table = database.table("marks")
            stored = _one(table, corpus=corpus, record=record)
            fresh = msgspec.structs.replace(_mark(stored or {}), **changes)
            _put(table, {"corpus": corpus, "record": record}, msgspec.to_builtins(fresh))

        self._change(write)
        return self.mark(corpus, record)

    def save_search(self, corpus: str, name: str, query: str) -> None:
        """Keep a search under a name; an empty query forgets it."""
        if query:
            self._searches[corpus, name] = query
        else:
            self._searches.pop((corpus, name), None)

        def write(database: TinyDB) -> None:
            table = database.table("searches")
            values = {"query": query} if query else None
            _put(table, {"corpus": corpus, "name": name}, values)

        self._change(write)

    def remember_place(self, corpus: str, record: str) -> None:
        """Keep the record that was read last."""
        self._places[corpus] = record
        self._change(
            lambda database: _put(database.table("places"), {"corpus": corpus}, {"record": record})
        )

    def remember_query(self, corpus: str, query: str) -> None:
        """Keep a query as the newest of the history, each once, at most a hundred."""

        def added(old: list[str]) -> list[str]:
            return [*(one for one in old if one != query), query][-_HISTORY:]

        self._history[corpus] = added(self._history.get(corpus, []))

        def write(database: TinyDB) -> None:
            table = database.table("history")
            stored = _one(table, corpus=corpus) or {}
            old = [one for one in stored.get("queries", []) if isinstance(one, str)]
            _put(table, {"corpus": corpus}, {"queries": added(old)})

        self._change(write)

    def dismiss(self, corpus: str, finding: str) -> None:
        """Do not show a finding any more."""
        self._dismissed.add((corpus, finding))
        self._change(
            lambda database: _put(
                database.table("dismissed"), {"corpus": corpus, "finding": finding}, {}
            )
        )

    # Taking along

    def export(self, corpus: str) -> Iterator[dict[str, Any]]:
        """Everything on a corpus as plain rows."""
        for record, mark in sorted(self.marked(corpus).items()):
            yield {"kind": "mark", "record": record, **msgspec.to_builtins(mark)}
        for name, query in sorted(self.searches(corpus).items()):
            yield {"kind": "search", "name": name, "query": query}

    def bring_in(self, corpus: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Add exported rows; gives how many were understood."""
        count = 0
        for row in rows:
            if row.get("kind") == "mark" and isinstance(row.get("record"), str):
                given = {name: row[name] for name in Mark.__struct_fields__ if name in row}
                self.update(corpus, row["record"], **msgspec.to_builtins(_mark(given)))
                count += 1
            elif row.get("kind") == "search" and row.get("name") and row.get("query"):
                self.save_search(corpus, str(row["name"]), str(row["query"]))
                count += 1
        return count

    # The file

    @contextlib.contextmanager
    def _database(self) -> Iterator[TinyDB]:
        from tinydb import TinyDB

        from tui.state.storage import DurableStorage

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

    def _change(self, write: Callable[[TinyDB], None]) -> None:
        if self._path is None:
            return
        try:
            with self._database() as database:
                write(database)
                self._take(database)
                self._signature = self._storage.signature() if self._storage else None
        except OSError as error:
            raise StateError(
                f"your mark is kept until you quit, not on disk: {error.strerror or error}"
            ) from error

    def _take(self, database: TinyDB) -> None:
        self._marks = {
            (row["corpus"], row["record"]): _mark(row)
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


def _mark(row: Mapping[str, Any]) -> Mark:
    """A mark out of a stored row; what is not understood is left out."""
    try:
        return msgspec.convert(dict(row), Mark)
    except msgspec.ValidationError:
        return Mark()


def _one(table: Table, **key: str) -> Mapping[str, Any] | None:
    return next((row for row in table if all(row.get(k) == v for k, v in key.items())), None)


def _put(table: Table, key: dict[str, str], values: dict[str, Any] | None) -> None:
    """Set the row of a key; `None` takes it away."""
    ids = [row.doc_id for row in table if all(row.get(k) == v for k, v in key.items())]
    if values is None:
        table.remove(doc_ids=ids)
    elif ids:
        table.update({**key, **values}, doc_ids=ids[:1])
    else:
        table.insert({**key, **values})
