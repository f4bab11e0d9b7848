"""The proofs of a loaded corpus, as the screens ask for them: kept ones first, else found."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from tui.model.task import CancelledError, Task
from tui.session.protocol import Place
from tui.store.proof_file import proofs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import Anchor, ProofState, RecordProof
    from tui.model.records import Evidence
    from tui.proof.audit.repair import Repair
    from tui.proof.verify.disagreements import Disagreement

_READ_AHEAD = 2_000_000
"""Characters of article text whose figures are read before anybody asks for them: seconds."""
_STEP = 16
"""After so many articles progress is reported."""


class ProofLibrary:
    """What is proved of a loaded corpus, what sources disagree on, what nobody recorded."""

    def __init__(self, loaded: Loaded, cache: Path | None) -> None:
        """Take a loaded corpus, and a folder for proofs, if there is one."""
        self.loaded = loaded
        self.proofs = proofs_of(loaded, cache)
        self._anchored: dict[str, list[Place]] = {}
        self._disagreements: Sequence[Disagreement] | None = None

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
        placed = self._anchored.get(article_id)
        if placed is None:
            placed = []
            for record_id, path, evidence in self.proofs.quotes(article_id):
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
        return self.proofs.recorded(article_id).open

    def _anchor(self, record_id: str, evidence: Evidence) -> Anchor:
        """Where a quote lies: from the record's proof, which has located it already."""
        for field in self.proof(record_id).fields:
            for statement in field.statements:
                if statement.evidence == evidence:
                    return statement.anchor
        return self.proofs.anchor(evidence.article, evidence)

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that the program reads in an article."""
        return self.proofs.mentions(article_id)

    def known_coverage(self, article_id: str) -> str | None:
        """How many of its figures are recorded, if they were read already; never reads."""
        known = self.proofs.known_recorded(article_id)
        return known.words if known else None

    def audit(
        self, on_progress: Callable[[str, int, int], None], cancelled: Callable[[], bool]
    ) -> Sequence[Problem]:
        """What is wrong, worst first: the file's problems, then those of the proofs."""
        findings = self.proofs.findings()
        if findings is None:
            from tui.proof.audit.registry import audit

            try:
                findings = audit(self.proofs, task=Task(on_progress, cancelled))
            except CancelledError:
                return self.loaded.problems
            self.proofs.keep_findings(findings)
            self.proofs.save()
        return [*self.loaded.problems, *findings]

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
        self.proofs.save()

    def repair(self, problem: Problem) -> Repair | None:
        """What would repair a finding; `None` when it takes a person."""
        from tui.proof.audit.repair import repair

        return repair(self.proofs, problem)

    def check_titles(self) -> Mapping[str, str]:
        """What each check of the audit is called."""
        from tui.proof.audit.registry import CHECKS

        return {name: check.title for name, check in CHECKS.items()}

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which sources disagree."""
        if self._disagreements is None:
            from tui.proof.verify.disagreements import disagreements

            proofs = map(self.proofs.record, self.loaded.corpus.records)
            self._disagreements = tuple(disagreements(proofs))
        return self._disagreements

    def read_ahead(self, cancelled: Callable[[], bool]) -> None:
        """Read the figures of the articles, unless they are very many, and keep what was found."""
        corpus = self.loaded.corpus
        if sum(len(text.text) for text in corpus.texts.values()) <= _READ_AHEAD:
            for article_id in corpus.articles:
                if cancelled():
                    return
                self.proofs.recorded(article_id)
        self.proofs.save()
