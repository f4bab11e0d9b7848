"""What was edited since an index was built, and what of the index that may have made untrue.

The index stays as it is. Its rows of records that changed or are gone count no more; records and
articles that are new or changed are indexed beside it, with numbers behind its own. Since the order
of results knows no frequencies, only sets of rows, what is left to mend is what an index says of
itself: a word, a compound or a value that nothing has any more must not be known. Only those of
what is gone may be such, so they are collected while the corpus of before is still there.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tui.model.recency import recency
from tui.search.index.builder import IndexedPart, collect_terms
from tui.search.index.doc_values_builder import DocValuesBuilder
from tui.search.index.indexed_texts import names_of
from tui.search.index.sort_orders import comparable_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.model.corpus import Corpus, Touched
    from tui.model.records import Record
    from tui.search.index.doc_values import DocValues
    from tui.search.index.term_index import TermIndex

Recency: TypeAlias = tuple[int, int, str]

MOST = 1000
"""Records and articles beside an index; with more it is built anew, since each is indexed again
whenever the index is opened, in a tenth of a millisecond."""


class Edits(msgspec.Struct, frozen=True):
    """What was edited since an index was built.

    Attributes:
        records: The ids of the records that differ from what was indexed, or are gone.
        articles: Those of the articles.
        parties: Those of the parties.
        gone: The rows of the index that count no more, with the recency that their records had.
        words: The words of what is gone.
        compounds: Its words that are several words of a name written together.
        values: Its values, by field.
        amounts: How many of its records had an amount that is compared, by unit.
    """

    records: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    gone: dict[int, Recency] = {}
    words: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    values: dict[str, frozenset[str]] = {}
    amounts: dict[str, int] = {}

    def and_then(
        self, terms: TermIndex, columns: DocValues, before: Corpus, now: Corpus, touched: Touched
    ) -> Edits:
        """These edits and one more.

        Args:
            terms: The terms of the index.
            columns: Its doc values.
            before: The corpus after these edits.
            now: The corpus after the one more.
            touched: What may differ between the two.
        """
        records = touched.records | _dependent(columns, before, now, touched, self.gone)
        gone_records = [
            before.records[name] for name in records - self.records if name in before.records
        ]
        gone_articles = [
            name for name in touched.articles - self.articles if name in before.articles
        ]
        part = IndexedPart(gone_records, gone_articles, terms.stride)
        collected = collect_terms(before, part=part)
        fields = DocValuesBuilder(before)
        rows = enumerate(zip(gone_records, collected.articles_by_row, strict=True))
        amounts = dict(self.amounts)
        for number, (record, cited) in rows:
            fields.add(number, record, cited)
            if (amount := comparable_amount(record)) is not None:
                amounts[amount[0]] = amounts.get(amount[0], 0) + 1
        gone = {
            place_in(record, columns, before.records, self.gone): recency(record)
            for record in gone_records
        }
        return Edits(
            self.records | records,
            self.articles | touched.articles,
            self.parties | touched.parties,
            self.gone | gone,
            self.words | collected.term_ids.keys(),
            self.compounds | collected.compounds,
            {
                field: self.values.get(field, frozenset()) | values.keys()
                for field, values in fields.values.items()
            },
            amounts,
        )

    def __len__(self) -> int:
        """How many records, articles and parties were edited."""
        return len(self.records) + len(self.articles) + len(self.parties)

    def fit(self, terms: TermIndex, columns: DocValues) -> bool:
        """Whether these edits are few enough to be beside an index."""
        rows, articles = len(columns.rows) + len(self.records), len(self.articles)
        return len(self) <= MOST and max(rows, len(terms.articles) + articles) < terms.stride


def place_in(
    record: Record, columns: DocValues, records: Mapping[str, Record], gone: Mapping[int, Recency]
) -> int:
    """How many rows of an index come before a record: its own row, where the index has it.

    Args:
        record: The record.
        columns: The doc values of the index.
        records: Records that are as the index has them, but for those of the rows that are gone.
        gone: Rows that are gone, with the recency of their records.
    """
    ids = columns.rows.ids

    def recency_of(row: int) -> Recency:
        return gone.get(row) or recency(records[ids[row]])

    return bisect_left(range(len(ids)), recency(record), key=recency_of)


def _dependent(
    columns: DocValues, before: Corpus, now: Corpus, touched: Touched, gone: Mapping[int, Recency]
) -> frozenset[str]:
    """The records that are found in another way since what they name is another."""
    ids = columns.rows.ids
    return frozenset(
        ids[row]
        for field, name in _named_otherwise(before, now, touched)
        for row in columns.values[field].get(name, ())
        if row not in gone
    )


def _named_otherwise(before: Corpus, now: Corpus, touched: Touched) -> Iterator[tuple[str, str]]:
    """The parties with other names, and the articles with another language or publisher."""
    for party in touched.parties:
        if names_of(before, party) != names_of(now, party):
            yield "party", party
    for name in touched.articles:
        was, now_is = before.articles.get(name), now.articles.get(name)
        if (was and (was.language, was.publisher)) != (
            now_is and (now_is.language, now_is.publisher)
        ):
            yield "article", name
