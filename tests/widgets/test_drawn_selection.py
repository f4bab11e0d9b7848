"""Words, sentences and stretches are selected in lines as they are drawn."""

from __future__ import annotations

from tui.widgets.drawing.drawn_selection import (
    DrawnPlace,
    DrawnSelection,
    char_at,
    sentence_at,
    word_at,
)

LINES = [
    " First words. The second",
    " sentence goes over “two” ",
    " lines. A third one.",
    "",
    " 東京 pays €4 bn",
]


def text(line: int) -> str:
    return LINES[line]


def test_a_word_is_selected_without_what_is_around_it() -> None:
    word = word_at(DrawnPlace(1, 21), text)
    assert word.text(text) == "two"
    assert word_at(DrawnPlace(0, 9), text).text(text) == "words"
    assert word_at(DrawnPlace(0, 0), text).text(text) == ""
    assert word_at(DrawnPlace(1, 60), text).text(text) == ""
    assert word_at(DrawnPlace(3, 0), text).text(text) == ""


def test_a_sentence_is_selected_over_the_lines_that_it_was_broken_into() -> None:
    sentence = sentence_at(DrawnPlace(1, 5), text, len(LINES))
    assert sentence.text(text) == "The second\n sentence goes over “two”\n lines."
    assert sentence_at(DrawnPlace(2, 12), text, len(LINES)).text(text) == "A third one."
    assert sentence_at(DrawnPlace(4, 7), text, len(LINES)).text(text) == "東京 pays €4 bn"


def test_a_stretch_goes_in_either_direction_and_ends_before_its_last_place() -> None:
    forth = DrawnSelection(DrawnPlace(0, 7), DrawnPlace(1, 9))
    back = DrawnSelection(DrawnPlace(1, 9), DrawnPlace(0, 7))
    assert forth.text(text) == back.text(text) == "words. The second\n sentence"
    assert forth.cells(0, 30) == (7, 30)
    assert forth.cells(1, 30) == (0, 9)
    assert forth.cells(2, 30) == (0, 0)


def test_a_sign_of_two_cells_is_selected_whole_wherever_it_is_touched() -> None:
    assert [char_at(LINES[4], cell) for cell in (0, 1, 2, 3, 4, 5)] == [0, 1, 1, 2, 2, 3]
    assert word_at(DrawnPlace(4, 2), text).text(text) == "東京"
