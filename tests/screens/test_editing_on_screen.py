"""In the app a field is edited where it stands, taken back and made again after a restart too."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import until

from tui.app import DealtuiApp
from tui.screens.dialogs import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.side.articles import ArticlesScreen
from tui.widgets.forms.form import Form

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

PRESS = "Kestrel Capital has paid 2 billion dollars to Larkspur.\n"
CORPUS = """\
version: 1   # kept
articles_dir: .
parties:
  kestrel: {name: Kestrel Capital}
  larkspur: {name: Larkspur}
articles:
  press: {file: press.txt, published: 2025-03-10, language: en}
deals:
  - id: first
    title: Kestrel backs Larkspur
    payer: kestrel
    payee: larkspur
    amount: 3 bn USD   # as we had it
    evidence:
      - {for: amount, article: press, quote: 2 billion dollars}
"""


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    # Apart from the folders of the program, whose files would be listed as new articles.
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "press.txt").write_text(PRESS, "utf-8")
    path = folder / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    return path


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[tuple[Pilot[None], DealtuiApp]]:
    app = DealtuiApp(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.proofs.complete)
        await until(pilot, lambda: app.explorer.view.reading is not None)
        yield pilot, app


def written(path: Path) -> str:
    return path.read_text("utf-8")


async def fill_in(pilot: Pilot[None], app: DealtuiApp, *keys: str) -> None:
    """Type into the form that opens, and write it."""
    await until(pilot, lambda: isinstance(app.screen, FormScreen))
    form = app.screen.query_one(Form)
    await until(pilot, lambda: form.row is not None)
    await pilot.press(*keys)
    await pilot.press("enter")


EDITED = CORPUS.replace("3 bn USD", "2 bn USD")


async def test_an_edit_is_taken_back_and_made_again_after_a_restart(corpus: Path) -> None:
    async with opened(corpus) as (pilot, app):
        await pilot.press("E")
        await fill_in(pilot, app, *["backspace"] * 8, *"2 bn USD")
        await until(pilot, lambda: written(corpus) == EDITED)
        await until(pilot, lambda: app.session.loaded.source == EDITED)
        await pilot.press("u")
        await until(pilot, lambda: app.session.loaded.source == CORPUS)
        await pilot.press("U")
        await until(pilot, lambda: written(corpus) == EDITED)
    async with opened(corpus) as (pilot, app):
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        assert written(corpus) == EDITED
        await pilot.press("y")
        await until(pilot, lambda: written(corpus) == CORPUS)


async def test_marks_follow_a_record_that_gets_another_id_and_back(corpus: Path) -> None:
    async with opened(corpus) as (pilot, app):
        await pilot.press("asterisk", "full_stop", *["down"] * 7, "enter")
        await fill_in(pilot, app, *["backspace"] * 5, *"second")
        await until(pilot, lambda: app.session.has_record("second"))
        await until(pilot, lambda: app.session.own.starred("second"))
        assert app.explorer.view.record_id == "second"
        await pilot.press("u")
        await until(pilot, lambda: app.session.has_record("first"))
        await until(pilot, lambda: app.session.own.starred("first"))


async def test_a_field_is_deleted_and_an_article_edited(corpus: Path) -> None:
    async with opened(corpus) as (pilot, app):
        await pilot.press("tab", "delete")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        without = CORPUS.replace("    amount: 3 bn USD   # as we had it\n", "")
        await until(pilot, lambda: written(corpus) == without)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        await pilot.press("E")
        await fill_in(pilot, app, *"The Press")
        await until(pilot, lambda: "title: The Press}" in written(corpus))
        await pilot.press("u")
        await until(pilot, lambda: written(corpus) == without)
