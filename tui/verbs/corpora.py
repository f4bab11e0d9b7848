"""Finding and opening the corpus that a command is about, and searching it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.locales import Locale, locale_named
from tui.model.safe_text import safe_line
from tui.model.task import Task
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.search.engine import Result
    from tui.session.file_session import FileSession


def locate(argument: str | None) -> Path | None:
    """The corpus that the user means, or `None` after saying on stderr why there is none."""
    from tui.corpus.discovery import CorpusError, find_corpus

    try:
        return find_corpus(argument, environ=os.environ, cwd=Path.cwd())
    except CorpusError as error:
        print(f"dealtui: {safe_line(str(error))}", file=sys.stderr)
        return None


def locale_of(options: Namespace | None) -> Locale:
    """How the user reads figures and dates: as an option says, else as the system does."""
    return locale_named(getattr(options, "locale", ""), os.environ)


def open_session(options: Namespace) -> FileSession | None:
    """The session on the corpus that a command is about, or `None` after saying why not."""
    path = locate(options.corpus)
    if path is None:
        return None
    from tui.platform.folders import cache_folder
    from tui.session.file_session import FileSession

    with Progress(sys.stderr) as progress:
        cache = None if options.no_cache else cache_folder()
        return FileSession.open(path, cache=cache, locale=locale_of(options), task=Task(progress))


def answer(session: FileSession, query: str, verb: str) -> Result:
    """What a query finds, after saying on stderr what of it could not be read."""
    with Progress(sys.stderr) as progress:
        result = session.answer(query, Task(progress))
    for problem in result.problems:
        hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
        place = f"column {problem.start + 1}: "
        print(safe_line(f"dealtui {verb}: {place}{problem.message}{hint}"), file=sys.stderr)
    return result
