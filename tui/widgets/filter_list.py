"""A list that what is typed above it filters; the arrows move in it meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from tui.widgets.entries import EntryPane
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from tui.widgets.entries import Entry, Target


class FilteredPane(EntryPane, can_focus=False):
    """The entries, which leave the focus to the line above them."""


class FilterList(Vertical):
    """A line to type in, and the entries that whoever owns it shows for what is typed."""

    DEFAULT_CSS = """
    FilterList {
        height: 1fr;
        LineInput { height: 1; margin: 0 0 1 0; &>.input--placeholder { color: $quiet-text; } }
        FilteredPane { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "cursor(1)", show=False),
        Binding("up", "cursor(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    line = query_one(LineInput)
    pane = query_one(FilteredPane)

    class Typed(Message):
        """Other words are to filter the list."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Taken(Message):
        """Enter was pressed; `target` is where the entry at the cursor leads."""

        def __init__(self, target: Target | None) -> None:
            super().__init__()
            self.target = target

    def __init__(self, placeholder: str) -> None:
        """Make a list; `placeholder` says what may be typed."""
        super().__init__()
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The line and the list."""
        yield LineInput(compact=True, select_on_focus=False, placeholder=self._placeholder)
        yield FilteredPane()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show the entries for what is typed, from the first on."""
        self.pane.scroll_lines(0)
        self.pane.show(entries)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for the entries."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the entry at the cursor."""
        event.stop()
        self.post_message(self.Taken(self.pane.target))

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """An entry was clicked twice."""
        message.stop()
        self.post_message(self.Taken(message.target))

    def action_cursor(self, step: int) -> None:
        """Move by entries."""
        self.pane.action_cursor(step)

    def action_page(self, step: int) -> None:
        """Move by screens."""
        self.pane.action_page(step)
