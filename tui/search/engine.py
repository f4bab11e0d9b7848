"""The search engine: an index built once from a corpus, then queried on every key.

The interface of this package: `build`, `Index.search`, and what they return. A query is parsed
(`query`), its terms are expanded to words of the dictionary and looked up in the postings, filters
in the doc values (`execute`), and the records that match are ranked by buckets; only the rows on
the screen are explained (`highlight`).
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.locales import EN
from tui.model.task import UNATTENDED
from tui.platform.gc_pause import without_cyclic_gc
from tui.search.execute.article_search import ArticleSearch
from tui.search.execute.completion import Completion, complete
from tui.search.execute.facet_counts import FacetValue, count_facets
from tui.search.execute.filters import Filters
from tui.search.execute.query_plan import QueryPlan
from tui.search.execute.ranking import Interpretation, RankedRows, SortedRows, ranked
from tui.search.execute.term_matching import TermMatch, TermMatcher
from tui.search.highlight.explain import Highlighter, Hit
from tui.search.highlight.snippets import Snippet
from tui.search.index.builder import collect_terms
from tui.search.index.doc_values import DocValues
from tui.search.index.indexed_texts import GROUP_BY_NAME, TextGroup
from tui.search.index.sections import Sections, SectionWriter
from tui.search.index.term_index import TermIndex
from tui.search.query.edit import remove_filter, toggle_filter
from tui.search.query.query_parser import parse
from tui.search.query.syntax import Filter, QueryProblem, Term, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.model.corpus import Corpus, Touched
    from tui.model.locales import Locale
    from tui.model.records import Record
    from tui.model.task import Task
    from tui.search.index.mark_rows import MarkRows
    from tui.search.overlay.edits import Edits
    from tui.search.query.syntax import Query

__all__ = [
    "Completion", "FacetValue", "Filter", "Hit", "Index", "QueryProblem",
    "Result", "Snippet", "Term", "build", "remove_filter", "sections_of", "toggle_filter",
]  # fmt: skip

_PREFIX_SHARE, _PREFIX_FLOOR = 4, 1 << 20
"""The unions cached for short prefixes may take one byte per so many characters of text.

