"""The running app in tests: waiting for what is to come about, never for a time to pass."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import textual._wait

from tui.platform.folders import cache_folder
from tui.store.corpus_cache import database_folder
from tui.store.proof_file import ProofFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DealtuiApp

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "data" / "deals.yaml"

# After every key the pilot waits until the process is idle, twice at least 20 ms. At 240 frames a
# second everything that follows from a key is painted or waits for a thread within 5.
textual._wait.SLEEP_GRANULARITY = 1 / 200
textual._wait.SLEEP_IDLE = textual._wait.SLEEP_GRANULARITY / 20


def shipped_copy(folder: Path) -> Path:
    """A copy of the shipped corpus that a test may change: the path of its YAML file."""
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "data" / "deals.yaml"


def copy_opened_before(folder: Path, caches: Path | None = None) -> Path:
    """A copy of the shipped corpus that was opened before, as the shipped one was.

    Args:
        folder: Where to put it.
        caches: What keeps the shipped corpus; the cache of `opened_before` when left out.
    """
    copy, caches = shipped_copy(folder), caches or cache_folder()
    assert caches is not None
    shutil.copytree(database_folder(caches, SHIPPED), database_folder(caches, copy))
    ProofFile(caches, copy).write(ProofFile(caches, SHIPPED).read())
    return copy


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for a condition, and for what follows from it at once, as long as a test may take.

    A pause of the pilot asks every widget whether it is done, which takes a millisecond or two:
    so the condition is looked at without one until it holds.
    """
    if holds():
        return
    for _ in range(3000):
        await asyncio.sleep(0.01)
        if holds():
            await pilot.pause(0.01)
            if holds():
                return
    raise AssertionError("it never came about")


async def at_rest(pilot: Pilot[None], app: DealtuiApp) -> None:
    """Wait until the corpus is read, every record proved, and nothing goes on any more.

    A worker that a newer one replaces ends as cancelled, which is no fault.
    """

    def resting() -> bool:
        session = app.session
        return (
            session is not None
            and app.explorer.view.reading is not None
            and app.explorer.view.reading.record.id == app.explorer.results.chosen
            and session.proofs.complete
            and not any(worker.is_running for worker in app.workers)
        )

    await until(pilot, resting)
    await pilot.pause()
