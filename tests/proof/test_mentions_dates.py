"""Dates as newspapers print them, resolved against Thursday 4 April 2024."""

from __future__ import annotations

import pytest

from tui.model.dates import Edtf
from tui.proof.extract import find_mentions

THURSDAY = Edtf.parse("2024-04-04")
FRENCH = """
mercredi 27 mars | 2024-03-27
le mercredi 27 mars 2024 | 2024-03-27
lundi 1er avril | 2024-04-01
vendredi 5 avril | 2024-04-05
le 12 juin | 2023-06-12
le 28 novembre | 2023-11-28
mardi | 2024-04-02
mardi dernier | 2024-04-02
jeudi soir | 2024-04-04
hier | 2024-04-03
avant-hier | 2024-04-02
la semaine dernière | 2024-03-25/2024-03-31
cette semaine | 2024-04-01/2024-04-07
la semaine prochaine | 2024-04-08/2024-04-14
le mois dernier | 2024-03
le mois prochain | 2024-05
ce mois-ci | 2024-04
l’an dernier | 2023
l'année dernière | 2023
l’an prochain | 2025
en juillet dernier | 2023-07
en mars | 2024-03
début mars | 2024-03~
mi-avril | 2024-04~
en février 2024 | 2024-02
au premier semestre | 2024-H1
au troisième trimestre | 2023-Q3
au quatrième trimestre 2023 | 2023-Q4
au T3 2024 | 2024-Q3
au S1 2024 | 2024-H1
fin 2025 | 2025-10~/2025-12~
courant 2025 | 2025
depuis 2019 | 2019
d’ici à 2028 | 2028
d’ici 2030 | 2030
entre 2019 et 2023 | 2019/2023
de 2019 à 2023 | 2019/2023
depuis le début de l’année 2023 | 2023-01~/2023-03~
d’ici à la fin de l’année | 2024-10~/2024-12~
il y a deux ans | 2022~
il y a trois mois | 2024-01~
l’été dernier | 2023-22
cet été | 2024-22
cet hiver | 2023-24
à l’automne 2023 | 2023-23
au printemps 2024 | 2024-21
28/11/2023 | 2023-11-28
28.11.2023 | 2023-11-28
demain | 2024-04-05
mardi prochain | 2024-04-09
mardi de la semaine dernière | 2024-03-26
début de l’année prochaine | 2025-01~/2025-03~
à la fin de l’an dernier | 2023-10~/2023-12~
en fin d’année | 2024-10~/2024-12~
au deuxième semestre de l’an dernier | 2023-H2
au T1 | 2024-Q1
l’été prochain | 2024-22
du 25 au 28 mars | 2024-03-25/2024-03-28
entre janvier et mars 2024 | 2024-01/2024-03
sur l’exercice 2023-2024 | 2023/2024
il y a quinze jours | 2024-03-20
et le groupe la paiera en mai | 2024-05
""".strip().splitlines()
ENGLISH = """
on Wednesday, March 27 | 2024-03-27
on Tuesday | 2024-04-02
said Tuesday | 2024-04-02
last Friday | 2024-03-29
on November 28 | 2023-11-28
28 November 2023 | 2023-11-28
Nov. 28, 2023 | 2023-11-28
yesterday | 2024-04-03
last week | 2024-03-25/2024-03-31
earlier this week | 2024-04-01/2024-04-07
last month | 2024-03
earlier this month | 2024-04
next month | 2024-05
last year | 2023
next year | 2025
last July | 2023-07
in March | 2024-03
in early March | 2024-03~
at the end of March | 2024-03~
by June | 2024-06
in Q3 2024 | 2024-Q3
in the third quarter | 2023-Q3
in the third quarter of 2023 | 2023-Q3
in the second half of 2024 | 2024-H2
late 2025 | 2025-10~/2025-12~
by the end of 2025 | 2025-10~/2025-12~
early 2024 | 2024-01~/2024-03~
by 2030 | 2030
in fiscal 2024 | 2024
between 2019 and 2023 | 2019/2023
two years ago | 2022~
three months ago | 2024-01~
last summer | 2023-22
this spring | 2024-21
in the summer of 2023 | 2023-22
11/28/2023 | 2023-11-28
tomorrow | 2024-04-05
the day before yesterday | 2024-04-02
last Thursday | 2024-03-28
next Monday | 2024-04-08
on Tuesday last week | 2024-03-26
early next year | 2025-01~/2025-03~
late last year | 2023-10~/2023-12~
by the end of next year | 2025-10~/2025-12~
in the first quarter of next year | 2025-Q1
in Q1 | 2024-Q1
next summer | 2024-22
on March 25-28 | 2024-03-25/2024-03-28
between January and March 2024 | 2024-01/2024-03
in the 2023-24 season | 2023/2024
seven days ago | 2024-03-28
and it will close in May | 2024-05
""".strip().splitlines()
NO_DATE = {
    "fr": (
        "deux ans plus tard", "la dernière semaine de campagne", "cette année-là",
        "le mois où tout a changé", "elle a été vendue", "il marche sur la place",
        "une année record", "entre 2 et 4 mois", "il y a un an et demi",
        "de 2000 à 2010 euros", "un chèque de 2000 euros", "avant 1950 dollars",
        "de 2000 à 2500 euros",
    ),
    "en": (
        "a year earlier", "the market may recover", "they march on", "a 20-year-old",
        "on Black Friday", "the second one", "half of it", "it will fall again",
        "a range of 2000-2010 euros", "a fine of 2000 dollars",
        "from 2000 to 2010 people", "scores of 2010-12345",
    ),
}  # fmt: skip


def _cases() -> list[tuple[str, str, str]]:
    return [
        (language, sentence.strip(), wanted.strip())
        for language, table in (("fr", FRENCH), ("en", ENGLISH))
        for sentence, _, wanted in (line.partition("|") for line in table)
    ]


@pytest.mark.parametrize(("language", "sentence", "wanted"), _cases())
def test_a_date_is_resolved_against_the_day_of_the_article(
    language: str, sentence: str, wanted: str
) -> None:
    opening = "L’accord a été signé" if language == "fr" else "The deal was signed"
    for written in (f"{opening} {sentence}.", f"{opening} {sentence}, pour $4 bn.".upper()):
        found = find_mentions(written, language=language, published=THURSDAY)
        assert [str(one.date) for one in found if one.kind == "date"] == [wanted]


@pytest.mark.parametrize(
    ("language", "words"),
    [(language, words) for language in NO_DATE for words in NO_DATE[language]],
)
def test_words_that_only_resemble_a_date_are_none(language: str, words: str) -> None:
    found = find_mentions(words, language=language, published=THURSDAY)
    assert [str(one.date) for one in found if one.kind == "date"] == []


def test_weeks_and_days_need_the_day_of_publication_and_months_its_month() -> None:
    text = "la semaine dernière, hier, mardi, le mois dernier, l’an dernier"
    by_month = find_mentions(text, published=Edtf.parse("2024-04"))
    assert [str(one.date) for one in by_month] == ["2024-03", "2023"]
    by_year = find_mentions(text, published=Edtf.parse("2024"))
    assert [str(one.date) for one in by_year] == ["2023"]
