"""Is a sum that may still grow, or come to less, recorded as the bound that it is?

"Up to 2 million if targets are met" is agreed for all that: what the condition asks for decides how
much of it is paid, and a record of "up to 2 million" says no more. Each reading takes time with the
words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures import sum_words
from tui.model.quantities import Quantity
from tui.proof.claim.turns.scope import FURTHER
from tui.proof.verify.checks.sums.verbs import has_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.records import Deal
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.events import Event

_CONDITION_REACH = 9
"""Words behind "if" among which stands what a ceiling depends on: "if all its targets are met"."""
_MORE_REACH = 2
"""Words from "more" to its condition: "more if"."""
_FURTHER_REACH = 4
"""Words around a figure among which stands that it comes on top: "an additional"."""
_SHORT = 3
"""Words of a condition that tells only that the deal itself is let through: "if it is approved"."""
_GETTING = frozenset({"receive", "pay", "give", "win", "borrow", "lend", "owe", "bring"})
"""Frames of what is paid under an agreement; who buys or invests may not have agreed to."""
_LATER = frozenset({"once", "when", "upon", "as", "should", "lorsque", "quand", "si", "if", "une"})
"""What opens the clause of an outcome: "once the drug is on sale"."""


def is_contingent(claim: Claim, figure: FigureClaim, events: Sequence[Event], deal: Deal) -> bool:
    """Whether a condition is that of more or less of a sum, and the record has it as a bound.

    "Up to 2 million if targets are met", "up to 2 million more if", "at least 2 million, and more
    if sales hold up".

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        deal: The record.
    """
    amount = deal.amount
    if not isinstance(amount, Quantity):
        return False
    low = claim.sentence.low
    conditions = [turn for turn in figure.turns if turn.kind == "condition" and turn.first >= 0]
    if amount.minimum is not None or amount.exclusive_minimum is not None:
        return amount.maximum is None and all(
            not FURTHER.isdisjoint(low[max(figure.word + 1, turn.first - _MORE_REACH) : turn.first])
            for turn in conditions
        )
    if amount.maximum is None:
        return False
    near = low[max(0, figure.word - _FURTHER_REACH) : figure.word + _FURTHER_REACH]
    if not FURTHER.isdisjoint(near):
        return True
    if conditions and all(
        not sum_words.RESULTS.isdisjoint(low[turn.first : turn.last + _CONDITION_REACH])
        for turn in conditions
    ):
        return True
    own = [event for event in events if has_figure(event, figure) and event.frame]
    paid = bool(own) and all(event.frame in _GETTING for event in own)
    return (paid and _depends_on_outcome(claim, figure)) or _is_worth_of_the_deal(claim, figure)


def _is_worth_of_the_deal(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a deal taken as known may be worth so much: "The deal could be worth up to"."""
    low = claim.sentence.low
    worth = next(
        (at for at in range(figure.word - 1, max(0, figure.word - _FURTHER_REACH), -1)
         if low[at] == "worth"), 0,
    )  # fmt: skip
    return any(
        low[at] in _KNOWN_DEALS and low[at - 1] in {"the", "this"}
        for at in range(1, worth)
        if claim.clauses.of[at] in claim.clauses.around(figure.word)
    )


def _depends_on_outcome(claim: Claim, figure: FigureClaim) -> bool:
    """Whether how much is paid hangs on how things go, not on whether the deal comes about.

    "If its antibody reaches the market", "in milestone payments"; not "if the merger fails".
    """
    low, clauses = claim.sentence.low, claim.clauses
    if not sum_words.RESULTS.isdisjoint(low[figure.word : figure.word + _CONDITION_REACH]):
        return True
    for number, clause in enumerate(clauses.all):
        if clause.kind not in {"condition", "adverbial"} or low[clause.opened] not in _LATER:
            continue
        words = {low[at] for at in range(len(low)) if clauses.of[at] == number}
        if len(words) > _SHORT and words.isdisjoint(_OF_THE_DEAL):
            return True
    return False


_KNOWN_DEALS = frozenset("deal agreement contract partnership collaboration licence pact".split())
_OF_THE_DEAL = (sum_words.DEAL_NOUNS - frozenset("programme program project marche".split())) | (
    frozenset(
        """
        it closes close goes ahead through talks shareholders board lawmakers parliament voters
        court judge fails walks actionnaires conseil parlement negociations juge echoue
        """.split()
    )
)
"""Words of a condition by which it is that of the deal itself."""
