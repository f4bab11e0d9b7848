"""No text from a file commands the terminal, and none is shifted on its way to it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.model.safe_text import safe_line, safe_text
from tui.model.widths import cells

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
hostile = st.text(
    st.sampled_from(
        "\x00\x07\x08\t\n\r\x1b\x7f\x80\x90\x9b\x9d\x9c\xad\u061c\u200b\u200e\u200f\u2028\u2029"
        "\u202a\u202e\u2060\u2066\u2069\ufeff\ufff9\U000e0001\U000e007f\ud800a]52;"
    ),
    max_size=40,
)
INVISIBLE_DIRECTIONS = set(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def commands(text: str) -> list[str]:
    return [c for c in text if unicodedata.category(c) in ("Cc", "Cs") or c in INVISIBLE_DIRECTIONS]


@given(any_text | hostile)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert set(commands(safe_text(text))) <= {"\n"}
    assert commands(safe_line(text)) == []
    assert len(safe_line(text).splitlines()) <= 1


@given(any_text | hostile)
def test_every_character_keeps_its_place(text: str) -> None:
    for safe in (safe_text(text), safe_line(text)):
        assert len(safe) == len(text)
        changed = [old for old, new in zip(text, safe, strict=True) if old != new]
        assert all(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in changed)


@given(any_text | hostile)
def test_what_is_harmless_stays_harmless(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)
    # The end of a line in a DOS file is no control sign: of it a text keeps the line feed alone.
    unix = text.replace("\r", "")
    assert safe_line(safe_text(unix)) == safe_line(unix)


def test_lines_stay_lines_in_a_text_and_become_a_picture_in_a_line() -> None:
    assert safe_text("one\ntwo") == "one\ntwo"
    assert safe_line("one\ntwo") == "one\u240atwo"


def test_an_escape_that_would_set_the_clipboard_is_shown() -> None:
    assert safe_text("\x1b]52;c;aGk=\x07") == "\u241b]52;c;aGk=\u2407"


@pytest.mark.parametrize("text", ["jusqu’à 4\u00a0Md\u202f$ « né »", "日本語 ← →", "👩🏽 e\u0301"])
def test_ordinary_writing_of_any_language_is_left_alone(text: str) -> None:
    assert safe_text(text) == text


def test_the_line_ends_of_windows_are_not_seen() -> None:
    assert safe_text("a\r\nb\r\n") == "a \nb \n"
    assert safe_text("a\rb\r\r\n") == "a\u240db\u240d \n"


def test_a_sign_in_its_emoji_form_is_as_wide_as_every_terminal_draws_it() -> None:
    for sign in ("#\ufe0f\u20e3", "\u26a0\ufe0f", "\u2764\ufe0f"):
        shown = safe_line(sign)
        assert "\ufe0f" not in shown
        assert len(shown) == len(sign)
        assert cell_len(shown) == cells(shown) == 2
