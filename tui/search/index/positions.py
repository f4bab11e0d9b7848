"""Positions: the words of all documents in order, so that phrases can be told from words far apart.

Each text is a sequence of word numbers of equal width, as few bytes as the largest number needs. A
phrase is then a byte string, and `bytes.find` (two-way string matching, O(length of the text))
finds it at the speed of C in a copy of the text at hand; a hit that does not begin at a multiple of
the width is spurious.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from tui.search.index.sections import SectionWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.search.index.sections import Sections

_ITEM_SIZE = array("I").itemsize


@dataclass(slots=True)
class DocumentTexts:
    """Some texts, in the order of the documents that they belong to.

    Attributes:
        words: The word numbers of all texts, one text after the other.
        starts: Where in `words` each text starts.
        documents: The document that each text belongs to; one document may have several.
    """

    words: array[int] = field(default_factory=lambda: array("I"))
    starts: array[int] = field(default_factory=lambda: array("I"))
    documents: array[int] = field(default_factory=lambda: array("I"))


class Positions:
    """All texts as sequences of word numbers, packed to the width that the largest needs."""

    def __init__(self, sections: Sections) -> None:
        self._width = sections.value("width", int)
        self._sequence = sections.raw("sequence")
        self._starts, self._documents = sections.numbers("starts"), sections.numbers("documents")

    @staticmethod
    def write(into: SectionWriter, groups: Iterable[DocumentTexts], numbers: Sequence[int]) -> None:
        """Pack the texts of a corpus.

        Args:
            into: Where to.
            groups: Its texts, in the order of documents, with words numbered as they were first
                met.
            numbers: For each word of the dictionary, the number it had then.
        """
        new_number = array("I", bytes(_ITEM_SIZE * len(numbers)))
        for index, number in enumerate(numbers):
            new_number[number] = index
        width = max(1, (len(numbers).bit_length() + 7) // 8)
        sequence = bytearray()
        starts, documents = array("I"), array("I")
        for texts in groups:
            base = len(sequence) // width
            starts.extend(map(base.__add__, texts.starts))
            documents.extend(texts.documents)
            sequence += _packed(array("I", map(new_number.__getitem__, texts.words)), width)
        starts.append(len(sequence) // width)
        into.value("width", width)
        into.raw("sequence", bytes(sequence))
        into.numbers("starts", starts)
        into.numbers("documents", documents)

    @classmethod
    def of(cls, groups: Iterable[DocumentTexts], numbers: Sequence[int]) -> Self:
        """The texts of a corpus, in memory; see `write`."""
        writer = SectionWriter()
        cls.write(writer, groups, numbers)
        return cls(writer.reader())

    def with_phrase(self, documents: Iterable[int], words: Sequence[range]) -> Iterator[int]:
        """The documents with a text in which some words are next to each other, in their order.

        Args:
            documents: Where to look.
            words: Each is one word, except that the last may be any of a range.
        """
        *first, last = words
        if not all(first):
            return
        head = _packed(array("I", [word.start for word in first]), self._width)
        owners = self._documents
        for document in documents:
            text = bisect_left(owners, document)
            while text < len(owners) and owners[text] == document:
                if self._has(text, head, last):
                    yield document
                    break
                text += 1

    def _has(self, text: int, head: bytes, last: range) -> bool:
        """Whether a text has the beginning of a phrase, followed by a possible last word."""
        width = self._width
        words = bytes(self._sequence[self._starts[text] * width : self._starts[text + 1] * width])
        end = max(0, len(words) - width)
        offset = words.find(head, 0, end)
        while offset >= 0:
            # The bytes of two neighbours can look like the word.
            if offset % width == 0:
                next_word = offset + len(head)
                if int.from_bytes(words[next_word : next_word + width], "little") in last:
                    return True
            offset = words.find(head, offset + 1, end)
        return False


def _packed(words: array[int], width: int) -> bytes:
    """Word numbers as bytes of equal width, little-endian."""
    if sys.byteorder == "big":
        words.byteswap()
    item_bytes = words.tobytes()
    packed = bytearray(width * len(words))
    for byte in range(width):
        # A strided copy for each byte of the width: twelve times as fast as a loop over the words.
        packed[byte::width] = item_bytes[byte::_ITEM_SIZE]
    return bytes(packed)
