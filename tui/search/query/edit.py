"""Changes to the text of a query: adding and removing its filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold
from tui.search.query.query_parser import parse

if TYPE_CHECKING:
    from tui.search.query.syntax import Filter

_QUOTES = '"“”„«»'
_PLAIN = re.compile(r"[^\W_](?:[\w.&+/-]*[^\W_])?")


def quoted(value: str) -> str:
    """A value as it has to be written in a query: in quotes unless it is one plain word."""
    value = "".join(" " if char in _QUOTES else char for char in value)
    return value if _PLAIN.fullmatch(value) else f'"{value}"'


def toggle_filter(query: str, field: str, value: str) -> str:
    """Add a filter to a query, or remove it where the query has it already.

    Quotes, brackets and a `|` that are still open at the end are closed first, so that the filter
    applies to the whole query: `a |` and a payer make `a payer:…`, which finds less, not more.

    Args:
        query: As typed.
        field: A field of the query language.
        value: The value without quotes.
    """
    for existing in parse(query).filters:
        same = fold(existing.text) == fold(value) and not existing.negated
        if existing.field == field and same:
            return remove_filter(query, existing)
    written = f"{field}:{quoted(value)}"
    base = _closed(query, field)
    return f"{base} {written}" if base else written


def _closed(query: str, field: str) -> str:
    """Close everything open at the end of a query, and drop a bare `field:`, bracket or bar."""
    base = query.rstrip()
    unclosed = parse(base).unclosed
    if not unclosed.startswith('"'):
        dangling = re.search(rf"(?<![^\s(|])-?{field}:\Z", base, re.IGNORECASE)
        # A bracket with nothing in it finds nothing, closed or not.
        base = (base[: dangling.start()] if dangling else base).rstrip(" |(")
        unclosed = parse(base).unclosed
    return base + unclosed


def remove_filter(query: str, removed: Filter) -> str:
    """Remove one filter from a query, and the `|` between it and its alternatives."""
    before, after = query[: removed.start].rstrip(), query[removed.end :].lstrip()
    # The filter was one side of a `|`, which must not be left dangling.
    if before.endswith("|"):
        before = before.rstrip("| ")
    elif after.startswith("|"):
        after = after.lstrip("| ")
    return f"{before} {after}" if before and after else before + after
