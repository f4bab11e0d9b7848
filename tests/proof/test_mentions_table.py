"""How newspapers print sums, and what is read from them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.dates import Edtf
from tui.proof.extract import find_mentions

SEEDS = Path(__file__).parents[2] / "seeds"

# sentence | figures as their short form, separated by ;
FRENCH = """
Le groupe a levé 400 millions d'euros. | 400 M EUR
Le groupe a levé près de 400 millions d’euros. | about 400 M EUR
Il va investir jusqu'à 4 milliards de dollars. | up to 4 bn USD
Une valorisation de 61,5 milliards de dollars. | 61.5 bn USD
Le tour de table atteint 2,75 Md€. | 2.75 bn EUR
Un chèque de 450 M€ et un prêt de 12 k€. | 450 M EUR; 12000 EUR
Une dette de 4 Mds$ et 500 MUSD de trésorerie. | 4 bn USD; 500 M USD
De 3 à 4 milliards d'euros. | 3-4 bn EUR
Entre 3 et 4 milliards de dollars. | 3-4 bn USD
Trois ou quatre milliards de dollars. | 3-4 bn USD
3-4 milliards de dollars. | 3-4 bn USD
Sept milliards de dollars. | 7 bn USD
Un demi-milliard d'euros. | 500 M EUR
Un milliard et demi de dollars. | 1.5 bn USD
Deux milliards et demi d'euros. | 2.5 bn EUR
Quatre-vingt-dix millions d'euros. | 90 M EUR
Cent millions de livres sterling. | 100 M GBP
Mille milliards de dollars. | 1 tn USD
Dix mille milliards d'euros. | 10 tn EUR
1,4 billion de dollars. | 1.4 tn USD
1 400 milliards de dollars. | 1.4 tn USD
1 200 000 euros. | 1.2 M EUR
1.200.000 euros. | 1.2 M EUR
1'200'000 francs suisses. | 1.2 M CHF
Plus de 3 milliards de dollars. | more than 3 bn USD
Moins de 5 milliards de dollars. | less than 5 bn USD
Au moins 5 milliards de dollars. | at least 5 bn USD
10 milliards d'euros au maximum. | up to 10 bn EUR
Quelque 300 millions d'euros. | about 300 M EUR
Une dizaine de milliards d'euros. | about 10 bn EUR
Plusieurs milliards de dollars. | several bn USD
Des dizaines de millions de dollars. | tens of M USD
Des centaines de millions d'euros. | hundreds of M EUR
Dépassant les 4 milliards de dollars. | more than 4 bn USD
12,5 %, moins d'un tiers du capital. | 12.5 %; less than 0.3333333333333333333333333333
70% du marché et 80 pour cent de sa croissance. | 70 %; 80 %
2,2 gigawatts, 450 MW et 3 TWh. | 2.2 GW; 450 MW; 3 TWh
1,25 milliard d'euros, puis 2,5 milliards. | 1.25 bn EUR; 2.5 bn EUR
2,75 Md$ (2,5 milliards d'euros), après 1,25 milliard. | 2.75 bn USD; 2.5 bn EUR; 1.25 bn USD
100 milliards de yuans et 300 milliards de yens. | 100 bn CNY; 300 bn JPY
5 milliards de dollars canadiens. | 5 bn CAD
20 milliards de couronnes suédoises. | 20 bn SEK
2 milliards de roupies, 4 milliards de roubles. | 2 bn INR; 4 bn RUB
Un million d'euros par an. | 1 M EUR
12,40 euros l'action. | 12.4 EUR
Le 28 novembre 2023, à Las Vegas, pour la version 3.5. |
GPT-4, Claude 3.5 et Windows 11 sortent en 2024. |
Le numéro 2 mondial emploie 25 000 personnes. |
Appelez le 01 42 36 12 34 avant 16h30. |
Elle a 45 ans et trois enfants. |
Les trois géants du cloud, en deux temps. |
""".strip().splitlines()
ENGLISH = """
It will invest $2.75bn in the company. | 2.75 bn USD
Up to $4 billion over three years. | up to 4 bn USD
US$500m, C$1.2 billion and £300 million. | 500 M USD; 1.2 bn CAD; 300 M GBP
€1.2m, EUR 3.4 million and HK$2bn. | 1.2 M EUR; 3.4 M EUR; 2 bn HKD
Two and a half billion dollars. | 2.5 bn USD
Half a billion dollars. | 500 M USD
A billion dollars. | 1 bn USD
Between $3 billion and $4 billion. | 3-4 bn USD
From 3 to 4 billion dollars. | 3-4 bn USD
$3-4 billion or $3.5 to $4 billion. | 3-4 bn USD; 3.5-4 bn USD
More than $3 billion. | more than 3 bn USD
Over $1,400 million. | more than 1.4 bn USD
At least $5bn, nearly $29bn. | at least 5 bn USD; about 29 bn USD
Some $7.3 billion. | about 7.3 bn USD
Less than a third of the company. | less than 0.3333333333333333333333333333
A 14% stake, then 12 per cent. | 14 %; 12 %
It is worth $61.5 billion or more. | at least 61.5 bn USD
Tens of billions of dollars. | tens of bn USD
Several hundred million dollars. | hundreds of M USD
Billions of dollars. | several bn USD
$1.5tn, $500,000 and ¥300bn. | 1.5 tn USD; 500000 USD; 300 bn JPY
2.2 gigawatts of computing power. | 2.2 GW
A 5-billion-dollar plant. | 5 bn USD
1.4 billion dollars, not trillion. | 1.4 bn USD
Founded in 2021, it has 1,500 employees. |
Windows 95, Boeing 737 and GPT-4. |
On November 28, 2023, at 4:30 pm. |
The top three companies and number 2. |
""".strip().splitlines()


def figures(sentence: str, language: str) -> list[str]:
    mentions = find_mentions(sentence, language=language)
    return [str(one.quantity) for one in mentions if one.quantity and one.kind != "count"]


def _cases() -> list[tuple[str, str, list[str]]]:
    cases = []
    for language, table in (("fr", FRENCH), ("en", ENGLISH)):
        for line in table:
            sentence, _, wanted = line.partition("|")
            cases.append(
                (language, sentence.strip(), [w.strip() for w in wanted.split(";") if w.strip()])
            )
    return cases


@pytest.mark.parametrize(("language", "sentence", "wanted"), _cases())
def test_a_sentence_is_read_as_a_reader_does(
    language: str, sentence: str, wanted: list[str]
) -> None:
    assert figures(sentence, language) == wanted


@pytest.mark.parametrize(("language", "sentence", "wanted"), _cases())
@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_no_break_spaces_make_no_difference(
    language: str, sentence: str, wanted: list[str], space: str
) -> None:
    assert figures(re.sub(r"(?<=\d) ", space, sentence), language) == wanted


def test_a_noun_that_is_no_currency_makes_it_a_count() -> None:
    (mention,) = find_mentions("l'équivalent de 25 millions de foyers américains")
    assert mention.kind == "count"


def test_a_french_billion_is_flagged_for_a_person() -> None:
    (mention,) = find_mentions("1,4 billion de dollars")
    assert "french-billion" in mention.flags


@pytest.mark.parametrize(
    ("sentence", "language", "published", "wanted"),
    [
        ("en juillet dernier", "fr", "2023-09", "2023-07"),
        ("en novembre dernier", "fr", "2023-09", "2022-11"),
        ("mercredi 27 mars", "fr", "2024-03-28", "2024-03-27"),
        ("au troisième trimestre", "fr", "2025-11-18", "2025-Q3"),
        ("au premier trimestre 2024", "fr", "2023-10", "2024-Q1"),
        ("hier", "fr", "2025-11-18", "2025-11-17"),
        ("18/11/2025", "fr", "2026", "2025-11-18"),
        ("fin septembre", "fr", "2023-10", "2023-09~"),
        ("le 28 novembre 2023", "fr", "2024", "2023-11-28"),
        ("on November 28, 2023", "en", "2024", "2023-11-28"),
        ("last July", "en", "2023-09", "2023-07"),
        ("in Q3 2024", "en", "2025", "2024-Q3"),
    ],
)
def test_dates_are_resolved_against_the_day_of_publication(
    sentence: str, language: str, published: str, wanted: str
) -> None:
    mentions = find_mentions(sentence, language=language, published=Edtf.parse(published))
    assert [str(mention.date) for mention in mentions] == [wanted]


def test_without_a_day_of_publication_relative_dates_are_left_out() -> None:
    assert find_mentions("en juillet dernier, mercredi 27 mars") == []


@given(st.text(max_size=120), st.sampled_from(["fr", "en"]))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    end = 0
    for mention in find_mentions(text, language=language):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(["milliards", "millions"]))
@settings(deadline=None)
def test_a_number_printed_in_french_is_read_back_exactly(
    whole: int, cents: int, scale: str
) -> None:
    (mention,) = find_mentions(f"un total de {whole},{cents:02} {scale} d'euros")
    assert mention.quantity is not None
    value = (Decimal(whole) + Decimal(cents) / 100) * (10**9 if scale == "milliards" else 10**6)
    assert mention.quantity.value == value


@given(st.integers(1, 10**12))
@settings(deadline=None)
def test_grouped_digits_are_read_back_exactly(number: int) -> None:
    for written, language in ((f"{number:,}".replace(",", "\u202f"), "fr"), (f"{number:,}", "en")):
        (mention,) = find_mentions(f"{written} euros", language=language)
        assert mention.quantity is not None
        assert mention.quantity.value == number


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 50_000, " " * 100_000, "9" * 100_000, "de 3 à " * 20_000, "(en M€) 1 245,6 " * 6_000,
        "(" * 100_000, "4 milliards d'euros, dont 3 pour " * 3_000, "en a 3 " * 14_000,
        "18/21 " * 16_000,
        "5 dinars " * 11_000, "2023-24 " * 12_000, "5 millions de x " * 6_000, "$1 to 2 " * 12_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_long_runs_take_no_longer_than_their_length(text: str) -> None:
    find_mentions(text)
