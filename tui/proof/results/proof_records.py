"""Proofs and figures packed: a tenth of their memory, and a form that can be stored.

Every entry is kept with the fingerprint of what it depends on (`fingerprints.py`). Where the whole
corpus is as it was, the entries hold without comparing their fingerprints one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from tui.model.mentions import Mention
from tui.model.messages import pack_text, unpack_text
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.records import FieldRow

Unpacked = TypeVar("Unpacked")
_DAMAGED = (msgspec.DecodeError, ValueError, IndexError)
_FROM_NOTHING, _FROM_RECORD, _FROM_SOURCE = 0, 1, 2
"""Where the value of a statement is taken from: nowhere, its record, its evidence."""
NOTHING = msgspec.Raw(b"null")


class ProofEntry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing that was found out: the name of what it depends on, and the thing, encoded."""

    key: str
    packed: msgspec.Raw


class Recorded(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How much of what an article states is recorded.

    Attributes:
        open: Figures that nobody recorded or dismissed.
        words: The share that is recorded, in words.
    """

    open: tuple[Mention, ...]
    words: str


class ProofSnapshot(msgspec.Struct, frozen=True):
    """What was found out about a corpus; entries are decoded when they are asked for.

    Attributes:
        corpus: The name of the corpus, see `corpus_key`; empty where not all of it was proved.
        states: The state of every record, where all of it was proved.
        counts: How many fields are in each state, likewise.
        records: The proofs, by record.
        figures: The mentions, by article.
        recorded: How much of them is recorded, by article, as long as nothing changes.
        findings: What the default checks of the audit found; `NOTHING` where they did not run.
    """

    corpus: str = ""
    states: dict[str, ProofState] = {}
    counts: dict[ProofState, int] = {}
    records: dict[str, ProofEntry] = {}
    figures: dict[str, ProofEntry] = {}
    recorded: dict[str, msgspec.Raw] = {}
    findings: msgspec.Raw = NOTHING


class _PackedStatement(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement without its evidence and its value, which stay with the record."""

    anchored: AnchorState
    start: int
    end: int
    where: str
    check: ValueCheck
    origin: int
    why: str


class _PackedField(msgspec.Struct, frozen=True, array_like=True, gc=False):
    state: ProofState
    detail: str
    statements: list[_PackedStatement]


class _PackedProof(msgspec.Struct, frozen=True, array_like=True, gc=False):
    state: ProofState
    fields: list[_PackedField]


_ENCODER = msgspec.json.Encoder()
_PROOFS = msgspec.json.Decoder(_PackedProof)
_FIGURES = msgspec.json.Decoder(list[Mention])
_RECORDED = msgspec.json.Decoder(Recorded)
_FINDINGS: msgspec.json.Decoder[list[Problem] | None] = msgspec.json.Decoder(list[Problem] | None)


def pack_mentions(mentions: Sequence[Mention]) -> msgspec.Raw:
    """The figures of an article, encoded."""
    return msgspec.Raw(_ENCODER.encode(mentions))


def unpack_mentions(packed: msgspec.Raw) -> list[Mention] | None:
    """The figures of an article; `None` when their stored form is damaged."""
    return _unpack(packed, _FIGURES)


def pack_findings(findings: Sequence[Problem]) -> msgspec.Raw:
    """Findings of the audit, encoded."""
    return msgspec.Raw(_ENCODER.encode([problem.packed() for problem in findings]))


def unpack_findings(packed: msgspec.Raw) -> list[Problem] | None:
    """Findings of the audit; `None` when there are none stored, or their form is damaged."""
    found = _unpack(packed, _FINDINGS)
    return None if found is None else [problem.unpacked() for problem in found]


def pack_recorded(recorded: Recorded) -> msgspec.Raw:
    """How much of an article is recorded, encoded."""
    return msgspec.Raw(_ENCODER.encode(Recorded(recorded.open, pack_text(recorded.words))))


def unpack_recorded(packed: msgspec.Raw) -> Recorded | None:
    """How much of an article is recorded; `None` when the stored form is damaged."""
    recorded = _unpack(packed, _RECORDED)
    return recorded and Recorded(recorded.open, unpack_text(recorded.words))


def _unpack(packed: msgspec.Raw, decoder: msgspec.json.Decoder[Unpacked]) -> Unpacked | None:
    try:
        return decoder.decode(packed)
    except _DAMAGED:
        return None


def pack_proof(proof: RecordProof) -> msgspec.Raw:
    """A proof without what its record holds itself, encoded."""
    fields = [
        _PackedField(
            field.state, pack_text(field.detail), list(map(_pack_statement, field.statements))
        )
        for field in proof.fields
    ]
    return msgspec.Raw(_ENCODER.encode(_PackedProof(proof.state, fields)))


def _pack_statement(statement: Statement) -> _PackedStatement:
    anchor = statement.anchor
    if statement.value is None:
        origin = _FROM_NOTHING
    else:
        origin = _FROM_SOURCE if statement.value is statement.evidence.says else _FROM_RECORD
    return _PackedStatement(
        anchor.state, anchor.start, anchor.end, pack_text(anchor.detail),
        statement.check, origin, pack_text(statement.detail),
    )  # fmt: skip


def unpack_proof(
    packed: msgspec.Raw, record_id: str, rows: Sequence[FieldRow]
) -> RecordProof | None:
    """The proof of a record with these fields; `None` when the stored form is damaged."""
    try:
        proof = _PROOFS.decode(packed)
        fields = []
        for row, field in zip(rows, proof.fields, strict=True):
            statements = []
            for evidence, one in zip(row.evidence, field.statements, strict=True):
                value = (None, row.value, evidence.says)[one.origin]
                anchor = Anchor(one.anchored, one.start, one.end, unpack_text(one.where))
                why = unpack_text(one.why)
                statements.append(Statement(row.path, evidence, anchor, one.check, value, why))
            detail = unpack_text(field.detail)
            fields.append(FieldProof(row.path, field.state, tuple(statements), detail))
        return RecordProof(record_id, proof.state, tuple(fields))
    except _DAMAGED:
        return None
