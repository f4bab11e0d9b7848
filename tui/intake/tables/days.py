"""Dates as tables write them, in the order of day and month that the whole column tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.intake.text.dates_written import day_of, month_number

if TYPE_CHECKING:
    from collections.abc import Iterable

Order: TypeAlias = Literal["dmy", "mdy", ""]
"""Which comes first in 03/04/2024; empty where no cell of the column tells."""

_NUMERIC = re.compile(r"(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4}|\d{2})(?:[T\s,].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\s-](\d{1,2})[/.\s-](\d{1,2})(?:[T\s,].*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:FY\s?)?((?:19|20)\d\d)(?:\.0)?", re.IGNORECASE)
_MONTH = re.compile(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)")
_NAMED_MONTH = re.compile(r"([^\W\d_]{3,12})\.?[\s/’'-]+((?:19|20)?\d\d)")
_QUARTER = re.compile(
    r"(?:(?P<q>[QT])\s?(?P<n>[1-4])|(?P<n2>[1-4])\s?(?P<q2>[QT]))[\s/’'-]*(?P<year>(?:19|20)?\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)[\s/-]*(?P<q3>[QT])\s?(?P<n3>[1-4])",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?:[HS]\s?([12])|([12])\s?[HS])[\s/’'-]*((?:19|20)?\d\d)|((?:19|20)\d\d)[\s/-]*[HS]\s?([12])",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"[-–—?.\s]*|n/?\.?a\.?|none|null|unknown|inconnue?|tbd|tba|n\.?\s?[cd]\.?", re.IGNORECASE
)
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of the day numbers of spreadsheets, which count a 29 February 1900 that never was."""
_CENTURY = 70
"""Two figures from here on are of the twentieth century."""


class Day(NamedTuple):
    """What a cell says: an EDTF date, empty where there is none, and what is doubtful about it."""

    text: str
    doubts: tuple[str, ...] = ()
    readable: bool = True


def order_of(cells: Iterable[str]) -> Order:
    """Which of day and month comes first in a column: the one that is ever above twelve."""
    day_first = month_first = 0
    for cell in cells:
        found = _NUMERIC.fullmatch(cell.strip())
        if found:
            day_first += int(found[1]) > 12
            month_first += int(found[2]) > 12
    if day_first and not month_first:
        return "dmy"
    if month_first and not day_first:
        return "mdy"
    return ""


@lru_cache(maxsize=65_536)
def read_day(cell: str, order: Order) -> Day:
    """Read one cell.

    Args:
        cell: Its text.
        order: What the column tells; where it tells nothing, the day is read first, with a doubt.
    """
    text = " ".join(cell.split())
    if _ABSENT.fullmatch(text):
        return Day("")
    found = _NUMERIC.fullmatch(text)
    if found:
        return _numeric(text, found, order)
    for pattern in (_YEAR_FIRST, _COMPACT):
        found = pattern.fullmatch(text)
        if found and (day := _checked(int(found[1]), int(found[2]), int(found[3]))):
            return Day(day)
    if found := _YEAR.fullmatch(text):
        return Day(found[1])
    if found := _MONTH.fullmatch(text):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        return Day(f"{year}-{int(month):02}")
    if found := _QUARTER.fullmatch(text):
        year = found["year"] or found["year3"]
        return Day(f"{_year(year)}-Q{found['n'] or found['n2'] or found['n3']}")
    if found := _HALF.fullmatch(text):
        return Day(f"{_year(found[3] or found[4])}-H{found[1] or found[2] or found[5]}")
    if (found := _NAMED_MONTH.fullmatch(text)) and (month_named := month_number(found[1])):
        return Day(f"{_year(found[2])}-{month_named:02}")
    if day := day_of(text) or day_of(_long_years(text)):
        return Day(day)
    if _SERIAL.fullmatch(text):
        day = (_EPOCH + timedelta(days=int(float(text)))).isoformat()
        return Day(day, (f"{text} is read as the day number of a spreadsheet",))
    return Day("", (f"“{text[:40]}” is no date",), readable=False)


def _numeric(text: str, found: re.Match[str], order: Order) -> Day:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    doubts: tuple[str, ...] = ()
    if first > 12 or second > 12:
        day, month = (first, second) if first > 12 else (second, first)
    elif order == "mdy":
        day, month = second, first
    else:
        day, month = first, second
        if not order and first != second:
            doubts = (f"{text}: the day is read first, which nothing in the column tells",)
    written = _checked(year, month, day)
    if not written:
        return Day("", (f"“{text}” is no date",), readable=False)
    return Day(written, doubts)


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return 1900 + number if number >= _CENTURY else 2000 + number


def _long_years(text: str) -> str:
    """A date with its year in two figures at the end, written with four."""
    return re.sub(r"(?<=[^\W\d_.,])([\s,’'-]+)(\d\d)$", lambda m: f" {_year(m[2])}", text)


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
