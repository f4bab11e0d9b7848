"""A record with very many parts is moved through as any other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from running import at_rest

from tui.app import DealtuiApp

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")


async def calls_of_a_move(folder: Path, tranches: int) -> int:
    """How many functions are called when the field cursor moves in a record of so many tranches."""
    parts = "".join(
        f"      - {{id: t{number}, amount: {number + 1} M USD, date: 2024-01, status: paid}}\n"
        for number in range(tranches)
    )
    path = folder / f"{tranches}.yaml"
    path.write_text(f"version: 1\ndeals:\n  - id: d\n    title: T\n    tranches:\n{parts}", "utf-8")
    app = DealtuiApp(path, cache=False)
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        calls += event == "call"

    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        before = sys.getprofile()
        sys.setprofile(count)
        app.explorer.record_pane.action_cursor(1)
        sys.setprofile(before)
    return calls


async def test_a_move_in_a_record_costs_no_more_than_its_fields_do(tmp_path: Path) -> None:
    few, many = [await calls_of_a_move(tmp_path, tranches) for tranches in (50, 400)]
    assert many < 2 * 8 * few
