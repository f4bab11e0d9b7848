"""Weeks, months, seasons, years told from the day of publication: "last week", "il y a un an"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui.proof.mentions.currencies import S

if TYPE_CHECKING:
    import re

    from tui.model.dates import Edtf

_YEAR = r"(?:19|20)\d\d(?![\d%€$])(?![.,]\d)"
_COUNTS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "dix": 10,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10,
}  # fmt: skip
_COUNT = {
    "fr": r"(?P<count>une?|deux|trois|quatre|cinq|six|dix|\d{1,2})",
    "en": r"(?P<count>an?|one|two|three|four|five|six|ten|\d{1,2})",
}
_SEASONS = {
    "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
}  # fmt: skip
_SEASON = {
    "fr": r"(?P<season>printemps|été|automne|hiver)",
    "en": r"(?P<season>spring|summer|autumn|fall|winter)",
}
_WAY = r"(?P<way>derni(?:er|ère)|passée?|écoulée?|prochaine?)"
PERIODS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "fr": (
        ("years", "year", rf"(?:entre|de){S}+(?P<from>{_YEAR}){S}+(?:et|à){S}+(?P<to>{_YEAR})"),
        ("period", "word", rf"(?:l[’']|la{S}+|le{S}+)(?P<unit>an|année|semaine|mois){S}+{_WAY}"),
        ("period", "word", rf"(?:cette{S}+(?P<unit>semaine)|ce{S}+(?P<month>mois)-ci)(?!-là)"),
        ("ago", "word", rf"il{S}+y{S}+a{S}+{_COUNT['fr']}{S}+"
                        r"(?P<unit>ans?|années?|mois|semaines?|jours?)"),
        ("season", "word", rf"(?:(?P<this>cet{S}+|ce{S}+|l[’'](?=été))|l[’']|le{S}+|au{S}+)"
                           rf"{_SEASON['fr']}(?:{S}+(?:(?P<last>dernier|passé)"
                           rf"|(?:de{S}+)?(?P<year>{_YEAR})))?"),
        ("end-of-year", "word", rf"(?P<part>début|mi|milieu|fin)(?:-|{S}+)(?:de{S}+)?"
                                rf"l[’']année(?!{S}+(?:dern|proch))(?:{S}+(?P<year>{_YEAR}))?"),
    ),
    "en": (
        ("years", "year", rf"(?:between|from){S}+(?P<from>{_YEAR}){S}+(?:and|to){S}+"
                          rf"(?P<to>{_YEAR})"),
        ("period", "word", rf"(?P<way>last|next|(?:earlier{S}+|later{S}+)?this){S}+"
                           r"(?P<unit>year|month|week)"),
        ("ago", "word", rf"{_COUNT['en']}{S}+(?P<unit>years?|months?|weeks?|days?){S}+ago"),
        ("season", "word", rf"(?:(?P<this>this)|(?P<last>last)|the|in|since|by){S}+"
                           rf"{_SEASON['en']}(?:{S}+(?:of{S}+)?(?P<year>{_YEAR}))?"),
        ("end-of-year", "year", rf"(?:the{S}+)?(?P<part>end|start|beginning|middle){S}+of{S}+"
                                rf"(?P<year>{_YEAR})"),
    ),
}  # fmt: skip
"""By language: the name of a form, the site that it needs, how it is written."""
PERIOD_WORDS = {
    "fr": ("un an", "dernier", "prochain", "passé", "année", "semaine", "semaines", "mois", "ans",
           "années", "jours", "jour", "printemps", "automne", "hiver", "été"),
    "en": ("year", "years", "month", "months", "week", "weeks", "day", "days", "spring", "summer",
           "autumn", "fall", "winter"),
}  # fmt: skip

Read = tuple[str, tuple[str, ...]] | None
RELATIVE = ("relative-date",)


def read_years(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "entre 2019 et 2023", "from 2019 to 2023"."""
    return (f"{match['from']}/{match['to']}", ()) if match["from"] < match["to"] else None


def read_period(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "la semaine dernière", "earlier this month"; a year that still runs is no date."""
    groups = match.groupdict()
    way = (groups.get("way") or "this").split()[-1]
    step = 0 if way == "this" else 1 if way.startswith(("proch", "next")) else -1
    unit = groups.get("month") or groups["unit"]
    first, last = _days(published)
    if first is None or last is None:
        return None
    if unit in ("an", "année", "year"):
        return (f"{last.year + step}", RELATIVE) if step else None
    if unit in ("mois", "month"):
        if (first.year, first.month) != (last.year, last.month):
            return None
        return _month(last, step), RELATIVE
    if first != last:
        return None
    monday = first - timedelta(days=first.weekday()) + timedelta(weeks=step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", RELATIVE


def read_ago(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "il y a deux ans", "three months ago", which are told roundly."""
    first, last = _days(published)
    if first is None or last is None:
        return None
    count = _COUNTS.get(match["count"]) or int(match["count"])
    unit = match["unit"].rstrip("s")
    if unit in ("an", "année", "year"):
        return f"{last.year - count}~", RELATIVE
    if (first.year, first.month) != (last.year, last.month):
        return None
    if unit in ("moi", "month"):
        return f"{_month(last, -count)}~", RELATIVE
    if first != last:
        return None
    back = first - timedelta(weeks=count) if unit.startswith(("sem", "week")) else None
    if back is not None:
        return f"{back.year}-{back.month:02}~", RELATIVE
    return (first - timedelta(days=count)).isoformat(), RELATIVE


def read_season(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "cet été", "last summer", "à l'automne 2023"."""
    season = _SEASONS[match["season"]]
    if match["year"]:
        return f"{match['year']}-{season}", ()
    _, last = _days(published)
    if last is None or not (match["this"] or match["last"]):
        return None
    begins = (season - 20) * 3
    if match["last"]:
        # The last one that is over.
        return f"{last.year - (last.month < begins + 3)}-{season}", RELATIVE
    # "Cet été" is the nearest one, past or to come.
    year = last.year - (begins + 1 - last.month > 6) + (last.month - begins - 1 > 6)
    return f"{year}-{season}", RELATIVE


def read_end_of_year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "fin de l'année", "the end of 2025" as a few months."""
    months = {"début": (1, 3), "start": (1, 3), "beginning": (1, 3), "mi": (5, 8),
              "milieu": (5, 8), "middle": (5, 8)}  # fmt: skip
    first, last = months.get(match["part"], (10, 12))
    _, day = _days(published)
    if match["year"] is None and day is None:
        return None
    year = match["year"] or f"{day.year if day else 0}"
    written = f"{year}-{first:02}~/{year}-{last:02}~"
    return written, () if match["year"] else RELATIVE


def _days(published: Edtf | None) -> tuple[date | None, date | None]:
    return (None, None) if published is None else (published.earliest, published.latest)


def _month(day: date, step: int) -> str:
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
