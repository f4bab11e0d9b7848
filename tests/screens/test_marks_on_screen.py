"""The user's own marks on the screen: the place, marks of another instance, damage."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.platform.folders import marks_file
from tui.store.marks import Marks

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.screens.side.audit import AuditScreen

pytestmark = pytest.mark.usefixtures("opened_before")
DEAL = "microsoft-anthropic-2025"


async def test_the_app_opens_where_it_was_left() -> None:
    for _ in range(2):
        app = DealtuiApp(SHIPPED)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: app.explorer.view.reading is not None)
            if marks_file().exists() and Marks(marks_file()).of(str(SHIPPED)).place:
                assert app.explorer.view.reading.record.id == DEAL
                assert app.explorer.results.chosen == DEAL
            else:
                assert app.explorer.view.reading.record.id != DEAL
            app.explorer.go_to(DEAL)
            await pilot.pause()
    assert Marks(marks_file()).of(str(SHIPPED)).place == DEAL


async def test_a_place_that_is_gone_is_no_fault() -> None:
    Marks(marks_file()).remember_place(str(SHIPPED), "no-such-record")
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.explorer.view.reading is not None)


async def test_a_star_of_another_instance_is_shown_and_damage_is_told() -> None:
    Marks(marks_file()).update(str(SHIPPED), "before", star=True)
    Marks(marks_file()).update(str(SHIPPED), "after", star=True)
    marks_file().write_bytes(marks_file().read_bytes()[:50])
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.explorer.view.reading is not None)
        await until(pilot, lambda: any("damaged" in note.message for note in app._notifications))
        shown = app.explorer.view.reading.record.id
        Marks(marks_file()).update(str(SHIPPED), shown, star=True)
        await until(pilot, lambda: app.session is not None and app.session.own.starred(shown))
        await until(pilot, lambda: "starred" in "".join(t for t, _ in app.session.own.line(shown)))


async def test_a_finding_that_was_dismissed_stays_so_until_it_says_something_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deals.yaml"
    text = "version: 1\ndeals:\n" + "".join(
        f"  - {{id: d{number}, title: T, amount: {number} M USD}}\n" for number in (1, 2)
    )
    path.write_text(text, "utf-8")

    async def audited(pilot: Pilot[None], app: DealtuiApp) -> AuditScreen:
        await at_rest(pilot, app)
        await pilot.press("A")
        await until(pilot, lambda: bool(getattr(app.screen, "findings", None)))
        await at_rest(pilot, app)
        return cast("AuditScreen", app.screen)

    app = DealtuiApp(path, cache=False)
    async with app.run_test(size=(100, 30)) as pilot:
        audit = await audited(pilot, app)
        everything = len(audit._listed)
        dismissed = audit._listed[1]
        await pilot.press("j", "x")
        assert dismissed not in audit._listed
        assert len(audit._listed) == everything - 1
    app = DealtuiApp(path, cache=False)
    async with app.run_test(size=(100, 30)) as pilot:
        audit = await audited(pilot, app)
        assert len(audit._listed) == everything - 1
        assert "1 dismissed" in str(audit.heading())
        await pilot.press("X")
        assert len(audit._listed) == everything
        await pilot.press("j", "x", "X")
        assert len(audit._listed) == everything
        assert Marks(marks_file()).of(str(path)).dismissed == set()
        await pilot.press("home", "j", "x")
        assert len(audit._listed) == everything - 1
        # A line that moved makes no other finding.
        path.write_text(f"# moved\n{text}", "utf-8")
        await until(pilot, lambda: app.session.loaded.source.startswith("# moved"))
        await at_rest(pilot, app)
        assert len(audit._listed) == everything - 1
        own = app.session.own
        assert own.is_dismissed(dismissed)
        assert not own.is_dismissed(msgspec.structs.replace(dismissed, message="something else"))
