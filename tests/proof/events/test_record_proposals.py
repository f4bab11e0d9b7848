"""What a figure is proposed as: deal, fact or nothing, with status, instrument and date."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.model.dates import Edtf
from tui.model.records import Party
from tui.proof.events.record_proposals import RecordProposal, propose
from tui.proof.extract import find_mentions

PUBLISHED = Edtf.parse("2024-05-16")
PARTIES = {
    name.lower(): Party(name.lower(), name) for name in ("Kestrel", "Nordwind", "Halden", "Orvane")
}


def proposals(text: str, language: str = "en") -> list[RecordProposal]:
    mentions = find_mentions(text, language=language, published=PUBLISHED)
    return propose(text, mentions, PARTIES, language, published=PUBLISHED)


def names(proposal: RecordProposal) -> tuple[str | None, str | None]:
    payer, payee = proposal.payer, proposal.payee
    return payer.name if payer else None, payee.name if payee else None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel bid $31 a share for Nordwind."),
        ("en", "Kestrel charges $12 per month."),
        ("en", "Shares of Kestrel fell 8%."),
        ("en", "The pound rose to $1.27."),
        ("fr", "Kestrel propose 31 euros par action pour Nordwind."),
        ("fr", "L’abonnement coûte 12 euros par mois."),
        ("fr", "L’action Kestrel a perdu 8 %."),
    ],
)
def test_a_price_of_one_thing_and_a_change_are_no_deal(language: str, text: str) -> None:
    assert [one.kind for one in proposals(text, language)] == ["none"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "about"),
    [
        ("en", "Kestrel is valued at $3 billion.", "valuation", "Kestrel"),
        ("en", "Kestrel, worth $3 billion, makes tiles.", "valuation", "Kestrel"),
        ("en", "Nordwind raised money at a $3 billion valuation.", "valuation", "Nordwind"),
        ("en", "Revenue at Kestrel rose to $3 billion.", "revenue", "Kestrel"),
        ("en", "Kestrel's annual revenue, some $3 billion, grew.", "revenue", "Kestrel"),
        ("en", "Kestrel lost $3 million last year.", "loss", "Kestrel"),
        ("en", "Kestrel owns 12% of Nordwind.", "stake", "Nordwind"),
        ("en", "The market for tiles will reach $3 billion.", "market-size", None),
        ("en", "Kestrel runs plants with a capacity of 300 MW.", "capacity", "Kestrel"),
        ("fr", "Kestrel est valorisée 3 milliards d’euros.", "valuation", "Kestrel"),
        ("fr", "Kestrel, dont la valorisation atteint 3 milliards d’euros, licencie.",
         "valuation", "Kestrel"),
        ("fr", "Le chiffre d’affaires de Kestrel atteint 3 milliards d’euros.", "revenue",
         "Kestrel"),
        ("fr", "Le bénéfice net de Kestrel recule à 3 millions d’euros.", "profit", "Kestrel"),
        ("fr", "Kestrel détient 12 % du capital de Nordwind.", "stake", "Nordwind"),
    ],
)  # fmt: skip
def test_a_fact_is_told_with_whom_it_describes(
    language: str, text: str, kind: str, about: str | None
) -> None:
    (proposal,) = proposals(text, language)
    assert proposal.kind == "fact"
    assert proposal.fact_kind == kind
    assert (proposal.about.name if proposal.about else None) == about


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kestrel paid Nordwind $4 million.", "paid"),
        ("Kestrel will pay Nordwind $4 million.", "announced"),
        ("Under the agreement, Kestrel will pay Nordwind $4 million.", "committed"),
        ("Kestrel has agreed to pay Nordwind $4 million.", "committed"),
        ("Kestrel plans to pay Nordwind $4 million.", "announced"),
        ("Kestrel may pay Nordwind $4 million.", "rumoured"),
        ("Kestrel will buy Nordwind for $4 million, people familiar with the matter said.",
         "rumoured"),
        ("Kestrel dropped its plan to pay Nordwind $4 million.", "cancelled"),
        ("Kestrel's $4 million investment in Nordwind surprised Halden.", None),
        ("In 2011, Kestrel buys Nordwind for $4 million.", "paid"),
    ],
)  # fmt: skip
def test_the_status_is_that_of_mood_and_tense(text: str, status: str | None) -> None:
    assert proposals(text)[0].status == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel did not pay Nordwind $4 million."),
        ("en", "Kestrel denied that it had paid Nordwind $4 million."),
        ("fr", "Kestrel n’a pas versé 4 millions d’euros à Nordwind."),
        ("fr", "Kestrel dément avoir versé 4 millions d’euros à Nordwind."),
    ],
)
def test_what_is_denied_has_neither_payer_nor_payee_nor_status(language: str, text: str) -> None:
    (proposal,) = proposals(text, language)
    assert names(proposal) == (None, None)
    assert proposal.status is None


def test_an_offer_that_was_turned_down_has_both_parties_and_no_status() -> None:
    (proposal,) = proposals("Nordwind's board rejected a $4 million offer from Kestrel.")
    assert names(proposal) == ("Kestrel", "Nordwind")
    assert proposal.status is None


@pytest.mark.parametrize(
    ("language", "text", "instrument"),
    [
        ("en", "Kestrel bought $4 million of convertible notes from Nordwind.", "convertible-note"),
        ("en", "Kestrel lent Nordwind $4 million.", "debt"),
        ("en", "Nordwind raised $4 million in a Series B round.", "equity"),
        ("en", "Kestrel bought 12% of Nordwind for $4 million.", "stake-purchase"),
        ("en", "Kestrel sold its stake in Nordwind for $4 million.", "stake-sale"),
        ("en", "Kestrel will buy Nordwind for $4 million in cash and shares.", "acquisition"),
        ("en", "Kestrel will invest $4 million in cloud computing.", None),
        ("fr", "Kestrel a accordé une subvention de 4 millions d’euros à Nordwind.", "grant"),
        ("fr", "Kestrel a ouvert une ligne de crédit de 4 millions d’euros à Nordwind.",
         "credit-facility"),
    ],
)  # fmt: skip
def test_the_instrument_comes_from_its_words(
    language: str, text: str, instrument: str | None
) -> None:
    assert instrument in {one.instrument for one in proposals(text, language)}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In March 2023, Kestrel paid Nordwind $4 million.", "2023-03"),
        ("Kestrel paid Nordwind $4 million in 2022, up from $3 million in 2021.", "2022"),
        ("Kestrel, founded in 2001, paid Nordwind $4 million.", None),
        ("Kestrel will pay Nordwind $4 million by 2030.", None),
        ("Kestrel, which bought Orvane in 2019, paid Nordwind $4 million.", None),
        ("Kestrel will pay Nordwind $4 million, it said on Tuesday.", "2024-05-14"),
    ],
)
def test_the_date_is_that_of_the_same_clause(text: str, date: str | None) -> None:
    proposal = proposals(text)[0]
    assert (str(proposal.date) if proposal.date else None) == date


@pytest.mark.parametrize(
    ("language", "text", "new"),
    [
        ("en", "Sabrefield Capital paid Nordwind $4 million.", ["Sabrefield Capital"]),
        ("en", "Ardmore & Finch Ltd paid Nordwind $4 million.", ["Ardmore & Finch Ltd"]),
        ("en", "Kestrel Capital paid Nordwind $4 million.", ["Kestrel Capital"]),
        ("en", "Kestrel Inc paid Nordwind $4 million.", []),
        ("en", "Shareholders paid Nordwind $4 million on Tuesday, Reuters said.", []),
        ("en", "Germany paid Nordwind $4 million.", []),
        ("fr", "Le fonds Cap Ormeau a versé 4 millions d’euros à Nordwind.", ["Cap Ormeau"]),
        ("fr", "Houblonnière de Sault a versé 4 millions d’euros à Nordwind.",
         ["Houblonnière de Sault"]),
        ("fr", "Selon Les Echos, Kestrel a versé 4 millions d’euros à Nordwind.", []),
    ],
)  # fmt: skip
def test_names_that_are_no_party_yet_are_proposed(language: str, text: str, new: list[str]) -> None:
    (proposal,) = proposals(text, language)
    assert list(proposal.new) == new


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Kestrel paid a startup $4 million. Nordwind cut jobs.", ("Kestrel", None)),
        ("en", "Kestrel invested $4 million in the maker of Nordwind's engines.",
         ("Kestrel", None)),
        ("en", "Its owner sold Nordwind to Kestrel for $4 million.", ("Kestrel", None)),
        ("fr", "Marseille a vendu un joueur à Kestrel pour 4 millions d’euros.",
         ("Kestrel", None)),
        ("fr", "Une start-up a reçu 4 millions d’euros de Kestrel, tandis que Nordwind licencie.",
         ("Kestrel", None)),
    ],
)  # fmt: skip
def test_a_party_that_is_meant_and_not_named_is_not_replaced(
    language: str, text: str, wanted: tuple[str | None, str | None]
) -> None:
    assert names(proposals(text, language)[0]) == wanted


def test_a_line_break_in_the_sentence_changes_nothing() -> None:
    text = (
        "Kestrel, a maker of tiles, said it had agreed to buy Nordwind from Halden for $4 million."
    )
    whole = proposals(text)[0]
    for at, sign in enumerate(text):
        if sign == " " and "$4" not in text[at : at + 4] and text[at + 1 :] != "million.":
            broken = proposals(f"{text[:at]}\n{text[at + 1 :]}")[0]
            assert names(broken) == names(whole), at
            assert broken.status == whole.status


@settings(max_examples=150, deadline=None)
@example(words=["12%", "bought", "in"])
@given(
    words=st.lists(
        st.sampled_from(
            """Kestrel Nordwind Halden bought by from to for $4 million , . and which that was will
            pay its the a company in round led stake of 12% it said 's ( ) “ ” after
            agreed not while
            """.split()
        ),
        max_size=25,
    )
)
def test_any_heap_of_words_is_read_without_fault(words: list[str]) -> None:
    text = " ".join(words)
    for proposal in proposals(text):
        assert text[proposal.start : proposal.end] == proposal.text
        for start, end in proposal.because.values():
            assert 0 <= start <= end <= len(text)
