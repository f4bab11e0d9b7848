"""Which word a misspelt one is taken for, in the corpus file and in queries alike."""

from __future__ import annotations

import pytest

from tui.model.suggestions import Suggestions, nearest

FIELDS = ("announced", "amount", "payer", "payee", "in", "instrument", "Crédit Étienne")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("anounced", "announced"),
        ("anuonced", "announced"),
        ("AMOUNT", "amount"),
        ("paye", "payee"),
        ("paeyr", "payer"),
        ("credit_etiene", "Crédit Étienne"),
        ("id", ""),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_a_slip_or_two_are_seen_through(word: str, meant: str) -> None:
    assert nearest(word, FIELDS) == meant


def test_a_hint_names_what_was_meant_or_what_there_is() -> None:
    suggestions = Suggestions()
    assert suggestions.hint("ammount", FIELDS) == "Did you mean amount?"
    assert suggestions.hint("instr", FIELDS) == "Did you mean instrument?"
    assert suggestions.hint("zebra", ("payer", "payee")) == "One of: payer, payee."
    assert suggestions.hint("zebra", ("payer", "payee"), "Write a party.") == "Write a party."


def test_a_file_full_of_misspelt_words_is_not_compared_for_ever() -> None:
    suggestions = Suggestions()
    hints = [suggestions.hint("ammount", FIELDS) for _ in range(1_000)]
    assert hints[0] == "Did you mean amount?"
    assert hints[-1].startswith("One of: ")
