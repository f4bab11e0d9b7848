"""A pane that draws itself line by line, so that nothing it shows ever needs a new layout.

Textual's own `ScrollView` lays the screen out again when its virtual size or the visibility of
its scroll bar changes (41 ms on the reference machine); here both are plain drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.widgets.drawing.drawn_selection import (
    DrawnPlace,
    DrawnSelection,
    sentence_at,
    word_at,
)
from tui.widgets.drawing.palette import resolve
from tui.widgets.key_count import KeyCount
from tui.widgets.textual_compat import FaultTolerant, report_fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.geometry import Size
    from textual.screen import Screen

Run = tuple[str, str]
"""Text and the space-separated names of the styles that it wears, see `palette`."""


class ColumnEdge(NamedTuple):
    """An edge between two columns of a heading, which the mouse can drag.

    Attributes:
        cell: Where it stands on the line.
        column: The column that gets wider or narrower.
        width: Its cells now.
        direction: 1 for a column at the left of the edge, -1 for one at the right.
    """

    cell: int
    column: str
    width: int
    direction: int = 1


_REVERSED = Style(reverse=True)


class LinePane(FaultTolerant, Widget, can_focus=True):
    """A scrolling pane whose lines are drawn on demand, with a rail at its right edge.

    Subclasses give `build_line`, may mark places on the rail with `rail_mark`, and call
    `lines_changed` when what they show has changed.
    """

    class Counting(Message):
        """A number is being typed before a motion; 0 where that has ended."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class ColumnResized(Message):
        """The user wants a column to have so many cells."""

        def __init__(self, column: str, cells: int) -> None:
            super().__init__()
            self.column, self.cells = column, cells

        def can_replace(self, message: Message) -> bool:
            """Only the newest of a burst counts."""
            return isinstance(message, LinePane.ColumnResized)

    RAIL: ClassVar[bool] = True
    ALLOW_SELECT: ClassVar[bool] = False
    """Textual would select the name of the widget, since it knows nothing of what is drawn here."""
    SELECTS_DRAWN: ClassVar[bool] = True
    """Whether the mouse selects what is drawn; not where it selects or moves something else."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        if self.BORDER_TITLE:
            self.border_title = Content(tr(self.BORDER_TITLE))
        self.top = 0
        self.line_count = 0
        self._drawn: dict[int, Strip] = {}
        self._drawn_width = 0
        self._styles: dict[str, Style] = {}
        self._broken = False
        self._base: Style | None = None
        self._painted_size: Size | None = None
        self.count = KeyCount()
        self.drawn_selection: DrawnSelection | None = None
        self._pressed_at: DrawnPlace | None = None
        self._growing = False
        self._dragged_edge: ColumnEdge | None = None

    @property
    def place_at_hand(self) -> Region | None:
        """The cells on the screen of what is at hand, where it is in sight."""
        line = self.line_at_hand
        if line is None or not self.top <= line < self.top + self.page_height:
            return None
        content = self.content_region
        y = content.y + self.header_lines + line - self.top
        return Region(content.x, y, content.width, 1)

    # What subclasses give

    @property
    def line_at_hand(self) -> int | None:
        """The line that the cursor stands on, or what is at hand; `None` for none."""
        return None

    def build_line(self, line: int, width: int) -> Strip:
        """Draw one line of the content, `width` cells wide."""
        return Strip.blank(width)

    @property
    def header_lines(self) -> int:
        """Lines at the top that stay while the others scroll: none or one."""
        return 0

    def build_header(self, width: int) -> Strip:
        """Draw the line that stays, `width` cells wide."""
        return Strip.blank(width)

    def column_edges(self, row: int) -> Sequence[ColumnEdge]:
        """The edges that can be dragged on a row of the window."""
        return ()

    def rail_mark(self, first: int, last: int) -> Run | None:
        """What the rail shows for the lines from `first` to before `last`; `None` is nothing."""
        return None

    def leads_somewhere(self, line: int) -> bool:
        """Whether a second click on a line goes somewhere, so that it selects no word."""
        return False

    # What subclasses use

    @property
    def line_width(self) -> int:
        """Cells that a line may fill: all but the rail."""
        return max(1, self._line_area.width - self.RAIL)

    @property
    def page_height(self) -> int:
        """Lines that are in sight at a time."""
        return max(0, self._line_area.height - self.header_lines)

    def lines_changed(self, count: int | None = None, *, only: Iterable[int] | None = None) -> None:
        """Repaint, all lines or `only` some; `count` is the new number of lines."""
        if count is not None and count != self.line_count:
            self.line_count = count
            self.top = min(self.top, self.last_top)
            only = None
        if count is not None:
            # The lines may be others, of which nothing was selected.
            self.drawn_selection = None
        if only is None:
            self._drawn.clear()
            self.refresh()
            return
        height, first = self.page_height, self.header_lines
        for line in only:
            self._drawn.pop(line, None)
            if self.top <= line < self.top + height:
                self.refresh(Region(0, first + line - self.top, self.size.width, 1))

    def style_of(self, names: str) -> Style:
        """The style of the pane with that of space-separated names on top, later ones above."""
        style = self._styles.get(names)
        if style is None:
            over = resolve(self.app, names, self.background_colors[1])
            style = self._styles[names] = self._own_style + over
        return style

    @property
    def _own_style(self) -> Style:
        """The style of the pane, kept until it changes: Textual asks all ancestors for it."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def strip_of(self, runs: Iterable[Run], width: int, over: str = "") -> Strip:
        """A line of exactly `width` cells; `over` names styles for the whole line.

        Whatever was forgotten before, nothing is drawn here that a terminal would obey.
        """
        if over:
            runs = [(text, f"{names} {over}") for text, names in runs]
        style_of = self._styles.get
        segments = [
            Segment(safe_line(text), style_of(names) or self.style_of(names))
            for text, names in runs
            if text
        ]
        return Strip(segments).adjust_cell_length(width, self.style_of(over))

    # Scrolling

    @property
    def last_top(self) -> int:
        """The topmost line when scrolled to the very end."""
        return max(0, self.line_count - self.page_height)

    def scroll_lines(self, top: int) -> None:
        """Show the lines from `top`, or as far as there are lines."""
        top = max(0, min(top, self.last_top))
        if top != self.top:
            self.top = top
            self.refresh()

    def keep_visible(self, first: int, last: int, *, margin: int = 0) -> None:
        """Scroll as little as needed to show the lines from `first` to `last`."""
        height = self.page_height
        margin = min(margin, max(0, (height - (last - first + 1)) // 2))
        if first - margin < self.top:
            self.scroll_lines(first - margin)
        elif last + margin >= self.top + height:
            self.scroll_lines(min(first, last + margin - height + 1))

    def centre(self) -> None:
        """Bring what is at hand into the middle."""
        if self.line_at_hand is not None:
            self.scroll_lines(self.line_at_hand - self.page_height // 2)

    def on_key(self, event: events.Key) -> None:
        """Collect the number before a motion."""
        before = self.count.pending
        if self.count.typed(event.key, lambda key: key not in self.screen.active_bindings):
            event.stop()
            event.prevent_default()
        self._tell_count(before)

    def on_blur(self) -> None:
        """A number that was begun is for no other pane."""
        before = self.count.pending
        self.count.drop()
        self._tell_count(before)

    def _tell_count(self, before: int) -> None:
        if self.count.pending != before:
            self.post_message(self.Counting(self.count.pending))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_lines(self.top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_lines(self.top - 3)

    def line_at(self, event: events.MouseEvent) -> int | None:
        """The line under the mouse; a click on the rail scrolls there and gives none.

        The end of a selection is no click.
        """
        offset = event.get_content_offset(self)
        if offset is None or self._growing:
            return None
        row = offset.y - self.header_lines
        if row < 0:
            return None
        if offset.x >= self.line_width and self.last_top:
            self.scroll_lines(self.line_count * row // max(1, self.page_height))
            return None
        line = self.top + row
        return line if line < self.line_count else None

    # Selecting what is drawn

    @property
    def selected_text(self) -> str:
        """What is selected of the lines; empty for nothing."""
        selection = self.drawn_selection
        return selection.text(self._line_text) if selection is not None else ""

    def select_drawn(self, selection: DrawnSelection | None) -> None:
        """Select a stretch of the lines in place of what was selected before."""
        before, self.drawn_selection = self.drawn_selection, selection
        if selection != before:
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select; nothing else stays selected on the screen."""
        self._growing = False
        deselect_drawn(self.screen)
        self._dragged_edge = self._edge_under(event)
        if self._dragged_edge is not None:
            event.stop()
            self.capture_mouse()
            return
        self._pressed_at = self._place_under(event) if self.SELECTS_DRAWN else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Grow the selection to the cell under the mouse, beyond the pane to its edge."""
        edge = self._dragged_edge
        if edge is not None:
            moved = event.get_content_offset_capture(self).x - edge.cell
            self.post_message(self.ColumnResized(edge.column, edge.width + edge.direction * moved))
            return
        pressed = self._pressed_at
        if pressed is None or not event.button:
            return
        place = self._place_under(event)
        if place is None or (place == pressed and not self._growing):
            return
        if not self._growing:
            self._growing = True
            self.capture_mouse()
        # Both the first cell and the last one are part of it.
        first, last = sorted((pressed, place))
        last = last._replace(cell=last.cell + 1)
        self.select_drawn(DrawnSelection(first, last))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Keep what is selected."""
        if self._dragged_edge is not None:
            self._dragged_edge = None
            self.release_mouse()
        if self._pressed_at is not None:
            self._pressed_at = None
            if self._growing:
                self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word with a second click, its sentence with a third."""
        line = self.line_at(event)
        if line is None or not self.SELECTS_DRAWN or self.leads_somewhere(line):
            return
        place = DrawnPlace(line, event.get_content_offset_capture(self).x)
        if event.chain == 2:
            self.select_drawn(word_at(place, self._line_text))
        elif event.chain > 2:
            self.select_drawn(sentence_at(place, self._line_text, self.line_count))

    def _edge_under(self, event: events.MouseEvent) -> ColumnEdge | None:
        """The edge of a column under the mouse, or the cell beside it."""
        offset = event.get_content_offset(self)
        edges = self.column_edges(offset.y) if offset is not None else ()
        near = [edge for edge in edges if offset is not None and abs(edge.cell - offset.x) <= 1]
        return min(near, key=lambda edge: abs(edge.cell - event.x), default=None)

    def _place_under(self, event: events.MouseEvent) -> DrawnPlace | None:
        """The cell under the mouse, or the nearest one of the pane."""
        if not self.line_count:
            return None
        offset = event.get_content_offset_capture(self)
        row = offset.y - self.header_lines
        line = max(0, min(self.line_count - 1, self.top + row))
        return DrawnPlace(line, max(0, min(self.line_width - 1, offset.x)))

    def _line_text(self, line: int) -> str:
        """What a line shows, without the rail."""
        return self._built(line, self.line_width).text

    def _marked(self, strip: Strip, line: int, width: int) -> Strip:
        """A line with its selected part reversed."""
        selection = self.drawn_selection
        start, end = selection.cells(line, width) if selection is not None else (0, 0)
        if start >= end:
            return strip
        before, selected, after = strip.divide([start, min(end, width), width])
        return Strip.join((before, selected.apply_style(_REVERSED), after))

    # Drawing

    @property
    def _line_area(self) -> Size:
        """The cells in which lines are drawn.

        Textual works a size out by way of all ancestors. That is done once for all lines that are
        painted together: a quarter of the time that painting a pane takes.
        """
        return self._painted_size or self.size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines of the window, with all that stands around them."""
        self._painted_size = self.size
        try:
            return super().render_lines(crop)
        finally:
            self._painted_size = None

    def render_line(self, y: int) -> Strip:
        """One line of the window with its piece of the rail."""
        width = self.line_width
        y -= self.header_lines
        if y < 0:
            return Strip.join((self.build_header(width), Strip.blank(self.RAIL, self._own_style)))
        line = y + self.top
        if width != self._drawn_width:
            self._drawn.clear()
            self._drawn_width = width
        if line < self.line_count:
            strip = self._drawn.get(line)
            if strip is None:
                if len(self._drawn) > 1000:
                    self._drawn.clear()
                strip = self._drawn[line] = self._built(line, width)
            if self.drawn_selection is not None:
                strip = self._marked(strip, line, width)
        else:
            strip = Strip.blank(width, self._own_style)
        if not self.RAIL:
            return strip
        return Strip.join((strip, Strip([self._rail(y)], 1)))

    def _built(self, line: int, width: int) -> Strip:
        """A line; one that cannot be drawn says so, and the first of a pane is told as a fault."""
        try:
            return self.build_line(line, width)
        except Exception as error:
            if not self._broken:
                self._broken = True
                self.app.call_later(report_fault, self.app, error)
            return self.strip_of([(f" {tr('this line cannot be drawn')}", "bad")], width)

    def _rail(self, y: int) -> Segment:
        if not self.line_count:
            return Segment(" ", self._own_style)
        height, last_top = max(1, self.page_height), self.last_top
        first = self.line_count * y // height if last_top else y
        last = max(first + 1, self.line_count * (y + 1) // height if last_top else y + 1)
        mark = self.rail_mark(first, last)
        inside = last_top > 0 and first < self.top + height and last > self.top
        if mark is not None:
            return Segment(mark[0], self.style_of(mark[1]))
        if inside:
            return Segment("▐", self.style_of("thumb"))
        return Segment("▕" if last_top else " ", self.style_of("rail"))

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old theme."""
        super().notify_style_update()
        self._base = None
        self._styles.clear()
        self._drawn.clear()

    def on_resize(self) -> None:
        """Keep the window within the lines; what was painted before may have been elsewhere."""
        self.scroll_lines(self.top)


def drawn_text(screen: Screen[Any]) -> str:
    """What is selected of the lines of a screen; empty for nothing."""
    texts = (pane.selected_text for pane in screen.query(LinePane))
    return next(filter(None, texts), "")


def deselect_drawn(screen: Screen[Any]) -> bool:
    """Select nothing of the lines of a screen; whether anything was."""
    selected = [pane for pane in screen.query(LinePane) if pane.drawn_selection is not None]
    for pane in selected:
        pane.select_drawn(None)
    return bool(selected)
