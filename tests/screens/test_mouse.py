"""The mouse in every pane: drags select, clicks lead somewhere, words and sentences by clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.screens.side.articles import ArticlesScreen
from tui.widgets.entries import EntryPane

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.widgets.drawing.line_pane import LinePane

pytestmark = pytest.mark.usefixtures("opened_before")


def place_of(pane: LinePane, words: str) -> tuple[int, int]:
    """The cell of the screen at which some words of a pane begin."""
    for line in range(pane.top, min(pane.line_count, pane.top + pane.size.height)):
        text = pane._line_text(line)
        if words in text:
            region = pane.content_region
            return region.x + text.index(words), region.y + line - pane.top
    raise AssertionError(f"{words} is not in sight")


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot._post_mouse_events([_move()], offset=end, button=1)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


def _move() -> type:
    from textual.events import MouseMove

    return MouseMove


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(DealtuiApp, "copy_to_clipboard", lambda _, text: texts.append(text))
    return texts


async def test_what_is_drawn_in_a_pane_is_selected_by_dragging_and_copied_as_text(
    copied: list[str],
) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(140, 45)) as pilot:
        await at_rest(pilot, app)
        results, chosen = app.explorer.results, app.explorer.results.chosen
        x, y = place_of(results, "OpenAI → Amazon")
        await drag(pilot, (x, y), (x + 5, y))
        assert results.selected_text == "OpenAI"
        # The end of a drag is no click.
        assert results.chosen == chosen
        await pilot.press("ctrl+c")
        assert copied == ["OpenAI"]
        await pilot.press("escape")
        assert results.selected_text == ""

        record = app.explorer.record_pane
        x, y = place_of(record, "s'engage")
        await drag(pilot, (x, y), (x + 7, y))
        assert record.selected_text == "s'engage"
        assert results.selected_text == ""


async def test_a_second_click_selects_a_word_and_a_third_its_sentence(copied: list[str]) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(140, 45)) as pilot:
        await at_rest(pilot, app)
        record = app.explorer.record_pane
        place = place_of(record, "milliards")
        await pilot.click(offset=place, times=2)
        assert record.selected_text == "milliards"
        await pilot.press("y")
        assert copied == ["milliards"]

        article = app.explorer.article_pane
        assert article.text is not None
        place = place_of(article, "veuillez")
        await pilot.click(offset=place, times=2)
        await pilot.press("ctrl+c")
        assert copied[-1] == "veuillez"
        await pilot.click(offset=place, times=3)
        await pilot.press("ctrl+c")
        assert "veuillez vous" in copied[-1]
        assert len(copied[-1]) > 40


async def test_counts_and_sources_lead_to_what_they_name() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(160, 45)) as pilot:
        await at_rest(pilot, app)
        await pilot.click(offset=place_of(app.explorer.head, "disputed"))
        await until(pilot, lambda: app.explorer.view.answered == "proof:disputed")
        assert app.explorer.results.total == 1

        record = app.explorer.record_pane
        await until(pilot, lambda: bool(record._sources))
        line, evidence = next(reversed(record._sources.items()))
        record.keep_visible(line, line)
        region = record.content_region
        await pilot.click(offset=(region.x + 8, region.y + line - record.top))
        reading = app.explorer.view.reading
        assert reading is not None
        assert reading.article == evidence.article
        assert app.explorer.article_pane.has_focus

        await pilot.click(offset=place_of(app.explorer.head, "articles"))
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))


async def test_the_wheel_and_the_mouse_work_on_the_other_screens(copied: list[str]) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(100, 20)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("A")
        await until(pilot, lambda: app.screen is not app.explorer)
        pane = app.screen.query_one(EntryPane)
        await until(pilot, lambda: pane.line_count > 10)
        region = pane.content_region
        await pilot._post_mouse_events([_wheel()], offset=(region.x + 5, region.y + 5), button=0)
        await pilot.pause()
        assert pane.top == 3
        await drag(pilot, (region.x + 1, region.y + 2), (region.x + 40, region.y + 3))
        assert "\n" in pane.selected_text
        await pilot.press("ctrl+c")
        assert copied == [pane.selected_text]


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown
