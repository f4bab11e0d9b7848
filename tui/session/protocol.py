"""The one interface between the screens and wherever the corpus lives.

`FileSession` implements it over files; a session on a database server can stand behind the same
words, because nothing here gives away the whole corpus: screens ask for one record, one article,
what a query finds, and get plain values. Nothing above may know which one it talks to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

import msgspec

from tui.model.proofs import Anchor
from tui.model.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tui.export.text.timeline_text import TimelineLine
    from tui.flows.edges import Edge
    from tui.flows.ego import Ego
    from tui.flows.party_page import PartyPage
    from tui.flows.trips import RoundTrip
    from tui.model.dates import Edtf
    from tui.model.locales import Locale
    from tui.model.mentions import Mention
    from tui.model.problems import IgnoredRule, Problem
    from tui.model.proofs import ProofState, RecordProof
    from tui.model.records import Article, Record
    from tui.model.source_files import FilePlace
    from tui.model.task import Task
    from tui.proof.audit.repair import Repair
    from tui.proof.events.record_proposals import RecordProposal
    from tui.proof.verify.disagreements import Disagreement
    from tui.search.engine import Completion, FacetValue, Filter, QueryProblem, Snippet
    from tui.session.change_check import ChangedRecord
    from tui.session.field_history import FieldHistory
    from tui.session.forms.choices import Choices
    from tui.session.intake import Intake
    from tui.session.origins import Origins
    from tui.session.parties import ListedParty, NameWithoutParty, PartyOverview
    from tui.store.record_mark import LostMark
    from tui.timeline.layout.lanes import Grouping
    from tui.timeline.marks.sizes import SizeRange
    from tui.timeline.timeline import Timeline


class Place(msgspec.Struct, frozen=True):
    """One quote of one record in an article."""

    record: str
    path: str
    evidence: Evidence
    anchor: Anchor


class SearchHit(Protocol):
    """Why a record was found."""

    @property
    def record_id(self) -> str:
        """The record."""

    @property
    def matched(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The parts of its fields that matched, by field."""

    @property
    def snippet(self) -> Snippet | None:
        """A line of an article or a note that matched, where none of its fields says enough."""

    @property
    def figure(self) -> Sequence[tuple[int, int]]:
        """The parts of its main figure that matched."""


class SearchResult(Protocol):
    """What a query found: an order of records; their ids and reasons are given one by one."""

    @property
    def total(self) -> int:
        """How many records there are."""

    @property
    def problems(self) -> Sequence[QueryProblem]:
        """What of the query could not be read, and names that the corpus lacks."""

    @property
    def filters(self) -> Sequence[Filter]:
        """The filters of the query, with their places in it."""

    def record_id(self, position: int) -> str:
        """The record at a place of the order.

        Raises:
            IndexError: If there are not so many.
        """

    def position(self, record_id: str) -> int | None:
        """The place of a record in the order, `None` where it is not listed."""

    def hit(self, position: int) -> SearchHit:
        """Why the record at a place of the order is there.

        Raises:
            IndexError: If there are not so many.
        """

    def newest_first(self) -> Iterator[str]:
        """The ids of all found records, whatever their order is."""

    def article_terms(self, article_id: str) -> Sequence[tuple[int, int]]:
        """Where the words of the query stand in the text of an article."""


class UserMarks(Protocol):
    """The user's own stars, notes, reviews and searches of one corpus.

    Whatever changes one raises `StateError` when it cannot be kept.
    """

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file of marks was put, if one was found."""

    def refresh(self) -> bool:
        """Read what another instance may have written; whether anything was new."""

    def starred(self, record_id: str) -> bool:
        """Whether the user starred a record."""

    def note(self, record_id: str) -> str:
        """The user's note on a record."""

    def line(self, record_id: str) -> tuple[tuple[str, str], ...]:
        """All marks on a record as runs of text and style; nothing when there is none."""

    def toggle_star(self, record_id: str) -> None:
        """Star a record, or take the star away."""

    def set_note(self, record_id: str, note: str) -> None:
        """Write a note; an empty one takes it away."""

    def toggle_review(self, record_id: str) -> None:
        """Mark a record as checked today at its present content, or take a valid mark back."""

    def searches(self) -> Mapping[str, str]:
        """Saved searches by name."""

    def save_search(self, name: str, query: str) -> None:
        """Keep a search."""

    def history(self) -> Sequence[str]:
        """Queries typed before, oldest first."""

    def remember_query(self, query: str) -> None:
        """Keep a query in the history."""

    def undismissed(self, findings: Sequence[Problem]) -> Sequence[Problem]:
        """The findings that the user did not dismiss."""

    def toggle_dismissed(self, finding: Problem) -> None:
        """Dismiss a finding, or take that back."""

    @property
    def lost(self) -> Sequence[LostMark]:
        """Marks on records that are not in the corpus, with the records that took their place."""

    def move(self, lost: str, record_id: str) -> None:
        """Put the marks of a record that is gone on another one."""

    def place(self) -> str:
        """The record that was read last."""

    def remember_place(self, record_id: str) -> None:
        """Keep the record that is read."""


