"""Exact arithmetic of figures that are known in bounds: lower with lower, upper with upper."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING

from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

EXACT = Context(prec=200)
"""Wide enough for any sum of amounts that can be written; the default rounds at 28 digits."""

_NONE = Decimal(0)
ZERO = Span(_NONE, _NONE)


def add_spans(left: Span, right: Span) -> Span:
    """The numbers that the sum of two numbers may be; a missing lower bound is zero."""
    high = None if left.high is None or right.high is None else EXACT.add(left.high, right.high)
    return Span(
        EXACT.add(left.low or _NONE, right.low or _NONE),
        high,
        (left.low_open and left.low is not None) or (right.low_open and right.low is not None),
        high is not None and (left.high_open or right.high_open),
    )


def sum_spans(spans: Iterable[Span]) -> Span:
    """The numbers that the sum of all may be; zero for none."""
    total = ZERO
    for span in spans:
        total = add_spans(total, span)
    return total


def left_over(whole: Span, parts: Span) -> Span | None:
    """What remains of `whole` when `parts` are taken away, never below zero; `None` for nothing."""
    low = high = _NONE
    if whole.low is not None and parts.high is not None:
        low = max(_NONE, EXACT.subtract(whole.low, parts.high))
    if whole.high is None:
        return Span(low, None, whole.low_open or parts.high_open)
    high = max(_NONE, EXACT.subtract(whole.high, parts.low or _NONE))
    if high == 0:
        return None
    return Span(
        low or None,
        high,
        bool(low) and (whole.low_open or parts.high_open),
        whole.high_open or parts.low_open,
    )
