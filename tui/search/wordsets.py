"""For every word of the vocabulary a set of numbers, packed; unions of many words in one go.

Most words are rare: their numbers lie in one array in the order of the vocabulary, so that a
prefix is one slice of it. The few frequent words have a bitmap each.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FREQUENT = 48


class WordSets:
    """Sets of numbers by word number."""

    def __init__(self, lists: Iterable[Sequence[int]]) -> None:
        self._rare = array("I")
        self._ends = array("I", [0])
        self._frequent: list[int] = []
        self._bitmaps: list[BitMap] = []
        for number, members in enumerate(lists):
            if len(members) < _FREQUENT:
                self._rare.extend(members)
            else:
                bitmap = BitMap(members)
                bitmap.run_optimize()
                self._frequent.append(number)
                self._bitmaps.append(bitmap)
            self._ends.append(len(self._rare))

    def weight(self, span: range) -> int:
        """How many members the words of a range have in all, the frequent ones at least."""
        ends, frequent = self._ends, self._frequent
        often = bisect_left(frequent, span.stop) - bisect_left(frequent, span.start)
        return ends[span.stop] - ends[span.start] + often * _FREQUENT

    def union(self, ranges: Iterable[range], numbers: Iterable[int] = ()) -> BitMap:
        """All members of the words in some ranges and of some words by number."""
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
            else:
                at = bisect_left(frequent, number)
                if at < len(frequent) and frequent[at] == number:
                    bitmaps.append(self._bitmaps[at])
        if not bitmaps:
            return BitMap(loose)
        if loose:
            bitmaps.append(BitMap(loose))
        return BitMap.union(*bitmaps)
