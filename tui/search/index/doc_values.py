"""The typed fields of all records, by row, for filters, facets and orders."""

from __future__ import annotations

from array import array
from collections import Counter
from copy import copy
from typing import TYPE_CHECKING, get_args

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES
from tui.model.records import Status, record_amount, record_date
from tui.search.analysis.analyzer import fold
from tui.search.index.doc_values_builder import TypedFields
from tui.search.index.value_rows import ValueRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.search.query.ranges import AmountRange, DateRange


class DocValues:
    """Rows by value of each field.

    Attributes:
        values: By field, then by value: the rows that have it.
        proof: Rows by proof state, as far as states are known.
    """

    def __init__(
        self, corpus: Corpus, rows: Sequence[Record], cited: Sequence[tuple[str, ...]]
    ) -> None:
        self.corpus, self.rows = corpus, rows
        self.everything = BitMap(range(len(rows)))
        self.proof: dict[str, BitMap] = {}
        self._orders: dict[str, array[int]] = {}
        self._bitmaps: dict[str, list[tuple[str, BitMap]]] = {}
        fields = TypedFields(corpus)
        for row, (record, articles) in enumerate(zip(rows, cited, strict=True)):
            fields.add(row, record, articles)
        self.values: dict[str, ValueRows[str]] = {
            name: ValueRows(found) for name, found in fields.values.items()
        }
        self._dates = ValueRows(fields.dates)
        self._lows = {unit: ValueRows(lows) for unit, lows in fields.lows.items()}
        self._highs = {unit: ValueRows(highs) for unit, highs in fields.highs.items()}

    def having(self, field: str, values: Iterable[str]) -> BitMap:
        """The rows that have one of some values."""
        if field == "proof":
            return BitMap.union(BitMap(), *(self.proof.get(value, BitMap()) for value in values))
        return self.values[field].having(values)

    def bitmaps(self, field: str) -> Iterator[tuple[str, BitMap]]:
        """Every value of a field with its rows."""
        known = self._bitmaps.get(field)
        if known is None:
            known = self._bitmaps[field] = list(self.values[field].items())
        return iter(known)

    def dated(self, wanted: DateRange) -> BitMap:
        """The rows of which some date meets a range."""
        return self._dates.where(lambda ends: wanted.meets(*ends))

    def known(self, wanted: DateRange) -> BitMap:
        """The rows with evidence in an article published in a range."""
        articles = [
            article.id
            for article in self.corpus.articles.values()
            if article.published is not None
            and wanted.meets(article.published.earliest, article.published.latest)
        ]
        return self.having("article", articles)

    def amounting(self, wanted: AmountRange) -> BitMap:
        """The rows whose main figure meets a range."""
        units = [wanted.unit] if wanted.unit else filter(_money, self._lows)
        found = BitMap()
        for unit in units:
            if unit in self._lows:
                found |= self._lows[unit].upto(wanted.high) & self._highs[unit].since(wanted.low)
        return found

    def with_proofs(self, states: Mapping[str, str]) -> DocValues:
        """The same fields, with other proof states, by record id."""
        by_state: dict[str, array[int]] = {}
        for row, record in enumerate(self.rows):
            state = states.get(record.id)
            if state:
                by_state.setdefault(state, array("I")).append(row)
        columns = copy(self)
        columns.proof = {state: BitMap(rows) for state, rows in by_state.items()}
        columns._orders = {
            name: order for name, order in list(self._orders.items()) if "proof" not in name
        }
        return columns

    def order(self, sort: str) -> array[int]:
        """All rows in the order of a field; `-` turns it round, rows without it stay last."""
        known = self._orders.get(sort)
        if known is None:
            name, down = sort.removeprefix("-"), sort.startswith("-")
            known = array("I")
            if name == "amount":
                # Two currencies are never compared: the most frequent one comes first.
                keys = self._amount_keys()
                counts = Counter({unit: len(rows) for unit, rows in keys.items()})
                for unit, _ in _by_count(counts):
                    known.extend(sorted(keys[unit], key=keys[unit].__getitem__, reverse=down))
            else:
                texts = self._keys(name)
                known.extend(sorted(texts, key=texts.__getitem__, reverse=down))
            # Rows are numbered newest first, so this is the order among those without.
            known.extend(self.everything - BitMap(known))
            self._orders[sort] = known
        return known

    def _amount_keys(self) -> dict[str, dict[int, Decimal]]:
        """By unit the figures that are compared, by row."""
        keys: dict[str, dict[int, Decimal]] = {}
        for row, record in enumerate(self.rows):
            amount = record_amount(record)
            magnitude = None if amount is None else amount.magnitude
            if amount is not None and magnitude is not None:
                keys.setdefault(amount.unit, {})[row] = magnitude
        return keys

    def _keys(self, name: str) -> Mapping[int, str | int | tuple[date, date]]:
        """What a field is compared by, by row; rows without it are left out."""
        match name:
            case "date":
                dates = ((row, record_date(record)) for row, record in enumerate(self.rows))
                return {row: when.sort_key for row, when in dates if when is not None}
            case "proof":
                return _stepped(PROOF_STATES, self.proof)
            case "status":
                return _stepped(get_args(Status), self.values["status"])
            case "payer" | "payee":
                texts: dict[int, str] = {}
                for party, rows in self.values[name].items():
                    if shown := self.corpus.party_name(party):
                        texts.update(dict.fromkeys(rows, fold(shown)))
                # Those of one name stay in the order of rows.
                return dict(sorted(texts.items()))
        found: dict[int, str] = {}
        folded: dict[str, str] = {}
        for row, record in enumerate(self.rows):
            text: str | None = getattr(record, name, None)
            if name == "kind":
                text = type(record).__name__
            if text:
                if text not in folded:
                    folded[text] = fold(text)
                found[row] = folded[text]
        return found


def _stepped(steps: Iterable[str], column: Mapping[str, Iterable[int]]) -> dict[int, int]:
    """By row the step of its value, where the values of a column are steps of a ladder."""
    return {row: at for at, step in enumerate(steps) for row in column.get(step, ())}


def _money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (not _money(item[0]), -item[1], item[0]))
