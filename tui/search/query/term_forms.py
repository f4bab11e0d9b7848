"""What the words of a query mean by their form: figures with their scales, initials, the rest.

Everything works on folded text of which each character stands at its old place.
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
from tui.search.query.syntax import And, Node, Or, Term, terms_of

PLAIN = re.compile(r"[^\s()|\"]+")
"""A word as it is typed, with the signs in it."""


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
_AFTER = ' ()|"-'
"""What may follow a figure or initials; before anything else they are parts of a longer word."""


class Typed(NamedTuple):
    """A node of the query, `None` for signs alone, and where it ends in the text."""

    node: Node | None
    end: int


def word_at(source: str, text: str, at: int, *, exact: bool, typing: int) -> Typed | None:
    """What begins at a place: a figure, initials or a plain word; `None` where none does.

    Args:
        source: The query as typed.
        text: The same folded.
        at: Where to read.
        exact: Whether `'` stands before it.
        typing: Where the last word of the query ends, of which the scale may be unfinished.
    """
    return (
        _scaled(source, text, at, exact=exact, typing=typing)
        or _grouped(source, text, at)
        or _initials(source, text, at)
        or _plain(source, text, at, exact=exact)
    )


def ends_in_scale(text: str) -> bool:
    """Whether a text ends in a figure of which the scale may still go on."""
    match = _SCALE_AT_END.search(text)
    return match is not None and any(
        word.startswith(match["scale"]) and word != match["scale"] for word in scales()
    )


def _scaled(source: str, text: str, at: int, *, exact: bool, typing: int) -> Typed | None:
    """A figure with its scale, which may stand apart: `4bn`, `$4 bn`, `4 milliards`.

    An unfinished scale is also the words that it will be once another word follows: who types
    `4 mi` may mean 4 millions as well as 4 and Microsoft.
    """
    match = _SCALED.match(text, at)
    if match is None or not _ends(text, match.end()):
        return None
    scale = match["scale"]
    unfinished = match.end("scale") == match.end() == typing
    powers = scale_powers(scale, unfinished=unfinished)
    figure = _figure(source, at, match.end(), match["number"], powers)
    if figure is None or figure.node is None or scale in scales():
        return figure
    apart = _apart(source, text[: match.end()], at, exact=exact)
    return Typed(Or((apart, figure.node)), match.end())


def _apart(source: str, text: str, at: int, *, exact: bool) -> And:
    """The words from a place on, none of them the scale of another."""
    nodes = []
    while at < len(text):
        word = None if text[at] == " " else word_at(source, text, at, exact=exact, typing=-1)
        if word is not None and word.node is not None:
            nodes.append(word.node)
            exact = False
        at = at + 1 if word is None else word.end
    return with_last_word(And(tuple(nodes)))


def _grouped(source: str, text: str, at: int) -> Typed | None:
    """A figure in groups of digits: `1 250 000`."""
    match = _GROUPED.match(text, at)
    if match is None or not _ends(text, match.end()):
        return None
    return _figure(source, at, match.end(), match["number"], frozenset((0,)))


def _figure(source: str, at: int, end: int, number: str, powers: frozenset[int]) -> Typed | None:
    plain = canonical(number)
    readings = tuple(filter(None, (scaled(plain, power) for power in sorted(powers))))
    if not readings:
        return None
    return Typed(Term(at, end, source[at:end], readings, figure=True), end)


def _initials(source: str, text: str, at: int) -> Typed | None:
    """The letters of a name: `M&S`, `AT & T`."""
    match = _INITIALS.match(text, at)
    if match is None or not _ends(text, match.end()):
        return None
    end = match.end()
    written = source[at:end]
    return Typed(Term(at, end, written, tuple(words(match[0])), initials=True), end)


def _plain(source: str, text: str, at: int, *, exact: bool) -> Typed | None:
    match = PLAIN.match(text, at)
    if match is None:
        return None
    written = source[at : match.end()]
    found = tuple(words(written))
    node = Term(at, match.end(), written, found, exact=exact) if found else None
    return Typed(node, match.end())


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in _AFTER


def with_last_word(root: And) -> And:
    """Mark the last term; filters behind it do not finish its word."""
    last = max(terms_of(root), key=lambda term: term.end, default=None)

    def marked(node: Node) -> Node:
        match node:
            case Term():
                return replace(node, last=node.last or node is last)
            case And(nodes):
                return And(tuple(marked(part) for part in nodes))
            case Or(nodes):
                return Or(tuple(marked(part) for part in nodes))
            case _:
                return node

    if last is None or last.phrase:
        return root
    return And(tuple(marked(node) for node in root.nodes))
