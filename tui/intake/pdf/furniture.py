"""What repeats on the pages of a document: running heads, feet, page numbers. And its notes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf.lines import PdfLine

_EDGE = 0.12
"""Share of a page's height at its top and bottom in which running heads and feet stand."""
_REPEATED = 0.3
"""Share of the pages on which a line repeats before it is one."""
_NEAR = 6.0
"""Points by which its height may change from page to page."""
_NUMBER = re.compile(
    r"^\W*(?:page|seite|p\.|página|pagina|s\.)?\s*\d{1,3}\s*(?:(?:/|of|sur|von|de|di)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^\W*[ivxl]{1,7}\W*$")
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(
    r"^\s*(?:\x0f?(?P<mark>\d{1,3}|[*†‡])\x0f?)(?:[.)]\s+|\s+|(?=[^\W\d_«“\"]))(?=\S)"
)
_FOOT = 0.5
"""Share of a page's height below which notes stand."""
_SMALLER = 0.93
"""Notes are set smaller than the text by at least this factor."""


def without_furniture(
    pages: Sequence[list[PdfLine]], heights: Sequence[tuple[float, float]]
) -> None:
    """Take running heads, feet and page numbers out of the lines of each page.

    Args:
        pages: The lines of each page; changed in place.
        heights: The lowest and the highest y of each page.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for lines, edge in zip(pages, heights, strict=True):
        seen.update({key for line in lines if (key := _key(line, edge))})
    needed = max(2, _REPEATED * len(pages))
    for lines, edge in zip(pages, heights, strict=True):
        kept = []
        for line in lines:
            key = _key(line, edge)
            repeats = (
                key is not None
                and max(seen[key], seen[key[0], key[1] - 1], seen[key[0], key[1] + 1]) >= needed
            )
            number = (
                key is not None
                and bool(_NUMBER.match(line.text) or _ROMAN.match(line.text))
                and _is_outermost(line, lines)
            )
            if not (repeats or number):
                kept.append(line)
        lines[:] = kept


def _key(line: PdfLine, edge: tuple[float, float]) -> tuple[str, int] | None:
    """What a line is recognized by on other pages; `None` for one in the middle of its page."""
    low, high = edge
    reach = _EDGE * (high - low)
    if line.y0 > low + reach and line.y1 < high - reach:
        return None
    words = _DIGITS.sub("#", " ".join(line.text.split())).casefold()
    return words, round(line.y0 / _NEAR)


def _is_outermost(line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Whether nothing but furniture stands above, or below, a line."""
    above = sum(1 for other in lines if other.y0 > line.y1)
    below = sum(1 for other in lines if other.y1 < line.y0)
    return above <= 1 or below <= 1


def notes_of(lines: list[PdfLine], size: float, edge: tuple[float, float]) -> list[tuple[str, str]]:
    """Take the notes at the foot of a page out of its lines: their marks and texts.

    Args:
        lines: The lines of one page in reading order; changed in place.
        size: The font size of the document's text.
        edge: The lowest and the highest y of the page.
    """
    low, high = edge
    notes: list[tuple[str, list[str]]] = []
    taken: set[int] = set()
    by_region: dict[int, list[PdfLine]] = {}
    for line in lines:
        by_region.setdefault(line.region, []).append(line)
    for region in by_region.values():
        foot: list[PdfLine] = []
        for line in reversed(region):
            if line.size > _SMALLER * size or line.row or line.y0 > low + _FOOT * (high - low):
                break
            foot.append(line)
        foot.reverse()
        while foot and not _NOTE.match(foot[0].text):
            foot.pop(0)
        if not foot or (len(foot) == len(region) and len(by_region) == 1):
            continue
        for line in foot:
            mark = _NOTE.match(line.text)
            if mark and (line.size <= _SMALLER * size):
                notes.append((mark["mark"], [line.text[mark.end() :]]))
            elif notes:
                notes[-1][1].append(line.text)
            taken.add(id(line))
    lines[:] = [line for line in lines if id(line) not in taken]
    return [(mark, " ".join(words)) for mark, words in notes]
