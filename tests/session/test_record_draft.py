"""Who pays whom in a new record is guessed from the sentence around its sum."""

from __future__ import annotations

import pytest

from tui.model.records import Party
from tui.session.record_draft import parties_near, payer_first

PARTIES = {
    "amazon": Party("amazon", "Amazon"),
    "google": Party("google", "Google"),
    "mistral": Party("mistral", "Mistral AI", aliases=("Mistral",)),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google a promis 2 milliards à Mistral.", ["google", "mistral"]),
        ("Mistral a levé 2 milliards auprès de Google.", ["google", "mistral"]),
        ("Mistral raised 2 milliards from Google.", ["google", "mistral"]),
        ("Amazon investit dans Mistral. Le groupe paie 2 milliards.", ["amazon", "mistral"]),
        ("Mistral reçoit 2 milliards.", ["mistral"]),
        ("On parle de 2 milliards.", []),
    ],
)
def test_the_payer_comes_first(text: str, expected: list[str]) -> None:
    start = text.index("2 milliards")
    assert payer_first(text, start, start + 11, PARTIES) == expected


def test_the_nearest_party_comes_first_where_nobody_pays() -> None:
    text = "Amazon, Google et Mistral valent 12 milliards."
    start = text.index("12")
    assert parties_near(text, start, start + 12, PARTIES) == ["mistral", "google", "amazon"]
