"""Parts and wholes: a figure that is a share of a sum, its rest, or what has been paid so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.figures import figure_roles as lists
from tui.language.plain_words import Phrases
from tui.proof.claim.figures.found import BACK, PLAIN_LINKS, QUOTES, Found, is_money
from tui.proof.claim.words import FIGURE

if TYPE_CHECKING:
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_TWO = 2
_AHEAD = 8
"""Words behind a figure within its clause among which what tells it may stand."""


def beside_rest(sentence: Sentence, at: int) -> Found | None:
    """Find the rest that is told beside a part: "11 million in shares, the balance in bonds"."""
    low = sentence.low
    whole = low[at - 1 : at] in (["des"], ["of"])  # "Only 20 of the 88 million; the rest …"
    for number in range(at + 1, len(low)):
        if whole or sentence.words[number].kind == "figure":
            rest = low[number - 1] in lists.REMAINING or low[number + 1 : number + 2] == [
                "restants"
            ]
            if rest and is_money(sentence, number) and not whole:
                return Found("part", number - 1, number + 1)  # "with the remaining £18m to follow"
            break
        if low[number] in lists.RESTS and low[number - 1] in {"the", "le", "a", "un"}:
            if _is_of_another(sentence, at, number - 1):
                return None  # "Kestrel met 4 millions, la région prenant le reste à sa charge."
            return Found("part", number - 1, number + 1)
    phrase = _OF_WHOLE.at(low, at + 1) if at + 1 < len(low) else None
    if phrase is not None:
        return Found("part", at + 1, at + 1 + phrase[0])
    coming = low[at + 1 : at + 3]
    if low[at - 1 : at] in (["with"], ["avec"]) and coming[:1] in (["coming"], ["venant"]):
        return Found("part", at + 1, at + 3)
    return None


def _is_of_another(sentence: Sentence, figure: int, rest: int) -> bool:
    """Whether somebody else than the subject of a figure takes the rest of the whole.

    A subject of its own stands behind a comma or "and", and the verb right before the rest.
    """
    low, verb = sentence.low, rest - 1
    if sentence.is_capital(verb) and _IN_LISTS.intersection(low[max(figure, verb - _AHEAD) : verb]):
        return True  # "With Kestrel contributing 210 million and Halden the balance"
    share = any(
        word.mention is not None and word.mention.kind in {"percent", "fraction"}
        for word in sentence.words[:figure]
    )
    if share and not _HOLDERS.isdisjoint(low[figure:rest]):
        return True  # "Bought 60 percent for 150 million, leaving the founders with the rest"
    behind = rest + 2
    if low[behind : behind + 1] in (["de"], ["of"]) and behind + 1 < len(low):
        behind += 2  # "Le solde de 3 millions venant de la région"
    if low[behind : behind + 1] and low[behind] in _COMING_FROM:
        return low[behind + 1 : behind + 2] != [] and low[behind + 1] in _SOURCES
    if sentence.words[verb].kind != "word" or low[verb] in clause_words.PREPOSITIONS:
        return False
    first = next(
        (at for at in range(verb - 1, figure, -1) if low[at] in {",", ";", "and", "et", "while"}),
        -1,
    )
    if first < 0 or first + 1 >= verb or low[first + 1] in clause_words.PREPOSITIONS:
        return False
    opens = low[first + 1] in clause_words.DETERMINERS or sentence.is_capital(first + 1)
    return opens and low[verb] not in clause_words.DETERMINERS


_IN_LISTS = frozenset({",", "and", "et"})
_HOLDERS = frozenset(
    """
    leaving leaves left keep keeps keeping kept retain retains retaining retained hold holds holding
    own owns owning laissant laisse conserve conservent conservant garde gardent gardant detient
    detiennent detenant
    """.split()
)
"""Verbs by which somebody has the rest of a company, not of a sum."""
_COMING_FROM = frozenset(
    """
    venant provenant vient viendra provient coming comes apporte finance paye fourni couvert
    supporte provided paid covered
    """.split()
)
_SOURCES = frozenset({"de", "d'", "du", "des", "par", "from", "by"})
_OF_WHOLE: Phrases[str] = Phrases({"whole": lists.OF_WHOLE})


def whole_in_front(sentence: Sentence, at: int) -> Found | None:
    """Find a whole of which a part is told: "Of the 85 million raised, 30 million came from K"."""
    low = sentence.low
    begins = 1 if low[:1] and low[0] in QUOTES else 0
    if low[begins : begins + 1] == [] or low[begins] not in _TAKING_PART or at > begins + BACK:
        return None
    if "," not in low[at:] or "," in low[:at]:
        return None
    comma = low.index(",", at)
    if any(
        word.mention is not None and word.mention.kind in _MONEY_OR_SHARE
        for word in sentence.words[comma:]
    ):
        return Found("base", begins, at)
    return None


_TAKING_PART = frozenset("of out from sur des du parmi among".split())
_MONEY_OR_SHARE = frozenset({"money", "percent", "fraction"})
"""What a part is told with."""


def part_of_deal(sentence: Sentence, at: int) -> Found | None:
    """Find the larger deal of which a sum is a part: "80 million, part of a deal worth 200".

    Also of instalments: "20 million, the first of three instalments of the 55 million facility".
    """
    low = sentence.low
    if not is_money(sentence, at):
        return None
    for number in range(at + 1, min(len(low), at + 1 + _PART_REACH)):
        if sentence.words[number].kind == "figure":
            return None
        phrase = _PART_BEHIND.at(low, number)
        if phrase is None:
            continue
        last = number + phrase[0]
        near = low[last : last + _SUM_REACH]
        if phrase[1] == "first" and FIGURE in near[:_TWO]:
            if _is_ceiling(sentence, last + near.index(FIGURE)):
                return None  # "40 million on signature and up to 300 million if it sells"
            return Found("part", number, last)  # "12 million now and 8 million in two years"
        whole = not lists.WHOLES.isdisjoint(near)
        larger = any(is_money(sentence, one) for one in range(last, len(low)))
        if phrase[1] == "instalment" or (whole and larger):
            return Found("part", number, last)
    return None


def _is_ceiling(sentence: Sentence, at: int) -> bool:
    """Whether a figure is told with "up to", so that it may never be paid."""
    mention = sentence.words[at].mention
    quantity = mention.quantity if mention is not None else None
    return quantity is not None and quantity.maximum is not None and quantity.minimum is None


_PART_BEHIND: Phrases[str] = Phrases(
    {
        "part": lists.PART_BEHIND,
        "instalment": lists.INSTALMENT_BEHIND,
        "first": lists.FIRST_BEHIND,
    }
)
_PART_REACH = 7
"""Words from a sum to what tells it as a part: "20 million this week, the first of"."""


def part_of_sum(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find what a part is of that stands in front: "Of the sum it lends, 4 million will go …".

    Such a complement opens the sentence and ends at a comma before the figure; "of which" opens a
    clause of its own behind a sum, with its figure farther on.
    """
    low = sentence.low
    if is_money(sentence, at):
        whole = range(at + _TWO, min(len(low), at + _TWO + _TWO))
        if low[at + 1 : at + 2] in (["of"], ["des"], ["sur"]) and any(
            is_money(sentence, number) for number in whole
        ):
            return Found("part", at + 1, at + _TWO)  # "8 million of the 26 million it owes"
        named = low[at + 1 : at + 2] == ["from"] and sentence.is_capital(min(at + 2, len(low) - 1))
        behind = None if named else _of_named_sum(low, at + 1) or _with_rest(sentence, at)
        if behind is not None:
            return behind
    for number in range(at - 1, 0, -1):
        if low[number] == "which" and low[number - 1] in {"of", "from"}:
            if clauses.of[number] == clauses.of[at] and _sum_before(sentence, number - 1):
                return Found("part", number - 1, number + 1)
            break
    begins = 1 if low[:1] and low[0] in QUOTES else 0
    phrase = _PART_OF.at(low, begins) if begins < len(low) else None
    if phrase is None:
        return None
    length = phrase[0]
    comma = low.index(",", begins) if "," in low[begins:at] else -1
    named = any(
        word in lists.SUMS or sentence.words[number].kind == "figure"
        for number, word in enumerate(low[begins : begins + length + _SUM_REACH], begins)
        if number < comma
    )
    if not named or any(word.kind == "figure" for word in sentence.words[comma:at]):
        return None
    return Found("part", begins, comma)


