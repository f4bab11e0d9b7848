"""One SQLite file: tables, views that join them, full text (FTS5), and metadata for Datasette."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.export.formats.graph import EDGE_FIELDS, graph_of
from tui.export.tables.rows import TABLES, record_kind, sample_row
from tui.export.tables.writers import flat_table
from tui.model.messages import plain_text
from tui.model.records import all_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from tui.export.selection import Selection

_LARGEST = 2**63
_FIELD_COLUMNS = ("record", "kind", "field", "state", "detail")
_TEXTS = {"record_text": ("title", "note", "quotes"), "article_text": ("title", "text")}
"""What full text is searched in; each row has its id before it."""
_VIEWS = """\
CREATE VIEW quotes_to_check AS
  SELECT record, field, state, detail, quote, publisher, published, url, page
  FROM evidence WHERE state NOT IN ('proved', 'derived', 'judged') ORDER BY record, field;
CREATE VIEW disputes AS
  SELECT record, field, stance, rank, because, quote, publisher, published, url
  FROM evidence WHERE stance IN ('disputes', 'corrects') ORDER BY record, field;
CREATE VIEW paid AS
  SELECT payer, payee, currency, low, high, deal, tranche, state
  FROM flows WHERE "column" = 'paid';
CREATE INDEX evidence_record ON evidence (record);
CREATE INDEX fields_record ON fields (record);
CREATE INDEX flows_payer ON flows (payer);
CREATE INDEX flows_payee ON flows (payee);
"""
_DESCRIPTIONS = {
    "deals": "Agreements and announced intentions between parties",
    "totals": "Sums that an article states over several deals",
    "facts": "Figures about one party: valuations, revenues, stakes",
    "evidence": "Every quote, what it proves, and where it was published",
    "articles": "The articles that the quotes are from",
    "parties": "Companies, funds and persons",
    "fields": "Every field of every record with its state",
    "flows": "Money from payer to payee; columns and currencies are never added to one another",
    "quotes_to_check": "Quotes of fields that are not proved",
    "disputes": "What sources say otherwise",
    "paid": "Money that has moved",
}


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write the whole selection. The file is made in memory, so that it is whole or not there."""
    database = sqlite3.connect(":memory:")
    try:
        for name, rows in TABLES.items():
            _table(database, name, *flat_table(rows(selection), sample_row(name)))
        _table(database, "fields", _FIELD_COLUMNS, _fields(selection))
        graph = graph_of(selection)
        flows = ([edge.payer, edge.payee, *edge.values.values()] for edge in graph.edges)
        _table(database, "flows", ("payer", "payee", *EDGE_FIELDS), flows)
        database.executescript(_VIEWS)
        _full_text(database, selection)
        database.commit()
        stream.write(database.serialize())
    finally:
        database.close()


def companion(selection: Selection) -> tuple[str, bytes]:
    """The file beside it, by the end of its name: what Datasette shows of the tables."""
    tables = {name: {"description": words} for name, words in _DESCRIPTIONS.items()}
    count = len(selection.corpus.records)
    metadata = {
        "title": "Deals and the sentences that prove them",
        "description": f"{count} records, exported by dealtui",
        "databases": {"*": {"tables": tables}},
    }
    return ".metadata.json", json.dumps(metadata, indent=2).encode() + b"\n"


def _table(
    database: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
) -> None:
    """Make a table; columns without a type keep integers and texts as they are, exactly."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" for _ in columns)
    key = ", PRIMARY KEY (id)" if "id" in columns else ""
    database.execute(f'CREATE TABLE "{name}" ({names}{key})')
    database.executemany(
        f'INSERT INTO "{name}" VALUES ({marks})',  # noqa: S608 (names of our own)
        ([_value(value) for value in row] for row in rows),
    )


def _value(value: object) -> object:
    """A value that SQLite keeps exactly: a fraction, or an integer of over 64 bits, is a text."""
    if isinstance(value, Decimal) or (isinstance(value, int) and abs(value) >= _LARGEST):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, str):
        # A lone surrogate, which JSON can bring, has no UTF-8.
        return value.encode("utf-8", "replace").decode()
    return value


def _fields(selection: Selection) -> Iterator[tuple[str, str, str, str, str]]:
    for record in selection.corpus.records.values():
        for field in selection.proof(record.id).fields:
            yield record.id, record_kind(record), field.path, field.state, plain_text(field.detail)


def _full_text(database: sqlite3.Connection, selection: Selection) -> None:
    """Tables that `MATCH` searches, accents and case folded."""
    corpus = selection.corpus
    for name, columns in _TEXTS.items():
        database.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(id UNINDEXED, {', '.join(columns)}, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
    database.executemany(
        "INSERT INTO record_text VALUES (?, ?, ?, ?)",
        (
            [
                _value(text)
                for text in (
                    record.id,
                    record.title,
                    record.note,
                    "\n".join(evidence.quote for _, evidence in all_evidence(record)),
                )
            ]
            for record in corpus.records.values()
        ),
    )
    database.executemany(
        "INSERT INTO article_text VALUES (?, ?, ?)",
        (
            [_value(text) for text in (name, corpus.articles[name].title, article.text)]
            for name, article in corpus.texts.items()
        ),
    )
