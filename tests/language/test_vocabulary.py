"""How the vocabulary is written down: a notation, and which words need their capitals."""

from __future__ import annotations

import re

import pytest

from tui.language.figures.scales import ABBREVIATIONS, SCALES, Scale
from tui.language.vocabulary import Lexeme, Table, as_pattern, spellings


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("milliards?", ("milliards", "milliard")),
        ("(au|un) maximum", ("au maximum", "un maximum")),
        ("plus (de|d')", ("plus de", "plus d'")),
        ("((un|au) )?plus", ("un plus", "au plus", "plus")),
        ("metric tons?|tonnes?", ("metric tons", "metric ton", "tonnes", "tonne")),
        ("dépass~( les?)?", ("dépass les", "dépass le", "dépass")),
        (r"\~|≈", ("~", "≈")),
        ("", ()),
    ],
)
def test_the_notation_stands_for_its_spellings(notation: str, words: tuple[str, ...]) -> None:
    assert spellings(notation) == words
    for word in words:
        typed = word.replace(" ", " ").replace("'", "’")
        assert re.fullmatch(as_pattern(notation), typed)


@pytest.mark.parametrize("notation", ["(au|un", "au)", "a(b|c))"])
def test_a_notation_with_an_odd_parenthesis_is_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="parenthesis"):
        spellings(notation)


def test_words_are_known_in_any_case_and_signs_as_they_are_written() -> None:
    assert SCALES.read("MILLIARDS", "fr") == SCALES.read("milliards", "fr")
    assert ABBREVIATIONS.read("Md", "fr") == Scale(9)
    assert ABBREVIATIONS.read("mD", "fr") is None


def test_one_word_may_mean_another_thing_in_another_language() -> None:
    french, english = SCALES.read("billion", "fr"), SCALES.read("billion", "en")
    assert french is not None
    assert english is not None
    assert (french.power, english.power) == (12, 9)


def test_the_longest_word_is_tried_first() -> None:
    table = Table(Lexeme(1, "thousand"), Lexeme(2, "thousand millions?"))
    match = re.match(table.pattern("en"), "thousand million euros")
    assert match is not None
    assert table.read(match[0], "en") == 2


def test_a_language_is_added_by_adding_entries() -> None:
    table = Table(*SCALES.entries, Lexeme(Scale(9), "mil millones", languages="es"))
    assert table.read("mil  millones", "es") == Scale(9)
    assert table.read("mil millones", "fr") is None
    assert "es" in table.languages
