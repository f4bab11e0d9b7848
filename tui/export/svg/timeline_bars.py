"""A lane with more marks than have room, drawn as how many there are at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.svg.primitives import number, text, xml
from tui.model.format import counted
from tui.model.format_dates import year_month
from tui.timeline.lane_index import LaneIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.export.svg.flows_style import Palette
    from tui.export.svg.timeline_layout import Spot
    from tui.model.locales import Locale
    from tui.timeline.lanes import Lane
    from tui.timeline.scale import TimeScale

HEIGHT = 84.0
_BAR, _TALLEST, _GROUND = 9, 56.0, 12.0
_CROWDED = 0.5


def crowded(spots: Sequence[Spot]) -> bool:
    """Whether most marks of a lane would share a sign with others."""
    marks = sum(len(spot.marks) for spot in spots)
    return marks - sum(len(spot.marks) == 1 for spot in spots) > _CROWDED * marks


def bars(
    lane: Lane, scale: TimeScale, left: float, top: float, palette: Palette, locale: Locale
) -> list[str]:
    """Columns as high as the marks in their stretch of days are many; the highest says how many.

    Args:
        lane: What to count.
        scale: A pixel a cell.
        left: Where the first pixel of the scale stands.
        top: Of the lane, which is `HEIGHT` high.
        palette: Colours.
        locale: How dates are written.
    """
    cells = [min(at, scale.width) for at in range(0, scale.width + _BAR, _BAR)]
    counts = LaneIndex(lane.marks).counts([scale.day_at(cell) for cell in cells])
    most, ground = max(counts), top + HEIGHT - _GROUND
    parts = []
    for cell, count in zip(cells, counts, strict=False):
        if not count:
            continue
        tall = max(2.0, _TALLEST * count / most)
        tip = f"{year_month(scale.date_at(cell), locale)}: {counted(count, 'mark')}"
        parts.append(
            f'<rect x="{number(left + cell)}" y="{number(ground - tall)}" width="{_BAR - 2}" '
            f'height="{number(tall)}" fill="{palette.quiet}"><title>{xml(tip)}</title></rect>'
        )
    highest = left + cells[counts.index(most)] + _BAR / 2
    parts.append(text(highest, ground - _TALLEST - 4, f"{most:,}", "quiet", anchor="middle"))
    return parts
