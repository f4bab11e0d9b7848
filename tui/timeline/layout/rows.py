"""Which marks share a row: a lane in one, a row for each pair of parties, or one for each record.

All lanes get a row first. What is left over goes to the lanes in their order, those with the most
money first: each is opened into its pairs where all of them have room, and then into its records.
Nothing here depends on the stretch of time in view, so rows stay where they are while it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.timeline.layout.lane_index import LaneIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from tui.timeline.layout.lanes import Grouping, Lane
    from tui.timeline.marks.record_marks import TimelineMark

    Key = Callable[[TimelineMark], Hashable]

_MOST_MARKS = 500
"""Marks of a lane that is looked into; one with more has more rows than any screen."""


class Row(NamedTuple):
    """Marks that are drawn on one row.

    Attributes:
        lane: The place of its lane.
        leads: Whether it is the first row of its lane.
        marks: What is on it, indexed.
        uniform: Whether all of them are between the same parties, in the same kind of deal.
    """

    lane: int
    leads: bool
    marks: LaneIndex
    uniform: bool


class RowPlan:
    """The rows of a picture, and the one of every mark.

    Attributes:
        rows: From the top, lane by lane.
        lanes: The lanes that they are of.
    """

    def __init__(
        self,
        lanes: Sequence[Lane],
        by: Grouping,
        room: int,
        lane_position: Callable[[TimelineMark], int],
        lane_index: Callable[[int], LaneIndex],
    ) -> None:
        """Share rows out.

        Args:
            lanes: Not more than there is room for.
            by: What they stand for.
            room: Rows there are.
            lane_position: The place of the lane of a mark.
            lane_index: The index of the marks of a lane, by its place.
        """
        self.lanes = lanes
        self._lane_position = lane_position
        pair = counterpart_key(by)
        spare = room - len(lanes)
        keys: list[Key | None] = [None] * len(lanes)
        sizes = [1] * len(lanes)
        uniform = [_distinct(lane.marks, pair, 1) == 1 for lane in lanes]
        for key in (pair, _record_of):
            for at, lane in enumerate(lanes):
                needed = _distinct(lane.marks, key, sizes[at] + spare)
                if needed and needed >= sizes[at]:
                    spare -= needed - sizes[at]
                    keys[at], sizes[at] = key, needed
        self._first_rows: list[int] = []
        self._row_by_key: list[dict[Hashable, int] | None] = []
        self._keys = keys
        self.rows: list[Row] = []
        for at, lane in enumerate(lanes):
            self._first_rows.append(len(self.rows))
            opened = keys[at]
            if opened is None or sizes[at] == 1:
                self._row_by_key.append(None)
                self.rows.append(Row(at, True, lane_index(at), uniform[at]))
                continue
            groups = _grouped(lane.marks, opened, pair)
            self._row_by_key.append({key: offset for offset, key in enumerate(groups)})
            self.rows += [
                Row(at, offset == 0, LaneIndex(group), uniform=True)
                for offset, group in enumerate(groups.values())
            ]

    def row_of(self, mark: TimelineMark) -> int:
        """The row that a mark is drawn on."""
        lane = self._lane_position(mark)
        offsets, key = self._row_by_key[lane], self._keys[lane]
        offset = 0 if offsets is None or key is None else offsets[key(mark)]
        return self._first_rows[lane] + offset


def counterpart_key(by: Grouping) -> Key:
    """A function for what tells the rows of a lane apart: the other party, and the kind of deal."""

    def key(mark: TimelineMark) -> Hashable:
        if mark.kind != "deal":
            return mark.payee or mark.payer, mark.instrument
        other = mark.payer if by == "payee" else mark.payee
        if by in ("payer", "payee"):
            return other, mark.instrument, mark.directed
        return mark.payer, mark.payee, "" if by == "instrument" else mark.instrument

    return key


def _record_of(mark: TimelineMark) -> Hashable:
    return mark.record_id


def _distinct(marks: Sequence[TimelineMark], key: Key, limit: int) -> int:
    """How many rows some marks need; zero for more than `limit`, or where they are too many."""
    if len(marks) > _MOST_MARKS:
        return 0
    found: set[Hashable] = set()
    for mark in marks:
        found.add(key(mark))
        if len(found) > limit:
            return 0
    return len(found)


def _grouped(
    marks: Sequence[TimelineMark], key: Key, pair: Key
) -> dict[Hashable, list[TimelineMark]]:
    """The marks of each row: those of one pair together, in order of their first days."""
    pairs: dict[Hashable, dict[Hashable, list[TimelineMark]]] = {}
    for mark in marks:
        pairs.setdefault(pair(mark), {}).setdefault(key(mark), []).append(mark)
    groups: dict[Hashable, list[TimelineMark]] = {}
    for rows in pairs.values():
        for row_key, group in rows.items():
            groups.setdefault(row_key, []).extend(group)
    return groups
