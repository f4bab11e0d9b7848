"""Pictures of every screen at five sizes and in four looks, to be read by a person.

    python tools/gallery.py FOLDER [--size 80x24] [--look dark] [--scene flows]

Writes `SCENE-SIZE-LOOK.svg` into the folder, and `SCENE-SIZE-LOOK.txt` with what a terminal would
show. Nothing is compared: what a stranger makes of a screen, no test can say.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from pictures import self_contained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from tui.app import DealtuiApp

ROOT = Path(__file__).parents[1]
SIZES = {
    "200x55": (200, 55), "120x40": (120, 40), "100x30": (100, 30), "80x24": (80, 24),
    "60x20": (60, 20),
}  # fmt: skip
LOOKS = ("dark", "light", "sixteen", "plain")
SCENES = {
    "list": "1",
    "record": "2",
    "article": "3",
    "selection": "3 n v v",
    "timeline": "4",
    "timeline-half": "4 Z",
    "timeline-zoomed": "4 z",
    "list-zoomed": "1 z",
    "article-zoomed": "3 z",
    "disagreement": "1 d",
    "statements": "1 c",
    "known-when": "1 w",
    "typing": "slash a m a z n",
    "found": "slash v e g a s enter",
    "completion": "slash s t a t u s colon tab",
    "nothing-found": "slash q u x q u x enter",
    "facets": "b",
    "order": "1 o",
    "form": "1 E",
    "menu": "1 full_stop",
    "evidence": "3 n v a",
    "note": "m",
    "copy-as": "ctrl+y",
    "export": "ctrl+e",
    "history": "comma",
    "date": "4 at",
    "timeline-list": "4 T",
    "flows": "f",
    "matrix": "f v",
    "ego": "f S",
    "party": "p",
    "audit": "A",
    "audit-figures": "A v",
    "articles": "r",
    "parties": "P",
    "help": "question_mark",
    "signs": "question_mark tab",
    "palette": "ctrl+p",
    "themes": "f10",
    "delete": "2 j delete",
}
"""The keys that lead to each picture from the explorer."""
_STEPS_BACK = 12
"""Escapes after which every screen has been left."""


async def draw(folder: Path, size: str, look: str, scenes: Sequence[str]) -> None:
    """Write the pictures of one size and one look."""
    from tui.app import DealtuiApp
    from tui.model.locales import LOCALES
    from tui.platform.terminal_display import Colours, TerminalDisplay

    colours = {"sixteen": Colours.SIXTEEN, "plain": Colours.NONE}.get(look, Colours.MANY)
    app = DealtuiApp(
        ROOT / "data" / "deals.yaml",
        cache=False,
        locale=LOCALES["en"],
        terminal=TerminalDisplay(colours, light=look == "light"),
    )
    app.animation_level = "none"
    with patch("tui.widgets.timeline.window.today", lambda: date(2026, 1, 1)):
        async with app.run_test(size=SIZES[size]) as pilot:
            await _until_proved(pilot, app)
            app.explorer.bar.cursor_blink = False
            for scene in scenes:
                app.explorer.go_to("amazon-anthropic-2023", "amount")
                for key in SCENES[scene].split():
                    await pilot.press(key)
                    await _until_quiet(pilot, app)
                picture = app.export_screenshot(title=f"{scene} {size} {look}")
                name = f"{scene}-{size}-{look}"
                (folder / f"{name}.svg").write_text(self_contained(picture), "utf-8")
                (folder / f"{name}.txt").write_text(_text(app), "utf-8")
                await _back(pilot, app)


async def _back(pilot: Pilot[None], app: DealtuiApp) -> None:
    """Go back to the explorer as it was at first."""
    explorer = app.explorer
    explorer.article_pane.end_selection()
    for _ in range(_STEPS_BACK):
        if app.screen is explorer and not (explorer.steps.way_out or explorer.view.answered):
            break
        await pilot.press("escape")
        await pilot.pause()
    while explorer.sizes.layout.timeline != "strip":
        await pilot.press("Z")
    app.clear_notifications()
    await _until_quiet(pilot, app)


async def _until_proved(pilot: Pilot[None], app: DealtuiApp) -> None:
    while app.session is None:
        await pilot.pause(0.05)
    await _until_quiet(pilot, app)


async def _until_quiet(pilot: Pilot[None], app: DealtuiApp) -> None:
    """Wait until no work goes on, nor any that a timer begins a moment after a key."""
    still = 0
    while still < 3:
        await pilot.pause(0.1)
        still = 0 if any(worker.is_running for worker in app.workers) else still + 1


def _text(app: DealtuiApp) -> str:
    lines = app.screen._compositor.render_strips()  # as `tests/screens/test_golden.py` does
    return "".join(f"{strip.text.rstrip()}\n" for strip in lines)


def main() -> None:
    """Draw what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--size", choices=SIZES, action="append")
    asked.add_argument("--look", choices=LOOKS, action="append")
    asked.add_argument("--scene", choices=SCENES, action="append")
    wanted = asked.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = home
        for size in wanted.size or SIZES:
            for look in wanted.look or LOOKS:
                asyncio.run(draw(wanted.folder, size, look, wanted.scene or list(SCENES)))


if __name__ == "__main__":
    main()
