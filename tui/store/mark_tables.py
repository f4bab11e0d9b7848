"""The TinyDB tables of the user's marks: what is asked of them, and how they are changed.

| table       | a document is                                  | found by            |
|-------------|------------------------------------------------|---------------------|
| `marks`     | star, note and review of a record              | `corpus`, `record`  |
| `searches`  | a saved query                                  | `corpus`, `name`    |
| `dismissed` | a finding of the audit that is not shown       | `corpus`, `finding` |
| `places`    | the record that was read last                  | `corpus`            |
| `history`   | the queries typed before                       | `corpus`            |
| `corpora`   | where a corpus lay and what it named           | `corpus`            |

`corpus` is the key of a corpus (`corpus_identity.py`). The first version had the path of its file
there and no table `corpora`: such rows are joined to those of the corpus at that path, once. A
field that is missing or is not understood is left out,
alone; one that another version of the program added stays where it is.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from tui.store.backed_up_file import BackedUpFile
from tui.store.corpus_identity import KnownCorpus, earlier_key, key_of
from tui.store.record_mark import CorpusMarks, RecordMark
from tui.store.table_formats import READABLE_TABLES, Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tinydb import TinyDB
    from tinydb.queries import QueryInstance
    from tinydb.table import Document, Table

    from tui.store.corpus_identity import CorpusIdentity

    Change: TypeAlias = Callable[[TinyDB], object]

_OF_CORPUS = ("marks", "searches", "dismissed", "places", "history")
"""The tables that hold what the user added to a corpus."""
HISTORY = 100
"""Queries that are remembered of a corpus."""


def stored_marks(path: Path) -> BackedUpFile[Tables]:
    """The file of the tables; the first version of the program wrote it in the same form."""
    return BackedUpFile(path, "marks", READABLE_TABLES)


def read_marks(database: TinyDB, corpus: str) -> CorpusMarks:
    """What the tables hold of a corpus."""
    from tinydb import where

    def rows(name: str, *texts: str) -> list[Document]:
        """The documents of a corpus in which these fields hold a text."""
        query = where("corpus") == corpus
        for text in texts:
            query &= where(text).test(_is_text)
        return database.table(name).search(query)

    return CorpusMarks(
        records={row["record"]: _mark_of(row) for row in rows("marks", "record")},
        searches={row["name"]: row["query"] for row in rows("searches", "name", "query")},
        dismissed=frozenset(row["finding"] for row in rows("dismissed", "finding")),
        place=next((row["record"] for row in rows("places", "record")), ""),
        history=next((_queries_of(row) for row in rows("history")), ()),
    )


def known_corpora(database: TinyDB) -> list[KnownCorpus]:
    """The corpora that have marks, as far as their rows are understood."""
    found = []
    for row in database.table("corpora"):
        with contextlib.suppress(msgspec.ValidationError):
            found.append(msgspec.convert(dict(row), KnownCorpus))
    return found


def marked_corpora(database: TinyDB) -> dict[str, tuple[int, tuple[str, ...]]]:
    """By the key of each corpus: how many marks are on its records, and where its file lay."""
    counts = Counter(
        row["corpus"]
        for row in database.table("marks")
        if _is_text(row.get("corpus")) and _mark_of(row).says_something
    )
    paths = {one.corpus: one.paths for one in known_corpora(database)}
    # The first version named a corpus by its path.
    return {key: (count, paths.get(key) or (key,)) for key, count in counts.items()}


def corpus_key(database: TinyDB, identity: CorpusIdentity) -> str:
    """The key of the marks of a corpus."""
    return key_of(identity, known_corpora(database))


def is_new(database: TinyDB, identity: CorpusIdentity) -> bool:
    """Whether `take_over` would find anything for a corpus."""
    return next(_earlier_marks(database, identity), None) is not None


def take_over(identity: CorpusIdentity) -> Change:
    """Join what was kept of a corpus under other keys to what is kept under its own."""

    def change(database: TinyDB) -> None:
        key = corpus_key(database, identity)
        for source, moved in list(_earlier_marks(database, identity)):
            _join(database, source, key)
            if moved:
                for name in _OF_CORPUS:
                    database.table(name).remove(_query(corpus=source))
        remember_corpus(key, identity)(database)

    return change


def _earlier_marks(database: TinyDB, identity: CorpusIdentity) -> Iterator[tuple[str, bool]]:
    """The keys from which a corpus takes over, and whether their rows go.

    Rows of the first version go: they were of the corpus at this path. A corpus that says who it is
    for the first time gets a copy, as others may still be known by what they name.
    """
    key = corpus_key(database, identity)
    known = known_corpora(database)
    keys = {one.corpus for one in known}
    if identity.path != key and identity.path not in keys and _has_rows(database, identity.path):
        yield identity.path, True
    if identity.declared and key not in keys:
        before = earlier_key(identity, known)
        if before is not None:
            yield before, False


def _has_rows(database: TinyDB, corpus: str) -> bool:
    query = _query(corpus=corpus)
    return any(database.table(name).contains(query) for name in _OF_CORPUS)


def remember_corpus(corpus: str, identity: CorpusIdentity) -> Change:
    """Keep where a corpus lies and what it names, unless that is known."""

    def change(database: TinyDB) -> None:
        table = database.table("corpora")
        known = {one.corpus: one for one in known_corpora(database)}
        before = known.pop(corpus, KnownCorpus(corpus))
        # One corpus lies at a path.
        rows = [(one, one.left(identity.path)) for one in known.values()]
        for old, new in [(before, before.seen(identity)), *rows]:
            if old != new:
                table.upsert(msgspec.to_builtins(new), _query(corpus=new.corpus))

    return change


def _join(database: TinyDB, source: str, corpus: str) -> None:
    """Add what is kept under one key to what is kept under another."""
    theirs, ours = read_marks(database, source), read_marks(database, corpus)
    changes = [
        mark_record(corpus, record, msgspec.structs.asdict(ours.of_record(record).joined(mark)))
        for record, mark in theirs.records.items()
    ]
    changes += [
        save_search(corpus, name, ours.searches.get(name, query))
        for name, query in theirs.searches.items()
    ]
    changes += [dismiss(corpus, finding) for finding in theirs.dismissed]
    if theirs.place and not ours.place:
        changes.append(remember_place(corpus, theirs.place))
    changes += [remember_query(corpus, query) for query in (*theirs.history, *ours.history)]
    for change in changes:
        change(database)


def move_mark(corpus: str, record: str, to: str, mark: RecordMark) -> Change:
    """Put a mark on another record, and the place that was read last with it."""

    def change(database: TinyDB) -> None:
        mark_record(corpus, to, msgspec.structs.asdict(mark))(database)
        database.table("marks").remove(_query(corpus=corpus, record=record))
        if _get(database.table("places"), _query(corpus=corpus)).get("record") == record:
            remember_place(corpus, to)(database)

    return change


def mark_record(corpus: str, record: str, changes: Mapping[str, Any]) -> Change:
    """Change some fields of the mark on a record."""

    def change(database: TinyDB) -> None:
        table = database.table("marks")
        this = _query(corpus=corpus, record=record)
        mark = msgspec.structs.replace(_mark_of(_get(table, this)), **changes)
        table.upsert({"corpus": corpus, "record": record, **msgspec.to_builtins(mark)}, this)

    return change


def save_search(corpus: str, name: str, query: str) -> Change:
    """Keep a search under a name; an empty query forgets it."""
    this = _query(corpus=corpus, name=name)
    if not query:
        return lambda database: database.table("searches").remove(this)
    row = {"corpus": corpus, "name": name, "query": query}
    return lambda database: database.table("searches").upsert(row, this)


def remember_place(corpus: str, record: str) -> Change:
    """Keep the record that was read last."""
    row = {"corpus": corpus, "record": record}
    return lambda database: database.table("places").upsert(row, _query(corpus=corpus))


def dismiss(corpus: str, finding: str, *, back: bool = False) -> Change:
    """Do not show a finding of the audit any more, or take that back."""
    row = {"corpus": corpus, "finding": finding}
    if back:
        return lambda database: database.table("dismissed").remove(_query(**row))
    return lambda database: database.table("dismissed").upsert(row, _query(**row))


def remember_query(corpus: str, query: str) -> Change:
    """Keep a query as the newest of the history, each once."""

    def change(database: TinyDB) -> None:
        table, this = database.table("history"), _query(corpus=corpus)
        old = [one for one in _queries_of(_get(table, this)) if one != query]
        table.upsert({"corpus": corpus, "queries": [*old, query][-HISTORY:]}, this)

    return change


def _query(**fields: str) -> QueryInstance:
    """Documents of which these fields hold these texts."""
    from tinydb import Query

    return Query().fragment(fields)


def _get(table: Table, query: QueryInstance) -> Mapping[str, Any]:
    """The document that a query finds, an empty one when there is none."""
    return table.get(query) or {}


def _mark_of(row: Mapping[str, Any]) -> RecordMark:
    return RecordMark(
        **{
            field.name: row[field.name]
            for field in msgspec.structs.fields(RecordMark)
            if isinstance(row.get(field.name), field.type)
        }
    )


def _queries_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    queries = row.get("queries")
    return tuple(filter(_is_text, queries)) if isinstance(queries, list) else ()


def _is_text(value: object) -> bool:
    return isinstance(value, str)
