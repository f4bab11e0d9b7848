"""Tranches that cannot all be parts of their deal are told; those that can are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.quantities import Quantity
from tui.model.records import Deal, Status, Tranche
from tui.proof.audit.tranches import overruns


def deal(amount: str, *parts: str, status: Status = "announced") -> Deal:
    """A deal with tranches written as `paid 3 bn USD`, or without a status of their own."""
    tranches = []
    for at, part in enumerate(parts):
        first, _, rest = part.partition(" ")
        known = first in ("paid", "committed", "announced", "rumoured", "cancelled")
        quantity = Quantity.parse(rest if known else part)
        tranches.append(Tranche(f"t{at}", amount=quantity, status=first if known else None))  # type: ignore[arg-type]  # a status was read
    return Deal("d", "D", amount=Quantity.parse(amount), tranches=tuple(tranches), status=status)


@pytest.mark.parametrize(
    ("whole", "parts", "told"),
    [
        ("up to 4 bn USD", ("3 bn USD", "2 bn USD"), "5 bn USD"),
        ("4 bn USD", ("3 bn USD", "2 bn USD"), "5 bn USD"),
        ("less than 5 bn USD", ("3 bn USD", "2 bn USD"), "5 bn USD"),
        ("3 bn USD", ("more than 3 bn USD",), "3 bn USD"),
        ("4 bn USD", ("at least 3 bn USD", "2-3 bn USD"), "5 bn USD"),
        ("4 bn USD", ("paid 3 bn USD", "committed 1 bn USD", "paid 2 bn USD"), "5 bn USD"),
        ("4 bn USD", ("3 bn USD", "2 bn USD", "9 bn EUR"), "5 bn USD"),
    ],
)
def test_tranches_of_one_status_that_exceed_the_deal_are_told(
    whole: str, parts: tuple[str, ...], told: str
) -> None:
    (over,) = overruns(deal(whole, *parts))
    assert str(over.low) == told


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("up to 4 bn USD", ("paid 1.25 bn USD", "committed 2.75 bn USD")),
        ("4 bn USD", ("3 bn USD", "1 bn USD")),
        ("4 bn USD", ("up to 3 bn USD", "up to 2 bn USD")),
        ("more than 4 bn USD", ("3 bn USD", "2 bn USD")),
        ("at least 4 bn USD", ("3 bn USD", "2 bn USD")),
        ("4-6 bn USD", ("3 bn USD", "2 bn USD")),
        ("4 bn USD", ("committed 4 bn USD", "paid 3 bn USD")),
        ("4 bn USD", ("3 bn USD", "rumoured 2 bn USD")),
        ("4 bn USD", ("3 bn USD", "cancelled 2 bn USD")),
        ("4 bn USD", ("3 bn USD", "2 bn EUR")),
        ("4 bn USD", ("several bn USD", "undisclosed", "4 bn USD")),
        ("several bn USD", ("3 bn USD", "2 bn USD")),
        ("undisclosed", ("3 bn USD", "2 bn USD")),
    ],
)
def test_tranches_that_can_lie_within_the_deal_are_not_told(
    whole: str, parts: tuple[str, ...]
) -> None:
    assert overruns(deal(whole, *parts)) == ()


def test_of_a_rumoured_deal_rumoured_tranches_count() -> None:
    (over,) = overruns(deal("4 bn USD", "3 bn USD", "2 bn USD", status="rumoured"))
    assert (over.status, over.tranches) == ("rumoured", ("t0", "t1"))


AMOUNTS = st.lists(st.integers(1, 9), min_size=1, max_size=5)


@given(AMOUNTS, st.integers(1, 30), st.sampled_from(["", "up to ", "less than "]))
def test_exact_tranches_exceed_just_when_their_sum_does(
    parts: list[int], whole: int, bound: str
) -> None:
    found = overruns(deal(f"{bound}{whole} bn USD", *(f"{part} bn USD" for part in parts)))
    exceeds = sum(parts) >= whole if bound == "less than " else sum(parts) > whole
    assert bool(found) == exceeds


@given(AMOUNTS, st.data())
def test_a_looser_amount_is_never_exceeded_where_a_tighter_one_is_not(
    parts: list[int], data: st.DataObject
) -> None:
    tight = data.draw(st.integers(1, 30))
    loose = data.draw(st.integers(tight, 40))
    written = [f"{part} bn USD" for part in parts]
    if not overruns(deal(f"up to {tight} bn USD", *written)):
        assert not overruns(deal(f"up to {loose} bn USD", *written))
