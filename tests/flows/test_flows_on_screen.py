"""The screens of flows: one party in the middle, figures in the user's language, very many."""

from __future__ import annotations

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.export.text.flows_text import flows_text
from tui.export.text.timeline_text import timeline_text
from tui.flows.bars import BarScale
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.model.locales import FR
from tui.screens.side.base import ListContent
from tui.screens.side.flow_entries import MOST, FlowLines, FlowList, others
from tui.screens.side.flows import FlowsScreen
from tui.screens.side.flows_ego import EgoScreen
from tui.screens.side.party import PartyScreen
from tui.widgets.drawing.flow_lines import BarRow, bar_lines
from tui.widgets.entries import Entry

pytestmark = pytest.mark.usefixtures("opened_before")
CORPUS = load(SHIPPED).corpus


def text_of(entries: list[Entry]) -> str:
    return "\n".join("".join(text for text, _ in entry.runs) for entry in entries)


async def test_from_a_flow_to_its_parties_and_on_to_theirs() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f")
        assert isinstance(app.screen, FlowsScreen)
        lines = FlowLines(app.screen.request())
        target = lines.deals(("x",), "amazon", "anthropic")
        app.screen.show_flows(FlowList(ListContent([Entry([("x", "")], target)]), lines.pairs))
        await pilot.press("S", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EgoScreen)
        assert app.screen.party == "anthropic"
        shown = text_of(list(app.screen.content.entries))
        assert shown.index("Who pays Anthropic") < shown.index("Nvidia")
        assert shown.index("Nvidia") < shown.index("Whom Anthropic pays")
        assert "at least 6 ×" in shown
        before = app.screen
        await pilot.press("S")
        await pilot.pause()
        assert isinstance(app.screen, EgoScreen)
        assert app.screen.party in {"nvidia", "microsoft", "amazon", "openai"}
        await pilot.press("escape")
        assert app.screen is before


def test_figures_are_written_as_the_user_asked_in_texts_and_on_screens() -> None:
    records = list(CORPUS.records.values())
    cell = matrix(edges(records, CORPUS)).cells["amazon", "anthropic"]
    shown = [
        flows_text(CORPUS, records, locale=FR),
        timeline_text(CORPUS, records, width=100, colour=False, locale=FR),
        text_of(bar_lines([BarRow("x", cell.sums)], 90, BarScale([cell.sums]), FR)),
    ]
    for text in shown:
        assert "1,25 Md$" in text
        assert "$1.25 bn" not in text
    assert "1\u202f400 Md$" in shown[0]


async def test_v_shows_payers_against_payees_and_the_cursor_goes_from_cell_to_cell() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f", "v", "home")
        screen = app.screen
        assert isinstance(screen, FlowsScreen)
        assert "matrix" in str(screen.head.render_line(0).text)
        first = screen.entries.target
        assert first is not None
        await pilot.press("right")
        second = screen.entries.target
        assert second is not None
        assert (first.detail.partition(" → ")[0], first) != (second.detail, second)
        assert first.detail.partition(" → ")[0] == second.detail.partition(" → ")[0]
        await pilot.press("v")
        assert "Who pays whom" in text_of(list(screen.content.entries))


async def test_a_list_is_written_anew_for_the_room_that_a_window_has_now() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.show_party("anthropic")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PartyScreen)
        assert any(entry.parts for entry in screen.content.entries)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: not any(entry.parts for entry in screen.content.entries))
        assert all(len(text_of([entry])) <= 200 for entry in screen.content.entries)


def test_what_is_left_out_of_a_list_is_counted() -> None:
    assert others(MOST, "flows") == []
    assert "1,000 other flows" in text_of(others(MOST + 1000, "flows"))
