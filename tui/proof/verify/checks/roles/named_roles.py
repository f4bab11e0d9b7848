"""Roles of a deal that no verb of paying tells: who is called the buyer, whose a company is now.

"The seller, Kestrel", "Kestrel's new owner is Nordwind", "Kestrel is now part of Nordwind", "the 4
million come from Nordwind", "Kestrel cost Nordwind 4 million", "Kestrel belongs to us". A sentence
is read for the names of a record, by the words between two of them; verbs and nouns with arguments
are read as events. Linear in the words of the sentence, for each pair of names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.language import clause_words, role_words
from tui.language import role_nouns as lists
from tui.language.clause_words import OF
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.name_words import NATIONALITIES, PLACES
from tui.language.plain_words import Phrases, plain_word
from tui.model.records import Deal
from tui.proof.claim.turns.turn import NEGATIVE
from tui.proof.claim.words import FIGURE
from tui.proof.verify.checks.roles.first_person import is_told_of_us
from tui.proof.verify.checks.roles.transfers import is_bought_player, is_transfer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_BELONGING: Phrases[str] = Phrases({"belongs": lists.BELONGING})
_FINDING: Phrases[str] = Phrases({"finds": lists.FINDING_BUYER})
_LINKS = OF | {"in", "for", "to", "behind", "chez", "pour"}
_DETERMINERS = clause_words.DETERMINERS - OF
_NOUNS = {"payer": role_words.BUYERS, "payee": role_words.SELLERS}
_DOUBTED = NEGATIVE | {"possible", "plan", "talks", "condition", "question", "rumour", "offer"}
_NOUN_REACH = 6
"""Words between a copula and the noun, or between a party and the noun that is its own."""
_BESIDE_ROLE = 3
"""Words before a role among which one stands that makes another of it: "a potential buyer"."""
_ROUND_REACH = 9
"""Words between a role and the party over what is backed: "investor in the 6 million round of"."""
_NAME_REACH = 4
"""Words from a copula or a preposition to the name behind it."""
_COST_REACH = 6
"""Words from what costs to whom, the sum among them: "a coûté 4 millions à Nordwind"."""
_GETTING = frozenset("for to in into by par pour à a au dans de d' du received".split())
_BEFORE_NAME = (
    clause_words.DETERMINERS
    | clause_words.ADVERBS_BETWEEN
    | frozenset("group groupe company societe fund fonds bank banque called".split())
)
_CARRYING = clause_words.ADVERBS_BETWEEN | frozenset("has have had a ont est s' , .".split())


class _Place(NamedTuple):
    """The words of a name."""

    first: int
    last: int
    party: str


def is_named_as(role: str, party: str, reading: QuoteReading, asked: Asked) -> bool:
    """Whether quoted words name a party as the buyer or the seller of a deal.

    Args:
        role: `payer` or `payee`.
        party: The party, by id.
        reading: The quote.
        asked: The field.
    """
    return any(
        _is_apposed(role, party, claim, reading, asked)
        or (role == "payer" and _is_sold_to(party, claim, asked))
        or (role == "payee" and _is_worth_to(party, claim, asked))
        or _shows_both(role, party, claim, reading, asked)
        for claim in reading.claims
    )


def is_apposed(role: str, party: str, reading: QuoteReading, asked: Asked) -> bool:
    """Whether quoted words call a party the buyer (`payer`) or the seller (`payee`)."""
    return any(_is_apposed(role, party, claim, reading, asked) for claim in reading.claims)


def _shows_both(role: str, party: str, claim: Claim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a sentence shows both ends of the deal of a record."""
    deal = asked.record
    if not isinstance(deal, Deal) or not (deal.payer and deal.payee):
        return False
    quoted = asked.names.ids_in(reading.paragraph.text, reading.start, reading.end)
    moved = is_transfer(claim, asked) or is_bought_player(claim, asked)
    if party in quoted and (moved or _is_paid_for(claim, deal, asked)):
        return True
    return is_told_of_us(role, party, claim, reading, asked)


def _is_paid_for(claim: Claim, deal: Deal, asked: Asked) -> bool:
    """Whether words between the names of a deal tell that its payer pays its payee."""
    names = list(_names(claim, asked))
    low = claim.sentence.low
    plain = lists.NOT_SO.isdisjoint(low)
    # "Nordwind's rival" is not Nordwind.
    paying = [one for one in names if one.party == deal.payer and not _owns(low, one)]
    paid = [one for one in names if one.party == deal.payee]
    if not paying or not paid:
        return False
    between = [(a, b) for a in paying for b in paid]
    if any(_is_doubted(claim, one) for one in (*paying, *paid)):
        return False
    return (
        any(
            (word in lists.IS and _by_copula(low, at, paying, paid))
            or (plain and word in lists.COMES and _by_coming(claim, at, paying, paid))
            or (word in lists.STANDING and _by_standing(low, at, paying, paid))
            for at, word in enumerate(low)
        )
        or any(_by_apposition(low, a, b) for a, b in between)
        or any(_by_belonging(low, a, b) for a, b in between)
    ) or (plain and _by_sums(low, between))


