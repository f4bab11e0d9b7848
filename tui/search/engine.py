"""The search index: built once from a corpus, then asked for every key.

The interface of this package: `build`, `Index.search`, and what they give.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from copy import copy
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.locales import EN
from tui.model.recency import recency
from tui.model.task import UNATTENDED
from tui.search.execute.completion import Completion, complete
from tui.search.execute.facets import FacetValue, count_facets
from tui.search.execute.filters import Filters
from tui.search.execute.query_plan import QueryPlan
from tui.search.execute.ranking import Order, QueryReading, Sorted, ranked
from tui.search.execute.term_matching import TermMatch, TermMatcher
from tui.search.highlight.explain import Hit, Marker
from tui.search.highlight.snippets import Snippet
from tui.search.index.builder import CollectedPostings, collect_postings
from tui.search.index.doc_values import DocValues
from tui.search.index.indexed_texts import INSIDE, Group
from tui.search.index.positions import Positions
from tui.search.index.postings import PackedPostings
from tui.search.index.term_dictionary import TermDictionary
from tui.search.index.term_index import TermIndex
from tui.search.query.edit import remove_filter, toggle_filter
from tui.search.query.parser import parse
from tui.search.query.syntax import Filter, QueryProblem, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.records import Record
    from tui.model.task import Task
    from tui.search.query.syntax import Query

__all__ = [
    "Completion", "FacetValue", "Filter", "Hit", "Index", "QueryProblem",
    "Result", "Snippet", "Term", "build", "remove_filter", "toggle_filter",
]  # fmt: skip

_PREPARED, _SMALL = 4, 1 << 20
"""What is prepared for short beginnings takes such a part of the text's length, or these bytes."""


def build(
    corpus: Corpus,
    *,
    locale: Locale = EN,
    task: Task = UNATTENDED,
) -> Index:
    """Index a corpus.

    Args:
        corpus: The records and articles; kept, not copied.
        locale: How the reader sees figures, in which matches are marked, and words.
        task: Who waits for it; told how many texts are read every 0.2 s at most.

    Raises:
        CancelledError: If nobody waits any more.
    """
    # The collector would look through millions of new objects again and again: a tenth of
    # the time, for nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return Index(corpus, collect_postings(corpus, task), locale)
    finally:
        if collecting:
            # Else its first look goes through the whole index, and holds up the screen for it: a
            # second with 100,000 records.
            gc.freeze()
            gc.enable()