A small corpus may spend this many bytes whatever its length, which then covers every prefix.
"""


def build(
    corpus: Corpus,
    *,
    locale: Locale = EN,
    task: Task = UNATTENDED,
) -> Index:
    """Index a corpus.

    Args:
        corpus: The records and articles; referred to, not copied.
        locale: How the reader sees figures, which decides what is marked in them, and words.
        task: Who waits for it; told how many texts are read, at most every 0.2 s.

    Raises:
        CancelledError: If nobody waits any more.
    """
    return Index(corpus, sections_of(corpus, task), locale)


def sections_of(corpus: Corpus, task: Task = UNATTENDED) -> dict[str, memoryview]:
    """The sections of the index of a corpus, which can be kept and opened again.

    Raises:
        CancelledError: If nobody waits any more.
    """
    into = SectionWriter()
    with without_cyclic_gc():
        TermIndex.write(into.within("terms"), collected := collect_terms(corpus, task))
        into.value("characters", collected.characters)
        doc_values = into.within("doc-values")
        DocValues.write(doc_values, corpus, collected.part.records, collected.articles_by_row)
        names = into.within("names")
        Filters.write(names, corpus, DocValues(corpus, doc_values.reader()))
    return into.sections


def edits_since(
    sections: Mapping[str, memoryview],
    known: Edits | None,
    before: Corpus,
    now: Corpus,
    touched: Touched,
) -> Edits | None:
    """What was edited since an index was built, after one more edit.

    Args:
        sections: Those of the index.
        known: What was edited before the one more.
        before: The corpus before it, with its texts.
        now: The corpus after it.
        touched: What may differ between the two.

    Returns:
        `None` where it is so much that the index should be built anew.
    """
    from tui.search.overlay.edits import Edits

    parts = Sections(sections)
    terms = TermIndex.open(parts.within("terms"))
    columns = DocValues(before, parts.within("doc-values"))
    with without_cyclic_gc():
        edits = (known or Edits()).and_then(terms, columns, before, now, touched)
        return edits if edits.fit(terms, columns) else None


class Index:
    """Everything that is needed to answer queries about one corpus.

    Attributes:
        corpus: The corpus that was indexed.
        sections: What was found out about it; see `tui.search.index.sections`.
        locale: How the reader sees figures and words.
        edits: What was edited since they were found out; `None` for nothing.
        records: Its records, newest first; their positions are the row numbers.
        characters: The length of all indexed texts.
        doc_values: The typed fields by row.
    """

    def __init__(
        self,
        corpus: Corpus,
        sections: Mapping[str, memoryview],
        locale: Locale = EN,
        edits: Edits | None = None,
    ) -> None:
        """Open an index.

        Args:
            corpus: The corpus of which it is.
            sections: Those of `sections_of`.
            locale: How the reader sees figures and words.
            edits: What of the corpus was edited since; `None` for nothing.
        """
        self.corpus, self.sections, self.locale, self.edits = corpus, sections, locale, edits
        parts = Sections(sections)
        self.characters = parts.value("characters", int)
        self.doc_values = DocValues(corpus, parts.within("doc-values"))
        self.records: Sequence[Record] = self.doc_values.rows
        self.filters = Filters(self.doc_values, parts.within("names"))
        terms = TermIndex.open(parts.within("terms"))
        if edits is not None:
            from tui.search.overlay.layers import layered

            terms, self.doc_values, self.filters = layered(
                corpus, terms, self.doc_values, self.filters, edits
            )
            self.records = self.doc_values.rows
        self.matcher = TermMatcher(terms)
        self.article_search = ArticleSearch(corpus, terms)
        self.highlighter = Highlighter(corpus, locale)

    def with_proofs(self, states: Mapping[str, str]) -> Index:
        """A copy of the index that knows the proof states of the records, by record id.

        The two share everything else, so that this takes as long as reading the states, and
        queries that use the other one meanwhile are not disturbed.
        """
        index = copy(self)
        index.doc_values = self.doc_values.with_proofs(states)
        index.filters = self.filters.with_doc_values(index.doc_values)
        return index

    def with_marks(self, marks: MarkRows) -> Index:
        """A copy of the index that knows some marks of the user; all else is shared."""
        index = copy(self)
        index.doc_values = self.doc_values.with_marks(marks)
        index.filters = self.filters.with_doc_values(index.doc_values)
        return index

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, `None` where there is none; a bisection."""
        return self.doc_values.row_of(record_id)

    def warm(self, task: Task = UNATTENDED) -> None:
        """Compute what is asked for most often and takes longest, before anyone waits for it.

        That is the matches of short prefixes, which are nearly all records, and the patterns of
        amounts, which take 0.17 s to compile.

        Args:
            task: Who waits for it; asked between steps of some milliseconds.

        Raises:
            CancelledError: If nobody waits any more; what is computed until then counts.
        """
        for _ in self.matcher.warm(max(_PREFIX_FLOOR, self.characters // _PREFIX_SHARE)):
            task.check()
        parse("amount:1")

    def search(
        self,
        query: str,
        *,
        sort: str | None = None,
        limit: int | None = None,
        lenient: bool = False,
    ) -> Result:
        """Answer a query; any text is one.

        Args:
            query: As typed.
            sort: Overrides the query's `sort:`, such as `-amount`; empty for the best match first.
            limit: At most so many records are listed; `total` counts all of them nevertheless.
            lenient: Whether a part that cannot be read is left out, instead of finding nothing.
        """
        parsed = parse(query)
        inside = frozenset(GROUP_BY_NAME[name] for name in parsed.inside)
        problems = list(parsed.problems)
        plan = QueryPlan(self.matcher, self.filters, inside, problems)
        root = readable(parsed.root) if lenient else parsed.root
        interpretations = plan.interpretations(root)
        order = parsed.sort if sort is None else sort
        return Result(
            self, parsed, tuple(problems), interpretations, plan.matches, inside, order, limit
        )

    def articles(self, query: str) -> list[str]:
        """The ids of the articles that have the words of a query, quoted by a record or not."""
        return self.article_search.found(parse(query))

    def facets(self, result: Result) -> dict[str, list[FacetValue]]:
        """The values that the records of a result have in each field, with counts."""
        return count_facets(result.rows, self.doc_values, self.locale)

    def complete(self, query: str, cursor: int) -> list[Completion]:
        """What can stand at the cursor of a query, best first."""
        return complete(query, cursor, self.doc_values)


class Result:
    """The answer to a query: records in order, each with the reason why it matches.

    Attributes:
        query: The parsed query.
        problems: What could not be read, and filters that match nothing.
        rows: The rows of all matching records.
        total: How many records match.
        ids: The rows of the listed records in order.
    """

    def __init__(
        self,
        index: Index,
        query: Query,
        problems: tuple[QueryProblem, ...],
        interpretations: Sequence[Interpretation],
        matches: Sequence[TermMatch],
        inside: frozenset[TextGroup],
        sort: str,
        limit: int | None,
    ) -> None:
        self.index, self.query, self.problems, self.sort = index, query, problems, sort
        self._sought = tuple(dict.fromkeys(match.sought for match in matches))
        self._inside = inside
        self.rows = BitMap.union(
            BitMap(), *(interpretation.rows for interpretation in interpretations)
        )
        self.total = len(self.rows)
        self._order = (
            SortedRows(self.rows, index.doc_values, sort)
            if sort
            else RankedRows(ranked(interpretations), self.total, index.doc_values.row_order)
        )
        self.ids: Sequence[int] = self._order
        if limit is not None:
            self.ids = self._order[: max(0, limit)]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that were looked for, with their offsets in the query."""
        return self.query.terms

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters, with their offsets in the query."""
        return self.query.filters

    def record_id(self, position: int) -> str:
        """The id of the record at a position of the list.

        Raises:
            IndexError: If the list is shorter.
        """
        return self.index.doc_values.rows.ids[self.ids[position]]

    def newest_first(self) -> Iterator[str]:
        """The ids of all matching records, whatever the order of the list."""
        columns = self.index.doc_values
        return map(columns.rows.ids.__getitem__, columns.row_order.in_order(self.rows))

    def position(self, record_id: str) -> int | None:
        """The position of a record in the list, `None` where it is not listed."""
        row = self.index.row_of(record_id)
        if row is None:
            return None
        position = self._order.position(row)
        return position if position is not None and position < len(self.ids) else None

    def hit(self, position: int) -> Hit:
        """Why the record at a position of the list matches.

        Raises:
            IndexError: If the list is shorter.
        """
        record = self.index.records[self.ids[position]]
        return self.index.highlighter.hit(record, self._sought, self._inside)

    def article_terms(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Where the terms occur in the text of an article."""
        return self.index.highlighter.article_spans(article_id, self._sought)
