"""Themes on the screen: tried, kept, taken back; fewer colours and signs than there might be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.platform.folders import settings_file
from tui.platform.settings import read_settings
from tui.platform.terminal_display import FULL_DISPLAY, Colours, TerminalDisplay
from tui.screens.themes import ThemeScreen, theme_entries
from tui.widgets.drawing.themes import theme_for
from tui.widgets.entries import EntryPane
from tui.widgets.textual_compat import GroundTold

if TYPE_CHECKING:
    from tui.widgets.drawing.line_pane import LinePane

pytestmark = pytest.mark.usefixtures("opened_before")


def lines(app: DealtuiApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


async def test_a_theme_is_seen_as_the_cursor_comes_to_it_and_kept_with_enter() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(140, 40)) as pilot:
        await at_rest(pilot, app)
        ground = app.explorer.results.background_colors[1]
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, ThemeScreen))
        await pilot.press("down", "down")
        await until(pilot, lambda: app.theme == "dealtui-light")
        await until(pilot, lambda: app.explorer.results.background_colors[1] != ground)
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "dealtui-dark")
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, ThemeScreen))
        await pilot.press("end", "enter")
        await until(pilot, lambda: app.screen is app.explorer)
        assert app.theme == "tokyo-night"
    assert read_settings(settings_file()).theme == "tokyo-night"
    again = DealtuiApp(SHIPPED)
    async with again.run_test(size=(140, 40)) as pilot:
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(again.screen, ThemeScreen))
        assert again.theme == "tokyo-night"
        target = again.screen.query_one(EntryPane).target
        assert target is not None
        assert target.key == "tokyo-night"


async def test_our_own_theme_is_as_light_as_the_terminal_and_another_one_stays() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.post_message(GroundTold(light=True))
        await until(pilot, lambda: app.theme == "dealtui-light")
        app.keep_theme("nord")
        app.post_message(GroundTold(light=False))
        await pilot.pause()
        assert app.theme == "nord"


def sixteen(light: bool) -> TerminalDisplay:
    return TerminalDisplay(Colours.SIXTEEN, light=light)


@pytest.mark.parametrize(
    ("wanted", "terminal", "name"),
    [
        ("", FULL_DISPLAY, "dealtui-dark"),
        ("", FULL_DISPLAY._replace(light=True), "dealtui-light"),
        ("nord", FULL_DISPLAY, "nord"),
        ("no such", FULL_DISPLAY, "dealtui-dark"),
        ("ansi", FULL_DISPLAY._replace(light=True), "ansi-light"),
        ("nord", sixteen(light=False), "ansi-dark"),
        ("", sixteen(light=True), "ansi-light"),
        ("ansi-light", sixteen(light=False), "ansi-light"),
        ("nord", TerminalDisplay(Colours.NONE), "ansi-dark"),
    ],
)
def test_a_wish_comes_to_what_the_terminal_can_show(
    wanted: str, terminal: TerminalDisplay, name: str
) -> None:
    assert theme_for(wanted, terminal) == name


def test_where_there_are_few_colours_the_picker_says_so() -> None:
    entries = theme_entries(sixteen(light=False))
    assert [run[0].strip() for run in entries[0].runs] == [
        "this terminal shows 16 colours: its own are used"
    ]
    assert len(entries) == 2


def distinct(pane: LinePane, *names: str) -> set[str]:
    return {str(pane.style_of(name)) for name in names}


ARTICLE_STYLES = ("", "quote", "dispute", "open", "found", "hit", "current")


@pytest.mark.parametrize("light", [False, True])
async def test_with_sixteen_colours_the_proving_quote_has_colours_of_its_own(light: bool) -> None:
    app = DealtuiApp(SHIPPED, terminal=sixteen(light))
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        pane = app.explorer.article_pane
        quote, current = pane.style_of("quote"), pane.style_of("current")
        for style in (quote, current):
            assert style.color is not None
            assert style.bgcolor is not None
            assert style.color.number == 0
            assert style.bgcolor.number not in (None, 0)
        assert len(distinct(pane, *ARTICLE_STYLES)) == len(ARTICLE_STYLES)
        for strip in app.screen._compositor.render_strips():
            for _, style, _ in strip:
                for colour in (style.color, style.bgcolor) if style else ():
                    assert colour is None or colour.triplet is None


async def test_without_colours_the_proving_quote_is_the_strongest_and_no_colour_is_sent() -> None:
    app = DealtuiApp(SHIPPED, terminal=TerminalDisplay(Colours.NONE))
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        pane = app.explorer.article_pane
        assert pane.style_of("current").reverse
        assert pane.style_of("quote").underline
        assert not pane.style_of("quote").reverse
        assert len(distinct(pane, *ARTICLE_STYLES)) == len(ARTICLE_STYLES)
        for strip in app.screen._compositor.render_strips():
            for _, style, _ in strip:
                for colour in (style.color, style.bgcolor) if style else ():
                    assert colour is None or colour.is_default


async def test_on_a_console_of_letters_every_sign_is_ascii_also_in_borders_and_keys() -> None:
    app = DealtuiApp(SHIPPED, terminal=TerminalDisplay(ascii_signs=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t", "Z")
        for keys in ("escape", "f", "escape", "question_mark"):
            await pilot.press(keys)
            await pilot.pause()
            found = {char for line in lines(app) for char in line if not char.isascii()}
            assert {char for char in found if not char.isalpha()} == set()
        await pilot.press("n", "e", "x", "t", "space", "p", "a", "n", "e")
        await until(pilot, lambda: "tab" in "\n".join(lines(app)))


async def test_the_signs_of_the_settings_win() -> None:
    path = settings_file()
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_text('signs = "ascii"\n', "utf-8")
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        assert "v proved" in "\n".join(lines(app))
