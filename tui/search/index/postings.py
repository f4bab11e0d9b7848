"""Postings: for each term the documents that contain it, packed; unions of many lists at once.

Terms follow Zipf's law: most are rare, and their postings lie in one array in the order of the
terms, so that the postings of a prefix are one slice of it. The few frequent terms have a Roaring
bitmap each, in its portable form until it is asked for. A set object for each term would take some
hundred bytes, times hundreds of thousands. A union costs O(postings) for the rare terms and a merge
of compressed containers for the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Self

from pyroaring import BitMap

from tui.search.index.sections import SectionWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.search.index.sections import Sections

_FREQUENT = 128
"""A bitmap of fewer documents takes more room than they do in an array, and unions are no faster
with it.
"""
_WIDTH = 4
"""Bytes of a document number."""


class PackedPostings:
    """Sets of document numbers, one for each term; terms are numbers themselves."""

    def __init__(self, sections: Sections) -> None:
        self._rare = sections.raw("rare")
        self._ends, self._frequent = sections.numbers("ends"), sections.numbers("frequent")
        self._packed, self._packed_ends = sections.raw("bitmaps"), sections.numbers("bitmap-ends")
        self._bitmaps: list[BitMap | None] = [None] * len(self._frequent)

    @staticmethod
    def write(into: SectionWriter, lists: Iterable[Iterable[int]]) -> None:
        """Write the documents of each term, in ascending order."""
        rare, ends, frequent = array("I"), array("I", [0]), array("I")
        bitmaps, bitmap_ends = bytearray(), array("I", [0])
        for term, documents in enumerate(lists):
            few = array("I", documents)
            if len(few) < _FREQUENT:
                rare.extend(few)
            else:
                bitmap = BitMap(few)
                bitmap.run_optimize()
                frequent.append(term)
                bitmaps += bitmap.serialize()
                bitmap_ends.append(len(bitmaps))
            ends.append(len(rare))
        into.raw("rare", rare.tobytes())
        into.numbers("ends", ends)
        into.numbers("frequent", frequent)
        into.raw("bitmaps", bytes(bitmaps))
        into.numbers("bitmap-ends", bitmap_ends)

    @classmethod
    def of(cls, lists: Iterable[Iterable[int]]) -> Self:
        """The postings of some terms, in memory."""
        writer = SectionWriter()
        cls.write(writer, lists)
        return cls(writer.reader())

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, term: int) -> BitMap:
        """The documents of a term; not to be changed."""
        start, end = self._ends[term], self._ends[term + 1]
        bitmap = self._frequent_bitmap(term) if start == end else None
        return bitmap if bitmap is not None else BitMap(self._rare_numbers(start, end))

    def _rare_numbers(self, start: int, end: int) -> array[int]:
        numbers = array("I")
        numbers.frombytes(self._rare[start * _WIDTH : end * _WIDTH])
        return numbers

    def _frequent_bitmap(self, term: int) -> BitMap | None:
        """The bitmap of a term, where it is a frequent one."""
        index = bisect_left(self._frequent, term)
        is_frequent = index < len(self._frequent) and self._frequent[index] == term
        return self._bitmap(index) if is_frequent else None

    def _bitmap(self, index: int) -> BitMap:
        """The bitmap of a frequent term, unpacked when it is first asked for."""
        bitmap = self._bitmaps[index]
        if bitmap is None:
            start, end = self._packed_ends[index], self._packed_ends[index + 1]
            bitmap = self._bitmaps[index] = BitMap.deserialize(bytes(self._packed[start:end]))
        return bitmap

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
            rare_numbers.frombytes(rare[ends[span.start] * _WIDTH : ends[span.stop] * _WIDTH])
            index = bisect_left(frequent, span.start)
            while index < len(frequent) and frequent[index] < span.stop:
                bitmaps.append(self._bitmap(index))
                index += 1
        for term in terms:
            start, end = ends[term], ends[term + 1]
            if start < end:
                rare_numbers.frombytes(rare[start * _WIDTH : end * _WIDTH])
            elif (bitmap := self._frequent_bitmap(term)) is not None:
                bitmaps.append(bitmap)
        if not bitmaps:
            return BitMap(rare_numbers)
        if rare_numbers:
            bitmaps.append(BitMap(rare_numbers))
        return BitMap.union(*bitmaps)
