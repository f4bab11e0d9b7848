"""The timeline: every dated record on one axis, walked with the keyboard."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from tui.widgets.keys import bindings
from tui.widgets.lines import LinePane

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual import events
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.records import Record
    from tui.timeline.lane_row import Measure
    from tui.timeline.scale import Scale
    from tui.timeline.timeline import Picture, Timeline

LANES = ("payer", "payee", "instrument", "status", "article", "none")
_ZOOM = 1.5
_MANY = 2000
"""Records from which on lanes are made in the background."""


def today() -> date:
    """The day to draw as today."""
    return datetime.now(UTC).astimezone().date()


class TimelinePane(LinePane):
    """Shows a picture of time; the picture itself is made by `tui.timeline`."""

    BORDER_TITLE = "Timeline"
    RAIL: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("explorer.timeline")

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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._corpus: Corpus | None = None
        self._records: Sequence[Record] = ()
        self._timeline: Timeline | None = None
        self._scale: Scale | None = None
        self._picture: Picture | None = None
        self._selected: str | None = None
        self._fitted = True
        self._dragged: int | None = None
        self._panned = False
        self._measure: Measure = "count"
        self._titled: tuple[object, ...] = ()
        self.known_until: date | None = None
        self.by = LANES[0]

    # What is shown

    def attach(self, corpus: Corpus) -> None:
        """Say where records and names come from."""
        self._corpus = corpus

    def show_records(self, records: Sequence[Record]) -> None:
        """Show other records, on the same stretch of time unless all of it was shown."""
        self._records = records
        if len(records) < _MANY:
            self.workers.cancel_group(self, "lanes")
            self._take(self._laid_out())
        else:
            self.run_worker(self._lay_out, thread=True, exclusive=True, group="lanes")

    def _laid_out(self) -> Timeline | None:
        from tui.timeline.timeline import Timeline

        return Timeline.build(self._records, self._corpus, self.by) if self._corpus else None

    def _lay_out(self) -> None:
        """Sort many marks into lanes in the background; they are indexed by the first picture."""
        worker = get_current_worker()
        timeline = self._laid_out()
        if timeline is not None:
            timeline.picture(timeline.fit(80), max(1, self.size.height), self._selected, today())

        def take() -> None:
            if not worker.is_cancelled:
                self._take(timeline)

        if not worker.is_cancelled:
            # The loop is gone when the app has ended.
            with contextlib.suppress(RuntimeError):
                self.app.call_from_thread(take)

    def _take(self, timeline: Timeline | None) -> None:
        self._timeline = timeline
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
            words += f" · as known on {self.known_until}"
        if self._measure == "amount":
            words += " · dense lanes by amount"
        self.border_title = Content(words)
        undated = len(self._timeline.undated)
        beside = f"{undated} without a date" if undated else ""
        signs = self._timeline.legend_beside(self.size.height, self.size.width - len(beside) - 8)
        self.border_subtitle = Content(" · ".join(filter(None, (signs, beside))))

    @property
    def scale(self) -> Scale | None:
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
        if self._timeline is None or scale is None or not self.size.height:
            return None
        self._picture = self._timeline.picture(
            scale,
            self.size.height,
            self._selected,
            today(),
            known=self.known_until,
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

    # The user

    def action_walk(self, step: int) -> None:
        """Go to the next mark in time."""
        from tui.timeline.walk import next_mark

        if self._timeline is not None:
            self._choose(next_mark(self._timeline, self._selected, step))

    def action_lane(self, step: int) -> None:
        """Go to the nearest mark of the next lane."""
        from tui.timeline.walk import next_lane

        if self._timeline is not None:
            self._choose(next_lane(self._timeline, self._selected, step))

    def _choose(self, record_id: str | None) -> None:
        if record_id is not None and record_id != self._selected:
            self._selected = record_id
            self._bring_into_view()
            self._redraw()
            self.post_message(self.Chosen(record_id))

    def _bring_into_view(self) -> None:
        self._picture = None
        picture, scale = self.picture, self.scale
        if picture is None or scale is None or self._timeline is None or self._selected is None:
            return
        if picture.place(self._selected) is None:
            middle = self._timeline.middle(self._selected)
            if middle is not None:
                self._set_scale(scale.panned(scale.column(middle) - scale.width / 2))

    def action_zoom_time(self, step: int) -> None:
        """Zoom about the selected mark, else about the middle."""
        scale = self.scale
        if scale is None:
            return
        about = scale.width / 2
        if self._timeline is not None and self._selected is not None:
            middle = self._timeline.middle(self._selected)
            if middle is not None and 0 <= scale.column(middle) < scale.width:
                about = scale.column(middle)
        self._set_scale(scale.zoomed(_ZOOM if step > 0 else 1 / _ZOOM, about))

    def action_pan(self, step: int) -> None:
        """Pan by a quarter of the window."""
        if self.scale is not None:
            self._set_scale(self.scale.panned(step * self.scale.width / 4))

    def action_fit(self) -> None:
        """Show all of time."""
        self._fitted = True
        self._redraw()

    def go_to(self, when: Edtf) -> None:
        """Show a date in the middle."""
        if self.scale is not None:
            self._set_scale(self.scale.centred(when))

    def action_lanes(self) -> None:
        """Group by the next field."""
        self.by = LANES[(LANES.index(self.by) + 1) % len(LANES)]
        self.show_records(self._records)

    def action_measure(self) -> None:
        """Let the height of dense lanes say how much instead of how many, or back."""
        self._measure = "amount" if self._measure == "count" else "count"
        self._redraw()

    def action_open(self) -> None:
        """Go into the record, or choose from the marks that lie over each other."""
        picture = self.picture
        place = picture.place(self._selected) if picture and self._selected else None
        if picture is not None and place is not None:
            records = _records_of(picture.hit(place[1], place[0]))
            if len(records) > 1:
                self.post_message(self.Stacked(records))
                return
        self.post_message(self.Opened())

    def _set_scale(self, scale: Scale) -> None:
        self._scale, self._fitted = scale, False
        self._redraw()

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag."""
        self._dragged, self._panned = event.x, False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pan with the mouse."""
        if self._dragged is not None and event.x != self._dragged and self.scale is not None:
            self._set_scale(self.scale.panned(self._dragged - event.x))
            self._dragged, self._panned = event.x, True

    def on_mouse_up(self) -> None:
        """End dragging."""
        self._dragged = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Choose the mark under the mouse, or one of several; the end of dragging chooses none."""
        offset, picture = event.get_content_offset(self), self.picture
        if offset is None or picture is None or self._panned:
            return
        records = _records_of(picture.hit(offset.x, offset.y))
        if len(records) > 1:
            self.post_message(self.Stacked(records))
        elif records:
            self._choose(records[0])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Zoom out."""
        event.stop()
        self.action_zoom_time(-1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Zoom in."""
        event.stop()
        self.action_zoom_time(1)


def _records_of(keys: Sequence[str]) -> list[str]:
    """The records of marks, each once; the mark of a tranche is `record/tranche`."""
    return list(dict.fromkeys(key.partition("/")[0] for key in keys))
