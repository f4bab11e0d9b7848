"""Finding inside one article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.find import FindError, find_in_text
from tui.search.fold import fold, fold_with_places

TEXT = "L’Œuvre coûte 2\u202f750 millions.\nŒuvre d'art — l'œuvre"


def parts(pattern: str) -> list[str]:
    return [TEXT[start:end] for start, end in find_in_text(TEXT, pattern)]


def test_case_accents_ligatures_apostrophes_and_spaces_do_not_matter() -> None:
    assert parts("oeuvre") == ["Œuvre", "Œuvre", "œuvre"]
    assert parts("l'oeuvre COUTE") == ["L’Œuvre coûte"]
    assert parts("2 750") == ["2\u202f750"]
    assert parts("millions. oeuvre") == ["millions.\nŒuvre"]


def test_an_expression_stands_between_slashes() -> None:
    assert parts(r"/\d+/") == ["2", "750"]
    assert parts("/OEUVRE|art/") == ["art"]


def test_a_broken_expression_says_why() -> None:
    with pytest.raises(FindError, match="cannot be read"):
        find_in_text("x", "/(/")


def test_no_expression_hangs() -> None:
    with pytest.raises(FindError, match="too long"):
        find_in_text("a" * 40 + "b", "/(a|a|aa)+$/")


def test_nothing_is_found_by_nothing() -> None:
    assert find_in_text("text", "") == []
    assert find_in_text("text", "//") == []
    assert find_in_text("text", "/x*/") == [(2, 3)]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=4))
def test_places_found_fold_to_what_was_looked_for(text: str, pattern: str) -> None:
    for start, end in find_in_text(text, pattern):
        assert 0 <= start < end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_every_folded_character_leads_back_to_its_own(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    for at, char in enumerate(folded):
        assert char in fold(text[places[at]])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
