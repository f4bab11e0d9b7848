"""Words that say the same thing: units, currencies, bounds, months, ranks, denials."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tui.proof.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.figures import Token

_BOUNDS = {
    "en": {
        "at most": "up to|as much as|as many as|at most|no more than|not more than|maximum"
        "|a maximum of|maximum of",
        "at least": "at least|no less than|not less than|no fewer than|minimum|a minimum of"
        "|minimum of",
        "more than": "more than|over|above|exceeding|in excess of|upwards of|north of",
        "less than": "less than|under|below|fewer than|south of",
        "about": "about|around|roughly|approximately|approx|circa",
        "nearly": "nearly|almost|close to",
    },
    "fr": {
        "au plus": "jusqu à|jusqu au|jusqu aux|au maximum|au plus|maximum|au maximum de"
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

_MONTH_NAMES = {
    "fr": "janvier janv fevrier fevr mars mars avril avr mai mai juin juin juillet juil aout aout"
    " septembre sept octobre oct novembre nov decembre dec",
    "en": "january jan february feb march mar april apr may may june jun july jul august aug"
    " september sep october oct november nov december dec",
}
MONTHS = {
    language: {name: 1 + place // 2 for place, name in enumerate(names.split())}
    for language, names in _MONTH_NAMES.items()
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
_TIMES = (("doubl", 2), ("tripl", 3), ("quadrupl", 4), ("quintupl", 5), ("decupl", 10))

SAME = {
    **dict.fromkeys(("derniere", "derniers", "dernieres"), "dernier"),
    **dict.fromkeys(("prochaine", "prochains", "prochaines"), "prochain"),
    **dict.fromkeys(("ans", "annee", "annees"), "an"),
    **dict.fromkeys(("actions", "shares"), "share"),
    **dict.fromkeys(("years",), "year"),
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogrammes"), "kilogramme"),
}
_UNITS: dict[str, tuple[str, int]] = {}
for _names, _unit, _factor in (
    ("% percent pourcent pct", "%", 1),
    ("an ans annee annees year years", "year", 1),
    ("mois month months", "month", 1),
    ("semaine semaines week weeks", "week", 1),
    ("jour jours day days", "day", 1),
    ("heure heures hour hours", "hour", 1),
    ("kg kilo kilos kilogram kilograms kilogramme kilogrammes", "kg", 1),
    ("tonne tonnes", "tonne", 1),
    ("hectare hectares ha", "hectare", 1),
    ("km kilometre kilometres kilometer kilometers", "km", 1),
    ("p pence penny", "penny", 1),
    ("action actions share shares", "share", 1),
):
    _UNITS |= dict.fromkeys(_names.split(), (_unit, _factor))
_PREFIXES = (("k", "kilo", 3), ("m", "mega", 6), ("g", "giga", 9), ("t", "tera", 12))
for _what, _long in (("w", "watt"), ("wh", "wattheure")):
    for _letter, _prefix, _power in _PREFIXES:
        for _name in (_letter + _what, f"{_prefix}{_long}", f"{_prefix}{_long}s"):
            _UNITS[_name] = (_long, 10**_power)
_PER_CENT = {("per", "cent"), ("pour", "cent")}

_CURRENCIES = {
    **dict.fromkeys(("€", "euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("$", "dollar", "dollars"), "dollar"),
    **dict.fromkeys(("£", "pound", "pounds", "livre", "livres"), "pound"),
    **dict.fromkeys(("franc", "francs"), "franc"),
    **dict.fromkeys(("couronne", "couronnes", "crown", "crowns", "krone", "kroner"), "crown"),
    **dict.fromkeys(("yen", "yens", "jpy"), "yen"),
    **dict.fromkeys(("yuan", "yuans"), "yuan"),
    **{code: code.upper() for code in ("usd", "gbp", "chf", "cad", "aud", "dkk", "sek", "nok")},
}
_COUNTRIES = {
    **dict.fromkeys(("suisse", "suisses", "swiss"), "CH"),
    **dict.fromkeys(("americain", "americains", "us"), "US"),
    **dict.fromkeys(("canadien", "canadiens", "canadian"), "CA"),
    **dict.fromkeys(("australien", "australiens", "australian"), "AU"),
    **dict.fromkeys(("danoise", "danoises", "danish"), "DK"),
    **dict.fromkeys(("suedoise", "suedoises", "swedish"), "SE"),
    **dict.fromkeys(("norvegienne", "norvegiennes", "norwegian"), "NO"),
    "sterling": "GB",
}
_OF_COUNTRY = {
    ("franc", "CH"): "CHF", ("dollar", "US"): "USD", ("dollar", "CA"): "CAD",
    ("dollar", "AU"): "AUD", ("crown", "DK"): "DKK", ("crown", "SE"): "SEK",
    ("crown", "NO"): "NOK", ("pound", "GB"): "GBP",
}  # fmt: skip
_LINKS = frozenset({"de", "d", "of"})

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


def currency_before(text: str, found: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A sign or code before a number, and the token after it."""
    if at + 1 >= len(found):
        return None
    token = found[at]
    currency = _CURRENCIES.get(token.key.lower())
    if currency is None or (token.text.isalpha() and not token.text.isupper()):
        return None
    return (currency, at + 1) if found[at + 1].text[0].isnumeric() else None


def unit_after(text: str, found: Sequence[Token], at: int) -> tuple[str, Fraction, int]:
    """The unit after a number and its scale: its name, its size, and the token after it."""
    key, following = _low(found, at), _low(found, at + 1)
    if (key, following) in _PER_CENT:
        return "%", Fraction(1), at + 2
    if key in _UNITS:
        name, factor = _UNITS[key]
        return name, Fraction(factor), at + 1
    begin = at
    if key in _LINKS:
        begin, key = at + 1, following
        following = _low(found, at + 2)
    country = _COUNTRIES.get(key)
    if country is not None and following in _CURRENCIES:
        return _of_country(_CURRENCIES[following], country), Fraction(1), begin + 2
    currency = _CURRENCIES.get(key)
    if currency is None:
        return "", Fraction(1), at
    country = _COUNTRIES.get(following)
    if country is not None:
        return _of_country(currency, country), Fraction(1), begin + 2
    return currency, Fraction(1), begin + 1


def _low(found: Sequence[Token], at: int) -> str:
    return found[at].key.lower() if at < len(found) else ""


def _of_country(currency: str, country: str) -> str:
    return _OF_COUNTRY.get((currency, country), f"{country} {currency}")
