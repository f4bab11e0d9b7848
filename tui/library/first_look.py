"""The list before the search index is ready: newest first, narrowed by plain substrings."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from tui.model.records import record_date, record_parties

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.search.index import Hit


class FirstLook:
    """Answers what a search result answers, without an index; every word must occur."""

    problems: tuple[()] = ()
    filters: tuple[()] = ()

    def __init__(self, corpus: Corpus, query: str) -> None:
        words = _folded(query).split()
        records = [
            record
            for record in corpus.records.values()
            if not words or all(word in _haystack(record, corpus) for word in words)
        ]
        records.sort(key=_day, reverse=True)
        self.ids = [record.id for record in records]

    @property
    def total(self) -> int:
        """How many records there are."""
        return len(self.ids)

    def record_id(self, position: int) -> str:
        """The record at a place of the order."""
        return self.ids[position]

    def hit(self, position: int) -> Hit:
        """The record, with no reason."""
        from tui.search.index import Hit

        return Hit(self.ids[position], {}, None)


def _day(record: Record) -> date:
    when = record_date(record)
    return (when.latest if when else None) or date.min


def _haystack(record: Record, corpus: Corpus) -> str:
    names = [corpus.party_name(party) for party in record_parties(record)]
    return _folded(" ".join((record.title, *names)))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
