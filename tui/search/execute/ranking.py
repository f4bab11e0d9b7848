"""The order of results: a bucket sort over bitmaps.

Better first: fewer typos in all; then the group of text in which the worst placed term lies; then
proximity (next to each other in the title, all in one group, apart); then how many terms match only
a part of a word, typos apart; then newest, then id. Rows are numbered newest first, so a bucket is
a bitmap and needs no sorting.

The key of a bucket is the tuple of these criteria. Each criterion splits all rows of an
interpretation into bitmaps at once, a bucket is an intersection of four of them, and the buckets of
several interpretations are merged by their keys (a k-way merge; a row stays where it comes first).
Buckets are computed only as far as rows are looked at, so the cost depends on the number of terms
and criteria and not on the number of matches.
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
from tui.search.index.row_order import position_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.search.execute.match_levels import MatchLevels
    from tui.search.index.doc_values import DocValues
    from tui.search.index.row_order import InOrder, RowOrder


class BucketKey(NamedTuple):
    """The ranking criteria, most important first; less is better in each.

    Attributes:
        typos: In all terms together.
        group: The group of text, by rank, of the term whose best group is worst.
        distance: 0 for side by side in the title, 1 for all in one group, 2 for apart.
        partial_words: Terms that match only a part of a word.
    """

    typos: int
    group: int
    distance: int
    partial_words: int


class Interpretation(NamedTuple):
    """One way to read a query as terms.

    A query has several where words may be written together or apart: `spark cap` is two words, or
    the beginning of `sparkcapital`.

    Attributes:
        terms: The match levels of each term, in order.
        rows: The records that match all terms and all filters.
    """

    terms: tuple[MatchLevels, ...]
    rows: BitMap


def buckets(interpretation: Interpretation) -> Iterator[tuple[BucketKey, BitMap]]:
    """The rows of an interpretation in buckets, best first; no row twice."""
    if not interpretation.rows:
        return
    terms = interpretation.terms
    by_typos = _by_typos(interpretation)
    by_group = _by_group(interpretation)
    by_distance = _by_distance(interpretation)
    by_partial_words = _by_partial_words(interpretation)
    for typos in sorted(by_typos):
        for group, in_group in enumerate(by_group):
            # Empty intersections are pruned early: most combinations of criteria do not occur.
            candidates = by_typos[typos] & in_group
            if not candidates:
                continue
            if not terms:
                yield BucketKey(typos, group, 0, 0), candidates
                continue
            for distance, near in enumerate(by_distance):
                near_candidates = candidates & near
                if not near_candidates:
                    continue
                for partial_words in sorted(by_partial_words):
                    rows = near_candidates & by_partial_words[partial_words]
                    if rows:
                        yield BucketKey(typos, group, distance, partial_words), rows


def _by_typos(interpretation: Interpretation) -> dict[int, BitMap]:
    """The rows by the total of their typos over all terms."""
    levels = {0: interpretation.rows}
    for term in interpretation.terms:
        totals: dict[int, BitMap] = {}
        for total, rows in levels.items():
            for typos, matching in enumerate(term.typos):
                shared = rows & matching
                if shared:
                    totals[total + typos] = totals.get(total + typos, BitMap()) | shared
        levels = totals
    return levels


def _by_group(interpretation: Interpretation) -> list[BitMap]:
    """The rows by the worst of the groups in which the terms lie best."""
    if not interpretation.terms:
        return [interpretation.rows]
    so_far = [BitMap() for _ in interpretation.terms]
    earlier = BitMap()
    by_group = []
    for group in GROUPS:
        for at, term in enumerate(interpretation.terms):
            so_far[at] = so_far[at] | term.best_group[group]
        # All terms lie in this group or a better one; in the worst group these rows are new.
        rows = interpretation.rows & BitMap.intersection(*so_far)
        by_group.append(rows - earlier)
        earlier = rows
    return by_group


def _by_distance(interpretation: Interpretation) -> list[BitMap]:
    """The rows side by side in the title, then those all in one group, then the others."""
    terms = interpretation.terms
    if len(terms) < 2:
        return [interpretation.rows]
    together = BitMap()
    for group in GROUPS:
        together |= BitMap.intersection(*(term.groups[group] for term in terms))
    together &= interpretation.rows
    adjacent = _adjacent_in_title(terms) & together
    return [adjacent, together - adjacent, interpretation.rows - together]


def _adjacent_in_title(terms: Sequence[MatchLevels]) -> BitMap:
    """Rows whose title has all terms next to each other, in order."""
    positions: BitMap | None = None
    for term in terms:
        if term.title_positions is None:
            return BitMap()
        # Shifted by one, the end of a run lands where its next term must stand. A title's slot has
        # one position to spare, so that no run crosses into the next title.
        positions = (
            term.title_positions if positions is None else positions.shift(1) & term.title_positions
        )
    return BitMap({place // TITLE_WORDS for place in positions or ()})


def _by_partial_words(interpretation: Interpretation) -> dict[int, BitMap]:
    """The rows by how many terms match only a part of a word."""
    levels = {0: interpretation.rows}
    for term in interpretation.terms:
        totals: dict[int, BitMap] = {}
        for count, rows in levels.items():
            for partial, matching in ((0, rows & term.whole), (1, rows - term.whole)):
                if matching:
                    totals[count + partial] = totals.get(count + partial, BitMap()) | matching
        levels = totals
    return levels


def _key(bucket: tuple[BucketKey, BitMap]) -> BucketKey:
    return bucket[0]


def ranked(interpretations: Iterable[Interpretation]) -> Iterator[BitMap]:
    """The buckets of several interpretations merged, each row where it ranks best."""
    seen = BitMap()
    ordered = merge(*map(buckets, interpretations), key=_key)
    for _, equal in groupby(ordered, key=_key):
        new = BitMap.union(*(rows for _, rows in equal)) - seen
        if new:
            seen |= new
            yield new


class RankedRows(Sequence[int]):
    """Rows in the order of their buckets; only the buckets that are looked at get computed."""

    def __init__(self, parts: Iterable[BitMap], total: int, order: RowOrder) -> None:
        self._pending = map(order.in_order, parts)
        self._total = total
        self._buckets: list[InOrder] = []
        self._bucket_ends: list[int] = []

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
        while not self._bucket_ends or self._bucket_ends[-1] <= position:
            part = next(self._pending)
            self._buckets.append(part)
            self._bucket_ends.append(
                (self._bucket_ends[-1] if self._bucket_ends else 0) + len(part)
            )
        at = bisect_right(self._bucket_ends, position)
        return self._buckets[at][position - (self._bucket_ends[at - 1] if at else 0)]

    def position(self, row: int) -> int | None:
        """The position of a row, `None` where it is not listed; computes the buckets before it."""
        start = 0
        while start < self._total:
            _ = self[start]
            bucket = self._buckets[bisect_right(self._bucket_ends, start)]
            if row in bucket:
                return start + position_of(row, bucket)
            start += len(bucket)
        return None

    def __iter__(self) -> Iterator[int]:
        position = 0
        while position < self._total:
            if position >= (self._bucket_ends[-1] if self._bucket_ends else 0):
                _ = self[position]
            for bucket in self._buckets[bisect_right(self._bucket_ends, position) :]:
                yield from bucket
                position += len(bucket)


class SortedRows(Sequence[int]):
    """Rows in the order of a field; computed when first looked at."""

    def __init__(self, rows: BitMap, columns: DocValues, sort: str) -> None:
        self._rows, self._columns, self._sort = rows, columns, sort
        self._order: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, position: int) -> int: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[int]: ...
    def __getitem__(self, position: int | slice) -> int | Sequence[int]:
        """The row at a position."""
        if self._order is None:
            order = self._columns.order(self._sort)
            everything = len(order) == len(self._rows)
            self._order = order if everything else [row for row in order if row in self._rows]
        return self._order[position]

    def position(self, row: int) -> int | None:
        """The position of a row, `None` where it is not listed."""
        if row not in self._rows:
            return None
        _ = self[0]
        return self._order.index(row) if self._order is not None else None
