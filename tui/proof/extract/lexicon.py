"""Patterns of what stands beside numbers, made of the words of `tui.language`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from tui.language.figures import bounds
from tui.language.figures.scales import ABBREVIATIONS, SCALES
from tui.language.figures.units import GLUED_PERCENT, PERCENT, POINTS, UNITS
from tui.language.lazy_pattern import Pattern, by_language
from tui.language.vocabulary import SPACES, S, as_pattern, spellings
from tui.proof.extract.search_sites import places

if TYPE_CHECKING:
    from tui.language.figures.bounds import Bound
    from tui.language.figures.scales import Scale
    from tui.language.vocabulary import Table

_MARKUP = r"[«“\"'‘*_(\[]{0,3}" + rf"{S}?" + r"[*_]{0,3}"
"""Quotation marks and emphasis that may stand between a bound and its figure."""
_ABOUT_A_THING = Pattern(
    rf"(?:over|above|beyond|under|below|short{S}+of){S}+an?{S}+$"
    rf"|(?:su(?:ing|ed?|es)|disputes?|row|fight|fighting|clash\w*|battle|feud\w*|talks|lawsuits?|wrangl\w+"
    rf"|probed?|charged|scandal|trial){S}+over{S}+$",
    re.IGNORECASE,
)
"""No bound: "talks over a £1.6bn purchase", "above a 5% threshold"."""
_A_TERM = Pattern(
    rf"(?<!\w)(?:salaires?|revenus?|pensions?|wages?|pay|income){S}(?:minimums?|minima|maximum){S}"
)
"""An adjective that makes a term is no bound: "il relève le salaire minimum de 30 %"."""
_NO_BOUND = Pattern(
    rf"(?:dépass|excéd|franchi)\w*{S}+(?:de{S}|d[’']){S}*$|(?:dépassements?|franchis(?:es?|és?|ées?|eurs?)|franchissement)(?!\w)"
)
"""By how much something was gone beyond, and nouns: "dépassé de 3 millions", "une franchise"."""
_SPATIAL = Pattern(r"(?:\w+\s)?(?:over|above|beyond|under|below|short)(?!\w)")
_PHRASAL = Pattern(
    r"(?<!\w)(?:hand|turn|sign|fork|roll|tak(?:e|en|es|ing)(?!\w)|took|carr(?:y|ied)|w[io]n(?!\w)"
    rf"|h[eo]ld(?!\w)|br(?:ing|ought))(?:s|ed|ing)?{S}+(?:(?:it|them|him|her){S}+)?over{S}+$"
)
"""Verbs that "over" belongs to, no bound: "handed over 30 million"."""
_THE = Pattern(rf"(?<!\w)the{S}+$")
_A_MARK = Pattern(rf"(?:{S}|-)(?:mark|threshold|barrier|milestone|level)s?(?!\w)")
"""What makes a bound though "the" stands before the sum: "topping the $4bn mark"."""
_A_LIMIT = Pattern(rf"(?:{S}|-)(?:limit|cap|ceiling|target|goal|quota)s?(?!\w)")
"""What is held against something else: "exceeding a 5% limit"."""
_OR_EVEN = Pattern(
    rf"[^.;:!?\n]{{0,30}}?,?{S}(?:voire|peut-être{S}même|if{S}not|or{S}even|maybe{S}even){S}"
)
"""Behind a figure what goes beyond it: "jusqu'à 3 milliards, voire 4" is no ceiling of 3."""
_PUSHED = Pattern(
    r"(?<!\w)(?:push|driv|drove|t[ao]k(?:e|ing)|bring|brought|edg|inch|creep|crept|mov|went|go(?:es|ing|ne)?\b|climb|ris(?:e|es|en|ing)\b|rose|built|build)"
    r"(?![^.;:,\d]{0,40}\bto\s[a-z]+)[^.;:,\d]{0,40}$"
)
"""Before "up to" a way that ends there, not a bound: "pushing the deficit up to 5.2 percent"."""
_BACK = 80
"""Code points before a number in which a bound word may begin."""


@cache
def _link_words(language: str) -> frozenset[str]:
    """What may stand between the last word of a bound and the number."""
    words = (word for phrase in bounds.FILLERS.words(language) for word in phrase.split("'"))
    return frozenset((*words, "", "d", "à", "a", "en", "au", "aux"))


_PARTICLES = ("over", "under", "above", "below")
"""Bounds that are as often of the verb before them."""
_SMALL = frozenset("de d à a le la les l des du un une the an of en au aux".split())
_OPENING = "([«“\"—–*_‘'"
_LONGEST = 64


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
    fillers = bounds.FILLERS.pattern(language)
    between = rf"(?:(?:{fillers})(?:{S}+|(?<=[’']))){{0,5}}"
    return rf"(?<!\w)(?:{words})(?:{S}+|(?<=[’'~≈])){between}{_MARKUP}$"


def _after(language: str) -> str:
    words = _sides(bounds.AFTER, language)
    closed = rf"(?:{S}?[»”\"'’*_)]{{1,3}})?,?"
    goes_on = rf"{S}*[\d$€£]|{S}(?:it|he|she|they|we|i)(?!\w)"
    return rf"{closed}{S}+(?:{words})(?!\w)(?!{goes_on})|(?P<plus>\+(?!\d)|-plus(?!\w))"


def _far_behind(language: str) -> str:
    words = _sides(bounds.FAR_BEHIND, language)
    return rf"{S}(?:[^\W\d][\w’'-]*{S}){{1,6}}(?:{words})(?={S}*(?:[.,;:!?)»”\"]|$|\n))"


_FAR_STEMS = ("maximum", "minimum", "au plus", "bas mot", "most", "least", "tops", "not more")
"""What every bound has in it that is told from afar."""


def far_bounds(low: str) -> list[int]:
    """Where a text may have such a bound; few have one."""
    return [start for start, _ in places(low, _FAR_STEMS, whole=False)]


_BOUND_BEFORE = by_language(_before)
_BOUND_AFTER = by_language(_after, re.IGNORECASE)
_FAR_BEHIND = by_language(_far_behind, re.IGNORECASE)


def bound_before(low: str, start: int, end: int, language: str) -> tuple[int, Bound] | None:
    """Where the bound words begin that end at a place, and what they mean.

    Args:
        low: The text in lower case.
        start: Where the number or its sign begins.
        end: Where the figure ends.
        language: `fr` or `en`.
    """
    last = low[max(0, start - _LONGEST) : start].replace("’", "'").split()
    if not last or not _ends_a_bound(last, language):
        return None
    begin = max(0, start - _BACK)
    found = _BOUND_BEFORE[language].search(low, begin, start)
    if found is None:
        return None
    if found[0].startswith(_PARTICLES):
        # "Will hand over a maximum of 4 million": the nearer words bound it.
        found = _BOUND_BEFORE[language].search(low, found.start() + 1, start) or found
    if _SPATIAL.match(found[0]) and _ABOUT_A_THING.search(
        low, max(begin, found.start() - 12), start
    ):
        return None
    if found[0].startswith("up") and _PUSHED.search(low, max(0, found.start() - 60), found.start()):
        return None
    if "over" in found[0] and _PHRASAL.search(low, max(0, found.start() - 24), start):
        return None
    if _NO_BOUND.match(found[0]):
        return None
    if _A_TERM.search(low, max(0, found.start() - 16), found.end()):
        return None
    bound = _side(bounds.BEFORE, found)
    if bound.side == "maximum" and _OR_EVEN.match(low, end):
        return None
    if bound.side.startswith("exclusive") and language == "en":
        named = _THE.search(low, begin, start) is not None
        if (named and not _A_MARK.match(low, end)) or _A_LIMIT.match(low, end):
            # "less than the 30% it wanted", "exceeding the 5% limit" tell what it is held against.
            return None
    return found.start(), bound


_MAY_PRECEDE_A_BOUND = frozenset((*SPACES, *",+-»”\"'’*_)"))


def bound_after(text: str, end: int, language: str) -> tuple[int, Bound] | None:
    """Where the bound words end that follow a figure, and what they mean."""
    if text[end : end + 1] not in _MAY_PRECEDE_A_BOUND:
        return None
    found = _BOUND_AFTER[language].match(text, end)
    if found is None:
        return None
    return found.end(), bounds.MINIMUM if found["plus"] else _side(bounds.AFTER, found)


def bound_far_behind(text: str, end: int, stop: int, language: str) -> Bound | None:
    """What bounds a figure over a few words: "4 milliards sur dix ans au maximum".

    Args:
        text: The text.
        end: Where the figure ends.
        stop: Where the next figure begins.
        language: `fr` or `en`.
    """
    found = _FAR_BEHIND[language].match(text, end, stop)
    return _side(bounds.FAR_BEHIND, found) if found else None


@cache
def _last_words(language: str) -> tuple[str, ...]:
    """How the last words of bounds begin: most numbers have none of them before."""
    words = []
    for entry in bounds.BEFORE.of(language):
        for phrase in spellings(entry.words):
            last = phrase.replace("'", " ").replace("-", " ").replace(",", "").split()
            while last and last[-1] in _SMALL:
                last.pop()
            words += last[-1:]
    shortest: list[str] = []
    for word in sorted(words):
        if not (shortest and word.startswith(shortest[-1])):
            shortest.append(word)
    return tuple(shortest)


def _ends_a_bound(words: list[str], language: str) -> bool:
    """Whether words may be the end of a bound, which is far quicker to say than which one."""
    bound, link = _last_words(language), _link_words(language)
    for word in reversed(words):
        last = word
        if not word.isalpha():
            if "jusqu'" in word:
                return True
            last = word.rstrip("'").rpartition("'")[2].lstrip(_OPENING)
            if last.rpartition("-")[2].startswith(bound):
                return True
        if last.startswith(bound):
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
