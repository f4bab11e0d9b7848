"""Colours are made legible, and the table in the documents is that of the program."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from tui.widgets.drawing.contrast import LEAST_SIGN, LEAST_TEXT, contrast, legible
from tui.widgets.drawing.palette import PLAIN_STYLES, SIGNS_ALONE, SIXTEEN_STYLES, STYLES
from tui.widgets.drawing.themes import DARK, LIGHT, THEMES, legible_variables

DOCS = Path(__file__).parents[2] / "docs"
_spec = importlib.util.spec_from_file_location("make_contrast", DOCS / "make_contrast.py")
assert _spec is not None
assert _spec.loader is not None
make_contrast = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_contrast)

colours = st.builds(Color, *[st.integers(0, 255)] * 3)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert contrast(Color(255, 255, 255), Color(0, 0, 0)) == pytest.approx(21)
    # The grey that is known as the lightest to reach 4.5 on white.
    assert contrast(Color(0x76, 0x76, 0x76), Color(255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert contrast(Color(9, 9, 9), Color(9, 9, 9)) == 1


@given(colours, colours, st.sampled_from([LEAST_SIGN, LEAST_TEXT]))
def test_every_colour_can_be_made_legible_on_every_ground(
    colour: Color, ground: Color, least: float
) -> None:
    assert contrast(legible(colour, ground, least), ground) >= least


@given(colours, colours)
def test_a_colour_that_is_legible_stays_what_it_is(colour: Color, ground: Color) -> None:
    if contrast(colour, ground) >= LEAST_TEXT:
        assert legible(colour, ground, LEAST_TEXT) == colour


SIGNS = {"$frame", "$frame-focus"} | SIGNS_ALONE


@pytest.mark.parametrize("theme", [name for name, theme in THEMES.items() if not theme.ansi])
def test_every_style_of_every_theme_has_the_contrast_of_level_aa_on_every_ground(
    theme: str,
) -> None:
    for name, found in make_contrast.ratios(theme).items():
        assert min(found) >= (LEAST_SIGN if name in SIGNS else LEAST_TEXT), name


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_colours_that_are_legible_stay_as_their_theme_has_them(theme: str) -> None:
    variables = {**THEMES[theme].to_color_system().generate(), **THEMES[theme].variables}
    made = legible_variables(variables, THEMES[theme])
    assert Color.parse(made["foreground"]) == Color.parse(variables["foreground"])
    assert Color.parse(made["frame-focus"]) == Color.parse(variables["accent"])


def test_the_table_of_contrasts_is_that_of_the_program() -> None:
    assert (DOCS / "contrast.md").read_text("utf-8") == make_contrast.table()


def test_fewer_colours_change_styles_that_there_are() -> None:
    assert set(SIXTEEN_STYLES) <= set(STYLES)
    assert set(PLAIN_STYLES) <= set(STYLES)
