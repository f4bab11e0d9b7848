"""Panes: which has the focus, which is shown where only one fits, and what the footer says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from tui.commands import ALWAYS, KeyTable, Scope, commands_in
from tui.screens.explorer.navigation import TYPING, NavigationController

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.widgets.bars import KeyHint


@dataclass
class Styled:
    """Something with classes: a pane, or the screen around them."""

    classes: set[str] = field(default_factory=set)
    display: bool = True
    focusable: bool = True
    has_focus: bool = False
    later: list[Callable[..., Any]] = field(default_factory=list)

    def has_class(self, *names: str) -> bool:
        return self.classes.issuperset(names)

    def set_class(self, add: bool, *names: str) -> None:
        self.classes = self.classes | set(names) if add else self.classes - set(names)

    def toggle_class(self, *names: str) -> None:
        self.classes ^= set(names)

    def call_after_refresh(self, callback: Callable[..., Any], /) -> bool:
        self.later.append(callback)
        return True

    def focus(self) -> None:
        self.has_focus = True


@dataclass
class Footer:
    """Keeps the hints."""

    shown: Sequence[KeyHint] = ()
    always: Sequence[KeyHint] = ()

    def show_hints(self, shown: Sequence[KeyHint], always: Sequence[KeyHint]) -> None:
        self.shown, self.always = shown, always


class Navigating:
    """The controller over four panes."""

    def __init__(self) -> None:
        self.frame, self.footer = Styled(), Footer()
        self.panes = {name: Styled() for name in ("results", "record", "article", "timeline")}
        self.controller = NavigationController(
            self.frame, self.panes, self.focus, self.footer, KeyTable()
        )

    def focus(self, name: str) -> None:
        for other, pane in self.panes.items():
            pane.has_focus = other == name

    @property
    def focused(self) -> str:
        return next(name for name, pane in self.panes.items() if pane.has_focus)

    @property
    def active(self) -> list[str]:
        return [name for name, pane in self.panes.items() if "-active" in pane.classes]


@pytest.fixture
def navigating() -> Navigating:
    return Navigating()


def test_tab_goes_round_all_panes_and_back(navigating: Navigating) -> None:
    navigating.controller.show_pane("results")
    seen = []
    for _ in range(4):
        navigating.controller.next_pane(1)
        seen.append(navigating.focused)
    assert seen == ["record", "article", "timeline", "results"]
    navigating.controller.next_pane(-1)
    assert navigating.focused == "timeline"


def test_where_the_screen_is_low_the_timeline_is_left_out_unless_panes_stand_alone(
    navigating: Navigating,
) -> None:
    navigating.controller.show_pane("article")
    navigating.frame.set_class(True, "-low")
    navigating.controller.next_pane(1)
    assert navigating.focused == "results"
    navigating.frame.set_class(True, "-narrow")
    navigating.controller.next_pane(-1)
    assert navigating.focused == "timeline"


def test_one_pane_is_the_active_one(navigating: Navigating) -> None:
    navigating.controller.show_pane("timeline")
    assert navigating.active == ["timeline"]
    assert "-on-timeline" in navigating.frame.classes
    navigating.controller.show_pane("record")
    assert navigating.active == ["record"]
    assert "-on-timeline" not in navigating.frame.classes


def test_a_timeline_without_room_fills_the_screen(navigating: Navigating) -> None:
    timeline = navigating.panes["timeline"]
    timeline.display = False
    navigating.controller.show_pane("timeline")
    assert navigating.controller.zoomed
    # It takes the focus once it is laid out.
    assert not timeline.has_focus
    for callback in navigating.frame.later:
        callback()
    assert timeline.has_focus


def test_leaving_the_zoom_leaves_a_timeline_that_has_no_room(navigating: Navigating) -> None:
    navigating.panes["timeline"].display = False
    navigating.controller.show_pane("timeline")
    navigating.frame.later.clear()
    navigating.controller.zoom()
    assert not navigating.controller.zoomed
    for callback in navigating.frame.later:
        callback()
    assert navigating.active == ["results"]


def test_the_footer_says_what_keys_do_where_the_focus_is(navigating: Navigating) -> None:
    navigating.controller.focused("article")
    assert navigating.active == ["article"]
    own = {command for command in commands_in(Scope.ARTICLE) if command.hint}
    shown = {hint.command for hint in navigating.footer.shown}
    assert own <= shown
    # "/" finds here, so that it is no search.
    assert "explorer:search" not in {command.id for command in shown if command is not None}
    assert [hint.command for hint in navigating.footer.always] == list(ALWAYS)


def test_while_a_query_is_typed_the_footer_teaches_the_query_language(
    navigating: Navigating,
) -> None:
    navigating.controller.show_pane("record")
    navigating.controller.focused("query")
    assert navigating.footer.shown == list(TYPING)
    assert navigating.active == ["record"]
