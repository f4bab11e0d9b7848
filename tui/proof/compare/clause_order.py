"""Whether two readings say the same, where a time may stand in front of a sentence or behind it.

Sums, ranks and denials stay in their order. A time that moves may pass one sum only, the one it
is told of in either place: in front of all, or behind the first where a clause ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tui.proof.compare.lexicon import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Said: TypeAlias = tuple[str, ...]
"""One thing said: its kind and its canonical words."""

PAUSE: Said = ("pause",)
"""A comma or the end of a clause; says nothing itself."""

_TIMES = frozenset({"day", "year", "quarter", "half-year"})
_SUMS = frozenset({"amount", "range", "times"})


def same_said(old: Sequence[Said], new: Sequence[Said]) -> bool:
    """Whether two passages say the same."""
    ours, theirs = _settled(old), _settled(new)
    return _spoken(ours) == _spoken(theirs) or _time_moved(ours, theirs)


def _spoken(told: list[Said]) -> list[Said]:
    return [one for one in told if one != PAUSE]


def _settled(told: Sequence[Said]) -> list[Said]:
    """Put a rate always behind its sum: "each year $3m" is "$3m each year"."""
    settled = list(told)
    at = 0
    while at < len(settled):
        # Behind another sum it may be the rate of that one.
        if settled[at][0] == "each" and (at == 0 or settled[at - 1][0] not in _SUMS):
            end = at + 1
            while end < len(settled) and settled[end][0] == "bound":
                end += 1
            if end < len(settled) and settled[end][0] in _SUMS:
                settled.insert(end, settled.pop(at))
                at = end
        at += 1
    return settled


def _is_sum(one: Said) -> bool:
    """Whether a figure is one that a time can belong to; a rank is none."""
    return one[0] in _SUMS and one[-1] != "th"


def _is_time(one: Said) -> bool:
    if one[0] in _TIMES:
        return True
    return one[0] == "figure" and (one[1].startswith("month ") or one[1] in date_words())


def _groups(told: list[Said]) -> Iterator[tuple[tuple[Said, ...], int, bool, bool]]:
    """The times told: each with the sums before it, and whether it opens or closes their clause."""
    at = sums = 0
    opens, joined = True, False
    while at < len(told):
        end = at
        while end < len(told) and _is_time(told[end]):
            end += 1
        if end > at:
            closes = joined and (end == len(told) or told[end] == PAUSE)
            yield tuple(told[at:end]), sums, opens, closes
            at = end
        else:
            if _is_sum(told[at]):
                sums += 1
                joined = True
            joined = joined and told[at] != PAUSE
            at += 1
        opens = False


def _time_moved(old: list[Said], new: list[Said]) -> bool:
    rest_of = [[one for one in told if not _is_time(one) and one != PAUSE] for told in (old, new)]
    if rest_of[0] != rest_of[1]:
        return False
    ours, theirs = list(_groups(old)), list(_groups(new))
    if [time for time, *_ in ours] != [time for time, *_ in theirs]:
        return False
    moved = [pair for pair in zip(ours, theirs, strict=True) if pair[0][1] != pair[1][1]]
    if not moved:
        return True
    if len(moved) > 1:
        return False
    front, behind = sorted(moved[0], key=lambda group: group[1])
    return front[1] == 0 and front[2] and behind[1] == 1 and behind[3]
