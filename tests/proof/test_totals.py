"""Stated totals against their members: sums of one kind only, and never more than is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.model.corpus import Corpus
from tui.model.quantities import Quantity
from tui.model.records import Deal, Status, Total, Tranche
from tui.proof.audit.reconciliation import Reconciliation, reconcile


def total_of(
    stated: str, *deals: tuple[str, Status], count: int = 0, **more: Any
) -> Reconciliation:
    records = {
        f"d{at}": Deal(f"d{at}", "x", amount=Quantity.parse(amount), status=status)
        for at, (amount, status) in enumerate(deals)
    }
    total = Total(
        "t", "x", amount=Quantity.parse(stated), members=more.pop("members", tuple(records)),
        count=Quantity("", value=Decimal(count)) if count else None,
    )  # fmt: skip
    return reconcile(total, Corpus(records={**records, "t": total}))


def test_paid_committed_ceilings_and_rumours_are_told_apart() -> None:
    found = total_of(
        "9 bn USD", ("1 bn USD", "paid"), ("2 bn USD", "committed"),
        ("up to 4 bn USD", "committed"), ("3 bn USD", "rumoured"), count=4,
    )  # fmt: skip
    assert found.verdict == "open"
    assert (found.low, found.high) == (Decimal(3 * 10**9), Decimal(10**10))
    assert found.words == (
        "3 bn USD to 10 bn USD of 9 bn USD, up to 6 bn USD unexplained; 4 of 4 operations known "
        "(paid 1 bn USD, committed 2 bn USD, committed up to 4 bn USD, rumoured 3 bn USD)"
    )


def test_what_is_missing_at_best_is_told_as_at_least() -> None:
    found = total_of("7 bn USD", ("2.85 bn USD", "paid"), ("up to 4 bn USD", "committed"), count=3)
    assert found.verdict == "short"
    assert "2.85 bn USD to 6.85 bn USD of 7 bn USD, at least 150 M USD unexplained" in found.words
    assert "2 of 3 operations known" in found.words


def test_a_rumour_or_a_cancelled_deal_never_makes_a_total_exceed() -> None:
    unsure: tuple[Status, ...] = ("rumoured", "cancelled")
    for status in unsure:
        assert total_of("1 bn USD", ("1 bn USD", "paid"), ("5 bn USD", status)).verdict == "open"
    assert total_of("1 bn USD", ("1 bn USD", "paid"), ("5 bn USD", "paid")).verdict == "over"


def test_more_operations_than_stated_differ_whatever_the_sums_leave_open() -> None:
    deals: tuple[tuple[str, Status], ...] = (("up to 1 bn USD", "paid"), ("up to 1 bn USD", "paid"))
    assert total_of("1 bn USD", *deals, count=1).verdict == "count-differs"
    assert total_of("1 bn USD", *deals, count=3).verdict == "open"


def test_a_member_without_a_figure_leaves_the_sum_open_upwards() -> None:
    found = total_of("5 bn USD", ("1 bn USD", "paid"), ("undisclosed", "paid"))
    assert (found.verdict, found.high, found.unknown) == ("open", None, ("d1",))
    assert found.words.startswith("at least 1 bn USD of 5 bn USD, up to 4 bn USD unexplained")


def test_a_member_in_another_currency_is_named_and_nothing_is_added() -> None:
    found = total_of("5 bn USD", ("1 bn USD", "paid"), ("4 bn EUR", "paid"))
    assert found.verdict == "incomparable"
    assert found.words == "not comparable; d1 is in EUR; 2 members"


def test_a_member_named_twice_counts_once_and_is_told() -> None:
    found = total_of("2 bn USD", ("2 bn USD", "paid"), members=("d0", "d0"))
    assert (found.verdict, found.overlaps, found.known) == ("equal", ("d0",), 1)


def test_ids_with_dots_are_not_taken_for_tranches() -> None:
    one, two = Quantity.parse("1 bn USD"), Quantity.parse("2 bn USD")
    deals = {
        "a": Deal("a", "x", amount=one),
        "a.b": Deal("a.b", "x", amount=two, tranches=(Tranche("c.d", amount=one),)),
    }
    total = Total("t", "x", amount=Quantity.parse("3 bn USD"), members=("a", "a.b"))
    found = reconcile(total, Corpus(records={**deals, "t": total}))
    assert (found.verdict, found.overlaps) == ("equal", ())
    tranche = Total("t", "x", amount=one, members=("a.b.c.d",))
    assert reconcile(tranche, Corpus(records=dict(deals))).verdict == "equal"


@st.composite
def _members(draw: st.DrawFn) -> tuple[list[tuple[str, Status]], int]:
    """Members as recorded, and what they truly came to."""
    deals: list[tuple[str, Status]] = []
    true = 0
    for _ in range(draw(st.integers(1, 6))):
        figure = draw(st.integers(1, 1000))
        status: Status = draw(st.sampled_from(("paid", "committed", "rumoured", "cancelled")))
        form = draw(st.sampled_from(("{} USD", "up to {} USD", "at least {} USD")))
        least = {"{} USD": figure, "up to {} USD": 0, "at least {} USD": figure}[form]
        most = 2000 if form == "at least {} USD" else figure
        if status in ("rumoured", "cancelled"):
            least = 0
        true += draw(st.integers(least, most))
        deals.append((form.format(figure), status))
    return deals, true


@given(_members())
def test_the_bounds_hold_the_true_sum_and_it_is_never_called_wrong(
    made: tuple[list[tuple[str, Status]], int],
) -> None:
    deals, true = made
    found = total_of(f"{true} USD", *deals)
    assert found.low <= true
    assert found.high is None or true <= found.high
    assert found.verdict in ("equal", "open")
    assert sum(part.low for part in found.by_status) >= found.low
