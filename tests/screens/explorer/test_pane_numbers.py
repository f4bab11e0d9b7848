"""The number of a pane goes there at once; with a motion right behind it, it was a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tui.commands import COMMANDS, KeyTable
from tui.screens.explorer.pane_numbers import PaneNumbers
from tui.widgets.key_count import COUNTED, KeyCount

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = {"1": "results", "2": "record", "3": "article", "4": "timeline"}


class FakePane:
    def __init__(self) -> None:
        self.count = KeyCount()
        self.has_focus = False

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        callback(*args)
        return True


class Keyboard:
    """Panes without a screen: a number goes to a pane, a motion says how far it would go."""

    def __init__(self) -> None:
        self.panes = {name: FakePane() for name in NAMES.values()}
        self.zoomed = False
        self.clock = 0.0
        self.went: list[tuple[str, str, int | None]] = []
        self.focus("record")
        self.numbers = PaneNumbers(self.panes, self, self.focus, KeyTable())

    def focus(self, name: str) -> None:
        for other, pane in self.panes.items():
            pane.has_focus = other == name

    def activate(self, name: str) -> None: ...

    def zoom(self) -> None:
        self.zoomed = not self.zoomed

    @property
    def here(self) -> str:
        return next(name for name, pane in self.panes.items() if pane.has_focus)

    def press(self, keys: str, pause: float = 0.1) -> None:
        for key in keys:
            self.clock += pause
            self.numbers.key_comes(key, self.clock)
            pane = self.panes[self.here]
            if pane.count.typed(key, lambda key: key not in NAMES):
                continue
            if key in NAMES:
                pane.count.drop()
                self.zoomed |= NAMES[key] == "timeline"
                self.focus(NAMES[key])
            else:
                self.went.append((self.here, key, pane.count.given()))


@pytest.mark.parametrize(
    ("keys", "went"),
    [
        ("3j", [("record", "j", 3)]),
        ("12G", [("record", "G", 12)]),
        ("40jj", [("record", "j", 40), ("record", "j", None)]),
        ("5j", [("record", "j", 5)]),
        ("j", [("record", "j", None)]),
        ("3n", [("article", "n", None)]),
        ("34n", [("timeline", "n", None)]),
        ("123j", [("record", "j", 123)]),
        ("105j", [("record", "j", 105)]),
        ("2j3j", [("record", "j", 2), ("record", "j", 3)]),
    ],
)
def test_a_number_and_a_motion_typed_as_one_command_are_a_count(
    keys: str, went: list[tuple[str, str, int | None]]
) -> None:
    keyboard = Keyboard()
    keyboard.press(keys)
    assert keyboard.went == went
    assert keyboard.zoomed == (went[0][0] == "timeline")


def test_a_number_alone_goes_to_its_pane_and_what_is_typed_later_moves_there() -> None:
    keyboard = Keyboard()
    keyboard.press("3")
    assert keyboard.here == "article"
    keyboard.press("j", pause=0.5)
    assert keyboard.went == [("article", "j", None)]


def test_a_pane_that_a_number_enlarged_for_a_moment_gives_way_again() -> None:
    keyboard = Keyboard()
    keyboard.press("4")
    assert keyboard.zoomed
    keyboard.press("j")
    assert (keyboard.here, keyboard.zoomed) == ("record", False)
    assert keyboard.went == [("record", "j", 4)]


MOTIONS = {
    "down", "up", "top", "bottom", "page-down", "page-up", "later", "earlier", "lane-down",
    "lane-up",
}  # fmt: skip
"""The commands of panes that vim gives a count."""


def test_a_number_goes_before_every_motion_of_a_pane_and_before_nothing_else() -> None:
    counted = {
        command.name
        for command in COMMANDS
        if command.scope.pane and command.action.partition("(")[0] in COUNTED
    }
    assert counted == MOTIONS
