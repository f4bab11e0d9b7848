"""The timeline as a pane: what it costs to paint, and what the mouse and the keys do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp

if TYPE_CHECKING:
    import pytest
    from rich.style import Style


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
