"""The list before the search index is ready: newest first, narrowed by plain substrings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from tui.model.casefold import plain
from tui.model.recency import newest_first
from tui.model.records import record_parties
from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record
    from tui.model.task import Task


_SLICE = 1000
"""Records that are read at once: some milliseconds."""


class SubstringHit(NamedTuple):
    """A record in the list, with what a hit of the index has."""

    record_id: str
    matched: dict[str, tuple[tuple[int, int], ...]] = {}  # noqa: RUF012 (never changed)
    snippet: None = None
    figure: tuple[tuple[int, int], ...] = ()


class SubstringSearch:
    """All records newest first, with the text in which substrings are looked for."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.records = newest_first(corpus.records.values())
        self.texts: tuple[str, ...] = ()
        """Of as many records as were read, in their order; replaced, never changed."""

    def read(self, task: Task = UNATTENDED) -> None:
        """Read the texts, in slices between which other threads get their turn.

        Raises:
            CancelledError: If nobody waits any more.
        """
        while len(self.texts) < len(self.records):
            task.check()
            self.texts += self._slice(len(self.texts))
            time.sleep(0)

    def search(self, query: str) -> SubstringResult:
        """The records in which every word of a query occurs."""
        return SubstringResult(self.having(plain(query).split()))

    def having(self, words: Sequence[str]) -> list[str]:
        """The ids of the records in whose text every word occurs.

        Where texts are still to be read, only the newest records are looked at: a key may not
        wait for them all.
        """
        if not words:
            return [record.id for record in self.records]
        texts = self.texts or self._slice(0)
        found = [at for at, text in enumerate(texts) if words[0] in text]
        for word in words[1:]:
            found = [at for at in found if word in texts[at]]
        return [self.records[at].id for at in found]

    def _slice(self, start: int) -> tuple[str, ...]:
        return tuple(
            _haystack(record, self.corpus) for record in self.records[start : start + _SLICE]
        )


class SubstringResult:
    """Answers what a result of the index answers, in one order and without reasons."""

    problems: tuple[()] = ()
    filters: tuple[()] = ()

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = ids

    @property
    def total(self) -> int:
        """How many records there are."""
        return len(self.ids)

    def record_id(self, position: int) -> str:
        """The record at a place of the order."""
        return self.ids[position]

    def newest_first(self) -> Iterator[str]:
        """The ids of all found records."""
        return iter(self.ids)

    def position(self, record_id: str) -> int | None:
        """The place of a record in the order, `None` where it is not listed."""
        return self.ids.index(record_id) if record_id in self.ids else None

    def hit(self, position: int) -> SubstringHit:
        """The record, with no reason."""
        return SubstringHit(self.ids[position])

    def article_terms(self, article_id: str) -> tuple[()]:
        """Where the words of the query stand in an article: only the index knows that."""
        return ()


def _haystack(record: Record, corpus: Corpus) -> str:
    names = [corpus.party_name(party) for party in record_parties(record)]
    return plain(" ".join((record.title, *names)))
