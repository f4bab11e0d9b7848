"""Interval arithmetic on amounts that are known in bounds, with exact decimals.

Lower bounds are added to lower ones and upper to upper ones; a bound that is open makes the result
open, and one that is approximate makes it approximate.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING

from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

EXACT = Context(prec=200)
"""Digits that hold any sum of amounts that can be written; the default context rounds at 28."""

_ZERO = Decimal(0)
ZERO_SPAN = Span(_ZERO, _ZERO)


def add_spans(left: Span, right: Span) -> Span:
    """The span of the sum of two numbers; a missing lower bound counts as zero."""
    high = None if left.high is None or right.high is None else EXACT.add(left.high, right.high)
    return Span(
        EXACT.add(left.low or _ZERO, right.low or _ZERO),
        high,
        (left.low_open and left.low is not None) or (right.low_open and right.low is not None),
        high is not None and (left.high_open or right.high_open),
        left.approximate or right.approximate,
    )


def sum_spans(spans: Iterable[Span]) -> Span:
    """The span of the sum of several numbers; exactly zero for none."""
    total = ZERO_SPAN
    for span in spans:
        total = add_spans(total, span)
    return total


def remainder_span(whole: Span, deducted: Span) -> Span | None:
    """The span of what is left of `whole` once `deducted` is subtracted, never below zero.

    The least remainder is the least whole less the most deducted, and the reverse; `None` where
    nothing can be left.
    """
    low = high = _ZERO
    approximate = whole.approximate or deducted.approximate
    if whole.low is not None and deducted.high is not None:
        low = max(_ZERO, EXACT.subtract(whole.low, deducted.high))
    if whole.high is None:
        return Span(low, None, whole.low_open or deducted.high_open, approximate=approximate)
    high = max(_ZERO, EXACT.subtract(whole.high, deducted.low or _ZERO))
    if high == 0:
        return None
    return Span(
        low or None,
        high,
        bool(low) and (whole.low_open or deducted.high_open),
        whole.high_open or deducted.low_open,
        approximate,
    )
