"""The typed fields of all records, by row, for filters, facets and orders."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias, get_args

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES
from tui.model.records import (
    Deal,
    Fact,
    Status,
    all_evidence,
    record_amount,
    record_date,
    record_parties,
)
from tui.search.fold import fold
from tui.search.texts import amounts, years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.search.values import AmountRange, DateRange, Edge

Rows: TypeAlias = "dict[str, array[int]]"
_FIELDS = (
    "payer", "payee", "party", "instrument", "status", "kind", "tag", "article", "language",
    "has", "year",
)  # fmt: skip
KINDS_OF_RECORD = ("deal", "total", "fact")


Sorted: TypeAlias = "tuple[list[Edge], array[int], list[Edge], array[int]]"
"""Low edges with their rows, and high edges with theirs, each in order."""


class Columns:
    """Rows by value of each field.

    Attributes:
        values: By field, then by value: the rows that have it, ascending.
        proof: Rows by proof state, as far as states are known.
    """

    def __init__(
        self, corpus: Corpus, rows: Sequence[Record], cited: Sequence[tuple[str, ...]]
    ) -> None:
        self.corpus, self.rows = corpus, rows
        self.everything = BitMap(range(len(rows)))
        self.proof: dict[str, BitMap] = {}
        self._dates: dict[tuple[date | None, date | None], list[int]] = {}
        self._amounts: dict[str, list[tuple[Edge, Edge, int]]] = {}
        self._same: dict[Edge, Edge] = {}
        self._edges: dict[str, Sorted] = {}
        self._orders: dict[str, array[int]] = {}
        self._bitmaps: dict[str, list[tuple[str, BitMap]]] = {}
        self._made: dict[str, defaultdict[str, list[int]]] = {
            name: defaultdict(list) for name in _FIELDS
        }
        for row, (record, articles) in enumerate(zip(rows, cited, strict=True)):
            self._add(row, record, articles)
        self.values: dict[str, Rows] = {
            name: {value: array("I", rows) for value, rows in column.items()}
            for name, column in self._made.items()
        }
        del self._made
        self._edges = {unit: _sorted(found) for unit, found in self._amounts.items()}
        # Taken apart; keeping them would double their memory.
        del self._amounts, self._same

    def _add(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        made = self._made
        parties = dict.fromkeys(record_parties(record))
        for party in parties:
            made["party"][party].append(row)
        if isinstance(record, Fact):
            made["kind"]["fact"].append(row)
            if record.kind not in KINDS_OF_RECORD:
                made["kind"][record.kind].append(row)
        else:
            made["kind"]["deal" if isinstance(record, Deal) else "total"].append(row)
            for field, value in (
                ("payer", record.payer), ("payee", record.payee), ("status", record.status),
            ):  # fmt: skip
                if value:
                    made[field][value].append(row)
        if isinstance(record, Deal):
            made["instrument"][record.instrument].append(row)
            if record.tranches:
                made["has"]["tranches"].append(row)
        for tag in {fold(tag) for tag in record.tags}:
            made["tag"][tag].append(row)
        self._when(row, record)
        amount = record_amount(record)
        if amount is not None and (edges := amount_edges(amount)) is not None:
            low, high = (self._same.setdefault(edge, edge) for edge in edges)
            self._amounts.setdefault(amount.unit, []).append((low, high, row))
        if next(amounts(record), None) is not None:
            made["has"]["amount"].append(row)
        if record.note:
            made["has"]["note"].append(row)
        if cited:
            self._evidence(row, record, cited)

    def _evidence(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        made = self._made
        made["has"]["evidence"].append(row)
        if any(item.stance == "disputes" for _, item in all_evidence(record)):
            made["has"]["dispute"].append(row)
        articles = self.corpus.articles
        for article in cited:
            made["article"][article].append(row)
        for language in {articles[article].language for article in cited if article in articles}:
            made["language"][language].append(row)

    def _when(self, row: int, record: Record) -> None:
        dates = {record_date(record)}
        if isinstance(record, Deal):
            dates.add(record.date)
            dates.update([tranche.date for tranche in record.tranches])
        dates.discard(None)
        if record_date(record) is not None:
            self._made["has"]["date"].append(row)
        known: set[int] = set()
        for when in dates:
            assert when is not None
            self._dates.setdefault((when.earliest, when.latest), []).append(row)
            known.update(years(when))
        for year in known:
            self._made["year"][str(year)].append(row)

    def having(self, field: str, values: Iterable[str]) -> BitMap:
        """The rows that have one of some values."""
        if field == "proof":
            return BitMap.union(BitMap(), *(self.proof.get(value, BitMap()) for value in values))
        column = self.values[field]
        return BitMap.union(
            BitMap(), *(BitMap(column[value]) for value in values if value in column)
        )

    def bitmaps(self, field: str) -> Iterator[tuple[str, BitMap]]:
        """Every value of a field with its rows."""
        known = self._bitmaps.get(field)
        if known is None:
            known = self._bitmaps[field] = [
                (value, BitMap(rows)) for value, rows in self.values[field].items()
            ]
        return iter(known)

    def dated(self, wanted: DateRange) -> BitMap:
        """The rows of which some date meets a range."""
        return BitMap.union(
            BitMap(),
            *(BitMap(rows) for ends, rows in self._dates.items() if wanted.meets(*ends)),
        )

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
        units = [wanted.unit] if wanted.unit else [unit for unit in self._edges if _money(unit)]
        found = BitMap()
        for unit in units:
            if unit not in self._edges:
                continue
            lows, by_low, highs, by_high = self._edges[unit]
            start, end = 0, len(lows)
            if wanted.high is not None:
                end = bisect_right(lows, wanted.high)
            if wanted.low is not None:
                start = bisect_left(highs, wanted.low)
            found |= BitMap(by_low[:end]) & BitMap(by_high[start:])
        return found

    def set_proof(self, states: Mapping[str, str]) -> None:
        """Replace the proof states, by record id."""
        by_state: dict[str, array[int]] = {}
        for row, record in enumerate(self.rows):
            state = states.get(record.id)
            if state:
                by_state.setdefault(state, array("I")).append(row)
        self.proof = {state: BitMap(rows) for state, rows in by_state.items()}
        self._orders.pop("proof", None)
        self._orders.pop("-proof", None)

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


def _sorted(found: list[tuple[Edge, Edge, int]]) -> Sorted:
    """Rows with their edges by the low one, and by the high one."""
    by_low = sorted(found, key=lambda item: item[0])
    by_high = sorted(found, key=lambda item: item[1])
    return (
        [low for low, _, _ in by_low], array("I", (row for *_, row in by_low)),
        [high for _, high, _ in by_high], array("I", (row for *_, row in by_high)),
    )  # fmt: skip


def _money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (not _money(item[0]), -item[1], item[0]))


def amount_edges(amount: Quantity) -> tuple[Edge, Edge] | None:
    """The bounds that a filter compares: what the source names.

    A range is itself. "Up to 4 bn" counts as 4 bn and "at least 3 bn" as 3 bn: an open side
    would meet every question.
    """
    span = amount.span()
    if span is None:
        return None
    low = (span.low, 1 if span.low_open else 0) if span.low is not None else None
    high = (span.high, -1 if span.high_open else 0) if span.high is not None else None
    if low is None and high is None:
        return None
    return (low or high, high or low)  # type: ignore[return-value] # not both are None
