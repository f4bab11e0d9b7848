"""What a figure is in its sentence, and what bounds it from farther off than right beside it.

The words around a figure are read outwards, over determiners and what intensifies a sum, until a
phrase tells what the figure is or something else begins: another figure, a name, a verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.language import clause_words
from tui.language.figures import far_bounds
from tui.language.figures import figure_roles as lists
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.figures.far_bounds import Side
    from tui.language.figures.figure_roles import FigureRole
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

M = TypeVar("M", bound=str)

_BEFORE: Phrases[FigureRole] = Phrases(lists.BEFORE)
_AFTER: Phrases[FigureRole] = Phrases(lists.AFTER)
_BOUND_BEFORE: Phrases[Side] = Phrases(far_bounds.BEFORE)
_BOUND_AFTER: Phrases[Side] = Phrases(far_bounds.AFTER)
_NO_BOUND: Phrases[str] = Phrases({"none": far_bounds.NOT_A_BOUND})
_EACH_OF: Phrases[str] = Phrases({"each": lists.EACH_OF})
_EACH_TIME: Phrases[str] = Phrases({"each": lists.EACH_TIME})
_AVERAGE: Phrases[str] = Phrases({"average": lists.RATE_PHRASES})
_RISING: Phrases[str] = Phrases({"rising": lists.RISING})
_MOVING: Phrases[str] = Phrases({"moving": lists.MOVING})
_FIGURES = frozenset({"figure", "number", "date"})
_QUOTES = frozenset("\"'\u00ab\u00bb\u201c\u201d\u2018\u2019*_(~")
_BACK = 9
"""Words before a figure among which what tells it may begin."""
_TWO = 2
_NEAR_SUBJECT, _FAR_SUBJECT = 4, 14
"""Words from a deal to what it is "valued at"; the far one where a copula links them."""
_SLACK = 2
"""Unknown words, adjectives and nouns, that may stand between it and the figure."""
_AHEAD = 8
"""Words behind a figure within its clause among which a bound may stand."""
_FRENCH_CHANGE = 5
"""Words from a French verb of change to "de" and its figure: farther off "de" belongs to a noun."""
_SURE = 3
"""Words from which a bound is told from others wherever it stands: "at the very least"."""
_PLAIN_LINKS = frozenset(
    "a an the its their his her le la les l' un une des de d' du son sa ses of total".split()
)


class Found(NamedTuple):
    """What words tell of a figure, and which words these are.

    Attributes:
        what: A role or the side of a bound.
        first: The number of the first word.
        last: One past the number of the last.
    """

    what: str
    first: int
    last: int


def role_of(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """What a figure is, as far as words beside it tell; `None` for a sum like any other.

    Args:
        sentence: The sentence.
        clauses: Its clauses.
        at: The number of the figure among its words.
    """
    return (
        _rate(sentence, at)
        or _behind(sentence, at)
        or _difference(sentence, clauses, at)
        or _movement(sentence, at)
        or _other_side(sentence, at)
        or _valued(sentence, clauses, at)
        or _priced(sentence, clauses, at)
        or _running_total(sentence, at)
        or _until_now(sentence, clauses, at)
        or _of_earlier_deal(sentence, clauses, at)
        or _in_front(sentence, at)
        or _joined_part(sentence, clauses, at)
        or _whole_in_front(sentence, at)
        or _part_of_sum(sentence, clauses, at)
        or _part_of_deal(sentence, at)
        or _beside_rest(sentence, at)
    )


def _beside_rest(sentence: Sentence, at: int) -> Found | None:
    """Find the rest that is told beside a part: "11 million in shares, the balance in bonds"."""
    low = sentence.low
    whole = low[at - 1 : at] in (["des"], ["of"])  # "Only 20 of the 88 million; the rest …"
    for number in range(at + 1, len(low)):
        if whole or sentence.words[number].kind == "figure":
            rest = low[number - 1] in lists.REMAINING or low[number + 1 : number + 2] == [
                "restants"
            ]
            if rest and _is_money(sentence, number) and not whole:
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


_COMING_FROM = frozenset(
    """
    venant provenant vient viendra provient coming comes apporte finance paye fourni couvert
    supporte provided paid covered
    """.split()
)
_SOURCES = frozenset({"de", "d'", "du", "des", "par", "from", "by"})
_OF_WHOLE: Phrases[str] = Phrases({"whole": lists.OF_WHOLE})


def _whole_in_front(sentence: Sentence, at: int) -> Found | None:
    """Find a whole of which a part is told: "Of the 85 million raised, 30 million came from K"."""
    low = sentence.low
    begins = 1 if low[:1] and low[0] in _QUOTES else 0
    if low[begins : begins + 1] == [] or low[begins] not in _TAKING_PART or at > begins + _BACK:
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


def _part_of_deal(sentence: Sentence, at: int) -> Found | None:
    """Find the larger deal of which a sum is a part: "80 million, part of a deal worth 200".

    Also of instalments: "20 million, the first of three instalments of the 55 million facility".
    """
    low = sentence.low
    if not _is_money(sentence, at):
        return None
    for number in range(at + 1, min(len(low), at + 1 + _PART_REACH)):
        if sentence.words[number].kind == "figure":
            return None
        phrase = _PART_BEHIND.at(low, number)
        if phrase is None:
            continue
        last = number + phrase[0]
        near = low[last : last + _SUM_REACH]
        whole = not lists.WHOLES.isdisjoint(near)
        larger = any(_is_money(sentence, one) for one in range(last, len(low)))
        if phrase[1] == "instalment" or (whole and larger):
            return Found("part", number, last)
    return None


_PART_BEHIND: Phrases[str] = Phrases(
    {"part": lists.PART_BEHIND, "instalment": lists.INSTALMENT_BEHIND}
)
_PART_REACH = 7
"""Words from a sum to what tells it as a part: "20 million this week, the first of"."""


def _part_of_sum(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find what a part is of that stands in front: "Of the sum it lends, 4 million will go …".

    Such a complement opens the sentence and ends at a comma before the figure; "of which" opens a
    clause of its own behind a sum, with its figure farther on.
    """
    low = sentence.low
    if _is_money(sentence, at):
        whole = range(at + _TWO, min(len(low), at + _TWO + _TWO))
        if low[at + 1 : at + 2] in (["of"], ["des"], ["sur"]) and any(
            _is_money(sentence, number) for number in whole
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
    begins = 1 if low[:1] and low[0] in _QUOTES else 0
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


def _until_now(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find what was paid up to now: "has so far paid 4 million", "a réglé jusqu'ici 4 M"."""
    superlatives = {
        word
        for number, word in enumerate(sentence.low)
        if word in lists.SUPERLATIVES and sentence.low[number + 1 : number + 2] != ["recently"]
    }
    if not _is_money(sentence, at) or superlatives:
        return None
    for number, length, _ in _UNTIL_NOW.each(sentence.low[: at + _BESIDE]):
        if abs(number - at) <= _BESIDE and clauses.of[number] == clauses.of[at]:
            return Found("other sum", number, number + length)
    return None


_UNTIL_NOW: Phrases[str] = Phrases({"now": lists.UNTIL_NOW})
_BESIDE = 4
"""Words from a figure to what tells that it was paid up to now."""


def _running_total(sentence: Sentence, at: int) -> Found | None:
    """Find a total that grows: "porte à 4 millions les fonds levés", "brings to 4 million its"."""
    low = sentence.low
    if at < _TWO or low[at - 1] not in {"\u00e0", "a", "to"}:
        return None
    if not low[at - _TWO].startswith(("port", "bring", "brought", "hiss", "mont")):
        return None
    behind = low[at + 1 : at + 1 + _SUM_REACH]
    if behind[:1] and behind[0] in {"le", "la", "les", "l'", "ses", "son", "sa", "the", "its"}:
        if {"offre", "offer", "bid", "prix", "price", "mise", "participation"} & {*behind}:
            return None
        return Found("other sum", at - _TWO, at)
    return None


def _figure_follows(sentence: Sentence, at: int) -> bool:
    """Whether another sum is told behind one, perhaps without its unit: "it will have cost 21"."""
    low = sentence.low
    return any(
        _is_money(sentence, number)
        or (word.kind == "number" and len(low[number]) <= _DIGITS and low[number - 1] != "-")
        for number, word in enumerate(sentence.words)
        if number > at + 1
    )


_DIGITS = 3
"""Digits of a number that may be a sum in millions; a year has four."""


def _of_earlier_deal(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find the sum of a deal before: "its previous round came to 4 million"."""
    low = sentence.low
    for number in range(at + 1, min(len(low) - 1, at + 1 + _LAST_REACH)):
        if low[number] in lists.EARLIER | {"last"} and low[number + 1] in lists.WHOLE_DEALS:
            return Found("old", number, number + _TWO)  # "paid 12 million for its last purchase"
    for number in range(at - 1, -1, -1):
        if sentence.words[number].kind == "figure":
            return None
        reached = at - number <= _SUM_REACH and clauses.of[number] == clauses.of[at]
        if low[number] in lists.STARTING and reached and _figure_follows(sentence, at):
            return Found("old", number, number + 1)
        offered = low[number] in {"first", "opening"} and low[number + 1] in _OFFERS
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


_LAST_REACH = 4
"""Words from a sum to the deal before that it was paid for: "for its last purchase"."""
_OFFERS = frozenset({"offer", "bid", "proposal"})
_COPULAS = frozenset({"was", "is", "stood", "came", "were", "had"})


def _joined_part(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a second part: "dont 1,5 en numéraire et 4 milliards en actions"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - _BACK), -1):
        if low[number] in {"dont", "including"} or low[number : number + 2] == ["of", "which"]:
            told = sentence.words[number + 1 : number + 3]
            joined = low[at - 1] in {"et", "and"}
            if joined and any(word.kind in {"number", "figure"} for word in told):
                return Found("part", number, number + 1)
            return None
    return None


def _is_money(sentence: Sentence, at: int) -> bool:
    mention = sentence.words[at].mention
    return mention is not None and mention.kind == "money"


def _of_named_sum(low: list[str], first: int) -> Found | None:
    """Find a whole behind a part: "20 million of Circ's loan", "20 millions de ce prêt"."""
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


def _in_front(sentence: Sentence, at: int) -> Found | None:
    share = _share_of(sentence, at)
    if share is not None:
        return share
    for first, length, role in _phrases_before(sentence, at, _BEFORE):
        last = first + length
        between = sentence.words[last:at]
        unknown = sum(word.low not in _PLAIN_LINKS and word.low not in _QUOTES for word in between)
        single = length == 1
        slack = 0 if single and role in {"base", "old", "part", "difference"} else 1
        if unknown > slack or any(word.kind in _FIGURES for word in between):
            continue
        low = sentence.low
        if role == "base" and low[first] == "fois" and not _counts(sentence, first - 1):
            continue
        if (
            role == "old"
            and low[first] in {"contre", "against"}
            and not _figure_before(sentence, first)
        ):
            continue
        if role == "difference" and low[last : last + 1] == ["capital"]:
            continue  # "L'augmentation de capital de 4 millions": what is raised.
        if role == "difference" and low[first] in {"up", "down"} and not _moves(sentence, first):
            continue
        if low[first : first + 1] == ["premium"] and low[at + 1 : at + 2] in (["for"], ["on"]):
            continue  # "handed it a premium of 4 million for the lease": a price.
        if low[first] in {"upfront", "up-front"} and _is_only_sum(sentence, at):
            continue  # "An upfront payment of 80 million and a further 1.1 billion in milestones"
        if role == "part" and low[first] == "dont" and sentence.words[at].kind != "figure":
            continue
        if role in {"valuation", "other sum"} and _of_a_deal(sentence, first):
            continue
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


def _is_only_sum(sentence: Sentence, at: int) -> bool:
    """Whether every other sum of a sentence is told as one that comes on top."""
    for number in range(len(sentence.words)):
        if number == at or not _is_money(sentence, number):
            continue
        before = sentence.low[max(0, number - _TOP_REACH) : number]
        if lists.ON_TOP.isdisjoint(before):
            return False
    return True


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
    if at < last and sentence.low[at] not in _OF:
        return -1
    at -= at < last
    return at if at >= 0 and sentence.low[at] in {"share", "part", "quote-part"} else -1


def _share_of(sentence: Sentence, at: int) -> Found | None:
    """Find what a share is of: "a third of the 4 billion", "20 % des 4 milliards"."""
    first = at - 1
    while first >= 0 and sentence.low[first] in _PLAIN_LINKS:
        first -= 1
    if first < 0:
        return None
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
    if mention.kind not in {"percent", "fraction"} or _OF.isdisjoint(sentence.low[first + 1 : at]):
        return None
    return Found("base", first, at)


_OF = frozenset({"of", "de", "d'", "des", "du"})
_FOR_A = (
    ["pour", "une"], ["for", "a"], ["contre", "une"], ["moyennant", "une"], ["pour", "un"],
)  # fmt: skip


def _phrases_before(sentence: Sentence, at: int, table: Phrases[M]) -> list[tuple[int, int, M]]:
    """The phrases of a table in front of a figure, the nearest first."""
    found = []
    low = sentence.low
    for first in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = sentence.words[first]
        if word.kind == "sign" and word.low not in _QUOTES and word.low != "-":
            break
        phrase = table.at(low, first)
        if phrase is not None and first + phrase[0] <= at:
            found.append((first, phrase[0], phrase[1]))
        if word.kind in {"figure"}:
            break
    return found


def _counts(sentence: Sentence, at: int) -> bool:
    return at >= 0 and (
        sentence.words[at].kind in _FIGURES
        or sentence.low[at] in {"deux", "trois", "quatre", "cinq", "dix"}
    )


def _figure_before(sentence: Sentence, at: int) -> bool:
    return any(word.kind == "figure" for word in sentence.words[:at])


def _of_a_deal(sentence: Sentence, at: int) -> bool:
    """Whether what is "valued at" a sum is a deal, so that the sum is its own."""
    low = sentence.low
    # "Nordwind's purchase of Kestrel, first told by a paper, is valued at", "d'une valeur de".
    said = low[max(0, at - 1) : at] in (["is"], ["was"], ["est"], ["etait"], ["une"])
    near = low[max(0, at - (_FAR_SUBJECT if said else _NEAR_SUBJECT)) : at]
    return not lists.WHOLE_DEALS.isdisjoint(near)


def _behind(sentence: Sentence, at: int) -> Found | None:
    low = sentence.low
    first = at + 1
    # "($6 billion)" stands between a sum and what it is.
    if low[first : first + 1] == ["("]:
        while first < len(low) and low[first] != ")":
            first += 1
        first += 1
    if first < len(low) and low[first] in _QUOTES and low[first] != "(":
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
    if low[first] in {"more", "less", "higher", "lower"} and length == 1 and following == "than":
        length += 1
    if low[first] == "rise" and following == "in":
        return None
    if role == "difference" and low[first] in {"above", "below"} and not following:
        return None
    if role in {"valuation"} and low[first] in {"company", "business"} and following.endswith("'s"):
        return None
    return Found(role, first, first + length)


def _rate(sentence: Sentence, at: int) -> Found | None:
    low = sentence.low
    first = at + 1
    if first < len(low) and low[first] == "(":
        while first < len(low) and low[first] != ")":
            first += 1
        first += 1
    for number in range(first, min(len(low), first + 4)):
        word = low[number]
        if sentence.words[number].kind == "figure":
            if _is_of_times(sentence, number):
                return Found("rate", number, number + 1)  # "3 million twice a year"
            break
        if (word in lists.PER or word == "du") and number + 1 < len(low):
            unit = low[number + 1]
            in_a_time = low[number - 1] in _DURING
            ordinal = unit == "second" and low[number + 2 : number + 3] not in ([], ["."], [","])
            if (
                unit in lists.UNITS_OF_RATE
                and not ordinal
                and not in_a_time
                and not _is_span(low, number)
            ):
                if word in {"the", "le", "la", "l'", "pour"} and number != first:
                    break
                return Found("rate", number, number + 2)
        if word.startswith(("a-", "per-")) and word.split("-", 1)[1] in lists.UNITS_OF_RATE:
            return Found("rate", number, number + 1)  # "The $40-a-share deal"
        if word in {"per", "par"} and _is_unit(sentence, number + 1):
            return Found("rate", number, number + 2)
        if word in lists.RATE_WORDS and number <= first + 1:
            return Found("rate", number, number + 1)
        if word in lists.EACH and number == first:
            return Found("rate", number, number + 1)
        if word in lists.RATE_ADJECTIVES and number == first:
            return Found("rate", number, number + 1)
        if sentence.words[number].kind == "sign" and word not in {"/", "-"}:
            break
    each = _for_each(sentence, first)
    if each is not None:
        return each
    for number in range(at - 1, max(-1, at - 6), -1):
        word = low[number]
        if word in lists.RATE_ADJECTIVES or (word in lists.RATE_WORDS and number >= at - 2):
            return Found("rate", number, number + 1)
        if (
            word in {"each", "every", "chaque"}
            and low[number + 1 : number + 2]
            and (low[number + 1] in lists.UNITS_OF_RATE)
        ):
            return Found("rate", number, number + 2)
        if sentence.words[number].kind in _FIGURES:
            break
    return _averaged(sentence, at) or _each_at_head(sentence, at)


def _is_of_times(sentence: Sentence, at: int) -> bool:
    """Whether a figure counts the times in a year: "deux fois l'an"."""
    mention = sentence.words[at].mention
    times = mention is not None and mention.text.endswith(("fois", "times"))
    behind = sentence.low[at + 1 : at + 3]
    return (
        times and len(behind) > 1 and behind[0] in lists.PER and (behind[1] in lists.UNITS_OF_RATE)
    )


_FOR_EACH_REACH = 7
"""Words behind a sum to "for each": "2 million from Nordwind for each ship"."""


def _for_each(sentence: Sentence, first: int) -> Found | None:
    """Find what a sum is paid for again and again: "2 million from Nordwind for each ship"."""
    low = sentence.low
    for number in range(first, min(len(low) - 1, first + _FOR_EACH_REACH)):
        if sentence.words[number].kind == "figure" or low[number] in {",", ";", "("}:
            return None
        if low[number] in {"for", "pour", "par"} and low[number + 1] in {"each", "every", "chaque"}:
            return Found("rate", number, number + 2)
    return None


_NO_UNITS = clause_words.DETERMINERS | clause_words.PREPOSITIONS | clause_words.PRONOUNS
_MORE_THAN = 7
"""Words from a figure to the "than" of its "more"."""
_EACH_REACH = 6
"""Words from "each of which" to its figure."""


def _is_unit(sentence: Sentence, at: int) -> bool:
    """Whether what follows "per" or "par" is a common noun alone: "par tranche", "per vessel"."""
    if at >= len(sentence.low) or sentence.words[at].kind != "word" or sentence.is_capital(at):
        return False
    word = sentence.low[at]
    return word not in lists.MEANS_OF_PAYMENT | _NO_UNITS


_DURING = frozenset("in within over for during after en dans pendant sur apres".split())


def _averaged(sentence: Sentence, at: int) -> Found | None:
    """Find "an average of 4 million", "4 millions en moyenne"."""
    for number in range(max(0, at - 4), min(len(sentence.low), at + 4)):
        phrase = _AVERAGE.at(sentence.low, number)
        if phrase is not None:
            return Found("rate", number, number + phrase[0])
    return None


def _each_at_head(sentence: Sentence, at: int) -> Found | None:
    """Find a rate at the head of a sentence: "Each year Nordwind pays"."""
    low = sentence.low
    for number in range(max(0, at - _EACH_REACH), at - 1):
        if low[number : number + 2] in (["dont", "chacun"], ["dont", "chacune"]) or (
            low[number : number + 3] in (["each", "of", "which"], ["each", "of", "them"])
        ):
            return Found("rate", number, number + 2)
    opening = _EACH_OF.at(low, 0)
    if opening is not None and opening[0] < at and not {";", ":"} & {*low[:at]}:
        return Found("rate", 0, opening[0] + 1)
    for number in range(at + 1, min(len(low), at + 1 + _AHEAD)):
        if sentence.words[number].kind == "figure" or low[number] in {";", ":"}:
            break
        phrase = _EACH_TIME.at(low, number)
        each = low[number] in {"each", "every", "chaque"}
        if phrase is None and each and low[number + 1 : number + 2]:
            again = low[number + 1] in lists.UNITS_OF_RATE | lists.CALENDAR
            phrase = (2, "each") if again else None
        if phrase is not None:
            return Found("rate", number, number + phrase[0])
    return None


def _is_span(low: list[str], at: int) -> bool:
    """Whether "a year" is a time gone by: "a year ago", "un an plus tôt", "a year after"."""
    following = low[at + 2] if at + 2 < len(low) else ""
    return following in {
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "old",
        "plus",
        "avant",
        "apres",
        "that",
        "the",
    } or (
        low[at] in {"l'", "le", "la", "the"}
        and following in {"dernier", "derniere", "prochain", "passe", "precedent", "of", "de"}
    )


def _difference(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a change: "raised its offer by 2 billion", "a augmenté son offre de 2 milliards"."""
    low = sentence.low
    if low[at + 1 : at + 2] == ["more"] and "than" in low[at + 2 : at + _MORE_THAN]:
        return Found("difference", at + 1, at + 2)  # "2 billion more into it than any other"
    link = low[at - 1] if at else ""
    if link not in {"by", "de", "d'"}:
        return None
    following = low[at + 1] if at + 1 < len(low) else ""
    for number in range(at - 2, max(-1, at - 12), -1):
        if clauses.of[number] != clauses.of[at] or sentence.words[number].kind in {
            "figure",
            "sign",
        }:
            break
        phrase = _RISING.at(low, number)
        if phrase is None or low[number + 1 : number + 3] == ["de", "capital"]:
            continue
        if link != "by" and (following == "à" or at - number > _FRENCH_CHANGE):
            continue
        if low[number - 1] == "la" and low[number - 2 : number - 1] in (["\u00e0"], ["a"]):
            continue  # "Franchi à la hausse le seuil de 12 %"
        return Found("difference", number, number + phrase[0])
    return None


def _movement(sentence: Sentence, at: int) -> Found | None:
    """Find the old value in "est passé de 3 à 4 milliards"."""
    low = sentence.low
    link = low[at - 1] if at else ""
    if link == "to":
        for number in range(at - 2, max(-1, at - _BACK), -1):
            # "This brings what it has spent to 4 million": all of it, not this deal.
            totals = not {"raised", "funding", "invested", "spent"}.isdisjoint(low[number:at])
            if low[number] in _BRINGING and (totals or low[number].startswith("br")):
                if {"price", "offer", "bid"}.isdisjoint(low[number:at]):
                    return Found("other sum", number, number + 1)
                break
    if link in {"to", "\u00e0"} and _goes_on_to_another(sentence, at):
        return Found("old", at - 1, at)
    following = low[at + 1] if at + 1 < len(low) else ""
    ahead = sentence.words[at + 2] if at + 2 < len(sentence.words) else None
    if link in {"de", "d'"} and following == "à" and ahead is not None and ahead.kind in _FIGURES:
        for number in range(at - 2, max(-1, at - 12), -1):
            if _MOVING.at(low, number) is not None:
                return Found("old", at - 1, at)
    return None


def _goes_on_to_another(sentence: Sentence, at: int) -> bool:
    """Whether a figure is only a step: "from 60 million to 66 and then to 71"."""
    low = sentence.low
    place = at + 1
    while place < len(low) and low[place] in _THEN:
        place += 1
    if place == at + 1 or low[place - 1] in {",", "and", "et"}:
        return False
    return low[place : place + 1] in (["to"], ["\u00e0"]) and any(
        word.kind == "figure" for word in sentence.words[place : place + _STEP]
    )


_THEN = frozenset(", and et then later finally eventually puis ensuite enfin finalement".split())
_STEP = 4
"""Words from "then to" to the figure: "then to a final 71 million"."""
_BRINGING = frozenset(
    "brings bringing brought takes taking took lifts lifting lifted pushes pushing raises raising"
    .split()
)  # fmt: skip
"""Verbs before a total that grows: "taking the total raised to 23 million"."""


def _other_side(sentence: Sentence, at: int) -> Found | None:
    """Find what is compared: "more than Halden's 2 billion", "plus que les 2 milliards"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - 6), -1):
        word = low[number]
        if sentence.words[number].kind in _FIGURES or word in {",", ";"}:
            break
        if word == "than" and low[number + 1] in _MULTIPLIED:
            break  # "More than doubled to 95 million"
        if word == "than" and number < at - 1:
            return Found("other side", number, at)
        if word in {"que", "qu'"} and {"plus", "moins", "mieux", "autant", "davantage"} & {
            *low[max(0, number - 6) : number]
        }:
            if low[number - 1] == "plus" and not _NE.isdisjoint(low[max(0, number - 5) : number]):
                break  # "Ne compte plus que 640 salariés": only so many are left.
            return Found("other side", number, at)
        if word in {
            "exceed",
            "exceeding",
            "exceeds",
            "exceeded",
            "above",
            "below",
            "beat",
            "beating",
        } and (low[number + 1] in {"the", "its", "their"} and _is_measure(low, at)):
            return Found("other side", number, at)
    return None


