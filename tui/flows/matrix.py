"""Payers against payees, four columns a currency, nothing converted and nothing mixed."""

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
    """The cells of a matrix, heaviest first; made and put in order only when they are looked at."""

    def __init__(self, groups: dict[tuple[str, str], Edge | list[Edge]]) -> None:
        self._groups = groups

    @cached_property
    def _order(self) -> tuple[tuple[str, str], ...]:
        units = Counter[str]()
        for group in self._groups.values():
            units.update([edge.unit for edge in group] if isinstance(group, list) else [group.unit])
        return _heaviest_first(self._groups, _by_use(units))

    @cached_property
    def _weighed(self) -> dict[str, list[tuple[Decimal, tuple[str, str]]]]:
        """The weight of every pair, by unit."""
        found: dict[str, list[tuple[Decimal, tuple[str, str]]]] = {}
        for pair, group in self._groups.items():
            if isinstance(group, list):
                for unit, weight in weights(group).items():
                    found.setdefault(unit, []).append((weight, pair))
            else:
                found.setdefault(group.unit, []).append((group.amount or _NOTHING, pair))
        return found

    def __getitem__(self, pair: tuple[str, str]) -> Cell:
        group = self._groups[pair]
        return Cell(*pair, group if isinstance(group, list) else (group,))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._groups)

    def heaviest(self, unit: str, most: int) -> tuple[list[Cell], int]:
        """The cells with the largest sums of one unit, and how many others have that unit."""
        weighed = self._weighed.get(unit, [])
        # Only what weighs as much as the last one that is wanted has to be put in order.
        least = min(nlargest(most, [weight for weight, _ in weighed]), default=_NOTHING)
        chosen = [entry for entry in weighed if entry[0] >= least]
        chosen.sort(key=lambda entry: (entry[0].copy_negate(), *entry[1]))
        cells = [self[pair] for _, pair in chosen[:most]]
        return cells, len(weighed) - len(cells)


class Matrix(msgspec.Struct, frozen=True, dict=True):
    """Who pays whom; whatever takes an order or a sum is made when it is asked for.

    Attributes:
        cells: By (payer, payee), heaviest first; pairs without a flow are not there.
        edges: All of them.
    """

    cells: Cells
    edges: Sequence[Edge]

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Units by how many entries have them, the empty unit last."""
        return _by_use(Counter([edge.unit for edge in self.edges]))

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
        """Rows, heaviest first."""
        return _heaviest_first(self.by_payer, self.units)

    @cached_property
    def payees(self) -> tuple[str, ...]:
        """Columns, heaviest first."""
        return _heaviest_first(self.by_payee, self.units)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Everybody who pays or is paid and is named."""
        both = {edge.payer for edge in self.edges} | {edge.payee for edge in self.edges}
        return frozenset(both - {""})

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
        for unit in _by_use(units)
    }


def matrix(edges: Iterable[Edge]) -> Matrix:
    """Group the edges by payer and payee.

    Order is by the most used unit that a party or pair has, then by its heaviest column in that
    unit, then by id; two currencies are never weighed against each other.
    """
    edges = list(edges)
    pairs: dict[tuple[str, str], Edge | list[Edge]] = {}
    for edge in edges:
        pair = edge.payer, edge.payee
        before = pairs.setdefault(pair, edge)
        if before is not edge:
            if isinstance(before, list):
                before.append(edge)
            else:
                pairs[pair] = [before, edge]
    return Matrix(Cells(pairs), edges)


def _by_use(units: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(units, key=lambda unit: (unit == "", -units[unit], unit)))


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
