"""Names and ids of a file reach no screen as commands to the terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from running import at_rest

from tui.app import DealtuiApp

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")

EVIL = r"\e]0;x\a\u202e\t\x9b\u200b"
OBEYED = {"\u202e", "\u2066", "\u200b"}


def corpus_of_hostile_names(folder: Path) -> Path:
    """Every id, name, word and file in it would command the terminal."""
    (folder / "a.txt").write_text("A va payer 4 milliards de dollars à B en janvier 2024.", "utf-8")
    deals = "".join(
        f'  - {{id: "{EVIL}{number}", title: "T{EVIL}", payer: "{EVIL}a", payee: "{EVIL}b",\n'
        f'     amount: 4 bn USD, announced: 2024-01, note: "{EVIL}", tags: ["{EVIL}"],\n'
        f'     tranches: [{{id: "{EVIL}t", amount: 1 bn USD, date: 2024-01}}],\n'
        f'     evidence: [{{for: amount, article: "{EVIL}1", quote: 4 milliards de dollars}},\n'
        f'       {{for: payer, article: "{EVIL}1", quote: "{EVIL}"}},\n'
        f'       {{for: payee, article: "{EVIL}2", quote: "B", because: "{EVIL}"}}]}}\n'
        for number in range(3)
    )
    path = folder / "deals.yaml"
    path.write_text(
        f'version: 1\narticles_dir: .\nparties: {{"{EVIL}a": {{name: "A{EVIL}"}},\n'
        f'  "{EVIL}b": {{name: "B{EVIL}", aliases: ["{EVIL}"], note: "{EVIL}"}}}}\n'
        f'articles: {{"{EVIL}1": {{file: a.txt, title: "{EVIL}", publisher: "{EVIL}"}},\n'
        f'  "{EVIL}2": {{file: "{EVIL}.txt", title: "{EVIL}", published: 2024-01}}}}\n'
        f"deals:\n{deals}",
        "utf-8",
    )
    return path


def obeyed(app: DealtuiApp) -> set[str]:
    """The characters on the screen that a terminal would obey."""
    text = "".join(strip.text for strip in app.screen._compositor.render_strips())
    return {c for c in text if unicodedata.category(c) in ("Cc", "Zl", "Zp") or c in OBEYED}


@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids=str)
async def test_no_screen_lets_a_name_command_the_terminal(
    size: tuple[int, int], tmp_path: Path
) -> None:
    app = DealtuiApp(corpus_of_hostile_names(tmp_path), cache=False)
    async with app.run_test(size=size, notifications=True) as pilot:
        await at_rest(pilot, app)
        keys = "enter j j ] ] i escape 1 a j j j enter r j j enter f j enter escape p j enter"
        for (
            key
        ) in f"{keys} escape escape t i escape escape enter m escape ctrl+p escape o F".split():
            await pilot.press(key)
            await at_rest(pilot, app)
            assert obeyed(app) == set(), f"after {key}"
