"""Escape takes back the last step, and the way here is written as a breadcrumb."""

from __future__ import annotations

import pytest

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.screens.side.party import PartyScreen
from tui.screens.step_history import Step, StepHistory, breadcrumb


class Mode:
    """Something that can be on, and is taken back by being turned off."""

    def __init__(self, history: StepHistory, name: str) -> None:
        self.on = False
        self.history, self.name = history, name

    def begin(self, **more: object) -> None:
        self.on = True
        self.history.began(Step(self.name, f"no {self.name}", self.end, lambda: self.on, **more))  # type: ignore[arg-type] # titles or repeats

    def end(self) -> None:
        self.on = False


@pytest.fixture
def history() -> StepHistory:
    return StepHistory()


def test_the_newest_step_is_taken_back_first_whatever_it_was(history: StepHistory) -> None:
    search, zoom = Mode(history, "search"), Mode(history, "zoom")
    search.begin()
    zoom.begin()
    search.begin()
    assert history.way_out == "no search"
    assert history.take_back()
    assert (search.on, zoom.on) == (False, True)
    assert history.take_back()
    assert not zoom.on
    assert not history.take_back()


def test_what_ended_by_itself_is_no_step_any_more(history: StepHistory) -> None:
    search, zoom = Mode(history, "search"), Mode(history, "zoom")
    search.begin()
    zoom.begin()
    zoom.end()
    assert history.way_out == "no search"
    assert history.take_back()
    assert not search.on
    assert history.way_out == ""


def test_what_follows_from_taking_a_step_back_is_no_step(history: StepHistory) -> None:
    other = Mode(history, "other")
    history.began(Step("way", "back", other.begin, lambda: True))
    assert history.take_back()
    assert other.on
    assert history.last is None


def test_the_trail_has_the_places_of_all_ways_in_their_order(history: StepHistory) -> None:
    for titles in (("Anthropic",), ("Microsoft", "flows")):
        step = Step("way", "back", lambda: None, lambda: True, titles, repeats=True)
        history.began(step)
    assert history.trail == ["Anthropic", "Microsoft", "flows"]
    history.take_back()
    assert history.trail == ["Anthropic"]


def test_the_oldest_of_very_many_steps_is_dropped_once() -> None:
    history, dropped = StepHistory(), []
    for number in range(52):
        step = Step(
            "way", "back", lambda: None, lambda: True,
            drop=lambda number=number: dropped.append(number), repeats=True,
        )  # fmt: skip
        history.began(step)
    assert dropped == [0, 1]


def test_who_shows_the_way_out_is_told_when_it_changes(history: StepHistory) -> None:
    seen: list[str] = []
    history.observe(lambda: seen.append(history.way_out))
    Mode(history, "search").begin()
    history.take_back()
    assert seen == ["no search", ""]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (40, "Deals › Anthropic › Microsoft"),
        (28, "… › Anthropic › Microsoft"),
        (20, "… › Microsoft"),
        (9, "Microsoft"),
        (3, "Microsoft"),
    ],
)
def test_a_breadcrumb_leaves_out_the_earlier_places(room: int, words: str) -> None:
    assert breadcrumb(["Deals", "Anthropic", "Microsoft"], room) == words


# On the screen


def shown(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_escape_leads_back_the_whole_way_from_party_to_party_to_a_deal() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        explorer.go_to("amazon-anthropic-2023")
        app.show_party("anthropic")
        app.show_party("microsoft")
        await until(pilot, lambda: "Deals › Anthropic › Microsoft" in shown(app))
        page = app.screen
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is explorer and "Esc back to Microsoft" in shown(app))
        assert "Deals › Anthropic › Microsoft › " in shown(app)
        assert explorer.view.record_id != "amazon-anthropic-2023"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is page)
        assert isinstance(page, PartyScreen)
        assert page.entries.line > 0
        await pilot.press("escape")
        await until(pilot, lambda: "Deals › Anthropic" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is explorer)
        assert explorer.view.record_id == "amazon-anthropic-2023"
        assert not page.is_attached
        assert explorer.steps.last is None


async def test_escape_takes_back_known_when_before_the_search_that_came_before_it() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("slash", *"anthropic", "enter")
        await until(pilot, lambda: "Esc all deals" in shown(app))
        await pilot.press("w")
        await until(
            pilot, lambda: app.explorer.view.stepped_back and "Esc the present" in shown(app)
        )
        await pilot.press("escape")
        await until(pilot, lambda: not app.explorer.view.stepped_back)
        assert app.explorer.view.known_until is None
        assert app.explorer.view.query == "anthropic"
        await pilot.press("escape")
        await until(pilot, lambda: app.explorer.view.query == "")
        assert "Esc" not in shown(app).splitlines()[-1]


async def test_enter_goes_in_and_escape_comes_out_pane_by_pane() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: "Esc to the list" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Esc to the record" in shown(app))
        assert app.explorer.article_pane.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: app.explorer.record_pane.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: app.explorer.results.has_focus)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_escape_comes_back_from_the_timeline(size: tuple[int, int]) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t")
        await until(pilot, lambda: app.explorer.timeline.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: app.explorer.results.has_focus)
        assert not app.explorer.navigation.zoomed
        assert app.explorer.steps.last is None
