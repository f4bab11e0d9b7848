"""Quantities as a source states them: a value or bounds, approximate or in words, with a unit.

The bounds follow BODS (Beneficial Ownership Data Standard): exact, minimum, maximum, exclusive
minimum, exclusive maximum. Units are ISO 4217 currency codes, `%`, or a physical unit (`GW`).
Numbers are exact decimals; nothing here converts or adds two currencies.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation, localcontext
from functools import cache

import msgspec

_SCALES: dict[str, Decimal] = {
    "": Decimal(1),
    "k": Decimal(10) ** 3,
    "M": Decimal(10) ** 6,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "Bn": Decimal(10) ** 9,
    "Md": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12,
}
_EXACT = Context(prec=120)
"""Digits that hold every number that can be written; the default context rounds at 28."""
_SHORT_STEP = Decimal("0.0001")
_SHORT_SCALES = ((12, "tn"), (9, "bn"), (6, "M"))
_TOLERANCE = Decimal("0.1")
"""By how much "about" widens a number: a tenth, as sources that round give one or two digits."""
_NUMBER = r"(?:\d{1,9}/\d{1,9}|\d{1,30}(?:\.\d{1,30})?)"
_VAGUE_FACTOR = {"several": (2, 1000), "tens of": (20, 100), "hundreds of": (200, 1000)}
_AT_MOST = {"up to", "at most", "<=", "≤"}
_BELOW = {"less than", "under", "<"}
_AT_LEAST = {"at least", "from", ">=", "≥"}
_ABOVE = {"more than", "over", ">"}

UNDISCLOSED = "undisclosed"


@cache
def _quantity() -> re.Pattern[str]:
    """A number or two with what may stand around them; a millisecond to compile."""
    return re.compile(
        rf"""
        (?P<about>about\s+|~\s*)?
        (?:(?P<bound>up\s+to|at\s+most|less\s+than|under|more\s+than|over|at\s+least|from|<=|>=|<|>|≤|≥)\s*)?
        (?P<about2>about\s+|~\s*)?
        (?P<first>{_NUMBER})
        (?:\s*(?:-|–|to|\.\.)\s*(?P<second>{_NUMBER}))?
        (?:\s*(?P<scale>k|mn|M|m|bn|Bn|Md|tn)(?![A-Za-z]))?
        (?:\s*(?P<unit>%|[A-Z]{{3}}|[A-Za-z][A-Za-z/]{{0,15}}))?
        """,
        re.VERBOSE | re.ASCII,
    )


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        r"(?P<word>several|tens\s+of|hundreds\s+of)"
        r"\s+(?P<scale>k|mn|M|bn|Md|tn)\s+(?P<unit>[A-Z]{3})"
    )


class QuantityError(ValueError):
    """A text that is not a quantity; the message says what is wrong, in the user's words."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """The numbers that a quantity allows, as an interval; `None` is no bound on that side.

    `approximate` says that its bounds are about right only, as a source put them.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False

    def widened(self) -> Span:
        """What approximate bounds may mean: a tenth more on both sides; others are as they are."""
        if not self.approximate:
            return self
        low, high = self.low, self.high
        return Span(
            low - abs(low) * _TOLERANCE if low is not None else None,
            high + abs(high) * _TOLERANCE if high is not None else None,
        )

    def meets(self, other: Span) -> bool:
        """Whether some number lies in both intervals."""
        return not (_below(self, other) or _below(other, self))


