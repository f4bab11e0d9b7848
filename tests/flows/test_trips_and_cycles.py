"""Money that comes back, directly or over others."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.flows.cycles import search_cycles
from tui.flows.edges import Edge, edges
from tui.flows.ego import ego
from tui.flows.trips import Ratio, RoundTrip, round_trips
from tui.flows.words import ratio_words, trip_words
from tui.model.corpus import Corpus
from tui.model.format import EN, FR
from tui.model.quantities import Quantity
from tui.model.records import Deal, Instrument, Party, Status, Tranche

CORPUS = Corpus(parties={"a": Party("a", "Alpha"), "b": Party("b", "Beta")})


def deal(
    name: str,
    payer: str,
    payee: str,
    amount: str | None,
    instrument: Instrument = "equity",
    status: Status = "committed",
    *tranches: Tranche,
) -> Deal:
    quantity = Quantity.parse(amount) if amount else None
    return Deal(
        name, "", payer, payee, instrument=instrument, status=status, amount=quantity,
        tranches=tranches,
    )  # fmt: skip


def trips(*records: Deal) -> list[RoundTrip]:
    return round_trips(edges(records, CORPUS), CORPUS)


def ratio(out: str | None, back: str | None) -> tuple[Ratio | None, str]:
    (trip,) = trips(deal("in", "a", "b", out), deal("back", "b", "a", back, "cloud-commitment"))
    return trip.ratio, trip.reason


def test_an_investor_at_whom_the_money_is_spent_makes_a_round_trip() -> None:
    (trip,) = trips(
        deal("in", "a", "b", "4 bn USD", "convertible-note"),
        deal("more", "a", "b", "1 bn USD", "other", "paid"),
        deal("back", "b", "a", "4 bn USD", "cloud-commitment"),
    )
    assert (trip.investor, trip.spender) == ("a", "b")
    assert (trip.out.deals, trip.back.deals) == (("in", "more"), ("back",))
    assert trip.ratio is not None
    assert trip.ratio.exact == Fraction(4, 5)
    assert trip_words(trip, CORPUS, EN) == (
        "Alpha puts $5 bn into Beta; Beta is to spend $4 bn at Alpha (0.8 ×)"
    )


def test_parts_and_ceiling_of_one_deal_are_not_invested_twice() -> None:
    parts = (
        Tranche("first", amount=Quantity.parse("1.25 bn USD"), status="paid"),
        Tranche("second", amount=Quantity.parse("2.75 bn USD")),
    )
    (trip,) = trips(
        deal("in", "a", "b", "up to 4 bn USD", "equity", "committed", *parts),
        deal("back", "b", "a", "4 bn USD", "supply-agreement"),
    )
    assert trip.ratio is not None
    assert trip.ratio.exact == 1


def test_ceilings_bound_the_ratio() -> None:
    assert ratio("up to 5 bn USD", "30 bn USD")[0] == Ratio("USD", Fraction(6), None)
    assert ratio("5 bn USD", "up to 30 bn USD")[0] == Ratio("USD", None, Fraction(6))
    assert ratio("more than 5 bn USD", "30 bn USD")[0] == Ratio(
        "USD", None, Fraction(6), False, True
    )
    assert ratio("1-2 bn USD", "2 bn USD")[0] == Ratio("USD", Fraction(1), Fraction(2))


@pytest.mark.parametrize(
    ("out", "back", "reason"),
    [
        ("1 bn USD", "1 bn EUR", "USD against EUR: two units are not compared"),
        (None, "1 bn EUR", "the sum put in is not told"),
        ("1 bn USD", "several bn USD", "the sum spent is not told"),
        ("undisclosed", None, "neither sum is told"),
        ("up to 1 bn USD", "up to 2 bn USD", "the bounds say nothing"),
    ],
)
def test_without_a_ratio_there_is_a_reason(out: str, back: str, reason: str) -> None:
    assert ratio(out, back) == (None, reason)


def test_a_deal_without_a_number_leaves_its_side_without_an_upper_bound() -> None:
    (trip,) = trips(
        deal("in", "a", "b", "4 bn USD"),
        deal("more", "a", "b", "several bn USD"),
        deal("back", "b", "a", "8 bn USD", "cloud-commitment"),
    )
    assert trip.ratio == Ratio("USD", None, Fraction(2))
    assert trip.out.uncounted == ("more",)


def test_rumours_partnerships_and_purchases_of_the_whole_make_no_round_trip() -> None:
    back = deal("back", "b", "a", "4 bn USD", "cloud-commitment")
    assert trips(deal("in", "a", "b", "4 bn USD", "equity", "rumoured"), back) == []
    assert trips(deal("in", "a", "b", "4 bn USD", "partnership"), back) == []
    assert trips(deal("in", "a", "b", "4 bn USD", "acquisition"), back) == []
    assert (
        trips(deal("in", "a", "", "4 bn USD"), deal("out", "", "a", None, "compute-credit")) == []
    )
    assert (
        trips(deal("in", "a", "a", "4 bn USD"), deal("o", "a", "a", None, "compute-credit")) == []
    )


def test_the_ratio_is_written_without_pretending() -> None:
    assert ratio_words(Ratio("USD", Fraction(1), Fraction(1)), EN) == "1 ×"
    assert ratio_words(Ratio("USD", Fraction(20, 23), Fraction(5, 2)), EN) == "≈ 0.87 to 2.5 ×"
    assert ratio_words(Ratio("USD", Fraction(20, 23), None), FR) == "at least ≈ 0,87 ×"
    assert ratio_words(Ratio("USD", None, Fraction(6), False, True), EN) == "less than 6 ×"
    assert ratio_words(Ratio("USD", Fraction(1, 10**6), Fraction(1, 10**6)), EN) == "≈ 0 ×"


parties = st.sampled_from("abcdefg")
links = st.lists(st.tuples(parties, parties), max_size=20)


def flows(pairs: list[tuple[str, str]]) -> list[Edge]:
    records = [deal(f"{a}{b}{at}", a, b, "1 bn USD") for at, (a, b) in enumerate(pairs)]
    return edges(records, CORPUS)


@given(links, st.integers(2, 5))
def test_every_cycle_is_one_and_none_is_missed_or_listed_twice(
    pairs: list[tuple[str, str]], longest: int
) -> None:
    links = set(pairs)
    expected = {
        path
        for length in range(2, longest + 1)
        for path in permutations("abcdefg", length)
        if path[0] == min(path)
        and all(pair in links for pair in zip(path, (*path[1:], path[0]), strict=True))
    }
    cycles = search_cycles(flows(pairs), longest).cycles
    paths = [cycle.parties for cycle in cycles]
    assert sorted(paths) == sorted(expected)
    assert paths == sorted(paths, key=len)
    for cycle in cycles:
        for at, link in enumerate(cycle.links):
            payer, payee = cycle.parties[at], cycle.parties[(at + 1) % len(cycle.parties)]
            assert (link.payer, link.payee) == (payer, payee)
            assert link.deals
            assert all(name.startswith(payer + payee) for name in link.deals)


@given(links)
def test_the_order_of_the_deals_changes_no_cycle(pairs: list[tuple[str, str]]) -> None:
    forth, back = search_cycles(flows(pairs)), search_cycles(flows(pairs)[::-1])
    assert [cycle.parties for cycle in forth.cycles] == [cycle.parties for cycle in back.cycles]


def test_a_search_that_stops_early_says_so_and_has_the_shortest() -> None:
    everybody = [(a, b) for a in "abcdefgh" for b in "abcdefgh" if a != b]
    flowing = flows(everybody)
    complete = search_cycles(flowing, limit=10_000)
    assert complete.complete
    bounded = search_cycles(flowing, limit=28)
    assert not bounded.complete
    assert [cycle.parties for cycle in bounded.cycles] == [c.parties for c in complete.cycles[:28]]
    assert {len(cycle.parties) for cycle in bounded.cycles} == {2}
    assert search_cycles(flowing, limit=len(complete.cycles)).complete
    assert not search_cycles(flowing, steps=50).complete


def test_rumours_and_parties_not_named_make_no_cycle() -> None:
    rumour = deal("r", "a", "b", "1 bn USD", "equity", "rumoured")
    assert not search_cycles(edges([rumour, deal("back", "b", "a", None)], CORPUS)).cycles
    assert not search_cycles(flows([("a", ""), ("", "a")])).cycles


def test_one_party_sees_its_own_flows_only() -> None:
    flowing = flows([("a", "b"), ("b", "a"), ("c", "a"), ("c", "d")])
    centre = ego("a", flowing, CORPUS)
    assert {cell.payer for cell in centre.payers} == {"b", "c"}
    assert {cell.payee for cell in centre.payees} == {"b"}
    assert centre.incoming["USD"]["committed"].low == 2 * 10**9
    assert centre.outgoing["USD"]["committed"].low == 10**9
    nobody = ego("z", flowing, CORPUS)
    assert (nobody.payers, nobody.payees, nobody.incoming) == ((), (), {})
