"""Bounds that stand farther off than right beside a figure: "at the very least, it paid 4 M"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.figures import far_bounds
from tui.language.plain_words import Phrases
from tui.proof.claim.figures.found import BACK, FIGURES, QUOTES, Found, phrases_before

if TYPE_CHECKING:
    from tui.language.figures.far_bounds import Side
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_SLACK = 2
"""Unknown words, adjectives and nouns, that may stand between it and the figure."""
_AHEAD = 8
"""Words behind a figure within its clause among which what tells it may stand."""
_BOUND_BEFORE: Phrases[Side] = Phrases(far_bounds.BEFORE)
_BOUND_AFTER: Phrases[Side] = Phrases(far_bounds.AFTER)
_NO_BOUND: Phrases[str] = Phrases({"none": far_bounds.NOT_A_BOUND})
_SURE = 3
"""Words from which a bound is told from others wherever it stands: "at the very least"."""


def bound_of(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """What bounds or blurs a figure beyond the words that were read with it.

    Args:
        sentence: The sentence.
        clauses: Its clauses.
        at: The number of the figure among its words.
    """
    return (
        _bound_before(sentence, at)
        or _bound_in_front(sentence, at)
        or _capped(sentence, clauses, at)
        or _bound_over_aside(sentence, at)
        or _margin(sentence, at)
        or _bound_after(sentence, clauses, at)
        or _hedged(sentence, at)
    )


def _bound_before(sentence: Sentence, at: int) -> Found | None:
    low = sentence.low
    for first, length, side in phrases_before(sentence, at, _BOUND_BEFORE):
        if _NO_BOUND.at(low, first) is not None:
            continue
        last = first + length
        between = sentence.words[last:at]
        if any(word.kind in FIGURES or sentence.source[word.start].isupper() for word in between):
            continue
        unknown = [
            word for word in between
            if word.low not in far_bounds.INTENSIFYING and word.low not in QUOTES
        ]  # fmt: skip
        lone = length == 1 and low[first] in far_bounds.LONE
        if lone and (unknown or not between):
            continue
        if len(unknown) > _SLACK or any(
            word.low in clause_words.PREPOSITIONS or word.low in clause_words.ENGLISH_AUXILIARIES
            for word in unknown
        ):
            continue
        if low[first] in {"up", "limit", "over"} and first and low[first - 1] in _MOVING_UP:
            continue
        if low[first] in {"le", "la"} and low[first - 1 : first] in (["sous"], ["frole"]):
            continue  # "Sous la barre des 4 millions": the longer phrase bounds it.
        return Found(side, first, last)
    return None


def _bound_in_front(sentence: Sentence, at: int) -> Found | None:
    """Find a bound that opens the sentence: "Au plus, Nordwind versera 4 millions"."""
    low = sentence.low
    if "," not in low[:at] or any(word.kind == "figure" for word in sentence.words[:at]):
        return None
    comma = low.index(",")
    first = 1 if low[0] in {"tout", *QUOTES} else 0
    phrase = _BOUND_BEFORE.at(low, first) or _BOUND_AFTER.at(low, first)
    if phrase is not None and first + phrase[0] == comma:
        return Found(phrase[1], first, comma)
    return None


def _capped(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a verb that caps at a figure: "capped what it will pay at 4 million"."""
    low = sentence.low
    if not at or low[at - 1] not in {"at", "to", "\u00e0"}:
        return None
    for number in range(at - 2, -1, -1):
        if sentence.words[number].kind == "figure":
            return None
        if low[number].startswith(("capped", "capping", "caps", "limit", "plafonn")):
            return Found("maximum", number, number + 1)
    return None


