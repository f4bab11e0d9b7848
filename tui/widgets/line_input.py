"""A field of one line, which takes a text of several lines as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.widgets.textual_compat import FaultTolerant

if TYPE_CHECKING:
    from textual import events

_LINE_END = re.compile(r"[^\S\n\r]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """A text on one line: each line end with the space around it becomes one space.

    What is pasted may hold control characters, which nobody can type or see: they are left out.
    """
    return _CONTROL.sub("", _LINE_END.sub(" ", text.strip()).replace("\t", " "))


class LineInput(FaultTolerant, Input):
    """Textual's field, which of a pasted text would keep the first line and say nothing."""

    def on_paste(self, event: events.Paste) -> None:
        """Take all of a text that the terminal pastes."""
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Take all of the text that was copied last in the app."""
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        self.replace(one_line(text), *self.selection)
