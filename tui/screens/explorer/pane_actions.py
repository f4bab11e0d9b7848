"""Which pane has the focus, which one is shown where only one fits, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import ALWAYS, Scope, commands_in
from tui.screens.part import ExplorerPart
from tui.widgets.bars import KeyHint, hints

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget


PANES = ("results", "record", "article", "timeline")
TYPING = (
    KeyHint("enter", "to the list"),
    KeyHint("↑ ↓", "walk"),
    KeyHint("⇥", "complete"),
    KeyHint("e.g.", "payer:amazon amount:>1bn -word a | b"),
)
"""What the footer says while the user types: the search bar has these keys itself."""


class PaneActions(ExplorerPart):
    """Actions on panes; mixed into the explorer, which owns them."""

    def show_pane(self, name: str) -> None:
        """Focus a pane, showing it where only one fits."""
        pane = self.query_one(f"#{name}")
        self._activate(name)
        if not pane.display and name == "timeline":
            self.add_class("-zoomed")
        if pane.display and pane.focusable:
            self.set_focus(pane)
        else:
            self.call_after_refresh(pane.focus)

    def _activate(self, name: str) -> None:
        for other in PANES:
            self.query_one(f"#{other}").set_class(other == name, "-active")
        self.set_class(name == "timeline", "-on-timeline")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the pane that has the focus."""
        name = event.widget.id or ""
        if name in PANES:
            self._activate(name)
        self._show_keys(event.widget)

    def _show_keys(self, focused: Widget) -> None:
        own = commands_in(Scope(f"explorer.{focused.id}")) if focused.id in PANES else ()
        if focused.id == "query":
            self.keys.show_hints(TYPING, ())
            return
        # A key does what the pane does with it: its other meaning works elsewhere only.
        taken = {key for command in own for key in command.keys}
        rest = [
            command
            for command in commands_in(Scope.EXPLORER, Scope.APP)
            if command not in ALWAYS and taken.isdisjoint(command.keys)
        ]
        self.keys.show_hints(hints([*own, *rest]), hints(ALWAYS))

    def action_pane(self, step: int) -> None:
        """Focus the next pane."""
        shown = [
            name
            for name in PANES
            if name != "timeline" or not self.has_class("-low") or self.has_class("-narrow")
        ]
        here = next(
            (at for at, name in enumerate(shown) if self.query_one(f"#{name}").has_focus), 0
        )
        self.show_pane(shown[(here + step) % len(shown)])

    def action_zoom(self) -> None:
        """Fill the screen with the focused pane, and back."""
        self.toggle_class("-zoomed")
        self.call_after_refresh(self._leave_hidden_pane)

    def _leave_hidden_pane(self) -> None:
        """Where there is no room for the timeline beside the others, its keys go with it."""
        if self.timeline.has_class("-active") and not self.timeline.display:
            self.show_pane("results")
