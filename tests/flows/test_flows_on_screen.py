"""The screens of flows: one party in the middle, figures in the user's language, very many."""

from __future__ import annotations

import pytest
from running import SHIPPED, at_rest

from tui.app import DealtuiApp
from tui.corpus.load import load
from tui.export.text.flows_text import flows_text
from tui.export.text.timeline_text import timeline_text
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.model.locales import EN, FR, ISO
from tui.screens.side.base import ListContent
from tui.screens.side.flow_entries import MOST, FlowLines, FlowList, others
from tui.screens.side.flows import FlowsScreen
from tui.screens.side.flows_ego import EgoScreen
from tui.widgets.drawing.flow_lines import flow_head, flow_rows, names_width
from tui.widgets.entries import Entry, Target

pytestmark = pytest.mark.usefixtures("own_folders")
CORPUS = load(SHIPPED).corpus


def text_of(entries: list[Entry]) -> str:
    return "\n".join("".join(text for text, _ in entry.runs) for entry in entries)


async def test_from_a_flow_to_its_parties_and_on_to_theirs() -> None:
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f")
        assert isinstance(app.screen, FlowsScreen)
        lines = FlowLines(app.screen.request())
        target = lines.deals(("x",), "amazon", "anthropic")
        app.screen.show_flows(FlowList(ListContent([Entry([("x", "")], target)]), lines.pairs))
        await pilot.press("1", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EgoScreen)
        assert app.screen.party == "anthropic"
        shown = text_of(list(app.screen.content.entries))
        assert shown.index("Who pays Anthropic") < shown.index("Nvidia")
        assert shown.index("Nvidia") < shown.index("Whom Anthropic pays")
        assert "at least 6 ×" in shown
        before = app.screen
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, EgoScreen)
        assert app.screen.party in {"nvidia", "microsoft", "amazon", "openai"}
        await pilot.press("escape")
        assert app.screen is before


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_all_four_columns_are_in_sight(width: int) -> None:
    room = names_width(width)
    assert len(text_of([flow_head(room)])) <= width - 2
    for cell in matrix(edges(CORPUS.records.values(), CORPUS)).cells.values():
        for entry in flow_rows(
            ("A party", "another with a long name"), cell.sums, None, "", room, EN
        ):
            assert len(text_of([entry])) <= width - 2


def test_a_figure_that_has_no_room_in_its_column_is_never_cut() -> None:
    cells = matrix(edges(CORPUS.records.values(), CORPUS)).cells
    target = Target("deals", "d")
    shown = text_of(flow_rows(("x",), cells["openai", ""].sums, target, "", names_width(80), ISO))
    assert "1\u202f400\u202f000\u202f000\u202f000 USD" in shown


def test_figures_are_written_as_the_user_asked_in_texts_and_on_screens() -> None:
    records = list(CORPUS.records.values())
    cell = matrix(edges(records, CORPUS)).cells["amazon", "anthropic"]
    shown = [
        flows_text(CORPUS, records, locale=FR),
        timeline_text(CORPUS, records, width=100, colour=False, locale=FR),
        text_of(flow_rows(("x",), cell.sums, None, "", 20, FR)),
    ]
    for text in shown:
        assert "1,25 Md$" in text
        assert "$1.25 bn" not in text
    assert "1\u202f400 Md$" in shown[0]


def test_what_is_left_out_of_a_list_is_counted() -> None:
    assert others(MOST, "flows") == []
    assert "1,000 other flows" in text_of(others(MOST + 1000, "flows"))