def until_now(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find what was paid up to now: "has so far paid 4 million", "a réglé jusqu'ici 4 M"."""
    superlatives = {
        word
        for number, word in enumerate(sentence.low)
        if word in lists.SUPERLATIVES and sentence.low[number + 1 : number + 2] != ["recently"]
    }
    if not is_money(sentence, at) or superlatives:
        return None
    for number, length, _ in _UNTIL_NOW.each(sentence.low[: at + _BESIDE]):
        if abs(number - at) <= _BESIDE and clauses.of[number] == clauses.of[at]:
            return Found("other sum", number, number + length)
    return None


_UNTIL_NOW: Phrases[str] = Phrases({"now": lists.UNTIL_NOW})
_BESIDE = 4
"""Words from a figure to what tells that it was paid up to now."""


def running_total(sentence: Sentence, at: int) -> Found | None:
    """Find a total that grows: "porte à 4 millions les fonds levés", "brings to 4 million its"."""
    low = sentence.low
    if at < _TWO or low[at - 1] not in {"\u00e0", "a", "to"}:
        return None
    if not low[at - _TWO].startswith(_BRINGING):
        return _total_before(sentence, at)
    behind = low[at + 1 : at + 1 + _SUM_REACH]
    if behind[:1] and behind[0] in {"le", "la", "les", "l'", "ses", "son", "sa", "the", "its"}:
        if {"offre", "offer", "bid", "prix", "price", "mise", "participation"} & {*behind}:
            return None
        return Found("other sum", at - _TWO, at)
    return None


_BRINGING = ("port", "bring", "brought", "hiss", "mont")
"""What verbs begin with by which a total comes to a sum."""


def _total_before(sentence: Sentence, at: int) -> Found | None:
    """Find a total that stands before what it comes to: "porte le total des levées à 4 M"."""
    low = sentence.low
    if not is_money(sentence, at):
        return None
    for verb in range(at - 3, max(-1, at - 1 - _OBJECT_REACH), -1):
        if sentence.words[verb].kind in {"sign", "figure"}:
            return None
        if low[verb].startswith(_BRINGING) and low[verb + 1] in _OF_TOTALS:
            known = not _TOTALS.isdisjoint(low[verb + 2 : min(at - 1, verb + 2 + _TWO)])
            return Found("other sum", verb, at) if known else None
    return None


_OBJECT_REACH = 12
"""Words from a verb over its object to "à": "porte le total de ses levées de fonds à"."""
_OF_TOTALS = frozenset("le la les l' ses son sa leur leurs the its their".split())
_TOTALS = frozenset(
    """
    carnet total cumul dette dettes endettement encours tresorerie budget fonds capital
    chiffre valorisation investissement investissements capitaux pertes backlog debt debts
    borrowings funding tally revenue spending losses order
    """.split()
)
"""What somebody has altogether, of which one deal is a part at most."""


def _figure_follows(sentence: Sentence, at: int) -> bool:
    """Whether another sum is told behind one, perhaps without its unit: "it will have cost 21"."""
    low = sentence.low
    return any(
        is_money(sentence, number)
        or (word.kind == "number" and len(low[number]) <= _DIGITS and low[number - 1] != "-")
        for number, word in enumerate(sentence.words)
        if number > at + 1
    )


_DIGITS = 3
"""Digits of a number that may be a sum in millions; a year has four."""


def of_earlier_deal(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find the sum of a deal before: "its previous round came to 4 million"."""
    low = sentence.low
    for number in range(at + 1, min(len(low) - 1, at + 1 + _LAST_REACH)):
        if low[number] in lists.EARLIER | {"last"} and low[number + 1] in lists.WHOLE_DEALS:
            return Found("old", number, number + _TWO)  # "paid 12 million for its last purchase"
    aside = clauses.all[clauses.of[at]].kind in _BESIDE_MAIN
    for number in range(at - 1, -1, -1):
        if sentence.words[number].kind == "figure":
            return None
        proposed = aside and low[number] in lists.OFFERED and clauses.of[number] == clauses.of[at]
        if proposed and _other_clause_has_sum(sentence, clauses, at):
            return Found("old", number, number + 1)  # "Which bid 4 million in May, paid 5"
        reached = at - number <= _SUM_REACH and clauses.of[number] == clauses.of[at]
        if low[number] in lists.STARTING and reached and _figure_follows(sentence, at):
            return Found("old", number, number + 1)
        offered = low[number] in _FIRST and low[number + 1] in _OFFERS
        if offered and not _COPULAS.isdisjoint(low[number + _TWO : at]):
            return Found("old", number, number + _TWO)
        if low[number] not in lists.EARLIER:
            continue
        beside = low[max(0, number - 1) : number + 2]
        if not lists.WHOLE_DEALS.isdisjoint(beside):
            return Found("old", number, number + 1)
        if low[number] in lists.AT_FIRST and at - number <= _SUM_REACH:
            return Found("old", number, number + 1)
    return None


def _other_clause_has_sum(sentence: Sentence, clauses: Clauses, at: int) -> bool:
    """Whether a sum is told behind a figure in another clause."""
    return any(
        is_money(sentence, number) and clauses.of[number] != clauses.of[at]
        for number in range(at + 1, len(sentence.words))
    )


_BESIDE_MAIN = frozenset(
    {"relative", "aside-relative", "aside", "adverbial", "fronted", "participial"}
)
_LAST_REACH = 4
"""Words from a sum to the deal before that it was paid for: "for its last purchase"."""
_OFFERS = frozenset({"offer", "bid", "proposal", "offre", "proposition"})
_FIRST = frozenset({"first", "opening", "premiere"})
_COPULAS = frozenset(
    "was is stood came were had etait elevait atteignait portait montait avait".split()
)


def joined_part(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a second part: "dont 1,5 en numéraire et 4 milliards en actions"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - BACK), -1):
        if low[number] in {"dont", "including"} or low[number : number + 2] == ["of", "which"]:
            told = sentence.words[number + 1 : number + 3]
            joined = low[at - 1] in {"et", "and"}
            if joined and any(word.kind in {"number", "figure"} for word in told):
                return Found("part", number, number + 1)
            return None
    return None


