"""Formulas over the figures of a record: exact, with their bounds, never more."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.quantities import Quantity, Span
from tui.proof.verify.formula import DeriveError, evaluate

FIELDS = {
    "amount": "up to 4 bn USD",
    "tranches.first.amount": "1.25 bn USD",
    "tranches.second-half.amount": "about 1 bn USD",
    "2023-deal:amount": "3 bn USD",
    "a.b:tranches.first.amount": "2 bn USD",
    "value": "more than 3 bn USD",
    "count": "6",
    "euros": "1 bn EUR",
    "vague": "several bn USD",
}


def told(name: str) -> Quantity | None:
    return Quantity.parse(FIELDS[name]) if name in FIELDS else None


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("amount - tranches.first.amount", "up to 2.75 bn USD"),
        ("4 bn USD − 1.25 bn USD", "2.75 bn USD"),
        ("value - 1 bn USD", "more than 2 bn USD"),
        ("10 bn USD - value", "less than 7 bn USD"),
        ("10 bn USD - amount", "at least 6 bn USD"),
        ("tranches.first.amount + tranches.second-half.amount", "about 2.25 bn USD"),
        ("2023-deal:amount + a.b:tranches.first.amount", "5 bn USD"),
        ("2 * (1 bn USD + 500 M USD)", "3 bn USD"),
        ("tranches.first.amount × 2 ÷ 5", "500 M USD"),
        ("amount / 4", "up to 1 bn USD"),
        ("-(1 bn USD - 3 bn USD)", "2 bn USD"),
        ("2023-deal:amount / a.b:tranches.first.amount", "1.5"),
        ("count - 1", "5"),
        ("30 % + 5 %", "35 %"),
        ("1.2 GW + 1 GW", "2.2 GW"),
    ],
)
def test_a_formula_gives_what_its_operands_allow(formula: str, result: str) -> None:
    assert evaluate(formula, told) == Quantity.parse(result)


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("amount - nothing", "there is no quantity nothing"),
        ("amount + euros", "USD and EUR are not added"),
        ("vague + 1 bn USD", "vague has no number"),
        ("amount * value", "USD is not multiplied by USD"),
        ("2023-deal:amount / amount", "nothing is divided by a bound"),
        ("amount - amount / 0", "division by zero"),
        ("amount - (1 bn USD", "a parenthesis is not closed"),
        ("amount-tranches.first.amount", "there is no quantity"),
        ("amount ^ 2", "cannot be read from '^ 2'"),
        ("value - value", "leave nothing to say"),
        ("- " * 300 + "1", "within each other"),
        ("(" * 300 + "1", "within each other"),
        ("1 + " * 2000 + "1", "at most 1000 characters"),
        ("10 euros", "is left over"),
    ],
)
def test_what_cannot_be_reckoned_says_why(formula: str, why: str) -> None:
    with pytest.raises(DeriveError, match=re.escape(why)):
        evaluate(formula, told)


@given(st.lists(st.decimals(0, 10**12, places=4), min_size=1, max_size=8))
def test_sums_are_exact(numbers: list[Decimal]) -> None:
    formula = " + ".join(f"{number:f} USD" for number in numbers)
    assert evaluate(formula, told).value == sum(numbers)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from("+-"))
def test_a_result_holds_whatever_its_operands_may_be(
    ceiling: int, within: int, other: int, sign: str
) -> None:
    true = min(ceiling, within)
    result = evaluate(f"bound {sign} {other} USD", lambda _: Quantity.parse(f"up to {ceiling} USD"))
    span = result.span()
    assert span is not None
    true = Decimal(true + other if sign == "+" else true - other)
    assert span.meets(Span(true, true))
