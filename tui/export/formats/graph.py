"""The flows as a graph of plain values, for the formats that write graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.flows.edges import edges
from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.export.selection import Selection

UNNAMED = "unnamed"
"""The node of payers and payees whom no source names."""
EDGE_FIELDS = (
    "deal", "tranche", "column", "status", "instrument", "currency", "low", "high", "state",
)  # fmt: skip
"""What is written of an edge; `low` and `high` are exact decimals, empty where there is no bound.

They are texts, since both formats know numbers only as binary floats. Nothing is added up: a
reader that sums has to keep currencies and columns apart.
"""


class GraphEdge(NamedTuple):
    """One flow: from whom, to whom, and the values of `EDGE_FIELDS`."""

    payer: str
    payee: str
    values: dict[str, str]


class Graph(NamedTuple):
    """Names of parties by id, and the flows between them."""

    nodes: dict[str, str]
    edges: list[GraphEdge]


def graph_of(selection: Selection) -> Graph:
    """The flows of the selected records; every part of a deal is an edge of its own."""
    corpus = selection.corpus
    found = []
    for edge in edges(corpus.records.values(), corpus):
        span = edge.span
        values = (
            edge.deal_id, edge.tranche_id, edge.column, edge.status, edge.instrument, edge.unit,
            _decimal(span.low if span else None), _decimal(span.high if span else None),
            selection.proof(edge.deal_id).state,
        )  # fmt: skip
        found.append(
            GraphEdge(
                edge.payer or UNNAMED,
                edge.payee or UNNAMED,
                {name: safe_line(text) for name, text in zip(EDGE_FIELDS, values, strict=True)},
            )
        )
    nodes = {}
    for edge_ in found:
        for party in (edge_.payer, edge_.payee):
            nodes[party] = safe_line(corpus.party_name(party))
    return Graph(nodes, found)


def _decimal(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
