"""Dates in press text, relative ones resolved against the day of publication."""

from __future__ import annotations

import re
from bisect import bisect
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui.model.dates import DateError, Edtf
from tui.model.mentions import Mention
from tui.proof.mentions.currencies import S
from tui.proof.mentions.numbers import lowered

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre"),
    "en": ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december"),
}  # fmt: skip
_SHORT = {
    "janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "dec": 12,
}  # fmt: skip
_DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
_ORDINALS = {
    "premier": 1, "1er": 1, "deuxième": 2, "second": 2, "2e": 2, "troisième": 3, "3e": 3,
    "quatrième": 4, "4e": 4, "first": 1, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3,
    "4th": 4,
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_Y = r"(?P<year>(?:19|20)\d\d)(?![\d%€$])(?![.,]\d)"


def _month(language: str) -> str:
    names = "|".join(_MONTHS[language])
    short = (
        "janv|févr|avr|juil|sept|oct|nov|déc"
        if language == "fr"
        else ("jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec")
    )
    return (
        rf"(?P<month>{names}|(?:{short})\.)"
        if language == "fr"
        else (rf"(?P<month>{names}|(?:{short})\.?)")
    )


_MONTH = {language: _month(language) for language in _MONTHS}
_DAY_NAME = {language: rf"(?P<weekday>{'|'.join(days)})" for language, days in _DAYS.items()}
_PART = {
    "fr": rf"(?:(?P<part>début|mi|fin)(?:-|{S}+(?:du{S}+mois{S}+(?:de{S}+|d[’'])|de{S}+)?))?",
    "en": rf"(?:(?P<part>early|mid|late)(?:-|{S}+))?",
}
_PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        ("day", rf"(?:{_DAY_NAME['fr']}{S}+)?(?P<day>\d{{1,2}}|1er){S}+{_MONTH['fr']}(?:{S}+{_Y})?"
                rf"(?P<last>{S}+dernier)?"),
        ("iso", r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"),
        ("slash", r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)"),
        ("month", rf"{_PART['fr']}{_MONTH['fr']}{S}+{_Y}"),
        ("quarter", rf"(?P<ordinal>{_ORDINAL}){S}+(?P<span>trimestre|semestre)"
                    rf"(?:{S}+(?:de{S}+|d[’'])?(?:l[’']année{S}+)?{_Y})?(?P<last>{S}+dernier)?"),
        ("last-month", rf"{_MONTH['fr']}{S}+(?P<last>dernier|prochain)"),
        ("this-month", rf"(?:(?:en|fin|début|mi-?|depuis|d[’']ici|du{S}+mois{S}+de)(?:{S}+|(?<=-)))"
                       rf"(?:le{S}+mois{S}+de{S}+)?{_MONTH['fr']}"),
        ("part-year", rf"(?P<part>début|fin|mi-?|courant){S}*{_Y}"),
        ("summer", rf"(?:cet|l[’']){S}?été(?P<last>{S}+dernier)?"),
        ("yesterday", r"(?P<word>avant-hier|hier|aujourd[’']hui)"),
        ("year", rf"(?:en|depuis|début|fin|de|année|l[’']année|dès){S}+{_Y}"),
        ("last-year", rf"l[’'](?:an|année){S}+(?P<last>dernière?|passée?)"),
        ("weekday", rf"(?:ce{S}+|,{S}*)?{_DAY_NAME['fr']}(?:{S}+(?P<last>dernier|prochain))?"
                    rf"(?!{S}+\d)"),
    ),
    "en": (
        ("day", rf"(?:{_DAY_NAME['en']},?{S}+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{S}+(?:of{S}+)?"
                rf"{_MONTH['en']},?(?:{S}+{_Y})?(?![\w])"),
        ("day", rf"(?:{_DAY_NAME['en']},?{S}+)?{_MONTH['en']}{S}+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
                rf"(?![\w%])(?:,?{S}+{_Y})?(?!{S}*(?:million|billion|percent|%))"),
        ("iso", r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"),
        ("slash", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)"),
        ("month", rf"{_PART['en']}{_MONTH['en']}(?:{S}+of)?,?{S}+{_Y}"),
        ("quarter", rf"(?P<ordinal>{_ORDINAL}){S}+(?P<span>quarter|half)"
                    rf"(?:{S}+(?:of{S}+)?{_Y})?"),
        ("quarter", rf"(?P<q>[qh][1-4]){S}+{_Y}"),
        ("last-month", rf"(?P<last>last|next){S}+{_MONTH['en']}(?![\w])"),
        ("this-month", rf"(?:in|since|by|during){S}+{_PART['en']}"
                       rf"(?P<month>{'|'.join(_MONTHS['en'])})(?![\w])"),
        ("part-year", rf"(?P<part>early|late|mid)[- ]{_Y}"),
        ("yesterday", r"(?P<word>yesterday|today)"),
        ("year", rf"(?:in|since|by|from|of|until|during|for){S}+{_Y}"),
        ("last-year", rf"(?P<last>last){S}+year"),
        ("weekday", rf"(?:on|last){S}+{_DAY_NAME['en']}"),
    ),
}  # fmt: skip
_COMPILED = {
    language: [(name, re.compile(rf"(?<![\w/-]){pattern}(?![\w])")) for name, pattern in patterns]
    for language, patterns in _PATTERNS.items()
}


_SITE = {
    "fr": re.compile(
        rf"(?<![\w/-])(?:{'|'.join((*_MONTHS['fr'], *_DAYS['fr']))}"
        rf"|(?:janv|févr|avr|juil|sept|oct|nov|déc)\.|trimestre|semestre|été|hier|avant-hier|aujourd[’']hui|an{S}|année|\d\d?/\d)"
        r"|(?<!\d)(?:19|20)\d\d(?!\d)",
    ),
    "en": re.compile(
        rf"(?<![\w/-])(?:{'|'.join((*_MONTHS['en'], *_DAYS['en']))}|quarter|half|yesterday|today"
        rf"|last{S}+year|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\w)|\d\d?/\d|[qh][1-4]{S})"
        r"|(?<!\d)(?:19|20)\d\d(?!\d)",
    ),
}
"""What every date has in it, so that the patterns are tried only around it."""
_AROUND = 48
"""Code points that a date may reach from its site, to either side."""


def _windows(text: str, language: str) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for site in _SITE[language].finditer(text):
        start, end = max(0, site.start() - _AROUND), site.end() + _AROUND
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def find_dates(text: str, *, language: str, published: Edtf | None) -> list[Mention]:
    """The dates of a text by place; what cannot be resolved is left out."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    low = lowered(text)
    windows = _windows(low, language)
    for name, pattern in _COMPILED[language]:
        for match in (found for window in windows for found in pattern.finditer(low, *window)):
            start, end = match.span()
            at = bisect(taken, (start, end))
            if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
                continue
            read = _READERS[name](match, language, published)
            if read is None:
                continue
            written, flags = read
            try:
                when = Edtf.parse(written)
            except DateError:
                continue
            taken.insert(at, (start, end))
            found.append(Mention(start, end, text[start:end], "date", date=when, flags=flags))
    return sorted(found, key=lambda mention: mention.start)


_Read = tuple[str, tuple[str, ...]] | None
_RELATIVE = ("relative-date",)


def _month_number(name: str, language: str) -> int:
    name = name.lower().rstrip(".")
    if name in _MONTHS[language]:
        return _MONTHS[language].index(name) + 1
    return _SHORT[name]


def _day(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    month = _month_number(match["month"], language)
    day = 1 if match["day"].lower() == "1er" else int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02}-{day:02}", ()
    if published is None or not 1 <= day <= 31:
        return None
    near = _near(published)
    years = [near.year, near.year - 1, near.year + 1]
    weekday = match["weekday"]
    for year in years:
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        fits = weekday is None or candidate.weekday() == _DAYS[language].index(weekday.lower())
        if fits and candidate <= near + timedelta(days=200) and candidate >= near - timedelta(400):
            if weekday is None and candidate > near + timedelta(days=31):
                continue
            return candidate.isoformat(), _RELATIVE
    return None


def _near(published: Edtf) -> date:
    """The day to reckon from: the last one on which the text may have appeared."""
    return published.latest or published.earliest or date.max


def _iso(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    return match["iso"], ()


def _slash(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    day, month = int(match["d"]), int(match["m"])
    flags: tuple[str, ...] = ()
    if month > 12 >= day:
        day, month = month, day
    elif language == "en" and day <= 12 and day != month:
        flags = ("ambiguous-date",)
    return f"{match['year']}-{month:02}-{day:02}", flags


def _month_year(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    about = "~" if match["part"] else ""
    return f"{match['year']}-{_month_number(match['month'], language):02}{about}", ()


def _quarter(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    groups = match.groupdict()
    if groups.get("q"):
        return f"{groups['year']}-{groups['q'].upper()}", ()
    ordinal = _ORDINALS[groups["ordinal"].lower()]
    half = groups["span"].lower() in ("semestre", "half")
    if half and ordinal > 2:
        return None
    letter, months = ("H", 6) if half else ("Q", 3)
    if groups["year"]:
        return f"{groups['year']}-{letter}{ordinal}", ()
    if published is None:
        return None
    near = _near(published)
    # A quarter without a year is the last one that had begun.
    year = near.year if (ordinal - 1) * months + 1 <= near.month else near.year - 1
    return f"{year}-{letter}{ordinal}", _RELATIVE


def _last_month(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    if published is None:
        return None
    near, month = _near(published), _month_number(match["month"], language)
    if match["last"].lower() in ("prochain", "next"):
        year = near.year if month > near.month else near.year + 1
    else:
        year = near.year if month < near.month else near.year - 1
    return f"{year}-{month:02}", _RELATIVE


def _this_month(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    if published is None:
        return None
    near, month = _near(published), _month_number(match["month"], language)
    ahead = match[0].lower().startswith(("d’ici", "d'ici", "by"))
    year = near.year if month <= near.month or ahead else near.year - 1
    if ahead and month < near.month:
        year += 1
    part = match[0].lower().startswith(("fin", "début", "mi")) or (
        "part" in match.groupdict() and (match["part"] is not None)
    )
    return f"{year}-{month:02}{'~' if part else ''}", _RELATIVE


def _part_year(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    part, year = match["part"].lower().rstrip("-"), int(match["year"])
    months = {"début": (1, 3), "early": (1, 3), "mi": (5, 8), "mid": (5, 8), "fin": (10, 12),
              "late": (10, 12)}  # fmt: skip
    if part not in months:
        return f"{year}", ()
    first, last = months[part]
    return f"{year}-{first:02}~/{year}-{last:02}~", ()


def _summer(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    if published is None:
        return None
    near = _near(published)
    year = near.year if near.month >= 6 else near.year - 1
    if match["last"] and 6 <= near.month <= 8:
        year -= 1
    return f"{year}-22", _RELATIVE


def _yesterday(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    if published is None or published.earliest is None:
        return None
    if published.earliest != published.latest:
        return None
    word = match["word"].lower().replace("’", "'")
    back = {"hier": 1, "yesterday": 1, "avant-hier": 2}.get(word, 0)
    return (published.earliest - timedelta(days=back)).isoformat(), _RELATIVE


def _year(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    return match["year"], ()


def _last_year(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    return (f"{_near(published).year - 1}", _RELATIVE) if published else None


def _weekday(match: re.Match[str], language: str, published: Edtf | None) -> _Read:
    """A weekday alone is the last one, on a day of publication that is known."""
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    wanted = _DAYS[language].index(match["weekday"].lower())
    groups = match.groupdict()
    if (groups.get("last") or "").lower() == "prochain":
        return None
    back = (published.earliest.weekday() - wanted) % 7
    if (groups.get("last") or "") and back == 0:
        back = 7
    return (published.earliest - timedelta(days=back)).isoformat(), _RELATIVE


_READERS: dict[str, Callable[[re.Match[str], str, Edtf | None], _Read]] = {
    "day": _day, "iso": _iso, "slash": _slash, "month": _month_year, "quarter": _quarter,
    "last-month": _last_month, "this-month": _this_month, "part-year": _part_year,
    "summer": _summer, "yesterday": _yesterday, "year": _year, "last-year": _last_year,
    "weekday": _weekday,
}  # fmt: skip
