"""Sums of amounts that are known in bounds: lower bounds and upper bounds added apart, exactly."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

import msgspec

from tui.flows.spans import EXACT
from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.edges import Edge

_ZERO = Decimal(0)


class Sum(msgspec.Struct, frozen=True, gc=False):
    """The sum of several edges of one unit in one column.

    Attributes:
        low: Sum of the lower bounds, zero for an edge without one.
        high: Sum of the upper bounds; `None` when an edge has none.
        low_open: Whether the true sum is more than `low`.
        high_open: Whether it is less than `high`.
        count: How many edges.
        uncounted: How many of them have no number and are in neither sum.
        silent: How many deals these are of.
        deals: The deals behind it, in their order, without repeats.
        weight: The number to size or sort by: the sum of the highest that each edge may be, else
            its lowest.
        approximate: Whether some of the numbers are about right only.
    """

    low: Decimal = _ZERO
    high: Decimal | None = _ZERO
    low_open: bool = False
    high_open: bool = False
    count: int = 0
    uncounted: int = 0
    deals: tuple[str, ...] = ()
    weight: Decimal = _ZERO
    approximate: bool = False
    silent: int = 0

    @property
    def span(self) -> Span | None:
        """The numbers that the sum may be; `None` when no edge has a number.

        A lower bound of zero below a higher upper one says nothing, and is left out.
        """
        if self.count == self.uncounted:
            return None
        low = None if self.low == 0 and self.high != 0 and not self.low_open else self.low
        return Span(low, self.high, self.low_open, self.high_open, self.approximate)


def add_up(edges: Sequence[Edge]) -> Sum:
    """The sum of edges of one unit and one column."""
    spans = [edge.span for edge in edges if edge.span is not None]
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    all_bounded = len(highs) == len(spans)
    # Lower and upper bounds are summed apart under one context; `sum_spans`, pair by pair, takes
    # longer for large groups.
    with localcontext(EXACT):
        low = sum(lows, _ZERO)
        high = sum(highs, _ZERO) if all_bounded else None
        weight = sum([edge.amount for edge in edges if edge.amount is not None], _ZERO)
    return Sum(
        low,
        high,
        any(span.low_open for span in spans if span.low is not None),
        all_bounded and any(span.high_open for span in spans),
        len(edges),
        len(edges) - len(spans),
        tuple(dict.fromkeys([edge.deal_id for edge in edges])),
        weight,
        any(span.approximate for span in spans),
        len({edge.deal_id for edge in edges if edge.span is None})
        if len(spans) < len(edges)
        else 0,
    )


def weights(edges: Sequence[Edge]) -> dict[str, Decimal]:
    """For each unit of some edges, the largest `Sum.weight` of its columns."""
    # Most pairs of parties have a single edge.
    if len(edges) == 1:
        return {edges[0].unit: edges[0].amount or _ZERO}
    weight_by_column: dict[tuple[str, str], Decimal] = {}
    for edge in edges:
        key = (edge.unit, edge.column)
        weight_by_column[key] = EXACT.add(weight_by_column.get(key, _ZERO), edge.amount or _ZERO)
    largest: dict[str, Decimal] = {}
    for (unit, _), weight in weight_by_column.items():
        if unit not in largest or weight > largest[unit]:
            largest[unit] = weight
    return largest