class Index:
    """All that is needed to answer queries about one corpus.

    Attributes:
        corpus: What was indexed.
        locale: How the reader sees figures and words.
        rows: Its records, newest first; a row number is a place in it.
        columns: The typed fields by row.
    """

    def __init__(self, corpus: Corpus, gathered: CollectedPostings, locale: Locale = EN) -> None:
        self.corpus, self.locale = corpus, locale
        self.rows: Sequence[Record] = gathered.rows
        self.letters = gathered.letters
        self.columns = DocValues(corpus, gathered.rows, gathered.cited)
        terms = _term_index(gathered)
        self.filters = Filters(self.columns, terms.vocabulary.words)
        self.matcher = TermMatcher(terms)
        self.marker = Marker(corpus, locale)

    def with_proofs(self, states: Mapping[str, str]) -> Index:
        """The same index, knowing how far each record is proved, by its id.

        The two share all else, so that this takes as long as reading the states; what asks the one
        at hand meanwhile is not disturbed.
        """
        index = copy(self)
        index.columns = self.columns.with_proofs(states)
        index.filters = self.filters.with_columns(index.columns)
        return index

    def warm(self, task: Task = UNATTENDED) -> None:
        """Prepare what is asked for most and takes longest, before anyone waits for it.

        These are short beginnings, which mean nearly every record, and the orders of all records.

        Args:
            task: Who waits for it; asked between the parts, which take some milliseconds each.

        Raises:
            CancelledError: If nobody waits any more; what is prepared until then counts.
        """
        for _ in self.matcher.warm(max(_SMALL, self.letters // _PREPARED)):
            task.check()
        for order in ("-amount", "amount", "-date", "date", "title", "payer"):
            task.check()
            self.columns.order(order)

    def search(self, query: str, *, sort: str | None = None, limit: int | None = None) -> Result:
        """Answer a query; any text is one.

        Args:
            query: As typed.
            sort: Another order than the query's `sort:`, such as `-amount`; empty for the best
                first.
            limit: At most so many records; `total` counts all of them nevertheless.
        """
        read = parse(query)
        inside = frozenset(INSIDE[name] for name in read.inside)
        problems = list(read.problems)
        asked = QueryPlan(self.matcher, self.filters, inside, problems)
        readings = asked.readings(read.root)
        chosen = read.sort if sort is None else sort
        return Result(self, read, tuple(problems), readings, asked.seen, inside, chosen, limit)

    def facets(self, result: Result) -> dict[str, list[FacetValue]]:
        """What the records of a result have in common, with counts; see `count_facets`."""
        return count_facets(result.rows, self.columns, self.locale)

    def complete(self, query: str, cursor: int) -> list[Completion]:
        """What can stand at the cursor of a query, best first."""
        return complete(query, cursor, self.columns)


def _term_index(gathered: CollectedPostings) -> TermIndex:
    vocabulary = TermDictionary(gathered.number, gathered.names)
    numbers = [gathered.number[word] for word in vocabulary.words]
    nothing: list[int] = []
    naming: list[list[int]] = [[] for _ in gathered.parties]
    for row, parties in enumerate(gathered.naming):
        for party in parties:
            naming[party].append(row)
    return TermIndex(
        vocabulary,
        gathered.stride,
        PackedPostings(gathered.found[number] for number in numbers),
        PackedPostings(gathered.titles.get(number, nothing) for number in numbers),
        Positions([gathered.texts[group] for group in sorted(gathered.texts)], numbers),
        [BitMap(rows) for rows in gathered.citing],
        PackedPostings(naming),
    )


class Result:
    """What a query found: an order of records, each with the reason why it is there.

    Attributes:
        query: The query as it was read.
        problems: What could not be read, and names that the corpus lacks.
        total: How many records there are.
        ids: Their row numbers in order.
    """

    def __init__(
        self,
        index: Index,
        query: Query,
        problems: tuple[QueryProblem, ...],
        readings: Sequence[QueryReading],
        found: Sequence[TermMatch],
        inside: frozenset[Group],
        sort: str,
        limit: int | None,
    ) -> None:
        self.index, self.query, self.problems, self.sort = index, query, problems, sort
        self._wanted = tuple(dict.fromkeys(item.wanted for item in found))
        self._inside = inside
        self.rows = BitMap.union(BitMap(), *(reading.rows for reading in readings))
        self.total = len(self.rows)
        self._order = (
            Sorted(self.rows, index.columns, sort) if sort else Order(ranked(readings), self.total)
        )
        self.ids: Sequence[int] = self._order
        if limit is not None:
            self.ids = self._order[: max(0, limit)]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that were looked for, with their places in the query."""
        return self.query.terms

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters, with their places in the query."""
        return self.query.filters

    def record_id(self, position: int) -> str:
        """The id of the record at a place of the order.

        Raises:
            IndexError: If there are not so many.
        """
        return self.index.rows[self.ids[position]].id

    def newest_first(self) -> Iterator[str]:
        """The ids of all found records, whatever their order is."""
        return (self.index.rows[row].id for row in self.rows)

    def position(self, record_id: str) -> int | None:
        """The place of a record in the order, `None` where it is not listed."""
        record = self.index.corpus.records.get(record_id)
        if record is None:
            return None
        row = bisect_left(self.index.rows, recency(record), key=recency)
        at = self._order.place(row)
        return at if at is not None and at < len(self.ids) else None

    def hit(self, position: int) -> Hit:
        """Why the record at a place of the order is there.

        Raises:
            IndexError: If there are not so many.
        """
        record = self.index.rows[self.ids[position]]
        return self.index.marker.hit(record, self._wanted, self._inside)

    def article_terms(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Where the terms stand in the text of an article."""
        return self.index.marker.article_spans(article_id, self._wanted)
