"""The layout of the explorer: borders are dragged, tabs go to panes, boxes close beside them."""

from __future__ import annotations

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.screens.dialogs import ChooseScreen, PromptScreen
from tui.screens.form import FormScreen
from tui.widgets.drawing.flow_lines import MatrixCell, matrix_lines
from tui.widgets.entries import Target
from tui.widgets.forms.change_preview import ChangePreview, VerdictLines
from tui.widgets.forms.form import Form

pytestmark = pytest.mark.usefixtures("opened_before")


async def test_the_border_of_the_list_is_dragged_and_its_records_keep_one_line() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        results = app.explorer.results
        assert results.line_count == results.total
        edge, row = results.region.right - 1, results.region.y + 5
        await pilot.mouse_down(offset=(edge, row))
        await pilot.hover(offset=(edge - 12, row))
        await pilot.mouse_up(offset=(edge - 12, row))
        await until(pilot, lambda: abs(results.region.right - 1 - (edge - 12)) <= 1)
        # Narrower than a line needs, each record has two.
        await until(pilot, lambda: results.line_count == 2 * results.total)
        await pilot.press("1", "greater_than_sign")
        await until(pilot, lambda: results.region.right - 1 > edge - 12)


async def test_what_is_searched_for_shows_why_it_was_found_on_a_second_line() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        results = app.explorer.results
        assert results.line_count == results.total
        await pilot.press("slash", *"vegas")
        await until(pilot, lambda: app.explorer.view.answered == "vegas")
        assert results.line_count == 2 * results.total


async def test_below_a_hundred_columns_a_line_names_the_panes_and_leads_to_them() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(60, 20)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer
        assert "1 Deals  2 Record  3 Article  4 Timeline" in str(explorer.tabs.render_line(0).text)
        await pilot.press("3")
        await until(pilot, lambda: explorer.article_pane.has_focus)
        await pilot.press("4")
        await until(pilot, lambda: explorer.timeline.has_focus)
        await pilot.click("#tabs", offset=(13, 0))
        await until(pilot, lambda: explorer.record_pane.has_focus)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: not explorer.tabs.display)


async def test_a_box_is_as_large_as_its_content_and_closes_at_a_click_beside_it() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        box = app.screen.query_one("EntryPane")
        await until(pilot, lambda: 0 < box.region.height < 20)
        assert box.region.width < 80
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: box.region.width <= 36 and box.region.height <= 10)
        await pilot.click(offset=(0, 0))
        await until(pilot, lambda: app.screen is app.explorer)


async def test_what_was_typed_is_not_lost_by_a_click_beside_the_box() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t", "at", *"2023")
        screen = app.screen
        assert isinstance(screen, PromptScreen)
        await pilot.click(offset=(0, 0))
        await pilot.pause()
        assert app.screen is screen


async def test_the_timeline_grows_to_half_of_the_screen_and_hides_at_any_width() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_rest(pilot, app)
        timeline = app.explorer.timeline
        strip = timeline.size.height
        await pilot.press("Z")
        await until(pilot, lambda: timeline.size.height > strip + 4)
        await pilot.press("Z")
        await until(pilot, lambda: not timeline.display)
        await pilot.press("Z")
        await until(pilot, lambda: timeline.display and timeline.size.height == strip)


async def test_amounts_and_dates_of_a_record_are_never_broken() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await at_rest(pilot, app)
        pane = app.explorer.record_pane
        await pilot.press("2")
        for width in (120, 100, 80, 60):
            await pilot.resize_terminal(width, 40)
            await pilot.pause(0.1)
            lines = [pane.build_line(line, pane.line_width).text for line in range(pane.line_count)]
            for figure in ("up to $4 bn", "27 Mar 2024", "by Q1 2024"):
                assert any(figure in line for line in lines), (width, figure)
            assert any("≠2" in line for line in lines)