def _by_sums(low: Sequence[str], between: Sequence[tuple[_Place, _Place]]) -> bool:
    """Whether words about a sum between two names tell that the first one pays the second."""
    return (
        any(_by_cost(low, a, b) for a, b in between)
        or any(_by_money_in_front(low, a, b) for a, b in between)
        or any(_by_thanks(low, a, b) for a, b in between)
    )


def _owns(low: Sequence[str], name: _Place) -> bool:
    return low[name.last : name.last + 1] in (["'s"], ["\u2019s"], ["'"])


def _is_doubted(claim: Claim, name: _Place) -> bool:
    """Whether what is said of a name is denied, or only planned, asked or thought possible."""
    return any(turn.kind in _DOUBTED for turn in claim.turns.on(name.first))


def _names(claim: Claim, asked: Asked) -> Iterator[_Place]:
    sentence = claim.sentence
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        first = sentence.number_at(one.start)
        last = first
        while last < len(sentence.words) and sentence.words[last].start < one.end:
            last += 1
        yield _Place(first, last, one.party)


# What a noun calls somebody


def _is_apposed(role: str, party: str, claim: Claim, reading: QuoteReading, asked: Asked) -> bool:
    """As in "the buyer, Nordwind", "L'acheteur est Nordwind", "the sellers, brothers A and B"."""
    sentence, low = claim.sentence, claim.sentence.low
    for one in asked.names.find(sentence.source, reading.start, reading.end):
        if one.party != party or not sentence.start <= one.start < sentence.end:
            continue
        at = sentence.number_at(one.start) - 1
        if at > 1 and low[at] in _KIN:
            at -= 1
        while at > 0 and low[at] in _DETERMINERS:
            at -= 1
        if at > 0 and low[at] in {",", "is", "est", ":"}:
            at -= 1
        if at < 0 or low[at] not in _NOUNS[role]:
            continue
        if at and low[at - 1] in {"the", "l'", "le", "la", "les"}:
            return True
    return False


_KIN = frozenset("brothers sisters siblings freres soeurs epoux family famille".split())


def _by_copula(
    low: Sequence[str], at: int, paying: Sequence[_Place], paid: Sequence[_Place]
) -> bool:
    for one in paying:
        before = low[one.last : at]
        if one.last <= at and _CARRYING.issuperset(before):
            # "Nordwind is the buyer of Kestrel", "Nordwind is Kestrel's sole backer"
            return any(
                _role_of(low, at + 1, other) or _role_behind(low, at, other)
                for other in paid
                if other.first > at
            )
        if at < one.first <= at + _NAME_REACH and _leads_to_name(low[at + 1 : one.first]):
            # "Kestrel's new owner is Nordwind", "The buyer of Kestrel is Nordwind"
            return any(_own_role(low, other, at) for other in paid if other.last <= at)
    return False


def _by_apposition(low: Sequence[str], paying: _Place, paid: _Place) -> bool:
    """As in "Nordwind, new owner of Kestrel," and "the new owner of Kestrel, Nordwind,"."""
    buyers = lists.OWNERS | role_words.BUYERS
    if low[paying.last : paying.last + 1] == [","] and paid.first > paying.last:
        told = low[paying.last + 1 : paid.first]
        return not buyers.isdisjoint(told) and _role_of(low, paying.last + 1, paid)
    behind = paying.first - 1
    while behind > paid.last and low[behind] in _BEFORE_NAME:
        behind -= 1
    near = low[max(0, paid.first - _NAME_REACH) : behind + 1]
    called = low[behind] == "," and behind >= paid.last and not buyers.isdisjoint(near)
    return called and _own_role(low, paid, behind)


def _role_of(low: Sequence[str], first: int, paid: _Place) -> bool:
    """Whether a role stands from a word on, and is that of a party: "the buyer of Kestrel"."""
    becomes = not lists.BECOMING.isdisjoint(low[max(0, first - 3) : first])
    for at in range(first, min(paid.first, first + _NOUN_REACH)):
        if _is_role(low, at, becomes=becomes):
            between = low[at + 1 : paid.first]
            near = len(between) <= _NAME_REACH or _of_round(between)
            return bool(between) and between[0] in _LINKS and near
    return False


def _role_behind(low: Sequence[str], copula: int, paid: _Place) -> bool:
    """Whether a role of a party stands behind its name, and that behind a copula."""
    if not _leads_to_name(low[copula + 1 : paid.first]) or low[paid.last : paid.last + 1] != ["'s"]:
        return False
    near = range(paid.last + 1, min(len(low), paid.last + 1 + _BESIDE_ROLE))
    becomes = low[copula] in lists.BECOMING
    return any(_is_role(low, at, becomes=becomes) for at in near)


