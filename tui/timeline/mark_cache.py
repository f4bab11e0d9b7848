"""The marks of a whole corpus in order of time, made once and picked from for every query."""

from __future__ import annotations

from itertools import compress
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from tui.model.cancellation import never, walk
from tui.timeline.lanes import in_time
from tui.timeline.marks import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.model.cancellation import Cancelled
    from tui.model.corpus import Corpus
    from tui.model.records import Record

_FEW = 2_000
"""Records whose marks are made anew sooner than picked from all."""


class Marked(NamedTuple):
    """The marks of some records.

    Attributes:
        marks: In order of time.
        undated: The ids of the records that have none.
    """

    marks: Sequence[Mark]
    undated: Sequence[str]


class _Book(NamedTuple):
    """All marks of a corpus in order of time, the record of each, and the records without."""

    corpus: Corpus
    marks: list[Mark]
    records: list[str]
    undated: frozenset[str]


_book: _Book | None = None


def marks_in_time(
    records: Collection[Record], corpus: Corpus, cancelled: Cancelled = never
) -> Marked:
    """The marks of records of a corpus, or of others.

    Raises:
        CancelledError: As soon as `cancelled` says so.
    """
    if len(records) <= _FEW:
        return _made_anew(records)
    wanted = {record.id: record for record in walk(records, cancelled)}
    if not all(map(is_, map(corpus.records.get, wanted), wanted.values())):
        return _made_anew(records)
    book = _book_of(corpus, cancelled)
    without = [record_id for record_id in wanted if record_id in book.undated]
    if len(wanted) == len(corpus.records):
        return Marked(book.marks, without)
    picks = map(wanted.__contains__, walk(book.records, cancelled))
    return Marked(list(compress(book.marks, picks)), without)


def _made_anew(records: Collection[Record]) -> Marked:
    found, undated = marks(records)
    return Marked(sorted(found, key=in_time), undated)


def _book_of(corpus: Corpus, cancelled: Cancelled) -> _Book:
    """The book of the corpus that is looked at; of one only, so that no old one is held."""
    global _book  # noqa: PLW0603 (the one place that remembers)
    book = _book
    if book is None or book.corpus is not corpus:
        found, undated = marks(walk(corpus.records.values(), cancelled))
        found.sort(key=in_time)
        records = [mark.record_id for mark in found]
        _book = book = _Book(corpus, found, records, frozenset(undated))
    return book
