"""The article at hand: its text with what is marked in it, and what is pointed at there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui.model.format import format_date
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.emptiness import nothing_listed
from tui.screens.explorer.reading import Page
from tui.screens.explorer.selection import with_reading
from tui.screens.explorer.state import Matches, Pointed
from tui.widgets.article.pane import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.model.mentions import Mention
    from tui.screens.explorer.state import ExplorerState, View
    from tui.screens.ports import Dialogs, Notifier
    from tui.session.protocol import Session


class ArticleView(Protocol):
    """Shows one article and marks stretches of its text."""

    @property
    def text(self) -> str | None:
        """The text that is shown as stored, `None` while there is none."""

    def show_titles(self, title: str, subtitle: str = "") -> None:
        """Say which article is shown."""

    def show_subtitle(self, subtitle: str) -> None:
        """Say where in the article the user stands; empty for nothing."""

    def show_origin(self, words: Sequence[str]) -> None:
        """Say where the article comes from, the most telling first."""

    @property
    def selection_range(self) -> tuple[int, int] | None:
        """The stretch that is selected."""

    @property
    def current(self) -> tuple[int, int] | None:
        """The stretch at hand."""

    def show(self, article_id: str, text: str, marks: Sequence[Mark]) -> None:
        """Show an article; no stretch of it is pointed at."""

    def show_message(self, message: str) -> None:
        """Show words instead of an article."""

    def mark(self, marks: Sequence[Mark]) -> None:
        """Replace the marks."""

    def point(self, start: int, end: int, *, hit: bool = False) -> None:
        """Mark a stretch as the one at hand and scroll it into view."""


class ArticleController:
    """Shows the article of the view, and takes places of it to hand."""

    def __init__(
        self,
        state: ExplorerState,
        pane: ArticleView,
        go_to: Callable[[str, str | None], None],
        dialogs: Dialogs,
        notifier: Notifier,
    ) -> None:
        """Connect state and pane.

        Args:
            state: What is shown.
            pane: Where the article is shown.
            go_to: Reads another record, at one of its fields.
            dialogs: Asks what to find.
            notifier: Tells what is not there.
        """
        self._state, self._pane, self._go_to = state, pane, go_to
        self._dialogs, self._notifier = dialogs, notifier
        self._message = ""
        self._pattern = ""
        self._spans: Sequence[tuple[int, int]] = ()
        state.observe(self._draw)

    # What is read

    def read(self, article_id: str) -> bool:
        """Read an article: beside the chosen record, at its quote where it has one there.

        The record stays chosen, so that what the article says can be recorded as a source of it.
        Where none is chosen, one that the article feeds is.

        Returns:
            False when the corpus has no such article now.
        """
        session = self._state.view.session
        if session is None or article_id not in session.articles:
            self._notifier.say(tr("{id} is not in the corpus now.").format(id=article_id))
            return False
        if self._state.view.reading is None and (places := session.places(article_id)):
            self._go_to(places[0].record, places[0].path)
        view = self._state.view
        if view.reading is None:
            alone = Page.of(session, article_id)
            self._state.show(replace(view, alone=alone, pointed=None, matches=None))
        elif view.reading.article != article_id:
            there = view.reading.in_article(session, article_id)
            paths = [place.path for place in there.quotes]
            if paths:
                there = there.at_quote(paths.index(there.path) if there.path in paths else 0)
            self._state.show(with_reading(view, there))
        return True

    def next_open(self, step: int) -> bool:
        """Read the next article that has figures which nobody recorded, at the first of them.

        Articles follow each other in time, around the end. One whose figures were not read yet may
        have some.

        Returns:
            False when there is none.
        """
        view = self._state.view
        if view.session is None:
            return False
        articles = [article.id for article in view.session.articles_in_time()]
        here = view.page.article if view.page is not None else ""
        at = articles.index(here) if here in articles else -1 if step > 0 else 0
        for distance in range(1, len(articles) + 1):
            article = articles[(at + step * distance) % len(articles)]
            if article == here or not view.session.may_have_open_figures(article):
                continue
            figures = view.session.open_figures(article)
            if figures and self.read(article):
                self._stand_on_figure(figures, 0)
                return True
        self._notifier.say(tr("No other article has figures that nobody recorded."))
        return False

    def point_at(self, key: int) -> None:
        """The user pointed at a mark: a quote of the record at hand, or of another one."""
        view = self._state.view
        targets = view.page.targets if view.page is not None else ()
        if key >= len(targets):
            return
        place = targets[key]
        if view.reading is None or place.record != view.reading.record.id:
            self._go_to(place.record, place.path)
        else:
            self._state.show(with_reading(view, view.reading.at_quote(key)))

    # What is looked for

    def find(self) -> None:
        """Ask what to find in the article."""
        if self._pane.text is not None:
            self._dialogs.ask(
                tr("Find in this article"),
                self._show_matches,
                value=self._pattern,
                hint=tr("words, or a regular expression as /…/; n and N step through, Esc clears"),
                check=self._look_up,
                does=tr("finds"),
            )

    def _look_up(self, pattern: str) -> str | None:
        """Look for a pattern, which may take its time once; what is wrong with it, if anything."""
        from tui.search.highlight.find_in_text import FindError, find_in_text

        try:
            self._spans = find_in_text(self._pane.text or "", pattern)
        except FindError as error:
            return shown(str(error))
        return None if self._spans or not pattern else tr("not in this article")

    def _show_matches(self, pattern: str) -> None:
        self._pattern = pattern
        if self._spans:
            self._stand_on_match(Matches(pattern, tuple(self._spans)))
        else:
            self.clear_matches()

    def next_match(self, step: int) -> bool:
        """Take the next match to hand, around the end; false when nothing is looked for."""
        matches = self._state.view.matches
        if matches is None:
            return False
        at = (matches.at + step) % len(matches.spans)
        self._stand_on_match(replace(matches, at=at))
        return True

    def clear_matches(self) -> bool:
        """Forget what was looked for; whether there was anything."""
        view = self._state.view
        if view.matches is None:
            return False
        self._state.show(replace(view, matches=None))
        self._pane.show_subtitle("")
        return True

    def _stand_on_match(self, matches: Matches) -> None:
        pointed = Pointed(*matches.spans[matches.at], "match")
        self._state.show(replace(self._state.view, matches=matches, pointed=pointed))
        where = f"{matches.at + 1}/{len(matches.spans)}  {safe_line(matches.pattern)}"
        self._pane.show_subtitle(where)

    # Where it comes from

    def address(self) -> str | None:
        """Where the article stands on the web, at what is selected or at hand; says if nowhere."""
        view = self._state.view
        if view.session is None or view.page is None:
            self._notifier.say(tr("No article is shown."))
            return None
        span = self._pane.selection_range or self._pane.current
        quoted = (self._pane.text or "")[slice(*span)] if span is not None else ""
        address = view.session.origins.address(view.page.article, quoted)
        if not address:
            self._notifier.say(
                tr("The corpus has no address of this article: its entry takes a url.")
            )
        return address or None

    def original(self) -> Path | None:
        """The file that the article was read from, else its text; says if there is none."""
        view = self._state.view
        if view.session is None or view.page is None:
            self._notifier.say(tr("No article is shown."))
            return None
        path = view.session.origins.original(view.page.article)
        if path is None:
            self._notifier.say(tr("The file of this article is not there."), error=True)
        return path

    # Figures that nobody recorded

    def next_figure(self, step: int) -> None:
        """Take the next figure of the article to hand that nobody recorded."""
        view = self._state.view
        if view.session is None or view.page is None or self._pane.text is None:
            return
        figures = view.session.open_figures(view.page.article)
        if not figures:
            self._notifier.say(tr("Every figure of this article is recorded or dismissed."))
            return
        here = view.pointed.start if view.pointed is not None else -1
        starts = [figure.start for figure in figures]
        if here in starts:
            at = starts.index(here) + step
        else:
            later = next((at for at, start in enumerate(starts) if start > here), 0)
            at = later if step > 0 else later - 1
        self._stand_on_figure(figures, at % len(figures))

    def stand_on_figure(self, start: int) -> None:
        """Take the open figure to hand that starts at a place of the article, if one does."""
        view = self._state.view
        if view.session is None or view.page is None:
            return
        figures = view.session.open_figures(view.page.article)
        for at, figure in enumerate(figures):
            if figure.start == start:
                self._stand_on_figure(figures, at)

    def stand_on_words(self, start: int, end: int) -> None:
        """Take some words of the article to hand."""
        pointed = Pointed(start, end, "hit")
        self._state.show(replace(self._state.view, pointed=pointed))

    def _stand_on_figure(self, figures: Sequence[Mention], at: int) -> None:
        figure = figures[at]
        pointed = Pointed(figure.start, figure.end, "figure")
        self._state.show(replace(self._state.view, figure=figure, pointed=pointed))
        value = figure.quantity or figure.date
        words = tr("open figure {number}/{count}: {value}")
        words = words.format(number=at + 1, count=len(figures), value=value)
        self._pane.show_subtitle(safe_line(words))

    # Drawing

    def _draw(self, before: View, after: View) -> None:
        session = after.session
        if session is None or after.result is None:
            return
        shown = False
        if after.page is None:
            self._show_no_article(after)
        elif after.page is not before.page:
            shown = self._show_page(session, after, after.page)
        elif after.matches is not before.matches or (
            after.result is not before.result and after.following is None
        ):
            self._pane.mark(_marks(session, after, after.page))
        if after.page is not None and (shown or after.pointed is not before.pointed):
            self._pane.show_origin(_origin(session, after.page, after.pointed))
        if after.pointed is None or self._pane.text is None:
            return
        if shown or after.pointed is not before.pointed:
            self._pane.point(*after.pointed.span, hit=after.pointed.kind == "hit")

    def _show_no_article(self, view: View) -> None:
        if view.reading is not None:
            self._pane.show_titles(tr("Article"))
            message = tr(
                "No article is recorded for this record. r lists the articles: open "
                "one, and a records what it says."
            )
        else:
            message = nothing_listed(view)
        if message != self._message:
            self._message = message
            self._pane.show_message(message)

    def _show_page(self, session: Session, view: View, page: Page) -> bool:
        """Show an article under its title; false when its text is not there."""
        article = session.articles[page.article]
        words = [
            article.publisher or article.id,
            format_date(article.published, session.locale) if article.published else "",
            article.language,
        ]
        self._pane.show_titles(safe_line(" · ".join(filter(None, words))), _source_words(view))
        text = session.article_text(page.article)
        if text is None:
            why = (
                tr("is still to be read …")
                if session.partial
                else tr("could not be read: see the audit.")
            )
            self._message = f"{article.file} {why}"
            self._pane.show_message(self._message)
            return False
        self._message = ""
        self._pane.show(page.article, text, _marks(session, view, page))
        return True


def _origin(session: Session, page: Page, pointed: Pointed | None) -> list[str]:
    """The page of what is at hand, the author, the address, and when it was fetched."""
    article = session.articles[page.article]
    number = session.origins.page(article.id, pointed.start if pointed is not None else 0)
    address = article.url.partition("://")[2].rstrip("/")
    retrieved = format_date(article.retrieved, session.locale) if article.retrieved else ""
    words = (
        f"page {number}" if number is not None else "",
        article.author,
        address,
        f"retrieved {retrieved}" if retrieved else "",
    )
    return [safe_line(word) for word in words if word]


def _source_words(view: View) -> str:
    reading = view.reading
    if reading is None or len(reading.sources) < 2 or not reading.source_number:
        return ""
    words = tr("source {number} of {count}")
    return words.format(number=reading.source_number, count=len(reading.sources))


def _marks(session: Session, view: View, page: Page) -> list[Mark]:
    """What is marked: quotes, open figures, words of the search, and what is looked for."""
    found = list(view.matches.spans) if view.matches is not None else []
    if view.found is not None and view.reading is not None:
        found = [*view.found.article_terms(page.article), *found]
    return [*page.marks(session), *(Mark(start, end, "found") for start, end in found)]
