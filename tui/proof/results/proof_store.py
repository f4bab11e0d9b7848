"""The one place where the results of proving a corpus are kept: unpacked, packed, and stored.

Any number of threads may ask at once. What they share is of two kinds: a snapshot of packed results
that is never changed, only replaced by a newer one; and the results found since, which are added to
under a lock and leave it only after a snapshot with them was put in its place. So a thread finds
either the result or nothing, and with nothing it proves again, which gives the same.
"""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import msgspec

from tui.model.messages import msg
from tui.model.proofs import PROOF_STATES
from tui.model.records import all_evidence, field_rows
from tui.model.task import UNATTENDED
from tui.platform.gc_pause import settle
from tui.proof.results.article_memo import ArticleMemo
from tui.proof.results.fingerprints import article_key, record_key
from tui.proof.results.proof_records import (
    NOTHING,
    ProofEntry,
    ProofSnapshot,
    Recorded,
    pack_findings,
    pack_mentions,
    pack_proof,
    pack_recorded,
    unpack_findings,
    unpack_mentions,
    unpack_proof,
    unpack_recorded,
)
from tui.proof.results.unsourced import unsourced
from tui.proof.verify.coverage import cover, quotes_by_article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.corpus import Corpus
    from tui.model.mentions import Mention
    from tui.model.problems import Problem
    from tui.model.proofs import Anchor, ProofState, RecordProof
    from tui.model.records import Dismissal, Evidence, FieldRow, Record
    from tui.model.task import Task
    from tui.proof.quotes.locate import Locator
    from tui.proof.verify.coverage import Coverage, Quotes
    from tui.proof.verify.prover import Prover

_PACKED_AFTER = 5000
"""So many proved records are packed at once: unpacked they take some 50 MB."""
_STEP = 16
"""After so many records progress is reported: some milliseconds."""
_SOUND = frozenset({"exact", "moved"})
"""Anchors whose quote says what the article says."""


class ProofStorage(Protocol):
    """Where the results of a corpus stay between two runs."""

    def read(self) -> ProofSnapshot:
        """What was written last; an empty snapshot where nothing is or it is damaged."""

    def write(self, snapshot: ProofSnapshot) -> None:
        """Replace what was written; where that fails, the next run proves again."""


@dataclass(slots=True)
class _Results:
    """What was asked for since the last packing, unpacked; added to under the store's lock."""

    rows: dict[str, tuple[FieldRow, ...]] = field(default_factory=dict)
    evidence: dict[str, tuple[tuple[str, Evidence], ...]] = field(default_factory=dict)
    records: dict[str, RecordProof] = field(default_factory=dict)
    anchors: dict[tuple[str, str, str, str], Anchor] = field(default_factory=dict)
    figures: dict[str, Sequence[Mention]] = field(default_factory=dict)
    recorded: dict[str, Recorded] = field(default_factory=dict)
    confirmed_records: dict[str, ProofEntry] = field(default_factory=dict)
    """Entries of an earlier state of the corpus that hold in this one."""
    confirmed_figures: dict[str, ProofEntry] = field(default_factory=dict)
    proved: set[str] = field(default_factory=set)
    """Records that no entry holds for."""
    read: set[str] = field(default_factory=set)
    """Articles that no entry holds for."""


