"""Changes to the text of a query: adding and removing its filters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold
from tui.search.query.parser import parse

if TYPE_CHECKING:
    from tui.search.query.syntax import Filter

_QUOTES = '"“”„«»'
_PLAIN = re.compile(r"[^\W_](?:[\w.&+/-]*[^\W_])?")


def quoted(value: str) -> str:
    """A value as it must be written in a query."""
    value = "".join(" " if char in _QUOTES else char for char in value)
    return value if _PLAIN.fullmatch(value) else f'"{value}"'


def toggle_filter(query: str, field: str, value: str) -> str:
    """The query with a filter added, or removed where it is there already.

    What is still open at the end of the query is closed before it, so that the filter is one of
    the whole query: `a |` and a payer is `a payer:…`, which finds less, not more.

    Args:
        query: As typed.
        field: A field of the query language.
        value: The value as it is written in the query, without quotes.
    """
    for present in parse(query).filters:
        same = fold(present.text) == fold(value) and not present.negated
        if present.field == field and same:
            return remove_filter(query, present)
    written = f"{field}:{quoted(value)}"
    kept = _finished(query, field)
    return f"{kept} {written}" if kept else written


def _finished(query: str, field: str) -> str:
    """The query with all open at its end closed, and a bare `field:` of the same field dropped."""
    kept = query.rstrip()
    unclosed = parse(kept).unclosed
    if not unclosed.startswith('"'):
        bare = re.search(rf"(?<![^\s(|])-?{field}:\Z", kept, re.IGNORECASE)
        kept = (kept[: bare.start()] if bare else kept).rstrip(" |")
    return kept + unclosed


def remove_filter(query: str, chip: Filter) -> str:
    """The query without one of its filters, and without a `|` that chose between it and others."""
    before, after = query[: chip.start].rstrip(), query[chip.end :].lstrip()
    if before.endswith("|"):
        before = before.rstrip("| ")
    elif after.startswith("|"):
        after = after.lstrip("| ")
    return f"{before} {after}" if before and after else before + after
