"""Numbers before motions, as in vim."""

from __future__ import annotations

import pytest

from tui.widgets.key_count import KeyCount


def counted(keys: str, commands: str = "") -> int | None:
    """What is given to the last key of some."""
    count = KeyCount()
    for key in keys:
        count.typed(key, lambda key: key not in commands)
    return count.given()


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ("5j", 5),
        ("12G", 12),
        ("j", None),
        ("50j", 50),
        ("0j", None),
        ("5xj", None),
        ("999999999j", 99_999),
    ],
)
def test_the_digits_right_before_a_key_are_its_number(keys: str, number: int | None) -> None:
    assert counted(keys) == number


@pytest.mark.parametrize(
    ("keys", "number"), [("3j", None), ("5j", 5), ("53j", 53), ("35j", 5), ("60j", 60)]
)
def test_a_digit_that_is_a_command_begins_no_number_and_may_go_on_with_one(
    keys: str, number: int | None
) -> None:
    assert counted(keys, commands="1234") == number


def test_keys_with_names_are_no_digits_and_a_number_is_given_once() -> None:
    count = KeyCount()
    assert count.typed("5", lambda _: True)
    assert count.pending == 5
    assert not count.typed("f5", lambda _: True)
    assert (count.times(), count.times()) == (5, 1)
    count.typed("7", lambda _: True)
    count.drop()
    count.typed("j", lambda _: True)
    assert count.given() is None
