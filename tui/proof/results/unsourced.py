"""The proof of a record without evidence, which says nothing that its fields do not.

Most records of a table that was taken over have none. Their proofs are made whenever they are asked
for, in a few microseconds, without what reads sentences, and never kept: those of 80,000 records
took 40 MB.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.proofs import FieldProof, RecordProof

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.records import FieldRow


def unsourced(record_id: str, rows: Sequence[FieldRow]) -> RecordProof | None:
    """What the prover finds out about a record of which no field has evidence; `None` for others.

    Args:
        record_id: The record.
        rows: Its fields.
    """
    if any(row.evidence for row in rows):
        return None
    fields = (
        FieldProof(row.path, "unsourced", (), no_value() if row.value is None else "")
        for row in rows
    )
    return RecordProof(record_id, "unsourced", tuple(fields))


def no_value() -> str:
    """What is said of a field without a value."""
    return msg("no value is recorded")
