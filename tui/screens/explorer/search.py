"""The search: what the bar asks for, what the list shows, and how the selection follows."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.diagnostics import LOG
from tui.platform.translation import tr
from tui.screens.explorer.head import chip_text
from tui.screens.explorer.selection import found_elsewhere, reading_nothing, reading_record
from tui.store.marks import StateError
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.model.locales import Locale
    from tui.model.proofs import ProofState
    from tui.model.records import Record
    from tui.screens.explorer.state import ExplorerState, View
    from tui.screens.ports import Dialogs, Notifier, Scheduler, Timer
    from tui.search.engine import Completion, FacetValue
    from tui.session.protocol import SearchResult, Session

_PAUSE = 0.06
"""Seconds without a letter after which record and article follow the list: few type faster."""

ORDERS = (
    ("", msg("best match, then newest")),
    ("date", msg("oldest first")),
    ("-date", msg("newest first")),
    ("-amount", msg("largest first")),
    ("amount", msg("smallest first")),
    ("title", msg("by title")),
    ("payer", msg("by payer")),
    ("payee", msg("by payee")),
    ("instrument", msg("by instrument")),
    ("status", msg("by status, rumours first")),
    ("proof", msg("by proof, the worst first")),
)
"""Orders of the list as the query language names them."""


class ResultsView(Protocol):
    """Shows an order of records with one cursor."""

    @property
    def chosen(self) -> str | None:
        """The record under the cursor."""

    @property
    def total(self) -> int:
        """How many records are listed."""

    def attach(
        self,
        record: Callable[[str], Record],
        names: Mapping[str, str],
        state: Callable[[str], ProofState | None],
        starred: Callable[[str], bool],
        locale: Locale,
    ) -> None:
        """Say where records, names, states and stars come from, and how figures are written."""

    def show(
        self,
        listing: SearchResult,
        keep: str | None = None,
        *,
        anywhere: bool = True,
        anew: bool = False,
        plain: bool = False,
    ) -> None:
        """Show another order, the cursor on `keep` where it is listed."""

    def choose(self, record_id: str) -> bool:
        """Put the cursor on a record without a message; false when it is not listed."""

    def action_cursor(self, step: int) -> None:
        """Move by records."""


class SearchBar(Protocol):
    """The line that the query is typed in."""

    cursor_position: int

    def write(self, query: str, cursor: int | None = None) -> None:
        """Replace the query, which is not told as typed; its cursor is at the end by default."""


class SearchController:
    """Answers what the bar asks, and keeps list and selection together."""

    def __init__(
        self,
        state: ExplorerState,
        results: ResultsView,
        bar: SearchBar,
        scheduler: Scheduler,
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        self._state, self._results, self._bar = state, results, bar
        self._scheduler, self._dialogs, self._notifier = scheduler, dialogs, notifier
        self._timer: Timer | None = None
        self._counting: Timer | None = None
        self._history_at: int | None = None
        """The query of the history that the bar shows; `None` while it holds one of its own."""

    # Searching

    def typed(self, query: str) -> None:
        """The user changed the query: answer it once the letter is painted."""
        self._history_at = None
        self._state.show(replace(self._state.view, query=query))
        self._scheduler.call_after_refresh(self._answer, query)

    def _answer(self, query: str) -> None:
        if query == self._state.view.query:
            self.run(typing=True)

    def set_query(self, query: str, cursor: int | None = None) -> None:
        """Put a query into the bar and show its results at once."""
        self._state.show(replace(self._state.view, query=query))
        self._bar.write(query, cursor)
        self.run()

    def clear(self) -> bool:
        """Empty the bar as the user would by typing; whether there was anything."""
        if not self._state.view.query:
            return False
        self._bar.write("")
        self.typed("")
        return True

    def run(
        self,
        keep: str | None = None,
        *,
        refreshed: bool = False,
        typing: bool = False,
        session: Session | None = None,
    ) -> None:
        """Search for what the bar says, and read the chosen result.

        Args:
            keep: The record to stay on.
            refreshed: Only what is searched has changed.
            typing: More letters may come: the list is painted first, the record follows.
            session: Another session to search from now on.
        """
        view = self._state.view
        if session is not None:
            self._results.attach(
                session.record,
                session.names,
                session.known_state,
                session.own.starred,
                session.locale,
            )
            view = replace(view, session=session)
        if view.session is None:
            return
        waited = self._stop_timer()
        before = self._results.chosen
        # What was typed is answered by the best match, which is never scrolled out of sight.
        ranked = bool(view.query.strip()) and not refreshed
        keep = keep or view.kept or (None if ranked else before)
        asked = waited or (view.query != view.answered and not refreshed)
        began = monotonic()
        result = view.session.search(view.query, view.order)
        spent = (monotonic() - began) * 1000
        LOG.debug("searched %r: %d records in %.1f ms", view.query, result.total, spent)
        plain = not view.query.strip()
        self._results.show(result, keep, anywhere=not ranked, anew=refreshed, plain=plain)
        view = replace(view, result=result, answered=view.query, articles_found=0, following=None)
        chosen = self._results.chosen
        if chosen is None:
            view = reading_nothing(view)
        elif (
            session is not None
            or chosen != view.record_id
            or not before
            or (asked and found_elsewhere(view))
        ):
            if typing:
                view = replace(view, following=chosen)
                self._timer = self._scheduler.set_timer(_PAUSE, self.follow)
            else:
                view = reading_record(view, chosen)
        self._state.show(view)
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        if view.query.strip():
            self._counting = self._scheduler.set_timer(_PAUSE, self._count_articles)

    def _count_articles(self) -> None:
        """Count the articles with the words of the query, once no letter waits for its answer."""
        self._counting, view = None, self._state.view
        if view.session is not None and view.query == view.answered:
            found = len(view.session.articles_found(view.query))
            if found != view.articles_found:
                self._state.show(replace(view, articles_found=found))

    def follow(self) -> None:
        """Read the record that the list has come to by typing, if it is not read yet."""
        self._stop_timer()
        if self._state.view.following is not None and self._results.chosen is not None:
            self._state.show(reading_record(self._state.view, self._results.chosen))

    def _stop_timer(self) -> bool:
        """Stop waiting for the typing to pause; whether that was waited for."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.stop()
        return timer is not None

    # Choosing

    def chosen(self, record_id: str) -> None:
        """The user moved the cursor of the list to a record: read it."""
        self._stop_timer()
        self._state.show(reading_record(replace(self._state.view, kept=record_id), record_id))

    def go_to(self, record_id: str, path: str | None = None) -> None:
        """Read a record from elsewhere, listing it even when the search hid it."""
        view = self._state.view
        if view.session is None or not view.session.has_record(record_id):
            self._notifier.say(tr("{id} is not in the corpus now.").format(id=record_id))
            return
        self._state.show(replace(view, kept=record_id))
        if not self._results.choose(record_id):
            self._history_at = None
            self._state.show(replace(self._state.view, query=""))
            self._bar.write("")
            self.run(record_id)
            self._results.choose(record_id)
        self._stop_timer()
        self._state.show(reading_record(self._state.view, record_id, path))

    # The bar

    def begin(self) -> None:
        """The user goes to the bar."""
        self._history_at = None

    def leave(self, *, escaped: bool) -> bool:
        """The user goes from the bar to the list; an empty list is no place to go.

        Returns:
            Whether there is a list to go to; by escape there is, as the search starts over.
        """
        if not self._results.total:
            if not escaped:
                return False
            self.clear()
        self.follow()
        self._state.show(replace(self._state.view, kept=self._results.chosen))
        self._remember()
        return True

    def walk(self, step: int) -> None:
        """Walk the history while the bar is empty or shows it, else the list."""
        if not self._walk_history(step):
            self._results.action_cursor(step)

    def _walk_history(self, step: int) -> bool:
        view = self._state.view
        history = view.session.own.history() if view.session is not None else []
        if not history or (self._history_at is None and (view.query or step > 0)):
            return False
        at = (len(history) if self._history_at is None else self._history_at) + step
        self._history_at = max(0, at) if at < len(history) else None
        self.set_query(history[self._history_at] if self._history_at is not None else "")
        return True

    def _remember(self) -> None:
        """Keep the query in the history."""
        self._history_at = None
        view = self._state.view
        if view.session is not None:
            try:
                view.session.own.remember_query(view.query)
            except StateError as error:
                self._notifier.say(str(error), error=True)

    def complete(self) -> None:
        """Complete the word at the cursor, offering a choice where there are several ways."""
        view = self._state.view
        if view.session is None:
            return
        cursor = self._bar.cursor_position
        found = view.session.completions(view.query, cursor)
        between_words = view.query[:cursor].endswith(" ")
        if (between_words or not found) and self._take_suggestion(view):
            return
        if not found:
            self._notifier.say(tr("Nothing completes this; Tab after a space lists the fields."))
        elif len(found) == 1:
            self._take(view.query, found[0])
        else:
            entries = [
                Entry(
                    [(f" {safe_line(one.text)}", ""), (f"  {safe_line(one.description)}", "quiet")],
                    Target("completion", str(number)),
                )
                for number, one in enumerate(found)
            ]
            self._dialogs.choose(
                "Complete",
                entries,
                lambda target: self._take(view.query, found[int(target.key)]),
                does=tr("completes"),
            )

    def _take(self, query: str, choice: Completion) -> None:
        completed = query[: choice.start] + choice.text
        self.set_query(completed + query[choice.end :], len(completed))

    def _take_suggestion(self, view: View) -> bool:
        """Write what is suggested in place of what could not be read; false if nothing is."""
        for problem in view.result.problems if view.result is not None else ():
            if problem.suggestion:
                before, after = view.query[: problem.start], view.query[problem.end :]
                self.set_query(before + problem.suggestion + after)
                return True
        return False

    # Filters and order

    def chips(self) -> list[str]:
        """The filters in force as they are shown."""
        result = self._state.view.result
        return [chip_text(chip) for chip in result.filters] if result is not None else []

    def facets(self) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common, with counts."""
        view = self._state.view
        if view.session is None or view.result is None:
            return {}
        return view.session.facets(view.result)

    def toggle_filter(self, field: str, value: str) -> None:
        """Add a filter, or take it away when it is there."""
        view = self._state.view
        if view.session is not None:
            self.set_query(view.session.with_filter(view.query, field, value))

    def remove_filter(self, number: int) -> None:
        """Take a filter away, counted from the left."""
        view = self._state.view
        if view.session is not None and view.result is not None:
            chip = view.result.filters[number]
            self.set_query(view.session.without_filter(view.query, chip))

    def remove_last_filter(self) -> None:
        """Take the last filter away."""
        count = len(self.chips())
        if count:
            self.remove_filter(count - 1)
        else:
            self._notifier.say(tr("The search has no filter: b browses by facets."))

    def choose_order(self) -> None:
        """Let the user choose the order of the list."""
        entries = [
            Entry([(f" {shown(words)}", "")], Target("order", order)) for order, words in ORDERS
        ]
        keep = Target("order", self._state.view.order or "")
        self._dialogs.choose(
            tr("Order of the list"), entries, self._sort, keep=keep, does=tr("sorts so")
        )

    def _sort(self, target: Target) -> None:
        self._state.show(replace(self._state.view, order=target.key or None))
        self.run()
