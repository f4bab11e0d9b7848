"""Is a plain number how many people somebody employs? Only where its noun and verb say so.

"3,200 people" has no unit that would tell it from any other number. The reader of headcounts is
asked first; beside it the ways are known in which the press counts people without a verb of
employing: "its 6,100 jobs", "350 salariés répartis sur trois sites".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses import staff
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.staff import EMPLOYING_FORMS, HAVING_FORMS, PEOPLE, STAFF, WORKFORCE
from tui.language.common_names import KINDS_IN_NAMES
from tui.language.plain_words import Phrases
from tui.language.speaking import WE
from tui.model.messages import msg
from tui.model.records import record_parties
from tui.proof.claim.governor import governor_of
from tui.proof.claim.quote import names_in
from tui.proof.claim.speakers import speakers
from tui.proof.verify.checks.facts.parallels import parallel
from tui.proof.verify.checks.facts.staff_nouns import (
    NOUN_REACH,
    OPENING,
    counted,
    counts_people,
    ends_with,
    is_bare_noun,
    is_noun,
    noun_behind,
    past_adverbs,
    plain_words,
)

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.governor import Governor
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import FigureFact
    from tui.proof.verify.checks.asked import Asked

_OF = frozenset({"de", "d'", "du", "of", "at"})
_OWNER_REACH = 3
"""Words before a number among which stands whose people it counts: "of its more than 6,100"."""
_UNREAD = msg("the words do not tell that it is a number of people that somebody employs")
_OWNERS = frozenset("its their his her our ses leurs nos 's".split())


def other_than_headcount(
    claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> str:
    """Why a number is not known to be that of somebody's people; empty where its words say so.

    Args:
        claim: The sentence.
        figure: The number.
        reading: The quote that holds it.
        asked: The field, the value of a headcount.
    """
    fact = asked.directions.headcount(reading, claim, figure.mention)
    if fact is not None:
        return _of_another(fact, asked)
    stranger = _stranger(claim, figure, asked)
    if stranger:
        return msg("it is that of another: “{words}”", words=stranger)
    theirs = (
        _are_theirs(claim, figure, asked)
        or _are_of_a_workforce(claim, figure)
        or _are_the_only(claim, figure, asked)
        or _are_where(claim, figure, asked)
        or _are_listed(claim, figure, asked)
        or _are_parallel(claim, figure, reading, asked)
        or _is_their_number(claim, figure)
        or _is_come_to(claim, figure)
        or _are_counted_at(claim, figure, asked)
        or _are_employed(claim, figure, asked)
        or _are_speakers(claim, figure, reading, asked)
    )
    return "" if theirs else _UNREAD


def is_presupposed(claim: Claim, figure: FigureClaim) -> bool:
    """Whether people are told as there already, whatever becomes of them: "of its 6,100 jobs"."""
    low, at = claim.sentence.low, figure.word
    near = {*low[max(0, at - _FROM_REACH) : at]}
    if _are_of_a_workforce(claim, figure) and near & (_TAKEN_FROM | _OWNERS | _THE):
        return True  # "95 postes seraient supprimés sur un effectif total de 730 salariés"
    if not counts_people(claim, figure):
        return False
    people = plain_words(STAFF[claim.language]) | plain_words(PEOPLE[claim.language])
    noun = next(
        (number for number in range(at + 1, min(len(low), at + 3)) if low[number] in people),
        len(low),
    )
    of = low[noun + 1 : noun + 2]
    before = low[at - 1 : at]
    if before in (["les"], ["the"], ["all"], ["des"]) and of and of[0] in _OF:
        return True  # "Les 8 700 salariés de Kestrel toucheront une prime"
    return not _OWNERS.isdisjoint(low[max(0, at - _OWNER_REACH) : at])


_TEAMS = frozenset({"team", "equipe"})
_TAKEN_FROM = frozenset({"sur", "out", "from"})
_THE = frozenset({"the", "this", "l'", "cette", "la"})
_FROM_REACH = 6
"""Words before a number among which stands what some are taken from: "sur un effectif total de"."""


def are_some(claim: Claim, figure: FigureClaim) -> bool:
    """Whether people are told who come or go, or live in one place: "hires 40", "40 more"."""
    low, at = claim.sentence.low, figure.word
    near = {*low[max(0, at - 1) : at], *low[at + 1 : at + 2]}
    if near & staff.MORE:
        return True
    governor = governor_of(claim.sentence, at)
    first = governor.first if governor.kind == "word" else at - 1
    behind = low[at + 1 : at + 1 + _FATE_REACH]
    if any(word in _AUXILIARIES for word in behind) and not staff.FATES.isdisjoint(behind):
        return True
    for one in range(at - 1, max(-1, at - _HIRED_REACH), -1):
        if claim.sentence.words[one].kind in _NUMBERS:
            break
        if low[one] in staff.HIRING:
            return True
    return any(low[one] in staff.HIRING for one in range(max(0, first - 1), at))


_HIRED_REACH = 5
"""Words from a verb of hiring to the number: "se sépare de près de 60 salariés"."""
_FATE_REACH = 6
"""Words behind people to what becomes of them: "95 postes seraient supprimés"."""
_AUXILIARIES = clause_words.FRENCH_AUXILIARIES | clause_words.ENGLISH_AUXILIARIES


def _are_of_a_workforce(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a number is that of a workforce or of its employer: "a business of 85 employees"."""
    at_work = counted(claim, figure, STAFF)
    people = at_work or counted(claim, figure, PEOPLE)
    behind = claim.sentence.words[figure.word + 1 : figure.word + 2]
    bare = not behind or behind[0].kind != "word" or not is_noun(claim, figure.word + 1)
    bare = bare or behind[0].low in staff.WORKING[claim.language]
    if not people and not bare:
        return False
    governor = governor_of(claim.sentence, figure.word)
    if governor.kind != "noun":
        return False
    if governor.is_any(plain_words(WORKFORCE[claim.language])):
        return True
    owned = claim.sentence.low[max(0, governor.first - _OWNER_REACH) : figure.word]
    if governor.is_any(_TEAMS):
        # "Circ's team of 75 is spread over five sites", "dispose d'une équipe de 75 personnes"
        having = {"dispose", "disposent", "compte", "s'appuie", "emploie", "employs"} & {*owned}
        return bool(having) or not _OWNERS.isdisjoint(owned)
    return bool(
        (people and governor.is_any(staff.EMPLOYERS)) or (at_work and governor.is_any(staff.GROUPS))
    )


