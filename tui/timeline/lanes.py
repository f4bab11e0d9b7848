"""Marks in lanes: by payer, payee, instrument, status or article; none is ever lost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from tui.timeline.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus

OTHERS = "\0others"


class Lane(msgspec.Struct, frozen=True):
    """Marks that share a row.

    Attributes:
        key: What they share; `OTHERS` for what has no row of its own.
        label: Its name.
        marks: By first day, then last, then key.
    """

    key: str
    label: str
    marks: tuple[Mark, ...]


def lanes(marks: Iterable[Mark], by: str, corpus: Corpus, most: int) -> list[Lane]:
    """Group marks, the weightiest lane first; at most `most` lanes, the last collects the rest."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.lanes.get(by, ""), []).append(mark)
    order = sorted(groups, key=lambda key: (-_weight(groups[key]), groups[key][0].first, key))
    most = max(1, most)
    shown, rest = (order, []) if len(order) <= most else (order[: most - 1], order[most - 1 :])
    found = [Lane(key, _label(key, by, corpus), _sorted(groups[key])) for key in shown]
    if rest:
        together = [mark for key in rest for mark in groups[key]]
        found.append(Lane(OTHERS, f"others ({len(rest)})", _sorted(together)))
    return found


def _weight(marks: list[Mark]) -> Decimal:
    """The sum of magnitudes of money; only an order, never shown, so units may meet."""
    return sum(
        (mark.magnitude for mark in marks if mark.magnitude is not None and len(mark.unit) == 3),
        Decimal(0),
    )


def _sorted(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.key)))


def _label(key: str, by: str, corpus: Corpus) -> str:
    if by in ("payer", "payee"):
        return corpus.party_name(key) if key else "not named"
    if by == "none":
        return "all"
    return key.replace("-", " ") or "none"
