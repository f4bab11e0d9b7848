"""A new record is prefilled with what the sentence around its figure shows, and no guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tui.corpus.edit.proposals import AddRecord, InOneGo
from tui.model.dates import Edtf
from tui.model.records import Article, Party
from tui.proof.events.record_proposals import propose
from tui.proof.extract import find_mentions
from tui.session.capture import Stretch, figure_in
from tui.session.forms.party_fields import party_choices
from tui.session.forms.record_fields import NewRecordFields
from tui.session.record_draft import parties_near

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from tui.model.mentions import Mention
    from tui.session.protocol import Session

PARTIES = {
    "amazon": Party("amazon", "Amazon"),
    "google": Party("google", "Google"),
    "mistral": Party("mistral", "Mistral AI", aliases=("Mistral",)),
}


class OneArticle:
    """A session of one French article and three parties."""

    file_names = ("deals.yaml",)

    names = {party.id: party.name for party in PARTIES.values()}  # noqa: RUF012 (never changed)
    party_choices = party_choices(PARTIES.values())

    def __init__(self, text: str, published: str) -> None:
        self.text, self.published = text, Edtf.parse(published) if published else None

    @property
    def articles(self) -> dict[str, Article]:
        return {"press": Article("press", "press.txt", published=self.published, language="fr")}

    def article_text(self, article: str) -> str:
        return self.text

    def mentions(self, article: str) -> Sequence[Mention]:
        return find_mentions(self.text, language="fr", published=self.published)

    def parties_in(self, text: str) -> Collection[str]:
        return parties_near(text, 0, len(text), PARTIES)

    def has_record(self, record: str) -> bool:
        return False

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        return "-".join([*parties, str(published)[:4]])


def read(text: str, words: str, section: str = "deals", published: str = "") -> NewRecordFields:
    """The fields for words of a text."""
    one = OneArticle(text, published)
    session = cast("Session", one)
    stretch = Stretch("press", text.index(words), text.index(words) + len(words))
    mentions = one.mentions("press")
    figure = figure_in(session, stretch)
    proposals = propose(text, mentions, PARTIES, "fr", published=one.published, only=[figure])
    return NewRecordFields(session, stretch, section, figure, next(iter(proposals), None))


def shown(fields: NewRecordFields) -> dict[str, str]:
    """What the fields hold, but for title and id, which follow from the rest."""
    return {
        field.name: field.value
        for field in fields.fields()
        if field.value and field.name not in ("title", "id", fields.main)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google a promis 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "announced"}),
        ("Mistral a levé 2 milliards d’euros auprès de Google.",
         {"payer": "google", "payee": "mistral", "status": "paid"}),
        ("Amazon et Mistral ont signé un accord de 2 milliards d’euros.",
         {"parties": "amazon, mistral", "status": "committed"}),
        ("Une start-up reçoit 2 milliards d’euros de Kestrel.",
         {"payer": "Kestrel", "status": "announced"}),
        ("En 2023, Google a versé 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "paid", "date": "2023"}),
        ("Google a annoncé le 3 mars 2024 verser 2 milliards d’euros à Mistral.",
         {"payer": "google", "payee": "mistral", "status": "announced",
          "announced": "2024-03-03"}),
        ("On parle de 2 milliards d’euros.", {}),
    ],
)  # fmt: skip
def test_a_deal_holds_what_its_sentence_says_and_no_more(
    text: str, expected: dict[str, str]
) -> None:
    assert shown(read(text, "2 milliards d’euros")) == expected


def test_a_fact_holds_what_it_measures_and_of_whom() -> None:
    text = "Mistral est valorisée 12 milliards d’euros."
    fields = read(text, "12 milliards d’euros", "facts", "2025-03-14")
    assert shown(fields) == {"kind": "valuation", "party": "mistral", "date": "2025-03-14"}
    assert fields.fields()[-2].value == "Mistral AI valuation"
    assert fields.first_in_doubt == ""


PRESS = """Mistral lève deux milliards

Google a promis 2 milliards d'euros à Mistral, dont 500 millions d'euros tout de suite.
"""


def record_of(fields: NewRecordFields, **answers: str) -> dict[str, Any]:
    """The record that the answers come to."""
    held = {field.name: field.value for field in fields.fields()} | answers
    proposal = fields.proposal(held)
    assert isinstance(proposal, InOneGo)
    added = proposal.proposals[-1]
    assert isinstance(added, AddRecord)
    return dict(added.record)


def test_a_new_deal_is_written_with_the_quotes_that_prove_it() -> None:
    record = record_of(read(PRESS, "2 milliards d'euros", published="2025-03-14"))
    first, beside = record.pop("evidence")
    assert record == {
        "id": "google-mistral-2025",
        "title": "Google and Mistral AI",
        "payer": "google",
        "payee": "mistral",
        "amount": "2 bn EUR",
        "status": "announced",
        "announced": "2025-03-14",
    }
    assert first["for"] == ["amount", "payer", "payee", "announced"]
    assert (beside["for"], beside["quote"]) == ("status", "a promis")


def test_what_is_answered_otherwise_is_not_said_to_be_proved() -> None:
    fields = read(PRESS, "2 milliards d'euros", published="2025-03-14")
    record = record_of(fields, status="paid", payer="amazon", announced="2025-03-10")
    (only,) = record["evidence"]
    assert only["for"] == ["amount", "payee"]


def test_what_is_not_known_is_left_out() -> None:
    record = record_of(read("On parle de 2 milliards.", "2 milliards"))
    assert set(record) == {"id", "title", "amount", "evidence"}
    assert record["evidence"] == [{"for": "amount", "article": "press", "quote": "2 milliards"}]
