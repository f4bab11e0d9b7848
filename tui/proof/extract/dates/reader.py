"""Dates in press text, relative ones resolved against the day of publication."""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tui.language.figures.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from tui.language.figures.number_reading import read_rank
from tui.model.dates import DateError, Edtf
from tui.model.mentions import Mention
from tui.proof.extract.dates.accounting_periods import (
    read_edge_of_year,
    read_months_of,
    read_months_to,
    read_next_quarter,
    read_short_quarter,
)
from tui.proof.extract.dates.patterns import DATES, date_sites
from tui.proof.extract.dates.relative_periods import (
    RELATIVE,
    Read,
    is_to_come,
    read_ago,
    read_end_of_year,
    read_period,
    read_season,
    read_season_years,
    read_years,
    step_of,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def find_dates(
    text: str, low: str, known: frozenset[str], *, language: str, published: Edtf | None
) -> list[Mention]:
    """The dates of a text by place; what cannot be resolved is left out.

    Args:
        text: The text.
        low: The text in lower case, place by place.
        known: Its words.
        language: `fr` or `en`.
        published: When the text appeared.
    """
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    sites = date_sites(low, known, language)
    for name, site, needed, pattern in DATES[language]:
        if not sites[site] or (needed and needed.isdisjoint(known)):
            continue
        for match in pattern.around(low, sites[site]):
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


def _month_number(name: str, language: str) -> int:
    name = name.lower().rstrip(".")
    months = MONTHS.words(language)
    return months[name] if name in months else SHORT_MONTHS.words(language)[name]


def _day(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    month = _month_number(match["month"], language)
    day = 1 if match["day"].lower() == "1er" else int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02}-{day:02}", ()
    if published is None or not 1 <= day <= 31:
        return None
    near = _near(published)
    years = [near.year, near.year - 1, near.year + 1]
    weekday = match.groupdict().get("weekday")
    for year in years:
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        named = WEEKDAYS.words(language)[weekday.lower()] if weekday else None
        fits = named is None or candidate.isoweekday() == named
        if fits and candidate <= near + timedelta(days=200) and candidate >= near - timedelta(400):
            if weekday is None and candidate > near + timedelta(days=31):
                continue
            return candidate.isoformat(), RELATIVE
    return None


def _near(published: Edtf) -> date:
    """The day to reckon from: the last one on which the text may have appeared."""
    return published.latest or published.earliest or date.max


def _iso(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    return match["iso"], ()


def _slash(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    day, month = int(match["d"]), int(match["m"])
    flags: tuple[str, ...] = ()
    if month > 12 >= day:
        day, month = month, day
    elif language == "en" and day <= 12 and day != month:
        flags = ("ambiguous-date",)
    return f"{match['year']}-{month:02}-{day:02}", flags


def _month_year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    about = "~" if match["part"] else ""
    return f"{match['year']}-{_month_number(match['month'], language):02}{about}", ()


def _quarter(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    groups = match.groupdict()
    if groups.get("q"):
        part = groups["q"].upper().replace("T", "Q").replace("S", "H")
        return (f"{groups['year']}-{part}", ()) if part not in ("H3", "H4") else None
    ordinal = read_rank(groups["ordinal"].lower(), language)
    half = groups["span"].lower() in ("semestre", "half")
    if not 1 <= ordinal <= (2 if half else 4):
        return None
    letter, months = ("H", 6) if half else ("Q", 3)
    if groups["year"]:
        return f"{groups['year']}-{letter}{ordinal}", ()
    if published is None:
        return None
    near = _near(published)
    if groups.get("of"):
        return f"{near.year + step_of(groups['of'])}-{letter}{ordinal}", RELATIVE
    # A quarter without a year is the last one that had begun.
    year = near.year if (ordinal - 1) * months + 1 <= near.month else near.year - 1
    return f"{year}-{letter}{ordinal}", RELATIVE


def _this_quarter(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    letter, ordinal = match["q"][0], int(match["q"][1])
    half = letter in "sh"
    if published is None or (half and ordinal > 2):
        return None
    near = _near(published)
    year = near.year if (ordinal - 1) * (6 if half else 3) + 1 <= near.month else near.year - 1
    return f"{year}-{'H' if half else 'Q'}{ordinal}", RELATIVE


def _days(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Days of one month: "du 3 au 7 novembre", "Nov. 3-7"."""
    last = _day(match, language, published)
    first = 1 if match["from"] == "1er" else int(match["from"])
    if last is None or not 1 <= first < int(match["day"]):
        return None
    return f"{last[0][:8]}{first:02}/{last[0]}", last[1]


def _months(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Months of one year: "entre janvier et mars 2025"; without a year the last ones begun."""
    first, last = _month_number(match["from"], language), _month_number(match["month"], language)
    if first >= last or not (match["year"] or published):
        return None
    if match["year"]:
        return f"{match['year']}-{first:02}/{match['year']}-{last:02}", ()
    near = _near(published) if published else date.max
    year = near.year if first <= near.month else near.year - 1
    return f"{year}-{first:02}/{year}-{last:02}", RELATIVE


def _last_month(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    if published is None:
        return None
    near, month = _near(published), _month_number(match["month"], language)
    if match["last"].lower() in ("prochain", "next"):
        year = near.year if month > near.month else near.year + 1
    else:
        year = near.year if month < near.month else near.year - 1
    return f"{year}-{month:02}", RELATIVE


def _this_month(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    if published is None:
        return None
    near, month = _near(published), _month_number(match["month"], language)
    ahead = match[0].startswith(("d’ici", "d'ici", "by")) or is_to_come(
        match, (month - near.month) % 12
    )
    year = near.year if month <= near.month or ahead else near.year - 1
    if ahead and month < near.month:
        year += 1
    part = match[0].lower().startswith(("fin", "début", "mi", "end", "start")) or (
        "part" in match.groupdict() and (match["part"] is not None)
    )
    return f"{year}-{month:02}{'~' if part else ''}", RELATIVE


def _part_year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    part, year = match["part"].lower().rstrip("-"), int(match["year"])
    months = {"début": (1, 3), "early": (1, 3), "mi": (5, 8), "mid": (5, 8), "fin": (10, 12),
              "late": (10, 12)}  # fmt: skip
    if part not in months:
        return f"{year}", ()
    first, last = months[part]
    return f"{year}-{first:02}~/{year}-{last:02}~", ()


def _yesterday(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    if published is None or published.earliest is None:
        return None
    if published.earliest != published.latest:
        return None
    word = match["word"].lower().replace("’", "'")
    back = {"hier": 1, "yesterday": 1, "avant-hier": 2, "demain": -1, "tomorrow": -1,
            "après-demain": -2}.get(word, 2 if word.startswith("the") else 0)  # fmt: skip
    return (published.earliest - timedelta(days=back)).isoformat(), RELATIVE


def _year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    return match["year"], ()


def _weekday(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """A weekday alone is the last one, on a day of publication that is known."""
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    wanted = WEEKDAYS.words(language)[match["weekday"].lower()] - 1
    groups = match.groupdict()
    told = groups["last"] or ""
    back = (published.earliest.weekday() - wanted) % 7
    if told.endswith(("week", "dernière", "prochaine")):
        # "On Tuesday last week", "mardi de la semaine prochaine"
        back = published.earliest.weekday() - wanted - 7 * step_of(told)
    elif step_of(told) > 0:
        back -= 7
    elif told and back == 0:
        back = 7
    return (published.earliest - timedelta(days=back)).isoformat(), RELATIVE


_READERS: dict[str, Callable[[re.Match[str], str, Edtf | None], Read]] = {
    "day": _day, "iso": _iso, "slash": _slash, "month": _month_year, "quarter": _quarter,
    "this-quarter": _this_quarter, "days": _days, "months": _months,
    "last-month": _last_month, "this-month": _this_month, "part-year": _part_year,
    "yesterday": _yesterday, "year": _year, "weekday": _weekday, "years": read_years,
    "period": read_period, "ago": read_ago, "season": read_season,
    "end-of-year": read_end_of_year, "season-years": read_season_years,
    "edge-of-year": read_edge_of_year, "months-to": read_months_to, "months-of": read_months_of,
    "next-quarter": read_next_quarter, "short-quarter": read_short_quarter,
}  # fmt: skip
