"""Who pays whom where a noun calls them so: "Kestrel's new owner is Nordwind", "the 4 M come from".

Beside the events of verbs and nouns, whose arguments are read elsewhere, a sentence may say by a
copula who is the buyer, the lender or the sponsor of whom. Linear in the words of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language import clause_words
from tui.language import role_nouns as lists
from tui.proof.claim.turns import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.claim import Claim
    from tui.proof.verify.checks.asked import Asked

_NOUN_REACH = 6
"""Words between a copula and the noun, or between a party and the noun that is its own."""
_NAME_REACH = 4
"""Words from a copula or a preposition to the name behind it."""
_OF = frozenset({"of", "de", "d'", "du", "in", "for", "to", "behind", "chez", "pour"})
_GETTING = frozenset("for to in into by par pour à a au dans de d' du received".split())
_DOUBTED = NEGATIVE | {"possible", "plan", "talks", "condition", "question", "rumour", "offer"}
_BEFORE_NAME = (
    clause_words.DETERMINERS
    | clause_words.ADVERBS_BETWEEN
    | frozenset("group groupe company societe fund fonds bank banque called".split())
)


class _Place(NamedTuple):
    """The words of a name."""

    first: int
    last: int
    party: str


def calls_payer(claim: Claim, payer: str, payee: str, asked: Asked) -> bool:
    """Whether a sentence says by a noun that one party pays, and another one is paid.

    Args:
        claim: The sentence.
        payer: The party that is to pay.
        payee: The party that is to be paid.
        asked: The field.
    """
    low = claim.sentence.low
    if not payer or not payee or lists.NOT_SO & claim.sentence.known:
        return False
    if any(turn.kind in _DOUBTED for turn in claim.turns.all):
        return False
    names = list(_names(claim, asked))
    paying = [one for one in names if one.party == payer]
    paid = [one for one in names if one.party == payee]
    if not paying or not paid:
        return False
    return any(
        (word in lists.IS and _by_copula(low, at, paying, paid))
        or (word in lists.COMES and _by_coming(claim, at, paying, paid))
        or (word in lists.STANDING and _by_standing(low, at, paying, paid))
        for at, word in enumerate(low)
    )


def _names(claim: Claim, asked: Asked) -> Iterator[_Place]:
    sentence = claim.sentence
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        first = sentence.number_at(one.start)
        last = first
        while last < len(sentence.words) and sentence.words[last].start < one.end:
            last += 1
        yield _Place(first, last, one.party)


def _by_copula(
    low: Sequence[str], at: int, paying: Sequence[_Place], paid: Sequence[_Place]
) -> bool:
    for one in paying:
        before = low[one.last : at]
        if one.last <= at and _CARRYING.issuperset(before):
            # "Nordwind is the buyer of Kestrel"
            return any(_role_of(low, at + 1, other) for other in paid if other.first > at)
        if at < one.first <= at + _NAME_REACH and _BEFORE_NAME.issuperset(low[at + 1 : one.first]):
            # "Kestrel's new owner is Nordwind", "The buyer of Kestrel is Nordwind"
            return any(_own_role(low, other, at) for other in paid if other.last <= at)
    return False


def _role_of(low: Sequence[str], first: int, paid: _Place) -> bool:
    """Whether a role stands from a word on, and is that of a party: "the buyer of Kestrel"."""
    becomes = not lists.BECOMING.isdisjoint(low[max(0, first - 3) : first])
    for at in range(first, min(paid.first, first + _NOUN_REACH)):
        if _is_role(low, at, becomes=becomes):
            between = low[at + 1 : paid.first]
            return bool(between) and between[0] in _OF and len(between) <= _NAME_REACH
    return False


def _own_role(low: Sequence[str], paid: _Place, copula: int) -> bool:
    """Whether a role before a copula is that of a party: "Kestrel's sponsor", "le mécène de K"."""
    if low[paid.last : paid.last + 1] == ["'s"]:
        near = range(paid.last + 1, min(copula, paid.last + 1 + _NOUN_REACH))
        return any(_is_role(low, at, becomes=False) for at in near)
    near = range(max(0, paid.first - _NAME_REACH), paid.first)
    return any(
        _is_role(low, at, becomes=False) and low[at + 1] in _OF
        for at in near
        if at + 1 < paid.first
    ) and _CARRYING.issuperset(low[paid.last : copula])


def _is_role(low: Sequence[str], at: int, *, becomes: bool) -> bool:
    if low[at] in lists.PAYERS:
        return True
    return low[at] in lists.OWNERS and (
        becomes or not lists.NEW.isdisjoint(low[max(0, at - 2) : at])
    )


def _by_coming(claim: Claim, at: int, paying: Sequence[_Place], paid: Sequence[_Place]) -> bool:
    """As in "The 4 million for Kestrel come from Nordwind"."""
    low, words = claim.sentence.low, claim.sentence.words
    if low[at + 1 : at + 2] not in (["from"], ["de"], ["d'"], ["du"]):
        return False
    figure = any(word.kind == "figure" for word in words[:at])
    payer = any(
        at + 1 < one.first <= at + 1 + _NAME_REACH
        and _BEFORE_NAME.issuperset(low[at + 2 : one.first])
        for one in paying
    )
    return (
        figure
        and payer
        and any(one.last <= at and one.first and low[one.first - 1] in _GETTING for one in paid)
    )


def _by_standing(
    low: Sequence[str], at: int, paying: Sequence[_Place], paid: Sequence[_Place]
) -> bool:
    """As in "Behind the loan to Kestrel stands Nordwind"."""
    return (
        low[0] in lists.BEHIND
        and any(one.last <= at for one in paid)
        and any(
            at < one.first <= at + _NAME_REACH and _BEFORE_NAME.issuperset(low[at + 1 : one.first])
            for one in paying
        )
    )


_CARRYING = clause_words.ADVERBS_BETWEEN | frozenset("has have had a ont est s' , .".split())
