"""What is selected with the mouse in lines as they are drawn: places, words, sentences, text.

Places are a line and a cell. A character of two cells is selected whole, and the text that comes of
a selection has no blanks at the ends of its lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, get_character_cell_size

from tui.widgets.text_selection import TextSelection, sentence_around

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPH = 40
"""Lines above and below within which the sentence around a place is looked for."""


class DrawnPlace(NamedTuple):
    """A cell of a drawn line."""

    line: int
    cell: int


class DrawnSelection(NamedTuple):
    """From one place to another, in either direction; the later one is not part of it."""

    fixed: DrawnPlace
    moving: DrawnPlace

    @property
    def lines(self) -> range:
        """The lines that it touches."""
        first, last = sorted((self.fixed, self.moving))
        return range(first.line, last.line + 1)

    def cells(self, line: int, width: int) -> tuple[int, int]:
        """First and one past the last cell of a line; equal where nothing of it is selected."""
        first, last = sorted((self.fixed, self.moving))
        if not first.line <= line <= last.line:
            return 0, 0
        start = first.cell if line == first.line else 0
        return start, last.cell if line == last.line else width

    def text(self, line_text: Callable[[int], str]) -> str:
        """The selected text, lines without the blanks at their ends."""
        parts = []
        for line in self.lines:
            text = line_text(line)
            start, end = self.cells(line, cell_len(text))
            parts.append(text[char_at(text, start) : char_at(text, end)].rstrip())
        return "\n".join(parts)


def char_at(text: str, cell: int) -> int:
    """The character of a text that lies on a cell; one past the last where none does."""
    at = 0
    for index, char in enumerate(text):
        at += get_character_cell_size(char)
        if at > cell:
            return index
    return len(text)


def word_at(place: DrawnPlace, line_text: Callable[[int], str]) -> DrawnSelection:
    """The word at a place, as far as its line has it."""
    text = line_text(place.line)
    at = char_at(text, place.cell)
    start, end = TextSelection.at(text, at).span
    if at >= len(text) or text[at].isspace() or start > at:
        return DrawnSelection(place, place)
    return _on_one_line(place.line, text, start, end)


def sentence_at(place: DrawnPlace, line_text: Callable[[int], str], count: int) -> DrawnSelection:
    """The sentence at a place, over the lines that it was broken into; a blank line ends it.

    Args:
        place: The place.
        line_text: The text of a line.
        count: How many lines there are.
    """
    first = last = place.line
    while first > max(0, place.line - _PARAGRAPH) and line_text(first - 1).strip():
        first -= 1
    while last < min(count, place.line + _PARAGRAPH) - 1 and line_text(last + 1).strip():
        last += 1
    texts = [line_text(line) for line in range(first, last + 1)]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    at = starts[place.line - first] + char_at(texts[place.line - first], place.cell)
    start, end = sentence_around(" ".join(texts), at, at)
    return DrawnSelection(*(_place(first, texts, starts, offset) for offset in (start, end)))


def _place(first: int, texts: list[str], starts: list[int], offset: int) -> DrawnPlace:
    """Where a character of joined lines is drawn."""
    line = max(at for at, start in enumerate(starts[:-1]) if start <= offset)
    return DrawnPlace(first + line, cell_len(texts[line][: offset - starts[line]]))


def _on_one_line(line: int, text: str, start: int, end: int) -> DrawnSelection:
    return DrawnSelection(
        DrawnPlace(line, cell_len(text[:start])), DrawnPlace(line, cell_len(text[:end]))
    )
