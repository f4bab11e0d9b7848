"""The orders in which results can be listed: all rows by one field."""

from __future__ import annotations

from array import array
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from pyroaring import BitMap

from tui.model.proofs import PROOF_STATES
from tui.model.records import Status, record_amount, record_date
from tui.search.analysis.analyzer import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from tui.model.corpus import Corpus
    from tui.model.records import Record

COMMON_ORDERS = ("-amount", "amount", "-date", "date", "title", "payer")
"""Those that are asked for most often, and written with the index."""


SortKey: TypeAlias = str | int | tuple[date, date]


def sort_order(
    sort: str,
    corpus: Corpus,
    rows: Sequence[int],
    record_of: Callable[[int], Record],
    proof: Mapping[str, Iterable[int]],
) -> array[int]:
    """All rows in the order of a field; `-` reverses it, rows without a value stay last.

    Args:
        sort: The field, perhaps with a sign before it.
        corpus: What has the names of parties.
        rows: The rows, the latest first.
        record_of: The record of a row.
        proof: The rows by proof state.
    """
    field, descending = sort.removeprefix("-"), sort.startswith("-")
    ordered = array("I")
    if field == "amount":
        # Amounts of two currencies are not comparable: they are sorted apart, the most frequent
        # currency first.
        amounts: dict[str, dict[int, Decimal]] = {}
        for row in rows:
            if (amount := comparable_amount(record_of(row))) is not None:
                amounts.setdefault(amount[0], {})[row] = amount[1]
        for unit in units_by_use({unit: len(by_row) for unit, by_row in amounts.items()}):
            by_row = amounts[unit]
            ordered.extend(sorted(by_row, key=by_row.__getitem__, reverse=descending))
    else:
        key_of = sort_key(field, corpus, proof)
        found = ((row, key_of(row, record_of(row))) for row in rows)
        keys: dict[int, Any] = {row: key for row, key in found if key is not None}
        # Sorting is stable, so rows of equal keys stay in order of time.
        ordered.extend(sorted(keys, key=keys.__getitem__, reverse=descending))
    placed = BitMap(ordered)
    ordered.extend([row for row in rows if row not in placed])
    return ordered


def comparable_amount(record: Record) -> tuple[str, Decimal] | None:
    """The figure of a record that is compared, with its unit."""
    amount = record_amount(record)
    magnitude = None if amount is None else amount.magnitude
    return None if amount is None or magnitude is None else (amount.unit, magnitude)


def sort_key(
    field: str, corpus: Corpus, proof: Mapping[str, Iterable[int]]
) -> Callable[[int, Record], SortKey | None]:
    """What a field is sorted by, of a row and its record; `None` for rows without a value."""
    folded: dict[str, str] = {}

    def fold_once(text: str) -> str:
        if text not in folded:
            folded[text] = fold(text)
        return folded[text]

    match field:
        case "date":
            return lambda _, record: date_.sort_key if (date_ := record_date(record)) else None
        case "proof":
            states = {state: rank for rank, state in enumerate(PROOF_STATES)}
            ranks = {row: states[state] for state in states for row in proof.get(state, ())}
            return lambda row, _: ranks.get(row)
        case "status":
            ladder = {status: rank for rank, status in enumerate(get_args(Status))}
            return lambda _, record: ladder.get(getattr(record, field, None))
        case "payer" | "payee":
            return lambda _, record: (
                fold_once(name) if (name := corpus.party_name(getattr(record, field, ""))) else None
            )
        case "kind":
            return lambda _, record: fold_once(type(record).__name__)
    return lambda _, record: fold_once(text) if (text := getattr(record, field, None)) else None


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code rather than a measure."""
    return len(unit) == 3 and unit.isupper()


def units_by_use(counts: Mapping[str, int]) -> list[str]:
    """Units by how many rows have them, currencies first."""
    used = Counter(counts)
    return sorted(used, key=lambda unit: (not is_currency(unit), -used[unit], unit))
