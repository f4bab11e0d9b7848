"""Currencies as newspapers write them: signs, codes, names, and names that need a country."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tui.language.currencies import (
    CENTS,
    CFA_ZONES,
    COUNTRIES,
    FAMILIES,
    LETTER_COUNTRIES,
    LETTERS,
    SIGNS,
)
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S, as_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED = Pattern(rf"(?<!\w)(?:the|on|an?|via|road|la|le|sur){S}$", re.IGNORECASE)
_HUNDREDS = Pattern(r"[1-9],?\d[\d,]")

SIGN_BEFORE = Pattern(lambda: rf"(?<![\w$€£¥])(?P<sign>{SIGNS.pattern('')})(?P<gap>{S}?)$")
LOOSE_SIGN = Pattern(lambda: rf"(?<![\w$€£¥])(?P<sign>{LETTERS.pattern('')})$")


def _country_names() -> str:
    return "|".join(as_pattern(entry.words) for entry in COUNTRIES.entries)


EXTRA = rf"(?:supplémentaires?|additionnels?|de{S}plus|nouveaux|additional|extra|more|new)"


def _currency_after() -> str:
    countries = _country_names()
    return (
        rf"(?:{S}?[»”\"])?(?:{S}+{EXTRA})?(?:{S}*-)?(?:(?:{S}+de)?{S}*\(?(?-i:(?P<sign>{SIGNS.pattern('')}))(?:(?![\w])|(?<=[€£$])(?=\d\d(?!\w)))"
        rf"|(?:{S}+(?:de{S}+|d[’']|of{S}+)?|(?<=[\d])-|-)(?:(?!(?:dollar|euro|livre|yen|yuan|franc|pound)s?(?!\w))(?P<before>{countries}){S}+)?"
        rf"(?P<name>{FAMILIES.pattern('')})(?:{S}+(?:(?:de|des){S}+)?(?P<after>{countries}))?(?![\w]))"
    )


CURRENCY_AFTER = Pattern(_currency_after, re.IGNORECASE)
SUBUNIT_AFTER = Pattern(
    lambda: (
        rf"(?P<pence>(?<=\d)p(?![\w’'])|{S}+(?:pence|penny)\b)"
        rf"|(?:{S}+(?:(?P<centimes>centimes?)|(?:(?P<country>{CENTS.pattern('')})(?:{S}+|-))?cents?)"
        rf"|(?P<mark>{S}?¢))(?:{S}+(?:d[’'](?P<euro>euros?)"
        rf"|de{S}+(?P<franc>franc)))?(?![\w])"
    )
)
"""A hundredth of a currency, such as "452p", "39 cents", "0,75 centime d'euro"."""


def _whole_words(notation: str) -> str:
    return rf"(?<!\w)(?:{as_pattern(notation)})(?!\w)"


_WHERE = {
    entry.meaning: Pattern(partial(_whole_words, entry.words), re.IGNORECASE)
    for entry in COUNTRIES.entries
}
_NEAR, _FAR, _AHEAD = 120, 4000, 1000
"""Code points in which a country is looked for: near a currency, before it, behind it."""
_OLD_FRANCS = Pattern(rf"(?<!\d)19\d\d(?!\d)|anciens?{S}+francs?")


def currency_of(match: re.Match[str]) -> str:
    """The ISO 4217 code of a currency sign or name; of a name by country where it takes one."""
    if match["sign"]:
        code = sign_code(match["sign"])
        return _nearest(match, CFA_ZONES) or code if match["sign"].endswith("CFA") else code
    family = FAMILIES.words("")[match["name"].lower()]
    written = match["before"] or match["after"]
    if written:
        country = _country(written.lower())
        if country == "CFA":
            return _nearest(match, CFA_ZONES) or family.national[country]
        return family.national.get(country) or family.alone
    if family.name == "franc" and _OLD_FRANCS.search(*_paragraph(match)):
        return "FRF"
    if family.by_context:
        return _nearest(match, family.national) or family.alone
    return family.alone


@lru_cache(maxsize=256)
def _country(written: str) -> str:
    return next(country for country, where in _WHERE.items() if where.fullmatch(written))


def _paragraph(match: re.Match[str]) -> tuple[str]:
    text = match.string
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return (text[start : end if end >= 0 else len(text)],)


def _nearest(match: re.Match[str], codes: Mapping[str, str]) -> str:
    """The code of the country that is named nearest to a currency's name.

    An article says early what it is about, so it is looked far back, but near by first.
    """
    text, start, end = match.string, match.start(), match.end()
    found = [
        (_distance(place.span(), start, end), code)
        for country, code in codes.items()
        for place in _WHERE[country].finditer(text, max(0, start - _NEAR), end + _NEAR)
    ]
    if not found:
        found = [
            (_distance(place, start, end), code)
            for country, code in codes.items()
            for place in _beside(_named(text, country), start)
            if start - _FAR <= place[0] and place[1] <= end + _AHEAD
        ]
    return min(found)[1] if found else ""


def _distance(place: tuple[int, int], start: int, end: int) -> int:
    return min(abs(place[0] - end), abs(start - place[1]))


@lru_cache(maxsize=64)
def _named(text: str, country: str) -> list[tuple[int, int]]:
    """Where a text names a country; asked again for every currency of a kind."""
    return [place.span() for place in _WHERE[country].finditer(text)]


def _beside(places: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """The last place before a point, and the first one behind."""
    at = bisect(places, (start, start))
    return places[max(0, at - 1) : at + 1]


def cents_of(match: re.Match[str]) -> str:
    """The currency whose cents are told by country, such as "21 US cents"; empty for others."""
    return CENTS.read(match["country"], "") or "" if match["country"] else ""


def sign_code(sign: str) -> str:
    """The code of a sign written before a number."""
    return SIGNS.read(sign, "") or LETTERS.signs("")[sign]


def is_loose(match: re.Match[str], *, scaled: bool) -> bool:
    """Whether letters right before a number are a sign: "N4bn"; "N820" where Nigeria is told."""
    if scaled:
        return True
    country = LETTER_COUNTRIES.get(match["sign"], "")
    text, number = match.string, match.end()
    before = max(0, match.start() - 6)
    if not _HUNDREDS.match(text, number) or _NAMED.search(text, before, match.start()):
        # "the N1 highway", "the R512"
        return False
    start, end = max(0, match.start() - _NEAR), number + _NEAR
    return country != "" and _WHERE[country].search(text, start, end) is not None
