"""Values that follow from others: `tranches.first.amount + 1.25 bn USD`, exactly.

Bounds are carried along: "up to 4 bn" less 1.25 bn is "up to 2.75 bn", not 2.75 bn.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, DivisionByZero, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from tui.model.messages import msg
from tui.model.quantities import Quantity, QuantityError
from tui.model.records import field_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.model.records import FieldRow, Record

_EXACT = Context(prec=60)
_DEEPEST = 50
_LONGEST = 1000
_TOKEN = re.compile(
    r"\s*(?:(?P<sign>[-+*/()−×÷])"
    r"|(?P<field>[a-z0-9][a-z0-9.-]*:[A-Za-z_][\w.-]*|[A-Za-z_][\w-]*(?:\.[\w-]+)*)"
    r"|(?P<number>\d[\d.]*(?:\s*(?:k|M|bn|Md|tn)\b)?(?:\s*(?:[A-Z]{3}|%|[GM]W)(?!\w))?))"
)
_SIGNS = {"−": "-", "×": "*", "÷": "/"}


class DeriveError(ValueError):
    """A formula that cannot be evaluated; the message says where and why."""


class Use(NamedTuple):
    """A number of a formula, and how the formula uses it.

    Attributes:
        number: As it is written: "4 bn USD", "12".
        sign: Whether its product is added or taken away.
        factors: The other members of its product; "(" for a parenthesis.
        divides: Whether something is divided in its product.
    """

    number: str
    sign: str
    factors: tuple[str, ...]
    divides: bool


class _Bound(NamedTuple):
    """One end of what an amount may be; `open` when the number itself is left out."""

    number: Decimal
    open: bool = False


class _Amount(NamedTuple):
    """What an amount may be, with its unit; a bare number takes the unit of its neighbour."""

    low: _Bound | None
    high: _Bound | None
    unit: str = ""
    approximate: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The number where it is but one."""
        return self.low.number if self.low is not None and self.low == self.high else None


def quantity_of(
    name: str, rows: Sequence[FieldRow], records: Mapping[str, Record]
) -> Quantity | None:
    """The quantity that a name in a formula of a record means; `None` where there is none.

    Args:
        name: `amount`, `tranches.first.amount`, or `other-record:amount`.
        rows: The fields of the record that has the formula.
        records: All records by id.
    """
    other, colon, path = name.partition(":")
    if colon:
        found = records.get(other)
        return quantity_of(path, field_rows(found), records) if found else None
    for row in rows:
        if row.path == name and isinstance(row.value, Quantity):
            return row.value
    return None


def evaluate(formula: str, values: Callable[[str], Quantity | None]) -> Quantity:
    """Evaluate a formula over named fields.

    `+ - * /` and parentheses over fields (`amount`, `tranches.first.amount`,
    `other-record:amount`) and numbers with or without scale and unit. Signs between names stand
    between spaces, because ids hold hyphens. What is added has one unit; only a bare exact number
    that is not 0, or a percentage, multiplies, and only an exact one divides.

    Args:
        formula: The formula.
        values: The quantity of a field, `None` when there is none.

    Returns:
        The result, bounded and approximate as its operands are.

    Raises:
        DeriveError: If the formula cannot be read, a field has no number, units differ, or
            something is divided by zero.
    """
    if len(formula) > _LONGEST:
        raise DeriveError(msg("a formula has at most {longest} characters", longest=_LONGEST))
    reader = _Reader(_words(formula), values)
    amount = reader.sum()
    if reader.left:
        raise DeriveError(
            msg("{formula!r}: {left!r} is left over", formula=formula, left=reader.left[0])
        )
    return _quantity(amount)


def operands(formula: str) -> tuple[list[str], list[Use]]:
    """The names and the numbers of a formula, in order, these with how they are used.

    Raises:
        DeriveError: If it cannot be read.
    """
    words = _words(formula)
    places = [at for at, word in enumerate(words) if word not in {"(", ")", "+", "-", "*", "/"}]
    names = [words[at] for at in places if not is_number(words[at])]
    return names, [_use(words, at) for at in places if is_number(words[at])]


def _use(words: list[str], at: int) -> Use:
    """How a number is used: in which product, added or taken away; parentheses end a product."""
    first = last = at
    while first > 1 and words[first - 1] in {"*", "/"} and words[first - 2] not in {"(", ")"}:
        first -= 2
    while last + 2 < len(words) and words[last + 1] in {"*", "/"} and words[last + 2] != "(":
        last += 2
    before = words[first - 1] if first else "+"
    around = [words[one] for one in range(first, last + 1, 2) if one != at]
    if before in {"*", "/"} or (last + 1 < len(words) and words[last + 1] in {"*", "/"}):
        around.append("(")
    divides = "/" in words[first : last + 1] or before == "/"
    return Use(words[at], "-" if before == "-" else "+", tuple(around), divides)


def number_of(word: str) -> int | None:
    """The number that a word counts or divides by: "5", "five", "fifth", "douze"; else `None`."""
    return int(word) if word.isascii() and word.isdigit() else _COUNTS.get(word)


_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "two deux half moitie moitié double twice", "three trois third tiers triple",
            "four quatre quarter quart", "five cinq fifth", "six", "seven sept", "eight huit",
            "nine neuf", "ten dix tenth", "eleven onze", "twelve douze dozen douzaine",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip


def is_number(word: str) -> bool:
    """Whether a word of a formula is a number, and no name of a field or a sign."""
    return word[0].isdigit() and ":" not in word


