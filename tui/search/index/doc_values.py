"""Doc values: the typed fields of all records by row, for filters, facets and sort orders."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Protocol, overload

from pyroaring import BitMap

from tui.model.recency import recency
from tui.search.index.doc_values_builder import FIELDS, DocValuesBuilder
from tui.search.index.mark_rows import MarkRows
from tui.search.index.row_order import RowOrder
from tui.search.index.sections import StringTable
from tui.search.index.sort_orders import COMMON_ORDERS, comparable_amount, is_currency, sort_order
from tui.search.index.value_rows import DAYS, ENDS, TEXTS, RowsByValue, ValueRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.search.index.sections import Sections, SectionWriter
    from tui.search.query.value_ranges import AmountRange, DateRange, RangeEnd

_PARTY_COLUMNS = ("payer", "payee")
"""Fields with so many values that facets count them row by row."""


class Ids(Protocol):
    """The ids of records, by row."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int) -> str: ...


class RecordRows(Sequence["Record"]):
    """The records of a corpus by row; each is taken from the corpus when it is asked for.

    Attributes:
        ids: Their ids, by row.
    """

    def __init__(self, corpus: Corpus, ids: Ids) -> None:
        self._records, self.ids = corpus.records, ids

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, row: int) -> Record: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Record]: ...
    def __getitem__(self, row: int | slice) -> Record | Sequence[Record]:
        """The record of a row."""
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if not 0 <= row < len(self.ids):
            raise IndexError(row)
        return self._records[self.ids[row]]


