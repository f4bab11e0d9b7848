"""A new record holds what the sentence around its sum shows, and no guess."""

from __future__ import annotations

import pytest

from tui.model.records import Party
from tui.proof.events.record_proposals import RecordProposal, propose
from tui.proof.extract import find_mentions
from tui.session.record_draft import draft, parties_near

PARTIES = {
    "amazon": Party("amazon", "Amazon"),
    "google": Party("google", "Google"),
    "mistral": Party("mistral", "Mistral AI", aliases=("Mistral",)),
}


def proposed(text: str) -> RecordProposal:
    mentions = find_mentions(text, language="fr")
    return next(iter(propose(text, mentions, PARTIES, "fr")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google a promis 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "announced"}),
        ("Mistral a levé 2 milliards d’euros auprès de Google.",
         {"payer": "google", "payee": "mistral", "status": "paid"}),
        ("Amazon et Mistral ont signé un accord de 2 milliards d’euros.",
         {"parties": ["amazon", "mistral"], "status": "committed"}),
        ("Une start-up reçoit 2 milliards d’euros de Kestrel.", {"status": "announced"}),
        ("En 2023, Google a versé 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "paid", "date": "2023"}),
        ("Google a annoncé le 3 mars 2024 verser 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "announced",
          "announced": "2024-03-03"}),
        ("On parle de 2 milliards d’euros.", {}),
    ],
)  # fmt: skip
def test_a_deal_is_drafted_as_its_sentence_says_and_no_further(
    text: str, expected: dict[str, object]
) -> None:
    assert draft(proposed(text), "deals") == expected


def test_a_fact_is_drafted_with_what_it_measures() -> None:
    text = "Mistral est valorisée 12 milliards d’euros."
    assert draft(proposed(text), "facts") == {"kind": "valuation", "party": "mistral"}


def test_nothing_is_drafted_without_a_figure() -> None:
    assert draft(None, "deals") == {}


def test_the_nearest_party_comes_first_where_nobody_pays() -> None:
    text = "Amazon, Google et Mistral valent 12 milliards."
    start = text.index("12")
    assert parties_near(text, start, start + 12, PARTIES) == ["mistral", "google", "amazon"]
