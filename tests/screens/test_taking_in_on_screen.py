"""From nothing to an article on the screen: a corpus is made, a file taken in and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, copy_opened_before, until

from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.screens.dialogs import PromptScreen
from tui.screens.side.articles import ArticlesScreen
from tui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")


async def test_a_new_file_is_taken_in_with_one_key_and_taken_back_with_another(
    tmp_path: Path,
) -> None:
    path = copy_opened_before(tmp_path)
    text = "Amazon puts in more\n\nAmazon pays 3 billion dollars to Anthropic, both say.\n"
    (load(path).articles_dir / "late.txt").write_text(text, "utf-8")
    app = DealtuiApp(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        await until(pilot, lambda: "Amazon puts in more" in str(screen.content.entries[2].runs))
        await pilot.press("a")
        await until(pilot, lambda: "late" in load(path).corpus.articles)
        await until(pilot, lambda: "late" in screen.session.articles)
        await pilot.press("u")
        await until(pilot, lambda: "late" not in load(path).corpus.articles)
        await until(pilot, lambda: screen.new_files.count == 1)


async def test_the_demo_offers_to_make_a_corpus_and_leaves_for_it(tmp_path: Path) -> None:
    app = DealtuiApp(SHIPPED, demo=True)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at_rest(pilot, app)
        await pilot.press("C")
        await until(pilot, lambda: isinstance(app.screen, PromptScreen))
        line = app.screen.query_one(LineInput)
        line.value = str(SHIPPED.parent)
        await pilot.press("enter")
        await pilot.pause()
        assert app.next_corpus is None
        line.value = str(tmp_path / "mine")
        await pilot.press("enter")
        await until(pilot, lambda: app.next_corpus is not None)
    assert app.next_corpus == tmp_path / "mine" / "deals.yaml"
    assert app.next_corpus.exists()
