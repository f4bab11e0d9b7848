"""Rates: a figure that is so much a share, a year, a head, or the average of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.figures import figure_roles as lists
from tui.language.plain_words import Phrases
from tui.proof.claim.figures.found import FIGURES, Found

if TYPE_CHECKING:
    from tui.proof.claim.words import Sentence

_EACH_OF: Phrases[str] = Phrases({"each": lists.EACH_OF})
_EACH_TIME: Phrases[str] = Phrases({"each": lists.EACH_TIME})
_AVERAGE: Phrases[str] = Phrases({"average": lists.RATE_PHRASES})
_AHEAD = 8
"""Words behind a figure within its clause among which a bound may stand."""


def rate(sentence: Sentence, at: int) -> Found | None:
    """Find what a figure is so much of: "4 dollars a share", "4 millions par an", "each"."""
    low = sentence.low
    first = at + 1
    if first < len(low) and low[first] == "(":
        while first < len(low) and low[first] != ")":
            first += 1
        first += 1
    for number in range(first, min(len(low), first + 4)):
        word = low[number]
        if sentence.words[number].kind == "figure":
            if _is_of_times(sentence, number):
                return Found("rate", number, number + 1)  # "3 million twice a year"
            break
        if (word in lists.PER or word == "du") and number + 1 < len(low):
            unit = low[number + 1]
            in_a_time = low[number - 1] in _DURING
            ordinal = unit == "second" and low[number + 2 : number + 3] not in ([], ["."], [","])
            if (
                unit in lists.UNITS_OF_RATE
                and not ordinal
                and not in_a_time
                and not _is_span(low, number)
            ):
                if word in {"the", "le", "la", "l'", "pour"} and number != first:
                    break
                return Found("rate", number, number + 2)
        if word.startswith(("a-", "per-")) and word.split("-", 1)[1] in lists.UNITS_OF_RATE:
            return Found("rate", number, number + 1)  # "The $40-a-share deal"
        if word in {"per", "par"} and _is_unit(sentence, number + 1):
            return Found("rate", number, number + 2)
        if word in lists.RATE_WORDS and number <= first + 1:
            return Found("rate", number, number + 1)
        if word in lists.EACH and number == first:
            return Found("rate", number, number + 1)
        if word in lists.RATE_ADJECTIVES and number == first:
            return Found("rate", number, number + 1)
        if sentence.words[number].kind == "sign" and word not in {"/", "-"}:
            break
    each = _for_each(sentence, first)
    if each is not None:
        return each
    for number in range(at - 1, max(-1, at - 6), -1):
        word = low[number]
        if word in lists.RATE_ADJECTIVES | lists.RATE_WORDS and _is_periodical(sentence, number):
            break
        if word in lists.RATE_ADJECTIVES or (word in lists.RATE_WORDS and number >= at - 2):
            return Found("rate", number, number + 1)
        if (
            word in {"each", "every", "chaque"}
            and low[number + 1 : number + 2]
            and (low[number + 1] in lists.UNITS_OF_RATE)
        ):
            return Found("rate", number, number + 2)
        if sentence.words[number].kind in FIGURES:
            break
    return _averaged(sentence, at) or _each_at_head(sentence, at)


def _is_periodical(sentence: Sentence, at: int) -> bool:
    """Whether "weekly" is a paper, not how often a sum is paid: "buys the Flemish weekly Kestrel".

    A name or a noun for a paper stands behind it, or the noun phrase ends with it.
    """
    low = sentence.low
    if low[at] not in lists.PERIODICALS or at + 1 >= len(low):
        return False
    if sentence.is_capital(at + 1) or low[at + 1] in lists.PAPERS or low[at - 1] in lists.PAPERS:
        return True
    ended = low[at + 1] in clause_words.PREPOSITIONS or sentence.words[at + 1].kind == "sign"
    return ended and any(
        low[number] in clause_words.DETERMINERS - clause_words.OF
        for number in range(max(0, at - _ADJECTIVES), at)
    )


_ADJECTIVES = 2
"""Words from a determiner to the noun for a paper: "the Flemish weekly"."""


def _is_of_times(sentence: Sentence, at: int) -> bool:
    """Whether a figure counts the times in a year: "deux fois l'an"."""
    mention = sentence.words[at].mention
    times = mention is not None and mention.text.endswith(("fois", "times"))
    behind = sentence.low[at + 1 : at + 3]
    return (
        times and len(behind) > 1 and behind[0] in lists.PER and (behind[1] in lists.UNITS_OF_RATE)
    )


_FOR_EACH_REACH = 7
"""Words behind a sum to "for each": "2 million from Nordwind for each ship"."""


def _for_each(sentence: Sentence, first: int) -> Found | None:
    """Find what a sum is paid for again and again: "2 million from Nordwind for each ship"."""
    low = sentence.low
    for number in range(first, min(len(low) - 1, first + _FOR_EACH_REACH)):
        if sentence.words[number].kind == "figure" or low[number] in {",", ";", "("}:
            return None
        if low[number] in {"for", "pour", "par"} and low[number + 1] in {"each", "every", "chaque"}:
            return Found("rate", number, number + 2)
    return None


_NO_UNITS = clause_words.DETERMINERS | clause_words.PREPOSITIONS | clause_words.PRONOUNS
_EACH_REACH = 6
"""Words from "each of which" to its figure."""


def _is_unit(sentence: Sentence, at: int) -> bool:
    """Whether what follows "per" or "par" is a common noun alone: "par tranche", "per vessel"."""
    if at >= len(sentence.low) or sentence.words[at].kind != "word" or sentence.is_capital(at):
        return False
    word = sentence.low[at]
    return word not in lists.MEANS_OF_PAYMENT | _NO_UNITS


_DURING = frozenset("in within over for during after en dans pendant sur apres".split())


def _averaged(sentence: Sentence, at: int) -> Found | None:
    """Find "an average of 4 million", "4 millions en moyenne"."""
    for number in range(max(0, at - 4), min(len(sentence.low), at + 4)):
        phrase = _AVERAGE.at(sentence.low, number)
        if phrase is not None:
            return Found("rate", number, number + phrase[0])
    return None


def _each_at_head(sentence: Sentence, at: int) -> Found | None:
    """Find a rate at the head of a sentence: "Each year Nordwind pays"."""
    low = sentence.low
    for number in range(max(0, at - _EACH_REACH), at - 1):
        if low[number : number + 2] in (["dont", "chacun"], ["dont", "chacune"]) or (
            low[number : number + 3] in (["each", "of", "which"], ["each", "of", "them"])
        ):
            return Found("rate", number, number + 2)
    opening = _EACH_OF.at(low, 0)
    if opening is not None and opening[0] < at and not {";", ":"} & {*low[:at]}:
        return Found("rate", 0, opening[0] + 1)
    for number in range(at + 1, min(len(low), at + 1 + _AHEAD)):
        if sentence.words[number].kind == "figure" or low[number] in {";", ":"}:
            break
        phrase = _EACH_TIME.at(low, number)
        each = low[number] in {"each", "every", "chaque"}
        if phrase is None and each and low[number + 1 : number + 2]:
            again = low[number + 1] in lists.UNITS_OF_RATE | lists.CALENDAR
            phrase = (2, "each") if again else None
        if phrase is not None:
            return Found("rate", number, number + phrase[0])
    return None


def _is_span(low: list[str], at: int) -> bool:
    """Whether "a year" is a time gone by: "a year ago", "un an plus tôt", "a year after"."""
    following = low[at + 2] if at + 2 < len(low) else ""
    return following in {
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "old",
        "plus",
        "avant",
        "apres",
        "that",
        "the",
    } or (
        low[at] in {"l'", "le", "la", "the"}
        and (
            following in {"dernier", "derniere", "prochain", "passe", "precedent"}
            or (following in {"of", "de"} and low[at + 1] not in _PRICED_TIMES)
        )
    )


_PRICED_TIMES = frozenset("journee heure soiree intervention prestation consultation hour".split())
"""Times of work that are sold with what is done in them: "la journée de grue"."""
