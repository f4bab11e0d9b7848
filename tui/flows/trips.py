"""Round trips: money that comes back, as A invests in B and B undertakes to spend at A."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from tui.flows.edges import POSSIBLE
from tui.flows.spans import ZERO_SPAN, add_spans, sum_spans
from tui.model.messages import all_of, msg
from tui.model.quantities import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.flows.edges import Edge
    from tui.model.corpus import Corpus

INVESTING = frozenset(
    {"equity", "convertible-note", "debt", "credit-facility", "stake-purchase", "grant", "other"}
)
"""Instruments that put money into a party; `other` is money in a form that no source names.

An acquisition is not one: what is bought becomes part of its buyer.
"""
SPENDING = frozenset({"cloud-commitment", "supply-agreement", "compute-credit"})
"""Instruments by which a party buys from another."""


class Link(msgspec.Struct, frozen=True):
    """All money from one party to another that counts in a round trip or cycle.

    Attributes:
        payer: Party id.
        payee: Party id.
        deals: The deals behind it, in their order.
        amounts: What it may come to in total, by unit: at least what is paid or committed, at most
            what the ceilings allow. Rumours do not count.
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
        low: At least so many times; `None` when unknown.
        high: At most so many times; `None` when unknown.
        low_open: Whether it is more than `low`.
        high_open: Whether it is less than `high`.
        approximate: Whether it is of amounts that are about right only.
    """

    unit: str
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False

    @property
    def exact(self) -> Fraction | None:
        """The one ratio, where both amounts are single numbers."""
        return self.low if self.low == self.high else None


class RoundTrip(msgspec.Struct, frozen=True):
    """An investor that is also paid by the party it invests in.

    Attributes:
        investor: Who invests.
        spender: Who receives the investment, and spends at the investor.
        out: The money invested.
        back: The money spent.
        ratio: `back` divided by `out`, where both have amounts in one and the same unit; otherwise
            `None`, with a `reason`.
        reason: Why there is no ratio, in the user's words.
    """

    investor: str
    spender: str
    out: Link
    back: Link
    ratio: Ratio | None
    reason: str = ""


def round_trips(edges: Iterable[Edge], corpus: Corpus) -> list[RoundTrip]:
    """Every investor with a spender, by unit, largest way back first, then by name.

    Rumours make no trip.
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
    return sorted(trips, key=lambda trip: _by_size_and_name(trip, corpus))


def link(edges: list[Edge]) -> Link:
    """The edges from one party to another as one link, no money twice.

    A deal comes at least to what is paid or committed. A ceiling over the whole deal is the most
    that it may come to; ceilings of single tranches come on top of what is firm.
    """
    edges_by_deal: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        edges_by_deal.setdefault((edge.unit, edge.deal_id), []).append(edge)
    amounts: dict[str, Span] = {}
    for (unit, _), parts in edges_by_deal.items():
        span = _deal_span(parts)
        if span is not None:
            amounts[unit] = add_spans(amounts.get(unit, ZERO_SPAN), span)
    return Link(
        edges[0].payer,
        edges[0].payee,
        tuple(dict.fromkeys(edge.deal_id for edge in edges)),
        amounts,
        tuple(dict.fromkeys(edge.deal_id for edge in edges if edge.span is None)),
    )


def _deal_span(parts: list[Edge]) -> Span | None:
    """The span of all edges of one deal in one unit; `None` where none has a number."""
    firm = [part.span for part in parts if part.span is not None and part.column not in POSSIBLE]
    deal_ceilings = [
        part.span
        for part in parts
        if part.span is not None and part.column in POSSIBLE and not part.tranche_id
    ]
    tranche_ceilings = [
        Span(
            None,
            part.span.high,
            high_open=part.span.high_open,
            approximate=part.span.approximate,
        )
        for part in parts
        if part.span is not None and part.column in POSSIBLE and part.tranche_id
    ]
    if not (firm or deal_ceilings or tranche_ceilings):
        return None
    total = sum_spans([*firm, *tranche_ceilings])
    if not deal_ceilings:
        return total
    ceiling = deal_ceilings[0]
    approximate = total.approximate or ceiling.approximate
    if total.high is None or ceiling.high is None:
        return Span(total.low, None, total.low_open, approximate=approximate)
    # What is paid beyond its ceiling shows that the ceiling no longer bounds the deal.
    upper = ceiling if ceiling.high >= total.high else total
    return Span(total.low, upper.high, total.low_open, upper.high_open, approximate)


def _ratio(out: Link, back: Link) -> tuple[Ratio | None, str]:
    """The ratio of a round trip, or why there is none."""
    if not out.amounts and not back.amounts:
        return None, msg("neither sum is told")
    if not out.amounts:
        return None, msg("the sum put in is not told")
    if not back.amounts:
        return None, msg("the sum spent is not told")
    if len({*out.amounts, *back.amounts}) > 1:
        one, other = (all_of(side.amounts) for side in (out, back))
        words = msg("{one} against {other}: two units are not compared", one=one, other=other)
        return None, words
    ((unit, invested),) = out.amounts.items()
    spent = back.amounts[unit]
    # Interval division: the least way back by the most money out, and the reverse. A deal without a
    # number may add to its side, which then has no upper bound.
    low = high = None
    # A deal without a number may add to its side, so that side has no upper bound.
    if spent.low is not None and invested.high and not out.uncounted:
        low = Fraction(spent.low) / Fraction(invested.high)
    if spent.high is not None and invested.low and not back.uncounted:
        high = Fraction(spent.high) / Fraction(invested.low)
    if not low and high is None:
        return None, msg("the bounds say nothing")
    return (
        Ratio(
            unit,
            low or None,
            high,
            bool(low) and (spent.low_open or invested.high_open),
            high is not None and (spent.high_open or invested.low_open),
            spent.approximate or invested.approximate,
        ),
        "",
    )


def _by_size_and_name(trip: RoundTrip, corpus: Corpus) -> tuple[object, ...]:
    """A sort key: units apart, the largest way back first, then by name."""
    unit, span = next(iter(trip.back.amounts.items()), ("", ZERO_SPAN))
    size = (span.high if span.high is not None else span.low) or Decimal(0)
    names = corpus.party_name(trip.investor), corpus.party_name(trip.spender)
    return (unit == "", unit, -size, *names, trip.investor, trip.spender)
