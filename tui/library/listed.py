"""The records of a search as a sequence that is made when somebody walks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.library.first_look import FirstLook
    from tui.model.records import Record
    from tui.search.index import Result


class Listed(Sequence["Record"]):
    """What a result lists, looked up one by one: its length is known at once."""

    def __init__(self, result: Result | FirstLook, records: Mapping[str, Record]) -> None:
        self._result, self._records = result, records

    def __len__(self) -> int:
        return self._result.total

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        return self._records[self._result.record_id(at)]

    def __iter__(self) -> Iterator[Record]:
        for at in range(len(self)):
            yield self[at]
