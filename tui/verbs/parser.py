"""The grammar of the command line."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from tui import __version__
from tui.model.locales import LOCALES
from tui.model.safe_text import safe_line
from tui.verbs.pictures import LOCALE_HELP

_DESCRIPTION = "Read every deal next to the sentence that proves it."
_EPILOG = """\
without a verb the app opens. The corpus is, in this order: -c PATH, $DEALTUI_CORPUS,
./data/deals.yaml, ./deals.yaml, the corpus that ships with dealtui.

examples:
  dealtui                                     open the app
  dealtui -c ~/corpus check                   list what is wrong; exit 1 if something is
  dealtui export evidence --format csv        every quote with its place in its article
  dealtui search 'amazn amount:>1bn'          the same answers as on the screen
  dealtui mentions article.txt                the figures that a text states

environment: DEALTUI_CORPUS, EDITOR, LC_ALL, LC_NUMERIC, LANG, NO_COLOR, TEXTUAL_FPS
exit codes: 0 well, 1 findings, 2 the command could not do its work
"""


class _Parser(ArgumentParser):
    """A parser that repeats what was typed without what a terminal would obey."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave once all that was printed is written.

        Raises:
            OSError: If it cannot be.
        """
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on stderr and leave with 2."""
        super().error(safe_line(message))


def parser() -> ArgumentParser:
    """The parser with all verbs."""
    from tui.verbs import (
        adding,
        checking,
        doctor,
        exporting,
        marking,
        pictures,
        proposing,
        searching,
    )

    root = _Parser(
        prog="dealtui",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"dealtui {__version__}")
    root.add_argument(
        "-c", "--corpus", metavar="PATH", help="a deals.yaml, or the folder that holds it"
    )
    root.add_argument("--debug", action="store_true", help="log what the app does to a file")
    root.add_argument("--no-cache", action="store_true", help="read everything again, keep nothing")
    root.add_argument("--locale", choices=tuple(LOCALES), default="", help=LOCALE_HELP)
    verbs = root.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for module in (checking, proposing, exporting, searching, pictures, adding, marking, doctor):
        module.add_verbs(verbs)
    return root
