"""Finds the marks of a lane by time, in time that grows with the answer and not with the lane.

Three sorted views of the same marks, each searched by bisection in O(log n):

- by first day, for the marks that begin in a stretch of time;
- by first day within *length classes*, for the marks that began before a day and last into it. An
  interval tree would do as well; classes of lengths up to 1, 3, 7, … days need only sorted lists.
  Within a class, marks that span a day began at most its longest length before it, and about half
  of those that did span it, so the cost is O(classes x log n + answer), with at most 23 classes;
- by middle, for the marks drawn at a cell. Running sums over this view give the count and the
  amount of any stretch as a difference of two entries.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.task import Task
    from tui.timeline.marks.record_marks import TimelineMark


class _LengthClass(NamedTuple):
    """Marks of similar length, by first day.

    Attributes:
        longest: The most days by which the last day of one is later than its first.
        starts: Their first days.
        marks: The marks themselves, in the same order.
    """

    longest: int
    starts: list[int]
    marks: list[TimelineMark]


class LaneIndex:
    """The marks of one lane, indexed for the questions that drawing and the mouse ask."""

    def __init__(self, marks: Sequence[TimelineMark]) -> None:
        """Index marks that are in order of their first day; the rest is sorted on first use."""
        self.marks = marks
        self._starts = [mark.first for mark in marks]
        self._length_classes: list[_LengthClass] | None = None
        self._by_middle: list[TimelineMark] | None = None
        self._twice_middles: list[int] = []
        self._running_sums: dict[str, list[Decimal]] = {}
        self._tranche_extents: dict[str, tuple[int, int]] | None = None

    def prepare(self, task: Task) -> None:
        """Sort everything that a picture needs, before it is drawn.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._classes(task)
        self._sorted_by_middle(task)

    def spanning(self, day: float) -> list[TimelineMark]:
        """The marks that began before a day and last into it."""
        marks: list[TimelineMark] = []
        for longest, starts, members in self._classes():
            candidates = members[bisect_right(starts, day - longest - 1) : bisect_left(starts, day)]
            marks += [mark for mark in candidates if mark.last + 1 > day]
        return marks

    def beginning_in(self, begin: float, end: float) -> tuple[int, int]:
        """The slice of `marks` that begin from `begin` to before `end`."""
        return bisect_left(self._starts, begin), bisect_left(self._starts, end)

    def overlapping(self, begin: float, end: float) -> list[TimelineMark]:
        """The marks that have some day in a stretch."""
        first, last = self.beginning_in(begin, end)
        return [*self.spanning(begin), *self.marks[first:last]]

    def centred_in(self, begin: float, end: float) -> Sequence[TimelineMark]:
        """The marks whose middle lies in a stretch, in order of their middles."""
        order, middles = self._sorted_by_middle(), self._twice_middles
        return order[bisect_left(middles, 2 * begin) : bisect_left(middles, 2 * end)]

    def by_middle(self, task: Task = UNATTENDED) -> Sequence[TimelineMark]:
        """All marks in order of their middles."""
        return self._sorted_by_middle(task)

    def positions(self, days: Sequence[float]) -> list[int]:
        """For each of some days, how many marks of `by_middle` have their middle before it."""
        self._sorted_by_middle()
        middles = self._twice_middles
        return [bisect_left(middles, 2 * day) for day in days]

    def counts(self, days: Sequence[float]) -> list[int]:
        """How many middles lie between each two consecutive days of an ascending sequence."""
        return [after - before for before, after in pairwise(self.positions(days))]

    def amounts(self, days: Sequence[float], unit: str) -> list[Decimal]:
        """The sums in one unit between each two consecutive days of an ascending sequence.

        Tranches do not count, as their deals do.
        """
        order = self._sorted_by_middle()
        sums = self._running_sums.get(unit)
        if sums is None:
            sums = self._running_sums[unit] = list(
                accumulate(map(_amount_in(unit), order), initial=Decimal(0))
            )
        below = [sums[position] for position in self.positions(days)]
        return [after - before for before, after in pairwise(below)]

    def nearest(self, twice_day: int) -> TimelineMark | None:
        """The mark whose middle is nearest to half of `twice_day`; the earlier one of two."""
        order, middles = self._sorted_by_middle(), self._twice_middles
        index = bisect_left(middles, twice_day)
        neighbours = [candidate for candidate in (index - 1, index) if 0 <= candidate < len(order)]
        if not neighbours:
            return None
        closest = min(neighbours, key=lambda candidate: abs(middles[candidate] - twice_day))
        # Of several marks at one day always the first, whichever side the search came from.
        return order[bisect_left(middles, middles[closest])]

    def tranche_extents(self) -> dict[str, tuple[int, int]]:
        """For each deal with tranches in this lane, twice its first and last middle here."""
        if self._tranche_extents is None:
            deals = {mark.record_id for mark in self.marks if mark.tranche_id}
            middles: dict[str, list[int]] = {deal: [] for deal in deals}
            if deals:
                for mark in self.marks:
                    if mark.record_id in deals:
                        middles[mark.record_id].append(mark.twice_middle)
            self._tranche_extents = {
                deal: (min(values), max(values)) for deal, values in middles.items()
            }
        return self._tranche_extents

    def _classes(self, task: Task = UNATTENDED) -> list[_LengthClass]:
        if self._length_classes is None:
            # By the number of bits of a length; marks arrive in order, so each class is sorted.
            classes: dict[int, tuple[list[int], list[TimelineMark]]] = {}
            for mark in task.walk(self.marks):
                bits = (mark.last - mark.first).bit_length()
                members = classes.get(bits)
                if members is None:
                    members = classes[bits] = ([], [])
                members[0].append(mark.first)
                members[1].append(mark)
            self._length_classes = [
                _LengthClass(2**bits - 1, *members) for bits, members in sorted(classes.items())
            ]
        return self._length_classes

    def _sorted_by_middle(self, task: Task = UNATTENDED) -> list[TimelineMark]:
        if self._by_middle is None:
            marks = task.walk(self.marks)
            middles = [mark.twice_middle for mark in marks]
            order = sorted(range(len(middles)), key=middles.__getitem__)
            self._twice_middles = list(map(middles.__getitem__, order))
            self._by_middle = list(map(self.marks.__getitem__, order))
        return self._by_middle


def _amount_in(unit: str) -> Callable[[TimelineMark], Decimal]:
    """A function for the magnitude of a mark in one unit: zero in others, and for tranches."""
    zero = Decimal(0)

    def magnitude(mark: TimelineMark) -> Decimal:
        if mark.magnitude is None or mark.unit != unit or mark.tranche_id:
            return zero
        return mark.magnitude

    return magnitude
