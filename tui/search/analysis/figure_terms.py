"""Figures as words: `4bn`, `4 milliards`, `$4bn` and `4000000000` become the same word.

A figure is one word, decimals and all, so that `4 milliards` never lies inside
`2,4 milliards`. Works on folded text; the words are those of `tui.language`, folded.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.currencies import FAMILIES, SIGNS
from tui.language.figures.number_reading import WORDS, read_words
from tui.language.figures.numbers import DECIMAL_POINT
from tui.language.figures.scales import ABBREVIATIONS, LONG_SCALE, SCALES
from tui.language.figures.units import UNITS
from tui.language.lazy_pattern import READ, Pattern
from tui.language.vocabulary import plain, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.language.figures.number_reading import Number
    from tui.model.quantities import Quantity

_LONG_SCALE = frozenset(LONG_SCALE.split())
_TYPED_LETTERS = frozenset("kmbt")
"""Scales of one letter that count without a currency: who types `4m` means millions."""

GROUPED = r"\d{1,3}(?:[ ]\d{3})+(?!\d)(?:[.,]\d+)?"
"""A number in groups of exactly three digits: `1 250 000`, never `2023 500`."""
NUMBER = rf"{GROUPED}|\d+(?:[.,]\d+)*"
_BETWEEN = r"[ ]?(?:-|–|a|to|ou|or)[ ]?[$€£¥]?"
_DIGITS = r"(?:[\d.,]|[ ](?=\d{3}(?!\d)))*"
_HALF = re.compile(r" (?:et demie?|and a half)(?![^\W_])")
_JOINTS = frozenset((" ", "-", " de ", " d'un "))
"""What stands between a number in words and its scale."""
_BACK = 60
"""Characters before a scale in which its number in words may begin."""


@cache
def scales() -> dict[str, int]:
    """Powers of ten by folded word, in any language; `billion` and `trillion` as in English."""
    words: dict[str, int] = {}
    for language in ("fr", "de", "en"):
        words |= {plain(word): scale.power for word, scale in SCALES.words(language).items()}
    signs = sorted(ABBREVIATIONS.signs("").items(), key=lambda item: item[1].certain)
    return words | {plain(sign): scale.power for sign, scale in signs}


@cache
def _long_scales() -> dict[str, int]:
    """The words that mean more where a billion is 10^12."""
    return {plain(word): one.power for word, one in SCALES.words("fr").items() if one.flag}


@cache
def _bare_scales() -> frozenset[str]:
    """The scales that need no currency beside them; "g" is rather a gram."""
    signs = ABBREVIATIONS.signs("").items()
    certain = {plain(sign) for sign, scale in signs if scale.certain}
    return frozenset({*SCALES.plain_words, *certain, *_TYPED_LETTERS})


@cache
def currency_words() -> dict[str, str]:
    """ISO 4217 codes by folded name, sign and code; a name means its most usual currency."""
    names = {plain(word): family.alone for word, family in FAMILIES.words("").items()}
    return names | {plain(sign): code for sign, code in SIGNS.signs("").items()}


def any_of(words: Iterable[str]) -> str:
    """An expression for one of some folded words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_CODE_GLUED = r"(?=(?:usd|eur|gbp|chf)(?![^\W_]))"
_LIKELY = Pattern(
    # It begins with a digit, so that the search skips from digit to digit: 50 times faster.
    lambda: (
        rf"\d(?<![\w.,]\d){_DIGITS}(?:{_BETWEEN}\d{_DIGITS})?[ ]?(?:{any_of(scales())})"
        rf"(?:(?![^\W_])|{_CODE_GLUED})"
    )
)
_FIGURE = Pattern(
    lambda: (
        rf"(?:(?P<first>{NUMBER}){_BETWEEN})?(?P<number>{NUMBER})[ ]?"
        rf"(?P<scale>{any_of(scales())})"
    )
)
_MONEY_BEHIND = Pattern(lambda: rf"[ ]?(?:{any_of(currency_words())})(?![a-z\d])")
_MONEY_BEFORE = Pattern(lambda: rf"(?<![a-z\d])(?:{any_of(currency_words())})[ ]?$")
_SCALE_IN_WORDS = Pattern(lambda: rf"(?<![^\W_])(?:{any_of(SCALES.plain_words)})(?![^\W_])")


