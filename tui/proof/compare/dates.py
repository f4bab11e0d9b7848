"""Days, quarters and half-years of a passage, in words or in digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.proof.compare.numbers import read_number
from tui.proof.compare.synonyms import months, period, period_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.clause_order import Said
    from tui.proof.compare.differences import QuoteToken


def read_day(found: Sequence[QuoteToken], at: int, language: str) -> tuple[Said, int] | None:
    """Read a day with its month: "15 January 2026", "January 15, 2026", in French "14/03/2025".

    Args:
        found: The tokens of a passage.
        at: Which of them it begins with.
        language: `fr` or `en`.

    Returns:
        What is said and the token after it; `None` where no day is told.
    """
    slashed = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", found[at].text)
    if slashed and language == "fr":
        return ("day", str(int(slashed[1])), str(int(slashed[2])), slashed[3]), at + 1
    named = months(language)
    month = named.get(_key(found, at))
    if month:
        day = _day(found, at + 1)
        after = at + 2
    else:
        day = _day(found, at)
        after = at + 1 + (_key(found, at + 1) in {"er", "st", "nd", "rd", "th"})
        month = named.get(_key(found, after))
        after += 1
    if not day or not month:
        return None
    year = found[after].text if after < len(found) else ""
    if not is_year(year):
        return ("day", day, str(month), ""), after
    return ("day", day, str(month), year), after + 1


def read_period(
    text: str, found: Sequence[QuoteToken], at: int, language: str
) -> tuple[Said, int] | None:
    """Read a quarter or a half-year: "deuxième trimestre", "T2", "Q2", "first half".

    Args:
        text: The folded text.
        found: The tokens of a passage of it.
        at: Which of them it begins with.
        language: `fr` or `en`.

    Returns:
        What is said and the token after it; `None` where no period is told.
    """
    token = found[at]
    following = found[at + 1] if at + 1 < len(found) else None
    kind = period_letter(token.text)
    if kind and following is not None and following.start == token.end:
        if following.text in "12" or (kind == "quarter" and following.text in "34"):
            return (kind, following.text), at + 2
        return None
    number = read_number(text, found, at, language)
    if number is None or not number.ordinal:
        return None
    named = _key(found, number.end)
    kind = period(named)
    if not kind or (named in {"half", "quarter"} and token.text == "un"):
        return None
    return (kind, str(number.value)), number.end + 1


def is_year(text: str) -> bool:
    """Whether digits may be those of a year."""
    return re.fullmatch("(?:19|20)[0-9]{2}", text) is not None


def _day(found: Sequence[QuoteToken], at: int) -> str:
    text = found[at].text if at < len(found) else ""
    if _key(found, at) == "premier" and _key(found, at + 1) in months("fr"):
        return "1"
    return str(int(text)) if re.fullmatch(r"[1-9]|[12][0-9]|3[01]", text) else ""


def _key(found: Sequence[QuoteToken], at: int) -> str:
    return found[at].key.lower() if at < len(found) else ""
