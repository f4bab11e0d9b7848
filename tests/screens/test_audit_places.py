"""From a finding of the audit to the very place it speaks about, and to its own repair."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import at_rest, shipped_copy, until

from tui.app import DealtuiApp
from tui.screens.dialogs import ConfirmScreen
from tui.screens.side.audit import AuditScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

TEXT = """Amazon a investi lundi 4 milliards de dollars dans Anthropic.

Amazon a enfin versé 4 milliards de dollars au total. Google paie 2 milliards de dollars.
Nvidia paie 3 milliards de dollars.
"""
CORPUS = """version: 1
articles:
  one: {file: one.txt, published: 2023-10-02, language: fr}
parties:
  amazon: {name: Amazon}
deals:
  - id: a
    title: A
    payer: amazon
    status: announced
    amount: 4 bn USD
    evidence:
      - {for: amount, article: one, quote: "Amazon a investi 4 milliards de dollars"}
      - {for: amount, article: one, quote: "Amazon a versé enfin 4 milliards de dollars au total"}
"""


@asynccontextmanager
async def auditing(tmp_path: Path) -> AsyncIterator[tuple[Pilot[None], DealtuiApp, AuditScreen]]:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    app = DealtuiApp(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, AuditScreen))
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        await until(pilot, lambda: screen._all_read)
        await pilot.pause()
        yield pilot, app, screen


async def test_where_every_figure_is_recorded_the_key_for_figures_says_so(tmp_path: Path) -> None:
    app = DealtuiApp(shipped_copy(tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, AuditScreen) and app.screen._all_read)
        await pilot.press("v")
        await until(pilot, lambda: bool(app._notifications))
        (said,) = app._notifications
        assert said.message == "Every figure of the articles is recorded or dismissed."


async def go_to_finding(pilot: Pilot[None], screen: AuditScreen, words: str) -> None:
    pane = screen.entries
    for _ in range(len(pane._links)):
        line = pane._links[pane._at]
        if words in "".join(text for text, _ in pane._entries[line].runs):
            return
        await pilot.press("down")
    pytest.fail(f"no finding says {words}")


@pytest.mark.parametrize("words", ["Amazon a investi 4", "Amazon a versé"])
async def test_of_two_findings_on_one_field_the_chosen_one_is_repaired(
    tmp_path: Path, own_folders: None, words: str
) -> None:
    async with auditing(tmp_path) as (pilot, app, screen):
        await go_to_finding(pilot, screen, words)
        await pilot.press("R")
        await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: words not in app.session.loaded.source)


@pytest.mark.parametrize(
    ("words", "place"), [("a investi", "Amazon a investi lundi"), ("a versé", "Amazon a enf")]
)
async def test_enter_goes_to_the_quote_that_the_finding_is_about(
    tmp_path: Path, own_folders: None, words: str, place: str
) -> None:
    async with auditing(tmp_path) as (pilot, app, screen):
        await go_to_finding(pilot, screen, words)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.explorer)
        current = app.explorer.article_pane.current
        assert current is not None
        assert TEXT[slice(*current)].startswith(place)


@pytest.mark.parametrize("words", ["2 milliards", "3 milliards"])
async def test_enter_goes_to_the_open_figure_itself(
    tmp_path: Path, own_folders: None, words: str
) -> None:
    async with auditing(tmp_path) as (pilot, app, screen):
        await go_to_finding(pilot, screen, words)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.explorer)
        figure = app.explorer.view.figure
        assert figure is not None
        assert figure.text.startswith(words)
        stretch = app.explorer.capture.stretch()
        assert stretch is not None
        assert (stretch.start, stretch.end) == (figure.start, figure.end)


async def test_what_was_repaired_leaves_the_list_and_the_next_takes_its_place(
    tmp_path: Path, own_folders: None
) -> None:
    async with auditing(tmp_path) as (pilot, app, screen):
        for left in (1, 0):
            await pilot.press("R")
            await until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            await pilot.press("y")
            await until(
                pilot,
                lambda left=left: (  # type: ignore[misc] # bound as it is now
                    [one.code for one in screen.findings or ()].count("quote-moved") == left
                    and not screen._outdated
                ),
            )
            await pilot.pause()
        assert "Amazon a investi lundi 4 milliards" in app.session.loaded.source
        assert "Amazon a enfin versé 4 milliards" in app.session.loaded.source
        before = app.session.loaded.source
        await pilot.press("u")
        await until(pilot, lambda: app.session.loaded.source not in {before, ""})
        assert "Amazon a versé enfin 4 milliards" in app.session.loaded.source
        await until(pilot, lambda: len(screen.findings or ()) > 0 and not screen._outdated)
        await pilot.press("u")
        await until(pilot, lambda: app.session.loaded.source == CORPUS)


async def test_an_edit_outside_is_checked_again_while_the_audit_is_open(
    tmp_path: Path, own_folders: None
) -> None:
    async with auditing(tmp_path) as (pilot, _, screen):
        article = tmp_path / "one.txt"
        article.write_text(TEXT.replace("investi lundi 4", "investi lundi 5"), "utf-8")
        await until(
            pilot,
            lambda: "quote-changed" in {one.code for one in screen.findings or ()},
        )
