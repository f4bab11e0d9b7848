"""A field for a note of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from tui.model.safe_text import safe_text
from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from textual import events


class NoteArea(FaultTolerant, TextArea):
    """Enter keeps the note, as in a field of one line; another key begins a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", show=False, priority=True),
        Binding("ctrl+j,shift+enter", "insert_line", show=False, priority=True),
    ]

    class Submitted(Message):
        """The user is done."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, text: str) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False, tab_behavior="focus")
        self.move_cursor(self.document.end)

    def action_submit(self) -> None:
        """Keep what is written."""
        self.post_message(self.Submitted(self.text))

    def action_insert_line(self) -> None:
        """Begin another line."""
        self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines; what a terminal would obey is shown, not kept."""
        event.stop()
        event.prevent_default()
        lines = event.text.replace("\r\n", "\n").replace("\r", "\n")
        self.replace(safe_text(lines.replace("\t", "    ")), *self.selection)
