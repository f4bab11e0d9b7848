"""Evaluates the tree of a query: from terms and filters to the interpretations that are ranked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.execute.match_levels import MatchLevels, disjunction, empty_groups
from tui.search.execute.ranking import Interpretation, buckets
from tui.search.query.syntax import And, Filter, Not, Or, Term, Unreadable, has_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.search.execute.filters import Filters
    from tui.search.execute.term_matching import TermMatch, TermMatcher
    from tui.search.index.indexed_texts import TextGroup
    from tui.search.query.syntax import QueryNode, QueryProblem


class QueryPlan:
    """Evaluates the tree of one query.

    Attributes:
        problems: Grows by the filters that match nothing in this corpus.
        matches: What the terms matched, for highlighting; grows while interpretations are made.
    """

    def __init__(
        self,
        matcher: TermMatcher,
        filters: Filters,
        inside: frozenset[TextGroup],
        problems: list[QueryProblem],
    ) -> None:
        self.matcher, self.filters = matcher, filters
        self.inside, self.problems = inside, problems
        self.all_rows = filters.columns.all_rows
        self.matches: list[TermMatch] = []

    def interpretations(self, root: And) -> list[Interpretation]:
        """Every way to read a conjunction, each with the rows that match all of it."""
        rows = self.all_rows
        terms: list[Term] = []
        others: list[MatchLevels] = []
        for node in _flattened(root):
            match node:
                case Term():
                    terms.append(node)
                case Filter() | Not():
                    rows = rows & self._filtered_rows(node)
                case Unreadable():
                    rows = BitMap()
                case _:
                    others.append(self._levels(node))
        interpretations = []
        for matches in self.matcher.interpretations(terms, self.inside) if terms else [()]:
            levels = (*(match.levels for match in matches), *others)
            matching = (
                BitMap.intersection(rows, *(match.rows for match in levels)) if levels else rows
            )
            interpretations.append(Interpretation(levels, matching))
            self.matches += matches
        return interpretations

    def _filtered_rows(self, node: Filter | Not) -> BitMap:
        """The rows that a condition without rank keeps."""
        if isinstance(node, Filter):
            rows, problem = self.filters.rows(node)
            if problem is not None:
                self.problems.append(problem)
            return rows
        if has_unreadable(node):
            return BitMap()
        count = len(self.matches)
        rows = self._levels(_exact(node.node)).rows
        # What is excluded must not be highlighted.
        del self.matches[count:]
        return self.all_rows - rows

    def _levels(self, node: QueryNode) -> MatchLevels:
        """The match levels of a whole branch, as if it were one term."""
        match node:
            case Or(nodes):
                return disjunction([self._levels(part) for part in nodes])
            case And() | Term():
                inner = And((node,)) if isinstance(node, Term) else node
                interpretations = self.interpretations(inner)
                if len(interpretations) == 1 and len(interpretations[0].terms) == 1:
                    only = interpretations[0]
                    # A single term keeps its title positions, which a combination has not.
                    if only.rows == only.terms[0].rows:
                        return only.terms[0]
                return _combined(interpretations)
            case Filter() | Not():
                return _unranked(self._filtered_rows(node))
            case Unreadable():
                return _unranked(BitMap())
        raise AssertionError(node)


def _flattened(root: And) -> Iterator[QueryNode]:
    """The parts of a conjunction, those of nested conjunctions included."""
    for node in root.nodes:
        if isinstance(node, And):
            yield from _flattened(node)
        else:
            yield node


def _exact(node: QueryNode) -> QueryNode:
    """Exclusions are exact: `-word` spares words that only resemble it."""
    match node:
        case Term():
            return replace(node, exact=True, last=False)
        case And(nodes):
            return And(tuple(map(_exact, nodes)))
        case Or(nodes):
            return Or(tuple(map(_exact, nodes)))
        case Not(inner):
            return Not(_exact(inner))
        case _:
            return node


def _unranked(rows: BitMap) -> MatchLevels:
    """The match levels of a condition without rank: perfect for all its rows."""
    first_group = empty_groups()
    first_group[0] = rows
    return MatchLevels([rows], first_group, first_group, rows, rows)


def _combined(interpretations: Sequence[Interpretation]) -> MatchLevels:
    """The match levels of several terms taken as one, derived from their buckets."""
    typos: list[BitMap] = []
    groups, whole, seen = empty_groups(), BitMap(), BitMap()
    ordered = sorted(
        (bucket for interpretation in interpretations for bucket in buckets(interpretation)),
        key=lambda bucket: bucket[0],
    )
    for key, rows in ordered:
        new_rows = rows - seen
        seen |= new_rows
        while len(typos) <= key.typos:
            typos.append(BitMap())
        typos[key.typos] |= new_rows
        groups[key.group] |= new_rows
        if not key.partial_words:
            whole |= new_rows
    return MatchLevels(typos, groups, groups, whole, seen)
