"""`dealtui show`: records with their proofs, as plain text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.corpora import exit_code, open_session
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    show = add_verb(
        verbs,
        "show",
        summary="records with the sentences that prove them",
        description="Print records with the state of every field and what each source says, as "
        "lines that a screen reader can read and a pipe can take. Exit 1 if there is no such "
        "record.",
        examples="""
        dealtui show amazon-anthropic-2023
        dealtui search 'proof:disputed' --format ids | xargs dealtui show
        """,
    )
    show.add_argument("records", nargs="+", metavar="ID", help="the id of a record")
    show.set_defaults(run=_show)


def _show(options: Namespace) -> int:
    import shutil

    from tui.export.text.record_text import record_text
    from tui.model.suggestions import did_you_mean

    session = open_session(options)
    if session is None:
        return 2
    width = max(40, shutil.get_terminal_size((100, 24)).columns)
    unknown, shown = 0, 0
    for record_id in options.records:
        if not session.has_record(record_id):
            hint = did_you_mean(record_id, session.corpus.records)
            words = tr("there is no record {id}").format(id=record_id)
            print(safe_line(f"dealtui show: {words}{hint}"), file=sys.stderr)
            unknown += 1
            continue
        if shown:
            print()
        shown += 1
        record, proof = session.record(record_id), session.proof(record_id)
        text = record_text(record, proof, session.corpus, width=width, locale=session.locale)
        print(text, end="")
    session.save()
    return exit_code(session.loaded, options, min(unknown, 1))
