"""What a figure is in its sentence: the sum itself, or a part, a rate, a change, a value.

The words around a figure are read outwards, over determiners and what intensifies a sum, until a
phrase tells what the figure is or something else begins: another figure, a name, a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures import figure_roles as lists
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.plain_words import Phrases
from tui.proof.claim.figures.changes import (
    difference,
    is_of_year_before,
    movement,
    other_side,
)
from tui.proof.claim.figures.found import (
    FIGURES,
    PLAIN_LINKS,
    QUOTES,
    Found,
    is_money,
    phrases_before,
)
from tui.proof.claim.figures.parts import (
    beside_rest,
    joined_part,
    of_earlier_deal,
    part_of_deal,
    part_of_sum,
    running_total,
    share_of,
    until_now,
    whole_in_front,
)
from tui.proof.claim.figures.rates import rate
from tui.proof.claim.figures.values import of_a_deal, priced, valued
from tui.proof.claim.governor import governor_of

if TYPE_CHECKING:
    from tui.language.figures.figure_roles import FigureRole
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_BEFORE: Phrases[FigureRole] = Phrases(lists.BEFORE)
_AFTER: Phrases[FigureRole] = Phrases(lists.AFTER)
_TWO = 2


def role_of(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """What a figure is, as far as words beside it tell; `None` for a sum like any other.

    Args:
        sentence: The sentence.
        clauses: Its clauses.
        at: The number of the figure among its words.
    """
    return (
        rate(sentence, at)
        or _behind(sentence, at)
        or difference(sentence, clauses, at)
        or movement(sentence, at)
        or other_side(sentence, at)
        or valued(sentence, clauses, at)
        or priced(sentence, clauses, at)
        or running_total(sentence, at)
        or until_now(sentence, clauses, at)
        or of_earlier_deal(sentence, clauses, at)
        or _in_front(sentence, at)
        or joined_part(sentence, clauses, at)
        or whole_in_front(sentence, at)
        or part_of_sum(sentence, clauses, at)
        or part_of_deal(sentence, at)
        or beside_rest(sentence, at)
    )


def _in_front(sentence: Sentence, at: int) -> Found | None:
    share = share_of(sentence, at)
    if share is not None:
        return share
    for first, length, role in phrases_before(sentence, at, _BEFORE):
        last = first + length
        between = sentence.words[last:at]
        unknown = sum(word.low not in PLAIN_LINKS and word.low not in QUOTES for word in between)
        single = length == 1
        slack = 0 if single and role in {"base", "old", "part", "difference"} else 1
        if unknown > slack or any(word.kind in FIGURES for word in between):
            continue
        low = sentence.low
        if role == "base" and low[first] == "fois" and not _counts(sentence, first - 1):
            continue
        if role == "old" and low[first] == "contre" and _is_exchanged(sentence, first):
            continue
        if (
            role == "old"
            and low[first] in {"contre", "against"}
            and not (_figure_before(sentence, first, at) or is_of_year_before(sentence, at))
        ):
            continue
        if role == "old" and low[first] == "from" and _is_origin(sentence, at):
            continue  # "Will benefit from a 4 million grant from Kestrel"
        if role == "difference" and low[last : last + 1] == ["capital"]:
            continue  # "L'augmentation de capital de 4 millions": what is raised.
        bonus = role == "difference" and low[first] == "prime" and is_money(sentence, at)
        if bonus and _OVER_PRICE.isdisjoint(low[at + 1 : at + _BEHIND]):
            continue  # "Une prime de 4 millions d'euros" is paid to somebody.
        if role == "difference" and low[first] in {"up", "down"} and not _moves(sentence, first):
            continue
        if low[first : first + 1] == ["premium"] and low[at + 1 : at + 2] in (["for"], ["on"]):
            continue  # "handed it a premium of 4 million for the lease": a price.
        if low[first] in {"upfront", "up-front"} and _is_only_sum(sentence, at):
            continue  # "An upfront payment of 80 million and a further 1.1 billion in milestones"
        if role == "profit" and not DEAL_NOUNS.isdisjoint(low[last:at]):
            continue  # "A gagné un contrat de 4 millions"
        if role == "part" and not _DEBTS.isdisjoint(low[last:at]):
            return Found("debt", first, at)  # "Including borrowings of 220 million"
        if role == "part" and low[first] == "dont" and sentence.words[at].kind != "figure":
            continue
        based = not _BASES.isdisjoint(low[max(0, first - _BASE_REACH) : first])
        apart = based or not _DEMAND.isdisjoint(low[first:last])
        if role in {"valuation", "other sum"} and not apart and of_a_deal(sentence, first):
            continue
        if low[first] == "tresorerie" and not _ADVANCES.isdisjoint(low[max(0, first - 2) : first]):
            continue  # "Une avance de trésorerie de 4 millions"
        if role == "other sum" and low[first - 1 : first] in (["avant"], ["before"]):
            continue  # "Un bénéfice avant impôt de 88 millions"
        if low[first] in lists.PAID_AS and low[max(0, first - _TWO) : first] in _FOR_A:
            continue  # "bought it for a value of", "signed him for a fee of"
        if low[first] == "marche" and not sentence.known.isdisjoint(lists.AWARDING):
            continue
        works = low[first] == "marche" and low[first - 1 : first] == ["un"]
        if works and not sentence.known.isdisjoint(lists.BUILDING_FOR):
            continue  # "Kestrel construira la piscine, un marché de 6 millions d'euros"
        return Found(role, first, last)
    return None


_ADVANCES = frozenset("avance avances facilite pret prets ligne credit aide apport".split())
_BASES = frozenset({"base", "basis", "reference"})
"""What a deal is reckoned on: "sur la base d'une valeur d'entreprise de 4 millions"."""
_BASE_REACH = 3
"""Words from these to the noun of what it is: "on the basis of an enterprise value"."""


def _is_origin(sentence: Sentence, at: int) -> bool:
    """Whether a deal is what something comes from: "from a £4m grant", and to no other sum."""
    governor = governor_of(sentence, at)
    behind = range(at + 1, len(sentence.words))
    return (
        governor.kind == "noun"
        and governor.first > at
        and governor.is_any(DEAL_NOUNS)
        and not any(is_money(sentence, number) for number in behind)
    )


def _is_only_sum(sentence: Sentence, at: int) -> bool:
    """Whether every other sum of a sentence is told as one that comes on top."""
    for number in range(len(sentence.words)):
        if number == at or not is_money(sentence, number):
            continue
        before = sentence.low[max(0, number - _TOP_REACH) : number]
        if lists.ON_TOP.isdisjoint(before):
            return False
    return True


_DEMAND = frozenset({"orders", "bids", "demand", "book", "ordres", "demande"})
"""What investors ask for of an issue, more than they get."""
_OVER_PRICE = frozenset({"sur", "rapport", "over", "to"})
_BEHIND = 4
"""Words behind a figure among which stands what it is more than: "par rapport au cours"."""
_TOP_REACH = 4
"""Words before a figure among which stands that it comes on top: "a further $1.1 billion"."""


def _moves(sentence: Sentence, at: int) -> bool:
    """Whether "up" and "down" tell a change: "was up 4 million", not "put up 4 million"."""
    return at == 0 or sentence.low[at - 1] in {
        ",",
        "is",
        "are",
        "was",
        "were",
        "(",
        "be",
        "closed",
        "ended",
    }


_DEBTS = frozenset("borrowings debt debts liabilities dette dettes endettement passif".split())
"""What goes over with what is bought, and is no part of what is paid for it."""
_FOR_A = (
    ["pour", "une"], ["for", "a"], ["contre", "une"], ["moyennant", "une"], ["pour", "un"],
)  # fmt: skip


def _counts(sentence: Sentence, at: int) -> bool:
    return at >= 0 and (
        sentence.words[at].kind in FIGURES
        or sentence.low[at] in {"deux", "trois", "quatre", "cinq", "dix"}
    )


def _is_exchanged(sentence: Sentence, at: int) -> bool:
    """Whether "contre" tells the price of what was handed over: "la cession à K contre 4 M"."""
    for number in range(at - 1, max(-1, at - _EXCHANGE), -1):
        if sentence.words[number].kind in {"figure", "sign"}:
            return False
        if sentence.low[number] in lists.HANDED_OVER:
            return True
    return False


_EXCHANGE = 8
"""Words from what was handed over to "contre": "la cession à un fonds espagnol contre"."""


def _figure_before(sentence: Sentence, last: int, at: int) -> bool:
    """Whether a figure stands before a word that the one at a place may be compared with.

    A sum is compared with no share: "entre au capital, à hauteur de 35 %, contre 60 millions".
    """
    kinds = [word.mention.kind for word in sentence.words[:last] if word.mention is not None
             and word.kind == "figure"]  # fmt: skip
    own = sentence.words[at].mention
    if own is not None and own.kind == "money":
        return any(kind not in _SHARES for kind in kinds)
    return bool(kinds)


_SHARES = frozenset({"percent", "fraction"})


def _behind(sentence: Sentence, at: int) -> Found | None:
    low = sentence.low
    first = at + 1
    # "($6 billion)" stands between a sum and what it is.
    if low[first : first + 1] == ["("]:
        while first < len(low) and low[first] != ")":
            first += 1
        first += 1
    if first < len(low) and low[first] in QUOTES and low[first] != "(":
        first += 1
    if first < len(low) and low[first] == "-":
        first += 1
    if first >= len(low):
        return None
    phrase = _AFTER.at(low, first)
    if phrase is None:
        return None
    length, role = phrase
    following = low[first + length] if first + length < len(low) else ""
    if role == "debt" and following in {"financing", "funding", "finance", "capital"}:
        return None  # "Will provide 30 million in debt financing"
    if low[first] in {"more", "less", "higher", "lower"} and length == 1 and following == "than":
        length += 1
    if low[first] == "rise" and following == "in":
        return None
    ahead = low[first : first + _TWO] == ["d'", "avance"]
    if ahead and "sur" not in low[first + _TWO : first + _TWO + _BEHIND]:
        return None  # "Les 4 millions d'euros d'avance reçus en mai"
    if role == "difference" and low[first] in {"above", "below"} and not following:
        return None
    if role in {"valuation"} and low[first] in {"company", "business"} and following.endswith("'s"):
        return None
    return Found(role, first, first + length)


# Bounds
