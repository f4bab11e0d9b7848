"""What a date of a sentence is that of: of the news, of a deal, of something else.

It is told by the verb nearest to the date between its commas, the one before it first: "announced
on Monday", "was completed on Wednesday", "its flotation in 2021"; in front of a sentence by the
verb of the sentence. Linear in the words between two commas.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language import clause_words, moods, reporting, time_words
from tui.language.clauses.verbs import PARTICLES, verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.neighbour_words import DEAL_TOLD
from tui.language.plain_words import Phrases
from tui.proof.claim.words import DATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.proof.claim.claim import Claim

What: TypeAlias = Literal["news", "deal", "closing", "approval", "other", ""]
_TWO = 2


class Dating(NamedTuple):
    """What a date is that of.

    Attributes:
        what: The news, a deal, the closing or the approval of one, something else; empty where
            nothing tells.
        words: The words that tell it, where it is something else.
    """

    what: What
    words: str = ""


def dating(claim: Claim, at: int) -> Dating:
    """What a date is that of, by the verb or the noun that it stands with.

    Args:
        claim: The sentence.
        at: The word that is the date.
    """
    low = claim.sentence.low
    near = segment(claim, at)
    told = claim.sentence.printed(near.start, near.stop)
    if low[at + 1 : at + 2] in (["'s"], ["\u2019s"]) and low[at + 2 : at + 3] in _ITS_NEWS:
        return Dating("news")  # "Wednesday's news that it had bought Kestrel"
    if low[at - 1 : at] == ["date"]:
        return Dating("")  # The date of the article itself
    if is_waited_for(claim, at):
        return Dating("news" if not _NEWS_VERBS.isdisjoint(low[at : near.stop]) else "other", told)
    if _is_set(claim, at):
        return Dating("other", told)
    if at > 1 and low[at - 1] in {"du", "of", "de"} and (what := _of_noun(claim, at)):
        return Dating(what, told)
    if any(_ON_SALE.at(low, number) is not None for number in near):
        return Dating("other", told)
    if any(_UNDISCLOSED.at(low, number) is not None for number in range(at, near.stop)):
        return Dating("other", told)  # "Signed on 3 April but kept secret until the 17th"
    if any(_is_flow(claim, number) for number in near):
        return Dating("other", told)  # "Kestrel, which had sales of 40 million in 2023"
    if any(_dates_other(claim, number, near) for number in range(near.start, at)):
        return Dating("other", told)
    if _is_of_cause(claim, at, near):
        return Dating("other", told)  # "Fined on Wednesday over a spill in July 2021"
    if not time_words.RUMOURS.isdisjoint(low[near.start : at]):
        return Dating("other", told)
    if not time_words.TALKS.isdisjoint(low[near.start : min(at, near.start + _TWO)]):
        return Dating("other", told)  # "Talks between them were first reported on 3 March"
    if _is_procedure(claim, at, near):
        return Dating("other", told)
    verb = _verb_beside(claim, at, near)
    if verb >= 0 and _is_approval(claim, verb, near):
        return Dating("approval")  # "Cleared the change of control on 4 March"
    if 0 <= verb < at and low[verb] in _NEWS and not _tells_results(claim, verb):
        return Dating("news")  # "Was announced in January and took effect on 4 March"
    if changes_hands(claim, near):
        return Dating("deal")
    if verb >= 0:
        what = _of_verb(claim, verb, near)
        return Dating(what, told if what == "other" else "")
    if tells_deal(claim, near):
        return Dating("")
    if near.start == 0 and near.stop < len(low):
        return _of_main_verb(claim, near)
    first = claim.sentence.words[near.start]
    last = near.stop >= len(low) - 1
    if last or first.kind != "word" or first.low in _OPENS_TIMES:
        return Dating("")
    return Dating("") if claim.sentence.is_capital(near.start) else Dating("other", told)


def _dates_other(claim: Claim, verb: int, near: range) -> bool:
    """Whether a verb dates what is no deal: "the permit dates from", "Datée du 3 mars, la lettre".

    Its subject stands before it, that of a participle in front of a sentence behind the comma.
    """
    low = claim.sentence.low
    if low[verb] not in time_words.DATING or low[verb + 1 : verb + 2] == ["de"]:
        return False
    if low[verb] == "date" and (low[verb - 1 : verb] in _NO_VERB_BEFORE or not verb):
        return False
    subject = range(near.start, verb)
    if near.start == 0 and verb <= 1:
        subject = range(near.stop + 1, min(len(low), near.stop + 1 + _HEAD))
    elif low[verb].startswith(("dated", "datee")) and verb > near.start:
        subject = range(max(near.start, verb - _HEAD), verb)
    elif verb == near.start:
        return False
    known = DEAL_NOUNS | SUM_NOUNS | time_words.NOTICES | time_words.NEWS
    return known.isdisjoint(low[number] for number in subject) and not tells_deal(claim, subject)


_NO_VERB_BEFORE = tuple([word] for word in sorted(clause_words.DETERMINERS | {"de", "d'", "of"}))
_UNDISCLOSED: Phrases[str] = Phrases({"secret": time_words.KEPT_SECRET})


def _is_flow(claim: Claim, number: int) -> bool:
    """Whether a word is what a company sold or earned in a time: "sales of ¤", "¤ de ventes"."""
    low, words = claim.sentence.low, claim.sentence.words
    if low[number] not in time_words.FLOWS:
        return False
    behind = low[number + 1 : number + 2] in (["of"], ["de"], ["d'"]) and any(
        word.kind == "figure" for word in words[number + 2 : number + _HEAD + 2]
    )
    before = low[number - 1 : number] in (["de"], ["d'"], ["in"]) and any(
        word.kind == "figure" for word in words[max(0, number - _HEAD) : number]
    )
    return behind or before


def _of_noun(claim: Claim, at: int) -> What:
    """What a date is that of which is the complement of a noun: "the agreement of 14 February"."""
    noun = claim.sentence.words[at - _TWO]
    if noun.low in DEAL_NOUNS:
        return "deal"
    known = noun.low in time_words.NOTICES or noun.low in time_words.TIMES
    if noun.kind != "word" or known or claim.sentence.is_capital(at - _TWO):
        return ""
    behind = claim.sentence.low[at - _TWO - 1 : at - _TWO]
    return "other" if behind and behind[0] in clause_words.DETERMINERS else ""


def _is_of_cause(claim: Claim, at: int, near: range) -> bool:
    """Whether a date behind another one is that of why it was done: "over a spill in July 2021"."""
    low, words = claim.sentence.low, claim.sentence.words
    first = next((one for one in range(at - 1, near.start, -1) if words[one].kind == "date"), at)
    between = range(first + 1, at)
    caused = any(low[number] in _CAUSES for number in between)
    return caused and not any(_is_verb(claim, number) for number in between)


def _is_procedure(claim: Claim, at: int, near: range) -> bool:
    """Whether a date is a day of a procedure: "The period for objections … runs out on 4 March"."""
    head = claim.sentence.low[near.start : min(at, near.start + _HEAD)]
    return not time_words.PROCEDURES.isdisjoint(head)


_HEAD = 4
"""Words in front of a clause among which its subject stands."""


def _of_verb(claim: Claim, verb: int, near: range) -> What:
    """What a date is that of which stands with a verb."""
    low = claim.sentence.low
    if low[verb] in time_words.COURSE and not concludes(claim, verb):
        return "other"  # "The contract starts on 1 March"
    if _speaks_in_front(claim, verb, near):
        return _of_main_verb(claim, near).what or "other"
    idiom = {"bankrupt", "bust", "under"} & {*low[verb + 1 : verb + 2]}
    if low[verb] in time_words.FOUNDING or idiom:
        return "other"
    if _tells_results(claim, verb):
        return "other"
    if low[verb] in time_words.COMING_OUT and not time_words.TIDINGS.isdisjoint(
        low[near.start : near.start + _HEAD]
    ):
        return "news"  # "Word that it would buy Kestrel came on 3 May"
    if low[verb] == "reported" and (low[verb - 1] == "first" or low[verb + 1] == "by"):
        return "other"  # A paper told it, before anybody announced it.
    if any(_BREAKING.at(low, number) is not None for number in near):
        return "news"
    if low[verb] in _NEWS or _is_saying(claim, verb):
        return "news"
    ahead = range(verb + 1, near.stop)
    if not time_words.TALKS.isdisjoint(low[number] for number in ahead):
        return "other"  # "Entered exclusive talks on 4 March"
    if _is_approval(claim, verb, near):
        return "approval"
    if not time_words.INSOLVENCY.isdisjoint(low[number] for number in near):
        return "other"
    if low[verb] in time_words.CLOSING and (closed := _of_deal_noun(claim, verb, near)):
        return closed
    return "deal" if _may_date(claim, verb) else "other"


def _speaks_in_front(claim: Claim, verb: int, near: range) -> bool:
    """Whether a date is that of the occasion of what follows: "Speaking in Leeds on Monday, …"."""
    front = near.start == verb == 0 and near.stop < len(claim.sentence.low)
    return front and claim.sentence.low[verb] in {"speaking", "addressing"}


def _of_deal_noun(claim: Claim, verb: int, near: range) -> What:
    """What a verb of closing dates: the closing of a deal that is its object or its subject."""
    if concludes(claim, verb):
        return "closing"
    subject = range(max(near.start, verb - _SUBJECT), verb)
    low = claim.sentence.low
    return "closing" if any(low[number] in DEAL_NOUNS for number in subject) else ""


def _is_approval(claim: Claim, verb: int, near: range) -> bool:
    """Whether a deal is let through by somebody else: "cleared", "voted for", "gave its blessing".

    Who votes a grant, a loan or an order gives it.
    """
    low = claim.sentence.low
    around = low[max(0, verb - _SUBJECT) : near.stop]
    if not time_words.VOTED.isdisjoint(around):
        return False
    if any(low[one] in time_words.TO_GIVE for one in range(verb + 1, near.stop)):
        return False  # "Voted on Monday to give Kestrel 3 million"
    if low[verb] in time_words.APPROVING:
        return True
    if low[verb] in _BACKING and not time_words.HOLDERS.isdisjoint(low[near.start : verb]):
        return True  # "Shareholders backed its sale"
    return any(
        _APPROVAL.at(low, number) is not None
        for number in range(verb + 1, min(near.stop, verb + 1 + _OBJECT))
    )


_BACKING = frozenset(
    "backed back backs endorsed accepted accept plebiscite soutenu accepte".split()
)
_APPROVAL: Phrases[str] = Phrases({"approval": time_words.APPROVALS})
_ON_SALE: Phrases[str] = Phrases({"sale": time_words.ON_SALE})
_BREAKING: Phrases[str] = Phrases({"news": time_words.BREAKING})


_ITS_NEWS = (["news"], ["announcement"], ["statement"], ["announcements"])


def takes_effect(claim: Claim, before: int, at: int) -> bool:
    """Whether a deal took effect on a date, which another one announced: "and took effect on"."""
    low = claim.sentence.low
    return any(_EFFECT.at(low, number) is not None for number in range(before + 1, at))


_EFFECT: Phrases[str] = Phrases({"effect": time_words.TAKING_EFFECT})


def closes(claim: Claim, at: int) -> bool:
    """Whether a date is that on which a deal was completed, told before: "a finalisé vendredi"."""
    low = claim.sentence.low
    return any(low[number] in time_words.CLOSING for number in segment(claim, at))


def concludes(claim: Claim, number: int) -> bool:
    """Whether a verb has a deal done: "completed its purchase", "a bouclé mardi le rachat".

    The deal is its direct object: who "struck on Monday over the sale" concluded nothing.
    """
    low, words = claim.sentence.low, claim.sentence.words
    if low[number] not in time_words.CONCLUDING:
        return False
    for at in range(number + 1, min(segment(claim, number).stop, number + _OBJECT)):
        if low[at] in DEAL_NOUNS | SUM_NOUNS:
            return _APPROVAL.at(low, at) is None
        dated = words[at].kind in {"date", "figure"} or low[at + 1 : at + 2] == [DATE]
        prepared = low[at] in clause_words.PREPOSITIONS - clause_words.DETERMINERS
        if low[at] in _BEFORE_OBJECT or (prepared and not dated):
            return False
    return False


def _concludes_before(claim: Claim, verb: int) -> bool:
    """Whether a deal in front is the object of a verb of concluding: "the offer that it made"."""
    low = claim.sentence.low
    if low[verb] not in time_words.CONCLUDING:
        return False
    first = claim.clauses.all[claim.clauses.of[verb]].opened
    return 0 < first <= verb and low[first] in _AS_OBJECT and low[first - 1] in DEAL_NOUNS


_BEFORE_OBJECT = clause_words.RELATIVE | clause_words.JOINING
_OBJECT = 9
"""Words from a verb on, a date among them, among which the noun of its object stands."""


def is_waited_for(claim: Claim, at: int) -> bool:
    """Whether news waited for a day: "waited until 22 February to announce", "a attendu le 22"."""
    low = claim.sentence.low
    before = low[max(0, at - _WAITING_REACH) : at]
    behind = low[at + 1 : at + 1 + _WAITING_REACH]
    return not _WAITING.isdisjoint(before) and not _PURPOSE.isdisjoint(behind)


_WAITING = frozenset("waited waiting wait attendu attendit attend attendait attendre".split())
_WAITING_REACH = 4
"""Words from "waited" to the day that was waited for: "waited until the morning of"."""
_PURPOSE = frozenset({"to", "pour", "before", "avant"})


def is_news_of_noun(claim: Claim, at: int) -> bool:
    """Whether a date is that of a noun of news: "word that it would sell came on 3 May"."""
    near = segment(claim, at)
    low = claim.sentence.low
    head = low[near.start : near.start + _HEAD]
    return not time_words.TIDINGS.isdisjoint(head) and any(
        low[number] in time_words.COMING_OUT for number in range(near.start, at)
    )


def looks_done(claim: Claim, numbers: range) -> bool:
    """Whether words begin with a participle that tells what was done: "Passé sous le contrôle"."""
    first = numbers.start
    return first < len(claim.sentence.words) and _looks_done(claim, first)


def _is_saying(claim: Claim, number: int) -> bool:
    """Whether a word tells that something is said, and not only what it leads to: "montre que"."""
    low = claim.sentence.low[number]
    return low in reporting.REPORTING[claim.language] and low not in reporting.UNSAID


def _tells_results(claim: Claim, number: int) -> bool:
    """Whether accounts are published, a news of its own: "its figures, published on Tuesday"."""
    if claim.sentence.low[number] in time_words.NEWS:
        behind = claim.sentence.low[number + 1 : segment(claim, number).stop]
        prepared = clause_words.PREPOSITIONS - clause_words.DETERMINERS
        told = list(takewhile(lambda word: word not in prepared, behind))
        return not time_words.RESULTS.isdisjoint(told) and DEAL_NOUNS.isdisjoint(behind)
    if claim.sentence.low[number] not in time_words.PUBLISHING:
        return False
    near = claim.sentence.low[max(0, number - _RESULTS_REACH) : number + 1 + _RESULTS_REACH]
    return not time_words.RESULTS.isdisjoint(near)


_RESULTS_REACH = 4
"""Words between accounts and the verb by which they are published."""


def is_told(claim: Claim, at: int) -> bool:
    """Whether a date is that of what somebody said already: "said late on Wednesday that talks"."""
    low = claim.sentence.low
    for number in range(at - 1, segment(claim, at).start - 1, -1):
        if low[number] in moods.REPORTING_PAST:
            return number == 0 or low[number - 1] not in _UNTOLD
    return is_told_aside(claim, at)


_CAUSES = frozenset("over for after following pour apres suite because".split())
"""Behind the date of what was done these open why: a date behind them is that of the cause."""
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
    return _is_of_deal(claim, before) or not _is_of_deal(claim, behind)


def _is_of_deal(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell a deal by a noun or a verb of it, whoever tells it."""
    words = claim.sentence.words
    return any(words[number].low in DEAL_NOUNS or _frames(claim, number) for number in numbers)


