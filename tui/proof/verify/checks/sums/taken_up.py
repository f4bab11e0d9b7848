"""Does a statement behind a sum say what it is? "4 million: that is what Nordwind has paid".

The statement tells a payment of the parties of the record ("voilà ce que Nordwind va débourser"),
calls it a sum or a deal ("tel est le prix", "tels sont les termes du contrat"), or tells what one
of them costs the other. Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.clauses.verbs import verb_forms
from tui.language.figures import sum_words
from tui.language.plain_words import Phrases
from tui.model.records import Deal
from tui.proof.verify.checks.doubts import turned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_SAID_TO_BE: Phrases[str] = Phrases({"that is": sum_words.SAID_TO_BE})
_COSTS: Phrases[str] = Phrases({"costs": sum_words.COSTING})
_NOT_PAID = frozenset({"", "bid", "owe"})
"""Frames of verbs by which no sum is paid."""
_NOUN_REACH = 5
"""Words of the complement of a noun: "les grandes lignes du contrat de maintenance"."""


def is_taken_up(
    claim: Claim, figure: FigureClaim, events: Sequence[Event], asked: Asked
) -> bool | None:
    """Whether a statement right behind a figure says that it is the sum of the deal.

    Args:
        claim: The sentence.
        figure: The figure.
        events: The events of the sentence.
        asked: The field, the amount of a deal.

    Returns:
        `None` where no such statement stands there.
    """
    low, words = claim.sentence.low, claim.sentence.words
    first = figure.word + 1
    while first < len(low) and words[first].kind == "sign":
        first += 1
    phrase = _SAID_TO_BE.at(low, first) if first < len(low) else None
    if phrase is None:
        return None
    at = first + phrase[0]
    if low[at - 1] in clause_words.DETERMINERS:
        noun = at
        while noun < len(low) - 1 and low[noun] in _ADJECTIVES:
            noun += 1
        if noun >= len(low) or not _is_sum_of_deal(claim, noun):
            return False
    last = at
    while last < len(low) and not (words[last].kind == "figure" or low[last] in _ENDS):
        last += 1
    paid = [number for number in range(at, last) if _moves_money(claim, number)]
    if paid:
        said = [turn for turn in claim.turns.all if first <= turn.first < last]
        own = [one for one in events if first <= claim.sentence.number_at(one.start) < last]
        return not (turned(claim, said, asked) or any(_is_of_others(one, asked) for one in own))
    if low[at - 1] in clause_words.DETERMINERS:
        return True
    return any(
        _COSTS.at(low, number) is not None and _costs_party(claim, number, asked)
        for number in range(at, last)
    )


_ENDS = frozenset({",", ";", ".", "("})
_ADJECTIVES = frozenset("grandes main principaux principales total final exact full".split())


def _is_sum_of_deal(claim: Claim, noun: int) -> bool:
    """Whether a noun names a deal, or a sum or the terms of one where it says of what."""
    low = claim.sentence.low
    if low[noun] in sum_words.DEAL_NOUNS - sum_words.NO_DEALS_OF_COST:
        return True
    if low[noun] not in sum_words.SUM_NOUNS | _TERMS:
        return False
    if low[noun + 1 : noun + 2] == [] or low[noun + 1] not in OF:
        return low[noun] in sum_words.SUM_NOUNS
    near = range(noun + 2, min(len(low), noun + 2 + _NOUN_REACH))
    return any(low[at] in sum_words.DEAL_NOUNS for at in near)


_TERMS = frozenset("termes terms conditions lignes outlines clauses".split())


def _moves_money(claim: Claim, at: int) -> bool:
    """Whether a word is a verb by which money is paid, finite or behind another verb."""
    word = claim.sentence.words[at]
    if word.kind != "word" or claim.sentence.is_capital(at):
        return False
    written = claim.sentence.source[word.start : word.end].lower()
    helped = not clause_words.AUXILIARIES.isdisjoint(claim.sentence.low[max(0, at - 2) : at])
    return any(
        form.verb.frame not in _NOT_PAID and (helped or form.tense not in {"participle", "gerund"})
        for form in verb_forms(claim.language).get(written, ())
    )


def _is_of_others(event: Event, asked: Asked) -> bool:
    """Whether an event names somebody else than the parties of a record, or did not come about."""
    record = asked.record
    assert isinstance(record, Deal)
    if event.frame and (event.polarity != "affirmed" or event.mood == "cancelled"):
        return True
    return any(
        party and any(role.name for role in roles) and party not in {role.party for role in roles}
        for roles, party in ((event.payers, record.payer), (event.payees, record.payee))
    )


def _costs_party(claim: Claim, verb: int, asked: Asked) -> bool:
    """Whether a verb of cost has a party or a deal for its subject: "ce que coûtera Kestrel"."""
    sentence = claim.sentence
    record = asked.record
    assert isinstance(record, Deal)
    named = asked.names.find(sentence.source, sentence.start, sentence.end)
    # In French the subject often stands behind the verb, and whom it costs before or after it.
    for step in (1, -1):
        at = verb + step
        while 0 < at < len(sentence.low) - 1:
            start = sentence.words[at].start
            owner = next((one.party for one in named if one.start <= start < one.end), "")
            if owner == record.payee or (step > 0 and sentence.low[at] in sum_words.DEAL_NOUNS):
                return True
            if sentence.low[at] not in _PASSED and not owner:
                break
            at += step
    return False


_PASSED = clause_words.DETERMINERS | frozenset({"will", "has", "would", "à", "au", "aux"})
