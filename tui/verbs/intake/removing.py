"""`dealtui remove`: an article out of the corpus again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import is_unreadable, locate_own, say_what_is_missing
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    remove = add_verb(
        verbs,
        "remove",
        summary="take an article out of the corpus",
        description="Take an article that no record quotes out of the corpus file, then delete its "
        "text and its original.",
        examples="""
        dealtui remove some-article
        """,
    )
    remove.add_argument("article", help="its id")
    remove.add_argument("--keep-files", action="store_true", help="leave its files where they are")
    remove.set_defaults(run=_remove)


def _remove(options: Namespace) -> int:
    from tui.corpus.edit.splice import SpliceError
    from tui.corpus.load import read_corpus_file
    from tui.intake.corpus.removal import plan_removal, remove
    from tui.intake.document import IntakeError

    path = locate_own(options)
    if path is None:
        return 2
    loaded = read_corpus_file(path)
    if is_unreadable(loaded):
        return 2
    if say_what_is_missing(loaded) and not options.partial:
        words = tr(
            "what could not be read may quote the article; --partial removes it all the same"
        )
        print(f"dealtui remove: {words}", file=sys.stderr)
        return 2
    try:
        removal = plan_removal(loaded, options.article, keep_files=options.keep_files)
        remove(loaded, removal)
    except IntakeError as error:
        print(f"dealtui remove: {safe_line(shown(in_words(error)))}", file=sys.stderr)
        return 1 if error.code == "article-quoted" else 2
    except (SpliceError, OSError) as error:
        print(f"dealtui remove: {safe_line(shown(in_words(error)))}", file=sys.stderr)
        return 2
    print(tr("removed {article}").format(article=safe_line(options.article)), file=sys.stderr)
    for file in removal.files:
        print(safe_line(str(file)))
    return 0
