"""Finding and opening the corpus that a command is about, and searching it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.format import counted
from tui.model.locales import Locale, locale_named
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.model.task import Task
from tui.platform.translation import tr
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.corpus.load import Loaded
    from tui.search.engine import Result
    from tui.session.file_session import FileSession


def locate(options: Namespace | None, *, or_demo: bool = False) -> Path | None:
    """The corpus that the user means, or `None` after saying on stderr why there is none.

    Args:
        options: The command line.
        or_demo: Whether the demo corpus will do where nothing was named and none is found.
    """
    from tui.corpus.discovery import CorpusError, NoCorpusError, find_corpus, shipped_corpus

    named = getattr(options, "corpus", None)
    try:
        if getattr(options, "demo", False):
            if named is not None:
                raise CorpusError(
                    msg("two corpora are named: {named} and the demo", named=named),
                    msg("Name one."),
                )
            return shipped_corpus()
        try:
            return find_corpus(named, environ=os.environ, cwd=Path.cwd())
        except NoCorpusError:
            if or_demo:
                return shipped_corpus()
            raise
    except CorpusError as error:
        print(f"dealtui: {safe_line(shown(str(error)))}", file=sys.stderr)
        return None


def locate_own(options: Namespace) -> Path | None:
    """A corpus that may be changed, or `None` after saying on stderr why there is none."""
    from tui.corpus.discovery import is_shipped

    path = locate(options)
    if path is not None and (options.demo or is_shipped(path)):
        words = tr("the demo corpus is read only; `dealtui init` makes one of your own")
        print(f"dealtui {options.verb}: {words}", file=sys.stderr)
        return None
    return path


def locate_or_demo(options: Namespace | None) -> tuple[Path | None, bool]:
    """The corpus that the app opens, and whether it is the demo: that is read only."""
    from tui.corpus.discovery import is_shipped

    path = locate(options, or_demo=True)
    demo = path is not None and (getattr(options, "demo", False) or is_shipped(path))
    return path, demo


def locale_of(options: Namespace | None) -> Locale:
    """How the user reads figures and dates: as an option says, the settings, or the system."""
    from tui.platform.folders import settings_file
    from tui.platform.settings import language_setting

    name = getattr(options, "locale", "") or language_setting(settings_file())
    return locale_named(name, os.environ)


def open_session(options: Namespace) -> FileSession | None:
    """The session on the corpus that a command is about, or `None` after saying why not.

    A corpus that cannot be read at all is no corpus: whoever asked for data must not take silence
    for an answer. A verb that gives data ends with `exit_code`, which says what could not be read.
    """
    path = locate(options)
    if path is None:
        return None
    from tui.platform.folders import cache_folder, marks_file
    from tui.search.query.fields import asks_for_marks
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks

    # What the user added is read where it is asked for: it is a file of its own.
    asked = asks_for_marks(getattr(options, "query", None) or "")
    marks = Marks(marks_file()) if asked or getattr(options, "sign_off", False) else None
    with Progress(sys.stderr) as progress:
        cache = None if options.no_cache else cache_folder()
        session = FileSession.open(
            path, cache=cache, marks=marks, locale=locale_of(options), task=Task(progress)
        )
    if is_unreadable(session.loaded):
        return None
    return session


def is_unreadable(loaded: Loaded) -> bool:
    """Whether a corpus cannot be read at all, after saying on stderr why not."""
    wrong = loaded.errors
    if not wrong or loaded.corpus.records or loaded.corpus.articles:
        return False
    from tui.corpus.load import format_problem

    for problem in wrong:
        print(format_problem(problem), file=sys.stderr)
    print(f"dealtui: {tr('the corpus cannot be read')}", file=sys.stderr)
    return True


def say_what_is_missing(loaded: Loaded, *, listed: bool = False) -> bool:
    """Whether a corpus was read only in part, after saying so on stderr.

    Args:
        loaded: The corpus.
        listed: Whether everything that could not be read was printed already.
    """
    wrong = loaded.errors
    if not wrong:
        return False
    from tui.corpus.load import format_problem

    if not listed:
        print(format_problem(wrong[0]), file=sys.stderr)
    words = tr("the corpus was read in part ({errors})")
    more = "" if listed else tr(": `dealtui check` lists them")
    errors = counted(len(wrong), "error")
    print(f"dealtui: {words.format(errors=errors)}{more}", file=sys.stderr)
    return True


def exit_code(loaded: Loaded, options: Namespace, code: int = 0) -> int:
    """The exit code of a verb that gives data: 1 where the corpus was read only in part.

    Says so on stderr. `--partial` keeps the code as it is.
    """
    return max(code, int(say_what_is_missing(loaded) and not options.partial))


def answer(session: FileSession, query: str, options: Namespace) -> Result | None:
    """What a query finds, after saying on stderr what of it could not be read.

    A script must not take the answer to half of its question for the answer: unless `--lenient`
    asks for that, a query with a part that cannot be read has no answer.
    """
    with Progress(sys.stderr) as progress:
        result = session.answer(query, Task(progress), lenient=options.lenient)
    verb = options.verb
    # A query of a script is not going to be finished.
    unfinished = () if options.lenient else result.query.unfinished
    for problem in (*result.problems, *unfinished):
        hint = tr(" (did you mean {word}?)") if problem.suggestion else ""
        hint = hint.format(word=problem.suggestion)
        place = tr("column {number}: ").format(number=problem.start + 1)
        print(safe_line(f"dealtui {verb}: {place}{shown(problem.message)}{hint}"), file=sys.stderr)
    unreadable = result.query.problems or result.query.unfinished
    return None if unreadable and not options.lenient else result
