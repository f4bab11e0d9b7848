"""One turn: words that may turn what a sentence says, and what they do to it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

TurnKind: TypeAlias = Literal[
    "not",
    "deny",
    "refuse",
    "cancel",
    "untrue",
    "fail",
    "rumour",
    "instead",
    "question",
    "condition",
    "possible",
    "talks",
    "plan",
    "offer",
    "will",
    "agreed",
    "unread",
]
NEGATIVE: frozenset[TurnKind] = frozenset(
    {"not", "deny", "refuse", "cancel", "untrue", "fail", "instead"}
)
"""After these a thing did not come about, or is said not to have."""


class Turn(NamedTuple):
    """Words that may turn a statement.

    Attributes:
        kind: What they do to it.
        first: The number of the first of them.
        last: One past the number of the last.
        clause: The clause that they stand in.
    """

    kind: TurnKind
    first: int
    last: int
    clause: int


QUOTED = -1
"""In place of a clause: a turn that reaches from its first word to its last, and no further."""
WHOLE = -2
"""In place of a clause: a turn that reaches all that its sentence says."""
