"""However fast keys come, each goes where the one before has led."""

from __future__ import annotations

import asyncio
import threading
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until
from textual import events

from tui.app import DealtuiApp
from tui.screens import key_order
from tui.screens.dialogs import ChooseScreen
from tui.session.file_session import FileSession
from tui.widgets.bars import SearchInput

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from tui.model.task import Task

pytestmark = pytest.mark.usefixtures("opened_before")


@pytest.fixture
async def running() -> AsyncIterator[tuple[Pilot[None], DealtuiApp]]:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        yield pilot, app


def press_at_once(app: DealtuiApp, *keys: str) -> None:
    """All keys before the app handles any of them."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        app.post_message(events.Key(key, character))


async def test_letters_after_the_slash_are_a_query_and_no_commands(
    running: tuple[Pilot[None], DealtuiApp],
) -> None:
    pilot, app = running
    press_at_once(app, "slash", *"quota", "backspace", "e")
    await until(pilot, lambda: app.explorer.bar.value == "quote")
    assert app.screen is app.explorer


async def test_keys_after_enter_are_commands_and_no_letters(
    running: tuple[Pilot[None], DealtuiApp],
) -> None:
    pilot, app = running
    press_at_once(app, "slash", *"google", "enter", "j", "j", "o", "j", "enter")
    await until(pilot, lambda: app.explorer.view.order == "date")
    assert app.explorer.bar.value == "google"


async def test_keys_go_on_though_what_had_the_focus_is_gone(
    running: tuple[Pilot[None], DealtuiApp],
) -> None:
    pilot, app = running
    for _ in range(5):
        press_at_once(app, "o", "escape", "tab", "o", "escape", "j")
    press_at_once(app, "o")
    await until(pilot, lambda: isinstance(app.screen, ChooseScreen) and not app._typed)
    press_at_once(app, "escape", "slash", *"end")
    await until(pilot, lambda: app.explorer.bar.value == "end")


async def test_a_letter_overtakes_none_that_wait_for_a_slow_answer(
    running: tuple[Pilot[None], DealtuiApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, app = running
    await pilot.press("slash")
    on_key = SearchInput._on_key

    async def slowly(self: SearchInput, event: events.Key) -> None:
        if event.character == "k":
            await asyncio.sleep(3 * key_order._PATIENCE)
        await on_key(self, event)

    monkeypatch.setattr(SearchInput, "_on_key", slowly)
    for letter in "spark capital":
        press_at_once(app, "space" if letter == " " else letter)
        await asyncio.sleep(key_order._PATIENCE / 4)
    await until(pilot, lambda: len(app.explorer.bar.value) == len("spark capital"))
    assert app.explorer.bar.value == "spark capital"


async def test_what_waits_is_handed_on_though_nothing_more_is_typed(
    running: tuple[Pilot[None], DealtuiApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, app = running
    await pilot.press("slash")
    # No key is ever told as handled.
    monkeypatch.setattr(key_order.KeysInOrder, "on_key_handled", lambda *_: None)
    press_at_once(app, *"amaz")
    await until(pilot, lambda: app.explorer.bar.value == "amaz")


async def test_pasted_text_keeps_its_place_among_the_keys(
    running: tuple[Pilot[None], DealtuiApp],
) -> None:
    pilot, app = running
    press_at_once(app, "slash", "a")
    app.post_message(events.Paste("mazon"))
    press_at_once(app, "space", "c")
    await until(pilot, lambda: app.explorer.bar.value.endswith("c"))
    assert app.explorer.bar.value == "amazon c"


async def test_background_work_gives_way_to_a_key_and_goes_on_all_the_same(
    running: tuple[Pilot[None], DealtuiApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, app = running
    slept: list[float] = []
    now = monotonic() + 1_000

    def sleep(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds

    monkeypatch.setattr("tui.screens.key_order.monotonic", lambda: now)
    monkeypatch.setattr("tui.screens.key_order.sleep", sleep)
    app.yield_to_input()
    assert not slept
    await pilot.press("j")
    app.yield_to_input()
    assert 0.05 < sum(slept) < 0.2
    slept.clear()
    app.yield_to_input()
    assert not slept
    assert app.is_typing()
    now += 1
    assert not app.is_typing()


async def test_a_letter_holds_the_timeline_that_is_being_laid_out(
    running: tuple[Pilot[None], DealtuiApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, app = running
    # What was found last is drawn once the typing rests.
    await until(pilot, lambda: app.explorer.time_travel._drawing is None)
    given_up = threading.Event()

    def lay_out(
        self: FileSession, *found: object, articles: object, sizes: object, task: Task
    ) -> None:
        try:
            while True:
                task.check()
                given_up.wait(0.01)
        finally:
            given_up.set()

    monkeypatch.setattr("tui.widgets.timeline.pane._MANY", 0)
    monkeypatch.setattr(FileSession, "timeline", lay_out)
    await pilot.press("slash", "a")
    await until(pilot, lambda: any(worker.group == "lanes" for worker in app.workers))
    assert not given_up.is_set()
    # The next layout would end this one, too.
    monkeypatch.setattr("tui.screens.explorer.time_travel._REST", 60)
    await pilot.press("m")
    await until(pilot, given_up.is_set)
    monkeypatch.undo()
    await at_rest(pilot, app)
