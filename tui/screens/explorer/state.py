"""What the explorer shows: one immutable view at a time, and those who want to know of the next.

A controller works out the next `View` from the present one and shows it; observers are given both
and draw what differs. A thread is handed what it needs out of a view, which nobody changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.commands import Need
from tui.screens.explorer.reading import SearchPlace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui.model.mentions import Mention
    from tui.screens.explorer.reading import Page, RecordReading
    from tui.session.protocol import SearchResult, Session
    from tui.widgets.drawing.line_pane import Run


@dataclass(frozen=True, slots=True)
class Pointed:
    """The stretch of the article at hand.

    Attributes:
        start: Its first code point.
        end: One past its last.
        kind: A quote of the record, what the search found, an open figure, a match of what is
            looked for in the article, or a place that was pointed at before it was read anew.
    """

    start: int
    end: int
    kind: Literal["quote", "hit", "figure", "match", "place"]

    @property
    def span(self) -> tuple[int, int]:
        """Its bounds."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Matches:
    """What was looked for in the article at hand.

    Attributes:
        pattern: As typed.
        spans: The places found, at least one.
        at: Which of them is at hand.
    """

    pattern: str
    spans: tuple[tuple[int, int], ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What is shown at one moment.

    Attributes:
        session: The corpus; of the past while time is stepped back.
        query: What the search bar says.
        order: The order of the list, `None` for the best match first.
        result: What the last search found.
        answered: The query of that search: a frame behind `query` while the user types.
        articles_found: How many articles have the words of the query, quoted or not; counted once
            the typing pauses.
        following: The record that the list has come to by typing; it is read once the typing
            pauses.
        reading: The record that is read, with the field, the article and the quote at hand.
        alone: The article that is read beside no record.
        pointed: The stretch of the article at hand.
        figure: The open figure that was stood on last.
        matches: What was looked for in the article.
        own_marks: What the user marked the record with, as a line.
        known_until: The day as of which the corpus is shown, or about to be; `None` for the
            present.
        stepped_back: Whether `session` is the corpus as of that day.
        kept: The id of the record that the user went to, which a changed query keeps where it can.
        awaited: The id of a record that was just written to the file; it is shown once the corpus
            has it.
        progress: What goes on, in words; empty when nothing does.
    """

    session: Session | None = None
    query: str = ""
    order: str | None = None
    result: SearchResult | None = None
    answered: str = ""
    articles_found: int = 0
    following: str | None = None
    reading: RecordReading | None = None
    alone: Page | None = None
    pointed: Pointed | None = None
    figure: Mention | None = None
    matches: Matches | None = None
    own_marks: tuple[Run, ...] = ()
    known_until: date | None = None
    stepped_back: bool = False
    kept: str | None = None
    awaited: str = ""
    progress: str = ""

    @property
    def page(self) -> Page | None:
        """The article at hand, beside a record or none."""
        return self.reading.page if self.reading is not None else self.alone

    @property
    def record_id(self) -> str | None:
        """The id of the record that is read."""
        return self.reading.record.id if self.reading is not None else None

    @property
    def found(self) -> SearchResult | None:
        """What is listed of the corpus; `None` for all of it, as nothing is searched for."""
        return self.result if self.answered else None

    @property
    def at_hand(self) -> frozenset[Need]:
        """What commands can work on."""
        possible = {
            Need.RECORD: self.reading is not None,
            Need.PARTY: self.reading is not None and bool(self.reading.party),
            Need.ARTICLE: self.page is not None,
            Need.FIGURE: self.pointed is not None and self.pointed.kind == "figure",
            Need.QUERY: bool(self.query.strip()),
            Need.FILTER: self.result is not None and bool(self.result.filters),
            Need.PAST: self.known_until is not None,
            Need.LOST_MARKS: self.session is not None and bool(self.session.own.lost),
        }
        return frozenset(need for need, is_there in possible.items() if is_there)

    @property
    def search_place(self) -> SearchPlace:
        """Where search and list stand."""
        return SearchPlace(self.query, self.order, self.record_id)


class ExplorerState:
    """Owns the view; whatever else shows a part of it is told, and keeps no copy to decide by."""

    def __init__(self) -> None:
        self._view = View()
        self._observers: list[Callable[[View, View], None]] = []
        self._telling = False

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._view

    def observe(self, observer: Callable[[View, View], None]) -> None:
        """Call `observer` with the view before and the new one, each time that another is shown.

        An observer draws. It shows no other view itself: those after it would be told of a change
        that is outdated.
        """
        self._observers.append(observer)

    def show(self, view: View) -> None:
        """Show another view.

        Raises:
            RuntimeError: If an observer calls this.
        """
        if self._telling:
            raise RuntimeError("an observer draws, it shows no other view")
        before, self._view = self._view, view
        self._telling = True
        try:
            for observer in self._observers:
                observer(before, view)
        finally:
            self._telling = False
