"""Weeks, months, seasons, years told from the day of publication: "last week", "il y a un an"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui.language.figures.calendar import SEASONS
from tui.language.figures.numbers import NUMBERS
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S

if TYPE_CHECKING:
    from tui.model.dates import Edtf

_COUNTED = (
    rf"{S}?[€$£¥%]|{S}(?:euro|dollar|livre|pound|yen|yuan|franc|roupi|rupee|rou?ble|won|peso|dirham"
    r"|dinar|couronne|crown|kron|zlot|forint|baht|rand|riyal|shekel|usd|eur|gbp|chf|milli|billi|md|bn"
    r"|personnes|salariés|emplois|postes|habitants|clients|people|employees|workers|jobs|staff"
    r"|customers|pages|km|mètres|met|tonnes|tons|mw|gw|h(?:eures|ours)|kilom|miles)"
)
NO_SUM = (
    rf"(?!{_COUNTED})"
    rf"(?!(?:{S}(?:à|et|ou|to|and|or){S}|{S}?[-–]{S}?)(?:\d{{4}}|\d\d{S}\d{{3}})(?:{_COUNTED}))"
)
"""Behind four digits: that they are a year, neither a sum nor a number of people or things."""
_YEAR = rf"(?:19|20)\d\d(?![\d%€$])(?![.,]\d){NO_SUM}"
_COUNT = {
    "fr": rf"(?P<count>{NUMBERS.pattern('fr')}|\d{{1,2}})",
    "en": rf"(?P<count>an?|{NUMBERS.pattern('en')}|\d{{1,2}})",
}
_SEASON = {
    language: f"(?P<season>{'|'.join(SEASONS.words(language))})" for language in ("fr", "en")
}
_WAYS = r"derni(?:er|ère)|passée?|écoulée?|prochaine?"
_WAY = rf"(?P<way>{_WAYS})"
PERIODS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "fr": (
        ("years", "year", rf"(?:entre|de){S}+(?P<from>{_YEAR}){S}+(?:et|à){S}+(?P<to>{_YEAR})"),
        ("season-years", "year", r"(?<![$€£])(?P<from>(?:19|20)\d\d)[-/–]"
                               rf"(?P<to>(?:19|20)?\d\d)(?![\w/-]){NO_SUM}"),
        ("end-of-year", "word", rf"(?:(?P<part>début|mi|milieu|fin)(?:-|{S}+)(?:de{S}+|du{S}+)?)"
                                rf"l[’']an(?:née)?{S}+(?P<of>{_WAYS})"),
        ("period", "word", rf"(?:l[’']|la{S}+|le{S}+)(?P<unit>an|année|semaine|mois){S}+{_WAY}"),
        ("period", "word", rf"(?:cette{S}+(?P<unit>semaine)|ce{S}+(?P<month>mois)-ci)(?!-là)"),
        ("ago", "word", rf"il{S}+y{S}+a{S}+{_COUNT['fr']}{S}+"
                        rf"(?P<unit>ans?|années?|mois|semaines?|jours?)(?!{S}+et{S}+demi)"),
        ("season", "word", rf"(?:(?P<this>cet{S}+|ce{S}+|l[’'](?=été))|l[’']|le{S}+|au{S}+)"
                           rf"{_SEASON['fr']}(?:{S}+(?:(?P<last>dernier|passé)|(?P<next>prochain)"
                           rf"|(?:de{S}+)?(?P<year>{_YEAR})))?"),
        ("end-of-year", "word", rf"(?P<part>début|mi|milieu|fin)(?:-|{S}+)(?:de{S}+)?"
                                rf"(?:l[’']|d[’'])année(?!{S}+(?:dern|proch))(?:{S}+(?P<year>{_YEAR}))?"),
    ),
    "en": (
        ("years", "year", rf"(?:between|from){S}+(?P<from>{_YEAR}){S}+(?:and|to){S}+"
                          rf"(?P<to>{_YEAR})"),
        ("season-years", "year", r"(?<![$€£])(?P<from>(?:19|20)\d\d)[-/–]"
                               rf"(?P<to>(?:19|20)?\d\d)(?![\w/-]){NO_SUM}"),
        ("end-of-year", "word", rf"(?:(?:the{S}+)?(?P<part>end|start|beginning|middle){S}+of"
                                rf"|(?P<early>early|late|mid)-?){S}*"
                                rf"(?P<of>last|next|the|this){S}+year(?!{S}+(?:19|20)\d\d)"),
        ("period", "word", rf"(?P<way>last|next|(?:earlier{S}+|later{S}+)?this){S}+"
                           r"(?P<unit>year|month|week)"),
        ("ago", "word", rf"{_COUNT['en']}{S}+(?P<unit>years?|months?|weeks?|days?){S}+ago"),
        ("season", "word", rf"(?:(?P<this>this)|(?P<last>last)|(?P<next>next)|the|in|since|by){S}+"
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

_CLAUSE_END = re.compile(r"[.;:!?\n]")
_SOON = 6
"""Months ahead in which a bare month is rather to come, where the sentence tells of the future."""
_TO_COME = Pattern(
    r"(?<!\w)(?:will|won[’']t|due|scheduled|set to|expected to|plans? to"
    r"|to (?:open|close|launch|begin|start)"
    r"|prévue?s?|attendue?s?|devr(?:a|ait|ont|aient)|sera|seront|aura|auront|va|vont|doi(?:t|vent)|prochaine?s?"
    r"|[a-zà-ÿ]{2,}(?:era|eront|ira|iront))(?!\w)"
)
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
    number = match["count"]
    count = int(number) if number.isdigit() else NUMBERS.words(language).get(number, 1)
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
    season = SEASONS.words(language)[match["season"]]
    if match["year"]:
        return f"{match['year']}-{season}", ()
    _, last = _days(published)
    if last is None or not (match["this"] or match["last"] or match["next"]):
        return None
    if match["next"]:
        # The first one that is still to begin.
        return f"{last.year + (last.month >= (season - 20) * 3)}-{season}", RELATIVE
    begins = (season - 20) * 3
    if match["last"]:
        # The last one that is over.
        return f"{last.year - (last.month < begins + 3)}-{season}", RELATIVE
    # "Cet été" is the nearest one, past or to come.
    year = last.year - (begins + 1 - last.month > 6) + (last.month - begins - 1 > 6)
    return f"{year}-{season}", RELATIVE


def read_end_of_year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "fin de l'année", "the end of 2025" as a few months."""
    months = {"début": (1, 3), "start": (1, 3), "beginning": (1, 3), "early": (1, 3), "mi": (5, 8),
              "milieu": (5, 8), "middle": (5, 8), "mid": (5, 8)}  # fmt: skip
    groups = match.groupdict()
    first, last = months.get(match["part"] or groups.get("early", ""), (10, 12))
    _, day = _days(published)
    told = groups.get("year")
    if told is None and day is None:
        return None
    year = told or f"{(day.year if day else 0) + step_of(groups.get('of') or '')}"
    written = f"{year}-{first:02}~/{year}-{last:02}~"
    return written, () if told else RELATIVE


def read_season_years(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "2024-2025", "2023-24" as the two years that an accounting year or a season spans."""
    first, written = int(match["from"]), match["to"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return (f"{first}/{last}", ()) if first < last <= first + 10 else None


def step_of(told: str) -> int:
    """By how many years, weeks or days on: 1 for "next", -1 for "dernier", else 0."""
    told = told.lower()
    return (
        1 if "proch" in told or "next" in told else -1 if re.search("last|derni|pass", told) else 0
    )


def is_to_come(match: re.Match[str], months: int) -> bool:
    """Whether the words right before or after a month tell of what is to come.

    Args:
        match: The month in its text, in lower case.
        months: How many months ahead it would be; one half a year ahead is rather past.
    """
    if not 0 < months <= _SOON:
        return False
    text, (start, end) = match.string, match.span()
    before = _CLAUSE_END.split(text[max(0, start - 40) : start])[-1]
    after = _CLAUSE_END.split(text[end : end + 40])[0]
    return bool(_TO_COME.search(before) or _TO_COME.search(after))


def _days(published: Edtf | None) -> tuple[date | None, date | None]:
    return (None, None) if published is None else (published.earliest, published.latest)


def _month(day: date, step: int) -> str:
    months = day.year * 12 + day.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
