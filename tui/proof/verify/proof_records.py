"""Proofs and figures as plain values, so that they can be stored and need not be found again.

Every entry is kept with the fingerprint of what it depends on (`fingerprints.py`). Where the whole
corpus is as it was, the entries are taken without asking for their names one by one.
"""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from tui.model.mentions import Mention
from tui.model.problems import Problem
from tui.model.proofs import (
    Anchor,
    AnchorState,
    FieldProof,
    ProofState,
    RecordProof,
    Statement,
    ValueCheck,
)
from tui.proof.verify.fingerprints import article_key, record_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import FieldRow, Record
    from tui.proof.verify.coverage import Coverage

_DAMAGED = (msgspec.DecodeError, ValueError, IndexError)
_FROM_NOTHING, _FROM_RECORD, _FROM_SOURCE = 0, 1, 2


NOTHING = msgspec.Raw(b"null")


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing that was found out: the name of what it depends on, and the thing, encoded."""

    key: str
    packed: msgspec.Raw


class Recorded(msgspec.Struct, frozen=True, array_like=True):
    """How much of what an article states is recorded.

    Attributes:
        open: Figures that nobody recorded or dismissed.
        words: The share that is recorded, in words.
    """

    open: tuple[Mention, ...]
    words: str


class Kept(msgspec.Struct, frozen=True):
    """What was found out about a corpus; entries are decoded when they are first asked for.

    Attributes:
        whole: The name of the corpus, see `corpus_key`; empty where not all of it was proved.
        states: The state of every record, where all of it was proved.
        counts: How many fields are in each state, likewise.
        records: The proofs, by record.
        figures: The mentions, by article.
        recorded: How much of them is recorded, by article, as long as nothing changes.
        findings: What the default checks of the audit found; `NOTHING` where they did not run.
    """

    whole: str = ""
    states: dict[str, ProofState] = {}
    counts: dict[ProofState, int] = {}
    records: dict[str, Entry] = {}
    figures: dict[str, Entry] = {}
    recorded: dict[str, msgspec.Raw] = {}
    findings: msgspec.Raw = NOTHING


class _Said(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement without its evidence and its value, which stay with the record."""

    anchored: AnchorState
    start: int
    end: int
    where: str
    check: ValueCheck
    origin: int
    why: str


class _Field(msgspec.Struct, frozen=True, array_like=True, gc=False):
    state: ProofState
    detail: str
    said: list[_Said]


class _Proof(msgspec.Struct, frozen=True, array_like=True, gc=False):
    state: ProofState
    fields: list[_Field]


_ENCODER = msgspec.json.Encoder()
_PROOFS = msgspec.json.Decoder(_Proof)
_FIGURES = msgspec.json.Decoder(list[Mention])
_RECORDED = msgspec.json.Decoder(Recorded)
_FINDINGS = msgspec.json.Decoder(list[Problem] | None)


