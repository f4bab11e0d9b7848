"""What is said where there is nothing to show: why, what to do about it, and nothing false."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from tui.model.problems import Problem
    from tui.screens.explorer.state import View
    from tui.session.protocol import Session

NO_ARTICLE = msg(
    "No article yet. Put pages, PDFs, mails or texts into the folder of the articles: r lists "
    "what is new there."
)  # fmt: skip
_NO_MATCH = msg("Nothing matches. Esc empties the search.")
_NO_RECORD = msg("No record yet. r lists the articles: open one, and a records what it says.")
_NOT_KNOWN = msg("No record was known then. Esc leads back to the present.")
_READING = msg("The corpus is being read …")
_UNREADABLE = msg(
    "{name} cannot be read, line {line}: {message}. e opens it there, A says more; once it is "
    "mended it is shown."
)  # fmt: skip


def unreadable(session: Session) -> Problem | None:
    """What keeps a file from being read, where none of its records could be."""
    if session.record_count or session.partial:
        return None
    return next((one for one in session.problems if one.severity == "error"), None)


def unreadable_words(session: Session) -> str:
    """Why a file cannot be read, and what to do; empty where it can."""
    problem = unreadable(session)
    if problem is None:
        return ""
    return safe_line(
        tr(_UNREADABLE).format(
            name=session.included_file(problem) or session.title.rpartition("/")[2],
            line=problem.line,
            message=shown(problem.message),
        )
    )


def nothing_listed(view: View) -> str:
    """Why no record is listed, and what to do."""
    session = view.session
    if session is None or session.partial:
        return tr(_READING)
    if words := unreadable_words(session):
        return words
    if view.query:
        return tr(_NO_MATCH)
    if view.known_until is not None:
        return tr(_NOT_KNOWN)
    return tr(_NO_RECORD if session.articles else NO_ARTICLE)
