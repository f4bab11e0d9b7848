"""Who pays whom: one edge for every part of a deal that stands in one column.

The four columns answer four different questions and are never added to one another:

- `paid`: money that has moved (status `paid`).
- `committed`: money that somebody bound himself to pay: status `committed` with a number, a
  lower bound or a range.
- `ceiling`: what may come at most: "up to" sums without a lower bound, and everything that is
  only `announced`, for a pledge binds nobody (the ladder of IATI: pledge, commitment,
  disbursement).
- `rumoured`: whatever has that status, and nothing else.

A deal and its tranches:

- A tranche without a status has that of its deal. A paid tranche counts as paid even where
  the deal is only announced, rumoured or cancelled later: that money has moved.
- In `ceiling` the deal stands whole and its tranches step back, so that "up to 4 bn" reads 4 bn
  while 1.25 bn of it also stand under `paid`. That is why columns are not added.
- In every other column the tranches stand, and the deal adds only what they leave over, so no
  money is twice in one column nor both paid and committed. Tranches whose sum may be that of
  the deal leave nothing over. Where a tranche has no number, the rest is a range from zero.

What is cancelled stands nowhere. A deal without an amount, or with one in words ("several bn"),
is an edge without a span: counted, never summed. Sales of stakes, totals and facts are no flows:
a sale moves shares that somebody holds already, a total repeats deals, a fact is a state. A deal
that names only one of payer and payee is an edge to a party not named, the empty id; without
either it moves no money in a known direction and gives none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.flows.names import name_table
from tui.flows.spans import left_over, sum_spans
from tui.model.quantities import UNDISCLOSED, Span
from tui.model.records import Deal, Instrument, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record, Tranche

Column: TypeAlias = Literal["paid", "committed", "ceiling", "rumoured"]
COLUMNS: tuple[Column, ...] = ("paid", "committed", "ceiling", "rumoured")
Gap: TypeAlias = Literal["", "vague", "undisclosed", "absent"]


class Edge(msgspec.Struct, frozen=True, gc=False):
    """A sum from one party to another that stands in one column.

    Attributes:
        payer: Party id, empty when no source names it.
        payee: Party id, empty when no source names it.
        deal_id: The deal that it comes from.
        tranche_id: The tranche, or empty for the deal itself (or what its tranches leave over).
        unit: ISO 4217 code or another unit; empty when there is no amount.
        column: Where it counts, see above.
        span: The numbers that it may be; `None` for a sum that is never added, see `gap`.
        amount: The number to size by: the highest that it may be, else the lowest.
        gap: Why there is no span: `vague` (in words), `undisclosed`, `absent`.
        instrument: That of the deal.
        status: That of the tranche, else of the deal.
        rest: Whether it is what the tranches leave over.
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


def edges(records: Iterable[Record], corpus: Corpus) -> list[Edge]:
    """The flows of the deals among `records`, in their order; the corpus resolves party names."""
    known = corpus.parties
    names: dict[str, str] | None = None
    found: list[Edge] = []
    for record in records:
        if not isinstance(record, Deal) or record.instrument == "stake-sale":
            continue
        payer, payee = record.payer, record.payee
        if not payer and not payee:
            continue
        if payer not in known or payee not in known:
            if names is None:
                names = name_table(corpus)
            payer = names.get(payer.casefold(), payer)
            payee = names.get(payee.casefold(), payee)
        if record.tranches:
            _with_tranches(record, payer, payee, found)
        elif record.status != "cancelled":
            found.append(_edge(record, payer, payee, None, record.amount, record.status))
    return found


def _size(span: Span | None) -> Decimal | None:
    if span is None:
        return None
    return span.high if span.high is not None else span.low


def _column(status: Status, span: Span | None) -> Column:
    if status in ("paid", "rumoured"):
        return status
    if status == "announced" or (span is not None and span.low is None):
        return "ceiling"
    return "committed"


def _edge(
    deal: Deal,
    payer: str,
    payee: str,
    tranche: Tranche | None,
    amount: Quantity | None,
    status: Status,
) -> Edge:
    gap: Gap = ""
    span: Span | None = None
    if amount is None:
        gap = "absent"
    elif amount.words:
        gap = "undisclosed" if amount.words == UNDISCLOSED else "vague"
    else:
        value = amount.value
        span = amount.span() if value is None or amount.approximate else Span(value, value)
        if span is None or (span.low is None and span.high is None):
            span, gap = None, "absent"
    return Edge(
        payer,
        payee,
        deal.id,
        tranche.id if tranche else "",
        amount.unit if amount else "",
        _column(status, span),
        span,
        _size(span),
        gap,
        deal.instrument,
        status,
    )


def _with_tranches(deal: Deal, payer: str, payee: str, found: list[Edge]) -> None:
    parts: list[Edge] = []
    gone: list[Edge] = []
    for tranche in deal.tranches:
        status = tranche.status or deal.status
        part = _edge(deal, payer, payee, tranche, tranche.amount, status)
        (gone if status == "cancelled" else parts).append(part)
    if deal.status == "cancelled" or deal.amount is None:
        found += parts
        return
    whole = _edge(deal, payer, payee, None, deal.amount, deal.status)
    if whole.span is None:
        # Words for the whole say less than the numbers of its parts.
        found += parts or [whole]
        return
    ceiling = whole.column == "ceiling"
    taken = gone if ceiling else parts + gone
    rest = _rest(whole.span, whole.unit, taken) if taken else whole.span
    stays = [
        part
        for part in parts
        if not (ceiling and part.column == "ceiling")
        or (part.unit != whole.unit and part.span is not None)
    ]
    if rest is None:
        found += stays
    elif ceiling:
        found += [_cut(whole, rest, rest=bool(gone)), *stays]
    else:
        found += [*stays, _cut(whole, rest, rest=True)]


def _cut(whole: Edge, span: Span, *, rest: bool) -> Edge:
    return msgspec.structs.replace(whole, span=span, amount=_size(span), rest=rest)


def _rest(whole: Span, unit: str, taken: list[Edge]) -> Span | None:
    """What is left of the whole when parts are taken away; `None` where they may make it up."""
    known = [part.span for part in taken if part.span is not None and part.unit == unit]
    together = sum_spans(known)
    if len(known) < len(taken):
        together = Span(together.low, None, together.low_open)
    elif together.meets(whole) and whole.low is not None:
        return None
    return left_over(whole, together)
