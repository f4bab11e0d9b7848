from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.text_selection import TextSelection, sentence_around

TEXT = (
    "Selon M. Dupont, l’accord est clos. L’empereur va engager 2,75 milliards de dollars "
    "(2,5 milliards d’euros). Fin ?\nAutre ligne"
)


def chosen(selection: TextSelection) -> str:
    return TEXT[slice(*selection.span)]


def at(words: str) -> TextSelection:
    return TextSelection.at(TEXT, TEXT.index(words))


def test_a_selection_starts_with_the_word_under_the_cursor() -> None:
    assert chosen(TextSelection.at(TEXT, TEXT.index("milliards") + 3)) == "milliards"


def test_words_are_added_and_taken_back_one_by_one() -> None:
    grown = at("2,75").by_word(1).by_word(1).by_word(1)
    assert chosen(grown) == "2,75 milliards de dollars"
    assert chosen(grown.by_word(-1)) == "2,75 milliards de"


def test_the_other_end_can_move_too() -> None:
    assert chosen(at("2,75").by_word(1).swapped().by_word(-1)) == "engager 2,75 milliards"


def test_a_sentence_does_not_end_at_an_abbreviation_or_a_decimal() -> None:
    assert chosen(at("accord").sentence()) == "Selon M. Dupont, l’accord est clos."
    assert chosen(at("2,75").sentence()).startswith("L’empereur")
    assert chosen(at("2,75").sentence()).endswith("d’euros).")


def test_growing_again_takes_the_next_sentence() -> None:
    assert chosen(at("2,75").sentence().sentence()).endswith("Fin ?")


def test_dragging_selects_whole_words_in_both_directions() -> None:
    start = at("milliards de dollars")
    assert chosen(start.to(TEXT.index("dollars") + 2)) == "milliards de dollars"
    assert chosen(start.to(TEXT.index("2,75") + 1)) == "2,75 milliards"


@given(st.text(max_size=60), st.integers(0, 60), st.lists(st.sampled_from("fbosx"), max_size=12))
def test_no_motion_leaves_the_text(text: str, offset: int, keys: list[str]) -> None:
    selection = TextSelection.at(text, min(offset, len(text)))
    for key in keys:
        match key:
            case "f":
                selection = selection.by_word(1)
            case "b":
                selection = selection.by_word(-1)
            case "o":
                selection = selection.swapped()
            case "s":
                selection = selection.sentence()
            case _:
                selection = selection.to(offset)
        start, end = selection.span
        assert 0 <= start <= end <= len(text)


@given(st.text(alphabet="ab .\n!", max_size=40), st.integers(0, 39), st.integers(0, 39))
def test_the_sentence_around_a_stretch_holds_it(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    first, last = sentence_around(text, start, end)
    assert text[start:end].strip() in text[first:last]
