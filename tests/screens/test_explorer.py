"""The explorer as a user drives it, on the shipped corpus."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.screens.explorer.screen import ExplorerScreen

pytestmark = pytest.mark.usefixtures("opened_before")


@asynccontextmanager
async def reading(
    path: Path = SHIPPED, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], ExplorerScreen]]:
    """The app with the corpus read and every proof checked."""
    app = DealtuiApp(path)
    async with app.run_test(size=size) as pilot:
        screen = app.explorer
        await at_rest(pilot, app)
        yield pilot, screen


def rail(screen: ExplorerScreen) -> str:
    """The signs at the right edge of the article, which tell where marks lie."""
    pane = screen.article_pane
    return "".join(pane.render_line(row).text[-1] for row in range(pane.size.height))


def shown(screen: ExplorerScreen) -> str:
    """The text of the screen."""
    width, height = screen.size
    return (
        "\n".join(
            "".join(segment.text for segment in line) for line in screen._compositor.render_strips()
        )
        if width and height
        else ""
    )


async def test_a_record_stands_next_to_the_sentence_that_proves_it() -> None:
    async with reading() as (_, screen):
        screen.go_to("amazon-anthropic-2023", "amount")
        pane = screen.article_pane
        assert pane.current is not None
        assert pane.text is not None
        assert "4" in pane.text[slice(*pane.current)]
        assert "milliards" in pane.text[slice(*pane.current)]


async def test_moving_the_field_cursor_moves_the_quote_and_n_moves_it_back() -> None:
    async with reading() as (pilot, screen):
        screen.go_to("amazon-anthropic-2023")
        screen.show_pane("record")
        await pilot.pause()
        before = screen.record_pane.path
        await pilot.press("j")
        assert screen.record_pane.path != before
        place = screen.view.reading.quote
        assert place is not None
        assert screen.article_pane.current == (place.anchor.start, place.anchor.end)
        await pilot.press("n")
        moved = screen.view.reading.quote
        assert moved is not None
        assert moved.path == screen.record_pane.path or moved.evidence.fields


async def test_typing_narrows_and_escape_brings_everything_back() -> None:
    async with reading() as (pilot, screen):
        total = screen.results.total
        await pilot.press("slash", *"nvidia")
        await until(pilot, lambda: 0 < screen.results.total < total)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.results.total == total)


async def test_the_best_match_of_what_was_typed_is_chosen_unless_the_user_chose_one_in_sight() -> (
    None
):
    async with reading() as (pilot, screen):
        results = screen.results
        screen.set_query("openai")
        best = results.chosen
        assert (results.cursor, results.top) == (0, 0)
        await pilot.press("G")
        last = results.chosen
        screen.set_query("openai ")
        assert (results.chosen, results.top) == (best, 0)
        screen.set_query("")
        assert results.chosen == last
        screen.set_query("openai")
        await pilot.press("g", "j", "j")
        near = results.chosen
        assert near != best
        for query in ("openai ", "zzzz", "openai"):
            screen.set_query(query)
        assert results.chosen == near


async def test_words_of_the_search_are_marked_in_the_article_that_stays_open() -> None:
    async with reading() as (pilot, screen):
        screen.go_to("amazon-anthropic-2023")
        await pilot.pause()
        assert "◆" not in rail(screen)
        screen.set_query("amazn")
        await pilot.pause()
        assert screen.results.chosen == "amazon-anthropic-2023"
        assert "◆" in rail(screen)


async def test_brackets_step_through_the_sources_of_a_record() -> None:
    async with reading() as (pilot, screen):
        screen.go_to("amazon-anthropic-2023")
        seen = {screen.view.reading.article}
        for _ in screen.view.reading.sources[1:]:
            await pilot.press("right_square_bracket")
            seen.add(screen.view.reading.article)
        assert seen == set(screen.view.reading.sources)
        assert len(seen) > 1


async def test_d_steps_through_the_disagreements() -> None:
    async with reading() as (pilot, screen):
        assert screen.view.session is not None
        found = screen.view.session.disagreements()
        assert found
        places = set()
        for _ in found:
            await pilot.press("d")
            places.add((screen.view.reading.record.id, screen.record_pane.path))
        assert places == {(item.record, item.path) for item in found}


async def test_every_command_of_the_registry_has_an_action() -> None:
    from tui.commands import COMMANDS, Scope
    from tui.screens.side.articles import ArticlesScreen
    from tui.screens.side.audit import AuditScreen
    from tui.screens.side.base import SideScreen
    from tui.screens.side.flow_entries import FlowScreen
    from tui.screens.side.parties import PartiesScreen
    from tui.screens.side.party import PartyScreen

    owners: dict[Scope, object] = {
        Scope.FLOWS: FlowScreen,
        Scope.AUDIT: AuditScreen,
        Scope.PARTIES: PartiesScreen,
        Scope.PARTY: PartyScreen,
        Scope.ARTICLES: ArticlesScreen,
        Scope.SIDE: SideScreen,
    }
    async with reading() as (_, screen):
        for command in COMMANDS:
            name = command.action.partition("(")[0]
            pane = command.scope.pane
            if name.startswith("app.") or command.scope is Scope.APP:
                owner: object = screen.app
            elif command.scope in owners:
                owner = owners[command.scope]
            elif name.startswith("screen.") or not pane:
                owner = screen
            else:
                owner = screen.query_one(f"#{pane}")
            name = name.rpartition(".")[2]
            assert hasattr(owner, f"action_{name}"), command.id


HOSTILE = "\x1b]52;c;aGk=\x07 [bold]x[/] [/ [@click=app.quit]y[/] \x9b31m \u202eabc"


async def test_hostile_text_is_shown_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Avant {HOSTILE} 4 milliards de dollars après.", "utf-8")
    (tmp_path / "deals.yaml").write_text(
        "version: 1\narticles_dir: .\nparties:\n  a: {name: '[/ [bold]A'}\n"
        "articles:\n  one: {file: a.txt, publisher: '[/x] [@click=app.quit]', published: 2024-01}\n"
        "deals:\n  - id: d\n    title: '[bold]title[/ [/]'\n    payer: a\n"
        "    amount: 4 bn USD\n    evidence:\n"
        "      - {for: amount, article: one, quote: 4 milliards de dollars}\n",
        "utf-8",
    )
    async with reading(tmp_path / "deals.yaml") as (pilot, screen):
        await pilot.pause()
        text = shown(screen)
        assert "\x1b" not in text
        assert "\x9b" not in text
        assert "[bold]title[/ [/]" in text
        assert "[@click=app.quit]y" in screen.article_pane.layout_of_text.text
        assert safe_line(HOSTILE)[:6] in screen.article_pane.layout_of_text.text


@pytest.mark.parametrize(
    "size", [(1, 1), (20, 5), (36, 10), (60, 20), (80, 24), (200, 50), (500, 200)]
)
async def test_every_size_of_window_works(size: tuple[int, int]) -> None:
    async with reading(size=size) as (pilot, screen):
        for key in ("tab", "j", "n", "t", "z", "z", "tab"):
            await pilot.press(key)
        assert screen.view.reading is not None


async def test_a_small_window_says_so_and_comes_back() -> None:
    async with reading() as (pilot, screen):
        await pilot.resize_terminal(30, 8)
        await until(pilot, lambda: screen.query_one("#small").display)
        assert not screen.query_one("#panes").display
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.query_one("#panes").display)
