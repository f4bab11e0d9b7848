"""All distinct words of a corpus, and which of them a typed word can mean.

The words are sorted, so that all words with one beginning stand together: a prefix is a range
of word numbers found by two bisections. Typos are found by walking that order like a tree,
following only letters that exist; no distance is computed against the whole vocabulary.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LAST = "\U0010ffff"
INNER_FROM = 3
"""The shortest text that is looked for inside words."""
TYPO_FROM, TWO_TYPOS_FROM = 4, 8
"""Letters from which one and two edits are forgiven."""


class Meanings(NamedTuple):
    """Words that a typed word can mean, as ranges of word numbers, best first.

    Attributes:
        whole: The word itself, empty or one long.
        prefix: All words that begin with it.
        one: Words at one edit, and words that have it inside.
        two: Words at two edits.
    """

    whole: range
    prefix: range
    one: list[range]
    two: list[range]


NOTHING = Meanings(range(0), range(0), [], [])


def edits_allowed(typed: int, word: int) -> int:
    """How many edits are forgiven between a typed word and a word, by their letters.

    One from 4 typed letters, two where either has 8: a long name that lost a letter is
    still a long name.
    """
    if typed < TYPO_FROM:
        return 0
    if typed >= TWO_TYPOS_FROM or (word >= TWO_TYPOS_FROM and typed >= TWO_TYPOS_FROM - 2):
        return 2
    return 1


def confirmed(typed: str, beginning: str) -> bool:
    """Whether the last typed letter has its place in the beginning of a word.

    A beginning with a typo counts only once a right letter, or the second of a swapped pair,
    follows the typo: else `inve` would mean every word in `inv`.
    """
    return typed[-1:] == beginning[-1:] or (
        typed[-1] == beginning[-2:-1] and typed[-2:-1] == beginning[-1:]
    )


class Vocabulary:
    """The sorted words, with a blob of them for finding parts inside words."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        self.words = sorted(words)
        self._blob = "\n".join(["", *self.words, ""])
        self._starts = array("I")
        at = 1
        for word in self.words:
            self._starts.append(at)
            at += len(word) + 1
        self.names = frozenset(index for index in map(self.number, names) if index is not None)
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

    def containing(self, part: str) -> list[range]:
        """All words with a part inside, those that begin with it left out."""
        found = []
        blob, starts = self._blob, self._starts
        at = blob.find(part)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if starts[number] != at:
                found.append(range(number, number + 1))
            at = blob.find(part, starts[number] + len(self.words[number]))
        return found

    def typed(self, text: str, *, last: bool) -> Meanings:
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
            return Meanings(whole, self.beginning(text) if typing else whole, [], [])
        one = self.containing(text) if len(text) >= INNER_FROM else []
        two: list[range] = []
        if edits_allowed(len(text), len(text)):
            one += self._at_one_edit(text, last)
            two = self._at_two_edits(text, last)
        return Meanings(self.whole(text), self.beginning(text), one, two)

    def together(self, text: str, *, last: bool) -> Meanings:
        """What words written together can mean: `deep mind`, `mistarl ai`.

        With typos they mean names of several words, or one word that is not shorter; else
        `amazon cl` would mean `amazon`.
        """
        if any(char.isdigit() for char in text[:1]):
            return NOTHING
        one: list[range] = []
        two: list[range] = []
        if len(text) >= TYPO_FROM:
            for found in self._at_one_edit(text, last=False):
                at = found.start
                if at in self.names or len(self.words[at]) >= len(text):
                    one.append(found)
            two = [found for found in self._at_two_edits(text, last=False)
                   if found.start in self.names]  # fmt: skip
        whole = self.whole(text)
        return Meanings(whole, self.beginning(text) if last else whole, one, two)

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

    def _at_one_edit(self, text: str, last: bool) -> list[range]:
        found = []
        for variant, below in self._one_edit_variants(text):
            if last and confirmed(text, variant):
                found.append(below)
            elif len(self.words[below.start]) == len(variant):
                found.append(range(below.start, below.start + 1))
        return found

    def _at_two_edits(self, text: str, last: bool) -> list[range]:
        """Words, or for the last word beginnings, at exactly or below two edits.

        Of two edits either at most one lies in the first half, or the second half is intact
        after the letter that a swap across the middle may have moved.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        size = len(text)
        if size < TWO_TYPOS_FROM - 2:
            return []
        last = last and size >= TWO_TYPOS_FROM
        half = size // 2 if size >= TWO_TYPOS_FROM - 1 else 2
        numbers: set[int] = set()
        for _, below in self._one_edit_variants(text[:half]):
            numbers.update(below)
        numbers.update(self.beginning(text[:half]))
        numbers.update(self._with_ending(text, half + 1))
        # A beginning at two edits is at most four from as many letters of the word.
        words = self.words
        order = list(numbers)
        if size < TWO_TYPOS_FROM:
            order = [at for at in order if TWO_TYPOS_FROM <= len(words[at]) <= size + 2]
        near = process.extract(
            text,
            [words[at][:size] for at in order] if last else [words[at] for at in order],
            scorer=OSA.distance,
            score_cutoff=4 if last else 2,
            limit=None,
        )
        found = []
        for _, _, place in near:
            at = order[place]
            if self._is_near(text, words[at], last, OSA.distance):
                found.append(range(at, at + 1))
        return found

    @staticmethod
    def _is_near(text: str, word: str, last: bool, distance: Callable[..., int]) -> bool:
        size = len(text)
        if (
            edits_allowed(size, len(word)) == 2
            and abs(len(word) - size) <= 2
            and distance(text, word, score_cutoff=2) <= 2
        ):
            return True
        return last and any(
            confirmed(text, word[:length]) and distance(text, word[:length], score_cutoff=2) <= 2
            for length in range(size - 2, min(size + 2, len(word)) + 1)
        )

    def _with_ending(self, text: str, start: int) -> Iterator[int]:
        """Words that have `text[start:]` within two letters of its place."""
        part = text[start:]
        blob, starts = self._blob, self._starts
        at = blob.find(part)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if -2 <= at - starts[number] - start <= 2:
                yield number
            at = blob.find(part, at + 1)
