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
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.index.postings import PackedPostings
from tui.search.index.term_expansion import (
    INNER_FROM,
    NOTHING,
    TWO_TYPOS_FROM,
    TYPO_FROM,
    TermExpansion,
    confirmed,
    edits_allowed,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_LAST = "\U0010ffff"
"""Sorts behind every letter: `prefix + _LAST` ends the range of a prefix."""
_PIECES = 4
"""Of the trigrams of a part so many of the rarest are intersected: more of them drop fewer
candidates than they cost."""
_REMEMBERED = 64
"""Beginnings whose candidates are kept: those of the keys before, and of some words before."""


class TermDictionary:
    """The sorted words, with a trigram index over them for parts and second halves of words."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        self.words = sorted(words)
        parts: defaultdict[str, list[int]] = defaultdict(list)
        lengths: defaultdict[int, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            lengths[len(word)].append(number)
            if not word[0].isdigit():
                for at in range(len(word) - INNER_FROM + 1):
                    parts[word[at : at + INNER_FROM]].append(number)
        self._part = {part: at for at, part in enumerate(parts)}
        self._having_part = PackedPostings(parts.values())
        self._lengths = {length: BitMap(numbers) for length, numbers in lengths.items()}
        self._near: dict[str, tuple[list[int], list[int]]] = {}
        self.names = BitMap([number for number in map(self.number, names) if number is not None])
        """Numbers of the words that are names of several words written together."""

    def __len__(self) -> int:
        return len(self.words)

    def number(self, word: str) -> int | None:
        """The number of a word, `None` where the corpus lacks it."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def whole(self, word: str) -> range:
        """The word itself as a range."""
        at = self.number(word)
        return range(0) if at is None else range(at, at + 1)

    def beginning(self, prefix: str, within: range | None = None) -> range:
        """All words with a beginning."""
        low, high = (within.start, within.stop) if within is not None else (0, len(self.words))
        start = bisect_left(self.words, prefix, low, high)
        if start == high or not self.words[start].startswith(prefix):
            return range(0)
        return range(start, bisect_left(self.words, prefix + _LAST, start, high))

    def containing(self, part: str) -> list[int]:
        """The numbers of all words with a part inside, those that begin with it left out."""
        found = self._having(part)
        begun = self.beginning(part)
        found.remove_range(begun.start, begun.stop)
        if len(part) == INNER_FROM:
            return list(found)
        words = self.words
        return [number for number in found if part in words[number]]

    def _having(self, part: str) -> BitMap:
        """Words with all the three-letter parts of a part, and all that have the part."""
        pieces = {part[at : at + INNER_FROM] for at in range(len(part) - INNER_FROM + 1)}
        if not pieces or not all(piece in self._part for piece in pieces):
            return BitMap()
        numbers = sorted(map(self._part.__getitem__, pieces), key=self._having_part.size)
        rarest = [self._having_part[number] for number in numbers[:_PIECES]]
        return BitMap.intersection(*rarest)

    def typed(self, text: str, *, last: bool) -> TermExpansion:
        """What a typed word can mean.

        Args:
            text: The folded word.
            last: Whether it is the last word, of which the beginning too may have typos.
        """
        if not text:
            return NOTHING
        if text[0].isdigit():
            # A figure is itself; only while it is being typed it may be the beginning of one.
            whole = self.whole(text)
            typing = last and len(text) < TYPO_FROM and text.isdigit()
            return NOTHING._replace(whole=whole, prefix=self.beginning(text) if typing else whole)
        inner = self.containing(text) if len(text) >= INNER_FROM else []
        meanings = TermExpansion(self.whole(text), self.beginning(text), (), inner, ())
        if not edits_allowed(len(text), len(text)):
            return meanings
        one, whole_one = self._at_one_edit(text, last)
        two, whole_two = self._at_two_edits(text, last)
        return meanings._replace(one=one, two=two, whole_one=whole_one, whole_two=whole_two)

    def together(self, text: str, *, last: bool) -> TermExpansion:
        """What words written together can mean: `deep mind`, `mistarl ai`.

        With typos they mean names of several words, or one word that is not shorter; else
        `amazon cl` would mean `amazon`.
        """
        if any(char.isdigit() for char in text[:1]):
            return NOTHING
        one: list[range] = []
        two: list[int] = []
        if len(text) >= TYPO_FROM:
            words, names, size = self.words, self.names, len(text)
            _, whole_one = self._at_one_edit(text, last=False)
            _, whole_two = self._at_two_edits(text, last=False)
            one = [range(at, at + 1) for at in whole_one if at in names or len(words[at]) >= size]
            two = [at for at in whole_two if at in names or len(words[at]) >= size]
        whole = self.whole(text)
        return TermExpansion(whole, self.beginning(text) if last else whole, one, [], two)

    def letters(self, within: range, depth: int) -> Iterator[tuple[str, range]]:
        """The letters that follow at a depth, each with its words; all share what is before."""
        words = self.words
        at, end = within.start, within.stop
        # The beginning itself may be a word; it sorts first and has no letter here.
        while at < end and len(words[at]) == depth:
            at += 1
        while at < end:
            beginning = words[at][: depth + 1]
            after = bisect_left(words, beginning + _LAST, at, end)
            yield beginning[-1], range(at, after)
            at = after

    def _one_edit_variants(self, text: str) -> Iterator[tuple[str, range]]:
        """Every beginning of words that is one edit from the text, with its words."""
        within = range(len(self.words))
        for depth in range(len(text) + 1):
            before, after = text[:depth], text[depth:]
            if depth and not (within := self.beginning(before, within)):
                return
            if after:
                yield from self._existing(before + after[1:], within)
                if len(after) > 1 and after[0] != after[1]:
                    yield from self._existing(before + after[1] + after[0] + after[2:], within)
            for letter, below in self.letters(within, depth):
                if after and letter != after[0]:
                    yield from self._existing(before + letter + after[1:], below)
                if not after or letter != after[0]:
                    yield from self._existing(before + letter + after, below)

    def _existing(self, variant: str, within: range) -> Iterator[tuple[str, range]]:
        found = self.beginning(variant, within)
        if found:
            yield variant, found

    def _at_one_edit(self, text: str, last: bool) -> tuple[list[range], list[int]]:
        """Words, or for the last word beginnings, at one edit; and those that are whole words."""
        found, whole = [], []
        for variant, below in self._one_edit_variants(text):
            if len(self.words[below.start]) == len(variant):
                whole.append(below.start)
                found.append(range(below.start, below.start + 1))
            if last and confirmed(text, variant):
                found.append(below)
        return found, whole

    def _at_two_edits(self, text: str, last: bool) -> tuple[list[int], list[int]]:
        """Words, or for the last word beginnings, at two edits; and those that are whole words.

        Some of them are at fewer, too.
        """
        size = len(text)
        if size < TWO_TYPOS_FROM - 2:
            return [], []
        if size < TWO_TYPOS_FROM:
            longer = [self._lengths.get(long, BitMap()) for long in range(TWO_TYPOS_FROM, size + 3)]
            whole = self._resembling(text, list(self._candidates(text, BitMap.union(*longer))))
            return whole, whole
        begun, sure = self._begun_nearly(text)
        whole = self._resembling(text, begun)
        return ([*whole, *sure] if last else whole), whole

    def _begun_nearly(self, text: str) -> tuple[list[int], list[int]]:
        """Words with a beginning at two edits or fewer; and those of which one is `confirmed`.

        Who begins like `investig` begins like `investi`: while a word is being typed only the
        words of the key before are looked at.
        """
        known = self._near.get(text)
        if known is None:
            before = self._near.get(text[:-1])
            candidates = before[0] if before is not None else list(self._candidates(text))
            known = self._beginnings(text, candidates)
            while len(self._near) >= _REMEMBERED:
                self._near.pop(next(iter(self._near)), None)
            self._near[text] = known
        return known

    def _beginnings(self, text: str, candidates: Sequence[int]) -> tuple[list[int], list[int]]:
        """Which of some words have a beginning at two edits, and a `confirmed` one."""
        words, size = self.words, len(text)
        # Many words share a beginning; each is compared once. Where one of any length is at two
        # edits, that of the same length is at four.
        cut = [words[at][:size] for at in candidates]
        roughly = _within(4, text, set(cut))
        candidates = [at for at, head in zip(candidates, cut, strict=True) if head in roughly]
        heads = [words[at][: size + 2] for at in candidates]
        distinct = tuple(dict.fromkeys(heads))
        begun: set[str] = set()
        sure: set[str] = set()
        for length in range(size - 2, size + 3):
            near = _within(2, text, {head[:length] for head in distinct})
            if near:
                begun.update([head for head in distinct if head[:length] in near])
                near = {beginning for beginning in near if confirmed(text, beginning)}
                sure.update([head for head in distinct if head[:length] in near])
        return (
            [at for at, head in zip(candidates, heads, strict=True) if head in begun],
            [at for at, head in zip(candidates, heads, strict=True) if head in sure],
        )

    def _resembling(self, text: str, candidates: Sequence[int]) -> list[int]:
        """Which of some words are at two edits or fewer."""
        words = self.words
        near = _within(2, text, [words[at] for at in candidates])
        return [at for at in candidates if words[at] in near]

    def _candidates(self, text: str, among: BitMap | None = None) -> BitMap:
        """Words, `among` some of them, of which some may begin with the text at two edits.

        Of two edits either at most one lies in the first half, or the second half is intact
        after the letter that a swap across the middle may have moved.
        """
        size, words = len(text), self.words
        half = size // 2 if size >= TWO_TYPOS_FROM - 1 else 2
        begun = self.beginning(text[:half])
        found = BitMap(begun)
        for _, below in self._one_edit_variants(text[:half]):
            found.add_range(below.start, below.stop)
        intact = text[half + 1 :]
        having = self._having(intact) - found
        if among is not None:
            found &= among
            having &= among
        first, last = half - 1, half + 3 + len(intact)
        found.update([at for at in having if words[at].find(intact, first, last) >= 0])
        return found


def _within(edits: int, text: str, words: Collection[str]) -> set[str]:
    """Those of some words that are so many edits from a text, or fewer."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(text, words, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {word for word, _, _ in found}
