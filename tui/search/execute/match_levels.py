"""How well every record matches one term, as bitmaps of rows.

All further steps (which records, in which order) are unions and intersections of these bitmaps, so
their cost does not depend on how many matches there are that nobody looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.index.indexed_texts import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RowsByGroup = list[BitMap]
"""For each group of text, in order of rank, the rows that match in it."""


def empty_groups() -> RowsByGroup:
    """No rows in any group."""
    return [BitMap() for _ in GROUPS]


@dataclass(slots=True)
class MatchLevels:
    """How well records match a term, judged by their occurrences with the fewest typos.

    Attributes:
        typos: Rows by the fewest typos with which they match; no row twice.
        groups: Rows by group in which such an occurrence lies.
        best_group: Rows by the first such group; no row twice.
        whole: Rows where such an occurrence in their first group is a whole word.
        rows: All rows that match.
        title_positions_from: Computes the positions of the term in titles; `None` for terms that
            have no part in proximity.
    """

    typos: list[BitMap]
    groups: RowsByGroup
    best_group: RowsByGroup
    whole: BitMap
    rows: BitMap
    title_positions_from: Callable[[], BitMap] | None = None
    _title_positions: BitMap | None = None

    @property
    def title_positions(self) -> BitMap | None:
        """The positions of the term in titles, see `CollectedTerms.title_positions`.

        Computed on demand.
        """
        if self._title_positions is None and self.title_positions_from is not None:
            self._title_positions = self.title_positions_from()
        return self._title_positions


def match_levels(
    levels: Sequence[RowsByGroup],
    whole: Sequence[RowsByGroup],
    title_positions: Callable[[], BitMap] | None = None,
) -> MatchLevels:
    """Assign every matching record its fewest typos, and the groups where it has them.

    Args:
        levels: For no typo, one typo, two typos: the rows by group.
        whole: For each of these the rows by group in which a whole word matches.
        title_positions: Computes the positions of the term in titles.
    """
    seen = BitMap()
    typos = []
    groups = empty_groups()
    for level in levels:
        # A record counts at its first level only: what matches better hides what matches worse.
        rows = BitMap.union(*level) - seen
        typos.append(rows)
        if rows:
            groups = [old | (new & rows) for old, new in zip(groups, level, strict=True)]
            seen |= rows
    best_group = _by_first_group(groups, seen)
    whole_words = BitMap()
    for rows, whole_rows in zip(typos, whole, strict=False):
        for group, at_best in enumerate(best_group):
            whole_words |= whole_rows[group] & at_best & rows
    return MatchLevels(typos, groups, best_group, whole_words, seen, title_positions)


def disjunction(alternatives: Sequence[MatchLevels]) -> MatchLevels:
    """The match levels of a disjunction: the fewest typos count, then the better group."""
    if len(alternatives) == 1:
        return alternatives[0]
    seen = BitMap()
    typos = []
    groups = empty_groups()
    rows_by_level: list[list[BitMap]] = [[] for _ in alternatives]
    for level in range(max((len(match_levels.typos) for match_levels in alternatives), default=0)):
        at_level = [
            alternative.typos[level] if level < len(alternative.typos) else BitMap()
            for alternative in alternatives
        ]
        # As in `match_levels`, a record counts only at the first level any alternative has for it.
        new_rows = BitMap.union(BitMap(), *at_level) - seen
        typos.append(new_rows)
        seen |= new_rows
        for at, rows_here in enumerate(at_level):
            rows_by_level[at].append(rows_here & new_rows)
    # For each alternative the rows for which it has the fewest typos of all.
    fewest_typos = [BitMap.union(BitMap(), *parts) for parts in rows_by_level]
    for alternative, new_rows in zip(alternatives, fewest_typos, strict=True):
        for group in GROUPS:
            groups[group] |= alternative.groups[group] & new_rows
    best_group = _by_first_group(groups, seen)
    whole = BitMap()
    for alternative, new_rows in zip(alternatives, fewest_typos, strict=True):
        for group in GROUPS:
            whole |= (
                alternative.whole & alternative.best_group[group] & best_group[group] & new_rows
            )
    return MatchLevels(typos, groups, best_group, whole, seen)


def _by_first_group(groups: RowsByGroup, rows: BitMap) -> RowsByGroup:
    """For each group the rows that have it as their first."""
    remaining = BitMap(rows)
    first = []
    for group_rows in groups:
        first.append(group_rows & remaining)
        remaining -= group_rows
    return first
