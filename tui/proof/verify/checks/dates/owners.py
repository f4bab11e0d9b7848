"""What a date of a sentence is that of: of the news, of a deal, of something else.

It is told by the verb nearest to the date between its commas, the one before it first: "announced
on Monday", "was completed on Wednesday", "its flotation in 2021". Linear in the words between two
commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.language import clause_words, moods, reporting, time_words
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.neighbour_words import DEAL_TOLD
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.proof.claim.claim import Claim

Dated: TypeAlias = Literal["news", "deal", "other", ""]
_TWO = 2
_BEFORE_VERB = (
    clause_words.ENGLISH_AUXILIARIES
    | clause_words.FRENCH_AUXILIARIES
    | clause_words.CLITICS
    | clause_words.ADVERBS_BETWEEN
    | frozenset("first premier abord".split())
)
"""What may stand between a date and the verb behind it."""


def dated(claim: Claim, at: int) -> Dated:
    """What a date is that of: of the news, of a deal, of something else; empty where none tells.

    It is told by the verb nearest to it between its commas, the one before it first: "announced on
    Monday", "was completed on Wednesday", "on Monday said", "its flotation in 2021".
    """
    low, words = claim.sentence.low, claim.sentence.words
    near = segment(claim, at)
    if at > 1 and low[at - 1] in {"du", "of"} and low[at - _TWO] in DEAL_NOUNS:
        return "deal"  # "The agreement of 14 February"
    for number in range(at - 1, near.start - 1, -1):
        if words[number].kind == "date":
            if not _CAUSES.isdisjoint(low[number + 1 : at]):
                return "other"  # "Fined on Wednesday over a spill in July 2021"
            break
        if (what := _dated_by(claim, number)) is not None:
            return what
    for number in range(at + 1, near.stop):
        what = _dated_by(claim, number)
        if what is not None:
            return what
        if low[number] not in _BEFORE_VERB:
            break
    return ""


def _dated_by(claim: Claim, number: int) -> Dated | None:
    """What a word makes of a date beside it; `None` for a word that dates nothing."""
    word = claim.sentence.words[number]
    if word.kind != "word" or word.low in _BEFORE_VERB:
        return None
    if _tells_results(claim, number):
        return "other"
    if word.low in _NEWS or _is_saying(claim, number):
        return "news"
    verb = claim.clauses.is_finite(number) or _looks_done(claim, number)
    gerund = word.low.endswith(("ing", "ant")) and len(word.low) > _SHORT + 2
    if not (verb or (gerund and not claim.sentence.is_capital(number))):
        return None
    return "deal" if tells_deal(claim, [number]) or concludes(claim, number) else "other"


def closes(claim: Claim, at: int) -> bool:
    """Whether a date is that on which a deal was completed, told before: "a finalisé vendredi"."""
    low = claim.sentence.low
    return any(low[number] in time_words.CLOSING for number in segment(claim, at))


def concludes(claim: Claim, number: int) -> bool:
    """Whether a verb has a deal done: "completed its purchase", "a bouclé mardi le rachat"."""
    low = claim.sentence.low
    if low[number] not in time_words.CONCLUDING:
        return False
    return tells_deal(claim, range(number + 1, min(segment(claim, number).stop, number + _OBJECT)))


_OBJECT = 9
"""Words from a verb on, a date among them, among which the noun of its object stands."""


def _is_saying(claim: Claim, number: int) -> bool:
    """Whether a word tells that something is said, and not only what it leads to: "montre que"."""
    low = claim.sentence.low[number]
    return low in reporting.REPORTING[claim.language] and low not in reporting.UNSAID


def _tells_results(claim: Claim, number: int) -> bool:
    """Whether accounts are published, a news of its own: "its figures, published on Tuesday"."""
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
    forms = verb_forms(claim.language)
    words = claim.sentence.words
    return any(
        words[number].low in DEAL_NOUNS
        or any(form.verb.frame for form in forms.get(words[number].low, ()))
        for number in numbers
    )


def deal_told_aside(claim: Claim, at: int) -> str:
    """The words that tell a deal of another time, where a date is that of something else.

    "Circ, which bought the mill in the autumn of 2017, said on Tuesday that it would close it":
    what stands with the date between two commas tells no deal, and what does has a date of its
    own, or tells of a time before.
    """
    if dated(claim, at) not in {"news", "other"}:
        return ""
    sentence = claim.sentence
    own = segment(claim, at)
    if changes_hands(claim, own):
        return ""
    if sentence.low[own.start] in time_words.NEWS | time_words.TELLING:
        return ""  # "Announced on 3 June, the purchase …"
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
    return earlier


def _before_own(claim: Claim, own: range, at: int) -> str:
    """The words behind "since" that alone tell a deal: "rose on Wednesday … since it bought"."""
    low = claim.sentence.low
    since = next((number for number in own if low[number] in {"since", "depuis"}), 0)
    if since <= at or _does_deal(claim, range(own.start, since)):
        return ""
    return claim.sentence.printed(since, own.stop)


def _does_deal(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell a deal by a verb of it, or by a noun that means nothing else."""
    forms = verb_forms(claim.language)
    words = claim.sentence.words
    return any(
        words[number].low in DEAL_TOLD
        or any(form.verb.frame not in {"", "go"} for form in forms.get(words[number].low, ()))
        for number in numbers
        if words[number].kind == "word"
    )


