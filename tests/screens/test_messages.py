"""Messages over the key line are shown whole, however long they are."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.geometry import Region

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
    app = Notified()
    async with app.run_test(size=(width, 24), notifications=True) as pilot:
        for length in (*range(width - 8, width + 4), *range(2 * width - 12, 2 * width)):
            last = f" END{length:03}"
            app.notify(("abcdefg " * width)[: length - len(last)] + last, markup=False)
            await pilot.pause()
            await pilot.pause()
            assert last in shown(app), length
            app.clear_notifications()
            await pilot.pause()
            assert last not in shown(app)


def region_of_message(app: DealtuiApp) -> Region:
    toasts = list(app.screen.query("Toast"))
    return toasts[0].region if toasts else Region()


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
        await pilot.pause()
        # The keys stand above it.
        assert region_of_message(app).y == app.explorer.keys.region.y + 1
        assert "all keys" in shown(app)
        assert app.explorer.panes.size.height < height
        app.clear_notifications()
        app.say("short")
        await until(pilot, lambda: app.explorer.keys.size.height == 1)
        assert app.explorer.panes.size.height == height


async def test_a_message_of_one_line_stands_beside_the_keys() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_rest(pilot, app)
        await pilot.press("d")
        await until(pilot, lambda: "Disagreement 1 of 1" in shown(app))
        await until(pilot, lambda: "? all keys ▌" in shown(app))
        last = shown(app).splitlines()[-1]
        assert last.startswith(" enter open")
        assert last.rstrip().endswith("Disagreement 1 of 1")
        # As many as the head line says; what rank has settled is counted apart.
        assert "≠ 1 disputed" in shown(app)
        await pilot.press("d")
        await until(pilot, lambda: "Settled by rank: 1 of 1" in shown(app))


async def test_a_message_does_not_follow_to_another_screen() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_rest(pilot, app)
        app.say("about this record")
        await until(pilot, lambda: "about this record" in shown(app))
        await pilot.press("o")
        await until(pilot, lambda: app.screen is not app.explorer)
        assert "about this record" in shown(app)
        await pilot.press("escape", "A")
        await until(pilot, lambda: "sources-disagree" in shown(app))
        await until(pilot, lambda: "about this record" not in shown(app))
        assert "q quit" in shown(app)
