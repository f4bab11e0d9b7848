"""The search of one corpus: by the index that was kept, or by substrings until there is one.

A worker builds what answers and puts it in the place of what answered before, in one step. What
answers is never changed, so that a query meanwhile is answered by the one or the other.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from tui.model.locales import EN
from tui.model.task import UNATTENDED
from tui.session.substring_search import SubstringSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.task import Task
    from tui.search.engine import Completion, FacetValue, Index, Result
    from tui.search.index.mark_rows import MarkedRecord, MarkRows
    from tui.search.overlay.edits import Edits
    from tui.session.substring_search import SubstringResult
    from tui.store.opening import Edit

    AskMarks = Callable[[], Mapping[str, MarkedRecord]]


_MANY = 5000
"""Records from which on opening the kept index takes less time than putting them into an order.

Fewer are listed before the modules of the search are loaded, which takes 0.03 s.
"""


_MERGED_FROM = 200
"""Edited records and articles from which on the index is built anew when nobody waits."""


class KeptIndex(Protocol):
    """Where the index of the corpus is kept between runs, e.g. an `IndexFile`."""

    def read(self) -> Mapping[str, memoryview] | None:
        """The sections of the index; `None` where there is none of this corpus."""

    def read_edited(
        self, before: tuple[str, Corpus] | None = None
    ) -> tuple[Mapping[str, memoryview], Edits | None] | None:
        """The sections of an index of an earlier corpus, with what was edited since.

        Args:
            before: A digest and a corpus, to look for an index of that; `None` for the present one.
        """

    def keep(self, sections: Mapping[str, memoryview]) -> Mapping[str, memoryview]:
        """Keep the sections of an index; gives them as they are kept, or back."""

    def keep_edits(self, sections: Mapping[str, memoryview], edits: Edits) -> None:
        """Keep what was edited since an index was built."""


class CorpusSearch:
    """Answers queries about one corpus, for any thread."""

    def __init__(
        self,
        corpus: Corpus,
        locale: Locale = EN,
        kept: Callable[[], KeptIndex] | None = None,
        edit: Edit | None = None,
        earlier: Index | None = None,
    ) -> None:
        """Take a corpus.

        Args:
            corpus: The corpus.
            locale: How the user reads figures and words.
            kept: Where its index is kept, asked when it is first needed; `None` for nowhere.
            edit: What became another since an earlier state of the corpus; `None` if that is not
                known.
            earlier: The index of that state, if it is there.
        """
        self._corpus, self._locale, self._kept = corpus, locale, kept
        self._edit, self._earlier = edit, earlier
        self._mark_rows: tuple[Mapping[str, MarkedRecord], MarkRows] | None = None
        self._kept_index: KeptIndex | None = None
        self._substrings: SubstringSearch | None = None
        self._index: Index | None = None
        self._building, self._preparing = threading.Lock(), threading.Lock()

    def search(
        self, query: str, sort: str | None = None, marked: AskMarks = dict
    ) -> Result | SubstringResult:
        """The records that a query finds, as well as it can be answered now.

        Args:
            query: As typed.
            sort: Another order than that of the query.
            marked: Gives what the user added to records, by id: the same mapping as long as
                nothing has changed.
        """
        # In this order: the index is there before the other goes.
        substrings, index = self._substrings, self._index
        if index is None and substrings is None and len(self._corpus.records) >= _MANY:
            index = self._opened()
        if index is not None:
            return self.with_marks(index, marked, query).search(query, sort=sort)
        return (substrings or self._substring_search()).search(query)

    def facets(self, result: object, marked: AskMarks = dict) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common; nothing where no index found them."""
        from tui.search.engine import Result

        if not isinstance(result, Result):
            return {}
        return self.with_marks(result.index, marked).facets(result)

    def articles(self, query: str) -> Sequence[str]:
        """Ids of the articles with the words of a query; none until the index is built."""
        index = self._index
        return index.articles(query) if index is not None else ()

    def completions(self, query: str, cursor: int, marked: AskMarks = dict) -> Sequence[Completion]:
        """Ways to complete the word at the cursor; none until the index is built."""
        index = self._index
        if index is None:
            return ()
        return self.with_marks(index, marked, query).complete(query, cursor)

    def with_marks(self, index: Index, marked: AskMarks, query: str | None = None) -> Index:
        """The index with the marks of the user as they are now, where a query asks for them.

        What is made of them is kept until they change. It grows with the marks, not the records.

        Args:
            index: The index.
            marked: Gives the marks.
            query: What is asked; `None` for whatever may be.
        """
        from tui.search.index.mark_rows import MarkRows
        from tui.search.query.fields import asks_for_marks

        if query is not None and not asks_for_marks(query):
            return index
        marks, known = marked(), self._mark_rows
        if known is None or known[0] is not marks:
            known = self._mark_rows = (marks, MarkRows.of(marks, index.row_of))
        return index.with_marks(known[1])

    def read(self, task: Task = UNATTENDED) -> None:
        """Read all texts for the search by substrings, until the index is built.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if self._index is None and self._opened() is None:
            self._substring_search().read(task)

    def build(self, task: Task = UNATTENDED) -> Index:
        """The index; opened or built unless it is there, and put in the place of what answered.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.search.engine import Index, sections_of

        index = self._opened()
        if index is None:
            with self._building:
                index = self._index
                if index is None:
                    sections: Mapping[str, memoryview] = sections_of(self._corpus, task)
                    if self._kept_index is not None:
                        sections = self._kept_index.keep(sections)
                    index = Index(self._corpus, sections, self._locale)
                    self._index, self._substrings = index, None
        return index

    def _opened(self) -> Index | None:
        """The index, if it is there or was kept, or that of before an edit; looked for once."""
        if self._index is not None or (self._kept is None and self._edit is None):
            return self._index
        with self._building:
            kept, self._kept = self._kept, None
            edit, self._edit = self._edit, None
            earlier, self._earlier = self._earlier, None
            if kept is not None:
                self._kept_index = kept()
            if self._index is None:
                self._index = self._edited(edit, earlier) or self._read_kept()
                self._substrings = None if self._index is not None else self._substrings
            return self._index

    def known(self) -> Index | None:
        """The index, if it is there or can be opened without waiting for somebody who builds it."""
        if self._index is None and self._building.locked():
            return None
        return self._opened()

    def _read_kept(self) -> Index | None:
        from tui.search.engine import Index

        kept = self._kept_index.read_edited() if self._kept_index is not None else None
        return None if kept is None else Index(self._corpus, kept[0], self._locale, kept[1])

    def _edited(self, edit: Edit | None, earlier: Index | None) -> Index | None:
        """The index of before an edit with what was edited; `None` where that is too much."""
        from tui.search.engine import Index, edits_since

        if edit is None:
            return None
        if earlier is not None:
            sections, known = earlier.sections, earlier.edits
        else:
            before = (edit.digest, edit.before)
            kept = self._kept_index.read_edited(before) if self._kept_index is not None else None
            if kept is None:
                return None
            sections, known = kept
        edits = edits_since(sections, known, edit.before, self._corpus, edit.touched)
        if edits is None:
            return None
        if self._kept_index is not None:
            self._kept_index.keep_edits(sections, edits)
        return Index(self._corpus, sections, self._locale, edits)

    def merge(self, task: Task) -> None:
        """Build the index anew where much was edited since it was built; it answers meanwhile.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.search.engine import Index, sections_of

        index = self._index
        if index is None or index.edits is None or len(index.edits) < _MERGED_FROM:
            return
        sections: Mapping[str, memoryview] = sections_of(self._corpus, task)
        if self._kept_index is not None:
            sections = self._kept_index.keep(sections)
        self._index = Index(self._corpus, sections, self._locale)

    def take_kept(self) -> None:
        """Take the index that another process has kept meanwhile, if it has."""
        with self._building:
            if self._index is None and (index := self._read_kept()) is not None:
                self._index, self._substrings = index, None

    def know_proofs(self, states: Mapping[str, str]) -> Index:
        """Answer from now on with how far each record is proved, by its id."""
        index = self._index = self.build().with_proofs(states)
        return index

    def _substring_search(self) -> SubstringSearch:
        with self._preparing:
            if self._substrings is None:
                self._substrings = SubstringSearch(self._corpus)
            return self._substrings
