"""The marks of a lane found by time, without touching those out of sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.task import Task
    from tui.timeline.marks import Mark


class LaneIndex:
    """Answers about stretches of days in time that grows with what is found.

    Marks that began before a stretch are found in classes of about the same length: within a
    class only those can reach into it that began at most a longest length before.
    """

    def __init__(self, marks: Sequence[Mark]) -> None:
        """Index marks that are in order of their first day."""
        self.marks = marks
        self._starts = [mark.first for mark in marks]
        self._classes: list[tuple[int, list[int], list[Mark]]] | None = None
        self._centred: list[Mark] | None = None
        self._centres: list[int] = []
        self._sums: dict[str, list[Decimal]] = {}
        self._joined: dict[str, tuple[int, int]] | None = None

    def prepare(self, task: Task) -> None:
        """Sort for what a picture asks, before it does.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._by_length(task)
        self._by_middle(task)

    def crossing(self, day: float) -> list[Mark]:
        """The marks that began before a day and last into it."""
        found: list[Mark] = []
        for longest, starts, marks in self._by_length():
            near = marks[bisect_right(starts, day - longest - 1) : bisect_left(starts, day)]
            found += [mark for mark in near if mark.last + 1 > day]
        return found

    def starting(self, begin: float, end: float) -> tuple[int, int]:
        """The positions in `marks` of those that begin from `begin` to before `end`."""
        return bisect_left(self._starts, begin), bisect_left(self._starts, end)

    def touching(self, begin: float, end: float) -> list[Mark]:
        """The marks that have some day in a stretch."""
        first, last = self.starting(begin, end)
        return [*self.crossing(begin), *self.marks[first:last]]

    def centred(self, begin: float, end: float) -> Sequence[Mark]:
        """The marks whose middle lies in a stretch, in order of their middles."""
        order = self._by_middle()
        return order[bisect_left(self._centres, 2 * begin) : bisect_left(self._centres, 2 * end)]

    def counts(self, edges: Sequence[float]) -> list[int]:
        """How many middles lie between each two neighbouring days of a rising sequence."""
        self._by_middle()
        at = [bisect_left(self._centres, 2 * edge) for edge in edges]
        return [after - before for before, after in pairwise(at)]

    def amounts(self, edges: Sequence[float], unit: str) -> list[Decimal]:
        """The sums of one unit of the deals between each two neighbouring days; no tranches."""
        order = self._by_middle()
        sums = self._sums.get(unit)
        if sums is None:
            sums = self._sums[unit] = list(
                accumulate(map(_in_unit(unit), order), initial=Decimal(0))
            )
        at = [sums[bisect_left(self._centres, 2 * edge)] for edge in edges]
        return [after - before for before, after in pairwise(at)]

    def nearest(self, twice_day: int) -> Mark | None:
        """The mark whose middle is nearest to half of `twice_day`; the earlier one of two."""
        order = self._by_middle()
        at = bisect_left(self._centres, twice_day)
        near = [place for place in (at - 1, at) if 0 <= place < len(order)]
        if not near:
            return None
        place = min(near, key=lambda place: abs(self._centres[place] - twice_day))
        return order[bisect_left(self._centres, self._centres[place])]

    def joined(self) -> dict[str, tuple[int, int]]:
        """Twice the first and the last middle of the marks of each deal that has tranches here."""
        if self._joined is None:
            parts = {mark.record_id for mark in self.marks if mark.tranche_id}
            middles: dict[str, list[int]] = {record: [] for record in parts}
            if parts:
                for mark in self.marks:
                    if mark.record_id in parts:
                        middles[mark.record_id].append(mark.twice_middle)
            self._joined = {record: (min(found), max(found)) for record, found in middles.items()}
        return self._joined

    def _by_length(self, task: Task = UNATTENDED) -> list[tuple[int, list[int], list[Mark]]]:
        if self._classes is None:
            classes: dict[int, tuple[list[int], list[Mark]]] = {}
            for mark in task.walk(self.marks):
                size = (mark.last - mark.first).bit_length()
                found = classes.get(size)
                if found is None:
                    found = classes[size] = ([], [])
                found[0].append(mark.first)
                found[1].append(mark)
            self._classes = [(2**size - 1, *found) for size, found in sorted(classes.items())]
        return self._classes

    def _by_middle(self, task: Task = UNATTENDED) -> list[Mark]:
        if self._centred is None:
            marks = task.walk(self.marks)
            # `Mark.twice_middle` without a call for each of 100,000.
            middles = [mark.first + mark.last + 1 for mark in marks]
            order = sorted(range(len(middles)), key=middles.__getitem__)
            self._centres = list(map(middles.__getitem__, order))
            self._centred = list(map(self.marks.__getitem__, order))
        return self._centred


def _in_unit(unit: str) -> Callable[[Mark], Decimal]:
    """The magnitude of a mark in one unit; zero in others and for tranches, part of their deal."""
    nothing = Decimal(0)

    def magnitude(mark: Mark) -> Decimal:
        if mark.magnitude is None or mark.unit != unit or mark.tranche_id:
            return nothing
        return mark.magnitude

    return magnitude
