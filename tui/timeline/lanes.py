"""Marks in lanes: by payer, payee, instrument, status or article; none is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from tui.timeline.marks import Mark

if TYPE_CHECKING:
    from tui.model.corpus import Corpus

OTHERS = "\0others"
GROUPINGS = ("payer", "payee", "instrument", "status", "article", "none")


class Lane(msgspec.Struct, frozen=True):
    """Marks that share a row.

    Attributes:
        key: What they share; `OTHERS` for what has no row of its own.
        label: Its name.
        marks: By first day, then last, then key.
    """

    key: str
    label: str
    marks: Sequence[Mark]


def in_time(mark: Mark) -> tuple[int, int, str]:
    """The order of marks in a lane."""
    return mark.first, mark.last, mark.key


def grouped(marks: Sequence[Mark], by: str, corpus: Corpus) -> list[Lane]:
    """All lanes of marks that are in order of time, the weightiest first."""
    if by not in GROUPINGS:
        raise ValueError(f"{by!r} is no grouping: {', '.join(GROUPINGS)}")
    if by == "none":
        return [Lane("", "all", marks)] if marks else []
    key_of = attrgetter(by)
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        key = key_of(mark)
        group = groups.get(key)
        if group is None:
            groups[key] = [mark]
        else:
            group.append(mark)
    order = sorted(groups, key=lambda key: (-_weight(groups[key]), groups[key][0].first, key))
    return [Lane(key, _label(key, by, corpus), groups[key]) for key in order]


def folded(found: Sequence[Lane], most: int, marks: Sequence[Mark], by: str) -> list[Lane]:
    """At most `most` of all lanes of some marks; the last collects what has none of its own."""
    most = max(1, most)
    if len(found) <= most:
        return list(found)
    rest = found[most - 1 :]
    # The marks are in order already, picking them out keeps it.
    keys, key_of = {lane.key for lane in rest}, attrgetter(by)
    together = [mark for mark in marks if key_of(mark) in keys]
    return [*found[: most - 1], Lane(OTHERS, f"others ({len(rest)})", together)]


def _weight(marks: list[Mark]) -> Decimal:
    """The sum of magnitudes of money; only an order, never shown, so units may meet.

    Tranches are left out, they are part of their deal.
    """
    return sum(
        (
            mark.magnitude
            for mark in marks
            if mark.magnitude is not None and not mark.tranche_id and len(mark.unit) == 3
        ),
        Decimal(0),
    )


def _label(key: str, by: str, corpus: Corpus) -> str:
    if by in ("payer", "payee"):
        return corpus.party_name(key) if key else "not named"
    if by == "article":
        return key or "no article"
    return key.replace("-", " ") or "none"
