"""Patterns of what stands beside numbers, made of the words of `tui.language`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tui.language import bounds
from tui.language.lazy_pattern import Pattern, by_language
from tui.language.scales import ABBREVIATIONS, SCALES
from tui.language.units import GLUED_PERCENT, PERCENT, POINTS, UNITS
from tui.language.vocabulary import S, as_pattern, spellings

if TYPE_CHECKING:
    from tui.language.bounds import Bound
    from tui.language.scales import Scale
    from tui.language.vocabulary import Table

_ARTICLE = {
    "fr": rf"(?:les?{S}+|des?{S}+)?(?:quelque{S}+)?",
    "en": rf"(?:(?:the|an?){S}+)?"
    rf"(?:(?:another|additional|extra|further|combined|total(?:{S}+of)?){S}+)?",
}
_ABOUT_A_THING = Pattern(
    rf"(?:over|above|beyond|under|below|short{S}+of){S}+(?:the|an?){S}+$"
    rf"|(?:su(?:ing|ed?|es)|disputes?|row|fight|fighting|clash\w*|battle|feud\w*|talks|lawsuits?|wrangl\w+"
    rf"|probed?|charged|scandal|trial){S}+over{S}+$",
    re.IGNORECASE,
)
"""No bound: "talks over a £1.6bn purchase", "above the $3bn expected"."""
_PUSHED = Pattern(
    r"(?<!\w)(?:push|driv|drove|t[ao]k(?:e|ing)|bring|brought|edg|inch|creep|crept|mov|went|go(?:es|ing)?\b)"
    r"[^.;:,\d]{0,40}$"
)
"""Before "up to" a way that ends there, not a bound: "pushing the deficit up to 5.2 percent"."""
_BACK = 48
"""Code points before a number in which a bound word may begin."""
_LINK_WORDS = {
    "fr": frozenset(("de", "d", "à", "a", "le", "les", "des", "la", "au", "aux", "en")),
    "en": frozenset(
        ("a", "an", "the", "another", "additional", "extra", "further", "combined", "total", "of")
    ),
}
"""What may stand between the last word of a bound and the number."""
_OPENING = '([«“"—–'
_LONGEST = 32


def _sides(table: Table[Bound], language: str) -> str:
    """The words of a table, those of each entry in a group of its own."""
    return "|".join(
        f"(?P<b{at}>{as_pattern(entry.words)})"
        for at, entry in enumerate(table.entries)
        if entry.belongs_to(language)
    )


def _side(table: Table[Bound], match: re.Match[str]) -> Bound:
    """What the words say that an expression made by `_sides` found."""
    return table.entries[int((match.lastgroup or "b0")[1:])].meaning


def _before(language: str) -> str:
    words = _sides(bounds.BEFORE, language)
    return rf"(?<!\w)(?:{words})(?:{S}+|(?<=[’'~≈])){_ARTICLE[language]}$"


def _after(language: str) -> str:
    return rf"{S}+(?:{_sides(bounds.AFTER, language)})(?![\w])|(?P<plus>\+(?!\d)|-plus(?!\w))"


_BOUND_BEFORE = by_language(_before)
_BOUND_AFTER = by_language(_after, re.IGNORECASE)


def bound_before(low: str, start: int, language: str) -> tuple[int, Bound] | None:
    """Where the bound words begin that end at a place, and what they mean.

    Args:
        low: The text in lower case.
        start: Where the number or its sign begins.
        language: `fr` or `en`.
    """
    last = low[max(0, start - _LONGEST) : start].replace("’", "'").split()
    if not last or not _ends_a_bound(last, language):
        return None
    begin = max(0, start - _BACK)
    found = _BOUND_BEFORE[language].search(low, begin, start)
    if found is None or _ABOUT_A_THING.search(low, begin, start):
        return None
    if found[0].startswith("up") and _PUSHED.search(low, max(0, found.start() - 60), found.start()):
        return None
    return found.start(), _side(bounds.BEFORE, found)


def bound_after(text: str, end: int, language: str) -> tuple[int, Bound] | None:
    """Where the bound words end that follow a figure, and what they mean."""
    found = _BOUND_AFTER[language].match(text, end)
    if found is None:
        return None
    return found.end(), bounds.MINIMUM if found["plus"] else _side(bounds.AFTER, found)


@cache
def _last_words(language: str) -> tuple[str, ...]:
    """How the last words of bounds begin: most numbers have none of them before."""
    words = []
    for entry in bounds.BEFORE.of(language):
        for phrase in spellings(entry.words):
            last = phrase.replace("'", " ").replace("-", " ").replace(",", "").split()
            while last and last[-1] in _LINK_WORDS[language]:
                last.pop()
            words += last[-1:]
    shortest: list[str] = []
    for word in sorted(words):
        if not (shortest and word.startswith(shortest[-1])):
            shortest.append(word)
    return tuple(shortest)


def _ends_a_bound(words: list[str], language: str) -> bool:
    """Whether words may be the end of a bound, which is far quicker to say than which one."""
    bound, link = _last_words(language), _LINK_WORDS[language]
    for word in reversed(words):
        last = word.rstrip("'").rpartition("'")[2].lstrip(_OPENING).rpartition("-")[2]
        if last.startswith(bound) or "jusqu'" in word:
            return True
        if last not in link:
            return False
    return True


UNIT_AFTER = Pattern(
    lambda: rf"{S}*-?(?:de{S}+|d[’']|of{S}+)?(?P<unit>{UNITS.pattern('')})(?![\w])"
)
GRAND = Pattern(
    rf"{S}grand(?=[,;:.!?)”’\"']|$|{S}(?:an?|each|per|for|in|to|on|from|of|and|or|cash|worth|more|less)(?!\w))"
)
"""A thousand pounds or dollars, as people say; "three grand pianos" are none."""


def _percent() -> str:
    signs = "|".join(as_pattern(entry.words) for entry in PERCENT.entries)
    points = "|".join(as_pattern(entry.words) for entry in POINTS.entries)
    return (
        rf"{S}*(?:(?:{signs})(?:(?<!\w)|(?!\w))|(?<=\d){GLUED_PERCENT}\b)"
        rf"|{S}+(?:(?P<points>(?:{points})(?!\w))|(?P<bare>points?\b(?!{S}+de{S}+base)))"
    )


PERCENT_AFTER = Pattern(_percent, re.IGNORECASE)


def unit_of(match: re.Match[str]) -> str:
    """The symbol of a physical unit, of a match of `UNIT_AFTER`."""
    unit = UNITS.read(match["unit"], "")
    return unit.symbol if unit else ""


def scale_of(written: str, language: str) -> Scale | None:
    """What a scale in words means."""
    return SCALES.read(written, language)


def abbreviated_scale(written: str) -> Scale:
    """What a scale written short means; it must be one of `ABBREVIATIONS`."""
    return ABBREVIATIONS.signs("")[written]


SCALE_SHORT = {3: "k", 6: "M", 9: "bn", 12: "tn"}
TEN = Decimal(10)
