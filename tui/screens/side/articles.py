"""The articles, and the records that each one feeds."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.format import format_when
from tui.model.safe_text import safe_line
from tui.model.task import CancelledError
from tui.screens.side.working import WorkingScreen
from tui.widgets.drawing.glyphs import STANCE
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.session.protocol import Library
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

    def renew(self, library: Library) -> None:
        """Show the articles as they are now, and read those that are new."""
        super().renew(library)
        self._read_rest()

    def _read_rest(self) -> None:
        if any(self.library.known_coverage(article) is None for article in self.library.articles):
            self.run_worker(self._read, thread=True, exclusive=True, group="figures")

    def _read(self) -> None:
        worker = get_current_worker()
        with suppress(CancelledError):
            self.library.audit_figures(lambda _: None, self.worker_task())
            self.tell(worker, self._show_read)

    def _show_read(self) -> None:
        self.progress = None
        self.rebuild()

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """How many articles there are."""
        count = len(self.library.articles)
        left = [("articles  ", "accent"), (f"{count:,}", ""), *self.progress_runs()]
        return left, []

    def build(self) -> Sequence[Entry]:
        """Every article, oldest first, with its records."""
        entries: list[Entry] = []
        for article in self.library.corpus.in_time(self.library.articles):
            when = safe_line(format_when(article.published, self.library.locale))
            entries.append(Entry([]))
            entries.append(
                Entry(
                    [
                        (f"{when:<12} ", "quiet"),
                        (safe_line(article.title or article.id), "strong"),
                        (f"  {safe_line(article.publisher)}", "quiet"),
                    ],
                    Target("article", article.id),
                )
            )
            if self.library.article_text(article.id) is None:
                entries.append(Entry([(f"   {article.file} could not be read", "bad")]))
                continue
            words = self.library.known_coverage(article.id) or "its figures are not read yet"
            entries.append(Entry([(f"   {words}", "quiet")]))
            seen: dict[str, list[Run]] = {}
            for place in self.library.places(article.id):
                if place.record in seen:
                    continue
                look = STANCE[place.evidence.stance]
                record = self.library.record(place.record)
                seen[place.record] = [
                    (f"   {look.glyph} ", look.style),
                    (safe_line(record.title), ""),
                    (f"  {place.record}", "quiet"),
                ]
            entries += [
                Entry(runs, Target("record", record_id)) for record_id, runs in seen.items()
            ]
        return entries
