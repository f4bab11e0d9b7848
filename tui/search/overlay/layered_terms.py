"""Two layers of words as one index: words that lie beside those of an index, and some that went.

Words are numbered in their order in both layers together, so that a prefix is a range. A range of
these numbers is one in each layer, found by two lookups; the words that went lie in it too, but no
document that still counts has them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.search.index.term_dictionary import TermDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.search.index.positions import Positions
    from tui.search.index.postings import PackedPostings
    from tui.search.index.term_index import Phrases, Postings, RowSets


class Numbering(NamedTuple):
    """How the words of two layers are numbered together.

    Attributes:
        words: All words, in order.
        base_at: For each number, and the one behind the last, the first word of the base that is
            not before it.
        added_at: The same for the layer above.
        of_base: The number of each word of the base; of no meaning for those that went.
        of_added: The number of each word of the layer above.
    """

    words: list[str]
    base_at: array[int]
    added_at: array[int]
    of_base: array[int]
    of_added: array[int]

    @classmethod
    def of(cls, base: Sequence[str], added: Sequence[str], went: Iterable[int]) -> Numbering:
        """Number words.

        Args:
            base: The words of the base, in order.
            added: Those of the layer above.
            went: Which of the base went.
        """
        new = ((bisect_left(base, word), word) for word in added)
        changes = [(at, 0, word) for at, word in new if base[at : at + 1] != [word]]
        changes += [(at, 1, "") for at in went]
        words: list[str] = []
        base_at, of_base = array("I"), array("I")
        start = 0
        # Between two changes whole slices are copied.
        for at, goes, word in [*sorted(changes), (len(base), 0, "")]:
            of_base.extend(range(len(words), len(words) + at - start))
            words += base[start:at]
            base_at.extend(range(start, at))
            start = at
            if goes:
                of_base.append(0)
                start += 1
            elif word:
                words.append(word)
                base_at.append(at)
        base_at.append(len(base))
        of_added = array("I", [bisect_left(words, word) for word in added])
        added_at = array("I")
        for number, at in enumerate(of_added):
            added_at.extend([number] * (at + 1 - len(added_at)))
        added_at.extend([len(added)] * (len(words) + 1 - len(added_at)))
        return cls(words, base_at, added_at, of_base, of_added)

    def in_base(self, span: range) -> range:
        """The words of the base in a range, with those among them that went."""
        return range(self.base_at[span.start], self.base_at[span.stop])

    def in_added(self, span: range) -> range:
        """The words of the layer above in a range."""
        return range(self.added_at[span.start], self.added_at[span.stop])


class LayeredDictionary(TermDictionary):
    """The words of two layers."""

    def __init__(
        self,
        base: TermDictionary,
        added: TermDictionary,
        numbering: Numbering,
        went: BitMap,
        no_compounds: BitMap,
    ) -> None:
        """Take two layers.

        Args:
            base: The words of the base.
            added: Those of the layer above.
            numbering: How they are numbered together.
            went: The words of the base that went.
            no_compounds: Those that are no compounds any more.
        """
        self._base, self._added, self._numbering = base, added, numbering
        self._went, self._no_compounds = went, no_compounds
        self._prefix_cache = {}

    @cached_property
    def words(self) -> list[str]:
        """The words, sorted; the position of a word is its number."""
        return self._numbering.words

    @cached_property
    def compounds(self) -> BitMap:
        """Numbers of the words that are several words of a name written together."""
        return self._numbers(self._base.compounds - self._no_compounds, self._added.compounds)

    @cached_property
    def _lengths(self) -> dict[int, BitMap]:
        base, added, none = self._base._lengths, self._added._lengths, BitMap()
        return {
            length: self._numbers(base.get(length, none), added.get(length, none))
            for length in {*base, *added}
        }

    def _with_trigrams(self, part: str) -> BitMap:
        return self._numbers(self._base._with_trigrams(part), self._added._with_trigrams(part))

    def _numbers(self, base: BitMap, added: BitMap) -> BitMap:
        """The numbers of some words of each layer, but for those that went."""
        numbering = self._numbering
        numbers = BitMap(map(numbering.of_base.__getitem__, base - self._went))
        numbers.update(map(numbering.of_added.__getitem__, added))
        return numbers


class LayeredPostings:
    """The postings of two layers of words."""

    def __init__(
        self, base: Postings, added: PackedPostings, numbering: Numbering, gone: BitMap
    ) -> None:
        """Take two layers.

        Args:
            base: The postings of the base.
            added: Those of the layer above.
            numbering: How their words are numbered together.
            gone: What of the base counts no more.
        """
        self._base, self._added, self._numbering, self._gone = base, added, numbering, gone

    def __len__(self) -> int:
        return len(self._numbering.words)

    def __getitem__(self, term: int) -> BitMap:
        return self.union((), (term,))

    def weight(self, span: range) -> int:
        """About how many documents a range of words has; those that are gone count, too."""
        numbering = self._numbering
        return self._base.weight(numbering.in_base(span)) + self._added.weight(
            numbering.in_added(span)
        )

    def union(self, ranges: Iterable[range], terms: Iterable[int] = ()) -> BitMap:
        """All documents of some ranges of words and of some single words."""
        spans = [span for span in ranges if span]
        spans += [range(term, term + 1) for term in terms]
        base = self._base.union(map(self._numbering.in_base, spans))
        return (base - self._gone) | self._added.union(map(self._numbering.in_added, spans))


class LayeredPositions:
    """The texts of two layers; each document is in one of them."""

    def __init__(
        self,
        base: Phrases,
        added: Positions,
        words: Sequence[str],
        numbering: Numbering,
        own: BitMap,
    ) -> None:
        """Take two layers.

        Args:
            base: The texts of the base.
            added: Those of the layer above.
            words: The words of the base.
            numbering: How the words of both are numbered together.
            own: The documents of the layer above.
        """
        self._base, self._added, self._words = base, added, words
        self._numbering, self._own = numbering, own

    def with_phrase(self, documents: Iterable[int], words: Sequence[range]) -> Iterator[int]:
        """The documents with a text in which some words are next to each other, in their order.

        Args:
            documents: Where to look; none that is gone.
            words: Each is one word, except that the last may be any of a range.
        """
        every, numbering = BitMap(documents), self._numbering
        *first, last = words
        in_base = [*map(self._one_of_base, first), numbering.in_base(last)]
        yield from self._base.with_phrase(every - self._own, in_base)
        in_added = [*map(numbering.in_added, first), numbering.in_added(last)]
        yield from self._added.with_phrase(every & self._own, in_added)

    def _one_of_base(self, span: range) -> range:
        """A single word in the base; none where only the layer above has it."""
        if not span:
            return range(0)
        at = self._numbering.base_at[span.start]
        known = self._words[at : at + 1] == [self._numbering.words[span.start]]
        return range(at, at + 1) if known else range(0)


class LayeredRows:
    """The rows by number of an article or a party; the layer above adds rows and numbers."""

    def __init__(self, base: RowSets, added: Mapping[int, BitMap], gone: BitMap) -> None:
        """Take two layers.

        Args:
            base: The rows of the base.
            added: The rows that are added, by number.
            gone: The rows of the base that count no more.
        """
        self._base, self._added, self._gone = base, added, gone

    def __len__(self) -> int:
        return max([len(self._base), *(number + 1 for number in self._added)])

    def __getitem__(self, term: int) -> BitMap:
        return self.union((), (term,))

    def union(self, ranges: Iterable[range], terms: Iterable[int] = ()) -> BitMap:
        """The rows of some numbers."""
        numbers = BitMap(terms)
        for span in ranges:
            numbers.add_range(span.start, span.stop)
        own = [rows for number, rows in self._added.items() if number in numbers]
        numbers &= BitMap(range(len(self._base)))
        return BitMap.union(self._base.union((), numbers) - self._gone, *own)
