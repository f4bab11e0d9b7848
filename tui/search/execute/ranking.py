"""The order of results: a bucket sort over bitmaps.

Better first: fewer typos in all; then the group of text in which the worst placed term lies;
then nearness (next to each other in the title, all in one group, apart); then how many terms
are no whole word where they lie, typos apart; then newest, then id. Rows are numbered newest
first, so a bucket is a bitmap and needs no sorting.

The key of a bucket is the tuple of these criteria. Each criterion splits all rows of a reading
into bitmaps at once, a bucket is an intersection of four of them, and the buckets of several
readings are merged by their keys (a k-way merge; a row stays where it comes first). Buckets are
made only as far as rows are looked at, so the cost depends on the number of terms and criteria
and not on the number of hits.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, overload

from pyroaring import BitMap

from tui.search.index.builder import TITLE_WORDS
from tui.search.index.indexed_texts import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.search.execute.match_levels import Grade
    from tui.search.index.doc_values import DocValues

Key = tuple[int, int, int, int]
"""Typos, group, distance, terms that are no whole word: less is better in each."""


class QueryReading(NamedTuple):
    """One way to read a query: a grade for each of its parts, in their order.

    Attributes:
        rows: The records that meet all parts and all filters.
    """

    grades: tuple[Grade, ...]
    rows: BitMap


def buckets(reading: QueryReading) -> Iterator[tuple[Key, BitMap]]:
    """The rows of a reading in buckets, best first; no row twice."""
    if not reading.rows:
        return
    grades = reading.grades
    by_typos = _by_typos(reading)
    by_group = _by_group(reading)
    by_distance = _by_distance(reading)
    by_whole = _by_whole(reading)
    for typos in sorted(by_typos):
        for group, in_group in enumerate(by_group):
            here = by_typos[typos] & in_group
            if not here:
                continue
            if not grades:
                yield (typos, group, 0, 0), here
                continue
            for distance, near in enumerate(by_distance):
                close = here & near
                if not close:
                    continue
                for parts in sorted(by_whole):
                    rows = close & by_whole[parts]
                    if rows:
                        yield (typos, group, distance, parts), rows


def _by_typos(reading: QueryReading) -> dict[int, BitMap]:
    levels = {0: reading.rows}
    for grade in reading.grades:
        following: dict[int, BitMap] = {}
        for total, rows in levels.items():
            for typos, own in enumerate(grade.typos):
                both = rows & own
                if both:
                    following[total + typos] = following.get(total + typos, BitMap()) | both
        levels = following
    return levels


def _by_group(reading: QueryReading) -> list[BitMap]:
    """Rows by the last of the groups in which the terms lie best."""
    if not reading.grades:
        return [reading.rows]
    upto = [BitMap() for _ in reading.grades]
    before = BitMap()
    found = []
    for group in GROUPS:
        for at, grade in enumerate(reading.grades):
            upto[at] = upto[at] | grade.best[group]
        rows = reading.rows & BitMap.intersection(*upto)
        found.append(rows - before)
        before = rows
    return found


def _by_distance(reading: QueryReading) -> list[BitMap]:
    grades = reading.grades
    if len(grades) < 2:
        return [reading.rows]
    together = BitMap()
    for group in GROUPS:
        together |= BitMap.intersection(*(grade.found[group] for grade in grades))
    together &= reading.rows
    adjacent = _side_by_side(grades) & together
    return [adjacent, together - adjacent, reading.rows - together]


def _side_by_side(grades: Sequence[Grade]) -> BitMap:
    """Rows whose title has all terms next to each other in their order."""
    places: BitMap | None = None
    for grade in grades:
        if grade.places is None:
            return BitMap()
        places = grade.places if places is None else places.shift(1) & grade.places
    return BitMap({place // TITLE_WORDS for place in places or ()})


def _by_whole(reading: QueryReading) -> dict[int, BitMap]:
    levels = {0: reading.rows}
    for grade in reading.grades:
        following: dict[int, BitMap] = {}
        for parts, rows in levels.items():
            for add, own in ((0, rows & grade.whole), (1, rows - grade.whole)):
                if own:
                    following[parts + add] = following.get(parts + add, BitMap()) | own
        levels = following
    return levels


def _key(bucket: tuple[Key, BitMap]) -> Key:
    return bucket[0]


def ranked(readings: Iterable[QueryReading]) -> Iterator[BitMap]:
    """The buckets of several readings, each row where it stands best."""
    seen = BitMap()
    ordered = merge(*map(buckets, readings), key=_key)
    for _, equal in groupby(ordered, key=_key):
        new = BitMap.union(*(rows for _, rows in equal)) - seen
        if new:
            seen |= new
            yield new


class Order(Sequence[int]):
    """Rows in order, of which only as many buckets are made as are looked at."""

    def __init__(self, parts: Iterable[BitMap], total: int) -> None:
        self._parts = iter(parts)
        self._total = total
        self._made: list[BitMap] = []
        self._ends: list[int] = []

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, position: int) -> int: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[int]: ...
    def __getitem__(self, position: int | slice) -> int | Sequence[int]:
        """The row at a position."""
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(self._total))]
        if position < 0:
            position += self._total
        if not 0 <= position < self._total:
            raise IndexError(position)
        while not self._ends or self._ends[-1] <= position:
            part = next(self._parts)
            self._made.append(part)
            self._ends.append((self._ends[-1] if self._ends else 0) + len(part))
        at = bisect_right(self._ends, position)
        return self._made[at][position - (self._ends[at - 1] if at else 0)]

    def place(self, row: int) -> int | None:
        """The position of a row, `None` where it is not listed; makes the buckets before it."""
        at = 0
        while at < self._total:
            _ = self[at]
            part = self._made[bisect_right(self._ends, at)]
            if row in part:
                return at + part.rank(row) - 1
            at += len(part)
        return None

    def __iter__(self) -> Iterator[int]:
        at = 0
        while at < self._total:
            if at >= (self._ends[-1] if self._ends else 0):
                _ = self[at]
            for part in self._made[bisect_right(self._ends, at) :]:
                yield from part
                at += len(part)


class Sorted(Sequence[int]):
    """Rows in the order of a field, sorted when first looked at."""

    def __init__(self, rows: BitMap, columns: DocValues, sort: str) -> None:
        self._rows, self._columns, self._sort = rows, columns, sort
        self._made: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, position: int) -> int: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[int]: ...
    def __getitem__(self, position: int | slice) -> int | Sequence[int]:
        """The row at a position."""
        if self._made is None:
            order = self._columns.order(self._sort)
            everything = len(order) == len(self._rows)
            self._made = order if everything else [row for row in order if row in self._rows]
        return self._made[position]

    def place(self, row: int) -> int | None:
        """The position of a row, `None` where it is not listed."""
        if row not in self._rows:
            return None
        _ = self[0]
        return self._made.index(row) if self._made is not None else None