class Session(Protocol):
    """Everything that the screens may ask; any thread may."""

    partial: ClassVar[bool]
    """Whether more is still being read, so that nothing can be said to be missing."""

    # What there is

    @property
    def locale(self) -> Locale:
        """How the user reads figures and dates."""

    @property
    def title(self) -> str:
        """The name of the corpus for the head line."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""

    @property
    def record_count(self) -> int:
        """How many records there are."""

    def has_record(self, record_id: str) -> bool:
        """Whether there is such a record."""

    def record(self, record_id: str) -> Record:
        """One record.

        Raises:
            KeyError: If there is none.
        """

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""

    def articles_in_time(self) -> Sequence[Article]:
        """All articles, the oldest first."""

    def article_text(self, article_id: str) -> str | None:
        """The text of an article as stored, `None` when it could not be read."""

    @property
    def ignored(self) -> Sequence[IgnoredRule]:
        """The findings that the file says to leave out, in its order."""

    @property
    def file_keys(self) -> Mapping[str, str]:
        """What the file says of itself by its keys for texts, empty where it does not."""

    def place(self, line: int) -> FilePlace:
        """The file that a line of a record is in, as records count lines, and its number there."""

    @property
    def file_names(self) -> Sequence[str]:
        """The files of the corpus by name, the main one first."""

    def included_file(self, problem: Problem) -> str:
        """The name of the included file that a problem is in; empty for the main one."""

    @property
    def names(self) -> Mapping[str, str]:
        """The name to show for every party id."""

    @property
    def own(self) -> UserMarks:
        """The user's own marks."""

    def as_known(self, until: date) -> Session:
        """The corpus as the articles published by a day told it; still to be prepared."""

    def prepare(self, task: Task) -> None:
        """Prove everything and build the search index; meant for a background thread.

        Raises:
            CancelledError: If nobody waits any more; what is there can be used.
        """

    def written(self, record_id: str) -> str:
        """A record as it is written in the file, as an item of a list; meant for a worker.

        Empty where the file cannot be read as it is.
        """

    def history(self, record_id: str, path: str) -> FieldHistory:
        """What became of a field, commit by commit; meant for a worker.

        Raises:
            HistoryError: If the corpus has no history; the message says why.
        """

    # Search

    def search(self, query: str, sort: str | None = None) -> SearchResult:
        """The records that a query finds, best first or in another order."""

    def facets(self, result: SearchResult) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common, with counts."""

    def articles_found(self, query: str) -> Sequence[str]:
        """The articles that have the words of a query, whether a record quotes them or not.

        By id, in the order of the corpus; none for a query about records alone.
        """

    def with_filter(self, query: str, field: str, value: str) -> str:
        """The query with a filter added, or taken away when it is there."""

    def without_filter(self, query: str, chip: Filter) -> str:
        """The query without one of its filters."""

    def completions(self, query: str, cursor: int) -> Sequence[Completion]:
        """Ways to complete the word at the cursor."""

    # Time and money

    def timeline(
        self,
        found: SearchResult | None,
        by: Grouping,
        articles: Collection[Article] | None = None,
        task: Task = ...,
        sizes: SizeRange | None = None,
    ) -> Timeline:
        """Found records in time, in lanes by payer, payee, instrument, status or article.

        Args:
            found: What a query found; `None` for all records.
            by: What the lanes stand for.
            articles: Those to show the publication of; `None` for all.
            task: Who waits for it.
            sizes: The scale of the bars; by default that of all records of this session.

        Raises:
            CancelledError: If nobody waits any more.
        """

    @property
    def sizes(self) -> SizeRange | None:
        """The range of all amounts; `None` where there are none, or it is not known yet."""

    def in_time(self, found: SearchResult | None) -> Sequence[TimelineLine]:
        """Found records as lines in order of time; `None` stands for all."""

    def export(self, path: Path, name: str, what: str, found: SearchResult | None) -> None:
        """Write found records in a format of other programs; `None` stands for all.

        Args:
            path: The file.
            name: The format.
            what: A table, the flows or the corpus, as the format takes it.
            found: What is written.

        Raises:
            ImportError: If a package is missing that the format needs.
            OSError: If the file cannot be written, or is one of the corpus.
        """

    def flows(self, found: SearchResult | None) -> Sequence[Edge]:
        """What the found deals move from whom to whom; `None` stands for all records."""

    def round_trips(self, flows: Sequence[Edge]) -> Sequence[RoundTrip]:
        """The money of some flows that comes back to where it came from."""

    def ego(self, party_id: str, flows: Sequence[Edge]) -> Ego:
        """The part of some flows that touches one party."""

    def party(self, party_id: str) -> PartyPage:
        """All about one party."""

    def listed_party(self, party_id: str) -> ListedParty | None:
        """A party with how often the records name it; `None` where the corpus has none such."""

    def party_overview(self, task: Task) -> PartyOverview:
        """All parties, how often the records name each, and which are probably one.

        Raises:
            CancelledError: If nobody waits any more.
        """

    def names_without_party(self, task: Task) -> Sequence[NameWithoutParty]:
        """The names in the articles that no party has; reads every article.

        Raises:
            CancelledError: If nobody waits any more.
        """

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

    def may_have_open_figures(self, article_id: str) -> bool:
        """Whether an article has figures that nobody recorded, as far as is known; never reads."""

    def known_coverage(self, article_id: str) -> str | None:
        """How many of its figures are recorded, in words, if they were read; never reads."""

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree, in the order of the corpus."""

    def audit(self, task: Task) -> Sequence[Problem]:
        """Everything that is wrong, worst first; the figures that nobody recorded apart.

        The file of each is named as of `FilePlace`.

        Raises:
            CancelledError: If nobody waits any more.
        """

    def audit_figures(self, on_found: Callable[[Sequence[Problem]], None], task: Task) -> None:
        """Tell the figures of every article that nobody recorded, as they are read.

        Raises:
            CancelledError: If nobody waits any more; what was read until then is kept.
        """

    def repair(self, problem: Problem) -> Repair | None:
        """What would repair a finding; `None` when it takes a person."""

    def check_titles(self) -> Mapping[str, str]:
        """What each check of the audit is called."""

    # Articles

    @property
    def origins(self) -> Origins:
        """Where the articles come from."""

    @property
    def intake(self) -> Intake:
        """What lies beside the corpus and is new."""

    # Capture

    def proposal(self, article_id: str, start: int, end: int) -> RecordProposal | None:
        """What the first figure of a stretch would be recorded as; `None` where there is none."""

    def parties_in(self, text: str) -> Collection[str]:
        """Ids of the parties that a text names."""

    @property
    def party_choices(self) -> Choices:
        """The parties to pick from in a form."""

    def changed_record(self, text: str, record_id: str) -> ChangedRecord | None:
        """A record as a changed text of the corpus file would have it, read and proved.

        Meant for a background thread; `None` when the text has no such record.
        """

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        """An id for a new record."""
