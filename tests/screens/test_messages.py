"""Messages over the key line are shown whole, however long they are."""

from __future__ import annotations

import pytest
from textual.app import App

from tests.running import SHIPPED, at_rest, until
from tui.app import DealtuiApp


class Notified(App[None]):
    """An app whose messages look as ours do."""

    CSS = DealtuiApp.CSS


def shown(app: App[None]) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_message_of_any_length_shows_its_last_word(width: int) -> None:
    for length in (*range(width - 8, width + 4), *range(2 * width - 12, 2 * width)):
        app = Notified()
        async with app.run_test(size=(width, 24), notifications=True) as pilot:
            app.notify(("abcdefg " * width)[: length - 4] + " END", markup=False)
            await pilot.pause()
            await pilot.pause()
            assert "END" in shown(app), length


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_message_of_several_lines_covers_nothing_that_is_read(
    size: tuple[int, int],
) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=size, notifications=True) as pilot:
        await at_rest(pilot, app)
        height = app.explorer.panes.size.height
        app.say("words of a message that goes on " * 5)
        await until(pilot, lambda: app.explorer.keys.size.height > 1)
        assert app.screen.query_one("Toast").region.y >= app.explorer.keys.region.y
        assert app.explorer.panes.size.height < height
        app.clear_notifications()
        app.say("short")
        await until(pilot, lambda: app.explorer.keys.size.height == 1)
        assert app.explorer.panes.size.height == height
