"""The reading order of a page: columns one after the other, what spans them in between.

The gutter between two columns is looked for as a vertical line that the text on either side of it
leaves free over the greatest height. Lines that cross it (a headline, a full-width paragraph)
part the page into zones; within a zone the left side is read before the right, and each side is
looked at again for columns of its own. Cost: candidates times fragments, each a few operations on
an integer of one bit a point of height: some 10 ms for a full page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.intake.pdf.fragments import Fragment

_MARGIN = 0.12
"""Share of the width at either side in which no gutter is looked for."""
_LEAST_LINES = 3
"""Lines that stand side by side before they are columns."""
_WORDS = 3.0
"""Mean words a line of a text column; the cells of a table have fewer."""
_LETTERS = 14.0
"""Mean letters, where words are not parted by spaces."""
_DEEPEST = 4
"""Columns within columns; newspapers have five columns, found by two halvings and one."""
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
    for zone, crossing in _zones(spanning, sides):
        if crossing:
            regions.append(zone)
            continue
        left = [one for one in zone if one.x1 <= gutter]
        right = [one for one in zone if one.x0 >= gutter]
        if left and right and _are_columns(left, right):
            regions += in_reading_order(left, depth + 1)
            regions += in_reading_order(right, depth + 1)
        else:
            regions.append(zone)
    return _merged(regions)


def _merged(regions: list[list[Fragment]]) -> list[list[Fragment]]:
    """Regions, those that follow each other over the whole width as one."""
    merged: list[list[Fragment]] = []
    for region in regions:
        if merged and _spans(merged[-1], region):
            merged[-1] = merged[-1] + region
        else:
            merged.append(region)
    return merged


def _spans(before: Sequence[Fragment], after: Sequence[Fragment]) -> bool:
    """Whether a region goes on below another in the same width."""
    left = abs(min(one.x0 for one in before) - min(one.x0 for one in after))
    right = abs(max(one.x1 for one in before) - max(one.x1 for one in after))
    width = max(one.x1 for one in before) - min(one.x0 for one in before)
    below = min(one.y0 for one in before) >= max(one.y1 for one in after) - max(
        one.size for one in after
    )
    return below and left < 0.1 * width and right < 0.1 * width


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
    """Whether both sides are text rather than the cells of a table."""
    return (_is_text(left) and _is_text(right)) or (
        _lines(left) + _lines(right) > 2 * _LEAST_LINES
        and _is_text([*left, *right])
        and min(_lines(left), _lines(right)) <= 2
    )


def _lines(side: Sequence[Fragment]) -> int:
    rows: list[float] = []
    for one in sorted(side, key=lambda one: -one.y0):
        if not rows or rows[-1] - one.y0 > 0.5 * one.size:
            rows.append(one.y0)
    return len(rows)


def _is_text(side: Sequence[Fragment]) -> bool:
    lines = _lines(side)
    words = sum(one.text.count(" ") + 1 for one in side)
    letters = sum(len(one.text) for one in side)
    return words >= _WORDS * lines or (letters >= _LETTERS * lines and words <= 1.2 * len(side))
