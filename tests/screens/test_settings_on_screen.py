"""The app heeds the settings, says once what of them it cannot, and what the system denies it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.platform.folders import settings_file
from tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")


def write_settings(text: str) -> None:
    path = settings_file()
    assert path is not None
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def shown(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_keys_are_shown_everywhere_as_the_settings_have_them() -> None:
    write_settings('[keys]\n"explorer:search" = "f8"\n"app:help" = "f9"\n')
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(160, 40)) as pilot:
        await at_rest(pilot, app)
        assert "f8 search" in shown(app)
        assert "f9 all keys" in shown(app)
        assert "/ search" not in shown(app).splitlines()[-1]
        await pilot.press("f8")
        await until(pilot, lambda: app.explorer.bar.has_focus)
        await pilot.press("escape", "f9")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("f", "8")
        await until(pilot, lambda: "  f8           Search deals and articles" in shown(app))
        await pilot.press("escape", "escape", "A")
        await until(pilot, lambda: "f9 all keys" in shown(app) and "repair" in shown(app))


async def test_what_is_wrong_in_the_settings_is_said_once_with_its_line() -> None:
    write_settings('theme = "nrod"\n[keys]\n"explorer:serch" = "f8"\n')
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await at_rest(pilot, app)
        assert [note.message for note in app._notifications] == [
            "config.toml:1: there is no theme nrod: did you mean nord? (and 1 more: dealtui doctor)"
        ]


async def test_where_no_watches_are_left_the_head_line_says_that_files_are_polled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("watchfiles.watch", refused)
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await at_rest(pilot, app)
        await until(pilot, lambda: "looks at the files every 2 s" in shown(app).splitlines()[0])
        assert any("no watches left" in note.message for note in app._notifications)


async def test_the_settings_are_begun_and_edited_from_the_app_and_hold_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    app = DealtuiApp(SHIPPED)
    edited: list[str] = []

    def edit(path: Path, _line: int) -> None:
        edited.append(path.read_text("utf-8"))
        path.write_text('theme = "nord"\n', "utf-8")

    monkeypatch.setattr(app, "_run_editor", edit)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f2")
        await until(pilot, lambda: app.theme == "nord")
    assert "# theme = " in edited[0]
