"""Whether a word of a text is what a typed word means: the definition, word by word.

The index finds the same words much faster in its sorted vocabulary; this is for marking them in
the few texts that are on the screen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.search.figures import canonical, figures
from tui.search.fold import WORD, fold_with_places
from tui.search.vocabulary import INNER_FROM, TYPO_FROM, confirmed, edits_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]


class Wanted(NamedTuple):
    """A part of a query as marking needs it.

    Attributes:
        words: Its folded words; several are a phrase, a figure's readings, or written together.
        kind: `word`, `exact`, `phrase`, `figure` or `together`.
        last: Whether its last word may be unfinished.
    """

    words: tuple[str, ...]
    kind: str
    last: bool


class Place(NamedTuple):
    """A word in a folded text."""

    word: str
    start: int
    end: int


def typos(typed: str, word: str, *, last: bool) -> int | None:
    """How many typos make a word what was typed, `None` where it is not meant.

    None where it is the beginning; one where it lies inside the word.
    """
    if typed[0].isdigit():
        typing = last and len(typed) < TYPO_FROM and typed.isdigit()
        meant = word.startswith(typed) and word[0].isdigit() if typing else word == typed
        return 0 if meant else None
    if word.startswith(typed):
        return 0
    if len(typed) >= INNER_FROM and typed in word:
        return 1
    return _edits(typed, word, last)


def _edits(typed: str, word: str, last: bool) -> int | None:
    from rapidfuzz.distance import OSA

    best = 3
    size = len(typed)
    allowed = edits_allowed(size, len(word))
    if allowed and abs(size - len(word)) <= allowed:
        best = min(best, OSA.distance(typed, word, score_cutoff=allowed))
        if best > allowed:
            best = 3
    if last and best > 1 and (allowed := edits_allowed(size, size)):
        for length in range(max(1, size - allowed), min(size + allowed, len(word)) + 1):
            if confirmed(typed, word[:length]):
                edits = OSA.distance(typed, word[:length], score_cutoff=allowed)
                if edits <= allowed:
                    best = min(best, edits)
    return best if best < 3 else None


def places_of(folded: str, language: str) -> list[Place]:
    """The words of a folded text with their places."""
    return [
        Place(
            canonical(match[0], language) if match[0][0].isdigit() else match[0],
            match.start(),
            match.end(),
        )
        for match in WORD.finditer(folded)
    ]


def spans_in(text: str, wanted: Sequence[Wanted], language: str = "") -> dict[int, list[Span]]:
    """Where parts of a query stand in a text, by number of the part."""
    folded, back = fold_with_places(text)
    places = places_of(folded, language)
    found: dict[int, list[Span]] = {}
    for number, part in enumerate(wanted):
        spans = [
            (back[start], back[end - 1] + 1)
            for start, end in _spans(folded, places, part, language)
        ]
        if spans:
            found[number] = spans
    return found


def _spans(folded: str, places: Sequence[Place], wanted: Wanted, language: str) -> Iterator[Span]:
    match wanted.kind:
        case "figure":
            for figure in figures(folded, language):
                if figure.word in wanted.words:
                    yield figure.start, figure.end
            for place in places:
                if place.word in wanted.words:
                    yield place.start, place.end
        case "phrase":
            yield from _phrases(places, wanted)
        case "together":
            yield from _together(places, wanted)
        case _:
            yield from _words(places, wanted)


def _words(places: Sequence[Place], wanted: Wanted) -> Iterator[Span]:
    typed = wanted.words[0]
    size = len(typed)
    for word, start, end in places:
        if word == typed:
            yield start, end
        elif wanted.kind == "exact":
            if wanted.last and word.startswith(typed):
                yield start, start + size
        elif typos(typed, word, last=wanted.last) is not None:
            at = word.find(typed)
            # A canonical figure can be shorter than what stands in the text.
            inside = at >= 0 and at + size <= end - start
            yield (start + at, start + at + size) if inside else (start, end)


def _phrases(places: Sequence[Place], wanted: Wanted) -> Iterator[Span]:
    words = wanted.words
    for at in range(len(places) - len(words) + 1):
        run = places[at : at + len(words)]
        if all(place.word == word for place, word in zip(run[:-1], words[:-1], strict=True)) and (
            run[-1].word == words[-1] or (wanted.last and run[-1].word.startswith(words[-1]))
        ):
            yield run[0].start, run[-1].end


def _together(places: Sequence[Place], wanted: Wanted) -> Iterator[Span]:
    """Runs of words that, written together, are what the words of the query are."""
    typed = "".join(wanted.words)
    at = 0
    while at < len(places):
        for count in range(1, len(wanted.words) + 2):
            run = places[at : at + count]
            joined = "".join(place.word for place in run)
            if len(run) < count or len(joined) > len(typed) + 2 + 20 * wanted.last:
                continue
            if _same(typed, joined, wanted.last):
                yield run[0].start, run[-1].end
                at += count - 1
                break
        at += 1


def _same(typed: str, joined: str, last: bool) -> bool:
    if joined == typed or (last and joined.startswith(typed)):
        return True
    return abs(len(typed) - len(joined)) <= 2 and _edits(typed, joined, last=False) is not None


def first_place(folded: str, wanted: Wanted, language: str) -> Span | None:
    """The first place of a part in a long folded text; cheap where it stands as typed."""
    if wanted.kind in ("word", "exact") and not wanted.words[0][0].isdigit():
        match = re.search(r"(?<![^\W_])" + re.escape(wanted.words[0]), folded)
        if match is not None and wanted.kind == "word":
            return match.span()
    return next(_spans(folded, places_of(folded, language), wanted, language), None)
