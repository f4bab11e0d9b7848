"""The order of records in time, which every list has unless another one is asked for."""

from __future__ import annotations

from datetime import date
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
    """Some records, sorted by `recency`."""
    return sorted(records, key=recency)
