"""The articles, and the records that each one feeds."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tui.model.format import format_when
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError
from tui.screens.side.base import ListContent
from tui.screens.side.working import WorkingScreen
from tui.widgets.drawing.glyphs import STANCE
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from tui.model.records import Article
    from tui.screens.ports import Job
    from tui.session.protocol import Session
    from tui.widgets.drawing.line_pane import Run


class ArticlesScreen(WorkingScreen):
    """From an article to the records that its sentences prove.

    How much of an article is recorded is told once its figures are read, which a worker does for
    those of a large corpus.
    """

    NAME = "articles"

    def on_mount(self) -> None:
        """Read in the background what was not read yet."""
        super().on_mount()
        self._read_rest()

    def set_session(self, session: Session) -> None:
        """Show the articles as they are now, and read those that are new."""
        super().set_session(session)
        self._read_rest()

    def rebuild(self) -> None:
        """Write the articles anew."""
        self.write_list(partial(article_list, self.session), self.show_content)

    def _read_rest(self) -> None:
        if any(self.session.known_coverage(article) is None for article in self.session.articles):
            self.background.start("figures", partial(self._read, self.session))

    def _read(self, session: Session, job: Job) -> None:
        with suppress(CancelledError):
            session.audit_figures(lambda _: None, self.task_of(job))
            job.publish(self._show_read)

    def _show_read(self) -> None:
        self.progress = None
        self.rebuild()


def article_list(session: Session) -> ListContent:
    """Every article, oldest first, with its records."""
    entries: list[Entry] = []
    for article in session.articles_in_time():
        entries += _article(session, article)
    return ListContent(entries, [("articles  ", "accent"), (f"{len(session.articles):,}", "")])


def _article(session: Session, article: Article) -> list[Entry]:
    when = safe_line(format_when(article.published, session.locale))
    entries = [
        Entry([]),
        Entry(
            [
                (f"{when:<12} ", "quiet"),
                (safe_line(article.title or article.id), "strong"),
                (f"  {safe_line(article.publisher)}", "quiet"),
            ],
            Target("article", article.id),
        ),
    ]
    if session.article_text(article.id) is None:
        return [*entries, Entry([(f"   {article.file} could not be read", "bad")])]
    words = session.known_coverage(article.id) or "its figures are not read yet"
    entries.append(Entry([(f"   {words}", "quiet")]))
    seen: dict[str, list[Run]] = {}
    for place in session.places(article.id):
        if place.record in seen:
            continue
        look = STANCE[place.evidence.stance]
        record = session.record(place.record)
        seen[place.record] = [
            (f"   {look.glyph} ", look.style),
            (safe_line(record.title), ""),
            (f"  {place.record}", "quiet"),
        ]
    return [*entries, *(Entry(runs, Target("record", one)) for one, runs in seen.items())]
