"""Text prepared for many searches, and the places worth trying a pattern at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures.number_reading import number_words

if TYPE_CHECKING:
    from collections.abc import Iterable


def lowered(text: str) -> str:
    """The text in lower case, place by place: matching is three times as fast as ignoring case."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one if len(one := sign.lower()) == 1 else sign for sign in text)


_LETTERS = bytes(byte if chr(byte).isalpha() else 0x20 for byte in range(256))


def words_in(low: str) -> frozenset[str]:
    """The words of a text in lower case, those apart that have letters beyond Latin-1."""
    letters = low.encode("latin-1", "replace").translate(_LETTERS)
    return frozenset(letters.decode("latin-1").split())


def known_places(low: str, words: Iterable[str], known: frozenset[str]) -> list[tuple[int, int]]:
    """Where words stand in a text of which it is known what words it has; see `places`."""
    return places(low, [word for word in words if known.issuperset(word.rstrip(".").split())])


def places(text: str, words: Iterable[str], *, whole: bool = True) -> list[tuple[int, int]]:
    """Where words stand in a text; searching for plain words is far quicker than a pattern.

    Args:
        text: The text, in lower case.
        words: What to look for, in lower case.
        whole: Whether a letter before or after makes it another word.

    Returns:
        Starts and ends by place; they may overlap.
    """
    found = []
    for word in words:
        size = len(word)
        at = text.find(word)
        while at >= 0:
            end = at + size
            if not (whole and (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha())):
                found.append((at, end))
            at = text.find(word, end)
    found.sort()
    return found


def windows(found: Iterable[tuple[int, int]], before: int, after: int) -> list[tuple[int, int]]:
    """Stretches around places, widened to either side and joined where they touch."""
    joined: list[tuple[int, int]] = []
    for place, end in found:
        start = max(0, place - before)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end + after))
        else:
            joined.append((start, end + after))
    return joined


_SCALE_SITES = ("illi", "crore", "lakh")


def word_windows(low: str, known: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Stretches in which a number in words may lie; "un" and "a" are one only before a scale."""
    sites = known_places(low, number_words(language), known)
    sites += places(low, _SCALE_SITES, whole=False)
    return windows(sorted(sites), 28, 44)
