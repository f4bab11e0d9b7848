"""The user's own marks: stars, notes, reviews, saved searches, and the place that was read."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.model.safe_text import safe_line
from tui.store.marks import StateError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.screens.explorer.state import ExplorerState
    from tui.screens.ports import Dialogs, Notifier

LOOK = 1.0
"""Seconds between two looks at what another instance may have written."""


class Redrawn(Protocol):
    """Shows marks of many records."""

    def redraw(self) -> None:
        """Draw again what has changed."""


class MarksController:
    """Changes what the user adds to the record at hand, and shows it."""

    def __init__(
        self, state: ExplorerState, results: Redrawn, dialogs: Dialogs, notifier: Notifier
    ) -> None:
        self._state, self._results = state, results
        self._dialogs, self._notifier = dialogs, notifier
        self._told_of: Path | None = None
        """The damaged file that the user was told of."""

    def star(self) -> None:
        """Star the record, or take the star away."""
        view = self._state.view
        if view.session is not None and view.record_id is not None:
            self._change(partial(view.session.own.toggle_star, view.record_id))

    def review(self) -> None:
        """Mark the record as checked by the user today, or take that back."""
        view = self._state.view
        if view.session is not None and view.record_id is not None:
            self._change(partial(view.session.own.toggle_review, view.record_id))

    def note(self) -> None:
        """Write a note on the record."""
        view = self._state.view
        if view.session is None or view.reading is None:
            return
        record = view.reading.record
        own = view.session.own
        self._dialogs.ask_for_note(
            f"Note on {safe_line(record.title)}",
            lambda note: self._change(partial(own.set_note, record.id, note)),
            value=own.note(record.id),
        )

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StateError as error:
            self._notifier.say(str(error), error=True)
        self._show()

    def _show(self) -> None:
        view = self._state.view
        self._results.redraw()
        if view.session is not None and view.record_id is not None:
            own_marks = view.session.own.line(view.record_id)
            self._state.show(replace(view, own_marks=own_marks))

    def look(self) -> None:
        """Show what another instance wrote, and tell once that a damaged file was found."""
        session = self._state.view.session
        if session is None:
            return
        if session.own.refresh():
            self._show()
        aside = session.own.set_aside
        if aside is not None and aside != self._told_of:
            self._told_of = aside
            self._notifier.say(
                f"Your marks were damaged: those before the last change are back, "
                f"the damaged file is {aside}",
                error=True,
            )

    def remember_place(self) -> None:
        """Keep the record that is read for the next time."""
        view = self._state.view
        if view.session is not None and view.record_id is not None:
            with contextlib.suppress(StateError):
                view.session.own.remember_place(view.record_id)

    def save_search(self) -> None:
        """Keep the search under a name."""
        view = self._state.view
        query = view.query.strip()
        if view.session is None:
            return
        if not query:
            self._notifier.say("There is no search to keep: type one with /.")
            return
        self._dialogs.ask("Keep this search as …", partial(self._save, query), hint=query)

    def _save(self, query: str, name: str) -> None:
        session = self._state.view.session
        if not name.strip() or session is None:
            return
        try:
            session.own.save_search(name.strip(), query)
        except StateError as error:
            self._notifier.say(str(error), error=True)
        else:
            self._notifier.say(f"Kept as {name.strip()}: find it with ctrl+p.")
