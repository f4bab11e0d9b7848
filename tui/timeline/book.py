"""The marks of a whole corpus in order of time, made once and picked from for every query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.timeline.lanes import in_time
from tui.timeline.marks import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record

_FEW = 2_000
"""Records whose marks are made anew sooner than picked from all."""
_book: tuple[Corpus, list[Mark], frozenset[str]] | None = None


def marks_in_time(records: Sequence[Record], corpus: Corpus) -> tuple[list[Mark], list[str]]:
    """The marks of records in order of time, and the ids of records that have none."""
    if len(records) <= _FEW or any(
        corpus.records.get(record.id) is not record for record in records
    ):
        found, undated = marks(records)
        found.sort(key=in_time)
        return found, undated
    every, without = _marks_of(corpus)
    undated = [record.id for record in records if record.id in without]
    if len(records) == len(corpus.records):
        return every, undated
    wanted = {record.id for record in records}
    return [mark for mark in every if mark.record_id in wanted], undated


def _marks_of(corpus: Corpus) -> tuple[list[Mark], frozenset[str]]:
    """All marks of the corpus that is looked at; of one only, so that no old one is held."""
    global _book  # noqa: PLW0603 (the one place that remembers)
    if _book is None or _book[0] is not corpus:
        found, undated = marks(corpus.records.values())
        found.sort(key=in_time)
        _book = corpus, found, frozenset(undated)
    return _book[1], _book[2]
