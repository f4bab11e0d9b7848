"""`dealtui search`."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.corpora import answer, exit_code, open_session
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    search = add_verb(
        verbs,
        "search",
        summary="records that fit a query, in the order of the screen",
        description="Find records as the search bar does: typos and accents are forgiven, fields "
        "filter. Exit 1 if nothing matches, 2 if a part of the query cannot be read.",
        examples="""
        dealtui search 'amazn amount:>1bn'
        dealtui search 'proof:disputed sort:amount' --format ids
        """,
    )
    search.add_argument("query", help="words and filters, see docs/search.md")
    search.add_argument(
        "--limit", type=_row_count, default=50, metavar="N", help="at most N rows (50)"
    )
    search.add_argument(
        "--format", choices=("table", "jsonl", "csv", "ids"), default="table",
        help="how it is printed (table)",
    )  # fmt: skip
    search.set_defaults(run=_search)


def _row_count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = -1
    if count < 0:
        words = tr("{text} is no number of rows: it must be 0 or more").format(text=text)
        raise ArgumentTypeError(words)
    return count


def _search(options: Namespace) -> int:
    from tui.export.tables.writers import write_csv, write_jsonl
    from tui.search.result_rows import search_rows

    session = open_session(options)
    if session is None:
        return 2
    result = answer(session, options.query, options)
    if result is None:
        return 2
    rows = list(search_rows(result, options.limit))
    if options.format == "jsonl":
        write_jsonl(rows, sys.stdout)
    elif options.format == "csv":
        write_csv(rows, sys.stdout)
    elif options.format == "ids":
        for row in rows:
            print(safe_line(row["id"]))
    else:
        _table(rows, session)
        if not result.total:
            print(f"dealtui search: {tr('nothing matches')}", file=sys.stderr)
        elif result.total > len(rows):
            words = tr("{shown} of {total} shown; see --limit")
            print(words.format(shown=len(rows), total=result.total), file=sys.stderr)
    return exit_code(session.loaded, options, 0 if result.total else 1)


def _table(rows: list[dict[str, Any]], session: FileSession) -> None:
    from tui.model.format import format_date, format_quantity
    from tui.model.records import record_amount, record_date

    lines = []
    for row in rows:
        record = session.record(row["id"])
        date, amount = record_date(record), record_amount(record)
        when = format_date(date, session.locale) if date else ""
        figure = format_quantity(amount, session.locale) if amount else ""
        lines.append((safe_line(when), safe_line(figure), f"{record.title}  [{record.id}]"))
    dates = max((len(when) for when, _, _ in lines), default=0)
    figures = max((len(figure) for _, figure, _ in lines), default=0)
    for when, figure, words in lines:
        print(safe_line(f"{when:<{dates}}  {figure:<{figures}}  {words}"))
