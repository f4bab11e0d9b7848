"""Two layers of doc values as one: values of records that lie beside those of an index."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, TypeAlias

from pyroaring import BitMap

from tui.search.index.doc_values import DocValues, RecordRows
from tui.search.index.doc_values_builder import DocValuesBuilder
from tui.search.index.row_order import RowOrder
from tui.search.index.sort_orders import comparable_amount, sort_key, units_by_use
from tui.search.index.value_rows import DAYS, ENDS, TEXTS, RowsByValue, Value, ValueRows
from tui.search.overlay.edits import place_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tui.model.records import Record
    from tui.search.overlay.edits import Edits
    from tui.search.query.value_ranges import RangeEnd

_Place: TypeAlias = tuple[int, Any] | None
"""Where a row stands in an order: a block, and a key within it; rows without one stand last."""


class LayeredIds:
    """The ids of the records of two layers, by row."""

    def __init__(self, base: DocValues, added: Sequence[str]) -> None:
        self._base, self._size, self._added = base.rows.ids, len(base.rows.ids), added

    def __len__(self) -> int:
        return self._size + len(self._added)

    def __getitem__(self, row: int) -> str:
        return self._base[row] if row < self._size else self._added[row - self._size]


class LayeredValueRows(RowsByValue[Value]):
    """The rows by value of two layers."""

    def __init__(
        self,
        base: RowsByValue[Value],
        added: ValueRows[Value],
        gone: BitMap,
        perhaps: Iterable[Value] = (),
    ) -> None:
        """Take two layers.

        Args:
            base: The rows of the base.
            added: Those of the layer above.
            gone: The rows of the base that count no more.
            perhaps: Values that no row may have any more.
        """
        self._base: RowsByValue[Value] = base
        self._added: ValueRows[Value] = added
        self._gone = gone
        self._went: set[Value] = {one for one in perhaps if one in base and base[one] <= gone}

    @cached_property
    def _values(self) -> list[Value]:
        base, went = self._base, self._went
        values = [value for value in base if value not in went]
        values += [value for value in self._added if value not in base or value in went]
        return sorted(values)

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self._values)

    def __contains__(self, value: object) -> bool:
        return value in self._added or (value in self._base and value not in self._went)

    def __getitem__(self, value: Value) -> BitMap:
        """The rows that have a value; not to be changed."""
        if value not in self:
            raise KeyError(value)
        return self.with_any((value,))

    def count(self, value: Value) -> int:
        """How many rows have a value."""
        return len(self.with_any((value,)))

    def with_any(self, values: Iterable[Value]) -> BitMap:
        """The rows that have one of some values."""
        some = list(values)
        return (self._base.with_any(some) - self._gone) | self._added.with_any(some)

    def where(self, fits: Callable[[Value], bool]) -> BitMap:
        """The rows with a value that satisfies a condition."""
        return (self._base.where(fits) - self._gone) | self._added.where(fits)

    def upto(self, value: Value | None) -> BitMap:
        """The rows with a value up to this one, inclusive; `None` for all."""
        return (self._base.upto(value) - self._gone) | self._added.upto(value)

    def since(self, value: Value | None) -> BitMap:
        """The rows with a value from this one on, inclusive; `None` for all."""
        return (self._base.since(value) - self._gone) | self._added.since(value)


class LayeredDocValues(DocValues):
    """The doc values of an index and of records that are beside it.

    Attributes:
        changed: By field the values that may be new or gone.
    """

    def __init__(
        self,
        base: DocValues,
        records: Sequence[Record],
        cited: Sequence[tuple[str, ...]],
        edits: Edits,
    ) -> None:
        """Take two layers.

        Args:
            base: The doc values of the index, with the corpus as it is now.
            records: The records beside it, the latest first.
            cited: For each the ids of the articles that it quotes.
            edits: What was edited since.
        """
        self.corpus, self._base, self._edits = base.corpus, base, edits
        self._records, self._first = records, len(base.rows)
        self.rows = RecordRows(base.corpus, LayeredIds(base, [record.id for record in records]))
        self._gone = BitMap(edits.gone.keys())
        self.all_rows = base.all_rows - self._gone
        self.all_rows.add_range(self._first, self._first + len(records))
        places = [place_in(one, base, base.corpus.records, edits.gone) for one in records]
        self.row_order = RowOrder(self._first, places)
        self._own_rows = {record.id: self._first + at for at, record in enumerate(records)}
        self.proof, self.marks = {}, base.marks
        self._orders, self._bitmaps = {}, {}
        fields = DocValuesBuilder(base.corpus)
        for row, (record, articles) in enumerate(zip(records, cited, strict=True), self._first):
            fields.add(row, record, articles)
        gone, none = self._gone, frozenset[str]()
        went = {name: edits.values.get(name, none) for name in fields.values}
        self.changed = {name: went[name] | own.keys() for name, own in fields.values.items()}
        self.values = {
            name: LayeredValueRows(base.values[name], ValueRows.of(own, TEXTS), gone, went[name])
            for name, own in fields.values.items()
        }
        self._dates = LayeredValueRows(base._dates, ValueRows.of(fields.dates, DAYS), gone)
        self._lows = _layered_ends(base._lows, fields.lows, gone)
        self._highs = _layered_ends(base._highs, fields.highs, gone)

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, `None` where there is none; a bisection."""
        record = self.corpus.records.get(record_id)
        if record is None:
            return None
        own = self._own_rows.get(record_id)
        if own is not None:
            return own
        return place_in(record, self._base, self.corpus.records, self._edits.gone)

    def party_counts(self, field: str, rows: BitMap) -> Counter[str]:
        """How many of some rows have each payer, or each payee."""
        own = BitMap(rows)
        own.remove_range(0, self._first)
        counts = self._base.party_counts(field, rows - own)
        for row in own:
            if party := getattr(self._records[row - self._first], field, ""):
                counts[party] += 1
        return counts

    def _kept_order(self, sort: str) -> array[int] | None:
        """The order of the index, with each row of the layer above put into it by bisection."""
        place = self._placing(sort)
        if place is None:
            return None
        descending = sort.startswith("-")
        order = array("I", filterfalse(self._gone.__contains__, self._base.order(sort)))
        for row in range(self._first, self._first + len(self._records)):
            low, high, own = 0, len(order), place(row)
            while low < high:
                middle = (low + high) // 2
                if self._is_before(order[middle], place(order[middle]), row, own, descending):
                    low = middle + 1
                else:
                    high = middle
            order.insert(low, row)
        return order

    def _is_before(
        self, one: int, place: _Place, other: int, other_place: _Place, descending: bool
    ) -> bool:
        """Whether a row comes before another one in an order."""
        if place is None or other_place is None:
            if place is other_place:
                return self.row_order.before(one, other)
            return place is not None
        block, key = place
        other_block, other_key = other_place
        if block != other_block:
            return block < other_block
        if key != other_key:
            return bool(key < other_key) != descending
        return self.row_order.before(one, other)

    def _placing(self, sort: str) -> Callable[[int], _Place] | None:
        """Gives for a row the block that it stands in and its key; `None` for rows without one.

        `None` itself where blocks have changed places, so that all has to be sorted anew.
        """
        field = sort.removeprefix("-")
        if field != "amount":
            key_of = sort_key(field, self.corpus, {})

            def placed(row: int) -> _Place:
                key = key_of(row, self.rows[row])
                return None if key is None else (0, key)

            return placed
        counts = Counter(self._base.amounts_by_unit)
        before = units_by_use(counts)
        counts.subtract(self._edits.amounts)
        own = (comparable_amount(record) for record in self._records)
        counts.update(amount[0] for amount in own if amount is not None)
        units = units_by_use(+counts)
        if [unit for unit in before if unit in units] != [one for one in units if one in before]:
            return None
        blocks = {unit: number for number, unit in enumerate(units)}

        def placed_amount(row: int) -> _Place:
            amount = comparable_amount(self.rows[row])
            return None if amount is None else (blocks[amount[0]], amount[1])

        return placed_amount


def _layered_ends(
    base: Mapping[str, RowsByValue[RangeEnd]],
    added: Mapping[str, Mapping[RangeEnd, list[int]]],
    gone: BitMap,
) -> dict[str, RowsByValue[RangeEnd]]:
    """The rows by bound of an amount of two layers, by unit."""
    none: dict[RangeEnd, list[int]] = {}
    return {
        unit: LayeredValueRows(
            base.get(unit, ValueRows.of(none, ENDS)),
            ValueRows.of(added.get(unit, none), ENDS),
            gone,
        )
        for unit in {*base, *added}
    }
