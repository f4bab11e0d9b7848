"""A quote and its source as people cite them: in a text, in a footnote, as a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.formats.markdown import escaped, footnote
from tui.model.article_places import address_at
from tui.model.format import EN, Locale, format_date
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from tui.model.records import Article, Evidence


def citation(
    article: Article, evidence: Evidence, page: int | None = None, locale: Locale = EN
) -> str:
    """A source in one line, with the address of the quote.

    `Ada Reader, “A mill is sold”, The Post, 12 Mar 2024, p. 3, https://…`
    """
    parts = (
        article.author,
        f"“{article.title}”" if article.title else "",
        article.publisher or ("" if article.title else article.id),
        format_date(article.published, locale) if article.published else "",
        f"p. {page}" if page else "",
        link(article, evidence),
    )
    return safe_line(", ".join(filter(None, parts)))


def markdown_footnote(
    article: Article, evidence: Evidence, page: int | None = None, locale: Locale = EN
) -> str:
    """A footnote of Markdown with the quote, named after its article.

    `[^some-id]: “4 billion dollars”, The Post, [A mill is sold](<https://…>), 12 Mar 2024`
    """
    return f"[^{escaped(article.id)}]: {footnote(evidence, article, page, locale)}"


def link(article: Article, evidence: Evidence) -> str:
    """The address of a quote; empty where its article has none."""
    return safe_line(address_at(article, evidence.quote, evidence.prefix, evidence.suffix))
