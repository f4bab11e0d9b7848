"""Words next to each other: the words of all texts in order."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.search.gather import Gathered

_SIZE = array("I").itemsize


class Phrases:
    """All texts as sequences of word numbers."""

    def __init__(self, gathered: Gathered, numbers: Sequence[int]) -> None:
        """Keep the texts of a corpus.

        Args:
            gathered: Its texts with words numbered as they were met.
            numbers: For each word of the vocabulary the number it had then.
        """
        place = array("I", bytes(_SIZE * len(numbers)))
        for at, number in enumerate(numbers):
            place[number] = at
        self._sequence = array("I", map(place.__getitem__, gathered.sequence)).tobytes()
        self._starts = gathered.texts
        self._starts.append(len(gathered.sequence))
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
        if not words[0]:
            return False
        sequence, size = self._sequence, _SIZE
        start, end = self._starts[text] * size, self._starts[text + 1] * size
        end -= size * (len(words) - 1)
        first = array("I", (words[0].start,)).tobytes()
        rest = words[1:]
        at = sequence.find(first, start, end)
        while at >= 0:
            # Bytes of two neighbours can look like the word.
            if (at - start) % size == 0:
                following = array("I", sequence[at + size : at + size * len(words)])
                if all(word in span for word, span in zip(following, rest, strict=True)):
                    return True
            at = sequence.find(first, at + 1, end)
        return False
