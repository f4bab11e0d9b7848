"""The articles behind a picture, listed below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.svg.primitives import shortened, text
from tui.model.format import format_when
from tui.model.records import all_evidence
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Article, Record

_MAX_SOURCES = 12
_LINE_HEIGHT = 21


def articles_of(records: Iterable[Record], corpus: Corpus) -> list[Article]:
    """The articles that some records quote, oldest first, undated ones last."""
    ids = {evidence.article for record in records for _, evidence in all_evidence(record)}
    return corpus.in_time(ids)


def source_lines(
    articles: Sequence[Article], locale: Locale, x: float, top: float, width: float
) -> tuple[float, list[str]]:
    """A heading and a line for each article, and the height where they end; nothing for none."""
    if not articles:
        return top, []
    parts = [text(x, top + 12, "Sources", "heading")]
    y = top + 12
    for article in articles[:_MAX_SOURCES]:
        y += _LINE_HEIGHT
        date = format_when(article.published, locale)
        words = ", ".join(filter(None, (date, article.publisher, article.title or article.id)))
        parts.append(text(x, y, shortened(words, width, 13), "quiet"))
    if len(articles) > _MAX_SOURCES:
        y += _LINE_HEIGHT
        parts.append(
            text(x, y, tr("… and {count} more").format(count=len(articles) - _MAX_SOURCES), "quiet")
        )
    return y + 24, parts
