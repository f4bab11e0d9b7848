"""One sentence for each way in which French and English newspapers build a figure.

Each line of `press/constructions-fr.txt` and `press/constructions-en.txt` is a sentence, a bar,
and its figures in their short form, separated by semicolons; nothing after the bar means that it
prints none. Dates and counts are left to other tests. Lines that begin with # name what follows.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui.model.quantities import Quantity
from tui.proof.extract import find_mentions

PRESS = Path(__file__).with_name("press")


def _cases() -> list[tuple[str, str, list[str]]]:
    cases = []
    for language in ("fr", "en"):
        for line in (PRESS / f"constructions-{language}.txt").read_text("utf-8").splitlines():
            sentence, bar, figures = line.partition("|")
            if bar:
                wanted = [
                    str(Quantity.parse(one)) for one in map(str.strip, figures.split(";")) if one
                ]
                cases.append((language, sentence.strip(), wanted))
    return cases


def _read(sentence: str, language: str) -> list[str]:
    found = find_mentions(sentence, language=language)
    return [str(one.quantity) for one in found if one.quantity and one.kind != "count"]


def test_a_figure_is_read_however_it_is_built() -> None:
    read = [(language, sentence, _read(sentence, language)) for language, sentence, _ in _cases()]
    assert [one for one, case in zip(read, _cases(), strict=True) if one != case] == []


def test_a_sentence_reads_alike_with_other_spaces_and_apostrophes() -> None:
    for language, sentence, wanted in _cases():
        assert _read(sentence.replace("’", "'"), language) == wanted
        assert _read(re.sub(r"(?<=\d) (?=\d|%|€)", "\u202f", sentence), language) == wanted


def test_sentences_read_alike_alone_and_in_one_article() -> None:
    """Paragraphs do not lend each other scales; currencies are written out in most of them."""
    for language in ("fr", "en"):
        alone = [
            (sentence, wanted)
            for its_language, sentence, wanted in _cases()
            if its_language == language
        ]
        text = "\n".join(sentence for sentence, _ in alone)
        found = find_mentions(text, language=language)
        at = wrong = 0
        for sentence, wanted in alone:
            inside = [
                str(one.quantity)
                for one in found
                if at <= one.start < at + len(sentence) and one.quantity and one.kind != "count"
            ]
            wrong += inside != wanted
            at += len(sentence) + 1
        assert wrong <= len(alone) // 100
