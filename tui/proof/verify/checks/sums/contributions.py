"""What one of several gives to something: a part of a whole, and its own sum all the same.

"Nordwind put up 60 million of the 140 million that Kestrel raised", "a 2 million grant towards the
7 million project": the whole is told beside it, and no instalment of one price. Each reading takes
time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.figures import purpose_words, sum_words
from tui.model.records import Deal
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_GIVING = frozenset({"put", "commit", "give", "invest", "lend", "pay"})
"""Frames by which somebody gives a part of what several do."""
_RAISED = frozenset(
    """
    raise raised raises raising round rounds series fundraising fundraise appeal campaign target
    cost costs bill bills facture coutera coute budget project scheme works restoration renovation
    refurbishment rebuild overhaul
    leve levee levees leves tour collecte cout projet budget chantier travaux
    """.split()
)
"""What several give to; a price and a loan are paid by one, in parts."""
_WHOLE_REACH = 10
"""Words behind a part that tell the whole: "of the 140 million that digital bank K raised"."""
_GOAL_REACH = 4
"""Words from "towards" over adjectives to the cost: "towards its new £7m wing"."""
_ORDERS_REACH = 4
"""Words around a figure among which stands that it is what investors asked for."""
_TOTALS = frozenset("total sum money somme".split())
_PAYING_BACK = frozenset({"repay", "reimburse", "refund", "rembourser"})
_TOWARDS = frozenset({"towards", "toward", "to", "for", "into", "pour", "sur", "dans", "of"})
_GOALS = purpose_words.PROJECTS | purpose_words.WORKS | {"centre", "center", "hall", "building"}
_ORDERS = frozenset({"orders", "bids", "demand", "book", "ordres", "demandes", "carnet", "demande"})
_PAPERS = frozenset("bond bonds notes note debt obligations obligation emprunt titres".split())


def is_own_contribution(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> bool:
    """Whether a part is what the payer gives to a whole of several: "60 of the 140 raised".

    Args:
        claim: The sentence.
        figure: The part.
        reading: The quote.
        asked: The amount of a deal.
    """
    record, low = asked.record, claim.sentence.low
    if not isinstance(record, Deal) or not record.payer:
        return False
    own = [
        event for event in asked.directions.events(reading, alone=True) if has_figure(event, figure)
    ]
    if any(
        event.lemma in _PAYING_BACK
        and record.payer in {role.party for role in event.payers}
        and record.payee in {role.party for role in event.payees}
        for event in own
    ):
        return True  # "Repaid Kestrel the outstanding 58 million of its loan"
    behind = low[figure.word + 1 : figure.word + 1 + _WHOLE_REACH]
    total = not _TOTALS.isdisjoint(behind[:_GOAL_REACH])
    raised = not _RAISED.isdisjoint(low[: figure.word] if total else behind)
    if behind[:1] not in (["of"], ["des"], ["sur"], ["du"]) or not raised:
        return False
    if any(role.party == record.payer for event in own if event.frame in _GIVING
           for role in event.payers):  # fmt: skip
        return True
    return any(event.lemma in _COVERING for event in own) and _is_subject(claim, figure, asked)


def _is_subject(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether the payer of a record is named last before a verb and its figure: "N is covering"."""
    sentence, deal, of = claim.sentence, asked.record, claim.clauses.of
    assert isinstance(deal, Deal)
    before = asked.names.find(sentence.source, sentence.start, figure.mention.start)
    return (
        bool(before)
        and before[-1].party == deal.payer
        and of[sentence.number_at(before[-1].start)] == of[figure.word]
    )


_COVERING = frozenset(
    """
    provide cover contribute put give invest inject commit pledge donate lend finance fund bear meet
    supply shoulder fournir couvrir apporter financer investir injecter verser mettre supporter
    assumer prendre débourser
    """.split()
)
"""Verbs of whoever pays a part of what others pay, too."""


def is_cost_of_goal(claim: Claim, mine: FigureClaim, other: FigureClaim) -> bool:
    """Whether another figure is what the goal of a sum costs, or what is bid for bonds.

    "A 2 million grant towards the 7 million project", "sold 500 million of bonds, with orders
    topping 1.8 billion".

    Args:
        claim: The sentence.
        mine: The sum.
        other: The figure beside it.
    """
    low = claim.sentence.low
    if other.word < mine.word:
        return False
    near = low[max(mine.word, other.word - _ORDERS_REACH) : other.word + _ORDERS_REACH]
    papers = low[mine.word : mine.word + 2 * _ORDERS_REACH]
    if not _ORDERS.isdisjoint(near) and not _PAPERS.isdisjoint(papers):
        return True
    if not {"option", "options"}.isdisjoint(low[mine.word + 1 : other.word]):
        return True  # "1.3 billion for two ships, with options that would lift it to 1.9"
    governor = governor_of(claim.sentence, other.word)
    if governor.kind != "noun" or governor.first < other.word:
        return False
    before = low[max(mine.word + 1, other.word - _GOAL_REACH) : other.word]
    if _TOWARDS.isdisjoint(before) or not _GOALS.isdisjoint(_phrase(claim, mine.word)):
        return False
    round_ = before[:1] == ["of"] and not {"round", "raise", "series"}.isdisjoint(governor.words)
    return governor.is_any(_GOALS) or round_


def _phrase(claim: Claim, at: int) -> list[str]:
    """The nouns right behind a figure: "a £2m | building grant"."""
    found = []
    for word in claim.sentence.words[at + 1 : at + _GOAL_REACH]:
        if word.kind != "word" or word.low in clause_words.PREPOSITIONS | sum_words.MEANS:
            break
        found.append(word.low)
    return found
