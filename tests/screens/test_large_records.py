"""A record with very many parts is moved through as any other."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, at_rest, until

from tui.app import DealtuiApp
from tui.proof.verify.prover import Prover

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


async def test_no_key_waits_for_proofs_when_a_corpus_is_shown_or_time_is_stepped_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proving: set[threading.Thread] = set()
    prove, read = Prover.record, Prover._read

    def seen_prove(self: Prover, *given: object) -> object:
        proving.add(threading.current_thread())
        return prove(self, *given)  # type: ignore[arg-type]

    def seen_read(self: Prover, *given: object) -> object:
        proving.add(threading.current_thread())
        return read(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Prover, "record", seen_prove)
    monkeypatch.setattr(Prover, "_read", seen_read)
    app = DealtuiApp(SHIPPED, cache=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_rest(pilot, app)
        await pilot.press("t", "w", "w", "w")
        await until(pilot, lambda: app.explorer.view.session is not app.session)
        await until(pilot, lambda: not any(worker.is_running for worker in app.workers))
        assert len(app.explorer.view.session.records) < len(app.session.records)
    assert proving
    assert threading.main_thread() not in proving
