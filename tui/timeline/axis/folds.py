"""Folds: long stretches of time in which nothing happens, drawn shorter than they are.

A scale is linear in *positions*: days, less what the folds before them take away. Before the first
fold a position is the ordinal of its day. Folds are few, so that a day finds its position by going
over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST_SHARE = 8
"""A stretch is folded where it is longer than this part of all time in view: at most seven are."""
_KEPT_SHARE = 14
"""A fold is drawn as wide as this part of the time that is left, which has room for its length on
an axis of 80 cells.
"""
_LEAST_DAYS = 60
"""Days below which nothing is folded: within weeks, a pause says something."""


class Fold(msgspec.Struct, frozen=True):
    """An empty stretch of time.

    Attributes:
        first: The day (ordinal) on which it begins.
        end: The first day after it.
        position: Where it begins on the scale.
        kept: Days that it is drawn as.
    """

    first: int
    end: int
    position: float
    kept: float

    @property
    def days(self) -> int:
        """How long it is."""
        return self.end - self.first


def find_folds(intervals: Iterable[tuple[int, int]]) -> tuple[Fold, ...]:
    """The folds between some intervals of days, first and last day each, in order of the first."""
    begin: int | None = None
    covered_until = 0
    gaps: list[tuple[int, int]] = []
    for first, last in intervals:
        if begin is None:
            begin, covered_until = first, last
        elif first > covered_until:
            if first - covered_until > _LEAST_DAYS:
                gaps.append((covered_until + 1, first))
            covered_until = last
        elif last > covered_until:
            covered_until = last
    if begin is None:
        return ()
    days = covered_until + 1 - begin
    gaps = [gap for gap in gaps if (gap[1] - gap[0]) * _LEAST_SHARE > days]
    kept = (days - sum(end - first for first, end in gaps)) / _KEPT_SHARE
    folds: list[Fold] = []
    saved = 0.0
    for first, end in gaps:
        # Where little else is left, the stretches are all that there is to see.
        if end - first > 2 * kept and kept >= 1:
            folds.append(Fold(first, end, first - saved, kept))
            saved += end - first - kept
    return tuple(folds)


def position_of(day: float, folds: tuple[Fold, ...]) -> float:
    """Where a day lies on a scale with folds."""
    saved = 0.0
    for fold in folds:
        if day <= fold.first:
            break
        if day < fold.end:
            return fold.position + (day - fold.first) * fold.kept / fold.days
        saved = fold.end - fold.position - fold.kept
    return day - saved


def day_of(position: float, folds: tuple[Fold, ...]) -> float:
    """The day at a position, the inverse of `position_of`."""
    saved = 0.0
    for fold in folds:
        if position <= fold.position:
            break
        if position < fold.position + fold.kept:
            return fold.first + (position - fold.position) * fold.days / fold.kept
        saved = fold.end - fold.position - fold.kept
    return position + saved
