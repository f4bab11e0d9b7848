"""`dealtui init`: a new corpus."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

_NEXT = msg("""\
next:
  dealtui{corpus} add FILE…     take in articles: pages, PDFs, mails, texts, addresses
  dealtui{corpus}               open the app; `a` in an article records a figure
  dealtui{corpus} check         list what is unproved, disputed, missing or wrong""")


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    init = add_verb(
        verbs,
        "init",
        summary="make a new corpus",
        description="Make a commented deals.yaml, its schema and the folder of the articles. "
        "Nothing that is there is overwritten.",
        examples="""
        dealtui init                 in this folder
        dealtui init deals-of-2026
        """,
    )
    init.add_argument("folder", nargs="?", default=".", metavar="DIR", help="here when left out")
    init.set_defaults(run=_init)


def _init(options: Namespace) -> int:
    from tui.intake.corpus.creation import create_corpus
    from tui.intake.document import IntakeError

    folder = Path(options.folder)
    try:
        created = create_corpus(folder)
    except IntakeError as error:
        print(f"dealtui init: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 1 if error.code == "exists" else 2
    for path in created.made:
        print(safe_line(str(path)))
    here = Path(os.path.realpath(folder)) == Path.cwd()
    corpus = "" if here else f" -c {shlex.quote(safe_line(str(folder)))}"
    print(tr(_NEXT).format(corpus=corpus), file=sys.stderr)
    return 0
