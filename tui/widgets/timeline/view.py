"""The timeline as it is seen: records on a stretch of time, drawn for the size of the pane."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.content import Content
from textual.worker import get_current_worker

from tui.model.format_dates import full_day
from tui.model.locales import EN
from tui.model.task import CancelledError, Task
from tui.widgets.drawing.line_pane import LinePane

if TYPE_CHECKING:
    from datetime import date

    from textual.strip import Strip

    from tui.model.locales import Locale
    from tui.timeline.draw import Painter, Picture
    from tui.timeline.lane_row import Measure
    from tui.timeline.lanes import Grouping
    from tui.timeline.scale import TimeScale
    from tui.timeline.timeline import Timeline

LANES: tuple[Grouping, ...] = ("payer", "payee", "instrument", "status", "article", "none")
_ZOOM = 1.5
_MANY = 2000
"""Records from which on lanes are made in the background."""


def today() -> date:
    """The day to draw as today."""
    return datetime.now(UTC).astimezone().date()


class TimelineMaker(Protocol):
    """Sorts records into lanes, in whichever thread."""

    def __call__(self, by: Grouping, /, *, task: Task = ...) -> Timeline:
        """The timeline in lanes by payer, payee, instrument, status or article.

        Raises:
            CancelledError: If nobody waits any more.
        """


class TimelineView(LinePane):
    """Shows a picture of time; the picture itself is made by `tui.timeline`.

    Attributes:
        known_until: The day as of which the corpus is shown; `None` for the present.
        by: What the lanes stand for, one of `LANES`.
    """

    BORDER_TITLE = "Timeline"
    RAIL: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._locale = EN
        self._make: TimelineMaker | None = None
        self._count = 0
        self._timeline: Timeline | None = None
        self._painter: Painter | None = None
        self._scale: TimeScale | None = None
        self._picture: Picture | None = None
        self._selected: str | None = None
        self._fitted = True
        self._measure: Measure = "count"
        self._titled: tuple[object, ...] = ()
        self.known_until: date | None = None
        self.by: Grouping = LANES[0]

    def attach(self, locale: Locale) -> None:
        """Say how dates and figures are written."""
        self._locale = locale

    def hold(self) -> None:
        """Lay nothing out in the background: other records are about to come."""
        self.workers.cancel_group(self, "lanes")

    def show_records(self, make: TimelineMaker, count: int) -> None:
        """Show other records, on the same stretch of time unless all of it was shown.

        Args:
            make: Sorts them into lanes, in whichever thread: it is bound to all that it needs.
            count: How many there are: many are sorted in the background.
        """
        self._make, self._count = make, count
        self.lay_out()

    def lay_out(self) -> None:
        """Sort the records into the lanes that are wanted now."""
        if self._make is None:
            return
        if self._count < _MANY:
            self.hold()
            self._take(self._make(self.by))
        else:
            work = partial(self._lay_out, self._make, self.by, self.size.height)
            self.run_worker(work, thread=True, exclusive=True, group="lanes")

    def _lay_out(self, make: TimelineMaker, by: Grouping, height: int) -> None:
        """Sort many marks into lanes in the background, and all that a picture takes of them."""
        worker = get_current_worker()
        task = Task(is_cancelled=lambda: worker.is_cancelled)
        try:
            timeline = make(by, task=task)
            timeline.prepare(height, task)
        except CancelledError:
            return

        def take() -> None:
            if not worker.is_cancelled:
                self._take(timeline)

        # The loop is gone when the app has ended.
        with contextlib.suppress(RuntimeError):
            self.app.call_from_thread(take)

    def _take(self, timeline: Timeline) -> None:
        from tui.timeline.draw import Painter

        self._timeline, self._painter = timeline, Painter(timeline)
        self._redraw()

    def select(self, record_id: str) -> None:
        """Mark a record as the selected one, scrolling to it when it is out of sight."""
        self._selected = record_id
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self._write_titles()
        self.lines_changed(self.size.height)

    def _write_titles(self) -> None:
        if self._timeline is None:
            return
        shown = (self._timeline, self.size, self.by, self.known_until, self._measure)
        if shown == self._titled:
            return
        self._titled = shown
        words = f"Timeline · by {self.by}"
        if self.known_until is not None:
            words += f" · as known on {full_day(self.known_until, self._locale)}"
        if self._measure == "amount":
            words += " · dense lanes by amount"
        self.border_title = Content(words)
        undated = len(self._timeline.undated)
        beside = f"{undated} without a date" if undated else ""
        signs = self._timeline.legend_beside(self.size.height, self.size.width - len(beside) - 8)
        self.border_subtitle = Content(" · ".join(filter(None, (signs, beside))))

    @property
    def scale(self) -> TimeScale | None:
        """The stretch of time in view."""
        if self._timeline is None:
            return None
        width = max(4, self.size.width - self._left)
        if self._scale is None or self._fitted:
            self._scale = self._timeline.fit(width)
        elif self._scale.width != width:
            self._scale = self._scale.resized(width)
        return self._scale

    @property
    def _left(self) -> int:
        from tui.timeline.timeline import label_width

        return label_width(self.size.width)

    @property
    def picture(self) -> Picture | None:
        """The picture at the present size."""
        if self._picture is not None and len(self._picture.rows) == self.size.height:
            return self._picture
        scale = self.scale
        if self._painter is None or scale is None or not self.size.height:
            return None
        self._picture = self._painter.picture(
            scale,
            self.size.height,
            self._selected,
            today(),
            as_of=self.known_until,
            measure=self._measure,
        )
        return self._picture

    def build_line(self, line: int, width: int) -> Strip:
        """One row of the picture."""
        picture = self.picture
        if picture is None or line >= len(picture.rows):
            return self.strip_of((), width)
        return self.strip_of(picture.rows[line], width)

    def on_resize(self) -> None:
        """Draw for the new size."""
        super().on_resize()
        self._redraw()

    def _zoom(self, step: int, about: float) -> None:
        if self.scale is not None:
            self._set_scale(self.scale.zoomed(_ZOOM if step > 0 else 1 / _ZOOM, about))

    def _set_scale(self, scale: TimeScale) -> None:
        self._scale, self._fitted = scale, False
        self._redraw()
