"""A field is proved when its sentence says so: families of lies and truths, a kind at a time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from claim_sentences import Sentence, proved, read

HELD = {"proved", "moved", "derived"}
LIES, TRUTHS = read("lies.txt"), read("truths.txt")


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_what_a_sentence_does_not_say_is_not_proved(lie: Sentence) -> None:
    state, why = proved(lie)
    assert state not in HELD, why


@pytest.mark.parametrize("truth", TRUTHS, ids=str)
def test_what_a_sentence_says_is_proved(truth: Sentence) -> None:
    state, why = proved(truth)
    assert state in HELD, why


@pytest.mark.parametrize("truth", TRUTHS[::3], ids=str)
def test_lines_broken_anywhere_prove_the_same(truth: Sentence) -> None:
    broken = "\n\n".join(map(_broken, truth.text.split("\n\n")))
    state, why = proved(truth, f"Morning briefing.\n\n{broken}\n")
    assert state in HELD, why


def _broken(paragraph: str) -> str:
    words = paragraph.replace("\n", " ").split(" ")
    return "".join(
        word + ("\n" if number % 4 == 3 else " ") for number, word in enumerate(words)
    ).rstrip()
