"""Which articles have the words of a query, whether a record quotes them or not.

The same terms are looked up in the same postings as for records, of which only the documents of
articles count: title, publisher and text of each. Costs a union of postings for each term.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.search.analysis.analyzer import words
from tui.search.execute.filters import language_code
from tui.search.index.indexed_texts import TextGroup
from tui.search.query.syntax import And, Filter, Not, Or, Term, terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Article
    from tui.search.index.term_index import TermIndex
    from tui.search.query.syntax import Query, QueryNode

_OF_ARTICLES = frozenset(("article", "publisher", "language", "known"))
"""Filters that say something of an article; any other is about records alone."""


class ArticleSearch:
    """Answers queries about the articles of one corpus."""

    def __init__(self, corpus: Corpus, terms: TermIndex) -> None:
        self._corpus, self._terms = corpus, terms
        start = TextGroup.ARTICLES * terms.stride
        self._articles = {start + number: name for number, name in terms.articles.items()}
        self._documents = BitMap(self._articles.keys())

    def found(self, query: Query) -> list[str]:
        """The ids of the articles with the words of a query, in the order of the corpus.

        None where the query has no words, looks elsewhere (`in:title`), or has a filter on records.
        """
        elsewhere = bool(query.inside) and "articles" not in query.inside
        on_records = any(
            one.field not in _OF_ARTICLES and one.field not in ("in", "sort")
            for one in query.filters
        )
        if elsewhere or on_records or not any(True for _ in terms_of(query.root)):
            return []
        found = [self._articles[document] for document in self._with(query.root)]
        return sorted(found, key=self._places.__getitem__)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where the articles stand in the corpus."""
        return {name: at for at, name in enumerate(self._corpus.articles)}

    def _with(self, node: QueryNode) -> BitMap:
        """The documents of articles that a part of a query finds."""
        match node:
            case Term():
                return self._with_term(node)
            case And(nodes):
                return BitMap.intersection(self._documents, *map(self._with, nodes))
            case Or(nodes):
                return BitMap.union(BitMap(), *map(self._with, nodes))
            case Not(inner):
                return self._documents - self._with(inner)
            case Filter():
                kept = self._kept_by(node)
                return self._documents - kept if node.negated else kept
        return BitMap()

    def _with_term(self, term: Term) -> BitMap:
        dictionary, postings = self._terms.dictionary, self._terms.postings
        if term.figure:
            # The words are what one figure may mean.
            ranges = [dictionary.expand(word, last=term.last).prefix for word in term.words]
            return postings.union(ranges) & self._documents
        if len(term.words) > 1:
            *first, last = term.words
            sequence = [dictionary.whole(word) for word in first]
            sequence.append((dictionary.prefix_range if term.last else dictionary.whole)(last))
            holding = [postings.union([span]) for span in sequence]
            documents = BitMap.intersection(self._documents, *holding)
            return BitMap(self._terms.positions.with_phrase(documents, sequence))
        [word] = term.words
        if term.exact or term.phrase:
            begun = term.phrase and term.last
            spans = [(dictionary.prefix_range if begun else dictionary.whole)(word)]
            return postings.union(spans) & self._documents
        meant = dictionary.expand(word, last=term.last)
        found = postings.union([meant.prefix]) & self._documents
        # A typing error is thought of only where no article has what was typed.
        return found or postings.union(meant.one, meant.two) & self._documents

    def _kept_by(self, filter_: Filter) -> BitMap:
        """The documents of the articles that a filter keeps; looks at each article."""
        entries = [filter_.text] if filter_.quoted else filter_.text.split(",")
        return BitMap(
            document
            for document, name in self._articles.items()
            if any(_keeps(filter_, self._corpus.articles[name], one.strip()) for one in entries)
        )


def _keeps(filter_: Filter, article: Article, value: str) -> bool:
    """Whether a filter with one of its values keeps an article."""
    match filter_.field:
        case "known":
            published, dates = article.published, filter_.dates
            if published is None or dates is None:
                return False
            return dates.meets(published.earliest, published.latest)
        case "language":
            return article.language == language_code(value)
        case "publisher":
            return _has(article.publisher, words(value))
    return article.id == value or _has(f"{article.title} {article.publisher}", words(value))


def _has(name: str, wanted: Sequence[str]) -> bool:
    """Whether a name has words that begin with each of some."""
    parts = words(name)
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)
