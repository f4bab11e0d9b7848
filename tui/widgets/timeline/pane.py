"""The timeline: every dated record on one axis, walked with the keyboard and the mouse."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.worker import get_current_worker

from tui.commands import Scope
from tui.model.format_dates import full_day
from tui.model.locales import EN
from tui.model.messages import msg
from tui.model.task import CancelledError, Task
from tui.platform.gc_pause import without_cyclic_gc
from tui.platform.translation import tr
from tui.widgets.drawing.line_pane import LinePane
from tui.widgets.key_bindings import bindings
from tui.widgets.timeline.readout import Readout, readout_lines
from tui.widgets.timeline.window import TimeWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui.model.dates import Edtf
    from tui.model.locales import Locale
    from tui.timeline.axis.scale import TimeScale
    from tui.timeline.drawing.draw import Picture
    from tui.timeline.layout.lanes import Grouping
    from tui.timeline.timeline import Timeline

LANES: tuple[Grouping, ...] = ("payer", "payee", "instrument", "status", "article", "none")
_MOST_STEPS = 200
"""Marks that one key passes at most, so that it is answered at once."""
_EMPTY = msg("No record here has a date.")
_MANY = 2000
"""Records from which on lanes are made in the background."""


_TWO_READOUT_ROWS_FROM = 9
_RULED_FROM = 12
"""Rows of a pane from which the readout has two, and a rule above it."""


def _readout_rows(height: int) -> int:
    """The rows of the readout in a pane of some height."""
    return (height >= 2) + (height >= _TWO_READOUT_ROWS_FROM)


class TimelineMaker(Protocol):
    """Sorts records into lanes, in whichever thread."""

    def __call__(self, by: Grouping, /, *, task: Task = ...) -> Timeline:
        """The timeline in lanes by payer, payee, instrument, status or article.

        Raises:
            CancelledError: If nobody waits any more.
        """


class TimelinePane(LinePane):
    """Shows a window on time, walks, zooms and pans it, and says what the user chose in it.

    Attributes:
        by: What the lanes stand for, one of `LANES`.
    """

    SELECTS_DRAWN: ClassVar[bool] = False
    BORDER_TITLE = msg("Timeline")
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TIMELINE)
    RAIL: ClassVar[bool] = False

    class Chosen(Message):
        """The walk came to the mark of another record."""

        def __init__(self, record_id: str) -> None:
            super().__init__()
            self.record_id = record_id

        def can_replace(self, message: Message) -> bool:
            """Only the newest of a burst counts."""
            return isinstance(message, TimelinePane.Chosen)

    class Opened(Message):
        """The user goes into the record of the mark."""

    class Stacked(Message):
        """The user opens a stack of marks to choose from."""

        def __init__(self, records: Sequence[str]) -> None:
            super().__init__()
            self.records = tuple(records)

    class Published(Message):
        """The user points at articles in the lane of publications."""

        def __init__(self, articles: Sequence[str]) -> None:
            super().__init__()
            self.articles = tuple(articles)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._window = TimeWindow()
        self._locale = EN
        self._make: TimelineMaker | None = None
        self._count = 0
        self._titled: tuple[object, ...] = ()
        self._dragged: int | None = None
        self._panned = False
        self._readout: Readout | None = None
        self.by: Grouping = LANES[0]

    # What is shown

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
        self._sort()

    def _sort(self) -> None:
        """Sort the records into the lanes that are wanted now."""
        if self._make is None:
            return
        if self._count < _MANY:
            self.hold()
            self._take(self._make(self.by))
        else:
            work = partial(self._sort_many, self._make, self.by, self._picture_height)
            # Textual would write out the work with its records as the description.
            self.run_worker(work, thread=True, exclusive=True, group="lanes", description="lanes")

    def _sort_many(self, make: TimelineMaker, by: Grouping, height: int) -> None:
        """Sort many marks into lanes in the background, and all that a picture takes of them."""
        worker = get_current_worker()
        task = Task(is_cancelled=lambda: worker.is_cancelled)
        try:
            # A collection would walk over all records that are in hand: they are new to it.
            with without_cyclic_gc():
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
        self._window.show(timeline)
        self._redraw()

    def select(self, record_id: str) -> None:
        """Mark a record as the selected one."""
        self._window.select(record_id)
        self._redraw()

    def read_out(self, readout: Readout | None) -> None:
        """Show a record in words below the picture; what has changed is painted alone."""
        if readout != self._readout:
            self._readout = readout
            height = self.size.height
            self.lines_changed(only=range(height - _readout_rows(height), height))

    @property
    def known_until(self) -> date | None:
        """The day as of which the corpus is shown; `None` for the present."""
        return self._window.known_until

    @known_until.setter
    def known_until(self, day: date | None) -> None:
        self._window.known_until = day

    @property
    def scale(self) -> TimeScale | None:
        """The stretch of time in view."""
        return self._window.scale

    @property
    def picture(self) -> Picture | None:
        """The picture at the present size."""
        return self._window.picture

    # Drawing

    def _redraw(self) -> None:
        self._window.resize(self.size.width, self._picture_height)
        self._write_titles()
        self.lines_changed(self.size.height)

    @property
    def _picture_height(self) -> int:
        """Rows of the picture: the readout has the last ones, below a rule where there is room."""
        height = self.size.height
        return height - _readout_rows(height) - (height >= _RULED_FROM)

    def _write_titles(self) -> None:
        from tui.timeline.layout.frame import frame

        timeline = self._window.timeline
        if timeline is None:
            return
        measure = self._window.measure
        shown = (timeline, self.size, self.by, self.known_until, measure)
        if shown == self._titled:
            return
        self._titled = shown
        lanes = not frame(self._picture_height).is_strip
        words = tr("Timeline · by {what}").format(what=tr(self.by)) if lanes else tr("Timeline")
        if self.known_until is not None:
            day = full_day(self.known_until, self._locale)
            words += f" · {tr('as known on {day}').format(day=day)}"
        if measure == "amount":
            words += f" · {tr('dense lanes by amount')}"
        self.border_title = Content(words)
        undated = len(timeline.undated)
        beside = tr("{count} without a date").format(count=undated) if undated else ""
        signs = timeline.legend_beside(self._picture_height, self.size.width - len(beside) - 8)
        self.border_subtitle = Content(" · ".join(filter(None, (signs, beside))))

    def build_line(self, line: int, width: int) -> Strip:
        """One row of the picture, the rule below it, or one of the readout."""
        picture, height = self.picture, self.size.height
        if picture is None:
            return self.strip_of((), width)
        if self._window.timeline is not None and not self._window.timeline.marks:
            return self.strip_of([(f" {tr(_EMPTY)}", "quiet")] if line == 0 else (), width)
        if line < len(picture.rows):
            return self.strip_of(picture.rows[line], width)
        rows = _readout_rows(height)
        at = line - (height - rows)
        if at < 0:
            return self.strip_of([("─" * width, "rail")], width)
        lines = readout_lines(self._readout, width, rows) if self._readout is not None else []
        return self.strip_of(lines[at] if at < len(lines) else (), width)

    def on_resize(self) -> None:
        """Draw for the new size."""
        super().on_resize()
        self._redraw()

    # The keyboard

    def action_walk(self, step: int) -> None:
        """Go to the next mark in time."""
        from tui.timeline.walk import next_mark

        self._step(next_mark, step)

    def action_lane(self, step: int) -> None:
        """Go to the nearest mark of the next lane."""
        from tui.timeline.walk import next_lane

        self._step(next_lane, step)

    def _step(self, next_of: Callable[[Timeline, str | None, int], str | None], step: int) -> None:
        """Step as often as the number typed before says, or as far as there is something."""
        timeline, selected = self._window.timeline, self._window.selected
        if timeline is None:
            return
        for _ in range(min(self.count.times(), _MOST_STEPS)):
            found = next_of(timeline, selected, step)
            if found is None or found == selected:
                break
            selected = found
        self._choose(selected)

    def _choose(self, record_id: str | None) -> None:
        if record_id is not None and record_id != self._window.selected:
            self._window.walk_to(record_id)
            self._redraw()
            self.post_message(self.Chosen(record_id))

    def action_zoom_time(self, step: int) -> None:
        """Zoom about the selected mark, else about the middle."""
        self._window.zoom(step)
        self._redraw()

    def action_pan(self, step: int) -> None:
        """Pan by a quarter of the window."""
        self._window.pan_by_parts(step)
        self._redraw()

    def action_fit(self) -> None:
        """Show all of time."""
        self._window.fit()
        self._redraw()

    def go_to(self, when: Edtf) -> None:
        """Show a date in the middle."""
        self._window.centre(when)
        self._redraw()

    def action_lanes(self) -> None:
        """Group by the next field."""
        self.by = LANES[(LANES.index(self.by) + 1) % len(LANES)]
        self._sort()

    def action_measure(self) -> None:
        """Let the height of dense lanes say how much instead of how many, or back."""
        self._window.measure = "amount" if self._window.measure == "count" else "count"
        self._redraw()

    @property
    def place_at_hand(self) -> Region | None:
        """The cell of the selected mark on the screen."""
        picture, selected = self.picture, self._window.selected
        place = picture.cell_of(selected) if picture and selected else None
        if place is None:
            return None
        row, column = place
        content = self.content_region
        return Region(content.x + column, content.y + row, 1, 1)

    def action_open(self) -> None:
        """Go into the record, or choose from the marks that lie over each other."""
        picture, selected = self.picture, self._window.selected
        place = picture.cell_of(selected) if picture and selected else None
        if picture is not None and place is not None:
            records = _records_of(picture.hit(place[1], place[0]))
            if len(records) > 1:
                self.post_message(self.Stacked(records))
                return
        self.post_message(self.Opened())

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        self._dragged, self._panned = event.x, False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pan with the mouse."""
        if self._dragged is not None and event.x != self._dragged and self.scale is not None:
            self._window.pan(self._dragged - event.x)
            self._redraw()
            self._dragged, self._panned = event.x, True

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End dragging."""
        self._dragged = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Choose the mark under the mouse, or one of several; the end of dragging chooses none.

        A second click goes into the record, one on an article back to what was known then.
        """
        offset, picture = event.get_content_offset(self), self.picture
        if offset is None or picture is None or self._panned:
            return
        records = _records_of(picture.hit(offset.x, offset.y))
        if len(records) > 1:
            self.post_message(self.Stacked(records))
        elif records and event.chain > 1:
            self.action_open()
        elif records:
            self._choose(records[0])
        elif articles := picture.articles(offset.x, offset.y):
            self.post_message(self.Published(articles))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Zoom out about the day under the mouse."""
        event.stop()
        self._zoom_under(event, -1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Zoom in about the day under the mouse."""
        event.stop()
        self._zoom_under(event, 1)

    def _zoom_under(self, event: events.MouseEvent, step: int) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            self._window.zoom(step, max(0, offset.x - self._window.left) + 0.5)
            self._redraw()


def _records_of(keys: Sequence[str]) -> list[str]:
    """The records of marks, each once; the mark of a tranche is `record/tranche`."""
    return list(dict.fromkeys(key.partition("/")[0] for key in keys))
