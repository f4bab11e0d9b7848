"""The linear scale of a timeline: which day a column shows, and at which column a day lies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tui.model.dates import Edtf

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
FINEST, COARSEST = 1 / 20, 365_250 / 40
"""Days a cell: at the closest zoom a day is 20 cells wide, at the furthest 40 cells hold a
millennium.
"""
_MARGIN = 0.04
"""The part of the stretch that is left free on either side when everything is shown, so that marks
at its ends do not touch the border.
"""


class TimeScale(msgspec.Struct, frozen=True):
    """A linear scale of days on a row of cells.

    Attributes:
        start: The day (proleptic Gregorian ordinal) at the left edge.
        days_per_cell: How many days a cell shows, more than 0.
        width: Cells.
    """

    start: float
    days_per_cell: float
    width: int

    @classmethod
    def fit(cls, earliest: int, latest: int, width: int) -> TimeScale:
        """The scale that shows all days from `earliest` to `latest` with a small margin."""
        days = max(1, latest - earliest + 1)
        margin = max(1.0, days * _MARGIN)
        per_cell = max((days + 2 * margin) / max(1, width), FINEST)
        middle = (earliest + latest + 1) / 2
        return cls(middle - per_cell * width / 2, per_cell, width)._clamped()

    def column(self, day: float) -> float:
        """Where a day is shown; below 0 or from `width` on when it is out of sight."""
        return (day - self.start) / self.days_per_cell

    def day_at(self, column: float) -> float:
        """The day at a column, the inverse of `column`."""
        return self.start + column * self.days_per_cell

    def date_at(self, column: float) -> date:
        """The date at a column, clamped to the range of `datetime.date`."""
        return date.fromordinal(int(min(max(self.day_at(column), FIRST_DAY), LAST_DAY)))

    def zoomed(self, factor: float, anchor: float) -> TimeScale:
        """Zoom in by a factor, or out by one below 1, with the day at the column `anchor` fixed."""
        # A corpus of several millennia fits at more than the usual limit; zooming must not jump.
        coarsest = max(COARSEST, self.days_per_cell)
        per_cell = min(max(self.days_per_cell / factor, FINEST), coarsest)
        start = self.day_at(anchor) - anchor * per_cell
        return TimeScale(start, per_cell, self.width)._clamped()

    def panned(self, columns: float) -> TimeScale:
        """Later by some columns, or earlier by negative ones."""
        start = self.start + columns * self.days_per_cell
        return TimeScale(start, self.days_per_cell, self.width)._clamped()

    def centred(self, when: Edtf) -> TimeScale:
        """The same zoom with a date in the middle."""
        first = (when.earliest or when.latest or date.min).toordinal()
        last = (when.latest or when.earliest or date.max).toordinal()
        start = (first + last + 1) / 2 - self.width * self.days_per_cell / 2
        return TimeScale(start, self.days_per_cell, self.width)._clamped()

    def resized(self, width: int) -> TimeScale:
        """The same middle and zoom on another number of cells."""
        middle = self.day_at(self.width / 2)
        return TimeScale(
            middle - width * self.days_per_cell / 2, self.days_per_cell, width
        )._clamped()

    def _clamped(self) -> TimeScale:
        """Shifted so that some part of the years 1 to 9999 stays in sight."""
        span = self.width * self.days_per_cell
        start = min(max(self.start, FIRST_DAY - span / 2), LAST_DAY - span / 2)
        return self if start == self.start else TimeScale(start, self.days_per_cell, self.width)
