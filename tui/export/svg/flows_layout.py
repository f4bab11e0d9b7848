"""The layout of a flow picture: payers on the left, payees on the right, a band for each sum.

A layered drawing of a bipartite graph. Payers stand in the order of their sums; payees are sorted
by the barycentre heuristic of Sugiyama, Tagawa and Toda (1981): each by the mean position of its
payers, which keeps bands from crossing. One pass of it suffices for two layers with one fixed; the
fewest crossings would be NP-hard to find.
"""

from __future__ import annotations

from decimal import Decimal
from math import log10
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tui.flows.edges import Column
from tui.flows.sums import Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.flows.matrix import Matrix

ROW, GAP, BAND_GAP = 21.0, 13.0, 3.0
"""Pixels: a line of text, the space between two parties, and between two bands of one."""
THINNEST, THICKEST = 2.0, 26.0
"""Pixels: below the first a band hardly shows, above the last a few bands fill the picture."""
_HAIRLINE = 1.6
_MAX_SPREAD = 60.0
"""Pixels that are put between two parties at most to make both sides equally high."""
_NAME_HEIGHT, _SUM_HEIGHT = 18.0, 15.0


class WidthScale(msgspec.Struct, frozen=True):
    """A logarithmic scale from the sums of one unit to the widths of their bands.

    Attributes:
        least: The smallest sum, above zero.
        most: The largest.
    """

    least: Decimal
    most: Decimal

    def width(self, size: Decimal | None) -> float:
        """The width for a sum; a hairline for none or zero."""
        if size is None or size <= 0:
            return _HAIRLINE
        # One sum alone has nothing to be compared with: neither thin nor thick.
        if self.most <= self.least:
            return (THINNEST + THICKEST) / 2
        share = (log10(size) - log10(self.least)) / (log10(self.most) - log10(self.least))
        return THINNEST + (THICKEST - THINNEST) * max(0.0, min(1.0, share))


