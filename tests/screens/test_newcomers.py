"""Ten things that a newcomer wants to do: at most three keys each, and the screen shows them.

What is typed in words between two keys counts as one. `docs/tutorial.md` has the same table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.running import ROOT, SHIPPED, at_rest, until
from tui.app import DealtuiApp
from tui.commands import COMMANDS, KeyTable, Scope
from tui.screens.help import HelpScreen, Place, key_entries

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = "payer:amazon"
TASKS: dict[str, tuple[tuple[str, ...], str]] = {
    "see the sentence that proves a figure": (("enter", "enter"), "Go to the quote"),
    "find a dispute": (("d",), "Next place where sources disagree"),
    "list the deals of one party": (("slash", WORDS, "enter"), "Search deals and articles"),
    "read all about a party": (("p",), "All about this party"),
    "go to a date": (("t", "at", "2023"), "Go to a date"),
    "learn what a sign means": (("question_mark", "tab"), "what every sign means"),
    "leave what was known when": (("escape",), "Take the last step back"),
    "choose a theme": (("f10",), "Choose a theme"),
    "export what is listed": (("ctrl+e", "enter", "enter"), "Export what is listed"),
    "add an article": (("r", "a"), "Take this new file in"),
}


@pytest.mark.parametrize("task", TASKS)
def test_each_takes_three_keys_at_most_and_stands_in_the_help(task: str) -> None:
    keys, title = TASKS[task]
    assert len(keys) <= 3
    everything = key_entries(Place(Scope.RESULTS), KeyTable(), "", 200)
    assert any(title in "".join(text for text, _ in entry.runs) for entry in everything)


@pytest.mark.parametrize("task", TASKS)
def test_the_tutorial_tells_each_with_its_keys(task: str) -> None:
    keys, _ = TASKS[task]
    shown = {key: command.shown.split()[0] for command in COMMANDS for key in command.keys}
    row = next(
        line for line in (ROOT / "docs/tutorial.md").read_text("utf-8").splitlines()
        if line.startswith(f"| {task} ")
    )  # fmt: skip
    for key in keys:
        assert f"`{shown.get(key, key)}`" in row or f"`{key}`" in row, key


def drawn(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_each_leads_where_it_says() -> None:
    app = DealtuiApp(SHIPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_rest(pilot, app)
        explorer = app.explorer

        before = explorer.view.record_id

        async def done(task: str, holds: Callable[[], bool], *back: str) -> None:
            keys, _ = TASKS[task]
            for key in keys:
                await pilot.press(*(key if key in (WORDS, "2023") else (key,)))
            await until(pilot, holds)
            await pilot.press(*back)
            await until(pilot, lambda: app.screen is explorer)

        await done(
            "see the sentence that proves a figure",
            lambda: explorer.article_pane.has_focus and explorer.view.pointed is not None,
        )
        await done("find a dispute", lambda: explorer.view.record_id != before, "1")
        await done(
            "list the deals of one party",
            lambda: 0 < explorer.results.total < 51 and explorer.results.has_focus,
            "escape",
        )
        await done("read all about a party", lambda: "Deals › " in drawn(app), "escape")
        await done("go to a date", lambda: "Go to a date" in drawn(app), "escape")
        await done(
            "learn what a sign means", lambda: "How far it is proved" in drawn(app), "escape"
        )
        await pilot.press("w")
        await until(pilot, lambda: explorer.view.stepped_back)
        assert "Esc the present" in drawn(app)
        await done("leave what was known when", lambda: not explorer.view.stepped_back)
        await done("choose a theme", lambda: "WCAG AA" in drawn(app), "escape")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: "deals.csv" in drawn(app))
        await pilot.press("escape", "r")
        await until(pilot, lambda: "a take in" in drawn(app))
        assert not isinstance(app.screen, HelpScreen)
