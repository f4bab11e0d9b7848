"""Is a fact told as one, of the party of its record and of the time that is recorded?

A figure whose noun fits may still be expected ("expects sales of 4 million"), over ("held 40
percent until May"), that of a week, set aside ("despite the 12 percent that a paper mentioned"), or
somebody else's ("Halden, valued at 4 billion, is a rival of Kestrel"). Each reading takes time with
the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns, presupposing
from tui.language.plain_words import Phrases, plain_word
from tui.model.messages import msg
from tui.model.records import Fact
from tui.proof.verify.checks.doubts import is_ahead, is_past
from tui.proof.verify.checks.facts.capacities import to_be_built
from tui.proof.verify.checks.facts.changes import of_before, of_change
from tui.proof.verify.checks.facts.contributions import contributed
from tui.proof.verify.checks.facts.owners import of_another, of_unnamed
from tui.proof.verify.checks.facts.parts import of_a_part, of_several, of_share, one_of_many
from tui.proof.verify.checks.facts.presupposed import set_aside
from tui.proof.verify.checks.facts.stakes import of_votes

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_EXPECTING: Phrases[str] = Phrases({"expected": fact_turns.EXPECTING})
_UNTIL: Phrases[str] = Phrases({"until": fact_turns.UNTIL})
_BIDDING: Phrases[str] = Phrases({"bid": fact_turns.BIDDING})
_STOPS = frozenset(",;()\u2013\u2014:")
_SEEN_REACH = 5
"""Words from "see" to what it is worth: "see Oriel Payments being worth"."""
_RATE_REACH = 6
"""Words from a figure to the time or thing that it is one of several of."""


def misframed(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Why a figure is no fact of the party and the time of a record; empty where nothing says so.

    Args:
        claim: The sentence.
        figure: The figure.
        asked: The field, the value of a fact.
    """
    record = asked.record
    if not isinstance(record, Fact):
        return ""
    return (
        _expected(claim, figure, record, asked)
        or of_before(claim, figure, asked)
        or _over(claim, figure, record, asked)
        or _of_shorter_time(claim, figure, record, asked)
        or of_a_part(claim, figure, record, asked)
        or contributed(claim, figure, record, asked)
        or of_several(claim, figure, asked)
        or of_change(claim, figure, record)
        or (of_votes(claim, figure) if record.kind == "stake" else "")
        or one_of_many(claim, figure, record)
        or of_share(claim, figure, record)
        or set_aside(claim, figure)
        or of_unnamed(claim, figure, record, asked)
        or of_another(claim, figure, record, asked)
    )