def _words(formula: str) -> list[str]:
    words, at = [], 0
    while at < len(formula.rstrip()):
        match = _TOKEN.match(formula, at)
        if match is None:
            raise DeriveError(
                msg(
                    "{formula!r} cannot be read from {rest!r}",
                    formula=formula,
                    rest=formula[at:].strip(),
                )
            )
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
            if amount.unit != other.unit:
                left, right = (one.unit or msg("a bare number") for one in (amount, other))
                raise DeriveError(msg("{left} and {right} are not added", left=left, right=right))
            amount = _plus(amount, other if sign == "+" else _times(other, Decimal(-1)))
        return amount

    def _product(self) -> _Amount:
        amount = self._atom()
        while self.left and self.left[0] in "*/":
            sign = self.left.pop(0)
            other = self._atom()
            amount = _multiplied(amount, other) if sign == "*" else _divided(amount, other)
        return amount

    def _atom(self) -> _Amount:
        if not self.left:
            raise DeriveError(msg("the formula ends too early"))
        word = self.left.pop(0)
        if word in ("(", "-"):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise DeriveError(msg("too many parentheses or signs within each other"))
            amount = self._inside() if word == "(" else _times(self._atom(), Decimal(-1))
            self._depth -= 1
            return amount
        if word in "+*/)":
            raise DeriveError(msg("{word!r} is out of place", word=word))
        return _amount(word, self._quantity(word))

    def _inside(self) -> _Amount:
        amount = self.sum()
        if not self.left or self.left.pop(0) != ")":
            raise DeriveError(msg("a parenthesis is not closed"))
        return amount

    def _quantity(self, word: str) -> Quantity:
        if is_number(word):
            try:
                number = Quantity.parse(word)
            except QuantityError as error:
                raise DeriveError(str(error)) from None
            if number.value is None:
                raise DeriveError(msg("{word} is a range, not a number", word=word))
            return number
        found = self._values(word)
        if found is None:
            raise DeriveError(msg("there is no quantity {word}", word=word))
        return found


def _amount(name: str, quantity: Quantity) -> _Amount:
    about = quantity.approximate
    if quantity.value is not None:
        bound = _Bound(quantity.value)
        return _Amount(bound, bound, quantity.unit, about)
    low = _bound(quantity.minimum, quantity.exclusive_minimum)
    high = _bound(quantity.maximum, quantity.exclusive_maximum)
    if low is None and high is None:
        raise DeriveError(msg("{name} has no number to reckon with", name=name))
    return _Amount(low, high, quantity.unit, about)


def _bound(closed: Decimal | None, opened: Decimal | None) -> _Bound | None:
    if closed is not None:
        return _Bound(closed)
    return _Bound(opened, open=True) if opened is not None else None


def _quantity(amount: _Amount) -> Quantity:
    low, high, unit, about = amount
    if amount.exact is not None:
        return Quantity(unit, value=amount.exact, approximate=about)
    if low is None and high is None:
        raise DeriveError(msg("the bounds of the operands leave nothing to say"))
    return Quantity(
        unit,
        minimum=low.number if low and not low.open else None,
        maximum=high.number if high and not high.open else None,
        exclusive_minimum=low.number if low and low.open else None,
        exclusive_maximum=high.number if high and high.open else None,
        approximate=about,
    )


def _plus(left: _Amount, right: _Amount) -> _Amount:
    return _Amount(
        _both(left.low, right.low),
        _both(left.high, right.high),
        left.unit or right.unit,
        left.approximate or right.approximate,
    )


def _both(one: _Bound | None, two: _Bound | None) -> _Bound | None:
    if one is None or two is None:
        return None
    return _Bound(_EXACT.add(one.number, two.number), one.open or two.open)


def _times(amount: _Amount, factor: Decimal) -> _Amount:
    low, high = (
        _Bound(_EXACT.multiply(bound.number, factor), bound.open) if bound else None
        for bound in (amount.low, amount.high)
    )
    if factor < 0:
        low, high = high, low
    return amount._replace(low=low, high=high)


def _multiplied(left: _Amount, right: _Amount) -> _Amount:
    left, right = _share_of(left, right), _share_of(right, left)
    if left.unit and right.unit:
        raise DeriveError(
            msg("{left} is not multiplied by {right}", left=left.unit, right=right.unit)
        )
    if left.exact == 0 or right.exact == 0:
        raise DeriveError(msg("what is multiplied by 0 says nothing"))
    if right.exact is not None:
        product = _times(left, right.exact)
    elif left.exact is not None:
        product = _times(right, left.exact)
    else:
        raise DeriveError(msg("two bounds are not multiplied"))
    about = left.approximate or right.approximate
    return product._replace(unit=left.unit or right.unit, approximate=about)


def _share_of(amount: _Amount, other: _Amount) -> _Amount:
    """A percentage as the bare number that it is, where it is taken of something else."""
    if amount.unit != "%" or other.unit in {"", "%"}:
        return amount
    return _times(amount, Decimal("0.01"))._replace(unit="")


def _divided(left: _Amount, right: _Amount) -> _Amount:
    if right.unit and right.unit != left.unit:
        raise DeriveError(
            msg(
                "{left} is not divided by {right}",
                left=left.unit or msg("a number"),
                right=right.unit,
            )
        )
    divisor = right.exact
    if divisor is None:
        raise DeriveError(msg("nothing is divided by a bound"))
    try:
        low, high = (
            _Bound(_EXACT.divide(bound.number, divisor), bound.open) if bound else None
            for bound in (left.low, left.high)
        )
    except (DivisionByZero, InvalidOperation):
        raise DeriveError(msg("division by zero")) from None
    if divisor < 0:
        low, high = high, low
    unit = "" if right.unit else left.unit
    return _Amount(low, high, unit, left.approximate or right.approximate)
