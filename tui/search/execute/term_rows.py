"""From words of the dictionary to the records that have them, by group of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.search.execute.match_levels import empty_groups
from tui.search.index.indexed_texts import GROUPS, TextGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.execute.match_levels import RowsByGroup
    from tui.search.index.term_index import TermIndex

_NONE = BitMap()
_MIN_PART = 3
"""Letters of each half of a split word; shorter words are neighbours of anything."""


class GroupedRows(NamedTuple):
    """Rows by group, and the articles that the last group comes from."""

    groups: RowsByGroup
    articles: BitMap


class TermRows:
    """The rows of words, of phrases, and of words that were typed as one."""

    def __init__(self, terms: TermIndex) -> None:
        self._terms = terms
        self._masks = [
            BitMap(range(group * terms.stride, (group + 1) * terms.stride)) for group in GROUPS
        ]

    def by_group(self, ranges: Iterable[range], numbers: Iterable[int] = ()) -> RowsByGroup:
        """The rows with any of some words, by group."""
        return self.groups_and_articles(ranges, numbers)[0]

    def groups_and_articles(
        self, ranges: Iterable[range], numbers: Iterable[int] = (), skip_articles: BitMap = _NONE
    ) -> GroupedRows:
        """The rows with any of some words, by group, and the articles with any.

        Documents of a group are numbered by row from a multiple of the stride, so a group is cut
        out by a mask and shifted back to row numbers. Only the articles need a lookup: which rows
        quote them.

        Args:
            ranges: Words as ranges of word numbers.
            numbers: Words by number.
            skip_articles: Articles whose rows already have a better match, which need no lookup.
        """
        documents = self._terms.postings.union(ranges, numbers)
        if not documents:
            return GroupedRows(empty_groups(), documents)
        stride = self._terms.stride
        groups = []
        for group, mask in enumerate(self._masks):
            in_group = documents & mask
            groups.append(in_group.shift(-group * stride) if group and in_group else in_group)
        articles = groups[TextGroup.ARTICLES] - skip_articles
        groups[TextGroup.ARTICLES] = self._rows_citing(articles)
        return GroupedRows(groups, articles)

    def _rows_citing(self, articles: BitMap) -> BitMap:
        return self._terms.rows_by_article.union((), articles)

    def with_phrase(self, sequence: Sequence[range]) -> RowsByGroup:
        """The rows with some words next to each other in their order, by group."""
        if len(sequence) == 1:
            return self.by_group(sequence)
        terms = self._terms
        # Only documents that have all the words are searched for the phrase.
        documents = BitMap.intersection(*(terms.postings.union([span]) for span in sequence))
        groups = empty_groups()
        for document in terms.positions.with_phrase(documents, sequence):
            group = min(document // terms.stride, len(GROUPS))
            row = document - group * terms.stride
            # Article numbers and party numbers lead to rows; every other number is a row.
            if group == TextGroup.ARTICLES:
                groups[group] |= terms.rows_by_article[row]
            elif group == len(GROUPS):
                groups[TextGroup.PARTIES] |= terms.rows_by_party[row]
            else:
                groups[group].add(row)
        return groups

    def split_word(self, word: str, last: bool) -> RowsByGroup | None:
        """The rows with two words next to each other that were typed as one.

        Args:
            word: Folded, such as `aujourdhui`.
            last: Whether it may be unfinished.

        Returns:
            `None` where no two words of the corpus make up the word.
        """
        dictionary = self._terms.dictionary
        pairs = []
        for at in range(_MIN_PART, len(word) - _MIN_PART + 1):
            first = dictionary.whole(word[:at])
            second = first and (dictionary.prefix_range if last else dictionary.whole)(word[at:])
            if second:
                pairs.append((first, second))
        if not pairs:
            return None
        return union_groups(map(self.with_phrase, pairs))


def union_groups(alternatives: Iterable[RowsByGroup]) -> RowsByGroup:
    """The union of several alternatives, group by group."""
    return [BitMap.union(*rows) for rows in zip(*alternatives, strict=True)]
