"""What a newcomer runs into: every key has an answer, and nothing is cut off for good."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.model.locales import EN, FR, ISO, Locale
from tui.screens.dialogs import ChooseScreen, NoteScreen
from tui.screens.explorer.head import head_line
from tui.screens.side.base import SideScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.screens.explorer.screen import ExplorerScreen

pytestmark = pytest.mark.usefixtures("opened_before")


@asynccontextmanager
async def using(
    width: int, height: int, *, notes: bool = False, locale: Locale = EN
) -> AsyncIterator[tuple[Pilot[None], ExplorerScreen]]:
    """The app on the shipped corpus, with everything read."""
    app = DealtuiApp(SHIPPED, locale=locale)
    async with app.run_test(size=(width, height), notifications=notes) as pilot:
        await at_rest(pilot, app)
        yield pilot, app.explorer


def lines(screen: ExplorerScreen) -> list[str]:
    """What the screen on top shows."""
    strips = screen.app.screen._compositor.render_strips()
    return [strip.text for strip in strips]


async def test_the_first_start_opens_at_the_top_of_the_list() -> None:
    async with using(120, 40) as (_, screen):
        assert (screen.results.cursor, screen.results.top) == (0, 0)


@pytest.mark.parametrize("key", ["escape", "z"])
async def test_the_keys_are_not_left_on_a_timeline_that_is_hidden_again(key: str) -> None:
    async with using(80, 24) as (pilot, screen):
        await pilot.press("t")
        await until(pilot, lambda: screen.timeline.has_focus)
        await pilot.press(key)
        await until(pilot, lambda: screen.results.has_focus)
        assert "enter open" in lines(screen)[-1]


async def test_enter_on_an_empty_list_keeps_the_query_that_escape_empties() -> None:
    async with using(80, 24) as (pilot, screen):
        await pilot.press("slash", *"zzqx")
        await until(pilot, lambda: screen.results.total == 0)
        await pilot.press("enter")
        assert (screen.bar.value, screen.bar.has_focus) == ("zzqx", True)
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.total == len(screen.view.session.records))


async def test_a_long_note_is_shown_to_its_end() -> None:
    note = "asked the press office of Amazon, still waiting for an answer on Monday evening"
    async with using(80, 24) as (pilot, screen):
        await pilot.press("asterisk", "V", "m")
        await until(pilot, lambda: isinstance(screen.app.screen, NoteScreen))
        assert "enter keeps it · ^j next line · Esc leaves it" in "\n".join(lines(screen))
        await pilot.press(*("space" if char == " " else char for char in note), "enter")
        await until(pilot, lambda: "Monday evening" in "\n".join(lines(screen)))


async def test_screens_beside_the_explorer_say_the_way_back_and_it_can_be_clicked() -> None:
    async with using(60, 20) as (pilot, screen):
        for key in "fArp":
            await pilot.press(key)
            await until(pilot, lambda: isinstance(screen.app.screen, SideScreen))
            await pilot.pause()
            assert lines(screen)[0].startswith(" Deals › ")
            column = lines(screen)[-1].index("Esc back")
            await pilot.click("#keys", offset=(column + 1, 0))
            await until(pilot, lambda: screen.app.screen is screen)


async def test_the_footer_gives_a_key_one_meaning() -> None:
    async with using(200, 50) as (pilot, screen):
        for pane in ("results", "record", "article", "timeline"):
            screen.show_pane(pane)
            await until(pilot, lambda pane=pane: screen.focused.id == pane)
            await pilot.pause()
            keys = [command.shown for _, _, command in screen.keys._spans]
            assert len(keys) == len(set(keys))


async def test_a_list_says_what_enter_does_with_the_choice() -> None:
    async with using(80, 24) as (pilot, screen):
        await pilot.press("o")
        await until(pilot, lambda: isinstance(screen.app.screen, ChooseScreen))
        await pilot.pause()
        assert "enter sorts so" in "\n".join(lines(screen))


async def test_a_new_message_takes_the_place_of_the_one_before_unless_that_was_an_error() -> None:
    async with using(80, 24, notes=True) as (pilot, screen):
        app = screen.host

        async def shown_after(words: str, expected: list[str], *, error: bool = False) -> None:
            app.say(words, error=error)
            await until(pilot, lambda: [note.message for note in app._notifications] == expected)

        await shown_after("one", ["one"])
        await shown_after("two", ["two"])
        await shown_after("fault", ["fault"], error=True)
        await shown_after("three", ["fault", "three"])


async def test_the_day_of_what_was_known_is_written_as_all_dates() -> None:
    async with using(120, 40) as (pilot, screen):
        await pilot.press("t", "w")
        await until(pilot, lambda: "as known on 18 Nov 2025, the newest" in lines(screen)[0])
        assert any("Timeline · as known on 18 Nov 2025" in line for line in lines(screen))


async def test_the_head_line_shows_no_half_words() -> None:
    async with using(80, 24) as (_, screen):
        left, _right = head_line(screen.view.session, "", 80)
        assert not any("recor" in text for text, _ in left)
        left, _right = head_line(screen.view.session, "", 120)
        assert any("51 records · 5 articles" in text for text, _ in left)


async def test_words_in_place_of_an_article_are_broken_into_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deals.yaml").write_text("version: 1\narticles_dir: .\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    app = DealtuiApp(type(tmp_path)("deals.yaml"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None)
        await until(pilot, lambda: "lists what is" in " ".join(lines(app.explorer)))
        assert "new there." in "\n".join(lines(app.explorer))
        assert f" {tmp_path.name}/deals.yaml" in lines(app.explorer)[0]


async def test_no_screen_writes_figures_or_months_in_another_language_than_the_user_reads() -> None:
    # What the corpus itself says, titles and quotes, stays as it is written there.
    english = re.compile(r"[$€]\d[\d.,]* (?:bn|M|tn)\b|\bup to [$€]|\b\d{1,2} Sep 2023\b")
    found = {}
    async with using(160, 50, locale=FR) as (pilot, screen):
        screen.go_to("amazon-anthropic-2023", "amount")
        for key in ("", "f", "p", "r", "t", "o", "d", "s", "l"):
            await pilot.press(*key)
            await at_rest(pilot, screen.host)
            found[key] = english.findall("\n".join(lines(screen)))
            await pilot.press("escape")
            await until(pilot, lambda: screen.app.screen is screen)
    assert not any(found.values()), found


async def test_no_figure_of_the_list_loses_its_zeros() -> None:
    async with using(80, 24, locale=ISO) as (_, screen):
        pane = screen.results
        rows = [pane.build_line(line, pane.line_width).text for line in range(pane.line_count)]
    assert not [row for row in rows if re.search(r"\s0+\s*…", row)]
    assert any("30 bn USD" in row for row in rows)
