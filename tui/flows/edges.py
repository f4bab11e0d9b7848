"""Who pays whom: one edge for every part of a deal that belongs in one column.

The five columns answer different questions and are never added to one another:

- `paid`: money that has moved (status `paid`).
- `committed`: money that somebody is bound to pay: status `committed` with a number, a lower bound
  or a range.
- `announced`: whatever is only announced, since a pledge binds nobody (IATI's ladder: pledge,
  commitment, disbursement).
- `ceiling`: what may come at most: committed "up to" sums without a lower bound.
- `rumoured`: whatever has that status, and nothing else.

A deal and its tranches:

- A tranche without a status has that of its deal. A paid tranche counts as paid even where the deal
  is only announced or rumoured, or was cancelled later: that money has moved.
- In `announced` and `ceiling` the deal stands as a whole and replaces its tranches, so that "up to
  4 bn" reads 4 bn while 1.25 bn of it are also listed under `paid`. That is why columns are not
  added.
- In every other column the tranches stand, and the deal adds only the remainder, so that no money
  is counted twice in one column, nor as both paid and committed. Tranches that may add up to the
  deal leave no remainder. Where a tranche has no number, the remainder is a range from zero.

A deal that is told once more in another currency (`same_as`) counts once: only the deal that it is
linked to has an edge, wherever that one is among the records.

What is cancelled appears nowhere. A deal without an amount, with one in words ("several bn"), or
with a price or a share of something ("40 USD/share", "5 %"), is an edge without a span: counted,
never summed. An approximate amount is taken as its source gives it, and so is any sum that it is
in. Sales of stakes, totals and facts are no flows: a
sale moves shares that somebody holds already, a total repeats deals, a fact is a state. A deal that
names only one of payer and payee is an edge to an unnamed party, with the empty id; one without
either moves no money in a known direction, and is left out.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.flows.names import name_table
from tui.flows.spans import remainder_span, sum_spans
from tui.model.quantities import UNDISCLOSED, Span
from tui.model.records import Deal, Instrument, Status, counted_as

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record, Tranche

Column: TypeAlias = Literal["paid", "committed", "announced", "ceiling", "rumoured"]
"""What a sum of an edge counts as, see above."""
COLUMNS: tuple[Column, ...] = ("paid", "committed", "announced", "ceiling", "rumoured")
POSSIBLE: frozenset[Column] = frozenset({"announced", "ceiling"})
"""The columns of what may come, in which a deal stands as a whole."""
Gap: TypeAlias = Literal["", "vague", "undisclosed", "absent", "price"]
"""Why an edge has no span: its amount is in words, undisclosed, not given at all, or the price of a
part of something, which says nothing of the sum.
"""


class Edge(msgspec.Struct, frozen=True, gc=False):
    """A sum from one party to another in one column.

    Attributes:
        payer: Party id, empty when no source names it.
        payee: Party id, empty when no source names it.
        deal_id: The deal that it comes from.
        tranche_id: The tranche; empty for the deal itself, or its remainder.
        unit: ISO 4217 code or another unit; empty when there is no amount.
        column: Where it counts, see above.
        span: The numbers that it may be; `None` for a sum that is never added, see `gap`.
        amount: The number to size by: the highest that it may be, else the lowest.
        gap: Why there is no span.
        instrument: That of the deal.
        status: That of the tranche, else of the deal.
        rest: Whether it is the remainder that the tranches leave of their deal.
    """

    payer: str
    payee: str
    deal_id: str
    tranche_id: str
    unit: str
    column: Column
    span: Span | None
    amount: Decimal | None
    gap: Gap
    instrument: Instrument
    status: Status
    rest: bool = False


def edges(records: Collection[Record], corpus: Corpus) -> list[Edge]:
    """The flows of the deals among some records, in their order.

    The corpus resolves party names.
    """
    parties = corpus.parties
    ids_by_name: dict[str, str] | None = None
    here: set[str] | None = None
    flows: list[Edge] = []
    for record in records:
        if not isinstance(record, Deal) or record.instrument == "stake-sale":
            continue
        if record.same_as:
            if here is None:
                here = {one.id for one in records}
            counted = counted_as(record, corpus.records)
            if counted != record.id and counted in here:
                continue
        payer, payee = record.payer, record.payee
        if not payer and not payee:
            continue
        # Most records name parties by id; the table of names is made for the first that does not.
        if payer not in parties or payee not in parties:
            if ids_by_name is None:
                ids_by_name = name_table(corpus)
            payer = ids_by_name.get(payer.casefold(), payer)
            payee = ids_by_name.get(payee.casefold(), payee)
        if record.tranches:
            _with_tranches(record, payer, payee, flows)
        elif record.status != "cancelled":
            flows.append(_edge(record, payer, payee, None, record.amount, record.status))
    return flows


def _size(span: Span | None) -> Decimal | None:
    """The number to size a span by: its upper bound, else its lower one."""
    if span is None:
        return None
    return span.high if span.high is not None else span.low


def _column(status: Status, span: Span | None) -> Column:
    """The column of a sum, by its status and whether it has a lower bound."""
    if status == "cancelled":
        return "committed"
    if status == "committed" and span is not None and span.low is None:
        return "ceiling"
    return status


def _edge(
    deal: Deal,
    payer: str,
    payee: str,
    tranche: Tranche | None,
    amount: Quantity | None,
    status: Status,
) -> Edge:
    """The edge of a deal, or of one of its tranches."""
    gap: Gap = ""
    span: Span | None = None
    unit = ""
    if amount is None:
        gap = "absent"
    elif "/" in amount.unit or amount.unit == "%":
        gap = "price"
    elif amount.words:
        gap, unit = "undisclosed" if amount.words == UNDISCLOSED else "vague", amount.unit
    else:
        value, unit = amount.value, amount.unit
        # Most amounts are plain numbers, whose span needs no call.
        span = amount.stated() if value is None or amount.approximate else Span(value, value)
        if span.low is None and span.high is None:
            span, gap = None, "absent"
    return Edge(
        payer,
        payee,
        deal.id,
        tranche.id if tranche else "",
        unit,
        _column(status, span),
        span,
        _size(span),
        gap,
        deal.instrument,
        status,
    )


def _with_tranches(deal: Deal, payer: str, payee: str, flows: list[Edge]) -> None:
    """Append the edges of a deal with tranches to the flows, no money twice in one column."""
    parts: list[Edge] = []
    cancelled: list[Edge] = []
    for tranche in deal.tranches:
        status = tranche.status or deal.status
        part = _edge(deal, payer, payee, tranche, tranche.amount, status)
        (cancelled if status == "cancelled" else parts).append(part)
    if deal.status == "cancelled" or deal.amount is None:
        flows += parts
        return
    whole = _edge(deal, payer, payee, None, deal.amount, deal.status)
    if whole.span is None:
        # Words for the whole say less than the numbers of its parts.
        flows += parts or [whole]
        return
    possible = whole.column in POSSIBLE
    # What may come stands as a whole; only cancelled tranches lower it.
    deducted = cancelled if possible else parts + cancelled
    remainder = _rest(whole.span, whole.unit, deducted) if deducted else whole.span
    # The tranches that may come are part of such a whole, unless their currency is another.
    remaining = [
        part
        for part in parts
        if not (possible and part.column in POSSIBLE)
        or (part.unit != whole.unit and part.span is not None)
    ]
    if remainder is None:
        flows += parts  # No whole stands for those that may come.
    elif possible:
        flows += [_with_span(whole, remainder, rest=bool(cancelled)), *remaining]
    else:
        flows += [*remaining, _with_span(whole, remainder, rest=True)]


def _with_span(whole: Edge, span: Span, *, rest: bool) -> Edge:
    """An edge of a deal reduced to a span."""
    return msgspec.structs.replace(whole, span=span, amount=_size(span), rest=rest)


def _rest(whole: Span, unit: str, deducted: list[Edge]) -> Span | None:
    """What is left of a deal once some parts are deducted.

    `None` where they may make up all of it.
    """
    spans = [part.span for part in deducted if part.span is not None and part.unit == unit]
    deducted_sum = sum_spans(spans)
    if len(spans) < len(deducted):
        # A part without a number may be any amount, so the sum has no upper bound.
        deducted_sum = Span(deducted_sum.low, None, deducted_sum.low_open)
    elif deducted_sum.widened().meets(whole.widened()) and whole.low is not None:
        return None
    return remainder_span(whole, deducted_sum)
