"""The proofs of a loaded corpus, as the screens ask for them: kept ones first, else found."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from tui.model.cancellation import CancelledError
from tui.model.proofs import PROOF_STATES
from tui.model.records import field_rows
from tui.proof.verify.coverage import quotes_by_article
from tui.session import proof_cache
from tui.session.protocol import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import Anchor, ProofState, RecordProof
    from tui.model.records import Evidence
    from tui.proof.audit.repair import Repair
    from tui.proof.verify.coverage import Coverage, Quotes
    from tui.proof.verify.proof_records import Recorded
    from tui.proof.verify.prover import Prover
    from tui.proof.verify.statements import Disagreement

    Progress = Callable[[str, int, int], None]

_READ_AHEAD = 2_000_000
"""Characters of article text whose figures are read before anybody asks for them: seconds."""
_PART = 5000
"""After so many records what was proved is packed."""
_STEP = 16
"""After so many records or articles progress is told."""


class ProofLibrary:
    """What is proved of a loaded corpus, what sources disagree on, what nobody recorded."""

    def __init__(self, loaded: Loaded, cache: Path | None) -> None:
        """Take a loaded corpus, and a folder for proofs, if there is one."""
        self.loaded = loaded
        self._cache = cache
        self._keeping = proof_cache.read(cache, loaded)
        self._prover: Prover | None = None
        self._quotes: Quotes | None = None
        self._anchored: dict[str, list[Place]] = {}
        self.anew: set[str] = set()
        """Records and articles that had to be proved or read, as nothing kept held for them."""
        self._to_store = False
        self._proofs: dict[str, RecordProof] = {}
        self._disagreements: Sequence[Disagreement] | None = None
        self._findings: Sequence[Problem] | None = None

    @property
    def prover(self) -> Prover:
        """What proves, made when first needed."""
        if self._prover is None:
            from tui.proof.verify.prover import Prover

            self._prover = Prover(self.loaded.corpus, self._keeping)
        return self._prover

    def proof(self, record_id: str) -> RecordProof:
        """How far a record is proved."""
        proof = self._proofs.get(record_id)
        if proof is not None:
            return proof
        if self._keeping.unchanged:
            # What is kept is shown without loading what proves.
            record = self.loaded.corpus.records[record_id]
            proof = self._keeping.proof(record, field_rows(record))
        proof = proof or self.prover.record(record_id)
        self._proofs[record_id] = proof
        return proof

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it has been checked already; never computes."""
        return self._keeping.states.get(record_id)

    def known_states(self) -> Mapping[str, ProofState]:
        """The states of all records that have been checked already."""
        return self._keeping.states

    def proof_counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, best first, as far as they are checked."""
        return {state: self._keeping.counts[state] for state in reversed(PROOF_STATES)}

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
        return self._recorded(article_id).open

    def _recorded(self, article_id: str) -> Recorded | Coverage:
        return self._keeping.recorded(article_id) or self.prover.coverage(article_id)

    def _anchor(self, record_id: str, evidence: Evidence) -> Anchor:
        """Where a quote lies: from the record's proof, which has located it already."""
        for field in self.proof(record_id).fields:
            for statement in field.statements:
                if statement.evidence == evidence:
                    return statement.anchor
        return self.prover.anchor(evidence.article, evidence)

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that the program reads in an article."""
        return self.prover.mentions(article_id)

    def known_coverage(self, article_id: str) -> str | None:
        """How many of its figures are recorded, if they were read already; never reads."""
        known = self._keeping.recorded(article_id)
        if known is None and self._prover is not None:
            return self._prover.known_words(article_id)
        return known.words if known else None

    def audit(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> Sequence[Problem]:
        """What is wrong, worst first: the file's problems, then those of the proofs."""
        if self._findings is None:
            self._findings = self._keeping.findings()
        if self._findings is None:
            from tui.proof.audit import audit

            try:
                self._findings = audit(self.prover, on_progress=on_progress, cancelled=cancelled)
            except CancelledError:
                return self.loaded.problems
            self._keep(audited=True)
        return [*self.loaded.problems, *self._findings]

    def audit_figures(
        self,
        on_progress: Callable[[str, int, int], None],
        on_found: Callable[[Sequence[Problem]], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Tell the figures that nobody recorded, article by article; what was read is kept."""
        from tui.proof.audit.corpus_checks import figure_open

        articles = self.loaded.corpus.articles
        for done, article in enumerate(articles.values()):
            if done % _STEP == 0:
                if cancelled():
                    break
                on_progress("reading figures", done, len(articles))
            on_found([figure_open(article, mention) for mention in self.open_figures(article.id)])
        self._keep()

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
            from tui.proof.verify.statements import disagreements

            self._disagreements = disagreements(self.prover)
        return self._disagreements

    def _quotes_of(self, article_id: str) -> Sequence[tuple[str, str, Evidence]]:
        if self._quotes is None:
            self._quotes = quotes_by_article(self.loaded.corpus.records.values())
        return self._quotes.get(article_id, ())

    def prove_all(self, on_progress: Progress, cancelled: Callable[[], bool]) -> bool:
        """Prove every record, unless that is kept; whether it came to its end."""
        records = self.loaded.corpus.records
        for done, name in enumerate(() if self._keeping.unchanged else records):
            if cancelled():
                return False
            self.proof(name)
            if done % _STEP == 0:
                on_progress("checking proofs", done, len(records))
            if done % _PART == _PART - 1:
                self._put_away()
        return True

    def read_ahead(self, cancelled: Callable[[], bool]) -> None:
        """Read the figures of the articles, unless they are very many, and keep what was found."""
        corpus = self.loaded.corpus
        if sum(len(text.text) for text in corpus.texts.values()) <= _READ_AHEAD:
            for article_id in corpus.articles:
                if cancelled():
                    return
                self._recorded(article_id)
        self._keep()

    def _put_away(self) -> None:
        """Pack what was proved, a tenth of the memory; it is unpacked when asked for."""
        if self._prover is None:
            return
        self._keeping.kept = self._prover.keep(self._findings)
        self.anew |= self._prover.anew
        self._to_store = True
        self._prover = None
        self._proofs.clear()

    def _keep(self, *, audited: bool = False) -> None:
        """Pack what was found out since the last time, and store it for the next start."""
        anew = self._prover is not None and self._prover.anew
        if audited or anew or not self._keeping.unchanged:
            self._put_away()
        if self._to_store and self._cache is not None:
            self._to_store = False
            proof_cache.keep(self._cache, self.loaded, self._keeping.kept)
