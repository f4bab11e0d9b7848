"""How well one term is met by every record, as bitmaps of rows.

All further steps (which records, in which order) are unions and intersections of these, so
their cost does not grow with the number of hits that nobody looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.index.indexed_texts import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Groups = list[BitMap]
"""Rows by group of text, in order of rank."""


def no_groups() -> Groups:
    """No rows in any group."""
    return [BitMap() for _ in GROUPS]


@dataclass(slots=True)
class Grade:
    """How well records meet a term, considering its occurrences with the fewest typos.

    Attributes:
        typos: Rows by the fewest typos with which they meet the term; no row twice.
        found: Rows by group, where such an occurrence lies in the group.
        best: Rows by the first such group; no row twice.
        whole: Rows where such an occurrence in that first group is a whole word.
        rows: All rows that meet the term.
        places_from: Gives where the term stands in titles; `None` if that does not count.
    """

    typos: list[BitMap]
    found: Groups
    best: Groups
    whole: BitMap
    rows: BitMap
    places_from: Callable[[], BitMap] | None = None
    _places: BitMap | None = None

    @property
    def places(self) -> BitMap | None:
        """Where the term stands in titles, see `Gathered.titles`; found when first needed."""
        if self._places is None and self.places_from is not None:
            self._places = self.places_from()
        return self._places


def grade(
    levels: Sequence[Groups],
    whole: Sequence[Groups],
    places: Callable[[], BitMap] | None = None,
) -> Grade:
    """Grade a term.

    Args:
        levels: For no typo, one typo, two typos: the rows by group.
        whole: For each of these the rows by group where that is a whole word.
        places: Gives its places in titles.
    """
    seen = BitMap()
    typos = []
    found = no_groups()
    for level in levels:
        rows = BitMap.union(*level) - seen
        typos.append(rows)
        if rows:
            found = [old | (new & rows) for old, new in zip(found, level, strict=True)]
            seen |= rows
    best = _first(found, seen)
    complete = BitMap()
    for rows, words in zip(typos, whole, strict=False):
        for group, here in enumerate(best):
            complete |= words[group] & here & rows
    return Grade(typos, found, best, complete, seen, places)


def either(grades: Sequence[Grade]) -> Grade:
    """Grade a choice of terms: the one with the fewest typos counts, then the better group."""
    if len(grades) == 1:
        return grades[0]
    seen = BitMap()
    typos = []
    found = no_groups()
    counted: list[list[BitMap]] = [[] for _ in grades]
    for level in range(max((len(grade.typos) for grade in grades), default=0)):
        here = [item.typos[level] if level < len(item.typos) else BitMap() for item in grades]
        rows = BitMap.union(BitMap(), *here) - seen
        typos.append(rows)
        seen |= rows
        for at, own in enumerate(here):
            counted[at].append(own & rows)
    fewest = [BitMap.union(BitMap(), *parts) for parts in counted]
    for item, rows in zip(grades, fewest, strict=True):
        for group in GROUPS:
            found[group] |= item.found[group] & rows
    best = _first(found, seen)
    whole = BitMap()
    for item, rows in zip(grades, fewest, strict=True):
        for group in GROUPS:
            whole |= item.whole & item.best[group] & best[group] & rows
    return Grade(typos, found, best, whole, seen)


def _first(found: Groups, rows: BitMap) -> Groups:
    """Rows by the first group that has them."""
    left = BitMap(rows)
    best = []
    for members in found:
        best.append(members & left)
        left -= members
    return best
