"""Where a part of a query stands in the name of a party, however the name is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import fold_with_places, words
from tui.search.highlight.occurrences import (
    LONGEST_RUN,
    OF_WORDS,
    SoughtTerm,
    Span,
    places_of,
    spans_in,
)
from tui.search.index.party_names import name_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.highlight.occurrences import Place


def name_spans(names: tuple[str, ...], part: SoughtTerm) -> Sequence[Span]:
    """Where a part of a query stands in the first of the names of a party.

    `sparkcap` is the beginning of Spark Capital; what means another of the names, or the
    initials, marks the whole name.
    """
    name = names[0]
    folded, back = fold_with_places(name)
    places = places_of(folded, "")
    found = _written_together(places, part) if part.kind in OF_WORDS else None
    if found is not None:
        return [(back[found[0]], back[found[1] - 1] + 1)]
    plain = spans_in(name, [part])
    if plain:
        return plain[0]
    found = _resembling_together(places, part)
    if found is not None:
        return [(back[found[0]], back[found[1] - 1] + 1)]
    if _means_another_name(names, part):
        return [(0, len(name))]
    return ()


def _written_together(places: Sequence[Place], part: SoughtTerm) -> Span | None:
    """The words that, written together, are or begin with what was typed."""
    typed = part.typed
    for at, (first, start, _) in enumerate(places):
        joined = first
        for word, begin, end in places[at + 1 : at + LONGEST_RUN]:
            if len(joined) >= len(typed) or not typed.startswith(joined):
                break
            left = len(typed) - len(joined)
            joined += word
            if joined.startswith(typed) and part.means(joined):
                return start, begin + left if end - begin == len(word) else end
    return None


def _resembling_together(places: Sequence[Place], part: SoughtTerm) -> Span | None:
    """The words that, written together, are nearly what was typed."""
    for at, (first, start, _) in enumerate(places):
        joined = first
        for word, _, end in places[at + 1 : at + LONGEST_RUN]:
            joined += word
            if joined in part.resembling:
                return start, end
    return None


def _means_another_name(names: tuple[str, ...], part: SoughtTerm) -> bool:
    if any(spans_in(name, [part]) for name in names[1:]):
        return True
    return part.kind in OF_WORDS and any(map(part.means, _others(names)))


@lru_cache(maxsize=1024)
def _others(names: tuple[str, ...]) -> frozenset[str]:
    """The words under which a party is found that stand in none of its names."""
    extra, _ = name_words(names)
    return frozenset(extra.difference(*map(words, names)))
