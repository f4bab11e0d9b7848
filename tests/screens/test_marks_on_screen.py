"""The user's own marks on the screen: the place, marks of another instance, damage."""

from __future__ import annotations

import pytest
from running import SHIPPED, until

from tui.app import DealtuiApp
from tui.library.places import marks_file
from tui.state.marks import Marks

pytestmark = pytest.mark.usefixtures("own_folders")
DEAL = "microsoft-anthropic-2025"


async def test_the_app_opens_where_it_was_left() -> None:
    for _ in range(2):
        app = DealtuiApp(SHIPPED, cache=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: app.explorer.reading is not None)
            if marks_file().exists() and Marks(marks_file()).place(str(SHIPPED)):
                assert app.explorer.reading.record.id == DEAL
                assert app.explorer.results.chosen == DEAL
            else:
                assert app.explorer.reading.record.id != DEAL
            app.explorer.go_to(DEAL)
            await pilot.pause()
    assert Marks(marks_file()).place(str(SHIPPED)) == DEAL


async def test_a_place_that_is_gone_is_no_fault() -> None:
    Marks(marks_file()).remember_place(str(SHIPPED), "no-such-record")
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.explorer.reading is not None)


async def test_a_star_of_another_instance_is_shown_and_damage_is_told() -> None:
    Marks(marks_file()).update(str(SHIPPED), "before", star=True)
    Marks(marks_file()).update(str(SHIPPED), "after", star=True)
    marks_file().write_bytes(marks_file().read_bytes()[:50])
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.explorer.reading is not None)
        await until(pilot, lambda: any("damaged" in note.message for note in app._notifications))
        shown = app.explorer.reading.record.id
        Marks(marks_file()).update(str(SHIPPED), shown, star=True)
        await until(pilot, lambda: app.library is not None and app.library.own.starred(shown))
        await until(pilot, lambda: "starred" in "".join(t for t, _ in app.library.own.line(shown)))
