"""Is a fine told as one that stands: upheld, appealed against in vain, confirmed?

"The court upheld a 4 million fine against Kestrel", "Kestrel lost its appeal against", "has failed
to overturn": what failed is the appeal, and the fine is due. Each reading takes time with the words
of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, ruling_words
from tui.language.common_names import NO_PARTIES
from tui.language.plain_words import Phrases
from tui.model.records import Deal
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.sums.new_values import FINES

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.turns.turn import Turn, TurnKind
    from tui.proof.verify.checks.asked import Asked

_IN_VAIN: frozenset[TurnKind] = frozenset({"fail", "refuse", "cancel", "deny"})
"""What is said of the appeal, not of the fine."""
_UPHOLDING: Phrases[str] = Phrases({"upheld": ruling_words.UPHOLDING})
_IN_VAIN_WORDS: Phrases[str] = Phrases({"in vain": ruling_words.IN_VAIN})
_APPEAL_REACH = 6
"""Words from "dismissed" to the appeal: "rejected on Tuesday Kestrel's latest appeal"."""
_FINE_REACH = 9
"""Words from the verb or the appeal to the fine: "overturn a 1.1 billion euro EU fine"."""
_TARGET_REACH = 10
"""Words from a fine to whom it was imposed on: "fine imposed in May on the lender Kestrel"."""
_PAYEE_REACH = 3
"""Words from "by" to the authority: "by the regulator Nordwind"."""


def is_upheld(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a figure is a fine of the payer that stands by what the sentence tells.

    Args:
        claim: The sentence.
        figure: The figure.
        asked: The amount of a deal.
    """
    record = asked.record
    if not isinstance(record, Deal) or not record.payer:
        return False
    noun = _fine(claim, figure)
    return (
        noun >= 0
        and (
            _is_upheld(claim, figure, noun)
            or _is_appealed_in_vain(claim, figure, noun, asked)
            or _is_contested(claim, figure, noun, asked)
        )
        and _is_imposed_on_payer(claim, noun, asked)
        and _is_due_to_payee(claim, asked)
    )


def reaches_fine(claim: Claim, turn: Turn) -> bool:
    """Whether a turn of the sentence is said of a fine that stands, not of the appeal alone."""
    low, fights = claim.sentence.low, ruling_words.CONTESTING | {"appeal", "challenge"}
    behind = low[turn.last : turn.last + _PAYEE_REACH]
    if turn.kind == "not" and not fights.isdisjoint(behind[:1]):
        return False  # "Would not contest the fine"
    ahead = turn.kind in {"possible", "plan", "will"} and turn.first >= 0
    if ahead and not (ruling_words.APPEALS | fights).isdisjoint(behind):
        return False  # "Is to appeal against it"
    return turn.kind not in _IN_VAIN


def _fine(claim: Claim, figure: FigureClaim) -> int:
    """Where the noun stands that makes a figure a fine; -1 for none."""
    low, at = claim.sentence.low, figure.word
    governor = governor_of(claim.sentence, at)
    if governor.kind == "noun":
        near = range(governor.first, governor.last)
        return next((number for number in near if low[number] in FINES), -1)
    behind = range(at + 1, min(len(low), at + _PAYEE_REACH))
    return next((number for number in behind if low[number] in FINES), -1)


def _is_upheld(claim: Claim, figure: FigureClaim, noun: int) -> bool:
    """Whether a verb says that a fine stands: "upheld the fine", "the fine was confirmed"."""
    low = claim.sentence.low
    first, last = min(figure.word, noun), max(figure.word, noun)
    return any(
        (
            0 < first - (at + length) < _FINE_REACH
            and ruling_words.APPEALS.isdisjoint(low[at + length : first])
        )
        or (at > last and _is_said_of(claim, last, at))
        for at, length, _ in _UPHOLDING.each(low)
    )


