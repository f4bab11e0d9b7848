"""Dialogs stand beside what they are about, and a click outside closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.screens.base import Dialog
from tui.screens.dialog_place import Placing, placing

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.widget import Widget

SCREEN = Size(80, 24)
cells = st.integers(0, 79)


@pytest.mark.parametrize(
    ("about", "box", "place"),
    [
        (Region(5, 4, 30, 1), Size(40, 6), Placing(5, 5, None)),
        (Region(5, 20, 30, 1), Size(40, 6), Placing(5, None, 4)),
        (Region(60, 4, 1, 1), Size(40, 6), Placing(40, 5, None)),
        (Region(0, 2, 30, 1), Size(80, 24), Placing(0, 0, None)),
    ],
)
def test_a_box_hangs_below_its_line_or_stands_on_it_and_never_leaves_the_screen(
    about: Region, box: Size, place: Placing
) -> None:
    assert placing(about, box, SCREEN) == place


@given(cells, st.integers(0, 23), st.integers(1, 80), st.integers(1, 24))
def test_a_box_is_whole_on_the_screen_and_covers_its_line_only_where_it_has_no_room(
    x: int, y: int, width: int, height: int
) -> None:
    place = placing(Region(x, y, 1, 1), Size(width, height), SCREEN)
    assert 0 <= place.left <= SCREEN.width - width
    top = place.top if place.top is not None else SCREEN.height - (place.bottom or 0) - height
    assert 0 <= top <= SCREEN.height - height
    if height <= max(y, SCREEN.height - y - 1):
        assert not top <= y < top + height


def box_of(dialog: Dialog[object]) -> Widget:
    return dialog.children[0]


DIALOGS = ("o", "b", "m", "t @", "t T", ".", "E", "question_mark", "ctrl+p", "f10", "slash a tab")
"""Keys that open each kind of dialog."""


async def opened(pilot: Pilot[None], app: DealtuiApp, keys: str) -> Dialog[object]:
    """The dialog that some keys open, once it is laid out."""
    await pilot.press(*keys.split())
    await until(pilot, lambda: isinstance(app.screen, Dialog))
    dialog = app.screen
    assert isinstance(dialog, Dialog)
    await until(pilot, lambda: bool(box_of(dialog).region))
    return dialog


async def test_every_dialog_is_closed_by_a_click_outside_while_nothing_would_be_lost() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        for keys in DIALOGS:
            dialog = await opened(pilot, app, keys)
            region = box_of(dialog).region
            assert app.screen.region.contains_region(region)
            corners = ((0, 0), (119, 39), (119, 0), (0, 39))
            outside = next(corner for corner in corners if not region.contains(*corner))
            await pilot.click(offset=outside)
            await until(pilot, lambda: app.screen is app.explorer)


async def test_what_was_typed_is_not_lost_by_a_click_outside() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        dialog = await opened(pilot, app, "t @ 2")
        await until(pilot, lambda: not dialog.is_untouched)
        await pilot.click(offset=(0, 0))
        assert app.screen is dialog


async def test_a_choice_stands_below_the_line_that_it_is_about_or_above_it() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        for keys, below in (("g 9 j o", True), ("G o", False)):
            region = box_of(await opened(pilot, app, keys)).region
            line = app.explorer.results.place_at_hand
            assert line is not None
            assert region.x == line.x
            assert region.y == line.bottom if below else region.bottom == line.y
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is app.explorer)
