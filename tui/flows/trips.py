"""Money that comes back: A puts money into B, and B undertakes to spend at A."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from tui.flows.spans import ZERO, add_spans, sum_spans
from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.flows.edges import Edge
    from tui.model.corpus import Corpus

INVESTING = frozenset(
    {"equity", "convertible-note", "debt", "credit-facility", "stake-purchase", "grant", "other"}
)
"""Instruments that put money into a party; `other` is money whose form no source tells.

An acquisition is none: what is bought becomes part of its buyer.
"""
SPENDING = frozenset({"cloud-commitment", "supply-agreement", "compute-credit"})
"""Instruments by which a party buys from another."""


class Link(msgspec.Struct, frozen=True):
    """All money from one party to another that counts in a trip or cycle.

    Attributes:
        payer: Party id.
        payee: Party id.
        deals: The deals behind it, in their order.
        amounts: What it may come to in all, by unit: at least what is paid or committed, at
            most what the ceilings allow. Rumours are in none.
        uncounted: Deals without a number.
    """

    payer: str
    payee: str
    deals: tuple[str, ...]
    amounts: dict[str, Span]
    uncounted: tuple[str, ...]


class Ratio(msgspec.Struct, frozen=True):
    """How many times the money comes back, in one unit.

    Attributes:
        unit: The unit that both amounts have.
        low: At least so often; `None` when unknown.
        high: At most so often; `None` when unknown.
        low_open: Whether it is more than `low`.
        high_open: Whether it is less than `high`.
    """

    unit: str
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def exact(self) -> Fraction | None:
        """The one ratio, where both amounts are single numbers."""
        return self.low if self.low == self.high else None


class RoundTrip(msgspec.Struct, frozen=True):
    """An investor that is also paid by whom it invests in.

    Attributes:
        investor: Who puts money in.
        spender: Who gets it, and spends at the investor.
        out: The money put in.
        back: The money spent.
        ratio: `back` by `out`, where both are told in one and the same unit; else `None` with
            a `reason`.
        reason: Why there is no ratio, in the user's words.
    """

    investor: str
    spender: str
    out: Link
    back: Link
    ratio: Ratio | None
    reason: str = ""


def round_trips(edges: Iterable[Edge], corpus: Corpus) -> list[RoundTrip]:
    """Every investor with a spender, the largest way back first (by unit, then by name).

    What is only rumoured makes no trip.
    """
    invested: dict[tuple[str, str], list[Edge]] = {}
    spent: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.column == "rumoured" or edge.payer == edge.payee:
            continue
        if not edge.payer or not edge.payee:
            continue
        if edge.instrument in INVESTING:
            invested.setdefault((edge.payer, edge.payee), []).append(edge)
        elif edge.instrument in SPENDING:
            spent.setdefault((edge.payee, edge.payer), []).append(edge)
    trips = []
    for pair in invested.keys() & spent.keys():
        out, back = link(invested[pair]), link(spent[pair])
        ratio, reason = _ratio(out, back)
        trips.append(RoundTrip(*pair, out, back, ratio, reason))
    return sorted(trips, key=lambda trip: _order(trip, corpus))


def link(edges: list[Edge]) -> Link:
    """The edges from one party to another as one, no money twice.

    A deal comes at least to what is paid or committed. A ceiling over the whole deal is the
    most that it may come to; ceilings of single tranches come on top of what is firm.
    """
    by_deal: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        by_deal.setdefault((edge.unit, edge.deal_id), []).append(edge)
    amounts: dict[str, Span] = {}
    for (unit, _), parts in by_deal.items():
        span = _deal_span(parts)
        if span is not None:
            amounts[unit] = add_spans(amounts.get(unit, ZERO), span)
    return Link(
        edges[0].payer,
        edges[0].payee,
        tuple(dict.fromkeys(edge.deal_id for edge in edges)),
        amounts,
        tuple(dict.fromkeys(edge.deal_id for edge in edges if edge.span is None)),
    )


def _deal_span(parts: list[Edge]) -> Span | None:
    firm = [part.span for part in parts if part.span is not None and part.column != "ceiling"]
    whole = [
        part.span
        for part in parts
        if part.span is not None and part.column == "ceiling" and not part.tranche_id
    ]
    upto = [
        Span(None, part.span.high, high_open=part.span.high_open)
        for part in parts
        if part.span is not None and part.column == "ceiling" and part.tranche_id
    ]
    if not (firm or whole or upto):
        return None
    together = sum_spans([*firm, *upto])
    if not whole:
        return together
    ceiling = whole[0]
    if together.high is None or ceiling.high is None:
        return Span(together.low, None, together.low_open)
    # Paid beyond its ceiling: the ceiling no longer bounds it.
    highest = ceiling if ceiling.high >= together.high else together
    return Span(together.low, highest.high, together.low_open, highest.high_open)


def _ratio(out: Link, back: Link) -> tuple[Ratio | None, str]:
    if not out.amounts and not back.amounts:
        return None, "neither sum is told"
    if not out.amounts:
        return None, "the sum put in is not told"
    if not back.amounts:
        return None, "the sum spent is not told"
    if len({*out.amounts, *back.amounts}) > 1:
        sides = (" and ".join(side.amounts) for side in (out, back))
        return None, " against ".join(sides) + ": two units are not compared"
    ((unit, put),) = out.amounts.items()
    got = back.amounts[unit]
    low = high = None
    # A deal without a number may add to its side, so that side has no upper bound.
    if got.low is not None and put.high and not out.uncounted:
        low = Fraction(got.low) / Fraction(put.high)
    if got.high is not None and put.low and not back.uncounted:
        high = Fraction(got.high) / Fraction(put.low)
    if not low and high is None:
        return None, "the bounds say nothing"
    return (
        Ratio(
            unit,
            low or None,
            high,
            bool(low) and (got.low_open or put.high_open),
            high is not None and (got.high_open or put.low_open),
        ),
        "",
    )


def _order(trip: RoundTrip, corpus: Corpus) -> tuple[object, ...]:
    unit, span = next(iter(trip.back.amounts.items()), ("", ZERO))
    size = (span.high if span.high is not None else span.low) or Decimal(0)
    names = corpus.party_name(trip.investor), corpus.party_name(trip.spender)
    return (unit == "", unit, -size, *names, trip.investor, trip.spender)
