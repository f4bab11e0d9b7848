"""A list of lines of which some lead somewhere: the body of every screen beside the explorer."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.drawing.highlighted_text import clip
from tui.widgets.drawing.line_pane import LinePane, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip


class Target(NamedTuple):
    """Where a line leads: a kind of thing (`record`, `article`, `party`, …) and which.

    `place` tells where in it, and tells lines apart that lead to the same.
    """

    kind: str
    key: str
    detail: str = ""
    place: str = ""


class Entry(NamedTuple):
    """A line, and where it leads; lines without a target are headings and notes."""

    runs: list[Run]
    target: Target | None = None


class EntryPane(LinePane):
    """Entries with a cursor that stands only on those that lead somewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor(1)", show=False),
        Binding("up,k", "cursor(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("home,g", "cursor_end(-1)", show=False),
        Binding("end,G", "cursor_end(1)", show=False),
        Binding("enter", "follow", show=False),
    ]

    class Followed(Message):
        """The user follows an entry."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._links: list[int] = []
        self._at = 0

    def show(self, entries: Sequence[Entry], keep: Target | None = None) -> None:
        """Show other entries, the cursor on `keep`, or as far down as it was when that is gone."""
        self._entries = entries
        self._links = [line for line, entry in enumerate(entries) if entry.target is not None]
        targets = [entries[line].target for line in self._links]
        same = [at for at, target in enumerate(targets) if target == keep]
        if same:
            # Several findings may lead to one place.
            self._at = min(same, key=lambda at: abs(at - self._at))
        else:
            self._at = max(0, min(self._at, len(targets) - 1)) if keep is not None else 0
        self.line_count = -1
        self.lines_changed(len(entries))
        self._show_cursor()

    @property
    def target(self) -> Target | None:
        """Where the entry under the cursor leads."""
        return self._entries[self._links[self._at]].target if self._links else None

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
        if not 0 <= self._at + step < len(self._links):
            self.scroll_lines(self.top + step)
            return
        self._put(self._at + step)

    def action_page(self, step: int) -> None:
        """Move by screens."""
        if not self._links:
            self.scroll_lines(self.top + step * max(1, self.size.height - 2))
            return
        wanted = self._links[self._at] + step * max(1, self.size.height - 2)
        self._put(min(range(len(self._links)), key=lambda at: abs(self._links[at] - wanted)))

    def action_cursor_end(self, step: int) -> None:
        """Go to the first or the last entry."""
        if self._links:
            self._put(len(self._links) - 1 if step > 0 else 0)

    def action_follow(self) -> None:
        """Go where the entry leads."""
        if self.target is not None:
            self.post_message(self.Followed(self.target))

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; a second click follows it."""
        line = self.line_at(event)
        if line in self._links:
            self._put(self._links.index(line))
            if event.chain > 1:
                self.action_follow()

    def _put(self, at: int) -> None:
        old, self._at = self._links[self._at], at
        self.lines_changed(only=(old, self._links[at]))
        self._show_cursor()

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
        here = bool(self._links) and self._links[self._at] == line
        bar: Run = ("▌", "accent") if here else (" ", "")
        over = ("chosen" if self.has_focus else "cursor") if here else ""
        return self.strip_of([bar, *clip(entry.runs, width - 1)], width, over)
