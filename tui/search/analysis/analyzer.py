"""The analyzer: case folding and tokenizing, which make `L’Été`, `l'ete` and `L'ÉTÉ` the same.

Each character is folded by itself, so that offsets in the folded text lead back to the original:
first case folding, then compatibility decomposition (no-break spaces, ligatures, full-width
letters), then the combining marks are dropped. Apostrophes and hyphens end a word.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import TYPE_CHECKING

from tui.search.analysis.figure_terms import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNDECOMPOSED = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
            "þ": "th", "ŧ": "t"}  # fmt: skip
"""Letters that Unicode does not decompose, though readers type them without the mark."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that folds characters on first use.

    Attributes:
        uneven: The characters used so far whose folded form is not one character.
    """

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
    """One character folded: any number of characters, none of them a combining mark."""
    if char.isspace():
        return "\n" if char in "\n\r\u2028\u2029" else " "
    # Decomposing first lets full-width capitals be folded; folding can compose anew, hence twice.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    base = (part for part in decomposed if not unicodedata.combining(part))
    return "".join(_UNDECOMPOSED.get(part, part) for part in base)


_TABLE = _FoldTable()
_DIGIT_SPACE = "[ \u00a0\u2009\u202f]"
WORD = re.compile(
    rf"[^\W\d_][^\W_]*|\d{{1,3}}(?:{_DIGIT_SPACE}\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
"""A word, or a figure with its groups and decimals."""
_GROUPED_FIGURE = re.compile(r"\d\s\d{3}(?!\d)")


def fold(text: str) -> str:
    """The text without case, diacritics and typographic variants."""
    return text.translate(_TABLE)


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the offset in the original.

    The offsets have one more entry, the length of the original.
    """
    folded = text.translate(_TABLE)
    # Most texts keep their length, and need no table of offsets.
    if not any(char in text for char in tuple(_TABLE.uneven)):
        return folded, range(len(text) + 1)
    offsets = array("I")
    copied = 0
    for match in re.finditer("[" + re.escape("".join(_TABLE.uneven)) + "]", text):
        offset = match.start()
        offsets.extend(range(copied, offset))
        offsets.extend([offset] * len(_TABLE[ord(match[0])]))
        copied = offset + 1
    offsets.extend(range(copied, len(text)))
    offsets.append(len(text))
    return folded, offsets


def chunks(text: str) -> list[str]:
    """Split a text into pieces that can be tokenized one by one.

    Most pieces recur again and again, so that their words can be cached.
    """
    # `2 750` is one figure; nothing else that is a word contains a space.
    return [text] if _GROUPED_FIGURE.search(text) else text.split()


def words(text: str, language: str = "") -> list[str]:
    """The words of a text in order, figures in their canonical form.

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
