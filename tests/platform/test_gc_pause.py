"""The cyclic collector rests while anybody wants it to, in whatever thread."""

from __future__ import annotations

import gc
from contextlib import ExitStack

from tui.platform.gc_pause import without_cyclic_gc


def test_the_collector_rests_until_the_last_pause_ends_in_whatever_order_they_do() -> None:
    assert gc.isenabled()
    start, reading = ExitStack(), ExitStack()
    start.enter_context(without_cyclic_gc())
    reading.enter_context(without_cyclic_gc())
    start.close()
    assert not gc.isenabled()
    reading.close()
    assert gc.isenabled()


def test_a_collector_that_was_off_before_stays_off() -> None:
    gc.disable()
    try:
        with without_cyclic_gc():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_built_in_a_pause_is_not_traversed_when_it_ends() -> None:
    collections: list[int] = []
    thresholds = gc.get_threshold()

    def count(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            collections.append(len(gc.get_objects(generation=0)))

    gc.collect()
    gc.callbacks.append(count)
    try:
        with without_cyclic_gc():
            built = [[number] for number in range(100_000)]
        kept = [[number] for number in range(2 * thresholds[0])]
    finally:
        gc.callbacks.remove(count)
        gc.unfreeze()
    assert len(built) == 100_000
    assert len(kept) == 2 * thresholds[0]
    assert collections
    assert max(collections) < 100_000
