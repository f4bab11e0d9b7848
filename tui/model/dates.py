"""Dates as intervals, written in EDTF (ISO 8601-2).

`2023-09` means "some day in September 2023", never the 1st: every date is an interval of
days, and open or unknown ends stay open.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

import msgspec

_QUARTERS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "33": 1, "34": 4, "35": 7, "36": 10}
_HALVES = {"H1": 1, "H2": 7, "40": 1, "41": 7}
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}

_SIMPLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<part>Q[1-4]|H[12]|XX|\d{2})(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<qualifier>[~?%]?)",
    re.ASCII,
)


class DateError(ValueError):
    """A text that is no EDTF date; the message says what is wrong in the user's words."""


class Edtf(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, tag="date", tag_field="type"):
    """A date known as far as the source tells it.

    Attributes:
        text: The date as written, the canonical form for storage and printing.
        earliest: The first day that it may mean; `None` when the start is open or unknown.
        latest: The last day that it may mean; `None` when the end is open or unknown.
        approximate: Marked with `~` or `%`: about that time.
        uncertain: Marked with `?` or `%`: the source doubts it.
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read an EDTF date, season, quarter (`2024-Q1`), half (`2025-H1`) or interval.

        Raises:
            DateError: If the text is none of these, or names a day that does not exist.
        """
        text = text.strip()
        first, slash, second = text.partition("/")
        if not slash:
            earliest, latest, qualifier = _simple(text)
            return cls(text, earliest, latest, qualifier in ("~", "%"), qualifier in ("?", "%"))
        if first in ("", "..") and second in ("", ".."):
            raise DateError("an interval needs a start or an end")
        start, _, start_mark = _simple(first) if first not in ("", "..") else (None, None, "")
        _, end, end_mark = _simple(second) if second not in ("", "..") else (None, None, "")
        if start and end and start > end:
            raise DateError(f"the interval {text} ends before it starts")
        marks = start_mark + end_mark
        return cls(text, start, end, "~" in marks or "%" in marks, "?" in marks or "%" in marks)

    def meets(self, other: Edtf) -> bool:
        """Whether some day is possible for both, so that the two do not disagree."""
        return (self.earliest or date.min) <= (other.latest or date.max) and (
            other.earliest or date.min
        ) <= (self.latest or date.max)

    def within(self, other: Edtf) -> bool:
        """Whether every day that this date may mean is possible for `other` too."""
        return (self.earliest or date.min) >= (other.earliest or date.min) and (
            self.latest or date.max
        ) <= (other.latest or date.max)

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders by earliest day, then latest; open ends sort outermost."""
        return (self.earliest or date.min, self.latest or date.max)

    def __str__(self) -> str:
        return self.text


def _simple(text: str) -> tuple[date, date, str]:
    """Bounds and qualifier of a date that is no interval."""
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise DateError(
            f"{text!r} is no date: write 2023, 2023-09, 2023-09-25, 2024-Q1, 2025-H1, "
            "2023-09~ or 2023-10/2024-03"
        )
    year, part, day, qualifier = match.group("year", "part", "day", "qualifier")
    if "X" in year:
        if part:
            raise DateError(f"{text!r} names a month of an unknown year")
        first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(max(first_year, 1), 1, 1), date(last_year, 12, 31), qualifier
    number = int(year)
    if number < 1:
        raise DateError(f"{text!r}: the year 0000 is outside the supported range 0001-9999")
    if part is None or (part == "XX" and day in (None, "XX")):
        return date(number, 1, 1), date(number, 12, 31), qualifier
    if part in _QUARTERS:
        first_month, months = _QUARTERS[part], 3
    elif part in _HALVES:
        first_month, months = _HALVES[part], 6
    elif part in _SEASONS:
        first_month, months = _SEASONS[part], 3
    elif part != "XX" and 1 <= int(part) <= 12:
        first_month, months = int(part), 1
    else:
        raise DateError(f"{text!r}: there is no month {part}")
    if day and months != 1:
        raise DateError(f"{text!r} names a day of a longer period")
    if day and day != "XX":
        try:
            exact = date(number, first_month, int(day))
        except ValueError:
            raise DateError(f"{text!r}: that day does not exist") from None
        return exact, exact, qualifier
    last_month = first_month + months - 1
    last_year = number + (last_month > 12)
    last_month = (last_month - 1) % 12 + 1
    if last_year > 9999:
        raise DateError(f"{text!r} ends outside the supported range 0001-9999")
    last_day = calendar.monthrange(last_year, last_month)[1]
    return date(number, first_month, 1), date(last_year, last_month, last_day), qualifier
