"""`dealtui dossier`: one page to hand in, with every record, its proofs and its sources."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import exit_code, open_session
from tui.verbs.grammar import add_verb
from tui.verbs.outputs import write_file
from tui.verbs.selecting import selection_of

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    dossier = add_verb(
        verbs,
        "dossier",
        summary="one page to hand in: records, proofs, sources",
        description="Write one self-contained HTML file with every record, the sentences that "
        "prove it in their paragraphs, the sources with their hashes, what is disputed, the "
        "timeline and the flows. It needs no network and no scripts, and is made to be printed.",
        examples="""
        dealtui dossier -o deals.html
        dealtui dossier party:anthropic -o anthropic.html --title "Who pays Anthropic"
        dealtui dossier -o check.html --pdf check.pdf --sign-off
        """,
    )
    dossier.add_argument("query", nargs="?", default="", help="only records that fit")
    dossier.add_argument("-o", "--output", metavar="FILE", required=True, help="the HTML file")
    dossier.add_argument("--title", default="", help="its heading")
    dossier.add_argument(
        "--pdf", metavar="FILE", default="", help="print it, too, by Chromium or WeasyPrint"
    )
    dossier.add_argument(
        "--sign-off", action="store_true",
        help="columns to sign for each field, and what you marked as checked",
    )  # fmt: skip
    dossier.set_defaults(run=_dossier)


def _dossier(options: Namespace) -> int:
    from tui.export.html.dossier import Dossier, dossier_html
    from tui.platform.printing import print_page

    session = open_session(options)
    if session is None:
        return 2
    selection = selection_of(session, options)
    if isinstance(selection, int):
        return selection
    dossier = Dossier(
        title=options.title or tr("Deals and the sentences that prove them"),
        query=options.query,
        day=datetime.now(UTC).astimezone().date(),
        reviews=_reviews(session) if options.sign_off else {},
        sign_off=options.sign_off,
    )
    page = dossier_html(selection, dossier).encode()
    session.save()
    try:
        write_file(options.output, page, session.loaded)
        if options.pdf:
            write_file(options.pdf, print_page(page), session.loaded)
    except OSError as error:
        print(f"dealtui dossier: {safe_line(shown(in_words(error)))}", file=sys.stderr)
        return 2
    return exit_code(session.loaded, options)


def _reviews(session: FileSession) -> dict[str, str]:
    """What the user marked as checked, in words, by the id of the record."""
    lines = ((record.id, session.own.review(record.id)) for record in session.records)
    return {record: words for record, words in lines if words}
