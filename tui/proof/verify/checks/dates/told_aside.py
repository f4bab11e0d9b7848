"""Is a deal told at the date of a sentence, or aside, of another time or as known before?

"Kestrel, bought by Nordwind in 2022, said on Monday it would close two plants" dates no deal on
Monday. Linear in the words of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, moods, time_words
from tui.language.figures.sum_words import DEAL_NOUNS
from tui.language.neighbour_words import DEAL_TOLD
from tui.proof.verify.checks.dates.dated_words import (
    AGENT,
    AS_OBJECT,
    NEWS,
    OPENS_TIMES,
    changes_hands,
    frames,
    has_verb,
    is_of_deal,
    is_saying,
    segment,
    tells_deal,
    with_statement,
)
from tui.proof.verify.checks.dates.owners import (
    dating,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.proof.claim.claim import Claim

_TWO = 2


def is_told(claim: Claim, at: int) -> bool:
    """Whether a date is that of what somebody said already: "said late on Wednesday that talks"."""
    low = claim.sentence.low
    for number in range(at - 1, segment(claim, at).start - 1, -1):
        if low[number] in moods.REPORTING_PAST:
            return number == 0 or low[number - 1] not in _UNTOLD
    return is_told_aside(claim, at)


_UNTOLD = frozenset("to be etre être sera seront".split())
"""Before a participle these make it one of what is yet to be said."""


def is_told_aside(claim: Claim, at: int) -> bool:
    """Whether a date is that of news told between commas: ", announced on Monday by Circ, will"."""
    low = claim.sentence.low
    near = [number for number in segment(claim, at) if number < at]
    told = [number for number in near if low[number] in time_words.NEWS]
    return bool(told) and _BESIDE_NEWS.issuperset(
        low[number] for number in near[: near.index(told[0])]
    )


_BESIDE_NEWS = frozenset("first just only d'abord abord d' deja already also aussi".split())


def opens_aside(claim: Claim, at: int) -> bool:
    """Whether a distance in time is told beside the news: "announced it, less than a year after".

    The news stands before the comma; where the deal is told behind it alone, it is what the time is
    counted from.
    """
    low = claim.sentence.low
    while at and low[at - 1] in _NEARLY:
        at -= 1
    if not at or low[at - 1] != ",":
        return False
    before, behind = range(at), range(at, len(low))
    return is_of_deal(claim, before) or not is_of_deal(claim, behind)


def deal_told_aside(claim: Claim, at: int) -> str:
    """The words that tell a deal of another time, where a date is that of something else.

    "Circ, which bought the mill in the autumn of 2017, said on Tuesday that it would close it":
    what stands with the date between two commas tells no deal, and what does has a date of its
    own, or tells of a time before.
    """
    what = dating(claim, at).what
    if what not in {"news", "other", ""}:
        return ""
    sentence = claim.sentence
    own = with_statement(claim, segment(claim, at))
    said = {*sentence.low[at : own.stop]} & _THAT
    if changes_hands(claim, own) or not (what or said):
        return ""
    if what == "news" and (other := _told_news(claim, own)):
        return other
    opens = next(
        (one for one in own if sentence.low[one] not in clause_words.ADVERBS_BETWEEN | _FIRST),
        own.start,
    )
    if sentence.low[opens] in time_words.NEWS | time_words.TELLING:
        return ""  # "First announced on 3 June, the purchase …"
    if _announces_it(claim, own):
        return ""  # "Has completed the purchase, which it announced in May"
    front = own.start == 0 and sentence.low[0] in clause_words.PREPOSITIONS
    if front and not time_words.NOTICES.isdisjoint(sentence.low[number] for number in own):
        return ""  # "In a statement published on 3 June, it announces the purchase …"
    if _does_deal(claim, own):
        return _before_own(claim, own, at)
    earlier = ""
    place = 0
    while place < len(sentence.low):
        near = segment(claim, place)
        place = near.stop + 1  # Behind the sign that ends it.
        if near == own or not _does_deal(claim, near):
            continue
        if not any(
            sentence.words[number].kind == "date" or sentence.low[number] in time_words.PLUPERFECT
            for number in near
        ):
            return ""
        earlier = earlier or sentence.printed(near.start, near.stop)
    whole = range(len(sentence.low))
    if earlier or what or is_of_deal(claim, whole) or not has_verb(claim, whole):
        return earlier
    return "" if _changes_hands_alone(claim) else sentence.printed(own.start, own.stop)


def _told_news(claim: Claim, own: range) -> str:
    """The news that are told on a date, where these are no deal: "said on Monday it would close".

    Where nothing is told behind the verb and the date, the news are what stands before them:
    "Nordwind is buying Kestrel, it said on Monday".
    """
    low, words = claim.sentence.low, claim.sentence.words
    verb = max(
        (number for number in own if is_saying(claim, number) or low[number] in NEWS), default=-1
    )
    fronted = own.start == 0 and low[0] in clause_words.PREPOSITIONS
    if verb < 0 or (fronted and verb < own.start + _TWO) or low[verb - 1] in _PASSIVE:
        return ""
    if verb == 0 or not _BY.isdisjoint(low[verb + 1 : verb + 1 + AGENT]):
        return ""  # "Unveiled on 3 May by the group"
    written = claim.sentence.source[words[verb].start : words[verb].end]
    if written.endswith(_PARTICIPLES) and low[verb - 1] not in clause_words.FRENCH_AUXILIARIES:
        return ""  # "Un programme annoncé au moment de l'élection": what stands before it
    joined = (one for one in range(verb + 1, own.stop) if low[one] in {"and", "et", "but", "mais"})
    last = next(joined, own.stop)
    told = [
        number for number in range(verb + 1, last)
        if words[number].kind == "word" and low[number] not in OPENS_TIMES | _TO_WHOM
    ]  # fmt: skip
    subject = range(own.start, verb)
    if not told or own.stop < len(low) - 1 or is_of_deal(claim, subject):
        return ""
    return claim.sentence.printed(told[0], last) if _tells_another_thing(claim, told) else ""


_PARTICIPLES = ("\u00e9", "\u00e9e", "\u00e9s", "\u00e9es")
"""Endings of French participles, which describe what is before them where nothing helps them."""


def _tells_another_thing(claim: Claim, numbers: list[int]) -> bool:
    """Whether words tell something that is no deal, no sum and no change of hands."""
    low, sentence = claim.sentence.low, claim.sentence
    whole = range(numbers[0], numbers[-1] + 1)
    money = any(
        mention.kind == "money" for one in whole if (mention := sentence.words[one].mention)
    )
    if (
        money
        or changes_hands(claim, numbers)
        or not time_words.MERGING.isdisjoint(low[number] for number in numbers)
    ):
        return False
    if any(low[one] in DEAL_NOUNS or frames(claim, one) & _DEALING for one in numbers):
        return False
    noun = any(low[number - 1] in _NOT_ITS for number in numbers if number)
    return noun or has_verb(claim, numbers)


_BY = frozenset({"by", "par"})
_PASSIVE = frozenset("ete been was were is be est sont etait furent fut".split())
_NOT_ITS = clause_words.DETERMINERS - frozenset("its their his her son sa ses leur leurs".split())
_DEALING = frozenset(
    "buy sell take give grant lend invest put raise award commit back order pay fined hire".split()
)
"""Ways of verbs by which somebody does a deal."""
_TO_WHOM = frozenset(
    """
    staff employees investors shareholders reporters salaries actionnaires presse journalistes it
    he she they il elle ils elles
    """.split()
)
"""Who is told news; what they are told stands behind."""


def _announces_it(claim: Claim, own: range) -> bool:
    """Whether words tell when it was announced what stands before them: "which it announced"."""
    low = claim.sentence.low
    news = next((one for one in own if low[one] in time_words.NEWS), -1)
    if news < 0:
        return False
    relative = low[own.start] in AS_OBJECT
    return relative or low[news + 1 : news + 2] in (["it"], ["them"])


_FIRST = frozenset({"first", "abord", "d'", "initially"})
_THAT = frozenset({"that", "que", "qu'"})
"""What opens the news that a verb tells which is not known: "learnt on Monday that"."""


def _changes_hands_alone(claim: Claim) -> bool:
    """Whether something goes to another owner in words that have no time of their own."""
    sentence = claim.sentence
    place = 0
    while place < len(sentence.low):
        near = segment(claim, place)
        place = near.stop + 1
        dated = any(sentence.words[number].kind == "date" for number in near)
        if changes_hands(claim, near) and not dated:
            return True
    return False


def _before_own(claim: Claim, own: range, at: int) -> str:
    """The words behind "since" that alone tell a deal: "rose on Wednesday … since it bought"."""
    low = claim.sentence.low
    since = next((number for number in own if low[number] in {"since", "depuis"}), 0)
    if since <= at or _does_deal(claim, range(own.start, since)):
        return ""
    return claim.sentence.printed(since, own.stop)


def _does_deal(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell a deal by a verb of it, or by a noun that means nothing else."""
    words = claim.sentence.words
    return any(
        words[number].low in DEAL_TOLD or frames(claim, number) - {"go"}
        for number in numbers
        if words[number].kind == "word"
    )


_NEARLY = frozenset(
    "less more than just only barely nearly almost about some moins plus de d' à peine pres"
    " seulement environ quelque".split()
)
"""What may stand before a distance in time."""


def is_of_another_subject(claim: Claim, at: int) -> bool:
    """Whether a date stands in a statement about something else: ", and the new wing opens in May".

    Between its commas a subject of its own follows the conjunction, and nothing tells a deal.
    """
    near = segment(claim, at)
    low = claim.sentence.low
    first = near.start + (low[near.start] in {"and", "et", "but", "mais", "while"})
    return (
        near.start > 0
        and low[first : first + 1] != []
        and low[first] in clause_words.DETERMINERS
        and not tells_deal(claim, near)
        and not changes_hands(claim, near)
    )
