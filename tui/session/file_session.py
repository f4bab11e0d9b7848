"""The session over files on this machine: one corpus, its proofs, its search, the user's marks."""

from __future__ import annotations

import threading
from bisect import insort
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, ClassVar, Self

import msgspec

from tui.model.locales import EN
from tui.model.messages import msg
from tui.model.task import UNATTENDED
from tui.platform.gc_pause import settle
from tui.platform.translation import tr
from tui.session.corpus_search import CorpusSearch
from tui.session.lazy_records import FoundRecords
from tui.session.origins import FileOrigins
from tui.session.own_marks import OwnMarks
from tui.session.protocol import Place
from tui.session.record_draft import free_id, parties_near
from tui.store.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.export.text.timeline_text import TimelineLine
    from tui.flows.edges import Edge
    from tui.flows.ego import Ego
    from tui.flows.party_page import PartyPage
    from tui.flows.trips import RoundTrip
    from tui.model.dates import Edtf
    from tui.model.locales import Locale
    from tui.model.mentions import Mention
    from tui.model.problems import IgnoredRule, Problem
    from tui.model.proofs import Anchor, ProofState, RecordProof
    from tui.model.records import Article, Evidence, Record
    from tui.model.source_files import FilePlace
    from tui.model.task import Task
    from tui.proof.audit.repair import Repair
    from tui.proof.events.record_proposals import RecordProposal
    from tui.proof.results.article_memo import ArticleMemo
    from tui.proof.results.proof_store import ProofStore
    from tui.proof.verify.disagreements import Disagreement
    from tui.search.engine import Completion, FacetValue, Filter, Index, Result
    from tui.search.index.mark_rows import MarkedRecord
    from tui.session.change_check import ChangedRecord
    from tui.session.checking import Report
    from tui.session.corpus_search import KeptIndex
    from tui.session.field_history import FieldHistory
    from tui.session.forms.choices import Choices
    from tui.session.intake import Intake
    from tui.session.origins import Origins
    from tui.session.parties import ListedParty, NameWithoutParty, PartyOverview
    from tui.session.preparing.process import PreparingProcess
    from tui.session.protocol import SearchResult, Session
    from tui.session.substring_search import SubstringResult
    from tui.store.opening import Opened
    from tui.store.shared_reviews import SharedReviews
    from tui.timeline.layout.lanes import Grouping
    from tui.timeline.marks.mark_cache import MarkCache
    from tui.timeline.marks.sizes import SizeRange
    from tui.timeline.timeline import Timeline

_READ_AHEAD = 2_000_000
"""Characters of article text whose figures are read before anybody asks for them: seconds."""
_MANY = 5000
"""Records from which on a process of its own is started where none of them is proved."""
_STEP = 16
"""After so many articles progress is reported."""


def _kept_index(cache: Path, loaded: Loaded) -> KeptIndex:
    from tui.store.index_file import IndexFile

    return IndexFile(cache, loaded)


