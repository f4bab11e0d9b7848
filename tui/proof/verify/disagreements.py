"""Where the sources of a corpus disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.model.proofs import Statement
from tui.proof.verify.statements import counts, opposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.model.proofs import RecordProof


class Disagreement(msgspec.Struct, frozen=True):
    """Statements on one field that cannot all be true.

    Attributes:
        record: The record.
        path: The field.
        statements: Those that take part, in source order.
        settled: Whether rank or stance settles it: all but one side is deprecated.
    """

    record: str
    path: str
    statements: tuple[Statement, ...]
    settled: bool


def disagreements(proofs: Iterable[RecordProof]) -> Iterator[Disagreement]:
    """Every field on which sources disagree, in the order of the proofs, settled ones too."""
    for proof in proofs:
        for field in proof.fields:
            claims = [s for s in field.statements if s.evidence.stance != "mentions"]
            against = opposed(claims)
            if against or field.state == "disputed":
                open_now = field.state == "disputed" or opposed(filter(counts, claims))
                yield Disagreement(proof.record, field.path, against or tuple(claims), not open_now)