def _frames(claim: Claim, number: int) -> set[str]:
    """The ways in which a word moves money, if it is a form of a verb that does."""
    word = claim.sentence.words[number]
    if word.kind != "word":
        return set()
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    particle = claim.sentence.low[number + 1 : number + 2]
    if particle and claim.language == "en":
        for form in forms:
            meant = PARTICLES.get((form.verb.lemma, particle[0]))
            if meant is not None and word.low == "took" and _has_no_object(claim, number + 2):
                return set()  # "Its chief executive took over in March"
            if meant is not None:
                return {meant[0]} - {""}  # "Snapped up"
    return {form.verb.frame for form in forms if form.verb.frame}


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
    own = _with_statement(claim, segment(claim, at))
    said = {*sentence.low[at : own.stop]} & _THAT
    if changes_hands(claim, own) or not (what or said):
        return ""
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
    if earlier or what or _is_of_deal(claim, whole) or not has_verb(claim, whole):
        return earlier
    return "" if _changes_hands_alone(claim) else sentence.printed(own.start, own.stop)


def _with_statement(claim: Claim, own: range) -> range:
    """The words between two commas; a time in front of a sentence with what is told of it."""
    if own.start or own.stop + 1 >= len(claim.sentence.low) or has_verb(claim, own):
        return own
    return range(segment(claim, own.stop + 1).stop)


