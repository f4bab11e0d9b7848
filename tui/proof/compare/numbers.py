"""Numbers of a passage token by token: digits with group signs, words, fractions, ranks, scales."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.currencies import FAMILIES, SIGNS
from tui.language.figures.number_reading import WORDS, read_digits, read_rank, read_words
from tui.language.figures.numbers import FRACTIONS
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.lazy_pattern import by_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import QuoteToken

_DIGITS = re.compile(
    r"(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?"
    r"|[1-9][0-9]{0,2}(?:([ ',.])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]+)?"
)
_FRACTION = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")
_FRACTION_IN_WORDS = by_language(lambda language: rf"(?:{FRACTIONS.pattern(language)})(?!\w)")
_SCALE = by_language(lambda language: rf"(?:{SCALES.pattern(language)})(?!\w)")
_HALF = re.compile(r" (?:et|and) (?:an? |une? )?(?:demie?|half)\b")
_LONGEST = 80
"""Letters of a number in words."""


class ComparedNumber(NamedTuple):
    """A number and the token after it."""

    value: Fraction
    end: int
    ordinal: bool = False
    share: bool = False


def read_number(
    text: str, found: Sequence[QuoteToken], at: int, language: str
) -> ComparedNumber | None:
    """Read the number that begins at a token; `None` where none does for certain.

    Args:
        text: The folded text.
        found: The tokens of a passage of it.
        at: Which of them.
        language: `fr` or `en`.
    """
    if at >= len(found):
        return None
    token = found[at]
    if token.text[0].isnumeric():
        return _in_digits(found, at, language)
    place = read_rank(token.text.lower(), language)
    if place and not _is_fraction(text, found, at):
        return ComparedNumber(Fraction(place), at + 1, ordinal=True)
    low = text[token.start : token.start + _LONGEST].lower()
    part = _FRACTION_IN_WORDS[language].match(low)
    if part is not None:
        share = FRACTIONS.words(language)[part[0]]
        return ComparedNumber(share, _token_after(found, at, token.start + part.end()), share=True)
    match = WORDS[language].match(low)
    if match is None:
        return None
    read = read_words(match, language)
    if read is None or read.about:
        return None
    end = _token_after(found, at, token.start + read.end)
    if read.bare and (end >= len(found) or SCALES.read(found[end].text, language) is None):
        return None
    return ComparedNumber(Fraction(read.value), end)


def _in_digits(found: Sequence[QuoteToken], at: int, language: str) -> ComparedNumber | None:
    token = found[at]
    share = _FRACTION.fullmatch(token.text)
    if share is not None and int(share[1]) < int(share[2]):
        return ComparedNumber(Fraction(int(share[1]), int(share[2])), at + 1, share=True)
    if _DIGITS.fullmatch(token.text) is None:
        return None
    following = found[at + 1] if at + 1 < len(found) else None
    if following is not None and following.start == token.end and following.text.isalpha():
        place = read_rank(token.text + following.text, language)
        if place:
            return ComparedNumber(Fraction(place), at + 2, ordinal=True)
    value, flags = read_digits(token.text, language)
    return None if flags else ComparedNumber(Fraction(value), at + 1)


def _is_fraction(text: str, found: Sequence[QuoteToken], at: int) -> bool:
    """Whether a word such as "third" counts parts: "a third", "two thirds"."""
    return (
        at > 0
        and found[at - 1].key in {"a", "one", "un", "two", "deux"}
        and not text.startswith(".", found[at - 1].end)
    )


def read_scale(
    text: str, found: Sequence[QuoteToken], at: int, language: str, money: bool
) -> tuple[Fraction, int, bool]:
    """Read the scales after a number, and whether half of the last is added.

    Args:
        text: The folded text.
        found: The tokens of a passage of it.
        at: The token after the number.
        language: `fr` or `en`.
        money: Whether a currency stands before the number, which makes a lone letter a scale.

    Returns:
        The scale, the token after it, and whether "et demi" follows.
    """
    scale = Fraction(1)
    while at < len(found):
        told = _scale_at(text, found, at, language, money)
        if told is None:
            break
        power, at = told
        scale *= 10**power
    half = _HALF.match(text, found[at - 1].end) if scale > 1 else None
    if half is not None:
        return scale, _token_after(found, at, half.end()), True
    return scale, at, False


def _scale_at(
    text: str, found: Sequence[QuoteToken], at: int, language: str, money: bool
) -> tuple[int, int] | None:
    """The power of ten of the scale at a token, and the token after it."""
    token = found[at]
    words = _SCALE[language].match(text, token.start)
    scale = SCALES.read(words[0], language) if words else None
    if words is not None and scale is not None:
        return scale.power, _token_after(found, at, words.end())
    short = ABBREVIATIONS.signs("").get(token.text)
    if short is None or not (short.certain or money or _is_money(found, at + 1)):
        return None
    return short.power, at + 1


def _is_money(found: Sequence[QuoteToken], at: int) -> bool:
    """Whether a currency stands at a token."""
    if at >= len(found):
        return False
    return found[at].text in SIGNS.signs("") or found[at].text.lower() in FAMILIES.words("")


def _token_after(found: Sequence[QuoteToken], at: int, offset: int) -> int:
    while at < len(found) and found[at].start < offset:
        at += 1
    return at
