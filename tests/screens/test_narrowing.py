"""A list beside the explorer is narrowed to what has some words, under its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before, until

from tui.app import DealtuiApp
from tui.screens.side.articles import ArticlesScreen
from tui.screens.side.audit import AuditScreen
from tui.screens.side.narrowing import Narrowing
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from pathlib import Path


def listed(*lines: str) -> list[Entry]:
    """Lines, of which those with a `>` lead somewhere."""
    return [
        Entry([(line.strip("> "), "")] if line else [], Target("x", line) if ">" in line else None)
        for line in lines
    ]


LIST = listed(
    "", "Deals", "a note", "> Larkspur pays", "going on", "> Kestrel pays",
    "", "> Article of Kestrel", "3 figures", "> Orrery is paid", "> Larkspur is paid",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("", list(range(11))),
        ("  ", list(range(11))),
        # A block with its heading; what goes on below a line belongs to it.
        ("going", [0, 1, 2, 3, 4]),
        ("pays larksp", [0, 1, 2, 3, 4]),
        # A heading that has the words keeps all that stands under it.
        ("deals", [0, 1, 2, 3, 4, 5]),
        ("KESTREL", [0, 1, 2, 5, 6, 7, 8, 9, 10]),
        ("orrery", [6, 7, 8, 9]),
        ("nobody", []),
    ],
)
def test_what_has_all_words_stays_with_its_heading(words: str, kept: list[int]) -> None:
    assert Narrowing(LIST).kept(words) == kept


def test_a_list_without_groups_is_one() -> None:
    assert Narrowing(listed("> one", "> two")).kept("two") == [0, 1]
    assert Narrowing(()).kept("two") == []


async def test_articles_and_findings_are_narrowed_as_one_types(
    tmp_path: Path, opened_before: None
) -> None:
    app = DealtuiApp(copy_opened_before(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.session is not None and app.session.proofs.complete)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        screen = app.screen
        assert isinstance(screen, ArticlesScreen)
        await until(pilot, lambda: bool(screen.shown_lines))
        everything = len(screen.shown_lines)
        await pilot.press("slash", *"symbiose")
        await until(pilot, lambda: 0 < len(screen.shown_lines) < everything)
        await pilot.press("enter")
        assert screen.entries.has_focus
        assert screen.entries.target == Target("article", "symbiosis-2024-03")
        await pilot.press("escape")
        await until(pilot, lambda: len(screen.shown_lines) == everything)
        assert app.screen is screen
        await pilot.press("escape", "A")
        await until(pilot, lambda: isinstance(app.screen, AuditScreen) and app.screen._all_read)
        audit = app.screen
        assert isinstance(audit, AuditScreen)
        last = audit._listed[-1]
        assert len(audit._listed) > 1
        await pilot.press("slash", *last.code)
        await until(pilot, lambda: len(audit.shown_lines) < len(audit.content.entries))
        await pilot.press("enter", "G", "x")
        # The finding under the cursor is dismissed, whatever stands above it in the whole list.
        await until(pilot, lambda: "1 dismissed" in str(audit.heading()))
        assert last not in audit._listed
