"""Payers against payees, four columns a currency, nothing converted and nothing mixed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tui.flows.edges import COLUMNS, Column, Edge
from tui.flows.sums import Sum, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

Sums: TypeAlias = dict[str, dict[Column, Sum]]
"""By unit, then by column; a column without an entry is not there."""


class Cell(msgspec.Struct, frozen=True):
    """All that one party pays another.

    Attributes:
        payer: Party id, empty when not named.
        payee: Party id, empty when not named.
        sums: By unit and column; the unit is empty where no amount is told.
        deals: The deals behind it, in their order.
    """

    payer: str
    payee: str
    sums: Sums
    deals: tuple[str, ...]


class Matrix(msgspec.Struct, frozen=True):
    """Who pays whom.

    Attributes:
        payers: Rows, heaviest first.
        payees: Columns, heaviest first.
        cells: By (payer, payee), heaviest first; pairs without a flow are not there.
        units: Units by how many entries have them, the empty unit last.
        paid_by: What each payer pays, over all payees.
        paid_to: What each payee gets, over all payers.
        total: Over all.
    """

    payers: tuple[str, ...]
    payees: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    units: tuple[str, ...]
    paid_by: dict[str, Sums]
    paid_to: dict[str, Sums]
    total: Sums


class _Tallies:
    """Sums in the making, by unit and column."""

    __slots__ = ("by",)

    def __init__(self) -> None:
        self.by: dict[tuple[str, Column], Tally] = {}

    def add(self, edge: Edge) -> None:
        key = (edge.unit, edge.column)
        tally = self.by.get(key)
        if tally is None:
            tally = self.by[key] = Tally()
        tally.add(edge.span, edge.deal_id)

    def sums(self, units: Iterable[str]) -> Sums:
        sums: Sums = {}
        for unit in units:
            columns = {
                column: self.by[unit, column].sum()
                for column in COLUMNS
                if (unit, column) in self.by
            }
            if columns:
                sums[unit] = columns
        return sums


def sums_of(edges: Iterable[Edge]) -> Sums:
    """The edges added up by unit and column."""
    tallies, units = _Tallies(), Counter[str]()
    for edge in edges:
        tallies.add(edge)
        units[edge.unit] += 1
    return tallies.sums(_by_use(units))


def matrix(edges: Iterable[Edge]) -> Matrix:
    """Add the edges up by payer, payee, unit and column.

    Order is by weight: the heaviest column in the most used unit, then in the next, then the
    number of deals, then the id; two currencies are never weighed against each other.
    """
    pairs: dict[tuple[str, str], _Tallies] = {}
    units = Counter[str]()
    for edge in edges:
        pair = (edge.payer, edge.payee)
        tallies = pairs.get(pair)
        if tallies is None:
            tallies = pairs[pair] = _Tallies()
        tallies.add(edge)
        units[edge.unit] += 1
    order = _by_use(units)
    cells = [
        Cell(payer, payee, sums, _deals(sums))
        for (payer, payee), tallies in pairs.items()
        for sums in (tallies.sums(order),)
    ]
    cells.sort(key=lambda cell: (*_heaviest_first(cell.sums, order), cell.payer, cell.payee))
    paid_by = _grouped(((cell.payer, cell.sums) for cell in cells), order)
    paid_to = _grouped(((cell.payee, cell.sums) for cell in cells), order)
    return Matrix(
        tuple(sorted(paid_by, key=lambda party: (*_heaviest_first(paid_by[party], order), party))),
        tuple(sorted(paid_to, key=lambda party: (*_heaviest_first(paid_to[party], order), party))),
        {(cell.payer, cell.payee): cell for cell in cells},
        order,
        paid_by,
        paid_to,
        _added([cell.sums for cell in cells], order),
    )


def _by_use(units: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(units, key=lambda unit: (unit == "", -units[unit], unit)))


def _heaviest_first(sums: Sums, order: tuple[str, ...]) -> tuple[object, ...]:
    weights = [
        -max((part.weight for part in sums[unit].values()), default=Decimal(0))
        if unit in sums
        else Decimal(0)
        for unit in order
    ]
    return (weights, -len(_deals(sums)))


def _deals(sums: Sums) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            deal for columns in sums.values() for part in columns.values() for deal in part.deals
        )
    )


def _grouped(parts: Iterable[tuple[str, Sums]], order: tuple[str, ...]) -> dict[str, Sums]:
    groups: dict[str, list[Sums]] = {}
    for party, sums in parts:
        groups.setdefault(party, []).append(sums)
    return {party: _added(several, order) for party, several in groups.items()}


def _added(several: list[Sums], order: tuple[str, ...]) -> Sums:
    if len(several) == 1:
        return several[0]
    added: Sums = {}
    for unit in order:
        columns: dict[Column, Sum] = {}
        for column in COLUMNS:
            parts = [sums[unit][column] for sums in several if column in sums.get(unit, ())]
            if parts:
                columns[column] = _sum(parts)
        if columns:
            added[unit] = columns
    return added


def _sum(parts: list[Sum]) -> Sum:
    if len(parts) == 1:
        return parts[0]
    tally = Tally()
    for part in parts:
        tally.merge(part)
    return tally.sum()
