"""The reading order of a page: columns one after the other, what spans them in between.

The gutter between two columns is looked for as a vertical line that the text on either side of it
leaves free over the greatest height. Lines that cross it (a headline, a full-width paragraph)
part the page into zones; within a zone the left side is read before the right, and each side is
looked at again for columns of its own. Cost: candidates times fragments, each a few operations on
an integer of one bit a point of height: some 10 ms for a full page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf.fragments import Fragment

_MARGIN = 0.12
"""Share of the width at either side in which no gutter is looked for."""
_LEAST_LINES = 4
"""Lines that stand side by side before they are columns."""
_WORDS = 3.0
"""Mean words a line of a text column; the cells of a table have fewer."""
_LETTERS = 14.0
"""Mean letters, where words are not parted by spaces."""
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_DEEPEST = 4
"""Columns within columns; newspapers have five columns, found by two halvings and one."""
_CLEAR = 0.75
"""Font sizes that a gutter is wide over its whole height; rivers in loose lines are narrower."""
_LEADING = 0.7
"""How far a line is stretched up and down, in heights, so that those of a column touch."""


def in_reading_order(fragments: Sequence[Fragment], depth: int = 0) -> list[list[Fragment]]:
    """The regions of a page in the order in which they are read, each one column of text."""
    if len(fragments) < 2 * _LEAST_LINES or depth > _DEEPEST:
        return [list(fragments)] if fragments else []
    gutter = _gutter(fragments)
    if gutter is None:
        return [list(fragments)]
    spanning = [one for one in fragments if one.x0 < gutter < one.x1]
    sides = [one for one in fragments if not one.x0 < gutter < one.x1]
    regions: list[list[Fragment]] = []
    flow: list[Fragment] = []
    for zone, crossing in _zones(spanning, sides):
        left = [one for one in zone if one.x1 <= gutter]
        right = [one for one in zone if one.x0 >= gutter]
        if crossing or not (left and right and _are_columns(left, right)):
            flow += zone
            continue
        if flow:
            regions.append(flow)
            flow = []
        regions += in_reading_order(left, depth + 1)
        regions += in_reading_order(right, depth + 1)
    if flow:
        regions.append(flow)
    return regions


def _gutter(fragments: Sequence[Fragment]) -> float | None:
    """The x of the best gutter; `None` where the page has one column."""
    x0, x1 = min(one.x0 for one in fragments), max(one.x1 for one in fragments)
    bottom = min(one.y0 for one in fragments)
    width = x1 - x0
    low, high = x0 + _MARGIN * width, x1 - _MARGIN * width
    rows = [(one, _rows(one, bottom, _LEADING), _rows(one, bottom, 0.0)) for one in fragments]
    size = sorted(one.size for one in fragments)[len(fragments) // 2]
    best: float | None = None
    tallest = 0
    for x in sorted({round(one.x1 + 1.0) for one in fragments if low <= one.x1 + 1.0 <= high}):
        left = right = crossed = 0
        for one, wide, exact in rows:
            if one.x1 <= x:
                left |= wide
            elif one.x0 >= x:
                right |= wide
            else:
                crossed |= exact
        height = (left & right & ~crossed).bit_count()
        if height > tallest:
            tallest, best = height, float(x)
    if best is None or tallest < _LEAST_LINES * size:
        return None
    return best


def _rows(fragment: Fragment, bottom: float, stretch: float) -> int:
    """The points of height that a fragment takes, as the bits of a number."""
    more = stretch * (fragment.y1 - fragment.y0)
    low = max(0, int(fragment.y0 - bottom - more))
    high = max(low + 1, int(fragment.y1 - bottom + more))
    return ((1 << (high - low)) - 1) << low


def _zones(
    spanning: Sequence[Fragment], sides: Sequence[Fragment]
) -> list[tuple[list[Fragment], bool]]:
    """The page from top to bottom: runs of what spans the gutter, and what lies between them."""
    items = [(one, True) for one in spanning] + [(one, False) for one in sides]
    items.sort(key=lambda item: -(item[0].y0 + item[0].y1))
    zones: list[tuple[list[Fragment], bool]] = []
    edges = sorted(((one.y0 + one.y1) / 2 for one in spanning), reverse=True)
    for one, crossing in items:
        if crossing:
            if zones and zones[-1][1]:
                zones[-1][0].append(one)
            else:
                zones.append(([one], True))
            continue
        # Beside a line that spans the gutter: a part of that line.
        middle = (one.y0 + one.y1) / 2
        beside = any(abs(edge - middle) < 0.4 * (one.y1 - one.y0) for edge in edges)
        if zones and zones[-1][1] == beside:
            zones[-1][0].append(one)
        else:
            zones.append(([one], beside))
    return zones


def _are_columns(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Whether both sides are text rather than the cells of a table, or words of loose lines."""
    # A page number between the columns is let pass: one fragment on either side.
    ends, starts = sorted(one.x1 for one in left), sorted(one.x0 for one in right)
    clear = starts[1 if len(starts) >= _LEAST_LINES else 0]
    clear -= ends[-2 if len(ends) >= _LEAST_LINES else -1]
    if clear < _CLEAR * min(one.size for one in left):
        return False
    if _is_text(left) and _is_text(right):
        return True
    # A column that ends after a line or two is one where the other goes on.
    short = min(_lines(left), _lines(right)) <= 2
    return short and _lines(left) + _lines(right) > 2 * _LEAST_LINES and _is_text([*left, *right])


def _lines(side: Sequence[Fragment]) -> int:
    rows: list[float] = []
    for one in sorted(side, key=lambda one: -one.y0):
        if not rows or rows[-1] - one.y0 > 0.5 * one.size:
            rows.append(one.y0)
    return len(rows)


def _is_text(side: Sequence[Fragment]) -> bool:
    lines = _lines(side)
    text = "".join(one.text for one in side)
    if _WIDE.search(text):
        return len(text) >= _LETTERS * lines
    return sum(one.text.count(" ") + 1 for one in side) >= _WORDS * lines
