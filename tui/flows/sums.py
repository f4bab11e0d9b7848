"""Adding what is known only in bounds: lower bounds with lower, upper with upper, exactly."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

import msgspec

from tui.flows.spans import EXACT
from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.edges import Edge

_NONE = Decimal(0)


class Sum(msgspec.Struct, frozen=True, gc=False):
    """Several sums of one unit in one column.

    Attributes:
        low: Sum of the lower bounds, zero for an entry without one.
        high: Sum of the upper bounds; `None` when an entry has none.
        low_open: Whether the true sum is more than `low`.
        high_open: Whether it is less than `high`.
        count: How many entries.
        uncounted: How many of them have no number and are in neither sum.
        deals: The deals behind it, in their order, without repeats.
        weight: The number to size or sort by: the highest that each entry may be, else its
            lowest, added up.
    """

    low: Decimal = _NONE
    high: Decimal | None = _NONE
    low_open: bool = False
    high_open: bool = False
    count: int = 0
    uncounted: int = 0
    deals: tuple[str, ...] = ()
    weight: Decimal = _NONE

    @property
    def span(self) -> Span | None:
        """The numbers that the sum may be; `None` when no entry has a number.

        A lower bound of zero under a higher upper one says nothing, and is left out.
        """
        if self.count == self.uncounted:
            return None
        low = None if self.low == 0 and self.high != 0 and not self.low_open else self.low
        return Span(low, self.high, self.low_open, self.high_open)


def add_up(edges: Sequence[Edge]) -> Sum:
    """The sum of edges of one unit and one column."""
    spans = [edge.span for edge in edges if edge.span is not None]
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    bounded = len(highs) == len(spans)
    with localcontext(EXACT):
        low = sum(lows, _NONE)
        high = sum(highs, _NONE) if bounded else None
        weight = sum([edge.amount for edge in edges if edge.amount is not None], _NONE)
    return Sum(
        low,
        high,
        any(span.low_open for span in spans if span.low is not None),
        bounded and any(span.high_open for span in spans),
        len(edges),
        len(edges) - len(spans),
        tuple(dict.fromkeys([edge.deal_id for edge in edges])),
        weight,
    )


def weights(edges: Sequence[Edge]) -> dict[str, Decimal]:
    """By unit, the largest `Sum.weight` of its columns."""
    if len(edges) == 1:
        return {edges[0].unit: edges[0].amount or _NONE}
    added: dict[tuple[str, str], Decimal] = {}
    for edge in edges:
        key = (edge.unit, edge.column)
        added[key] = EXACT.add(added.get(key, _NONE), edge.amount or _NONE)
    largest: dict[str, Decimal] = {}
    for (unit, _), weight in added.items():
        if unit not in largest or weight > largest[unit]:
            largest[unit] = weight
    return largest
