"""Positions: the words of all texts in order, so that phrases can be told from words far apart.

Each text is a sequence of word numbers of equal width, as few bytes as the largest number needs.
A phrase is then a byte string, and `bytes.find` (two-way string matching, O(length of the text))
looks for it at the speed of C; a hit that does not begin at a multiple of the width is none.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SIZE = array("I").itemsize


@dataclass(slots=True)
class Texts:
    """Some texts, in the order of the members that they belong to.

    Attributes:
        words: The numbers of their words, one text after the other.
        starts: Where in them each text starts.
        owners: The member that each belongs to.
    """

    words: array[int] = field(default_factory=lambda: array("I"))
    starts: array[int] = field(default_factory=lambda: array("I"))
    owners: array[int] = field(default_factory=lambda: array("I"))


class Positions:
    """All texts as sequences of word numbers, each in as few bytes as the largest needs."""

    def __init__(self, groups: Iterable[Texts], numbers: Sequence[int]) -> None:
        """Keep the texts of a corpus.

        Args:
            groups: Its texts with words numbered as they were met, in the order of members.
            numbers: For each word of the vocabulary the number it had then.
        """
        place = array("I", bytes(_SIZE * len(numbers)))
        for at, number in enumerate(numbers):
            place[number] = at
        self._width = max(1, (len(numbers).bit_length() + 7) // 8)
        sequence = bytearray()
        starts, owners = array("I"), array("I")
        for texts in groups:
            before = len(sequence) // self._width
            starts.extend(map(before.__add__, texts.starts))
            owners.extend(texts.owners)
            sequence += self._packed(array("I", map(place.__getitem__, texts.words)))
        starts.append(len(sequence) // self._width)
        self._sequence = bytes(sequence)
        # An array that grew has room to spare, its copy has none.
        self._starts, self._owners = starts[:], owners[:]

    def _packed(self, words: array[int]) -> bytes:
        """Words by their lowest bytes, the least one first."""
        if sys.byteorder == "big":
            words.byteswap()
        whole = words.tobytes()
        packed = bytearray(self._width * len(words))
        for byte in range(self._width):
            packed[byte :: self._width] = whole[byte::_SIZE]
        return bytes(packed)

    def having(self, members: Iterable[int], words: Sequence[range]) -> Iterator[int]:
        """The members of which a text has the words next to each other, in their order.

        Args:
            members: Where to look.
            words: Each is one word, but the last may be any of a range.
        """
        *first, last = words
        if not all(first):
            return
        head = self._packed(array("I", [word.start for word in first]))
        owners = self._owners
        for member in members:
            text = bisect_left(owners, member)
            while text < len(owners) and owners[text] == member:
                if self._has(text, head, last):
                    yield member
                    break
                text += 1

    def _has(self, text: int, head: bytes, last: range) -> bool:
        """Whether a text has the beginning of a phrase, and one of some words behind it."""
        sequence, width = self._sequence, self._width
        start = self._starts[text] * width
        end = max(start, self._starts[text + 1] * width - width)
        at = sequence.find(head, start, end)
        while at >= 0:
            # Bytes of two neighbours can look like the word.
            if (at - start) % width == 0:
                after = at + len(head)
                if int.from_bytes(sequence[after : after + width], "little") in last:
                    return True
            at = sequence.find(head, at + 1, end)
        return False
