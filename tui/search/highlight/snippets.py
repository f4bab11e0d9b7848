"""The line around a hit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.search.highlight.occurrences import SoughtTerm, Span, merged, spans_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE, _AROUND = 48, 160


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line around a hit: of an article, else of what is written about one or in a note.

    Attributes:
        article: The id of the article, empty for a line of a note.
        text: The line as stored.
        spans: The hits in `text`, at least one.
        offset: The place of `text` in the text of the article, in code points; -1 where it is
            none of its lines.
    """

    article: str
    text: str
    spans: tuple[Span, ...]
    offset: int = -1

    @property
    def place(self) -> Span | None:
        """Where the first hit lies in the text of the article."""
        start, end = self.spans[0]
        return (self.offset + start, self.offset + end) if self.offset >= 0 else None


def line_at(
    article_id: str, text: str, at: int, wanted: Sequence[SoughtTerm], language: str
) -> Snippet | None:
    """The line around a place of an article, cut between words; `None` where nothing is marked."""
    low, high = _line(text, at)
    return _marked(Snippet(article_id, text[low:high].rstrip(), (), low), wanted, language)


def line_about(article_id: str, text: str, wanted: Sequence[SoughtTerm]) -> Snippet | None:
    """The first line of another text with a hit, `None` where there is none."""
    found = spans_in(text, wanted)
    if not found:
        return None
    low, high = _line(text, min(spans[0][0] for spans in found.values()))
    return _marked(Snippet(article_id, text[low:high].rstrip(), ()), wanted, "")


def _marked(bare: Snippet, wanted: Sequence[SoughtTerm], language: str) -> Snippet | None:
    found = spans_in(bare.text, wanted, language)
    spans = merged(span for parts in found.values() for span in parts)
    return replace(bare, spans=spans) if spans else None


def _line(text: str, at: int) -> Span:
    """The line around a place, cut between words where it is long."""
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
    return low, high