def _of_round(words: Sequence[str]) -> bool:
    """Whether words between a role and a party only tell what is backed: "in the ¤ round of"."""
    passing = _LINKS | lists.ROUNDS | _DETERMINERS | {FIGURE}
    return len(words) <= _ROUND_REACH and passing.issuperset(words)


def _own_role(low: Sequence[str], paid: _Place, stop: int) -> bool:
    """Whether a role before a word is that of a party: "Kestrel's sponsor", "le mécène de K"."""
    owns = low[paid.last : paid.last + 1] == ["'s"]
    if owns:
        near = range(paid.last + 1, min(stop, paid.last + 1 + _NOUN_REACH))
        if any(_is_role(low, at, becomes=False) for at in near):
            return True
    passing = _CARRYING | lists.ROUNDS | {"'s", FIGURE} if owns else _CARRYING
    return any(
        _is_role(low, at, becomes=False)
        and low[at + 1] in _LINKS
        and (paid.first - at <= _NAME_REACH or _of_round(low[at + 1 : paid.first]))
        for at in range(max(0, paid.first - _ROUND_REACH - 1), paid.first - 1)
    ) and passing.issuperset(low[paid.last : stop])


def _leads_to_name(words: Sequence[str]) -> bool:
    """Whether words before a name only say what its bearer is: "the Munich fund", "rival"."""
    if len(words) == len(("le", "lorrain")) and words[0] in {"le", "la", "l'"}:
        return words[1].isalpha() and words[1] not in clause_words.PREPOSITIONS
    return all(word in _BEFORE_NAME | _WHAT_IT_IS or _WHERE.search(word) for word in words)


_WHERE = re.compile(r"-(?:based|listed|backed|owned|headquartered|quoted)$")
_WHAT_IT_IS = frozenset(
    plain_word(word)
    for word in (
        *(noun for nouns in COMPANY_NOUNS.values() for noun in nouns),
        *NATIONALITIES, *PLACES, "rival", "private", "equity", "family", "local", "state",
        "familial", "familiale", "prive", "privee", "public", "publique", "cote", "cotee",
        "industriel", "industrielle", "regional", "regionale", "specialise", "voisin", "voisine",
    )
)  # fmt: skip


def _is_role(low: Sequence[str], at: int, *, becomes: bool) -> bool:
    beside = [word for word in low[max(0, at - _BESIDE_ROLE) : at] if word not in lists.ALONE]
    if not lists.NOT_SO.isdisjoint(beside):
        return False
    if low[at] in lists.PAYERS:
        return True
    return low[at] in lists.OWNERS and (
        becomes or not lists.NEW.isdisjoint(low[max(0, at - 2) : at])
    )


# Whose something is, and where money comes from


def _by_belonging(low: Sequence[str], paying: _Place, paid: _Place) -> bool:
    """As in "Kestrel is now part of Nordwind", "has found a buyer in Nordwind", "en est devenu"."""
    if paid.last <= paying.first:
        for at in range(paid.last, paying.first):
            phrase = _BELONGING.at(low, at) or _FINDING.at(low, at)
            if phrase is None or not _leads_to_name(low[at + phrase[0] : paying.first]):
                continue
            ahead = low[paid.last : at]
            found = _FINDING.at(low, at) is not None
            new = found or not lists.NOW.isdisjoint((*ahead, *low[at : at + phrase[0]]))
            return new and (_BESIDE_BELONGING | _FOUND).issuperset(ahead)
    behind = low[paying.last : paying.last + _NAME_REACH + 1]
    return (
        paid.last <= paying.first
        and behind[:1] == ["en"]
        and not (lists.OWNERS.isdisjoint(behind) or lists.BECOMING.isdisjoint(behind))
    )


_FOUND = frozenset("found finds find trouve trouvent tient obtenu deniche".split())
_BESIDE_BELONGING = (
    _CARRYING | lists.NOW | frozenset("is are was were which qui est sont the le la un une".split())
)


def _by_cost(low: Sequence[str], paying: _Place, paid: _Place) -> bool:
    """As in "Kestrel cost Nordwind 4 million", but not "cost it 4 million in lost sales"."""
    if paid.last > paying.first:
        return False
    costs = next((at for at in range(paid.last, paying.first) if low[at] in lists.COSTING), -1)
    between = low[paid.last : max(costs, paid.last)]
    if costs < 0 or "," in between or not _CARRYING.union({"aura"}).issuperset(between):
        return False
    if paid.first and low[paid.first - 1] in clause_words.PREPOSITIONS:
        return False  # "The delay at Kestrel cost Nordwind 4 million"
    near = low[costs : paying.last + _NAME_REACH]
    lost = not lists.LOSSES.isdisjoint(low[costs : paying.last + _COST_REACH])
    return FIGURE in near and paying.first - costs <= _COST_REACH and not lost


