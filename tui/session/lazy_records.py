"""The records of a search, looked up when somebody walks them: how many there are is known."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.model.records import Record
    from tui.session.protocol import SearchResult


class FoundRecords(Collection["Record"]):
    """What a result lists, newest first.

    Not in the order of the list: that is made as it is looked at, and by one thread alone.
    """

    def __init__(self, result: SearchResult, records: Mapping[str, Record]) -> None:
        self._result, self._records = result, records

    def __len__(self) -> int:
        return self._result.total

    def __iter__(self) -> Iterator[Record]:
        return map(self._records.__getitem__, self._result.newest_first())

    def __contains__(self, record: object) -> bool:
        return any(record == found for found in self)
