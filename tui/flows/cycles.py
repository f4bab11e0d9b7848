"""Money that goes round: simple cycles among payers and payees, the shortest first."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from tui.flows.trips import Link, link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.flows.edges import Edge

LONGEST = 5
MOST = 500
STEPS = 200_000


class Cycle(msgspec.Struct, frozen=True):
    """Parties each of which pays the next, and the last the first.

    Attributes:
        parties: At least two, without repeats, the smallest id first.
        links: One for each party, from it to the next.
    """

    parties: tuple[str, ...]
    links: tuple[Link, ...]


class CycleSearch(msgspec.Struct, frozen=True):
    """What a bounded search found.

    Attributes:
        cycles: Shortest first, then by ids; no cycle twice.
        complete: Whether there are no others up to that length.
    """

    cycles: tuple[Cycle, ...]
    complete: bool


def search_cycles(
    edges: Iterable[Edge], longest: int = LONGEST, *, most: int = MOST, steps: int = STEPS
) -> CycleSearch:
    """Search for cycles among parties that are named; rumours make none.

    A cycle is found once, from its smallest party, by depth-first search over larger ones, cut
    where the way back is too long. Lengths are searched in turn, so that a search that ends at
    one of its bounds has found the shortest.

    Args:
        edges: The flows.
        longest: Most parties of a cycle.
        most: Most cycles to find.
        steps: Most visits of a party, over all lengths and ways: the bound on time.
    """
    between: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.column != "rumoured" and edge.payer and edge.payee and edge.payer != edge.payee:
            between.setdefault((edge.payer, edge.payee), []).append(edge)
    follow: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for payer, payee in sorted(between):
        follow.setdefault(payer, []).append(payee)
        before.setdefault(payee, []).append(payer)
    starts = sorted(follow.keys() & before.keys())
    budget = [steps]
    homeward: dict[str, dict[str, int]] = {}
    found: list[tuple[str, ...]] = []
    for length in range(2, longest + 1):
        for start in starts:
            if start not in homeward:
                homeward[start] = _distances(start, before, longest, budget)
            found += islice(
                _paths(start, length, follow, homeward[start], budget), most + 1 - len(found)
            )
            if len(found) > most or budget[0] < 0:
                break
        if len(found) > most or budget[0] < 0:
            break
    complete = len(found) <= most and budget[0] >= 0
    found = found[:most]
    links = {pair: link(several) for pair, several in _needed(found, between)}
    return CycleSearch(
        tuple(Cycle(path, tuple(links[pair] for pair in _pairs(path))) for path in found),
        complete,
    )


def _distances(
    start: str, before: dict[str, list[str]], longest: int, budget: list[int]
) -> dict[str, int]:
    """How many links lead back to `start` over parties not smaller than it."""
    distance = {start: 0}
    queue = deque([start])
    while queue and budget[0] >= 0:
        party = queue.popleft()
        budget[0] -= 1
        if distance[party] == longest - 1:
            continue
        for payer in before.get(party, ()):
            if payer > start and payer not in distance:
                distance[payer] = distance[party] + 1
                queue.append(payer)
    return distance


def _paths(
    start: str,
    length: int,
    follow: dict[str, list[str]],
    homeward: dict[str, int],
    budget: list[int],
) -> Iterator[tuple[str, ...]]:
    """Simple paths of `length` parties from `start` whose last pays `start`."""
    path = [start]
    ways = [iter(follow[start])]
    while ways:
        party = next(ways[-1], None)
        if party is None:
            ways.pop()
            path.pop()
            continue
        left = length - len(path) - 1
        back = homeward.get(party)
        if back is None or back > left + 1 or party in path:
            continue
        budget[0] -= 1
        if budget[0] < 0:
            return
        if left == 0:
            if back == 1:
                yield (*path, party)
        else:
            path.append(party)
            ways.append(iter(follow[party]))


def _pairs(path: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(path, (*path[1:], path[0]), strict=True))


def _needed(
    found: list[tuple[str, ...]], between: dict[tuple[str, str], list[Edge]]
) -> list[tuple[tuple[str, str], list[Edge]]]:
    wanted = dict.fromkeys(pair for path in found for pair in _pairs(path))
    return [(pair, between[pair]) for pair in wanted]
