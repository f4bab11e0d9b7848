"""Does a formula prove the recorded value? Its operands must be proved, its numbers quoted.

A field that derives itself, directly or through others, proves nothing; neither does a formula over
a field that nothing proves, nor one with a number that the quote does not say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from tui.model.messages import msg
from tui.model.quantities import Quantity, QuantityError
from tui.proof.verify.checks.value_check import same
from tui.proof.verify.formula import DeriveError, evaluate, number_of, operands
from tui.proof.verify.operands import doubt_of_use

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model.proofs import ProofState, ValueCheck
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

OperandProof: TypeAlias = "tuple[Quantity | None, ProofState | None]"
"""The value of an operand, and how far it is proved; no state where it is being derived itself."""

_SOUND = frozenset({"proved", "moved", "derived", "judged"})


def check_derived(
    formula: str,
    value: Quantity,
    operand: Callable[[str], OperandProof],
    reading: QuoteReading,
    asked: Asked,
) -> tuple[ValueCheck, str]:
    """Compare a recorded quantity with the result of a formula.

    Args:
        formula: The formula.
        value: The recorded quantity.
        operand: The value and the proof of a field that the formula names.
        reading: The quote that gives the numbers of the formula.
        asked: The field.

    Returns:
        `states` when the formula gives just the value, `contradicts` when it gives one that cannot
        be true together with it, `unclear` when it gives it out of what is not proved, else
        `silent`; and why.
    """
    try:
        names, uses = operands(formula)
        proofs = {name: operand(name) for name in names}
        result = evaluate(formula, lambda name: proofs[name][0])
    except DeriveError as error:
        return "silent", msg("{formula}: {reason}", formula=formula, reason=error)
    if not same(result, value):
        detail = msg(
            "{formula} = {result}, the record says {value}",
            formula=formula,
            result=result,
            value=value,
        )
        apart = result.unit != value.unit or result.meets(value) is False
        return ("contradicts" if apart else "silent"), detail
    for name, (found, state) in proofs.items():
        if state is None:
            return "silent", msg(
                "{formula}: {name} is derived from this field itself", formula=formula, name=name
            )
        if state not in _SOUND and not _is_quoted(found, reading):
            return "unclear", msg(
                "{formula}: {name} is {state}", formula=formula, name=name, state=msg(state)
            )
    for use in uses:
        number = use.number
        if not _says(number, reading):
            return "unclear", msg(
                "{formula}: the quote does not say {number}", formula=formula, number=number
            )
        doubt = doubt_of_use(use, uses, reading, asked)
        if doubt:
            return "unclear", msg(
                "{formula}: {number}: {reason}", formula=formula, number=number, reason=doubt
            )
    return "states", f"{formula} = {result}"


def _is_quoted(value: Quantity | None, reading: QuoteReading) -> bool:
    """Whether a quote has a figure that is just this one."""
    return value is not None and any(
        mention.quantity is not None and same(mention.quantity, value)
        for mention in reading.mentions
    )


def _says(number: str, reading: QuoteReading) -> bool:
    try:
        value = Quantity.parse(number)
    except QuantityError:
        return False
    if _is_quoted(value, reading):
        return True
    if value.unit or value.value is None:
        return False
    # A bare number counts something, or is a part: "five tranches", "a quarter", "4 ans".
    told = {mention.quantity.value for mention in reading.mentions if mention.quantity is not None}
    if value.value in told or (value.value > 1 and 1 / value.value in told):
        return True
    # Digits that belong to a sum count nothing: "4 milliards".
    text = reading.text.lower()
    for mention in reading.mentions:
        if mention.kind != "count":
            text = text.replace(mention.text.lower(), " ")
    plain = re.escape(f"{value.value.normalize():f}")
    if re.search(rf"(?<![\d.,]){plain}(?![\d]|[.,]\d)", text):
        return True
    return any(number_of(word) == value.value for word in re.findall(r"[^\W\d_]+", text))
