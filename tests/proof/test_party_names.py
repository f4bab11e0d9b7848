"""What an article calls a party for short, once it has named it in full."""

from __future__ import annotations

import pytest

from tui.proof.claim.parties import short_forms

FULL = "Hallbrook has sold its pet food unit to Meridia Foods. "


@pytest.mark.parametrize(
    ("name", "article", "form"),
    [
        ("Meridia Foods", FULL + "Meridia is paying $118 million in cash.", "Meridia"),
        ("Meridia Foods", "Meridia buys a pet food maker\n\nMeridia Foods said so.", "Meridia"),
        ("Meridia Foods", FULL + "It is the first deal of Meridia's new boss.", "Meridia"),
        ("Groupe Pastorel", "Le Groupe Pastorel paie. Pastorel est un assureur.", "Pastorel"),
        ("Chantier naval Piriou", "Le Chantier naval Piriou signe. Piriou livre en mai.", "Piriou"),
        ("Banque Tarbé", "La Banque Tarbé prête 4 M€. Tarbé en attend 5 %.", "Tarbé"),
    ],
)
def test_a_second_mention_is_shorter(name: str, article: str, form: str) -> None:
    assert form in short_forms(name, article)


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Meridia Foods", "Meridia is paying $118 million."),
        ("Meridia Foods", FULL + "Meridia Capital is paying $118 million."),
        ("Meridia Foods", "Meridia Foods is a unit of Meridia. Meridia paid $118 million."),
        ("Meridia Foods", FULL + "Its parent Meridia paid $118 million."),
        ("Meridia Foods", FULL + "Sa maison mère Meridia a payé 118 millions."),
        ("Anchor Bank", "Anchor Bank lent it £4m. Anchor points of the wall gave way."),
        ("American Foods", "American Foods paid. American shoppers did not mind."),
        ("Meridia Foods", FULL + "It is paying $118 million in cash."),
        ("Meridia", "Meridia paid. Meridia said so."),
    ],
)
def test_what_may_be_another_is_no_short_form(name: str, article: str) -> None:
    assert short_forms(name, article) == ()
