"""Collects doc values: for every field and value the records that have it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from tui.model.records import Deal, Fact, all_evidence, record_amount, record_date, record_parties
from tui.search.analysis.analyzer import fold
from tui.search.index.indexed_texts import record_amounts, years_of

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.quantities import Quantity
    from tui.model.records import Record
    from tui.search.query.value_ranges import RangeEnd

FIELDS = (
    "payer", "payee", "party", "instrument", "status", "kind", "tag", "article", "publisher",
    "language", "has", "year",
)  # fmt: skip
"""The fields that have the rows by value."""
_KINDS_OF_RECORD = ("deal", "total", "fact")


class DocValuesBuilder:
    """Collects the rows by value of each field, record by record.

    Attributes:
        values: By field, then by value.
        dates: By the first and the last day that a date may mean.
        lows: By unit, then by the lower bound of the main figure, see `amount_bounds`.
        highs: By unit, then by its upper bound.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.values: dict[str, defaultdict[str, list[int]]] = {
            name: defaultdict(list) for name in FIELDS
        }
        self.dates: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
        self.lows: dict[str, defaultdict[RangeEnd, list[int]]] = {}
        self.highs: dict[str, defaultdict[RangeEnd, list[int]]] = {}
        self._shared: dict[RangeEnd, RangeEnd] = {}

    def add(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        """Add the values of a record; rows must come in ascending order.

        Args:
            row: Its number.
            record: The record.
            cited: The ids of the articles that it quotes.
        """
        values = self.values
        parties = dict.fromkeys(record_parties(record))
        for party in parties:
            values["party"][party].append(row)
        if isinstance(record, Fact):
            values["kind"]["fact"].append(row)
            # A kind of fact that is named like a kind of record would match both.
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
        self._add_dates(row, record)
        amount = record_amount(record)
        if amount is not None and (bounds := amount_bounds(amount)) is not None:
            self._add_bounds(row, amount.unit, bounds)
        if next(record_amounts(record), None) is not None:
            values["has"]["amount"].append(row)
        if record.note:
            values["has"]["note"].append(row)
        if record.used_in:
            values["has"]["used-in"].append(row)
        if cited:
            self._add_evidence(row, record, cited)

    def _add_bounds(self, row: int, unit: str, bounds: tuple[RangeEnd, RangeEnd]) -> None:
        # Most figures are exact, with one number for both bounds: it is stored once.
        low, high = (self._shared.setdefault(bound, bound) for bound in bounds)
        self.lows.setdefault(unit, defaultdict(list))[low].append(row)
        self.highs.setdefault(unit, defaultdict(list))[high].append(row)

    def _add_evidence(self, row: int, record: Record, cited: tuple[str, ...]) -> None:
        values = self.values
        values["has"]["evidence"].append(row)
        if any(item.stance == "disputes" for _, item in all_evidence(record)):
            values["has"]["dispute"].append(row)
        articles = self.corpus.articles
        for article in cited:
            values["article"][article].append(row)
        known = [articles[article] for article in cited if article in articles]
        for language in {article.language for article in known}:
            values["language"][language].append(row)
        for publisher in {article.publisher for article in known if article.publisher}:
            values["publisher"][publisher].append(row)

    def _add_dates(self, row: int, record: Record) -> None:
        dates = {record_date(record)}
        if isinstance(record, Deal):
            dates.add(record.date)
            dates.update([tranche.date for tranche in record.tranches])
        dates.discard(None)
        if record_date(record) is not None:
            self.values["has"]["date"].append(row)
        years: set[int] = set()
        for date_ in dates:
            assert date_ is not None
            self.dates[date_.earliest or date.min, date_.latest or date.max].append(row)
            years.update(years_of(date_))
        for year in years:
            self.values["year"][str(year)].append(row)


def amount_bounds(amount: Quantity) -> tuple[RangeEnd, RangeEnd] | None:
    """The bounds of an amount that filters compare: those that the source names.

    A range has both. "Up to 4 bn" counts as 4 bn and "at least 3 bn" as 3 bn: with an open side
    they would match nearly every filter.
    """
    span = amount.span()
    if span is None:
        return None
    low = (span.low, 1 if span.low_open else 0) if span.low is not None else None
    high = (span.high, -1 if span.high_open else 0) if span.high is not None else None
    if low is None and high is None:
        return None
    return (low or high, high or low)  # type: ignore[return-value] # not both are None
