"""Numbers as newspapers print them: digits with group signs, and words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from tui.language.figures.numbers import (
    DECIMAL_SIGN,
    FRACTIONS,
    MULTIPLIERS,
    NUMBERS,
    RANK_ENDINGS,
    RANKS,
    ROUND,
    ZERO,
)
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import SPACES, S

_GROUP = f"{SPACES}'’"
_UNGROUPED = dict.fromkeys(map(ord, _GROUP))

DIGITS = Pattern(
    rf"""(?<![\d,_])(?<![^srhk/]\.)
    (?P<digits>
        \d{{1,3}}(?:(?P<sign>[{_GROUP}])\d{{3}})(?:(?P=sign)\d{{3}})*(?:[.,]\d{{1,6}})?
      | \d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,6}})?
      | \d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,6}})?
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d{{1,6}})?
      | \d{{3}}(?:,\d{{2}}){{2,}},\d{{3}}(?:\.\d{{1,6}})?
      | \d{{1,18}}(?:[.,]\d{{1,6}})?
    )
    (?![\d])""",
    re.VERBOSE,
)


VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}  # fmt: skip
"""Fractions that are one sign."""
_PARTS = frozenset((2, 3, 4, 5, 8, 16, 32, 64))
"""Into how many parts prices and rates are divided; "12/31" is a day."""
_FRACTION = re.compile(
    rf"(?P<sign>{S}?[{''.join(VULGAR)}])|(?P<gap>[-{SPACES}]?)(?P<part>[1-9]\d?)/(?P<whole>[1-9]\d?)(?![\w/-])"
)


def read_fraction(text: str, at: int, *, behind: bool) -> tuple[Decimal, int] | None:
    """A fraction at a place, as in "7-1/2" and "5½", and where it ends; `None` where none is.

    Args:
        text: The text.
        at: Where a number ends, or where the fraction begins.
        behind: Whether a whole number stands before it.
    """
    match = _FRACTION.match(text, at)
    if match is None or (match["sign"] is None and behind != bool(match["gap"])):
        return None
    if match["sign"] is not None:
        share = VULGAR[match["sign"][-1]]
    else:
        share = Fraction(int(match["part"]), int(match["whole"]))
        if share >= 1 or int(match["whole"]) not in _PARTS:
            return None
    return Decimal(share.numerator) / Decimal(share.denominator), match.end()


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
    part: bool = False
    """A fraction in digits alone, which is a number only before a unit: "1/2 pct"."""
    single: bool = False
    """An article before the name of a currency, which is a number only where one is paid."""


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


def _atoms(language: str) -> str:
    words = (*NUMBERS.words(language), *MULTIPLIERS.words(language))
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _spoken_decimals(language: str) -> str:
    """Decimals in words behind a number, and a zero before them."""
    zero, sign = "|".join(ZERO.words(language)), "|".join(DECIMAL_SIGN.words(language))
    digit = rf"(?:{_atoms(language)}|{zero})"
    return rf"(?:{S}+(?:{sign}){S}+(?P<decimals>{digit}(?:[{SPACES}-]+{digit})*))"


_POINT = rf"(?:points?|per{S}?cent|percent|pct|percentage{S}points?)(?!\w)"
"""What a part such as "a quarter of a" is of, where it is no scale."""


def _french() -> str:
    one, zero = _atoms("fr"), "|".join(ZERO.words("fr"))
    joined = rf"(?:[{SPACES}-]+et[{SPACES}-]+(?=une?(?!\w)|onze)|[{SPACES}-]+)"
    rounds = "|".join(ROUND.words("fr"))
    decimals = _spoken_decimals("fr")
    leading_zero = rf"(?:{zero})(?={decimals.replace('?P<decimals>', '?:')})"
    one_part = rf"(?:un|le){S}+(?:quart|tiers)"
    part = rf"{one_part}|(?:les{S}+)?(?:trois[{SPACES}-]+quarts|deux{S}+tiers)"
    return (
        rf"(?<![\w-])(?:(?P<round>(?:une?|la|cette){S}+(?:petite{S}+|bonne{S}+)?"
        rf"(?:{rounds}))|(?P<half>(?:un{S}+)?demi)"
        rf"|(?P<part>{part})(?:(?={S}+(?:de{S}+|d[’']un{S}+)(?:m|b)illi)"
        rf"|(?P<of_point>{S}+de)(?={S}+{_POINT}))"
        rf"|(?P<definite>(?:le|du|au|ce)(?={S}+(?:million|milliard|billion)\b))"
        rf"|(?P<words>(?:{one}|{leading_zero})"
        rf"(?:{joined}(?:{one}))*{decimals}?(?P<and_half>{S}+et{S}+demie?(?!{S}+mill))?))(?![\w])"
    )


def _english() -> str:
    one, zero = _atoms("en"), "|".join(ZERO.words("en"))
    joined = rf"(?:(?<=hundred){S}+and{S}+|[{SPACES}-]+)"
    rounds = "|".join(ROUND.words("en"))
    decimals = _spoken_decimals("en")
    leading_zero = rf"(?:{zero})(?={decimals.replace('?P<decimals>', '?:')})"
    of_what = rf"(?:[{SPACES}-]+(?:tr|m|b)illion|{S}+{_POINT})"
    return (
        rf"(?<![\w-])(?:(?P<round>(?:a|one){S}+(?:{rounds})(?:{S}+of)?)"
        rf"|(?P<part>(?:an?|one|three)[{SPACES}-]+quarters?|(?:an?|one|two)[{SPACES}-]+thirds?)"
        rf"(?P<of>{S}+of{S}+(?:an?|one))(?={of_what})"
        rf"|(?P<half>(?:an?{S}+)?half(?:{S}+of)?[{SPACES}-]+(?:an?|one)(?={of_what})|half[{SPACES}-]+an?"
        rf"|an?{S}+half|one{S}+half|half(?=[{SPACES}-]+(?:m|b)illion))"
        rf"|(?P<quarter>(?:an?{S}+)?quarter(?=-(?:m|b|tr)illion))"
        rf"|(?P<words>(?:an?{S}+hundred|(?:{one}|{leading_zero}))"
        rf"(?:{joined}(?:{one}))*{decimals}?"
        rf"(?:[{SPACES}-]+and[{SPACES}-]+(?:an?|one|three)[{SPACES}-]+(?P<and_part>half|quarters?|third))?"
        rf"|an?))"
        rf"(?![\w])"
    )


WORDS = {"fr": Pattern(_french), "en": Pattern(_english)}
"""Numbers in words, by language; matched on text in lower case."""


@cache
def number_words(language: str) -> tuple[str, ...]:
    """Words of which one stands in every number in words; "un" and "a" alone make none."""
    rounds, fractions = ROUND.words(language), FRACTIONS.words(language)
    parts = (word for phrase in fractions for word in phrase.replace("-", " ").split())
    words = (
        *NUMBERS.words(language),
        *MULTIPLIERS.words(language),
        *ZERO.words(language),
        *rounds,
        *parts,
        *_ALSO[language],
    )
    return tuple(dict.fromkeys(word for word in words if word not in _ARTICLES))


_ALSO = {"fr": ("demi", "symbolique"), "en": ("thousand",)}
_ARTICLES = frozenset(("un", "une", "la", "le", "les", "a", "an", "in"))


def read_words(match: re.Match[str], language: str) -> Number | None:
    """The value of number words; `None` for words that make no number."""
    start, end = match.span()
    if match["half"]:
        return Number(start, end, Decimal("0.5"))
    if match["part"]:
        *_, first, kind = re.split(rf"[{SPACES}-]+", match["part"].lower())
        count = {"deux": 2, "two": 2, "trois": 3, "three": 3}.get(first, 1)
        whole = 4 if kind.startswith("quar") else 3
        of = language == "fr" and not match["of_point"]
        return Number(start, end, Decimal(count) / whole, of=of)
    if language == "en" and match["quarter"]:
        return Number(start, end, Decimal("0.25"))
    if language == "fr" and match["definite"]:
        return Number(start, end, Decimal(1), bare=True)
    if match["round"]:
        rounds = ROUND.words(language)
        count = next(rounds[word] for word in match["round"].lower().split() if word in rounds)
        return Number(start, end, Decimal(count), about=True)
    written = match["words"].lower()
    part = Decimal(0)
    if match["decimals"]:
        # "two point five", "zéro virgule zéro cinq"
        part = _decimals(re.split(rf"[{SPACES}-]+", match["decimals"].lower()), language)
        written = written[: match.start("decimals") - start]
    words = re.split(rf"[{SPACES}-]+", written.strip())
    if match["decimals"]:
        words.pop()  # the decimal sign
    if language == "en" and match["and_part"]:
        # "two and a half", "one and three quarters"
        share = {"half": 2, "third": 3}.get(words[-1], 4)
        part = Decimal(3 if words[-2] == "three" else 1) / share
        words = words[:-3]
    if language == "fr" and match["and_half"]:
        # "trois milliards d'euros, dont un et demi"
        part, words = Decimal("0.5"), words[:-2]
    words = [word for word in words if word not in ("et", "and")]
    value = 0 if words[0] in ZERO.words(language) else _value(words, language)
    if value is None:
        return None
    bare = len(words) == 1 and words[0] in ("un", "une", "a", "an") and not part
    return Number(start, end, value + part, bare=bare)


def read_rank(written: str, language: str) -> int:
    """The number of a rank, in words or as digits with their ending; 0 where it is none."""
    digits = _RANK_IN_DIGITS.fullmatch(written)
    if digits is None:
        return RANKS.read(written, language) or 0
    return int(digits[1]) if digits[2].lower() in RANK_ENDINGS.words(language) else 0


_RANK_IN_DIGITS = re.compile(r"(\d{1,4})([^\W\d_]{1,4})")


def rank_pattern(language: str) -> str:
    """An expression for ranks in words and in digits."""
    return rf"\d{{1,3}}{RANK_ENDINGS.pattern(language)}|{RANKS.pattern(language)}"


def _decimals(words: list[str], language: str) -> Decimal:
    """What words behind the decimal sign are worth: each a digit, or one number of two digits."""
    zeros = 0
    while words and words[0] in ZERO.words(language):
        zeros += 1
        words = words[1:]
    digits = [NUMBERS.words(language).get(word, 0) for word in words]
    if words and all(digit < 10 for digit in digits):
        after = "".join(map(str, digits))
    else:
        after = str(_value(words, language) or 0)
    return Decimal(f"0.{'0' * zeros}{after}")


def _value(words: list[str], language: str) -> int | None:
    """Add the words up the way they are spoken: quatre-vingt-dix-sept, trois cent mille."""
    units, multipliers = NUMBERS.words(language), MULTIPLIERS.words(language)
    total = group = 0
    for index, word in enumerate(words):
        times = multipliers.get(word)
        if times == 100:
            group = max(group, 1) * times
        elif times is not None:
            total += max(group, 1) * times
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
