"""What sources say on a field, and what that makes of it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.proofs import PROOF_STATES, Anchor, FieldProof, Statement
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Party
from tui.proof.results.proof_store import ProofStore
from tui.proof.verify.disagreements import disagreements
from tui.proof.verify.statements import can_be

TEXT = (
    "Amazon investit 4 milliards de dollars dans Anthropic.\n\n"
    "Selon d'autres, Amazon investit 5 milliards de dollars.\n"
    "L'accord date du 25 septembre 2023. Un quart du capital change de mains.\n"
    "Le prêt sera remboursé un jour."
)
AMOUNTS = ("4 bn USD", "up to 4 bn USD", "4 M USD", "more than 3 bn USD", "about 4 bn USD",
           "several bn USD", "undisclosed", "1-2 bn USD", "4 bn EUR")  # fmt: skip


def proof_of(path: str, *evidence: Evidence, text: str = "", **fields: Any) -> FieldProof:
    deal = Deal("deal", "A deal", evidence=evidence, **fields)
    made = Corpus(
        {"amazon": Party("amazon", "Amazon"), "google": Party("google", "Google")},
        {"one": Article("one", "one.txt", published=Edtf.parse("2023-10"), language="fr")},
        {"deal": deal},
        {"one": ArticleText(text or TEXT, digest="x")},
    )
    return next(field for field in ProofStore(made).record("deal").fields if field.path == path)


def quote(words: str, *fields: str, **more: Any) -> Evidence:
    return Evidence(fields or ("amount",), "one", words, **more)


FOUR, FIVE = Quantity.parse("4 bn USD"), Quantity.parse("5 bn USD")
SAYS_FOUR = quote("4 milliards de dollars")


@given(st.sampled_from(AMOUNTS), st.sampled_from(AMOUNTS))
def test_whether_two_statements_meet_does_not_depend_on_their_order(one: str, two: str) -> None:
    values = Quantity.parse(one), Quantity.parse(two)
    left, right = (
        Statement("amount", SAYS_FOUR, Anchor("exact", 0, 1), "states", value) for value in values
    )
    assert can_be(left, values[1]) == can_be(right, values[0])
    assert can_be(left, values[0])


def test_a_source_with_another_value_alone_does_not_prove_the_recorded_one() -> None:
    lone = quote("5 milliards de dollars", says=FIVE)
    assert proof_of("amount", lone, amount=FOUR).state == "contradicted"


def test_a_source_that_says_more_exactly_than_the_record_does_not_prove_it() -> None:
    lone = quote("4 milliards de dollars", says=FOUR)
    proof = proof_of("amount", lone, amount=Quantity.parse("up to 4 bn USD"))
    assert proof.state == "unsourced"
    assert proof.detail == "its source says 4 bn USD, the record up to 4 bn USD"


def test_a_dispute_without_a_value_of_its_own_disputes_the_recorded_one() -> None:
    denied = quote("Selon d'autres", stance="disputes")
    assert proof_of("amount", SAYS_FOUR, denied, amount=FOUR).state == "disputed"


def test_a_dispute_with_a_value_disputes_though_there_is_room_for_both() -> None:
    text = "Amazon investit jusqu'à 4 milliards de dollars ; jusqu'à 40 milliards, dit un autre."
    recorded, other = Quantity.parse("up to 4 bn USD"), Quantity.parse("up to 40 bn USD")
    stated = quote("jusqu'à 4 milliards de dollars")
    for stance, state in (("disputes", "disputed"), ("supports", "proved")):
        against = quote("jusqu'à 40 milliards", says=other, stance=stance)
        assert proof_of("amount", stated, against, text=text, amount=recorded).state == state


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"stance": "disputes"}, "disputed"),
        ({"stance": "corrects"}, "disputed"),
        ({"stance": "mentions"}, "proved"),
        ({"stance": "disputes", "rank": "deprecated", "because": "a misprint"}, "proved"),
        ({"stance": "disputes", "rank": "preferred"}, "disputed"),
    ],
)
def test_only_statements_that_claim_and_are_not_retired_dispute(
    more: dict[str, Any], state: str
) -> None:
    other = quote("5 milliards de dollars", says=FIVE, **more)
    assert proof_of("amount", SAYS_FOUR, other, amount=FOUR).state == state


def test_a_retired_quote_that_is_gone_does_not_lower_its_field_but_is_shown() -> None:
    gone = quote("rien de tel", says=FIVE, stance="disputes", rank="deprecated", because="old")
    proof = proof_of("amount", SAYS_FOUR, gone, amount=FOUR)
    assert proof.state == "proved"
    assert [statement.anchor.state for statement in proof.statements] == ["exact", "missing"]


def test_a_party_is_proved_by_its_name_and_not_by_another() -> None:
    named = quote("Amazon investit 4 milliards", "payer")
    assert proof_of("payer", named, payer="amazon").state == "proved"
    assert proof_of("payer", named, payer="google").state == "unsourced"


def test_the_words_for_an_instrument_are_judged_by_the_curator() -> None:
    proof = proof_of("instrument", quote("Le prêt", "instrument"), instrument="debt")
    assert (proof.state, proof.detail) == ("judged", "judged by the curator")


def test_fields_that_need_no_quote_do_not_lower_their_record() -> None:
    deal = Deal("deal", "A deal", amount=FOUR, evidence=(SAYS_FOUR,), instrument="debt")
    made = Corpus({}, {"one": Article("one", "one.txt", language="fr")}, {"deal": deal},
                  {"one": ArticleText(TEXT, digest="x")})  # fmt: skip
    proof = ProofStore(made).record("deal")
    assert {field.path: field.state for field in proof.fields}["instrument"] == "unsourced"
    assert proof.state == "proved"


@pytest.mark.parametrize(
    ("field", "state"), [("announced", "proved"), ("date", "proved"), ("due", "unsourced")]
)
def test_the_date_of_an_article_dates_what_it_tells_as_news_but_no_term(
    field: str, state: str
) -> None:
    dated = quote("Amazon investit 4 milliards de dollars", field)
    assert proof_of(field, dated, **{field: Edtf.parse("2023-10")}).state == state


def test_a_formula_derives_a_value_and_shows_itself() -> None:
    text = "Amazon verse 5 milliards de dollars, dont 1 milliard de dollars à Google."
    derived = quote("5 milliards de dollars, dont 1 milliard", derived="5 bn USD - 1 bn USD")
    proof = proof_of("amount", derived, amount=FOUR, text=text)
    assert (proof.state, proof.detail) == ("derived", "5 bn USD - 1 bn USD = 4 bn USD")
    unsaid = quote("4 milliards de dollars", derived="5 bn USD - 1 bn USD")
    assert proof_of("amount", unsaid, amount=FOUR).state == "unclear"
    wrong = quote("4 milliards de dollars", derived="5 bn USD - 2 bn USD")
    assert proof_of("amount", wrong, amount=FOUR).state == "contradicted"
    other = quote("4 milliards de dollars", derived="5 bn EUR - 1 bn EUR")
    assert proof_of("amount", other, amount=FOUR).state == "contradicted"


def test_disagreements_tell_the_settled_from_the_open() -> None:
    retired = quote("5 milliards de dollars", says=FIVE, stance="disputes", rank="deprecated",
                    because="a slip")  # fmt: skip
    disputing = msgspec.structs.replace(retired, rank="normal")
    deals = {
        name: Deal(name, name, amount=FOUR, evidence=(SAYS_FOUR, other))
        for name, other in (("settled", retired), ("open", disputing), ("alike", SAYS_FOUR))
    }
    made = Corpus({}, {"one": Article("one", "one.txt", language="fr")}, dict(deals),
                  {"one": ArticleText(TEXT, digest="x")})  # fmt: skip
    found = list(disagreements(map(ProofStore(made).record, made.records)))
    assert [(item.record, item.path, item.settled) for item in found] == [
        ("settled", "amount", True),
        ("open", "amount", False),
    ]
    assert [str(statement.value) for statement in found[1].statements] == ["4 bn USD", "5 bn USD"]


@pytest.mark.parametrize(
    ("recorded", "words", "verdict"),
    [
        ("25 %", "un quart du capital", "states"),
        ("1/4", "25 % du capital", "states"),
        ("25 %", "un tiers du capital", "contradicts"),
        ("less than 25 %", "moins d'un quart du capital", "states"),
        ("6", "70 % du marché", "silent"),
        ("30 GW", "25 millions de foyers", "silent"),
        ("25 M homes", "25 millions de foyers", "states"),
        ("3 bn USD", "2,5 milliards d’euros puis 3 milliards", "otherwise"),
        ("3 bn EUR", "2,5 milliards d’euros puis 3 milliards", "unclear"),
        ("30 %", "30 milliards de dollars", "silent"),
        ("30 bn USD", "30 % du capital", "silent"),
    ],
)
def test_only_figures_of_one_kind_are_compared(recorded: str, words: str, verdict: str) -> None:
    statement = proof_of(
        "amount", quote(words), amount=Quantity.parse(recorded), text=f"Voici : {words}."
    ).statements[0]
    assert statement.check == verdict, statement.detail


@given(
    st.lists(
        st.sampled_from(
            [
                SAYS_FOUR,
                quote("5 milliards de dollars", says=FIVE),
                quote("5 milliards de dollars", says=FIVE, stance="disputes"),
                quote("jusqu'à 4 milliards de dollars"),
                quote("rien"),
                quote("investit"),
                quote("Amazon"),
            ]
        ),
        max_size=4,
    )
)
def test_another_retired_statement_never_changes_a_state(evidence: list[Evidence]) -> None:
    retired = [msgspec.structs.replace(e, rank="deprecated", because="x") for e in evidence]
    before = proof_of("amount", *evidence, amount=FOUR).state
    assert before in PROOF_STATES
    assert proof_of("amount", *evidence, *retired, amount=FOUR).state == before


RETIRED_FIVE = quote("5 milliards de dollars", says=FIVE, rank="deprecated", because="x")
RETIRED_DENIAL = quote("Selon d'autres", stance="disputes", rank="deprecated", because="x")
RETIRED_FOUR = quote("4 milliards de dollars", rank="deprecated", because="said twice")


@pytest.mark.parametrize(
    ("retired", "told"),
    [
        ((), ""),
        ((RETIRED_FOUR,), ""),
        ((RETIRED_FIVE,), "1 retired statement disagrees"),
        ((RETIRED_DENIAL,), "1 retired statement disagrees"),
        ((RETIRED_FIVE, RETIRED_FOUR, RETIRED_DENIAL), "2 retired statements disagree"),
    ],
)
def test_a_proved_field_tells_how_many_retired_statements_disagree(
    retired: tuple[Evidence, ...], told: str
) -> None:
    proof = proof_of("amount", SAYS_FOUR, *retired, amount=FOUR)
    assert (proof.state, proof.detail) == ("proved", told)


def test_what_else_is_told_of_a_field_stays_before_its_retired_statements() -> None:
    judged = quote("4 milliards de dollars", "status")
    against = quote("4 milliards", "status", stance="disputes", rank="deprecated", because="x")
    proof = proof_of("status", judged, against, status="paid")
    assert proof.detail == "judged by the curator; 1 retired statement disagrees"


def test_an_open_disagreement_says_nothing_of_retired_statements() -> None:
    denied = quote("Selon d'autres", stance="disputes")
    proof = proof_of("amount", SAYS_FOUR, denied, RETIRED_FIVE, amount=FOUR)
    assert proof.state == "disputed"
    assert "retired" not in proof.detail
