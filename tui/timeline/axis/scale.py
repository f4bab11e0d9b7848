"""The scale of a timeline: which day a column shows, and at which column a day lies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from tui.timeline.axis.folds import Fold, day_of, position_of

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
    """A scale of days on a row of cells, linear but for its folds.

    Attributes:
        start: The position at the left edge: a day (proleptic Gregorian ordinal), less what the
            folds before it take away.
        days_per_cell: How many days a cell shows outside of folds, more than 0.
        width: Cells.
        folds: Empty stretches that are drawn shorter, in order.
    """

    start: float
    days_per_cell: float
    width: int
    folds: tuple[Fold, ...] = ()

    @classmethod
    def fit(cls, earliest: int, latest: int, width: int, folds: tuple[Fold, ...] = ()) -> TimeScale:
        """The scale that shows all days from `earliest` to `latest` with a small margin."""
        first, end = position_of(earliest, folds), position_of(latest + 1, folds)
        days = max(1.0, end - first)
        margin = max(1.0, days * _MARGIN)
        per_cell = max((days + 2 * margin) / max(1, width), FINEST)
        return cls((first + end - per_cell * width) / 2, per_cell, width, folds)._clamped()

    def column(self, day: float) -> float:
        """Where a day is shown; below 0 or from `width` on when it is out of sight."""
        return (position_of(day, self.folds) - self.start) / self.days_per_cell

    def day_at(self, column: float) -> float:
        """The day at a column, the inverse of `column`."""
        return day_of(self.start + column * self.days_per_cell, self.folds)

    def date_at(self, column: float) -> date:
        """The date at a column, clamped to the range of `datetime.date`."""
        return date.fromordinal(int(min(max(self.day_at(column), FIRST_DAY), LAST_DAY)))

    def zoomed(self, factor: float, anchor: float) -> TimeScale:
        """Zoom in by a factor, or out by one below 1, with the day at the column `anchor` fixed."""
        # A corpus of several millennia fits at more than the usual limit; zooming must not jump.
        coarsest = max(COARSEST, self.days_per_cell)
        per_cell = min(max(self.days_per_cell / factor, FINEST), coarsest)
        start = self.start + anchor * (self.days_per_cell - per_cell)
        return TimeScale(start, per_cell, self.width, self.folds)._clamped()

    def panned(self, columns: float) -> TimeScale:
        """Later by some columns, or earlier by negative ones."""
        start = self.start + columns * self.days_per_cell
        return TimeScale(start, self.days_per_cell, self.width, self.folds)._clamped()

    def centred(self, when: Edtf) -> TimeScale:
        """The same zoom with a date in the middle."""
        first = (when.earliest or when.latest or date.min).toordinal()
        last = (when.latest or when.earliest or date.max).toordinal()
        return self._about((first + last + 1) / 2, self.width, self.folds)

    def resized(self, width: int) -> TimeScale:
        """The same middle and zoom on another number of cells."""
        return self._about(self.day_at(self.width / 2), width, self.folds)

    def refolded(self, folds: tuple[Fold, ...]) -> TimeScale:
        """The same middle and zoom with other stretches folded."""
        if folds == self.folds:
            return self
        return self._about(self.day_at(self.width / 2), self.width, folds)

    def _about(self, middle: float, width: int, folds: tuple[Fold, ...]) -> TimeScale:
        start = position_of(middle, folds) - width * self.days_per_cell / 2
        return TimeScale(start, self.days_per_cell, width, folds)._clamped()

    def _clamped(self) -> TimeScale:
        """Shifted so that some part of the years 1 to 9999 stays in sight."""
        span = self.width * self.days_per_cell
        last = position_of(LAST_DAY, self.folds)
        start = min(max(self.start, FIRST_DAY - span / 2), last - span / 2)
        if start == self.start:
            return self
        return TimeScale(start, self.days_per_cell, self.width, self.folds)
