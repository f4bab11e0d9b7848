"""What is drawn can be read in every theme: pairs of colours are measured as they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until
from textual.color import Color
from textual.screen import ModalScreen

from tui.app import DealtuiApp
from tui.widgets.drawing.contrast import LEAST_SIGN, LEAST_TEXT, contrast
from tui.widgets.drawing.themes import THEMES

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.strip import Strip

pytestmark = pytest.mark.usefixtures("opened_before")

BORDERS = set("─━│┃╭╮╯╰┌┐└┘┓├┤▏▕▌▐▔▁█")


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


async def test_a_form_can_be_read_in_every_theme_of_the_picker() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_rest(pilot, app)
        # Frame, fields, what is selected in one, what stands beside it, verdict.
        await look(pilot, app, "E")
        found: set[str] = set()
        for name, theme in THEMES.items():
            if not theme.ansi:
                app.show_theme(name)
                await pilot.pause()
                found |= {f"{name}: {words}" for words in unreadable(app)}
        assert "\n".join(sorted(found)) == ""
