"""What differs in the app where it is served: it opens at an address, and may change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import at_rest, copy_opened_before, until

from tui.app import DealtuiApp
from tui.platform.browser import BrowserView
from tui.platform.folders import PRIVATE_FOLDER, marks_file, settings_file
from tui.screens.text_editor import CorpusText, TextEditorScreen

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")


def messages(app: DealtuiApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_an_address_opens_its_query_and_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str, str]] = []
    monkeypatch.setattr(DealtuiApp, "_tell_place", lambda _, *place: told.append(place))
    view = BrowserView("anthropic", "google-anthropic-2023-02")
    app = DealtuiApp(copy_opened_before(tmp_path), view=view)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        record = app.explorer.results.chosen
        assert app.explorer.view.query == "anthropic"
        assert told[-1][:2] == ("anthropic", record)
        await pilot.press("down")
        await until(pilot, lambda: told[-1][1] == app.explorer.results.chosen != record)
        assert told[-1][2]


async def test_what_is_served_to_be_read_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_opened_before(tmp_path)
    before = path.read_bytes()
    (tmp_path / "seeds" / "new.txt").write_text("A new article.\n", "utf-8")
    app = DealtuiApp(path, read_only=True)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at_rest(pilot, app)
        assert app.session is not None
        assert app.session.title.endswith("read only")
        assert list(app.session.intake.new_files()) == []
        await pilot.press("e")
        await until(pilot, lambda: any("served to be read" in words for words in messages(app)))
        app.clear_notifications()
        await pilot.press("tab", "delete")
        await until(pilot, lambda: any("served to be read" in words for words in messages(app)))
    assert path.read_bytes() == before


def test_a_reader_who_is_served_keeps_marks_and_settings_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PRIVATE_FOLDER, str(tmp_path))
    assert marks_file() == tmp_path / "marks.json"
    assert settings_file() == tmp_path / "config.toml"


async def test_without_an_editor_the_file_is_edited_in_a_field_and_shown_as_a_diff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("tui.platform.external_programs._USUAL", ())
    path = copy_opened_before(tmp_path)
    before = path.read_text("utf-8")
    app = DealtuiApp(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, TextEditorScreen))
        area = app.screen.query_one(CorpusText)
        line = area.cursor_location[0]
        assert app.explorer.results.chosen is not None
        assert app.explorer.results.chosen in before.splitlines()[line]
        await pilot.press("#", "escape")
        assert isinstance(app.screen, TextEditorScreen)
        await pilot.press("backspace", "end", "space", "#", "m", "ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, TextEditorScreen))
        await pilot.press("y")
        await until(pilot, lambda: path.read_text("utf-8") != before)
        await until(pilot, lambda: app.screen is app.explorer)
    after = path.read_text("utf-8").splitlines()
    assert after[line] == before.splitlines()[line] + " #m"
