"""The library over files on this machine: corpus, proofs, search and the user's own marks."""

from __future__ import annotations

import threading
from bisect import insort
from collections import Counter
from typing import TYPE_CHECKING

from tui.library import proof_cache
from tui.library.first_look import FirstLook
from tui.library.newcomers import free_id, parties_near
from tui.library.own_marks import OwnMarks
from tui.library.proof_cache import ArticleFigures
from tui.library.protocol import Place
from tui.model.proofs import PROOF_STATES
from tui.model.records import all_evidence
from tui.state.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.corpus import Corpus
    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import Anchor, ProofState, RecordProof
    from tui.model.records import Article, Evidence, Party, Record
    from tui.proof.audit.repair import Repair
    from tui.proof.prover import Prover
    from tui.proof.statements import Disagreement
    from tui.search.index import Completion, FacetValue, Filter, Index, Result


class EmbeddedLibrary:
    """Everything the screens ask, answered from one loaded corpus.

    Cheap to make: proofs are computed when first asked for, the search index when `prepare`
    runs in the background. Until then `search` gives a first look by plain substrings.
    """

    def __init__(
        self, loaded: Loaded, marks: Marks | None = None, cache: Path | None = None
    ) -> None:
        """Take a loaded corpus, the user's marks, and a folder for proofs, if there is one."""
        self.loaded = loaded
        self._cache = cache
        self._key = proof_cache.key_of(loaded) if cache else ""
        self._stored = proof_cache.load(cache, self._key)
        self.marks = marks or Marks(None)
        self.own = OwnMarks(self.marks, str(loaded.path.resolve()), loaded.corpus)
        self.corpus: Corpus = loaded.corpus
        self.records: Sequence[Record] = tuple(loaded.corpus.records.values())
        self.names = {party.id: party.name for party in loaded.corpus.parties.values()}
        self._prover: Prover | None = None
        self._index: Index | None = None
        self.query = ""
        self._result: Result | FirstLook | None = None
        self._quotes: dict[str, list[tuple[str, str, Evidence]]] | None = None
        self._anchored: dict[str, list[Place]] = {}
        stored = self._stored
        self._states: dict[str, ProofState] = dict(stored.states) if stored else {}
        self._counts: Counter[ProofState] = Counter(stored.counts if stored else {})
        self._proofs: dict[str, RecordProof] = {}
        self._disagreements: Sequence[Disagreement] | None = None
        self._counting = threading.Lock()

    @property
    def title(self) -> str:
        """The file of the corpus with its folder."""
        path = self.loaded.path
        return f"{path.parent.name}/{path.name}"

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles by id."""
        return self.corpus.articles

    @property
    def parties(self) -> Mapping[str, Party]:
        """All parties by id."""
        return self.corpus.parties

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with the corpus when it was read."""
        return self.loaded.problems

    @property
    def prover(self) -> Prover:
        """What proves, made when first needed."""
        if self._prover is None:
            from tui.proof.prover import Prover

            self._prover = Prover(self.corpus)
        return self._prover

    def record(self, record_id: str) -> Record:
        """One record."""
        return self.corpus.records[record_id]

    def article_text(self, article_id: str) -> str | None:
        """The text of an article."""
        text = self.corpus.texts.get(article_id)
        return text.text if text else None

    def search(self, query: str, sort: str | None = None) -> Result | FirstLook:
        """The records that a query finds, best first."""
        self.query = query
        if self._index is None:
            self._result = FirstLook(self.corpus, query)
        else:
            self._result = self._index.search(query, sort=sort)
        return self._result

    @property
    def listed(self) -> Sequence[Record]:
        """The records that the last search found."""
        result = self._result
        if result is None or not self.query:
            return self.records
        return [self.record(result.record_id(at)) for at in range(result.total)]

    def facets(self, result: Result | FirstLook) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common; nothing until the index is ready."""
        from tui.search.index import Result, facets

        if self._index is None or not isinstance(result, Result):
            return {}
        return facets(result, self._index)

    def with_filter(self, query: str, field: str, value: str) -> str:
        """The query with a filter added, or taken away when it is there."""
        from tui.search.index import toggle_filter

        return toggle_filter(query, field, value)

    def without_filter(self, query: str, chip: Filter) -> str:
        """The query without one of its filters."""
        from tui.search.index import remove_filter

        return remove_filter(query, chip)

    def completions(self, query: str, cursor: int) -> Sequence[Completion]:
        """Ways to complete the word at the cursor; none until the index is ready."""
        from tui.search.index import complete

        return complete(query, cursor, self._index) if self._index is not None else ()

    def search_marks(self, article_id: str) -> Sequence[tuple[int, int]]:
        """Where the words of the last search stand in an article."""
        from tui.search.index import Result

        result = self._result
        return result.article_terms(article_id) if isinstance(result, Result) else ()

    def proof(self, record_id: str) -> RecordProof:
        """How far a record is proved."""
        proof = self._proofs.get(record_id)
        if proof is not None:
            return proof
        proof = self._stored.record(record_id) if self._stored else None
        proof = proof or self.prover.record(record_id)
        self._proofs[record_id] = proof
        if record_id not in self._states:
            with self._counting:
                if record_id not in self._states:
                    self._counts.update(field.state for field in proof.fields)
                    self._states[record_id] = proof.state
        return proof

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it has been checked already; never computes."""
        return self._states.get(record_id)

    def known_states(self) -> Mapping[str, ProofState]:
        """The states of all records that have been checked already."""
        return self._states

    def proof_counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, best first, as far as they are checked."""
        return {state: self._counts[state] for state in reversed(PROOF_STATES)}

    def places(self, article_id: str) -> Sequence[Place]:
        """Every quote of every record in an article, in order of the text."""
        placed = self._anchored.get(article_id)
        if placed is None:
            placed = []
            for record_id, path, evidence in self._quotes_of(article_id):
                anchor = self._anchor(record_id, evidence)
                insort(
                    placed,
                    Place(record_id, path, evidence, anchor),
                    key=lambda place: (place.anchor.start, place.anchor.end),
                )
            self._anchored[article_id] = placed
        return placed

    def open_figures(self, article_id: str) -> Sequence[Mention]:
        """Figures of an article that no evidence covers and nobody dismissed."""
        return self._figures(article_id).open

    def _figures(self, article_id: str) -> ArticleFigures:
        stored = self._stored.article(article_id) if self._stored else None
        if stored is not None:
            return stored
        coverage = self.prover.coverage(article_id)
        figures = tuple(mention for mention, state, _ in coverage.mentions if state == "open")
        return ArticleFigures(figures, coverage.words)

    def _anchor(self, record_id: str, evidence: Evidence) -> Anchor:
        """Where a quote lies: from the record's proof, which has located it already."""
        for field in self.proof(record_id).fields:
            for statement in field.statements:
                if statement.evidence == evidence:
                    return statement.anchor
        return self.prover.anchor(evidence.article, evidence)

    def parties_near(self, article_id: str, start: int, end: int) -> list[str]:
        """Ids of the parties named around a stretch of an article, nearest first."""
        return parties_near(self.article_text(article_id) or "", start, end, self.parties)

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        """An id for a new record."""
        return free_id(parties, published, self.corpus.records)

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that the program reads in an article."""
        return self.prover.mentions(article_id)

    def coverage_words(self, article_id: str) -> str:
        """How many of an article's figures are recorded, in words."""
        return self._figures(article_id).words

    def audit(self, on_progress: Callable[[str, int, int], None]) -> list[Problem]:
        """Everything that is wrong, worst first: the file's problems, then those of the proofs."""
        from tui.proof.audit import audit

        found = audit(
            self.prover,
            coverage=True,
            on_progress=lambda done, total: on_progress("checking", done, total),
        )
        return [*self.problems, *found]

    def repair(self, problem: Problem) -> Repair | None:
        """What would repair a finding; `None` when it takes a person."""
        from tui.proof.audit.repair import repair

        return repair(self.prover, problem)

    def check_titles(self) -> Mapping[str, str]:
        """What each check of the audit is called."""
        from tui.proof.audit import CHECKS

        return {name: check.title for name, check in CHECKS.items()}

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree."""
        if self._disagreements is None:
            from tui.proof.statements import disagreements

            self._disagreements = disagreements(self.prover)
        return self._disagreements

    def _quotes_of(self, article_id: str) -> Sequence[tuple[str, str, Evidence]]:
        if self._quotes is None:
            self._quotes = {}
            for record in self.records:
                for path, evidence in all_evidence(record):
                    quotes = self._quotes.setdefault(evidence.article, [])
                    quotes.append((record.id, path, evidence))
        return self._quotes.get(article_id, ())

    def prepare(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Prove everything and build the search index; meant for a background thread."""
        from tui.search.index import CancelledError, build

        try:
            index = build(
                self.corpus,
                on_progress=lambda done, total: on_progress("indexing", done, total),
                cancelled=cancelled,
            )
        except CancelledError:
            return
        self._index = index
        total = len(self.records)
        for done, record in enumerate(self.records if self._stored is None else ()):
            if cancelled():
                return
            self.proof(record.id)
            if done % 64 == 0:
                on_progress("checking proofs", done, total)
        index.set_proof(dict(self._states))
        if self._stored is None and self._cache is not None:
            proofs = {record.id: self.proof(record.id) for record in self.records}
            figures = {article: self._figures(article) for article in self.articles}
            proof_cache.save(self._cache, self._key, proofs, figures)
        on_progress("", total, total)
