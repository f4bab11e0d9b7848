"""What the checks look through: every quote, every field, every field's proof of a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.proofs import FieldProof
    from tui.model.records import Evidence, FieldRow, Record
    from tui.proof.results.proof_store import ProofStore


def quotes(store: ProofStore) -> Iterator[tuple[Record, str, Evidence]]:
    """Every evidence once, with the path of the first field that it speaks about."""
    for record in store.corpus.records.values():
        for path, evidence in store.evidence(record):
            yield record, path, evidence


def rows(store: ProofStore) -> Iterator[tuple[Record, FieldRow]]:
    """Every field that has a value or evidence."""
    for record in store.corpus.records.values():
        for row in store.rows(record):
            yield record, row


def field_proofs(store: ProofStore) -> Iterator[tuple[Record, FieldProof]]:
    """Every field's proof."""
    for record in store.corpus.records.values():
        for field in store.record(record.id).fields:
            yield record, field


def row_quotes(store: ProofStore) -> Iterator[tuple[Record, FieldRow, Evidence]]:
    """Every evidence, once for every field that it speaks about."""
    for record, row in rows(store):
        for evidence in row.evidence:
            yield record, row, evidence
