"""The orders in which results can be listed: all rows by one field."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, get_args

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES
from tui.model.records import Status, record_amount, record_date
from tui.search.analysis.analyzer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.records import Record

COMMON_ORDERS = ("-amount", "amount", "-date", "date", "title", "payer")
"""Those that are asked for most often, and written with the index."""


def sort_order(
    sort: str,
    corpus: Corpus,
    records: Sequence[Record],
    values: Mapping[str, Mapping[str, Iterable[int]]],
) -> array[int]:
    """All rows in the order of a field; `-` reverses it, rows without a value stay last.

    Args:
        sort: The field, perhaps with a sign before it.
        corpus: What has the names of parties.
        records: The records, newest first; their positions are the rows.
        values: By field, then by value: the rows that have it; `proof` among them.
    """
    field, descending = sort.removeprefix("-"), sort.startswith("-")
    rows = array("I")
    if field == "amount":
        # Amounts of two currencies are not comparable: they are sorted apart, the most frequent
        # currency first.
        amounts = _amounts_by_unit(records)
        for unit in _units_by_use({unit: len(by_row) for unit, by_row in amounts.items()}):
            by_row = amounts[unit]
            rows.extend(sorted(by_row, key=by_row.__getitem__, reverse=descending))
    else:
        keys = _sort_keys(field, corpus, records, values)
        rows.extend(sorted(keys, key=keys.__getitem__, reverse=descending))
    # Rows are numbered newest first, so the rest is in order of time.
    rows.extend(BitMap(range(len(records))) - BitMap(rows))
    return rows


def _amounts_by_unit(records: Sequence[Record]) -> dict[str, dict[int, Decimal]]:
    """The figures that are compared, by unit, then by row."""
    amounts: dict[str, dict[int, Decimal]] = {}
    for row, record in enumerate(records):
        amount = record_amount(record)
        magnitude = None if amount is None else amount.magnitude
        if amount is not None and magnitude is not None:
            amounts.setdefault(amount.unit, {})[row] = magnitude
    return amounts


def _sort_keys(
    field: str,
    corpus: Corpus,
    records: Sequence[Record],
    values: Mapping[str, Mapping[str, Iterable[int]]],
) -> Mapping[int, str | int | tuple[date, date]]:
    """What a field is sorted by, by row; rows without a value are left out."""
    match field:
        case "date":
            dates = ((row, record_date(record)) for row, record in enumerate(records))
            return {row: date_.sort_key for row, date_ in dates if date_ is not None}
        case "proof":
            return _ladder_keys(PROOF_STATES, values["proof"])
        case "status":
            return _ladder_keys(get_args(Status), values["status"])
        case "payer" | "payee":
            names: dict[int, str] = {}
            for party, rows in values[field].items():
                if name := corpus.party_name(party):
                    names.update(dict.fromkeys(rows, fold(name)))
            # Sorting is stable, so rows of equal names stay in order of time.
            return dict(sorted(names.items()))
    keys: dict[int, str] = {}
    folded: dict[str, str] = {}
    for row, record in enumerate(records):
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


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code rather than a measure."""
    return len(unit) == 3 and unit.isupper()


def _units_by_use(counts: Mapping[str, int]) -> list[str]:
    """Units by how many rows have them, currencies first."""
    used = Counter(counts)
    return sorted(used, key=lambda unit: (not is_currency(unit), -used[unit], unit))
