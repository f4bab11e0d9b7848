"""The sentences of a text, by place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.clauses.function_words import SPLIT_ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*|\n(?=[ \t\u00a0]{2,}\S|\t)|\f|\u2029")
_END = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s)")
_OPENS = re.compile(r"\s+[\"“«‘'(\[—–-]*\s*[^\W\d_a-zà-öø-ÿœ]|\s+[\"“«‘'(\[—–-]*\s*[\d€$£¥]")
_LAST_WORD = re.compile(r"[^\s(«“\"]*\Z")
_INITIALS = re.compile(r"(?:\w\.)+")
_LONGEST_WORD = 40
"""Code points before a full stop in which the word begins that it ends."""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines or before an indent; a single line break is a space."""
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch; a full stop of an abbreviation or an initial ends none."""
    end = len(text) if end is None else end
    first = start
    for match in _END.finditer(text, start, end):
        if not _OPENS.match(text, match.end()) or match.end() >= end:
            continue
        if match[0] == "." and _is_abbreviated(text, first, match.start()):
            continue
        yield first, match.end()
        first = match.end()
    if text[first:end].strip():
        yield first, end


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the last word of a stretch is an abbreviation or an initial before a full stop."""
    word = _LAST_WORD.search(text, max(start, end - _LONGEST_WORD), end)
    last = f"{word[0] if word else ''}.".lower()
    return last in SPLIT_ABBREVIATIONS or _INITIALS.fullmatch(last) is not None


def sentences_around(
    text: str, start: int, end: int
) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """The sentence that holds a stretch (or all that it touches), after the one before it.

    Returns:
        The sentences before, nearest last (at most two), and the stretch of the sentence itself.
    """
    before: list[tuple[int, int]] = []
    held: tuple[int, int] | None = None
    for first, last in paragraphs(text):
        if first >= end:
            break
        for a, b in sentences(text, first, last):
            if a >= end:
                break
            if b <= start:
                before = [*before[-1:], (a, b)]
            else:
                held = (held[0] if held else a, b)
    return before, held or (start, end)
