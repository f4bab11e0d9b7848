"""`dealtui export` and `dealtui schema`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.verbs.corpora import exit_code, open_session
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterable

    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    export = add_verb(
        verbs,
        "export",
        summary="records, quotes or articles as jsonl or csv",
        description="Print a table of the corpus with exact numbers. Keys and their order are an "
        "interface that does not change.",
        examples="""
        dealtui export evidence --format csv    every quote with its place in its article
        dealtui export deals | jq .payer
        """,
    )
    export.add_argument(
        "what", choices=("deals", "evidence", "articles", "totals", "facts"), help="which table"
    )
    export.add_argument(
        "--format", choices=("jsonl", "csv"), default="jsonl",
        help="how it is printed (jsonl)",
    )  # fmt: skip
    export.set_defaults(run=_export)
    schema = add_verb(
        verbs,
        "schema",
        summary="the JSON Schema of deals.yaml",
        description="Print the JSON Schema (draft-07) of the corpus file, by which editors "
        "complete and check it.",
        examples="dealtui schema > deals.schema.json",
    )
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
