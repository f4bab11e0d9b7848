"""How wide texts are in a terminal, and cutting them to a width without tearing a character."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def shares(sizes: Sequence[float], room: float) -> list[float]:
    """How much each of several sizes gets of a room: all of it, or else the same as the others.

    The largest give way first, so none is cut below what another one keeps.
    """
    got, left = list(sizes), room
    order = sorted(range(len(got)), key=lambda at: got[at])
    for done, at in enumerate(order):
        got[at] = min(got[at], max(0, left / (len(order) - done)))
        left -= got[at]
    return got


def cut_parts(parts: Sequence[str], between: str, width: int) -> str:
    """Several texts on at most `width` cells, each with its beginning in sight."""
    room = width - cells(between) * (len(parts) - 1)
    got = shares([cells(part) for part in parts], room)
    return cut(
        between.join(cut(part, int(own)) for part, own in zip(parts, got, strict=True)), width
    )