def _announces_it(claim: Claim, own: range) -> bool:
    """Whether words tell when it was announced what stands before them: "which it announced"."""
    low = claim.sentence.low
    news = next((one for one in own if low[one] in time_words.NEWS), -1)
    if news < 0:
        return False
    relative = low[own.start] in _AS_OBJECT
    return relative or low[news + 1 : news + 2] in (["it"], ["them"])


_AS_OBJECT = frozenset({"which", "that", "que", "qu'", "dont", "whose"})
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
        words[number].low in DEAL_TOLD or _frames(claim, number) - {"go"}
        for number in numbers
        if words[number].kind == "word"
    )


_NEARLY = frozenset(
    "less more than just only barely nearly almost about some moins plus de d' à peine pres"
    " seulement environ quelque".split()
)
"""What may stand before a distance in time."""


def _is_set(claim: Claim, at: int) -> bool:
    """Whether a date is the one that something is set for which is no deal: "Results due on"."""
    low = claim.sentence.low
    for number in range(at - 1, max(0, at - _TWO - 1), -1):
        if low[number] in time_words.SCHEDULED and low[number - 1] not in _CARRYING:
            return low[number - 1] not in DEAL_NOUNS | SUM_NOUNS and not tells_deal(
                claim, range(max(0, number - _TWO), number)
            )
    return False


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


