"""Whether the tranches of a deal come to more than the deal.

A tranche is a part of its deal. Tranches of one status are added; those of different status are
not, since what was committed in one source may be what another says is paid. What was rumoured or
cancelled may come to nothing and is added only where the whole deal is no more than that.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tui.model.quantities import Quantity, Span

if TYPE_CHECKING:
    from tui.model.records import Deal

_NOTHING = Span(Decimal(0), None)


class Overrun(msgspec.Struct, frozen=True):
    """Tranches that come to more than their deal.

    Attributes:
        status: The status that they share.
        tranches: Their ids.
        low: What they come to at least, in the unit of the deal.
        more: Whether they come to more than that ("more than 3 bn").
    """

    status: str
    tranches: tuple[str, ...]
    low: Quantity
    more: bool


def overruns(deal: Deal) -> tuple[Overrun, ...]:
    """The groups of tranches that cannot lie within the amount of the deal.

    Bounds count: "up to 3 bn" may be nothing, "more than 3 bn" is more than 3. A tranche in another
    unit than the deal, or without a number ("several bn"), is left out: the others come to at
    least their sum.
    """
    whole = deal.amount.span() if deal.amount else None
    if deal.amount is None or whole is None:
        return ()
    sums: dict[str, Span] = {}
    names: dict[str, list[str]] = {}
    for tranche in deal.tranches:
        status = tranche.status or deal.status
        part = tranche.amount
        span = part.span() if part and not part.words else None
        if part is None or span is None or part.unit != deal.amount.unit:
            continue
        if status in ("rumoured", "cancelled") and status != deal.status:
            continue
        before = sums.get(status, _NOTHING)
        low = (before.low or Decimal(0)) + (span.low or Decimal(0))
        sums[status] = Span(low, None, low_open=before.low_open or span.low_open)
        names.setdefault(status, []).append(tranche.id)
    return tuple(
        Overrun(
            status, tuple(names[status]), Quantity(deal.amount.unit, value=least.low),
            least.low_open,
        )
        for status, least in sums.items()
        if not least.meets(whole)
    )  # fmt: skip