class FigureTerm(NamedTuple):
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
    return _canonical(number, language in DECIMAL_POINT)


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
    return (_long_scales().get(word) if language in _LONG_SCALE else None) or scales()[word]


def scale_powers(word: str, *, unfinished: bool) -> frozenset[int]:
    """The powers of ten that a typed scale means in any language; empty where it is none.

    Args:
        word: Folded, such as `md`.
        unfinished: Whether it may go on: `m` is then a million, and the beginning of a milliard.
    """
    meant = {
        scale for scale in scales() if scale == word or (unfinished and scale.startswith(word))
    }
    if unfinished and word != "mille":
        # Who types `4 mi` means millions: few write `4 mille`.
        meant -= {"mille", "millier", "milliers"}
    return frozenset(scale_power(scale, language) for scale in meant for language in READ)


@cache
def _spellings_of_units() -> dict[str, str]:
    """The word of a unit by its symbol, and the symbol by its words."""
    spelt: dict[str, str] = {}
    for entry in UNITS.entries:
        words = [word for word in map(plain, spellings(entry.words)) if word.isalpha()]
        symbol = entry.meaning.symbol
        if words and len(symbol) > 1 and symbol in spellings(entry.signs):
            spelt |= dict.fromkeys(words, plain(symbol))
            spelt[plain(symbol)] = min(words, key=len)
    return spelt


def other_spelling(word: str) -> str:
    """A unit of measure in words, less its plural, for one in short, and the reverse; or empty."""
    return _spellings_of_units().get(word, "")


def figures(folded: str, language: str = "") -> Iterator[FigureTerm]:
    """Every figure with a scale in a folded text; both ends of `3 à 4 milliards`."""
    for likely in _LIKELY.finditer(folded):
        match = _FIGURE.fullmatch(folded, likely.start(), likely.end())
        if match is None:
            continue
        if match["scale"] not in _bare_scales() and not _beside_money(folded, match):
            continue
        power = scale_power(match["scale"], language)
        number, end = canonical(match["number"], language), match.end()
        if half := _HALF.match(folded, end):
            number, end = _and_half(number), half.end()
        word = scaled(number, power)
        if word:
            yield FigureTerm(match.start("number"), end, word)
        if match["first"]:
            first = scaled(canonical(match["first"], language), power)
            if first and word and len(first.partition(".")[0]) <= len(word.partition(".")[0]):
                yield FigureTerm(match.start("first"), match.end("first"), first)
    yield from _figures_in_words(folded, language)


def _beside_money(folded: str, figure: re.Match[str]) -> bool:
    """Whether a currency stands before a figure or behind it."""
    start, end = figure.span()
    return bool(
        _MONEY_BEHIND.match(folded, end) or _MONEY_BEFORE.search(folded, max(0, start - 8), start)
    )


def _and_half(number: str) -> str:
    return f"{number}.5" if number.isdigit() else ""


def _figures_in_words(folded: str, language: str) -> Iterator[FigureTerm]:
    """Figures such as `quatre milliards`, `two and a half billion`."""
    for scale in _scales_in_words(folded):
        number = _number_before(folded, scale.start(), language)
        if number is None:
            continue
        value, end = format(number.value, "f"), scale.end()
        if half := _HALF.match(folded, end):
            value, end = _and_half(value), half.end()
        if word := scaled(value, scale_power(scale[0], language)):
            yield FigureTerm(number.start, end, word)


def _scales_in_words(folded: str) -> Iterator[re.Match[str]]:
    """The scales in words that no digit precedes; plain searches skip most of a text."""
    for stem in _stems():
        at = folded.find(stem)
        while at >= 0:
            if not folded[max(0, at - 2) : at].strip(" -").isdigit():
                scale = _SCALE_IN_WORDS.match(folded, at)
                if scale is not None:
                    yield scale
            at = folded.find(stem, at + len(stem))


@cache
def _stems() -> tuple[str, ...]:
    """How scales in words begin."""
    return tuple(sorted({word[:5] for word in SCALES.plain_words}))


def _number_before(folded: str, scale: int, language: str) -> Number | None:
    """The number in words right before a scale; in any language where none is known."""
    for one in (language,) if language in READ else READ:
        for match in WORDS[one].finditer(folded, max(0, scale - _BACK), scale):
            if folded[match.end() : scale] in _JOINTS:
                return read_words(match, one)
    return None


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
