from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.plain_words import plain_word
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Deal, Party
from tui.proof.claim.paragraph import Paragraph
from tui.proof.claim.parties import PartyNames
from tui.proof.claim.quote import QuoteReading
from tui.proof.claim.sentences import read_stretch
from tui.proof.events import KnownNames
from tui.proof.verify.checks.asked import Asked
from tui.proof.verify.checks.roles.direction import Directions
from tui.proof.verify.checks.value_check import check_value
from tui.proof.verify.formula import DeriveError, evaluate


def asked(label: str, published: Edtf | None = None) -> Asked:
    """What a field of a deal without parties asks."""
    deal = Deal("deal", "A deal")
    return Asked(label, deal, None, PartyNames([]), Directions(KnownNames({})), published)


def read(quote: str, published: Edtf | None = None) -> QuoteReading:
    """A quote that is a sentence of its own."""
    paragraph = Paragraph(quote, read_stretch(quote, 0, len(quote)), "fr", published)
    return QuoteReading(paragraph, 0, len(paragraph.text))


def names_party(names: list[str], text: str) -> bool:
    party = Party("one", names[0], tuple(names[1:]))
    return bool(PartyNames([party]).find(text))


@pytest.mark.parametrize(
    ("recorded", "quote", "verdict"),
    [
        ("4 bn USD", "va investir 4 milliards de dollars", "states"),
        ("up to 4 bn USD", "investira jusqu'à 4 milliards de dollars", "states"),
        ("up to 4 bn USD", "jusqu'à 4 milliards de dollars", "unclear"),
        ("up to 4 bn USD", "jusqu'à 4 millions de dollars", "contradicts"),
        ("4 bn USD", "va investir 4 millions de dollars", "contradicts"),
        ("4 bn USD", "va investir 5 milliards de dollars", "contradicts"),
        ("up to 4 bn USD", "va investir 4 milliards de dollars", "otherwise"),
        ("4 bn USD", "va investir 4 milliards au total", "states"),
        ("4 bn USD", "va investir 4 milliards d'euros", "otherwise"),
        ("more than 3 bn USD", "plus de 3 milliards investis", "states"),
        ("3 bn USD", "plus de 3 milliards de dollars", "contradicts"),
        ("about 400 M EUR", "a levé près de 400 millions d'euros", "states"),
        ("1.4 tn USD", "va investir 1,4 billion de dollars", "states"),
        ("1.4 bn USD", "1,4 billion de dollars", "contradicts"),
        ("several bn USD", "un prêt de plusieurs milliards de dollars", "states"),
        ("70 %", "70% du marché", "states"),
        ("less than 1/3", "moins d’un tiers du capital", "states"),
        ("2.2 GW", "une capacité de 2,2 gigawatts", "states"),
        ("4 bn USD", "un investissement important", "silent"),
    ],
)
def test_a_quote_states_contradicts_or_is_silent(recorded: str, quote: str, verdict: str) -> None:
    check, detail = check_value(Quantity.parse(recorded), read(quote), asked("amount"))
    assert check == verdict, detail
    assert (detail == "") == (check == "states")


@pytest.mark.parametrize(
    ("recorded", "quote", "verdict"),
    [
        ("2023-09", "en septembre 2023", "states"),
        ("2023", "le 28 novembre 2023", "states"),
        ("2023-11-28", "en novembre 2023", "otherwise"),
        ("2023-09", "en octobre 2023", "contradicts"),
        ("2024-03-27", "mercredi 27 mars", "states"),
        ("2022-11", "en novembre dernier", "contradicts"),
    ],
)
def test_a_date_is_stated_by_an_equal_or_more_precise_one(
    recorded: str, quote: str, verdict: str
) -> None:
    published = Edtf.parse("2024-03-28")
    field = asked("date", published)
    assert check_value(Edtf.parse(recorded), read(quote, published), field)[0] == verdict


def test_news_is_dated_by_its_article() -> None:
    field = asked("announced", Edtf.parse("2023-09-26"))
    check, detail = check_value(Edtf.parse("2023-09"), read("Amazon investit"), field)
    assert check == "states"
    assert "2023-09-26" in detail
    assert check_value(Edtf.parse("2023-08"), read("Amazon investit"), field)[0] == "silent"


def test_a_party_is_named_as_a_whole_word_with_or_without_accents() -> None:
    assert names_party(["Société Générale"], "La SOCIETE GENERALE investit")
    assert not names_party(["Meta"], "un métal rare")


def test_a_formula_is_reckoned_exactly_over_named_fields() -> None:
    fields = {"tranches.first.amount": Quantity.parse("1.25 bn USD")}
    result = evaluate("4 bn USD − tranches.first.amount", fields.get)
    assert result == Quantity("USD", value=Quantity.parse("2.75 bn USD").value)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "1 +",
        "(1",
        "1 USD + 1 EUR",
        "2 USD * 3 USD",
        "1 / 0",
        "amount",
        "__import__('os')",
        "1 2",
    ],
)
def test_a_formula_that_cannot_be_reckoned_says_so(formula: str) -> None:
    with pytest.raises(DeriveError):
        evaluate(formula, lambda _: None)


@given(st.text(max_size=40))
def test_no_text_as_formula_does_anything_but_reckon_or_refuse(formula: str) -> None:
    try:
        result = evaluate(formula, lambda _: None)
    except DeriveError:
        return
    assert result.value is not None


@given(st.text("aé1 -'", max_size=12), st.text("aé1", min_size=1, max_size=3))
def test_a_party_is_named_where_its_name_stands_as_whole_words(text: str, name: str) -> None:
    name = " ".join(re.findall(r"\w+", name))
    words = re.findall(r"\w+", text)
    whole = name and f" {plain_word(name)} " in f" {' '.join(map(plain_word, words))} "
    gaps = re.findall(r"\W+", text)
    if max(map(len, gaps), default=0) <= 1:
        assert names_party([name or " "], text) == bool(whole)


def test_a_blank_name_is_never_read() -> None:
    assert not names_party(["  "], "any text")
