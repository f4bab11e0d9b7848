"""Words of a sentence that tell another time than that of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import moods, time_words
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
ELSEWHEN: Phrases[str] = Phrases({"elsewhen": time_words.ELSEWHEN})


def distance_at(words: Sequence[str], at: int) -> int:
    """How many words tell a distance in time: "six years since", "quatre jours après que"."""
    ahead = [n for n in (at + 1, at + 2) if words[n : n + 1]]
    unit = next((n for n in ahead if words[n] in time_words.UNITS), 0)
    if not unit or not (words[at] in _NUMBERS or words[at].isdigit()):
        return 0
    behind = words[unit + 1 : unit + 2]
    if behind and behind[0] in _SHIFTING:
        return unit + 2 - at
    before = words[max(0, at - 2) : at]
    return unit + 1 - at if BACK_TO & {*before} else 0


_SHIFTING = frozenset("since after before later earlier apres avant que qu' plus jour ago".split())
BACK_TO = frozenset("fait fera voici voila faisait".split())
_NUMBERS = frozenset(
    "a two three four five six seven eight nine ten twelve fifteen twenty thirty fifty un une deux"
    " trois quatre cinq six sept huit neuf dix douze quinze vingt trente cinquante".split()
)


def days_told(reading: QuoteReading) -> str:
    """The phrase in front of a sentence that tells its time by what was so then.

    "Back when petrol cost a dollar, …", "Du temps où …": a time that is told by a clause, a state
    or a government is not that of the article.
    """
    for claim in reading.claims:
        low = claim.sentence.low
        for at in range(min(len(low), _FRONT)):
            phrase = _IN_DAYS.at(low, at)
            if phrase is not None and (at == 0 or phrase[1] == "anywhere"):
                return claim.sentence.printed(at, at + phrase[0])
        if low[:1] and low[0] in _WHEN and "," in low:
            comma = low.index(",")
            past = any(word in _PAST_STATES or word.endswith(_IMPERFECT) for word in low[1:comma])
            if past and claim.sentence.words[comma].start < reading.end:
                return claim.sentence.printed(0, min(comma, _FRONT))
    return ""


_IN_DAYS: Phrases[str] = Phrases(
    {"front": time_words.IN_OTHER_DAYS, "anywhere": time_words.IN_OTHER_DAYS_ANYWHERE}
)
_FRONT = 8
"""Words in front of a sentence that are shown, and looked at."""
_WHEN = frozenset({"when", "quand", "lorsque", "lorsqu'", "while", "alors"})
_PAST_STATES = frozenset("was were had cost did etait etaient avait avaient fut".split())
_IMPERFECT = ("ait", "aient")


def time_words_of(reading: QuoteReading, asked: Asked) -> str:
    """Words of a sentence that tell another time than that of its article."""
    for claim in reading.claims:
        words = claim.sentence.low
        for at, word in enumerate(words):
            if claim.sentence.words[at].kind == "number" and _YEAR.fullmatch(word):
                return word
            shift = distance_at(words, at)
            if shift and not is_counted_to(claim, at + shift, reading):
                return claim.sentence.printed(at, at + shift)
            ahead = words[at + 1 : at + 2]
            quoted = claim.sentence.words[at].start < reading.end
            told = asked.label == "announced" and not moods.REPORTING_PAST.isdisjoint(words[:at])
            if word in time_words.PLUPERFECT and quoted and not told and ahead not in ([], ["to"]):
                return claim.sentence.printed(at, at + 2)
            phrase = ELSEWHEN.at(words, at)
            if phrase is not None and word not in time_words.ELSEWHEN_OFTEN_ELSE:
                return claim.sentence.printed(at, at + phrase[0])
            if word == "lendemain" and words[at - 1 : at] == ["au"]:
                noun = {*words[at + 1 : at + 1 + _NOUN_REACH]}
                if noun & (DEAL_NOUNS | time_words.TIDINGS):
                    return claim.sentence.printed(at - 1, at + 1)
    return ""


_NOUN_REACH = 4
"""Words from "au lendemain" to its noun: "au lendemain de cette annonce"."""


def is_counted_to(claim: Claim, at: int, reading: QuoteReading) -> bool:
    """Whether a distance in front leads up to the news: "A year after buying Halden, it said …"."""
    low = claim.sentence.low
    if at > _FRONT or "," not in low[at:]:
        return False
    counting = {"after", "apres"} & {*low[max(0, at - 1) : at + 4]}
    comma = low.index(",", at)
    return bool(counting) and claim.sentence.words[comma].start <= reading.start
