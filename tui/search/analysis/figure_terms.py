"""Figures as words: `4bn`, `4 milliards`, `$4bn` and `4000000000` become the same word.

A figure is one word, decimals and all, so that `4 milliards` never lies inside
`2,4 milliards`. Works on folded text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.quantities import Quantity

POINT_LANGUAGES = frozenset(("", "en", "zh", "ja", "ko", "th", "he", "hi"))
"""Where a comma groups thousands and a point begins the decimals; empty: no language known."""
_LONG_SCALE = frozenset(("fr", "de", "es", "it", "nl", "pt", "pl", "sv", "da", "no", "fi"))
"""Where a billion is 10^12 and a milliard 10^9."""

SCALES: dict[str, int] = {
    "k": 3, "thousand": 3,
    "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6, "millionen": 6,
    "b": 9, "bn": 9, "bln": 9, "md": 9, "mds": 9, "mrd": 9, "milliard": 9, "milliards": 9,
    "milliarden": 9, "billion": 9, "billions": 9,
    "t": 12, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
"""Powers of ten by folded word; `billion` and `trillion` in English."""
_LONG = {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}

_UNITS = {"kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "tw": "terawatt"}
_SPELLINGS = {
    **_UNITS, **{f"{word}{ending}": unit for unit, word in _UNITS.items() for ending in ("", "s")}
}  # fmt: skip
"""Units of measure in short and in words."""

GROUPED = r"\d{1,3}(?:[ ]\d{3})+(?!\d)(?:[.,]\d+)?"
"""A number in groups of exactly three digits: `1 250 000`, never `2023 500`."""
NUMBER = rf"{GROUPED}|\d+(?:[.,]\d+)*"
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_BETWEEN = r"[ ]?(?:-|–|a|to|ou|or)[ ]?[$€£¥]?"
_DIGITS = r"(?:[\d.,]|[ ](?=\d{3}(?!\d)))*"
_LIKELY = re.compile(
    # It begins with a digit, so that the search skips from digit to digit: 50 times faster.
    rf"\d(?<![\w.,]\d){_DIGITS}(?:{_BETWEEN}\d{_DIGITS})?[ ]?(?:{_SCALE_WORDS})(?![^\W_])"
)
_FIGURE = re.compile(
    rf"(?:(?P<first>{NUMBER}){_BETWEEN})?(?P<number>{NUMBER})[ ]?(?P<scale>{_SCALE_WORDS})"
)


class Figure(NamedTuple):
    """A figure with its scale in a folded text."""

    start: int
    end: int
    word: str


def canonical(number: str, language: str = "") -> str:
    """A number in plain digits: `2 750` is `2750`, `2,40` is `2.4`, `1,250,000` is `1250000`.

    Args:
        number: Digits with spaces, points and commas, as `NUMBER` finds them.
        language: Where it stands; a French comma begins the decimals, an English one groups.
    """
    if number.isdigit():
        return number
    return _canonical(number, language in POINT_LANGUAGES)


@lru_cache(maxsize=4096)
def _canonical(number: str, point: bool) -> str:
    number = number.replace(" ", "")
    commas, points = number.count(","), number.count(".")
    if commas and points:
        decimal = max(",.", key=number.rfind)
        number = number.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    elif commas:
        groups = number.split(",")
        thousands = all(len(group) == 3 for group in groups[1:]) and groups[0] != "0"
        number = number.replace(",", "" if thousands and (point or commas > 1) else ".")
    elif points > 1 and all(len(group) == 3 for group in number.split(".")[1:]):
        number = number.replace(".", "")
    if number.count(".") != 1:
        return number
    return number.rstrip("0").rstrip(".")


def scaled(number: str, power: int) -> str:
    """A canonical number times a power of ten, exactly; empty where it is no number."""
    whole, _, decimals = number.partition(".")
    if not decimals.isdigit() and decimals:
        return ""
    digits = decimals[:power].ljust(power, "0")
    rest = decimals[power:].rstrip("0")
    value = (whole + digits).lstrip("0") or "0"
    return f"{value}.{rest}" if rest else value


def scale_power(word: str, language: str = "") -> int:
    """The power of ten that a scale word means in a language."""
    return (_LONG.get(word) if language in _LONG_SCALE else None) or SCALES[word]


def scale_powers(word: str, *, unfinished: bool) -> frozenset[int]:
    """The powers of ten that a typed scale means in any language; empty where it is none.

    Args:
        word: Folded, such as `md`.
        unfinished: Whether it may go on: `m` is then a million, and the beginning of a milliard.
    """
    meant = [scale for scale in SCALES
             if scale == word or (unfinished and scale.startswith(word))]  # fmt: skip
    return frozenset(scale_power(scale, language) for scale in meant for language in ("en", "fr"))


def other_spelling(word: str) -> str:
    """A unit of measure in words, less its plural, for one in short, and the reverse; or empty."""
    return _SPELLINGS.get(word, "")


def figures(folded: str, language: str = "") -> Iterator[Figure]:
    """Every figure with a scale in a folded text; both ends of `3 à 4 milliards`."""
    for likely in _LIKELY.finditer(folded):
        match = _FIGURE.fullmatch(folded, likely.start(), likely.end())
        if match is None:
            continue
        power = scale_power(match["scale"], language)
        word = scaled(canonical(match["number"], language), power)
        if word:
            yield Figure(match.start("number"), match.end(), word)
        if match["first"]:
            first = scaled(canonical(match["first"], language), power)
            if first and word and len(first.partition(".")[0]) <= len(word.partition(".")[0]):
                yield Figure(match.start("first"), match.end("first"), first)


def quantity_words(quantity: Quantity) -> list[str]:
    """The figures that a typed amount states: its value and its bounds."""
    found = []
    for number in (
        quantity.value,
        quantity.minimum,
        quantity.maximum,
        quantity.exclusive_minimum,
        quantity.exclusive_maximum,
    ):
        if number is not None:
            text = format(number, "f")
            found.append(text.rstrip("0").rstrip(".") if "." in text else text)
    return found
