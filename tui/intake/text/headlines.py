"""What the first and last lines of a text say of it: headline, date, author, publisher."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from tui.intake.text.dates_written import find_day
from tui.intake.web.authors import names_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = 12
"""Lines at the start among which a text tells of itself."""
_SHORT = 120
"""Letters of a line that tells of the text rather than being part of it."""
_BY = re.compile(r"^(?:by|par|von|por|di|door|av)\s+(?=[^\W\d_])", re.IGNORECASE)
_NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][^\W\d_]+(?:-[^\W\d_]+)?(?:\s(?:de|van|von|der|den|da|di|le|la|du|ben|bin|al|el|[A-Z]\.|"
    r"[^\W\d_a-zà-ÿ][^\W\d_’']*(?:[’'-][^\W\d_]+)?)){1,4}"
)
_NO_NAME = re.compile(
    r"\b(?:press|release|news|communiqué|bulletin|rapport|report|abstract|introduction|summary|résumé|chapter|"
    r"united|new york|page|article|edition|group|inc|ltd|gmbh|times|post|daily|weekly|journal"
    r"|gazette|register)\b",
    re.IGNORECASE,
)


class Headlines(NamedTuple):
    """What was found; empty where the text does not say it."""

    title: str
    published: str
    author: str
    publisher: str


def read_headlines(text: str, language: str, outlets: Iterable[str] = ()) -> Headlines:
    """Find what a text says of itself in its first lines.

    Args:
        text: The text.
        language: Its language, ISO 639-1.
        outlets: Names of publishers that are known besides the usual ones.
    """
    from tui.proof.verify.byline import read_byline

    found = read_byline(text, "fr" if language == "fr" else "en", outlets)
    lines = [" ".join(line.split()) for line in text[:8000].splitlines() if line.strip()][:_HEAD]
    published = str(found.published) if found.published else _day(lines, found.title)
    author = _author(lines) or _name_below(lines, found.title, found.publisher)
    return Headlines(found.title, published, author, found.publisher)


def _day(lines: list[str], title: str) -> str:
    """A date in a short line before the text begins, in any language."""
    for line in lines:
        if len(line) > _SHORT:
            break
        if line == title:
            continue
        day = find_day(line)
        if day is not None:
            rest = line[: day[0]] + line[day[1] :]
            words = [word for word in rest.split() if any(letter.isalpha() for letter in word)]
            if len(words) <= 10 and not line.endswith("."):
                return day[2]
    return ""


def _author(lines: list[str]) -> str:
    for line in lines:
        if len(line) <= _SHORT and _BY.match(line) and not line.endswith("."):
            day = find_day(line)
            names = names_in([line[: day[0]] if day else line])
            # "By the end of the year" names nobody.
            names = [name for name in names if name[:1].isupper()]
            if names:
                return ", ".join(names)
    return ""


def _name_below(lines: list[str], title: str, publisher: str) -> str:
    """A name that stands alone on the line below the headline."""
    for line, following in itertools.pairwise(lines):
        if line == title:
            alone = _NAME.fullmatch(following) and not _NO_NAME.search(following)
            return following if alone and following != publisher else ""
    return ""
