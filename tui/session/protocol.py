"""The one interface between the screens and wherever the corpus lives.

The embedded library of this program implements it over files; a library on a database server
can stand behind the same words. Nothing above may know which one it talks to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias

import msgspec

from tui.model.proofs import Anchor
from tui.model.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import ProofState, RecordProof
    from tui.model.records import Article, Record
    from tui.proof.audit.repair import Repair
    from tui.proof.verify.disagreements import Disagreement
    from tui.search.engine import Completion, FacetValue, Filter, Result
    from tui.session.own_marks import OwnMarks
    from tui.session.substring_search import FirstLook

    Found: TypeAlias = Result | FirstLook


class Place(msgspec.Struct, frozen=True):
    """One quote of one record in an article."""

    record: str
    path: str
    evidence: Evidence
    anchor: Anchor


class Library(Protocol):
    """Everything that the screens may ask."""

    partial: ClassVar[bool]
    """Whether more is still being read, so that nothing can be said to be missing."""
    query: str
    """The query that was searched for last."""

    @property
    def title(self) -> str:
        """The name of the corpus for the head line."""

    @property
    def source(self) -> str:
        """The text of the corpus file as it was read, in which changes are placed."""

    @property
    def corpus(self) -> Corpus:
        """The records, articles and parties as values, for what is drawn from all of them."""

    @property
    def records(self) -> Sequence[Record]:
        """All records, in the order of the corpus."""

    @property
    def listed(self) -> Collection[Record]:
        """The records that the last search found, in no order that matters."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""

    @property
    def names(self) -> dict[str, str]:
        """The name to show for every party id."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""

    @property
    def own(self) -> OwnMarks:
        """The user's own marks."""

    def record(self, record_id: str) -> Record:
        """One record.

        Raises:
            KeyError: If the corpus has no such record.
        """

    def article_text(self, article_id: str) -> str | None:
        """The text of an article as stored, `None` when it could not be read."""

    def as_known(self, until: date) -> Library:
        """The library over what the articles published by a day told; still to be prepared."""

    def prepare(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Prove everything and build the search index; meant for a background thread."""

    # Search

    def search(self, query: str, sort: str | None = None) -> Found:
        """The records that a query finds, best first or in another order."""

    def search_marks(self, article_id: str) -> Sequence[tuple[int, int]]:
        """Where the words of the last search stand in an article."""

    def facets(self, result: Found) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common, with counts."""

    def with_filter(self, query: str, field: str, value: str) -> str:
        """The query with a filter added, or taken away when it is there."""

    def without_filter(self, query: str, chip: Filter) -> str:
        """The query without one of its filters."""

    def completions(self, query: str, cursor: int) -> Sequence[Completion]:
        """Ways to complete the word at the cursor."""

    # Proof

    def proof(self, record_id: str) -> RecordProof:
        """How far a record is proved; computed on the first call for it."""

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it has been checked already; never computes."""

    def proof_counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, as far as they are checked."""

    def places(self, article_id: str) -> Sequence[Place]:
        """Every located quote of every record in an article, in order of the text."""

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that the program reads in an article."""

    def open_figures(self, article_id: str) -> Sequence[Mention]:
        """Figures of an article that no evidence covers and nobody dismissed."""

    def known_coverage(self, article_id: str) -> str | None:
        """How many of its figures are recorded, in words, if they were read; never reads."""

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree, in the order of the corpus."""

    def audit(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> Sequence[Problem]:
        """Everything that is wrong, worst first; the figures that nobody recorded apart."""

    def audit_figures(
        self,
        on_progress: Callable[[str, int, int], None],
        on_found: Callable[[Sequence[Problem]], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Tell the figures of every article that nobody recorded, as they are read."""

    def repair(self, problem: Problem) -> Repair | None:
        """What would repair a finding; `None` when it takes a person."""

    def check_titles(self) -> Mapping[str, str]:
        """What each check of the audit is called."""

    # Capture

    def payer_first(self, article_id: str, start: int, end: int) -> list[str]:
        """Ids of the two parties named nearest to a sum, the one who seems to pay first."""

    def parties_near(self, article_id: str, start: int, end: int) -> list[str]:
        """Ids of the parties named around a stretch of an article, nearest first."""

    def parties_in(self, text: str) -> Collection[str]:
        """Ids of the parties that a text names."""

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        """An id for a new record."""
