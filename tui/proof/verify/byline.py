"""What an article says about itself: its title, who published it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.model.dates import DateError, Edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STAMP = re.compile(r"\bdate\s+(\d{4}(?:-\d{2}){0,2})\b|\b(\d{1,2})/(\d{2})/(\d{4})\b")
_STAMPED = 600
_TITLE = 120
_SHORT = 90
"""Most letters of a line that tells about the article instead of being part of it."""
_FEW = 5
"""Words that a line with a full stop may have and be no sentence: "5 juin 2024."."""
_HEAD, _FOOT = 8, 3
"""Lines at either end of an article in which it tells about itself."""

_TELLS_OF_ITSELF = re.compile(
    r"^(?:publi[ée]|mis (?:à jour|en ligne)|modifié|posté|published|updated|posted"
    r"|source|©|\(c\))",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"^(?:aller au contenu|passer au contenu|skip to|menu\b|accueil\b|home\b|close\b|fermer\b"
    r"|partager\b|share\b|s.abonner|subscribe|se connecter|log in|sign in|lire aussi|read more)",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\((Reuters|AFP|AP|Bloomberg|dpa|EFE|Xinhua)\)|\b(?:avec|with) (Reuters|AFP|AP)\b"
)
_OUTLETS = (
    "Reuters", "AFP", "Associated Press", "Bloomberg", "Financial Times", "The Wall Street Journal",
    "Wall Street Journal", "The New York Times", "New York Times", "The Washington Post",
    "The Guardian", "The Economist", "The Information", "The Verge", "BBC", "CNBC", "CNN", "Forbes",
    "Fortune", "Axios", "Politico", "TechCrunch", "Wired", "Business Insider", "Nikkei",
    "Le Monde", "Le Figaro", "Les Échos", "Les Echos", "Libération", "La Tribune", "L'Express",
    "Le Point", "L'Usine nouvelle", "L'Usine Nouvelle", "Le Parisien", "Challenges", "Capital",
    "Ouest-France", "La Croix", "Boursorama", "Zonebourse", "BFM Business", "BFMTV", "franceinfo",
    "France Info", "Siècle Digital", "Numerama", "Maddyness", "Usine Digitale",
)  # fmt: skip


class Byline(NamedTuple):
    """What was found; empty or `None` where the article does not say it."""

    title: str
    publisher: str
    published: Edtf | None


def read_byline(text: str, language: str, outlets: Iterable[str] = ()) -> Byline:
    """Find what an article says about itself.

    Args:
        text: The article.
        language: `fr` or `en`.
        outlets: Names of publishers that are known besides the usual ones.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if line]
    names = sorted({*outlets, *_OUTLETS} - {""}, key=lambda name: (-len(name), name))
    short = [line for line in _ends(lines) if len(line) <= _SHORT and not _is_sentence(line)]
    dateline = [line for line in short if _tells(line, language, names)]
    published = stamp(text) or next(filter(None, (_day(line, language) for line in dateline)), None)
    return Byline(_title(lines, set(dateline)), _publisher(text, dateline, names), published)


def _ends(lines: Sequence[str]) -> Sequence[str]:
    return [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _FOOT) :]]


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "?", "!", ":")) and len(line.split()) > _FEW


def _tells(line: str, language: str, names: Sequence[str]) -> bool:
    """Whether a line tells about the article: a name of a publisher or a date, and little else."""
    rest = line
    day = _day_span(line, language)
    if day is not None:
        rest = f"{line[: day[0]]} {line[day[1] :]}"
    name = _named(rest, names)
    if name:
        rest = rest.replace(name, " ")
    if day is None and not name:
        return False
    words = re.findall(r"[^\W\d_]{3,}", rest)
    return len(words) <= 4 or (_TELLS_OF_ITSELF.match(line) is not None and len(words) <= 8)


def _named(line: str, names: Sequence[str]) -> str:
    for name in names:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line):
            return name
    return ""


def _day_span(line: str, language: str) -> tuple[int, int, Edtf] | None:
    """The first whole date of a line."""
    from tui.proof.extract import find_mentions

    for mention in find_mentions(line, language=language):
        if mention.date is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", mention.date.text):
            return mention.start, mention.end, mention.date
    return None


def _day(line: str, language: str) -> Edtf | None:
    found = _day_span(line, language)
    return found[2] if found else None


def stamp(text: str) -> Edtf | None:
    """The date in figures that an article carries near its start, where it carries one."""
    match = _STAMP.search(text, 0, _STAMPED)
    if match is None:
        return None
    written = match[1] or f"{match[4]}-{match[3]}-{int(match[2]):02}"
    try:
        return Edtf.parse(written)
    except DateError:
        return None


def _publisher(text: str, dateline: Sequence[str], names: Sequence[str]) -> str:
    for line in dateline:
        if name := _named(line, names):
            return name
    agency = _AGENCY.search(text, 0, _STAMPED)
    return (agency[1] or agency[2]) if agency else ""


def _title(lines: Sequence[str], dateline: set[str]) -> str:
    """The first line that reads like one, at most 120 characters."""
    for line in lines:
        words = re.sub(r"^date\s+[\d-]+\s+", "", line)
        if len(words) > 12 and line not in dateline and not _NAVIGATION.match(words):
            if len(words) <= _TITLE:
                return words
            return words[: _TITLE - 1].rsplit(" ", 1)[0] + " …"
    return ""
