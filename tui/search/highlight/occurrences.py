"""Where the parts of a query stand in a text, for marking the few texts on the screen."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tui.search.analysis.analyzer import WORD, fold_with_places
from tui.search.analysis.figure_terms import canonical, figures
from tui.search.index.term_expansion import TYPO_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

OF_WORDS = ("word", "exact", "together")
"""Kinds of parts of a query that are words, of which each may be an unfinished or another one."""
LONGEST_RUN = 6
"""Words that may be written together as one."""
_MANY = 100
Span = tuple[int, int]
Place = tuple[str, int, int]
"""A word in a folded text with its start and end."""


class SoughtTerm:
    """A part of a query as marking needs it.

    Attributes:
        words: Its folded words; several are a phrase, a figure's readings, or written together.
        kind: `word`, `exact`, `phrase`, `figure` or `together`.
        last: Whether its last word may be unfinished.
    """

    def __init__(
        self,
        words: tuple[str, ...],
        kind: str,
        last: bool,
        resembling: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self.words, self.kind, self.last = words, kind, last
        self.typed = "".join(words)
        self._resembling = resembling

    @cached_property
    def resembling(self) -> frozenset[str]:
        """The words of the corpus that it means without being their beginning."""
        return self._resembling()

    def means(self, word: str) -> bool:
        """Whether a word of a text is meant."""
        if self.kind == "figure":
            return word in self.words
        typed = self.typed
        if word == typed:
            return True
        if word.startswith(typed):
            if self.kind == "word":
                return not typed[0].isdigit() or (self.last and len(typed) < TYPO_FROM)
            return self.last
        return word in self.resembling


def places_of(folded: str, language: str) -> list[Place]:
    """The words of a folded text with their places."""
    return list(_each_place(folded, language))


def _each_place(folded: str, language: str) -> Iterator[Place]:
    for match in WORD.finditer(folded):
        word = match[0]
        if word[0].isdigit():
            word = canonical(word, language)
        yield (word, *match.span())


@lru_cache(maxsize=4096)
def _read(text: str, language: str) -> tuple[str, Sequence[int], list[Place]]:
    """A short text with its words; the same few are marked again after every key."""
    folded, back = fold_with_places(text)
    return folded, back, places_of(folded, language)


def spans_in(text: str, wanted: Sequence[SoughtTerm], language: str = "") -> dict[int, list[Span]]:
    """Where parts of a query stand in a text, by number of the part."""
    return spans_at(*_read(text, language), wanted, language)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that share a part joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def spans_at(
    folded: str,
    back: Sequence[int],
    places: Sequence[Place],
    wanted: Sequence[SoughtTerm],
    language: str = "",
) -> dict[int, list[Span]]:
    """As `spans_in`, for a text whose words are known."""
    found: dict[int, list[Span]] = {}
    for number, part in enumerate(wanted):
        spans = [
            (back[start], back[end - 1] + 1)
            for start, end in spans_of(folded, places, part, language)
        ]
        if spans:
            found[number] = spans
    return found


def spans_of(
    folded: str, places: Sequence[Place], wanted: SoughtTerm, language: str
) -> Iterator[Span]:
    """Where one part of a query stands in a folded text whose words are known."""
    match wanted.kind:
        case "phrase":
            yield from _phrases(places, wanted)
        case "together":
            yield from _together(places, wanted)
        case _:
            if wanted.typed[0].isdigit():
                yield from _figures(folded, wanted, language)
            yield from _words(places, wanted)


def _figures(folded: str, wanted: SoughtTerm, language: str) -> Iterator[Span]:
    """The figures with a scale that are meant: `4000000000` is `4 bn` too."""
    for figure in figures(folded, language):
        if wanted.means(figure.word):
            yield figure.start, figure.end


def _words(places: Iterable[Place], wanted: SoughtTerm) -> Iterator[Span]:
    typed, size, means = wanted.typed, len(wanted.typed), wanted.means
    for word, start, end in places:
        if means(word):
            at = word.find(typed)
            # A canonical figure can be shorter than what stands in the text.
            inside = at >= 0 and size < len(word) == end - start
            yield (start + at, start + at + size) if inside else (start, end)


def _phrases(places: Sequence[Place], wanted: SoughtTerm) -> Iterator[Span]:
    words = wanted.words
    first, final, count = words[0], words[-1], len(words)
    for at, place in enumerate(places[: len(places) - count + 1]):
        if place[0] != first and count > 1:
            continue
        run = places[at : at + count]
        if all(here[0] == word for here, word in zip(run[:-1], words, strict=False)) and (
            run[-1][0] == final or (wanted.last and run[-1][0].startswith(final))
        ):
            yield run[0][1], run[-1][2]


def _together(places: Sequence[Place], wanted: SoughtTerm) -> Iterator[Span]:
    """Runs of words that, written together, are what the words of the query are."""
    longest = len(wanted.words) + 1
    at = 0
    while at < len(places):
        joined = ""
        for count, (word, _, end) in enumerate(places[at : at + longest], 1):
            joined += word
            if wanted.means(joined):
                yield places[at][1], end
                at += count - 1
                break
        at += 1


def first_place(folded: str, wanted: SoughtTerm, language: str) -> Span | None:
    """The first place of a part in a long folded text, without reading all its words."""
    typed = wanted.typed
    if wanted.kind in ("word", "exact") and not typed[0].isdigit():
        ending = r"(?![^\W_])" if wanted.kind == "exact" and not wanted.last else ""
        match = re.search(rf"(?<![^\W_]){re.escape(typed)}{ending}", folded)
        if match is not None or wanted.kind == "exact":
            return match.span() if match else None
        resembling = wanted.resembling
        if len(resembling) > _MANY:
            resembling = resembling.intersection(WORD.findall(folded))
        places = [place for word in resembling if (place := _whole_word(folded, word))]
        return min(places, default=None)
    if wanted.kind in ("phrase", "together"):
        return next(spans_of(folded, places_of(folded, language), wanted, language), None)
    # Read no further than to the first of each.
    figure = next(_figures(folded, wanted, language), None)
    word = next(_words(_each_place(folded, language), wanted), None)
    return min(filter(None, (figure, word)), default=None)


def _whole_word(folded: str, word: str) -> Span | None:
    """The first place of a word that is not a part of another."""
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        if not folded[at - 1 : at].isalnum() and not folded[end : end + 1].isalnum():
            return at, end
        at = folded.find(word, at + 1)
    return None
