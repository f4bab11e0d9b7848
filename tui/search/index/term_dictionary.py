"""The term dictionary: all distinct words of a corpus, and which of them a typed word can mean.

The words are one sorted array, which serves as a dictionary and as an implicit trie:

- A prefix is a range of word numbers, found by two bisections in O(log n).
- One edit (optimal string alignment: insertion, deletion, substitution, or a swap of neighbours)
  is found by walking the trie along the typed word and leaving it once, at each depth by each
  letter that exists there: O(length x letters x log n), whatever the size of the dictionary.
- Two edits are found by filtering and verifying. By the pigeonhole principle either at most one
  edit lies in the first half, so that half is within one edit of a beginning in the trie, or the
  second half is intact, so all its trigrams occur in the word. The survivors, some hundreds of
  100,000, are compared by rapidfuzz's bit-parallel OSA distance.
- A part inside words is found by intersecting the postings of its trigrams.

Nothing is ever compared with the whole dictionary: a term costs 2 to 7 ms at 100,000 words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from pyroaring import BitMap

from tui.search.index.postings import PackedPostings
from tui.search.index.sections import SectionWriter
from tui.search.index.term_expansion import (
    INNER_FROM,
    NO_EXPANSION,
    TWO_TYPOS_FROM,
    TYPO_FROM,
    TermExpansion,
    confirmed,
    edits_allowed,
    looked_for_inside,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tui.search.index.sections import Sections

_LAST = "\U0010ffff"
"""Sorts behind every letter: `prefix + _LAST` ends the range of a prefix."""
_MAX_TRIGRAMS = 4
"""How many trigrams of a part are intersected, the rarest first: further ones drop fewer candidates
than they cost.
"""
_CACHE_SIZE = 64
"""Typed words whose fuzzy prefixes are cached: those of the last keys, and of some words before."""


class _FuzzyPrefixes(NamedTuple):
    """Words, by number, with a prefix at two edits or fewer from a typed word.

    Attributes:
        near: All of them; the candidates for the next letter typed.
        confirmed: Those with such a prefix that is `confirmed`.
    """

    near: list[int]
    confirmed: list[int]


class TermDictionary:
    """The sorted words of a corpus, with a trigram index for infixes and second halves of words."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._trigram_postings = PackedPostings(sections.within("trigram-postings"))
        self._prefix_cache: dict[str, _FuzzyPrefixes] = {}

    @staticmethod
    def write(
        into: SectionWriter, words: Iterable[str], compounds: Iterable[str] = ()
    ) -> list[str]:
        """Write the words of a corpus; gives them in order.

        Args:
            into: Where to.
            words: All of them.
            compounds: Those that are several words of a name written together.
        """
        ordered = sorted(words)
        trigrams: defaultdict[str, list[int]] = defaultdict(list)
        lengths: defaultdict[int, list[int]] = defaultdict(list)
        for number, word in enumerate(ordered):
            lengths[len(word)].append(number)
            if not word[0].isdigit():
                for at in range(len(word) - INNER_FROM + 1):
                    numbers = trigrams[word[at : at + INNER_FROM]]
                    # A word that repeats a trigram has it once.
                    if not numbers or numbers[-1] != number:
                        numbers.append(number)
        into.value("words", ordered)
        into.value("trigrams", list(trigrams))
        PackedPostings.write(into.within("trigram-postings"), trigrams.values())
        into.value("lengths", list(lengths))
        PackedPostings.write(into.within("length-postings"), lengths.values())
        numbers_of_words = {word: number for number, word in enumerate(ordered)}
        known = [numbers_of_words[word] for word in compounds if word in numbers_of_words]
        into.raw("compounds", BitMap(known).serialize())
        return ordered

    @classmethod
    def of(cls, words: Iterable[str], compounds: Iterable[str] = ()) -> Self:
        """A dictionary of some words, in memory."""
        writer = SectionWriter()
        cls.write(writer, words, compounds)
        return cls(writer.reader())

    @cached_property
    def words(self) -> list[str]:
        """The words, sorted; the position of a word is its number."""
        return self._sections.value("words", list[str])

    @cached_property
    def compounds(self) -> BitMap:
        """Numbers of the words that are several words of a name written together."""
        return BitMap.deserialize(bytes(self._sections.raw("compounds")))

    @cached_property
    def _trigrams(self) -> dict[str, int]:
        return {one: at for at, one in enumerate(self._sections.value("trigrams", list[str]))}

    @cached_property
    def _lengths(self) -> dict[int, BitMap]:
        """The numbers of the words of each length."""
        numbers = PackedPostings(self._sections.within("length-postings"))
        lengths = self._sections.value("lengths", list[int])
        return {length: numbers[at] for at, length in enumerate(lengths)}

    def __len__(self) -> int:
        return len(self.words)

    def number(self, word: str) -> int | None:
        """The number of a word, `None` where the corpus lacks it."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def whole(self, word: str) -> range:
        """The word itself, as a range of word numbers."""
        at = self.number(word)
        return range(0) if at is None else range(at, at + 1)

    def prefix_range(self, prefix: str, within: range | None = None) -> range:
        """All words that begin with a prefix, as a range of word numbers.

        Args:
            prefix: Folded.
            within: Where to look; all words that begin with the prefix must lie in it or none.
        """
        low, high = (within.start, within.stop) if within is not None else (0, len(self.words))
        start = bisect_left(self.words, prefix, low, high)
        if start == high or not self.words[start].startswith(prefix):
            return range(0)
        return range(start, bisect_left(self.words, prefix + _LAST, start, high))

    def containing(self, part: str) -> list[int]:
        """The numbers of all words that have a part inside, not at their beginning."""
        matches = self._with_trigrams(part)
        with_prefix = self.prefix_range(part)
        matches.remove_range(with_prefix.start, with_prefix.stop)
        # A part of three letters is its own trigram; longer ones have to be verified.
        if len(part) == INNER_FROM:
            return list(matches)
        words = self.words
        return [number for number in matches if part in words[number]]

    def _with_trigrams(self, part: str) -> BitMap:
        """A superset of the words that contain a part: those that have its rarest trigrams.

        A part that is shorter is in some trigrams: all are looked at, some 20,000 in 2 ms.
        """
        if len(part) < INNER_FROM:
            having = [number for trigram, number in self._trigrams.items() if part in trigram]
            return BitMap().union(*(self._trigram_postings[number] for number in having))
        trigrams = {part[at : at + INNER_FROM] for at in range(len(part) - INNER_FROM + 1)}
        if not trigrams or not all(trigram in self._trigrams for trigram in trigrams):
            return BitMap()
        numbers = sorted(map(self._trigrams.__getitem__, trigrams), key=self._trigram_postings.size)
        rarest = [self._trigram_postings[number] for number in numbers[:_MAX_TRIGRAMS]]
        return BitMap.intersection(*rarest)

    def expand(self, text: str, *, last: bool) -> TermExpansion:
        """What a typed word can mean.

        Args:
            text: The folded word.
            last: Whether it is the last word of a query, of which only the beginning may be typed.
        """
        if not text:
            return NO_EXPANSION
        if text[0].isdigit():
            # A figure means only itself, but while it is being typed it may be the beginning of
            # one.
            whole = self.whole(text)
            unfinished = last and len(text) < TYPO_FROM and text.isdigit()
            return NO_EXPANSION._replace(
                whole=whole, prefix=self.prefix_range(text) if unfinished else whole
            )
        inner = self.containing(text) if looked_for_inside(text) else []
        expansion = TermExpansion(self.whole(text), self.prefix_range(text), (), inner, ())
        if not edits_allowed(len(text), len(text)):
            return expansion
        one, whole_one = self._at_one_edit(text, last)
        two, whole_two = self._at_two_edits(text, last)
        return expansion._replace(one=one, two=two, whole_one=whole_one, whole_two=whole_two)

    def expand_joined(self, text: str, *, last: bool) -> TermExpansion:
        """What words written together can mean: `deep mind`, `mistarl ai`.

        With typos they mean compounds, or words that are not shorter; otherwise `amazon cl` would
        mean `amazon`.
        """
        if any(char.isdigit() for char in text[:1]):
            return NO_EXPANSION
        one: list[range] = []
        two: list[int] = []
        if len(text) >= TYPO_FROM:
            words, compounds, size = self.words, self.compounds, len(text)
            _, whole_one = self._at_one_edit(text, last=False)
            _, whole_two = self._at_two_edits(text, last=False)
            one = [
                range(at, at + 1) for at in whole_one if at in compounds or len(words[at]) >= size
            ]
            two = [at for at in whole_two if at in compounds or len(words[at]) >= size]
        whole = self.whole(text)
        return TermExpansion(whole, self.prefix_range(text) if last else whole, one, [], two)

    def children(self, within: range, depth: int) -> Iterator[tuple[str, range]]:
        """The letters that follow a prefix, each with its words: the children of a trie node.

        Args:
            within: All words with the prefix.
            depth: The length of the prefix.
        """
        words = self.words
        start, end = within.start, within.stop
        # The prefix itself may be a word; it sorts first and has no child.
        while start < end and len(words[start]) == depth:
            start += 1
        while start < end:
            prefix = words[start][: depth + 1]
            end_of_child = bisect_left(words, prefix + _LAST, start, end)
            yield prefix[-1], range(start, end_of_child)
            start = end_of_child

    def _one_edit_variants(self, text: str) -> Iterator[tuple[str, range]]:
        """Every string at one edit from a text that words begin with, each with those words.

        Walks down the trie along the text; at each depth the edit is tried that leaves the path
        there.
        """
        within = range(len(self.words))
        for depth in range(len(text) + 1):
            before, after = text[:depth], text[depth:]
            if depth and not (within := self.prefix_range(before, within)):
                return
            if after:
                # A deletion; then a swap of neighbours.
                yield from self._words_with(before + after[1:], within)
                if len(after) > 1 and after[0] != after[1]:
                    yield from self._words_with(before + after[1] + after[0] + after[2:], within)
            for letter, below in self.children(within, depth):
                if after and letter != after[0]:
                    # A substitution; below, an insertion, which before an equal letter would give
                    # the same string as behind it.
                    yield from self._words_with(before + letter + after[1:], below)
                if not after or letter != after[0]:
                    yield from self._words_with(before + letter + after, below)

    def _words_with(self, variant: str, within: range) -> Iterator[tuple[str, range]]:
        """The words that begin with a variant, where there are any."""
        span = self.prefix_range(variant, within)
        if span:
            yield variant, span

    def _at_one_edit(self, text: str, last: bool) -> tuple[list[range], list[int]]:
        """Words at one edit, and the numbers of those that match as whole words.

        For the last word of a query also all words with a confirmed prefix at one edit.
        """
        ranges, whole = [], []
        for variant, span in self._one_edit_variants(text):
            if len(self.words[span.start]) == len(variant):
                whole.append(span.start)
                ranges.append(range(span.start, span.start + 1))
            if last and confirmed(text, variant):
                ranges.append(span)
        return ranges, whole

    def _at_two_edits(self, text: str, last: bool) -> tuple[list[int], list[int]]:
        """Words at two edits, and the numbers of those that match as whole words.

        For the last word of a query also all words with a confirmed prefix at two edits. Some are
        at fewer edits too; they rank by their better match.
        """
        size = len(text)
        if size < TWO_TYPOS_FROM - 2:
            return [], []
        if size < TWO_TYPOS_FROM:
            # Two edits are forgiven to so short a text only in a word that is long enough itself.
            long_words = [
                self._lengths.get(long, BitMap()) for long in range(TWO_TYPOS_FROM, size + 3)
            ]
            whole = self._within_two_edits(
                text, list(self._candidates(text, BitMap.union(*long_words)))
            )
            return whole, whole
        prefixes = self._fuzzy_prefixes(text)
        whole = self._within_two_edits(text, prefixes.near)
        return ([*whole, *prefixes.confirmed] if last else whole), whole

    def _fuzzy_prefixes(self, text: str) -> _FuzzyPrefixes:
        """Words with a prefix at two edits or fewer.

        A word that begins like `investig` also begins like `investi`: while a word is being typed,
        only the words of the previous key are candidates.
        """
        result = self._prefix_cache.get(text)
        if result is None:
            previous = self._prefix_cache.get(text[:-1])
            candidates = previous.near if previous is not None else list(self._candidates(text))
            result = self._with_near_prefix(text, candidates)
            while len(self._prefix_cache) >= _CACHE_SIZE:
                self._prefix_cache.pop(next(iter(self._prefix_cache)), None)
            self._prefix_cache[text] = result
        return result

    def _with_near_prefix(self, text: str, candidates: Sequence[int]) -> _FuzzyPrefixes:
        """Filter candidates by whether they have a prefix at two edits or fewer."""
        words, size = self.words, len(text)
        # Thousands of words share a prefix, and each prefix is compared once. Where a prefix of any
        # length is within two edits, the prefix as long as the text is within four: it differs from
        # that one by at most two letters.
        heads_at_size = [words[at][:size] for at in candidates]
        roughly_close = _within_edits(4, text, set(heads_at_size))
        candidates = [
            at for at, head in zip(candidates, heads_at_size, strict=True) if head in roughly_close
        ]
        heads = [words[at][: size + 2] for at in candidates]
        distinct = tuple(dict.fromkeys(heads))
        near_prefixes: set[str] = set()
        confirmed_prefixes: set[str] = set()
        # Two edits change the length by at most two.
        for length in range(size - 2, size + 3):
            close = _within_edits(2, text, {head[:length] for head in distinct})
            if close:
                near_prefixes.update([head for head in distinct if head[:length] in close])
                close = {prefix for prefix in close if confirmed(text, prefix)}
                confirmed_prefixes.update([head for head in distinct if head[:length] in close])
        return _FuzzyPrefixes(
            [at for at, head in zip(candidates, heads, strict=True) if head in near_prefixes],
            [at for at, head in zip(candidates, heads, strict=True) if head in confirmed_prefixes],
        )

    def _within_two_edits(self, text: str, candidates: Sequence[int]) -> list[int]:
        """The candidates at two edits or fewer."""
        words = self.words
        near = _within_edits(2, text, [words[at] for at in candidates])
        return [at for at in candidates if words[at] in near]

    def _candidates(self, text: str, among: BitMap | None = None) -> BitMap:
        """A superset of the words with a prefix at two edits from a text, `among` some words.

        Of two edits, either at most one lies in the first half, or the second half is intact but
        for the letter at the seam, which a swap across the middle may have moved.
        """
        size, words = len(text), self.words
        half = size // 2 if size >= TWO_TYPOS_FROM - 1 else 2
        with_first_half = self.prefix_range(text[:half])
        candidates = BitMap(with_first_half)
        for _, below in self._one_edit_variants(text[:half]):
            candidates.add_range(below.start, below.stop)
        intact = text[half + 1 :]
        with_second_half = self._with_trigrams(intact) - candidates
        if among is not None:
            candidates &= among
            with_second_half &= among
        # Two edits move the second half by two places at most.
        earliest, latest = half - 1, half + 3 + len(intact)
        candidates.update(
            [at for at in with_second_half if words[at].find(intact, earliest, latest) >= 0]
        )
        return candidates


def _within_edits(edits: int, text: str, words: Collection[str]) -> set[str]:
    """The words within a number of edits of a text."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    matches = process.extract(text, words, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {word for word, _, _ in matches}
