"""The one selection: which record is read, which of its fields and quotes is at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui.platform.translation import tr
from tui.screens.explorer.reading import Page, RecordReading
from tui.screens.explorer.state import Pointed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.model.locales import Locale
    from tui.model.proofs import RecordProof
    from tui.model.records import Article, Record
    from tui.model.source_files import FilePlace
    from tui.screens.explorer.state import ExplorerState, View
    from tui.screens.ports import Notifier
    from tui.widgets.drawing.line_pane import Run


class RecordView(Protocol):
    """Shows a record with a cursor over its fields."""

    @property
    def path(self) -> str | None:
        """The field under the cursor."""

    def attach(
        self,
        names: Mapping[str, str],
        articles: Mapping[str, Article],
        locale: Locale,
        place: Callable[[int], FilePlace],
    ) -> None:
        """Say where the names of parties and articles come from, and how figures are written."""

    def show(
        self,
        record: Record,
        proof: RecordProof | None,
        path: str | None = None,
        extra: tuple[Run, ...] = (),
    ) -> None:
        """Show a record, the cursor on a field; `extra` is the user's own line."""

    def choose(self, path: str) -> None:
        """Put the cursor on a field without a message."""

    def clear(self) -> None:
        """Show nothing."""


class SelectionController:
    """Moves the selection, and shows the record that it stands on."""

    def __init__(self, state: ExplorerState, record: RecordView, notifier: Notifier) -> None:
        self._state, self._record, self._notifier = state, record, notifier
        state.observe(self._draw)

    def choose(self, record_id: str, path: str | None = None) -> None:
        """Read a record, at the quote of one of its fields."""
        if self._state.view.session is not None:
            self._state.show(reading_record(self._state.view, record_id, path))

    def clear(self) -> None:
        """Read no record, as none is listed; an article that was read is read on alone."""
        self._state.show(reading_nothing(self._state.view))

    def field_chosen(self, path: str) -> None:
        """The cursor came to another field: take its quote to hand, if it has one."""
        view = self._state.view
        if view.session is None or view.reading is None:
            return
        found = view.reading.at_field(view.session, path)
        if found is None:
            self._state.show(replace(view, reading=view.reading.on_field(path)))
        else:
            self._state.show(with_reading(view, found))

    def next_quote(self, step: int) -> None:
        """Take the next quote of the record in the article to hand."""
        view = self._state.view
        there = view.reading.next_quote(step) if view.reading is not None else None
        if there is None:
            self._notifier.say(tr("This article has no quote of this record."))
        else:
            self._state.show(with_reading(view, there))

    def next_source(self, step: int) -> None:
        """Take the next article of the record to hand."""
        view = self._state.view
        if view.session is None or view.reading is None:
            return
        there = view.reading.next_source(view.session, step)
        if there is None:
            words = tr("This record has one source.") if view.reading.sources else tr("No source.")
            self._notifier.say(words)
        else:
            self._state.show(with_reading(view, there))

    def show_evidence(self, where: str) -> None:
        """Take an evidence of the record to hand, named by its line and column in the file."""
        view = self._state.view
        if view.session is None or view.reading is None:
            return
        there = view.reading.at_evidence(view.session, where)
        if there is not None:
            self._state.show(with_reading(view, there))

    def _draw(self, before: View, after: View) -> None:
        session = after.session
        if session is not None and session is not before.session:
            self._record.attach(session.names, session.articles, session.locale, session.place)
        old, new = before.reading, after.reading
        if new is None:
            if old is not None:
                self._record.clear()
        elif (
            old is None
            or new.record is not old.record
            or new.proof is not old.proof
            or after.own_marks != before.own_marks
        ):
            self._record.show(new.record, new.proof, new.path, after.own_marks)
        elif new.path is not None and new.path != old.path == self._record.path:
            # Where the cursor is further on than its message, it stays there.
            self._record.choose(new.path)


def reading_record(view: View, record_id: str, path: str | None = None) -> View:
    """The view with a record being read.

    It is read at the quote of a field, of its first where none is named; without a field, at the
    place of an article where the search found it, if that is why it is listed.
    """
    session = view.session
    assert session is not None
    reading = RecordReading.of(session, record_id, path)
    view = replace(view, following=None, own_marks=session.own.line(record_id))
    found = found_place(view, record_id) if path is None else None
    if found is not None:
        article, span = found
        return with_reading(view, reading.in_article(session, article), Pointed(*span, "hit"))
    at_quote = reading.at_field(session, reading.path) if reading.path is not None else None
    if at_quote is None and reading.sources:
        reading = reading.in_article(session, reading.sources[0])
    return with_reading(view, at_quote or reading)


def reading_nothing(view: View) -> View:
    """The view with no record being read, as the search found none.

    Where nothing was searched for, the article at hand may be read on: it is to be recorded.
    """
    session, page = view.session, view.page
    alone = None
    if session is not None and page is not None and not view.query:
        kept = page.article in session.articles and session.article_text(page.article) is not None
        alone = Page.of(session, page.article) if kept else None
    return replace(
        view,
        following=None,
        reading=None,
        alone=alone,
        pointed=None,
        matches=view.matches if alone is not None else None,
        own_marks=(),
    )


def with_reading(view: View, reading: RecordReading, pointed: Pointed | None = None) -> View:
    """The view with another reading, and a stretch at hand: that of its quote if none is given.

    What was looked for in another article is forgotten.
    """
    same = view.page is not None and view.page.article == reading.article
    if pointed is None and reading.quote is not None:
        pointed = Pointed(reading.quote.anchor.start, reading.quote.anchor.end, "quote")
    matches = view.matches if same else None
    return replace(view, reading=reading, alone=None, pointed=pointed, matches=matches)


def found_place(view: View, record_id: str) -> tuple[str, tuple[int, int]] | None:
    """The article and the stretch of it by which the search found a record, if that is why."""
    session, result = view.session, view.result
    at = result.position(record_id) if result is not None else None
    if session is None or result is None or at is None:
        return None
    snippet = result.hit(at).snippet
    if snippet is None or snippet.place is None or snippet.article not in session.articles:
        return None
    return snippet.article, snippet.place


def found_elsewhere(view: View) -> bool:
    """Whether the search leads to another place of the record at hand than is pointed at."""
    if view.reading is None:
        return False
    found = found_place(view, view.reading.record.id)
    hit = view.pointed if view.pointed is not None and view.pointed.kind == "hit" else None
    if found is None:
        # What was found before is no reason any more; without a search it may be read on.
        return hit is not None and bool(view.query.strip())
    return hit is None or found != (view.reading.article, hit.span)
