"""The search bar: what is typed, history, completion, facets and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.screens.dialogs import ChooseScreen
from tui.screens.part import ExplorerPart
from tui.store.marks import StateError
from tui.widgets.bars import SearchInput
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.widgets.bars import NoticeLine

ORDERS = (
    ("", "best match, then newest"),
    ("date", "oldest first"),
    ("-date", "newest first"),
    ("-amount", "largest first"),
    ("amount", "smallest first"),
    ("title", "by title"),
    ("payer", "by payer"),
    ("payee", "by payee"),
    ("instrument", "by instrument"),
    ("status", "by status, rumours first"),
    ("proof", "by proof, the worst first"),
)
"""Orders of the list as the query language names them."""


class SearchActions(ExplorerPart):
    """Actions on the search; mixed into the explorer, which owns the bar."""

    _history_at: int | None = None

    def action_search(self) -> None:
        """Go to the search bar."""
        self._history_at = None
        # At once: what is typed after the slash must not go to the list.
        self.set_focus(self.bar)

    def action_facets(self) -> None:
        """Browse by facets."""
        from tui.screens.side.facets import FacetScreen

        self.app.push_screen(FacetScreen(self))

    def action_sort(self) -> None:
        """Choose the order of the list."""
        entries = [Entry([(f" {words}", "")], Target("order", order)) for order, words in ORDERS]

        def chosen(target: Target | None) -> None:
            if target is not None:
                self.order = target.key or None
                self.set_query(self.bar.value)

        keep = Target("order", self.order or "")
        self.app.push_screen(ChooseScreen("Order of the list", entries, keep, "sorts so"), chosen)

    def action_unfilter(self) -> None:
        """Take the last filter of the search away."""
        if self.result is not None and self.result.filters:
            self.remove_filter(len(self.result.filters) - 1)
        else:
            self.dealtui.say("The search has no filter: b browses by facets.")

    def remove_filter(self, number: int) -> None:
        """Take a filter away, counted from the left."""
        if self.library is not None and self.result is not None:
            chip = self.result.filters[number]
            self.set_query(self.library.without_filter(self.bar.value, chip))

    def walk_history(self, step: int) -> bool:
        """Show the query typed before or after; false when the bar holds a query of its own."""
        history = self.library.own.history() if self.library else []
        if not history or (self._history_at is None and (self.bar.value or step > 0)):
            return False
        at = len(history) if self._history_at is None else self._history_at
        at += step
        if at >= len(history):
            self.leave_history()
            self.set_query("")
            return True
        self._history_at = max(0, at)
        self.set_query(history[self._history_at])
        return True

    def leave_history(self) -> None:
        """A query that was changed is the user's own: the arrows walk the list again."""
        self._history_at = None

    def remember_query(self) -> None:
        """Keep the query in the history."""
        self._history_at = None
        if self.library is not None:
            try:
                self.library.own.remember_query(self.bar.value)
            except StateError as error:
                self.dealtui.say(str(error), error=True)

    def _take_suggestion(self) -> bool:
        """Write what is suggested in place of what could not be read; false if nothing is."""
        query = self.bar.value
        for problem in self.result.problems if self.result is not None else ():
            if problem.suggestion:
                self.set_query(query[: problem.start] + problem.suggestion + query[problem.end :])
                return True
        return False

    def on_search_input_completing(self) -> None:
        """Complete the word at the cursor, offering a choice where there are several ways."""
        library = self.library
        if library is None:
            return
        query, cursor = self.bar.value, self.bar.cursor_position
        found = library.completions(query, cursor)
        between_words = query[:cursor].endswith(" ")
        if (between_words or not found) and self._take_suggestion():
            return
        if not found:
            self.dealtui.say("Nothing completes this; Tab after a space lists the fields.")
            return

        def take(number: int) -> None:
            choice = found[number]
            completed = query[: choice.start] + choice.text
            self.set_query(completed + query[choice.end :])
            self.bar.cursor_position = len(completed)
            self.bar.focus()

        if len(found) == 1:
            take(0)
            return
        entries = [
            Entry(
                [(f" {safe_line(one.text)}", ""), (f"  {safe_line(one.description)}", "quiet")],
                Target("completion", str(number)),
            )
            for number, one in enumerate(found)
        ]
        self.app.push_screen(
            ChooseScreen("Complete", entries, does="completes"),
            lambda target: take(int(target.key)) if target is not None else None,
        )

    # Messages of the bar and of the line below it

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, after the typed letter has been painted."""
        event.stop()
        self.leave_history()
        self.hold_timeline()
        self.call_after_refresh(self._query_typed, event.value)

    def set_query(self, query: str) -> None:
        """Put a query into the bar and show its results at once."""
        with self.prevent(SearchInput.Changed):
            self.bar.value = query
        self.bar.cursor_position = len(query)
        self.run_query()

    def _query_typed(self, value: str) -> None:
        if value == self.bar.value:
            self.run_query(typing=True)

    def on_search_input_left(self, message: SearchInput.Left) -> None:
        """From the bar to the list; an empty one is no place to go: escape starts over."""
        if not self.results.total:
            if not message.escaped:
                return
            self.bar.value = ""
        self.follow()
        self.kept = self.results.chosen
        self.remember_query()
        self.show_pane("results")

    def on_search_input_walked(self, message: SearchInput.Walked) -> None:
        """Walk the history while the bar is empty or shows it, else the list."""
        if not self.walk_history(message.step):
            self.results.action_cursor(message.step)

    def on_notice_line_removed(self, message: NoticeLine.Removed) -> None:
        """A filter was clicked away."""
        self.remove_filter(message.number)
