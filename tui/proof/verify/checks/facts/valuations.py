"""Is a sum what a company is worth, and not what was raised, or what a part of it is worth?

"The 40 million that Kestrel has raised values it at 620": the words of a worth stand before its sum
or right behind it. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import fact_turns
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.model.messages import msg
from tui.proof.verify.checks.facts.kinds import (
    CALLED,
    PAYING,
    RAISING,
    SURE,
    meets,
    nouns_of,
    verbs_of,
)
from tui.proof.verify.checks.facts.measures import measured

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import FigureFact
    from tui.proof.verify.checks.asked import Asked

_GOAL_REACH = 4
"""Words behind a sum among which its noun stands."""


def other_than_value(
    claim: Claim,
    figure: FigureClaim,
    fact: FigureFact | None,
    reading: QuoteReading,
    asked: Asked,
) -> str:
    """Why a sum is not what a company is worth; empty where its words say so.

    The words stand before it, or it stands right before their noun: in "the 4 million that Circ
    has raised values it at 60" they are those of the second sum.
    """
    role = figure.role is not None and figure.role.what == "valuation"
    stake = _stake_valued(claim, figure)
    if stake:
        return stake
    if role or (fact is not None and fact.fact_kind == "valuation"):
        return ""
    called = msg("the words do not tell that it is {called}", called=CALLED["valuation"])
    paid = any(
        event.frame in PAYING | RAISING
        and any(meets(span, figure.mention) for span in event.figures)
        for event in asked.directions.events(reading, alone=True)
    )
    if paid or (fact is not None and fact.fact_kind in SURE):
        return called
    words, source = claim.sentence.words, claim.sentence.source
    before = source[figure.region[0] : figure.mention.start]
    behind = words[figure.word + 1 : figure.word + 1 + _GOAL_REACH]
    noun = source[behind[0].start : behind[-1].end] if behind else ""
    nouns, verbs = (find("valuation", claim.language) for find in (nouns_of, verbs_of))
    named = measured(claim, figure, asked)
    if named is not None and named.what == "valuation":
        return ""
    told = nouns.search(before) or verbs.search(before) or _VALUE_BEHIND.search(noun)
    return "" if told else called


_VALUE_BEHIND = re.compile(
    r"^(?:in |of |de |d[’'])?(?:\w+ )?(?:valuation|market (?:value|cap)|capitali[sz]ation"
    r"|valorisation|unicorn|company|business)(?!\w)",
    re.IGNORECASE,
)


def _values_share(claim: Claim, figure: FigureClaim) -> str:
    """A share that something values: "values its 20 percent of Circ at 60 million"."""
    words, low = claim.sentence.words, claim.sentence.low
    for at in range(figure.word - 1, max(-1, figure.word - _OBJECT_REACH), -1):
        if words[at].kind == "sign":
            break
        if low[at].startswith(("valu", "valoris", "estim", "evalu")):
            inside = range(at + 1, figure.word)
            share = any(
                (mention := words[one].mention) is not None and mention.kind in _SHARES
                for one in inside
            )
            if share or any(low[one] in fact_turns.STAKE_NOUNS for one in inside):
                return msg(
                    "it is that of a part: “{words}”", words=claim.sentence.printed(at, at + 3)
                )
            break
    return ""


_SHARES = frozenset({"percent", "fraction"})
_OBJECT_REACH = 12
"""Words from a verb of valuing over its object to the sum."""


def _stake_valued(claim: Claim, figure: FigureClaim) -> str:
    """The stake that is worth a sum, not its company: "its stake in Circ is worth 4 million"."""
    part = _values_share(claim, figure)
    if part:
        return part
    low, verb = claim.sentence.low, figure.word - 1
    while verb > 0 and low[verb] in _BEFORE_WORTH:
        verb -= 1
    if not low[verb].startswith(_WORTH):
        return ""
    clause = claim.clauses.of[verb]
    if low[verb] == "worth" and low[verb - 1] in fact_turns.THINGS_WORTH:
        words = claim.sentence.printed(verb - 1, verb + 1)
        return msg("another thing is told: “{words}”", words=words)
    head = verb - 1
    while head > 0 and low[head] in _IS_WORTH:
        head -= 1
    if head > 1 and low[head - 1] == "'s" and low[head] not in _WHOLE[claim.language]:
        words = claim.sentence.printed(head, head + 1)
        return msg("it is that of a part: “{words}”", words=words)
    for at in range(verb - 1, -1, -1):
        compound = low[at + 1] in DEAL_NOUNS  # "The share sale lifted its valuation to"
        if claim.clauses.of[at] == clause and low[at] in fact_turns.STAKE_NOUNS and not compound:
            return msg("it is that of a part: “{words}”", words=claim.sentence.printed(at, at + 1))
    return ""


_IS_WORTH = frozenset("is are was were has have been now currently also".split())


_WHOLE = {
    language: nouns | {"worth", "value", "valuation", "capitalisation", "capitalization", "equity"}
    for language, nouns in COMPANY_NOUNS.items()
}
"""Of a company's, these are worth what it is: "Circ's business is worth"."""


_WORTH = ("worth", "vaut", "valait", "vaud", "valu", "valoris", "estim", "evalu", "pese")
"""Beginnings of the words by which something is told to be worth a sum right behind them."""


_BEFORE_WORTH = frozenset(
    "at to about some around nearly almost now currently more less than over a à environ pres de"
    " quelque plus moins d' les desormais aujourd'hui".split()
)
"""What stands between "is worth" and its sum."""


def is_raised(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a sum is one that was raised or put in: "the 4 million that Circ has raised"."""
    low, at = claim.sentence.low, figure.word
    near = {*low[max(0, at - _RAISED_REACH) : at], *low[at + 1 : at + 2 + _RAISED_REACH]}
    return not fact_turns.FRESH_SUMS.isdisjoint(near)


_RAISED_REACH = 5
"""Words from a sum to what tells that it was raised: "that Circ has just raised"."""
