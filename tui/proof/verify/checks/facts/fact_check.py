"""Does a figure measure what a fact says that it measures? Only where its words say so.

"Nordwind paid 4 million for Kestrel" states no revenue. The noun or verb that tells the kind of a
fact stands with the figure, in its clause or in the sentence when that has no other figure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Fact, record_parties
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.doubts import is_ahead, is_past
from tui.proof.verify.checks.facts.capacities import tells_capacity
from tui.proof.verify.checks.facts.frames import is_expected, misframed
from tui.proof.verify.checks.facts.headcounts import are_some, other_than_headcount
from tui.proof.verify.checks.facts.kinds import (
    CALLED,
    FLOWS,
    NAMED_FACTS,
    PAYING,
    RAISING,
    SURE,
    meets,
    nouns_of,
    verbs_of,
)
from tui.proof.verify.checks.facts.measures import measured
from tui.proof.verify.checks.facts.owners import held_by_others
from tui.proof.verify.checks.facts.parallels import Parallel, parallel, tells_apart
from tui.proof.verify.checks.facts.valuations import is_raised, other_than_value

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import FigureFact
    from tui.proof.verify.checks.asked import Asked

_EXTENTS = frozenset({"ha", "m2", "km2", "ft2", "acre", "km", "mi"})
"""Units of land and ways, which tell what somebody has and not what it can take."""
_SELF_TELLING = frozenset({"measure", "count"})
"""Figures whose unit tells what they count: "40 megawatts", "3,000 employees"."""


def other_than_fact(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is not known to measure what a fact says; empty where its words say so.

    Args:
        claim: The sentence.
        figure: The figure.
        reading: The quote that holds it.
        asked: The field, the value of a fact.
    """
    record, mention = asked.record, figure.mention
    if not isinstance(record, Fact):
        return ""
    if record.kind == "price":
        made = _costs_to_make(claim, figure)
        return (
            made
            or _of_other_time(claim, figure, record, asked)
            or _of_then(claim, figure)
            or misframed(claim, figure, asked)
        )
    if record.kind == "other":
        return misframed(claim, figure, asked)
    elsewise = (
        _of_other_thing(claim, figure, record, asked)
        or _of_other_time(claim, figure, record, asked)
        or misframed(claim, figure, asked)
    )
    if elsewise:
        return elsewise
    if record.kind == "headcount":
        return other_than_headcount(claim, figure, reading, asked)
    unitless = record.value is not None and not record.value.unit
    if record.kind == "capacity" and (unitless or mention.kind == "count"):
        # The record leaves out what is counted, so that no unit tells it as a capacity.
        called = msg("the words do not tell that it is {called}", called=CALLED["capacity"])
        return "" if tells_capacity(claim, figure) else called
    if mention.kind in _SELF_TELLING:
        unit = mention.quantity.unit if mention.quantity is not None else ""
        if record.kind == "capacity" and unit in _EXTENTS and not tells_capacity(claim, figure):
            return msg("the words do not tell that it is {called}", called=CALLED["capacity"])
        return ""
    aimed = _aimed_at(claim, figure, asked)
    if aimed:
        return aimed
    fact = asked.directions.fact(reading, claim, mention)
    told_of = record.kind not in {"stake", "market-share"} and fact is not None and fact.about
    apart = is_parallel(claim, figure, asked)
    if fact is not None and told_of and not apart and not _about_record(fact, claim, asked):
        return msg("it is that of {text}", text=fact.about[0].text)
    told = measured(claim, figure, asked) if record.kind in FLOWS else None
    if told is not None:
        words = claim.sentence.printed(told.first, told.last)
        if told.what != record.kind:
            return msg("another thing is told: “{words}”", words=words)
        return msg("it is that of a part: “{words}”", words=words) if told.owned else ""
    beside = parallel(claim, figure, asked) if record.kind in FLOWS else None
    if beside is not None:
        shared = measured(claim, beside.first, asked)
        if shared is not None and shared.what == record.kind:
            return _of_parallel(claim, figure, beside)
    if fact is not None and fact.fact_kind == record.kind != "valuation":
        return ""
    if record.kind == "valuation":
        return other_than_value(claim, figure, fact, reading, asked)
    # A share has its noun once: "raised its stake from 21 to 34 percent".
    near = claim.text if mention.kind in _SHARES else claim.sentence.source[slice(*figure.region)]
    if nouns_of(record.kind, claim.language).search(near):
        return ""
    paid = any(
        event.frame in PAYING and any(meets(span, mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    )
    other = fact is not None and fact.fact_kind in SURE
    if record.kind == "stake" and paid:
        return ""
    raised = any(
        event.frame in RAISING and any(meets(span, mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    )
    if raised and record.kind not in {"funding", "stake"}:
        other = True
    if not paid and not other:
        if figure.role is not None and figure.role.what == record.kind:
            return ""
        if verbs_of(record.kind, claim.language).search(near):
            return ""
    return msg("the words do not tell that it is {called}", called=CALLED[record.kind])


def is_named_part(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a part is told as what a fact records: "of the 44 million, 3 was left as profit"."""
    record = asked.record
    if not isinstance(record, Fact) or record.kind not in FLOWS - {"revenue"}:
        return False
    told = measured(claim, figure, asked)
    return told is not None and told.what == record.kind and told.first > figure.word


def is_come_to(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a sum is what the measure of a fact was brought to: "a porté ses ventes à 4 M".

    Args:
        claim: The sentence.
        figure: The sum.
        asked: The field.
    """
    record = asked.record
    if not isinstance(record, Fact) or record.kind not in FLOWS:
        return False
    told = measured(claim, figure, asked)
    role = figure.role
    before = role is not None and role.last <= figure.word
    return before and told is not None and told.what == record.kind and told.last <= figure.word


def is_told_apart(claim: Claim, mine: FigureClaim, other: FigureClaim, asked: Asked) -> bool:
    """Whether another figure is another's, or tells another thing of the party of a fact.

    Args:
        claim: The sentence of the other figure.
        mine: The figure that is to be the fact's.
        other: The figure beside it.
        asked: The field.
    """
    record = asked.record
    if not isinstance(record, Fact) or claim.figure(mine.mention) is None:
        return False
    if record.kind in FLOWS | {"valuation"} and not _is_of_one(mine) and _is_of_one(other):
        return True
    if record.kind == "stake" and held_by_others(claim, other, record, asked):
        return True
    if record.kind == "capacity" and tells_capacity(claim, mine):
        nouns = [claim.sentence.low[one.word + 1 : one.word + 2] for one in (mine, other)]
        return not tells_capacity(claim, other) or (nouns[0] != nouns[1] and nouns[1] != [])
    if record.kind == "valuation" and mine.role is not None and mine.role.what == "valuation":
        of_deal = governor_of(claim.sentence, other.word).is_any(DEAL_NOUNS)
        return other.role is None and (of_deal or is_raised(claim, other))
    if record.kind in FLOWS and (_is_forecast(claim, other) or is_expected(claim, other, asked)):
        return True
    if record.kind == "price" and _is_aside(claim, other) and not _is_aside(claim, mine):
        return True
    return tells_apart(claim, mine, other, asked)


def _is_aside(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a figure is told aside, of the subject: "Circ, which sold it for 3 euros, …"."""
    number = claim.clauses.of[figure.word]
    while number > 0:
        clause = claim.clauses.all[number]
        if clause.kind == "aside-relative":
            return True
        number = clause.parent
    return False


def _is_of_one(figure: FigureClaim) -> bool:
    """Whether a sum is so small that it is the price of one thing: "at the $41 close"."""
    quantity = figure.mention.quantity
    number = quantity.magnitude if quantity is not None else None
    return figure.mention.kind == "money" and number is not None and number < _SMALL


_SMALL = 1000
"""Below this no company has sales, a profit or a worth."""


def _is_forecast(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a sum is one that somebody had expected: "the 50 million analysts had forecast"."""
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 1 + _FORECAST_REACH]
    return not fact_turns.FORECAST.isdisjoint(behind)


_FORECAST_REACH = 5
"""Words behind a sum to what tells that it was expected: "that most analysts had forecast"."""


def _of_parallel(claim: Claim, figure: FigureClaim, beside: Parallel) -> str:
    """Whose a figure is that shares the noun of another, where it is not the record's."""
    if beside.owner != "others":
        return ""
    words = claim.sentence.printed(beside.first.word + 1, figure.word)
    return msg("it is that of another: “{words}”", words=words)


def is_parallel(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a figure that is compared with another is that of a party of the record.

    "Halden had sales of 39 million, against 28 at Kestrel".
    """
    beside = parallel(claim, figure, asked) if isinstance(asked.record, Fact) else None
    return beside is not None and beside.owner == "ours"


def measures_other(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether words tell that a figure measures something else than the fact of a record.

    "Sales of 4 billion, while profit fell to 1": the second is a profit.
    """
    if not isinstance(asked.record, Fact) or asked.record.kind in {"other", "price"}:
        return False
    kind = asked.record.kind
    if kind == "headcount":
        return are_some(claim, figure)
    if kind in FLOWS and (told := measured(claim, figure, asked)) is not None:
        return told.what != kind
    fact = asked.directions.fact(reading, claim, figure.mention)
    if fact is not None and fact.fact_kind not in {"", None, "other", kind}:
        return True
    if kind in NAMED_FACTS and any(
        event.frame and any(meets(span, figure.mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    ):
        return True  # "Raised 4 million at a valuation of 30": the sum of a deal.
    near = claim.sentence.source[slice(*figure.region)]
    if nouns_of(kind, claim.language).search(near):
        return False
    return any(
        nouns_of(other, claim.language).search(near)
        for other in NAMED_FACTS
        if other not in {kind, "funding"}
    )


def _of_other_thing(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """What a figure measures instead: orders for a revenue, output for a capacity, a part sold."""
    phrases = _OTHER_THINGS.get(record.kind)
    if phrases is None:
        return ""
    sentence, of = claim.sentence, claim.clauses.of
    own = of[figure.word]
    clause = [at for at in range(len(of)) if of[at] == own]
    before = [sentence.low[at] for at in clause if at < figure.word]
    if record.kind == "capacity" and not fact_turns.ABLE.isdisjoint(before):
        return ""
    if record.kind in FLOWS and nouns_of(record.kind, claim.language).search(
        sentence.source[sentence.words[clause[0]].start : _near_end(claim, figure)]
    ):
        return ""
    for at in clause:
        phrase = phrases.at(sentence.low, at)
        if phrase is None or any(
            sentence.words[number].kind == "figure"
            for number in range(min(at, figure.word) + 1, max(at, figure.word))
        ):
            continue
        if at > figure.word and record.kind != "capacity":
            break
        if record.kind == "stake" and not _sells(claim, at, record, asked):
            continue
        return msg("another thing is told: “{words}”", words=sentence.printed(at, at + phrase[0]))
    return ""


def _near_end(claim: Claim, figure: FigureClaim) -> int:
    """Where the words end right behind a figure: "4 million in sales"."""
    words = claim.sentence.words
    for word in words[figure.word + 1 : figure.word + 1 + _GOAL_REACH]:
        if word.kind == "sign":
            return word.start
    return words[min(len(words) - 1, figure.word + _GOAL_REACH)].end


def _sells(claim: Claim, verb: int, record: Fact, asked: Asked) -> bool:
    """Whether a part was sold by the one who is to hold it, or by nobody knows whom."""
    if not record.holder:
        return True
    text, place = claim.sentence.source, claim.sentence.words[verb].end
    return record.holder not in asked.names.ids_in(text, place, claim.sentence.end)


def _costs_to_make(claim: Claim, figure: FigureClaim) -> str:
    """The work that a sum is the cost of, not the price: "costs 9 dollars to make"."""
    behind = claim.sentence.low[figure.word + 1 : figure.word + 3]
    if behind[:1] in (["to"], ["\u00e0"], ["a"]) and behind[1:] and behind[1] in _MAKING:
        words = claim.sentence.printed(figure.word, figure.word + 3)
        return msg("another thing is told: “{words}”", words=words)
    return ""


def _of_then(claim: Claim, figure: FigureClaim) -> str:
    """The words that date a price back where another is that of now: "sold at 9 at its launch"."""
    low, words = claim.sentence.low, claim.sentence.words
    priced = any(
        one.word != figure.word and one.mention.kind == figure.mention.kind
        for one in claim.figures()
    )
    changed = any(word in _NOW for word in low[figure.word :])
    if not priced and not changed:
        return ""
    for at in claim.clauses.words_around(figure.word):
        phrase = _LAUNCHED.at(low, at)
        between = words[min(at, figure.word) + 1 : max(at, figure.word)]
        if phrase is not None and not any(word.kind == "figure" for word in between):
            printed = claim.sentence.printed(at, at + phrase[0])
            return msg("it is of another time: “{words}”", words=printed)
    return ""


_NOW = frozenset("now today desormais aujourd'hui maintenant depuis since".split())


_MAKING = frozenset(
    "make produce build run fabriquer produire construire assembler entretenir".split()
)


def _of_other_time(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The words that tell a worth as that of a time which is past: "at its peak", "once"."""
    if record.kind not in {"valuation", "stake", "headcount", "price"} or is_past(asked):
        return ""
    sentence = claim.sentence
    first, last = figure.region
    today = _THAN_TODAY.search(sentence.source, figure.mention.end, sentence.end)
    if today is not None and not fact_turns.HOLDING_THEN.isdisjoint(sentence.low[: figure.word]):
        return msg("it is of another time: “{words}”", words=today[0])
    for at, word in enumerate(sentence.words):
        if not first <= word.start < last:
            continue
        phrase = _ONCE.at(sentence.low, at)
        if at and sentence.is_capital(at):
            continue  # "Ivory Peak" is a name.
        if phrase is None or claim.clauses.of[at] != claim.clauses.of[figure.word]:
            continue
        if sentence.low[at : at + 4] == ["at", "the", "time", "of"]:
            continue  # "Had 212 employees at the time of its collapse"
        if sentence.low[at] == "once" and at > figure.word:
            continue  # "will own 12 percent once the warrants are used"
        return msg("it is of another time: “{words}”", words=sentence.printed(at, at + phrase[0]))
    return ""


def _about_record(fact: FigureFact, claim: Claim, asked: Asked) -> bool:
    """Whether words say a fact of a party of the record, or of somebody they do not name."""
    if not record_parties(asked.record):
        return True
    text = claim.sentence.source
    named = asked.names.ids_in(text, claim.sentence.start, claim.sentence.end)
    if named and _HEAD_OF_COMPOUND.match(fact.about[0].text):
        return True  # "Like-for-like sales": a capital at the head makes no name.
    words = claim.sentence.words
    head = named and fact.about[0].text == claim.sentence.printed(0, 1) and len(words) > 1
    if head and (words[1].low in fact_turns.SALES | fact_turns.GAINS):
        return True  # "Attributable profit at Circ"
    return not named or any(
        one.party in record_parties(asked.record) or asked.names.find(text, one.start, one.end)
        for one in fact.about
    )


def _is_thing(claim: Claim, at: int, length: int) -> bool:
    """Whether a word for a goal is a noun that was met: "beat its target of 4 million"."""
    low = claim.sentence.low
    return length == 1 and bool(low[at - 1 : at]) and low[at - 1] in clause_words.DETERMINERS


def _aimed_at(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The infinitive of a goal before a figure: "se donne quatre ans pour atteindre 4 millions"."""
    low, at = claim.sentence.low, figure.word
    ahead = bool(asked.dates) and is_ahead(asked)
    for number in range(at - 1, -1, -1):
        if claim.clauses.of[number] != claim.clauses.of[at] or ahead:
            break
        goal = _AIMING.at(low, number)
        if goal is not None and not _is_thing(claim, number, goal[0]):
            words = claim.sentence.printed(number, number + goal[0])
            return msg("it is only aimed at: “{words}”", words=words)
    for number in range(at - 1, max(-1, at - _GOAL_REACH), -1):
        if claim.sentence.words[number].kind == "figure":
            break
        before = low[number - 1 : number]
        if low[number] not in _REACHING or _TO.isdisjoint(before):
            continue
        if not fact_turns.GROWTH.isdisjoint(low[max(0, number - _GROWN_REACH) : number]):
            continue  # "A bondi de 12 % pour atteindre 4 millions"
        if not (asked.dates and is_ahead(asked)):
            return msg(
                "it is only aimed at: “{words}”",
                words=claim.sentence.printed(number - 1, number + 1),
            )
    return ""


_OTHER_THINGS: dict[str, Phrases[str]] = {
    kind: Phrases({"other": phrases}) for kind, phrases in fact_turns.OTHER_THINGS.items()
}
_ONCE: Phrases[str] = Phrases({"once": fact_turns.ONCE})
_HEAD_OF_COMPOUND = re.compile(r"\w+-[a-z\u00df-\u00ff]+(?:-|\Z)")
_THAN_TODAY = re.compile(
    r"\b(?:times as (?:much|many) as|(?:more|less|fewer|higher|lower) than"
    r"|(?:plus|moins) (?:que |qu[\u2019']))\s?(?:it is |it has )?(?:today|now|aujourd)",
    re.IGNORECASE,
)
_AIMING: Phrases[str] = Phrases({"aimed": fact_turns.AIMING})
_LAUNCHED: Phrases[str] = Phrases({"then": fact_turns.AT_FIRST})
_TO = frozenset({"to", "pour", "d'", "de", "\u00e0"})
_GOAL_REACH = 4
"""Words from an infinitive to its figure."""
_GROWN_REACH = 10
"""Words from a verb of growth over its step to "to reach"."""
_REACHING = frozenset(
    "reach hit top exceed make earn atteindre depasser franchir realiser gagner".split()
)
_SHARES = frozenset({"percent", "fraction"})
