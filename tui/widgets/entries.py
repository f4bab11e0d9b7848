"""A list of lines of which some lead somewhere: the body of every screen beside the explorer."""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tui.widgets.drawing.highlighted_text import clip
from tui.widgets.drawing.line_pane import ColumnEdge, LinePane, Run
from tui.widgets.key_bindings import LIST_KEYS, OwnKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class Target(NamedTuple):
    """Where a line leads: a kind of thing (`record`, `article`, `party`, …) and which.

    `place` tells where in it, and tells lines apart that lead to the same.
    """

    kind: str
    key: str
    detail: str = ""
    place: str = ""


class Part(NamedTuple):
    """What stands further right on a line and leads somewhere of its own.

    `start` is its first cell, which the cursor marks; its text begins behind it.
    """

    start: int
    runs: list[Run]
    target: Target | None


class Entry(NamedTuple):
    """A line, and where it leads; lines without a target are headings and notes.

    `parts` stand beside what `runs` say, from left to right; `edges` are those of the columns that
    the line is the heading of.
    """

    runs: list[Run]
    target: Target | None = None
    parts: tuple[Part, ...] = ()
    edges: tuple[ColumnEdge, ...] = ()

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """The line as parts, of which it has at least one."""
        return (Part(0, self.runs, self.target), *self.parts)

    def part_at(self, column: int) -> Part | None:
        """The part that leads somewhere at a column, else the one before it, else the first."""
        leading = [part for part in self.all_parts if part.target is not None]
        before = [part for part in leading if part.start <= column]
        return before[-1] if before else leading[0] if leading else None


def side_by_side(left: Sequence[Entry], right: Sequence[Entry], at: int) -> list[Entry]:
    """Two lists beside each other, the second one from a cell on; neither has parts itself."""
    lines: list[Entry] = []
    for one, other in zip_longest(left, right, fillvalue=Entry([])):
        lines.append(one._replace(parts=(Part(at, other.runs, other.target),)))
    return lines


