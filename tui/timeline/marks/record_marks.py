"""Marks: records as symbols over the interval of days that their date may mean."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from tui.model.quantities import Quantity
from tui.model.records import Deal, Total, record_amount, record_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.dates import Edtf
    from tui.model.records import Article, Record, Tranche

_LAST_DAY = date.max.toordinal()
OPEN_DAYS = 61
"""Days that the open side of a date is drawn, dashed: two months are long enough to see, and short
enough not to look like a known duration.
"""


class TimelineMark(msgspec.Struct, frozen=True, gc=False):
    """One record, tranche or article on the timeline.

    Attributes:
        key: The record's id, or `record/tranche`.
        record_id: The record.
        tranche_id: The tranche, or empty.
        first: The first day (ordinal) that its date may mean.
        last: The last day.
        open_start: Whether it may be any day before, too.
        open_end: Whether it may be any day after, too.
        twice_middle: Two times the day at which its sign stands, a whole number to sort and search
            by: the middle of its days, or the known end where the other one is open.
        doubtful: Whether the source gives the date as approximate or uncertain.
        magnitude: The number to size by; `None` for none.
        unit: Its unit.
        status: `paid`, `committed`, …; for a fact or total its kind.
        kind: What it stands for.
        title: The record's title.
        qualifier: `~` where the date is approximate, `?` where uncertain, `~?` for both.
        payer: The party to group by as payer: for a fact its holder, else whom it is about.
        payee: The party to group by as payee.
        instrument: The instrument of a deal, the kind of a fact, or `total`.
        article: The article that is quoted first.
        weight: What it adds to the weight of its lane: its money, whatever the currency, since the
            weight only orders lanes; zero for a tranche, which is part of its deal.
        amount: The amount in full, to be written beside the mark.
        directed: Whether the money goes from payer to payee; otherwise the two only take part.
    """

    key: str
    record_id: str
    tranche_id: str
    first: int
    last: int
    open_start: bool
    open_end: bool
    twice_middle: int
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
    amount: Quantity | None = None
    directed: bool = True

    @property
    def middle(self) -> float:
        """The day at which its sign stands, with a half for its noon."""
        return self.twice_middle / 2


def marks_of_records(records: Iterable[Record]) -> tuple[list[TimelineMark], list[str]]:
    """The marks of records and their dated tranches, and the ids of the records without any."""
    all_marks: list[TimelineMark] = []
    undated: list[str] = []
    for record in records:
        record_marks = marks_of_record(record)
        if record_marks:
            all_marks += record_marks
        else:
            undated.append(record.id)
    return all_marks, undated


def marks_of_record(record: Record) -> list[TimelineMark]:
    """The mark of a record, where it has a date, then those of its dated tranches."""
    date_ = record_date(record)
    marks = [] if date_ is None else _mark_of(record, None, date_, record_amount(record))
    if isinstance(record, Deal):
        for tranche in record.tranches:
            if tranche.date is not None:
                marks += _mark_of(record, tranche, tranche.date, tranche.amount)
    return marks


def marks_of_articles(articles: Iterable[Article]) -> list[TimelineMark]:
    """The marks of the articles that have a date of publication."""
    marks = []
    for article in articles:
        published = article.published
        interval = _day_interval(published) if published is not None else None
        if published is not None and interval is not None:
            doubtful = published.approximate or published.uncertain
            title = article.title or article.id
            marks.append(
                TimelineMark(
                    article.id, "", "", *interval, doubtful, None, "", "article", "article", title,
                    _qualifier(published), article=article.id,
                )
            )  # fmt: skip
    return marks


def _mark_of(
    record: Record, tranche: Tranche | None, date_: Edtf, amount: Quantity | None
) -> list[TimelineMark]:
    """The one mark of a record or tranche; none where its date is open on both sides."""
    interval = _day_interval(date_)
    if interval is None:
        return []
    kind: Literal["deal", "total", "fact"]
    status: str
    directed = True
    instrument: str
    if isinstance(record, Deal):
        kind, instrument = "deal", record.instrument
        payer, payee = record.payer, record.payee
        status = tranche.status if tranche is not None and tranche.status else record.status
        # A partnership has no payer; its first and last party stand in, so that it has a lane.
        if not (payer or payee) and record.parties:
            payer, payee, directed = record.parties[0], record.parties[-1], False
    elif isinstance(record, Total):
        kind, instrument, status = "total", "total", "total"
        payer, payee = record.payer, record.payee
    else:
        kind, instrument, status = "fact", record.kind, "fact"
        payer, payee = record.holder or record.party, record.party
    evidence = tranche.evidence if tranche is not None and tranche.evidence else record.evidence
    mark = TimelineMark(
        f"{record.id}/{tranche.id}" if tranche is not None else record.id,
        record.id,
        tranche.id if tranche is not None else "",
        *interval,
        date_.approximate or date_.uncertain,
        amount.magnitude if amount is not None else None,
        amount.unit if amount is not None else "",
        status,
        kind,
        record.title,
        _qualifier(date_),
        payer,
        payee,
        instrument,
        evidence[0].article if evidence else "",
        _lane_weight(amount) if tranche is None else 0.0,
        amount,
        directed,
    )
    return [mark]


def _lane_weight(amount: Quantity | None) -> float:
    """A sum of money as a float, which is precise enough to order lanes; zero for anything else."""
    if amount is None or amount.magnitude is None or len(amount.unit) != 3:
        return 0.0
    return float(amount.magnitude)


def _qualifier(date_: Edtf) -> str:
    """The qualifier of an EDTF date, as it is written behind a mark."""
    return "~" * date_.approximate + "?" * date_.uncertain


def _day_interval(date_: Edtf) -> tuple[int, int, bool, bool, int] | None:
    """First and last day as ordinals, which sides are open, and two times where the sign stands.

    An open side is drawn `OPEN_DAYS` long.
    """
    open_start, open_end = date_.earliest is None, date_.latest is None
    if date_.earliest is not None:
        first = date_.earliest.toordinal()
        last = date_.latest.toordinal() if date_.latest else min(_LAST_DAY, first + OPEN_DAYS)
    elif date_.latest is not None:
        last = date_.latest.toordinal()
        first = max(1, last - OPEN_DAYS)
    else:
        return None
    if open_start or open_end:
        return first, last, open_start, open_end, 2 * (last if open_start else first) + 1
    return first, last, False, False, first + last + 1