def _are_the_only(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether "the 640 employees" are those of the only company that the sentence names."""
    sentence, at = claim.sentence, figure.word
    if sentence.low[at - 1 : at] not in (["the"], ["les"], ["all"]):
        return False
    noun = noun_behind(claim, figure, STAFF)
    behind = sentence.low[noun + 1 : noun + 2]
    if noun < 0 or (behind and behind[0] in _OF | {"at", "chez", "from"}):
        return False
    text, span = sentence.source, (sentence.start, sentence.end)
    ours = asked.names.find(text, *span)
    return bool(ours) and len(names_in(text, *span, span[0])) <= len(ours)


def _stranger(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose people they are behind "of" and "de" where that is no party: "850 salariés de H"."""
    sentence = claim.sentence
    noun = max(noun_behind(claim, figure, STAFF), noun_behind(claim, figure, PEOPLE))
    if noun < 0 or sentence.low[noun + 1 : noun + 2] == [] or sentence.low[noun + 1] not in _OF:
        return ""
    at = noun + 2
    while at < len(sentence.low) and sentence.low[at] in OPENING:
        at += 1
    if at >= len(sentence.low) or not sentence.is_capital(at) or sentence.low[noun + 1] == "at":
        return ""
    last = at
    while last < len(sentence.low) and sentence.is_capital(last):
        last += 1
    name = sentence.printed(at, last)
    own = asked.names.find(sentence.source, sentence.words[at].start, sentence.words[last - 1].end)
    return "" if own or asked.names.may_be_short(name) else name


def _are_where(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether they work where a party is named: "Kestrel, where 640 people work"."""
    low, words = claim.sentence.low, claim.sentence.words
    if not counts_people(claim, figure):
        return False
    clause = claim.clauses.all[claim.clauses.of[figure.word]]
    opened = clause.opened
    if clause.kind not in {"relative", "aside-relative"} or low[opened] not in {"where", "où"}:
        return False
    inside = [at for at, one in enumerate(claim.clauses.of) if one == claim.clauses.of[figure.word]]
    working = staff.WORKING[claim.language] | {"employed", "employes", "employees"}
    named = asked.names.find(claim.sentence.source, claim.sentence.start, words[opened].start)
    beside = any(words[opened].start - one.end <= len(", ") for one in named)
    return beside and any(low[at] in working for at in inside)


def _are_parallel(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether a number shares the noun of the one before: "Circ has 640 employees, Halden 310"."""
    beside = parallel(claim, figure, asked)
    if beside is None or beside.owner == "others":
        return False
    first = claim, beside.first
    return bool(counted(*first, STAFF)) or (
        asked.directions.headcount(reading, claim, beside.first.mention) is not None
    )


def _are_listed(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether they stand in a list of a party's figures: "Kestrel: 640 employees, three plants"."""
    low = claim.sentence.low
    if ":" not in low or not counted(claim, figure, STAFF):
        return False
    colon = low.index(":")
    listed = range(colon + 1, len(low)) if figure.word > colon else range(colon)
    if any(claim.clauses.is_finite(at) or low[at] in HAVING_FORMS for at in listed):
        return False
    if governor_of(claim.sentence, figure.word).kind not in {"nothing", "word"} or (
        low[figure.word - 1] not in {",", ":", "et", "and"} and figure.word
    ):
        return False
    other = range(colon) if figure.word > colon else range(colon + 1, len(low))
    if not other:
        return False
    words = claim.sentence.words
    return bool(
        asked.names.find(claim.sentence.source, words[other.start].start, words[other.stop - 1].end)
    )


def _of_another(fact: FigureFact, asked: Asked) -> str:
    named = [one for one in fact.about if one.text]
    if not named or any(
        one.party in record_parties(asked.record) or asked.names.ids_in(one.text, 0, len(one.text))
        for one in named
    ):
        return ""
    return msg("it is that of {text}", text=named[0].text)


def _is_their_number(claim: Claim, figure: FigureClaim) -> bool:
    """Whether it is what a workforce came to: "cut its workforce to 410"."""
    low, at = claim.sentence.low, figure.word
    if not low[at - 1 : at] or low[at - 1] not in _AMOUNTING:
        return False
    own = [low[one] for one in range(max(0, at - _WORKFORCE_REACH), at)]
    return not plain_words(WORKFORCE[claim.language]).isdisjoint(own)


def _is_come_to(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a company has come to have so many: "has grown to 75 people", "de 40 à 75"."""
    noun = max(noun_behind(claim, figure, STAFF), noun_behind(claim, figure, PEOPLE))
    if noun < 0:
        return False
    low, words = claim.sentence.low, claim.sentence.words
    behind = words[noun + 1 : noun + 2]
    ends = not behind or behind[0].kind in {"sign", "date"} or behind[0].low in _BEHIND_ALL
    first = governor_of(claim.sentence, figure.word).last
    if ends and ends_with(_COMING_TO, low, first):
        return True
    if low[first - 1 : first] not in (["to"], ["\u00e0"], ["a"]):
        return False
    at = first - 2
    while at > 0 and (
        low[at] in plain_words(STAFF[claim.language]) | plain_words(PEOPLE[claim.language])
    ):
        at -= 1
    start = words[at].kind in _NUMBERS and low[at - 1 : at] in (["from"], ["de"])
    return ends and start and ends_with(_MOVING_FROM, low, at - 1)


_BEHIND_ALL = frozenset(
    """
    from in at across since over today now worldwide and after by on en dans sur depuis contre au
    aujourd'hui et a \u00e0 reparti repartis fin
    """.split()
)
"""What may follow people who are all that somebody has: "has grown to 75 people in two years"."""


def _are_counted_at(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether somebody's people are said to be so many: "Circ's staff are now 75".

    "We are 75 at Circ", "les collaborateurs de Circ sont 75".
    """
    low, at = claim.sentence.low, figure.word
    first = at - 1
    while first > 0 and (low[first] in staff.LASTING or claim.sentence.words[first].kind == "date"):
        first -= 1
    if low[first] not in staff.BEING | {"is"} or is_bare_noun(claim, at + 1):
        return False
    if low[first - 1 : first] != [] and low[first - 1] in WE:
        behind = at + 1
        while behind < len(low) and (
            low[behind] in staff.LASTING or claim.sentence.words[behind].kind == "date"
        ):
            behind += 1
        return _is_at_party(claim, behind, asked)
    text = claim.sentence.source
    people = plain_words(STAFF[claim.language]) | plain_words(WORKFORCE[claim.language])
    for one in asked.names.find(text, claim.sentence.start, claim.sentence.words[first].start):
        start, last = claim.sentence.number_at(one.start), claim.sentence.number_at(one.end - 1)
        of = low[start - 2 : start] if start > 1 else []
        if last == first - 1 and len(of) > 1 and of[1] in _OF and of[0] in people:
            return True
        if low[last + 1 : last + 2] == ["'s"] and low[first - 1] in people:
            return True
    return False


_AMOUNTING = frozenset(
    """
    to at \u00e0 numbers numbered totals totalled reached is was compte atteint atteignait totalise
    """.split()
)
"""Between a workforce and its number."""
_WORKFORCE_REACH = 10
"""Words from a workforce to its number: "ramené ses effectifs de 520 à 410"."""


def _are_theirs(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether people are somebody's own: "its 6,100 jobs", "compte aujourd'hui 350 salariés"."""
    staff = counted(claim, figure, STAFF)
    low = claim.sentence.low
    if low[figure.word - 1 : figure.word] == ["sur"] and _are_a_whole(claim, figure):
        return True
    if not (staff or counted(claim, figure, PEOPLE)):
        return False
    if _are_a_whole(claim, figure) or _are_apposed(claim, figure, asked):
        return True
    governor = governor_of(claim.sentence, figure.word)
    if is_presupposed(claim, figure):
        return True
    if governor.kind == "noun" and not _is_total(governor):
        return governor.is_any(plain_words(WORKFORCE[claim.language]))
    at = figure.word - 1 if governor.kind == "nothing" else governor.first
    while governor.kind == "noun" and at > 0 and low[at] in {"total", "a", "un", "au"}:
        at -= 1
    while at > 0 and (low[at] in _BETWEEN or claim.sentence.words[at].kind == "date"):
        at -= 1
    at -= next((len(one) for one in _IN_ALL if low[max(0, at + 1 - len(one)) : at + 1] == one), 0)
    having = EMPLOYING_FORMS | HAVING_FORMS if staff else EMPLOYING_FORMS
    ends = low[figure.word + 2 : figure.word + 3]
    if not staff and (not ends or ends[0] in {",", ".", ";", ")", "et", "and"}):
        having = having | _COUNTING  # "Circ, qui compte 285 personnes, …"
    if at > 0 and low[at] in {"and", "et"}:
        # "With sales of 4 million and 3,200 employees": both are what somebody has.
        own = [one for one in range(at) if claim.clauses.of[one] == claim.clauses.of[at]]
        at = next((one for one in reversed(own) if low[one] in having), -1)
        if at >= 0 and not (
            claim.sentence.words[at + 1].kind in {"figure", "number"} or low[at + 1] in _THINGS
        ):
            return False
    return at >= 0 and low[at] in having


def _are_a_whole(claim: Claim, figure: FigureClaim) -> bool:
    """Whether some of them are told of before: "41 of the 56 jobs", "41 des 56 salariés"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] == ["sur"]:
        if is_bare_noun(claim, at + 1) and not counts_people(claim, figure):
            return False  # "480 salariés sur trois sites"
        some = next((one for one in claim.figures() if one.word == at - _SOME_BEFORE), None)
        return some is not None and counts_people(claim, some)
    if low[at - 1 : at] == ["des"]:
        before = at - 2
    elif low[max(0, at - 2) : at] in (["of", "the"], ["out", "of"]):
        before = at - 3
    else:
        return False
    return before >= 0 and claim.sentence.words[before].kind in _NUMBERS


_SOME_BEFORE = 3
"""Words from some people to all of them: "60 postes sur 640"."""


def _are_apposed(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether they stand behind the comma of a party: "Circ, 56 salariés, est …"."""
    words, at = claim.sentence.words, figure.word
    if at < 1 or words[at - 1].low not in {",", "("} or not counted(claim, figure, STAFF):
        return False
    if at > 1 and words[at - 1].low == "(" and words[at - 2].low in staff.EMPLOYERS | staff.GROUPS:
        return True
    behind = next(
        (
            words[number + 1].low
            for number in range(at + 1, min(len(words) - 1, at + 1 + NOUN_REACH))
            if words[number].low in plain_words(STAFF[claim.language])
        ),
        "",
    )
    named = asked.names.find(claim.sentence.source, claim.sentence.start, words[at - 1].start)
    return behind in _BEHIND_APPOSED and any(words[at - 1].start - one.end <= 1 for one in named)


_BEHIND_APPOSED = frozenset(", ) ; and et \u00e0 in at across dans sur en".split())
"""What may follow people in an apposition: "Circ, 640 collaborateurs à Lyon, …"."""


def _are_employed(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether words around people tell that somebody employs them.

    "Gives work to 320 people", "has 320 people on its payroll", "320 people work at", "a
    320-strong workforce", "the number of employees rose to 320".
    """
    low, governor = claim.sentence.low, governor_of(claim.sentence, figure.word)
    if _is_strong(claim, figure) or _numbers_staff(claim, figure):
        return True
    at_work = noun_behind(claim, figure, STAFF)
    noun = at_work if at_work >= 0 else noun_behind(claim, figure, PEOPLE)
    if noun < 0:
        return False
    if ends_with(_EMPLOYING, low, governor.last) or (
        at_work >= 0 and ends_with(_HAVING, low, governor.last)
    ):
        return True
    behind = past_adverbs(low, noun + 1)
    joined = low[behind : behind + 1] in (["and"], ["et"])
    if joined and is_bare_noun(claim, behind + 1) and not claim.sentence.is_capital(behind + 1):
        behind = past_adverbs(low, behind + 2)  # "Mille ingénieurs et techniciens"
    if behind >= len(low):
        return False
    on_books = _ON_THE_BOOKS.at(low, behind) is not None
    if on_books and governor.kind == "word" and governor.words[0] in HAVING_FORMS | {"are"}:
        return True
    if governor.kind not in {"nothing", "noun"} or (governor.words and not _is_total(governor)):
        return False
    following = low[behind + 1 : behind + 2]
    if low[behind] in staff.WORKING[claim.language]:
        front = low[0] in {"chez", "at"} and "," in low[: figure.word]
        return _is_at_party(claim, 0 if front else behind + 1, asked)
    if low[behind] in staff.MAKING_UP and not plain_words(WORKFORCE[claim.language]).isdisjoint(
        low[behind + 1 : behind + 1 + NOUN_REACH]
    ):
        return True  # "Mille ingénieurs composent l'effectif de Circ"
    employed = low[behind] in {"are", "sont"} and bool(following) and following[0] in _EMPLOYED
    return employed and _is_at_party(claim, behind + 2, asked)


def _is_at_party(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether people work at a party itself: "for Kestrel", not "at the Kestrel headquarters"."""
    sentence = claim.sentence
    if at >= len(sentence.words) or sentence.low[at] not in _WHERE:
        return False
    for one in asked.names.find(sentence.source, sentence.words[at].end, sentence.end):
        first, last = sentence.number_at(one.start), sentence.number_at(one.end - 1)
        between = sentence.low[at + 1 : first]
        kinds = COMPANY_NOUNS[claim.language] | clause_words.DETERMINERS | KINDS_IN_NAMES
        if any(word not in kinds for word in between):
            return False
        behind = sentence.words[last + 1 : last + 2]
        return not behind or behind[0].kind != "word" or behind[0].low in _BEHIND_NAME
    return False


def _is_total(governor: Governor) -> bool:
    """Whether only "a total of" stands before people."""
    return not {"total", "somme"}.isdisjoint(governor.words)


def _is_strong(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a company or its workforce "is 320 strong"."""
    low, at = claim.sentence.low, figure.word + 1
    if low[at : at + 1] == ["-"]:
        at += 1
    elif not low[figure.word - 1 : figure.word] or low[figure.word - 1] not in _IS:
        return False
    if low[at : at + 1] != [] and low[at] in _PERSONS and at == figure.word + 2:
        return low[at + 1 : at + 2] != [] and low[at + 1] in staff.EMPLOYERS | staff.GROUPS
    if low[at : at + 1] == ["strong"]:
        compound = at == figure.word + 2
        return not compound or not _GROUPS.isdisjoint(low[at + 1 : at + 3])
    return False


def _numbers_staff(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a number is told as that of employees: "le nombre de salariés s'élève à 320"."""
    low = claim.sentence.low
    listed = plain_words(STAFF[claim.language]) | plain_words(PEOPLE[claim.language])
    for at in range(figure.word - 2):
        if low[at] not in {"number", "nombre"} or low[at + 1] not in {"of", "de", "d'"}:
            continue
        if claim.clauses.of[at] != claim.clauses.of[figure.word] or low[at + 2] not in listed:
            continue
        between = claim.sentence.words[at + 3 : figure.word]
        employs = any(word.low in EMPLOYING_FORMS for word in between)
        if low[at + 2] not in plain_words(STAFF[claim.language]) and not employs:
            continue
        if any(word.kind in _NUMBERS for word in between):
            continue
        return any(word.low in _AMOUNTS for word in between)
    return False


def _are_speakers(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether those who speak for a company count themselves: "We are 96", "Nous sommes 58"."""
    low, governor = claim.sentence.low, governor_of(claim.sentence, figure.word)
    at_work = noun_behind(claim, figure, STAFF)
    people = noun_behind(claim, figure, PEOPLE)
    noun = max(at_work, people)
    last = figure.word if noun < 0 else noun
    first = governor.last - 1
    while first > 0 and (low[first] in staff.LASTING or claim.sentence.words[first].kind == "date"):
        first -= 1
    if low[first - 1 : first] != [] and low[first - 1] in WE and low[first] in _WE_HAVE:
        behind = past_adverbs(low, last + 1)
        alone = behind >= len(low) or claim.sentence.words[behind].kind in {"sign", "date"}
        return people >= 0 and alone and _is_spoken(claim, reading, asked)
    if first < 1 or low[first] not in staff.BEING:
        return low[last + 1 : last + 3] == ["of", "us"] and _is_spoken(claim, reading, asked)
    if low[last + 1 : last + 3] == ["of", "us"] or _works(low, last + 1):
        last += 2
    elif low[first - 1] not in WE and at_work < 0:
        return False
    behind = past_adverbs(low, last + 1)
    free = (
        _works(low, last - 1)
        or behind >= len(low)
        or claim.sentence.words[behind].kind in {"sign", "date"}
        or low[behind] in _WHERE | {"working", "and", "et"}
    )
    if not free:
        return False
    if low[first - 1] in WE:
        return _is_spoken(claim, reading, asked)
    return low[first - 1] in {"they", "ils", "elles", "there", "ce"}


_WE_HAVE = frozenset({"have", "employ", "avons", "employons"})


def _works(low: list[str], at: int) -> bool:
    """Whether an infinitive tells the work of people: "ils sont 640 à fabriquer des vélos"."""
    return (
        low[at : at + 1] in (["\u00e0"], ["a"])
        and low[at + 1 : at + 2] != []
        and (low[at + 1] in staff.WORK)
    )


def _is_spoken(claim: Claim, reading: QuoteReading, asked: Asked) -> bool:
    """Whether somebody speaks for the party that a headcount is to be of."""
    before = reading.paragraph.claim_before(claim.sentence.start)
    return not speakers(claim, asked.names, before).isdisjoint(record_parties(asked.record))


_EMPLOYING: Phrases[str] = Phrases({"employs": staff.EMPLOYING})
_HAVING: Phrases[str] = Phrases({"has": staff.HAVING})
_ON_THE_BOOKS: Phrases[str] = Phrases({"employed": staff.ON_THE_BOOKS})
_COMING_TO: Phrases[str] = Phrases({"come to": staff.COMING_TO})
_MOVING_FROM: Phrases[str] = Phrases({"moved": staff.MOVING_FROM})
_WHERE = frozenset(
    "at for in on by within across \u00e0 a au aux chez pour dans sur en par".split()
)
_BEHIND_NAME = clause_words.PREPOSITIONS | clause_words.JOINING | staff.LASTING
_EMPLOYED = frozenset("employed employes employees employe employee".split())
_PERSONS = frozenset("person people employee worker man woman".split())
_IS = frozenset("is are now est sont".split())
_GROUPS = frozenset("workforce staff team group company firm payroll".split())
_AMOUNTS = frozenset(
    """
    is was are rose fell grew climbed dropped stands stood reached reaches to at est etait
    s'eleve eleve atteint passe passee monte descend etablit s'etablit \u00e0 a de
    """.split()
)
"""What stands between the number of employees and how many they are."""
_NUMBERS = frozenset({"figure", "number"})


_THINGS = frozenset("a an un une sales revenue annual".split())
"""What opens the thing that somebody has, where a participle would make a verb of "has"."""
_IN_ALL = (
    ["\u00e0", "ce", "jour"], ["en", "tout"], ["au", "total"], ["in", "all"], ["at", "present"],
    ["en", "france"], ["\u00e0", "present"],
)  # fmt: skip
"""Between a verb and a number of people these change nothing."""
_COUNTING = frozenset("compte comptent comptait comptaient counts numbers".split())
_BETWEEN = clause_words.ADVERBS_BETWEEN | frozenset("currently actuellement que qu'".split())
