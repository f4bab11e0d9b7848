"""Selecting text by whole words, lines and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_WORD = re.compile(r"[^\s«»“”\"()\[\]]+")
_LONGEST_WORD = 400
_TRAILING = ".,;:!?…"
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s)|\n")
_ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Dr|Mr|Mrs|St|Inc|Corp|Ltd|Co|vs|env|etc|cf|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A stretch of a text between two ends, of which `moving` is the one that moves.

    Attributes:
        text: The whole text.
        fixed: Code point of the end that stays.
        moving: Code point of the end that the motions move.
    """

    text: str
    fixed: int
    moving: int

    @classmethod
    def at(cls, text: str, offset: int) -> TextSelection:
        """The word at or after a code point."""
        for match in _WORD.finditer(text, _word_start(text, offset)):
            return cls(text, match.start(), _bare_end(match))
        return cls(text, offset, offset)

    @property
    def span(self) -> tuple[int, int]:
        """First and one past the last code point."""
        return min(self.fixed, self.moving), max(self.fixed, self.moving)

    def by_word(self, step: int) -> TextSelection:
        """Move the moving end over a word, forwards or back."""
        at_end = self.moving > self.fixed or (self.moving == self.fixed and step > 0)
        near = max(0, self.moving - _LONGEST_WORD)
        places = (
            _bare_end(match) if at_end else match.start()
            for match in _WORD.finditer(self.text, _word_start(self.text, near))
        )
        if step > 0:
            after = (place for place in places if place > self.moving)
            return replace(self, moving=next(after, len(self.text)))
        before = 0
        for place in places:
            if place >= self.moving:
                break
            before = place
        return replace(self, moving=before)

    def swapped(self) -> TextSelection:
        """Let the other end move."""
        return replace(self, fixed=self.moving, moving=self.fixed)

    def to(self, offset: int) -> TextSelection:
        """Bring the moving end to a code point, grown to whole words at both ends."""
        offset = max(0, min(offset, len(self.text)))
        back = offset < self.fixed
        start, end = _word_start(self.text, min(self.fixed, offset)), max(self.fixed, offset)
        last_word = _WORD.search(
            self.text, _word_start(self.text, end if back else max(start, end - 1))
        )
        if last_word is not None and last_word.start() <= end:
            end = max(end, _bare_end(last_word))
        return TextSelection(self.text, end if back else start, start if back else end)

    def sentence(self) -> TextSelection:
        """Grow to the whole sentence, or to the next one when that is selected already."""
        start, end = self.span
        first, last = sentence_around(self.text, start, end)
        if (first, last) == (start, end):
            more = sentence_around(self.text, start, min(len(self.text), end + 2))
            first, last = more
        return TextSelection(self.text, first, last)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold a stretch, without the spaces around them."""
    first = 0
    for match in _SENTENCE_END.finditer(text, 0, start):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            first = match.end()
    last = len(text)
    for match in _SENTENCE_END.finditer(text, max(start, end - 1)):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            last = match.end()
            break
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _word_start(text: str, offset: int) -> int:
    offset = max(0, min(offset, len(text)))
    while offset > 0 and _WORD.match(text, offset - 1) is not None:
        offset -= 1
    return offset


def _bare_end(match: re.Match[str]) -> int:
    """The end of a word without the punctuation that closes a sentence."""
    word = match[0].rstrip(_TRAILING)
    return match.start() + len(word or match[0])
