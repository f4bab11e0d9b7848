"""What our own two themes draw can be read: every pair of colours on every screen is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until
from textual.color import Color
from textual.screen import ModalScreen

from tui.app import DealtuiApp
from tui.widgets.drawing.contrast import LEAST_SIGN, LEAST_TEXT, contrast

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.strip import Strip

pytestmark = pytest.mark.usefixtures("own_folders")

BORDERS = set("─━│┃╭╮╯╰┌┐└┘├┤▏▕▌▐▔▁█")


def painted(app: DealtuiApp) -> list[Strip]:
    """The lines of the screen; of a dialog the dialog alone, as what is below it is not at hand."""
    strips = app.screen._compositor.render_strips()
    if not isinstance(app.screen, ModalScreen):
        return strips
    regions = [child.region for child in app.screen.children if child.display]
    return [
        strip.crop(region.x, region.right)
        for region in regions
        for strip in strips[region.y : region.bottom]
    ]


def unreadable(app: DealtuiApp) -> set[str]:
    """Pairs of the screen as it is painted that have too little contrast, with what they show."""
    found: set[str] = set()
    for strip in painted(app):
        for text, style, _ in strip:
            if style is None or not text.strip():
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            colour = Color.from_rich_color(style.color)
            ground = Color.from_rich_color(style.bgcolor)
            if style.reverse:
                colour, ground = ground, colour
            least = LEAST_SIGN if set(text.strip()) <= BORDERS else LEAST_TEXT
            ratio = contrast(colour, ground)
            if ratio < least:
                found.add(f"{ratio:.2f} {colour.hex} on {ground.hex}: {text.strip()[:30]}")
    return found


async def look(pilot: Pilot[None], app: DealtuiApp, *keys: str) -> set[str]:
    await pilot.press(*keys)
    await pilot.pause()
    await until(pilot, lambda: not any(worker.is_running for worker in app.workers))
    await pilot.pause()
    return {f"{' '.join(keys)}: {words}" for words in unreadable(app)}


@pytest.mark.parametrize("theme", ["dealtui-dark", "dealtui-light"])
async def test_every_pair_of_colours_on_every_screen_has_the_contrast_of_level_aa(
    theme: str,
) -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(140, 45)) as pilot:
        app.show_theme(theme)
        await at_rest(pilot, app)
        found = await look(pilot, app)
        # Panes, a selection, what is found, what was known when.
        for keys in ("tab", "n", "tab v l l", "escape t Z", "1 d", "w", "W", "c", "escape E",
                     "escape", "slash a m a z n", "enter"):  # fmt: skip
            found |= await look(pilot, app, *keys.split())
        for keys in ("f", "A", "P", "r", "p", "b", "o", "m", "question_mark", "f10", "ctrl+p",
                     "slash q u x colon tab"):  # fmt: skip
            found |= await look(pilot, app, *keys.split())
            await pilot.press("escape")
        assert "\n".join(sorted(found)) == ""
