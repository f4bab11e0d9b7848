"""Folding and words: what makes `L’Été`, `l'ete` and `L'ÉTÉ` the same.

Every character is folded by itself, so that a place in the folded text leads back to the
original: case folding, compatibility forms (no-break spaces, ligatures, full-width letters),
then marks dropped. Apostrophes and hyphens end a word.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import TYPE_CHECKING

from tui.search.analysis.figure_terms import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
            "þ": "th", "ŧ": "t"}  # fmt: skip
"""Letters that Unicode does not decompose, though readers type them without the mark."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class _FoldTable(dict[int, str]):
    """Folds a character when it is first met; `uneven` collects those that change the length."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = "" if char in _INVISIBLE else _folded_char(char)
        if len(folded) != 1:
            self.uneven.add(char)
        self[code] = folded
        return folded


def _folded_char(char: str) -> str:
    if char.isspace():
        return "\n" if char in "\n\r\u2028\u2029" else " "
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = (part for part in decomposed if not unicodedata.combining(part))
    return "".join(_LETTERS.get(part, part) for part in kept)


_TABLE = _FoldTable()
_GAP = "[ \u00a0\u2009\u202f]"
WORD = re.compile(
    rf"[^\W\d_][^\W_]*|\d{{1,3}}(?:{_GAP}\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
"""A word, or a figure with its groups and decimals."""
_GROUPED = re.compile(r"\d\s\d{3}(?!\d)")


def fold(text: str) -> str:
    """The text without case, marks and typographic variants."""
    return text.translate(_TABLE)


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place in the original.

    The second part has one more entry, the length of the original.
    """
    folded = text.translate(_TABLE)
    if not any(char in text for char in tuple(_TABLE.uneven)):
        return folded, range(len(text) + 1)
    places = array("I")
    done = 0
    for match in re.finditer("[" + re.escape("".join(_TABLE.uneven)) + "]", text):
        at = match.start()
        places.extend(range(done, at))
        places.extend([at] * len(_TABLE[ord(match[0])]))
        done = at + 1
    places.extend(range(done, len(text)))
    places.append(len(text))
    return folded, places


def chunks(text: str) -> list[str]:
    """Pieces of a text of which the words can be read one by one.

    Most pieces occur again and again, so that their words can be remembered.
    """
    # `2 750` is one figure; nothing else that is a word has a space in it.
    return [text] if _GROUPED.search(text) else text.split()


def words(text: str, language: str = "") -> list[str]:
    """The words of a text in their order, figures in their canonical form.

    Args:
        text: Any text.
        language: ISO 639-1 code, which decides what a comma in a figure means.
    """
    folded = text.lower() if text.isascii() else fold(text)
    if folded.isalpha():
        return [folded]
    return [
        canonical(word, language) if word[0].isdigit() else word for word in WORD.findall(folded)
    ]
