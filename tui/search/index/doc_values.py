"""Doc values: the typed fields of all records by row, for filters, facets and sort orders."""

from __future__ import annotations

from array import array
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING, get_args

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES
from tui.model.records import Status, record_amount, record_date
from tui.search.analysis.analyzer import fold
from tui.search.index.doc_values_builder import DocValuesBuilder
from tui.search.index.mark_rows import MarkRows
from tui.search.index.value_rows import ValueRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.search.query.value_ranges import AmountRange, DateRange


class DocValues:
    """The rows by value of each field.

    Attributes:
        corpus: The corpus.
        rows: The records, by row.
        all_rows: Every row.
        values: By field, then by value: the rows that have it.
        proof: Rows by proof state, as far as states are known.
        marks: Rows with marks of the user, as far as they are known.
    """

    def __init__(
        self, corpus: Corpus, rows: Sequence[Record], cited: Sequence[tuple[str, ...]]
    ) -> None:
        self.corpus, self.rows = corpus, rows
        self.all_rows = BitMap(range(len(rows)))
        self.proof: dict[str, BitMap] = {}
        self.marks = MarkRows()
        self._orders: dict[str, array[int]] = {}
        self._bitmaps: dict[str, list[tuple[str, BitMap]]] = {}
        fields = DocValuesBuilder(corpus)
        for row, (record, articles) in enumerate(zip(rows, cited, strict=True)):
            fields.add(row, record, articles)
        self.values: dict[str, ValueRows[str]] = {
            name: ValueRows(rows_by_value) for name, rows_by_value in fields.values.items()
        }
        self._dates = ValueRows(fields.dates)
        self._lows = {unit: ValueRows(lows) for unit, lows in fields.lows.items()}
        self._highs = {unit: ValueRows(highs) for unit, highs in fields.highs.items()}

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
        units = [range_.unit] if range_.unit else filter(_is_currency, self._lows)
        rows = BitMap()
        for unit in units:
            # Two intervals overlap where each begins before the other ends.
            if unit in self._lows:
                rows |= self._lows[unit].upto(range_.high) & self._highs[unit].since(range_.low)
        return rows

    def with_proofs(self, states: Mapping[str, str]) -> DocValues:
        """A copy with other proof states, given by record id; everything else is shared."""
        by_state: dict[str, array[int]] = {}
        for row, record in enumerate(self.rows):
            state = states.get(record.id)
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
            field, descending = sort.removeprefix("-"), sort.startswith("-")
            rows = array("I")
            if field == "amount":
                # Amounts of two currencies are not comparable: they are sorted apart, the most
                # frequent currency first.
                amounts = self._amounts_by_unit()
                counts = Counter({unit: len(by_row) for unit, by_row in amounts.items()})
                for unit, _ in _units_by_use(counts):
                    by_row = amounts[unit]
                    rows.extend(sorted(by_row, key=by_row.__getitem__, reverse=descending))
            else:
                keys = self._sort_keys(field)
                rows.extend(sorted(keys, key=keys.__getitem__, reverse=descending))
            # Rows are numbered newest first, so the rest is in order of time.
            rows.extend(self.all_rows - BitMap(rows))
            self._orders[sort] = rows
        return rows

    def _amounts_by_unit(self) -> dict[str, dict[int, Decimal]]:
        """The figures that are compared, by unit, then by row."""
        amounts: dict[str, dict[int, Decimal]] = {}
        for row, record in enumerate(self.rows):
            amount = record_amount(record)
            magnitude = None if amount is None else amount.magnitude
            if amount is not None and magnitude is not None:
                amounts.setdefault(amount.unit, {})[row] = magnitude
        return amounts

    def _sort_keys(self, field: str) -> Mapping[int, str | int | tuple[date, date]]:
        """What a field is sorted by, by row; rows without a value are left out."""
        match field:
            case "date":
                dates = ((row, record_date(record)) for row, record in enumerate(self.rows))
                return {row: date_.sort_key for row, date_ in dates if date_ is not None}
            case "proof":
                return _ladder_keys(PROOF_STATES, self.proof)
            case "status":
                return _ladder_keys(get_args(Status), self.values["status"])
            case "payer" | "payee":
                names: dict[int, str] = {}
                for party, rows in self.values[field].items():
                    if name := self.corpus.party_name(party):
                        names.update(dict.fromkeys(rows, fold(name)))
                # Sorting is stable, so rows of equal names stay in order of time.
                return dict(sorted(names.items()))
        keys: dict[int, str] = {}
        folded: dict[str, str] = {}
        for row, record in enumerate(self.rows):
            text: str | None = getattr(record, field, None)
            if field == "kind":
                text = type(record).__name__
            if text:
                if text not in folded:
                    folded[text] = fold(text)
                keys[row] = folded[text]
        return keys


def _ladder_keys(ladder: Iterable[str], column: Mapping[str, Iterable[int]]) -> dict[int, int]:
    """The rank of each row's value, where the values of a field are the rungs of a ladder."""
    return {row: rank for rank, value in enumerate(ladder) for row in column.get(value, ())}


def _is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code rather than a measure."""
    return len(unit) == 3 and unit.isupper()


def _units_by_use(counts: Counter[str]) -> list[tuple[str, int]]:
    """Units by how many rows have them, currencies first."""
    return sorted(counts.items(), key=lambda item: (not _is_currency(item[0]), -item[1], item[0]))
