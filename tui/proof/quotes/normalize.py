"""Folding of typography, so that a quote is found however it was typed, with the way back.

Folded are: canonical composition (NFC), every kind of space and line break (a run becomes one
space), curly and angle quotes, dashes and the minus sign, the ellipsis, and the ligatures. Soft
hyphens and zero-width characters are dropped. Case, accents and digits stay: a quote that differs
in one of them is another quote.

The way back to the code points of the original is a short list of the places where a length
changed, built only when it is first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import category, combining, is_normalized, normalize

BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs that end a line."""
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
_SPACES += "\u2008\u2009\u200a\u2028\u2029\u205f\u3000\u202f\u00a0"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u2039\u203a\u00b4`\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"

_SAME_LENGTH: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
}
_COMMON = "\n\xa0\u202f\u2019\u2018\xab\xbb\u201c\u201d\u2013\u2014\t\r"
"""Replaced one by one: this is ten times faster than `str.translate` on text beyond ASCII."""

_OTHER_LENGTH: dict[str, str] = {
    "\u0153": "oe",
    "\u0152": "OE",
    "\xe6": "ae",
    "\xc6": "AE",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2026": "...",
    "\u2025": "..",
}
INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_TO_FOLD = re.compile(
    "[ "
    + "".join(re.escape(sign) for sign in _SAME_LENGTH)
    + INVISIBLE
    + "]{2,}|["
    + "".join(re.escape(sign) for sign in (*_SAME_LENGTH, *_OTHER_LENGTH))
    + INVISIBLE
    + "]"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_RARE = re.compile("[^\x20-_a-~\xa1-\xac\xae-\xb3\xb5-\xff\u0152\u0153\u0178\u20ac\u2122\u2026]")
"""A cheap look for what the common replacements leave to the full folding."""

_COMMON_LONGER = "\u0153\u0152\xe6\xc6\u2026"
_HYPHEN = re.compile(r"-(?<=[^\W\d_]-) ?(?=[^\W\d_])")
_RUN = re.compile("  +")

_STARTERS_THAT_JOIN = re.compile("[\u1161-\u1175\u11a8-\u11c2\U00016d67]")
"""Starters outside the mark categories that compose with what precedes them."""

Change = tuple[int, int, int, int]
Changes = list[Change]
"""Folded start and end, original start and end, of a stretch whose length changed."""


class Folded:
    """A folded text that knows where each stretch of it came from.

    Attributes:
        text: The folded text.
    """

    __slots__ = ("_changes", "_composed", "_original", "_plain", "text")

    def __init__(self, original: str, composed: str | None) -> None:
        """Fold a text.

        Args:
            original: The text as read.
            composed: The original in NFC where that is another text, else `None`.
        """
        self.text, self._plain = _fold_composed(original if composed is None else composed)
        self._original = original
        self._composed = composed
        self._changes: tuple[tuple[list[int], list[Change]], ...] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a range of the folded text to the code points that it came from.

        A range that cuts through the folding of one character covers that whole character.

        Args:
            start: First folded code point, in `0..len(text)`.
            end: One past the last, in `start..len(text)`.

        Returns:
            The range in the original.
        """
        if self.text is self._original or self.text == self._original:
            return start, end
        if self._changes is None:
            steps = [_folding_changes(self._composed or self._original, self._plain)]
            if self._composed is not None:
                steps.append(composing_changes(self._original))
            self._changes = tuple(([change[0] for change in step], step) for step in steps)
        for starts, changes in self._changes:
            start, end = step_back(starts, changes, start, end)
        return start, end


def fold(text: str) -> Folded:
    """Fold the typography of a text; see the module for what is folded."""
    if text.isascii() or is_normalized("NFC", text):
        return Folded(text, None)
    return Folded(text, normalize("NFC", text))


def fold_word(text: str) -> str:
    """Fold a text for search: as `fold`, and without case and accents."""
    folded = fold(text).text
    if folded.isascii():
        return folded.lower()
    bare = normalize("NFKD", folded.casefold())
    return "".join(sign for sign in bare if not combining(sign)).casefold()


class Unhyphenated:
    """A folded text without the hyphens inside words, as a line break or a house style sets them.

    Hyphens at digits stay: they are signs or ranges.

    Attributes:
        text: The text without them.
    """

    __slots__ = ("_changes", "_starts", "text")

    def __init__(self, folded: str) -> None:
        """Take the hyphens out of a folded text."""
        self.text = _HYPHEN.sub("", folded)
        self._changes: list[Change] = [
            (match.start() - gone, match.start() - gone, match.start(), match.end())
            for match, gone in _with_lengths_before(folded)
        ]
        self._starts = [change[0] for change in self._changes]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a range back to the folded text."""
        return step_back(self._starts, self._changes, start, end)


def _with_lengths_before(folded: str) -> list[tuple[re.Match[str], int]]:
    found = []
    gone = 0
    for match in _HYPHEN.finditer(folded):
        found.append((match, gone))
        gone += match.end() - match.start()
    return found


def _fold_composed(text: str) -> tuple[str, bool]:
    """Fold a text in NFC, and say whether it held common signs only."""
    for sign in _COMMON:
        if sign in text:
            text = text.replace(sign, _SAME_LENGTH[sign])
    if _RARE.search(text) is not None:
        return _TO_FOLD.sub(_folded_stretch, text), False
    if not text.isascii():
        for sign in _COMMON_LONGER:
            if sign in text:
                text = text.replace(sign, _OTHER_LENGTH[sign])
    return _RUN.sub(" ", text) if "  " in text else text, True


def _folded_stretch(match: re.Match[str]) -> str:
    """Fold what `_TO_FOLD` found: a run loses its unseen signs first, so spaces meet."""
    stretch = match[0]
    if stretch.isspace():
        return " "
    if len(stretch) > 1:
        stretch = _UNSEEN.sub("", stretch)
        stretch = "".join(_SAME_LENGTH.get(sign, sign) for sign in stretch)
        return re.sub("  +", " ", stretch)
    return _SAME_LENGTH.get(stretch) or _OTHER_LENGTH.get(stretch, "")


def _folding_changes(text: str, plain: bool) -> list[Change]:
    for sign in _COMMON:
        text = text.replace(sign, _SAME_LENGTH[sign])
    changes: list[Change] = []
    shift = 0
    for start, old, new in _common_stretches(text) if plain else _stretches(text):
        if len(new) != len(old):
            changes.extend(_changes_within(old, new, start, start + shift))
            shift += len(new) - len(old)
    return changes


def _stretches(text: str) -> list[tuple[int, str, str]]:
    """List what folds to something else: where, from, to."""
    found = _TO_FOLD.finditer(text)
    return [(match.start(), match[0], _folded_stretch(match)) for match in found]


def _common_stretches(text: str) -> list[tuple[int, str, str]]:
    """List the same for a text of common signs, by searches that skip most of it."""
    found: list[tuple[int, str, str]] = []
    for sign in _COMMON_LONGER:
        at = text.find(sign)
        while at >= 0:
            found.append((at, sign, _OTHER_LENGTH[sign]))
            at = text.find(sign, at + 1)
    at = text.find("  ")
    while at >= 0:
        end = at + 2
        while text[end : end + 1] == " ":
            end += 1
        found.append((at, text[at:end], " "))
        at = text.find("  ", end)
    found.sort()
    return found


def _changes_within(old: str, new: str, start: int, folded_start: int) -> list[Change]:
    """Say for each sign of a folded run what it came from, so that no quote takes in a space."""
    if len(new) <= 1 or len(old) == 1:
        return [(folded_start, folded_start + len(new), start, start + len(old))]
    changes: list[Change] = []
    at = 0
    for position, sign in enumerate(new):
        begin = at
        while at < len(old) and _SAME_LENGTH.get(old[at], old[at]) != sign:
            at += 1
        if at > begin:
            changes.append((folded_start + position,) * 2 + (start + begin, start + at))
        begin = at
        at += 1
        if sign == " ":
            while at < len(old) and (_SAME_LENGTH.get(old[at], old[at]) == " " or _unseen(old[at])):
                at += 1
        folded = folded_start + position
        changes.append((folded, folded + 1, start + begin, start + at))
    if at < len(old):
        folded = folded_start + len(new)
        changes.append((folded, folded, start + at, start + len(old)))
    return changes


def _unseen(sign: str) -> bool:
    return _UNSEEN.match(sign) is not None


def composing_changes(text: str) -> Changes:
    """List the clusters of a text that NFC changes."""
    changes: list[Change] = []
    shift = start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not _begins_cluster(text[end]):
            continue
        cluster = text[start:end]
        composed = cluster if cluster.isascii() else normalize("NFC", cluster)
        if composed != cluster:
            changes.append((start + shift, start + shift + len(composed), start, end))
            shift += len(composed) - len(cluster)
        start = end
    return changes


def _begins_cluster(sign: str) -> bool:
    if sign.isascii():
        return True
    return (
        combining(sign) == 0
        and not category(sign).startswith("M")
        and _STARTERS_THAT_JOIN.match(sign) is None
    )


def step_back(starts: list[int], changes: Changes, start: int, end: int) -> tuple[int, int]:
    """Map a range back over some changes, of which `starts` are the first numbers."""
    at = bisect_right(starts, start) - 1
    first = start
    if at >= 0:
        _, folded_end, begin, original_end = changes[at]
        first = begin if start < folded_end else original_end + (start - folded_end)
    if end <= start:
        return first, first
    at = bisect_right(starts, end - 1) - 1
    last = end
    if at >= 0:
        _, folded_end, _, original_end = changes[at]
        last = original_end if end - 1 < folded_end else original_end + (end - folded_end)
    return first, last
