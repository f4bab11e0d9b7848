"""Plain text in columns: widths in terminal cells, cut and filled without tearing a character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ELLIPSIS = "…"


def cells(text: str) -> int:
    """How many terminal cells a text takes (Unicode Standard Annex 11: wide ones take two)."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cut(text: str, width: int) -> str:
    """At most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += _cells(character)
        if used > width - 1:
            break
        kept.append(character)
    return ("".join(kept).rstrip() + ELLIPSIS)[: max(0, width)]


def fill(text: str, width: int, *, right: bool = False) -> str:
    """Exactly `width` cells, on the left or on the right."""
    text = cut(text, width)
    space = " " * (width - cells(text))
    return space + text if right else text + space


def fold(text: str, width: int, indent: str = "") -> list[str]:
    """The words in lines of at most `width` cells; longer words stand alone, uncut.

    The first line keeps the spaces that the text starts with, the others get `indent`.
    """
    lines: list[str] = []
    line = ""
    start = text[: len(text) - len(text.lstrip(" "))]
    # Only plain spaces part words: narrow ones hold the digits of a figure together.
    for word in filter(None, text.split(" ")):
        longer = f"{line} {word}" if line else start + word
        if line and cells(longer) > width:
            lines.append(line)
            line = indent + word
        else:
            line = longer
    return [*lines, line] if line else lines


def table(rows: Sequence[Sequence[str]], width: int, *, left: int = 1, gap: int = 2) -> list[str]:
    """Rows as lines: the first `left` columns on the left, the others on the right.

    Columns are as wide as they need; the first gives way where the lines get too long. Spaces
    at the ends of lines are left out.
    """
    count = max(map(len, rows), default=0)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(cells(row[at]) for row in full) for at in range(count)]
    spare = width - sum(widths) - gap * (count - 1)
    if count and spare < 0:
        widths[0] = max(8, widths[0] + spare)
    return [
        (" " * gap)
        .join(fill(text, widths[at], right=at >= left) for at, text in enumerate(row))
        .rstrip()
        for row in full
    ]


def table_width(rows: Iterable[Sequence[str]], gap: int = 2) -> int:
    """The cells that the columns after the first need, gaps included."""
    widths: list[int] = []
    for row in rows:
        for at, text in enumerate(row[1:]):
            if at == len(widths):
                widths.append(0)
            widths[at] = max(widths[at], cells(text))
    return sum(widths) + gap * len(widths)
