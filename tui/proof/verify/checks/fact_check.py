"""Does a figure measure what a fact says that it measures? Only where its words say so.

"Nordwind paid 4 million for Kestrel" states no revenue. The noun or verb that tells the kind of a
fact stands with the figure, in its clause or in the sentence when that has no other figure.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.cues import FACT_VERBS, FACT_WORDS
from tui.model.records import Fact, record_parties
from tui.proof.verify.checks.doubts import is_ahead

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import FigureFact
    from tui.proof.verify.checks.asked import Asked

_CALLED = {
    "valuation": "a valuation",
    "revenue": "a revenue",
    "profit": "a profit or a loss",
    "funding": "money that was raised",
    "stake": "a stake",
    "capacity": "a capacity",
    "market-share": "a share of a market",
    "market-size": "the size of a market",
    "headcount": "a number of people",
}
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
    if not isinstance(record, Fact) or record.kind == "other" or mention.kind in _SELF_TELLING:
        return ""
    aimed = _aimed_at(claim, figure, asked)
    if aimed:
        return aimed
    fact = asked.directions.fact(reading, claim, mention)
    told_of = record.kind not in {"stake", "market-share"} and fact is not None and fact.about
    if fact is not None and told_of and not _about_record(fact, claim, asked):
        return f"it is that of {fact.about[0].text}"
    if fact is not None and fact.fact_kind == record.kind:
        return ""
    # A share has its noun once: "raised its stake from 21 to 34 percent".
    near = claim.text if mention.kind in _SHARES else claim.sentence.source[slice(*figure.region)]
    if _nouns(record.kind, claim.language).search(near):
        return ""
    paid = any(
        event.frame in _PAYING and any(_meets(span, mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    )
    other = fact is not None and fact.fact_kind in _SURE
    if record.kind == "stake" and paid:
        return ""
    raised = any(
        event.frame in _RAISING and any(_meets(span, mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    )
    if raised and record.kind not in {"funding", "stake"}:
        other = True
    if not paid and not other:
        if figure.role is not None and figure.role.what == record.kind:
            return ""
        if _verbs(record.kind, claim.language).search(near):
            return ""
    return f"the words do not tell that it is {_CALLED[record.kind]}"


def _about_record(fact: FigureFact, claim: Claim, asked: Asked) -> bool:
    """Whether words say a fact of a party of the record, or of somebody they do not name."""
    if not record_parties(asked.record):
        return True
    text = claim.sentence.source
    named = asked.names.ids_in(text, claim.sentence.start, claim.sentence.end)
    return not named or any(
        one.party in record_parties(asked.record) or asked.names.find(text, one.start, one.end)
        for one in fact.about
    )


def _aimed_at(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The infinitive of a goal before a figure: "se donne quatre ans pour atteindre 4 millions"."""
    low, at = claim.sentence.low, figure.word
    for number in range(at - 1, max(-1, at - _GOAL_REACH), -1):
        if claim.sentence.words[number].kind == "figure":
            break
        before = low[number - 1 : number]
        if low[number] not in _REACHING or _TO.isdisjoint(before):
            continue
        if not (asked.dates and is_ahead(asked)):
            return f"it is only aimed at: “{claim.sentence.printed(number - 1, number + 1)}”"
    return ""


_TO = frozenset({"to", "pour", "d'", "de", "\u00e0"})
_GOAL_REACH = 4
"""Words from an infinitive to its figure."""
_REACHING = frozenset(
    "reach hit top exceed make earn atteindre depasser franchir realiser gagner".split()
)
_PAYING = frozenset({"buy", "sell", "lend", "borrow", "pay", "order", "spend", "bid", "owe"})
_RAISING = frozenset({"raise", "invest", "put", "receive", "give", "lead"})
"""Events whose sum measures nobody."""
_SHARES = frozenset({"percent", "fraction"})
_SURE = frozenset({"valuation", "revenue", "market-size", "market-share"})
"""Kinds of facts whose words tell them from others."""


def _meets(span: tuple[int, int], mention: Mention) -> bool:
    return span[0] < mention.end and mention.start < span[1]


@cache
def _nouns(kind: str, language: str) -> re.Pattern[str]:
    """What names a kind of fact; nothing matches where it has no names."""
    return _any_of(dict(FACT_WORDS[language]).get(kind, ""))


@cache
def _verbs(kind: str, language: str) -> re.Pattern[str]:
    """Further words that tell a kind of fact where nothing else is told."""
    return _any_of(FACT_VERBS[language].get(kind, ""))


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)
