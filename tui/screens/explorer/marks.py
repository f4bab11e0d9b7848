"""The user's own marks: stars, notes, reviews, saved searches, and the place that was read."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.store.marks import StateError
from tui.widgets.entries import Entry, Target

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
        self,
        state: ExplorerState,
        results: Redrawn,
        dialogs: Dialogs,
        notifier: Notifier,
        search_again: Callable[[], None] = lambda: None,
    ) -> None:
        """Change and show marks.

        Args:
            state: What is shown.
            results: The list of records.
            dialogs: Ask the user.
            notifier: Tells what went wrong.
            search_again: Searches for the same where a query asks for marks that have changed.
        """
        self._search_again = search_again
        self._state, self._results = state, results
        self._dialogs, self._notifier = dialogs, notifier
        self._told_of: Path | None = None
        """The damaged file that the user was told of."""
        self._offered: frozenset[str] = frozenset()
        """The records that are gone, with marks that the user was told of."""

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
            tr("Note on {record}").format(record=safe_line(record.title)),
            lambda note: self._change(partial(own.set_note, record.id, note)),
            value=own.note(record.id),
        )

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StateError as error:
            self._notifier.say(str(error), error=True)
        self.show()

    def show(self) -> None:
        """Show the marks as they are now."""
        from tui.search.query.fields import asks_for_marks

        view = self._state.view
        self._results.redraw()
        if view.session is not None and view.record_id is not None:
            own_marks = view.session.own.line(view.record_id)
            self._state.show(replace(view, own_marks=own_marks))
        if asks_for_marks(view.query):
            self._search_again()

    def look(self) -> None:
        """Show what another instance wrote; tell once of a damaged file, and of lost marks."""
        session = self._state.view.session
        if session is None:
            return
        if session.own.refresh():
            self.show()
        aside = session.own.set_aside
        if aside is not None and aside != self._told_of:
            self._told_of = aside
            self._notifier.say(
                tr(
                    "Your marks were damaged: those before the last change are back, the "
                    "damaged file is {aside}"
                ).format(aside=aside),
                error=True,
            )

        lost = frozenset(one.record for one in session.own.lost if one.successors)
        if lost - self._offered:
            number = counted(len(lost), "record")
            self._notifier.say(
                tr(
                    "Marks of yours are on {number} that the corpus has no more, and "
                    "others rest on the same quotes: Y moves them there."
                ).format(number=number)
            )
        self._offered |= lost

    def offer_lost(self) -> None:
        """Let the user move marks on records that are gone to those that took their place."""
        session = self._state.view.session
        lost = session.own.lost if session is not None else ()
        if session is None or not lost:
            self._notifier.say(tr("Every record with a mark of yours is in the corpus."))
            return
        entries = []
        for one in lost:
            words = " ".join(filter(None, ("*" * one.mark.star, "✓" * bool(one.mark.reviewed))))
            note = f" “{safe_line(one.mark.note)}”" if one.mark.note else ""
            entries.append(Entry([(f" {safe_line(one.record)} {words}{note}", "strong")]))
            entries += [
                Entry(
                    [
                        ("   → ", "quiet"),
                        (safe_line(session.record(name).title), ""),
                        (f"  {safe_line(name)}", "quiet"),
                    ],
                    Target("record", name, one.record),
                )
                for name in one.successors
            ]
            if not one.successors:
                entries.append(Entry([(f"   {tr('no record rests on the same quotes')}", "quiet")]))
        own = session.own
        self._dialogs.choose(
            tr("Marks on records that are gone"),
            entries,
            lambda target: self._change(partial(own.move, target.detail, target.key)),
            does=tr("moves the mark there"),
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
            self._notifier.say(tr("There is no search to keep: type one with /."))
            return
        self._dialogs.ask(tr("Keep this search as …"), partial(self._save, query), hint=query)

    def _save(self, query: str, name: str) -> None:
        session = self._state.view.session
        if not name.strip() or session is None:
            return
        try:
            session.own.save_search(name.strip(), query)
        except StateError as error:
            self._notifier.say(str(error), error=True)
        else:
            self._notifier.say(tr("Kept as {name}: find it with ctrl+p.").format(name=name.strip()))
