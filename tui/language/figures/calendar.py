"""Names of months, days and parts of a year."""

from __future__ import annotations

from tui.language.vocabulary import Lexeme, Table


def _in_order(language: str, words: str) -> tuple[Lexeme[int], ...]:
    return tuple(Lexeme(at, word, languages=language) for at, word in enumerate(words.split(), 1))


MONTHS: Table[int] = Table(
    *_in_order("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre "
               "décembre"),
    *_in_order("en", "january february march april may june july august september october november"
               " december"),
)  # fmt: skip
"""Months by number, 1 for January."""

SHORT_MONTHS: Table[int] = Table(
    *(Lexeme(number, word, languages="fr") for number, word in
      ((1, "janv"), (2, "févr"), (4, "avr"), (7, "juil"), (9, "sept"), (10, "oct"), (11, "nov"),
       (12, "déc"))),
    *(Lexeme(number, word, languages="en") for number, word in
      ((1, "jan"), (2, "feb"), (3, "mar"), (4, "apr"), (6, "jun"), (7, "jul"), (8, "aug"),
       (9, "sept?"), (10, "oct"), (11, "nov"), (12, "dec"))),
)  # fmt: skip
"""Months written short, without their full stop."""

WEEKDAYS: Table[int] = Table(
    *_in_order("fr", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    *_in_order("en", "monday tuesday wednesday thursday friday saturday sunday"),
)
"""Days of the week by number, 1 for Monday."""

SEASONS: Table[int] = Table(
    Lexeme(21, "printemps", languages="fr"),
    Lexeme(22, "été", languages="fr"),
    Lexeme(23, "automne", languages="fr"),
    Lexeme(24, "hiver", languages="fr"),
    Lexeme(21, "spring", languages="en"),
    Lexeme(22, "summer", languages="en"),
    Lexeme(23, "autumn|fall", languages="en"),
    Lexeme(24, "winter", languages="en"),
)
"""Seasons by the number that EDTF gives them."""

PARTS: Table[str] = Table(
    Lexeme("quarter", "trimestres?", signs="T", languages="fr"),
    Lexeme("half-year", "semestres?", signs="S", languages="fr"),
    Lexeme("quarter", "quarters?", signs="Q", languages="en"),
    Lexeme("half-year", "half|halves", signs="H", languages="en"),
)
"""Parts of a year, and the letters before their number."""
