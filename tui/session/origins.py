"""Where the articles of a corpus come from: the page of a quote, its address, the original file.

Asked for what is on the screen first, so that nothing that reads documents is loaded for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.model.article_places import address_at, page_at

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded


class Origins(Protocol):
    """Where articles come from; each answer is quick."""

    def original(self, article_id: str) -> Path | None:
        """The file that an article was read from, where it was kept; else its text."""

    def address(self, article_id: str, quoted: str) -> str:
        """The address of an article at a quote; empty where it has none."""

    def page(self, article_id: str, offset: int) -> int | None:
        """The page on which a place of an article stands; `None` where that is not known."""


class FileOrigins:
    """The origins of the articles of a corpus in files."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    def original(self, article_id: str) -> Path | None:
        """The file that an article was read from, where it was kept; else its text."""
        from tui.corpus.articles import ArticleError, resolve_inside
        from tui.intake.corpus.provenance import original_path

        kept = original_path(self._loaded, article_id)
        article = self._loaded.corpus.articles.get(article_id)
        if kept is not None or article is None:
            return kept
        try:
            path = resolve_inside(self._loaded.articles_dir, article.file)
        except ArticleError:
            return None
        return path if path.is_file() else None

    def address(self, article_id: str, quoted: str) -> str:
        """The address of an article at a quote; empty where it has none."""
        article = self._loaded.corpus.articles.get(article_id)
        return address_at(article, quoted) if article is not None else ""

    def page(self, article_id: str, offset: int) -> int | None:
        """The page on which a place of an article stands; `None` where that is not known."""
        article = self._loaded.corpus.articles.get(article_id)
        if article is None or not (article.pages or article.page):
            return None
        return page_at(article, self._loaded.corpus.texts.get(article_id), offset)
