"""An article broken into lines, with the way between lines and code points of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from tui.model.safe_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"(?:\S|[\u00a0\u2007\u202f])+[^\S\n\u00a0\u2007\u202f]*|[^\S\n]+")
"""A word with the spaces behind it; no-break spaces (Unicode Annex 14, class GL) are of it."""
_PLAIN = re.compile(r"[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\n]*")


class ArticleLayout:
    """The lines of a text at one width.

    `starts[i]` and `ends[i]` bound the code points of line `i`; the text itself is harmless and
    has one code point for each of the original, so that offsets are those of the article.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = safe_text(text)
        self.width = width
        self.starts: list[int] = []
        self.ends: list[int] = []
        # Most press text has one cell a code point, which spares measuring every word.
        self._narrow = _PLAIN.fullmatch(self.text) is not None
        for start, end in self._paragraphs():
            self._wrap(start, end)

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, offset: int) -> int:
        """The line that shows a code point."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def line_text(self, line: int) -> str:
        """The harmless text of a line."""
        return self.text[self.starts[line] : self.ends[line]]

    def offset_at(self, line: int, column: int) -> int:
        """The code point shown at a cell, the end of the line when it is past the text."""
        start, end = self.starts[line], self.ends[line]
        cells = 0
        for at in range(start, end):
            cells += 1 if self._narrow else cell_len(self.text[at])
            if cells > column:
                return at
        return end

    def column_of(self, offset: int) -> int:
        """The cell of its line at which a code point is shown."""
        start = self.starts[self.line_of(offset)]
        return offset - start if self._narrow else cell_len(self.text[start:offset])

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        start = 0
        for end in (match.start() for match in re.finditer("\n", self.text)):
            yield start, end
            start = end + 1
        if start < len(self.text):
            yield start, len(self.text)

    def _wrap(self, start: int, end: int) -> None:
        """Break one paragraph at spaces; a word longer than the line is broken anywhere."""
        line_start, used = start, 0
        for match in _WORD.finditer(self.text, start, end):
            word = match[0]
            size = len(word) if self._narrow else cell_len(word)
            bare = len(word.rstrip()) if self._narrow else cell_len(word.rstrip())
            if used + bare > self.width and used:
                self._add(line_start, match.start())
                line_start, used = match.start(), 0
            if bare > self.width:
                for piece in chop_cells(word.rstrip(), self.width)[:-1]:
                    self._add(line_start, line_start + len(piece))
                    line_start += len(piece)
                tail = self.text[line_start : match.end()]
                size = len(tail) if self._narrow else cell_len(tail)
            used += size
        self._add(line_start, end)

    def _add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
