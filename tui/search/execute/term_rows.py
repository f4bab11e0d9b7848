"""From words to the records that have them, by group of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.execute.match_levels import no_groups
from tui.search.index.indexed_texts import GROUPS, Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.execute.match_levels import Groups
    from tui.search.index.term_index import TermIndex

_NONE = BitMap()
_SHORTEST_PART = 3
"""Of two words written together each has so many letters: shorter ones stand beside anything."""

Level = tuple["Groups", BitMap]
"""Rows by group, and the articles that some of them come from."""


class TermRows:
    """The rows of words, and of words next to each other."""

    def __init__(self, terms: TermIndex) -> None:
        self._terms = terms
        self._masks = [
            BitMap(range(group * terms.stride, (group + 1) * terms.stride)) for group in GROUPS
        ]

    def split(self, ranges: Iterable[range], numbers: Iterable[int] = ()) -> Groups:
        """The rows with any of the words, by group."""
        return self.level(ranges, numbers)[0]

    def level(
        self, ranges: Iterable[range], numbers: Iterable[int] = (), but: BitMap = _NONE
    ) -> Level:
        """The rows with any of the words, by group, and the articles with any.

        Args:
            ranges: Words as ranges of numbers.
            numbers: Words by number.
            but: Articles that need no second look, since their rows have a better word.
        """
        members = self._terms.found.union(ranges, numbers)
        if not members:
            return no_groups(), members
        stride = self._terms.stride
        groups = []
        for group, mask in enumerate(self._masks):
            own = members & mask
            groups.append(own.shift(-group * stride) if group and own else own)
        articles = groups[Group.ARTICLES] - but
        groups[Group.ARTICLES] = self._citing(articles)
        return groups, articles

    def _citing(self, articles: BitMap) -> BitMap:
        citing = self._terms.citing
        return BitMap.union(BitMap(), *(citing[article] for article in articles))

    def in_sequence(self, sequence: Sequence[range]) -> Groups:
        """The rows with a phrase, by group."""
        if len(sequence) == 1:
            return self.split(sequence)
        terms = self._terms
        members = BitMap.intersection(*(terms.found.union([span]) for span in sequence))
        groups = no_groups()
        for member in terms.phrases.having(members, sequence):
            group = min(member // terms.stride, len(GROUPS))
            number = member - group * terms.stride
            if group == Group.ARTICLES:
                groups[group] |= terms.citing[number]
            elif group == len(GROUPS):
                groups[Group.PARTIES] |= terms.naming[number]
            else:
                groups[group].add(number)
        return groups

    def apart(self, word: str, last: bool) -> Groups | None:
        """The rows with two words next to each other that are this one written together.

        Args:
            word: Folded, such as `aujourdhui`.
            last: Whether it may be unfinished.

        Returns:
            `None` where no two words of the corpus are it.
        """
        vocabulary = self._terms.vocabulary
        pairs = []
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            first = vocabulary.whole(word[:at])
            second = first and (vocabulary.beginning if last else vocabulary.whole)(word[at:])
            if second:
                pairs.append((first, second))
        if not pairs:
            return None
        return united(map(self.in_sequence, pairs))


def united(parts: Iterable[Groups]) -> Groups:
    """The rows of any of some parts, by group."""
    return [BitMap.union(*rows) for rows in zip(*parts, strict=True)]
