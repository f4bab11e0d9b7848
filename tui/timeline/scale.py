"""The scale of a timeline: which day a column shows, which column a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tui.model.dates import Edtf

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
FINEST, COARSEST = 1 / 20, 365_250 / 40
"""Days a cell: a day is at most 20 cells wide, 40 cells hold at most a millennium."""
_MARGIN = 0.04


class Scale(msgspec.Struct, frozen=True):
    """A stretch of time on a row of cells.

    Attributes:
        start: The day (proleptic ordinal) at the left edge.
        days_per_cell: How many days a cell shows, more than 0.
        width: Cells.
    """

    start: float
    days_per_cell: float
    width: int

    @classmethod
    def fit(cls, earliest: int, latest: int, width: int) -> Scale:
        """All days from `earliest` to `latest` with a little margin, however many."""
        days = max(1, latest - earliest + 1)
        margin = max(1.0, days * _MARGIN)
        per_cell = max((days + 2 * margin) / max(1, width), FINEST)
        middle = (earliest + latest + 1) / 2
        return cls(middle - per_cell * width / 2, per_cell, width)._held()

    def column(self, day: float) -> float:
        """Where a day is shown; outside of 0 to `width` when it is out of sight."""
        return (day - self.start) / self.days_per_cell

    def day_at(self, column: float) -> float:
        """The day at a column, the inverse of `column`."""
        return self.start + column * self.days_per_cell

    def date_at(self, column: float) -> date:
        """The date at a column, the first or the last there is beyond those."""
        return date.fromordinal(int(min(max(self.day_at(column), FIRST), LAST)))

    def zoomed(self, factor: float, about: float) -> Scale:
        """Closer by a factor, the day at the column `about` staying where it is."""
        coarsest = max(COARSEST, self.days_per_cell)
        per_cell = min(max(self.days_per_cell / factor, FINEST), coarsest)
        start = self.day_at(about) - about * per_cell
        return Scale(start, per_cell, self.width)._held()

    def panned(self, columns: float) -> Scale:
        """Later by some columns, or earlier by negative ones."""
        start = self.start + columns * self.days_per_cell
        return Scale(start, self.days_per_cell, self.width)._held()

    def centred(self, when: Edtf) -> Scale:
        """The same zoom with a date in the middle."""
        first = (when.earliest or when.latest or date.min).toordinal()
        last = (when.latest or when.earliest or date.max).toordinal()
        start = (first + last + 1) / 2 - self.width * self.days_per_cell / 2
        return Scale(start, self.days_per_cell, self.width)._held()

    def resized(self, width: int) -> Scale:
        """The same middle and zoom on another number of cells."""
        middle = self.day_at(self.width / 2)
        return Scale(middle - width * self.days_per_cell / 2, self.days_per_cell, width)._held()

    def _held(self) -> Scale:
        """Kept from leaving the years 1 to 9999 altogether."""
        span = self.width * self.days_per_cell
        start = min(max(self.start, FIRST - span / 2), LAST - span / 2)
        return self if start == self.start else Scale(start, self.days_per_cell, self.width)
