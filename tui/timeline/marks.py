"""Records as marks: each over the interval of days that its date may mean."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from tui.model.records import Deal, Fact, Total, record_amount, record_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.quantities import Quantity
    from tui.model.records import Record, Tranche

OPEN_DAYS = 183
"""How long the open side of an interval is drawn, fading."""


class Mark(msgspec.Struct, frozen=True):
    """One thing on the timeline.

    Attributes:
        key: The record's id, or `record/tranche`.
        record_id: The record.
        tranche_id: The tranche, or empty.
        first: The first day (ordinal) that it may mean.
        last: The last day.
        open_start: Whether it may be any day before, too.
        open_end: Whether it may be any day after, too.
        doubtful: Whether the source says about, or doubts the date.
        magnitude: The number to size by; `None` for none.
        unit: Its unit.
        status: `paid`, `committed`, …; of a fact or total its kind.
        kind: What it belongs to.
        title: The record's title.
        lanes: The keys of its lane by every way of grouping.
    """

    key: str
    record_id: str
    tranche_id: str
    first: int
    last: int
    open_start: bool
    open_end: bool
    doubtful: bool
    magnitude: Decimal | None
    unit: str
    status: str
    kind: Literal["deal", "total", "fact", "article"]
    title: str
    lanes: dict[str, str]


def marks(records: Iterable[Record], corpus: Corpus) -> tuple[list[Mark], list[str]]:
    """The marks of records and their dated tranches, and the ids of undated records."""
    found: list[Mark] = []
    undated: list[str] = []
    for record in records:
        when = record_date(record)
        lanes = _lanes(record)
        if when is None:
            undated.append(record.id)
        else:
            found.append(_mark(record, None, when, record_amount(record), lanes))
        if isinstance(record, Deal):
            found += [
                _mark(record, tranche, tranche.date, tranche.amount, lanes)
                for tranche in record.tranches
                if tranche.date is not None
            ]
    return found, undated


def publication_marks(corpus: Corpus) -> list[Mark]:
    """The articles, when they were published."""
    found = []
    for article in corpus.articles.values():
        if article.published is not None:
            first, last, before, after = _days(article.published)
            found.append(
                Mark(
                    article.id,
                    "",
                    "",
                    first,
                    last,
                    before,
                    after,
                    article.published.approximate,
                    None,
                    "",
                    "article",
                    "article",
                    article.title or article.id,
                    {},
                )
            )
    return found


def _mark(
    record: Record,
    tranche: Tranche | None,
    when: Edtf,
    amount: Quantity | None,
    lanes: dict[str, str],
) -> Mark:
    first, last, before, after = _days(when)
    kind: Literal["deal", "total", "fact"] = "deal"
    status = "fact"
    match record:
        case Deal():
            status = record.status
        case Total():
            kind, status = "total", "total"
        case Fact():
            kind = "fact"
    if tranche is not None and tranche.status is not None:
        status = tranche.status
    return Mark(
        f"{record.id}/{tranche.id}" if tranche else record.id,
        record.id,
        tranche.id if tranche else "",
        first,
        last,
        before,
        after,
        when.approximate or when.uncertain,
        amount.magnitude if amount else None,
        amount.unit if amount else "",
        status,
        kind,
        record.title,
        lanes,
    )


def _days(when: Edtf) -> tuple[int, int, bool, bool]:
    """First and last day as ordinals; an open side is given a bounded length."""
    before, after = when.earliest is None, when.latest is None
    if when.earliest is not None:
        first = when.earliest.toordinal()
        last = when.latest.toordinal() if when.latest else first + OPEN_DAYS
    elif when.latest is not None:
        last = when.latest.toordinal()
        first = max(1, last - OPEN_DAYS)
    else:
        first = last = 1
    return first, last, before, after


def _lanes(record: Record) -> dict[str, str]:
    payer = getattr(record, "payer", "") or getattr(record, "holder", "")
    payee = getattr(record, "payee", "") or getattr(record, "party", "")
    parties = getattr(record, "parties", ())
    instrument = getattr(record, "instrument", "") or getattr(record, "kind", "") or "total"
    status = getattr(record, "status", "") or "fact"
    article = record.evidence[0].article if record.evidence else ""
    return {
        "payer": payer or (parties[0] if parties else "") or payee,
        "payee": payee or (parties[-1] if parties else "") or payer,
        "instrument": instrument,
        "status": status,
        "article": article,
        "none": "",
    }
