"""`dealtui read`: what would be taken in from a source, adding nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.messages import shown
from tui.model.safe_text import safe_line, safe_text
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.intake.document import Document

_WIDTH = 10
FIELDS = ("title", "published", "author", "publisher", "language", "url", "text", "pages", "notes")
"""The keys of `--format json`, in this order; `pages` says where each page begins in `text`."""


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    read = add_verb(
        verbs,
        "read",
        summary="show what would be taken in from a page, a PDF, a mail …",
        description="Read sources and print their clean texts with what is known about them. "
        "Nothing is added to a corpus. Exit 2 if one cannot be read.",
        examples="""
        dealtui read report.pdf
        dealtui read page.html --format json
        """,
    )
    read.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a file, an address, - or clipboard:"
    )
    read.add_argument(
        "--format", choices=("text", "json"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    add_private(read)
    read.set_defaults(run=_read)


def add_private(parser: Any) -> None:
    """Add the option that lets an address lead into a private network."""
    parser.add_argument(
        "--allow-private", action="store_true",
        help="fetch addresses of this machine and of private networks, too",
    )  # fmt: skip


def _read(options: Namespace) -> int:
    from tui.intake.document import IntakeError
    from tui.intake.isolation import IsolatedReader
    from tui.intake.sources import obtain

    failed = False
    with IsolatedReader() as reader:
        for name in options.sources:
            try:
                documents = reader.read(obtain(name, private=options.allow_private))
            except IntakeError as error:
                words = safe_line(f"{name}: {shown(str(error))}")
                print(f"dealtui read: {words}", file=sys.stderr)
                failed = True
                continue
            for document in documents:
                _show(document, options.format)
    return 2 if failed else 0


def _show(document: Document, form: str) -> None:
    if form == "json":
        from tui.export.tables.writers import write_jsonl

        row = {name: getattr(document, name) for name in FIELDS}
        row["pages"], row["notes"] = list(document.pages), list(document.notes)
        write_jsonl([row], sys.stdout)
        return
    for name in FIELDS[:6]:
        value = getattr(document, name)
        if value:
            print(f"{name:<{_WIDTH}} {safe_line(value)}")
    if document.pages:
        print(f"{'pages':<{_WIDTH}} {len(document.pages)}")
    for note in document.notes:
        print(f"{'note':<{_WIDTH}} {safe_line(note)}")
    print()
    print(safe_text(document.text.replace("\r\n", "\n").rstrip("\n")))
    print()