class Keeping:
    """What was kept, asked on behalf of a corpus as it is now: only what still holds is given.

    Attributes:
        kept: What was found out before, packed.
        states: The state of every record that was proved, of this corpus.
        counts: How many of their fields are in each state.
    """

    def __init__(self, corpus: Corpus, kept: Kept | None = None, whole: str = "") -> None:
        """Take a corpus, what was kept of it or of an earlier state of it, and its name now."""
        self.corpus = corpus
        self.kept = kept or Kept()
        self.whole = whole
        self.states: dict[str, ProofState] = dict(self.kept.states) if self.unchanged else {}
        self.counts = Counter(self.kept.counts if self.unchanged else {})
        self._counting = threading.Lock()
        self._articles: dict[str, str] = {}

    def count(self, proof: RecordProof) -> None:
        """Tell the state of a record, once; two threads may have proved it."""
        with self._counting:
            if proof.record not in self.states:
                self.counts.update(field.state for field in proof.fields)
                self.states[proof.record] = proof.state

    @property
    def unchanged(self) -> bool:
        """Whether all is as it was, so that every entry holds."""
        return bool(self.whole) and self.whole == self.kept.whole

    def proof(self, record: Record, rows: Sequence[FieldRow]) -> RecordProof | None:
        """The proof of a record, if it is here and holds."""
        entry = self.kept.records.get(record.id)
        if entry is None:
            return None
        if not self.unchanged and (not entry.key or entry.key != self.record_key(record, rows)):
            return None
        return _unpack(entry.packed, record.id, rows)

    def figures(self, article_id: str) -> list[Mention] | None:
        """The figures of an article, if they are here and hold."""
        entry = self.kept.figures.get(article_id)
        if entry is None or not (self.unchanged or entry.key == self.article_key(article_id)):
            return None
        try:
            return _FIGURES.decode(entry.packed)
        except _DAMAGED:
            return None

    def recorded(self, article_id: str) -> Recorded | None:
        """How much of an article is recorded, if nothing changed since that was found out."""
        packed = self.kept.recorded.get(article_id) if self.unchanged else None
        if packed is None:
            return None
        try:
            return _RECORDED.decode(packed)
        except _DAMAGED:
            return None

    def findings(self) -> list[Problem] | None:
        """What the default checks found, if nothing changed since."""
        if not self.unchanged:
            return None
        try:
            found: list[Problem] | None = _FINDINGS.decode(self.kept.findings)
        except _DAMAGED:
            return None
        return found

    def article_key(self, article_id: str) -> str:
        """What the reading of an article depends on."""
        key = self._articles.get(article_id)
        if key is None:
            key = self._articles[article_id] = article_key(article_id, self.corpus)
        return key

    def record_key(self, record: Record, rows: Sequence[FieldRow]) -> str:
        """What the proof of a record depends on; empty where that is not the record alone."""
        return record_key(rows, record, self.corpus, self.article_key)

    def keep_proof(self, proof: RecordProof, record: Record, rows: Sequence[FieldRow]) -> Entry:
        """A proof as an entry."""
        return Entry(self.record_key(record, rows), _pack(proof, rows))

    def keep_figures(self, article_id: str, mentions: Sequence[Mention]) -> Entry:
        """The figures of an article as an entry."""
        return Entry(self.article_key(article_id), msgspec.Raw(_ENCODER.encode(mentions)))


def keep_findings(findings: Sequence[Problem]) -> msgspec.Raw:
    """Findings, encoded."""
    return msgspec.Raw(_ENCODER.encode(findings))


def keep_open(coverage: Coverage) -> msgspec.Raw:
    """How much of an article is recorded, encoded."""
    return msgspec.Raw(_ENCODER.encode(Recorded(coverage.open, coverage.words)))


def _pack(proof: RecordProof, rows: Sequence[FieldRow]) -> msgspec.Raw:
    fields = [
        _Field(
            field.state, field.detail, [_packed(one, row.value) for one in field.statements]
        )
        for field, row in zip(proof.fields, rows, strict=True)
    ]  # fmt: skip
    return msgspec.Raw(_ENCODER.encode(_Proof(proof.state, fields)))


def _packed(statement: Statement, recorded: object) -> _Said:
    anchor = statement.anchor
    if statement.value is None:
        origin = _FROM_NOTHING
    else:
        origin = _FROM_RECORD if statement.value is recorded else _FROM_SOURCE
    return _Said(
        anchor.state, anchor.start, anchor.end, anchor.detail,
        statement.check, origin, statement.detail,
    )  # fmt: skip


def _unpack(packed: msgspec.Raw, record_id: str, rows: Sequence[FieldRow]) -> RecordProof | None:
    """The proof again; `None` when the stored form is damaged."""
    try:
        proof = _PROOFS.decode(packed)
        fields = []
        for row, field in zip(rows, proof.fields, strict=True):
            statements = []
            for evidence, one in zip(row.evidence, field.said, strict=True):
                value = (None, row.value, evidence.says)[one.origin]
                anchor = Anchor(one.anchored, one.start, one.end, one.where)
                statements.append(Statement(row.path, evidence, anchor, one.check, value, one.why))
            fields.append(FieldProof(row.path, field.state, tuple(statements), field.detail))
        return RecordProof(record_id, proof.state, tuple(fields))
    except _DAMAGED:
        return None
