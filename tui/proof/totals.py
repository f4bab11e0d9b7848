"""A stated total against its members: what is known, what is missing, what is too much."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.model.quantities import Quantity, Span
from tui.model.records import Deal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus
    from tui.model.records import Total

Verdict: TypeAlias = Literal["equal", "short", "over", "count-differs", "open", "incomparable"]
_NONE = Decimal(0)


class Reconciliation(msgspec.Struct, frozen=True):
    """A total and what its members come to.

    Attributes:
        total: Its id.
        verdict: `equal`; `short` or `over` where no reading of the members fits; `open` where
            bounds leave it undecided; `count-differs` where the sums agree and the number of
            operations does not; `incomparable` where units differ or nothing is stated.
        low: What the members come to at least.
        high: At most; `None` when a member has no upper bound or no number.
        known: How many members there are.
        stated: How many operations the article states, 0 when it does not.
        overlaps: Members that are counted twice: a tranche beside its own deal.
        unknown: Members that the corpus does not have, or that have no number.
        words: One readable sentence.
    """

    total: str
    verdict: Verdict
    low: Decimal
    high: Decimal | None
    known: int
    stated: int
    overlaps: tuple[str, ...]
    unknown: tuple[str, ...]
    words: str


def reconcile(total: Total, corpus: Corpus) -> Reconciliation:
    """Reconcile a total with its members; a deal counts once, by its amount."""
    overlaps = tuple(
        member for member in total.members if "." in member and _deal_of(member) in total.members
    )
    counted = [member for member in total.members if member not in overlaps]
    unit = total.amount.unit if total.amount else ""
    low, high = _NONE, _NONE
    bounded = True
    unknown: list[str] = []
    foreign: list[str] = []
    for member in counted:
        amount = member_amount(member, corpus)
        span = amount.span() if amount else None
        if amount is None or span is None:
            unknown.append(member)
            bounded = False
        elif amount.unit != unit:
            foreign.append(f"{member} is in {amount.unit}")
        else:
            low += span.low or _NONE
            if span.high is None:
                bounded = False
            else:
                high += span.high
    top = high if bounded else None
    stated = int(total.count.value) if total.count and total.count.value is not None else 0
    verdict = _verdict(total, low, top, len(counted), stated, bool(foreign))
    words = _words(total.amount, verdict, (low, top), len(counted), stated, foreign)
    return Reconciliation(
        total.id, verdict, low, top, len(counted), stated, overlaps, tuple(unknown), words
    )


def member_amount(member: str, corpus: Corpus) -> Quantity | None:
    """The amount of a member: a deal, or one tranche as `deal.tranche`."""
    record = corpus.records.get(member)
    if isinstance(record, Deal):
        return record.amount
    deal = corpus.records.get(_deal_of(member))
    if isinstance(deal, Deal):
        name = member[len(deal.id) + 1 :]
        return next((tranche.amount for tranche in deal.tranches if tranche.id == name), None)
    return None


def _deal_of(member: str) -> str:
    return member.rpartition(".")[0]


def _verdict(
    total: Total, low: Decimal, high: Decimal | None, known: int, stated: int, foreign: bool
) -> Verdict:
    span = total.amount.span() if total.amount else None
    if span is None or foreign or not known:
        return "incomparable"
    if not span.meets(Span(low, high)):
        return "short" if high is not None and (span.low or _NONE) >= high else "over"
    if low == high and total.amount is not None and total.amount.value == low:
        return "count-differs" if stated and stated != known else "equal"
    return "open"


def _words(
    amount: Quantity | None,
    verdict: Verdict,
    sums: tuple[Decimal, Decimal | None],
    known: int,
    stated: int,
    foreign: Iterable[str],
) -> str:
    operations = f"{known} of {stated} operations known" if stated else f"{known} members"
    if amount is None:
        return f"no amount is stated; {operations}"
    if verdict == "incomparable":
        return "; ".join(["not comparable", *foreign, operations])
    low, high = sums
    unit = amount.unit
    if high is None:
        sum_words = f"at least {Quantity(unit, value=low)}"
    elif low == high:
        sum_words = str(Quantity(unit, value=low))
    else:
        sum_words = f"{Quantity(unit, value=low)} to {Quantity(unit, value=high)}"
    words = f"{sum_words} of {amount}"
    goal = amount.magnitude
    if verdict == "equal":
        return f"{words}; {operations}"
    if goal is not None and verdict == "short" and high is not None:
        words += f", {Quantity(unit, value=goal - high)} unexplained"
    elif goal is not None and verdict == "over":
        words += f", {Quantity(unit, value=low - goal)} too much"
    elif goal is not None and verdict == "open" and low < goal:
        words += f", up to {Quantity(unit, value=goal - low)} unexplained"
    return f"{words}; {operations}"
