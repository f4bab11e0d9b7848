"""The number of a pane, or a count: `3` goes to the third pane, `3j` and `12G` are motions.

A number acts at once, as all keys do. Where a motion follows as fast as within one command, or a
digit that is no pane, the number was a count: the pane that was left has the focus again, and
counts on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from tui.commands import Scope, commands_in
from tui.widgets.key_count import COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.commands import KeyTable
    from tui.widgets.key_count import KeyCount

_ONE_COMMAND = 0.4
"""Seconds between two keys of one command, at most: who types `3j` leaves 0.1 to 0.3, who goes to a
pane looks at it first."""
_GO_TO_PANE = "pane-"
"""How the names of the commands begin that go to a pane."""


class CountingPane(Protocol):
    """A pane with a number before its motions."""

    count: KeyCount

    @property
    def has_focus(self) -> bool:
        """Whether it has the focus."""

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back once what was posted to it before is handled."""


class Panes(Protocol):
    """Which pane has the focus, and which ones are shown."""

    @property
    def zoomed(self) -> bool:
        """Whether one pane fills the screen by the user's wish."""

    def activate(self, name: str) -> None:
        """Let a pane be the one that is shown where only one fits."""

    def zoom(self) -> None:
        """Fill the screen with the focused pane, and back."""


class _Left(NamedTuple):
    """A pane that was left by a number: when, and whether a pane filled the screen then."""

    pane: str
    number: int
    time: float
    zoomed: bool


class PaneNumbers:
    """Looks at keys before they are carried out."""

    def __init__(
        self,
        panes: Mapping[str, CountingPane],
        navigation: Panes,
        focus: Callable[[str], None],
        key_table: KeyTable,
    ) -> None:
        """Connect the panes.

        Args:
            panes: The panes by name.
            navigation: Which one is shown.
            focus: Gives a pane, by its name, the focus at once.
            key_table: The keys as they are now.
        """
        self._panes, self._navigation, self._focus = panes, navigation, focus
        self._key_table = key_table
        self._left: _Left | None = None

    def key_comes(self, key: str, time: float) -> None:
        """A key was pressed that is about to be carried out.

        Args:
            key: Its name.
            time: When it was pressed, in seconds of the monotonic clock.
        """
        left, self._left = self._left, None
        is_number = key.isdecimal() and key in self._numbers
        if left is not None and time - left.time <= _ONE_COMMAND:
            if is_number:
                # Two panes one after the other, or the first digits of a longer number.
                number = left.number * 10 + int(key)
                self._left = left._replace(number=number, time=time)
                return
            if self._goes_on(key, left.pane):
                self._go_back(left)
                return
        here = next((name for name, pane in self._panes.items() if pane.has_focus), "")
        if here and is_number and not self._panes[here].count.pending:
            self._left = _Left(here, int(key), time, self._navigation.zoomed)

    @property
    def _numbers(self) -> set[str]:
        """The digits that go to a pane."""
        return {
            key
            for command in commands_in(Scope.EXPLORER)
            if command.name.startswith(_GO_TO_PANE)
            for key in self._key_table.keys_of(command)
            if len(key) == 1 and key.isdecimal()
        }

    def _goes_on(self, key: str, pane: str) -> bool:
        """Whether a key goes on with a number that was typed in a pane."""
        if len(key) == 1 and key.isdecimal():
            return True
        return any(
            key in self._key_table.keys_of(command)
            for command in commands_in(Scope(f"explorer.{pane}"))
            if command.action.partition("(")[0] in COUNTED
        )

    def _go_back(self, left: _Left) -> None:
        if self._navigation.zoomed != left.zoomed:
            self._navigation.zoom()
        self._navigation.activate(left.pane)
        self._focus(left.pane)
        # When it left the focus, which it may be about to hear, it dropped its number.
        pane = self._panes[left.pane]
        pane.call_later(pane.count.begin, left.number)
