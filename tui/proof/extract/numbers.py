"""Numbers as newspapers print them: digits with group signs, and words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tui.proof.extract.lazy_patterns import Pattern, known_places, places, windows

SPACES = "\u0020\u00a0\u2007\u2009\u202f"
_GROUP = "\u0020\u00a0\u2007\u2009\u202f'’"

_UNGROUPED = dict.fromkeys(map(ord, _GROUP))

DIGITS = Pattern(
    rf"""(?<![\d.,_])
    (?P<digits>
        \d{{1,3}}(?:(?P<sign>[{_GROUP}])\d{{3}})(?:(?P=sign)\d{{3}})*(?:[.,]\d{{1,6}})?
      | \d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,6}})?
      | \d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,6}})?
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d{{1,6}})?
      | \d{{1,18}}(?:[.,]\d{{1,6}})?
    )
    (?![\d])""",
    re.VERBOSE,
)


class Number(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    value: Decimal
    flags: tuple[str, ...] = ()
    about: bool = False
    """A round number in words, such as "une dizaine"."""
    bare: bool = False
    """Written as "un", "une" or "a", which is a number only before a scale."""
    of: bool = False
    """A part such as "un quart", which is a number only before "de milliard"."""


def read_digits(digits: str, language: str) -> tuple[Decimal, tuple[str, ...]]:
    """The value of digits by the habits of the language.

    A sign before exactly three digits may group or divide; the language decides, and the reading
    is flagged where the other one is as likely.
    """
    if digits.isdigit():
        return Decimal(digits), ()
    text = digits.translate(_UNGROUPED)
    commas, points = text.count(","), text.count(".")
    flags: tuple[str, ...] = ()
    if commas and points:
        decimal = "," if text.rfind(",") > text.rfind(".") else "."
        group = "." if decimal == "," else ","
        return Decimal(text.replace(group, "").replace(decimal, ".")), flags
    sign = "," if commas else "." if points else ""
    if not sign:
        return Decimal(text), flags
    after = len(text) - text.rfind(sign) - 1
    before = text.find(sign)
    home_decimal = "," if language == "fr" else "."
    if commas + points > 1:
        return Decimal(text.replace(sign, "")), flags
    if after == 3 and before <= 3 and sign != home_decimal and text[0] != "0":
        return Decimal(text.replace(sign, "")), ("ambiguous-separator",) if sign == "." else flags
    if after == 3 and before <= 3 and sign == home_decimal and text[0] != "0":
        flags = ("ambiguous-separator",)
    return Decimal(text.replace(sign, ".")), flags


_FR_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
    "nonante": 90,
}  # fmt: skip
_EN_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_FR_ROUND = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip


def _words(language: str) -> Pattern:
    if language == "fr":
        atoms = sorted((*_FR_UNITS, "cent", "cents", "mille"), key=len, reverse=True)
        joined = rf"(?:[{SPACES}-]+et[{SPACES}-]+(?=une?(?!\w)|onze)|[{SPACES}-]+)"
        one = "|".join(atoms)
        rounds = "|".join(_FR_ROUND)
        return Pattern(
            rf"(?<![\w-])(?:(?P<round>(?:une?|la|cette)[{SPACES}]+(?:petite[{SPACES}]+|bonne[{SPACES}]+)?"
            rf"(?:{rounds}))|(?P<half>(?:un[{SPACES}]+)?demi)"
            rf"|(?P<part>un[{SPACES}]+quart|trois[{SPACES}-]+quarts|un[{SPACES}]+tiers|deux[{SPACES}]+tiers)"
            rf"(?=[{SPACES}]+(?:de[{SPACES}]+|d[’']un[{SPACES}]+)(?:m|b)illi)"
            rf"|(?P<definite>(?:le|du|au|ce)(?=[{SPACES}]+(?:million|milliard|billion)\b))|(?P<words>(?:{one})"
            rf"(?:{joined}(?:{one}))*(?P<and_half>[{SPACES}]+et[{SPACES}]+demie?(?![{SPACES}]+mill))?))(?![\w])",
        )
    atoms = sorted((*_EN_UNITS, "hundred"), key=len, reverse=True)
    joined = rf"(?:(?<=hundred)[{SPACES}]+and[{SPACES}]+|[{SPACES}-]+)"
    one = "|".join(atoms)
    return Pattern(
        rf"(?<![\w-])(?:(?P<round>(?:a|one)[{SPACES}]+(?:couple|dozen)(?:[{SPACES}]+of)?)"
        rf"|(?P<part>(?:an?|one|three)[{SPACES}-]+quarters?|(?:an?|one|two)[{SPACES}-]+thirds?)"
        rf"(?P<of>[{SPACES}]+of[{SPACES}]+an?)(?=[{SPACES}-]+(?:tr|m|b)illion)"
        rf"|(?P<half>half[{SPACES}-]+an?|an?[{SPACES}]+half|one[{SPACES}]+half|half(?=[{SPACES}-]+(?:m|b)illion))"
        rf"|(?P<words>(?:an?[{SPACES}]+hundred|(?:{one}))(?:{joined}(?:{one}))*"
        rf"(?:[{SPACES}-]+and[{SPACES}-]+(?:an?|one|three)[{SPACES}-]+(?P<and_part>half|quarters?|third))?"
        rf"|an?))"
        rf"(?![\w])",
    )


WORDS = {"fr": _words("fr"), "en": _words("en")}
_WORD_SITES = {
    "fr": (*(word for word in _FR_UNITS if word not in ("un", "une")), *_FR_ROUND, "cent", "cents",
           "mille", "demi", "quart", "quarts", "tiers", "symbolique"),
    "en": (*_EN_UNITS, "hundred", "half", "dozen", "couple", "thousand", "quarter", "quarters",
           "third", "thirds"),
}  # fmt: skip
_SCALE_SITES = ("illi", "crore", "lakh")


def word_windows(low: str, known: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Stretches in which a number in words may lie; "un" and "a" are one only before a scale."""
    sites = known_places(low, _WORD_SITES[language], known) + places(low, _SCALE_SITES, whole=False)
    return windows(sorted(sites), 28, 44)


