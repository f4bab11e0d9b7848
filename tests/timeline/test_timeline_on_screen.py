"""The timeline as a pane: what it costs to paint, and what the mouse and the keys do there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.events import MouseScrollUp
from textual.widget import Widget

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.model.format_dates import full_day
from tui.model.locales import EN
from tui.screens.dialogs import ChooseScreen
from tui.screens.side.audit import AuditScreen
from tui.widgets.drawing.contrast import LEAST_TEXT, contrast

if TYPE_CHECKING:
    from rich.style import Style

NO_KEYS = (False, False, False)
"""Neither shift nor meta nor control is held."""


async def test_a_pane_works_its_own_style_out_once_however_many_lines_it_paints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    worked_out = Widget.rich_style.fget  # type: ignore[attr-defined] # a property of the base
    assert worked_out is not None

    def counted(widget: Widget) -> Style:
        asked.append(widget.id or "")
        style: Style = worked_out(widget)
        return style

    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t")
        monkeypatch.setattr(Widget, "rich_style", property(counted))
        await pilot.press("h", "l", "+", "-", "0")
        await pilot.pause()
        assert "timeline" not in asked
        app.theme = "textual-light"
        await until(pilot, lambda: "timeline" in asked)
        assert asked.count("timeline") == 1


async def test_another_theme_is_seen_on_every_line_of_a_pane() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        pane = app.explorer.timeline
        grounds = []
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            await pilot.pause()
            wanted = pane.rich_style.bgcolor
            lines = [pane.render_line(y) for y in range(pane.size.height)]
            styles = [segment.style for line in lines for segment in line]
            assert all(style and style.bgcolor is not None for style in styles)
            assert any(style and style.bgcolor == wanted for style in styles)
            grounds.append(wanted)
        assert grounds[0] != grounds[1]


def place_of(app: DealtuiApp, record_id: str) -> tuple[int, int]:
    """The cell of a record's mark, from the upper left corner of the pane with its border."""
    picture = app.explorer.timeline.picture
    place = picture.cell_of(record_id) if picture is not None else None
    assert place is not None
    return place[1] + 1, place[0] + 1


async def test_a_click_chooses_a_mark_in_all_panes_and_a_second_one_goes_into_it() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        where = place_of(app, "tallinn-anthropic-2021")
        await pilot.click("#timeline", offset=where)
        await until(pilot, lambda: explorer.results.chosen == "tallinn-anthropic-2021")
        assert explorer.view.reading is not None
        assert explorer.view.reading.record.id == "tallinn-anthropic-2021"
        assert explorer.timeline.has_focus
        await pilot.click("#timeline", offset=where, times=2)
        await until(pilot, lambda: explorer.record_pane.has_focus)


async def test_dragging_pans_and_chooses_nothing() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        pane, chosen = app.explorer.timeline, app.explorer.results.chosen
        before = pane.scale
        assert before is not None
        x, y = place_of(app, "nvidia-anthropic-2025")
        await pilot.mouse_down("#timeline", offset=(x, y))
        await pilot.hover("#timeline", offset=(x - 10, y))
        await pilot.mouse_up("#timeline", offset=(x - 10, y))
        await pilot.pause()
        after = pane.scale
        assert after is not None
        assert after.days_per_cell == before.days_per_cell
        assert round((after.start - before.start) / before.days_per_cell) == 10
        assert app.explorer.results.chosen == chosen


async def test_the_wheel_zooms_about_the_day_under_the_mouse() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        pane = app.explorer.timeline
        pane.focus()
        before, picture = pane.scale, pane.picture
        assert before is not None
        assert picture is not None
        cell = 20
        x, y = pane.content_region.x + picture.label_width + cell, pane.content_region.y + 1
        event = MouseScrollUp(pane, x - pane.region.x, y - pane.region.y, 0, 0, 0, *NO_KEYS, x, y)
        pane.post_message(event)
        await until(pilot, lambda: pane.scale != before)
        after = pane.scale
        assert after is not None
        assert after.days_per_cell < before.days_per_cell
        assert abs(after.column(before.day_at(cell + 0.5)) - (cell + 0.5)) < 0.01


async def test_a_stack_is_opened_by_enter_and_its_marks_are_chosen_from_a_list() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        explorer.go_to("google-anthropic-2023-10")
        await pilot.press("t", "enter")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is explorer)
        assert explorer.results.chosen != "google-anthropic-2023-10"
        assert explorer.view.reading is not None
        assert explorer.view.reading.record.id == explorer.results.chosen


async def test_a_click_on_an_article_steps_back_to_its_day_and_a_second_one_returns() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        pane = explorer.timeline

        def lane() -> str:
            picture = pane.picture
            assert picture is not None
            (row,) = [row for row in picture.rows if row[0].text.startswith(" articles")]
            return "".join(run.text for run in row)

        column = lane().index("▲", lane().index("▲") + 1)
        row = len(pane.picture.rows) - 2 if pane.picture else 0
        await pilot.click("#timeline", offset=(column + 1, row + 1))
        await until(pilot, lambda: pane.known_until == date(2023, 10, 31))
        await until(pilot, lambda: explorer.view.session is not app.session)
        await until(pilot, lambda: not any(worker.is_running for worker in app.workers))
        await pilot.pause()
        assert "3 articles before the newest" in str(explorer.head.render_line(0).text)
        assert lane().count("△") == 3
        assert explorer.view.session is not None
        story = explorer.view.session.record("amazon-anthropic-2023")
        assert [tranche.id for tranche in story.tranches] == ["first"]  # type: ignore[union-attr]
        await pilot.click("#timeline", offset=(lane().index("┃") + 1, row + 1))
        await until(pilot, lambda: pane.known_until is None)
        assert "△" not in lane()


async def test_a_list_that_fills_in_keeps_saying_that_it_shows_the_past() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t", "w", "w")
        await until(pilot, lambda: app.explorer.view.session is not app.session)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, AuditScreen))
        audit = app.screen
        assert isinstance(audit, AuditScreen)
        await until(pilot, lambda: audit.findings is not None)
        audit.progress = ("reading figures", 1, 2)
        audit.show_heading()
        assert (
            f"as known on {full_day(app.explorer.timeline.known_until, EN)}"
            in audit.head.render_line(0).text
        )


async def test_the_list_instead_of_the_picture_begins_at_the_selected_record() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.explorer.go_to("nvidia-anthropic-2025")
        await pilot.press("t", "T")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.explorer)
        assert app.explorer.results.chosen == "nvidia-anthropic-2025"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_statuses_and_the_selected_mark_are_legible_on_dark_and_on_light(theme: str) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.theme = theme
        await pilot.pause()
        pane = app.explorer.timeline
        for name in ("paid", "committed", "announced", "rumoured", "article", "selected"):
            style = pane.style_of(name)
            assert style.color is not None
            assert style.bgcolor is not None
            colour, ground = (
                Color.from_rich_color(style.color),
                Color.from_rich_color(style.bgcolor),
            )
            assert contrast(colour, ground) >= LEAST_TEXT, name
