"""A stated total against its members: what is known, what is missing, what is too much."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.model.messages import in_turn, msg, number_of
from tui.model.quantities import Quantity, Span
from tui.model.records import Deal, counted_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus
    from tui.model.records import Total

Verdict: TypeAlias = Literal["equal", "short", "over", "count-differs", "open", "incomparable"]
_NONE = Decimal(0)
_ORDER = {"paid": 0, "committed": 1, "announced": 2, "rumoured": 3, "cancelled": 4}
_VOID = frozenset({"rumoured", "cancelled"})
"""What may come to nothing, whatever its figure."""


class Part(msgspec.Struct, frozen=True):
    """What members of one status come to; sums of different status are never made one.

    Attributes:
        status: `paid`, `committed`, `announced`, `rumoured`, `cancelled`.
        ceiling: Whether these members are known by an upper bound only ("up to").
        low: At least so much.
        high: At most; `None` without an upper bound.
    """

    status: str
    ceiling: bool
    low: Decimal
    high: Decimal | None


class Reconciliation(msgspec.Struct, frozen=True):
    """A total and what its members come to.

    Attributes:
        total: Its id.
        verdict: `equal`; `short` or `over` where no reading of the members fits; `open` where
            bounds leave it undecided; `count-differs` where the sums do not tell against it and
            the number of operations does; `incomparable` where units differ or nothing is stated.
        low: What the members come to at least. "Up to", rumours and what was cancelled may come
            to nothing.
        high: At most; `None` when a member has no upper bound or no number.
        known: How many members there are.
        stated: How many operations the article states, 0 when it does not.
        overlaps: Members that are counted twice: a tranche beside its own deal, or a repeat.
        unknown: Members that the corpus does not have, or that have no number.
        words: One readable sentence.
        by_status: The members' sums, kept apart by status and kind of bound.
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
    by_status: tuple[Part, ...] = ()


class _Member(msgspec.Struct, frozen=True):
    """One member: a deal, or one tranche of it; `deal` is that which counts for its deal."""

    name: str
    deal: str
    amount: Quantity | None
    status: str
    whole: bool = True


def reconcile(total: Total, corpus: Corpus) -> Reconciliation:
    """Reconcile a total with its members; a deal counts once, by its amount.

    So it does where it is told in several currencies (`same_as`): in that of the total, if it can.
    """
    unit = total.amount.unit if total.amount else ""
    named = [_member(name, corpus) for name in dict.fromkeys(total.members)]
    members = _told_once(named, unit)
    whole = {member.deal for member in members if member.whole}
    overlaps = [member.name for member in members if not member.whole and member.deal in whole]
    counted = [member for member in members if member.name not in overlaps]
    overlaps += [name for at, name in enumerate(total.members) if name in total.members[:at]]
    parts: dict[tuple[str, bool], Part] = {}
    unknown: list[str] = []
    foreign: list[str] = []
    for member in counted:
        span = member.amount.span() if member.amount else None
        if member.amount is None or span is None:
            unknown.append(member.name)
        elif member.amount.unit != unit:
            other = member.amount.unit or msg("no unit")
            foreign.append(msg("{member} is in {unit}", member=member.name, unit=other))
        else:
            _add(parts, member.status, span)
    low = sum((part.low for part in parts.values() if part.status not in _VOID), _NONE)
    highs = [part.high for part in parts.values()]
    high = None if unknown or None in highs else sum((top for top in highs if top), _NONE)
    stated = int(total.count.value) if total.count and total.count.value is not None else 0
    verdict = _verdict(total, low, high, len(counted), stated, bool(foreign))
    by_status = tuple(sorted(parts.values(), key=lambda part: (_ORDER[part.status], part.ceiling)))
    words = _words(total.amount, verdict, (low, high), len(counted), stated, foreign)
    if verdict != "incomparable" and len(by_status) > 1:
        parts_words = _part_words(by_status[0], unit)
        for part in by_status[1:]:
            parts_words = msg(
                "{these}, {another}", these=parts_words, another=_part_words(part, unit)
            )
        words = msg("{words} ({parts})", words=words, parts=parts_words)
    return Reconciliation(
        total.id, verdict, low, high, len(counted), stated, tuple(overlaps), tuple(unknown),
        words, by_status,
    )  # fmt: skip


