"""A layout in the background is cancelled as soon as nobody waits for it."""

from __future__ import annotations

from itertools import count

import pytest

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.records import Deal
from tui.model.task import UNATTENDED, CancelledError, Task
from tui.timeline.drawing.draw import Painter
from tui.timeline.marks.mark_cache import MarkCache
from tui.timeline.timeline import Timeline

DEALS = [
    Deal(f"d{at}", "t", f"payer-{at % 50}", announced=Edtf.parse(str(1990 + at % 40)))
    for at in range(5_000)
]
CORPUS = Corpus(records={deal.id: deal for deal in DEALS})


def test_a_walk_yields_every_item_once() -> None:
    for length in (0, 1, 1_023, 1_024, 1_025, 5_000):
        assert list(Task(is_cancelled=lambda: False).walk(range(length))) == list(range(length))
    assert list(UNATTENDED.walk(range(5_000))) == list(range(5_000))


def test_a_walk_without_end_ends_when_it_is_cancelled() -> None:
    questions = count()
    with pytest.raises(CancelledError):
        for _ in Task(is_cancelled=lambda: next(questions) > 3).walk(count()):
            pass


def test_building_a_timeline_can_be_cancelled_at_every_question() -> None:
    calls = 0
    cache = MarkCache(CORPUS)

    def build(limit: int) -> Timeline:
        """Cancelled when it has asked so many times."""
        nonlocal calls
        calls = 0

        def cancelled() -> bool:
            nonlocal calls
            calls += 1
            return calls > limit

        task = Task(is_cancelled=cancelled)
        timeline = Timeline.build(DEALS[:4_000], CORPUS, "payer", (), cache=cache, task=task)
        timeline.prepare(9, task)
        return timeline

    for _ in range(2):
        # The first has the marks of the corpus to make, which are kept.
        build(1_000_000)
    questions = calls
    assert questions > 20
    for limit in range(questions):
        with pytest.raises(CancelledError):
            build(limit)


def test_a_prepared_timeline_draws_the_same_and_can_no_longer_be_cancelled() -> None:
    cancelled = False
    task = Task(is_cancelled=lambda: cancelled)
    timeline = Timeline.build(DEALS, CORPUS, "payer", (), cache=MarkCache(CORPUS), task=task)
    timeline.prepare(9, task)
    cancelled = True
    fresh = Timeline.build(DEALS, CORPUS, "payer", ())
    scale, today = timeline.fit(80), Edtf.parse("2024-05-01").earliest
    assert today is not None
    for height in (9, 20):
        pictures = [Painter(each).picture(scale, height, "d7", today) for each in (timeline, fresh)]
        assert pictures[0].rows == pictures[1].rows
    assert timeline.order() == fresh.order()
