"""Payers against payees, four columns a currency, nothing converted and nothing mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from tui.flows.edges import COLUMNS, Column, Edge
from tui.flows.sums import Sum, Tally, weights

if TYPE_CHECKING:
    from collections.abc import Iterable

_Key = TypeVar("_Key", str, tuple[str, str])

_NOTHING = Decimal(0)

Sums: TypeAlias = dict[str, dict[Column, Sum]]
"""By unit, most used first, then by column; a column without an entry is not there."""


class Cell(msgspec.Struct, frozen=True):
    """All that one party pays another.

    Attributes:
        payer: Party id, empty when not named.
        payee: Party id, empty when not named.
        edges: What it adds up, in their order.
    """

    payer: str
    payee: str
    edges: Sequence[Edge]

    @property
    def sums(self) -> Sums:
        """By unit and column, added up anew; the unit is empty where no amount is told."""
        return sums_of(self.edges)

    @property
    def deals(self) -> tuple[str, ...]:
        """The deals behind it, in their order."""
        return tuple(dict.fromkeys(edge.deal_id for edge in self.edges))


class Cells(Mapping[tuple[str, str], Cell]):
    """The cells of a matrix, each made when it is looked at: most of many are not."""

    def __init__(self, groups: dict[tuple[str, str], Edge | list[Edge]]) -> None:
        self._groups = groups

    def __getitem__(self, pair: tuple[str, str]) -> Cell:
        group = self._groups[pair]
        return Cell(*pair, group if isinstance(group, list) else (group,))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def heaviest(self, unit: str, most: int) -> tuple[list[Cell], int]:
        """The cells with the largest sums of one unit, and how many others have that unit."""
        weighed = [
            (weight.copy_negate(), *pair)
            for pair, group in self._groups.items()
            if (weight := _weights(group).get(unit)) is not None
        ]
        chosen = nsmallest(most, weighed)
        cells = [self[payer, payee] for _, payer, payee in chosen]
        return cells, len(weighed) - len(cells)


class Matrix(msgspec.Struct, frozen=True, dict=True):
    """Who pays whom.

    Attributes:
        payers: Rows, heaviest first.
        payees: Columns, heaviest first.
        cells: By (payer, payee), heaviest first; pairs without a flow are not there.
        units: Units by how many entries have them, the empty unit last.
        by_payer: The edges of each payer.
        by_payee: The edges of each payee.
        edges: All of them.
    """

    payers: tuple[str, ...]
    payees: tuple[str, ...]
    cells: Cells
    units: tuple[str, ...]
    by_payer: dict[str, list[Edge]]
    by_payee: dict[str, list[Edge]]
    edges: Sequence[Edge]

    @cached_property
    def total(self) -> Sums:
        """The sums over all."""
        return sums_of(self.edges)

    def paid_by(self, party: str) -> Sums:
        """What a party pays, over all payees."""
        return sums_of(self.by_payer.get(party, ()))

    def paid_to(self, party: str) -> Sums:
        """What a party gets, over all payers."""
        return sums_of(self.by_payee.get(party, ()))


def sums_of(edges: Iterable[Edge]) -> Sums:
    """The edges added up by unit and column."""
    tallies: dict[tuple[str, Column], Tally] = {}
    units = Counter[str]()
    for edge in edges:
        key = (edge.unit, edge.column)
        tally = tallies.get(key)
        if tally is None:
            tally = tallies[key] = Tally()
        tally.add(edge.span, edge.deal_id)
        units[edge.unit] += 1
    return {
        unit: {
            column: tallies[unit, column].sum() for column in COLUMNS if (unit, column) in tallies
        }
        for unit in _by_use(units)
    }


def matrix(edges: Iterable[Edge]) -> Matrix:
    """Group the edges by payer and payee; cells and totals are added up when asked for.

    Order is by the most used unit that a party or pair has, then by its heaviest column in that
    unit, then by id; two currencies are never weighed against each other.
    """
    edges = list(edges)
    pairs: dict[tuple[str, str], Edge | list[Edge]] = {}
    by_payer: dict[str, list[Edge]] = {}
    by_payee: dict[str, list[Edge]] = {}
    for edge in edges:
        payer, payee = edge.payer, edge.payee
        by_payer.setdefault(payer, []).append(edge)
        by_payee.setdefault(payee, []).append(edge)
        before = pairs.setdefault((payer, payee), edge)
        if before is not edge:
            if isinstance(before, list):
                before.append(edge)
            else:
                pairs[payer, payee] = [before, edge]
    units = _by_use(Counter([edge.unit for edge in edges]))
    return Matrix(
        _heaviest_first(by_payer, units),
        _heaviest_first(by_payee, units),
        Cells({pair: pairs[pair] for pair in _heaviest_first(pairs, units)}),
        units,
        by_payer,
        by_payee,
        edges,
    )


def _by_use(units: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(units, key=lambda unit: (unit == "", -units[unit], unit)))


def _weights(group: Edge | list[Edge]) -> dict[str, Decimal]:
    return weights(group if isinstance(group, list) else (group,))


def _heaviest_first(
    groups: Mapping[_Key, Edge | list[Edge]], units: tuple[str, ...]
) -> tuple[_Key, ...]:
    rank = {unit: at for at, unit in enumerate(units)}
    # Equal weights are many: sorting distinct ones, then ids, takes a third of sorting both.
    buckets: list[dict[Decimal, list[_Key]]] = [{} for _ in units]
    for key, group in groups.items():
        if isinstance(group, list):
            weighed = weights(group)
            unit = min(weighed, key=rank.__getitem__)
            weight = weighed[unit]
        else:
            unit, weight = group.unit, group.amount or _NOTHING
        buckets[rank[unit]].setdefault(weight, []).append(key)
    return tuple(
        [
            key
            for bucket in buckets
            for weight in sorted(bucket, reverse=True)
            for key in sorted(bucket[weight])
        ]
    )