class Band(msgspec.Struct, frozen=True):
    """One sum in one column from one party to another.

    Attributes:
        payer: Party id.
        payee: Party id.
        unit: Of the sum.
        column: What the sum counts as.
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


class PartyBar(msgspec.Struct, frozen=True):
    """The bar of a party on one side, from `top` to `bottom`."""

    party: str
    top: float
    bottom: float


class UnitLayout(msgspec.Struct, frozen=True):
    """The layout of the flows of one unit.

    Attributes:
        unit: ISO 4217 code or another unit; empty for flows without an amount.
        scale: How sums become widths.
        payers: The left side, largest sums first.
        payees: The right side.
        bands: From top to bottom at the left side.
        left_out: How many pairs and bands are too many to draw.
        bottom: Where the layout ends.
    """

    unit: str
    scale: WidthScale
    payers: tuple[PartyBar, ...]
    payees: tuple[PartyBar, ...]
    bands: tuple[Band, ...]
    left_out: int
    bottom: float


class _BandSum(NamedTuple):
    """A sum that gets a band."""

    payer: str
    payee: str
    unit: str
    column: Column
    sum: Sum


class _Slot(NamedTuple):
    """The room that a band takes at one of its parties.

    Attributes:
        band: The number of the band.
        party: The party.
        height: With the space around it.
    """

    band: int
    party: str
    height: float


class _Side(NamedTuple):
    """One side of a layout.

    Attributes:
        middles: The height of the middle of each band, by its number.
        bars: The bars of the parties, from top to bottom.
    """

    middles: dict[int, float]
    bars: list[PartyBar]


def layout_unit(
    flows: Matrix, unit: str, top: float, limit: int, label_lines: int = 3
) -> UnitLayout:
    """Lay out one unit of a matrix below `top`.

    Args:
        flows: Whose cells to draw.
        unit: Which unit.
        top: Where the layout starts.
        limit: Most bands; the smallest are left out, and counted.
        label_lines: Lines of text that a payee needs beside its bar, at most.
    """
    # A cell weighs as much as its largest band, so the largest bands are in the largest cells.
    cells, other_cells = flows.cells.heaviest(unit, limit)
    sums = [
        _BandSum(cell.payer, cell.payee, unit, column, part)
        for cell in cells
        for column, part in cell.sums[unit].items()
    ]
    largest = sorted(range(len(sums)), key=lambda index: (-sums[index].sum.weight, index))[:limit]
    # Back in the order of the cells: the bands of one pair stand in the order of its columns.
    drawn = [sums[index] for index in sorted(largest)]
    sizes = [item.sum.weight for item in drawn if item.sum.span is not None and item.sum.weight > 0]
    scale = WidthScale(min(sizes, default=Decimal(1)), max(sizes, default=Decimal(1)))
    paying, paid = {item.payer for item in drawn}, {item.payee for item in drawn}
    payers = [party for party in flows.payers if party in paying]
    payees = _by_barycentre([party for party in flows.payees if party in paid], payers, drawn)
    order = sorted(
        range(len(drawn)),
        key=lambda index: (
            payers.index(drawn[index].payer), payees.index(drawn[index].payee), index,
        ),
    )  # fmt: skip
    # A sum without any figure is still a band: a hairline.
    widths = [scale.width(item.sum.weight if item.sum.span is not None else None) for item in drawn]
    # A payer has a line of text beside each band, a payee one label for all of its bands.
    payer_slots = [_Slot(index, drawn[index].payer, max(ROW, widths[index] + 4)) for index in order]
    payee_slots = [_Slot(index, drawn[index].payee, widths[index] + BAND_GAP) for index in order]
    no_labels = dict.fromkeys(payers, 0.0)
    labels = {
        payee: _NAME_HEIGHT
        + _SUM_HEIGHT * min(label_lines, len(flows.paid_to(payee).get(unit, ())))
        for payee in payees
    }
    left = _stack(payers, payer_slots, top, 0.0, no_labels)
    right = _stack(payees, payee_slots, top, 0.0, labels)
    spare = left.bars[-1].bottom - right.bars[-1].bottom if left.bars and right.bars else 0
    # The shorter side is spread over the height of the other one.
    if spare > 0:
        right = _spread(payees, payee_slots, top, spare, labels)
    elif spare < 0:
        left = _spread(payers, payer_slots, top, -spare, no_labels)
    bands = tuple(
        Band(*drawn[index], widths[index], left.middles[index], right.middles[index])
        for index in order
    )
    bottom = max((bar.bottom for bar in (*left.bars, *right.bars)), default=top)
    return UnitLayout(
        unit,
        scale,
        tuple(left.bars),
        tuple(right.bars),
        bands,
        len(sums) - len(drawn) + other_cells,
        bottom,
    )


def _by_barycentre(payees: list[str], payers: list[str], sums: Iterable[_BandSum]) -> list[str]:
    """The payees by the mean position of their payers, one for each band."""
    positions: dict[str, list[int]] = {payee: [] for payee in payees}
    position_of = {payer: position for position, payer in enumerate(payers)}
    for item in sums:
        positions[item.payee].append(position_of[item.payer])
    return sorted(payees, key=lambda payee: sum(positions[payee]) / len(positions[payee]))


def _spread(
    parties: Sequence[str],
    slots: Sequence[_Slot],
    top: float,
    spare: float,
    label_heights: Mapping[str, float],
) -> _Side:
    """Stack the parties with a spare height shared out between them, the rest above and below."""
    extra = min(_MAX_SPREAD, spare / (len(parties) + 1))
    shift = (spare - extra * (len(parties) - 1)) / 2
    return _stack(parties, slots, top + shift, extra, label_heights)


def _stack(
    parties: Sequence[str],
    slots: Sequence[_Slot],
    top: float,
    extra: float,
    label_heights: Mapping[str, float],
) -> _Side:
    """Stack the bands of each party, and the parties with a gap between them.

    Args:
        parties: From top to bottom.
        slots: Of all bands; those of one party in their order.
        top: Where the first party starts.
        extra: Added to the gap between two parties.
        label_heights: The least height of each party; its bands are centred in it.
    """
    middles: dict[int, float] = {}
    bars: list[PartyBar] = []
    y = top
    for party in parties:
        own_slots = [slot for slot in slots if slot.party == party]
        needed = label_heights[party]
        total = sum(slot.height for slot in own_slots)
        start = y + max(0.0, (needed - total) / 2)
        for slot in own_slots:
            middles[slot.band] = start + slot.height / 2
            start += slot.height
        bars.append(PartyBar(party, y, y + max(total, needed)))
        y = bars[-1].bottom + GAP + extra
    return _Side(middles, bars)
