"""The word that the user probably meant: a key of the corpus file, a name or field of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.casefold import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MOST = 100
"""Misspelt words of one file that are looked up: a hostile one has thousands."""
_LONGEST = 80
"""Letters of a word beyond which it is no misspelt name."""
_BEGINNING = 3
"""Letters from which on a word that begins a choice is taken for it."""
_FEW = 14
"""Choices that are all named where none is near."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that a word is a misspelling of; empty where none is near enough.

    Compared by OSA distance (insertions, deletions, substitutions and transpositions of
    neighbours, each counting one), case, accents and the kind of space aside: one slip in three
    letters, two from five on. Of two letters one is no slip but another word: `id` is not `in`.
    Costs one comparison for every choice of about the same length.
    """
    from rapidfuzz.distance import OSA

    wanted = _folded(word)
    limit = 0 if len(wanted) < 3 else 1 if len(wanted) < 5 else 2
    best = (limit + 1, True, "")
    for choice in choices:
        folded = _folded(choice)
        if abs(len(folded) - len(wanted)) <= limit:
            edits = OSA.distance(wanted, folded, score_cutoff=limit)
            # A doubled letter typed once is the likelier slip: `paye` is payee before payer.
            best = min(best, (edits, _single(folded) != _single(wanted), choice))
    return best[2] if best[0] <= limit else ""


def _folded(text: str) -> str:
    folded = text.casefold() if text.isascii() else plain(text)
    return folded.strip().replace(" ", "-").replace("_", "-")


def _single(text: str) -> str:
    return "".join(char for char, before in zip(text, " " + text, strict=False) if char != before)


class Suggestions:
    """Hints for the misspelt words of one file; bounded, so that it cannot keep them busy."""

    def __init__(self) -> None:
        self._left = _MOST

    def hint(self, word: str, choices: Collection[str], otherwise: str = "") -> str:
        """`Did you mean X?`, else the choices where they are few, else `otherwise`."""
        near = self._meant(word, choices)
        if near:
            return f"Did you mean {near}?"
        if otherwise or not 0 < len(choices) <= _FEW:
            return otherwise
        return f"One of: {', '.join(choices)}."

    def _meant(self, word: str, choices: Collection[str]) -> str:
        if self._left <= 0 or not word or len(word) > _LONGEST:
            return ""
        self._left -= 1
        found = nearest(word, choices)
        if not found and len(word) >= _BEGINNING:
            begun = _folded(word)
            found = next((choice for choice in choices if _folded(choice).startswith(begun)), "")
        return found