def _by_coming(claim: Claim, at: int, paying: Sequence[_Place], paid: Sequence[_Place]) -> bool:
    """As in "The 4 million for Kestrel come from Nordwind", "that Kestrel received come from"."""
    low, words = claim.sentence.low, claim.sentence.words
    link = at + 1
    while low[link : link + 1] and low[link] in clause_words.ADVERBS_BETWEEN | lists.WHOLLY:
        link += 1
    if low[link : link + 1] not in (["from"], ["de"], ["d'"], ["du"]):
        return False
    figure = any(word.kind == "figure" for word in words[:at])
    payer = any(
        link < one.first <= link + _NAME_REACH
        and _BEFORE_NAME.issuperset(low[link + 1 : one.first])
        for one in paying
    )
    return figure and payer and any(_gets(low, one, at) for one in paid)


def _gets(low: Sequence[str], name: _Place, stop: int) -> bool:
    """Whether a name before a word is that of who is given something."""
    before = name.first - 1
    while before > 0 and low[before] in _BEFORE_NAME - _GETTING:
        before -= 1
    if name.last > stop or before < 0:
        return False
    if low[name.last : name.last + 2] == ["'s", FIGURE]:
        return True  # "All of Kestrel's 6 million euros came from Nordwind"
    given = low[before] in _GETTING or not lists.BEING_GIVEN.isdisjoint(low[name.last : stop])
    return given or not lists.BEING_GIVEN.isdisjoint(low[max(0, before - 2) : before + 1])


def _by_standing(
    low: Sequence[str], at: int, paying: Sequence[_Place], paid: Sequence[_Place]
) -> bool:
    """As in "Behind the loan to Kestrel stands Nordwind"."""
    return (
        low[0] in lists.BEHIND
        and any(one.last <= at for one in paid)
        and any(
            at < one.first <= at + _NAME_REACH and _leads_to_name(low[at + 1 : one.first])
            for one in paying
        )
    )


def _by_money_in_front(low: Sequence[str], paying: _Place, paid: _Place) -> bool:
    """As in "With 4 million from Nordwind, Kestrel will build", "Grâce aux 4 millions de N, K"."""
    if not low or low[0] not in lists.WITH or "," not in low[paying.last :]:
        return False
    comma = low.index(",", paying.last)
    front = low[: paying.first]
    figure = front.index(FIGURE) if FIGURE in front else -1
    if figure < 0 or figure > _NAME_REACH or comma > paying.last + _NAME_REACH:
        return False
    linked = low[figure + 1 : paying.first]
    given = bool(linked) and lists.GIVEN_BY.union(_BEFORE_NAME).issuperset(linked)
    subject = low[comma + 1 : paid.first]
    return given and paid.first > comma and _BEFORE_NAME.issuperset(subject)


def _by_thanks(low: Sequence[str], paying: _Place, paid: _Place) -> bool:
    """As in "Kestrel's director thanked Nordwind for its 4 million gift"."""
    thanks = next((at for at in range(paid.last, paying.first) if low[at] in lists.THANKING), -1)
    return (
        thanks >= paid.last
        and _BEFORE_NAME.issuperset(low[thanks + 1 : paying.first])
        and FIGURE in low[paying.last : paying.last + _COST_REACH]
        and ":" not in low[paying.last : paying.last + _COST_REACH]
        and not {"for", "pour", "de"}.isdisjoint(low[paying.last : paying.last + 1])
    )


def _is_sold_to(party: str, claim: Claim, asked: Asked) -> bool:
    """As in the headline "Sold: the container terminal, to Nordwind, for 210 million"."""
    low, sentence = claim.sentence.low, claim.sentence
    if len(low) < len((":", "to")) or low[0] not in role_words.SOLD or low[1] != ":":
        return False
    return any(
        one.party == party and low[sentence.number_at(one.start) - 1] in _TO
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
    )


_TO = frozenset({"to", "\u00e0", "a", "au", "aux"})


def _is_worth_to(party: str, claim: Claim, asked: Asked) -> bool:
    """As in "The agreement is worth 4 million to Kestrel", which is paid it."""
    low = claim.sentence.low
    for one in _names(claim, asked):
        at = one.first - 1
        while at > 0 and low[at] in _DETERMINERS:
            at -= 1
        if one.party != party or not at or low[at] not in _TO or _is_doubted(claim, one):
            continue
        near = low[max(0, at - _NAME_REACH) : at]
        if FIGURE in near and not lists.BEING_WORTH.isdisjoint(near[: near.index(FIGURE)]):
            return True
    return False
