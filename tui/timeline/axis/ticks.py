"""Ticks of a time axis at every zoom, from days to millennia, with labels that never overlap.

The usual algorithms for "nice" ticks (Heckbert 1990, Wilkinson 2005) choose round numbers; a
calendar is not decimal, so the candidates are its periods, from one day to a thousand years, and
the finest one is taken whose widest label still fits between two of its ticks. Ticks are then
generated from the left edge on, so the cost is that of the ticks in sight.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tui.model.format_dates import month_day, month_name, year_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model.locales import Locale
    from tui.timeline.axis.scale import TimeScale

    Label = Callable[[date, Locale], str]

_GAP = 2
"""Cells between two labels."""


class Tick(msgspec.Struct, frozen=True):
    """A tick of the axis.

    Attributes:
        column: Where its period begins.
        label: What is written there; may be empty.
        major: Whether a longer period begins there too.
    """

    column: int
    label: str
    major: bool


class _Period(NamedTuple):
    """A calendar period that ticks may stand for.

    Attributes:
        starts_from: The first days of the periods from a day on.
        label: What is written at such a first day.
        is_major: Whether a longer period begins there too.
        min_days: The length of the shortest one.
    """

    starts_from: Callable[[date], Iterator[date]]
    label: Label
    is_major: Callable[[date], bool]
    min_days: float


def ticks(scale: TimeScale, locale: Locale) -> list[Tick]:
    """The ticks of the finest period whose labels fit, in order."""
    period = next((period for period in _PERIODS if _labels_fit(scale, period, locale)), _MILLENNIA)
    return list(_place_ticks(scale, period, locale))


def context(scale: TimeScale, ticks: Sequence[Tick], width: int, locale: Locale) -> str:
    """The year, or the month and year, at the left edge, where no label shows the year.

    The month is left out where it has no room in so many characters.
    """
    if any(len(tick.label) == 4 and tick.label.isdigit() for tick in ticks):
        return ""
    day = scale.date_at(0)
    month = year_month(day, locale)
    days = any(" " in tick.label or "-" in tick.label for tick in ticks)
    return month if days and len(month) <= width else f"{day.year:04}"


def _labels_fit(scale: TimeScale, period: _Period, locale: Locale) -> bool:
    """Whether two ticks of a period are far enough apart for its widest label."""
    widest = max(len(period.label(date(2000, month, 1), locale)) for month in range(1, 13))
    return period.min_days / scale.days_per_cell >= widest + _GAP


def _place_ticks(scale: TimeScale, period: _Period, locale: Locale) -> Iterator[Tick]:
    first = scale.date_at(0)
    free = 0
    # What a label may not run into: the next fold, at last the right edge.
    limits = [(fold, floor(scale.column(fold.first))) for fold in scale.folds]
    folded = False
    for day in period.starts_from(first):
        ordinal = day.toordinal()
        while limits and ordinal >= limits[0][0].end:
            folded = limits.pop(0)[1] >= 0
        if limits and ordinal >= limits[0][0].first:
            continue
        column = round(scale.column(ordinal))
        if column >= scale.width:
            return
        # Months and years vary in length, so one may still be too short for the label before it.
        if column < free:
            continue
        label_text = period.label(day, locale)
        if folded and column >= 0:
            # The year may have begun within the fold.
            folded = False
            if not (len(label_text) == 4 and label_text.isdigit()):
                label_text = year_month(day, locale)
        limit = min(limits[0][1] - 1, scale.width) if limits else scale.width
        if column + len(label_text) > limit:
            # A label that would be cut off is left out, its tick is not.
            label_text = ""
        free = column + len(label_text) + 1
        yield Tick(column, label_text, period.is_major(day))


def _years(count: int) -> Callable[[date], Iterator[date]]:
    """Periods of so many years, aligned to multiples of it."""

    def starts_from(first: date) -> Iterator[date]:
        year = max(1, first.year // count * count)
        while year <= date.max.year:
            if date(year, 1, 1) >= first:
                yield date(year, 1, 1)
            year = year // count * count + count

    return starts_from


def _months(count: int) -> Callable[[date], Iterator[date]]:
    """Periods of so many months, aligned to the year."""

    def starts_from(first: date) -> Iterator[date]:
        year, month = first.year, (first.month - 1) // count * count + 1
        while year <= date.max.year:
            if date(year, month, 1) >= first:
                yield date(year, month, 1)
            month += count
            if month > 12:
                year, month = year + 1, 1

    return starts_from


def _days(count: int) -> Callable[[date], Iterator[date]]:
    """Periods of so many days; weeks begin on Monday."""

    def starts_from(first: date) -> Iterator[date]:
        day = first
        if count == 7:
            day += timedelta(days=-day.weekday() % 7)
        while True:
            yield day
            if date.max - day < timedelta(days=count):
                return
            day += timedelta(days=count)

    return starts_from


def _year_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}"


def _month_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}" if day.month == 1 else month_name(day.month, locale)


def _quarter_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}" if day.month == 1 else _quarter(day, locale)


def _quarter(day: date, locale: Locale) -> str:
    return f"{locale.words.get('quarter', 'Q')}{(day.month + 2) // 3}"


def _day_label(day: date, locale: Locale) -> str:
    return month_day(day, locale)


def _starts_year(day: date) -> bool:
    return day.month == 1 and day.day == 1


_PERIODS: tuple[_Period, ...] = (
    _Period(_days(1), _day_label, lambda day: day.day == 1, 1),
    _Period(_days(7), _day_label, lambda day: day.day <= 7, 7),
    _Period(_months(1), _month_label, _starts_year, 28),
    _Period(_months(3), _quarter_label, _starts_year, 90),
    _Period(_months(6), _month_label, _starts_year, 181),
    _Period(_years(1), _year_label, lambda day: day.year % 10 == 0, 365),
    _Period(_years(2), _year_label, lambda day: day.year % 10 == 0, 730),
    _Period(_years(5), _year_label, lambda day: day.year % 10 == 0, 1826),
    _Period(_years(10), _year_label, lambda day: day.year % 100 == 0, 3652),
    _Period(_years(50), _year_label, lambda day: day.year % 100 == 0, 18262),
    _Period(_years(100), _year_label, lambda day: day.year % 1000 == 0, 36524),
)
_MILLENNIA = _Period(_years(1000), _year_label, lambda _: True, 365_242)