def _of_named_sum(low: list[str], first: int) -> Found | None:
    """Find a whole behind a part: "20 million of Circ's loan", "20 millions de ce prêt".

    What is outstanding of a loan is all that is left to repay.
    """
    if first > 1 and low[first - 2] in {"outstanding", "remaining"}:
        return None
    head = low[first : first + 1]
    if head not in (["of"], ["from"], ["du"], ["de"], ["sur"]):
        return None
    near = low[first : first + 1 + _SUM_REACH]
    for number, word in enumerate(near):
        if word in lists.NAMED_SUMS:
            pointed = {"the", "its", "his", "their", "this", "that", "'s", "du", "ce", "cette",
                       "son", "sa", "leur", "l'", "la", "le"}  # fmt: skip
            return (
                None if pointed.isdisjoint(near[:number])
                else Found("part", first, first + number + 1)
            )  # fmt: skip
        if word in {",", ";", "\u00a4", "to", "for", "à", "pour"}:
            break
    return None


def _with_rest(sentence: Sentence, at: int) -> Found | None:
    """Find what is left of the whole behind a part: "20 million now and the rest later"."""
    low, first = sentence.low, at + 1
    for number in range(first, min(len(low) - 2, first + _AHEAD)):
        if low[number] in {"\u00a4", ";"}:
            break
        if (
            low[number] in {"the", "le"}
            and low[number + 1] in {"rest", "remainder", "balance", "reste", "solde"}
            and low[number + 2] in _LATER
            and not _is_of_another(sentence, at, number)
        ):
            return Found("part", number, number + 2)
    return None


