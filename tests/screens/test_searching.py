"""The search bar and what belongs to it, as a user drives them on the shipped corpus."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.screens.palette import RegistryProvider

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App
    from textual.pilot import Pilot

    from tui.screens.explorer import ExplorerScreen

pytestmark = pytest.mark.usefixtures("own_folders")


@asynccontextmanager
async def searching() -> AsyncIterator[tuple[Pilot[None], ExplorerScreen]]:
    """The app with everything read and the search bar in focus."""
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("slash")
        yield pilot, app.explorer


async def typed(pilot: Pilot[None], screen: ExplorerScreen, query: str) -> None:
    """Type a query and wait for its results."""
    await pilot.press(*("space" if char == " " else char for char in query))
    await until(pilot, lambda: screen.library.query == screen.bar.value)


def drawn(app: App[None]) -> str:
    """The text of the screen on top."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in strips)


async def test_the_arrows_walk_the_history_from_an_empty_bar_and_stay_at_the_oldest() -> None:
    async with searching() as (pilot, screen):
        for query in ("nvidia", "openai"):
            await typed(pilot, screen, query)
            await pilot.press("enter", "escape", "slash")
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            seen.append(screen.bar.value)
        assert seen == ["openai", "nvidia", "nvidia", "openai", ""]


async def test_the_arrows_walk_the_list_once_a_query_of_the_history_was_changed() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "nvidia")
        await pilot.press("enter", "escape", "slash", "up", "space")
        await until(pilot, lambda: screen.library.query == "nvidia ")
        await pilot.press("down")
        assert screen.bar.value == "nvidia "
        assert screen.results.cursor == 1


async def test_down_from_an_empty_bar_walks_the_list() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "nvidia")
        await pilot.press("enter", "escape", "slash")
        before = screen.results.cursor
        await pilot.press("down")
        assert (screen.bar.value, screen.results.cursor) == ("", before + 1)


async def test_tab_completes_in_the_middle_of_a_query() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "has:tr cloud")
        await pilot.press(*["left"] * len(" cloud"), "tab")
        assert screen.bar.value == "has:tranches cloud"
        assert screen.bar.cursor_position == len("has:tranches")
        assert screen.bar.has_focus


async def test_tab_takes_what_is_suggested_for_what_cannot_be_read() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "paye:openai ")
        await pilot.press("tab")
        assert screen.bar.value.strip() == "payee:openai"


async def test_a_filter_goes_by_a_click_on_its_chip_or_by_a_key_in_the_list() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "payee:anthropic cloud status:committed")
        await until(pilot, lambda: not screen.notice.empty)
        await pilot.pause()
        await pilot.click("#notice", offset=(2, 0))
        assert screen.bar.value == "cloud status:committed"
        await pilot.press("enter", "backspace")
        assert screen.bar.value == "cloud"


async def test_facets_count_what_the_query_finds_and_enter_adds_one() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "payee:anthropic")
        await pilot.press("enter", "b")
        total = screen.results.total
        await until(pilot, lambda: f"Anthropic ({total})" in drawn(screen.app))
        assert "OpenAI (" not in drawn(screen.app)
        assert "✕ payee:anthropic" in drawn(screen.app)
        await pilot.press("down", "enter")
        assert screen.bar.value != "payee:anthropic"
        assert 0 < screen.results.total <= total


async def test_a_kept_search_is_found_in_the_palette() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "payee:anthropic")
        await pilot.press("enter", "s", *"mine", "enter", "escape")
        await until(pilot, lambda: not screen.bar.value)
        provider = RegistryProvider(screen)
        hits = [hit async for hit in provider.search("mine")]
        hits[0].command()
        assert screen.bar.value == "payee:anthropic"


async def test_find_takes_back_what_was_wrong_once_the_pattern_changes() -> None:
    async with searching() as (pilot, screen):
        await pilot.press("escape")
        screen.go_to("amazon-anthropic-2023")
        screen.show_pane("article")
        await pilot.press("slash", *"zzz", "enter")
        await until(pilot, lambda: "not in this article" in drawn(screen.app))
        await pilot.press("backspace")
        await until(pilot, lambda: "not in this article" not in drawn(screen.app))
        await pilot.press("ctrl+u", *"/(/", "enter")
        await until(pilot, lambda: "cannot be read" in drawn(screen.app))
        await pilot.press("ctrl+u", *r"/\d+/", "enter")
        await until(pilot, lambda: "1/" in str(screen.article_pane.border_subtitle))
        assert screen.article_pane.text is not None
        assert screen.article_pane.text[slice(*screen.article_pane.current)].isdigit()
