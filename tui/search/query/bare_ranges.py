"""Comparisons and ranges that name no field: `>1bn` is an amount, `2023..2024-03` a date.

Read as words they would find something else, since some article has the digits somewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.search.query.term_forms import PLAIN
from tui.search.query.value_ranges import AMOUNT, UnreadableError, has_measure, read_dates

_BEGINS = re.compile(r"(?P<sign>[<>=≥≤!≠~≈]+[ ]?)?(?:[-−]?[$€£¥]?\d|\.\.[$€£¥]?\d)")
"""How comparisons and ranges begin; `<b>` and `amazon..` are words."""
_RANGE_OF_DATES = re.compile(r"\.\./\d|\d[\d~?%-]*/(?:\d{4}|\.\.)")
"""A range in the notation of EDTF."""
_END = ' ()|"'
"""What ends a comparison or a range."""
_YEAR = re.compile(r"\d{3,}")
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
"""A number between them is a year where nothing says that it is an amount."""


class BareRange(NamedTuple):
    """A comparison or range in a query.

    Attributes:
        field: `amount` or `date`; empty where nothing says which of them is meant.
        end: Where it ends.
    """

    field: str
    end: int


def bare_range(text: str, at: int, *, negated: bool = False) -> BareRange | None:
    """The comparison or range that begins at an offset of a folded query; `None` where none does.

    Args:
        text: The query, folded.
        at: The offset.
        negated: Whether a minus stands before it; `->` with a space behind it is an arrow.
    """
    begins = _BEGINS.match(text, at)
    dates = _RANGE_OF_DATES.match(text, at)
    if begins is None:
        word = PLAIN.match(text, at) if dates else None
        return BareRange("date", word.end()) if word and _is_date(word[0]) else None
    sign = begins["sign"] or ""
    if negated and sign.endswith(" "):
        return None
    amount = AMOUNT.match(text, at)
    if amount is not None and not amount["exact"] and _ends(text, amount.end()):
        end = at + len(amount[0].rstrip())
        if has_measure(text[at:end]):
            return BareRange("amount", end)
    word = PLAIN.match(text, at + len(sign))
    if word is None:
        return None
    at_least = word[0].endswith("+") and has_measure(f">{word[0][:-1]}")
    if not (sign or dates or at_least or ".." in word[0]):
        return None
    if _is_date(sign.strip() + word[0]):
        return BareRange("date", word.end())
    return None if dates else BareRange("", word.end())


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in _END or text[at - 1] == " "


def _is_date(text: str) -> bool:
    """Whether a text is a date, or a range of dates, in years that the press writes about."""
    if not all(_FIRST_YEAR <= int(year) <= _LAST_YEAR for year in _YEAR.findall(text)):
        return False
    try:
        read_dates(text)
    except UnreadableError:
        return False
    return True
