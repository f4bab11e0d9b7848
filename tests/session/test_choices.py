"""What a field offers narrows to what is typed, also where that is misspelt."""

from __future__ import annotations

import pytest

from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField

PARTIES = Choices(
    [
        Choice("larkspur", "Larkspur Energy", ("LSE",)),
        Choice("kestrel", "Kestrel Capital"),
        Choice("societe", "Société Morel"),
        Choice("skye", "Skye Kestrels"),
        Choice("oak", "Oakestr"),
    ]
)


def found(typed: str, limit: int = 5) -> list[str]:
    return [choice.value for choice in PARTIES.matching(typed, limit)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kest", "kestrel"),
        ("KESTREL CAP", "kestrel"),
        ("lse", "larkspur"),
        ("societe", "societe"),
        ("energy", "larkspur"),
        ("larkspr energy", "larkspur"),
        ("kestral capitol", "kestrel"),
    ],
)
def test_a_choice_is_found_by_its_beginning_a_word_an_alias_or_misspelt(
    typed: str, first: str
) -> None:
    assert found(typed)[0] == first


def test_beginnings_come_before_words_and_those_before_what_holds_it_anywhere() -> None:
    assert found("kestr") == ["kestrel", "skye", "oak"]


def test_untyped_all_are_offered_in_their_own_order() -> None:
    assert found("", 2) == ["larkspur", "kestrel"]


def test_a_name_that_nothing_is_like_finds_nothing_and_two_letters_are_not_misspelt() -> None:
    assert found("zzyzx") == []
    assert found("qa") == []


def test_just_one_choice_has_a_name_case_and_accents_aside() -> None:
    named = PARTIES.named(" societe MOREL ")
    assert named is not None
    assert named.value == "societe"
    assert PARTIES.named("societe") == named
    assert PARTIES.named("Morel") is None


def test_a_new_name_is_told_from_the_beginning_of_a_known_one() -> None:
    assert PARTIES.holding("kes")
    assert not PARTIES.holding("Kestrel Robotics")


def test_an_answer_that_is_none_of_the_choices_is_a_problem_unless_it_makes_one() -> None:
    status = FormField("status", "status", choices=Choices.of("paid", "announced"))
    assert status.problem("paid") == status.problem("") == ""
    assert status.problem("payed") == "payed is none of the choices"
    party = FormField("payer", "payer", choices=PARTIES, creates="party")
    assert party.problem("Bramble Works") == ""
    tags = FormField("tags", "tags", choices=Choices.of("a", "b"), several=True)
    assert tags.problem("a, b") == ""
    assert tags.problem("a, c") == "c is none of the choices"
