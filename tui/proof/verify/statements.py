"""What the sources say on one field: whether their values can be true together."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from tui.model.dates import Edtf
from tui.model.proofs import Statement
from tui.model.quantities import Quantity
from tui.proof.verify.checks.value_check import same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model.records import Value

Statements = tuple[Statement, ...]


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
    claims = tuple(statements)
    if len(claims) < 2:
        return ()
    for at, statement in enumerate(claims):
        alike.setdefault(statement.value, []).append(at)
    found: set[int] = set()
    for (one, ones), (two, twos) in combinations_with_replacement(alike.items(), 2):
        # Only an empty range does not meet itself.
        if (ones is not twos or len(ones) > 1) and not _can_both(one, two):
            found.update(ones, twos)
    return tuple(claims[at] for at in sorted(found))
