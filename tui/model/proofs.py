"""What the program found out about evidence: where a quote lies, and what it proves."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import msgspec

from tui.model.records import Evidence, Value

AnchorState: TypeAlias = Literal["exact", "moved", "changed", "ambiguous", "missing"]
ValueCheck: TypeAlias = Literal[
    "states", "judged", "unclear", "bounded", "denies", "contradicts", "otherwise", "silent"
]
ProofState: TypeAlias = Literal[
    "changed",
    "missing",
    "contradicted",
    "disputed",
    "unsourced",
    "unclear",
    "ambiguous",
    "moved",
    "derived",
    "judged",
    "proved",
]
PROOF_STATES: tuple[ProofState, ...] = get_args(ProofState)
"""Worst first; the state of a record is the worst of its fields."""


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """Where a quote was found in its article.

    Attributes:
        state: How it was found.
        start: First code point in the article's text, -1 when `missing`.
        end: One past the last code point, -1 when `missing`.
        detail: What differs or why it is ambiguous, in the user's words; empty when `exact`.
    """

    state: AnchorState
    start: int = -1
    end: int = -1
    detail: str = ""

    @property
    def found(self) -> bool:
        """Whether it has a place in the text."""
        return self.start >= 0


class Statement(msgspec.Struct, frozen=True, gc=False):
    """What one quote of one article says about one field.

    Attributes:
        path: The field, see `FieldRow.path`.
        evidence: The recorded evidence.
        anchor: Where its quote lies.
        check: Whether the quote states the recorded value; `judged` where a person read that in its
            words, `unclear` where something in its sentence may turn it, `denies` where it does.
        value: The value that this source gives; `None` where it gives none.
        detail: Why it is not `states`, in the user's words.
    """

    path: str
    evidence: Evidence
    anchor: Anchor
    check: ValueCheck
    value: Value | None = None
    detail: str = ""


class FieldProof(msgspec.Struct, frozen=True, gc=False):
    """How far one field is proved, with every statement about it in source order."""

    path: str
    state: ProofState
    statements: tuple[Statement, ...] = ()
    detail: str = ""


class RecordProof(msgspec.Struct, frozen=True, gc=False):
    """How far a record is proved: its fields, and the worst of their states."""

    record: str
    state: ProofState
    fields: tuple[FieldProof, ...] = ()
