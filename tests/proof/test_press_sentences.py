"""Sentences as newspapers print them, with the sums and percentages that a careful reader finds.

Each line of `press/fr.txt` and `press/en.txt` is a sentence, a bar, and its figures in their short
form, separated by semicolons; nothing after the bar means that it prints neither.
"""

from __future__ import annotations

from pathlib import Path

from tui.proof.extract import find_mentions

PRESS = Path(__file__).with_name("press")


def _sentences() -> list[tuple[str, str, str]]:
    return [
        (language, sentence.strip(), figures.strip())
        for language in ("fr", "en")
        for line in (PRESS / f"{language}.txt").read_text("utf-8").splitlines()
        for sentence, _, figures in [line.partition("|")]
    ]


def _figures(sentence: str, language: str) -> str:
    found = find_mentions(sentence, language=language)
    return "; ".join(str(one.quantity) for one in found if one.kind in ("money", "percent"))


def test_a_printed_sentence_is_read_as_printed() -> None:
    printed = _sentences()
    read = [(language, one, _figures(one, language)) for language, one, _ in printed]
    assert [one for one, wanted in zip(read, printed, strict=True) if one != wanted] == []
