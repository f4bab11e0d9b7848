"""Finding and opening the corpus that a command is about."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from tui.corpus.load import Loaded


def locate(argument: str | None) -> Path | None:
    """The corpus that the user means, or `None` after saying on stderr why there is none."""
    from tui.corpus.find import CorpusError, find_corpus

    try:
        return find_corpus(argument, environ=os.environ, cwd=Path.cwd())
    except CorpusError as error:
        print(f"dealtui: {safe_line(str(error))}", file=sys.stderr)
        return None


def opened(argument: str | None) -> Loaded | None:
    """The loaded corpus, or `None` after saying why."""
    path = locate(argument)
    if path is None:
        return None
    from tui.corpus.load import load

    return load(path)
