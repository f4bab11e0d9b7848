"""Where the flows stand in their picture: payers on the left, payees on the right."""

from __future__ import annotations

from decimal import Decimal
from math import log10
from typing import TYPE_CHECKING

import msgspec

from tui.flows.edges import Column
from tui.flows.sums import Sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.flows.matrix import Matrix

ROW, GAP, STRAND_GAP = 21.0, 13.0, 3.0
THINNEST, THICKEST = 2.0, 26.0
_UNTOLD = 1.6


class Scale(msgspec.Struct, frozen=True):
    """Sizes to widths, on a logarithmic scale, for one unit.

    Attributes:
        least: The smallest size, above zero.
        most: The largest.
    """

    least: Decimal
    most: Decimal

    def width(self, size: Decimal | None) -> float:
        """How wide to draw a size; a hairline for none or zero."""
        if size is None or size <= 0:
            return _UNTOLD
        if self.most <= self.least:
            return (THINNEST + THICKEST) / 2
        share = (log10(size) - log10(self.least)) / (log10(self.most) - log10(self.least))
        return THINNEST + (THICKEST - THINNEST) * max(0.0, min(1.0, share))


class Strand(msgspec.Struct, frozen=True):
    """One sum of one kind from one party to another.

    Attributes:
        payer: Party id.
        payee: Party id.
        unit: Of the sum.
        column: Which kind.
        sum: How much.
        width: How wide it is drawn.
        left: Height of its middle at the payer.
        right: Height of its middle at the payee.
    """

    payer: str
    payee: str
    unit: str
    column: Column
    sum: Sum
    width: float
    left: float
    right: float


class Node(msgspec.Struct, frozen=True):
    """A party on one side, from `top` to `bottom`."""

    party: str
    top: float
    bottom: float


class Block(msgspec.Struct, frozen=True):
    """The flows of one unit.

    Attributes:
        unit: ISO 4217 code or another unit; empty for sums not told.
        scale: How sizes are drawn.
        payers: The left side, heaviest first.
        payees: The right side.
        strands: From left to right, in the order of the left side.
        left_out: How many pairs and strands are too many to draw.
        bottom: Where it ends.
    """

    unit: str
    scale: Scale
    payers: tuple[Node, ...]
    payees: tuple[Node, ...]
    strands: tuple[Strand, ...]
    left_out: int
    bottom: float


def block(flows: Matrix, unit: str, top: float, most: int, label_lines: int = 3) -> Block:
    """Lay out one unit of a matrix below `top`.

    Args:
        flows: Whose cells to draw.
        unit: Which unit.
        top: Where the block starts.
        most: Most strands; the lightest are left out, and counted.
        label_lines: Lines of text that a payee needs beside its bar, at most.
    """
    # The heaviest strands are in the heaviest cells, for a cell weighs as its heaviest strand.
    cells, others = flows.cells.heaviest(unit, most)
    sums = [
        (cell.payer, cell.payee, unit, column, part)
        for cell in cells
        for column, part in cell.sums[unit].items()
    ]
    kept = sorted(range(len(sums)), key=lambda at: (-sums[at][4].weight, at))[:most]
    drawn = [sums[at] for at in sorted(kept)]
    sizes = [part.weight for *_, part in drawn if part.span is not None and part.weight > 0]
    scale = Scale(min(sizes, default=Decimal(1)), max(sizes, default=Decimal(1)))
    paying, paid = {each[0] for each in drawn}, {each[1] for each in drawn}
    payers = [party for party in flows.payers if party in paying]
    payees = _uncrossed(
        [party for party in flows.payees if party in paid],
        payers,
        [(each[0], each[1]) for each in drawn],
    )
    by_payer = sorted(
        range(len(drawn)),
        key=lambda at: (payers.index(drawn[at][0]), payees.index(drawn[at][1]), at),
    )
    widths = [scale.width(part.weight if part.span is not None else None) for *_, part in drawn]
    rows = [(at, drawn[at][0], max(ROW, widths[at] + 4)) for at in by_payer]
    left, payer_nodes = _stack(payers, rows, top, 0.0, 0.0)
    lines = {
        payee: 18.0 + 15.0 * min(label_lines, len(flows.paid_to(payee).get(unit, ())))
        for payee in payees
    }
    order = [(at, drawn[at][1], widths[at] + STRAND_GAP) for at in by_payer]
    right, payee_nodes = _stack(payees, order, top, 0.0, lines)
    spare = payer_nodes[-1].bottom - payee_nodes[-1].bottom if payer_nodes and payee_nodes else 0
    # The shorter side is spread over the height of the other one.
    if spare > 0:
        right, payee_nodes = _spread(payees, order, top, spare, lines)
    elif spare < 0:
        left, payer_nodes = _spread(payers, rows, top, -spare, 0.0)
    strands = tuple(Strand(*drawn[at], widths[at], left[at], right[at]) for at in by_payer)
    bottom = max((node.bottom for node in (*payer_nodes, *payee_nodes)), default=top)
    return Block(
        unit,
        scale,
        tuple(payer_nodes),
        tuple(payee_nodes),
        strands,
        len(sums) - len(drawn) + others,
        bottom,
    )


def _uncrossed(payees: list[str], payers: list[str], pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The payees by the mean place of who pays them, so that fewer bands cross."""
    places: dict[str, list[int]] = {payee: [] for payee in payees}
    rank = {payer: at for at, payer in enumerate(payers)}
    for payer, payee in pairs:
        places[payee].append(rank[payer])
    return sorted(payees, key=lambda payee: sum(places[payee]) / len(places[payee]))


def _spread(
    parties: Sequence[str],
    order: Sequence[tuple[int, str, float]],
    top: float,
    spare: float,
    least: dict[str, float] | float,
) -> tuple[dict[int, float], list[Node]]:
    """A pile with a spare height shared out between its parties, and the rest around them."""
    extra = min(60.0, spare / (len(parties) + 1))
    shift = (spare - extra * (len(parties) - 1)) / 2
    return _stack(parties, order, top + shift, extra, least)


def _stack(
    parties: Sequence[str],
    order: Sequence[tuple[int, str, float]],
    top: float,
    extra: float,
    least: dict[str, float] | float,
) -> tuple[dict[int, float], list[Node]]:
    """Pile the strands of each party up; the middles of the strands and the parties' extents."""
    middles: dict[int, float] = {}
    nodes: list[Node] = []
    y = top
    for party in parties:
        own = [(at, height) for at, whose, height in order if whose == party]
        needed = least if isinstance(least, float) else least[party]
        total = sum(height for _, height in own)
        start = y + max(0.0, (needed - total) / 2)
        for at, height in own:
            middles[at] = start + height / 2
            start += height
        nodes.append(Node(party, y, y + max(total, needed)))
        y = nodes[-1].bottom + GAP + extra
    return middles, nodes
