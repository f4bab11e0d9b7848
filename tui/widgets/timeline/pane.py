"""The timeline: every dated record on one axis, walked with the keyboard and the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from tui.commands import Scope
from tui.widgets.key_bindings import bindings
from tui.widgets.timeline.view import LANES, TimelineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType

    from tui.model.dates import Edtf


class TimelinePane(TimelineView):
    """Walks, zooms and pans the picture, and says what the user chose in it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TIMELINE)

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
        self._dragged: int | None = None
        self._panned = False

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
        if picture.cell_of(self._selected) is None:
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
        self._zoom(step, about)

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
        self.lay_out()

    def action_measure(self) -> None:
        """Let the height of dense lanes say how much instead of how many, or back."""
        self._measure = "amount" if self._measure == "count" else "count"
        self._redraw()

    def action_open(self) -> None:
        """Go into the record, or choose from the marks that lie over each other."""
        picture = self.picture
        place = picture.cell_of(self._selected) if picture and self._selected else None
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
            self._set_scale(self.scale.panned(self._dragged - event.x))
            self._dragged, self._panned = event.x, True

    def on_mouse_up(self) -> None:
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
            self._zoom(step, max(0, offset.x - self._left) + 0.5)


def _records_of(keys: Sequence[str]) -> list[str]:
    """The records of marks, each once; the mark of a tranche is `record/tranche`."""
    return list(dict.fromkeys(key.partition("/")[0] for key in keys))
