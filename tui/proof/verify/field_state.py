"""The state of a field out of what its sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import all_of, in_turn, msg, number_of
from tui.model.quantities import Quantity
from tui.proof.results.unsourced import no_value
from tui.proof.verify.statements import can_be, counts, gives, opposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.proofs import ProofState, Statement
    from tui.model.records import FieldRow


_HELD: frozenset[ProofState] = frozenset({"proved", "judged", "derived", "moved", "ambiguous"})
"""States in which a quote states the value, so that a retired statement is worth a word."""


def field_state(row: FieldRow, statements: Sequence[Statement]) -> tuple[ProofState, str]:
    """The state of a field out of its statements, worst first; retired ones are only told of."""
    state, detail = _active_state(row, statements)
    retired = sum(1 for statement in statements if _retired_against(statement, row))
    if state not in _HELD or not retired:
        return state, detail
    told = number_of(retired, "retired statement disagrees", "retired statements disagree")
    return state, in_turn(detail, told)


def _retired_against(statement: Statement, row: FieldRow) -> bool:
    """Whether a deprecated statement opposes the value, by its stance or by its own value."""
    if statement.evidence.rank != "deprecated" or row.value is None:
        return False
    if statement.evidence.stance in ("disputes", "corrects"):
        return True
    return statement.evidence.stance == "supports" and not can_be(statement, row.value)


def _active_state(row: FieldRow, statements: Sequence[Statement]) -> tuple[ProofState, str]:
    active = [statement for statement in statements if counts(statement)]
    supporting = [statement for statement in active if statement.evidence.stance == "supports"]
    broken: tuple[ProofState, ...] = ("changed", "missing")
    for state in broken:
        for statement in active:
            if statement.anchor.state == state:
                return state, statement.anchor.detail
    for statement in active:
        if statement.check == "contradicts":
            return "contradicted", statement.detail
    against = opposed(active)
    if against:
        values = all_of(statement.value for statement in against)
        return "disputed", msg("sources say {values}", values=values)
    denying = [s for s in active if s.evidence.stance == "disputes" and s.value is None]
    if denying and row.value is not None:
        return "disputed", msg("{article} denies it", article=denying[0].evidence.article)
    if row.value is None:
        return "unsourced", no_value()
    for statement in active:
        value = statement.value
        disputes = statement.evidence.stance == "disputes"
        if disputes and value is not None and not gives(statement, row.value):
            # There is room for both in "up to 4 bn" and "up to 40 bn": a person says otherwise.
            where = statement.evidence.article
            return "disputed", msg(
                "{article} says {value}, the record {recorded}",
                article=where, value=value, recorded=row.value,
            )  # fmt: skip
    own = [statement for statement in supporting if gives(statement, row.value)]
    other = [statement for statement in supporting if statement not in own]
    for statement in other:
        if not can_be(statement, row.value):
            return "contradicted", _said_otherwise(statement.value, row)
    stating = [statement for statement in own if statement.check == "states"]
    refuting = next((statement for statement in own if statement.check == "denies"), None)
    if stating and refuting is not None:
        return "disputed", msg(
            "{article} denies it: {reason}",
            article=refuting.evidence.article, reason=refuting.detail,
        )  # fmt: skip
    otherwise = next((one for one in own if _says_otherwise(one)), None)
    if stating and otherwise is not None:
        return "unclear", msg(
            "{article} says otherwise: {reason}",
            article=otherwise.evidence.article, reason=otherwise.detail,
        )  # fmt: skip
    if stating:
        return _stated(stating)
    judged = [statement for statement in own if statement.check == "judged"]
    if judged:
        best = _best(judged)
        if best.anchor.state == "exact":
            return "judged", best.detail
        return _ANCHORED[best.anchor.state], best.anchor.detail
    if not own and other:
        said = all_of(statement.value for statement in other)
        return "unsourced", _said_otherwise(said, row)
    unclear = next((one for one in own if one.check in {"unclear", "bounded", "denies"}), None)
    if unclear is not None:
        return "unclear", unclear.detail
    why = next((statement.detail for statement in own if statement.detail), "")
    return "unsourced", msg("no quote states it: {reason}", reason=why) if why else ""


def _said_otherwise(said: object, row: FieldRow) -> str:
    return msg("its source says {value}, the record {recorded}", value=said, recorded=row.value)


def _says_otherwise(statement: Statement) -> bool:
    """Whether a quote that is to support a sum gives another one, by a bound for example.

    A date that is told less precisely in another source takes nothing back.
    """
    otherwise = statement.check in {"otherwise", "bounded"}
    return otherwise and isinstance(statement.value, Quantity)


def _stated(stating: Sequence[Statement]) -> tuple[ProofState, str]:
    if all(statement.evidence.derived for statement in stating):
        return "derived", stating[0].detail
    best = _best([statement for statement in stating if not statement.evidence.derived])
    if best.anchor.state == "exact":
        return "proved", best.detail
    return _ANCHORED[best.anchor.state], best.anchor.detail


_ANCHORED: dict[str, ProofState] = {"moved": "moved", "ambiguous": "ambiguous"}
_ORDER = ("exact", "moved", "ambiguous")


def _best(statements: Sequence[Statement]) -> Statement:
    """The statement whose quote is found best."""
    return min(statements, key=lambda statement: _ORDER.index(statement.anchor.state))
