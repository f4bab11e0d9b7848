"""A sentence as words, in which each figure and each date is one word."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language.plain_words import plain_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention

Kind: TypeAlias = Literal["word", "number", "sign", "figure", "date"]

_TOKEN = re.compile(
    r"[^\W\d_]++(?!['\u2019])(?:-[^\W\d_]+)*"  # most words, at once
    r"|[^\W\d_]+n['\u2019]t(?![^\W_])"  # "didn't"
    r"|(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr)['\u2019]"  # "d'un"
    r"(?=[^\W_]|[$\u20ac\u00a3]|\Z)"
    r"|['\u2019](?:s|re|ve|ll|d|m)(?![^\W_])"  # "Kestrel's"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
    r"|\d[\d.,\u00a0\u202f]*\d|\d"
    r"|[^\w\s]",
    re.IGNORECASE,
)
FIGURE, DATE = "\u00a4", "\u2020"
"""What stands for a figure and for a date among plain words."""


class Word(NamedTuple):
    """One word of a sentence.

    Attributes:
        low: In lower case and without accents; `FIGURE` or `DATE` for one of these.
        start: First code point in the text that was read.
        end: One past the last.
        kind: What it is.
        mention: The figure or date that it stands for.
    """

    low: str
    start: int
    end: int
    kind: Kind
    mention: Mention | None = None


class Sentence:
    """A sentence of a text that was read.

    Attributes:
        source: The text.
        start: Where the sentence begins in it.
        end: Where it ends.
        words: Its words in order.
    """

    def __init__(
        self,
        source: str,
        start: int,
        end: int,
        mentions: Sequence[Mention] = (),
    ) -> None:
        """Read the words of a sentence.

        Args:
            source: The text.
            start: Where the sentence begins.
            end: Where it ends.
            mentions: The figures and dates of the text, by place.
        """
        self.source, self.start, self.end = source, start, end
        self.words = _words(source, start, end, mentions)

    @cached_property
    def low(self) -> list[str]:
        """The plain form of each word."""
        return [word.low for word in self.words]

    @cached_property
    def known(self) -> frozenset[str]:
        """Its plain words, to ask quickly whether one is there."""
        return frozenset(self.low)

    def printed(self, first: int, last: int) -> str:
        """The words from one to before another, or to the last one, as they are printed."""
        last = min(last, len(self.words))
        if first >= last:
            return ""
        return self.source[self.words[first].start : self.words[last - 1].end]

    def is_capital(self, at: int) -> bool:
        """Whether a word is printed with a capital."""
        return self.source[self.words[at].start].isupper()

    def number_at(self, place: int) -> int:
        """The number of the word at a place of the text, or of the next one."""
        for number, word in enumerate(self.words):
            if word.end > place:
                return number
        return len(self.words)

    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.source[self.start : self.end].rstrip(" \"'\u00bb\u201d\u2019)]").endswith("?")


def _words(source: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Word]:
    words: list[Word] = []
    at = start
    for mention in mentions:
        if mention.end <= start or mention.start >= end:
            continue
        words += _plain(source, at, mention.start)
        is_date = mention.kind == "date"
        kind: Kind = "date" if is_date else "figure"
        words.append(Word(DATE if is_date else FIGURE, mention.start, mention.end, kind, mention))
        at = max(at, mention.end)
    words += _plain(source, at, end)
    return words


def _plain(source: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _TOKEN.finditer(source, start, end):
        low, kind = _known(match[0])
        found.append(Word(low, match.start(), match.end(), kind))
    return found


@lru_cache(maxsize=16384)
def _known(text: str) -> tuple[str, Kind]:
    """A word in its plain form, and what it is."""
    low = plain_word(text)
    if low[0].isalpha():
        return low, "word"
    if low[0].isdigit():
        return low, "number"
    return low, "sign" if len(text) == 1 else "word"
