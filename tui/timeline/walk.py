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
    order, places = timeline.order()
    if not order:
        return None
    at = places.get(record_id) if record_id is not None else None
    if at is None:
        return order[0 if step > 0 else -1]
    return order[max(0, min(len(order) - 1, at + step))]


def next_lane(timeline: Timeline, record_id: str | None, step: int) -> str | None:
    """The record nearest in time in the next lane; stays in the first and the last one."""
    lanes = timeline.lanes(_LANES)
    if not lanes:
        return None
    own = timeline.of(record_id) if record_id is not None else ()
    if not own:
        return lanes[0].marks[0].record_id
    here = timeline.row_of(own[0], _LANES)
    target = max(0, min(len(lanes) - 1, here + step))
    if target == here:
        return record_id
    nearest = timeline.index(_LANES, target).nearest(own[0].twice_middle)
    return nearest.record_id if nearest is not None else record_id
