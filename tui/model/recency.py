"""The order of records in time, in which every list of them stands unless another is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.model.records import record_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.records import Record


def recency(record: Record) -> tuple[int, int, str]:
    """What records are ordered by: their latest day, newest first; those of one day by id."""
    when = record_date(record)
    latest = (when and (when.latest or when.earliest)) or date.min
    earliest = (when and when.earliest) or date.min
    return -latest.toordinal(), -earliest.toordinal(), record.id


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Records by `recency`."""
    return sorted(records, key=recency)
