"""Words that say the same thing: bounds, months, rates, denials."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.figures.bounds import AFTER, BEFORE
from tui.language.figures.calendar import MONTHS, PARTS, SHORT_MONTHS
from tui.language.figures.numbers import FACTORS
from tui.language.figures.units import TIMES
from tui.language.lazy_pattern import by_language
from tui.language.plain_words import words_of
from tui.language.vocabulary import as_pattern, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.language.figures.bounds import Bound
    from tui.language.vocabulary import Table

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = frozenset({"à", "où"})
"""Words that are others without their accent."""


def _as_keys(notation: str) -> str:
    """An expression for words as the keys of tokens have them: no accent, no apostrophe."""
    bare = _WORD.sub(lambda word: word[0] if word[0] in _SHORT else plain(word[0]), notation)
    return as_pattern(bare.replace(",?", "").replace("'", " ").replace("-", " "))


def _phrases(table: Table[Bound], language: str) -> str:
    groups = (
        f"(?P<b{at}>{_as_keys(entry.words)})"
        for at, entry in enumerate(table.entries)
        if entry.belongs_to(language)
    )
    return rf"(?:{'|'.join(groups)})(?:(?= )|(?<= )|$)"


_BEFORE = by_language(lambda language: _phrases(BEFORE, language))
_AFTER = by_language(lambda language: _phrases(AFTER, language))


def bound_before(keys: str, at: int, language: str) -> tuple[str, int] | None:
    """The bound at a place of the keys of a passage, and how many keys say it."""
    return _bound(BEFORE, _BEFORE[language].match(keys, at))


def bound_after(keys: str, at: int, language: str) -> tuple[str, int] | None:
    """The same of a bound that follows its figure."""
    return _bound(AFTER, _AFTER[language].match(keys, at))


def _bound(table: Table[Bound], match: re.Match[str] | None) -> tuple[str, int] | None:
    if match is None:
        return None
    meaning = table.entries[int((match.lastgroup or "b0")[1:])].meaning
    return " ".join(filter(None, meaning)), len(match[0].split())


@cache
def months(language: str) -> dict[str, int]:
    """The numbers of months by their names, full and short, with and without accents."""
    tables = (SHORT_MONTHS.words(language), MONTHS.words(language))
    names = [(name, number) for table in tables for name, number in table.items()]
    return dict(names) | {plain(name): number for name, number in names}


_YEAR_COMES_AFTER = {
    "fr": words_of("en annee depuis avant apres fin debut trimestre semestre"),
    "en": words_of("in of by year since before after until from quarter half"),
}


def year_comes_after(key: str, language: str) -> bool:
    """Whether four digits behind a word are a year."""
    return key in months(language) or key in _YEAR_COMES_AFTER[language]


def period(key: str) -> str:
    """The part of a year that a word names, "quarter" or "half-year"; empty for none."""
    return PARTS.plain_words.get(key, "")


def period_letter(letter: str) -> str:
    """The part of a year that a letter before a number names, as in "T2"; empty for none."""
    return next((PARTS.signs(code).get(letter, "") for code in _letters(letter)), "")


def _letters(letter: str) -> Iterable[str]:
    return (code for code in sorted(PARTS.languages) if letter in PARTS.signs(code))


SAME = {
    **dict.fromkeys(("derniere", "derniers", "dernieres"), "dernier"),
    **dict.fromkeys(("prochaine", "prochains", "prochaines"), "prochain"),
    **dict.fromkeys(("ans", "annee", "annees"), "an"),
    **dict.fromkeys(("actions", "shares"), "share"),
    **dict.fromkeys(("years",), "year"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogrammes"), "kilogramme"),
}
EACH = words_of("par per chaque each every a")
"""Words before a stretch of time that make a rate: "par an", "a month"."""
_RATE_STEMS = (
    ("year", re.compile(r"annually\Z|yearly\Z|annuel")),
    ("month", re.compile(r"monthly\Z|mensuel")),
    ("week", re.compile(r"weekly\Z|hebdomadaire")),
    ("day", re.compile(r"daily\Z|quotidien")),
    ("quarter", re.compile(r"quarterly\Z|trimestriel")),
)
COMPARED = words_of("of earlier ago later before after old on from plus avant apres")
"""Words after "a year", "a quarter" that make it no rate."""
OFFERS = words_of("offre offres proposition demande candidature avances bid offer proposal")

NOT = words_of("not t no cannot cant neither nor")
OTHER_HALF = words_of(
    "pas plus jamais aucun aucune rien personne guere que qu ni nul nulle nullement point"
)
"""What denies together with "ne"."""
PLAIN_HALF = words_of("pas aucun aucune ni nul nulle nullement point")
"""Those of them that only deny."""
_DENIALS = (
    ("longer", re.compile(r"stop|ceas|cess")),
    ("denied", re.compile(r"den[iy]|dement|dementi|nie|refus|declin|reject|rejet|refut")),
    ("given up", re.compile(r"annul|cancel|abandon|renonc|scrap")),
    ("without", re.compile(r"sans\Z|without\Z")),
)


def times(key: str) -> int:
    """The factor in a word such as "tripled", 0 where it tells none."""
    return next((one for stem, one in FACTORS.plain_words.items() if key.startswith(stem)), 0)


_NAMES = {("month", 12): "year", ("month", 1): "month", ("day", 7): "week", ("day", 1): "day"}


def denial(key: str) -> str:
    """What a word that denies does, in one word for all that do the same."""
    return next((name for name, stem in _DENIALS if stem.match(key)), key)


def rate(word: str, following: str) -> str:
    """The stretch of time of which a rate is told, by its two words; "" where none is."""
    if word not in EACH:
        return ""
    unit = TIMES.plain_words.get(following)
    return period(following) if unit is None else _NAMES.get((unit.measures, int(unit.size)), "")


def rate_alone(key: str) -> str:
    """The stretch of time in a word such as "annually"; "" where it tells none."""
    return next((name for name, stem in _RATE_STEMS if stem.match(key)), "")