class DocValues:
    """The rows by value of each field.

    Attributes:
        corpus: The corpus.
        rows: The records, by row.
        all_rows: Every row.
        row_order: The order of rows in time.
        values: By field, then by value: the rows that have it.
        proof: Rows by proof state, as far as states are known.
        marks: Rows with marks of the user, as far as they are known.
    """

    def __init__(self, corpus: Corpus, sections: Sections) -> None:
        self.corpus = corpus
        self.rows = RecordRows(corpus, StringTable(sections.within("ids")))
        self.all_rows = BitMap(range(len(self.rows)))
        self.row_order = RowOrder()
        self.proof: dict[str, BitMap] = {}
        self.marks = MarkRows()
        self._sections = sections
        self._orders: dict[str, array[int]] = {}
        self._bitmaps: dict[str, list[tuple[str, BitMap]]] = {}
        self.values: dict[str, RowsByValue[str]] = {
            name: ValueRows(sections.within(f"values/{name}"), TEXTS) for name in FIELDS
        }
        self._dates: RowsByValue[tuple[date, date]] = ValueRows(sections.within("dates"), DAYS)
        units = sections.value("units", list[str])
        self._lows: dict[str, RowsByValue[RangeEnd]] = {
            unit: ValueRows(sections.within(f"lows/{unit}"), ENDS) for unit in units
        }
        self._highs: dict[str, RowsByValue[RangeEnd]] = {
            unit: ValueRows(sections.within(f"highs/{unit}"), ENDS) for unit in units
        }

    @staticmethod
    def write(
        into: SectionWriter,
        corpus: Corpus,
        rows: Sequence[Record],
        cited: Sequence[tuple[str, ...]],
    ) -> None:
        """Write the fields of all records.

        Args:
            into: Where to.
            corpus: The corpus.
            rows: Its records, newest first.
            cited: For each the ids of the articles that it quotes.
        """
        StringTable.write(into.within("ids"), [record.id for record in rows])
        fields = DocValuesBuilder(corpus)
        for row, (record, articles) in enumerate(zip(rows, cited, strict=True)):
            fields.add(row, record, articles)
        for name, by_value in fields.values.items():
            ValueRows.write(into.within(f"values/{name}"), by_value, TEXTS)
        ValueRows.write(into.within("dates"), fields.dates, DAYS)
        into.value("units", list(fields.lows))
        for bounds, by_unit in (("lows", fields.lows), ("highs", fields.highs)):
            for unit, ends in by_unit.items():
                ValueRows.write(into.within(f"{bounds}/{unit}"), ends, ENDS)
        for name in _PARTY_COLUMNS:
            column = array("I", bytes(array("I").itemsize * len(rows)))
            # In the order in which `ValueRows` has the values; zero stands for none.
            for number, value in enumerate(sorted(fields.values[name]), 1):
                for row in fields.values[name][value]:
                    column[row] = number
            into.numbers(f"columns/{name}", column)
        for sort in COMMON_ORDERS:
            order = sort_order(sort, corpus, range(len(rows)), rows.__getitem__, {})
            into.numbers(f"orders/{sort}", order)
        units = Counter(amount[0] for record in rows if (amount := comparable_amount(record)))
        into.value("amounts-by-unit", dict(units))

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, `None` where there is none; a bisection."""
        record = self.corpus.records.get(record_id)
        # Rows are numbered by recency.
        return bisect_left(self.rows, recency(record), key=recency) if record else None

    @property
    def amounts_by_unit(self) -> dict[str, int]:
        """How many records have an amount that is compared, by unit."""
        return self._sections.value("amounts-by-unit", dict[str, int])

    def with_any(self, field: str, values: Iterable[str]) -> BitMap:
        """The rows that have one of some values of a field."""
        if field == "proof":
            return BitMap.union(BitMap(), *(self.proof.get(value, BitMap()) for value in values))
        if field in ("star", "review"):
            return self.marks.with_any(field, values, self.all_rows)
        return self.values[field].with_any(values)

    def bitmaps(self, field: str) -> Iterator[tuple[str, BitMap]]:
        """Every value of a field with its rows.

        Unpacked once, as facets need all of them on every key.
        """
        cached = self._bitmaps.get(field)
        if cached is None:
            cached = self._bitmaps[field] = list(self.values[field].items())
        return iter(cached)

    def party_counts(self, field: str, rows: BitMap) -> Counter[str]:
        """How many of some rows have each payer, or each payee."""
        column = self._sections.numbers(f"columns/{field}")
        names = list(self.values[field])
        counts = Counter(map(column.__getitem__, rows))
        del counts[0]
        return Counter({names[number - 1]: count for number, count in counts.items()})

    def with_date_in(self, range_: DateRange) -> BitMap:
        """The rows with a date that may lie in a range."""
        return self._dates.where(lambda ends: range_.meets(*ends))

    def published_in(self, range_: DateRange) -> BitMap:
        """The rows with evidence in an article published in a range."""
        articles = [
            article.id
            for article in self.corpus.articles.values()
            if article.published is not None
            and range_.meets(article.published.earliest, article.published.latest)
        ]
        return self.with_any("article", articles)

    def with_amount_in(self, range_: AmountRange) -> BitMap:
        """The rows whose main figure may lie in a range; without a unit, in any currency."""
        units = [range_.unit] if range_.unit else filter(is_currency, self._lows)
        rows = BitMap()
        for unit in units:
            # Two intervals overlap where each begins before the other ends.
            if unit in self._lows:
                rows |= self._lows[unit].upto(range_.high) & self._highs[unit].since(range_.low)
        return rows

    def with_proofs(self, states: Mapping[str, str]) -> DocValues:
        """A copy with other proof states, given by record id; everything else is shared."""
        by_state: dict[str, array[int]] = {}
        ids = self.rows.ids
        for row in self.all_rows:
            state = states.get(ids[row])
            if state:
                by_state.setdefault(state, array("I")).append(row)
        doc_values = copy(self)
        doc_values.proof = {state: BitMap(rows) for state, rows in by_state.items()}
        doc_values._orders = {
            name: order for name, order in list(self._orders.items()) if "proof" not in name
        }
        return doc_values

    def with_marks(self, marks: MarkRows) -> DocValues:
        """A copy with other marks of the user; everything else is shared."""
        doc_values = copy(self)
        doc_values.marks = marks
        return doc_values

    def order(self, sort: str) -> array[int]:
        """All rows in the order of a field; `-` reverses it, rows without a value stay last."""
        rows = self._orders.get(sort)
        if rows is None:
            rows = self._kept_order(sort) if sort in COMMON_ORDERS else None
            if rows is None:
                in_time = list(self.row_order.in_order(self.all_rows))
                rows = sort_order(sort, self.corpus, in_time, self.rows.__getitem__, self.proof)
            self._orders[sort] = rows
        return rows

    def _kept_order(self, sort: str) -> array[int] | None:
        """One of the common orders, if it need not be sorted."""
        rows = array("I")
        rows.frombytes(self._sections.raw(f"orders/{sort}"))
        return rows
