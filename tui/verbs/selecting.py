"""What of a corpus a command is to write: all of it, or what a query finds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.platform.translation import tr
from tui.verbs.corpora import answer

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.export.selection import Selection
    from tui.session.file_session import FileSession


def selection_of(session: FileSession, options: Namespace) -> Selection | int:
    """The records that `options.query` finds, or the exit code where there are none."""
    from tui.export.selection import Selection, part_of

    corpus = session.corpus
    if options.query:
        result = answer(session, options.query, options)
        if result is None:
            return 2
        if not result.total:
            print(f"dealtui {options.verb}: {tr('nothing matches')}", file=sys.stderr)
            return 1
        found = (session.record(result.record_id(at)) for at in range(result.total))
        corpus = part_of(corpus, found)
    return Selection.of(corpus, session.proof, session.locale)
