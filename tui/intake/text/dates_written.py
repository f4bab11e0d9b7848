"""Dates as metadata and bylines write them, turned into EDTF days."""

from __future__ import annotations

import re
from datetime import date

_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan janvier janv januar jänner enero ene gennaio gen janeiro januari "
        "stycznia styczeń января янв ledna leden tammikuuta januarie ianuarie ocak január января",
        "february feb février févr fev februar febrero febbraio febr fevereiro februari lutego "
        "февраля února helmikuuta februarie şubat február",
        "march mar mars märz maerz mrz marzo março maart marca марта března maaliskuuta martie "
        "mart március",
        "april apr avril avr abril abr aprile kwietnia апреля dubna huhtikuuta aprilie nisan "
        "április",
        "may mai mayo maggio mag maio mei maj maja мая května toukokuuta mayıs május",
        "june jun juin juni junio giugno giu junho czerwca июня června kesäkuuta iunie haziran "
        "június",
        "july jul juillet juil juli julio luglio lug julho lipca июля července heinäkuuta iulie "
        "temmuz július",
        "august aug août aout agosto ago augustus augusti sierpnia августа srpna elokuuta ağustos "
        "augusztus",
        "september sep sept septembre septiembre settembre set setembro września сентября září "
        "syyskuuta septembrie eylül szeptember",
        "october oct octobre oktober okt octubre ottobre ott outubro października октября října "
        "lokakuuta octombrie ekim október",
        "november nov novembre noviembre novembro listopada ноября listopadu marraskuuta noiembrie "
        "kasım",
        "december dec décembre déc dezember dez diciembre dic dicembre dezembro grudnia декабря "
        "prosince joulukuuta decembrie aralık",
    ),
    1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _number))
"""Month names of the languages that the press of Europe is written in, as they stand in dates."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])(?=$|[T\s,;.)+:/]|\D)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:T?\d{4,6})?(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_ASIAN = re.compile(r"((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.|ª)?\s?(?:de\s|of\s|d[’'])?[\s-]?([^\W\d_]{3,12})\.?,?"
    r"(?:\sde[l]?)?[\s-]+((?:19|20)\d{2})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)"
)
_LAST_YEAR = 2100
_FIRST_YEAR = 1900


def day_of(text: str, *, month_first: bool = False) -> str:
    """The first whole date in a text as `2024-05-14`; empty where there is none.

    Args:
        text: A value of metadata or a line of a page.
        month_first: Whether 03/04/2024 is the fourth of March, as Americans write it.
    """
    found = find_day(text, month_first=month_first)
    return found[2] if found else ""


def find_day(text: str, *, month_first: bool = False) -> tuple[int, int, str] | None:
    """The first whole date in a text: where it starts, where it ends, and the day."""
    best: tuple[int, int, str] | None = None
    for pattern, order in _FORMS:
        for match in pattern.finditer(text):
            day = _day(match, order, month_first=month_first)
            if day:
                if best is None or match.start() < best[0]:
                    best = (match.start(), match.end(), day)
                break
    return best


_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_ISO, "ymd"),
    (_YEAR_FIRST, "ymd"),
    (_ASIAN, "ymd"),
    (_COMPACT, "ymd"),
    (_DAY_FIRST, "dMy"),
    (_MONTH_FIRST, "Mdy"),
    (_NUMERIC, "d/y"),
)


def month_number(name: str) -> int | None:
    """The number of a month by its name or short name; `None` for what is none."""
    return _MONTHS.get(name.lower())


def _day(match: re.Match[str], order: str, *, month_first: bool) -> str:
    if order == "ymd":
        if match[3] is None:
            return ""
        return _checked(int(match[1]), int(match[2]), int(match[3]))
    if order == "d/y":
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if second > 12 or (month_first and first <= 12 and match[2] == "/"):
            first, second = second, first
        return _checked(year, second, first)
    name, day = (match[2], match[1]) if order == "dMy" else (match[1], match[2])
    month = _MONTHS.get(name.lower())
    return _checked(int(match[3]), month, int(day)) if month else ""


def _checked(year: int, month: int, day: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
