"""Moving the selection from mark to mark: in time, and from lane to lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.timeline.timeline import Timeline

_LANE_LIMIT = 1_000
"""More lanes than a picture ever shows: the selection also reaches those that a picture collects in
one.
"""


def next_mark(timeline: Timeline, record_id: str | None, step: int) -> str | None:
    """The record of the next mark in time, over all lanes; stays at either end.

    A record with several marks is visited once, at its own mark.
    """
    order, positions = timeline.order()
    if not order:
        return None
    position = positions.get(record_id) if record_id is not None else None
    if position is None:
        return order[0 if step > 0 else -1]
    return order[max(0, min(len(order) - 1, position + step))]


def next_lane(timeline: Timeline, record_id: str | None, step: int) -> str | None:
    """The record nearest in time in the next lane; stays in the first and the last one."""
    lanes = timeline.lanes(_LANE_LIMIT)
    if not lanes:
        return None
    marks = timeline.marks_of(record_id) if record_id is not None else ()
    if not marks:
        return lanes[0].marks[0].record_id
    lane = timeline.lane_position(marks[0], _LANE_LIMIT)
    target = max(0, min(len(lanes) - 1, lane + step))
    if target == lane:
        return record_id
    nearest = timeline.lane_index(_LANE_LIMIT, target).nearest(marks[0].twice_middle)
    return nearest.record_id if nearest is not None else record_id
