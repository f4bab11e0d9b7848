"""Where a term of a query occurs in the name of a party, however the name is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold_with_offsets, words
from tui.search.highlight.occurrences import (
    LONGEST_RUN,
    WORD_KINDS,
    SoughtTerm,
    Span,
    spans_in,
    tokens_of,
)
from tui.search.index.party_names import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.highlight.occurrences import TextToken


def spans_in_name(names: tuple[str, ...], term: SoughtTerm) -> Sequence[Span]:
    """Where a term occurs in the first of the names of a party.

    `sparkcap` marks the beginning of Spark Capital; a term that matches another of the names, or
    the initials, marks the whole name.
    """
    name = names[0]
    folded, offsets = fold_with_offsets(name)
    tokens = tokens_of(folded, "")
    run = _joined_run(tokens, term) if term.kind in WORD_KINDS else None
    if run is not None:
        return [(offsets[run[0]], offsets[run[1] - 1] + 1)]
    direct = spans_in(name, [term])
    if direct:
        return direct[0]
    run = _similar_run(tokens, term)
    if run is not None:
        return [(offsets[run[0]], offsets[run[1] - 1] + 1)]
    if _matches_other_name(names, term):
        return [(0, len(name))]
    return ()


def _joined_run(tokens: Sequence[TextToken], term: SoughtTerm) -> Span | None:
    """The words that, written together, begin with what was typed."""
    typed = term.typed
    for index, (first, start, _) in enumerate(tokens):
        joined = first
        for word, begin, end in tokens[index + 1 : index + LONGEST_RUN]:
            if len(joined) >= len(typed) or not typed.startswith(joined):
                break
            missing = len(typed) - len(joined)
            joined += word
            if joined.startswith(typed) and term.means(joined):
                # The last word is marked as far as it was typed, where folding kept its length.
                return start, begin + missing if end - begin == len(word) else end
    return None


def _similar_run(tokens: Sequence[TextToken], term: SoughtTerm) -> Span | None:
    """The words that, written together, are similar to what was typed."""
    for index, (first, start, _) in enumerate(tokens):
        joined = first
        for word, _, end in tokens[index + 1 : index + LONGEST_RUN]:
            joined += word
            if joined in term.similar_words:
                return start, end
    return None


def _matches_other_name(names: tuple[str, ...], term: SoughtTerm) -> bool:
    if any(spans_in(name, [term]) for name in names[1:]):
        return True
    return term.kind in WORD_KINDS and any(map(term.means, _other_words(names)))


@lru_cache(maxsize=1024)
def _other_words(names: tuple[str, ...]) -> frozenset[str]:
    """The words under which a party is found that stand in none of its names."""
    extra, _ = name_words(names)
    return frozenset(extra.difference(*map(words, names)))
