"""A lane of a picture as a histogram, where its marks have no room for symbols of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.export.svg.primitives import px, text, xml_text
from tui.model.format import counted
from tui.model.format_dates import year_month
from tui.timeline.layout.lane_index import LaneIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.export.svg.flows_style import Palette
    from tui.export.svg.timeline_layout import PlacedSymbol
    from tui.model.locales import Locale
    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.layout.lanes import Lane

HISTOGRAM_HEIGHT = 84.0
_BAR_WIDTH, _MAX_BAR, _MARGIN_BELOW = 9, 56.0, 12.0
_CROWDED_SHARE = 0.5
"""The share of marks in shared symbols from which a histogram says more."""


def is_crowded(symbols: Sequence[PlacedSymbol]) -> bool:
    """Whether most marks of a lane would share a symbol with others."""
    total = sum(len(placed.marks) for placed in symbols)
    return total - sum(len(placed.marks) == 1 for placed in symbols) > _CROWDED_SHARE * total


def histogram(
    lane: Lane, scale: TimeScale, left: float, top: float, palette: Palette, locale: Locale
) -> list[str]:
    """Bars for the number of marks in each stretch of days; the highest is labelled.

    Args:
        lane: What to count.
        scale: One pixel a cell.
        left: Where the first pixel of the scale is.
        top: Of the lane, which is `HISTOGRAM_HEIGHT` high.
        palette: Colours.
        locale: How dates are written.
    """
    edges = [min(edge, scale.width) for edge in range(0, scale.width + _BAR_WIDTH, _BAR_WIDTH)]
    counts = LaneIndex(lane.marks).counts([scale.day_at(edge) for edge in edges])
    highest_count, baseline = max(counts), top + HISTOGRAM_HEIGHT - _MARGIN_BELOW
    parts = []
    for edge, count in zip(edges, counts, strict=False):
        if not count:
            continue
        height = max(2.0, _MAX_BAR * count / highest_count)
        tip = f"{year_month(scale.date_at(edge), locale)}: {counted(count, 'mark')}"
        parts.append(
            f'<rect x="{px(left + edge)}" y="{px(baseline - height)}" width="{_BAR_WIDTH - 2}" '
            f'height="{px(height)}" fill="{palette.quiet}"><title>{xml_text(tip)}</title></rect>'
        )
    peak = left + edges[counts.index(highest_count)] + _BAR_WIDTH / 2
    parts.append(
        text(peak, baseline - _MAX_BAR - 4, f"{highest_count:,}", "quiet", anchor="middle")
    )
    return parts
