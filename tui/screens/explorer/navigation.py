"""Which pane has the focus, which one is shown where only one fits, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from tui.commands import ALWAYS, LEAVE, Scope, commands_in
from tui.model.messages import msg, shown
from tui.widgets.bars import KeyHint, hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.commands import KeyTable

TYPING = (
    KeyHint("enter", msg("to the list")),
    KeyHint("↑ ↓", msg("walk")),
    KeyHint("⇥", msg("complete")),
    KeyHint("f1", msg("help")),
    KeyHint(msg("e.g."), "payer:amazon amount:>1bn -word a | b"),
)
"""What the footer says while the user types: the search bar has these keys itself."""


def _typing() -> list[KeyHint]:
    return [KeyHint(shown(hint.keys), shown(hint.words)) for hint in TYPING]


class Pane(Protocol):
    """One of the panes, as far as it is shown and has the focus."""

    @property
    def display(self) -> bool:
        """Whether it takes part in the layout."""

    @property
    def focusable(self) -> bool:
        """Whether it can have the focus now."""

    @property
    def has_focus(self) -> bool:
        """Whether it has it."""

    def has_class(self, *names: str) -> bool:
        """Whether it is styled so."""

    def set_class(self, add: bool, *names: str) -> object:
        """Style it so, or no longer."""

    def focus(self) -> object:
        """Take the focus."""


class PaneFrame(Protocol):
    """The screen around the panes."""

    def has_class(self, *names: str) -> bool:
        """Whether it is styled so."""

    def set_class(self, add: bool, *names: str) -> object:
        """Style it so, or no longer."""

    def toggle_class(self, *names: str) -> object:
        """Style it so, or no longer where it is."""

    def call_after_refresh(self, callback: Callable[..., Any], /) -> bool:
        """Call back once what has changed is painted."""


class KeyLine(Protocol):
    """The footer."""

    def show_hints(self, shown: Sequence[KeyHint], always: Sequence[KeyHint]) -> None:
        """Show hints, most useful first; `always` are kept at the right end."""


class NavigationController:
    """Moves the focus between panes."""

    def __init__(
        self,
        frame: PaneFrame,
        panes: Mapping[str, Pane],
        focus: Callable[[str], None],
        keys: KeyLine,
        key_table: KeyTable,
        way_out: Callable[[], str] = lambda: "",
    ) -> None:
        """Connect the panes.

        Args:
            frame: The screen.
            panes: The panes by name.
            focus: Gives a pane, by its name, the focus at once, so that the next key goes there.
            keys: Where the keys of the pane are shown.
            key_table: The keys as they are now.
            way_out: Where escape leads, in a word or two; empty for nowhere.
        """
        self._key_table, self._way_out = key_table, way_out
        self._focused = ""
        self._frame, self._panes, self._focus, self._keys = frame, panes, focus, keys

    def show_pane(self, name: str) -> None:
        """Focus a pane, showing it where only one fits."""
        pane = self._panes[name]
        self.activate(name)
        if not pane.display and name == "timeline":
            self._frame.set_class(True, "-zoomed")
        if pane.display and pane.focusable:
            self._focus(name)
        else:
            self._frame.call_after_refresh(pane.focus)

    @property
    def active(self) -> str:
        """The pane that has the focus, or had it before the search bar."""
        return next(
            (name for name, pane in self._panes.items() if pane.has_class("-active")), "results"
        )

    def activate(self, name: str) -> None:
        """Let a pane be the one that is shown where only one fits."""
        for other, pane in self._panes.items():
            pane.set_class(other == name, "-active")
        self._frame.set_class(name == "timeline", "-on-timeline")

    def focused(self, name: str) -> None:
        """Something took the focus: a pane, or the search bar. Show its keys."""
        if name in self._panes:
            self.activate(name)
        self._focused = name
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys of what has the focus, after the way out where there is one."""
        name = self._focused
        if name == "query":
            self._keys.show_hints(_typing(), ())
            return
        own = commands_in(Scope(f"explorer.{name}")) if name in self._panes else ()
        # A key does what the pane does with it: its other meaning works elsewhere only.
        table = self._key_table
        taken = {key for command in own for key in table.keys_of(command)}
        rest = [
            command
            for command in commands_in(Scope.EXPLORER, Scope.APP)
            if command not in ALWAYS and taken.isdisjoint(table.keys_of(command))
        ]
        shown = hints([*own, *rest], table)
        if words := self._way_out():
            shown.insert(0, KeyHint(table.shown(LEAVE), words, LEAVE))
        self._keys.show_hints(shown, hints(ALWAYS, table))

    def next_pane(self, step: int) -> None:
        """Focus the next pane."""
        beside = not self._frame.has_class("-low") or self._frame.has_class("-narrow")
        shown = [name for name in self._panes if name != "timeline" or beside]
        here = next((at for at, name in enumerate(shown) if self._panes[name].has_focus), 0)
        self.show_pane(shown[(here + step) % len(shown)])

    @property
    def zoomed(self) -> bool:
        """Whether one pane fills the screen by the user's wish."""
        return self._frame.has_class("-zoomed")

    def zoom(self) -> None:
        """Fill the screen with the focused pane, and back."""
        self._frame.toggle_class("-zoomed")
        self._frame.call_after_refresh(self._leave_hidden_pane)

    def leave_hidden_pane(self) -> None:
        """Where a pane was hidden that has the focus, go on in the list."""
        self._frame.call_after_refresh(self._leave_hidden_pane)

    def _leave_hidden_pane(self) -> None:
        """Where there is no room for the timeline beside the others, its keys go with it."""
        timeline = self._panes["timeline"]
        if timeline.has_class("-active") and not timeline.display:
            self.show_pane("results")
