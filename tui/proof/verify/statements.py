"""What every source says on a field, and where sources disagree."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

import msgspec

from tui.model.dates import Edtf
from tui.model.proofs import Statement
from tui.model.quantities import Quantity
from tui.proof.verify.value_check import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model.records import Value
    from tui.proof.verify.prover import Prover

Statements = tuple[Statement, ...]


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
    statements: Statements
    settled: bool


def can_be(statement: Statement, value: Value) -> bool:
    """Whether a statement leaves room for a value; what cannot be compared does."""
    return _can_both(statement.value, value)


def gives(statement: Statement, value: Value) -> bool:
    """Whether a statement speaks for just this value, whatever its quote proves."""
    mine = statement.value
    if isinstance(mine, Quantity) and isinstance(value, Quantity):
        return same(mine, value)
    if isinstance(mine, Edtf) and isinstance(value, Edtf):
        return mine.within(value)
    return mine == value


def _can_both(one: Value | None, two: Value | None) -> bool:
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return one.meets(two) is not False
    if isinstance(one, Edtf) and isinstance(two, Edtf):
        return one.meets(two)
    return one is None or two is None or type(one) is not type(two) or one == two


def counts(statement: Statement) -> bool:
    """Whether a statement takes part in disagreements: it claims a value and is not retired."""
    return statement.evidence.rank != "deprecated" and statement.evidence.stance != "mentions"


def opposed(statements: Iterable[Statement]) -> Statements:
    """The statements that do not meet some other, in their order."""
    alike: dict[Value | None, list[int]] = {}
    told = tuple(statements)
    for at, statement in enumerate(told):
        alike.setdefault(statement.value, []).append(at)
    found: set[int] = set()
    for (one, ones), (two, twos) in combinations_with_replacement(alike.items(), 2):
        # Only an empty range does not meet itself.
        if (ones is not twos or len(ones) > 1) and not _can_both(one, two):
            found.update(ones, twos)
    return tuple(told[at] for at in sorted(found))


def disagreements(prover: Prover) -> Sequence[Disagreement]:
    """Every field on which sources disagree, in the order of the corpus, settled ones too."""
    found = []
    for record_id in prover.corpus.records:
        for field in prover.record(record_id).fields:
            claims = [s for s in field.statements if s.evidence.stance != "mentions"]
            against = opposed(claims)
            if against or field.state == "disputed":
                open_now = field.state == "disputed" or opposed(filter(counts, claims))
                found.append(
                    Disagreement(record_id, field.path, against or tuple(claims), not open_now)
                )
    return found