_LATER = frozenset(
    "later in by over at next after when plus en à sur d' apres dans ensuite ulterieurement".split()
)
"""What follows the rest of a sum when it is paid at another time."""


def _sum_before(sentence: Sentence, at: int) -> bool:
    """Whether a sum stands right before "of which"."""
    near = range(max(0, at - _SUM_REACH), at)
    return any(
        sentence.words[one].kind == "figure" or sentence.low[one] in lists.SUMS for one in near
    )


_PART_OF: Phrases[str] = Phrases({"part": lists.PART_OF})
_SUM_REACH = 4
"""Words from "of" to the sum that it takes a part of: "of the total new money"."""
_OF_THE = (["of", "the"], ["of", "its"], ["sur", "les"], ["des"])


def _part_noun(sentence: Sentence, last: int) -> int:
    """Where "share" stands whose whole follows: "la part de K dans les 90 millions"; -1 for none.

    Args:
        sentence: The words.
        last: The last word before the links to the figure, of the noun itself or of a name.
    """
    at = last
    while at > 0 and sentence.is_capital(at):
        at -= 1
    if at < last and sentence.low[at] not in OF:
        return -1
    at -= at < last
    return at if at >= 0 and sentence.low[at] in {"share", "part", "quote-part"} else -1


def _of_priced_thing(sentence: Sentence, at: int) -> Found | None:
    """Find a share of a thing that costs a sum: "60 % d'une acquisition chiffrée à 50 millions"."""
    low, first = sentence.low, at - 1
    if low[max(0, first)] not in {"\u00e0", "at", "of"}:
        return None
    first -= 1
    if first < _TWO or not low[first].startswith(_PRICED):
        return None
    for number in range(first - 1, max(-1, first - _THING_REACH), -1):
        mention = sentence.words[number].mention
        if mention is not None:
            share = mention.kind in {"percent", "fraction"} and low[number + 1] in OF
            return Found("base", number, at) if share else None
    return None


