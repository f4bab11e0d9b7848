"""The window on a timeline: which stretch of time is in view, for which pane, with what selected.

Nothing here draws or waits for keys: a pane asks for the picture, which `tui.timeline` paints.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tui.model.dates import Edtf
    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.drawing.draw import Painter, Picture
    from tui.timeline.drawing.lane_row import Measure
    from tui.timeline.layout.frame import LabelColumns
    from tui.timeline.timeline import Timeline

_ZOOM = 1.5
"""By how much one step zooms: two of them about double what is seen."""
_NARROWEST = 4
"""Cells of time that there are in the narrowest pane."""


def today() -> date:
    """The day to draw as today."""
    return datetime.now(UTC).astimezone().date()


class TimeWindow:
    """What is seen of a timeline in a pane of some size.

    Attributes:
        timeline: The timeline, `None` before there is one.
        selected: The id of the selected record.
        known_until: The day as of which the corpus is shown; `None` for the present.
        measure: What the height of dense lanes says.
        width: Cells of the pane.
        height: Its rows.
    """

    def __init__(self) -> None:
        self.timeline: Timeline | None = None
        self.selected: str | None = None
        self.known_until: date | None = None
        self.measure: Measure = "count"
        self.width = self.height = 0
        self._painter: Painter | None = None
        self._scale: TimeScale | None = None
        self._picture: Picture | None = None
        self._fitted = True

    def show(self, timeline: Timeline) -> None:
        """Look at another timeline, on the same stretch of time unless all of it was in view."""
        from tui.timeline.drawing.draw import Painter

        self.timeline, self._painter = timeline, Painter(timeline)
        if self._scale is not None and not self._fitted:
            self._scale = self._scale.refolded(timeline.folds)
        self._picture = None

    def resize(self, width: int, height: int) -> None:
        """Look at as much as another pane has room for."""
        self.width, self.height = width, height
        self._picture = None

    @property
    def left(self) -> int:
        """Cells at the left that name the lanes."""
        return self._labels.width

    @property
    def _labels(self) -> LabelColumns:
        from tui.timeline.layout.frame import label_columns

        return label_columns(self.width, self.height)

    @property
    def scale(self) -> TimeScale | None:
        """The stretch of time in view."""
        if self.timeline is None:
            return None
        width = max(_NARROWEST, self.width - self.left)
        if self._scale is None or self._fitted:
            self._scale = self.timeline.fit(width)
        elif self._scale.width != width:
            self._scale = self._scale.resized(width)
        return self._scale

    @property
    def picture(self) -> Picture | None:
        """What is seen; it is painted once, until something about it changes."""
        scale = self.scale
        if self._picture is None and self._painter and scale is not None and self.height:
            self._picture = self._painter.picture(
                scale,
                self.height,
                self.selected,
                today(),
                labels=self._labels,
                as_of=self.known_until,
                measure=self.measure,
            )
        return self._picture

    def select(self, record_id: str) -> None:
        """Mark a record as the selected one."""
        self.selected = record_id
        self._picture = None

    def walk_to(self, record_id: str) -> None:
        """Select a record, and bring its mark to the middle where it is out of sight."""
        self.select(record_id)
        picture, scale, middle = self.picture, self.scale, self._middle()
        if picture is None or scale is None or middle is None:
            return
        if picture.cell_of(record_id) is None:
            self._look_at(scale.panned(scale.column(middle) - scale.width / 2))

    def zoom(self, step: int, about: float | None = None) -> None:
        """Zoom in or out.

        Args:
            step: In for 1, out for -1.
            about: The column that stays where it is, from the left edge of the time; if none, that
                of the selected mark, else the middle.
        """
        scale = self.scale
        if scale is None:
            return
        if about is None:
            middle = self._middle()
            column = scale.column(middle) if middle is not None else -1.0
            about = column if 0 <= column < scale.width else scale.width / 2
        self._look_at(scale.zoomed(_ZOOM if step > 0 else 1 / _ZOOM, about))

    def pan(self, cells: float) -> None:
        """Look at a later stretch by so many cells; at an earlier one for fewer than none."""
        if self.scale is not None:
            self._look_at(self.scale.panned(cells))

    def pan_by_parts(self, quarters: int) -> None:
        """Look at a later stretch by so many quarters of the window."""
        if self.scale is not None:
            self.pan(quarters * self.scale.width / 4)

    def fit(self) -> None:
        """Look at all of time."""
        self._fitted = True
        self._picture = None

    def centre(self, when: Edtf) -> None:
        """Look at a date in the middle."""
        if self.scale is not None:
            self._look_at(self.scale.centred(when))

    def _middle(self) -> float | None:
        """Where in time the selected mark lies."""
        if self.timeline is None or self.selected is None:
            return None
        return self.timeline.middle(self.selected)

    def _look_at(self, scale: TimeScale) -> None:
        self._scale, self._fitted = scale, False
        self._picture = None