def _bound_over_aside(sentence: Sentence, at: int) -> Found | None:
    """Find a bound with an aside behind it: "jusqu'à, excusez du peu, 4 milliards"."""
    low = sentence.low
    last = at - 1
    while last >= 0 and (low[last] in QUOTES or low[last] in {"\u00e0", "et", "and", "de", "d'"}):
        last -= 1
    if last < 0 or low[last] != ",":
        return None
    first = next(
        (number for number in range(last - 1, max(-1, last - BACK), -1) if low[number] == ","), -1
    )
    if first <= 0:
        return None
    aside = _BOUND_BEFORE.at(low, first + 1)
    if aside is not None and first + 1 + aside[0] == last:
        return Found(aside[1], first + 1, last)  # "à Kestrel, au mieux, 4 milliards"
    told = [*low[max(0, first - BACK) : first], *low[last + 1 : at]]
    if told[-1:] in (["et"], ["and"]) and {"entre", "between"} & {*told[-4:]}:
        return Found("maximum", max(0, first - 2), at)
    for start in range(len(told)):
        phrase = _BOUND_BEFORE.at(told, start)
        if phrase is None or not far_bounds.INTENSIFYING.issuperset(told[start + phrase[0] :]):
            continue
        return Found(phrase[1], max(0, first - len(told)), at)
    return None


def _margin(sentence: Sentence, at: int) -> Found | None:
    """Find what a figure may be off by: "give or take a million", "à un million près"."""
    low = sentence.low
    for number in range(at + 1, min(len(low), at + 1 + _AHEAD)):
        if low[number : number + 3] == ["give", "or", "take"]:
            return Found("about", number, number + 3)
        if low[number] != "pres" or low[number + 1 : number + 2] in (["de"], ["d'"], ["du"]):
            continue
        if not {"\u00e0", "a"}.isdisjoint(low[at + 1 : number]):
            return Found("about", at + 1, number + 1)
    return None


_MOVING_UP = frozenset(
    """
    gone went moved climbed risen crept pushed pushing drove driven taking took bringing brought
    brings edged
    """.split()
)


def _hedged(sentence: Sentence, at: int) -> Found | None:
    """Find what may be more or less: "4 million, and potentially a good deal more"."""
    low = sentence.low
    first = at + 1
    while low[first : first + 1] and low[first] in _JOINING:
        first += 1
    hedges = 0
    for number in range(first, min(len(low), first + _HEDGED_REACH)):
        if low[number] in far_bounds.HEDGES:
            hedges += 1
        elif low[number] in far_bounds.FURTHER and hedges:
            compared = low[number + 1 : number + 2] in (["than"], ["que"], ["qu'"])
            pointing = low[number + 2 : number + 3] in (["that"], ["cela"], ["ca"])
            side = far_bounds.FURTHER[low[number]]
            return Found(side, first, number + 1) if pointing or not compared else None
        elif low[number] not in far_bounds.DEGREES:
            return None
    return None


_JOINING = frozenset({",", "(", "-", "\u2013", "\u2014", "and", "et", "or", "ou"})
_HEDGED_REACH = 8
"""Words of "and potentially a good deal more"."""


def _bound_after(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    low, words = sentence.low, sentence.words
    clause = clauses.of[at]
    for first in range(at + 1, len(low)):
        word = words[first]
        if word.kind == "figure":
            break
        phrase = _BOUND_AFTER.at(low, first)
        if phrase is None:
            continue
        kind = clauses.all[clauses.of[first]].kind
        apart = clauses.of[first] != clause and kind in {"relative", "aside-relative", "complement"}
        if phrase[0] < _SURE and (apart or first > at + _AHEAD):
            continue
        last = first + phrase[0]
        following = words[last] if last < len(words) else None
        if following is not None and (
            following.kind in FIGURES
            or following.low in _SMALL_NUMBERS
            or following.low in {"of", "de", "d'"}
        ):
            continue
        if phrase[0] == 1 and low[first] in {"tops", "max", "mini", "maxi"} and first > at + 2:
            continue
        if (
            phrase[0] == 1
            and low[first] in {"roughly", "approximately", "environ"}
            and (following is not None and following.kind == "word")
        ):
            continue
        return Found(phrase[1], first, last)
    return None


_SMALL_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten twelve a an un une deux trois quatre cinq six
    sept huit neuf dix quinze vingt trente
    """.split()
)