_PRICED = ("chiffre", "estime", "evalue", "costed", "priced", "valued", "put")
"""Beginnings of the words by which a thing is said to cost a sum."""
_THING_REACH = 6
"""Words from a share over the thing to its price: "60 % of a purchase"."""


def share_of(sentence: Sentence, at: int) -> Found | None:
    """Find what a share is of: "a third of the 4 billion", "20 % des 4 milliards"."""
    first = at - 1
    while first >= 0 and sentence.low[first] in PLAIN_LINKS:
        first -= 1
    if first < 0:
        return None
    if (priced := _of_priced_thing(sentence, at)) is not None:
        return priced
    mention = sentence.words[first].mention
    linked = sentence.low[first + 1 : at]
    if mention is None:
        part = _part_noun(sentence, first - (sentence.low[first] == "dans"))
        if part >= 0:
            return Found("base", part, at)  # "K's share of the 90 million"
        counted = sentence.words[first].kind == "number" and linked in (["des"], ["of", "the"])
        return Found("base", first, at) if counted else None  # "30 des 90 millions"
    if mention.kind == "count":
        multiplies = mention.text.endswith(("fois", "times"))
        return Found("base", first, at) if multiplies else None
    if mention.kind == "money" and linked in _OF_THE:
        return Found("base", first, at)  # "37 million of the 90 million that it spent"
    if mention.kind == "fraction" and linked == ["the"]:
        return Found("base", first, at)  # "Half the 126 million that it had been worth"
    if mention.kind not in {"percent", "fraction"} or OF.isdisjoint(sentence.low[first + 1 : at]):
        return None
    return Found("base", first, at)
