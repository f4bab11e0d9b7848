"""Roles of a deal that no verb of paying tells: "the seller, Kestrel", "Kestrel belongs to us".

Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, role_words, speaking
from tui.language.plain_words import Phrases
from tui.model.records import Deal
from tui.proof.claim.speakers import speakers
from tui.proof.claim.turns import NEGATIVE
from tui.proof.claim.words import DATE

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_OURS: Phrases[str] = Phrases({"ours": speaking.OURS})
_OF = frozenset({"of", "de", "d'", "du", "des"})
_DETERMINERS = clause_words.DETERMINERS - _OF
_NOUNS = {"payer": role_words.BUYERS, "payee": role_words.SELLERS}


def is_named_as(role: str, party: str, reading: QuoteReading, asked: Asked) -> bool:
    """Whether quoted words name a party as the buyer or the seller of a deal.

    Args:
        role: `payer` or `payee`.
        party: The party, by id.
        reading: The quote.
        asked: The field.
    """
    deal = asked.record
    whole = isinstance(deal, Deal) and deal.payer and deal.payee
    return any(
        _is_apposed(role, party, claim, reading, asked)
        or _changes_hands(role, party, claim, reading, asked)
        or (role == "payer" and _is_sold_to(party, claim, asked))
        or (whole and is_transfer(claim, asked) and _is_quoted(party, reading, asked))
        for claim in reading.claims
    )


def is_apposed(role: str, party: str, reading: QuoteReading, asked: Asked) -> bool:
    """Whether quoted words call a party the buyer (`payer`) or the seller (`payee`)."""
    return any(_is_apposed(role, party, claim, reading, asked) for claim in reading.claims)


def _is_quoted(party: str, reading: QuoteReading, asked: Asked) -> bool:
    return party in asked.names.ids_in(reading.paragraph.text, reading.start, reading.end)


def _is_sold_to(party: str, claim: Claim, asked: Asked) -> bool:
    """As in the headline "Sold: the container terminal, to Nordwind, for 210 million"."""
    low, sentence = claim.sentence.low, claim.sentence
    if len(low) < len((":", "to")) or low[0] not in role_words.SOLD or low[1] != ":":
        return False
    return any(
        one.party == party and low[sentence.number_at(one.start) - 1] in _TO
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
    )


def is_transfer(claim: Claim, asked: Asked) -> bool:
    """Whether a player goes from the payee of a record to its payer, and money is told of.

    "Cal Horne joins Nordwind from Kestrel for 650,000", "quitte Kestrel pour Nordwind".
    """
    deal, sentence = asked.record, claim.sentence
    if not isinstance(deal, Deal) or any(turn.kind in NEGATIVE for turn in claim.turns.all):
        return False
    low = sentence.low
    told = any(word.mention and word.mention.kind == "money" for word in sentence.words)
    if not told and role_words.FEES.isdisjoint(low):
        return False
    found: dict[str, str] = {}
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        number = sentence.number_at(one.start)
        found.setdefault(one.party, _club(low, number))
    return found.get(deal.payer) == "payer" and found.get(deal.payee) == "payee"


def is_bought_player(claim: Claim, asked: Asked) -> bool:
    """Whether somebody cost the payer of a record a sum, and came from its payee.

    "The striker cost Nordwind 650,000 and joins from Kestrel", "l'avant-centre a coûté 1,8 million
    à Nordwind, qui l'a acheté à Kestrel".
    """
    deal, sentence = asked.record, claim.sentence
    if not isinstance(deal, Deal) or any(turn.kind in NEGATIVE for turn in claim.turns.all):
        return False
    low = sentence.low
    cost = came = False
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        number = sentence.number_at(one.start)
        before = low[max(0, number - _CLUB_REACH) : number]
        if one.party == deal.payer:
            cost = cost or not _COST.isdisjoint(before[-_COST_REACH:])
        elif one.party == deal.payee and before and before[-1] in role_words.PAID_CLUB:
            moved = not (role_words.MOVING_CLUB | role_words.JOINING_CLUB).isdisjoint(before)
            # "Qui l'a acheté à Kestrel" tells of him, "qui achète ses pièces à Kestrel" does not.
            him = before[-1] not in {"\u00e0", "a", "au"} or "l'" in before
            came = came or (moved and him)
    return cost and came


_COST = frozenset({"cost", "costs", "coute", "coutera", "coutait"})
_COST_REACH = 5
"""Words from "cost" to whom something costs: "a coûté 1,8 million d'euros à Nordwind"."""


def _club(low: list[str], name: int) -> str:
    """What a club does in a transfer, by the words before its name; empty for neither."""
    at = name - 1
    while at >= 0 and (low[at] == DATE or low[at] in _DETERMINERS):
        at -= 1
    before = low[max(0, name - _CLUB_REACH) : name]
    moved = not role_words.MOVING_CLUB.isdisjoint(before)
    if at < 0:
        return "payer" if _is_signing(low[name + 1 : name + _CLUB_REACH]) else ""
    if low[at] in role_words.JOINING_CLUB:
        return "payer"
    if low[at] in role_words.LEAVING_CLUB:
        return "payee"
    left = not role_words.LEAVING_CLUB.isdisjoint(before)
    joined = not role_words.JOINING_CLUB.isdisjoint(before)
    if low[at] in {"from", "de", "d'", "du", "provenance"} and (moved or joined):
        return "payee"
    if low[at] in {"for", "pour"} and left:
        return "payer"
    if low[at] in {"to", "\u00e0", "a", "au", "vers"} and moved:
        return "payee" if not role_words.TAKING_PLAYER.isdisjoint(before) else "payer"
    if low[at] in {"chez", "aupres"} and not role_words.TAKING_PLAYER.isdisjoint(before):
        return "payee"
    return ""


def _is_signing(words: list[str]) -> bool:
    """Whether the words behind a club tell that it takes a player: "s'est attaché", "recrute"."""
    verb = words[: next((at for at, word in enumerate(words) if word in _ENDS_GROUP), len(words))]
    return not _SIGNING.isdisjoint(verb)


_ENDS_GROUP = frozenset({",", ";", ":", "(", "and", "et", "who", "which", "qui", "que"})


_TO = frozenset({"to", "\u00e0", "a", "au", "aux"})
_SIGNING = frozenset(
    """
    signed sign signs recrute recrutent recruter enrole engage recruits recruited attache arrache
    debauche chipe attire
    """.split()
)
_CLUB_REACH = 9
"""Words before the name of a club among which the verb of a transfer stands."""


def _is_apposed(role: str, party: str, claim: Claim, reading: QuoteReading, asked: Asked) -> bool:
    """As in "the buyer, Nordwind", "L'acheteur est Nordwind"."""
    sentence, low = claim.sentence, claim.sentence.low
    for one in asked.names.find(sentence.source, reading.start, reading.end):
        if one.party != party or not sentence.start <= one.start < sentence.end:
            continue
        at = sentence.number_at(one.start) - 1
        while at > 0 and low[at] in _DETERMINERS:
            at -= 1
        if at > 0 and low[at] in {",", "is", "est", ":"}:
            at -= 1
        if at < 0 or low[at] not in _NOUNS[role]:
            continue
        if at and low[at - 1] in {"the", "l'", "le", "la"}:
            return True
    return False


def _changes_hands(
    role: str, party: str, claim: Claim, reading: QuoteReading, asked: Asked
) -> bool:
    """As in "Kestrel belongs to us", said by the head of Nordwind, who is the payer then."""
    deal, sentence = asked.record, claim.sentence
    if not isinstance(deal, Deal) or not (deal.payer and deal.payee):
        return False
    if any(turn.kind in NEGATIVE for turn in claim.turns.all):
        return False
    for at in range(len(sentence.low)):
        word = sentence.words[at]
        if not reading.start <= word.start < reading.end or _OURS.at(sentence.low, at) is None:
            continue
        named = [
            one
            for one in asked.names.find(sentence.source, sentence.start, word.start)
            if word.start - one.end <= 1
        ]
        told = speakers(claim, asked.names, reading.paragraph.claim_before(sentence.start))
        if named and named[-1].party == deal.payee and told == {deal.payer}:
            return party == (deal.payer if role == "payer" else deal.payee)
    return False
