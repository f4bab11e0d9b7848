"""Messages over the key line are shown whole, however long they are."""

from __future__ import annotations

import pytest
from textual.app import App

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
