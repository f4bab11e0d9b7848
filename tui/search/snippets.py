"""The line of an article around a hit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.search.occurrences import Span, Wanted, merged, spans_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE, _AROUND = 48, 160


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of an article around a hit.

    Attributes:
        article: The id of the article.
        text: The line, a part of the article's text as stored.
        spans: The hits in `text`, at least one.
        offset: The place of `text` in the article, in code points.
    """

    article: str
    text: str
    spans: tuple[Span, ...]
    offset: int

    @property
    def place(self) -> Span:
        """Where the first hit lies in the article."""
        start, end = self.spans[0]
        return self.offset + start, self.offset + end


def snippet_at(
    article_id: str, text: str, at: int, wanted: Sequence[Wanted], language: str
) -> Snippet | None:
    """The line around a place of an article, cut between words; `None` where nothing is marked."""
    low = max(text.rfind("\n", 0, at) + 1, at - _BEFORE)
    if low and not text[low - 1].isspace():
        gap = text.find(" ", low, at)
        low = gap + 1 if gap >= 0 else at
    stop = text.find("\n", at)
    high = min(stop if stop >= 0 else len(text), low + _AROUND)
    if high < len(text) and not text[high].isspace():
        gap = text.rfind(" ", at, high)
        high = gap if gap > at else high
    while low < at and text[low].isspace():
        low += 1
    line = text[low:high].rstrip()
    spans = merged(span for found in spans_in(line, wanted, language).values() for span in found)
    return Snippet(article_id, line, spans, low) if spans else None
