"""Parties are merged, kept apart, added and renamed on their screen, each as a diff, and undone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from explorer_ports import ONE, TWO
from running import SHIPPED, until

from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.screens.dialogs import ConfirmScreen
from tui.screens.form import FormScreen
from tui.screens.side.parties import NamesToShow, PartiesScreen, party_entries
from tui.screens.side.party import PartyScreen
from tui.session.file_session import FileSession
from tui.session.parties import PartyOverview

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

SOURCE = """version: 1
articles_dir: .
parties:
  google: {name: Google}
  google-inc: {name: Google Inc}
  anthropic: {name: Anthropic}
articles:
  one: {file: one.txt, language: en}
  two: {file: two.txt, language: en}
deals:
  - {id: first, title: First, payer: google, payee: anthropic}
  - {id: second, title: Second, payer: google, payee: anthropic}
  - {id: third, title: Third, payer: google-inc, payee: anthropic}
"""


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    path = tmp_path / "deals.yaml"
    path.write_text(SOURCE, "utf-8")
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(TWO, "utf-8")
    return path


@asynccontextmanager
async def parties(
    path: Path, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], DealtuiApp, PartiesScreen]]:
    app = DealtuiApp(path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.proofs.complete)
        await pilot.press("P")
        await until(pilot, lambda: isinstance(app.screen, PartiesScreen))
        screen = app.screen
        assert isinstance(screen, PartiesScreen)
        await until(pilot, lambda: screen.names is not None and "without" in heading(screen))
        yield pilot, app, screen


def heading(screen: PartiesScreen) -> str:
    return "".join(text for text, _ in screen.heading()[0])


def text_of(screen: PartiesScreen) -> str:
    return "\n".join("".join(text for text, _ in one.runs) for one in screen.content.entries)


async def agree(pilot: Pilot[None], app: DealtuiApp, path: Path) -> str:
    """Agree to the diff that is shown; the text of the file afterwards."""
    before = path.read_text("utf-8")
    await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
    await pilot.press("y")
    await until(pilot, lambda: path.read_text("utf-8") != before)
    return path.read_text("utf-8")


async def test_a_likely_duplicate_is_merged_with_one_key_and_that_is_undone(corpus: Path) -> None:
    async with parties(corpus) as (pilot, app, screen):
        assert "1 likely duplicate" in heading(screen)
        assert screen.entries.target is not None
        assert screen.entries.target.key == "google"
        await pilot.press("j", "J")
        text = await agree(pilot, app, corpus)
        assert "google-inc" not in text
        assert "google: {name: Google, aliases: [Google Inc]}" in text
        await until(pilot, lambda: "likely" not in heading(screen))
        assert screen.overview is not None
        assert screen.overview.parties["google"].payer == 3
        await pilot.press("u")
        await until(pilot, lambda: corpus.read_text("utf-8") == SOURCE)
        await until(pilot, lambda: "1 likely duplicate" in heading(screen))


async def test_two_parties_are_kept_apart_with_one_key(corpus: Path) -> None:
    async with parties(corpus) as (pilot, app, screen):
        await pilot.press("j", "K")
        text = await agree(pilot, app, corpus)
        assert "google-inc: {name: Google Inc, distinct-from: [google]}" in text
        await until(pilot, lambda: "likely" not in heading(screen))


async def test_a_name_of_the_articles_is_added_and_a_party_gets_another_id(corpus: Path) -> None:
    async with parties(corpus, (80, 24)) as (pilot, app, screen):
        await pilot.press("tab")
        assert screen.entries.target is not None
        assert screen.entries.target.key == "Amazon"
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("enter")
        await until(pilot, lambda: "\n  amazon: {name: Amazon}\n" in corpus.read_text("utf-8"))
        await until(pilot, lambda: bool(screen.overview and "amazon" in screen.overview.parties))
        # In all parts of the list, which is narrowed to one party.
        await pilot.press("slash", *"anthropic", "enter", "E")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("up", *"anthropic-pbc", "enter")
        await until(pilot, lambda: "payee: anthropic-pbc" in corpus.read_text("utf-8"))
        assert corpus.read_text("utf-8").count("anthropic-pbc") == 4
        await until(pilot, lambda: "anthropic-pbc" in screen.session.names)
        await until(pilot, lambda: screen.entries.target.key == "anthropic-pbc")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PartyScreen))


async def test_a_name_that_is_none_is_dismissed_and_shown_again(corpus: Path) -> None:
    async with parties(corpus) as (pilot, _, screen):
        await pilot.press("tab", "x")
        await until(pilot, lambda: "1 dismissed: X" in text_of(screen))
        assert "Amazon" not in text_of(screen)
        await pilot.press("X")
        await until(pilot, lambda: "(dismissed)" in text_of(screen))
        await pilot.press("g", "tab", "x")
        await until(pilot, lambda: "dismissed" not in text_of(screen))


async def test_a_name_leads_to_where_it_stands_first(corpus: Path) -> None:
    async with parties(corpus) as (pilot, app, _):
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.screen is app.explorer)
        assert app.explorer.article_pane.article_id == "one"
        pointed = app.explorer.view.pointed
        assert pointed is not None
        assert ONE[slice(*pointed.span)] == "Amazon"


def test_a_corpus_without_parties_says_so_in_its_counts() -> None:
    content = party_entries(PartyOverview({}, ()), NamesToShow(FileSession(load(SHIPPED)), ()), 80)
    assert "0 parties · 0 names without a party" in "".join(text for text, _ in content.left)
    assert not any(entry.target for entry in content.entries)


async def test_the_page_of_a_party_changes_and_merges_it_and_follows(corpus: Path) -> None:
    async with parties(corpus) as (pilot, app, _):
        app.show_party("google-inc")
        await until(pilot, lambda: isinstance(app.screen, PartyScreen))
        page = app.screen
        assert isinstance(page, PartyScreen)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press("end", *" Ltd", "enter")
        await until(pilot, lambda: "Google Inc Ltd" in corpus.read_text("utf-8"))
        await until(pilot, lambda: app.screen is page and page.title_words == "Google Inc Ltd")
        await pilot.press("J")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        await pilot.press(*"google", "enter", "enter")
        await until(pilot, lambda: "google-inc" not in corpus.read_text("utf-8"))
        await until(pilot, lambda: app.screen is page and page.title_words == "Google")
        await pilot.press("u")
        await until(pilot, lambda: "Google Inc Ltd" in corpus.read_text("utf-8"))
