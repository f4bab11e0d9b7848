"""Ticks of the axis at every zoom, from centuries to days, with labels that never overlap."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from tui.model.format_dates import month_day, month_name, year_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model.locales import Locale
    from tui.timeline.scale import Scale

    Label = Callable[[date, Locale], str]

_GAP = 2


class Tick(msgspec.Struct, frozen=True):
    """A mark of the axis.

    Attributes:
        column: Where its period begins.
        label: What is written there; may be empty.
        major: Whether a longer period begins there too.
    """

    column: int
    label: str
    major: bool


def ticks(scale: Scale, locale: Locale) -> list[Tick]:
    """The ticks of the finest period whose labels have room, in order."""
    for step, label, major, days in _PERIODS:
        if _fits(scale, label, days, locale):
            return list(_placed(scale, step, label, major, locale))
    return list(_placed(scale, _years(1000), _year_label, lambda _: True, locale))


def context(scale: Scale, shown: Sequence[Tick], room: int, locale: Locale) -> str:
    """The year, or month and year, at the left edge, where no label tells the year.

    Where the month has no room in so many characters, the year has.
    """
    if any(len(tick.label) == 4 and tick.label.isdigit() for tick in shown):
        return ""
    day = scale.date_at(0)
    words = year_month(day, locale)
    days = any(" " in tick.label or "-" in tick.label for tick in shown)
    return words if days and len(words) <= room else f"{day.year:04}"


def _fits(scale: Scale, label: Label, days: float, locale: Locale) -> bool:
    """Whether the longest label of a year has room, and a gap after it."""
    widest = max(len(label(date(2000, month, 1), locale)) for month in range(1, 13))
    return days / scale.days_per_cell >= widest + _GAP


def _placed(
    scale: Scale,
    step: Callable[[date], Iterator[date]],
    label: Label,
    major: Callable[[date], bool],
    locale: Locale,
) -> Iterator[Tick]:
    first = scale.date_at(0)
    free = 0
    for day in step(first):
        column = round(scale.column(day.toordinal()))
        if column >= scale.width:
            return
        if column < free:
            continue
        words = label(day, locale)
        if column + len(words) > scale.width:
            words = ""
        free = column + len(words) + 1
        yield Tick(column, words, major(day))


def _years(count: int) -> Callable[[date], Iterator[date]]:
    def step(first: date) -> Iterator[date]:
        year = max(1, first.year // count * count)
        while year <= date.max.year:
            if date(year, 1, 1) >= first:
                yield date(year, 1, 1)
            year = year // count * count + count

    return step


def _months(count: int) -> Callable[[date], Iterator[date]]:
    def step(first: date) -> Iterator[date]:
        year, month = first.year, (first.month - 1) // count * count + 1
        while year <= date.max.year:
            if date(year, month, 1) >= first:
                yield date(year, month, 1)
            month += count
            if month > 12:
                year, month = year + 1, 1

    return step


def _days(count: int) -> Callable[[date], Iterator[date]]:
    def step(first: date) -> Iterator[date]:
        day = first
        if count == 7:
            day += timedelta(days=-day.weekday() % 7)
        while True:
            yield day
            if date.max - day < timedelta(days=count):
                return
            day += timedelta(days=count)

    return step


def _year_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}"


def _month_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}" if day.month == 1 else month_name(day.month, locale)


def _quarter_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}" if day.month == 1 else _quarter(day, locale)


def _quarter(day: date, locale: Locale) -> str:
    return f"{locale.words.get('quarter', 'Q')}{(day.month + 2) // 3}"


def _half_label(day: date, locale: Locale) -> str:
    return f"{day.year:04}" if day.month == 1 else month_name(day.month, locale)


def _day_label(day: date, locale: Locale) -> str:
    return month_day(day, locale)


def _new_year(day: date) -> bool:
    return day.month == 1 and day.day == 1


_PERIODS: tuple[
    tuple[Callable[[date], Iterator[date]], Label, Callable[[date], bool], float],
    ...,
] = (
    (_days(1), _day_label, lambda day: day.day == 1, 1),
    (_days(7), _day_label, lambda day: day.day <= 7, 7),
    (_months(1), _month_label, _new_year, 28),
    (_months(3), _quarter_label, _new_year, 90),
    (_months(6), _half_label, _new_year, 181),
    (_years(1), _year_label, lambda day: day.year % 10 == 0, 365),
    (_years(2), _year_label, lambda day: day.year % 10 == 0, 730),
    (_years(5), _year_label, lambda day: day.year % 10 == 0, 1826),
    (_years(10), _year_label, lambda day: day.year % 100 == 0, 3652),
    (_years(50), _year_label, lambda day: day.year % 100 == 0, 18262),
    (_years(100), _year_label, lambda day: day.year % 1000 == 0, 36524),
)