def verb_beside(claim: Claim, at: int) -> int:
    """The verb that a date stands with between its commas; -1 for none."""
    return _verb_beside(claim, at, segment(claim, at))


def _verb_beside(claim: Claim, at: int, near: range) -> int:
    """The verb that a date stands with: the last before it, else one behind; -1 for none."""
    words = claim.sentence.words
    for number in range(at - 1, near.start - 1, -1):
        if words[number].kind == "date":
            break
        if _is_verb(claim, number):
            return number
        if words[number].low in DEAL_NOUNS and (
            words[number + 1].kind == "date" or _heads(claim, number, near)
        ):
            return -1  # "The purchase of Kestrel in 2021 has paid off"
    return next((number for number in range(at + 1, near.stop) if _is_verb(claim, number)), -1)


def _heads(claim: Claim, noun: int, near: range) -> bool:
    """Whether a noun is the head of the subject with which words between two commas begin."""
    low = claim.sentence.low
    front = range(near.start, noun)
    if any(_is_verb(claim, number) for number in front):
        return False
    told = {low[number] for number in front}
    return bool(told & {"'s", "\u2019s"}) or told <= clause_words.DETERMINERS


def _is_verb(claim: Claim, number: int) -> bool:
    """Whether a word is a verb that tells what happened, not one that only carries another."""
    low, word = claim.sentence.low, claim.sentence.words[number]
    if (
        word.kind != "word"
        or word.low in _CARRYING
        or (number and claim.sentence.is_capital(number))
    ):
        return False
    if word.low in time_words.COURSE:
        return True
    if (
        word.low in time_words.NOUNS_IN_ING
        or low[number - 1 : number] in (["'s"], ["\u2019s"])
        or (number and low[number - 1] in _OF_NOUNS[claim.language])
    ):
        return False
    if claim.clauses.is_finite(number) or _looks_done(claim, number):
        return True
    if word.low.endswith(("ing", "ant")) and len(word.low) > _SHORT + 2:
        return low[number - 1] not in clause_words.PREPOSITIONS if number else True
    written = claim.sentence.source[word.start : word.end].lower()
    before = low[number - 1] if number else ""
    forms = verb_forms(claim.language).get(written, ())
    if not number or before == ",":
        return any(form.tense == "participle" for form in forms)  # "Conclue le 6 novembre, …"
    return bool(forms) and before in _LEADS_VERB