class ProofStore:
    """Proofs, figures and findings of one corpus: kept ones where they hold, else found.

    Attributes:
        corpus: The corpus.
        memo: What was made of article texts, for other states of this corpus.
        computed: Records that were proved and articles that were read, as nothing kept held.
    """

    def __init__(
        self,
        corpus: Corpus,
        storage: ProofStorage | None = None,
        corpus_key: str = "",
        memo: ArticleMemo | None = None,
    ) -> None:
        """Take a corpus and what earlier runs found out about it.

        Args:
            corpus: The corpus.
            storage: Where results are read from now and written to by `save`; `None` for nowhere.
            corpus_key: The name of the corpus, see `fingerprints.corpus_key`; empty where it has
                none, so that every kept entry is compared with its fingerprint.
            memo: What others have made of article texts already.
        """
        self.corpus = corpus
        self.computed: set[str] = set()
        self.memo = memo or ArticleMemo()
        self._storage, self._corpus_key = storage, corpus_key
        kept = storage.read() if storage is not None else ProofSnapshot()
        unchanged = bool(corpus_key) and kept.corpus == corpus_key
        self._has_kept = bool(kept.states or kept.records)
        self._holding = ProofSnapshot()
        """Packed results that hold for this corpus, but for its states."""
        self._earlier = msgspec.structs.replace(kept, states={})
        """Packed results of an earlier state of the corpus: each may hold or not."""
        self._states: dict[str, ProofState] = {}
        if unchanged:
            self._hold(kept)
        self._unsaved = not unchanged
        self._results = _Results()
        self._counts: Counter[ProofState] = Counter(self._holding.counts)
        self._foreseen: dict[str, ProofState] = {}
        self._foreseen_counts: Mapping[ProofState, int] = {}
        self._findings: Sequence[Problem] | None = None
        self._adding = threading.Lock()
        self._packing = threading.Lock()
        self._prover: Prover | None = None
        self._quotes: Quotes | None = None
        self._article_keys: dict[str, str] = {}

    @property
    def prover(self) -> Prover:
        """What proves; loaded when the first result is asked for that nothing kept holds."""
        prover = self._prover
        if prover is None:
            from tui.proof.verify.prover import Prover

            with self._adding:
                prover = self._prover = self._prover or Prover(self.corpus, self.memo)
        return prover

    # Records

    def rows(self, record: Record) -> tuple[FieldRow, ...]:
        """The fields of a record."""
        results = self._results
        rows = results.rows.get(record.id)
        if rows is None:
            rows = results.rows[record.id] = field_rows(record)
        return rows

    def evidence(self, record: Record) -> tuple[tuple[str, Evidence], ...]:
        """Every evidence of a record with the path of its first field."""
        results = self._results
        evidence = results.evidence.get(record.id)
        if evidence is None:
            evidence = results.evidence[record.id] = all_evidence(record)
        return evidence

    def record(self, record_id: str) -> RecordProof:
        """How far a record is proved.

        Raises:
            KeyError: If the corpus has no such record.
        """
        proof = self._results.records.get(record_id)
        if proof is None:
            record = self.corpus.records[record_id]
            proof = unsourced(record_id, self.rows(record)) or self._unpacked(record)
            proved = proof is None
            if proof is None:
                proof = self.prover.record(record_id)
            self._add(proof, proved=proved)
        return proof

    def _unpacked(self, record: Record) -> RecordProof | None:
        """The proof of a record out of an entry that holds."""
        rows = self.rows(record)
        entry = self._holding.records.get(record.id)
        confirmed = entry is None
        if entry is None:
            entry = self._earlier.records.get(record.id)
            if entry is None or not entry.key or entry.key != self.key(record):
                return None
        proof = unpack_proof(entry.packed, record.id, rows)
        if confirmed and proof is not None:
            with self._adding:
                self._results.confirmed_records[record.id] = entry
        return proof

    def _add(self, proof: RecordProof, *, proved: bool) -> None:
        with self._adding:
            results = self._results
            results.records[proof.record] = proof
            if proved:
                results.proved.add(proof.record)
                self.computed.add(proof.record)
                self._unsaved = True
            for one in proof.fields:
                for statement in one.statements:
                    evidence = statement.evidence
                    results.anchors[_place(evidence.article, evidence)] = statement.anchor
            # Two threads may have proved it.
            if proof.record not in self._states:
                self._counts.update(one.state for one in proof.fields)
                self._states[proof.record] = proof.state

    def anchor(self, article_id: str, evidence: Evidence | Dismissal) -> Anchor:
        """Where a quote lies."""
        place = _place(article_id, evidence)
        anchor = self._results.anchors.get(place)
        if anchor is None:
            anchor = self.prover.anchor(article_id, evidence)
            with self._adding:
                self._results.anchors[place] = anchor
        return anchor

    def locator(self, article_id: str) -> Locator | None:
        """What finds other quotes in an article; `None` when it has no text."""
        return self.prover.locator(article_id)

    def _hold(self, kept: ProofSnapshot) -> None:
        """Take over kept results of this very corpus.

        Its own ids take the place of those that were read, which would be texts of their own.
        """
        names, states, entries = self.corpus.records, kept.states, kept.records
        self._states = {name: states[name] for name in names if name in states}
        records = {name: entries[name] for name in names if name in entries}
        self._holding = msgspec.structs.replace(kept, states={}, records=records)
        self._earlier = ProofSnapshot()

    @property
    def complete(self) -> bool:
        """Whether the state of every record is known."""
        return len(self._states) == len(self.corpus.records)

    def known_state(self, record_id: str) -> ProofState | None:
        """The state of a record if it is known already; never proves."""
        return self._states.get(record_id) or self._foreseen.get(record_id)

    def known_states(self) -> Mapping[str, ProofState]:
        """The states of all records as far as they are known now."""
        with self._adding:
            return dict(self._states)

    def counts(self) -> Mapping[ProofState, int]:
        """How many fields are in each state, best first, as far as they are known now."""
        with self._adding:
            known = self._counts
            if sum(self._foreseen_counts.values()) > known.total():
                known = Counter(self._foreseen_counts)
            return {state: known[state] for state in reversed(PROOF_STATES)}

    @property
    def has_kept(self) -> bool:
        """Whether an earlier run has left proofs, of this state of the corpus or another."""
        return self._has_kept

    def foresee(self, states: Mapping[str, ProofState], counts: Mapping[ProofState, int]) -> None:
        """Take what another process has found out, and is about to keep.

        It is shown until the records are proved here, or `take_kept` has the proofs.

        Args:
            states: The states of records that it has proved since the last call.
            counts: How many fields are in each state by now.
        """
        self._foreseen |= states
        self._foreseen_counts = counts

    def take_kept(self) -> None:
        """Take what another process has kept of this state of the corpus meanwhile, if it has."""
        if self._storage is None or not self._corpus_key:
            return
        kept = self._storage.read()
        if kept.corpus != self._corpus_key:
            return
        with self._adding:
            findings = self._holding.findings
            self._hold(kept)
            self._counts = Counter(kept.counts)
            self._foreseen, self._foreseen_counts = {}, {}
            self._unsaved = findings != NOTHING
            if self._unsaved:
                self._holding = msgspec.structs.replace(self._holding, findings=findings)

    def by_article(self) -> list[str]:
        """The ids of all records, those together that quote one article first.

        In this order an article is folded and read once, whatever the order of the file is; else
        that is the order.
        """
        groups: dict[str, list[str]] = {}
        for name, record in self.corpus.records.items():
            article = next((evidence.article for _, evidence in all_evidence(record)), "")
            groups.setdefault(article, []).append(name)
        return [name for group in groups.values() for name in group]

    def prove_all(self, task: Task = UNATTENDED) -> None:
        """Prove every record whose state is not known, and pack in between.

        Raises:
            CancelledError: As soon as nobody waits any more; what was proved until then is kept.
        """
        if self.complete:
            return
        records = self.by_article()
        for done, name in enumerate(task.steps(msg("checking proofs"), records, _STEP), start=1):
            self.record(name)
            if done % _PACKED_AFTER == 0:
                self.pack()
                settle()
        self._foreseen, self._foreseen_counts = {}, {}

    # Articles

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """Every figure that an article states."""
        found = self._results.figures.get(article_id)
        if found is not None:
            return found
        entry = self._holding.figures.get(article_id)
        confirmed = entry is None
        if entry is None:
            entry = self._earlier.figures.get(article_id)
            if entry is not None and entry.key != self._article_key(article_id):
                entry = None
        found = unpack_mentions(entry.packed) if entry is not None else None
        read = found is None
        if found is None:
            found = self.prover.mentions(article_id)
        with self._adding:
            results = self._results
            results.figures[article_id] = found
            if read:
                results.read.add(article_id)
                self.computed.add(article_id)
                self._unsaved = True
            elif confirmed and entry is not None:
                results.confirmed_figures[article_id] = entry
        return found

    def quotes(self, article_id: str) -> Sequence[tuple[str, str, Evidence]]:
        """Every evidence out of an article: its record, the path of its first field, and it."""
        if self._quotes is None:
            self._quotes = quotes_by_article(self.corpus.records.values())
        return self._quotes.get(article_id, ())

    def coverage(self, article_id: str) -> Coverage:
        """Which figures of an article are recorded, dismissed or open."""
        quotes = self.quotes(article_id)
        for record_id in {record_id for record_id, _, _ in quotes}:
            self.record(record_id)  # A kept proof knows where its quotes lie.
        anchored = [
            (anchor.start, anchor.end, record_id)
            for record_id, _, evidence in quotes
            if (anchor := self.anchor(article_id, evidence)).state in _SOUND
        ]
        article = self.corpus.articles.get(article_id)
        dismissed = [
            (anchor.start, anchor.end)
            for item in (article.not_a_deal if article else ())
            if (anchor := self.anchor(article_id, item)).state in _SOUND
        ]
        return cover(article_id, self.mentions(article_id), anchored, dismissed)

    def recorded(self, article_id: str) -> Recorded:
        """How much of an article is recorded."""
        known = self.known_recorded(article_id)
        if known is None:
            coverage = self.coverage(article_id)
            known = Recorded(coverage.open, coverage.words)
            with self._adding:
                self._results.recorded[article_id] = known
                self._unsaved = True
        return known

    def known_recorded(self, article_id: str) -> Recorded | None:
        """How much of an article is recorded, if that is known already; never reads."""
        known = self._results.recorded.get(article_id)
        if known is None:
            packed = self._holding.recorded.get(article_id)
            known = unpack_recorded(packed) if packed is not None else None
        return known

    # Findings

    def findings(self) -> Sequence[Problem] | None:
        """What the default checks of the audit found; `None` where they did not run yet."""
        if self._findings is None:
            self._findings = unpack_findings(self._holding.findings)
        return self._findings

    def keep_findings(self, findings: Sequence[Problem]) -> None:
        """Keep what the default checks of the audit found."""
        with self._adding:
            self._findings = tuple(findings)
            self._holding = msgspec.structs.replace(self._holding, findings=pack_findings(findings))
            self._unsaved = True

    # Packing and storing

    def pack(self) -> None:
        """Pack what was found since the last time, and forget it unpacked.

        Those who ask meanwhile find it unpacked until it is packed.
        """
        with self._packing:
            with self._adding:
                results = self._results
                proofs = {name: results.records[name] for name in results.proved}
                figures = {name: results.figures[name] for name in results.read}
                records, articles = dict(results.confirmed_records), dict(results.confirmed_figures)
                recorded = dict(results.recorded)
            for name, proof in proofs.items():
                record = self.corpus.records[name]
                records[name] = ProofEntry(self.key(record), pack_proof(proof))
            for name, mentions in figures.items():
                articles[name] = ProofEntry(self._article_key(name), pack_mentions(mentions))
            with self._adding:
                old = self._holding
                self._holding = msgspec.structs.replace(
                    old,
                    records={**old.records, **records},
                    figures={**old.figures, **articles},
                    recorded={
                        **old.recorded,
                        **{name: pack_recorded(one) for name, one in recorded.items()},
                    },
                )
                self._results = _found_since(results, records, articles, recorded)

    def snapshot(self) -> ProofSnapshot:
        """All that is packed, for another run: what holds, and what may hold again."""
        with self._adding:
            holding, earlier = self._holding, self._earlier
            states, counts = dict(self._states), dict(self._counts)
        records = {**earlier.records, **holding.records}
        figures = {**earlier.figures, **holding.figures}
        corpus = self.corpus
        records = {name: records[name] for name in corpus.records if name in records}
        figures = {name: figures[name] for name in corpus.texts if name in figures}
        if len(states) < len(corpus.records):
            return ProofSnapshot(records=records, figures=figures)
        return ProofSnapshot(
            self._corpus_key, states, counts, records, figures, holding.recorded, holding.findings
        )

    def save(self) -> None:
        """Pack, and write what is kept for the next run unless it is there already."""
        with self._adding:
            unsaved, self._unsaved = self._unsaved, False
        if unsaved:
            self.pack()
            if self._storage is not None:
                self._storage.write(self.snapshot())

    def key(self, record: Record) -> str:
        """What the proof of a record depends on; empty where that is not the record alone."""
        return record_key(self.rows(record), record, self.corpus, self._article_key)

    def _article_key(self, article_id: str) -> str:
        key = self._article_keys.get(article_id)
        if key is None:
            key = self._article_keys[article_id] = article_key(article_id, self.corpus)
        return key


def _found_since(
    results: _Results,
    records: Mapping[str, ProofEntry],
    figures: Mapping[str, ProofEntry],
    recorded: Mapping[str, Recorded],
) -> _Results:
    """What other threads added to the results while these were packed."""
    since = _Results(proved=results.proved - records.keys(), read=results.read - figures.keys())
    since.records = {name: results.records[name] for name in since.proved}
    since.figures = {name: results.figures[name] for name in since.read}
    since.confirmed_records = {
        name: entry for name, entry in results.confirmed_records.items() if name not in records
    }
    since.confirmed_figures = {
        name: entry for name, entry in results.confirmed_figures.items() if name not in figures
    }
    since.recorded = {name: one for name, one in results.recorded.items() if name not in recorded}
    return since


def _place(article_id: str, evidence: Evidence | Dismissal) -> tuple[str, str, str, str]:
    """All that the anchor of a quote depends on, the text of its article aside."""
    return article_id, evidence.quote, evidence.prefix, evidence.suffix
