"""What an index needs to look up terms, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from tui.search.index.positions import Positions
from tui.search.index.postings import PackedPostings
from tui.search.index.term_dictionary import TermDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyroaring import BitMap

    from tui.search.index.builder import CollectedTerms
    from tui.search.index.sections import Sections, SectionWriter


class RowSets(Protocol):
    """Sets of numbers by number, such as `PackedPostings`."""

    def __len__(self) -> int: ...

    def __getitem__(self, term: int) -> BitMap:
        """The set of one number; not to be changed."""

    def union(self, ranges: Iterable[range], terms: Iterable[int] = ()) -> BitMap:
        """The union of the sets of some ranges and of some single numbers."""


class Postings(RowSets, Protocol):
    """The documents of words, such as `PackedPostings`."""

    def weight(self, span: range) -> int:
        """A lower bound of the documents of a range of words."""


class Phrases(Protocol):
    """Where words stand, such as `Positions`."""

    def with_phrase(self, documents: Iterable[int], words: Sequence[range]) -> Iterator[int]:
        """The documents of some with a text in which words are next to each other."""


class WordIndex(NamedTuple):
    """Where words occur.

    Attributes:
        dictionary: The words.
        postings: For each word the documents that contain it.
        title_positions: For each word its positions in titles, see `CollectedTerms`.
        positions: The words of all documents in order.
    """

    dictionary: TermDictionary
    postings: PackedPostings
    title_positions: PackedPostings
    positions: Positions

    @staticmethod
    def write(into: SectionWriter, collected: CollectedTerms) -> None:
        """Write what was collected, with words renumbered in the order of the dictionary."""
        dictionary = into.within("dictionary")
        words = TermDictionary.write(dictionary, collected.term_ids, collected.compounds)
        numbers = [collected.term_ids[word] for word in words]
        none: list[int] = []
        for name, lists in (
            ("postings", (collected.postings[number] for number in numbers)),
            (
                "title-positions",
                (collected.title_positions.get(number, none) for number in numbers),
            ),
        ):
            PackedPostings.write(into.within(name), lists)
        texts = [collected.texts[group] for group in sorted(collected.texts)]
        Positions.write(into.within("positions"), texts, numbers)

    @classmethod
    def open(cls, sections: Sections) -> Self:
        """The words of an index."""
        return cls(
            TermDictionary(sections.within("dictionary")),
            PackedPostings(sections.within("postings")),
            PackedPostings(sections.within("title-positions")),
            Positions(sections.within("positions")),
        )


class TermIndex(NamedTuple):
    """What an index needs to look up terms.

    Attributes:
        dictionary: All words of the corpus.
        stride: Documents are numbered `group * stride + row`, see `CollectedTerms`.
        postings: For each word the documents that contain it.
        title_positions: For each word its positions in titles, see `CollectedTerms`.
        positions: The words of all documents in order.
        rows_by_article: For each article the rows that quote it.
        rows_by_party: For each party the rows that name it.
        articles: The ids of the articles, by number.
    """

    dictionary: TermDictionary
    stride: int
    postings: Postings
    title_positions: Postings
    positions: Phrases
    rows_by_article: RowSets
    rows_by_party: RowSets
    articles: Mapping[int, str]

    @staticmethod
    def write(into: SectionWriter, collected: CollectedTerms) -> None:
        """Write what was collected of a whole corpus."""
        WordIndex.write(into, collected)
        part = collected.part
        into.value("stride", part.stride)
        into.value("articles", part.articles)
        numbers = {article: number for number, article in enumerate(part.articles)}
        rows_by_article: list[list[int]] = [[] for _ in part.articles]
        rows_by_party: list[list[int]] = [[] for _ in collected.parties]
        by_row = zip(collected.articles_by_row, collected.parties_by_row, strict=True)
        for row, (articles, parties) in enumerate(by_row):
            for article in articles:
                if article in numbers:
                    rows_by_article[numbers[article]].append(row)
            for party in parties:
                rows_by_party[party].append(row)
        PackedPostings.write(into.within("rows-by-article"), rows_by_article)
        PackedPostings.write(into.within("rows-by-party"), rows_by_party)

    @classmethod
    def open(cls, sections: Sections) -> Self:
        """The terms of an index."""
        words = WordIndex.open(sections)
        return cls(
            words.dictionary,
            sections.value("stride", int),
            words.postings,
            words.title_positions,
            words.positions,
            PackedPostings(sections.within("rows-by-article")),
            PackedPostings(sections.within("rows-by-party")),
            dict(enumerate(sections.value("articles", list[str]))),
        )
