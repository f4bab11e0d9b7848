"""The ego network of one party: who pays it, whom it pays, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.flows.matrix import Cell, Sums, matrix
from tui.flows.trips import RoundTrip, round_trips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.flows.edges import Edge
    from tui.model.corpus import Corpus


class Ego(msgspec.Struct, frozen=True):
    """The flows of one party.

    Attributes:
        party: Its id.
        payers: The cells of those who pay it, largest sums first.
        payees: The cells of those it pays, largest sums first.
        incoming: The sums of all that it receives, by unit and column.
        outgoing: The sums of all that it pays.
        trips: The round trips that it takes part in, on either side.
    """

    party: str
    payers: tuple[Cell, ...]
    payees: tuple[Cell, ...]
    incoming: Sums
    outgoing: Sums
    trips: tuple[RoundTrip, ...]


def ego(party: str, edges: Iterable[Edge], corpus: Corpus) -> Ego:
    """The part of the flows that touches one party; empty for a party without flows."""
    own_edges = [edge for edge in edges if party in (edge.payer, edge.payee)]
    flows = matrix(own_edges)
    return Ego(
        party,
        tuple(cell for cell in flows.cells.values() if cell.payee == party),
        tuple(cell for cell in flows.cells.values() if cell.payer == party),
        flows.paid_to(party),
        flows.paid_by(party),
        tuple(round_trips(own_edges, corpus)),
    )
