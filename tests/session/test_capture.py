"""A stretch of an article becomes a proposal: evidence, a new record, or a note that it is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest

from tui.model.dates import Edtf
from tui.model.records import Article, Party
from tui.proof.events.record_proposals import propose
from tui.proof.extract import find_mentions
from tui.session.capture import (
    Stretch,
    dismissal,
    evidence_for_field,
    evidence_mapping,
    figure_in,
    new_record,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.proof.events.record_proposals import RecordProposal
    from tui.session.protocol import Session

TEXT = """Mistral lève deux milliards

Google a promis 2 milliards d'euros à Mistral, dont 500 millions d'euros tout de suite.
La valorisation de Mistral atteint 12 milliards d'euros.
"""


@dataclass
class OneArticle:
    """A session of one article and two parties."""

    published: Edtf | None = field(default_factory=lambda: Edtf.parse("2025-03-14"))
    parties: Sequence[str] = ("Google", "Mistral")
    in_paragraph: Sequence[str] = ("google", "mistral")
    names = {"google": "Google", "mistral": "Mistral"}  # noqa: RUF012 (never changed)

    @property
    def articles(self) -> dict[str, Article]:
        return {"press": Article("press", "press.txt", published=self.published)}

    def article_text(self, article: str) -> str:
        assert article == "press"
        return TEXT

    def mentions(self, article: str) -> Sequence[Mention]:
        return find_mentions(self.article_text(article), language="fr")

    def proposal(self, article: str, start: int, end: int) -> RecordProposal | None:
        mentions = self.mentions(article)
        known = {name.lower(): Party(name.lower(), name) for name in self.parties}
        inside = [one for one in mentions if start <= one.start and one.end <= end]
        return next(iter(propose(TEXT, mentions, known, "fr", only=inside)), None)

    def parties_in(self, text: str) -> Sequence[str]:
        self.paragraph = text
        return self.in_paragraph

    def free_id(self, parties: Sequence[str], published: Edtf | None) -> str:
        return "-".join([*parties, str(published)[:4]])


def session(**given: Any) -> Session:
    return cast("Session", OneArticle(**given))


def stretch(words: str) -> Stretch:
    """Where words stand in the article for the first time."""
    start = TEXT.index(words)
    return Stretch("press", start, start + len(words))


def test_a_stretch_is_read_as_the_figure_in_it() -> None:
    found = figure_in(session(), stretch("promis 2 milliards d'euros à"))
    assert found is not None
    assert str(found.quantity) == "2 bn EUR"
    assert figure_in(session(), stretch("Mistral lève")) is None


def test_evidence_quotes_the_stretch_with_context_only_where_it_stands_twice() -> None:
    once = evidence_mapping(session(), stretch("12 milliards d'euros"), ("value",))
    assert once == {"for": "value", "article": "press", "quote": "12 milliards d'euros"}
    twice = evidence_mapping(session(), stretch("milliards d'euros"), ("amount", "payer"))
    assert twice["for"] == ["amount", "payer"]
    assert set(twice) & {"prefix", "suffix"}


def test_a_field_of_a_tranche_gets_its_evidence_in_the_tranche() -> None:
    sum_ = stretch("500 millions d'euros")
    plain = evidence_for_field(session(), sum_, "deal", "amount")
    assert (plain.record, plain.tranche, plain.evidence["for"]) == ("deal", "", "amount")
    part = evidence_for_field(session(), sum_, "deal", "tranches.first.amount")
    assert (part.record, part.tranche, part.evidence["for"]) == ("deal", "first", "amount")


def test_a_new_deal_says_who_pays_whom_how_much_and_what_its_quote_proves() -> None:
    proposal = new_record(session(), stretch("2 milliards d'euros"), "deals")
    record = dict(proposal.record)
    evidence, beside = record.pop("evidence")
    assert record == {
        "id": "google-mistral-2025",
        "title": "Google and Mistral",
        "payer": "google",
        "payee": "mistral",
        "status": "announced",
        "announced": "2025-03-14",
        "amount": "2 bn EUR",
    }
    assert evidence["for"] == ["amount", "payer", "payee", "announced"]
    assert (beside["for"], beside["quote"]) == ("status", "a promis")
    assert proposal.creates == "google-mistral-2025"


def test_a_new_fact_says_what_it_measures_and_of_whom() -> None:
    proposal = new_record(session(), stretch("12 milliards d'euros"), "facts")
    assert proposal.section == "facts"
    assert proposal.record["party"] == "mistral"
    assert proposal.record["kind"] == "valuation"
    assert proposal.record["value"] == "12 bn EUR"
    assert proposal.record["date"] == "2025-03-14"
    assert "payer" not in proposal.record


def test_what_is_not_known_is_left_out_and_never_guessed() -> None:
    empty = session(published=None, parties=(), in_paragraph=())
    proposal = new_record(empty, stretch("Mistral lève"), "deals")
    assert set(proposal.record) == {"id", "title", "evidence"}
    assert proposal.record["evidence"][0]["for"] == "amount"


def test_only_parties_that_the_paragraph_names_are_proved_by_the_quote() -> None:
    proposal = new_record(
        session(in_paragraph=["mistral"]), stretch("2 milliards d'euros"), "deals"
    )
    assert proposal.record["evidence"][0]["for"] == ["amount", "payee", "announced"]


@pytest.mark.parametrize("reason", ["a valuation", "  a valuation\n"])
def test_a_figure_is_dismissed_with_its_quote_and_the_reason(reason: str) -> None:
    note = dismissal(session(), stretch("12 milliards d'euros"), reason)
    assert note.article == "press"
    assert note.dismissal == {"quote": "12 milliards d'euros", "because": "a valuation"}