_NEARLY = frozenset(
    "less more than just only barely nearly almost about some moins plus de d' à peine pres"
    " seulement environ quelque".split()
)
"""What may stand before a distance in time."""


def of_other_thing(claim: Claim, at: int) -> str:
    """The words by which a date is that of no deal; empty where it may be that of one.

    The verb nearest to a date between its commas tells what happened then: "will strike on 2 April
    against the sale", "Interviewed on 8 March, the head of Kestrel …". In front of a sentence a
    date is that of the verb of the sentence.
    """
    near = segment(claim, at)
    if _is_set(claim, at):
        return claim.sentence.printed(near.start, near.stop)
    if changes_hands(claim, near):
        return ""
    verb = _verb_beside(claim, at, near)
    if verb >= 0:
        return "" if _may_date(claim, verb) else claim.sentence.printed(near.start, near.stop)
    if tells_deal(claim, near):
        return ""
    if near.start == 0 and near.stop < len(claim.sentence.low):
        return _of_main_verb(claim, near)
    first = claim.sentence.words[near.start]
    last = near.stop >= len(claim.sentence.low) - 1
    if last or first.kind != "word" or first.low in _OPENS_TIMES:
        return ""
    if claim.sentence.is_capital(near.start):
        return ""
    return claim.sentence.printed(near.start, near.stop)


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


def is_of_deal(claim: Claim, at: int) -> bool:
    """Whether a date stands with a verb of a deal or of its news."""
    near = segment(claim, at)
    verb = _verb_beside(claim, at, near)
    return changes_hands(claim, near) or (verb >= 0 and _may_date(claim, verb))


def _verb_beside(claim: Claim, at: int, near: range) -> int:
    """The verb that a date stands with: the last before it, else one behind; -1 for none."""
    words = claim.sentence.words
    for number in range(at - 1, near.start - 1, -1):
        if words[number].kind == "date":
            break
        if _is_verb(claim, number):
            return number
        if words[number].low in DEAL_NOUNS and words[number + 1].kind == "date":
            return -1
    return next((number for number in range(at + 1, near.stop) if _is_verb(claim, number)), -1)


def _is_verb(claim: Claim, number: int) -> bool:
    """Whether a word is a verb that tells what happened, not one that only carries another."""
    low, word = claim.sentence.low, claim.sentence.words[number]
    if (
        word.kind != "word"
        or word.low in _CARRYING
        or (number and claim.sentence.is_capital(number))
    ):
        return False
    if number and low[number - 1] in _NO_PRONOUNS:
        return False
    if claim.clauses.is_finite(number) or _looks_done(claim, number):
        return True
    if word.low.endswith(("ing", "ant")) and len(word.low) > _SHORT + 2:
        return low[number - 1] not in clause_words.PREPOSITIONS if number else True
    written = claim.sentence.source[word.start : word.end].lower()
    before = low[number - 1] if number else ""
    forms = verb_forms(claim.language).get(written, ())
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
    if any(form.verb.frame or (form.verb.stance in _OF_STANCES and not weak) for form in forms):
        return True
    # "Was completed", "took place", "came into being": the deal is what it is said of.
    subject = [
        number for number in range(verb) if claim.clauses.of[number] == claim.clauses.of[verb]
    ]
    told = subject[-_SUBJECT:]
    if any(form.verb.stance == "achieve" for form in forms):
        told += range(verb, segment(claim, verb).stop)  # "completed the purchase"
    return any(claim.sentence.low[number] in DEAL_NOUNS for number in told)


def _of_main_verb(claim: Claim, front: range) -> str:
    """The words of the verb of a sentence that is of no deal, where a date stands in front."""
    of = claim.clauses.of
    main = of[-1] if len(of) < _TWO else of[-_TWO]
    for number in range(front.stop, len(of)):
        if not _is_verb(claim, number):
            continue
        kind = claim.clauses.all[of[number]].kind
        if kind in {"aside-relative", "relative", "participial", "apposition", "aside"}:
            continue
        if _may_date(claim, number) or tells_deal(claim, range(front.stop, number + 1)):
            return ""
        inside = [one for one in range(front.stop, len(of)) if of[one] in {of[number], main}]
        if changes_hands(claim, inside):
            return ""
        return claim.sentence.printed(number, min(len(of), number + _TWO))
    return ""


def changes_hands(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell that something went to another owner, or that a deal took effect."""
    low = claim.sentence.low
    return any(_CHANGED.at(low, number) is not None for number in numbers)


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
_SUBJECT = 8
"""Words before a verb among which the noun of a deal may be its subject."""
_OF_STANCES = frozenset({"agree", "announce", "speech", "cancel", "offer"})
_CARRYING = (
    clause_words.ENGLISH_AUXILIARIES | clause_words.FRENCH_AUXILIARIES
    | clause_words.ADVERBS_BETWEEN | {"n'", "ne"}
)  # fmt: skip
_LEADS_VERB = (
    _CARRYING | clause_words.RELATIVE | {"to"} | (clause_words.CLITICS - {"le", "la", "l'", "en"})
)
"""What stands before a word that is a verb there."""
_NO_PRONOUNS = clause_words.DETERMINERS - {"le", "la", "l'", "les"}
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
