"""The order of records in time, which every list has unless another one is asked for."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.model.records import record_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.records import Record


def recency(record: Record) -> tuple[int, int, str]:
    """A key that sorts the latest record first, and records of one day by id."""
    date_ = record_date(record)
    latest = (date_ and (date_.latest or date_.earliest)) or date.min
    earliest = (date_ and date_.earliest) or date.min
    return -latest.toordinal(), -earliest.toordinal(), record.id


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Some records, sorted by `recency`.

    Sorted day by day: a single sort of 80,000 keys is 0.3 s in which no other thread runs.
    """
    by_days: defaultdict[tuple[int, int], list[Record]] = defaultdict(list)
    for record in records:
        by_days[recency(record)[:2]].append(record)
    in_order: list[Record] = []
    for days in sorted(by_days):
        in_order += sorted(by_days[days], key=attrgetter("id"))
    return in_order
