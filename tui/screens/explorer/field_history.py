"""Who changed the field at the cursor, and when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.model.headline import field_words
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.session.field_history import HistoryError
from tui.widgets.drawing.wrapping import wrap
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Background, Dialogs, Job, Notifier
    from tui.session.field_history import FieldHistory
    from tui.session.protocol import Session

_FRAME = 16
"""Cells that a dialog leaves free around what it lists, its frame included."""


class HistoryController:
    """Asks for the history of a field in another thread, and lists it."""

    def __init__(
        self,
        state: ExplorerState,
        background: Background,
        dialogs: Dialogs,
        notifier: Notifier,
        copy: Callable[[str], None],
    ) -> None:
        """Work over a screen; `copy` copies a text to the clipboard."""
        self._state, self._background = state, background
        self._dialogs, self._notifier, self._copy = dialogs, notifier, copy

    def show(self, width: int) -> None:
        """List the commits that changed the field at the cursor.

        Args:
            width: Cells of the screen.
        """
        session, reading = self._state.view.session, self._state.view.reading
        if session is None or reading is None or reading.path is None:
            self._notifier.say(tr("Choose a field of a record first."))
            return
        self._notifier.say(tr("Asking git …"))
        read = partial(self._read, session, reading.record.id, reading.path, width - _FRAME)
        self._background.start("history", read)

    def _read(self, session: Session, record: str, path: str, width: int, job: Job) -> None:
        try:
            found = session.history(record, path)
        except HistoryError as error:
            job.publish(self._notifier.say, shown(str(error)))
        else:
            job.publish(
                self._list,
                tr("History of {field} in {record}").format(field=field_words(path), record=record),
                found,
                width,
            )

    def _list(self, title: str, found: FieldHistory, width: int) -> None:
        entries = list(history_entries(found, width))
        self._dialogs.choose(
            safe_line(title),
            entries,
            lambda target: self._copy(target.key),
            does=tr("copies the name of the commit"),
        )


def history_entries(found: FieldHistory, width: int) -> Iterator[Entry]:
    """A heading for each commit, with what it changed below, newest first.

    Args:
        found: The history.
        width: Cells of a line.
    """
    if found.uncommitted:
        yield Entry([(f" {tr('not committed yet')}", "title")])
        yield from _lines(found.uncommitted, width)
    for commit in found.commits:
        yield Entry(
            [
                (f" {commit.day}  ", "title"),
                (safe_line(commit.author), "strong"),
                (f"  {commit.name}", "quiet"),
            ],
            Target("commit", commit.name),
        )
        for line in wrap(safe_line(commit.subject), max(4, width - 3)):
            yield Entry([(f"   {line}", "")])
        yield from _lines(commit.lines, width)
    if not found.commits:
        yield Entry([(f" {tr('no commit has it yet')}", "quiet")])


def _lines(lines: Iterable[str], width: int) -> Iterator[Entry]:
    """Lines that were taken away and added, without the indentation that all of them have."""
    shown = [line for line in lines if line[1:].strip()]
    indent = min((len(line[1:]) - len(line[1:].lstrip()) for line in shown), default=0)
    for line in shown:
        style = "good" if line[0] == "+" else "bad"
        first, *rest = wrap(safe_line(f"{line[0]} {line[1 + indent :]}"), max(4, width - 5))
        yield Entry([(f"   {first}", style)])
        yield from (Entry([(f"     {more}", style)]) for more in rest)