def _member(name: str, corpus: Corpus) -> _Member:
    """A deal, or a tranche as `deal.tranche`; ids may hold dots, so every split is tried."""
    record = corpus.records.get(name)
    if isinstance(record, Deal):
        counted = counted_as(record, corpus.records)
        return _Member(name, counted, record.amount, record.status)
    at = name.find(".")
    while at >= 0:
        deal = corpus.records.get(name[:at])
        if isinstance(deal, Deal):
            for tranche in deal.tranches:
                if tranche.id == name[at + 1 :]:
                    status = tranche.status or deal.status
                    counted = counted_as(deal, corpus.records)
                    return _Member(name, counted, tranche.amount, status, whole=False)
        at = name.find(".", at + 1)
    return _Member(name, name, None, "announced")


def _told_once(members: list[_Member], unit: str) -> list[_Member]:
    """Of deals that are the same, only one: the first in a unit, else the first."""
    best: dict[str, _Member] = {}
    for member in members:
        known = best.get(member.deal) if member.whole else None
        if member.whole and (known is None or (_unit(known) != unit and _unit(member) == unit)):
            best[member.deal] = member
    return [member for member in members if not member.whole or best[member.deal] is member]


def _unit(member: _Member) -> str:
    return member.amount.unit if member.amount else ""


def _add(parts: dict[tuple[str, bool], Part], status: str, span: Span) -> None:
    low = span.low or _NONE
    ceiling = span.low is None
    old = parts.get((status, ceiling), Part(status, ceiling, _NONE, _NONE))
    high = None if old.high is None or span.high is None else old.high + span.high
    parts[status, ceiling] = Part(status, ceiling, old.low + low, high)


def _part_words(part: Part, unit: str) -> str:
    """One part in words: "committed up to 4 bn USD"."""
    return msg("{status} {sum}", status=msg(part.status), sum=_range(part.low, part.high, unit))


def _range(low: Decimal, high: Decimal | None, unit: str) -> object:
    """The numbers between two bounds, to be filled into a message."""
    if high is None:
        return Quantity(unit, minimum=low)
    if low == high:
        return Quantity(unit, value=low)
    if not low:
        return Quantity(unit, maximum=high)
    return msg("{low} to {high}", low=Quantity(unit, value=low), high=Quantity(unit, value=high))


def _verdict(
    total: Total, low: Decimal, high: Decimal | None, known: int, stated: int, foreign: bool
) -> Verdict:
    span = total.amount.span() if total.amount else None
    if span is None or foreign or not known:
        return "incomparable"
    if not span.meets(Span(low, high)):
        return "short" if high is not None and (span.low or _NONE) >= high else "over"
    decided = low == high and total.amount is not None and total.amount.value == low
    if stated and (known > stated or (decided and known < stated)):
        return "count-differs"
    return "equal" if decided else "open"


def _words(
    amount: Quantity | None,
    verdict: Verdict,
    sums: tuple[Decimal, Decimal | None],
    known: int,
    stated: int,
    foreign: Iterable[str],
) -> str:
    if stated:
        operations = msg("{known} of {stated} operations known", known=known, stated=stated)
    else:
        operations = number_of(known, "member")
    if amount is None:
        return in_turn(msg("no amount is stated"), operations)
    if verdict == "incomparable":
        return in_turn(msg("not comparable"), *foreign, operations)
    low, high = sums
    unit = amount.unit
    words = msg("{sum} of {total}", sum=_range(low, high, unit), total=amount)
    span = amount.span()
    if span is not None and verdict == "short" and high is not None and span.low is not None:
        rest = span.low - high
        missing = Quantity(unit, value=rest)
        if low != high:
            missing = Quantity(unit, minimum=rest)
        elif span.low_open:
            missing = Quantity(unit, exclusive_minimum=rest)
        words = msg("{words}, {sum} unexplained", words=words, sum=missing)
    elif span is not None and verdict == "over" and span.high is not None:
        excess = Quantity(unit, value=low - span.high)
        words = msg("{words}, {sum} too much", words=words, sum=excess)
    elif span is not None and verdict == "open" and span.low is not None and low < span.low:
        missing = Quantity(unit, maximum=span.low - low)
        words = msg("{words}, {sum} unexplained", words=words, sum=missing)
    return in_turn(words, operations)
