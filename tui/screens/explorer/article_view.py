"""The article beside the record: its marks, the quote at hand, and what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from tui.model.format import format_date
from tui.model.safe_text import safe_line
from tui.screens.explorer.article_actions import ArticleActions
from tui.widgets.article.pane import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.session.protocol import Place
    from tui.widgets.article.pane import ArticlePane


class ReadingSpot(NamedTuple):
    """Where an article is being read.

    Attributes:
        article: Its id.
        here: What is selected in it or pointed at.
        top: The line at the top of the pane.
        elsewhere: Whether that is another place than the quote of the reading.
        hit: Whether that is what the search found.
    """

    article: str | None
    here: tuple[int, int] | None
    top: int
    elsewhere: bool
    hit: bool


class ArticleView(ArticleActions):
    """Shows the article of the reading; mixed into the explorer."""

    _targets: list[Place] = []  # noqa: RUF012 (replaced, never changed)

    def show_article(self) -> None:
        """Show the article of the reading with its marks."""
        reading, library = self.reading, self.library
        pane = self.article_pane
        if reading is None or library is None:
            return
        if reading.article is None:
            pane.border_title = Content("Article")
            pane.border_subtitle = None
            pane.show_message(
                "No article is recorded for this record. r lists the articles: open one, and a "
                "records what it says."
            )
            return
        subtitle = ""
        if reading.source_number and len(reading.sources) > 1:
            subtitle = f"source {reading.source_number} of {len(reading.sources)}"
        marks, self._targets = reading.marks()
        if self._show_text(reading.article, marks, subtitle):
            self.point_at_quote()

    def show_alone(self, article_id: str) -> None:
        """Show an article beside no record: none is listed, but it can be read and recorded."""
        library = self.library
        if library is None:
            return
        places = [place for place in library.places(article_id) if place.anchor.found]
        self._targets = places
        marks = [
            Mark(place.anchor.start, place.anchor.end, "other", key)
            for key, place in enumerate(places)
        ]
        figures = library.open_figures(article_id)
        marks += [Mark(figure.start, figure.end, "open") for figure in figures]
        self._show_text(article_id, marks)

    def _show_text(self, article_id: str, marks: Sequence[Mark], subtitle: str = "") -> bool:
        """Show an article under its title; false when its text is not there."""
        assert self.library is not None
        pane, article = self.article_pane, self.library.articles[article_id]
        words = [
            article.publisher or article.id,
            article.published and format_date(article.published, self.library.locale),
        ]
        pane.border_title = Content(
            safe_line(" · ".join(word for word in (*words, article.language) if word))
        )
        pane.border_subtitle = Content(subtitle) if subtitle else None
        text = self.library.article_text(article_id)
        if text is None:
            partial = self.library.partial
            why = "is still to be read …" if partial else "could not be read: see the audit."
            pane.show_message(f"{article.file} {why}")
            return False
        if pane.article_id != article_id:
            self._found = []
        pane.show(article_id, text, [*marks, *self._search_marks(), *self.found_marks()])
        return True

    def show_marks(self) -> None:
        """Mark the article anew."""
        if self.reading is None:
            if self.article_pane.article_id is not None:
                self.show_alone(self.article_pane.article_id)
        else:
            marks, self._targets = self.reading.marks()
            self.article_pane.mark([*marks, *self._search_marks(), *self.found_marks()])

    def _search_marks(self) -> list[Mark]:
        """The words of the search in the article at hand, apart from the evidence."""
        if self.library is None or self.reading is None or not self.bar.value:
            return []
        spans = self.library.search_marks(self.reading.article or "")
        return [Mark(start, end, "found") for start, end in spans]

    @property
    def found_place(self) -> tuple[str, tuple[int, int]] | None:
        """The article and the place in it by which the record at hand was found, if any."""
        reason = self.results.reason
        if self.reading is None or reason is None or reason.record_id != self.reading.record.id:
            return None
        snippet = reason.snippet
        if snippet is None or snippet.place is None or self.library is None:
            return None
        return (
            (snippet.article, snippet.place) if snippet.article in self.library.articles else None
        )

    def show_found(self) -> bool:
        """Show the record's article at what was found in it; false where that is not why."""
        found = self.found_place
        if found is None or self.reading is None:
            return False
        article, place = found
        self.reading.open_article(article)
        self.show_article()
        if self.article_pane.text is not None:
            self.article_pane.point(*place, hit=True)
        return True

    def found_elsewhere(self) -> bool:
        """Whether a changed search leads to another place than the article is open at."""
        pane, found = self.article_pane, self.found_place
        shown = (pane.article_id, pane.current) if pane.at_hit else None
        if found is None:
            # What was found before is no reason any more; without a search it may be read on.
            return shown is not None and bool(self.bar.value.strip())
        return found != shown

    def spot(self) -> ReadingSpot:
        """Where the article is being read."""
        pane, reading = self.article_pane, self.reading
        here = pane.selection_range or pane.current
        place = reading.place if reading else None
        quoted = place is not None and here == (place.anchor.start, place.anchor.end)
        article = reading.article if reading else None
        elsewhere = here is not None and not quoted
        return ReadingSpot(article, here, pane.top, elsewhere, pane.at_hit)

    def choose_again(self, path: str | None, spot: ReadingSpot) -> None:
        """Select the record of the reading as it is now, staying where its article was read."""
        if self.library is None or self.reading is None:
            return
        pane, record, article = self.article_pane, self.reading.record.id, spot.article
        self.choose(record, path)
        if article is None or article not in self.library.articles:
            return
        still = any(
            place.record == record and spot.here == (place.anchor.start, place.anchor.end)
            for place in self.library.places(article)
        )
        if still or spot.elsewhere or article != self.reading.article:
            self.reading.stay_at(article, spot.here)
            self.show_article()
            pane.scroll_lines(spot.top)
            inside = spot.here is not None and spot.here[1] <= len(pane.text or "")
            if spot.here is not None and inside and self.reading.place is None:
                pane.point(*spot.here, hit=spot.hit)

    def read_article(self, article_id: str) -> None:
        """Read an article, next to a record that it feeds where there is one."""
        if self.library is None or article_id not in self.library.articles:
            self.dealtui.say(f"{article_id} is not in the corpus now.")
            return
        places = self.library.places(article_id)
        if places:
            self.go_to(places[0].record, places[0].path)
        if self.reading is None:
            self.show_alone(article_id)
        elif self.reading.article != article_id:
            self.reading.open_article(article_id)
            self.show_article()
        self.show_pane("article")

    def point_at_quote(self) -> None:
        """Scroll to the quote of the reading, where it was found."""
        place = self.reading.place if self.reading else None
        if place is not None and place.anchor.found:
            self.article_pane.point(place.anchor.start, place.anchor.end)

    def on_article_pane_pointed(self, message: ArticlePane.Pointed) -> None:
        """The user pointed at a quote: of this record, or of another one."""
        if message.key >= len(self._targets):
            return
        place = self._targets[message.key]
        if self.reading is None or place.record != self.reading.record.id:
            self.go_to(place.record, place.path)
        else:
            self.reading.at = message.key
            self.point_at_quote()
            self.record_pane.choose(place.path)
