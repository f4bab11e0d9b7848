"""Whole screens as text, compared with what a reviewer has read: `make golden` writes them anew."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tui.app import DealtuiApp

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "data" / "deals.yaml"
SIZES = {"120x40": (120, 40), "80x24": (80, 24), "60x20": (60, 20)}
SCENES: dict[str, tuple[str, ...]] = {
    "explorer": (),
    "record": ("tab", "j"),
    "article": ("tab", "tab"),
    "search": ("slash", *"amazn"),
    "flows": ("f",),
    "audit": ("a",),
    "party": ("p",),
    "help": ("question_mark",),
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.mark.parametrize(
    ("scene", "size"),
    [
        *((scene, size) for scene in ("explorer", "record", "article", "search") for size in SIZES),
        *((scene, "80x24") for scene in ("flows", "audit", "party", "help")),
    ],
)
async def test_the_screen_looks_as_it_was_read(
    scene: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.widgets.timeline.today", lambda: date(2026, 1, 1))
    app = DealtuiApp(SHIPPED, cache=False)
    app.animation_level = "none"
    async with app.run_test(size=SIZES[size]) as pilot:
        while app.library is None or len(app.library.known_states()) < len(app.library.records):
            await pilot.pause(0.02)
        app.explorer.go_to("amazon-anthropic-2023", "amount")
        await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        app.explorer.bar.cursor_blink = False
        await pilot.press(*SCENES[scene])
        await app.workers.wait_for_complete()
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
