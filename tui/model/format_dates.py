"""Dates for a reader: `Sep 2023`, `by ~Apr 2024`, `Q3 2025`; ISO keeps EDTF as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tui.model.dates import Edtf
    from tui.model.locales import Locale

_EDTF = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>[QH]?\d{1,2}|XX))?(?:-(?P<day>\d{2}|XX))?"
    r"(?P<mark>[~?%]?)"
)
_QUARTERS = {"33": 1, "34": 2, "35": 3, "36": 4}
_HALVES = {"40": 1, "41": 2}


def format_date(date: Edtf, locale: Locale) -> str:
    """A date as precisely as it is known, never more.

    `~` before it means about, `?` after it that the source doubts it; an interval without a start
    reads "by", one without an end "from", and an unknown end is a question mark.
    """
    if not locale.months:
        return date.text
    first, slash, second = date.text.partition("/")
    if not slash:
        return _format_single(first, locale)
    if first == "..":
        return f"{locale.word('by')} {_format_single(second, locale)}" if second else date.text
    if second == "..":
        return f"{locale.word('from')} {_format_single(first, locale)}" if first else date.text
    return _format_interval(first, second, locale)


def format_when(date: Edtf | None, locale: Locale) -> str:
    """A date, or `undated` where there is none."""
    return format_date(date, locale) if date else locale.word("undated")


def month_name(month: int, locale: Locale) -> str:
    """The short name of a month; its two digits where the locale has no names."""
    months = locale.months
    return months[month - 1] if months else f"{month:02}"


def month_day(day: date, locale: Locale) -> str:
    """A day without its year: `4 Jul`, `1er juil.`, `07-04`."""
    if not locale.months:
        return f"{day.month:02}-{day.day:02}"
    return f"{_day(str(day.day), locale)} {month_name(day.month, locale)}"


def full_day(day: date, locale: Locale) -> str:
    """A day with its year: `4 Jul 2023`, `1er juil. 2023`, `2023-07-04`."""
    return f"{month_day(day, locale)} {day.year}" if locale.months else day.isoformat()


def year_month(day: date, locale: Locale) -> str:
    """The month of a day: `Jul 2023`, `2023-07`."""
    name, year = month_name(day.month, locale), f"{day.year:04}"
    return f"{name} {year}" if locale.months else f"{year}-{name}"


def _format_single(text: str, locale: Locale) -> str:
    """A date that is not an interval, with its qualifier."""
    match = _EDTF.fullmatch(text)
    if match is None:
        return text
    prefix = "~" if match["mark"] in ("~", "%") else ""
    suffix = "?" if match["mark"] in ("?", "%") else ""
    words = _format_parts(match["year"], match["part"] or "", match["day"] or "", locale)
    return f"{prefix}{words}{suffix}"


def _format_parts(year: str, part: str, day: str, locale: Locale) -> str:
    """A date by its parts, in words."""
    if year.endswith("XX"):
        return f"{int(year[:2] + '00')}–{int(year[:2] + '99')}"
    if year.endswith("X"):
        return locale.word("decade").format(int(year[:3] + "0"))
    number = int(year)
    if part in ("", "XX"):
        return str(number)
    if part[0] == "Q" or part in _QUARTERS:
        return f"{locale.word('quarter')}{_QUARTERS.get(part) or part[1]} {number}"
    if part[0] == "H" or part in _HALVES:
        return f"{locale.word('half')}{_HALVES.get(part) or part[1]} {number}"
    if part == "24":
        # Winter runs from December into the next year.
        return f"{locale.seasons[3]} {number}–{(number + 1) % 100:02}"
    if part in ("21", "22", "23"):
        return f"{locale.seasons[int(part) - 21]} {number}"
    month = locale.months[int(part) - 1]
    if day in ("", "XX"):
        return f"{month} {number}"
    return f"{_day(day, locale)} {month} {number}"


def _day(day: str, locale: Locale) -> str:
    return "1er" if locale.name == "fr" and int(day) == 1 else str(int(day))


def _format_interval(first: str, second: str, locale: Locale) -> str:
    """Both ends; what they share is written once."""
    start = _format_single(first, locale) if first else "?"
    end = _format_single(second, locale) if second else "?"
    start_parts, end_parts = _EDTF.fullmatch(first), _EDTF.fullmatch(second)
    if (
        start_parts
        and end_parts
        and not start_parts["mark"]
        and not end_parts["mark"]
        and start_parts["year"] == end_parts["year"]
    ):
        same_precision = _is_day(start_parts) == _is_day(end_parts) and (
            _is_month(start_parts) and _is_month(end_parts)
        )
        if same_precision and not _is_day(start_parts):
            return f"{locale.months[int(start_parts['part']) - 1]}–{end}"
        if same_precision and start_parts["part"] == end_parts["part"]:
            return f"{_day(start_parts['day'], locale)}–{end}"
    return f"{start} – {end}" if " " in start + end else f"{start}–{end}"


def _is_month(match: re.Match[str]) -> bool:
    return (match["part"] or "").isdigit() and 1 <= int(match["part"]) <= 12


def _is_day(match: re.Match[str]) -> bool:
    return (match["day"] or "XX") != "XX"
