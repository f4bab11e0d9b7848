"""The word that the user probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MOST = 100
_LONGEST = 80
_LIKE = 60
_FEW = 14


class Suggestions:
    """Hints for misspelt words; bounded, so that a hostile file cannot keep it busy."""

    def __init__(self) -> None:
        self._left = _MOST

    def hint(self, word: str, choices: Collection[str], otherwise: str = "") -> str:
        """`Did you mean X?`, else the choices where they are few, else `otherwise`."""
        near = self._nearest(word, choices)
        if near:
            return f"Did you mean {near}?"
        if otherwise or not 0 < len(choices) <= _FEW:
            return otherwise
        return f"One of: {', '.join(choices)}."

    def _nearest(self, word: str, choices: Iterable[str]) -> str | None:
        if self._left <= 0 or not word or len(word) > _LONGEST:
            return None
        self._left -= 1
        from rapidfuzz import fuzz, process

        found = process.extractOne(
            word, tuple(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_LIKE
        )
        return found[0] if found else None
