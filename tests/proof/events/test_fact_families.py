"""Families of sentences in which a figure is a fact: what it measures, and whose it is."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tui.model.dates import Edtf
from tui.proof.events.record_proposals import RecordProposal, propose
from tui.proof.extract import find_mentions

PUBLISHED = Edtf.parse("2024-05-15")


def proposals(language: str, text: str) -> list[RecordProposal]:
    """What the figures of a text would be recorded as."""
    mentions = find_mentions(text, language=language, published=PUBLISHED)
    return propose(text, mentions, {}, language, published=PUBLISHED)


class Fact(NamedTuple):
    """A sentence with its figure, the kind of fact it is, and whom it is about."""

    language: str
    text: str
    figure: str
    kind: str
    about: str


HEADCOUNTS = (
    Fact("en", "Brackwell, which employs 4,200 people in Wales, will close its laundry.",
         "4,200", "headcount", "Brackwell"),
    Fact("en", "Oden has a workforce of 4,200, half of them new.", "4,200", "headcount", "Oden"),
    Fact("en", "Headcount at Oden fell to 4,200 from 5,000.", "4,200", "headcount", "Oden"),
    Fact("en", "Oden's 4,200 employees were told on Monday.", "4,200", "headcount", "Oden"),
    Fact("en", "With 4,200 staff, Oden is the largest employer in Tulsa.", "4,200", "headcount",
         "Oden"),
    Fact("en", "Around 1,150 people work for Oden, which is based in Chur.", "Around 1,150",
         "headcount", "Oden"),
    Fact("en", "Oden's payroll has shrunk to 900 since the strike.", "900", "headcount", "Oden"),
    Fact("en", "Oden employs more than 4,200 people.", "more than 4,200", "headcount", "Oden"),
    Fact("fr", "Tarnier emploie près de 5 400 personnes, dont 900 en Lorraine.",
         "près de 5 400", "headcount", "Tarnier"),
    Fact("fr", "Tarnier, qui compte 4 200 salariés, déménage.", "4 200", "headcount", "Tarnier"),
    Fact("fr", "L'effectif de Tarnier s'élève à 4 200 personnes.", "4 200", "headcount", "Tarnier"),
    Fact("fr", "Employant 4 200 personnes, Tarnier, que Belovar courtise, va recruter.", "4 200",
         "headcount", "Tarnier"),
    Fact("fr", "Tarnier, fort de 4 200 collaborateurs, s'installe à Brest.", "4 200", "headcount",
         "Tarnier"),
    Fact("fr", "Les 4 200 salariés de Tarnier ont été prévenus.", "4 200", "headcount", "Tarnier"),
)  # fmt: skip
CAPACITIES = (
    Fact("en", "Oden's smelter can produce 90,000 tonnes of zinc a year.", "90,000 tonnes",
         "capacity", "Oden"),
    Fact("en", "The refinery of Oden has a capacity of 40,000 barrels a day.", "40,000 barrels",
         "capacity", "Oden"),
    Fact("fr", "L'usine de Tarnier pourra traiter 90 000 tonnes de lait par an.", "90 000 tonnes",
         "capacity", "Tarnier"),
)  # fmt: skip
VALUES = (
    Fact("en", "The deal values Brackwell at £1.1 billion, including debt.", "£1.1 billion",
         "valuation", "Brackwell"),
    Fact("en", "Brackwell, which was worth $300 million two years ago, is growing.",
         "$300 million", "valuation", "Brackwell"),
    Fact("en", "At Brackwell, sales fell to $880 million in the second quarter.", "$880 million",
         "revenue", "Brackwell"),
    Fact("en", "Brackwell has debts of $1.6 billion, most of them to banks.", "$1.6 billion",
         "other", "Brackwell"),
    Fact("en", "Pre-tax profit at Oden more than doubled to £31 million.", "£31 million",
         "profit", "Oden"),
    Fact("fr", "Le bénéfice net de Tarnier a plus que doublé, à 31 millions d'euros.",
         "31 millions d'euros", "profit", "Tarnier"),
    Fact("fr", "Avec 52 millions d'euros de chiffre d'affaires, Tarnier reste petit.",
         "52 millions d'euros", "revenue", "Tarnier"),
    Fact("en", "Brackwell raised its holding in the broadcaster Oden to 29.9 percent.",
         "29.9 percent", "stake", "Oden"),
    Fact("fr", "Tarnier a vu ses ventes bondir à 925 millions d'euros en 2019.",
         "925 millions d'euros", "revenue", "Tarnier"),
    Fact("fr", "Endettée à hauteur de 240 millions d'euros, la chaîne de cafés Tarnier vend.",
         "240 millions d'euros", "other", "Tarnier"),
    Fact("en", "Oden's fund in Basel has $2 billion under management.", "$2 billion", "other",
         "Oden"),
    Fact("en", "The family still owns 51 percent of Brackwell.", "51 percent", "stake",
         "Brackwell"),
)  # fmt: skip


@pytest.mark.parametrize("case", [*HEADCOUNTS, *CAPACITIES, *VALUES], ids=lambda case: case.text)
def test_a_fact_has_its_kind_and_whose_it_is(case: Fact) -> None:
    start = case.text.index(case.figure)
    found = {one.start: one for one in proposals(case.language, case.text)}[start]
    assert (found.kind, found.fact_kind) == ("fact", case.kind)
    assert found.about is not None
    assert found.about.name == case.about
    assert found.text == case.figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oden will cut 340 jobs at its laundry."),
        ("en", "Some 20,000 workers went on strike against Oden."),
        ("en", "About 400,000 people live in Tulsa, where Oden has an office with new staff."),
        ("fr", "La ville compte 12 000 habitants et trois salariés."),
        ("fr", "Tarnier va supprimer 340 postes dans ses effectifs."),
    ],
)
def test_people_who_are_nobodys_staff_are_no_headcount(language: str, text: str) -> None:
    assert [one for one in proposals(language, text) if one.fact_kind == "headcount"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A ticket for the ferry costs $12, or $8 for children."),
        ("en", "Oden shipped 900 tonnes of sand to the island."),
        ("fr", "Le billet coûte 12 euros, ou 8 pour les enfants."),
        ("fr", "Tarnier a vendu 900 tonnes de sable à la ville."),
    ],
)
def test_the_price_of_one_thing_and_what_was_shipped_are_no_facts(language: str, text: str) -> None:
    assert {one.kind for one in proposals(language, text)} == {"none"}
