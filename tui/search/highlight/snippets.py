"""Snippets: the line around an occurrence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.search.highlight.occurrences import SoughtTerm, Span, merged, spans_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD, _LENGTH = 48, 160


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line around an occurrence: of an article, of its title or publisher, or of a note.

    Attributes:
        article: The id of the article, empty for a line of a note.
        text: The line as stored.
        spans: The occurrences in `text`, at least one.
        offset: The offset of `text` in the text of the article, in code points; -1 where it is not
            part of it.
    """

    article: str
    text: str
    spans: tuple[Span, ...]
    offset: int = -1

    @property
    def place(self) -> Span | None:
        """The first occurrence as a span of the article's text."""
        start, end = self.spans[0]
        return (self.offset + start, self.offset + end) if self.offset >= 0 else None


def line_at(
    article_id: str, text: str, offset: int, sought: Sequence[SoughtTerm], language: str
) -> Snippet | None:
    """The line around an offset of an article, cut between words; `None` where nothing matches."""
    start, end = _line(text, offset)
    return _marked(Snippet(article_id, text[start:end].rstrip(), (), start), sought, language)


def line_about(article_id: str, text: str, sought: Sequence[SoughtTerm]) -> Snippet | None:
    """The first line of another text with an occurrence, `None` where there is none."""
    spans = spans_in(text, sought)
    if not spans:
        return None
    start, end = _line(text, min(spans[0][0] for spans in spans.values()))
    return _marked(Snippet(article_id, text[start:end].rstrip(), ()), sought, "")


def _marked(snippet: Snippet, sought: Sequence[SoughtTerm], language: str) -> Snippet | None:
    by_term = spans_in(snippet.text, sought, language)
    spans = merged(span for spans in by_term.values() for span in spans)
    return replace(snippet, spans=spans) if spans else None


def _line(text: str, offset: int) -> Span:
    """The line around an offset, cut between words where it is long."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _LEAD)
    # Start with a whole word, at the latest with the occurrence itself.
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, offset)
        start = space + 1 if space >= 0 else offset
    line_end = text.find("\n", offset)
    end = min(line_end if line_end >= 0 else len(text), start + _LENGTH)
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", offset, end)
        end = space if space > offset else end
    while start < offset and text[start].isspace():
        start += 1
    return start, end
