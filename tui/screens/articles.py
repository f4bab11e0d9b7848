"""The articles, and the records that each one feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line
from tui.screens.side import SideScreen
from tui.widgets.entries import Entry, Target
from tui.widgets.looks import STANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.lines import Run


class ArticlesScreen(SideScreen):
    """From an article to the records that its sentences prove."""

    SCOPE = "articles"

    def heading(self) -> tuple[Sequence[Run], Sequence[Run]]:
        """How many articles there are."""
        count = len(self.library.articles)
        return [("articles  ", "accent"), (str(count), "")], [("Esc back ", "quiet")]

    def build(self) -> Sequence[Entry]:
        """Every article, oldest first, with its records."""
        entries: list[Entry] = []
        articles = sorted(
            self.library.articles.values(),
            key=lambda article: (str(article.published or "9999"), article.id),
        )
        for article in articles:
            when = str(article.published or "undated")
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
            entries.append(Entry([(f"   {self.library.coverage_words(article.id)}", "quiet")]))
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
