"""Marks in lanes: by payer, payee, instrument, status or article; none is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from tui.timeline.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus

OTHERS = "\0others"
GROUPINGS = ("payer", "payee", "instrument", "status", "article", "none")

ROOM_FOR_ARTICLES = 3
"""Rows from which the publications have one."""
_ROOM_FOR_LEGEND = (12, 18)
"""Rows from which the legend has one of its own, and a second; it also takes those left empty."""


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


def grouped(marks: Iterable[Mark], by: str, corpus: Corpus) -> list[Lane]:
    """All lanes of marks that are in order of time, the weightiest first."""
    if by not in GROUPINGS:
        raise ValueError(f"{by!r} is no grouping: {', '.join(GROUPINGS)}")
    if by == "none":
        together = list(marks)
        return [Lane("", "all", together)] if together else []
    key_of, weight_of = attrgetter(by), attrgetter("weight")
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        key = key_of(mark)
        group = groups.get(key)
        if group is None:
            groups[key] = [mark]
        else:
            group.append(mark)
    weights = {key: sum(map(weight_of, group)) for key, group in groups.items()}
    order = sorted(groups, key=lambda key: (-weights[key], groups[key][0].first, key))
    return [Lane(key, _label(key, by, corpus), groups[key]) for key in order]


def folded(found: Sequence[Lane], most: int, marks: Iterable[Mark], by: str) -> list[Lane]:
    """At most `most` of all lanes of some marks; the last collects what has none of its own."""
    most = max(1, most)
    if len(found) <= most:
        return list(found)
    rest = found[most - 1 :]
    # The marks are in order already, picking them out keeps it.
    keys, key_of = {lane.key for lane in rest}, attrgetter(by)
    together = [mark for mark in marks if key_of(mark) in keys]
    return [*found[: most - 1], Lane(OTHERS, f"others ({len(rest)})", together)]


def _label(key: str, by: str, corpus: Corpus) -> str:
    if by in ("payer", "payee"):
        return corpus.party_name(key) if key else "not named"
    if by == "article":
        return key or "no article"
    return key.replace("-", " ") or "none"


def most_lanes(height: int) -> int:
    """The number of lanes that have room on so many rows, at least one."""
    with_articles = height >= ROOM_FOR_ARTICLES
    return max(1, height - 1 - with_articles - sum(height >= room for room in _ROOM_FOR_LEGEND))


def legend_room(height: int, lanes: int) -> int:
    """The rows for the legend in a picture of so many rows and lanes."""
    return sum(height >= room for room in _ROOM_FOR_LEGEND) + most_lanes(height) - lanes
