"""The width of texts in a terminal, and cutting them to a width without splitting a character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"


def cells(text: str) -> int:
    """The terminal cells that a text takes.

    Wide characters take two (Unicode Standard Annex 11).
    """
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def cut(text: str, width: int) -> str:
    """A text cut to at most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    chars, used = [], 0
    for character in text:
        used += _cells(character)
        if used > width - 1:
            break
        chars.append(character)
    return ("".join(chars).rstrip() + ELLIPSIS)[: max(0, width)]


def fill(text: str, width: int, *, right: bool = False) -> str:
    """A text cut or padded to exactly `width` cells, aligned to the left or to the right."""
    text = cut(text, width)
    padding = " " * (width - cells(text))
    return padding + text if right else text + padding


def shares(sizes: Sequence[float], room: float) -> list[float]:
    """Share a room among several sizes: max-min fairness, also known as water-filling.

    A size that is smaller than an equal share of what is left gets all it needs, the others share
    the rest equally; so nobody is cut below what another one keeps. Served from the smallest on, in
    O(n log n).
    """
    allotted, remaining = list(sizes), room
    order = sorted(range(len(allotted)), key=lambda index: allotted[index])
    for served, index in enumerate(order):
        allotted[index] = min(allotted[index], max(0, remaining / (len(order) - served)))
        remaining -= allotted[index]
    return allotted


def cut_parts(parts: Sequence[str], between: str, width: int) -> str:
    """Several texts on at most `width` cells, each cut so that its beginning stays visible."""
    room = width - cells(between) * (len(parts) - 1)
    widths = shares([cells(part) for part in parts], room)
    return cut(
        between.join(
            cut(part, int(part_width)) for part, part_width in zip(parts, widths, strict=True)
        ),
        width,
    )
