"""The TinyDB tables of the user's marks: what is asked of them, and how they are changed.

| table       | a document is                                  | found by            |
|-------------|------------------------------------------------|---------------------|
| `marks`     | star, note and review of a record              | `corpus`, `record`  |
| `searches`  | a saved query                                  | `corpus`, `name`    |
| `dismissed` | a finding of the audit that is not shown       | `corpus`, `finding` |
| `places`    | the record that was read last                  | `corpus`            |
| `history`   | the queries typed before                       | `corpus`            |

`corpus` is the path of the corpus file. A field that is missing or is not understood is left out,
alone; one that another version of the program added stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from tui.store.backed_up_file import BackedUpFile
from tui.store.record_mark import CorpusMarks, RecordMark
from tui.store.table_formats import READABLE_TABLES, Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tinydb import TinyDB
    from tinydb.queries import QueryInstance
    from tinydb.table import Document, Table

    Change: TypeAlias = Callable[[TinyDB], object]

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