def _is_appealed_in_vain(claim: Claim, figure: FigureClaim, noun: int, asked: Asked) -> bool:
    """Whether the appeal of the payer against a fine came to nothing.

    The payer is named before the fine: "Kestrel lost its appeal", "dismissed Kestrel's appeal".
    """
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    first, last = min(figure.word, noun), max(figure.word, noun)
    ends = sentence.words[first].start
    if record.payer not in asked.names.ids_in(sentence.source, sentence.start, ends):
        return False
    contested = [
        at
        for at in range(max(0, first - _FINE_REACH), first)
        if low[at] in ruling_words.APPEALS | ruling_words.OVERTURNING and "," not in low[at:first]
    ]
    if not contested:
        return False
    return any(
        at > last or any(at < one <= at + length + _APPEAL_REACH for one in contested)
        or any(one < at <= one + 2 for one in contested)
        for at, length, _ in _IN_VAIN_WORDS.each(low)
    )  # fmt: skip


def _is_contested(claim: Claim, figure: FigureClaim, noun: int, asked: Asked) -> bool:
    """Whether the payer only fights a fine that was imposed: "will appeal against a £4m fine".

    Who has won, or had it cut or quashed, owes it no more.
    """
    record, sentence, low = asked.record, claim.sentence, claim.sentence.low
    assert isinstance(record, Deal)
    first = min(figure.word, noun)
    ends = sentence.words[first].start
    if not ruling_words.WON.isdisjoint(low):
        return False
    if record.payer not in asked.names.ids_in(sentence.source, sentence.start, ends):
        return False
    fought = [
        at
        for at in range(max(0, first - _FINE_REACH), first)
        if low[at] in ruling_words.APPEALS | ruling_words.CONTESTING and "," not in low[at:first]
    ]
    granted = any(at < one for at, _, _ in _UPHOLDING.each(low) for one in fought)
    return bool(fought) and not granted  # "The court upheld its appeal against a £4m fine"


def _is_said_of(claim: Claim, noun: int, verb: int) -> bool:
    """Whether a passive behind a fine is its own: "A fine of 4 million on Kestrel was upheld"."""
    low = claim.sentence.low
    helped = not clause_words.AUXILIARIES.isdisjoint(low[max(noun, verb - 2) : verb])
    return helped and "," not in low[noun:verb]


def _is_imposed_on_payer(claim: Claim, noun: int, asked: Asked) -> bool:
    """Whether the payer is the one fined: behind "on" or "against", else the first name told."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    low, text = sentence.low, sentence.source
    for at in range(noun + 1, min(len(low), noun + 1 + _TARGET_REACH)):
        if low[at] not in ruling_words.IMPOSED_ON or low[at + 1 : at + 2] in (["it"], ["them"]):
            continue
        name = next(
            (one for one in range(at + 1, len(low))
             if sentence.is_capital(one) and low[one] not in NO_PARTIES), -1,
        )  # fmt: skip
        if 0 <= name <= at + _TARGET_REACH and "," not in low[at:name]:
            place = sentence.words[name].start
            return any(
                one.party == record.payer and one.start <= place < one.end
                for one in asked.names.find(text, place, sentence.end)
            )
    named = asked.names.find(text, sentence.start, sentence.end)
    names = [
        at
        for at in range(len(low))
        if sentence.words[at].kind == "word" and sentence.is_capital(at)
        and low[at] not in NO_PARTIES | ruling_words.AUTHORITIES | clause_words.DETERMINERS
    ]  # fmt: skip
    opens = bool(named) and named[0].start == sentence.words[0].start
    names = [at for at in names if at or opens]
    if not names or not named or named[0].party != record.payer:
        return False
    return named[0].start <= sentence.words[names[0]].start < named[0].end


def _is_due_to_payee(claim: Claim, asked: Asked) -> bool:
    """Whether the payee, where the sentence names it, is the authority that imposed the fine."""
    sentence, record = claim.sentence, asked.record
    assert isinstance(record, Deal)
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        if one.party != record.payee:
            continue
        at = sentence.number_at(one.start)
        behind = sentence.number_at(one.end - 1) + 1
        imposes = not ruling_words.IMPOSING.isdisjoint(sentence.low[behind : behind + _PAYEE_REACH])
        by = sentence.low[max(0, at - _PAYEE_REACH) : at]
        if {"by", "from", "par"}.isdisjoint(by) and not imposes:
            return False
    return True
