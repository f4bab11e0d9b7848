"""Walking from mark to mark: in time, and from lane to lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.timeline.timeline import Timeline

_LANES = 1_000


def next_mark(timeline: Timeline, record_id: str | None, step: int) -> str | None:
    """The record of the next mark in time, over all lanes; stays at either end.

    A record with several marks is met once, at its own mark.
    """
    order = list(dict.fromkeys(mark.record_id for mark in timeline.marks if not mark.tranche_id))
    order = order or list(dict.fromkeys(mark.record_id for mark in timeline.marks))
    if not order:
        return None
    if record_id not in order:
        return order[0 if step > 0 else -1]
    return order[max(0, min(len(order) - 1, order.index(record_id) + step))]


def next_lane(timeline: Timeline, record_id: str | None, step: int) -> str | None:
    """The record nearest in time in the next lane; stays in the first and the last one."""
    lanes = timeline.lanes(_LANES)
    if not lanes:
        return None
    here = next(
        (
            (index, mark)
            for index, lane in enumerate(lanes)
            for mark in lane.marks
            if mark.record_id == record_id
        ),
        None,
    )
    if here is None:
        return lanes[0].marks[0].record_id
    index, mark = here
    target = max(0, min(len(lanes) - 1, index + step))
    if target == index:
        return record_id
    middle = mark.first + mark.last
    return min(
        lanes[target].marks, key=lambda other: (abs(other.first + other.last - middle), other.key)
    ).record_id
