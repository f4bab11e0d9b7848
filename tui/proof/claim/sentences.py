"""The paragraphs and sentences of an article, over the text as it is read for figures.

A paragraph ends at a blank line or before an indented one; a single line break within it is a
space, and a sign that is not seen is nothing. So a text reads the same however its lines are
broken.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from tui.proof.quotes.markup import has_markup, padded
from tui.proof.quotes.normalize import INVISIBLE

_NEW_LINE = r"(?:\r\n|\r(?!\n)|\n|\u2028)"
_PARAGRAPH_END = re.compile(
    rf"{_NEW_LINE}[ \t\u00a0]*{_NEW_LINE}|\u2029"  # a blank line
    rf"|{_NEW_LINE}(?=[ \t\u00a0\u3000]{{2,}}\S|\t\S|[-*\u2022\u25aa\u25cf] )"  # an indent, a list
)
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
_BREAK = re.compile(r"[\r\n\t\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(rf"[{INVISIBLE}]+|(?<=\s)\s+")
_FARTHEST = 6000
"""Code points to either side in which the edges of a paragraph are looked for; a longer one is cut
there, which is far from any quote."""
_UNWRAPPED = 120
"""A line longer than this shows that lines are whole paragraphs, so that a break may end one."""

_END = re.compile(r"[.!?\u2026]+[\"'\u00bb\u201d\u2019)\]]*(?=\s|$)")
_OPENING = re.compile(
    r"\s+(?:[\"'\u00ab\u201c\u2018(\[\u2014\u2013-]\s?)*(?=[^\W\d_a-z\u00df-\u00ff]|[0-9$\u20ac\u00a3])"
)
_ABBREVIATED = re.compile(
    r"(?<![^\W_])(?:[A-Z]|[Mm]rs?|[Mm]s|MM|Me|[Dd]r|Pr|Prof|Ste?|Inc|Corp|Ltd|Co|[Nn]o|[Vv]s|[Cc]f"
    r"|[Ee]nv|[Aa]pprox|Sen|Rep|Gov|Gen|Col|Lt|Jr|Sr|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec|[Jj]anv|[Ff]\u00e9vr|[Aa]vr|[Jj]uil|[Ss]ept|[Oo]ct|[Nn]ov|[Dd]\u00e9c|U\.[SKN]|E\.U|A\.G"
    r"|S\.A|N\.V|Mt|Ft|Fr|Rs|p\.ex|i\.e|e\.g|[ap]\.m)\.$"
)


class Reading(NamedTuple):
    """A paragraph as it is read: each break one space, and nothing unseen.

    Attributes:
        text: What is read.
        origin: Where the paragraph begins in the article.
        dropped: The places in the paragraph, in order, of the signs that `text` lacks.
    """

    text: str
    origin: int
    dropped: list[int]

    def place(self, at: int) -> int:
        """Where a code point of the article stands in `text`."""
        at -= self.origin
        return max(0, min(len(self.text), at - bisect_left(self.dropped, at)))


def paragraph_around(article: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph, or paragraphs, in which a stretch of an article lies."""
    # A paragraph that is too long is cut at set places, so that its quotes share its pieces.
    begin = max(0, (start // _FARTHEST - 1) * _FARTHEST)
    farthest = min(len(article), (end // _FARTHEST + 2) * _FARTHEST)
    # The last empty line is found at once; only what follows it is looked at sign by sign.
    empty = article.rfind("\n\n", begin, start)
    begin = max(begin, empty + 2 if empty >= 0 else 0)
    while (found := _paragraph_end(article, begin, start)) is not None:
        begin = found.end()
    stop = _paragraph_end(article, end, farthest)
    return begin, stop.start() if stop else farthest


def _paragraph_end(article: str, start: int, end: int) -> re.Match[str] | None:
    """The first end of a paragraph in a stretch, tried for only where a line ends."""
    at = start
    while (line := _LINE_END.search(article, at, end)) is not None:
        found = _PARAGRAPH_END.match(article, line.start(), end)
        if found is not None:
            return found
        at = line.end()
    return None


def crosses_paragraphs(article: str, start: int, end: int) -> bool:
    """Whether a paragraph ends within a stretch of an article."""
    return _paragraph_end(article, start, end) is not None


def read_stretch(article: str, begin: int, stop: int) -> Reading:
    """A stretch of an article as it is read."""
    text = _BREAK.sub(" ", article[begin:stop])
    if has_markup(text):
        text = padded(text, "\u200b")
    dropped: list[int] = []
    kept: list[str] = []
    at = 0
    for match in _DROPPED.finditer(text):
        dropped += range(match.start(), match.end())
        kept.append(text[at : match.start()])
        at = match.end()
    return Reading("".join([*kept, text[at:]]) if kept else text, begin, dropped)


def sentences_of(article: str, reading: Reading) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end in its text.

    Where an article has a line too long to have been broken by a machine, its breaks part headlines
    and captions, which need no full stop.
    """
    text = reading.text
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match)]
    ends = sorted({*ends, *_headline_ends(article, reading)})
    spans: list[tuple[int, int]] = []
    begin = 0
    for end in (*ends, len(text)):
        stretch = text[begin:end]
        if stretch and not stretch.isspace():
            spans.append((begin + len(stretch) - len(stretch.lstrip()), end))
            begin = end
    return spans


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    if end == len(text):
        return True
    if _OPENING.match(text, end) is None:
        return False
    return match[0] != "." or _ABBREVIATED.search(text, max(0, end - 12), end) is None


def _headline_ends(article: str, reading: Reading) -> list[int]:
    begin = reading.origin
    stretch = article[begin : begin + len(reading.text) + len(reading.dropped)]
    lines = stretch.splitlines(keepends=True)
    if len(lines) < 2 or max(map(len, lines)) < _UNWRAPPED:
        return []
    ends, at = [], 0
    for line, following in itertools.pairwise(lines):
        at += len(line)
        opening = following.lstrip(" \t\"'\u00ab\u201c")[:1]
        if line.strip() and (opening.isupper() or opening == "("):
            ends.append(reading.place(begin + at))
    return ends


def sentence_at(spans: list[tuple[int, int]], at: int) -> int:
    """The number of the sentence in which a place lies."""
    return max(0, bisect_right(spans, (at, 1 << 60)) - 1)
