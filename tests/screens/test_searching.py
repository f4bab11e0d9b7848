"""The search bar and what belongs to it, as a user drives them on the shipped corpus."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App
    from textual.pilot import Pilot

    from tui.screens.explorer.screen import ExplorerScreen

pytestmark = pytest.mark.usefixtures("opened_before")


@asynccontextmanager
async def searching(
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[tuple[Pilot[None], ExplorerScreen]]:
    """The app with everything read and the search bar in focus."""
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot, app)
        await pilot.press("slash")
        yield pilot, app.explorer


async def typed(pilot: Pilot[None], screen: ExplorerScreen, query: str) -> None:
    """Type a query and wait for its results."""
    await pilot.press(*("space" if char == " " else char for char in query))
    await until(pilot, lambda: screen.view.answered == screen.bar.value)


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
        await until(pilot, lambda: screen.view.answered == "nvidia ")
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
        await pilot.press("ctrl+p", *"mine", "enter")
        await until(pilot, lambda: screen.bar.value == "payee:anthropic")


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


def quoted(screen: ExplorerScreen) -> tuple[int, int]:
    """Where the quote at hand stands."""
    anchor = screen.view.reading.quote.anchor
    return anchor.start, anchor.end


def at_hit(screen: ExplorerScreen, word: str) -> bool:
    """Whether the article stands at a word of the search, in sight, and no quote is at hand."""
    pane = screen.article_pane
    if pane.current is None or pane.text is None or screen.view.reading.quote is not None:
        return False
    line = pane.layout_of_text.line_of(pane.current[0])
    in_sight = pane.top <= line < pane.top + pane.size.height
    return in_sight and pane.text[slice(*pane.current)].casefold() == word


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_record_found_in_an_article_opens_that_article_at_the_word(
    size: tuple[int, int],
) -> None:
    async with searching(size) as (pilot, screen):
        await typed(pilot, screen, "vegas")
        await pilot.press("enter")
        position = screen.view.result.position("amazon-anthropic-2023")
        await pilot.press(*["down"] * position)
        assert screen.view.reading.record.id == "amazon-anthropic-2023"
        assert screen.view.reading.article == "symbiosis-2024-03"
        await pilot.press("enter", "enter")
        await until(pilot, lambda: at_hit(screen, "vegas"))
        assert screen.article_pane.has_focus
        start, end = screen.article_pane.current
        row = screen.article_pane.layout_of_text.line_of(start) - screen.article_pane.top
        wears = {
            str(segment.style)
            for segment in screen.article_pane.render_line(row)
            if segment.text == screen.article_pane.text[start:end]
        }
        assert wears
        assert wears == {str(screen.article_pane.style_of("hit"))}


async def test_the_best_match_is_shown_at_the_word_even_where_its_article_was_open() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "vegas")
        await until(pilot, lambda: at_hit(screen, "vegas"))
        before = screen.view.reading.record.id
        await pilot.press("ctrl+u")
        await typed(pilot, screen, "symbiose")
        await until(pilot, lambda: at_hit(screen, "symbiose"))
        assert screen.view.reading.record.id == before
        await pilot.press("enter", "enter", "enter")
        assert at_hit(screen, "symbiose")


async def test_from_the_word_the_keys_lead_on_to_quotes_and_sources() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "vegas")
        await pilot.press("enter")
        screen.go_to("amazon-anthropic-2023")
        await pilot.press("enter", "enter")
        assert at_hit(screen, "vegas")
        await pilot.press("n")
        assert screen.view.reading.article == "symbiosis-2024-03"
        assert screen.view.reading.quote is not None
        assert screen.article_pane.current == quoted(screen)
        await pilot.press("right_square_bracket")
        assert screen.view.reading.article != "symbiosis-2024-03"
        screen.show_pane("record")
        await pilot.press("j")
        assert screen.view.reading.quote is not None
        await pilot.press("k")
        assert screen.view.reading.quote is not None
        assert screen.record_pane.path in screen.view.reading.quote.evidence.fields


async def test_a_record_found_by_its_own_fields_shows_their_quote() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "amazon 4bn")
        await pilot.press("enter")
        screen.go_to("amazon-anthropic-2023")
        assert screen.results.reason.snippet is None
        assert screen.view.reading.quote is not None
        assert screen.article_pane.current == quoted(screen)


async def test_a_search_that_the_fields_answer_leads_back_to_the_quote_and_none_leads_nowhere() -> (
    None
):
    async with searching() as (pilot, screen):
        screen.go_to("amazon-anthropic-2023")
        screen.set_query("vegas")
        assert at_hit(screen, "vegas")
        assert screen.view.reading.record.id == "amazon-anthropic-2023"
        screen.set_query("amazon backs")
        assert screen.article_pane.current == quoted(screen)
        screen.set_query("vegas")
        assert at_hit(screen, "vegas")
        screen.set_query("")
        assert at_hit(screen, "vegas")
        screen.set_query("vegas")
        screen.show_pane("results")
        await pilot.press("n")
        assert screen.article_pane.current == quoted(screen)
        screen.state.show(replace(screen.view, order="-date"))
        screen.set_query("vegas")
        assert screen.article_pane.current == quoted(screen)


async def test_a_star_leaves_the_article_at_the_word() -> None:
    async with searching() as (pilot, screen):
        await typed(pilot, screen, "vegas")
        await pilot.press("enter", "asterisk")
        await until(pilot, lambda: screen.view.session.own.starred(screen.view.reading.record.id))
        assert at_hit(screen, "vegas")
