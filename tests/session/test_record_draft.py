"""The parties that a text names, the nearest first."""

from __future__ import annotations

from tui.model.records import Party
from tui.session.record_draft import parties_near

PARTIES = {
    "amazon": Party("amazon", "Amazon"),
    "google": Party("google", "Google"),
    "mistral": Party("mistral", "Mistral AI", aliases=("Mistral",)),
}


def test_the_nearest_party_comes_first_where_nobody_pays() -> None:
    text = "Amazon, Google et Mistral valent 12 milliards."
    start = text.index("12")
    assert parties_near(text, start, start + 12, PARTIES) == ["mistral", "google", "amazon"]
