"""The article beside the record: its marks, the quote at hand, and what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.model.safe_text import safe_line
from tui.screens.article_actions import ArticleActions
from tui.widgets.article import Mark

if TYPE_CHECKING:
    from tui.library.protocol import Place
    from tui.widgets.article import ArticlePane


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
            pane.show_message("No article is recorded for this record.")
            return
        article = library.articles[reading.article]
        words = [article.publisher or article.id, article.published and str(article.published)]
        pane.border_title = Content(
            safe_line(" · ".join(word for word in (*words, article.language) if word))
        )
        if reading.source_number and len(reading.sources) > 1:
            pane.border_subtitle = Content(
                f"source {reading.source_number} of {len(reading.sources)}"
            )
        else:
            pane.border_subtitle = None
        text = library.article_text(reading.article)
        if text is None:
            why = (
                "is still to be read …" if library.partial else "could not be read: see the audit."
            )
            pane.show_message(f"{article.file} {why}")
            return
        if pane.article_id != reading.article:
            self._found = []
        marks, self._targets = reading.marks()
        pane.show(reading.article, text, [*marks, *self._search_marks(), *self.found_marks()])
        self.point_at_quote()

    def show_marks(self) -> None:
        """Mark the article anew."""
        if self.reading is not None:
            marks, self._targets = self.reading.marks()
            self.article_pane.mark([*marks, *self._search_marks(), *self.found_marks()])

    def _search_marks(self) -> list[Mark]:
        """The words of the search in the article at hand, apart from the evidence."""
        if self.library is None or self.reading is None or not self.bar.value:
            return []
        spans = self.library.search_marks(self.reading.article or "")
        return [Mark(start, end, "found") for start, end in spans]

    def read_article(self, article_id: str) -> None:
        """Read an article, next to a record that it feeds where there is one."""
        if self.library is None or article_id not in self.library.articles:
            self.dealtui.say(f"{article_id} is not in the corpus now.")
            return
        places = self.library.places(article_id)
        if places:
            self.go_to(places[0].record, places[0].path)
        if self.reading is not None and self.reading.article != article_id:
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
        if self.reading is None or message.key >= len(self._targets):
            return
        place = self._targets[message.key]
        if place.record != self.reading.record.id:
            self.go_to(place.record, place.path)
        else:
            self.reading.at = message.key
            self.point_at_quote()
            self.record_pane.choose(place.path)
