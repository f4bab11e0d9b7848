"""Postings: for each term the numbers of what has it, packed; unions of many lists in one go.

Terms follow Zipf's law: most are rare, and their numbers lie in one array in the order of the
terms, so that the postings of a prefix are one slice of it. The few frequent terms have a Roaring
bitmap each. A set object a term would take some hundred bytes, times hundreds of thousands.
A union costs O(members) for the rare terms and a merge of compressed containers for the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterable

_FREQUENT = 128
"""A bitmap of fewer takes more room than they do in an array, and unions are no faster with it."""


class PackedPostings:
    """Sets of numbers, themselves known by number."""

    def __init__(self, lists: Iterable[list[int]]) -> None:
        rare, ends, frequent = array("I"), array("I", [0]), array("I")
        self._bitmaps: list[BitMap] = []
        for number, members in enumerate(lists):
            if len(members) < _FREQUENT:
                rare.fromlist(members)
            else:
                bitmap = BitMap(members)
                bitmap.run_optimize()
                frequent.append(number)
                self._bitmaps.append(bitmap)
            ends.append(len(rare))
        # An array that grew has room to spare, its copy has none.
        self._rare, self._ends, self._frequent = rare[:], ends[:], frequent[:]

    def __getitem__(self, number: int) -> BitMap:
        """One set, not to be changed."""
        start, end = self._ends[number], self._ends[number + 1]
        frequent = self._bitmap(number) if start == end else None
        return frequent if frequent is not None else BitMap(self._rare[start:end])

    def _bitmap(self, number: int) -> BitMap | None:
        """The set of a number where it is a frequent one."""
        at = bisect_left(self._frequent, number)
        known = at < len(self._frequent) and self._frequent[at] == number
        return self._bitmaps[at] if known else None

    def size(self, number: int) -> int:
        """How many members one set has."""
        return self._ends[number + 1] - self._ends[number] or len(self[number])

    def weight(self, span: range) -> int:
        """How many members the sets of a range have in all, the frequent ones at least."""
        ends, frequent = self._ends, self._frequent
        often = bisect_left(frequent, span.stop) - bisect_left(frequent, span.start)
        return ends[span.stop] - ends[span.start] + often * _FREQUENT

    def union(self, ranges: Iterable[range], numbers: Iterable[int] = ()) -> BitMap:
        """All members of the sets in some ranges and of some sets by number."""
        rare, ends, frequent = self._rare, self._ends, self._frequent
        loose = array("I")
        bitmaps = []
        for span in ranges:
            loose.extend(rare[ends[span.start] : ends[span.stop]])
            at = bisect_left(frequent, span.start)
            while at < len(frequent) and frequent[at] < span.stop:
                bitmaps.append(self._bitmaps[at])
                at += 1
        for number in numbers:
            start, end = ends[number], ends[number + 1]
            if start < end:
                loose.extend(rare[start:end])
            elif (bitmap := self._bitmap(number)) is not None:
                bitmaps.append(bitmap)
        if not bitmaps:
            return BitMap(loose)
        if loose:
            bitmaps.append(BitMap(loose))
        return BitMap.union(*bitmaps)
