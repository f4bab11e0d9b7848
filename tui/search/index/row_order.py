"""The order of rows in time, the latest record first.

The rows of an index are numbered in it. Rows that were added later (`tui.search.overlay`) have
higher numbers, and each a place between the others: the number of rows that come before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias, overload

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterator


InOrder: TypeAlias = BitMap | Sequence[int]
"""Rows in the order of time; a set of rows is, where none of them was added."""


class RowOrder:
    """Where rows stand in time."""

    def __init__(self, first_added: int = 0, places: Sequence[int] = ()) -> None:
        """Take the rows that were added.

        Args:
            first_added: The number of the first one; they are numbered in the order of time, too.
            places: For each, how many of the rows below `first_added` come before it.
        """
        self._first, self._places = first_added, places

    def in_order(self, rows: BitMap) -> InOrder:
        """Some rows, the latest first; a few that were added are put between the others."""
        if not self._places or not rows or rows.max() < self._first:
            return rows
        added = BitMap(rows)
        added.remove_range(0, self._first)
        places = [self._places[row - self._first] for row in added]
        return _MergedRows(rows - added, list(added), places)

    def before(self, one: int, other: int) -> bool:
        """Whether a row comes before another one."""
        return self._key(one) < self._key(other)

    def _key(self, row: int) -> tuple[int, int, int]:
        if row < self._first or not self._places:
            return row, 1, 0
        return self._places[row - self._first], 0, row


def position_of(row: int, rows: InOrder) -> int:
    """The position of a row among some in order, of which it is one."""
    return rows.rank(row) - 1 if isinstance(rows, BitMap) else rows.index(row)


class _MergedRows(Sequence[int]):
    """Rows in order, of which some were added."""

    def __init__(self, rows: BitMap, added: list[int], places: list[int]) -> None:
        self._rows, self._added, self._places = rows, added, places
        self._positions = [
            (rows.rank(place - 1) if place else 0) + at for at, place in enumerate(places)
        ]

    def __len__(self) -> int:
        return len(self._rows) + len(self._added)

    @overload
    def __getitem__(self, position: int) -> int: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[int]: ...
    def __getitem__(self, position: int | slice) -> int | Sequence[int]:
        if isinstance(position, slice):
            return [self[at] for at in range(*position.indices(len(self)))]
        at = bisect_left(self._positions, position)
        if at < len(self._positions) and self._positions[at] == position:
            return self._added[at]
        return self._rows[position - at]

    def __iter__(self) -> Iterator[int]:
        rows, done = iter(self._rows), 0
        for position, row in zip(self._positions, self._added, strict=True):
            yield from islice(rows, position - done)
            yield row
            done = position + 1
        yield from rows

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and (row in self._rows or row in self._added)

    def index(self, row: int, start: int = 0, stop: int | None = None) -> int:
        """The position of a row.

        Raises:
            ValueError: If it is not among them.
        """
        if row in self._rows:
            return self._rows.rank(row) - 1 + bisect_right(self._places, row)
        return self._positions[self._added.index(row)]
