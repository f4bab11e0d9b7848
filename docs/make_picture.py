"""Draws the README's picture: the running app on the shipped corpus, exported as SVG."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tui.app import DealtuiApp

DOCS = Path(__file__).parent
CORPUS = DOCS.parent / "data" / "deals.yaml"


async def draw(target: Path, keys: list[str], size: tuple[int, int] = (132, 42)) -> None:
    """Press keys, wait until nothing changes any more, save what is seen."""
    app = DealtuiApp(CORPUS, cache=False)
    async with app.run_test(size=size) as pilot:
        while app.session is None or any(worker.is_running for worker in app.workers):
            await pilot.pause(0.02)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.3)
        target.write_text(app.export_screenshot(title="dealtui"), encoding="utf-8")


if __name__ == "__main__":
    keys = sys.argv[2:] if len(sys.argv) > 2 else ["tab"]
    asyncio.run(draw(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "explorer.svg", keys))
