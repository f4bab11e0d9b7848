"""`dealtui export` and `dealtui schema`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.verbs.corpora import exit_code, open_session

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterable

    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    export = verbs.add_parser("export", help="records, quotes or articles as jsonl or csv")
    export.add_argument("what", choices=("deals", "evidence", "articles", "totals", "facts"))
    export.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    export.set_defaults(run=_export)
    schema = verbs.add_parser("schema", help="the JSON Schema of deals.yaml")
    schema.set_defaults(run=_schema)


def _export(options: Namespace) -> int:
    from tui.export.tables.writers import write_csv, write_jsonl

    session = open_session(options)
    if session is None:
        return 2
    write = write_csv if options.format == "csv" else write_jsonl
    write(_rows(options.what, session), sys.stdout)
    session.save()
    return exit_code(session, options)


def _rows(what: str, session: FileSession) -> Iterable[dict[str, Any]]:
    from tui.export.tables import evidence_rows

    if what == "evidence":
        return evidence_rows.evidence_rows(session.corpus, session.quote_anchor)
    table = {
        "deals": evidence_rows.deal_rows,
        "articles": evidence_rows.article_rows,
        "totals": evidence_rows.total_rows,
        "facts": evidence_rows.fact_rows,
    }
    return table[what](session.corpus)


def _schema(options: Namespace) -> int:
    import json

    from tui.corpus.schema.json_schema import json_schema

    json.dump(json_schema(), sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 0
