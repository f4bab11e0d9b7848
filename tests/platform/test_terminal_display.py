"""What the environment and the terminal say of colours, signs and the ground."""

from __future__ import annotations

import pytest

from tui.platform.terminal_display import Colours, colours_of, display_of, is_light_reply


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "rxvt-16color"}, Colours.SIXTEEN),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
    ],
    ids=str,
)
def test_the_number_of_colours_is_what_the_environment_says(
    environ: dict[str, str], colours: Colours
) -> None:
    assert colours_of(environ) is colours


@pytest.mark.parametrize(
    ("environ", "light"),
    [
        ({}, None),
        ({"COLORFGBG": "0;15"}, True),
        ({"COLORFGBG": "15;default;0"}, False),
        ({"COLORFGBG": "15;default"}, None),
        ({"DEALTUI_GROUND": "light", "COLORFGBG": "15;0"}, True),
        ({"DEALTUI_GROUND": "dark"}, False),
    ],
    ids=str,
)
def test_the_ground_is_light_or_dark_where_the_environment_says_so(
    environ: dict[str, str], light: bool | None
) -> None:
    assert display_of(environ).light is light


@pytest.mark.parametrize(
    ("reply", "light"),
    [
        ("11;rgb:ffff/ffff/dddd", True),
        ("11;rgb:f/f/d", True),
        ("11;rgba:fd/f6/e3/ff", True),
        ("11;rgb:0000/2b2b/3636", False),
        ("11;rgb:0000/0000/ffff", False),
        ("10;rgb:ffff/ffff/ffff", None),
        ("11;?", None),
        ("", None),
    ],
)
def test_an_answer_tells_of_a_light_ground_or_of_a_dark_one(reply: str, light: bool | None) -> None:
    assert is_light_reply(reply) is light


def test_a_console_of_letters_gets_ascii_signs_and_is_asked_nothing() -> None:
    assert display_of({"TERM": "linux"}).ascii_signs
    assert not display_of({"TERM": "linux"}).answers
    assert not display_of({"TERM": "dumb"}).answers
    assert display_of({"TERM": "xterm-256color"}).answers
    assert not display_of({"TERM": "xterm-256color"}).ascii_signs