async def test_what_is_chosen_from_is_broken_into_lines_where_it_has_no_room() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("4", "T")
        await until(pilot, lambda: isinstance(app.screen, ChooseScreen))
        pane = app.screen.query_one("EntryPane")
        for size in ((120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: 0 < pane.region.width <= app.size.width * 9 // 10)
            drawn = [strip.text for strip in map(pane.render_line, range(pane.size.height))]
            assert drawn
            assert not any("…" in line for line in drawn)


def row_of(app: DealtuiApp, words: str) -> int:
    lines = app.screen._compositor.render_strips()
    return next(at for at, strip in enumerate(lines) if words in strip.text)


def cell_of(app: DealtuiApp, row: int, words: str) -> int:
    return app.screen._compositor.render_strips()[row].text.index(words)


async def test_columns_of_the_list_are_dragged_at_their_heading_and_kept_for_the_next_run() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("z")
        await until(pilot, lambda: app.explorer.results.header_lines == 1)
        before = app.explorer.results.columns
        row = row_of(app, "│title")
        edge = cell_of(app, row, "│title")
        await pilot.mouse_down(offset=(edge, row))
        await pilot.hover(offset=(edge + 6, row))
        await pilot.mouse_up(offset=(edge + 6, row))
        await until(pilot, lambda: app.explorer.results.columns.parties == before.parties + 6)
        assert app.explorer.results.columns.title == before.title - 6
        assert cell_of(app, row, "│title") == edge + 6
        # The amount is the next column; no record was chosen or selected meanwhile.
        await pilot.press("l", "l", "greater_than_sign", "greater_than_sign")
        await until(pilot, lambda: app.explorer.results.columns.amount == before.amount + 2)
        assert app.explorer.results.cursor == 0
    again = DealtuiApp(SHIPPED)
    async with again.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, again)
        await pilot.press("z")
        await until(pilot, lambda: again.explorer.results.header_lines == 1)
        columns = again.explorer.results.columns
        assert (columns.parties, columns.amount) == (before.parties + 6, before.amount + 2)


async def test_columns_of_the_matrix_are_dragged_and_resized_by_key() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("f", "v")
        await until(pilot, lambda: "matrix" in app.screen._compositor.render_strips()[0].text)
        await pilot.pause()
        row = row_of(app, "│Amazon")
        google = cell_of(app, row, "│Google")
        edge = cell_of(app, row, "│Microsoft")
        await pilot.mouse_down(offset=(edge, row))
        await pilot.hover(offset=(edge + 5, row))
        await pilot.mouse_up(offset=(edge + 5, row))
        await until(pilot, lambda: cell_of(app, row, "│Google") == google + 5)
        # The cursor stands in the column of a payee.
        await pilot.press("less_than_sign")
        await until(pilot, lambda: cell_of(app, row, "│Google") == google + 4)


def test_a_sum_that_has_no_room_in_the_matrix_is_left_out_and_never_cut() -> None:
    target = Target("deals", "one")
    cells = {(0, 0): MatrixCell("$30 bn", "committed", target)}
    for width in range(4, 14):
        lines = matrix_lines(["Amsel"], ["Specht"], cells, 60, {"Specht": width})
        text = "".join(run for part in lines[1].parts for run, _ in part.runs)
        assert text.removeprefix("▓ ") in ("$30 bn", "…")


async def test_a_form_is_as_high_as_what_it_has_to_say_and_says_all_about_a_field() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await pilot.press("2", "E")
        await until(pilot, lambda: isinstance(app.screen, FormScreen))
        form = app.screen
        box = form.query_one("Vertical")
        await until(pilot, lambda: 0 < box.region.height < 30)
        before = box.region.height
        # What is said beside a field, where it is cut, is said whole below.
        verdict = form.query_one(VerdictLines)
        await pilot.press("tab")
        row = form.query_one(Form).row
        assert row is not None
        assert row.field.name == "same-as"
        await until(pilot, lambda: "".join(row.advice.split()) in said(verdict))
        assert row.advice
        # It grows with the change, and stays within the window.
        await pilot.press("tab", *" Told again.", "tab")
        await until(pilot, lambda: form.query_one(ChangePreview).wanted_lines > 3)
        await until(pilot, lambda: box.region.height > before)
        assert box.region.bottom <= 40


def said(lines: VerdictLines) -> str:
    drawn = (lines.build_line(line, lines.line_width).text for line in range(lines.line_count))
    return "".join("".join(drawn).split())
