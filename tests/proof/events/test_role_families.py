"""Families of sentences in which who pays, who is paid or what a figure is, is easily misread."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tui.model.dates import Edtf
from tui.proof.events.record_proposals import RecordProposal, propose
from tui.proof.extract import find_mentions

PUBLISHED = Edtf.parse("2024-05-15")


def read(language: str, text: str, words: str) -> RecordProposal:
    """What some words of a text would be recorded as."""
    mentions = find_mentions(text, language=language, published=PUBLISHED)
    proposals = propose(text, mentions, {}, language, published=PUBLISHED)
    start = text.index(words)
    return next(one for one in proposals if one.start < start + len(words) and one.end > start)


class Roles(NamedTuple):
    """A sentence with its figure, who pays and who is paid; empty where the words do not show."""

    language: str
    text: str
    figure: str
    payer: str
    payee: str


GROUPS = (
    Roles("en", "Brackwell agreed to buy the ferry line Oden from an investor group led by Tarn "
          "Capital for $8 million.", "$8 million", "Brackwell", "Tarn Capital"),
    Roles("en", "Oden sold its port for $8 million to a consortium of banks led by Tarn Capital.",
          "$8 million", "Tarn Capital", "Oden"),
    Roles("fr", "Brackwell a attribué au consortium mené par Tarnier le marché du pont, d'un "
          "montant de 8 millions d'euros.", "8 millions", "Brackwell", "Tarnier"),
    Roles("en", "Oden had itself been bought in 2019 by the Silver Fern group for $8 million.",
          "$8 million", "Silver Fern", "Oden"),
)  # fmt: skip
PLACES = (
    Roles("en", "Brackwell committed $8 million to the shared laboratory in Oxhill.",
          "$8 million", "Brackwell", ""),
    Roles("en", "Oden Dynamics Corp., Tulsa, Oklahoma, was awarded a $8,400,000 contract for "
          "night-vision goggles.", "$8,400,000", "", "Oden Dynamics Corp."),
    Roles("en", "On Monday the Boston firm bought the caterer Ploverton for £8 million.",
          "£8 million", "", "Ploverton"),
)  # fmt: skip
VOUCHED = (
    Roles("fr", "Oden financera l'achat par un emprunt de 40 millions d'euros auprès de Tarnier.",
          "40 millions", "Tarnier", "Oden"),
    Roles("en", "Oden is set to receive a $8 million loan backed by the agency Exgar.",
          "$8 million", "", "Oden"),
    Roles("fr", "Oden a levé un tour de 8 millions d'euros souscrit pour l'essentiel par Tarnier.",
          "8 millions", "Tarnier", "Oden"),
)  # fmt: skip
LINKED = (
    Roles("en", "Brackwell bought a 9 percent stake in the tile maker Oden in 2016, paying $8 "
          "million for the shares.", "$8 million", "Brackwell", "Oden"),
    Roles("en", "Oden's round was led by Tarn Capital, which put in $8 million.",
          "$8 million", "Tarn Capital", "Oden"),
    Roles("fr", "Le tour de table d'Oden a été mené par Tarnier, qui a apporté 8 millions "
          "d'euros.", "8 millions", "Tarnier", "Oden"),
    Roles("en", "Having failed to sell it twice, Oden has found a buyer for its dye works: the "
          "Danish group Brackwell, which will pay €8 million.", "€8 million", "Brackwell", "Oden"),
    Roles("en", "Selling the weekly brought Oden $8 million; the buyer, Brackwell, will move it.",
          "$8 million", "Brackwell", "Oden"),
    Roles("fr", "Tarnier a renoncé à acheter Oden, dont les actionnaires voulaient 8 millions "
          "d'euros.", "8 millions", "Tarnier", "Oden"),
    Roles("fr", "Tarnier commande à Oden une grue, dont le prix, 8 millions d'euros, n'avait pas "
          "été dévoilé.", "8 millions", "Tarnier", "Oden"),
    Roles("fr", "Pour 8 millions d'euros, Tarnier met la main sur les salines Belovar, que lui "
          "vend le suisse Oden.", "8 millions", "Tarnier", "Oden"),
    Roles("en", "Brackwell, which owns half of Oden, put $8 million into it in June.",
          "$8 million", "Brackwell", "Oden"),
    Roles("en", "Brackwell bought a quarry from Oden and put $8 million into it in June.",
          "$8 million", "Brackwell", ""),
)  # fmt: skip
HANDED = (
    Roles("en", "The pension fund of Norland Rail committed $8 million to the latest fund of Tarn "
          "Capital.", "$8 million", "", "Tarn Capital"),
    Roles("en", "Oden declined an offer of $8 million from Brackwell.", "$8 million",
          "Brackwell", "Oden"),
    Roles("en", "The club signed a goalkeeper from Oden Athletic for $8 million.", "$8 million",
          "", "Oden Athletic"),
    Roles("en", "Oden drew £8 million from a credit line on Friday.", "£8 million", "", "Oden"),
    Roles("en", "Oden secured £8 million of funding from Tarn Capital on Thursday.",
          "£8 million", "Tarn Capital", "Oden"),
    Roles("fr", "Oden négocie avec la banque Tarnier un prêt de 8 millions d'euros.",
          "8 millions", "Tarnier", "Oden"),
    Roles("fr", "Oden a placé mardi 80 millions d'euros d'obligations auprès d'investisseurs.",
          "80 millions", "", "Oden"),
    Roles("fr", "La sucrerie de Brest est passée sous le contrôle d'Oden pour 8 millions d'euros.",
          "8 millions", "Oden", ""),
    Roles("fr", "Oden pourrait vendre une part de son capital à Tarnier, pour un montant allant "
          "jusqu'à 80 millions d'euros.", "80 millions", "Tarnier", "Oden"),
    Roles("en", "Brackwell is close to a deal to buy the dairy Oden for $8 million.",
          "$8 million", "Brackwell", "Oden"),
    Roles("fr", "Oden a conclu avec Tarnier un contrat ; celui-ci lui versera d'emblée 8 millions "
          "d'euros.", "8 millions", "Tarnier", "Oden"),
)  # fmt: skip
OBJECTS = (
    Roles("en", "Oden sold Tarn Credit a convertible note of $6 million in 2020.",
          "$6 million", "Tarn Credit", "Oden"),
    Roles("en", "Oden, the grocer that Brackwell bought for $13 million, cut prices.",
          "$13 million", "Brackwell", "Oden"),
    Roles("en", "Talks are under way for Brackwell to buy Oden Hotels from its owner Tarn for "
          "about $900 million.", "$900 million", "Brackwell", "Tarn"),
    Roles("fr", "Brackwell s'offre la santé animale de Novarel pour 5 millions d'euros.",
          "5 millions", "Brackwell", "Novarel"),
    Roles("fr", "Oden a émis au profit du fonds Tarnier 9 millions d'euros d'obligations.",
          "9 millions", "Tarnier", "Oden"),
    Roles("fr", "Brackwell a confié à l'agence Publiance un budget de 4 millions d'euros.",
          "4 millions", "Brackwell", "Publiance"),
    Roles("fr", "Brackwell a notifié à Delorme un marché de 42 millions d'euros pour 150 drones.",
          "42 millions", "Brackwell", "Delorme"),
)  # fmt: skip
SUMS = (
    Roles("en", "Brackwell said it would acquire the software maker Oden in a cash transaction "
          "that values it at $61 billion.", "$61 billion", "Brackwell", "Oden"),
    Roles("fr", "Oden a vendu six navires au chinois Minshan, ce qui lui a rapporté 150 millions "
          "d'euros.", "150 millions", "Minshan", "Oden"),
    Roles("en", "Oden is weighing the sale of its port to Brackwell, which could fetch "
          "$220 million.", "$220 million", "Brackwell", "Oden"),
    Roles("fr", "Le tour de table de 31 millions d'euros permettra à Oden de lancer un essai.",
          "31 millions", "", "Oden"),
    Roles("fr", "Brackwell a déboursé 320 millions d'euros pour un entrepôt que lui a cédé le "
          "promoteur Goodmar.", "320 millions", "Brackwell", "Goodmar"),
    Roles("fr", "La jeune pousse Oden, qui vend des mutuelles, a bouclé un tour de 183 millions "
          "d'euros souscrit par le fonds Tarnier.", "183 millions", "Tarnier", "Oden"),
)  # fmt: skip
CONTRACTS = (
    Roles("en", "Brackwell has signed with chip maker Torvald for processors worth $11 billion "
          "over six years.", "$11 billion", "Brackwell", "Torvald"),
    Roles("en", "Oden signed a $95 million deal on Thursday to supply Brackwell with 140 presses.",
          "$95 million", "Brackwell", "Oden"),
    Roles("en", "Brackwell has signed with Torvald for a joint venture worth $11 billion.",
          "$11 billion", "", ""),
    Roles("en", "The sale of Oden's remaining 8 percent holding in Pelmark to Brackwell brought in "
          "$190 million.", "$190 million", "Brackwell", ""),
    Roles("fr", "Une prise de participation de 16 millions d'euros dans Oden a été annoncée lundi "
          "par Brackwell.", "16 millions", "Brackwell", "Oden"),
    Roles("en", "Brackwell is considering a bid for the gym chain Oden that could be worth "
          "£310 million.", "£310 million", "Brackwell", "Oden"),
)  # fmt: skip


CHOSEN = (
    Roles("en", "Oden was picked by Norland Rail to build 40 trams at a cost of €160 million.",
          "€160 million", "Norland Rail", "Oden"),
    Roles("fr", "Oden a été retenu par la régie Tarnier pour construire 40 rames pour 160 millions "
          "d'euros.", "160 millions", "Tarnier", "Oden"),
    Roles("en", "Oden, which the Swiss fund Tarn supported with 35 million euros in 2020, is gone.",
          "35 million", "Tarn", "Oden"),
    Roles("en", "A contract for 40 trams, worth €160 million, went to Oden.", "€160 million", "",
          "Oden"),
    Roles("en", "Tarn Capital wrote a $5 million cheque to Oden.", "$5 million", "Tarn Capital",
          "Oden"),
    Roles("fr", "Oden doit encore 3 millions d'euros à son fournisseur Tarnier.", "3 millions",
          "Oden", "Tarnier"),
    Roles("fr", "C'est Tarnier, et non Belovar, qui emporte la conserverie de Brest pour 18 "
          "millions d'euros.", "18 millions", "Tarnier", ""),
    Roles("fr", "Tarnier a déboursé 310 millions d'euros pour les 12 % d'Oden que détenait "
          "Belovar.", "310 millions", "Tarnier", "Belovar"),
)  # fmt: skip
FAMILIES = [*GROUPS, *PLACES, *VOUCHED, *LINKED, *HANDED, *CHOSEN, *OBJECTS, *SUMS, *CONTRACTS]


@pytest.mark.parametrize("case", FAMILIES, ids=lambda case: case.text)
def test_roles_are_those_of_the_words_and_empty_where_these_do_not_show_them(case: Roles) -> None:
    proposal = read(case.language, case.text, case.figure)
    payer = proposal.payer.name if proposal.payer else ""
    payee = proposal.payee.name if proposal.payee else ""
    assert (payer, payee) == (case.payer, case.payee)
    assert proposal.kind == "deal"


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("en", "Orders above £30 are delivered free by Grocerton, unlike at Oden.", "£30"),
        ("fr", "Il faut débourser 85 euros auprès de Ticketier pour une place.", "85 euros"),
        ("fr", "La berline de Renardin est vendue 19.900 euros, bonus déduit.", "19.900 euros"),
        ("en", "To be fair, $60 million is less than what Oden spends on paper.", "$60 million"),
        ("en", "Oden rose to $31 a share after Brackwell raised its offer.", "$31"),
    ],
)
def test_the_price_of_one_thing_and_what_is_only_compared_are_no_deal(
    language: str, text: str, figure: str
) -> None:
    assert read(language, text, figure).kind == "none"


@pytest.mark.parametrize(
    ("language", "text", "figure", "payer"),
    [
        ("en", "Brackwell bought the failed Oden Trust for a symbolic £1.", "£1", "Brackwell"),
        ("en", "Brackwell bought Oden for £8,000,000.", "£8,000,000", "Brackwell"),
    ],
)
def test_a_symbolic_sum_is_that_of_a_deal(
    language: str, text: str, figure: str, payer: str
) -> None:
    proposal = read(language, text, figure)
    assert proposal.kind == "deal"
    assert proposal.payer is not None
    assert proposal.payer.name == payer


@pytest.mark.parametrize(
    ("language", "text", "figure", "date"),
    [
        ("en", "The road agency, which in September had thrown out all bids, has chosen Oden, "
         "awarding it a contract worth $8 million.", "$8 million", ""),
        ("en", "Oden was acquired by a group led by Tarn for $8 million in March 2024.",
         "$8 million", "2024-03"),
        ("fr", "Brackwell a notifié en mai 2024 à Delorme, rachetée en 2022 par ses cadres, un "
         "marché de 42 millions d'euros.", "42 millions", "2024-05"),
    ],
)  # fmt: skip
def test_a_date_is_that_of_its_own_clause(language: str, text: str, figure: str, date: str) -> None:
    found = read(language, text, figure).date
    assert (str(found) if found else "") == date


def test_an_offer_for_what_was_given_up_is_cancelled_and_another_is_no_payment() -> None:
    given_up = "Brackwell a renoncé à racheter Oden, dont il offrait 140 millions d'euros."
    assert read("fr", given_up, "140 millions").status == "cancelled"
    never = "Brackwell would have paid Oden $60 million, but the talks came to nothing."
    assert read("en", never, "$60 million").status == "cancelled"
    offered = "Brackwell offrait 140 millions d'euros pour Oden en mars."
    assert read("fr", offered, "140 millions").status == "announced"


@pytest.mark.parametrize(
    "source",
    [
        "according to two of the people, who asked not to be named",
        "said one of the people",
        "said an adviser who asked not to be identified",
    ],
)
def test_what_nobody_says_by_name_is_a_rumour(source: str) -> None:
    text = f"Brackwell would pay Oden about $4 billion in cash, {source}."
    assert read("en", text, "$4 billion").status == "rumoured"


@pytest.mark.parametrize(
    ("language", "text", "figure", "about"),
    [
        ("fr", "D'une capitalisation de 3,4 milliards d'euros, Oden n'est plus une petite valeur.",
         "3,4 milliards", "Oden"),
        ("en", "Debt at Oden, the water utility that Tarn sold in 2017, rose to £15 billion.",
         "£15 billion", "Oden"),
        ("fr", "La future usine de Oden aura une capacité de 16 gigawattheures.",
         "16 gigawattheures", "Oden"),
    ],
)  # fmt: skip
def test_a_fact_is_about_whom_the_sentence_goes_on_to_name(
    language: str, text: str, figure: str, about: str
) -> None:
    proposal = read(language, text, figure)
    assert proposal.about is not None
    assert proposal.about.name == about


def test_the_company_that_is_valued_is_the_one_that_was_paid_before() -> None:
    text = (
        "Tarnier avait investi 3 millions d'euros dans Oden. La société est valorisée 70 millions."
    )
    about = read("fr", text, "70 millions").about
    assert about is not None
    assert about.name == "Oden"


def test_nobody_is_no_party() -> None:
    text = "Nobody had heard of Belovar. Then Tarn bought 30% of it for $18 million."
    assert "Nobody" not in read("en", text, "$18 million").new


def test_what_was_given_up_is_cancelled_when_a_noun_says_so() -> None:
    text = "Tarnier a annoncé mardi l'abandon de son projet d'acquisition d'Oden, d'un montant de "
    assert read("fr", text + "8 millions d'euros.", "8 millions").status == "cancelled"


def test_the_day_before_a_sum_is_read_as_a_day() -> None:
    text = "Oden a reçu mardi 500 000 euros du distributeur Tarnier."
    assert str(read("fr", text, "500 000").date) == "2024-05-14"


def test_a_person_is_neither_payer_nor_payee() -> None:
    text = "Dr. Marlow sold the practice to Brackwell in 1998 for $3 million."
    found = read("en", text, "$3 million")
    assert (found.payee, found.new) == (None, ("Brackwell",))


def test_an_order_that_the_same_sentence_calls_off_is_cancelled() -> None:
    english = "Oden had planned to lease 12 jets from Tarn for $340 million but scrapped the order."
    assert read("en", english, "$340 million").status == "cancelled"
    french = "Oden, qui devait louer douze avions à Tarnier pour 340 M€, a annulé la commande."
    assert read("fr", french, "340 M€").status == "cancelled"
    kept = "Oden, which scrapped a plan in May, will lease 12 jets from Tarn for $340 million."
    assert read("en", kept, "$340 million").status == "announced"


@pytest.mark.parametrize(
    ("language", "text", "figure", "instrument"),
    [
        ("en", "Oden will sell $400 million of new shares.", "$400 million", "equity"),
        ("en", "Oden closed its Series C at $85 million.", "$85 million", "equity"),
        ("fr", "Oden a bouclé une levée de 12 millions d'euros.", "12 millions", "equity"),
        ("en", "Tarn bought the ski resort from Oden for $90 million.", "$90 million",
         "acquisition"),
    ],
)  # fmt: skip
def test_the_instrument_is_that_of_what_is_sold(
    language: str, text: str, figure: str, instrument: str
) -> None:
    assert read(language, text, figure).instrument == instrument


def test_a_sum_that_a_contract_provides_for_is_its_own() -> None:
    text = "Le contrat, qu'Oden a signé avec Tarnier, prévoit la livraison de rails pour 8 M€."
    assert read("fr", text, "8 M€").kind == "deal"


def test_what_many_things_sell_for_is_no_deal() -> None:
    assert read("en", "The average house in Oxhill now sells for £310,000.", "£310").kind == "none"


def test_a_thief_wins_no_contract() -> None:
    assert read("fr", "Le voleur a emporté 400 000 euros en liquide.", "400 000").kind == "none"
