"""A stretch of an article becomes a proposal: evidence, or a note that it is no deal."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.proof.extract import find_mentions
from tui.session.capture import (
    Stretch,
    evidence_for_field,
    evidence_mapping,
    figure_in,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.session.protocol import Session

TEXT = """Mistral lève deux milliards

Google a promis 2 milliards d'euros à Mistral, dont 500 millions d'euros tout de suite.
La valorisation de Mistral atteint 12 milliards d'euros.
"""


class OneArticle:
    """A session of one article."""

    def article_text(self, article: str) -> str:
        assert article == "press"
        return TEXT

    def mentions(self, article: str) -> Sequence[Mention]:
        return find_mentions(self.article_text(article), language="fr")


def session() -> Session:
    return cast("Session", OneArticle())


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
