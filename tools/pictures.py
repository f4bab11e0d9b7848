"""The pictures of README and site: three screens of the app on the shipped corpus, as SVG.

    python tools/pictures.py [FOLDER]

They depend on the code and the corpus alone: the day is fixed, and so are the language and the
size; no settings are read and nothing that was kept.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tui.app import DealtuiApp

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = (136, 36)
SCREENS = {
    "explorer": ("tab",),
    "flows": ("escape", "f"),
    "audit": ("escape", "A"),
}
"""The keys that lead from each picture to the next one."""
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def draw() -> dict[str, str]:
    """Each picture by the name of its file."""
    from tui.app import DealtuiApp
    from tui.model.locales import LOCALES

    drawn = {}
    app = DealtuiApp(ROOT / "data" / "deals.yaml", cache=False, locale=LOCALES["en"])
    app.animation_level = "none"
    with patch("tui.widgets.timeline.window.today", lambda: date(2026, 1, 1)):
        async with app.run_test(size=SIZE) as pilot:
            await _at_rest(pilot, app)
            app.explorer.go_to("amazon-anthropic-2023", "amount")
            app.explorer.bar.cursor_blink = False
            for name, keys in SCREENS.items():
                await pilot.press(*keys)
                await _at_rest(pilot, app)
                drawn[f"{name}.svg"] = self_contained(app.export_screenshot(title="dealtui"))
    return drawn


async def _at_rest(pilot: Pilot[None], app: DealtuiApp) -> None:
    """Wait until everything is read and proved: two looks in a row see the same, and no work."""
    before: object = None
    still = 0
    while still < 2:
        await pilot.pause(0.1)
        reading = app.explorer.view.reading
        seen = (
            app.session is not None and dict(app.session.proof_counts()),
            reading is not None and reading.record.id == app.explorer.results.chosen,
            any(worker.is_running for worker in app.workers),
        )
        at_rest = all(seen[:2]) and not seen[2] and seen == before
        still = still + 1 if at_rest else 0
        before = seen


def self_contained(svg: str) -> str:
    """A picture that asks nobody for its font; what the reader has is monospace as well."""
    return "\n".join(line.rstrip() for line in _FONT_FACE.sub("", svg).splitlines()) + "\n"


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    # What Textual and Rich look at when they are imported, and what dealtui would read.
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = home
        for name, svg in asyncio.run(draw()).items():
            (folder / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
