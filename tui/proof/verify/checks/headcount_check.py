"""Is a plain number how many people somebody employs? Only where its noun and verb say so.

"3,200 people" has no unit that would tell it from any other number. The reader of headcounts is
asked first; beside it the ways are known in which the press counts people without a verb of
employing: "its 6,100 jobs", "350 salariés répartis sur trois sites".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses.staff import EMPLOYING_FORMS, HAVING_FORMS, PEOPLE, STAFF, WORKFORCE
from tui.language.plain_words import plain_word
from tui.model.messages import msg
from tui.model.records import record_parties
from tui.proof.claim.governor import governor_of

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import FigureFact
    from tui.proof.verify.checks.asked import Asked

_NOUN_REACH = 4
"""Words from a number to what it counts: "3,200 full-time equivalent employees"."""
_OF = frozenset({"de", "d'", "du", "of", "at"})
_OWNER_REACH = 3
"""Words before a number among which stands whose people it counts: "of its more than 6,100"."""
_UNREAD = msg("the words do not tell that it is a number of people that somebody employs")
_OPENING = clause_words.DETERMINERS - {"de", "d'"}
"""What opens another noun phrase."""
_OWNERS = frozenset("its their his her our ses leurs nos".split())


def other_than_headcount(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> str:
    """Why a number is not known to be that of somebody's people; empty where its words say so.

    Args:
        claim: The sentence.
        figure: The number.
        reading: The quote that holds it.
        asked: The field, the value of a headcount.
    """
    fact = asked.directions.headcount(reading, claim, figure.mention)
    if fact is not None:
        return _of_another(fact, asked)
    theirs = _are_theirs(claim, figure, asked) or _is_their_number(claim, figure)
    return "" if theirs else _UNREAD


def counts_people(claim: Claim, figure: FigureClaim) -> bool:
    """Whether the noun behind a number is one for people or jobs."""
    return bool(_counted(claim, figure, STAFF) or _counted(claim, figure, PEOPLE))


def is_presupposed(claim: Claim, figure: FigureClaim) -> bool:
    """Whether people are told as there already, whatever becomes of them: "of its 6,100 jobs"."""
    low, at = claim.sentence.low, figure.word
    if not counts_people(claim, figure):
        return False
    staff = _plain(STAFF[claim.language])
    noun = next(
        (number for number in range(at + 1, min(len(low), at + 3)) if low[number] in staff),
        len(low),
    )
    of = low[noun + 1 : noun + 2]
    if low[at - 1 : at] in (["les"], ["the"]) and of and of[0] in _OF:
        return True  # "Les 8 700 salariés de Kestrel toucheront une prime"
    return not _OWNERS.isdisjoint(low[max(0, at - _OWNER_REACH) : at])


def _of_another(fact: FigureFact, asked: Asked) -> str:
    named = [one for one in fact.about if one.text]
    if not named or any(
        one.party in record_parties(asked.record) or asked.names.ids_in(one.text, 0, len(one.text))
        for one in named
    ):
        return ""
    return msg("it is that of {text}", text=named[0].text)


def _counted(claim: Claim, figure: FigureClaim, nouns: dict[str, frozenset[str]]) -> str:
    """The noun of a list that a number counts; empty where something else follows it."""
    listed = _plain(nouns[claim.language])
    for word in claim.sentence.words[figure.word + 1 : figure.word + 1 + _NOUN_REACH]:
        if word.kind != "word" or word.low in _OPENING:
            return ""
        if word.low in listed:
            return word.low
    return ""


def _is_their_number(claim: Claim, figure: FigureClaim) -> bool:
    """Whether it is what a workforce came to: "cut its workforce to 410"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] not in (["to"], ["at"], ["\u00e0"]):
        return False
    own = [low[one] for one in range(max(0, at - _WORKFORCE_REACH), at)]
    return not _plain(WORKFORCE[claim.language]).isdisjoint(own)


_WORKFORCE_REACH = 7
"""Words from a workforce to its number: "ramené ses effectifs de 520 à 410"."""


def _are_theirs(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether people are somebody's own: "its 6,100 jobs", "compte aujourd'hui 350 salariés"."""
    staff = _counted(claim, figure, STAFF)
    if not (staff or _counted(claim, figure, PEOPLE)):
        return False
    low = claim.sentence.low
    if _are_a_whole(claim, figure) or _are_apposed(claim, figure, asked):
        return True
    governor = governor_of(claim.sentence, figure.word)
    if is_presupposed(claim, figure):
        return True
    if governor.kind == "noun":
        return governor.is_any(_plain(WORKFORCE[claim.language]))
    at = figure.word - 1 if governor.kind == "nothing" else governor.first
    while at > 0 and (low[at] in _BETWEEN or claim.sentence.words[at].kind == "date"):
        at -= 1
    having = EMPLOYING_FORMS | HAVING_FORMS if staff else EMPLOYING_FORMS
    if at > 0 and low[at] in {"and", "et"}:
        # "With sales of 4 million and 3,200 employees": both are what somebody has.
        own = [one for one in range(at) if claim.clauses.of[one] == claim.clauses.of[at]]
        at = next((one for one in reversed(own) if low[one] in having), -1)
        if at >= 0 and not (
            claim.sentence.words[at + 1].kind in {"figure", "number"} or low[at + 1] in _THINGS
        ):
            return False
    return at >= 0 and low[at] in having


def _are_a_whole(claim: Claim, figure: FigureClaim) -> bool:
    """Whether some of them are told of before: "41 of the 56 jobs", "41 des 56 salariés"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] == ["des"]:
        before = at - 2
    elif low[max(0, at - 2) : at] == ["of", "the"]:
        before = at - 3
    else:
        return False
    return before >= 0 and claim.sentence.words[before].kind in _NUMBERS


def _are_apposed(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether they stand behind the comma of a party: "Circ, 56 salariés, est …"."""
    words, at = claim.sentence.words, figure.word
    if at < 1 or words[at - 1].low not in {",", "("} or not _counted(claim, figure, STAFF):
        return False
    behind = next(
        (
            words[number + 1].low
            for number in range(at + 1, min(len(words) - 1, at + 1 + _NOUN_REACH))
            if words[number].low in _plain(STAFF[claim.language])
        ),
        "",
    )
    named = asked.names.find(claim.sentence.source, claim.sentence.start, words[at - 1].start)
    return behind in {",", ")", ";", "and", "et"} and any(
        words[at - 1].start - one.end <= 1 for one in named
    )


_NUMBERS = frozenset({"figure", "number"})


@cache
def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(plain_word, words))


_THINGS = frozenset("a an un une sales revenue annual".split())
"""What opens the thing that somebody has, where a participle would make a verb of "has"."""
_BETWEEN = clause_words.ADVERBS_BETWEEN | frozenset("currently actuellement".split())
