"""The typed fields of all records, by row, for filters, facets and orders."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from pyroaring import BitMap

from tui.model.records import Deal, Fact, all_evidence, record_amount, record_date
from tui.search.fold import fold
from tui.search.texts import amounts, years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.search.values import AmountRange, DateRange, Edge

Rows: TypeAlias = "dict[str, array[int]]"


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
        self.values: dict[str, Rows] = {
            name: {}
            for name in ("payer", "payee", "party", "instrument", "status", "kind", "tag",
                         "article", "language", "has", "year")
        }  # fmt: skip
        self.proof: dict[str, BitMap] = {}
        self._dates: dict[tuple[date | None, date | None], array[int]] = {}
        self._amounts: dict[str, list[tuple[Edge, Edge, int]]] = {}
        self._edges: dict[str, tuple[list[Edge], array[int], list[Edge], array[int]]] = {}
        self._orders: dict[str, array[int]] = {}
        self._bitmaps: dict[str, list[tuple[str, BitMap]]] = {}
        for row, (record, articles) in enumerate(zip(rows, cited, strict=True)):
            self._add(row, record, articles)

    def _add(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        self._parties(row, record)
        if isinstance(record, Deal):
            self._note("instrument", record.instrument, row)
        if isinstance(record, Fact):
            self._note("kind", record.kind, row)
        elif record.status:
            self._note("status", record.status, row)
        self._note("kind", type(record).__name__.lower(), row)
        for tag in record.tags:
            self._note("tag", fold(tag), row)
        self._when(row, record)
        amount = record_amount(record)
        if amount is not None and (edges := amount_edges(amount)) is not None:
            self._amounts.setdefault(amount.unit, []).append((*edges, row))
        languages = set()
        for article in cited:
            self._note("article", article, row)
            known = self.corpus.articles.get(article)
            if known is not None:
                languages.add(known.language)
        for language in languages:
            self._note("language", language, row)
        self._has(row, record, bool(cited))

    def _note(self, field: str, value: str, row: int) -> None:
        rows = self.values[field].get(value)
        if rows is None:
            rows = self.values[field][value] = array("I")
        if not rows or rows[-1] != row:
            rows.append(row)

    def _parties(self, row: int, record: Record) -> None:
        if isinstance(record, Fact):
            named: tuple[str, ...] = (record.party, record.holder)
        else:
            if record.payer:
                self._note("payer", record.payer, row)
            if record.payee:
                self._note("payee", record.payee, row)
            named = (record.payer, record.payee)
            if isinstance(record, Deal):
                named = (*named, *record.parties, record.subject)
        for party in named:
            if party:
                self._note("party", party, row)

    def _when(self, row: int, record: Record) -> None:
        dates = [record_date(record)]
        if isinstance(record, Deal):
            dates += [record.date, *(tranche.date for tranche in record.tranches)]
        intervals = {(when.earliest, when.latest) for when in dates if when is not None}
        for interval in intervals:
            rows = self._dates.get(interval)
            if rows is None:
                rows = self._dates[interval] = array("I")
            rows.append(row)
        for year in {year for when in dates for year in years(when)}:
            self._note("year", str(year), row)

    def _has(self, row: int, record: Record, evidence: bool) -> None:
        if isinstance(record, Deal) and record.tranches:
            self._note("has", "tranches", row)
        if next(amounts(record), None) is not None:
            self._note("has", "amount", row)
        if record_date(record) is not None:
            self._note("has", "date", row)
        if evidence:
            self._note("has", "evidence", row)
            if any(item.stance == "disputes" for _, item in all_evidence(record)):
                self._note("has", "dispute", row)
        if record.note:
            self._note("has", "note", row)

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
        units = [wanted.unit] if wanted.unit else [unit for unit in self._amounts if _money(unit)]
        found = BitMap()
        for unit in units:
            if unit not in self._amounts:
                continue
            lows, by_low, highs, by_high = self._sorted(unit)
            start, end = 0, len(lows)
            if wanted.high is not None:
                end = bisect_right(lows, wanted.high)
            if wanted.low is not None:
                start = bisect_left(highs, wanted.low)
            found |= BitMap(by_low[:end]) & BitMap(by_high[start:])
        return found

    def _sorted(self, unit: str) -> tuple[list[Edge], array[int], list[Edge], array[int]]:
        edges = self._edges.get(unit)
        if edges is None:
            by_low = sorted(self._amounts[unit], key=lambda item: item[0])
            by_high = sorted(self._amounts[unit], key=lambda item: item[1])
            edges = self._edges[unit] = (
                [low for low, _, _ in by_low], array("I", (row for *_, row in by_low)),
                [high for _, high, _ in by_high], array("I", (row for *_, row in by_high)),
            )  # fmt: skip
        return edges

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
            key = {"amount": self._amount_key, "date": self._date_key}.get(name)
            if key is not None:
                with_key = [(key(row), row) for row in self.everything]
            else:
                with_key = [(self._text_key(name, row), row) for row in self.everything]
            present = [pair for pair in with_key if pair[0]]
            present.sort(key=lambda pair: pair[0], reverse=down)
            if name == "amount":
                # Two currencies are never compared: the most frequent one comes first.
                units = Counter(self._unit(row) for _, row in present)
                place = {unit: at for at, (unit, _) in enumerate(_by_count(units))}
                present.sort(key=lambda pair: place[self._unit(pair[1])])
            known = array("I", (row for _, row in present))
            known.extend(row for value, row in with_key if not value)
            self._orders[sort] = known
        return known

    def _unit(self, row: int) -> str:
        amount = record_amount(self.rows[row])
        return amount.unit if amount else ""

    def _amount_key(self, row: int) -> tuple[object, ...]:
        amount = record_amount(self.rows[row])
        magnitude = amount.magnitude if amount else None
        return () if magnitude is None else (magnitude,)

    def _date_key(self, row: int) -> tuple[object, ...]:
        when = record_date(self.rows[row])
        return when.sort_key if when else ()

    def _text_key(self, name: str, row: int) -> tuple[object, ...]:
        record = self.rows[row]
        match name:
            case "payer" | "payee":
                party = getattr(record, name, "")
                text = self.corpus.party_name(party) if party else ""
            case "kind":
                text = type(record).__name__
            case "proof":
                text = next((state for state, rows in self.proof.items() if row in rows), "")
            case _:
                text = getattr(record, name, None) or ""
        return (fold(text),) if text else ()


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
