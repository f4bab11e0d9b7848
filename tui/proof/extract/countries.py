"""Countries that words name, and the one that is named nearest to a currency."""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tui.language.figures.currencies import COUNTRIES
from tui.language.lazy_pattern import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.language.vocabulary import Lexeme

_NEAR, _FAR, _AHEAD = 120, 4000, 1000
"""Code points in which a country is looked for: near a currency, before it, behind it."""
_CLAUSE = 40
"""Code points that the end of a clause between a currency and a country behind it counts for."""


def _whole_words(entry: Lexeme[str]) -> str:
    return rf"(?<!\w)(?:{entry.pattern})(?!\w)"


WHERE = {entry.meaning: Pattern(partial(_whole_words, entry)) for entry in COUNTRIES.entries}
"""Where each country is named."""
_BEGIN = Pattern(lambda: "|".join(entry.pattern for entry in COUNTRIES.entries))


@lru_cache(maxsize=8192)
def begins_country(word: str) -> bool:
    """Whether a word is the first of the name or adjective of a country."""
    return _BEGIN.match(word) is not None or word.lower() in _FIRST_WORDS


_FIRST_WORDS = frozenset(("new", "south", "north", "hong", "sri", "cape", "eastern", "east", "des"))


@lru_cache(maxsize=4096)
def country(written: str) -> str:
    """The country that a word or a few name; empty where they name none."""
    return next((country for country, where in WHERE.items() if where.fullmatch(written)), "")


def nearest(text: str, start: int, end: int, codes: Mapping[str, str]) -> str:
    """The code of the country that is named nearest to a currency's name; empty where none is.

    An article says early what it is about, so it is looked far back, but near by first.

    Args:
        text: The text.
        start: Where the currency begins.
        end: Where it ends.
        codes: Codes by the countries that have such a currency.
    """
    found = [
        (_distance(place.span(), start, end) + _apart(text, end, place.start()), code)
        for country, code in codes.items()
        for place in WHERE[country].finditer(text, max(0, start - _NEAR), end + _NEAR)
    ]
    if not found:
        found = [
            (_distance(place, start, end), code)
            for country, code in codes.items()
            for place in _beside(_named(text, country), start)
            if start - _FAR <= place[0] and place[1] <= end + _AHEAD
        ]
    return min(found)[1] if found else ""


def _apart(text: str, end: int, place: int) -> int:
    """How much farther a country is for standing behind a comma: "Riyad met …, Doha 15"."""
    return _CLAUSE if any(sign in text[end:place] for sign in ",;:.") else 0


def _distance(place: tuple[int, int], start: int, end: int) -> int:
    return min(abs(place[0] - end), abs(start - place[1]))


@lru_cache(maxsize=64)
def _named(text: str, country: str) -> list[tuple[int, int]]:
    """Where a text names a country; asked again for every currency of a kind."""
    return [place.span() for place in WHERE[country].finditer(text)]


def _beside(places: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """The last place before a point, and the first one behind."""
    at = bisect(places, (start, start))
    return places[max(0, at - 1) : at + 1]
