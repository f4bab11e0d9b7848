"""Repainting the timeline of many marks after a pan or a zoom, against `Static.update`.

    python bench/timeline.py [MARKS]

The yardstick is the update of a `Static` of the same size in the minimal app: what any Textual
program pays to show other text. Milliseconds of processor time from the key to the screen's
next paint, less that of waiting for nothing, the median of many; it reports and asserts nothing.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from minimal_app import MinimalApp
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Record, Status
from tui.timeline.timeline import Timeline
from tui.widgets.timeline.pane import TimelinePane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SIZE = (120, 40)
ROWS = 12
RUNS = 30
_STATUSES: tuple[Status, ...] = ("paid", "committed", "announced", "rumoured", "cancelled")


def records(count: int, seed: int = 1) -> list[Record]:
    """Deals of two decades, more of them lately; days, months, years, open and long intervals."""
    rng = random.Random(seed)
    deals: list[Record] = []
    for at in range(count):
        day = date(2005, 1, 1) + timedelta(days=int(rng.betavariate(3, 1.2) * 7600))
        forms = (day.isoformat(), day.isoformat()[:7], str(day.year), f"{day.year}/..",
                 f"{day.year - 3}/{day.year}")  # fmt: skip
        when = rng.choices(forms, (50, 35, 12, 1.5, 1.5))[0]
        deals.append(
            Deal(
                f"deal-{at}",
                f"Deal {at}",
                f"payer-{int(rng.paretovariate(1)) % 500}",
                f"payee-{rng.randrange(500)}",
                announced=Edtf.parse(when),
                status=rng.choice(_STATUSES),
                amount=Quantity.parse(f"{rng.randint(1, 5000)} M USD"),
            )
        )
    return deals


class PaneApp(App[None]):
    """The timeline alone, as wide as the terminal."""

    CSS = f"TimelinePane {{ height: {ROWS}; }}"

    def compose(self) -> ComposeResult:
        """The pane."""
        yield TimelinePane()


async def spent(pilot: Pilot[None], act: Callable[[int], object], waiting: float) -> float:
    """The median of processor time that an act takes until nothing is left to paint, in ms."""
    times = []
    for run in range(RUNS):
        start = time.process_time()
        act(run)
        await pilot.pause()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times) - waiting


async def idle(pilot: Pilot[None]) -> float:
    """The median of processor time that waiting takes when there is nothing to paint."""
    return await spent(pilot, lambda _: None, 0.0)


async def static_update() -> float:
    """The yardstick, in the minimal app."""
    app = MinimalApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        static = app.query_one("#record", Static)
        line = "cells of another text "
        return await spent(
            pilot,
            lambda run: static.update("\n".join([(line * 6)[run % 9 :][:118]] * ROWS)),
            await idle(pilot),
        )


async def pane_repaints(count: int) -> dict[str, float]:
    """Every way to move about, at the zoom where it shows most."""
    deals = records(count)
    app = PaneApp()
    async with app.run_test(size=SIZE) as pilot:
        pane = app.query_one(TimelinePane)
        pane.focus()
        corpus = Corpus(records={record.id: record for record in deals})
        pane.show_records(partial(Timeline.build, deals, corpus), len(deals))
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        pane.select("deal-7")
        waiting = await idle(pilot)

        async def cost(act: Callable[[int], object]) -> float:
            return await spent(pilot, act, waiting)

        times_by_move = {
            "pan, all of time": await cost(lambda run: pane.action_pan(1 - run % 2 * 2))
        }
        pane.action_fit()
        times_by_move["zoom in and out"] = await cost(
            lambda run: pane.action_zoom_time(1 if run % 10 < 5 else -1)
        )
        for _ in range(5):
            pane.action_zoom_time(1)
        await pilot.pause()
        times_by_move["pan, zoomed in"] = await cost(lambda run: pane.action_pan(1 - run % 2 * 2))
        times_by_move["walk in time"] = await cost(lambda _: pane.action_walk(1))
        times_by_move["walk over lanes"] = await cost(
            lambda run: pane.action_lane(1 if run % 10 < 5 else -1)
        )
    return times_by_move


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    base = asyncio.run(static_update())
    times_by_move = asyncio.run(pane_repaints(count))
    print(f"{count:,} marks, {SIZE[0]} × {ROWS} cells; milliseconds of processor time")
    print(f"  {'Static.update, minimal app':<28} {base:7.2f}")
    for name, milliseconds in times_by_move.items():
        print(f"  {name:<28} {milliseconds:7.2f}   {milliseconds / base:5.2f} × (budget 1)")


if __name__ == "__main__":
    main()
