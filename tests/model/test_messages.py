"""Messages: English to programs and caches, the reader's language on the screen."""

from __future__ import annotations

import pytest

from tui.model.dates import Edtf
from tui.model.messages import (
    Message,
    all_of,
    in_turn,
    msg,
    number_of,
    pack_text,
    plain_text,
    shown,
    unpack_text,
)
from tui.model.quantities import Quantity
from tui.platform.translation import use_language

AMOUNT = Quantity.parse("up to 4 bn USD")
SAMPLES = [
    msg("the quote has no date"),
    msg("the quote says {said}, the record {value}", said=all_of(["1 M"]), value=AMOUNT),
    msg("{reason}: “{words}”", reason=msg("a negation"), words="n’a {pas} dit"),
    msg("{article} says {value}, the record {recorded}", article="a", value=1, recorded="x"),
    in_turn(msg("no amount is stated"), number_of(1, "member")),
    number_of(1200, "retired statement disagrees", "retired statements disagree"),
    msg("told as news by an article of {published}", published=Edtf.parse("2023-09")),
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_was_packed_is_the_same_in_every_language(sample: str) -> None:
    again = unpack_text(pack_text(sample))
    assert again == sample
    use_language("fr")
    assert shown(again) == shown(sample)
    assert shown(again) != sample


@pytest.mark.parametrize(
    ("sample", "english", "french"),
    [
        (SAMPLES[1], "the quote says 1 M, the record up to 4 bn USD",
         "la citation dit 1 M, la fiche jusqu'à 4 Md$"),
        (SAMPLES[2], "a negation: “n’a {pas} dit”",
         "une négation\u00a0: «\u00a0n’a {pas} dit\u00a0»"),
        (SAMPLES[4], "no amount is stated; 1 member",
         "aucun montant n’est énoncé\u00a0; 1 membre"),
        (SAMPLES[6], "told as news by an article of 2023-09",
         "donné comme une nouvelle par un article de sept. 2023"),
    ],
)  # fmt: skip
def test_values_are_written_as_the_language_writes_them(
    sample: str, english: str, french: str
) -> None:
    assert shown(sample) == english
    use_language("fr")
    assert shown(sample).replace("\u202f", "\u00a0") == french


def test_a_value_is_data_unless_it_is_a_message() -> None:
    use_language("fr")
    assert shown(msg("{article} denies it", article="a negation")) == "a negation le dément"


def test_an_error_gives_back_the_message_it_was_raised_with() -> None:
    use_language("fr")
    assert shown(str(ValueError(msg("division by zero")))) == "division par zéro"


def test_other_programs_get_a_text_and_nothing_else() -> None:
    assert type(plain_text(SAMPLES[1])) is str
    assert type(plain_text("x")) is str


def test_several_values_are_named_once_each() -> None:
    assert str(all_of(["a", "b", "a", "c"])) == "a, b and c"
    assert all_of([AMOUNT, AMOUNT]) is AMOUNT
    assert all_of([]) == ""


def test_a_text_that_is_no_message_is_packed_as_it_is() -> None:
    assert pack_text("a text") == "a text"
    assert not isinstance(unpack_text("a text"), Message)


@pytest.mark.parametrize("damaged", ["\x1e", "\x1e[1]", "\x1enull"])
def test_a_damaged_message_is_an_error_of_its_own(damaged: str) -> None:
    with pytest.raises(ValueError, match="a damaged message"):
        unpack_text(damaged)


def test_on_the_screen_figures_are_written_as_everywhere_there_and_held_together() -> None:
    words = msg("{value} against {other}", value=Quantity.parse("9 bn USD"), other="x")
    outer = msg("{field}: {what}", field="amount", what=words)
    assert shown(outer) == "amount: 9 bn USD against x"
    assert shown(outer, on_screen=True) == "amount: $9\u00a0bn against x"
