"""Long work tells how far it is, lets input go first, and ends when nobody waits for it."""

from __future__ import annotations

from itertools import count

import pytest

from tui.model.task import UNATTENDED, CancelledError, Task


def test_work_that_nobody_watches_runs_to_its_end() -> None:
    UNATTENDED.check()
    UNATTENDED.report("proving", 1, 2)
    assert list(UNATTENDED.walk(range(5_000))) == list(range(5_000))
    assert list(UNATTENDED.steps("proving", range(5), every=2)) == list(range(5))


def test_steps_are_reported_from_nothing_to_all_and_checked_one_by_one() -> None:
    told: list[tuple[str, int, int]] = []
    checks = count()
    task = Task(lambda *step: told.append(step), lambda: next(checks) < 0)
    assert list(task.steps("proving", range(5), every=2)) == list(range(5))
    assert told == [("proving", done, 5) for done in (0, 2, 4, 5)]
    assert next(checks) == 6


def test_input_goes_before_every_check() -> None:
    order: list[str] = []

    def cancelled() -> bool:
        order.append("cancelled?")
        return False

    task = Task(None, cancelled, lambda: order.append("input"))
    task.check()
    assert order == ["input", "cancelled?"]


def test_work_that_nobody_waits_for_ends_at_the_next_check() -> None:
    asked = count()
    task = Task(is_cancelled=lambda: next(asked) > 3)
    steps = task.steps("proving", range(100), every=50)
    assert [next(steps) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(CancelledError):
        next(steps)


def test_a_report_is_not_given_to_those_who_no_longer_wait() -> None:
    told: list[int] = []
    with pytest.raises(CancelledError):
        Task(lambda _, done, __: told.append(done), lambda: True).report("proving", 1, 2)
    assert told == []
