"""The scale of amounts: one for all that a corpus records, so that bars keep their height.

A filter or a step back in time shows fewer records; a bar that grew by it would say that something
else has.
"""

from __future__ import annotations

from collections import Counter
from math import log10
from typing import TYPE_CHECKING

import msgspec

from tui.timeline.marks.symbols import is_money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.timeline.marks.record_marks import TimelineMark

LEVELS = 24
"""Heights of a bar that are told apart: three rows of eighths."""
_MOST_DECADES = 6.0
"""Powers of ten from the lowest bar to the highest; deals seldom range over more."""


class SizeRange(msgspec.Struct, frozen=True):
    """The smallest and the largest amount of the currency in which most deals are.

    Attributes:
        unit: The currency; others are never compared with it.
        low: The decadic logarithm of the smallest amount, or six less than that of the largest.
        high: That of the largest amount.
    """

    unit: str
    low: float
    high: float

    def level(self, magnitude: float) -> int:
        """The height of an amount's bar, from 1 to `LEVELS`; amounts beyond end there."""
        if self.high == self.low:
            return LEVELS
        share = (log10(magnitude) - self.low) / (self.high - self.low)
        return 1 + round(min(max(share, 0.0), 1.0) * (LEVELS - 1))


def size_range(marks: Iterable[TimelineMark]) -> SizeRange | None:
    """The range of the amounts of some deals; `None` where none is in money."""
    ranges: dict[str, tuple[float, float]] = {}
    counts: Counter[str] = Counter()
    for mark in marks:
        unit, weight = mark.unit, mark.weight
        if weight > 0 and mark.kind == "deal" and is_money(unit):
            counts[unit] += 1
            low, high = ranges.get(unit, (weight, weight))
            if weight < low or weight > high or unit not in ranges:
                ranges[unit] = min(low, weight), max(high, weight)
    if not counts:
        return None
    unit = max(counts, key=lambda unit: (counts[unit], unit))
    low, high = map(log10, ranges[unit])
    return SizeRange(unit, max(low, high - _MOST_DECADES), high)
