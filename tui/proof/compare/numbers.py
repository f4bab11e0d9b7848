"""Numbers of a passage token by token: digits with group signs, words, fractions, ranks, scales."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tui.proof.compare.lexicon import plain
from tui.proof.compare.synonyms import rank
from tui.proof.extract.numbers import FRACTIONS, WORDS, read_digits, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import Token

_DIGITS = re.compile(
    r"(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?"
    r"|[1-9][0-9]{0,2}(?:([ ',.])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]+)?"
)
_FRACTION = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")
_ENDINGS = {
    "fr": frozenset({"er", "re", "ere", "e", "eme", "nd", "nde"}),
    "en": frozenset({"st", "nd", "rd", "th"}),
}
_HALF = re.compile(r" (?:et|and) (?:an? |une? )?(?:demie?|half)\b")
_LONGEST = 80
"""Letters of a number in words."""

_SCALES = {
    "fr": {
        "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9,
        "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "billion": 12, "billions": 12,
    },
    "en": {
        "thousand": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "billion": 9,
        "billions": 9, "bn": 9, "trillion": 12, "trillions": 12, "tn": 12, "trn": 12,
    },
}  # fmt: skip
_LETTERS = {"M": 6, "k": 3, "K": 3}
_LETTERS_OF_MONEY = {"m": 6, "b": 9, "B": 9}


class Number(NamedTuple):
    """A number and the token after it."""

    value: Fraction
    end: int
    ordinal: bool = False
    share: bool = False


def read_number(text: str, found: Sequence[Token], at: int, language: str) -> Number | None:
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
    place = rank(token.key, language)
    if place and not _is_fraction(text, found, at):
        return Number(Fraction(place), at + 1, ordinal=True)
    low = text[token.start : token.start + _LONGEST].lower()
    for words, share in FRACTIONS[language].items():
        if low.startswith(words) and not low[len(words) : len(words) + 1].isalpha():
            return Number(share, _token_after(found, at, token.start + len(words)), share=True)
    match = WORDS[language].match(low)
    if match is None:
        return None
    read = read_words(match, language)
    if read is None or read.about:
        return None
    end = _token_after(found, at, token.start + read.end)
    following = found[end].key if end < len(found) else ""
    if read.bare and following not in _SCALES[language]:
        return None
    return Number(Fraction(read.value), end)


def _in_digits(found: Sequence[Token], at: int, language: str) -> Number | None:
    token = found[at]
    share = _FRACTION.fullmatch(token.text)
    if share is not None and int(share[1]) < int(share[2]):
        return Number(Fraction(int(share[1]), int(share[2])), at + 1, share=True)
    if _DIGITS.fullmatch(token.text) is None:
        return None
    following = found[at + 1] if at + 1 < len(found) else None
    if (
        following is not None
        and following.start == token.end
        and plain(following.text) in _ENDINGS[language]
    ):
        if token.text.isascii() and token.text.isdigit():
            return Number(Fraction(int(token.text)), at + 2, ordinal=True)
        return None
    value, flags = read_digits(token.text, language)
    return None if flags else Number(Fraction(value), at + 1)


def _is_fraction(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether a word such as "third" counts parts: "a third", "two thirds"."""
    return (
        at > 0
        and found[at - 1].key in {"a", "one", "un", "two", "deux"}
        and not text.startswith(".", found[at - 1].end)
    )


def read_scale(
    text: str, found: Sequence[Token], at: int, language: str, money: bool
) -> tuple[Fraction, int, bool]:
    """Read the scales after a number, and whether half of the last is added.

    Args:
        text: The folded text.
        found: The tokens of a passage of it.
        at: The token after the number.
        language: `fr` or `en`.
        money: Whether a currency stands before the number: then "m" and "b" are scales.

    Returns:
        The scale, the token after it, and whether "et demi" follows.
    """
    scale = Fraction(1)
    while at < len(found):
        token = found[at]
        power = _SCALES[language].get(token.key.lower()) or _LETTERS.get(token.text)
        if power is None and money:
            power = _LETTERS_OF_MONEY.get(token.text)
        if power is None:
            break
        scale *= 10**power
        at += 1
    half = _HALF.match(text, found[at - 1].end) if scale > 1 else None
    if half is not None:
        return scale, _token_after(found, at, half.end()), True
    return scale, at, False


def _token_after(found: Sequence[Token], at: int, offset: int) -> int:
    while at < len(found) and found[at].start < offset:
        at += 1
    return at
