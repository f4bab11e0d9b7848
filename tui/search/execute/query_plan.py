"""From the tree of a query to the readings that are ranked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.execute.match_levels import Grade, either, no_groups
from tui.search.execute.ranking import QueryReading, buckets
from tui.search.query.syntax import And, Filter, Not, Or, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.search.execute.filters import Filters
    from tui.search.execute.term_matching import TermMatch, TermMatcher
    from tui.search.index.indexed_texts import Group
    from tui.search.query.syntax import Node, QueryProblem


class QueryPlan:
    """Turns the tree of one query into readings."""

    def __init__(
        self,
        matcher: TermMatcher,
        filters: Filters,
        inside: frozenset[Group],
        problems: list[QueryProblem],
    ) -> None:
        self.matcher, self.filters = matcher, filters
        self.inside, self.problems = inside, problems
        self.everything = filters.columns.everything
        self.seen: list[TermMatch] = []

    def readings(self, root: And) -> list[QueryReading]:
        """Every way to read what must all hold."""
        rows = self.everything
        terms: list[Term] = []
        others: list[Grade] = []
        for node in _flat(root):
            match node:
                case Term():
                    terms.append(node)
                case Filter() | Not():
                    rows = rows & self._kept(node)
                case _:
                    others.append(self._graded(node))
        readings = []
        for found in self.matcher.readings(terms, self.inside) if terms else [()]:
            grades = (*(item.grade for item in found), *others)
            kept = BitMap.intersection(rows, *(item.rows for item in grades)) if grades else rows
            readings.append(QueryReading(grades, kept))
            self.seen += found
        return readings

    def _kept(self, node: Filter | Not) -> BitMap:
        """The rows that a condition without rank keeps."""
        if isinstance(node, Filter):
            rows, problem = self.filters.rows(node)
            if problem is not None:
                self.problems.append(problem)
            return rows
        seen = len(self.seen)
        rows = self._graded(_strict(node.node)).rows
        del self.seen[seen:]
        return self.everything - rows

    def _graded(self, node: Node) -> Grade:
        """One grade for a whole branch."""
        match node:
            case Or(nodes):
                return either([self._graded(part) for part in nodes])
            case And() | Term():
                inner = And((node,)) if isinstance(node, Term) else node
                readings = self.readings(inner)
                if len(readings) == 1 and len(readings[0].grades) == 1:
                    only = readings[0]
                    if only.rows == only.grades[0].rows:
                        return only.grades[0]
                return _summed(readings)
            case Filter() | Not():
                return _plain(self._kept(node))
        raise AssertionError(node)


def _flat(root: And) -> Iterator[Node]:
    """The parts of a conjunction, groups inside it opened."""
    for node in root.nodes:
        if isinstance(node, And):
            yield from _flat(node)
        else:
            yield node


def _strict(node: Node) -> Node:
    """What is excluded is excluded as written: `-word` spares words that only resemble it."""
    match node:
        case Term():
            return replace(node, exact=True, last=False)
        case And(nodes):
            return And(tuple(map(_strict, nodes)))
        case Or(nodes):
            return Or(tuple(map(_strict, nodes)))
        case Not(inner):
            return Not(_strict(inner))
        case _:
            return node


def _plain(rows: BitMap) -> Grade:
    """The grade of a condition without rank: as good as can be."""
    best = no_groups()
    best[0] = rows
    return Grade([rows], best, best, rows, rows)


def _summed(readings: Sequence[QueryReading]) -> Grade:
    """The grade of several terms taken as one."""
    typos: list[BitMap] = []
    best, whole, seen = no_groups(), BitMap(), BitMap()
    parts = sorted(
        (bucket for reading in readings for bucket in buckets(reading)), key=lambda item: item[0]
    )
    for (edits, group, _, inexact), rows in parts:
        new = rows - seen
        seen |= new
        while len(typos) <= edits:
            typos.append(BitMap())
        typos[edits] |= new
        best[group] |= new
        if not inexact:
            whole |= new
    return Grade(typos, best, best, whole, seen)
