"""Lanes: marks grouped by payer, payee, instrument, status or article. No mark is ever dropped.

Facts and totals are no payments, so they share a lane of their own, the last one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import msgspec

from tui.platform.translation import tr
from tui.timeline.marks.record_marks import TimelineMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.model.corpus import Corpus

OTHERS, STATED = "\0others", "\0stated"
"""The keys of the lane that collects the rest, and of that of facts and totals; no id can contain
NUL.
"""
Grouping: TypeAlias = Literal["payer", "payee", "instrument", "status", "article", "none"]
"""What the lanes stand for."""
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


class Lane(msgspec.Struct, frozen=True):
    """Marks that share a row.

    Attributes:
        key: What they share; `OTHERS` for the lane that collects the rest.
        label: The name to show.
        marks: By first day, then last, then key.
    """

    key: str
    label: str
    marks: Sequence[TimelineMark]


def chronological(mark: TimelineMark) -> tuple[int, int, str]:
    """The order of marks in a lane."""
    return mark.first, mark.last, mark.key


def in_chronological_order(marks: Iterable[TimelineMark]) -> list[TimelineMark]:
    """Marks, sorted by `chronological`.

    Sorted day by day: a single sort of 100,000 keys is 0.1 s in which no other thread runs.
    """
    by_day: defaultdict[int, list[TimelineMark]] = defaultdict(list)
    for mark in marks:
        by_day[mark.first].append(mark)
    in_order: list[TimelineMark] = []
    for day in sorted(by_day):
        in_order += sorted(by_day[day], key=chronological)
    return in_order


def group_into_lanes(marks: Iterable[TimelineMark], by: Grouping, corpus: Corpus) -> list[Lane]:
    """All lanes of marks, those with the most money first.

    Args:
        marks: In chronological order, which every lane keeps.
        by: The field to group by.
        corpus: For the names of parties.

    Raises:
        ValueError: If `by` is no grouping.
    """
    if by not in GROUPINGS:
        raise ValueError(f"{by!r} is no grouping: {', '.join(GROUPINGS)}")
    key_of, weight_of = lane_key(by), attrgetter("weight")
    groups: dict[str, list[TimelineMark]] = {}
    for mark in marks:
        key = key_of(mark)
        # `setdefault` would make a list for each of 100,000 marks.
        group = groups.get(key)
        if group is None:
            groups[key] = [mark]
        else:
            group.append(mark)
    weights = {key: sum(map(weight_of, group)) for key, group in groups.items()}
    order = sorted(
        groups, key=lambda key: (key == STATED, -weights[key], groups[key][0].first, key)
    )
    return [Lane(key, _label(key, by, corpus, groups[key]), groups[key]) for key in order]


def lane_key(by: Grouping) -> Callable[[TimelineMark], str]:
    """A function for the key of the lane that a mark belongs to."""
    field: Callable[[TimelineMark], str] = attrgetter(by) if by != "none" else _in_one_lane

    def key(mark: TimelineMark) -> str:
        return field(mark) if mark.kind == "deal" else STATED

    return key


def _in_one_lane(_: TimelineMark) -> str:
    return ""


def collapse_lanes(
    lanes: Sequence[Lane], limit: int, marks: Iterable[TimelineMark], by: Grouping
) -> list[Lane]:
    """At most `limit` lanes; the last of deals collects the marks of all lanes that have none.

    Args:
        lanes: All lanes.
        limit: At least 1 is assumed.
        marks: The marks of all lanes, in chronological order.
        by: The field that they are grouped by.
    """
    limit = max(1, limit)
    if len(lanes) <= limit:
        return list(lanes)
    stated = lanes[-1:] if lanes[-1].key == STATED and limit > 1 else ()
    kept, rest = limit - 1 - len(stated), lanes[limit - 1 - len(stated) : len(lanes) - len(stated)]
    # Filtering marks that are in order already keeps the order, without a merge or a sort.
    keys, key_of = {lane.key for lane in rest}, lane_key(by)
    rest_marks = [mark for mark in marks if key_of(mark) in keys]
    return [*lanes[:kept], Lane(OTHERS, f"others ({len(rest)})", rest_marks), *stated]


def _label(key: str, by: Grouping, corpus: Corpus, marks: Sequence[TimelineMark]) -> str:
    if key == STATED:
        kinds = {mark.kind for mark in marks}
        return tr("facts, totals") if len(kinds) > 1 else tr(f"{kinds.pop()}s")
    if by == "none":
        return tr("all deals")
    if by in ("payer", "payee"):
        return corpus.party_name(key) if key else tr("not named")
    if by == "article":
        return key or tr("no article")
    return key.replace("-", " ") or "none"
