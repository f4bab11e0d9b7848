"""Records as marks: each over the interval of days that its date may mean."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from tui.model.records import Deal, Total, record_amount, record_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.dates import Edtf
    from tui.model.quantities import Quantity
    from tui.model.records import Article, Record, Tranche

_LAST = date.max.toordinal()
OPEN_DAYS = 183
"""How long the open side of an interval is drawn, fading."""


class Mark(msgspec.Struct, frozen=True, gc=False):
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
        qualifier: `~` when the source says about, `?` when it doubts the date, `~?` for both.
        payer: The party to group by as payer: of a fact its holder, else whom it is about.
        payee: The party to group by as payee.
        instrument: The instrument of a deal, the kind of a fact, or `total`.
        article: The article that is quoted first.
        weight: What it adds to the weight of its lane: its money, whatever the currency, as
            that is only an order; zero for a tranche, which is part of its deal.
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
    qualifier: str = ""
    payer: str = ""
    payee: str = ""
    instrument: str = ""
    article: str = ""
    weight: float = 0.0

    @property
    def twice_middle(self) -> int:
        """Two times the middle of its days, a whole number to sort and search by."""
        return self.first + self.last + 1

    @property
    def middle(self) -> float:
        """The middle of its days."""
        return self.twice_middle / 2


def marks(records: Iterable[Record]) -> tuple[list[Mark], list[str]]:
    """The marks of records and their dated tranches, and the ids of records that have none."""
    found: list[Mark] = []
    undated: list[str] = []
    for record in records:
        own = record_marks(record)
        if own:
            found += own
        else:
            undated.append(record.id)
    return found, undated


def record_marks(record: Record) -> list[Mark]:
    """The mark of a record, if it has a date, then those of its dated tranches."""
    when = record_date(record)
    found = [] if when is None else _of(record, None, when, record_amount(record))
    if isinstance(record, Deal):
        for tranche in record.tranches:
            if tranche.date is not None:
                found += _of(record, tranche, tranche.date, tranche.amount)
    return found


def publication_marks(articles: Iterable[Article]) -> list[Mark]:
    """The articles, when they were published."""
    found = []
    for article in articles:
        when = article.published
        days = _days(when) if when is not None else None
        if when is not None and days is not None:
            doubtful = when.approximate or when.uncertain
            title = article.title or article.id
            found.append(
                Mark(
                    article.id, "", "", *days, doubtful, None, "", "article", "article", title,
                    _qualifier(when), article=article.id,
                )
            )  # fmt: skip
    return found


def _of(record: Record, tranche: Tranche | None, when: Edtf, amount: Quantity | None) -> list[Mark]:
    """The one mark of a record or tranche; none when its date tells no day at all."""
    days = _days(when)
    if days is None:
        return []
    kind: Literal["deal", "total", "fact"]
    status: str
    instrument: str
    if isinstance(record, Deal):
        kind, instrument = "deal", record.instrument
        payer, payee = record.payer, record.payee
        status = tranche.status if tranche is not None and tranche.status else record.status
        if not (payer and payee) and record.parties:
            payer, payee = payer or record.parties[0], payee or record.parties[-1]
    elif isinstance(record, Total):
        kind, instrument, status = "total", "total", "total"
        payer, payee = record.payer, record.payee
    else:
        kind, instrument, status = "fact", record.kind, "fact"
        payer, payee = record.holder, record.party
    evidence = tranche.evidence if tranche is not None and tranche.evidence else record.evidence
    mark = Mark(
        f"{record.id}/{tranche.id}" if tranche is not None else record.id,
        record.id,
        tranche.id if tranche is not None else "",
        *days,
        when.approximate or when.uncertain,
        amount.magnitude if amount is not None else None,
        amount.unit if amount is not None else "",
        status,
        kind,
        record.title,
        _qualifier(when),
        payer or payee,
        payee or payer,
        instrument,
        evidence[0].article if evidence else "",
        _weight(amount) if tranche is None else 0.0,
    )
    return [mark]


def _weight(amount: Quantity | None) -> float:
    if amount is None or amount.magnitude is None or len(amount.unit) != 3:
        return 0.0
    return float(amount.magnitude)


def _qualifier(when: Edtf) -> str:
    return "~" * when.approximate + "?" * when.uncertain


def _days(when: Edtf) -> tuple[int, int, bool, bool] | None:
    """First and last day as ordinals; an open side is given a bounded length."""
    before, after = when.earliest is None, when.latest is None
    if when.earliest is not None:
        first = when.earliest.toordinal()
        last = when.latest.toordinal() if when.latest else min(_LAST, first + OPEN_DAYS)
    elif when.latest is not None:
        last = when.latest.toordinal()
        first = max(1, last - OPEN_DAYS)
    else:
        return None
    return first, last, before, after
