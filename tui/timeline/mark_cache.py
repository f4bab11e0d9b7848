"""The marks of a whole corpus in order of time, made once and picked from for every query."""

from __future__ import annotations

from itertools import compress
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from tui.model.task import UNATTENDED
from tui.timeline.lanes import in_time
from tui.timeline.marks import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.model.task import Task

_FEW = 2_000
"""Records whose marks are made again sooner than picked from all."""


class Marked(NamedTuple):
    """The marks of some records.

    Attributes:
        marks: In order of time.
        undated: The ids of the records that have none.
    """

    marks: Sequence[Mark]
    undated: Sequence[str]


class _AllMarks(NamedTuple):
    """All marks of a corpus in order of time, the record of each, and the records without."""

    marks: list[Mark]
    records: list[str]
    undated: frozenset[str]


class MarkCache:
    """The marks of one corpus; any thread may ask.

    Sorting the marks of 100,000 records takes a second, picking those of a query from the sorted
    ones a twentieth of it. Made at the first query that finds many records.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._all: _AllMarks | None = None

    def of(self, records: Collection[Record], task: Task = UNATTENDED) -> Marked:
        """The marks of records of the corpus, or of others.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if len(records) <= _FEW:
            return marked(records)
        wanted = {record.id: record for record in task.walk(records)}
        if not all(map(is_, map(self._corpus.records.get, wanted), wanted.values())):
            return marked(records)
        every = self._all or self._make(task)
        without = [record_id for record_id in wanted if record_id in every.undated]
        if len(wanted) == len(self._corpus.records):
            return Marked(every.marks, without)
        picks = map(wanted.__contains__, task.walk(every.records))
        return Marked(list(compress(every.marks, picks)), without)

    def _make(self, task: Task) -> _AllMarks:
        found, undated = marks(task.walk(self._corpus.records.values()))
        found.sort(key=in_time)
        every = _AllMarks(found, [mark.record_id for mark in found], frozenset(undated))
        self._all = every
        return every


def marked(records: Collection[Record]) -> Marked:
    """The marks of some records, made for them alone."""
    found, undated = marks(records)
    return Marked(sorted(found, key=in_time), undated)