def _may_date(claim: Claim, verb: int) -> bool:
    """Whether a verb is one of a deal or of its news, so that its date may be that of either."""
    word = claim.sentence.words[verb]
    if word.low in _OF_DEALS - DEAL_NOUNS:
        return True
    if _is_saying(claim, verb):
        return True
    weak = word.low in reporting.UNSAID
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    frames = _frames(claim, verb)
    if word.low in time_words.REPAYING:
        return False
    if word.low in time_words.SANCTIONING:
        return True
    received = claim.sentence.low[verb - 1 : verb] in (["ete"], ["been"]) and frames == {"receive"}
    if frames - _LIGHT and not received:
        return True
    if concludes(claim, verb) or _concludes_before(claim, verb):
        return True  # "Struck a deal"
    if any(form.verb.stance in _OF_STANCES and not weak for form in forms):
        return True
    if word.low in _CLUBS and any(one.kind == "figure" for one in claim.sentence.words):
        return True  # "A recruté le milieu en versant 1,5 million"
    # "Was completed", "took place", "came into being": the deal is what it is said of, but not of
    # "was challenged in court".
    if word.low in time_words.BEFALLING:
        return False
    subject = [
        number for number in range(verb) if claim.clauses.of[number] == claim.clauses.of[verb]
    ]
    told = subject[-_SUBJECT:]
    if any(form.verb.stance == "achieve" for form in forms):
        told += range(verb, segment(claim, verb).stop)  # "completed the purchase"
    return any(claim.sentence.low[number] in DEAL_NOUNS for number in told)


