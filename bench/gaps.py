"""How long the event loop is held while a large corpus is read, indexed and proved, and by whom.

Usage: python bench/gaps.py CORPUS [--cache DIR] [--thread] [--longest 5]

Runs the app without a terminal on a corpus, such as one of `real.py --folder`, with an empty cache
unless a folder is given. A turn of the loop is the time from one tick to the next; second figures
are what all threads of the app had of a processor in it, which tells more where other programs have
the machine. For the longest turns it says what the thread of the screen had, too, which collections
of garbage fell into it, and where the other threads stood when it ended: what held the interpreter
is the call just before. `--thread` does in the thread what otherwise a process of its own does.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

TOO_LONG = 0.05
"""Seconds of a turn that a person may notice."""
NOTED = 0.02
"""Seconds of a turn, or a collection, from which on it is looked at."""
FRAMES = 5


class Turn(NamedTuple):
    """A long turn: when it ended, seconds of the clock and of the processor, where others stood."""

    end: float
    seconds: float
    own: float
    process: float
    others: list[str]


class Loop:
    """Watches the turns of the loop that it runs in."""

    def __init__(self) -> None:
        self.turns: list[float] = []
        self.busy: list[float] = []
        self.long: list[Turn] = []
        self.collections: list[tuple[float, float, int]] = []
        self._collecting = 0.0
        gc.callbacks.append(self._collection)

    def _collection(self, phase: str, info: dict[str, int]) -> None:
        now = time.perf_counter()
        if phase == "start":
            self._collecting = now
        elif now - self._collecting > NOTED:
            self.collections.append((now, now - self._collecting, info["generation"]))

    async def watch(self) -> None:
        """Tick until cancelled."""
        before = time.perf_counter(), time.thread_time(), time.process_time()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter(), time.thread_time(), time.process_time()
            seconds, own, process = (b - a for a, b in zip(before, now, strict=True))
            self.turns.append(seconds)
            self.busy.append(process)
            if seconds > NOTED:
                self.long.append(Turn(now[0], seconds, own, process, _other_threads()))
                now = time.perf_counter(), time.thread_time(), time.process_time()
            before = now

    def report(self, step: str, longest: int) -> None:
        """Print what was seen since the last time."""
        turns, long, busy = sorted(self.turns) or [0.0], self.long, sorted(self.busy) or [0.0]
        self.turns, self.long, self.busy = [], [], []
        p50, p95 = statistics.median(turns), turns[int(len(turns) * 0.95)]
        held = sum(seconds > TOO_LONG for seconds in turns)
        print(
            f"{step:<28} {len(turns):>6} turns   p50 {p50 * 1000:5.1f} ms   "
            f"p95 {p95 * 1000:5.1f} ms   longest {turns[-1] * 1000:5.0f} ms   "
            f"{held} over {TOO_LONG * 1000:.0f} ms   on a processor: "
            f"p95 {busy[int(len(busy) * 0.95)] * 1000:.1f} ms   longest {busy[-1] * 1000:.0f} ms   "
            f"{sum(seconds > TOO_LONG for seconds in busy)} over",
            flush=True,
        )
        for turn in sorted(long, key=lambda one: -one.seconds)[:longest]:
            print(
                f"  {turn.seconds * 1000:5.0f} ms, on a processor: screen {turn.own * 1000:.0f}, "
                f"all threads {turn.process * 1000:.0f}"
            )
            for end, seconds, generation in self.collections:
                if turn.end - turn.seconds <= end <= turn.end:
                    print(f"      collection of generation {generation}: {seconds * 1000:.0f} ms")
            for stack in turn.others:
                print(f"      {stack}")


def _other_threads() -> list[str]:
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    own = threading.get_ident()
    return [
        f"{names.get(ident, '?')}: {_stack(frame)}"
        for ident, frame in sys._current_frames().items()
        if ident != own
    ]


def _stack(frame: FrameType | None) -> str:
    lines: list[str] = []
    while frame is not None and len(lines) < FRAMES:
        code = frame.f_code
        lines.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    return " < ".join(lines)


async def measure(path: Path, longest: int) -> None:
    """Open a corpus and watch until nothing goes on any more."""
    from tui.app import DealtuiApp

    app, loop = DealtuiApp(path), Loop()
    async with app.run_test(size=(120, 40)):
        watching, began = asyncio.create_task(loop.watch()), time.perf_counter()

        async def step(name: str, holds: Callable[[], bool]) -> None:
            while not holds():  # noqa: ASYNC110 (Textual has no event for these)
                await asyncio.sleep(0.005)
            loop.report(f"{name} after {time.perf_counter() - began:.1f} s", longest)

        await step("first records", lambda: app.explorer.results.total > 0)
        await step("all records", lambda: app.session is not None)
        await step("all prepared", lambda: not any(one.is_running for one in app.workers))
        watching.cancel()


def _memory() -> float:
    """MB of this process."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--cache", help="a folder that keeps the cache for the next run")
    parser.add_argument("--thread", action="store_true", help="start no process")
    parser.add_argument("--longest", type=int, default=5, metavar="N", help="describe N turns")
    options = parser.parse_args()
    if options.thread:
        from tui.session import file_session
        from tui.store import opening

        opening._APART_FROM = file_session._MANY = sys.maxsize
    # As the command sets it for the app.
    sys.setswitchinterval(0.0005)
    with tempfile.TemporaryDirectory(prefix="dealtui-bench-") as folder:
        for kind in ("CACHE", "DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = options.cache or folder
        asyncio.run(measure(options.corpus, options.longest))
    print(f"{_memory():.0f} MB")


if __name__ == "__main__":
    main()
