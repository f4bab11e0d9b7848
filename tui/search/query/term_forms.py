"""The terms of a query by their form: figures with their scales, initials, plain words.

Everything here works on folded text in which each character stands at its original offset.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from tui.language.lazy_pattern import Pattern
from tui.search.analysis.analyzer import words
from tui.search.analysis.figure_terms import (
    GROUPED,
    NUMBER,
    any_of,
    canonical,
    currency_words,
    scale_powers,
    scaled,
    scales,
)
from tui.search.query.syntax import And, Or, QueryNode, Term, terms_of

PLAIN = re.compile(r"[^\s()|\"]+")
"""A word as it is typed, including the signs inside it."""


def _sign() -> str:
    signs = any_of(word for word in currency_words() if not word.isalpha())
    return rf"(?:(?:{signs})[ ]?)?"


def _code() -> str:
    signs = any_of(word for word in currency_words() if not word.isalpha())
    codes = any_of(code.lower() for code in set(currency_words().values()))
    return rf"(?:[ ]?(?:{signs})|(?:{codes}))?(?![^\W_])"


_SCALED = Pattern(lambda: rf"{_sign()}(?P<number>{NUMBER})[ ]?(?P<scale>[a-z]+?){_code()}")
_GROUPED = Pattern(lambda: rf"{_sign()}(?P<number>{GROUPED}){_code()}")
_SCALE_AT_END = re.compile(r"\d[ ]?(?P<scale>[a-z]+)\Z")
_INITIALS = re.compile(r"[^\W\d_]{1,2}(?:[ ]?&[ ]?[^\W\d_])+(?![^\W_])")
_BOUNDARY = ' ()|"-'
"""What may follow a figure or initials; anything else continues a longer word."""


class ParsedTerm(NamedTuple):
    """A node of the query, `None` for a run of signs, and where it ends in the text."""

    node: QueryNode | None
    end: int


def term_at(
    source: str, text: str, at: int, *, exact: bool, last_word_end: int
) -> ParsedTerm | None:
    """The term that starts at an offset: a figure, initials or a plain word.

    Args:
        source: The query as typed.
        text: The same, folded.
        at: The offset.
        exact: Whether `'` stands before it.
        last_word_end: Where the last word of the query ends; its scale may be unfinished.

    Returns:
        `None` where no term starts there.
    """
    return (
        _scaled(source, text, at, exact=exact, last_word_end=last_word_end)
        or _grouped(source, text, at)
        or _initials(source, text, at)
        or _plain_word(source, text, at, exact=exact)
    )


def ends_in_scale(text: str) -> bool:
    """Whether a text ends in a figure with a scale that could still be continued."""
    match = _SCALE_AT_END.search(text)
    return match is not None and any(
        scale.startswith(match["scale"]) and scale != match["scale"] for scale in scales()
    )


def _scaled(
    source: str, text: str, at: int, *, exact: bool, last_word_end: int
) -> ParsedTerm | None:
    """A figure with its scale, which may stand apart: `4bn`, `$4 bn`, `4 milliards`.

    While the scale is unfinished the term also matches as separate words, which is what it becomes
    once another word follows: `4 mi` may mean 4 millions as well as 4 and Microsoft.
    """
    match = _SCALED.match(text, at)
    if match is None or not _at_boundary(text, match.end()):
        return None
    scale = match["scale"]
    unfinished = match.end("scale") == match.end() == last_word_end
    powers = scale_powers(scale, unfinished=unfinished)
    figure = _figure(source, at, match.end(), match["number"], powers)
    if figure is None or figure.node is None or scale in scales():
        return figure
    apart = _separate_terms(source, text[: match.end()], at, exact=exact)
    return ParsedTerm(Or((apart, figure.node)), match.end())


def _separate_terms(source: str, text: str, at: int, *, exact: bool) -> And:
    """The terms from an offset on, none of them taken as the scale of another."""
    nodes = []
    while at < len(text):
        # `'` applies to the first word only, so it is dropped once a term was read.
        term = None if text[at] == " " else term_at(source, text, at, exact=exact, last_word_end=-1)
        if term is not None and term.node is not None:
            nodes.append(term.node)
            exact = False
        at = at + 1 if term is None else term.end
    return with_last_word(And(tuple(nodes)))


def _grouped(source: str, text: str, at: int) -> ParsedTerm | None:
    """A figure in groups of digits: `1 250 000`."""
    match = _GROUPED.match(text, at)
    if match is None or not _at_boundary(text, match.end()):
        return None
    return _figure(source, at, match.end(), match["number"], frozenset((0,)))


def _figure(
    source: str, at: int, end: int, number: str, powers: frozenset[int]
) -> ParsedTerm | None:
    """A term that matches a figure under any of several powers of ten; `None` where it has none."""
    digits = canonical(number)
    values = tuple(filter(None, (scaled(digits, power) for power in sorted(powers))))
    if not values:
        return None
    return ParsedTerm(Term(at, end, source[at:end], values, figure=True), end)


def _initials(source: str, text: str, at: int) -> ParsedTerm | None:
    """The letters of a name: `M&S`, `AT & T`."""
    match = _INITIALS.match(text, at)
    if match is None or not _at_boundary(text, match.end()):
        return None
    end = match.end()
    source_text = source[at:end]
    return ParsedTerm(Term(at, end, source_text, tuple(words(match[0])), initials=True), end)


def _plain_word(source: str, text: str, at: int, *, exact: bool) -> ParsedTerm | None:
    """Everything up to a space, quote or bracket."""
    match = PLAIN.match(text, at)
    if match is None:
        return None
    source_text = source[at : match.end()]
    terms = tuple(words(source_text))
    node = Term(at, match.end(), source_text, terms, exact=exact) if terms else None
    return ParsedTerm(node, match.end())


def _at_boundary(text: str, at: int) -> bool:
    """Whether a figure or initials may end at an offset."""
    return at >= len(text) or text[at] in _BOUNDARY


def with_last_word(root: And) -> And:
    """Mark the last term as unfinished; filters behind it do not finish its word."""
    last = max(terms_of(root), key=lambda term: term.end, default=None)

    def with_mark(node: QueryNode) -> QueryNode:
        match node:
            case Term():
                return replace(node, last=node.last or node is last)
            case And(nodes):
                return And(tuple(with_mark(part) for part in nodes))
            case Or(nodes):
                return Or(tuple(with_mark(part) for part in nodes))
            case _:
                return node

    # A phrase knows from its closing quote whether it is finished.
    if last is None or last.phrase:
        return root
    return And(tuple(with_mark(node) for node in root.nodes))