_BESIDE_MAIN = frozenset(
    {"aside-relative", "relative", "participial", "apposition", "aside", "adverbial"}
)


def _of_main_verb(claim: Claim, front: range) -> Dating:
    """What a date in front of a sentence is that of, by the verb of the sentence."""
    of = claim.clauses.of
    main = of[-1] if len(of) < _TWO else of[-_TWO]
    behind = range(front.stop + 1, segment(claim, min(front.stop + 1, len(of) - 1)).stop)
    head = claim.sentence.low[behind.start : behind.start + _HEAD]
    if not (time_words.RUMOURS.isdisjoint(head) and time_words.PROCEDURES.isdisjoint(head)):
        return Dating("other", claim.sentence.printed(behind.start, behind.stop))
    for number in range(front.stop, len(of)):
        if not _is_verb(claim, number):
            continue
        kind = claim.clauses.all[of[number]].kind
        if kind in _BESIDE_MAIN:
            continue
        what = _of_verb(claim, number, range(front.stop, segment(claim, number).stop))
        if what != "other":
            return Dating(what)
        if tells_deal(claim, range(front.stop, number + 1)):
            return Dating("")
        inside = [one for one in range(front.stop, len(of)) if of[one] in {of[number], main}]
        if changes_hands(claim, inside):
            return Dating("deal")
        return Dating("other", claim.sentence.printed(number, min(len(of), number + _TWO)))
    return Dating("")


