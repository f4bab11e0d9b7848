"""Cycles of money: simple cycles among payers and payees, the shortest first.

Simple cycles are exponentially many, so only those up to a length are enumerated, by depth-first
search with pruning. As in Johnson's algorithm a cycle is found from its smallest party only, over
larger ones. A breadth-first search backwards gives the distance of every party to the start; a path
that cannot return within the length is cut at once, so every step taken belongs to some walk back
to the start (a bounded search like this one needs no blocking of dead ends as Johnson's does).
Lengths are tried in turn, as in iterative deepening, so that a search which reaches one of its
bounds has found the shortest cycles. The cost is bounded by `MAX_STEPS`, about a second.
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from tui.flows.trips import Link, link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.flows.edges import Edge

MAX_LENGTH = 5
"""Parties in a cycle. Longer ones are seldom one story, and there are many times more of them."""
MAX_CYCLES = 500
"""Cycles that are listed; nobody reads further."""
MAX_STEPS = 200_000
"""Visits of a party over the whole search: what bounds the time in a dense graph."""


class Cycle(msgspec.Struct, frozen=True):
    """Parties each of which pays the next, and the last the first.

    Attributes:
        parties: At least two, without repeats, the smallest id first.
        links: One for each party, from it to the next.
    """

    parties: tuple[str, ...]
    links: tuple[Link, ...]


class CycleSearch(msgspec.Struct, frozen=True):
    """The result of a bounded search.

    Attributes:
        cycles: Shortest first, then by ids; no cycle twice.
        complete: Whether there are no others up to the length that was asked for.
    """

    cycles: tuple[Cycle, ...]
    complete: bool


def search_cycles(
    edges: Iterable[Edge],
    longest: int = MAX_LENGTH,
    *,
    limit: int = MAX_CYCLES,
    steps: int = MAX_STEPS,
) -> CycleSearch:
    """Search for cycles among named parties; rumours are left out.

    Args:
        edges: The flows.
        longest: Most parties in a cycle.
        limit: Most cycles to find.
        steps: Most visits of a party, over all lengths and paths.
    """
    edges_by_pair: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        if edge.column != "rumoured" and edge.payer and edge.payee and edge.payer != edge.payee:
            edges_by_pair.setdefault((edge.payer, edge.payee), []).append(edge)
    successors: dict[str, list[str]] = {}
    predecessors: dict[str, list[str]] = {}
    for payer, payee in sorted(edges_by_pair):
        successors.setdefault(payer, []).append(payee)
        predecessors.setdefault(payee, []).append(payer)
    # Only a party that pays and is paid can be on a cycle.
    starts = sorted(successors.keys() & predecessors.keys())
    # One counter for all searches; a list, so that they share it.
    budget = [steps]
    distances_back: dict[str, dict[str, int]] = {}
    paths: list[tuple[str, ...]] = []
    for length in range(2, longest + 1):
        for start in starts:
            if start not in distances_back:
                distances_back[start] = _distances(start, predecessors, longest, budget)
            paths += islice(
                _paths(start, length, successors, distances_back[start], budget),
                limit + 1 - len(paths),
            )
            if len(paths) > limit or budget[0] < 0:
                break
        if len(paths) > limit or budget[0] < 0:
            break
    complete = len(paths) <= limit and budget[0] >= 0
    paths = paths[:limit]
    links = {pair: link(several) for pair, several in _edges_of_cycles(paths, edges_by_pair)}
    return CycleSearch(
        tuple(Cycle(path, tuple(links[pair] for pair in _links(path))) for path in paths),
        complete,
    )


def _distances(
    start: str, predecessors: dict[str, list[str]], longest: int, budget: list[int]
) -> dict[str, int]:
    """For each party not smaller than `start`, how many links lead from it back to `start`."""
    distance = {start: 0}
    queue = deque([start])
    while queue and budget[0] >= 0:
        party = queue.popleft()
        budget[0] -= 1
        if distance[party] == longest - 1:
            continue
        for payer in predecessors.get(party, ()):
            # Smaller parties have had their turn as starts; cycles through them are found already.
            if payer > start and payer not in distance:
                distance[payer] = distance[party] + 1
                queue.append(payer)
    return distance


def _paths(
    start: str,
    length: int,
    successors: dict[str, list[str]],
    distances_back: dict[str, int],
    budget: list[int],
) -> Iterator[tuple[str, ...]]:
    """Simple paths of `length` parties from `start`, the last of which pays `start`.

    Depth-first, with an iterator over the successors of each party on the path as the stack.
    """
    path = [start]
    stack = [iter(successors[start])]
    while stack:
        party = next(stack[-1], None)
        if party is None:
            stack.pop()
            path.pop()
            continue
        remaining = length - len(path) - 1
        distance_back = distances_back.get(party)
        # Too far from home, or a repeat: no cycle of this length goes on here.
        if distance_back is None or distance_back > remaining + 1 or party in path:
            continue
        budget[0] -= 1
        if budget[0] < 0:
            return
        if remaining == 0:
            if distance_back == 1:
                yield (*path, party)
        else:
            path.append(party)
            stack.append(iter(successors[party]))


def _links(path: tuple[str, ...]) -> list[tuple[str, str]]:
    """The links of a cycle, as pairs of payer and payee."""
    return list(zip(path, (*path[1:], path[0]), strict=True))


def _edges_of_cycles(
    paths: list[tuple[str, ...]], edges_by_pair: dict[tuple[str, str], list[Edge]]
) -> list[tuple[tuple[str, str], list[Edge]]]:
    """The edges of every link that some cycle has."""
    wanted = dict.fromkeys(pair for path in paths for pair in _links(path))
    return [(pair, edges_by_pair[pair]) for pair in wanted]
