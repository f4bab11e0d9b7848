"""Units and currencies of a passage by what they measure, before or after their number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import Token

_Meaning = TypeVar("_Meaning")


def _by_word(*meanings: tuple[str, _Meaning]) -> dict[str, _Meaning]:
    """What each word means, of lists of words with one meaning each."""
    return {word: meaning for words, meaning in meanings for word in words.split()}


_UNITS = _by_word(
    ("% percent pourcent pct", ("%", 1)),
    ("an ans annee annees year years", ("month", 12)),
    ("decennie decennies decade decades", ("month", 120)),
    ("mois month months", ("month", 1)),
    ("semaine semaines week weeks", ("day", 7)),
    ("jour jours day days", ("day", 1)),
    ("heure heures hour hours", ("hour", 1)),
    ("kg kilo kilos kilogram kilograms kilogramme kilogrammes", ("kg", 1)),
    ("tonne tonnes", ("tonne", 1)),
    ("hectare hectares ha", ("hectare", 1)),
    ("km kilometre kilometres kilometer kilometers", ("km", 1)),
    ("p pence penny", ("penny", 1)),
    ("action actions share shares", ("share", 1)),
)
_PREFIXES = (("k", "kilo", 3), ("m", "mega", 6), ("g", "giga", 9), ("t", "tera", 12))
for _what, _long in (("w", "watt"), ("wh", "wattheure")):
    for _letter, _prefix, _power in _PREFIXES:
        for _name in (_letter + _what, f"{_prefix}{_long}", f"{_prefix}{_long}s"):
            _UNITS[_name] = (_long, 10**_power)

_CURRENCIES = _by_word(
    ("€ euro euros eur", "EUR"),
    ("$ dollar dollars", "dollar"),
    ("£ pound pounds livre livres", "pound"),
    ("franc francs", "franc"),
    ("couronne couronnes crown crowns krone kroner", "crown"),
    ("yen yens jpy", "yen"),
    ("yuan yuans", "yuan"),
    *((code.lower(), code) for code in ("USD", "GBP", "CHF", "CAD", "AUD", "DKK", "SEK", "NOK")),
)
_COUNTRIES = _by_word(
    ("suisse suisses swiss", "CH"),
    ("americain americains us", "US"),
    ("canadien canadiens canadian", "CA"),
    ("australien australiens australian", "AU"),
    ("danoise danoises danish", "DK"),
    ("suedoise suedoises swedish", "SE"),
    ("norvegienne norvegiennes norwegian", "NO"),
    ("sterling", "GB"),
)
_OF_COUNTRY = {
    ("franc", "CH"): "CHF", ("dollar", "US"): "USD", ("dollar", "CA"): "CAD",
    ("dollar", "AU"): "AUD", ("crown", "DK"): "DKK", ("crown", "SE"): "SEK",
    ("crown", "NO"): "NOK", ("pound", "GB"): "GBP",
}  # fmt: skip
_DOLLARS = {"A": "AU", "AU": "AU", "C": "CA", "CA": "CA", "US": "US", "HK": "HK", "NZ": "NZ"}
"""What may stand before "$" for the country."""
_LINKS = frozenset({"de", "d", "of"})
_PHRASES = {
    ("basis", "point"): ("point", Fraction(1, 100)),
    ("basis", "points"): ("point", Fraction(1, 100)),
    ("points", "de", "base"): ("point", Fraction(1, 100)),
    ("percentage", "point"): ("point", Fraction(1)),
    ("percentage", "points"): ("point", Fraction(1)),
    ("points", "de", "pourcentage"): ("point", Fraction(1)),
    ("square", "metres"): ("hectare", Fraction(1, 10_000)),
    ("square", "meters"): ("hectare", Fraction(1, 10_000)),
    ("metres", "carres"): ("hectare", Fraction(1, 10_000)),
    ("square", "kilometres"): ("hectare", Fraction(100)),
    ("square", "kilometers"): ("hectare", Fraction(100)),
    ("kilometres", "carres"): ("hectare", Fraction(100)),
    ("per", "cent"): ("%", Fraction(1)),
    ("pour", "cent"): ("%", Fraction(1)),
}


def currency_before(text: str, found: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A sign or code before a number, and the token after it."""
    if at + 1 >= len(found):
        return None
    token = found[at]
    country = _DOLLARS.get(token.text)
    if country and found[at + 1].text == "$" and found[at + 1].start == token.end:
        figure = found[at + 2] if at + 2 < len(found) else None
        if figure is not None and figure.text[0].isnumeric():
            return _of_country("dollar", country), at + 2
    currency = _CURRENCIES.get(token.key.lower())
    if currency is None or (token.text.isalpha() and not token.text.isupper()):
        return None
    return (currency, at + 1) if found[at + 1].text[0].isnumeric() else None


def unit_after(text: str, found: Sequence[Token], at: int) -> tuple[str, Fraction, int]:
    """The unit after a number and its scale: its name, its size, and the token after it."""
    key, following = _low(found, at), _low(found, at + 1)
    for length in (3, 2):
        phrase = tuple(_low(found, number) for number in range(at, at + length))
        if phrase in _PHRASES:
            name, size = _PHRASES[phrase]
            return name, size, at + length
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
