"""How the rows and columns of a picture are shared out, before anything is drawn in them.

From the top: the legend, the bars of all deals, the axis, the lanes, the publications. A low
picture, a *strip*, has no lanes, and its axis at the foot.
"""

from __future__ import annotations

from typing import NamedTuple

STRIP_BELOW = 6
"""Rows of a picture below which it is a strip: lanes would be so few that they say nothing."""
_LEGEND_FROM = 10
_BARS_FROM = (2, 16, 26)
"""Rows of a picture from which the bars of all deals have one, two and three."""
_COUNTERPART_FROM = 76
"""Cells from which those whom a lane pays have a column of their own."""


class Frame(NamedTuple):
    """The rows of a picture.

    Attributes:
        legend: Rows of the legend, none or one.
        bars: Rows of the bars.
        lanes: Rows that lanes may fill.
        articles: Whether one is for the publications.
        axis: Whether one is for the axis.
    """

    legend: int
    bars: int
    lanes: int
    articles: bool
    axis: bool

    @property
    def is_strip(self) -> bool:
        """Whether the picture has no lanes."""
        return not self.lanes


class LabelColumns(NamedTuple):
    """Cells for what is written at the left of a row.

    Attributes:
        lane: For the name of the lane.
        counterpart: For whom it pays, or who pays it; zero for no such column.
    """

    lane: int
    counterpart: int

    @property
    def width(self) -> int:
        """Cells before the first one of time."""
        return self.lane + self.counterpart


def frame(height: int) -> Frame:
    """The rows of a picture of some height, at least one."""
    if height < STRIP_BELOW:
        articles = height >= 3
        axis = height >= 2
        return Frame(0, max(1, height - articles - axis), 0, articles, axis)
    legend = int(height >= _LEGEND_FROM)
    bars = 1 + sum(height >= rows for rows in _BARS_FROM[1:])
    return Frame(legend, bars, height - legend - bars - 2, articles=True, axis=True)


def height_for(lane_rows: int) -> int:
    """The least height of a picture in which so many rows are for lanes."""
    height = STRIP_BELOW
    while frame(height).lanes < lane_rows:
        height += 1
    return height


def label_columns(width: int, height: int) -> LabelColumns:
    """The columns before the time, in a picture of some width and height."""
    if frame(height).is_strip:
        return LabelColumns(min(14, max(8, width // 4)), 0)
    if width < _COUNTERPART_FROM:
        return LabelColumns(min(18, max(8, width // 5)), 0)
    counterpart = min(26, width // 5)
    return LabelColumns(min(18, max(15, width // 8)), counterpart)
