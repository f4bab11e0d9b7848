"""Keeping the place: another session under the same list, the same record and the same sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from tui.model.messages import shown
from tui.model.source_files import FilePlace
from tui.platform.translation import tr
from tui.screens.explorer.selection import reading_record, with_reading
from tui.screens.explorer.state import Pointed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.problems import Problem
    from tui.screens.explorer.search import SearchController
    from tui.screens.explorer.state import ExplorerState, View
    from tui.session.protocol import Session


class ScrolledText(Protocol):
    """The article as something that is scrolled and selected in."""

    top: int

    @property
    def text(self) -> str | None:
        """The text that is shown as stored, `None` while there is none."""

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The selected stretch."""

    @property
    def has_focus(self) -> bool:
        """Whether the user is in it."""

    def scroll_lines(self, top: int) -> None:
        """Bring a line to the top."""

    def point(self, start: int, end: int, *, hit: bool = False) -> None:
        """Mark a stretch as the one at hand and scroll it into view."""


@dataclass(frozen=True, slots=True)
class ReadingSpot:
    """Where an article is being read.

    Attributes:
        article: Its id.
        span: What is selected in it or pointed at.
        top: The line at the top of the pane.
        elsewhere: Whether that is another place than the quote at hand.
        hit: Whether that is what the search found.
    """

    article: str | None
    span: tuple[int, int] | None
    top: int
    elsewhere: bool
    hit: bool


class PlaceController:
    """Shows another session, or the same one read anew, and stays where the user is."""

    def __init__(
        self, state: ExplorerState, search: SearchController, article: ScrolledText
    ) -> None:
        self._state, self._results, self._article = state, search, article
        self._resume: str | None = None
        """The record to open at: unknown until marks are there, empty once that is settled."""

    def show_session(
        self, session: Session, /, *, progress: str = "", stepped_back: bool = False
    ) -> None:
        """Show a session.

        Args:
            session: What to show from now on.
            progress: What goes on, or is to be known of what is shown.
            stepped_back: Whether it is the corpus as of `known_until`.
        """
        before, spot = self._state.view, self._spot()
        kept = before.kept if before.kept and session.has_record(before.kept) else None
        self._state.show(replace(before, kept=kept, progress=progress, stepped_back=stepped_back))
        self._results.run(self._record_to_keep(session, before), refreshed=True, session=session)
        after = self._state.view
        if before.reading is not None and after.reading is not None:
            if after.record_id == before.record_id:
                self._stay(session, after, before.reading.path, spot)
            elif not session.has_record(before.reading.record.id) and self._article.has_focus:
                # The record is gone, as after an undo; its article is still being read.
                self._stay(session, after, None, spot)
        if before.awaited:
            self._show_awaited(session, before.awaited)

    def _record_to_keep(self, session: Session, before: View) -> str | None:
        """The record that is read; at first, the one that was read when the app ended."""
        if self._resume is None:
            self._resume = session.own.place()
        if before.kept is None and session.has_record(self._resume):
            keep, self._resume = self._resume, ""
            return keep
        return before.record_id

    def _show_awaited(self, session: Session, record_id: str) -> None:
        """Read the record that was just written to the file, as soon as it is read again."""
        made = session.has_record(record_id)
        if made:
            self._results.go_to(record_id)
        if made or not session.partial:
            # What is not in the file now, as it broke a rule of the corpus, is waited for no more.
            self._state.show(replace(self._state.view, awaited=""))

    def _spot(self) -> ReadingSpot:
        view, pane = self._state.view, self._article
        pointed = view.pointed
        span = pane.selection_range or (pointed.span if pointed is not None else None)
        quote = view.reading.quote if view.reading is not None else None
        quoted = quote is not None and span == (quote.anchor.start, quote.anchor.end)
        article = view.reading.article if view.reading is not None else None
        hit = pointed is not None and pointed.kind == "hit"
        return ReadingSpot(article, span, pane.top, span is not None and not quoted, hit)

    def _stay(self, session: Session, view: View, path: str | None, spot: ReadingSpot) -> None:
        """Stay on a field of the record at hand, and where its article was read."""
        assert view.record_id is not None
        view = reading_record(view, view.record_id, path)
        article = spot.article
        if article is None or article not in session.articles or view.reading is None:
            self._state.show(view)
            return
        still = any(
            place.record == view.record_id and spot.span == (place.anchor.start, place.anchor.end)
            for place in session.places(article)
        )
        if not (still or spot.elsewhere or article != view.reading.article):
            self._state.show(view)
            return
        reading = view.reading.in_article(session, article).at_span(spot.span)
        pointed = None
        inside = spot.span is not None and spot.span[1] <= len(session.article_text(article) or "")
        if spot.span is not None and inside and reading.quote is None:
            pointed = Pointed(*spot.span, "hit" if spot.hit else "place")
        self._state.show(with_reading(view, reading, pointed))
        self._article.scroll_lines(spot.top)
        if pointed is not None:
            self._article.point(*pointed.span, hit=spot.hit)

    def keep_last_good(self, problems: Sequence[Problem]) -> None:
        """The file is broken for the moment: say where, and keep what was read last."""
        first = problems[0] if problems else None
        place = tr("it has no records")
        if first is not None:
            session = self._state.view.session
            name = session.included_file(first) if session is not None else ""
            place = f"{shown(FilePlace(name, first.line).words())}: {shown(first.message)}"
        self.show_progress(
            tr("broken on disk, {place}; the last good state is shown").format(place=place)
        )

    def show_progress(self, words: str) -> None:
        """Say what goes on; nothing when there are no words."""
        self._state.show(replace(self._state.view, progress=words))
