"""The list before the search index is ready: newest first, narrowed by plain substrings."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tui.model.records import record_date, record_parties

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.records import Record


class FirstHit(NamedTuple):
    """A record in the list, with what a hit of the index has."""

    record_id: str
    matched: dict[str, tuple[tuple[int, int], ...]] = {}  # noqa: RUF012 (never changed)
    snippet: None = None


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

    def position(self, record_id: str) -> int | None:
        """The place of a record in the order, `None` where it is not listed."""
        return self.ids.index(record_id) if record_id in self.ids else None

    def hit(self, position: int) -> FirstHit:
        """The record, with no reason."""
        return FirstHit(self.ids[position])


def _day(record: Record) -> date:
    when = record_date(record)
    return (when.latest if when else None) or date.min


def _haystack(record: Record, corpus: Corpus) -> str:
    names = [corpus.party_name(party) for party in record_parties(record)]
    return _folded(" ".join((record.title, *names)))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
