"""The words beside a date: its stretch between two commas, the verbs there, what deal they tell.

Each reading takes time with the words between two commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, reporting, time_words
from tui.language.clauses.verbs import PARTICLES, verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.plain_words import Phrases
from tui.proof.claim.words import DATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.proof.claim.claim import Claim

_TWO = 2
HEAD = 4
"""Words in front of a clause among which its subject stands."""
APPROVAL: Phrases[str] = Phrases({"approval": time_words.APPROVALS})


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
    for at in range(number + 1, min(segment(claim, number).stop, number + OBJECT)):
        if low[at] in DEAL_NOUNS | SUM_NOUNS:
            return APPROVAL.at(low, at) is None
        dated = words[at].kind in {"date", "figure"} or low[at + 1 : at + 2] == [DATE]
        prepared = low[at] in clause_words.PREPOSITIONS - clause_words.DETERMINERS
        if low[at] in _BEFORE_OBJECT or (prepared and not dated):
            return False
    return False


def concludes_before(claim: Claim, verb: int) -> bool:
    """Whether a deal in front is the object of a verb of concluding: "the offer that it made"."""
    low = claim.sentence.low
    if low[verb] not in time_words.CONCLUDING:
        return False
    first = claim.clauses.all[claim.clauses.of[verb]].opened
    return 0 < first <= verb and low[first] in AS_OBJECT and low[first - 1] in DEAL_NOUNS


_BEFORE_OBJECT = clause_words.RELATIVE | clause_words.JOINING
OBJECT = 9
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
    head = low[near.start : near.start + HEAD]
    return not time_words.TIDINGS.isdisjoint(head) and any(
        low[number] in time_words.COMING_OUT for number in range(near.start, at)
    )


def opens_with_participle(claim: Claim, at: int) -> bool:
    """Whether a word between commas is a participle: ", bought in 2019 by Nordwind,"."""
    word = claim.sentence.words[at]
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    return word.kind == "word" and (
        _looks_done(claim, at) or any(form.tense == "participle" for form in forms)
    )


def looks_done(claim: Claim, numbers: range) -> bool:
    """Whether words begin with a participle that tells what was done: "Passé sous le contrôle"."""
    first = numbers.start
    return first < len(claim.sentence.words) and _looks_done(claim, first)


def is_saying(claim: Claim, number: int) -> bool:
    """Whether a word tells that something is said, and not only what it leads to: "montre que"."""
    low = claim.sentence.low[number]
    return low in reporting.REPORTING[claim.language] and low not in reporting.UNSAID


def is_of_deal(claim: Claim, numbers: Iterable[int]) -> bool:
    """Whether words tell a deal by a noun or a verb of it, whoever tells it."""
    words = claim.sentence.words
    return any(words[number].low in DEAL_NOUNS or frames(claim, number) for number in numbers)


def frames(claim: Claim, number: int) -> set[str]:
    """The ways in which a word moves money, if it is a form of a verb that does."""
    word = claim.sentence.words[number]
    if word.kind != "word":
        return set()
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    if word.low == "landed" and _has_no_object(claim, number + 1):
        return set()  # "The data landed on 4 September"
    particle = claim.sentence.low[number + 1 : number + 2]
    if particle and claim.language == "en":
        for form in forms:
            meant = PARTICLES.get((form.verb.lemma, particle[0]))
            if meant is not None and word.low == "took" and _has_no_object(claim, number + 2):
                return set()  # "Its chief executive took over in March"
            if meant is not None:
                return {meant[0]} - {""}  # "Snapped up"
    return {form.verb.frame for form in forms if form.verb.frame}


def with_statement(claim: Claim, own: range) -> range:
    """The words between two commas; a time in front of a sentence with what is told of it."""
    if own.start or own.stop + 1 >= len(claim.sentence.low) or has_verb(claim, own):
        return own
    return range(segment(claim, own.stop + 1).stop)


AGENT = 3
"""Words behind a participle among which stands who did it: "unveiled late on Monday by"."""
AS_OBJECT = frozenset({"which", "that", "que", "qu'", "dont", "whose"})


def verb_beside(claim: Claim, at: int) -> int:
    """The verb that a date stands with: the last before it, else one behind; -1 for none."""
    words, near = claim.sentence.words, segment(claim, at)
    for number in range(at - 1, near.start - 1, -1):
        if words[number].kind == "date":
            break
        if is_verb(claim, number):
            return number
        if words[number].low in DEAL_NOUNS and (
            words[number + 1].kind == "date" or _heads(claim, number, near)
        ):
            before = (one for one in range(number - 1, near.start - 1, -1) if is_verb(claim, one))
            verb = next(before, -1)
            return verb if verb >= 0 and words[verb].low in _OF_NO_NEWS else -1
    return next((number for number in range(at + 1, near.stop) if is_verb(claim, number)), -1)


_OF_NO_NEWS = time_words.REPAYING | time_words.BEFALLING | time_words.APPROVING
"""Verbs whose day is theirs alone: "repaid the loan on Monday"."""


def _heads(claim: Claim, noun: int, near: range) -> bool:
    """Whether a noun is the head of the subject with which words between two commas begin."""
    low = claim.sentence.low
    front = range(near.start, noun)
    if any(is_verb(claim, number) for number in front):
        return False
    told = {low[number] for number in front}
    return bool(told & {"'s", "\u2019s"}) or told <= clause_words.DETERMINERS


def is_verb(claim: Claim, number: int) -> bool:
    """Whether a word is a verb that tells what happened, not one that only carries another."""
    low, word = claim.sentence.low, claim.sentence.words[number]
    if (
        word.kind != "word"
        or word.low in CARRYING
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
    if claim.language == "fr" and before in _HAVING and written.endswith(_PARTICIPLES):
        return len(written) > _SHORT  # "A défendu"
    forms = verb_forms(claim.language).get(written, ())
    if not number or before == ",":
        return any(form.tense == "participle" for form in forms)  # "Conclue le 6 novembre, …"
    return bool(forms) and before in _LEADS_VERB


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
_HAVING = frozenset({"a", "ont", "avait", "avaient", "aurait", "auraient"})
_PARTICIPLES = ("u", "i", "is", "it", "us", "ert")
"""How French participles end that have no accent."""
_OF_NOUNS = {
    "en": clause_words.DETERMINERS,
    "fr": clause_words.DETERMINERS - {"a", "le", "la", "l'", "les"},
}
"""What stands before a noun and before no verb; French "a" is an auxiliary."""
CARRYING = (
    clause_words.ENGLISH_AUXILIARIES | clause_words.FRENCH_AUXILIARIES
    | clause_words.ADVERBS_BETWEEN | {"n'", "ne"}
)  # fmt: skip
_LEADS_VERB = (
    CARRYING | clause_words.RELATIVE | {"to"} | (clause_words.CLITICS - {"le", "la", "l'", "en"})
)
"""What stands before a word that is a verb there."""
NEWS = time_words.TELLING | time_words.NEWS
OPENS_TIMES = (
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
        if word.low in OF_DEALS or is_saying(claim, number):
            return True
        written = sentence.source[word.start : word.end].lower()
        if not _IDIOMS.isdisjoint(sentence.low[number + 1 : number + 2]):
            continue  # "Went bankrupt"
        if any(form.verb.frame for form in forms.get(written, ())):
            return True
    return False


_IDIOMS = frozenset("bankrupt bust under public private live wrong ahead part place".split())
"""Behind a verb that moves money these make it mean something else."""
OF_DEALS = (
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
