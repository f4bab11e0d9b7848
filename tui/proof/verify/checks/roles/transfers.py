"""Players that change clubs: the club that takes one pays, the club that he leaves is paid.

"Cal Horne joins Nordwind from Kestrel for 650,000", "Signed by Nordwind for 7 million, the winger
leaves Kestrel, his first club". Linear in the words of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, role_words
from tui.language.clause_words import OF
from tui.language.clauses.name_words import NATIONALITIES
from tui.language.plain_words import plain_word
from tui.model.records import Deal
from tui.proof.claim.turns.turn import NEGATIVE
from tui.proof.claim.words import DATE

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim
    from tui.proof.verify.checks.asked import Asked

_DETERMINERS = clause_words.DETERMINERS - OF


def is_transfer(claim: Claim, asked: Asked) -> bool:
    """Whether a player goes from the payee of a record to its payer, and money is told of.

    "Cal Horne joins Nordwind from Kestrel for 650,000", "quitte Kestrel pour Nordwind".
    """
    deal, sentence = asked.record, claim.sentence
    if not isinstance(deal, Deal) or any(turn.kind in NEGATIVE for turn in claim.turns.all):
        return False
    low = sentence.low
    told = any(
        word.mention and word.mention.kind == "money" and not _is_of_a_club(claim, at, asked)
        for at, word in enumerate(sentence.words)
    )
    if not told and role_words.FEES.isdisjoint(low):
        return False
    found: dict[str, str] = {}
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        number = sentence.number_at(one.start)
        found.setdefault(one.party, _club(low, number))
    return found.get(deal.payer) == "payer" and found.get(deal.payee) == "payee"


def _is_of_a_club(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether a word stands in what is told of a club: "from Kestrel, who paid 9 million"."""
    clause = claim.clauses.all[claim.clauses.of[at]]
    if clause.kind not in {"relative", "aside-relative"}:
        return False
    sentence = claim.sentence
    before = clause.opened - 1
    if before > 0 and sentence.low[before] == ",":
        before -= 1
    end = sentence.words[before].end if before >= 0 else -1
    return any(one.end == end for one in asked.names.find(sentence.source, sentence.start, end))


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


_CALLED = frozenset(map(plain_word, NATIONALITIES)) | frozenset(
    """
    champion champions club side giants giant leaders leader neighbours rivals rival league premier
    serie bundesliga ligue city promoted relegated newcomers strugglers outfit team franchise
    fellow voisin promu relegue equipe premiership championship second-tier third-tier top-flight
    first-division
    """.split()
)
"""What a club is called before its name."""
_LOSING = frozenset({"at", "à", "a", "au", "chez", "behind"})
_FORMER = frozenset("sold selling vendeur formateur trained former".split())
_FORMER_REACH = 8
"""Words behind a club among which it is called the one that sells."""
_COST = frozenset({"cost", "costs", "coute", "coutera", "coutait"})
_COST_REACH = 5
"""Words from "cost" to whom something costs: "a coûté 1,8 million d'euros à Nordwind"."""


def _club(low: list[str], name: int) -> str:
    """What a club does in a transfer, by the words before its name; empty for neither."""
    at = name - 1
    while at >= 0 and (low[at] == DATE or low[at] in _DETERMINERS or low[at] in _CALLED):
        at -= 1  # "From Portuguese champions Kestrel"
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
    if "provenance" in before[-_COMING:]:
        return "payee"  # "L'arrivée de l'ailier, en provenance de Kestrel"
    if low[at] in {"from", "de", "d'", "du", "provenance"} and (moved or joined):
        return "payee"
    if low[at] in {"by", "par"} and not _RELEASING.isdisjoint(before):
        return "payee"  # "Recrute l'arrière, libéré par Kestrel contre 3 millions"
    if low[at] in {"by", "par"} and not _SIGNING.isdisjoint(before):
        return "payer"  # "Signed by Nordwind for 7 million, the winger …"
    if low[at] in _LOSING and not _FORMER.isdisjoint(low[name + 1 : name + 1 + _FORMER_REACH]):
        return "payee"  # "… leaves a gap at Kestrel, the club that sold him"
    if low[at] in {"for", "pour"} and left:
        return "payer"
    if low[at] in {"to", "\u00e0", "a", "au", "vers"} and moved:
        return "payee" if not role_words.TAKING_PLAYER.isdisjoint(before) else "payer"
    if low[at] in {"chez", "aupres"} and not role_words.TAKING_PLAYER.isdisjoint(before):
        return "payee"
    return ""


_RELEASING = frozenset("libere cede vendu laisse lache released sold".split())
"""What a club does with a player who leaves it."""


def _is_signing(words: list[str]) -> bool:
    """Whether the words behind a club tell that it takes a player: "s'est attaché", "recrute"."""
    verb = words[: next((at for at, word in enumerate(words) if word in _ENDS_GROUP), len(words))]
    return not _SIGNING.isdisjoint(verb)


_ENDS_GROUP = frozenset({",", ";", ":", "(", "and", "et", "who", "which", "qui", "que"})


_SIGNING = frozenset(
    """
    signed sign signs recrute recrutent recruter enrole engage recruits recruited attache arrache
    debauche chipe attire prised prise prises lured lures poached poaches snatched snatches plucked
    tempted pinched landed lands sign land prise lure poach arracher debaucher attirer chiper
    enroler engager recrutement souffler bring recruiting signing
    officialise presente arrivee venue
    """.split()
)
_COMING = 3
"""Words from "provenance" to the club: "en provenance du FC"."""
_CLUB_REACH = 9
"""Words before the name of a club among which the verb of a transfer stands."""
