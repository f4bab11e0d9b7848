"""Words next to each other: the words of all texts in order."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.search.gather import Gathered


class Phrases:
    """All texts as sequences of word numbers."""

    def __init__(self, gathered: Gathered, numbers: Sequence[int]) -> None:
        """Keep the texts of a corpus.

        Args:
            gathered: Its texts with words numbered as they were met.
            numbers: For each word of the vocabulary the number it had then.
        """
        place = array("I", bytes(4 * len(numbers)))
        for at, number in enumerate(numbers):
            place[number] = at
        self._sequence = array("I", map(place.__getitem__, gathered.sequence))
        self._starts = gathered.texts
        self._starts.append(len(self._sequence))
        owners = gathered.owners
        self._order = array("I", sorted(range(len(owners)), key=owners.__getitem__))
        self._owners = array("I", map(owners.__getitem__, self._order))

    def having(self, members: Iterable[int], words: Sequence[range]) -> Iterator[int]:
        """The members of which a text has the words next to each other, in their order."""
        owners, order = self._owners, self._order
        for member in members:
            at = bisect_left(owners, member)
            while at < len(owners) and owners[at] == member:
                if self._has(order[at], words):
                    yield member
                    break
                at += 1

    def _has(self, text: int, words: Sequence[range]) -> bool:
        start, end = self._starts[text], self._starts[text + 1]
        if end - start < len(words) or not words[0]:
            return False
        inside = self._sequence[start : end - len(words) + 1]
        first, rest = words[0].start, words[1:]
        at = -1
        try:
            while True:
                at = inside.index(first, at + 1)
                following = start + at + 1
                if all(self._sequence[place] in span for place, span in enumerate(rest, following)):
                    return True
        except ValueError:
            return False
