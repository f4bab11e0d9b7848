"""The list under a field from which it is answered; it narrows as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.model.safe_text import safe_line
from tui.widgets.drawing.highlighted_text import clip
from tui.widgets.drawing.line_pane import LinePane, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from tui.session.forms.choices import Choice

_HEIGHT = 6
"""Choices in sight at once: a glance takes in no more, and one more letter narrows them."""


class PickList(LinePane, can_focus=False):
    """Choices over what lies below a field, with a cursor; the field keeps the focus."""

    DEFAULT_CSS = """
    PickList {
        overlay: screen; display: none; width: 60%; max-width: 56; height: auto;
        offset-x: 14; background: $panel;
    }
    """

    class Clicked(Message):
        """The user clicked on a choice."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self._at = 0

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return bool(self.display)

    @property
    def choice(self) -> Choice | None:
        """The choice under the cursor."""
        return self._choices[self._at] if self._choices else None

    def show(self, choices: Sequence[Choice], at: int = 0) -> None:
        """Offer choices, the cursor on one of them."""
        self._choices, self._at = choices, at
        self.styles.height = max(1, min(_HEIGHT, len(choices)))
        self.lines_changed(len(choices))
        self.lines_changed()
        self.display = bool(choices)
        self._show_cursor()

    def close(self) -> None:
        """Offer nothing."""
        self._choices = ()
        self.display = False

    def walk(self, step: int) -> None:
        """Put the cursor on the next choice, around the end."""
        if self._choices:
            old, self._at = self._at, (self._at + step) % len(self._choices)
            self.lines_changed(only=(old, self._at))
            self._show_cursor()

    def on_resize(self) -> None:
        """Keep the cursor in view; when choices come first, there is no height to keep it in."""
        super().on_resize()
        self._show_cursor()

    def _show_cursor(self) -> None:
        if self.size.height:
            self.keep_visible(self._at, self._at, margin=1)

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse."""
        event.stop()
        line = self.line_at(event)
        if line is not None:
            self._at = line
            self.post_message(self.Clicked())

    def leads_somewhere(self, line: int) -> bool:
        """Each click takes a choice."""
        return True

    def build_line(self, line: int, width: int) -> Strip:
        """One choice, with its note at the right."""
        choice = self._choices[line]
        here = line == self._at
        runs: list[Run] = [("▌" if here else " ", "accent"), (safe_line(choice.shown), "")]
        if choice.note:
            runs.append((f"  {safe_line(choice.note)}", "quiet"))
        return self.strip_of(clip(runs, width), width, "chosen" if here else "")
