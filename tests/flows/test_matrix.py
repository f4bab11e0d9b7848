"""The matrix adds up: cells, rows, columns and the whole say the same."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tui.flows.edges import Edge, edges
from tui.flows.matrix import Sums, matrix, sums_of
from tui.model.corpus import Corpus
from tui.model.quantities import Quantity, Span
from tui.model.records import Deal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.flows.sums import Sum

STATUSES = ["rumoured", "announced", "committed", "paid", "cancelled"]
parties = st.sampled_from(["amazon", "google", "anthropic", "openai", ""])
numbers = st.integers(1, 10**24).map(str)
amounts = st.none() | st.builds(
    lambda form, n, unit: Quantity.parse(form.format(n=n, unit=unit)),
    st.sampled_from(
        ["{n} {unit}", "up to {n} {unit}", "more than {n} {unit}", "at least {n} {unit}",
         "less than {n} {unit}", "several bn {unit}", "undisclosed"]
    ),
    numbers,
    st.sampled_from(["USD", "EUR", "CHF"]),
)  # fmt: skip
deals = st.lists(
    st.builds(
        Deal,
        id=st.integers(0, 50).map("deal-{}".format),
        title=st.just(""),
        payer=parties,
        payee=parties,
        status=st.sampled_from(STATUSES),
        amount=amounts,
    ),
    max_size=12,
    unique_by=lambda deal: deal.id,
)


def column_of(deal: Deal) -> str | None:
    """Which column a deal without parts belongs to, told from its status and bounds."""
    if deal.status in ("paid", "announced", "rumoured"):
        return deal.status
    if deal.status == "cancelled":
        return None
    ceiling = deal.amount is not None and (
        deal.amount.maximum is not None or deal.amount.exclusive_maximum is not None
    )
    return "ceiling" if ceiling else "committed"


@given(deals)
def test_the_sums_of_the_matrix_are_the_sums_of_the_records(records: list[Deal]) -> None:
    low: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    high: dict[tuple[str, str], Fraction | None] = defaultdict(Fraction)
    count: dict[tuple[str, str], int] = defaultdict(int)
    for deal in records:
        column = column_of(deal)
        if column is None or not (deal.payer or deal.payee):
            continue
        amount = deal.amount or Quantity()
        key = (amount.unit, column)
        count[key] += 1
        if amount.words or deal.amount is None:
            continue
        lower = amount.value or amount.minimum or amount.exclusive_minimum or 0
        upper = amount.value or amount.maximum or amount.exclusive_maximum
        low[key] += Fraction(lower)
        before = high[key]
        high[key] = None if upper is None or before is None else before + Fraction(upper)
    whole = matrix(edges(records, Corpus()))
    expected = {
        (unit, column): part for unit, by in whole.total.items() for column, part in by.items()
    }
    assert {key: part.count for key, part in expected.items()} == dict(count)
    for key, part in expected.items():
        assert Fraction(part.low) == low[key]
        assert (None if part.high is None else Fraction(part.high)) == high[key]


@given(deals)
def test_rows_columns_and_cells_add_up_to_the_same(records: list[Deal]) -> None:
    whole = matrix(edges(records, Corpus()))
    for groups in (
        [cell.sums for cell in whole.cells.values()],
        [whole.paid_by(party) for party in whole.payers],
        [whole.paid_to(party) for party in whole.payees],
    ):
        assert _added(groups) == _added([whole.total])
    for party in whole.payers:
        own = [cell.sums for (payer, _), cell in whole.cells.items() if payer == party]
        assert _added(own) == _added([whole.paid_by(party)])


def _added(several: Iterable[Sums]) -> dict[tuple[str, str], list[object]]:
    """By unit and column: lower and upper bound, entries, entries without a number, deals."""
    parts: dict[tuple[str, str], list[Sum]] = defaultdict(list)
    for sums in several:
        for unit, columns in sums.items():
            for column, part in columns.items():
                parts[unit, column].append(part)
    return {
        key: [
            sum(Fraction(part.low) for part in own),
            None
            if any(part.high is None for part in own)
            else sum(Fraction(part.high or 0) for part in own),
            sum(part.count for part in own),
            sum(part.uncounted for part in own),
            {deal for part in own for deal in part.deals},
        ]
        for key, own in parts.items()
    }


@given(deals)
def test_the_order_of_the_records_does_not_matter(records: list[Deal]) -> None:
    forth, back = (matrix(edges(way, Corpus())) for way in (records, records[::-1]))
    assert (forth.payers, forth.payees, forth.units) == (back.payers, back.payees, back.units)
    assert list(forth.cells) == list(back.cells)


@given(deals, st.integers(1, 3))
def test_the_heaviest_cells_of_a_currency_are_the_heaviest(records: list[Deal], most: int) -> None:
    whole = matrix(edges(records, Corpus()))
    for unit in whole.units:
        cells, others = whole.cells.heaviest(unit, most)
        weights = sorted(
            (
                max(part.weight for part in cell.sums[unit].values())
                for cell in whole.cells.values()
                if unit in cell.sums
            ),
            reverse=True,
        )
        assert [max(part.weight for part in cell.sums[unit].values()) for cell in cells] == weights[
            :most
        ]
        assert others == max(0, len(weights) - most)


@given(deals)
def test_a_cell_knows_exactly_its_deals(records: list[Deal]) -> None:
    whole = matrix(edges(records, Corpus()))
    for (payer, payee), cell in whole.cells.items():
        expected = {
            d.id
            for d in records
            if (d.payer, d.payee, d.status != "cancelled") == (payer, payee, True)
        }
        assert set(cell.deals) == expected


def test_two_currencies_stand_beside_each_other() -> None:
    records = [
        Deal("a", "", "x", "y", status="paid", amount=Quantity.parse("1 bn USD")),
        Deal("b", "", "x", "y", status="paid", amount=Quantity.parse("2 bn EUR")),
        Deal("c", "", "x", "y", status="paid", amount=Quantity.parse("3 bn USD")),
    ]
    sums = sums_of(edges(records, Corpus()))
    assert {unit: columns["paid"].low for unit, columns in sums.items()} == {
        "USD": 4 * 10**9,
        "EUR": 2 * 10**9,
    }


def test_the_heaviest_payer_comes_first_in_the_most_used_currency() -> None:
    records = [
        Deal(name, "", name, "y", status="paid", amount=Quantity.parse(amount))
        for name, amount in (("small", "1 M USD"), ("big", "1 bn USD"), ("euro", "9 tn EUR"))
    ]
    assert matrix(edges(records, Corpus())).payers == ("big", "small", "euro")


def test_a_sum_without_any_number_is_counted_and_has_no_span() -> None:
    edge = Edge("a", "b", "d", "", "USD", "paid", None, None, "vague", "other", "paid")
    part = sums_of([edge])["USD"]["paid"]
    assert (part.span, part.count, part.uncounted, part.deals) == (None, 1, 1, ("d",))


def test_open_bounds_stay_open_in_a_sum() -> None:
    records = [
        Deal("a", "", "x", "y", status="paid", amount=Quantity.parse("more than 3 bn USD")),
        Deal("b", "", "x", "y", status="paid", amount=Quantity.parse("1 bn USD")),
    ]
    span = sums_of(edges(records, Corpus()))["USD"]["paid"].span
    assert span == Span(Decimal(4 * 10**9), None, low_open=True)
