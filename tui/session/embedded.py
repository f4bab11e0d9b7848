"""The library over files on this machine: corpus, proofs, search and the user's own marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import msgspec

from tui.model.task import CancelledError, Task
from tui.session.lazy_records import Listed
from tui.session.own_marks import OwnMarks
from tui.session.proofs import ProofLibrary
from tui.session.record_draft import free_id, parties_near, payer_first
from tui.session.substring_search import FirstLook, Newest
from tui.store.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.problems import Problem
    from tui.model.records import Article, Record
    from tui.search.engine import Completion, FacetValue, Filter, Index, Result


class EmbeddedLibrary(ProofLibrary):
    """Everything the screens ask, answered from one loaded corpus.

    Cheap to make: proofs are computed when first asked for, the search index when `prepare`
    runs in the background. Until then `search` gives a first look by plain substrings.
    """

    partial: ClassVar[bool] = False

    def __init__(
        self, loaded: Loaded, marks: Marks | None = None, cache: Path | None = None
    ) -> None:
        """Take a loaded corpus, the user's marks, and a folder for proofs, if there is one."""
        super().__init__(loaded, cache)
        self._marks = marks or Marks(None)
        self.own = OwnMarks(self._marks, str(loaded.path.resolve()), loaded.corpus)
        self.corpus: Corpus = loaded.corpus
        self.records: Sequence[Record] = tuple(loaded.corpus.records.values())
        self.names = {party.id: party.name for party in loaded.corpus.parties.values()}
        self._newest: Newest | None = Newest(loaded.corpus)
        self._index: Index | None = None
        self.query = ""
        self._result: Result | FirstLook | None = None

    @property
    def title(self) -> str:
        """The file of the corpus with its folder."""
        path = self.loaded.path.absolute()
        return f"{path.parent.name}/{path.name}"

    @property
    def source(self) -> str:
        """The text of the corpus file as it was read."""
        return self.loaded.source

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""
        return self.corpus.articles

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""
        return self.loaded.problems

    def record(self, record_id: str) -> Record:
        """One record."""
        return self.corpus.records[record_id]

    def article_text(self, article_id: str) -> str | None:
        """The text of an article."""
        text = self.corpus.texts.get(article_id)
        return text.text if text else None

    def as_known(self, until: date) -> EmbeddedLibrary:
        """The library over what the articles published by a day told."""
        from tui.proof.verify.as_of import known

        loaded = msgspec.structs.replace(self.loaded, corpus=known(self.corpus, until))
        return EmbeddedLibrary(loaded, self._marks)

    def search(self, query: str, sort: str | None = None) -> Result | FirstLook:
        """The records that a query finds, best first."""
        self.query = query
        # In this order: the index comes before the other goes.
        newest, index = self._newest, self._index
        if index is not None:
            self._result = index.search(query, sort=sort)
        else:
            self._result = FirstLook(newest or Newest(self.corpus), query)
        return self._result

    @property
    def listed(self) -> Collection[Record]:
        """The records that the last search found, in no order that matters."""
        result = self._result
        if result is None or not self.query:
            return self.records
        return Listed(result, self.corpus.records)

    def facets(self, result: Result | FirstLook) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common; nothing until the index is ready."""
        from tui.search.engine import Result

        if self._index is None or not isinstance(result, Result):
            return {}
        return self._index.facets(result)

    def with_filter(self, query: str, field: str, value: str) -> str:
        """The query with a filter added, or taken away when it is there."""
        from tui.search.engine import toggle_filter

        return toggle_filter(query, field, value)

    def without_filter(self, query: str, chip: Filter) -> str:
        """The query without one of its filters."""
        from tui.search.engine import remove_filter

        return remove_filter(query, chip)

    def completions(self, query: str, cursor: int) -> Sequence[Completion]:
        """Ways to complete the word at the cursor; none until the index is ready."""
        return self._index.complete(query, cursor) if self._index is not None else ()

    def search_marks(self, article_id: str) -> Sequence[tuple[int, int]]:
        """Where the words of the last search stand in an article."""
        from tui.search.engine import Result

        result = self._result
        return result.article_terms(article_id) if isinstance(result, Result) else ()

    def parties_near(self, article_id: str, start: int, end: int) -> list[str]:
        """Ids of the parties named around a stretch of an article, nearest first."""
        return parties_near(self.article_text(article_id) or "", start, end, self.corpus.parties)

    def payer_first(self, article_id: str, start: int, end: int) -> list[str]:
        """Ids of the two parties named nearest to a sum, the one who seems to pay first."""
        return payer_first(self.article_text(article_id) or "", start, end, self.corpus.parties)

    def parties_in(self, text: str) -> Collection[str]:
        """Ids of the parties that a text names."""
        return parties_near(text, 0, len(text), self.corpus.parties)

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        """An id for a new record."""
        return free_id(parties, published, self.corpus.records)

    def prepare(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Prove everything and build the search index; meant for a background thread."""
        from tui.search.engine import build

        on_progress("indexing", 0, len(self.records))
        if self._newest is not None:
            self._newest.read(cancelled)
        try:
            index = build(
                self.corpus,
                on_progress=lambda done, total: on_progress("indexing", done, total),
                cancelled=cancelled,
            )
        except CancelledError:
            return
        self._index = index
        self._newest = None
        index.warm(cancelled)
        try:
            self.proofs.prove_all(Task(on_progress, cancelled))
        except CancelledError:
            return
        index.set_proof(self.proofs.known_states())
        self.read_ahead(cancelled)
        on_progress("", len(self.records), len(self.records))
