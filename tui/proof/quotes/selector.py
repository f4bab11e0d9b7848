"""The shortest selector that finds a passage again: its words, and what must stand beside them."""

from __future__ import annotations

import re

from tui.proof.quotes.locate import Locator
from tui.proof.quotes.normalize import fold
from tui.proof.quotes.token_boundaries import cuts_token

_WORD_BEFORE = re.compile(r"\S+\s*\Z")
_WORD_AFTER = re.compile(r"\s*\S+")
_LINE_BREAK = re.compile(r"[ \t]*[\r\n]\s*")
_STEP_LIMIT = 80
"""Most words of context on one side; beyond, a passage is a copy of another."""


def unique_selector(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Make the selector of a passage, for `Locator.locate`.

    Args:
        text: The article as read.
        start: First code point of the passage.
        end: One past the last; spaces at both ends are left out.

    Returns:
        Quote, prefix and suffix as printed, a line break as a space. Prefix and suffix are empty
        where the quote is unique, else the fewest whole words that make it so.
    """
    quote, prefix, suffix = (_LINE_BREAK.sub(" ", words) for words in _as_printed(text, start, end))
    return quote, prefix, suffix


def _as_printed(text: str, start: int, end: int) -> tuple[str, str, str]:
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    end = start + len(quote)
    wanted = fold(quote).text.strip()
    locator = Locator(text)
    folded = locator.folded.text
    hits = locator.hits(wanted)
    here = _hit_at(locator, hits, len(wanted), start, end)
    if here is None or len(hits) == 1:
        return quote, "", ""
    befores, afters = _contexts(text[:start], text[end:])
    rivals = [at for at in hits if at != here]
    for words in range(1, len(befores) + len(afters) + 1):
        for left in _splits(words, len(befores) - 1, len(afters) - 1):
            prefix, suffix = befores[left], afters[words - left]
            if not any(
                _stands_between(folded, at, at + len(wanted), prefix, suffix) for at in rivals
            ):
                return quote, prefix, suffix
    return quote, befores[-1], afters[-1]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a range of an article begins and ends at token edges, not at spaces."""
    piece = text[start:end]
    if not piece or piece != piece.strip():
        return False
    head, body, whole = fold(text[:start]).text, fold(piece).text, fold(text).text
    begin = len(head)
    if not whole.startswith(body, begin):
        return False
    return not cuts_token(whole, begin) and not cuts_token(whole, begin + len(body))


def _hit_at(locator: Locator, hits: list[int], length: int, start: int, end: int) -> int | None:
    for at in hits:
        if locator.folded.origin(at, at + length) == (start, end):
            return at
    return None


def _contexts(before: str, after: str) -> tuple[list[str], list[str]]:
    """List prefixes and suffixes of zero, one, two … words, as printed."""
    befores, afters = [""], [""]
    at = len(before)
    while len(befores) <= _STEP_LIMIT:
        match = _WORD_BEFORE.search(before, max(0, at - 400), at)
        if match is None:
            break
        at = match.start()
        befores.append(before[at:].strip())
    at = 0
    while len(afters) <= _STEP_LIMIT:
        following = _WORD_AFTER.match(after, at)
        if following is None:
            break
        at = following.end()
        afters.append(after[:at].strip())
    return befores, afters


def _splits(words: int, most_before: int, most_after: int) -> list[int]:
    """Share a number of words between both sides: all before first, then all after, then mixed."""
    shares = [words, 0, *range(words - 1, 0, -1)]
    return [left for left in shares if left <= most_before and words - left <= most_after]


def _stands_between(folded: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    before, after = fold(prefix).text.strip(), fold(suffix).text.strip()
    if before and not folded.endswith(before, 0, start - (folded[start - 1 : start] == " ")):
        return False
    return not after or folded.startswith(after, end + (folded[end : end + 1] == " "))