class Quantity(
    msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag="quantity", tag_field="type"
):
    """A sum of money, a percentage or a physical measure, as precisely as a source gives it.

    Attributes:
        unit: ISO 4217 code, `%`, or a unit such as `GW`; empty for a bare count.
        value: The number when it is stated exactly (or approximately, see `approximate`).
        minimum: At least this ("from", "at least").
        maximum: At most this ("up to").
        exclusive_minimum: More than this.
        exclusive_maximum: Less than this.
        approximate: The source says "about", "nearly", "some".
        words: What the source says where it gives no number: `several bn USD`, `undisclosed`. Such
            a quantity is never summed.
    """

    unit: str = ""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    exclusive_minimum: Decimal | None = None
    exclusive_maximum: Decimal | None = None
    approximate: bool = False
    words: str = ""

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Parse the short form: `1.25 bn USD`, `up to 4 bn USD`, `1-2 bn USD`, `several bn USD`.

        Scales are `k`, `M`, `bn` (10^9), `Md` (10^9) and `tn` (10^12).

        Raises:
            QuantityError: If the text is not a quantity, or its bounds are the wrong way round.
        """
        text = " ".join(text.split())
        if text == UNDISCLOSED:
            return cls(words=UNDISCLOSED)
        vague = _vague().fullmatch(text)
        if vague is not None:
            return cls(unit=vague["unit"], words=text)
        match = _quantity().fullmatch(text)
        if match is None:
            raise QuantityError(
                f"{text!r} is no amount: write 1.25 bn USD, up to 4 bn USD, more than 3 bn USD, "
                "about 400 M EUR, 1-2 bn USD, several bn USD or undisclosed"
            )
        scale = _SCALES[match["scale"] or ""]
        first = _EXACT.multiply(_number(match["first"]), scale)
        second = _EXACT.multiply(_number(match["second"]), scale) if match["second"] else None
        unit = match["unit"] or ""
        approximate = bool(match["about"] or match["about2"])
        bound = match["bound"]
        if second is not None:
            if bound or second < first:
                raise QuantityError(f"{text!r}: a range runs from the smaller to the larger number")
            return cls(unit, minimum=first, maximum=second, approximate=approximate)
        if bound in _AT_MOST:
            return cls(unit, maximum=first, approximate=approximate)
        if bound in _BELOW:
            return cls(unit, exclusive_maximum=first, approximate=approximate)
        if bound in _AT_LEAST:
            return cls(unit, minimum=first, approximate=approximate)
        if bound in _ABOVE:
            return cls(unit, exclusive_minimum=first, approximate=approximate)
        return cls(unit, value=first, approximate=approximate)

    @property
    def is_exact(self) -> bool:
        """Whether it is a single number, neither bounds nor approximate."""
        return self.value is not None and not self.approximate

    @property
    def currency(self) -> str:
        """The ISO 4217 code, empty when the unit is not a currency."""
        return self.unit if len(self.unit) == 3 and self.unit.isupper() else ""

    @property
    def magnitude(self) -> Decimal | None:
        """The number to size or sort by: the value, else the highest bound, else the lowest."""
        for number in (
            self.value,
            self.maximum,
            self.exclusive_maximum,
            self.minimum,
            self.exclusive_minimum,
        ):
            if number is not None:
                return number
        span = self.span()
        return span.low if span else None

    def span(self) -> Span | None:
        """The numbers that it allows, or `None` where it says nothing (`undisclosed`).

        "About" widens a value or a bound by a tenth, to compare with; "several" counts from 2 to
        below 1000 of its scale.
        """
        if self.words:
            vague = _vague().fullmatch(self.words)
            if vague is None:
                return None
            least, below = _VAGUE_FACTOR[" ".join(vague["word"].split())]
            scale = _SCALES[vague["scale"]]
            return Span(least * scale, below * scale, high_open=True)
        return self.stated().widened()

    def stated(self) -> Span:
        """The bounds as a source puts them, approximate or not; none for an amount in words."""
        low = self.value if self.value is not None else self.minimum
        high = self.value if self.value is not None else self.maximum
        low_open = high_open = False
        if self.exclusive_minimum is not None and (low is None or self.exclusive_minimum >= low):
            low, low_open = self.exclusive_minimum, True
        if self.exclusive_maximum is not None and (high is None or self.exclusive_maximum <= high):
            high, high_open = self.exclusive_maximum, True
        return Span(low, high, low_open, high_open, self.approximate)

    def meets(self, other: Quantity) -> bool | None:
        """Whether both can be true: some number is allowed by each.

        "Up to 4 bn" and "1.25 bn" meet; "4 bn" and "4 M" do not.

        Returns:
            `None` when they are not comparable: other units, or one says nothing.
        """
        mine, theirs = self.span(), other.span()
        if self.unit != other.unit or mine is None or theirs is None:
            return None
        return mine.meets(theirs)

    def __str__(self) -> str:
        """The short form, which `parse` accepts."""
        if self.words:
            return self.words
        about = "about " if self.approximate else ""
        if self.value is not None:
            return about + _short_form(self.value, self.unit)
        low = self.minimum if self.minimum is not None else self.exclusive_minimum
        high = self.maximum if self.maximum is not None else self.exclusive_maximum
        if low is not None and high is not None:
            return about + _short_range_form(low, high, self.unit)
        for number, words in (
            (self.maximum, "up to "),
            (self.exclusive_maximum, "less than "),
            (self.minimum, "at least "),
            (self.exclusive_minimum, "more than "),
        ):
            if number is not None:
                return f"{words}{about}{_short_form(number, self.unit)}"
        return UNDISCLOSED


def _below(left: Span, right: Span) -> bool:
    """Whether `left` ends before `right` starts."""
    if left.high is None or right.low is None:
        return False
    if left.high == right.low:
        return left.high_open or right.low_open
    return left.high < right.low


def _number(text: str) -> Decimal:
    """Parse a decimal, or a fraction such as `1/3`."""
    numerator, slash, denominator = text.partition("/")
    try:
        number = Decimal(numerator)
        if slash:
            with localcontext() as context:
                # The default precision, whatever the caller's context: `format` recognizes a third
                # by its 28 digits.
                context.prec = 28
                number = number / Decimal(denominator)
    except (InvalidOperation, ZeroDivisionError):
        raise QuantityError(f"{text!r} is no number") from None
    return number


def _plain_digits(number: Decimal) -> str:
    """Digits without exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _short_form(number: Decimal, unit: str) -> str:
    """The number with the largest scale under which it has at most four decimals."""
    (digits,), scale = _scaled(unit, number)
    return " ".join(filter(None, (digits, scale, unit)))


def _short_range_form(low: Decimal, high: Decimal, unit: str) -> str:
    """Both ends with the largest scale under which each has at most four decimals."""
    (first, second), scale = _scaled(unit, low, high)
    return " ".join(filter(None, (f"{first}-{second}", scale, unit)))


def _scaled(unit: str, *numbers: Decimal) -> tuple[list[str], str]:
    """The digits of numbers, the smallest first, under one scale; and its name, if there is one."""
    for scale, name in _SHORT_SCALES if unit not in ("%", "") else ():
        scaled = [number.scaleb(-scale, _EXACT) for number in numbers]
        if scaled[0].copy_abs() >= 1 and all(
            number == number.quantize(_SHORT_STEP, context=_EXACT) for number in scaled
        ):
            return [_plain_digits(number) for number in scaled], name
    return [_plain_digits(number) for number in numbers], ""
