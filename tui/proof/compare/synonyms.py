"""Words that say the same thing: bounds, months, ranks, rates, denials."""

from __future__ import annotations

import re

from tui.proof.compare.lexicon import plain, words_of
from tui.proof.extract.dates.patterns import MONTHS as MONTH_NAMES
from tui.proof.extract.dates.patterns import SHORT_MONTHS

_BOUNDS = {
    "en": {
        "at most": "capped at|limited to|a cap of|a ceiling of"
        "|up to|as much as|as many as|at most|no more than|not more than|maximum"
        "|a maximum of|maximum of",
        "at least": "at least|no less than|not less than|no fewer than|minimum|a minimum of"
        "|minimum of",
        "more than": "more than|over|above|exceeding|in excess of|upwards of|north of",
        "less than": "less than|under|below|fewer than|south of",
        "about": "about|around|roughly|approximately|approx|circa",
        "nearly": "nearly|almost|close to",
    },
    "fr": {
        "au plus": "plafonne à|plafonnee à|plafonnes à|plafonnees à|limite à|limitee à|limites à"
        "|limitees à|jusqu à|jusqu au|jusqu aux|au maximum|au plus|maximum|au maximum de"
        "|un maximum de|pas plus de|pas plus d",
        "au moins": "au moins|du moins|au minimum|minimum|au minimum de|un minimum de"
        "|pas moins de|pas moins d",
        "plus de": "plus de|plus d|au dela de|au dela des|au dessus de|superieur à|superieure à"
        "|depasse|depassent|depassant|depassait|franchi|franchit",
        "moins de": "moins de|moins d|en dessous de|au dessous de|inferieur à|inferieure à",
        "environ": "environ|autour de|aux alentours de|de l ordre de|quelque|approximativement",
        "près de": "presque|quasiment|pres de|pres d",
    },
}
BOUNDS = {
    language: {phrase: one for one, phrases in table.items() for phrase in phrases.split("|")}
    for language, table in _BOUNDS.items()
}
"""Phrases by what they mean; the two languages apart, since no article changes its own."""
AFTER = {"or more": "at least", "or less": "at most", "ou plus": "au moins", "ou moins": "au plus"}
"""Bounds that follow their figure."""

MONTHS = {
    language: {plain(name): number for number, name in enumerate(names, 1)}
    | {plain(name): number for name, number in SHORT_MONTHS.items()}
    for language, names in MONTH_NAMES.items()
}
"""The numbers of months by their names and what they are shortened to."""
YEAR_COMES_AFTER = {
    "fr": MONTHS["fr"].keys()
    | words_of("en annee depuis avant apres fin debut trimestre semestre"),
    "en": MONTHS["en"].keys()
    | words_of("in of by year since before after until from quarter half"),
}
PERIODS = {
    "trimestre": "quarter", "quarter": "quarter", "semestre": "half-year", "half": "half-year",
}  # fmt: skip
PERIOD_LETTERS = {"T": "quarter", "Q": "quarter", "S": "half-year", "H": "half-year"}

_RANKS = {
    "fr": "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme"
    " dixieme",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth",
}
_RANK = {
    language: {name: number for number, name in enumerate(names.split(), 1)}
    for language, names in _RANKS.items()
}
_RANK["fr"] |= {"premiere": 1, "seconde": 2, "second": 2}
_TIMES = (
    ("doubl", 2),
    ("tripl", 3),
    ("quadrupl", 4),
    ("quintupl", 5),
    ("decupl", 10),
    ("twofold", 2),
    ("threefold", 3),
    ("fourfold", 4),
    ("fivefold", 5),
    ("tenfold", 10),
)

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
_RATES = {
    **dict.fromkeys("an ans annee annees year".split(), "year"),
    **dict.fromkeys("mois month".split(), "month"),
    **dict.fromkeys("semaine week".split(), "week"),
    **dict.fromkeys("jour day".split(), "day"),
    **dict.fromkeys("trimestre quarter".split(), "quarter"),
}
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


def rank(key: str, language: str) -> int:
    """The number of a rank in words, 0 where it is none."""
    return _RANK[language].get(key, 0)


def times(key: str) -> int:
    """The factor in a word such as "tripled", 0 where it tells none."""
    return next((factor for stem, factor in _TIMES if key.startswith(stem)), 0)


def denial(key: str) -> str:
    """What a word that denies does, in one word for all that do the same."""
    return next((name for name, stem in _DENIALS if stem.match(key)), key)


def rate(word: str, following: str) -> str:
    """The stretch of time of which a rate is told, by its two words; "" where none is."""
    return _RATES.get(following, "") if word in EACH else ""


def rate_alone(key: str) -> str:
    """The stretch of time in a word such as "annually"; "" where it tells none."""
    return next((name for name, stem in _RATE_STEMS if stem.match(key)), "")
