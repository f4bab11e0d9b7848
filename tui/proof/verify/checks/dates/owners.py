"""What a date of a sentence is that of: of the news, of a deal, of something else.

It is told by the verb nearest to the date between its commas, the one before it first: "announced
on Monday", "was completed on Wednesday", "its flotation in 2021"; in front of a sentence by the
verb of the sentence. Linear in the words between two commas.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language import clause_words, reporting, time_words
from tui.language.clause_words import OF
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.plain_words import Phrases
from tui.proof.verify.checks.dates.dated_words import (
    AGENT,
    APPROVAL,
    CARRYING,
    HEAD,
    NEWS,
    OBJECT,
    OF_DEALS,
    OPENS_TIMES,
    changes_hands,
    concludes,
    concludes_before,
    frames,
    is_saying,
    is_verb,
    is_waited_for,
    segment,
    tells_deal,
    verb_beside,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.proof.claim.claim import Claim

_TWO = 2
What: TypeAlias = Literal["news", "deal", "closing", "approval", "other", ""]


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
    owned = low[at + 1 : at + 2] in (["'s"], ["\u2019s"])
    if (owned and not DEAL_NOUNS.isdisjoint(low[at + _TWO : at + HEAD])) or (
        low[at - 1 : at] in (["'s"], ["\u2019s"]) and low[at + 1] in DEAL_NOUNS
    ):
        return Dating("deal")  # "February's purchase of Kestrel", "its February purchase"
    if low[at - 1 : at] == ["date"]:
        return Dating("")  # The date of the article itself
    if _is_aside_of_noun(claim, near) or _tells_of_others(claim, at, near):
        return Dating("other", told)
    if is_waited_for(claim, at):
        return Dating("news" if not _NEWS_VERBS.isdisjoint(low[at : near.stop]) else "other", told)
    if _is_set(claim, at):
        return Dating("other", told)
    if at > 1 and low[at - 1] in {"du", "of", "de"} and (what := _of_noun(claim, at)):
        return Dating(what, told)
    if any(_ON_SALE.at(low, number) or _DISPUTING.at(low, number) for number in near):
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
    verb = verb_beside(claim, at)
    if verb >= 0 and _is_approval(claim, verb, near):
        return Dating("approval")  # "Cleared the change of control on 4 March"
    if 0 <= verb < at and low[verb] in NEWS and not _tells_results(claim, verb):
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
    if last or first.kind != "word" or first.low in OPENS_TIMES:
        return Dating("")
    return Dating("") if claim.sentence.is_capital(near.start) else Dating("other", told)


def _is_aside_of_noun(claim: Claim, near: range) -> bool:
    """Whether a date between commas is that of a noun that is no deal: "le départ, en mai, de"."""
    low, words = claim.sentence.low, claim.sentence.words
    noun, behind = near.start - _TWO, near.stop + 1
    if noun < 1 or behind >= len(low) or low[behind] not in OF:
        return False
    if not all(words[number].kind == "date" or low[number] in OPENS_TIMES for number in near):
        return False
    known = DEAL_NOUNS | SUM_NOUNS | time_words.NOTICES | time_words.TIDINGS | time_words.NEWS
    return low[noun - 1] in clause_words.DETERMINERS and low[noun] not in known


def _tells_of_others(claim: Claim, at: int, near: range) -> bool:
    """Whether a date is that of what outsiders say: "Analysts said on Monday", "selon une note"."""
    low = claim.sentence.low
    front = low[near.start : min(at, near.start + HEAD)]
    if not time_words.OUTSIDERS.isdisjoint(front):
        return True
    sourced = low[near.start] in {"selon", "according"} or low[near.start + 1 : at][:1] == ["apres"]
    return sourced and not time_words.REPORTS.isdisjoint(low[near.start : near.stop])


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
        subject = range(near.stop + 1, min(len(low), near.stop + 1 + HEAD))
    elif low[verb].startswith(("dated", "datee")) and verb > near.start:
        known = DEAL_NOUNS | time_words.NOTICES
        return known.isdisjoint(low[max(near.start, verb - _TWO) : verb])
    elif verb == near.start:
        return False
    known = DEAL_NOUNS | SUM_NOUNS | time_words.NOTICES | time_words.NEWS
    return known.isdisjoint(low[number] for number in _head_of(claim, subject))


def _head_of(claim: Claim, numbers: Iterable[int]) -> list[int]:
    """The words of a phrase up to its first complement: "the papers" of "the papers for its sale".

    All of them where it begins with a preposition, as what stands in front of a subject does.
    """
    told = list(numbers)
    prepared = clause_words.PREPOSITIONS - clause_words.DETERMINERS | OF
    last = next((at for at, number in enumerate(told) if claim.sentence.low[number] in prepared), 0)
    return told[:last] if last else told


_NO_VERB_BEFORE = tuple([word] for word in sorted(clause_words.DETERMINERS | {"de", "d'", "of"}))
_UNDISCLOSED: Phrases[str] = Phrases({"secret": time_words.KEPT_SECRET})


def _is_flow(claim: Claim, number: int) -> bool:
    """Whether a word is what a company sold or earned in a time: "sales of ¤", "¤ de ventes"."""
    low, words = claim.sentence.low, claim.sentence.words
    if low[number] not in time_words.FLOWS:
        return False
    behind = low[number + 1 : number + 2] in (["of"], ["de"], ["d'"]) and any(
        word.kind == "figure" for word in words[number + 2 : number + HEAD + 2]
    )
    before = low[number - 1 : number] in (["de"], ["d'"], ["in"]) and any(
        word.kind == "figure" for word in words[max(0, number - HEAD) : number]
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
    return caused and not any(is_verb(claim, number) for number in between)


def _is_procedure(claim: Claim, at: int, near: range) -> bool:
    """Whether a date is a day of a procedure: "The period for objections … runs out on 4 March"."""
    head = claim.sentence.low[near.start : min(at, near.start + HEAD)]
    return not time_words.PROCEDURES.isdisjoint(head)


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
        low[near.start : near.start + HEAD]
    ):
        return "news"  # "Word that it would buy Kestrel came on 3 May"
    if low[verb].startswith("entendu") and low[verb - 1] in {"est", "sont", "etait", "etaient"}:
        return "deal"  # "S'est entendu avec Kestrel": agreed
    if low[verb] in {"heard", "learned", "learnt"} and not {"of", "that"}.isdisjoint(
        low[verb + 1 : verb + 1 + AGENT]
    ):
        return "news"  # "Investors heard on 3 May of its purchase of Kestrel"
    if low[verb] == "reported" and (low[verb - 1] == "first" or low[verb + 1] == "by"):
        return "other"  # A paper told it, before anybody announced it.
    if any(_BREAKING.at(low, number) is not None for number in near):
        return "news"
    if low[verb] in NEWS or is_saying(claim, verb):
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
        APPROVAL.at(low, number) is not None
        for number in range(verb + 1, min(near.stop, verb + 1 + OBJECT))
    )


_BACKING = frozenset(
    "backed back backs endorsed accepted accept plebiscite soutenu accepte".split()
)
_DISPUTING: Phrases[str] = Phrases({"disputed": time_words.DISPUTING})
_ON_SALE: Phrases[str] = Phrases({"sale": time_words.ON_SALE})
_BREAKING: Phrases[str] = Phrases({"news": time_words.BREAKING})
_ITS_NEWS = (["news"], ["announcement"], ["statement"], ["announcements"])


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
_CAUSES = frozenset("over for after following pour apres suite because".split())
"""Behind the date of what was done these open why: a date behind them is that of the cause."""


def _is_set(claim: Claim, at: int) -> bool:
    """Whether a date is the one that something is set for which is no deal: "Results due on"."""
    low = claim.sentence.low
    for number in range(at - 1, max(0, at - _TWO - 1), -1):
        if low[number] in time_words.SCHEDULED and low[number - 1] not in CARRYING:
            return low[number - 1] not in DEAL_NOUNS | SUM_NOUNS and not tells_deal(
                claim, range(max(0, number - _TWO), number)
            )
    return False


def _may_date(claim: Claim, verb: int) -> bool:
    """Whether a verb is one of a deal or of its news, so that its date may be that of either."""
    word = claim.sentence.words[verb]
    if word.low in OF_DEALS - DEAL_NOUNS:
        return True
    if is_saying(claim, verb):
        return True
    weak = word.low in reporting.UNSAID
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    ways = frames(claim, verb)
    if word.low in time_words.REPAYING:
        return False
    if word.low in time_words.SANCTIONING:
        return True
    received = claim.sentence.low[verb - 1 : verb] in (["ete"], ["been"]) and ways == {"receive"}
    if ways - _LIGHT and not received:
        return True
    if concludes(claim, verb) or concludes_before(claim, verb):
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
    told = _head_of(claim, subject)[-_SUBJECT:]
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
    head = claim.sentence.low[behind.start : behind.start + HEAD]
    if not (time_words.RUMOURS.isdisjoint(head) and time_words.PROCEDURES.isdisjoint(head)):
        return Dating("other", claim.sentence.printed(behind.start, behind.stop))
    for number in range(front.stop, len(of)):
        if not is_verb(claim, number):
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


_CLUBS = frozenset(
    "recruit recruits recruited transferred recrute recrutent recruter transfere transferee".split()
)
"""Verbs by which a player changes clubs, where money is told of."""
_LIGHT = frozenset({"sign", "go", "enter", "supply"})
"""Ways of verbs that mean a deal only with a noun of one: "struck a deal", not "struck over it"."""
_SUBJECT = 8
"""Words before a verb among which the noun of a deal may be its subject."""
_OF_STANCES = frozenset({"agree", "announce", "speech", "cancel", "offer"})
_NEWS_VERBS = frozenset("announce reveal unveil disclose annoncer devoiler reveler".split())
