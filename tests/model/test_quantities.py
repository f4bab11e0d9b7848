"""Quantities: what a source says of a sum, exactly, with its bounds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.quantities import Quantity, QuantityError, Span

BN = Decimal(10) ** 9

numbers = st.decimals(0, 10**12, places=4, allow_nan=False, allow_infinity=False)
scales = st.sampled_from(["", "k ", "M ", "bn ", "Md ", "tn "])
bounds = st.sampled_from(
    ["", "up to ", "at most ", "less than ", "more than ", "at least ", "about ", "up to about "]
)
units = st.sampled_from(["USD", "EUR", "CHF", "%", "GW", "homes", ""])


@given(bounds, numbers, scales, units)
def test_a_written_amount_is_read_back_from_its_short_form(
    bound: str, number: Decimal, scale: str, unit: str
) -> None:
    read = Quantity.parse(f"{bound}{number:f} {scale}{unit}")
    assert Quantity.parse(str(read)) == read


@given(numbers, st.sampled_from([("k", 3), ("M", 6), ("bn", 9), ("Md", 9), ("tn", 12)]))
def test_scales_multiply_exactly(number: Decimal, scale: tuple[str, int]) -> None:
    word, power = scale
    read = Quantity.parse(f"{number:f} {word} USD").value
    assert read is not None
    assert Fraction(read) == Fraction(number) * 10**power


@given(st.integers(0, 10**30 - 1), st.integers(0, 10**30 - 1))
def test_no_digit_is_ever_rounded_away(whole: int, decimals: int) -> None:
    text = f"{whole}.{decimals:030}"
    for scale, power in (("", 0), ("tn", 12)):
        read = Quantity.parse(f"{text} {scale} USD".replace("  ", " ")).value
        assert read is not None
        assert Fraction(read) == Fraction(text) * 10**power


@given(st.integers(0, 10**30 - 1), bounds, st.sampled_from(["", "M ", "tn "]))
def test_the_short_form_of_a_huge_amount_loses_nothing(whole: int, bound: str, scale: str) -> None:
    read = Quantity.parse(f"{bound}{whole} {scale}USD")
    assert Quantity.parse(str(read)) == read


def test_ranges_share_their_scale_and_unit() -> None:
    read = Quantity.parse("1-2.5 bn USD")
    assert (read.minimum, read.maximum, read.unit) == (BN, Decimal("2.5") * BN, "USD")
    assert Quantity.parse(str(read)) == read


def test_up_to_four_billion_and_one_and_a_quarter_do_not_disagree() -> None:
    ceiling = Quantity.parse("up to 4 bn USD")
    assert ceiling.meets(Quantity.parse("1.25 bn USD")) is True
    assert Quantity.parse("4 bn USD").meets(Quantity.parse("4 M USD")) is False
    assert ceiling.meets(Quantity.parse("1 bn EUR")) is None
    assert ceiling.meets(Quantity.parse("undisclosed")) is None


def test_exclusive_bounds_leave_out_their_number() -> None:
    more = Quantity.parse("more than 3 bn USD")
    assert more.meets(Quantity.parse("3 bn USD")) is False
    assert more.meets(Quantity.parse("up to 3 bn USD")) is False
    assert Quantity.parse("at least 3 bn USD").meets(Quantity.parse("up to 3 bn USD")) is True


def test_about_allows_a_tenth_more_or_less() -> None:
    about = Quantity.parse("about 400 M EUR")
    assert about.span() == Span(Decimal(360_000_000), Decimal(440_000_000))
    assert not about.is_exact
    assert about.meets(Quantity.parse("441 M EUR")) is False


def test_words_allow_a_range_but_give_no_number() -> None:
    several = Quantity.parse("several bn USD")
    assert several.value is None
    assert several.meets(Quantity.parse("4 bn USD")) is True
    assert several.meets(Quantity.parse("1 bn USD")) is False
    assert several.meets(Quantity.parse("4 M USD")) is False
    assert Quantity.parse("undisclosed").span() is None


def test_a_third_stays_a_third() -> None:
    third = Quantity.parse("less than 1/3")
    assert third.exclusive_maximum is not None
    assert third.meets(Quantity.parse("0.3333")) is True
    assert third.meets(Quantity.parse("0.3334")) is False


def test_only_currency_codes_are_currencies() -> None:
    assert Quantity.parse("4 bn USD").currency == "USD"
    assert Quantity.parse("70 %").currency == ""
    assert Quantity.parse("2.2 GW").currency == ""


@pytest.mark.parametrize(
    "text",
    [
        "", "bn USD", "four bn USD", "4 bn bn USD", "4 billion-USD", "1/0", "2-1 bn USD",
        "up to 1-2 bn USD", "-4 bn USD", "4,5 bn USD", "1e9 USD", "NaN", "inf USD", "٤ bn USD",
        "4 bn USD today", "9" * 31,
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.parse(text)


spans = st.tuples(
    st.none() | st.integers(0, 9), st.none() | st.integers(0, 9), st.booleans(), st.booleans()
).map(
    lambda s: Span(
        None if s[0] is None else Decimal(s[0]), None if s[1] is None else Decimal(s[1]), s[2], s[3]
    )
)


def lies_in(span: Span, number: Decimal) -> bool:
    above = span.low is None or number > span.low or (number == span.low and not span.low_open)
    below = span.high is None or number < span.high or (number == span.high and not span.high_open)
    return above and below


@settings(max_examples=300)
@given(spans, spans)
def test_spans_meet_exactly_where_a_number_lies_in_both(left: Span, right: Span) -> None:
    candidates = [Decimal(half) / 2 for half in range(-1, 21)]
    shared = any(lies_in(left, each) and lies_in(right, each) for each in candidates)
    sound = all(
        s.low is None
        or s.high is None
        or s.low < s.high
        or (s.low == s.high and not (s.low_open or s.high_open))
        for s in (left, right)
    )
    if sound:
        assert left.meets(right) == shared == right.meets(left)
