"""Where a token ends: a quote proves nothing when its edge cuts a number or a word in two.

"5 milliards" stands in "2,75 milliards" and "000" in "1 000 000", but neither is said there. A
token is a word, a number with its signs, decimals and groups, or several words that make one
number ("vingt-quatre", "two hundred").
"""

from __future__ import annotations

import re
from unicodedata import category

from tui.proof.compare.lexicon import (
    is_currency,
    is_negation,
    is_number_word,
    is_scale,
    is_weighty,
    names_country,
)

_MONEY_SIGNS = frozenset("$€£¥₹₩₽₺₪₿¢₴₫₱฿%‰°")
_NUMBER_SIGNS = frozenset("+-±~≈<>≤≥")
_SEPARATORS = frozenset(".,'/:\u00b7\u066b\u066c\u2044")
_WHOLE_ELISIONS = frozenset({"n", "jusqu", "presqu", "quelqu", "aujourd", "entr"})
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_GROUP_LEAD = re.compile(r"(?<![\d.,/:-])\d{1,3}\Z")
_TIMES = frozenset(
    "year years month months week weeks day days quarter quarters an ans mois jours".split()
)
_JOINING = frozenset({"et", "and"})
_FRACTION_OF_ONE = re.compile(
    r" (?:et|and)(?: an?| une?| one)? (?:demie?|half|quarts?|quarters?)\b"
)


def cuts_token(text: str, at: int) -> bool:
    """Whether a position of a folded text lies inside a token.

    Args:
        text: Folded text.
        at: A position in `0..len(text)`, before the code point of that number.
    """
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return _cuts_spaced_number(text, at)
    if _in_word(before) and _in_word(after):
        return True
    if after in _SEPARATORS and before.isnumeric():
        return at + 1 < len(text) and text[at + 1].isnumeric()
    if before in _SEPARATORS and after.isnumeric():
        # An elided word ends at its apostrophe: "d'1,5 milliard".
        return before != "'" or text[at - 2 : at - 1].isnumeric()
    if before in _MONEY_SIGNS and after in ".,":
        return text[at + 1 : at + 2].isnumeric()
    if after in _MONEY_SIGNS and not (before in _MONEY_SIGNS or before.isnumeric()):
        # "($6", "US$6" and "—$6" hold "$6"; "C$6" is another sum.
        if before.isalpha():
            return text[at - 2 : at] != "US" or text[at - 3 : at - 2].isalpha()
        return before in _NUMBER_SIGNS and (before != "-" or not _is_dash(text, at - 1))
    if before in _MONEY_SIGNS or after in _MONEY_SIGNS:
        return after in _MONEY_SIGNS or _touches_number(after)
    if before in _NUMBER_SIGNS and (after.isnumeric() or after in _MONEY_SIGNS or after in ".,"):
        return True
    if before in _NUMBER_SIGNS and after in _NUMBER_SIGNS:
        return text[at + 1 : at + 2].isnumeric()
    if after in _NUMBER_SIGNS and _in_word(before):
        return _sign_binds(text, at)
    if before in _NUMBER_SIGNS and _in_word(after):
        return _sign_binds(text, at - 1)
    if after == "'":
        return _elided(text, at)
    if before == "'" and _in_word(after):
        return _elided(text, at - 1)
    return False


def _is_dash(text: str, at: int) -> bool:
    """Whether a hyphen stands between words rather than for a minus."""
    return at > 0 and text[at - 1].isalpha()


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or (not sign.isascii() and category(sign)[0] == "M")


def _touches_number(sign: str) -> bool:
    return _in_word(sign) or sign in _MONEY_SIGNS or sign in _NUMBER_SIGNS or sign in ".,"


def _sign_binds(text: str, sign: int) -> bool:
    """Whether the sign at a position ("-", "+") belongs to the words on both sides of it."""
    left = _LAST_WORD.search(text, max(0, sign - 30), sign)
    right = _FIRST_WORD.match(text, sign + 1)
    if text[sign] != "-":
        return True
    if left is None or right is None:
        return False
    # "billion-was" is a dash between words, "billion-dollar" and "mid-2024" are one.
    return left[0][-1].isnumeric() or right[0][0].isnumeric() or is_weighty(right[0])


def _elided(text: str, apostrophe: int) -> bool:
    """Whether an apostrophe stands inside what is read as one word: "n'a", "jusqu'à", "can't"."""
    left = _LAST_WORD.search(text, max(0, apostrophe - 30), apostrophe)
    if left is not None and left[0].lower() in _WHOLE_ELISIONS:
        return True
    following = text[apostrophe + 1 : apostrophe + 3].lower()
    return left is not None and following[:1] == "t" and not following[1:2].isalpha()


def _cuts_spaced_number(text: str, at: int) -> bool:
    """Whether a position beside a space lies in a number written with spaces."""
    if text[at] == " ":
        left, right = at, at + 1
    else:
        left, right = at - 1, at
    if left <= 0 or right >= len(text):
        return False
    before, after = text[left - 1], text[right]
    if after in _MONEY_SIGNS and before.isnumeric():
        return True
    if before in _MONEY_SIGNS and after.isnumeric() and before not in "%‰°":
        return True
    if before.isnumeric() and after.isnumeric():
        return _GROUP_LEAD.search(text, max(0, left - 12), left) is not None
    if before in "+-±~≈<>≤≥" and after.isnumeric():
        return left >= 2 and text[left - 2] in " (" and before != "-"
    if not before.isalpha() or not (after.isalpha() or after.isnumeric()):
        return False
    return _cuts_number_in_words(text, left, right)


def _cuts_number_in_words(text: str, left: int, right: int) -> bool:
    last = _LAST_WORD.search(text, max(0, left - 30), left)
    first = _FIRST_WORD.match(text, right)
    if last is None or first is None:
        return False
    word, following = last[0].lower(), first[0].lower()
    if following in _JOINING:
        return (is_number_word(word) or is_scale(word)) and _FRACTION_OF_ONE.match(
            text, left
        ) is not None
    if word in _JOINING:
        earlier = _LAST_WORD.search(text, max(0, last.start() - 31), last.start() - 1)
        joined = earlier is not None and (
            is_number_word(earlier[0].lower()) or is_scale(earlier[0].lower())
        )
        return joined and (is_number_word(following) or following in {"a", "une", "un", "an"})
    if is_currency(word) and names_country(following):
        return True
    if following[0].isnumeric():
        return is_scale(word)
    if is_scale(following):
        return is_scale(word)
    if not is_number_word(following):
        return False
    after = _FIRST_WORD.match(text, first.end() + 1)
    if is_scale(word) and after is not None and after[0].lower() in _TIMES:
        return False  # "400 million two years ago"
    return is_number_word(word) or is_scale(word) or (is_negation(word) and word == "non")
