"""Suggestions: what a misspelt key of the corpus file or name in a query was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.casefold import plain
from tui.model.messages import msg
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MAX_LOOKUPS = 100
"""Misspelt words of one file that are looked up; a hostile file has thousands."""
_MAX_LENGTH = 80
"""Characters; a longer word is not a misspelt name."""
_MIN_PREFIX = 3
"""Letters from which a word is completed to a choice that begins with it."""
_MAX_LISTED = 14
"""Choices that are all listed where none comes close."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that a word is a misspelling of; empty where none is near enough.

    Compared by OSA distance (insertions, deletions, substitutions and swaps of neighbours, each
    counting one), ignoring case, accents and the kind of space: one edit is forgiven from three
    letters, two from five. Costs one comparison for every choice of about the same length.
    """
    from rapidfuzz.distance import OSA

    typed = _folded(word)
    # In a word of two letters a different letter is not a slip but another word: `id` is not `in`.
    limit = 0 if len(typed) < 3 else 1 if len(typed) < 5 else 2
    best = (limit + 1, True, True, "")
    for choice in choices:
        candidate = _folded(choice)
        if abs(len(candidate) - len(typed)) <= limit:
            distance = OSA.distance(typed, candidate, score_cutoff=limit)
            # A doubled letter typed once is the likelier slip: `paye` is payee before payer. So are
            # swapped letters: `payre` is payer before payee.
            doubled = _without_doubles(candidate) == _without_doubles(typed)
            swapped = sorted(candidate) == sorted(typed)
            best = min(best, (distance, not doubled, not swapped, choice))
    return best[3] if best[0] <= limit else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """What a message about an unknown word ends with: `: did you mean X?`; empty for none."""
    best = nearest(word, choices)
    return tr(": did you mean {word}?").format(word=best) if best else ""


def _folded(text: str) -> str:
    """The text case folded, with hyphens for spaces and underscores."""
    folded = text.casefold() if text.isascii() else plain(text)
    return folded.strip().replace(" ", "-").replace("_", "-")


def _without_doubles(text: str) -> str:
    """The text with each run of one letter written once."""
    return "".join(char for char, before in zip(text, " " + text, strict=False) if char != before)


class Suggestions:
    """Hints for the misspelt words of one file.

    Bounded, since a hostile file may have thousands.
    """

    def __init__(self) -> None:
        self._lookups_left = _MAX_LOOKUPS

    def hint(self, word: str, choices: Collection[str], otherwise: str = "") -> str:
        """`Did you mean X?`, else the choices where they are few, else `otherwise`."""
        closest = self._closest(word, choices)
        if closest:
            return msg("Did you mean {closest}?", closest=closest)
        if otherwise or not 0 < len(choices) <= _MAX_LISTED:
            return otherwise
        return msg("One of: {choices}.", choices=", ".join(choices))

    def _closest(self, word: str, choices: Collection[str]) -> str:
        """The choice that a word is a misspelling or a prefix of; empty for none."""
        if self._lookups_left <= 0 or not word or len(word) > _MAX_LENGTH:
            return ""
        self._lookups_left -= 1
        closest = nearest(word, choices)
        if not closest and len(word) >= _MIN_PREFIX:
            prefix = _folded(word)
            closest = next((choice for choice in choices if _folded(choice).startswith(prefix)), "")
        return closest