def changes_hands(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell that something went to another owner, or that a deal took effect."""
    low = claim.sentence.low
    for number in numbers:
        phrase = _CHANGED.at(low, number)
        if phrase is None:
            continue
        behind = number + phrase[0]
        if low[behind - 1] != "over" or not _has_no_object(claim, behind):
            return True
    return False


def _has_no_object(claim: Claim, at: int) -> bool:
    """Whether what follows "took over" is no object: "took over in March" took over an office."""
    words = claim.sentence.words
    if at >= len(words):
        return True
    prepared = clause_words.PREPOSITIONS - clause_words.DETERMINERS
    return words[at].kind in {"sign", "date"} or words[at].low in prepared


def names_day(claim: Claim, at: int) -> bool:
    """Whether a date is taken up behind it as the day of a deal: "since 4 March, the day it …"."""
    low = claim.sentence.low
    if low[at + 1 : at + _TWO] != [","] or at + _TWO >= len(low):
        return False
    phrase = _DAY_OF.at(low, at + _TWO)
    behind = range(at + _TWO, min(len(low), at + _TWO + _DAY_REACH))
    return phrase is not None and (tells_deal(claim, behind) or changes_hands(claim, behind))


_CHANGED: Phrases[str] = Phrases({"changed": time_words.CHANGED_HANDS})
_DAY_OF: Phrases[str] = Phrases({"day": time_words.DAY_OF})
_DAY_REACH = 9
"""Words behind a date among which it is taken up as the day of a deal."""
_CLUBS = frozenset(
    "recruit recruits recruited transferred recrute recrutent recruter transfere transferee".split()
)
"""Verbs by which a player changes clubs, where money is told of."""
_LIGHT = frozenset({"sign", "go", "enter", "supply"})
"""Ways of verbs that mean a deal only with a noun of one: "struck a deal", not "struck over it"."""
_SUBJECT = 8
"""Words before a verb among which the noun of a deal may be its subject."""
_OF_STANCES = frozenset({"agree", "announce", "speech", "cancel", "offer"})
_OF_NOUNS = {
    "en": clause_words.DETERMINERS,
    "fr": clause_words.DETERMINERS - {"a", "le", "la", "l'", "les"},
}
"""What stands before a noun and before no verb; French "a" is an auxiliary."""
_CARRYING = (
    clause_words.ENGLISH_AUXILIARIES | clause_words.FRENCH_AUXILIARIES
    | clause_words.ADVERBS_BETWEEN | {"n'", "ne"}
)  # fmt: skip
_LEADS_VERB = (
    _CARRYING | clause_words.RELATIVE | {"to"} | (clause_words.CLITICS - {"le", "la", "l'", "en"})
)
"""What stands before a word that is a verb there."""
_NEWS_VERBS = frozenset("announce reveal unveil disclose annoncer devoiler reveler".split())
_NEWS = time_words.TELLING | time_words.NEWS
_OPENS_TIMES = (
    clause_words.PREPOSITIONS | clause_words.DETERMINERS | clause_words.ADVERBS_BETWEEN
    | clause_words.JOINING | clause_words.RELATIVE | clause_words.ADVERBIAL
    | frozenset("early late back mid today yesterday only first fin debut courant dont".split())
)  # fmt: skip


def segment(claim: Claim, at: int) -> range:
    """The words between the commas around a word."""
    low = claim.sentence.low
    first = last = at
    while first and low[first - 1] not in _STOPS:
        first -= 1
    while last + 1 < len(low) and low[last + 1] not in _STOPS:
        last += 1
    return range(first, last + 1)


_STOPS = frozenset(",;()\u2013\u2014:")


def tells_deal(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell a deal or the news of one."""
    forms = verb_forms(claim.language)
    sentence = claim.sentence
    for number in numbers:
        word = sentence.words[number]
        if word.low in _OF_DEALS or _is_saying(claim, number):
            return True
        written = sentence.source[word.start : word.end].lower()
        if not _IDIOMS.isdisjoint(sentence.low[number + 1 : number + 2]):
            continue  # "Went bankrupt"
        if any(form.verb.frame for form in forms.get(written, ())):
            return True
    return False


_IDIOMS = frozenset("bankrupt bust under public private live wrong ahead part place".split())
"""Behind a verb that moves money these make it mean something else."""


_OF_DEALS = (
    DEAL_NOUNS
    | SUM_NOUNS
    | time_words.TELLING
    | time_words.NEWS
    | time_words.PUBLISHED
    | {"savoir", "buyer", "acquirer", "acquereur", "repreneur"}
)


def has_verb(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words have a verb, as far as its form tells."""
    return any(
        claim.clauses.is_finite(number) or _looks_done(claim, number)
        for number in numbers
        if not number or claim.sentence.low[number - 1] != "to"
    )


def _looks_done(claim: Claim, number: int) -> bool:
    """Whether a word has the form of a participle: "died", "opened", "coté", "née"."""
    word = claim.sentence.words[number]
    written = claim.sentence.source[word.start : word.end].lower()
    if word.low in _FOUNDING or written in _BORN:
        return True
    if claim.language == "fr" and number and claim.sentence.low[number - 1] in _ARTICLES:
        return False  # "L'intégralité", "la société"
    ending = ("ed",) if claim.language == "en" else ("é", "ée", "és", "ées")
    listed = word.low in _NO_PARTICIPLES[claim.language]
    return written.endswith(ending) and not listed and len(written) > _SHORT


_ARTICLES = clause_words.DETERMINERS - {"a"}
"""Behind these a word in -é is a noun; French "a" is no article."""
_FOUNDING = time_words.FOUNDING - {"ne"}
_BORN = frozenset({"n\u00e9", "n\u00e9e", "n\u00e9s", "n\u00e9es"})
_SHORT = 3
_NO_PARTICIPLES = {
    "en": frozenset("need feed seed speed indeed breed weed".split()),
    "fr": frozenset(
        "annee annees journee soiree matinee duree entree idee armee musee lycee trophee".split()
    ),
}
