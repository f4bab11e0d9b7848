"""Whole screens as text, compared with what a reviewer has read: `make golden` writes them anew."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from running import SHIPPED, at_rest

from tui.app import DealtuiApp

pytestmark = pytest.mark.usefixtures("opened_before")

HERE = Path(__file__).parent
SIZES = {"120x40": (120, 40), "80x24": (80, 24), "60x20": (60, 20)}
SCENES: dict[str, tuple[str, ...]] = {
    "explorer": (),
    "record": ("tab", "j"),
    "article": ("tab", "tab"),
    "search": ("slash", *"amazn"),
    "found": ("slash", *"vegas", "enter", "enter", "enter"),
    "timeline": ("t", "z"),
    "flows": ("f",),
    "audit": ("A",),
    "party": ("p",),
    "help": ("question_mark",),
}


@pytest.mark.parametrize(
    ("scene", "size"),
    [
        *((scene, size) for scene in ("explorer", "record", "article", "search") for size in SIZES),
        *((scene, size) for scene in ("found", "timeline") for size in ("120x40", "80x24")),
        *((scene, "80x24") for scene in ("flows", "audit", "party", "help")),
    ],
)
async def test_the_screen_looks_as_it_was_read(
    scene: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.widgets.timeline.window.today", lambda: date(2026, 1, 1))
    app = DealtuiApp(SHIPPED)
    app.animation_level = "none"
    async with app.run_test(size=SIZES[size]) as pilot:
        await at_rest(pilot, app)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await at_rest(pilot, app)
        await pilot.pause(0.1)
        app.explorer.bar.cursor_blink = False
        await pilot.press(*SCENES[scene])
        await at_rest(pilot, app)
        await pilot.pause(0.1)
        seen = screen_text(app)
    golden = HERE / "golden" / f"{scene}-{size}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(seen, "utf-8")
    assert seen == golden.read_text("utf-8"), f"see {golden.name}; `make golden` accepts the change"


def screen_text(app: DealtuiApp) -> str:
    """What the terminal would show, without colours."""
    lines = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in lines)