class EntryPane(LinePane):
    """Entries with a cursor that stands only on those that lead somewhere."""

    OWN_KEYS = OwnKeys("List", (("enter", "Go where the line leads"), *LIST_KEYS))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor(1)", show=False),
        Binding("up,k", "cursor(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("home,g", "cursor_end(-1)", show=False),
        Binding("end,G", "cursor_end(1)", show=False),
        Binding("left,h", "part(-1)", show=False),
        Binding("right,l", "part(1)", show=False),
        Binding("H", "in_sight(-1)", show=False),
        Binding("L", "in_sight(1)", show=False),
        Binding("z", "centre", show=False),
        Binding("enter", "follow", show=False),
    ]

    class Followed(Message):
        """The user follows an entry."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    class Moved(Message):
        """The user put the cursor on another entry."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

        def can_replace(self, message: Message) -> bool:
            """Only the newest of a burst counts."""
            return isinstance(message, EntryPane.Moved)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._links: list[int] = []
        self._at = 0
        self._column = 0

    def show(self, entries: Sequence[Entry], keep: Target | None = None) -> None:
        """Show other entries, the cursor on `keep`, or as far down as it was when that is gone."""
        self._entries = entries
        self._links = [line for line, entry in enumerate(entries) if entry.part_at(0) is not None]
        kept = [
            (at, part.start)
            for at, line in enumerate(self._links)
            for part in entries[line].all_parts
            if keep is not None and part.target == keep
        ]
        if kept:
            # Several findings may lead to one place.
            before = self._at, self._column
            self._at, self._column = min(
                kept, key=lambda place: (abs(place[0] - before[0]), abs(place[1] - before[1]))
            )
        else:
            self._at = max(0, min(self._at, len(self._links) - 1)) if keep is not None else 0
        self.line_count = -1
        self.lines_changed(len(entries))
        self._show_cursor()

    @property
    def target(self) -> Target | None:
        """Where the entry under the cursor leads."""
        part = self._part
        return part.target if part is not None else None

    @property
    def _part(self) -> Part | None:
        """The part under the cursor."""
        return self._entries[self._links[self._at]].part_at(self._column) if self._links else None

    def column_edges(self, row: int) -> Sequence[ColumnEdge]:
        """Those of a heading."""
        line = self.top + row
        return self._entries[line].edges if 0 <= line < len(self._entries) else ()

    @property
    def edge_at_hand(self) -> ColumnEdge | None:
        """The right edge of the column that the cursor stands in; `None` where there are none."""
        if not self._links:
            return None
        above = (self._entries[line].edges for line in range(self.line, -1, -1))
        edges = next(filter(None, above), ())
        here = self._part
        start = here.start if here is not None else 0
        return next((edge for edge in edges if edge.cell > start), None)

    @property
    def line(self) -> int:
        """The line of the entry under the cursor; -1 where none leads anywhere."""
        return self._links[self._at] if self._links else -1

    @property
    def at_first(self) -> bool:
        """Whether no entry that leads anywhere stands above the one under the cursor."""
        return self._at == 0

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, or the first after it that leads somewhere."""
        at = bisect_left(self._links, line)
        if at < len(self._links):
            self._put(at)

    def action_cursor(self, step: int) -> None:
        """Move to the next entry that leads somewhere; at either end scroll what lies beyond."""
        times = self.count.times()
        at = self._at + step * times
        if times > 1 and self._links:
            at = max(0, min(at, len(self._links) - 1))
        if not 0 <= at < len(self._links):
            self.scroll_lines(self.top + step * times)
            return
        self._put(at)

    def action_part(self, step: int) -> None:
        """Move to what stands beside on the same line."""
        here = self._part
        if here is None:
            return
        leading = [part for part in self._entries[self.line].all_parts if part.target is not None]
        at = leading.index(here) + step
        if 0 <= at < len(leading):
            self._column = leading[at].start
            self.lines_changed(only=(self.line,))

    def action_page(self, step: int) -> None:
        """Move by screens."""
        step *= max(1, self.size.height - 2) * self.count.times()
        if not self._links:
            self.scroll_lines(self.top + step)
            return
        wanted = self._links[self._at] + step
        self._put(min(range(len(self._links)), key=lambda at: abs(self._links[at] - wanted)))

    def action_cursor_end(self, step: int) -> None:
        """Go to the first or the last entry, or to the one with the number typed before."""
        number, last = self.count.given(), len(self._links) - 1
        if self._links:
            self._put((last if step > 0 else 0) if number is None else min(number - 1, last))

    def action_in_sight(self, step: int) -> None:
        """Go to the first or the last entry in sight."""
        first = bisect_left(self._links, self.top)
        end = bisect_left(self._links, self.top + self.size.height)
        if first < end:
            self._put(end - 1 if step > 0 else first)

    def action_centre(self) -> None:
        """Bring the cursor into the middle."""
        self.centre()

    @property
    def line_at_hand(self) -> int | None:
        """The line of the entry under the cursor."""
        return self.line if self._links else None

    def action_follow(self) -> None:
        """Go where the entry leads."""
        if self.target is not None:
            self.post_message(self.Followed(self.target))

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; a second click follows it."""
        line = self.line_at(event)
        if line in self._links:
            self._column = event.get_content_offset_capture(self).x
            self._put(self._links.index(line))
            if event.chain > 1:
                self.action_follow()

    def leads_somewhere(self, line: int) -> bool:
        """A second click follows an entry that has a target."""
        return line in self._links

    def _put(self, at: int) -> None:
        old, self._at = self._links[self._at], at
        self.lines_changed(only=(old, self._links[at]))
        self._show_cursor()
        if self.target is not None:
            self.post_message(self.Moved(self.target))

    def on_resize(self) -> None:
        """Keep the cursor in view; when entries come first, there is no height to keep it in."""
        super().on_resize()
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self._links and self.size.height:
            line = self._links[self._at]
            first = line if self._at else 0
            # Keep the heading above an entry in view.
            while first > 0 and line - first < 3 and self._entries[first - 1].target is None:
                first -= 1
            self.keep_visible(first if line - first < self.size.height else line, line)

    def build_line(self, line: int, width: int) -> Strip:
        """One entry."""
        entry = self._entries[line]
        here = self._part if self._links and self._links[self._at] == line else None
        over = "chosen" if self.has_focus else "cursor"
        if not entry.parts:
            bar: Run = ("▌", "accent") if here else (" ", "")
            return self.strip_of([bar, *clip(entry.runs, width - 1)], width, over if here else "")
        parts = entry.all_parts
        ends = [*(part.start for part in parts[1:]), width]
        strips = [
            self.strip_of(
                [("▌", "accent") if part == here else (" ", ""), *clip(part.runs, room - 1)],
                room,
                over if part == here else "",
            )
            for part, end in zip(parts, ends, strict=True)
            if (room := min(end, width) - part.start) > 0
        ]
        return Strip.join(strips)
