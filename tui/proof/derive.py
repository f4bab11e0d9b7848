"""Values that follow from others: `tranches.first.amount + 1.25 bn USD`, exactly."""

from __future__ import annotations

import re
from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from tui.model.quantities import Quantity, QuantityError

if TYPE_CHECKING:
    from collections.abc import Callable

_EXACT = Context(prec=60)
_TOKEN = re.compile(
    r"\s*(?:(?P<sign>[-+*/()−×÷])"
    r"|(?P<field>[A-Za-z_][\w-]*(?:[.:][\w-]+)+|(?:amount|value|count)\b)"
    r"|(?P<number>\d[\d.]*(?:\s*(?:k|M|bn|Md|tn)\b)?(?:\s*(?:[A-Z]{3}|%|GW|MW)(?!\w))?))"
)
_SIGNS = {"−": "-", "×": "*", "÷": "/"}


class DeriveError(ValueError):
    """A formula that cannot be evaluated; the message says where and why."""


class _Amount(NamedTuple):
    """A number with its unit; a bare number has none and takes that of its neighbour."""

    number: Decimal
    unit: str


def evaluate(formula: str, values: Callable[[str], Quantity | None]) -> Quantity:
    """Evaluate a formula over named fields.

    `+ - * /` and parentheses over fields (`amount`, `tranches.first.amount`,
    `other-record:amount`) and numbers with or without scale and unit. Units must agree; only a
    bare number multiplies or divides.

    Args:
        formula: The formula.
        values: The quantity of a field, `None` when there is none.

    Raises:
        DeriveError: If the formula cannot be read, a field has no exact value, units differ, or
            something is divided by zero.
    """
    reader = _Reader(_words(formula), values)
    amount = reader.sum()
    if reader.left:
        raise DeriveError(f"{formula!r}: {reader.left[0]!r} is left over")
    return Quantity(amount.unit, value=amount.number)


def _words(formula: str) -> list[str]:
    words, at = [], 0
    while at < len(formula.rstrip()):
        match = _TOKEN.match(formula, at)
        if match is None:
            raise DeriveError(f"{formula!r} cannot be read from {formula[at:].strip()!r}")
        words.append(match[0].strip())
        at = match.end()
    return [_SIGNS.get(word, word) for word in words]


class _Reader:
    """Reads sums of products, by recursive descent."""

    def __init__(self, words: list[str], values: Callable[[str], Quantity | None]) -> None:
        self.left = words
        self._values = values
        self._depth = 0

    def sum(self) -> _Amount:
        amount = self._product()
        while self.left and self.left[0] in "+-":
            sign = self.left.pop(0)
            other = self._product()
            if amount.unit != other.unit and amount.unit and other.unit:
                raise DeriveError(f"{amount.unit} and {other.unit} are not added")
            change = _EXACT.add if sign == "+" else _EXACT.subtract
            amount = _Amount(change(amount.number, other.number), amount.unit or other.unit)
        return amount

    def _product(self) -> _Amount:
        amount = self._atom()
        while self.left and self.left[0] in "*/":
            sign = self.left.pop(0)
            other = self._atom()
            if sign == "*" and amount.unit and other.unit:
                raise DeriveError(f"{amount.unit} is not multiplied by {other.unit}")
            if sign == "*":
                product = _EXACT.multiply(amount.number, other.number)
                amount = _Amount(product, amount.unit or other.unit)
                continue
            if other.unit and other.unit != amount.unit:
                raise DeriveError(f"{amount.unit or 'a number'} is not divided by {other.unit}")
            try:
                ratio = _EXACT.divide(amount.number, other.number)
            except (DivisionByZero, InvalidOperation):
                raise DeriveError("division by zero") from None
            amount = _Amount(ratio, "" if other.unit else amount.unit)
        return amount

    def _atom(self) -> _Amount:
        if not self.left:
            raise DeriveError("the formula ends too early")
        word = self.left.pop(0)
        if word == "(":
            self._depth += 1
            if self._depth > 50:
                raise DeriveError("too many parentheses")
            amount = self.sum()
            if not self.left or self.left.pop(0) != ")":
                raise DeriveError("a parenthesis is not closed")
            self._depth -= 1
            return amount
        if word == "-":
            amount = self._atom()
            return _Amount(_EXACT.minus(amount.number), amount.unit)
        if word[0].isdigit():
            try:
                quantity = Quantity.parse(word)
            except QuantityError as error:
                raise DeriveError(str(error)) from None
        elif word[0].isalpha() or word[0] == "_":
            found = self._values(word)
            if found is None:
                raise DeriveError(f"there is no quantity {word}")
            quantity = found
        else:
            raise DeriveError(f"{word!r} is out of place")
        number = quantity.value
        if number is None:
            number = quantity.maximum if quantity.maximum is not None else quantity.minimum
        if number is None:
            raise DeriveError(f"{word} has no number to reckon with")
        return _Amount(number, quantity.unit)