_NE = frozenset({"ne", "n'"})
_MULTIPLIED = frozenset("doubled tripled trebled quadrupled halved double triple".split())
"""Verbs that "more than" goes with, where it compares no other sum."""


def _is_measure(low: list[str], at: int) -> bool:
    ahead = low[at + 1 : at + 4]
    return not {
        "limit",
        "threshold",
        "forecast",
        "expected",
        "wanted",
        "target",
        "estimate",
        "required",
    }.isdisjoint(ahead)


def _priced(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find what a company is priced at: "a round that puts a price tag of 900 million on it".

    A price is the sum of a sale, so it is a valuation only where something puts it on a company, or
    where money is raised in the same sentence. "Pre-money" behind a figure always tells one.
    """
    low = sentence.low
    for number in range(at + 1, min(len(low), at + 4)):
        if low[number] in {"pre-money", "post-money", "premoney", "postmoney"}:
            if any(word.kind == "figure" for word in sentence.words[number : number + _OTHER]):
                return None  # "4 million at a post-money valuation of 30 million"
            return Found("valuation", number, number + 1)
        if sentence.words[number].kind in _FIGURES:
            break
    raised = not sentence.known.isdisjoint(lists.RAISES) and sentence.known.isdisjoint(
        {"stake", "offer", "bid", "participation", "offre"}
    )
    for number in range(at - 1, max(-1, at - _BACK), -1):
        if sentence.words[number].kind == "figure" or low[number] in {";", ":"}:
            break
        if low[number] in lists.PRICES:
            near = low[max(0, number - 3) : number]
            if not sentence.known.isdisjoint(lists.FRESH_MONEY) and "at" in low[at - 2 : at]:
                return Found("valuation", number, number + 1)
            if not lists.PRICE_LINKS.issuperset(low[number + 1 : at]):
                continue
            if raised or not lists.PUTTING.isdisjoint(near):
                return Found("valuation", number, number + 1)
        company = not lists.PRICE_LINKS.issuperset(low[number + 1 : at])
        if raised and company and low[number] in lists.PRICING:
            return Found("valuation", number, number + 1)
        reaches = not lists.REACHING.isdisjoint(low[max(0, number - 3) : number])
        if low[number] in lists.WORTHS and low[number + 1 : at] == ["de"] and reaches:
            return Found("valuation", number, at + 1)
        if low[number] in lists.PUTTING and _is_value(low[at + 1 : at + 3]):
            return Found("valuation", number, at + 1)
    return None


def _is_value(words: Sequence[str]) -> bool:
    """Whether words behind a figure name it: "porte à 4 milliards la valeur de Kestrel"."""
    return (
        len(words) == 2
        and words[0] in {"la", "sa", "leur", "the", "its"}
        and words[1] in {"valeur", "valorisation", "value", "valuation"}
    )


_OTHER = 4
"""Words from "post-money" to a figure behind it that it tells of."""
_LINKS_OF_VALUE = frozenset({"at", "à", "of", "de", "d'", "the", "les", "some", "a"})


def _valued(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a valuation: "valuing Kestrel at 4 billion", "est valorisée 4 milliards"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - _BACK), -1):
        word = low[number]
        if sentence.words[number].kind == "figure" or clauses.of[number] != clauses.of[at]:
            break
        if word.startswith(("valuing", "valued", "values", "valoris", "valuation", "capitalis")):
            direct_object = [one for one in low[number + 1 : at] if one not in _LINKS_OF_VALUE]
            if _of_a_deal(sentence, number) and not direct_object and word != "values":
                return None
            if direct_object and not lists.WHOLE_DEALS.isdisjoint(direct_object):
                return None  # "Valuing the deal at 4 million"
            direct = number == at - 1
            linked = low[at - 1] in {"at", "à", "of", "de", "to", "d'", "the", "les"}
            if direct or linked or direct_object or word == "valuation":
                return Found("valuation", number, number + 1)
        given = low[max(0, number - _GIVEN_REACH) : number]
        if (word in {"value", "valeur"} and not lists.GIVING.isdisjoint(given)) or (
            word in lists.WORTHS and _is_of_company(sentence, number, at)
        ):
            return Found("valuation", number, number + 1)
        if word == "worth" and number >= at - 3:
            before = low[max(0, number - _BACK) : number]
            for implied in ("implies", "implying", "means", "meaning", "suggests"):
                if implied in before:  # "The investment implies that Kestrel is worth 4 billion".
                    before = before[before.index(implied) + 1 :]
            if {"is", "was", "be", "now", "currently", "become"} & {*before[-2:]} and (
                lists.WHOLE_DEALS.isdisjoint([*before, *_subject_words(sentence, clauses, number)])
            ):
                return Found("valuation", number, number + 1)
            return None
        if word in {"vaut", "valait", "vaudrait", "vaudra", "pese", "pesait"} and number >= at - 3:
            if not lists.WHOLE_DEALS.isdisjoint(_subject_words(sentence, clauses, number)):
                return None
            return Found("valuation", number, number + 1)
    return None


def _is_of_company(sentence: Sentence, noun: int, at: int) -> bool:
    """Whether "value" and "worth" are a company's: "put the worth of Kestrel at", "dont la valeur".

    They give it a figure by a verb or by "at"; the value of a deal is the sum of that.
    """
    low = sentence.low
    linked = not _TO_VALUE.isdisjoint(low[noun + 1 : at])
    if low[noun + 1 : noun + 2] and low[noun + 1] in _OF:
        complement = low[noun + 2 : noun + 2 + _SLACK + 1]
        return linked and lists.WHOLE_DEALS.isdisjoint(complement)
    owner = low[max(0, noun - _TWO) : noun]
    if owner[-1:] == ["whose"] or owner in (["dont", "la"], ["dont", "le"]):
        before = low[max(0, noun - _BACK) : noun]
        return linked and lists.WHOLE_DEALS.isdisjoint(before[-_NEAR_SUBJECT - _TWO :])
    return False


_TO_VALUE = frozenset(
    """
    at to à a reached reaches reach is was stands stood exceeds exceeded tops topped hit hits
    approaches atteint atteignait depasse est etait avoisine frole grimpe monte s'eleve
    """.split()
)
"""What stands between the value of a company and its figure."""


def _subject_words(sentence: Sentence, clauses: Clauses, verb: int) -> list[str]:
    """The first words of the clause of a verb, its subject: "The order that … is now worth"."""
    own = [at for at in range(verb) if clauses.of[at] == clauses.of[verb]]
    return [sentence.low[at] for at in own[:_SUBJECT]]


_GIVEN_REACH = 7
"""Words from a verb of giving to the value: "giving the whole company a value of"."""
_SUBJECT = 3
"""Words at the head of a clause among which the noun of its subject stands."""


# Bounds


def bound_of(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """What bounds or blurs a figure beyond the words that were read with it.

    Args:
        sentence: The sentence.
        clauses: Its clauses.
        at: The number of the figure among its words.
    """
    return (
        _bound_before(sentence, at)
        or _bound_in_front(sentence, at)
        or _capped(sentence, clauses, at)
        or _bound_over_aside(sentence, at)
        or _margin(sentence, at)
        or _bound_after(sentence, clauses, at)
    )


def _bound_before(sentence: Sentence, at: int) -> Found | None:
    low = sentence.low
    for first, length, side in _phrases_before(sentence, at, _BOUND_BEFORE):
        if _NO_BOUND.at(low, first) is not None:
            continue
        last = first + length
        between = sentence.words[last:at]
        if any(word.kind in _FIGURES or sentence.source[word.start].isupper() for word in between):
            continue
        unknown = [
            word for word in between
            if word.low not in far_bounds.INTENSIFYING and word.low not in _QUOTES
        ]  # fmt: skip
        lone = length == 1 and low[first] in far_bounds.LONE
        if lone and (unknown or not between):
            continue
        if len(unknown) > _SLACK or any(
            word.low in clause_words.PREPOSITIONS or word.low in clause_words.ENGLISH_AUXILIARIES
            for word in unknown
        ):
            continue
        if low[first] in {"up", "limit", "over"} and first and low[first - 1] in _MOVING_UP:
            continue
        if low[first] in {"le", "la"} and low[first - 1 : first] in (["sous"], ["frole"]):
            continue  # "Sous la barre des 4 millions": the longer phrase bounds it.
        return Found(side, first, last)
    return None


def _bound_in_front(sentence: Sentence, at: int) -> Found | None:
    """Find a bound that opens the sentence: "Au plus, Nordwind versera 4 millions"."""
    low = sentence.low
    if "," not in low[:at] or any(word.kind == "figure" for word in sentence.words[:at]):
        return None
    comma = low.index(",")
    first = 1 if low[0] in {"tout", *_QUOTES} else 0
    phrase = _BOUND_BEFORE.at(low, first) or _BOUND_AFTER.at(low, first)
    if phrase is not None and first + phrase[0] == comma:
        return Found(phrase[1], first, comma)
    return None


def _capped(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a verb that caps at a figure: "capped what it will pay at 4 million"."""
    low = sentence.low
    if not at or low[at - 1] not in {"at", "to", "\u00e0"}:
        return None
    for number in range(at - 2, -1, -1):
        if sentence.words[number].kind == "figure":
            return None
        if low[number].startswith(("capped", "capping", "caps", "limit", "plafonn")):
            return Found("maximum", number, number + 1)
    return None


def _bound_over_aside(sentence: Sentence, at: int) -> Found | None:
    """Find a bound with an aside behind it: "jusqu'à, excusez du peu, 4 milliards"."""
    low = sentence.low
    last = at - 1
    while last >= 0 and (low[last] in _QUOTES or low[last] in {"\u00e0", "et", "and", "de", "d'"}):
        last -= 1
    if last < 0 or low[last] != ",":
        return None
    first = next(
        (number for number in range(last - 1, max(-1, last - _BACK), -1) if low[number] == ","), -1
    )
    if first <= 0:
        return None
    told = [*low[max(0, first - _BACK) : first], *low[last + 1 : at]]
    if told[-1:] in (["et"], ["and"]) and {"entre", "between"} & {*told[-4:]}:
        return Found("maximum", max(0, first - 2), at)
    for start in range(len(told)):
        phrase = _BOUND_BEFORE.at(told, start)
        if phrase is None or not far_bounds.INTENSIFYING.issuperset(told[start + phrase[0] :]):
            continue
        return Found(phrase[1], max(0, first - len(told)), at)
    return None


def _margin(sentence: Sentence, at: int) -> Found | None:
    """Find what a figure may be off by: "give or take a million", "à un million près"."""
    low = sentence.low
    for number in range(at + 1, min(len(low), at + 1 + _AHEAD)):
        if low[number : number + 3] == ["give", "or", "take"]:
            return Found("about", number, number + 3)
        if low[number] != "pres" or low[number + 1 : number + 2] in (["de"], ["d'"], ["du"]):
            continue
        if not {"\u00e0", "a"}.isdisjoint(low[at + 1 : number]):
            return Found("about", at + 1, number + 1)
    return None


_MOVING_UP = frozenset(
    """
    gone went moved climbed risen crept pushed pushing drove driven taking took bringing brought
    brings edged
    """.split()
)


def _bound_after(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    low, words = sentence.low, sentence.words
    clause = clauses.of[at]
    for first in range(at + 1, len(low)):
        word = words[first]
        if word.kind == "figure":
            break
        phrase = _BOUND_AFTER.at(low, first)
        if phrase is None:
            continue
        kind = clauses.all[clauses.of[first]].kind
        apart = clauses.of[first] != clause and kind in {"relative", "aside-relative", "complement"}
        if phrase[0] < _SURE and (apart or first > at + _AHEAD):
            continue
        last = first + phrase[0]
        following = words[last] if last < len(words) else None
        if following is not None and (
            following.kind in _FIGURES
            or following.low in _SMALL_NUMBERS
            or following.low in {"of", "de", "d'"}
        ):
            continue
        if phrase[0] == 1 and low[first] in {"tops", "max", "mini", "maxi"} and first > at + 2:
            continue
        if (
            phrase[0] == 1
            and low[first] in {"roughly", "approximately", "environ"}
            and (following is not None and following.kind == "word")
        ):
            continue
        return Found(phrase[1], first, last)
    return None


_SMALL_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten twelve a an un une deux trois quatre cinq six
    sept huit neuf dix quinze vingt trente
    """.split()
)