class FileSession:
    """Everything that the app and the verbs ask, answered from one corpus as it was read.

    Cheap to make: proofs are read and found when they are first asked for, the search index is
    built by `prepare` in the background, or by `answer`. Until then `search` gives a first look
    by plain substrings. A corpus that is read again is another session.

    Attributes:
        loaded: The corpus as it was read, with what was wrong with it.
        corpus: Its records, articles and parties.
        locale: How the user reads figures and dates.
    """

    partial: ClassVar[bool] = False

    def __init__(
        self,
        loaded: Loaded,
        marks: Marks | None = None,
        cache: Path | None = None,
        *,
        locale: Locale = EN,
        memo: ArticleMemo | None = None,
        demo: bool = False,
        read_only: bool = False,
        marks_key: str = "",
        past: bool = False,
        opened: Opened | None = None,
        earlier: Index | None = None,
    ) -> None:
        """Take a loaded corpus.

        Args:
            loaded: The corpus.
            marks: The user's marks on all corpora; `None` for marks that last as long as this.
            cache: The folder in which proofs are kept; `None` for nowhere.
            locale: How the user reads figures and dates.
            memo: What others have made of article texts already.
            demo: Whether it is the corpus that ships with the program.
            read_only: Whether it may be read and not changed.
            marks_key: The key of its marks; found out when they are first asked for, when empty.
            past: Whether it is what was known on a day of the past.
            opened: The corpus with what opening it again needs to know; `None` where it is not one
                that was opened from its file.
            earlier: The search index of the corpus before the edit that opening it found.
        """
        self._demo, self._marks_key, self._past = demo, marks_key, past
        self._opened = opened
        self._read_only = read_only
        self.loaded, self.corpus, self.locale = loaded, loaded.corpus, locale
        self._marks, self._cache, self._memo = marks or Marks(None), cache, memo
        kept = None if cache is None else partial(_kept_index, cache, loaded)
        edit = None if opened is None else opened.edit
        self._search = CorpusSearch(loaded.corpus, locale, kept, edit, earlier)
        if opened is not None:
            # The corpus of before the edit goes as soon as the search knows it.
            self._opened = opened._replace(edit=None)
        self._places: dict[str, Sequence[Place]] = {}
        self._disagreements: Sequence[Disagreement] | None = None
        self._proofs: ProofStore | None = None
        self._own: OwnMarks | None = None
        self._preparing: PreparingProcess | None = None
        self._reading = threading.RLock()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        cache: Path | None = None,
        marks: Marks | None = None,
        locale: Locale = EN,
        task: Task = UNATTENDED,
        on_part: Callable[[Loaded], None] | None = None,
        demo: bool = False,
        read_only: bool = False,
        apart: bool = False,
        lasting: bool = False,
        before: Session | None = None,
    ) -> Self:
        """Open the corpus at a path; whatever is wrong with it is in its problems.

        Args:
            path: The YAML file.
            cache: The folder in which corpora and proofs are kept; `None` reads everything and
                keeps nothing.
            marks: The user's marks on all corpora; `None` for marks that last as long as this.
            locale: How the user reads figures and dates.
            task: Who waits for it.
            on_part: Called with what can be shown already of a large corpus, see
                `PartialSession`.
            demo: Whether it is the corpus that ships with the program, which is read only.
            read_only: Whether it may be read and not changed.
            apart: Whether a process of its own reads, indexes and proves what is large and not in
                the cache, so that no other thread of this one has to wait.
            lasting: Whether it stays open for long, so that memory counts more than 2 µs a record.
            before: The corpus as it was read before; of a large file only what was edited since
                is read.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.store.opening import open_again

        known = before._opened if isinstance(before, FileSession) else None
        preparing = None
        if apart and cache is not None:
            from tui.session.preparing.process import PreparingProcess

            preparing = PreparingProcess(path, cache)
        opened = open_again(
            path, known, cache_dir=cache, task=task, on_part=on_part, apart=preparing,
            lasting=lasting,
        )  # fmt: skip
        earlier = None
        if (
            isinstance(before, FileSession)
            and opened.edit is not None
            and opened.edit.before.records is before.corpus.records
        ):
            earlier = before._search.known()
        session = cls(
            opened.loaded, marks, cache, locale=locale, demo=demo, read_only=read_only,
            opened=opened, earlier=earlier,
        )  # fmt: skip
        session._preparing = preparing
        return session

    # What there is

    @property
    def title(self) -> str:
        """The file of the corpus with its folder."""
        if self._demo:
            return tr("demo corpus, read only")
        path = self.loaded.path.absolute()
        name = f"{path.parent.name}/{path.name}"
        return tr("{corpus}, read only").format(corpus=name) if self._read_only else name

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""
        return self.loaded.problems

    @cached_property
    def records(self) -> Sequence[Record]:
        """All records, in the order of the corpus."""
        return tuple(self.corpus.records.values())

    @property
    def record_count(self) -> int:
        """How many records there are."""
        return len(self.corpus.records)

    def has_record(self, record_id: str) -> bool:
        """Whether there is such a record."""
        return record_id in self.corpus.records

    def record(self, record_id: str) -> Record:
        """One record.

        Raises:
            KeyError: If there is none.
        """
        return self.corpus.records[record_id]

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""
        return self.corpus.articles

    def articles_in_time(self) -> Sequence[Article]:
        """All articles, the oldest first."""
        return self.corpus.in_time(self.corpus.articles)

    def article_text(self, article_id: str) -> str | None:
        """The text of an article."""
        text = self.corpus.texts.get(article_id)
        return text.text if text else None

    @property
    def ignored(self) -> Sequence[IgnoredRule]:
        """The findings that the file says to leave out."""
        return self.loaded.ignored

    @property
    def file_keys(self) -> Mapping[str, str]:
        """What the file says of itself."""
        folder = self.loaded.articles_dir.relative_to(self.loaded.path.parent)
        include = ", ".join(self.loaded.includes)
        return {"articles_dir": str(folder), "corpus": self.loaded.corpus_id, "include": include}

    def place(self, line: int) -> FilePlace:
        """The file that a line of a record is in, and its number there."""
        return self.corpus.place(line)

    @property
    def file_names(self) -> Sequence[str]:
        """The files of the corpus by name, the main one first."""
        return [self.loaded.path.name, *(file.name for file in self.corpus.files[1:])]

    def included_file(self, problem: Problem) -> str:
        """The name of the included file that a problem is in; empty for the main one."""
        for path, file in zip(self.loaded.paths[1:], self.corpus.files[1:], strict=True):
            if problem.file == str(path):
                return file.name
        return ""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name to show for every party id."""
        return self.corpus.party_names()

    @property
    def own(self) -> OwnMarks:
        """The user's own marks; whose they are is found out when they are first asked for."""
        own = self._own
        if own is None:
            from tui.store.corpus_identity import identity_of

            with self._reading:
                if self._own is None:
                    identity = identity_of(self.loaded, whole=not self.partial)
                    key = self._marks_key or self._marks.recognize(identity)
                    self._own = OwnMarks(
                        self._marks,
                        key,
                        self.corpus,
                        self.locale,
                        unread=self.loaded.source if self.loaded.errors else "",
                        shared=None if self._demo else self.shared_reviews,
                        # Without this session, which could not go otherwise.
                        reviewer=self._named_reviewer,
                        private=self._read_only,
                    )
                own = self._own
        return own

    @cached_property
    def shared_reviews(self) -> SharedReviews:
        """The reviews beside the corpus, which a team shares."""
        from tui.store.shared_reviews import SharedReviews

        return SharedReviews(self.loaded.path)

    @property
    def reviewer(self) -> str:
        """The name under which the user shares reviews: that of git, else of the system."""
        return self._named_reviewer()

    @cached_property
    def _named_reviewer(self) -> Callable[[], str]:
        path = self.loaded.path

        @cache
        def named() -> str:
            from tui.platform.git import user_name

            return user_name(path)

        return named

    @cached_property
    def origins(self) -> Origins:
        """Where the articles come from."""
        return FileOrigins(self.loaded)

    @cached_property
    def intake(self) -> Intake:
        """What lies beside the corpus and is new."""
        from tui.session.file_intake import FileIntake

        closed = self._demo or self._read_only or self._past or self.partial
        return FileIntake(self.loaded, closed=closed)

    def as_known(self, until: date) -> FileSession:
        """The corpus as the articles published by a day told it."""
        from tui.proof.verify.as_of import known

        loaded = msgspec.structs.replace(self.loaded, corpus=known(self.corpus, until))
        return FileSession(
            loaded,
            self._marks,
            locale=self.locale,
            memo=self.proofs.memo,
            marks_key=self.own.key,
            read_only=self._read_only,
            past=True,
        )

    def prepare(self, task: Task) -> None:
        """Prove everything and build the search index; meant for a background thread.

        Raises:
            CancelledError: If nobody waits any more; what is there can be used.
        """
        count = self.record_count
        task.report(msg("indexing"), 0, count)
        self._search.read(task)
        settle()
        self._give_back_memory()
        self._follow(task)
        self._search.build(task).warm(task)
        settle()
        self.own.marked()
        self.proofs.prove_all(task)
        self._search.merge(task)
        self._search.know_proofs(self.proofs.known_states())
        self._read_ahead(task)
        if not self._marks_key:
            # The corpus of an earlier day lacks records that are not gone.
            self.own.find_lost()
        self.proofs.save()
        settle()
        self._keep_corpus()
        self._give_back_memory()
        task.report("", count, count)

    def _give_back_memory(self) -> None:
        """Give back what reading or keeping a large corpus took for a while."""
        if self.record_count >= _MANY:
            from tui.platform.free_memory import give_back

            give_back()

    def build_index(self, task: Task) -> None:
        """Build the search index, and keep it.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self._search.build(task)

    def prove(self, task: Task) -> None:
        """Prove all records, and keep the proofs.

        Raises:
            CancelledError: If nobody waits any more; what is there can be used.
        """
        self.proofs.prove_all(task)
        self._read_ahead(task)
        self.proofs.save()

    def _follow(self, task: Task) -> None:
        """Take over what a process of its own makes of the corpus, as long as it does.

        Whatever it leaves undone is for the caller to do.
        """
        from tui.session.preparing.messages import IndexKept, ProofsKept, ProvedSince

        preparing, self._preparing = self._preparing, None
        if preparing is None:
            return
        try:
            if not self._is_prepared_by(preparing, task):
                return
            for message in preparing.messages(task):
                if isinstance(message, IndexKept):
                    self._search.take_kept()
                    self._search.build(task).warm(task)
                    settle()
                elif isinstance(message, ProvedSince):
                    self.proofs.foresee(message.states, message.counts)
                elif isinstance(message, ProofsKept):
                    self.proofs.take_kept()
                    settle()
        finally:
            preparing.end()

    def _is_prepared_by(self, preparing: PreparingProcess, task: Task) -> bool:
        """Whether a process works at this very state of the corpus; starts it where that helps."""
        from tui.proof.results.fingerprints import corpus_key

        if not preparing.started:
            if self.record_count < _MANY or self.proofs.has_kept:
                return False
            preparing.start()
            preparing.wait_until_read(task)
        return preparing.key == corpus_key(self.loaded.digest, self.corpus)

    def _keep_corpus(self) -> None:
        """Keep what was read for the next run, unless it is kept already."""
        from tui.store.opening import keep

        opened = self._opened
        if self._cache is not None and opened is not None and not opened.kept:
            keep(opened, self._cache)
            self._opened = opened._replace(kept=True)

    def _read_ahead(self, task: Task) -> None:
        """Read the figures of the articles, unless they are very many."""
        texts = self.corpus.texts
        if sum(len(text.text) for text in texts.values()) <= _READ_AHEAD:
            for article_id in self.corpus.articles:
                task.check()
                self.proofs.recorded(article_id)

    def written(self, record_id: str) -> str:
        """A record as it is written in the file, as an item of a list."""
        from tui.corpus.edit.file_edit import SpliceError
        from tui.session.field_history import written_record

        try:
            return written_record(self.loaded.source, record_id)
        except SpliceError:
            return ""

    def history(self, record_id: str, path: str) -> FieldHistory:
        """What became of a field, commit by commit.

        Raises:
            HistoryError: If the corpus has no history; the message says why.
        """
        from tui.corpus.joined_text import parts_of
        from tui.session.field_history import field_history

        record = self.corpus.records.get(record_id)
        name = self.place(record.line).name if record is not None else ""
        part = next(one for one in parts_of(self.loaded.source) if one.name == name)
        file = self.loaded.path.parent / name if name else self.loaded.path
        return field_history(file, part.text, record_id, path)

    # Search

    def found_records(self, found: SearchResult | None) -> Collection[Record]:
        """The records of a result, in no order that matters; `None` stands for all."""
        return self.records if found is None else FoundRecords(found, self.corpus.records)

    def search(self, query: str, sort: str | None = None) -> Result | SubstringResult:
        """The records that a query finds, as well as it can be answered now."""
        return self._search.search(query, sort, self._marked)

    def answer(self, query: str, task: Task = UNATTENDED, *, lenient: bool = False) -> Result:
        """The records that a query finds once all is known that it asks for.

        Args:
            query: As typed.
            task: Who waits for it.
            lenient: Whether a part that cannot be read is left out, instead of finding nothing.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.search.query.query_parser import parse

        index = self._search.build(task)
        read = parse(query)
        if read.sort.endswith("proof") or any(one.field == "proof" for one in read.filters):
            self.proofs.prove_all(task)
            self.proofs.save()
            index = self._search.know_proofs(self.proofs.known_states())
        return self._search.with_marks(index, self._marked, query).search(query, lenient=lenient)

    def _marked(self) -> Mapping[str, MarkedRecord]:
        """What the user added to each record, asked for only by queries about that."""
        return self.own.marked()

    def facets(self, result: SearchResult) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common; nothing until the index is ready."""
        return self._search.facets(result, self._marked)

    def articles_found(self, query: str) -> Sequence[str]:
        """The articles that have the words of a query, whether a record quotes them or not."""
        return self._search.articles(query)

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
        return self._search.completions(query, cursor, self._marked)

    # Time and money

    @cached_property
    def _time_marks(self) -> MarkCache:
        from tui.timeline.marks.mark_cache import MarkCache

        return MarkCache(self.corpus)

    def timeline(
        self,
        found: SearchResult | None,
        by: Grouping,
        articles: Collection[Article] | None = None,
        task: Task = UNATTENDED,
        sizes: SizeRange | None = None,
    ) -> Timeline:
        """Found records in time, see `Session.timeline`.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.timeline.timeline import Timeline

        records, cache = self.found_records(found), self._time_marks
        return Timeline.build(
            records, self.corpus, by, articles, cache=cache, locale=self.locale, task=task,
            sizes=sizes,
        )  # fmt: skip

    @property
    def sizes(self) -> SizeRange | None:
        """The range of all amounts; `None` where there are none, or it is not known yet."""
        return self._time_marks.sizes

    def in_time(self, found: SearchResult | None) -> Sequence[TimelineLine]:
        """Found records as lines in order of time; `None` stands for all."""
        from tui.export.text.timeline_text import timeline_list

        return timeline_list(self.corpus, self.found_records(found), self.locale)

    def export(self, path: Path, name: str, what: str, found: SearchResult | None) -> None:
        """Write found records in a format of other programs; `None` stands for all.

        Raises:
            ImportError: If a package is missing that the format needs.
            OSError: If the file cannot be written, or is one of the corpus.
        """
        from tui.export.selection import Selection, part_of
        from tui.session.export_files import write_export

        corpus = self.corpus
        if found is not None:
            corpus = part_of(corpus, self.found_records(found))
        write_export(path, name, what, Selection.of(corpus, self.proof, self.locale), self.loaded)

    def flows(self, found: SearchResult | None) -> Sequence[Edge]:
        """What the found deals move from whom to whom; `None` stands for all records."""
        from tui.flows.edges import edges

        return edges(self.found_records(found), self.corpus)

    def round_trips(self, flows: Sequence[Edge]) -> Sequence[RoundTrip]:
        """The money of some flows that comes back to where it came from."""
        from tui.flows.trips import round_trips

        return round_trips(flows, self.corpus)

    def ego(self, party_id: str, flows: Sequence[Edge]) -> Ego:
        """The part of some flows that touches one party."""
        from tui.flows.ego import ego

        return ego(party_id, flows, self.corpus)

    def party(self, party_id: str) -> PartyPage:
        """All about one party."""
        from tui.flows.party_page import party_page

        return party_page(party_id, self.corpus, self.proof)

    def listed_party(self, party_id: str) -> ListedParty | None:
        """A party with how often the records name it; `None` where the corpus has none such."""
        from tui.session.parties import listed_party

        party = self.corpus.parties.get(party_id)
        return listed_party(party, self.corpus) if party is not None else None

    def party_overview(self, task: Task) -> PartyOverview:
        """All parties, how often the records name each, and which are probably one.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.session.parties import party_overview

        return party_overview(self.corpus, task)

    def names_without_party(self, task: Task) -> Sequence[NameWithoutParty]:
        """The names in the articles that no party has; reads every article.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.session.parties import names_without_party

        return names_without_party(self.corpus, task)

    # Proof

    @property
    def proofs(self) -> ProofStore:
        """What is proved; what earlier runs kept is read when it is first asked for."""
        proofs = self._proofs
        if proofs is None:
            from tui.store.proof_file import proofs_of

            with self._reading:
                proofs = self._proofs = self._proofs or proofs_of(
                    self.loaded, self._cache, self._memo
                )
        return proofs

    def proof(self, record_id: str) -> RecordProof:
        """How far a record is proved."""
        return self.proofs.record(record_id)

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it has been checked already; never computes."""
        return self.proofs.known_state(record_id)

    def proof_counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, best first, as far as they are checked."""
        return self.proofs.counts()

    def places(self, article_id: str) -> Sequence[Place]:
        """Every quote of every record in an article, in order of the text."""
        places = self._places.get(article_id)
        if places is None:
            found: list[Place] = []
            for record_id, path, evidence in self.proofs.quotes(article_id):
                place = Place(record_id, path, evidence, self.quote_anchor(record_id, evidence))
                insort(found, place, key=lambda place: (place.anchor.start, place.anchor.end))
            places = self._places[article_id] = found
        return places

    def quote_anchor(self, record_id: str, evidence: Evidence) -> Anchor:
        """Where a quote of a record lies, out of the proof of the record."""
        self.proofs.record(record_id)
        return self.proofs.anchor(evidence.article, evidence)

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that the program reads in an article."""
        return self.proofs.mentions(article_id)

    def open_figures(self, article_id: str) -> Sequence[Mention]:
        """Figures of an article that no evidence covers and nobody dismissed."""
        return self.proofs.recorded(article_id).open

    def may_have_open_figures(self, article_id: str) -> bool:
        """Whether an article has open figures, or was not read yet; never reads."""
        known = self.proofs.known_recorded(article_id)
        return known is None or bool(known.open)

    def known_coverage(self, article_id: str) -> str | None:
        """How many of its figures are recorded, if they were read already; never reads."""
        known = self.proofs.known_recorded(article_id)
        return known.words if known else None

    def coverage(self, article_id: str) -> str:
        """How many of its figures are recorded, in words."""
        return self.proofs.recorded(article_id).words

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree."""
        if self._disagreements is None:
            from tui.proof.verify.disagreements import disagreements

            proofs = map(self.proofs.record, self.corpus.records)
            self._disagreements = tuple(disagreements(proofs))
        return self._disagreements

    def audit(self, task: Task) -> Sequence[Problem]:
        """What is wrong, worst first, without what the corpus file says to ignore.

        Raises:
            CancelledError: If nobody waits any more.
        """
        return [self._for_screen(one) for one in self.report(task=task).findings]

    def _for_screen(self, problem: Problem) -> Problem:
        """A finding with the name of its file, empty for the main one.

        One that leads to a record or an article keeps its line, by which its quote is found.
        """
        if not (problem.record or problem.article):
            problem = self.loaded.localized(problem)
        return msgspec.structs.replace(problem, file=self.included_file(problem))

    def report(
        self,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        *,
        coverage: bool = False,
        task: Task = UNATTENDED,
    ) -> Report:
        """Everything that is wrong: with the file, with what it names, and with what it says.

        Args:
            select: The only rules to report; all when empty.
            ignore: Rules to leave out.
            coverage: Whether to report the figures that nobody recorded, too.
            task: Who waits for it.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.intake.corpus.provenance import ORIGINAL_CHECKS, original_problems
        from tui.proof.audit.registry import CHECKS
        from tui.session.checking import all_rules, report

        rules = set(all_rules())
        wanted = (set(select) or rules) - set(ignore)
        optional = {name for name, check in CHECKS.items() if check.optional}
        ran = wanted - (optional - set(select) if not coverage else set())
        found = [*self.loaded.problems, *self.shared_reviews.problems]
        if wanted & set(ORIGINAL_CHECKS):
            found += original_problems(self.loaded)
        # Only what is wrong with the file itself may have been asked for.
        if wanted & set(CHECKS):
            file = str(self.loaded.path)
            audited = self.findings(select, ignore, coverage=coverage, task=task)
            found += [msgspec.structs.replace(one, file=file) for one in audited]
        return report(
            (one for one in found if one.code in wanted), self.loaded, ran=ran, wanted=wanted
        )

    def findings(
        self,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        *,
        coverage: bool = False,
        task: Task = UNATTENDED,
    ) -> Sequence[Problem]:
        """What checks of the audit find, see `proof.audit.registry.audit`.

        What the default checks found is kept, and answers for any choice of them as long as
        nothing changes.

        Raises:
            CancelledError: If nobody waits any more.
        """
        from tui.proof.audit.registry import CHECKS, audit

        optional = coverage or any(CHECKS[name].optional for name in select if name in CHECKS)
        kept = None if optional else self.proofs.findings()
        if kept is not None:
            return [
                one for one in kept if (not select or one.code in select) and one.code not in ignore
            ]
        found = audit(self.proofs, select=select, ignore=ignore, coverage=coverage, task=task)
        if not (select or ignore or coverage):
            self.proofs.keep_findings(found)
        self.proofs.save()
        return found

    def audit_figures(self, on_found: Callable[[Sequence[Problem]], None], task: Task) -> None:
        """Tell the figures that nobody recorded, article by article.

        Raises:
            CancelledError: If nobody waits any more; what was read until then is kept.
        """
        from tui.proof.audit.corpus_checks import figure_open
        from tui.session.checking import without_ignored

        try:
            for article_id in task.steps(tr("reading figures"), self.articles, _STEP):
                article = self.articles[article_id]
                found = [figure_open(article, one) for one in self.open_figures(article_id)]
                on_found(without_ignored(found, self.loaded))
        finally:
            self.proofs.save()

    def repair(self, problem: Problem) -> Repair | None:
        """What would repair a finding; `None` when it takes a person."""
        from tui.proof.audit.repair import repair

        return repair(self.proofs, problem)

    def check_titles(self) -> Mapping[str, str]:
        """What each rule is called."""
        from tui.session.checking import all_rules

        return {code: rule.title for code, rule in all_rules().items()}

    def save(self) -> None:
        """Keep for the next run what was found out in this one, unless it is kept already."""
        if self._proofs is not None:
            self._proofs.save()

    # Capture

    def proposal(self, article_id: str, start: int, end: int) -> RecordProposal | None:
        """What the first figure of a stretch would be recorded as; `None` where there is none."""
        from tui.proof.events.record_proposals import propose, propose_headcounts

        article, text = self.corpus.articles.get(article_id), self.article_text(article_id)
        if article is None or text is None:
            return None
        mentions = self.mentions(article_id)
        inside = [one for one in mentions if start <= one.start and one.end <= end]
        proposals = propose(
            text,
            mentions,
            self.corpus.parties,
            article.language,
            published=article.published,
            only=inside,
        ) or propose_headcounts(
            text,
            (start, end),
            mentions,
            self.corpus.parties,
            article.language,
            published=article.published,
        )
        return next(iter(proposals), None)

    def parties_in(self, text: str) -> Collection[str]:
        """Ids of the parties that a text names."""
        return parties_near(text, 0, len(text), self.corpus.parties)

    @cached_property
    def party_choices(self) -> Choices:
        """The parties to pick from in a form."""
        from tui.session.forms.party_fields import party_choices

        return party_choices(self.corpus.parties.values())

    def changed_record(self, text: str, record_id: str) -> ChangedRecord | None:
        """A record as a changed text of the corpus file would have it, read and proved."""
        from tui.session.change_check import changed_record

        return changed_record(self.loaded, text, record_id, self.proofs.memo)

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        """An id for a new record."""
        return free_id(parties, published, self.corpus.records)
