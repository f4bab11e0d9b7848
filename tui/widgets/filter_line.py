"""A line to type words in that narrow the list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.platform.translation import tr
from tui.widgets.key_bindings import OwnKeys
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual import events


class FilterLine(LineInput):
    """The filter of a list."""

    DEFAULT_CSS = """
    FilterLine { height: 1; width: 1fr; }
    """

    OWN_KEYS = OwnKeys(
        "Filter", (("enter ↓", "Go to the list"), ("Esc", "Show all of the list again"))
    )
    virtual_size = reactive(Size(0, 0))
    """The cells of what is typed. Its own width is fixed: no letter needs a new layout."""

    class Left(Message):
        """The user is done typing and goes to the list, `escaped` to have all of it again."""

        def __init__(self, *, escaped: bool) -> None:
            super().__init__()
            self.escaped = escaped

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        words = tr("words that a line must have")
        super().__init__(id=id, compact=True, select_on_focus=False, placeholder=words)

    def on_key(self, event: events.Key) -> None:
        """Keys that leave the line."""
        if event.key in ("escape", "enter", "down", "tab"):
            self.post_message(self.Left(escaped=event.key == "escape"))
            event.stop()
            event.prevent_default()
