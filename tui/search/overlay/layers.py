"""Puts what was edited since an index was built over it: what answers queries as one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from tui.model.recency import newest_first
from tui.search.index.builder import TITLE_WORDS, IndexedPart, collect_terms
from tui.search.index.indexed_texts import GROUPS, TextGroup, parties_with_names
from tui.search.index.party_names import name_words
from tui.search.index.sections import SectionWriter
from tui.search.index.term_index import TermIndex, WordIndex
from tui.search.overlay.layered_names import LayeredFilters
from tui.search.overlay.layered_terms import (
    LayeredDictionary,
    LayeredPositions,
    LayeredPostings,
    LayeredRows,
    Numbering,
)
from tui.search.overlay.layered_values import LayeredDocValues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model.corpus import Corpus
    from tui.search.execute.filters import Filters
    from tui.search.index.builder import CollectedTerms
    from tui.search.index.doc_values import DocValues
    from tui.search.overlay.edits import Edits

_PARTIES = len(GROUPS)
"""The names of parties are documents behind the last group."""


class Layers(NamedTuple):
    """What answers queries about an index and what was edited since."""

    terms: TermIndex
    doc_values: LayeredDocValues
    filters: LayeredFilters


def layered(
    corpus: Corpus, terms: TermIndex, columns: DocValues, filters: Filters, edits: Edits
) -> Layers:
    """Index what was edited and put it over an index.

    Costs what was edited, and a copy of the list of words.

    Args:
        corpus: The corpus as it is now.
        terms: The terms of the index.
        columns: Its doc values, with this corpus.
        filters: Its filters.
        edits: What was edited since.
    """
    records = newest_first(corpus.records[name] for name in edits.records if name in corpus.records)
    articles = sorted(edits.articles & corpus.articles.keys())
    part = IndexedPart(
        records, articles, terms.stride, len(columns.rows), len(terms.articles),
        len(terms.rows_by_party),
    )  # fmt: skip
    collected = collect_terms(corpus, part=part)
    values = LayeredDocValues(columns, records, collected.articles_by_row, edits)
    layer = _Layer(corpus, terms, columns, edits, collected, values)
    return Layers(layer.terms(), values, LayeredFilters(filters, values, edits))


class _Layer:
    """The terms of what was edited, over those of an index."""

    def __init__(
        self,
        corpus: Corpus,
        terms: TermIndex,
        columns: DocValues,
        edits: Edits,
        collected: CollectedTerms,
        values: LayeredDocValues,
    ) -> None:
        self.corpus, self.base, self.columns, self.edits = corpus, terms, columns, edits
        self.collected, self.values = collected, values
        self.gone_rows = BitMap(edits.gone.keys())
        self.article_numbers = {name: number for number, name in terms.articles.items()}
        writer = SectionWriter()
        WordIndex.write(writer, collected)
        self.own = WordIndex.open(writer.reader())
        self.gone = self._gone_documents()

    def terms(self) -> TermIndex:
        """The terms of both layers."""
        base, own, went = self.base, self.own, self._words_that_went()
        words = base.dictionary.words
        numbering = Numbering.of(words, own.dictionary.words, went)
        dictionary = LayeredDictionary(
            base.dictionary, own.dictionary, numbering, went, self._no_compounds()
        )
        gone_titles = BitMap()
        for row in self.gone_rows:
            gone_titles.add_range(row * TITLE_WORDS, (row + 1) * TITLE_WORDS)
        kept = {
            number: name
            for number, name in base.articles.items()
            if name not in self.edits.articles
        }
        part = self.collected.part
        return TermIndex(
            dictionary,
            base.stride,
            LayeredPostings(base.postings, own.postings, numbering, self.gone),
            LayeredPostings(base.title_positions, own.title_positions, numbering, gone_titles),
            LayeredPositions(base.positions, own.positions, words, numbering, self._documents()),
            LayeredRows(base.rows_by_article, self._rows_by_article(), self.gone_rows),
            LayeredRows(base.rows_by_party, self._rows_by_party(), self.gone_rows),
            kept | dict(enumerate(part.articles, part.first_article)),
        )

    def _gone_documents(self) -> BitMap:
        """The documents of the base that count no more, but for the names of parties."""
        stride = self.base.stride
        gone = BitMap(
            TextGroup.ARTICLES * stride + self.article_numbers[name]
            for name in self.edits.articles
            if name in self.article_numbers
        )
        for group in GROUPS:
            if group != TextGroup.ARTICLES and self.gone_rows:
                gone |= self.gone_rows.shift(group * stride)
        return gone

    def _documents(self) -> BitMap:
        """The documents of the layer above."""
        part, stride, documents = self.collected.part, self.base.stride, BitMap()
        numbered = [(group, part.first_row, len(part.records)) for group in GROUPS]
        numbered[TextGroup.ARTICLES] = (
            TextGroup.ARTICLES, part.first_article, len(part.articles),
        )  # fmt: skip
        for group, first, count in (
            *numbered, (_PARTIES, part.first_party, len(self.collected.parties)),
        ):  # fmt: skip
            documents.add_range(group * stride + first, group * stride + first + count)
        return documents

    def _rows_by_article(self) -> Mapping[int, BitMap]:
        """The rows to add by the number of an article: new numbers have all that quote it."""
        part, edited = self.collected.part, self.edits.articles
        cited = self.values.values["article"]
        rows: defaultdict[int, BitMap] = defaultdict(BitMap)
        for number, name in enumerate(part.articles, part.first_article):
            rows[number] = cited.with_any((name,))
        for row, names in enumerate(self.collected.articles_by_row, part.first_row):
            for name in names:
                if name in self.article_numbers and name not in edited:
                    rows[self.article_numbers[name]].add(row)
        return rows

    def _rows_by_party(self) -> Mapping[int, BitMap]:
        rows: defaultdict[int, BitMap] = defaultdict(BitMap)
        for row, parties in enumerate(self.collected.parties_by_row, self.collected.part.first_row):
            for party in parties:
                rows[party].add(row)
        return rows

    def _words_that_went(self) -> BitMap:
        """The words of the base that nothing has any more."""
        base, own = self.base.dictionary, self.own.dictionary
        known = (base.number(word) for word in self.edits.words if own.number(word) is None)
        return BitMap(number for number in known if number is not None and self._went(number))

    def _went(self, word: int) -> bool:
        documents = self.base.postings[word] - self.gone
        start = _PARTIES * self.base.stride
        if documents and documents[0] < start:
            return False
        # The names of a party that no record names any more are not indexed.
        return not any(
            self.base.rows_by_party[document - start] - self.gone_rows for document in documents
        )

    def _no_compounds(self) -> BitMap:
        """The words of the base that are no words of a name written together any more."""
        base = self.base.dictionary
        known = ((word, base.number(word)) for word in self.edits.compounds)
        names: dict[tuple[str, ...], set[str]] = {}
        return BitMap(
            number
            for word, number in known
            if number is not None and not self._is_compound(word, number, names)
        )

    def _is_compound(self, word: str, number: int, known: dict[tuple[str, ...], set[str]]) -> bool:
        """Whether a party that is named by a record of the base has such a name."""
        start = TextGroup.PARTIES * self.base.stride
        in_parties = BitMap(range(start, start + len(self.columns.rows)))
        for document in (self.base.postings[number] & in_parties) - self.gone:
            record = self.columns.rows[document - start]
            for _, names in parties_with_names(self.corpus, record):
                if names not in known:
                    known[names] = name_words(names).compounds
                if word in known[names]:
                    return True
        return False
