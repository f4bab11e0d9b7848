"""The matrix of flows: payers against payees, four columns a currency, nothing converted or mixed.

Grouping 100,000 edges by pair is one pass; sums and orders are computed only for what is looked at.
The largest cells of a unit are selected by a heap (`nlargest`, O(n log k)) and only these are
sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from tui.flows.edges import COLUMNS, Column, Edge
from tui.flows.sums import Sum, add_up, weights

if TYPE_CHECKING:
    from collections.abc import Iterable

_Key = TypeVar("_Key", str, tuple[str, str])

_ZERO = Decimal(0)

Sums: TypeAlias = dict[str, dict[Column, Sum]]
"""By unit, the most used first, then by column; absent columns have no entry."""


class Cell(msgspec.Struct, frozen=True):
    """Everything that one party pays another.

    Attributes:
        payer: Party id, empty when not named.
        payee: Party id, empty when not named.
        edges: The edges from one to the other, in their order.
    """

    payer: str
    payee: str
    edges: Sequence[Edge]

    @property
    def sums(self) -> Sums:
        """The sums by unit and column; computed on every access.

        The unit is empty for edges without an amount.
        """
        return sums_of(self.edges)

    @property
    def deals(self) -> tuple[str, ...]:
        """The deals behind it, in their order."""
        return tuple(dict.fromkeys(edge.deal_id for edge in self.edges))


class FlowCells(Mapping[tuple[str, str], Cell]):
    """The cells of a matrix by pair, largest sums first; created and sorted only when looked at."""

    def __init__(self, groups: dict[tuple[str, str], Edge | list[Edge]]) -> None:
        self._groups = groups

    @cached_property
    def _order(self) -> tuple[tuple[str, str], ...]:
        units = Counter[str]()
        for group in self._groups.values():
            units.update([edge.unit for edge in group] if isinstance(group, list) else [group.unit])
        return _heaviest_first(self._groups, _units_by_use(units))

    @cached_property
    def _weights_by_unit(self) -> dict[str, list[tuple[Decimal, tuple[str, str]]]]:
        """For each unit the pairs that have it, each with its weight."""
        by_unit: dict[str, list[tuple[Decimal, tuple[str, str]]]] = {}
        for pair, group in self._groups.items():
            if isinstance(group, list):
                for unit, weight in weights(group).items():
                    by_unit.setdefault(unit, []).append((weight, pair))
            else:
                by_unit.setdefault(group.unit, []).append((group.amount or _ZERO, pair))
        return by_unit

    def __getitem__(self, pair: tuple[str, str]) -> Cell:
        group = self._groups[pair]
        return Cell(*pair, group if isinstance(group, list) else (group,))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._groups)

    def heaviest(self, unit: str, limit: int) -> tuple[list[Cell], int]:
        """The cells with the largest sums of one unit, and how many others have that unit."""
        weighted = self._weights_by_unit.get(unit, [])
        # Only cells that weigh as much as the last one listed have to be sorted, ties included.
        threshold = min(nlargest(limit, [weight for weight, _ in weighted]), default=_ZERO)
        candidates = [entry for entry in weighted if entry[0] >= threshold]
        candidates.sort(key=lambda entry: (entry[0].copy_negate(), *entry[1]))
        cells = [self[pair] for _, pair in candidates[:limit]]
        return cells, len(weighted) - len(cells)


class Matrix(msgspec.Struct, frozen=True, dict=True):
    """Who pays whom; orders and sums are computed when asked for.

    Attributes:
        cells: By (payer, payee), largest sums first; pairs without a flow have no entry.
        edges: All of them.
    """

    cells: FlowCells
    edges: Sequence[Edge]

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Units by how many edges have them, the empty unit last."""
        return _units_by_use(Counter([edge.unit for edge in self.edges]))

    @cached_property
    def by_payer(self) -> dict[str, list[Edge]]:
        """The edges of each payer."""
        groups: dict[str, list[Edge]] = {}
        for edge in self.edges:
            groups.setdefault(edge.payer, []).append(edge)
        return groups

    @cached_property
    def by_payee(self) -> dict[str, list[Edge]]:
        """The edges of each payee."""
        groups: dict[str, list[Edge]] = {}
        for edge in self.edges:
            groups.setdefault(edge.payee, []).append(edge)
        return groups

    @cached_property
    def payers(self) -> tuple[str, ...]:
        """All payers, largest sums first."""
        return _heaviest_first(self.by_payer, self.units)

    @cached_property
    def payees(self) -> tuple[str, ...]:
        """All payees, largest sums first."""
        return _heaviest_first(self.by_payee, self.units)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Every named party that pays or is paid."""
        both = {edge.payer for edge in self.edges} | {edge.payee for edge in self.edges}
        return frozenset(both - {""})

    @cached_property
    def total(self) -> Sums:
        """The sums over all edges."""
        return sums_of(self.edges)

    def paid_by(self, party: str) -> Sums:
        """What a party pays, over all payees."""
        return sums_of(self.by_payer.get(party, ()))

    def paid_to(self, party: str) -> Sums:
        """What a party receives, over all payers."""
        return sums_of(self.by_payee.get(party, ()))


def sums_of(edges: Iterable[Edge]) -> Sums:
    """The edges added up by unit and column."""
    groups: dict[tuple[str, Column], list[Edge]] = {}
    for edge in edges:
        key = edge.unit, edge.column
        group = groups.get(key)
        if group is None:
            groups[key] = [edge]
        else:
            group.append(edge)
    units = Counter[str]()
    for (unit, _), group in groups.items():
        units[unit] += len(group)
    return {
        unit: {
            column: add_up(groups[unit, column]) for column in COLUMNS if (unit, column) in groups
        }
        for unit in _units_by_use(units)
    }


def matrix(edges: Iterable[Edge]) -> Matrix:
    """Group the edges by payer and payee.

    The order is by the most used unit that a party or pair has, then by its largest column in that
    unit, then by id; amounts in two currencies are never compared.
    """
    edges = list(edges)
    pairs: dict[tuple[str, str], Edge | list[Edge]] = {}
    for edge in edges:
        pair = edge.payer, edge.payee
        # Most pairs have a single edge; a list is made for the second one.
        existing = pairs.setdefault(pair, edge)
        if existing is not edge:
            if isinstance(existing, list):
                existing.append(edge)
            else:
                pairs[pair] = [existing, edge]
    return Matrix(FlowCells(pairs), edges)


def _units_by_use(units: Counter[str]) -> tuple[str, ...]:
    """Units, the most frequent first, the empty one last."""
    return tuple(sorted(units, key=lambda unit: (unit == "", -units[unit], unit)))


def _heaviest_first(
    groups: Mapping[_Key, Edge | list[Edge]], units: tuple[str, ...]
) -> tuple[_Key, ...]:
    """The keys of some groups by the weight of each group in its most used unit, then by key."""
    rank = {unit: at for at, unit in enumerate(units)}
    # A bucket sort: weights repeat a lot, so sorting the distinct ones, then the few ids of each,
    # takes a third of sorting all pairs of weight and id.
    buckets: list[dict[Decimal, list[_Key]]] = [{} for _ in units]
    for key, group in groups.items():
        if isinstance(group, list):
            group_weights = weights(group)
            unit = min(group_weights, key=rank.__getitem__)
            weight = group_weights[unit]
        else:
            unit, weight = group.unit, group.amount or _ZERO
        buckets[rank[unit]].setdefault(weight, []).append(key)
    return tuple(
        [
            key
            for bucket in buckets
            for weight in sorted(bucket, reverse=True)
            for key in sorted(bucket[weight])
        ]
    )
