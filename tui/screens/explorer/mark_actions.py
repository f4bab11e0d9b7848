"""The user's own marks: stars, notes, reviews, saved searches."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.screens.dialogs import PromptScreen
from tui.screens.part import ExplorerPart
from tui.store.marks import StateError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.session.protocol import Library


_LOOK = 1.0
"""Seconds between two looks at what another instance may have written."""


class MarkActions(ExplorerPart):
    """Actions on what the user adds; mixed into the explorer."""

    _told_of: object = None

    def on_mount(self) -> None:
        """Look for marks of other instances now and then."""
        self.set_interval(_LOOK, self._look_for_marks)

    def on_unmount(self) -> None:
        """Keep the place for the next time."""
        if self.library is not None and self.reading is not None:
            with contextlib.suppress(StateError):
                self.library.own.remember_place(self.reading.record.id)

    def _look_for_marks(self) -> None:
        """Show what another instance wrote, and tell once that a damaged file was found."""
        if self.library is None:
            return
        own = self.library.own
        if own.refresh():
            self.show_marks_of_user()
        if own.set_aside is not None and own.set_aside != self._told_of:
            self._told_of = own.set_aside
            self.dealtui.say(
                f"Your marks were damaged: those before the last change are back, "
                f"the damaged file is {own.set_aside}",
                error=True,
            )

    def action_star(self) -> None:
        """Star the record, or take the star away."""
        self._change(lambda library, record: library.own.toggle_star(record))

    def action_review(self) -> None:
        """Mark the record as checked by the user today, or take that back."""
        self._change(lambda library, record: library.own.toggle_review(record))

    def action_note(self) -> None:
        """Write a note on the record."""
        if self.library is None or self.reading is None:
            return
        record = self.reading.record
        self.app.push_screen(
            PromptScreen(f"Note on {safe_line(record.title)}", self.library.own.note(record.id)),
            lambda note: (
                self._change(lambda library, record_id: library.own.set_note(record_id, note or ""))
                if note is not None
                else None
            ),
        )

    def _change(self, change: Callable[[Library, str], None]) -> None:
        if self.library is None or self.reading is None:
            return
        record = self.reading.record.id
        try:
            change(self.library, record)
        except StateError as error:
            self.dealtui.say(str(error), error=True)
        self.show_marks_of_user()

    def action_save_search(self) -> None:
        """Keep the search under a name."""
        query = self.bar.value.strip()
        if self.library is None:
            return
        if not query:
            self.dealtui.say("There is no search to keep: type one with /.")
            return
        self.app.push_screen(
            PromptScreen("Keep this search as …", "", query), lambda name: self._save(name, query)
        )

    def _save(self, name: str | None, query: str) -> None:
        if not name or self.library is None:
            return
        try:
            self.library.own.save_search(name.strip(), query)
        except StateError as error:
            self.dealtui.say(str(error), error=True)
        else:
            self.dealtui.say(f"Kept as {name.strip()}: find it with ctrl+p.")
