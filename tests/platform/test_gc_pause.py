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
