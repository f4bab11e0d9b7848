"""Which sums count as flows, and in which column."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flows.edges import COLUMNS, POSSIBLE, Edge, edges
from tui.flows.spans import sum_spans
from tui.flows.sums import add_up
from tui.flows.words import sum_words
from tui.model.corpus import Corpus
from tui.model.locales import EN
from tui.model.quantities import Quantity, Span
from tui.model.records import Deal, Fact, Party, Record, Status, Total, Tranche

BN = 10**9
CORPUS = Corpus(
    parties={
        "amazon": Party("amazon", "Amazon", ("AWS",)),
        "anthropic": Party("anthropic", "Anthropic"),
    }
)


def deal(amount: str | None, status: Status = "committed", *tranches: Tranche, **more: str) -> Deal:
    quantity = Quantity.parse(amount) if amount else None
    parties = {"payer": "amazon", "payee": "anthropic", **more}
    return Deal("deal", "A deal", status=status, amount=quantity, tranches=tranches, **parties)  # type: ignore[arg-type] # names of fields


def tranche(name: str, amount: str | None, status: Status | None = None) -> Tranche:
    return Tranche(name, amount=Quantity.parse(amount) if amount else None, status=status)


def bounds_by_column(*records: Deal) -> dict[tuple[str, str], str]:
    """By column and tranche: the bounds in billions."""
    return {(edge.column, edge.tranche_id): _bounds(edge.span) for edge in edges(records, CORPUS)}


def _bounds(span: Span | None) -> str:
    if span is None:
        return "?"
    low, high = (None if end is None else f"{end / BN:f}" for end in (span.low, span.high))
    return f"{low or ''}..{high or ''}" if low != high else str(low)


def test_each_status_has_its_column() -> None:
    assert bounds_by_column(deal("4 bn USD", "paid")) == {("paid", ""): "4"}
    assert bounds_by_column(deal("4 bn USD", "committed")) == {("committed", ""): "4"}
    assert bounds_by_column(deal("4 bn USD", "announced")) == {("announced", ""): "4"}
    assert bounds_by_column(deal("4 bn USD", "rumoured")) == {("rumoured", ""): "4"}
    assert bounds_by_column(deal("4 bn USD", "cancelled")) == {}


def test_up_to_is_a_ceiling_unless_paid_or_rumoured() -> None:
    assert bounds_by_column(deal("up to 4 bn USD", "committed")) == {("ceiling", ""): "..4"}
    assert bounds_by_column(deal("less than 4 bn USD", "committed")) == {("ceiling", ""): "..4"}
    assert bounds_by_column(deal("up to 4 bn USD", "paid")) == {("paid", ""): "..4"}
    assert bounds_by_column(deal("up to 4 bn USD", "rumoured")) == {("rumoured", ""): "..4"}
    assert bounds_by_column(deal("up to 4 bn USD", "announced")) == {("announced", ""): "..4"}


def test_what_is_about_a_sum_is_about_that_sum_and_no_other() -> None:
    (edge,) = edges([deal("about 1.5 bn USD")], CORPUS)
    assert edge.span is not None
    assert (edge.span.low, edge.span.high) == (Decimal("1.5e9"), Decimal("1.5e9"))
    assert edge.span.approximate
    flows = edges([deal("about 1.5 bn USD"), deal("2 bn USD")], CORPUS)
    total = add_up([edge for edge in flows if edge.column == "committed"])
    assert sum_words(total, "USD", "committed", EN) == "about $3.5 bn"


@pytest.mark.parametrize("price", ["40 USD/share", "up to 12 EUR/share", "5 %"])
def test_a_price_of_a_part_is_never_summed(price: str) -> None:
    flows = edges([deal(price), deal("2 bn USD")], CORPUS)
    assert [(edge.gap, edge.unit) for edge in flows] == [("price", ""), ("", "USD")]
    total = add_up(flows[:1])
    assert total.span is None
    assert sum_words(total, "", "committed", EN) == "1 deal, no sum"


def test_lower_bounds_and_ranges_are_committed() -> None:
    assert bounds_by_column(deal("more than 3 bn USD")) == {("committed", ""): "3.."}
    assert bounds_by_column(deal("1-2 bn USD")) == {("committed", ""): "1..2"}


def test_the_deal_of_amazon_shows_its_ceiling_and_both_parts() -> None:
    record = deal(
        "up to 4 bn USD",
        "committed",
        tranche("first", "1.25 bn USD", "paid"),
        tranche("second", "2.75 bn USD", "committed"),
    )
    assert bounds_by_column(record) == {
        ("ceiling", ""): "..4",
        ("paid", "first"): "1.25",
        ("committed", "second"): "2.75",
    }


def test_a_pledge_stands_whole_and_its_pledged_part_does_not_stand_beside_it() -> None:
    record = deal(
        "2 bn USD",
        "announced",
        tranche("first", "500 M USD", "paid"),
        tranche("second", "1.5 bn USD", "announced"),
    )
    assert bounds_by_column(record) == {("announced", ""): "2", ("paid", "first"): "0.5"}


def test_a_commitment_adds_only_what_its_parts_leave_over() -> None:
    part = tranche("first", "1.25 bn USD", "paid")
    assert bounds_by_column(deal("4 bn USD", "committed", part)) == {
        ("paid", "first"): "1.25",
        ("committed", ""): "2.75",
    }
    whole = tranche("second", "2.75 bn USD")
    assert bounds_by_column(deal("4 bn USD", "committed", part, whole)) == {
        ("paid", "first"): "1.25",
        ("committed", "second"): "2.75",
    }


def test_parts_that_may_make_up_an_approximate_sum_leave_nothing_over() -> None:
    assert bounds_by_column(
        deal("about 4 bn USD", "committed", tranche("first", "3.9 bn USD", "paid"))
    ) == {("paid", "first"): "3.9"}


def test_a_part_without_a_number_leaves_a_range_over() -> None:
    recorded = deal(
        "4 bn USD", "committed", tranche("first", "1 bn USD", "paid"), tranche("next", None, "paid")
    )
    assert bounds_by_column(recorded) == {
        ("paid", "first"): "1",
        ("paid", "next"): "?",
        ("committed", ""): "..3",
    }


def test_parts_in_another_currency_are_not_taken_off() -> None:
    recorded = deal("4 bn USD", "committed", tranche("first", "1 bn EUR", "paid"))
    assert bounds_by_column(recorded) == {("paid", "first"): "1", ("committed", ""): "..4"}


def test_a_cancelled_part_is_taken_off_and_stands_nowhere() -> None:
    gone = tranche("second", "2.75 bn USD", "cancelled")
    assert bounds_by_column(deal("4 bn USD", "committed", gone)) == {("committed", ""): "1.25"}
    assert bounds_by_column(deal("up to 4 bn USD", "committed", gone)) == {
        ("ceiling", ""): "..1.25"
    }
    everything = tranche("all", "4 bn USD", "cancelled")
    assert bounds_by_column(deal("4 bn USD", "committed", everything)) == {}


def test_money_paid_before_a_deal_was_cancelled_has_moved() -> None:
    recorded = deal(
        "4 bn USD", "cancelled", tranche("first", "1 bn USD", "paid"), tranche("b", "3 bn USD")
    )
    assert bounds_by_column(recorded) == {("paid", "first"): "1"}


def test_a_deal_without_a_number_is_counted_and_says_why() -> None:
    for amount, gap in (
        (None, "absent"),
        ("undisclosed", "undisclosed"),
        ("several bn USD", "vague"),
    ):
        (edge,) = edges([deal(amount)], CORPUS)
        assert (edge.span, edge.amount, edge.gap) == (None, None, gap)


def test_sales_of_stakes_totals_and_facts_are_no_flows() -> None:
    four = Quantity.parse("4 bn USD")
    records: list[Record] = [
        deal("4 bn USD", instrument="stake-sale"),
        Total("total", "A total", "amazon", "anthropic", amount=four),
        Fact("fact", "A stake", "stake", "anthropic", "amazon", four),
        Deal("together", "A partnership", parties=("amazon", "anthropic"), amount=four),
    ]
    assert edges(records, CORPUS) == []


def test_a_deal_that_names_one_side_only_is_kept() -> None:
    (edge,) = edges([deal("1.4 tn USD", payee="")], CORPUS)
    assert (edge.payer, edge.payee) == ("amazon", "")


def test_parties_are_recognized_by_name_and_alias() -> None:
    (edge,) = edges([deal("1 bn USD", payer="aws", payee="ANTHROPIC")], CORPUS)
    assert (edge.payer, edge.payee) == ("amazon", "anthropic")
    (other,) = edges([deal("1 bn USD", payer="Unknown Fund")], CORPUS)
    assert other.payer == "Unknown Fund"


statuses = st.sampled_from([status for status in get_args(Status) if status != "cancelled"])
whole_sums = st.integers(0, 100).map(lambda n: Quantity("USD", value=Decimal(n)))
parts = st.lists(
    st.builds(Tranche, id=st.uuids().map(str), amount=whole_sums, status=st.none() | statuses),
    max_size=4,
).map(tuple)


@given(whole_sums, statuses.filter(lambda s: s != "announced"), parts)
def test_no_money_is_lost_and_none_is_there_twice(
    amount: Quantity, status: Status, tranches: tuple[Tranche, ...]
) -> None:
    pledged = {"announced"}
    firm = tuple(part for part in tranches if (part.status or status) not in pledged)
    flows = edges([Deal("deal", "", "a", "b", status=status, amount=amount, tranches=firm)], CORPUS)
    together = sum_spans(edge.span for edge in flows if edge.span)
    recorded = sum(
        (part.amount.value for part in firm if part.amount and part.amount.value), Decimal(0)
    )
    assert together.low == together.high == max(recorded, amount.value or Decimal(0))


any_sums = st.sampled_from(
    [
        "up to 4 bn USD",
        "1 bn USD",
        "more than 2 bn USD",
        "1-3 bn EUR",
        "several bn USD",
        "undisclosed",
    ]
).map(Quantity.parse)
any_deal = st.builds(
    Deal,
    id=st.uuids().map(str),
    title=st.just(""),
    payer=st.just("a"),
    payee=st.just("b"),
    status=st.sampled_from(get_args(Status)),
    amount=st.none() | any_sums,
    tranches=st.lists(
        st.builds(
            Tranche,
            id=st.uuids().map(str),
            amount=st.none() | any_sums,
            status=st.none() | st.sampled_from(get_args(Status)),
        ),
        max_size=3,
    ).map(tuple),
)


@given(any_deal)
def test_a_tranche_never_stands_in_one_column_with_its_whole_deal(recorded: Deal) -> None:
    flows = edges([recorded], CORPUS)
    for column in COLUMNS:
        whole = [e for e in flows if e.column == column and not e.tranche_id and not e.rest]
        if whole and whole[0].span is not None and column in POSSIBLE:
            assert not [e for e in flows if _beside(e, whole[0])]


def _beside(edge: Edge, whole: Edge) -> bool:
    return bool(edge.tranche_id) and edge.column == whole.column and edge.unit == whole.unit


@given(any_deal)
def test_what_is_rumoured_stays_apart_and_what_is_cancelled_is_left_out(recorded: Deal) -> None:
    by_id = {part.id: part.status or recorded.status for part in recorded.tranches}
    for edge in edges([recorded], CORPUS):
        status = by_id.get(edge.tranche_id, recorded.status)
        assert status != "cancelled"
        assert (edge.column == "rumoured") == (status == "rumoured")
        assert (edge.column == "paid") == (status == "paid")
        assert (edge.span is None) == bool(edge.gap)


def test_a_part_without_a_sum_stays_where_cancelled_ones_may_be_all_of_the_deal() -> None:
    parts = tranche("first", None), tranche("second", "up to 4 bn USD", "cancelled")
    assert bounds_by_column(deal("1 bn USD", "announced", *parts)) == {("announced", "first"): "?"}


@given(any_deal)
def test_a_live_deal_is_never_dropped(recorded: Deal) -> None:
    alive = [part for part in recorded.tranches if (part.status or recorded.status) != "cancelled"]
    if alive:
        assert edges([recorded], CORPUS)
    elif not recorded.tranches:
        assert bool(edges([recorded], CORPUS)) == (recorded.status != "cancelled")
