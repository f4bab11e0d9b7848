"""The rows by value of one field."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tui.search.index.postings import PackedPostings
from tui.search.index.sections import SectionWriter
from tui.search.query.value_ranges import RangeEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyroaring import BitMap

    from tui.search.index.sections import Sections

Value = TypeVar("Value", str, RangeEnd, tuple[date, date])


class ValueForm(NamedTuple, Generic[Value]):
    """How the values of a field are written, and read again in the same order."""

    encode: Callable[[Value], Any]
    decode: Callable[[Any], Value]


TEXTS: ValueForm[str] = ValueForm(str, str)
ENDS: ValueForm[RangeEnd] = ValueForm(
    lambda end: (str(end[0]), end[1]), lambda end: (Decimal(end[0]), end[1])
)
DAYS: ValueForm[tuple[date, date]] = ValueForm(
    lambda days: (days[0].toordinal(), days[1].toordinal()),
    lambda days: (date.fromordinal(days[0]), date.fromordinal(days[1])),
)


class RowsByValue(Mapping[Value, "BitMap"]):
    """Rows by value, the values in order; none without rows."""

    @abstractmethod
    def count(self, value: Value) -> int:
        """How many rows have a value."""

    @abstractmethod
    def with_any(self, values: Iterable[Value]) -> BitMap:
        """The rows that have one of some values."""

    @abstractmethod
    def where(self, fits: Callable[[Value], bool]) -> BitMap:
        """The rows with a value that satisfies a condition."""

    @abstractmethod
    def upto(self, value: Value | None) -> BitMap:
        """The rows with a value up to this one, inclusive; `None` for all."""

    @abstractmethod
    def since(self, value: Value | None) -> BitMap:
        """The rows with a value from this one on, inclusive; `None` for all."""


class ValueRows(RowsByValue[Value]):
    """Rows by value, with the values sorted, so that ranges of values are slices."""

    def __init__(self, sections: Sections, form: ValueForm[Value]) -> None:
        self._sections = sections
        self._form: ValueForm[Value] = form
        self._rows = PackedPostings(sections.within("rows"))

    @cached_property
    def _values(self) -> list[Value]:
        return list(map(self._form.decode, self._sections.value("values", list[Any])))

    @staticmethod
    def write(into: SectionWriter, rows: Mapping[Value, list[int]], form: ValueForm[Value]) -> None:
        """Write the rows that have each value, in ascending order."""
        values = sorted(rows)
        into.value("values", list(map(form.encode, values)))
        PackedPostings.write(into.within("rows"), map(rows.__getitem__, values))

    @classmethod
    def of(cls, rows: Mapping[Value, list[int]], form: ValueForm[Value]) -> ValueRows[Value]:
        """The rows of some values, in memory."""
        writer = SectionWriter()
        cls.write(writer, rows, form)
        return cls(writer.reader(), form)

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self._values)

    def __contains__(self, value: object) -> bool:
        return self._index(value) is not None  # type: ignore[arg-type] # values are of one type

    def __getitem__(self, value: Value) -> BitMap:
        """The rows that have a value; not to be changed."""
        number = self._index(value)
        if number is None:
            raise KeyError(value)
        return self._rows[number]

    def _index(self, value: Value) -> int | None:
        index = bisect_left(self._values, value)
        return index if index < len(self._values) and self._values[index] == value else None

    def count(self, value: Value) -> int:
        """How many rows have a value."""
        number = self._index(value)
        return 0 if number is None else self._rows.size(number)

    def with_any(self, values: Iterable[Value]) -> BitMap:
        """The rows that have one of some values."""
        numbers = map(self._index, values)
        return self._rows.union((), [number for number in numbers if number is not None])

    def where(self, fits: Callable[[Value], bool]) -> BitMap:
        """The rows with a value that satisfies a condition."""
        return self._rows.union(
            (), [index for index, value in enumerate(self._values) if fits(value)]
        )

    def upto(self, value: Value | None) -> BitMap:
        """The rows with a value up to this one, inclusive; `None` for all."""
        end = len(self._values) if value is None else bisect_right(self._values, value)
        return self._rows.union([range(end)])

    def since(self, value: Value | None) -> BitMap:
        """The rows with a value from this one on, inclusive; `None` for all."""
        start = 0 if value is None else bisect_left(self._values, value)
        return self._rows.union([range(start, len(self._values))])
