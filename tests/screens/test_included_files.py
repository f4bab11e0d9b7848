"""A corpus in several files in the app: what is changed, seen and opened is the right file."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from running import at_rest, until

from tui.app import DealtuiApp
from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import SetKeys
from tui.screens.text_editor import CorpusText, TextEditorScreen

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Nordwind borrowed 200 million dollars.\n", "utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "loans.yaml").write_text(
        "deals:\n"
        "  - id: loan\n"
        "    title: A loan\n"
        "    amount: 200 M USD\n"
        "    evidence: [{for: amount, article: a, quote: 200 million dollars}]\n",
        "utf-8",
    )
    path = tmp_path / "deals.yaml"
    path.write_text(
        "version: 1\ninclude: [more/loans.yaml]\narticles:\n  a: {file: a.txt, language: en}\n",
        "utf-8",
    )
    return path


async def test_an_included_record_is_changed_taken_back_and_followed_in_its_file(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loans = corpus.parent / "more" / "loans.yaml"
    before = loans.read_text("utf-8")
    app = DealtuiApp(corpus)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.changes.offer(SetKeys(owners.record("loan"), {"amount": "300 M USD"}))
        await pilot.press("y")
        await until(pilot, lambda: "300 M USD" in loans.read_text("utf-8"))
        await at_rest(pilot, app)
        await pilot.press("u")
        await until(pilot, lambda: loans.read_text("utf-8") == before)
        await at_rest(pilot, app)
        loans.write_text(before.replace("A loan", "Another loan"), "utf-8")

        def title() -> str:
            reading = app.explorer.view.reading
            return reading.record.title if reading is not None else ""

        await until(pilot, lambda: title() == "Another loan")
        opened: list[list[str]] = []

        def command(_environ: object, path: Path, line: int, _forms: object) -> list[str]:
            return [str(path), str(line)]

        monkeypatch.setenv("EDITOR", "vi")
        programs = "tui.platform.external_programs"
        monkeypatch.setattr(f"{programs}.editor_command", command)
        monkeypatch.setattr(f"{programs}.run_editor", opened.append)
        monkeypatch.setattr(app, "suspend", nullcontext)
        await pilot.press("e")
        await until(pilot, lambda: bool(opened))
        assert opened == [[str(loans), "2"]]
        # Where no editor can be started, the file is edited in a field.
        monkeypatch.setattr("tui.app._has_editor", lambda: False)
        await at_rest(pilot, app)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, TextEditorScreen))
        assert app.screen.query_one(CorpusText).text == loans.read_text("utf-8")
        await pilot.press("end", "space", "#", "m", "ctrl+s")
        await until(pilot, lambda: not isinstance(app.screen, TextEditorScreen))
        await pilot.press("y")
        await until(pilot, lambda: "id: loan #m\n" in loans.read_text("utf-8"))