def _expected(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The word before a figure by which it is expected or hoped for.

    What a plant is to be able to do is its capacity, and the size of a market in years to come can
    be nothing but an estimate.
    """
    if record.kind == "capacity":
        return to_be_built(claim, figure, asked)
    if record.kind == "market-size" and is_ahead(asked):
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word - 1, max(-1, figure.word - _MISSED_REACH), -1):
        # "Raté" and not the English "rate".
        if low[at] in fact_turns.MISSED and claim.sentence.printed(at, at + 1).lower() != "rate":
            return msg(
                "it was not reached: “{words}”", words=claim.sentence.printed(at, figure.word)
            )
    behind = low[figure.word + 1 : figure.word + 1 + _GOAL_REACH]
    goal = next((n for n, word in enumerate(behind) if word in presupposing.GOALS), -1)
    if goal > 0 and behind[goal - 1] in _POSSESSORS:
        printed = claim.sentence.printed(figure.word + 1, figure.word + 2 + goal)
        return msg("it is only aimed at: “{words}”", words=printed)
    for at in claim.clauses.words_around(figure.word):
        if at >= figure.word:
            break
        phrase = _EXPECTING.at(low, at)
        seen = low[at] in fact_turns.SEEING and not fact_turns.WORTH_SEEN.isdisjoint(
            low[at + 1 : at + 1 + _SEEN_REACH]
        )
        length = phrase[0] if phrase is not None else 1 if seen else 0
        bid = _BIDDING.at(low, at) if record.kind == "stake" else None
        length = length or (bid[0] if bid is not None else 0)
        if not length or any(word.kind == "figure" for word in words[at : figure.word]):
            continue
        if _is_met(claim, at, length) or _is_direction(claim, at + length):
            continue
        return msg("it is only expected: “{words}”", words=claim.sentence.printed(at, at + length))
    return _of_forecasters(claim, figure)


_GOAL_REACH = 3
"""Words behind a figure to the goal that it was set as: "fixé à 4 millions son objectif"."""
_POSSESSORS = frozenset("its their his her son sa ses leur leurs l' the".split())


def is_expected(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a figure is told as one that somebody reckons with.

    Args:
        claim: The sentence.
        figure: The figure.
        asked: The field, the value of a fact.
    """
    record = asked.record
    return isinstance(record, Fact) and bool(_expected(claim, figure, record, asked))


def _is_direction(claim: Claim, behind: int) -> bool:
    """Whether "to" leads to a figure and to no verb: "raised its price from 10 to 12 dollars"."""
    words = claim.sentence.words
    return words[behind - 1].low == "to" and words[behind].kind == "figure"


def _of_forecasters(claim: Claim, figure: FigureClaim) -> str:
    """Those at the head of a clause who reckon with a figure: "Analysts put its profit at"."""
    low, inside = (
        claim.sentence.low,
        [at for at in claim.clauses.words_around(figure.word) if at < figure.word],
    )
    head = next(
        (at for at in inside if claim.clauses.of[at] == claim.clauses.of[figure.word]), figure.word
    )
    for at in range(head, min(figure.word, head + _FORECASTERS_REACH)):
        if low[at] in _STOPS or low[at] in clause_words.PREPOSITIONS - {"of", "de", "d'", "du"}:
            break
        if low[at] in fact_turns.FORECASTERS:
            return msg("it is only expected: “{words}”", words=claim.sentence.printed(head, at + 1))
    return ""


_FORECASTERS_REACH = 6
"""Words at the head of a clause among which they stand: "The consensus of most brokers"."""


def _is_met(claim: Claim, at: int, length: int) -> bool:
    """Whether a word of expectation is a noun of what came about: "beat its goal"."""
    low = claim.sentence.low
    before = low[max(0, at - 1) : at]
    if length != 1 or not before:
        return False
    if before[0] in {"than", "as", "que"}:
        return True
    reached = not fact_turns.REACHED.isdisjoint(low[max(0, at - _REACHED_REACH) : at])
    return before[0] in {"its", "their", "l'", "ses", "leurs", "son", "leur", "sa"} and reached


_REACHED_REACH = 5
"""Words before a goal among which a verb tells that it was met: "has met its own target"."""


def _over(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The words by which what somebody held came to an end: "held 40 percent until Tuesday"."""
    kinds = {"stake", "headcount", "valuation", "revenue", "price"}
    if record.kind not in kinds or is_past(asked):
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    inside = claim.clauses.words_around(figure.word)
    told = {low[at] for at in inside if at < figure.word}
    past = not fact_turns.HOLDING_THEN.isdisjoint(told)
    if record.kind in {"revenue", "price"} and not past:
        return ""
    if past and not asked.dates and (gone := _long_gone(claim, figure)):
        return msg("it is over: “{words}”", words=gone)
    front = [at for at, clause in enumerate(claim.clauses.of) if _is_front(claim, clause)]
    behind = []
    for at in range(figure.word + 1, len(low) if past else 0):
        if low[at] in _STOPS:
            break
        if low[at] in fact_turns.EARLIER:
            behind.append(at)
    if past and low[0] in fact_turns.EARLIER and "," in low[: figure.word]:
        return msg("it is over: “{words}”", words=claim.sentence.printed(0, 3))
    for at in (*inside, *front, *behind):
        phrase = _UNTIL.at(low, at)
        following = words[at + phrase[0]] if phrase and at + phrase[0] < len(words) else None
        bounds = following is not None and following.kind in {"figure", "number"}
        if phrase is not None and low[at + phrase[0] - 1] in fact_turns.UNTIL_NOW:
            bounds = False
        between = words[min(at, figure.word) + 1 : max(at, figure.word)]
        bounds = bounds or any(word.kind == "figure" for word in between)
        if at in behind or (phrase is not None and not bounds):
            return msg("it is over: “{words}”", words=claim.sentence.printed(at, at + 3))
    return ""


def _long_gone(claim: Claim, figure: FigureClaim) -> str:
    """A time so far back that what is told of it is over: "two years ago", "il y a deux ans"."""
    for word in claim.sentence.words:
        if word.kind == "date" and figure.region[0] <= word.start < figure.region[1]:
            written = claim.sentence.source[word.start : word.end]
            if plain_word(written).startswith(("il y a", "voici", "voila")) or written.endswith(
                " ago"
            ):
                return written
    return ""


_MISSED_REACH = 5


def _is_front(claim: Claim, clause: int) -> bool:
    return claim.clauses.all[clause].kind == "fronted"


def _of_shorter_time(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The week, month or shop that a revenue is told for, not for the time of the record."""
    if record.kind not in {"revenue", "profit", "loss"}:
        return ""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    inside = set(claim.clauses.words_around(figure.word))
    for number in range(len(low)):
        days = fact_turns.SHORTER_TIMES.get(low[number].rpartition("-")[2])
        if number not in inside or (days is None and low[number] not in fact_turns.PER_ONE):
            continue
        if any(one.kind == "figure" for one in words[min(at, number) + 1 : max(at, number)]):
            continue
        first = _rate_begins(low, number, at)
        if not asked.dates and low[number] in _QUARTERLY:
            continue
        if first < 0 or (days is not None and _lasts(asked, days)):
            continue
        return msg(
            "a rate: “{words}”",
            words=claim.sentence.printed(first, max(number, first + 1) + 1),
        )
    return ""


_QUARTERLY = frozenset(
    "quarterly half-yearly trimestriel trimestrielle trimestriels trimestrielles".split()
)
"""What a record without a date may be told for."""


def _rate_begins(low: list[str], number: int, figure: int) -> int:
    """Where the words of a rate begin that a word is of; -1 where it is of none."""
    word = low[number]
    if word in fact_turns.PER_ONE:
        following = low[number + 1 : number + 2]
        near = 0 <= number - figure <= _RATE_REACH
        if not following or following[0] in fact_turns.YEARLY | fact_turns.NO_UNIT:
            return -1
        named = following[0] in fact_turns.SHORTER_TIMES
        return number if (near or named) and following[0].isalpha() else -1
    if "-" in word or word.endswith((
                      "ly", "aire", "aires", "iel", "ielle", "iels", "uel", "uelle", "uels", "ien",
                      "ienne", "iens", "uelles")):  # fmt: skip
        return number
    before = low[max(0, number - 2) : number]
    if before[-2:] in (["tous", "les"], ["toutes", "les"]):
        return number - 2
    behind = low[number + 1 : number + 2]
    if before[-1:] in (["a"], ["an"], ["per"], ["par"]) and 0 < number - figure <= _RATE_REACH:
        return -1 if behind in (["ago"], ["earlier"], ["later"], ["before"]) else number - 1
    return -1


def _lasts(asked: Asked, days: int) -> bool:
    """Whether the time that a record dates its fact to is no longer than some days."""
    when = next(iter(asked.dates), None)
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days < days
