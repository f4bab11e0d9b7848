"""The fields of a record: each that is set or spoken about, once, with all its evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import (
    Deal,
    Evidence,
    Fact,
    Record,
    Total,
    Tranche,
    all_evidence,
    field_rows,
    record_amount,
    record_date,
    record_parties,
)

FIELDS = ["amount", "payer", "payee", "parties", "status", "announced", "date", "due", "title"]
evidence = st.builds(
    Evidence,
    fields=st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True).map(tuple),
    article=st.sampled_from(["a", "b"]),
    quote=st.just("words"),
)
amounts = st.none() | st.just(Quantity.parse("up to 4 bn USD"))
dates = st.none() | st.just(Edtf.parse("2023-09"))
tranches = st.lists(
    st.builds(
        Tranche,
        id=st.sampled_from(["first", "second", "third"]),
        amount=amounts,
        status=st.sampled_from([None, "paid"]),
        date=dates,
        evidence=st.lists(
            st.builds(
                Evidence,
                fields=st.lists(
                    st.sampled_from(["amount", "status", "date"]), min_size=1, unique=True
                ).map(tuple),
                article=st.just("a"),
                quote=st.just("words"),
            ),
            max_size=2,
        ).map(tuple),
    ),
    max_size=3,
    unique_by=lambda tranche: tranche.id,
).map(tuple)
deals = st.builds(
    Deal,
    id=st.just("deal"),
    title=st.just("A deal"),
    payer=st.sampled_from(["", "amazon"]),
    parties=st.sampled_from([(), ("amazon", "google")]),
    announced=dates,
    amount=amounts,
    tranches=tranches,
    evidence=st.lists(evidence, max_size=4).map(tuple),
)


@given(deals)
def test_every_piece_of_evidence_stands_under_each_field_that_it_speaks_about(deal: Deal) -> None:
    rows = {row.path: row for row in field_rows(deal)}
    for item in deal.evidence:
        for name in item.fields:
            assert item in rows[name].evidence
    for tranche in deal.tranches:
        for item in tranche.evidence:
            for name in item.fields:
                assert item in rows[f"tranches.{tranche.id}.{name}"].evidence


@given(deals)
def test_no_field_stands_twice_and_none_is_empty_without_a_reason(deal: Deal) -> None:
    rows = field_rows(deal)
    assert len({row.path for row in rows}) == len(rows)
    for row in rows:
        assert row.value is not None or row.evidence or row.path.endswith(".amount")


@given(deals)
def test_all_evidence_is_listed_once_with_a_path_that_has_a_row(deal: Deal) -> None:
    listed = all_evidence(deal)
    own = len(deal.evidence) + sum(len(tranche.evidence) for tranche in deal.tranches)
    assert len(listed) == own
    paths = {row.path for row in field_rows(deal)}
    assert all(path in paths for path, _ in listed)


def test_tranches_follow_the_amount_of_their_deal() -> None:
    deal = Deal(
        "deal",
        "A deal",
        payer="amazon",
        amount=Quantity.parse("4 bn USD"),
        tranches=(Tranche("first", amount=Quantity.parse("1.25 bn USD"), status="paid"),),
    )
    assert [row.path for row in field_rows(deal)] == [
        "amount",
        "tranches.first.amount",
        "tranches.first.status",
        "payer",
        "instrument",
        "status",
    ]


def test_tranches_of_a_deal_without_an_amount_are_shown() -> None:
    deal = Deal("deal", "A deal", tranches=(Tranche("first", status="paid"),))
    assert "tranches.first.amount" in [row.path for row in field_rows(deal)]


def test_the_amount_and_date_of_each_kind_of_record() -> None:
    amount, announced, signed = (
        Quantity.parse("7 bn USD"),
        Edtf.parse("2023-09"),
        Edtf.parse("2023-10"),
    )
    kinds: list[Record] = [
        Deal("d", "", announced=announced, date=signed, amount=amount),
        Total("t", "", period=announced, amount=amount),
        Fact("f", "", "valuation", value=amount, date=announced),
    ]
    assert [record_amount(record) for record in kinds] == [amount] * 3
    assert [record_date(record) for record in kinds] == [announced] * 3
    assert record_date(Deal("d", "", date=signed)) == signed


def test_parties_are_named_once_and_the_payer_first() -> None:
    deal = Deal("d", "", "amazon", "anthropic", ("google", "amazon"), "anthropic")
    assert record_parties(deal) == ("amazon", "anthropic", "google")
    assert record_parties(Fact("f", "", "stake", "anthropic", "ftx")) == ("anthropic", "ftx")
