"""Sentences as newspapers print them, with the sums and percentages that a careful reader finds.

Each line of `press/fr.txt` and `press/en.txt` is a sentence, a bar, and its figures in their short
form, separated by semicolons; nothing after the bar means that it prints neither.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.proof.extract import find_mentions

PRESS = Path(__file__).with_name("press")


def _sentences() -> list[tuple[str, str, str]]:
    return [
        (language, sentence.strip(), figures.strip())
        for language in ("fr", "en")
        for line in (PRESS / f"{language}.txt").read_text("utf-8").splitlines()
        for sentence, _, figures in [line.partition("|")]
    ]


@pytest.mark.parametrize(("language", "sentence", "figures"), _sentences())
def test_a_printed_sentence_is_read_as_printed(language: str, sentence: str, figures: str) -> None:
    found = find_mentions(sentence, language=language)
    read = [str(one.quantity) for one in found if one.kind in ("money", "percent")]
    assert "; ".join(read) == figures
