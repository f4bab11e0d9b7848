"""The line that names the panes where not all of them are in sight, with the key of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from tui.model.messages import msg, shown
from tui.widgets.bars import TextLine
from tui.widgets.drawing.highlighted_text import width_of

if TYPE_CHECKING:
    from textual import events

    from tui.widgets.drawing.line_pane import Run

PANES = {
    "results": msg("Deals"),
    "record": msg("Record"),
    "article": msg("Article"),
    "timeline": msg("Timeline"),
}
"""The panes in the order of their keys, 1 to 4, and what they are called."""


class PaneTabs(TextLine):
    """Names of panes; the active one stands out, a click goes to one."""

    class Chosen(Message):
        """The user wants to see a pane."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._ends: dict[str, int] = {}
        self.show_active("results")

    def show_active(self, active: str) -> None:
        """Let a pane stand out; what is no pane changes nothing."""
        if active not in PANES:
            return
        runs: list[Run] = []
        for number, (pane, name) in enumerate(PANES.items(), 1):
            here = pane == active
            runs += [
                (f" {number}", "key"),
                (f" {shown(name)} ", "title chosen" if here else "quiet"),
            ]
            self._ends[pane] = width_of(runs)
        self.show(runs)

    def on_click(self, event: events.Click) -> None:
        """Choose the pane whose name is under the mouse."""
        for pane, end in self._ends.items():
            if event.x < end:
                self.post_message(self.Chosen(pane))
                return
