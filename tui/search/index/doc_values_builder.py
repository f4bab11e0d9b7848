"""Collects the typed fields of records: for every value the rows that have it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from tui.model.records import Deal, Fact, all_evidence, record_amount, record_date, record_parties
from tui.search.analysis.analyzer import fold
from tui.search.index.indexed_texts import amounts, years

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.search.query.ranges import Edge

_FIELDS = (
    "payer", "payee", "party", "instrument", "status", "kind", "tag", "article", "language",
    "has", "year",
)  # fmt: skip
_KINDS_OF_RECORD = ("deal", "total", "fact")


class TypedFields:
    """Rows by value of each field, as they are met.

    Attributes:
        values: By field, then by value.
        dates: By the first and the last day that a date may mean.
        lows: By unit, then by the lower bound of the main figure, see `amount_edges`.
        highs: By unit, then by its upper bound.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.values: dict[str, defaultdict[str, list[int]]] = {
            name: defaultdict(list) for name in _FIELDS
        }
        self.dates: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
        self.lows: dict[str, defaultdict[Edge, list[int]]] = {}
        self.highs: dict[str, defaultdict[Edge, list[int]]] = {}
        self._same: dict[Edge, Edge] = {}

    def add(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        """Note a record, later ones at later rows.

        Args:
            row: Its number.
            record: The record.
            cited: The articles that it quotes.
        """
        values = self.values
        parties = dict.fromkeys(record_parties(record))
        for party in parties:
            values["party"][party].append(row)
        if isinstance(record, Fact):
            values["kind"]["fact"].append(row)
            if record.kind not in _KINDS_OF_RECORD:
                values["kind"][record.kind].append(row)
        else:
            values["kind"]["deal" if isinstance(record, Deal) else "total"].append(row)
            for field, value in (
                ("payer", record.payer), ("payee", record.payee), ("status", record.status),
            ):  # fmt: skip
                if value:
                    values[field][value].append(row)
        if isinstance(record, Deal):
            values["instrument"][record.instrument].append(row)
            if record.tranches:
                values["has"]["tranches"].append(row)
        for tag in {fold(tag) for tag in record.tags}:
            values["tag"][tag].append(row)
        self._when(row, record)
        amount = record_amount(record)
        if amount is not None and (edges := amount_edges(amount)) is not None:
            self._bounds(row, amount.unit, edges)
        if next(amounts(record), None) is not None:
            values["has"]["amount"].append(row)
        if record.note:
            values["has"]["note"].append(row)
        if cited:
            self._evidence(row, record, cited)

    def _bounds(self, row: int, unit: str, edges: tuple[Edge, Edge]) -> None:
        # Most figures are exact and have one bound twice: it is kept once.
        low, high = (self._same.setdefault(edge, edge) for edge in edges)
        self.lows.setdefault(unit, defaultdict(list))[low].append(row)
        self.highs.setdefault(unit, defaultdict(list))[high].append(row)

    def _evidence(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        values = self.values
        values["has"]["evidence"].append(row)
        if any(item.stance == "disputes" for _, item in all_evidence(record)):
            values["has"]["dispute"].append(row)
        articles = self.corpus.articles
        for article in cited:
            values["article"][article].append(row)
        for language in {articles[article].language for article in cited if article in articles}:
            values["language"][language].append(row)

    def _when(self, row: int, record: Record) -> None:
        dates = {record_date(record)}
        if isinstance(record, Deal):
            dates.add(record.date)
            dates.update([tranche.date for tranche in record.tranches])
        dates.discard(None)
        if record_date(record) is not None:
            self.values["has"]["date"].append(row)
        known: set[int] = set()
        for when in dates:
            assert when is not None
            self.dates[when.earliest or date.min, when.latest or date.max].append(row)
            known.update(years(when))
        for year in known:
            self.values["year"][str(year)].append(row)


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
