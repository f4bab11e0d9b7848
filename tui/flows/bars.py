"""Amounts as bars: one sign a column, each currency on a logarithmic scale of its own.

Sums of different columns answer different questions, so each has a bar; on a logarithmic scale bars
could not be put end to end in any case.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.flows.edges import Column
    from tui.flows.matrix import Sums
    from tui.model.quantities import Quantity

BAR_SIGNS: dict[Column, str] = {
    "paid": "█",
    "committed": "▓",
    "announced": "━",
    "ceiling": "▒",
    "rumoured": "░",
}
APPROXIMATE_END = "┄"
"""What a bar ends in where its amount is about right only."""
_MOST_DECADES = 6.0
"""Powers of ten from the shortest bar to the longest, as in the timeline."""


class BarScale:
    """How long the bars of some sums are, so that the largest of each currency fills its room."""

    def __init__(self, several: Iterable[Sums]) -> None:
        weights: dict[str, list[float]] = {}
        for sums in several:
            for unit, columns in sums.items():
                found = [float(total.weight) for total in columns.values() if total.weight > 0]
                weights.setdefault(unit, []).extend(found)
        self._ends = {
            unit: (log10(min(found)), log10(max(found))) for unit, found in weights.items() if found
        }

    def length(self, unit: str, weight: float, room: int) -> int:
        """Cells of the bar of an amount, from 1 to `room`; none for no amount."""
        if weight <= 0 or unit not in self._ends:
            return 0
        low, high = self._ends[unit]
        low = max(low, high - _MOST_DECADES)
        share = (log10(weight) - low) / (high - low) if high > low else 1.0
        # The smallest is not nothing: it begins at a tenth.
        return max(1, round((0.1 + 0.9 * min(max(share, 0.0), 1.0)) * room))


def bar(column: Column, length: int, *, approximate: bool = False) -> str:
    """A bar of some cells."""
    end = APPROXIMATE_END if approximate else ""
    return BAR_SIGNS[column] * (length - len(end)) + end if length > 1 else BAR_SIGNS[column]


def chart_bar(quantity: Quantity, length: int) -> str:
    """The bar of a figure in a chart: solid where it is stated, lighter where it is a bound."""
    if quantity.value is not None:
        return bar("paid", length, approximate=quantity.approximate)
    return bar("ceiling", length, approximate=quantity.approximate)
