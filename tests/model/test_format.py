"""Figures and dates in the reader's language: short, never ambiguous, never wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.model.dates import Edtf
from tui.model.format import (
    EN,
    FR,
    ISO,
    LOCALES,
    Locale,
    format_date,
    format_number,
    format_quantity,
    format_span,
    format_value,
    locale_named,
)
from tui.model.quantities import Quantity, Span

NARROW = "\u202f"
MONEY = ["USD", "EUR", "GBP", "JPY", "CHF", "CNY"]
locales = st.sampled_from(list(LOCALES.values()))
numbers = st.decimals(-(10**15), 10**15, places=6) | st.integers(-(10**20), 10**20).map(Decimal)
SCALES = {"tn": 12, "bn": 9, "Md": 9, "M": 6}


def value_of(text: str, locale: Locale) -> Fraction:
    """What a reader understands: an own reading of the written number."""
    plain = text.replace(locale.group, "").replace(locale.minus, "-").replace(locale.decimal, ".")
    match = re.fullmatch(r"(-?)[$€£¥]?(\d+(?:\.\d+)?)(?: (tn|bn|Md|M)?([A-Z]{3}|[$€£¥%])?)*", plain)
    assert match, text
    scale = next((SCALES[word] for word in re.findall(r"tn|bn|Md|M", plain)), 0)
    return Fraction(match[1] + match[2]) * 10**scale


@given(numbers, st.sampled_from(MONEY), locales)
@example(Decimal(10) ** 12, "USD", FR)
@example(Decimal("999999.5"), "USD", EN)
def test_a_written_figure_is_the_figure(number: Decimal, unit: str, locale: Locale) -> None:
    written = format_number(number, unit, locale)
    assert "≈" not in written
    assert value_of(written, locale) == Fraction(number)


@given(
    st.integers(1, 10**12), st.integers(3, 97), st.sampled_from(MONEY), st.sampled_from([EN, FR])
)
def test_decimals_without_end_are_cut_and_marked(
    whole: int, parts: int, unit: str, locale: Locale
) -> None:
    number = Decimal(whole) / parts
    written = format_number(number, unit, locale)
    if Fraction(number) == Fraction(whole, parts):
        return
    if not written.startswith("≈ "):
        # Few enough decimals to be written in full.
        assert value_of(written, locale) == Fraction(number)
    else:
        shown = value_of(written.removeprefix("≈ "), locale)
        assert abs(shown - Fraction(number)) <= Fraction(number) / 10**3


@given(numbers, st.sampled_from([*MONEY, "GW", "%", ""]))
def test_no_french_figure_has_an_english_scale_word(number: Decimal, unit: str) -> None:
    written = format_number(number, unit, FR)
    assert not re.search(r"[bB]n|tn|[bB]illion", written)
    assert "Md" not in format_number(number, unit, EN)


@given(numbers, st.sampled_from([*MONEY, "GW"]))
def test_iso_writes_all_digits_and_the_code(number: Decimal, unit: str) -> None:
    written = format_number(number, unit, ISO)
    assert re.fullmatch(rf"-?\d{{1,3}}({NARROW}\d{{3}})*(\.\d+)? {unit}", written)


@pytest.mark.parametrize(
    ("text", "english", "french", "iso"),
    [
        ("up to 4 bn USD", "up to $4 bn", "jusqu'à 4 Md$", "≤ 4 000 000 000 USD"),
        ("1.25 bn USD", "$1.25 bn", "1,25 Md$", "1 250 000 000 USD"),
        ("about 400 M EUR", "about €400 M", "environ 400 M€", "~ 400 000 000 EUR"),
        ("more than 3 bn USD", "> $3 bn", "> 3 Md$", "> 3 000 000 000 USD"),
        ("at least 3 bn GBP", "at least £3 bn", "au moins 3 Md£", "≥ 3 000 000 000 GBP"),
        ("several bn USD", "several bn USD", "plusieurs Md$", "several bn USD"),
        ("tens of M CHF", "tens of M CHF", "des dizaines de M CHF", "tens of M CHF"),
        ("several tn USD", "several tn USD", "plusieurs milliers de Md$", "several tn USD"),
        ("70 %", "70 %", "70 %", "70 %"),
        ("2.2 GW", "2.2 GW", "2,2 GW", "2.2 GW"),
        ("less than 1/3", "< 1/3", "< 1/3", "< 1/3"),
        ("1.4 tn USD", "$1.4 tn", "1 400 Md$", "1 400 000 000 000 USD"),
        ("1-2 bn USD", "$1–2 bn", "1–2 Md$", "1 000 000 000–2 000 000 000 USD"),
        ("450000 USD", "$450,000", "450 000 $", "450 000 USD"),
        ("2 bn CNY", "2 bn CNY", "2 Md CNY", "2 000 000 000 CNY"),
        ("2 bn JPY", "¥2 bn", "2 Md¥", "2 000 000 000 JPY"),
        ("6", "6", "6", "6"),
        ("25 M homes", "25 M homes", "25 M homes", "25 000 000 homes"),
        ("undisclosed", "undisclosed", "non communiqué", "undisclosed"),
    ],
)
def test_amounts_read_as_expected(text: str, english: str, french: str, iso: str) -> None:
    quantity = Quantity.parse(text)
    assert format_quantity(quantity, EN) == english
    assert format_quantity(quantity, FR).replace(NARROW, " ") == french
    assert format_quantity(quantity, ISO).replace(NARROW, " ") == iso


def test_a_range_names_its_scale_once_only_where_that_is_exact() -> None:
    assert format_quantity(Quantity.parse("0.5-2 bn EUR"), EN) == "€0.5–2 bn"
    wide = Quantity("USD", minimum=Decimal(1234567), maximum=Decimal(2 * 10**9))
    assert format_quantity(wide, EN) == "$1,234,567–2,000,000,000"
    half_open = Quantity("USD", exclusive_minimum=Decimal(10**9), maximum=Decimal(2 * 10**9))
    assert format_quantity(half_open, EN) == "> $1 bn and ≤ $2 bn"


def test_a_span_of_one_number_is_that_number() -> None:
    four = Decimal(4 * 10**9)
    assert format_span(Span(four, four), "USD", EN) == "$4 bn"
    assert format_span(Span(None, four), "USD", EN) == "up to $4 bn"
    assert format_span(Span(four, None, low_open=True), "USD", EN) == "> $4 bn"


def test_a_debt_is_negative_in_front_of_its_sign() -> None:
    assert format_number(Decimal(-(10**9)), "USD", EN) == "−$1 bn"
    assert format_number(Decimal(-(10**9)), "USD", FR) == "−1 Md$"


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("2023", "2023", "2023"),
        ("2023-09", "Sep 2023", "sept. 2023"),
        ("2023-09-01", "1 Sep 2023", "1er sept. 2023"),
        ("2024-Q1", "Q1 2024", "T1 2024"),
        ("2024-34", "Q2 2024", "T2 2024"),
        ("2025-H1", "H1 2025", "S1 2025"),
        ("2024-24", "winter 2024–25", "hiver 2024–25"),
        ("202X", "2020s", "années 2020"),
        ("2023-09~", "~Sep 2023", "~sept. 2023"),
        ("2023%", "~2023?", "~2023?"),
        ("2023-10/2024-03", "Oct 2023 – Mar 2024", "oct. 2023 – mars 2024"),
        ("2023-01/2023-10", "Jan–Oct 2023", "janv.–oct. 2023"),
        ("2025-11-03/2025-11-18", "3–18 Nov 2025", "3–18 nov. 2025"),
        ("../2024", "by 2024", "jusqu'à 2024"),
        ("2023/..", "from 2023", "dès 2023"),
        ("2023/", "2023–?", "2023–?"),
        ("/2024-04", "? – Apr 2024", "? – avr. 2024"),
        ("2023-09-XX", "Sep 2023", "sept. 2023"),
    ],
)
def test_dates_read_as_expected_and_iso_keeps_them(text: str, english: str, french: str) -> None:
    date = Edtf.parse(text)
    assert format_date(date, EN) == english
    assert format_date(date, FR) == french
    assert format_date(date, ISO) == text


def test_every_kind_of_value_is_written() -> None:
    assert format_value("Amazon", EN) == "Amazon"
    assert format_value(Edtf.parse("2023-09"), FR) == "sept. 2023"
    assert format_value(Quantity.parse("4 bn USD"), EN) == "$4 bn"


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_NUMERIC": "en_GB"}, "fr"),
        ({"LC_NUMERIC": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({"LANG": "en_US", "LC_NUMERIC": "", "LC_ALL": "fr_CA@euro"}, "fr"),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "frr_DE"}, "en"),
    ],
)
def test_the_environment_chooses_as_posix_says(environment: dict[str, str], name: str) -> None:
    assert locale_named("", environment).name == name


def test_the_locale_of_numbers_alone_changes_their_signs_and_no_word() -> None:
    locale = locale_named("", {"LANG": "en_US.UTF-8", "LC_NUMERIC": "fr_FR.UTF-8"})
    assert format_value(Quantity.parse("2.5 bn USD"), locale) == "$2,5 bn"
    assert format_value(Edtf.parse("2023-09"), locale) == "Sep 2023"
    assert locale.word("paid") == EN.word("paid")
    assert locale_named("", {"LC_ALL": "en_US", "LC_NUMERIC": "fr_FR"}) is EN


def test_a_name_wins_over_the_environment() -> None:
    assert locale_named("iso", {"LC_ALL": "fr_FR"}) is ISO
    assert locale_named("FR-ca", {}) is FR


def test_terms_are_reported_in_human_words() -> None:
    assert EN.word("convertible-note") == "convertible note"
    assert FR.word("convertible-note") == "obligation convertible"
    assert FR.word("paid") == "versé"
    assert EN.word("market-share") == "market share"
