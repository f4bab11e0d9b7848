"""The longest time that the app does not answer after each key, on a large corpus.

Usage: python bench/stalls.py [records] [articles]

Runs the app without a terminal and watches how long its event loop is held. Keys are pressed when
the corpus is read, indexed and proved, and some before that. `quiet` is what the loop does with
no key at all; a minimal move is one step in the list.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generate import generate

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    ("quiet", ""), ("next record", "j"), ("last record", "G"), ("first record", "g"),
    ("next source", "right_square_bracket"), ("next disagreement", "d"), ("compare", "c"),
    ("leave", "escape"), ("star", "asterisk"), ("search", "slash"), ("type a", "a"),
    ("type m", "m"), ("type a", "a"), ("delete", "backspace"), ("delete", "backspace"),
    ("delete", "backspace"), ("to the list", "enter"), ("facets", "b"), ("leave", "escape"),
    ("order", "o"), ("leave", "escape"), ("timeline", "t"), ("zoom in", "plus"),
    ("walk", "right"), ("lanes", "v"), ("known when", "w"), ("known later", "W"),
    ("list", "i"), ("leave", "escape"), ("record", "escape"), ("flows", "f"),
    ("leave", "escape"), ("articles", "r"), ("leave", "escape"), ("audit", "a"),
    ("leave", "escape"), ("party", "p"), ("leave", "escape"), ("help", "question_mark"),
    ("leave", "escape"),
)  # fmt: skip
SETTLED = 0.4
"""Seconds watched after each key: longer than every delay of the app."""


class Gaps:
    """How long the event loop was held."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """Tick, and keep the longest time between two ticks."""
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            self.longest = max(self.longest, now - before)
            before = now

    def take(self) -> float:
        """Milliseconds of the longest gap since the last call."""
        longest, self.longest = self.longest, 0.0
        return longest * 1000


async def measure(path: Path) -> None:
    """Press every key twice over: while things are prepared, and afterwards."""
    from tui.app import DealtuiApp

    app = DealtuiApp(path)
    gaps = Gaps()
    async with app.run_test(size=(120, 40)) as pilot:
        watching = asyncio.create_task(gaps.watch())
        began = time.perf_counter()
        await _until(lambda: app.explorer.results.total > 0)
        print(f"first records after {time.perf_counter() - began:.2f} s, gap {gaps.take():.0f} ms")
        await _until(lambda: app.session is not None)
        print(f"all records after {time.perf_counter() - began:.2f} s, gap {gaps.take():.0f} ms")
        for name, key in KEYS[:4]:
            await _press(pilot.press, key)
            print(f"  while preparing: {name:<18}{gaps.take():6.0f} ms")
        await _until(lambda: not app.workers._workers)
        print(f"prepared after {time.perf_counter() - began:.2f} s, gap {gaps.take():.0f} ms")
        for name, key in KEYS:
            await _press(pilot.press, key)
            print(f"  {name:<18}{gaps.take():6.0f} ms")
        watching.cancel()


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 (Textual has no event for these)
        await asyncio.sleep(0.005)


async def _press(press: object, key: str) -> None:
    if key and callable(press):
        await press(key)
    await asyncio.sleep(SETTLED)


def main() -> None:
    """Generate a corpus and press keys."""
    numbers = [int(argument) for argument in sys.argv[1:3]]
    records, articles = (*numbers, *(20_000, 20_000)[len(numbers) :])
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = f"{folder}/{name}"
        path = Path(os.environ.get("CORPUS", "")) / "deals.yaml"
        if not path.exists():
            path = generate(Path(folder) / "corpus", records, articles)
        asyncio.run(measure(path))


if __name__ == "__main__":
    main()