def read_words(match: re.Match[str], language: str) -> Number | None:
    """The value of number words; `None` for words that make no number."""
    start, end = match.span()
    if match["half"]:
        return Number(start, end, Decimal("0.5"))
    if match["part"]:
        first, kind = re.split(rf"[{SPACES}-]+", match["part"].lower())
        count = {"deux": 2, "two": 2, "trois": 3, "three": 3}.get(first, 1)
        whole = 4 if kind.startswith("quar") else 3
        return Number(start, end, Decimal(count) / whole, of=language == "fr")
    if language == "fr" and match["definite"]:
        return Number(start, end, Decimal(1), bare=True)
    if match["round"]:
        last = match["round"].lower().split()
        name = next((word for word in last if word in _FR_ROUND), "")
        count = _FR_ROUND.get(name) or (2 if "couple" in last else 12)
        return Number(start, end, Decimal(count), about=True)
    words = re.split(rf"[{SPACES}-]+", match["words"].lower())
    part = Decimal(0)
    if language == "en" and match["and_part"]:
        # "two and a half", "one and three quarters"
        share = {"half": 2, "third": 3}.get(words[-1], 4)
        part = Decimal(3 if words[-2] == "three" else 1) / share
        words = words[:-3]
    if language == "fr" and match["and_half"]:
        # "trois milliards d'euros, dont un et demi"
        part, words = Decimal("0.5"), words[:-2]
    words = [word for word in words if word not in ("et", "and")]
    value = _value(words, language)
    if value is None:
        return None
    bare = len(words) == 1 and words[0] in ("un", "une", "a", "an") and not part
    return Number(start, end, value + part, bare=bare)


def _value(words: list[str], language: str) -> int | None:
    """Add the words up the way they are spoken: quatre-vingt-dix-sept, trois cent mille."""
    units = _FR_UNITS if language == "fr" else _EN_UNITS
    total = group = 0
    for index, word in enumerate(words):
        if word in ("cent", "cents", "hundred"):
            group = max(group, 1) * 100
        elif word == "mille":
            total += max(group, 1) * 1000
            group = 0
        elif word in ("a", "an"):
            if index:
                return None
            group = 1
        elif word in ("vingt", "vingts") and group % 100 == 4:
            group += 76
        else:
            size = units[word]
            if group % 100 and size >= 10 and group % 100 not in (60, 80):
                return None
            if group % 10 > 0 and size < 20 and group % 100 != 80:
                return None
            group += size
    return total + group


FRACTIONS = {
    "fr": {
        "un tiers": Fraction(1, 3), "deux tiers": Fraction(2, 3), "un quart": Fraction(1, 4),
        "trois quarts": Fraction(3, 4), "la moitié": Fraction(1, 2), "un cinquième": Fraction(1, 5),
        "un sixième": Fraction(1, 6), "un huitième": Fraction(1, 8), "un dixième": Fraction(1, 10),
        "deux cinquièmes": Fraction(2, 5), "trois cinquièmes": Fraction(3, 5),
    },
    "en": {
        "a third": Fraction(1, 3), "one third": Fraction(1, 3), "one-third": Fraction(1, 3),
        "two thirds": Fraction(2, 3), "two-thirds": Fraction(2, 3), "a quarter": Fraction(1, 4),
        "one quarter": Fraction(1, 4), "one-quarter": Fraction(1, 4),
        "three quarters": Fraction(3, 4), "three-quarters": Fraction(3, 4), "half": Fraction(1, 2),
        "a fifth": Fraction(1, 5), "one fifth": Fraction(1, 5), "one-fifth": Fraction(1, 5),
        "a tenth": Fraction(1, 10), "one-tenth": Fraction(1, 10),
    },
}  # fmt: skip
