"""Periods of accounts told by their months: "the six months to June", "les trois premiers mois"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures.calendar import MONTHS
from tui.language.vocabulary import S
from tui.proof.extract.dates.relative_periods import NO_SUM, RELATIVE, Read

if TYPE_CHECKING:
    import re
    from datetime import date

    from tui.model.dates import Edtf

_MONTHS = {language: "|".join(MONTHS.words(language)) for language in ("fr", "en")}
_Y = rf"(?P<year>(?:19|20)\d\d)(?![\d%€$])(?![.,–-]\d){NO_SUM}"
_LAST_YEAR = {
    "fr": rf"(?P<of>l[’']an(?:née)?{S}+(?:derni(?:er|ère)|passée?))",
    "en": rf"(?P<of>(?:last|this){S}+year)",
}
_OF_YEAR = {
    "fr": rf"(?:de{S}+|d[’'])?(?:(?:l[’']année{S}+|l[’']exercice{S}+)?{_Y}|{_LAST_YEAR['fr']})",
    "en": rf"(?:of{S}+|in{S}+)?(?:{_Y}|{_LAST_YEAR['en']})",
}
ACCOUNTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "fr": (
        ("edge-of-year", "span", rf"(?P<which>premier|dernier){S}+(?P<span>trimestre|semestre)"
                         rf"{S}+{_OF_YEAR['fr']}"),
        ("edge-of-year", "word", rf"(?P<count>trois|six|neuf|3|6|9){S}+(?P<which>premiers|derniers)"
                         rf"{S}+mois{S}+{_OF_YEAR['fr']}"),
        ("months-to", "word", rf"(?P<count>trois|six|neuf|douze|3|6|9|12){S}+mois{S}+"
                      rf"(?:clos|achevés|terminés|arrêtés){S}+(?:à{S}+|au{S}+|en{S}+|le{S}+|fin{S}+"
                      rf"|la{S}+|\d\d?{S}+)*(?P<month>{_MONTHS['fr']})(?:{S}+{_Y})?"),
        ("months-of", "month", rf"(?P<from>{_MONTHS['fr']})[-–](?P<month>{_MONTHS['fr']})"
                      rf"(?:{S}+{_Y})?"),
        ("next-quarter", "span", rf"trimestre{S}+(?P<last>dernier|passé|écoulé|prochain)"),
    ),
    "en": (
        ("edge-of-year", "span", rf"(?P<which>opening|final|closing|last){S}+(?P<span>quarter|half)"
                         rf"{S}+{_OF_YEAR['en']}"),
        ("edge-of-year", "word", rf"(?P<which>first|opening|last|final|closing){S}+"
                         rf"(?P<count>three|six|nine|3|6|9){S}+months{S}+{_OF_YEAR['en']}"),
        ("months-to", "word", rf"(?P<count>three|six|nine|twelve|3|6|9|12){S}+months{S}+"
                      rf"(?:(?:which{S}+)?(?:ended|ending){S}+|to{S}+)(?:the{S}+|in{S}+|on{S}+|of{S}+"
                      rf"|end(?:[-–]|{S}+)|\d\d?{S}+)*(?P<month>{_MONTHS['en']})"
                      rf"(?:{S}+\d\d?(?!\d))?(?:,?{S}+{_Y})?"),
        ("months-of", "month", rf"(?P<from>{_MONTHS['en']})(?:-to-|[-–])(?P<month>{_MONTHS['en']})"
                      rf"(?:{S}+{_Y})?"),
        ("next-quarter", "span", rf"(?P<last>last|next){S}+quarter"),
        ("short-quarter", "short-year", r"(?P<quarter>[1-4])q(?P<short>\d\d)"),
    ),
}  # fmt: skip
"""By language: the name of a form, the site that it needs, how it is written."""
SHORT_QUARTERS = ("1q", "2q", "3q", "4q")
_COUNTS = {
    "three": 3, "six": 6, "nine": 9, "twelve": 12, "trois": 3, "neuf": 9, "douze": 12,
    "trimestre": 3, "quarter": 3, "semestre": 6, "half": 6,
}  # fmt: skip
_CENTURY = 2000


def read_edge_of_year(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "the first nine months of 2023", "le dernier trimestre de l'an passé"."""
    groups = match.groupdict()
    flags: tuple[str, ...] = ()
    if groups.get("year"):
        year = int(groups["year"])
    elif published is None or published.latest is None:
        return None
    else:
        year, flags = published.latest.year - ("this" not in (groups.get("of") or "")), RELATIVE
    count = _count(groups.get("count") or groups.get("span") or "")
    opens = groups["which"].startswith(("first", "opening", "premier"))
    if groups.get("span"):
        letter = "Q" if count == _COUNTS["quarter"] else "H"
        return f"{year}-{letter}{1 if opens else 12 // count}", flags
    first = 1 if opens else 13 - count
    return _months(year, first, first + count - 1), flags


def read_months_to(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "the six months to the end of June", "les neuf mois clos fin septembre 2023"."""
    last, count = MONTHS.words(language)[match["month"]], _count(match["count"])
    year = _year_of(match, last, published)
    if year is None:
        return None
    first = last - count + 1
    flags = () if match["year"] else RELATIVE
    if first > 0:
        return _months(year, first, last), flags
    return f"{year - 1}-{first + 12:02}/{year}-{last:02}", flags


def read_months_of(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "the January-to-March quarter", "la période janvier-mars 2023"."""
    first, last = (MONTHS.words(language)[match[name]] for name in ("from", "month"))
    year = _year_of(match, last, published)
    if year is None or first >= last:
        return None
    return _months(year, first, last), () if match["year"] else RELATIVE


def read_next_quarter(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "last quarter", "le trimestre prochain": the calendar quarter before, or behind."""
    day = _last_day(published)
    if day is None:
        return None
    number = day.year * 4 + (day.month - 1) // 3
    number += 1 if match["last"] in {"next", "prochain"} else -1
    return f"{number // 4}-Q{number % 4 + 1}", RELATIVE


def read_short_quarter(match: re.Match[str], language: str, published: Edtf | None) -> Read:
    """Read "3Q22"."""
    return f"{_CENTURY + int(match['short'])}-Q{match['quarter']}", ()


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word]


def _months(year: int, first: int, last: int) -> str:
    return f"{year}-{first:02}/{year}-{last:02}"


def _year_of(match: re.Match[str], last: int, published: Edtf | None) -> int | None:
    """The year in which a period ended: where none is told, the last one by publication."""
    if match["year"]:
        return int(match["year"])
    day = _last_day(published)
    if day is None:
        return None
    return day.year if last <= day.month else day.year - 1


def _last_day(published: Edtf | None) -> date | None:
    return published.latest if published is not None else None
