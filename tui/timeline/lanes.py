"""Lanes: marks grouped by payer, payee, instrument, status or article. No mark is ever dropped."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import msgspec

from tui.timeline.record_marks import TimelineMark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.corpus import Corpus

OTHERS = "\0others"
"""The key of the lane that collects the rest; no id can contain NUL."""
Grouping: TypeAlias = Literal["payer", "payee", "instrument", "status", "article", "none"]
"""What the lanes stand for."""
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

ARTICLE_ROW_FROM = 3
"""Rows of a picture from which one is for the publications."""
_LEGEND_ROWS_FROM = (12, 18)
"""Rows from which the legend has one of its own, and a second; it also gets those left empty."""


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
    if by == "none":
        all_marks = list(marks)
        return [Lane("", "all", all_marks)] if all_marks else []
    key_of, weight_of = attrgetter(by), attrgetter("weight")
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
    order = sorted(groups, key=lambda key: (-weights[key], groups[key][0].first, key))
    return [Lane(key, _label(key, by, corpus), groups[key]) for key in order]


def collapse_lanes(
    lanes: Sequence[Lane], limit: int, marks: Iterable[TimelineMark], by: Grouping
) -> list[Lane]:
    """At most `limit` lanes; the last one collects the marks of all lanes that have none.

    Args:
        lanes: All lanes.
        limit: At least 1 is assumed.
        marks: The marks of all lanes, in chronological order.
        by: The field that they are grouped by.
    """
    limit = max(1, limit)
    if len(lanes) <= limit:
        return list(lanes)
    rest = lanes[limit - 1 :]
    # Filtering marks that are in order already keeps the order, without a merge or a sort.
    keys, key_of = {lane.key for lane in rest}, attrgetter(by)
    rest_marks = [mark for mark in marks if key_of(mark) in keys]
    return [*lanes[: limit - 1], Lane(OTHERS, f"others ({len(rest)})", rest_marks)]


def _label(key: str, by: Grouping, corpus: Corpus) -> str:
    if by in ("payer", "payee"):
        return corpus.party_name(key) if key else "not named"
    if by == "article":
        return key or "no article"
    return key.replace("-", " ") or "none"


def max_lanes(height: int) -> int:
    """The lanes that fit into a picture of so many rows, at least one."""
    with_articles = height >= ARTICLE_ROW_FROM
    return max(1, height - 1 - with_articles - sum(height >= room for room in _LEGEND_ROWS_FROM))


def legend_rows(height: int, lanes: int) -> int:
    """The rows that are left for the legend in a picture of so many rows and lanes."""
    return sum(height >= room for room in _LEGEND_ROWS_FROM) + max_lanes(height) - lanes
