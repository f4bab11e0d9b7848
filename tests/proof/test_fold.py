from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.proof.quotes.normalize import Unhyphenated, fold, fold_word

_SIGNS = "ab 1,5\t\n\r\xa0\u202f\xad\u200b\u2019\xab\xbb\u2026\u0153\xe9\ufb01-\u2013`"
_SIGNS += "\u0301\u0327\u1100\u1161\u11a8"
TEXTS = st.text(alphabet=_SIGNS, max_size=30) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("2,75\xa0milliards", "2,75 milliards"),
        ("7\u202f000\u2009000", "7 000 000"),
        ("un  \n\t mot", "un mot"),
        ("fin.\r\n\r\nDébut", "fin. Début"),
        ("l\u2019IA, l\u2018IA, l\u02bcIA", "l'IA, l'IA, l'IA"),
        ("\xab\xa0IA\xa0\xbb \u201cAI\u201d", '" IA " "AI"'),
        ("2023\u20132024 \u2014 \u22124", "2023-2024 - -4"),
        ("intel\xadli\u200bgence", "intelligence"),
        ("a \u200b b", "a b"),
        ("\u0153uvre \xc6gir", "oeuvre AEgir"),
        ("\ufb01n du \ufb02ux", "fin du flux"),
        ("chez\u2026 eux", "chez... eux"),
        ("de\u0301penser", "d\xe9penser"),
    ],
)
def test_typography_that_says_nothing_is_folded(typed: str, folded: str) -> None:
    assert fold(typed).text == folded


@pytest.mark.parametrize("other", ["5", "\uff15", "\u0665", "\u2075", "\u2164"])
def test_digits_of_other_kinds_stay_what_they_are(other: str) -> None:
    assert fold(f"{other} euros").text == f"{other} euros"


def test_case_and_accents_stay() -> None:
    assert fold("\xc9l\xe8ve").text == "\xc9l\xe8ve"


@given(TEXTS)
def test_no_folded_text_holds_two_spaces_or_a_line_break(text: str) -> None:
    folded = fold(text).text
    assert "  " not in folded
    assert not set(folded) & set("\t\n\r\xa0\u202f\u2019\xab\xbb\u2026\u2013\xad\u200b")


@settings(max_examples=400)
@given(TEXTS)
def test_each_folded_sign_comes_from_a_stretch_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    last = 0
    for at, sign in enumerate(folded.text):
        start, end = folded.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert last <= end
        assert sign in fold(text[start:end]).text
        last = end


@settings(max_examples=300)
@given(TEXTS, st.data())
def test_a_folded_range_comes_from_a_stretch_that_folds_to_it(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    begin, stop = folded.origin(start, end)
    assert folded.text[start:end] in fold(text[begin:stop]).text


def test_a_range_keeps_no_space_that_was_folded_beside_it() -> None:
    text = "fin \n\n 4\xa0milliards \n de"
    folded = fold(text)
    at = folded.text.index("4 milliards")
    start, end = folded.origin(at, at + len("4 milliards"))
    assert text[start:end] == "4\xa0milliards"


def test_half_of_a_ligature_comes_from_the_whole_one() -> None:
    assert fold("l\u2019\u0153uvre").origin(2, 3) == (2, 3)
    assert fold("l\u2019\u0153uvre").origin(3, 5) == (2, 4)


def test_every_sequence_that_composes_keeps_the_way_back() -> None:
    for code in range(0x80, 0x30000):
        sign = chr(code)
        parts = unicodedata.normalize("NFD", sign)
        if unicodedata.category(sign)[0] == "M" or unicodedata.normalize("NFC", parts) != sign:
            continue
        folded = fold(f"x {parts} y")
        if len(folded.text) == 5:
            assert folded.origin(2, 3) == (2, 2 + len(parts)), hex(code)


def test_search_folds_case_and_accents_too() -> None:
    assert fold_word("\u0152UVRE \xc9l\xe8ve STRA\xdfE") == "oeuvre eleve strasse"


def test_hyphens_inside_words_can_be_set_aside_but_not_at_figures() -> None:
    bare = Unhyphenated("un in- vestisse-ment de 3-4, -5")
    assert bare.text == "un investissement de 3-4, -5"
    assert bare.origin(3, 17) == (3, 20)
