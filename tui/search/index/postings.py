"""Postings: for each term the documents that contain it, packed; unions of many lists at once.

Terms follow Zipf's law: most are rare, and their postings lie in one array in the order of the
terms, so that the postings of a prefix are one slice of it. The few frequent terms have a Roaring
bitmap each. A set object for each term would take some hundred bytes, times hundreds of thousands.
A union costs O(postings) for the rare terms and a merge of compressed containers for the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from pyroaring import BitMap

if TYPE_CHECKING:
    from collections.abc import Iterable

_FREQUENT = 128
"""A bitmap of fewer documents takes more room than they do in an array, and unions are no faster
with it.
"""


class PackedPostings:
    """Sets of document numbers, one for each term; terms are numbers themselves."""

    def __init__(self, lists: Iterable[list[int]]) -> None:
        rare, ends, frequent = array("I"), array("I", [0]), array("I")
        self._bitmaps: list[BitMap] = []
        for term, documents in enumerate(lists):
            if len(documents) < _FREQUENT:
                rare.fromlist(documents)
            else:
                bitmap = BitMap(documents)
                bitmap.run_optimize()
                frequent.append(term)
                self._bitmaps.append(bitmap)
            ends.append(len(rare))
        # An array that grew has spare capacity, its copy has none.
        self._rare, self._ends, self._frequent = rare[:], ends[:], frequent[:]

    def __getitem__(self, term: int) -> BitMap:
        """The documents of a term; not to be changed."""
        start, end = self._ends[term], self._ends[term + 1]
        bitmap = self._frequent_bitmap(term) if start == end else None
        return bitmap if bitmap is not None else BitMap(self._rare[start:end])

    def _frequent_bitmap(self, term: int) -> BitMap | None:
        """The bitmap of a term, where it is a frequent one."""
        index = bisect_left(self._frequent, term)
        is_frequent = index < len(self._frequent) and self._frequent[index] == term
        return self._bitmaps[index] if is_frequent else None

    def size(self, term: int) -> int:
        """How many documents a term has."""
        return self._ends[term + 1] - self._ends[term] or len(self[term])

    def weight(self, span: range) -> int:
        """A lower bound of the postings of a range of terms: frequent ones count as `_FREQUENT`."""
        ends, frequent = self._ends, self._frequent
        frequent_terms = bisect_left(frequent, span.stop) - bisect_left(frequent, span.start)
        return ends[span.stop] - ends[span.start] + frequent_terms * _FREQUENT

    def union(self, ranges: Iterable[range], terms: Iterable[int] = ()) -> BitMap:
        """All documents of some ranges of terms and of some single terms."""
        rare, ends, frequent = self._rare, self._ends, self._frequent
        rare_numbers = array("I")
        # Rare postings are concatenated first and become one bitmap: one sort beats many unions.
        bitmaps = []
        for span in ranges:
            rare_numbers.extend(rare[ends[span.start] : ends[span.stop]])
            index = bisect_left(frequent, span.start)
            while index < len(frequent) and frequent[index] < span.stop:
                bitmaps.append(self._bitmaps[index])
                index += 1
        for term in terms:
            start, end = ends[term], ends[term + 1]
            if start < end:
                rare_numbers.extend(rare[start:end])
            elif (bitmap := self._frequent_bitmap(term)) is not None:
                bitmaps.append(bitmap)
        if not bitmaps:
            return BitMap(rare_numbers)
        if rare_numbers:
            bitmaps.append(BitMap(rare_numbers))
        return BitMap.union(*bitmaps)
