"""The syntax tree of a query, as plain values: what the parser makes and `QueryPlan` evaluates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search.query.value_ranges import AmountRange, DateRange


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A part of a query that cannot be read, where it is, and what to write instead.

    Attributes:
        suggestion: Replaces `query[start:end]`; empty where nothing comes close.
    """

    start: int
    end: int
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Words to look for, one after the other where there are several (`bankman-fried`).

    Attributes:
        text: As typed, without its quotes.
        words: Folded words, figures in their canonical form.
        exact: No typos, and no parts of words (`'word`).
        phrase: The words stand next to each other (`"…"`).
        figure: The words are the possible values of one figure, any of which matches.
        initials: The words are the letters of a name (`M&S`), side by side or written together.
        last: The term is the last one of the query, so its last word may be unfinished.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    exact: bool = False
    phrase: bool = False
    figure: bool = False
    initials: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One `field:value`.

    Attributes:
        start: Offset in the query; the `-` of a negated filter is part of it.
        text: The value as typed, without quotes.
        quoted: Whether it was typed in quotes, so that commas are part of it.
        amount: The range that `amount:` asks for.
        dates: The range that `date:`, `known:` and `year:` ask for.
    """

    start: int
    end: int
    field: str
    text: str
    negated: bool = False
    quoted: bool = False
    amount: AmountRange | None = None
    dates: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """Excludes what matches `node`."""

    node: QueryNode


@dataclass(frozen=True, slots=True)
class And:
    """Matches what all `nodes` match; everything where there are none."""

    nodes: tuple[QueryNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """Matches what at least one of `nodes` matches."""

    nodes: tuple[QueryNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands for a part that could not be read: it finds nothing, and so does its negation."""


QueryNode: TypeAlias = Term | Filter | Not | And | Or | Unreadable


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query.

    Attributes:
        text: As typed.
        root: Its tree; `in:` and `sort:` are not part of it.
        terms: All terms that look for something, none that excludes, in order.
        filters: All filters, `in:` and `sort:` included, in order.
        problems: What could not be read, or is unfinished.
        sort: The order that `sort:` asks for, such as `-amount`; empty for the best first.
        inside: The groups of text that `in:` restricts the terms to; empty for all.
        unclosed: What would close the quotes and brackets that are still open.
        unfinished: What is no problem of somebody who is still typing, and one of a script.
    """

    text: str = ""
    root: And = field(default_factory=And)
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    problems: tuple[QueryProblem, ...] = ()
    sort: str = ""
    inside: frozenset[str] = frozenset()
    unclosed: str = ""
    unfinished: tuple[QueryProblem, ...] = ()


def terms_of(node: QueryNode) -> Iterator[Term]:
    """The terms of a tree that look for something, in order; none that excludes."""
    match node:
        case Term():
            yield node
        case And() | Or():
            for part in node.nodes:
                yield from terms_of(part)
        case _:
            pass


def has_unreadable(node: QueryNode) -> bool:
    """Whether some part of a tree could not be read."""
    match node:
        case And(nodes) | Or(nodes):
            return any(map(has_unreadable, nodes))
        case Not(inner):
            return has_unreadable(inner)
        case _:
            return isinstance(node, Unreadable)


def readable(node: And) -> And:
    """A tree without the parts that could not be read, so that it finds what the rest does."""
    return And(tuple(part for part in map(_readable, node.nodes) if part is not None))


def _readable(node: QueryNode) -> QueryNode | None:
    match node:
        case Unreadable():
            return None
        case And():
            rest = readable(node)
            return rest if rest.nodes else None
        case Or(nodes):
            parts = tuple(part for part in map(_readable, nodes) if part is not None)
            return Or(parts) if parts else None
        case Not(inner):
            kept = _readable(inner)
            return Not(kept) if kept is not None else None
        case _:
            return node
