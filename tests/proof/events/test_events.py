"""Payer and payee of an event come from the words of the sentence, or stay empty."""

from __future__ import annotations

import pytest

from tui.model.records import Party
from tui.proof.events import Event, read_events

PARTIES = {
    name.lower(): Party(name.lower(), name)
    for name in ("Kestrel", "Nordwind", "Halden", "Orvane", "Brightwater")
}


def events_of(text: str, language: str = "en") -> list[Event]:
    return [event for event in read_events(text, (0, len(text)), PARTIES, language) if event.frame]


def direction(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {
        (payer.party or payer.name, payee.party or payee.name)
        for event in events_of(text, language)
        if event.polarity == "affirmed"
        for payer in event.payers
        for payee in event.payees
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel will pay Nordwind $4 million."),
        ("en", "Nordwind will be paid $4 million by Kestrel."),
        ("en", "Kestrel, which lost money, bought the ferries from Nordwind."),
        ("en", "Nordwind sold the ferries to Kestrel for $4 million."),
        ("en", "Nordwind borrowed $4 million from Kestrel."),
        ("en", "Kestrel of Norway is to pay Nordwind $4 million."),
        ("en", "Nordwind, owned by Halden, was acquired by Kestrel."),
        ("en", "A loan to Nordwind from Kestrel was extended."),
        ("fr", "Kestrel versera 4 millions d’euros à Nordwind."),
        ("fr", "4 millions d’euros seront versés par Kestrel à Nordwind."),
        ("fr", "Nordwind a été racheté par Kestrel."),
        ("fr", "Nordwind a vendu ses bateaux à Kestrel."),
        ("fr", "Le rachat de Nordwind par Kestrel est bouclé."),
        ("fr", "Nordwind, que Kestrel a rachetée, construit des bateaux."),
    ],
)
def test_the_direction_of_the_money_is_that_of_the_sentence(language: str, text: str) -> None:
    assert direction(text, language) == {("kestrel", "nordwind")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel of Norway is to pay Nordwind $4 million."),
        ("en", "Kestrel bought the ferries from Nordwind."),
        ("fr", "Kestrel a prêté 4 millions d’euros à Nordwind."),
        ("fr", "Le rachat de Nordwind par Kestrel est bouclé."),
        ("en", "The acquisition of Nordwind by Kestrel is complete."),
    ],
)
def test_names_that_change_places_change_the_roles(language: str, text: str) -> None:
    swapped = text.replace("Kestrel", "\0").replace("Nordwind", "Kestrel").replace("\0", "Nordwind")
    assert direction(text, language) == {("kestrel", "nordwind")}
    assert direction(swapped, language) == {("nordwind", "kestrel")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel and Nordwind signed a contract worth $4 million."),
        ("en", "Kestrel paid its rival $4 million, and Nordwind cut jobs."),
        ("en", "Kestrel invested $4 million in a startup. Nordwind was not part of it."),
        ("en", "Kestrel will pay Nordwind Pharma $4 million."),
        ("en", "Kestrel will not pay Nordwind."),
        ("en", "Kestrel denied that it would buy Nordwind."),
        ("en", "Kestrel's chief executive met Nordwind about $4 million."),
        ("fr", "Kestrel a investi 4 millions d’euros, tandis que Nordwind licencie."),
        ("fr", "Kestrel n’a pas racheté Nordwind."),
        ("fr", "Selon Kestrel, Nordwind vaut 4 millions d’euros."),
    ],
)
def test_what_the_words_do_not_show_stays_empty(language: str, text: str) -> None:
    assert ("kestrel", "nordwind") not in direction(text, language)
    assert ("nordwind", "kestrel") not in direction(text, language)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Kestrel has bought Nordwind.", "done"),
        ("Kestrel will buy Nordwind.", "planned"),
        ("Kestrel agreed to buy Nordwind.", "agreed"),
        ("Kestrel plans to buy Nordwind.", "planned"),
        ("Kestrel may buy Nordwind.", "possible"),
        ("Kestrel is in talks to buy Nordwind.", "possible"),
        ("Kestrel dropped its plan to buy Nordwind.", "cancelled"),
    ],
)
def test_the_mood_is_that_of_the_verbs(text: str, mood: str) -> None:
    event = next(event for event in events_of(text) if event.frame == "buy")
    assert event.mood == mood
    assert [role.party for role in event.payers] == ["kestrel"]
    assert [role.party for role in event.payees] == ["nordwind"]


def test_roles_tell_the_words_that_show_them() -> None:
    text = "Kestrel lost money. It paid Nordwind $4 million."
    (event,) = [e for e in read_events(text, (21, 40), PARTIES, "en") if e.frame == "pay"]
    payer, payee = event.payers[0], event.payees[0]
    assert text[payer.start : payer.end] == "It"
    assert text[payee.start : payee.end] == "Nordwind"
    assert (payer.party, payer.name) == ("kestrel", "Kestrel")
