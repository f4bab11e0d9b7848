"""What stands under the search bar: carets under what cannot be read, and the filters in force."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED

from tui.app import DealtuiApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tui.screens.explorer.screen import ExplorerScreen

pytestmark = pytest.mark.usefixtures("opened_before")


@asynccontextmanager
async def searching(
    query: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], ExplorerScreen]]:
    """The app with an index and a query in its bar."""
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=size) as pilot:
        screen = app.explorer
        for _ in range(3000):
            if (
                app.session is not None
                and app.session.completions("payer", 5)
                and screen.view.result
            ):
                break
            await pilot.pause(0.01)
        screen.set_query(query)
        screen.action_search()
        await pilot.pause(0.05)
        yield pilot, screen


def rows(screen: ExplorerScreen) -> list[str]:
    return ["".join(s.text for s in line) for line in screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_carets_stand_under_the_letters_that_cannot_be_read(size: tuple[int, int]) -> None:
    async with searching("nvidia paye:amazon", size) as (_, screen):
        bar, notice = rows(screen)[1:3]
        at = bar.index("paye:")
        assert notice[at : at + 5] == "^^^^^"
        assert notice[:at].strip() == ""
        assert "payee:?" in notice or size[0] < 80


async def test_the_words_stand_before_the_carets_where_there_is_no_room_behind() -> None:
    query = "payer:amazon status:committed date:2023.. amont:>1"
    async with searching(query, (80, 24)) as (_, screen):
        bar, notice = rows(screen)[1:3]
        at = bar.index("amont:")
        assert notice[at : at + 6] == "^^^^^^"
        assert notice[:at].strip() == "there is no field “amont”: amount:?"


async def test_tab_takes_what_is_suggested() -> None:
    async with searching("paye:amazon nvidia") as (pilot, screen):
        await pilot.press("tab")
        assert screen.bar.value == "payee:amazon nvidia"


async def test_filters_show_as_chips_and_backspace_takes_the_last_one_away() -> None:
    async with searching("claude payee:anthropic status:paid") as (pilot, screen):
        assert "✕ payee:anthropic" in rows(screen)[2]
        assert "✕ status:paid" in rows(screen)[2]
        screen.show_pane("results")
        await pilot.pause()
        await pilot.press("backspace")
        assert screen.bar.value == "claude payee:anthropic"
        await pilot.press("backspace", "backspace")
        assert screen.bar.value == "claude"


async def test_a_click_on_a_chip_takes_that_filter_away() -> None:
    async with searching("payee:anthropic status:paid") as (pilot, screen):
        at = rows(screen)[2].index("✕ payee")
        await pilot.click("#notice", offset=(at, 0))
        await pilot.pause()
        assert screen.bar.value == "status:paid"


async def test_without_filters_the_line_takes_no_room() -> None:
    async with searching("") as (_, screen):
        assert not screen.notice.display
