"""The one interface between the screens and wherever the corpus lives.

The embedded library of this program implements it over files; a library on a database server
can stand behind the same words. Nothing above may know which one it talks to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from tui.model.proofs import Anchor
from tui.model.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import ProofState, RecordProof
    from tui.model.records import Article, Party, Record
    from tui.proof.statements import Disagreement
    from tui.search.index import Result


class Place(msgspec.Struct, frozen=True):
    """One quote of one record in an article."""

    record: str
    path: str
    evidence: Evidence
    anchor: Anchor


class Library(Protocol):
    """Everything that the screens may ask."""

    @property
    def title(self) -> str:
        """The name of the corpus for the head line."""

    @property
    def records(self) -> Sequence[Record]:
        """All records, in the order of the corpus."""

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""

    @property
    def parties(self) -> Mapping[str, Party]:
        """All parties by id."""

    @property
    def names(self) -> dict[str, str]:
        """The name to show for every party id."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""

    def record(self, record_id: str) -> Record:
        """One record.

        Raises:
            KeyError: If the corpus has no such record.
        """

    def article_text(self, article_id: str) -> str | None:
        """The text of an article as stored, `None` when it could not be read."""

    def search(self, query: str, sort: str | None = None) -> Result:
        """The records that a query finds, best first or in another order."""

    def proof(self, record_id: str) -> RecordProof:
        """How far a record is proved; computed on the first call for it."""

    def places(self, article_id: str) -> Sequence[Place]:
        """Every located quote of every record in an article, in order of the text."""

    def open_figures(self, article_id: str) -> Sequence[Mention]:
        """Figures of an article that no evidence covers and nobody dismissed."""

    def proof_counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, as far as they are checked."""

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it has been checked already; never computes."""

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree, in the order of the corpus."""

    def own_line(self, record_id: str) -> tuple[tuple[str, str], ...]:
        """The user's own marks on a record, as runs of text and style."""

    def starred(self, record_id: str) -> bool:
        """Whether the user starred a record."""
