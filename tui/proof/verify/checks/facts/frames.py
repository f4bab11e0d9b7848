"""Is a fact told as one, of the party of its record and of the time that is recorded?

A figure whose noun fits may still be expected ("expects sales of 4 million"), over ("held 40
percent until May"), that of a week, set aside ("despite the 12 percent that a paper mentioned"), or
somebody else's ("Halden, valued at 4 billion, is a rival of Kestrel"). Each reading takes time with
the words of one sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns, reporting
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.common_names import NO_PARTIES
from tui.language.plain_words import Phrases
from tui.language.speaking import HEADS
from tui.model.messages import msg
from tui.model.records import Fact, record_parties
from tui.proof.claim.turns import is_french_future
from tui.proof.verify.checks.doubts import is_ahead
from tui.proof.verify.checks.facts.measures import measured
from tui.proof.verify.checks.facts.periods import of_other_time
from tui.proof.verify.checks.facts.presupposed import set_aside
from tui.proof.verify.checks.facts.stakes import Holding, holding, is_of_goods
from tui.proof.verify.checks.figure_owners import dated_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_EXPECTING: Phrases[str] = Phrases({"expected": fact_turns.EXPECTING})
_UNTIL: Phrases[str] = Phrases({"until": fact_turns.UNTIL})
_THAT_OF: Phrases[str] = Phrases({"that of": fact_turns.THAT_OF})
_STOPS = frozenset(",;()\u2013\u2014:")
_SEEN_REACH = 5
"""Words from "see" to what it is worth: "see Oriel Payments being worth"."""
_COMPLEMENT_REACH = 8
"""Words behind a share among which the company stands that it is a share of."""
_OF_REACH = 6
"""Words behind a figure to "that of", and from there to the name."""
_RATE_REACH = 6
"""Words from a figure to the time or thing that it is one of several of."""
_CAPITAL = re.compile(r"[^\W\d_a-z\u00df-\u00ff]")


def misframed(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Why a figure is no fact of the party and the time of a record; empty where nothing says so.

    Args:
        claim: The sentence.
        figure: The figure.
        asked: The field, the value of a fact.
    """
    record = asked.record
    if not isinstance(record, Fact):
        return ""
    return (
        _expected(claim, figure, record, asked)
        or _of_before(claim, figure, asked)
        or _over(claim, figure, record, asked)
        or _of_shorter_time(claim, figure, record, asked)
        or _of_a_part(claim, figure, record, asked)
        or _of_several(claim, figure, asked)
        or _of_change(claim, figure, record)
        or _one_of_many(claim, figure, record)
        or set_aside(claim, figure)
        or _of_another(claim, figure, record, asked)
    )


def _around(claim: Claim, figure: FigureClaim) -> list[int]:
    """The words of the clauses of which what is said of a figure is said."""
    clauses = set(claim.clauses.around(figure.word))
    return [at for at, clause in enumerate(claim.clauses.of) if clause in clauses]


def _expected(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The word before a figure by which it is expected or hoped for.

    What a plant is to be able to do is its capacity, and the size of a market in years to come can
    be nothing but an estimate.
    """
    if record.kind == "capacity":
        return _to_be_built(claim, figure, asked)
    if record.kind == "market-size" and is_ahead(asked):
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word - 1, max(-1, figure.word - _MISSED_REACH), -1):
        # "Raté" and not the English "rate".
        if low[at] in fact_turns.MISSED and claim.sentence.printed(at, at + 1).lower() != "rate":
            return msg(
                "it was not reached: “{words}”", words=claim.sentence.printed(at, figure.word)
            )
    for at in _around(claim, figure):
        if at >= figure.word:
            break
        phrase = _EXPECTING.at(low, at)
        seen = low[at] in fact_turns.SEEING and not fact_turns.WORTH_SEEN.isdisjoint(
            low[at + 1 : at + 1 + _SEEN_REACH]
        )
        length = phrase[0] if phrase is not None else 1 if seen else 0
        if not length or any(word.kind == "figure" for word in words[at : figure.word]):
            continue
        if _is_met(claim, at, length):
            continue
        return msg("it is only expected: “{words}”", words=claim.sentence.printed(at, at + length))
    return _of_forecasters(claim, figure)


def _to_be_built(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """What is behind a figure that a plant comes to only then: "pourra produire … une fois"."""
    low, of = claim.sentence.low, claim.clauses.of
    future = any(
        (low[at] in fact_turns.FUTURE_FORMS or is_french_future(low[at]))
        and of[at] in claim.clauses.around(figure.word)
        for at in range(figure.word)
    )
    if not future or is_ahead(asked):
        return ""
    for at in (*range(_FRONT_REACH), *range(figure.word + 1, len(low))):
        phrase = _TO_BE_BUILT.at(low, at) if at < len(low) else None
        if phrase is not None:
            return msg("it is only expected: “{words}”", words=claim.sentence.printed(at, at + 2))
    return ""


_TO_BE_BUILT: Phrases[str] = Phrases({"then": fact_turns.TO_BE_BUILT})
_FRONT_REACH = 2
"""Words at the head of a sentence among which "once" and "une fois" stand."""


def _of_forecasters(claim: Claim, figure: FigureClaim) -> str:
    """Those at the head of a clause who reckon with a figure: "Analysts put its profit at"."""
    low, inside = claim.sentence.low, [at for at in _around(claim, figure) if at < figure.word]
    head = next(
        (at for at in inside if claim.clauses.of[at] == claim.clauses.of[figure.word]), figure.word
    )
    for at in range(head, min(figure.word, head + _FORECASTERS_REACH)):
        if low[at] in _STOPS or low[at] in clause_words.PREPOSITIONS - _OF:
            break
        if low[at] in fact_turns.FORECASTERS:
            return msg("it is only expected: “{words}”", words=claim.sentence.printed(head, at + 1))
    return ""


_FORECASTERS_REACH = 6
"""Words at the head of a clause among which they stand: "The consensus of most brokers"."""


def _is_met(claim: Claim, at: int, length: int) -> bool:
    """Whether a word of expectation is a noun of what came about: "beat its goal"."""
    low = claim.sentence.low
    before = low[max(0, at - 1) : at]
    if length != 1 or not before:
        return False
    if before[0] in {"than", "as", "que"}:
        return True
    reached = not fact_turns.REACHED.isdisjoint(low[max(0, at - _REACHED_REACH) : at])
    return before[0] in {"its", "their", "l'"} and reached


_REACHED_REACH = 5
"""Words before a goal among which a verb tells that it was met: "has met its own target"."""


def _over(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The words by which what somebody held came to an end: "held 40 percent until Tuesday"."""
    if record.kind not in {"stake", "headcount", "valuation"} or _is_past(asked):
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    inside = _around(claim, figure)
    told = {low[at] for at in inside if at < figure.word}
    past = not fact_turns.HOLDING_THEN.isdisjoint(told)
    front = [at for at, clause in enumerate(claim.clauses.of) if _is_front(claim, clause)]
    behind = []
    for at in range(figure.word + 1, len(low) if past else 0):
        if low[at] in _STOPS:
            break
        if low[at] in fact_turns.EARLIER:
            behind.append(at)
    if past and low[0] in fact_turns.EARLIER and "," in low[: figure.word]:
        return msg("it is over: “{words}”", words=claim.sentence.printed(0, 3))
    for at in (*inside, *front, *behind):
        phrase = _UNTIL.at(low, at)
        following = words[at + phrase[0]] if phrase and at + phrase[0] < len(words) else None
        bounds = following is not None and following.kind in {"figure", "number"}
        between = words[min(at, figure.word) + 1 : max(at, figure.word)]
        bounds = bounds or any(word.kind == "figure" for word in between)
        if at in behind or (phrase is not None and not bounds):
            return msg("it is over: “{words}”", words=claim.sentence.printed(at, at + 3))
    return ""


def _of_a_part(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The part of a company, or of its sales or its year, that a figure is told of."""
    if record.kind not in {"revenue", "profit", "loss", "valuation", "headcount"}:
        return ""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    source = claim.sentence.source
    division = _of_division(claim, figure, record, asked)
    if division:
        return division
    for one in asked.names.find(source, claim.sentence.start, figure.mention.start):
        first = claim.sentence.number_at(one.start)
        behind = first
        while behind < len(words) and words[behind].start < one.end:
            behind += 1
        unit = -1
        if low[behind : behind + 1] == ["'s"]:
            owned = range(behind + 1, min(len(low), behind + 1 + _UNIT_REACH))
            unit = next((n for n in owned if low[n] in fact_turns.UNITS_OF_COMPANIES), -1)
        elif first and low[first - 1] in _OF:
            heads = range(first - 2, max(-1, first - 2 - _UNIT_REACH), -1)
            unit = next((n for n in heads if low[n] in fact_turns.UNITS_OF_COMPANIES), -1)
            if unit == first - _TWO and low[unit] == "activite":
                unit = -1  # "L'activité de Circ" is all that it does.
            sales = not fact_turns.SALES.isdisjoint(low[max(0, first - 2) : first])
            if sales and _is_product(claim, behind):
                unit = behind
        telling = reporting.REPORTING[claim.language]
        said = any(low[n] in telling for n in range(max(0, unit), at))
        if (
            unit >= 0
            and not (said and low[unit] in HEADS)
            and claim.clauses.of[unit] in claim.clauses.around(at)
            and low[max(0, unit - 2) : unit]
            not in ([",", "a"], [",", "the"], [",", "une"], [",", "la"])
        ):
            return msg(
                "it is that of a part: “{words}”", words=claim.sentence.printed(unit, unit + 1)
            )
    if record.kind in {"valuation", "headcount"}:
        return ""
    return _of_some_sales(claim, figure, record, asked) or of_other_time(
        claim, figure, record, asked
    )


def _of_division(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The division whose sales or profit are told: "sales in its pet food division", "l'export"."""
    if record.kind not in {"revenue", "profit", "loss"}:
        return ""
    low = claim.sentence.low
    told = measured(claim, figure, asked)
    if told is not None and told.last <= figure.word and low[told.last : told.last + 1] in _IN_IT:
        for at in range(told.last + 1, min(figure.word, told.last + 1 + _DIVISION_REACH)):
            if low[at] in fact_turns.UNITS_OF_COMPANIES:
                return msg(
                    "it is that of a part: “{words}”",
                    words=claim.sentence.printed(told.first, at + 1),
                )
            if claim.sentence.is_capital(at) or low[at] in _STOPS or claim.clauses.is_finite(at):
                break
    head = [at for at in _around(claim, figure) if at < figure.word][:2]
    others = head and any(
        word.kind == "figure" for word in claim.sentence.words[head[0] : figure.word]
    )
    if not others and any(low[at] in fact_turns.ABROAD for at in head):
        words = claim.sentence.printed(head[0], head[-1] + 1)
        return msg("it is that of a part: “{words}”", words=words)
    return ""


_TWO = 2
_STAFFS = frozenset("stake holding workforce staff value worth valuation total a \u00a4".split())
"""What is combined of several."""
_IN_IT = (["in"], ["at"], ["of"], ["from"], ["by"], ["dans"], ["de"], ["d'"], ["chez"])
_DIVISION_REACH = 6
"""Words from sales to the division: "sales in its loss-making pet food division"."""


def _is_product(claim: Claim, at: int) -> bool:
    """Whether a common noun stands right behind a name: "sales of Kestrel lager"."""
    if at >= len(claim.sentence.words) or claim.sentence.words[at].kind != "word":
        return False
    low = claim.sentence.low
    linked = clause_words.PREPOSITIONS | clause_words.JOINING | clause_words.RELATIVE
    # A word with the ending of a verb is taken for one.
    endings = ("s", "ed", "ent", "e") if claim.language == "fr" else ("ed", "ew", "ell", "s")
    return not (
        claim.clauses.is_finite(at)
        or claim.sentence.is_capital(at)
        or low[at] in linked | clause_words.THAT | clause_words.ADVERBS_BETWEEN | {"'s"}
        or low[at].endswith(endings)
    )


def _of_some_sales(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The word that makes sales a part of all: "online sales", "ventes à l'export"."""
    if record.kind != "revenue" or (figure.role is not None and figure.role.what == "base"):
        return ""
    low = claim.sentence.low
    told = measured(claim, figure, asked)
    own = range(told.first, told.last) if told is not None else _around(claim, figure)
    for at in own:
        if low[at] not in fact_turns.SALES:
            continue
        near = (at + 1,) if claim.language == "fr" else (at - 1, at - 2)
        if low[at + 1 : at + 3] == ["d'", "affaires"]:
            near = (at + 3,)
        for number in near:
            phrase = _PARTIAL.at(low, number) if 0 <= number < len(low) else None
            if phrase is not None:
                return msg(
                    "it is that of a part: “{words}”",
                    words=claim.sentence.printed(min(at, number), max(at + 1, number + phrase[0])),
                )
    return ""


def _of_change(claim: Claim, figure: FigureClaim, record: Fact) -> str:
    """The word that makes a share or a price the step of a change: "grew 15%", "a pris 4 euros"."""
    if record.kind not in {"stake", "price", "market-share"}:
        return ""
    low, at = claim.sentence.low, figure.word
    verbs = fact_turns.PRICE_STEPS if record.kind == "price" else fact_turns.GROWTH
    before = low[max(0, at - _STEP_REACH) : at]
    if before and before[-1] in {"de", "d'", "by", "of"}:
        before = before[:-1]
    got = low[max(0, at - 2) : at - 1]
    if before and before[-1] in verbs and not (got and got[0] in _TAKING_UP):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at - 1, at + 1))
    behind = low[at + 1 : at + 2]
    if record.kind == "price" and not {"over", "above"}.isdisjoint(low[at + 1 : at + 4]):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at, at + 4))
    if record.kind == "stake" and (
        (behind and behind[0] in fact_turns.ON_TOP) or (before and before[-1] in fact_turns.ON_TOP)
    ):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at - 1, at + 2))
    return ""


_TAKING_UP = frozenset("picked picks snapped bought built mopped scooped gobbled hoovered".split())
"""Before "up" these tell of shares that somebody got."""
_STEP_REACH = 2
"""Words before a figure among which the verb of its step stands: "progressé de"."""


def _one_of_many(claim: Claim, figure: FigureClaim, record: Fact) -> str:
    """The plant or shop that is one of several: "its Selby works, one of seven it runs"."""
    low = claim.sentence.low
    if record.kind not in {"capacity", "headcount", "revenue"}:
        return ""
    for at in range(figure.word - 2):
        if low[at : at + 2] != ["one", "of"] and low[at : at + 2] not in _UN_DE:
            continue
        behind = low[at + 2 : at + 2 + _STEP_REACH]
        if behind[:1] and (
            behind[0] in {"its", "their", "ses", "leurs"} or behind[1:] in (["it"], ["they"])
        ):
            return msg("it is that of a part: “{words}”", words=claim.sentence.printed(at, at + 4))
    return ""


_UN_DE = (["un", "de"], ["une", "de"])


def _of_several(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """With whom a party has a figure: "Kestrel and its allies own", "between them"."""
    low, words = claim.sentence.low, claim.sentence.words
    if not {"each", "chacun", "chacune", "respectively", "respectivement"}.isdisjoint(low):
        return ""
    for at in _around(claim, figure):
        phrase = _JOINT.at(low, at)
        if phrase is not None and low[at] == "ensemble" and low[at - 1] in {"l'", "d'", "cet"}:
            continue  # "Valorise l'ensemble de Circ"
        if phrase is not None and low[at] == "combined":
            near = {*low[max(0, at - 1) : at], *low[at + 1 : at + 3]}
            if near.isdisjoint(fact_turns.SALES | fact_turns.GAINS | fact_turns.PAPERS | _STAFFS):
                continue  # "The combined authority resolved"
        if phrase is not None and abs(at - figure.word) < _JOINT_REACH:
            return msg(
                "others have their part in it: “{words}”",
                words=claim.sentence.printed(at, at + phrase[0]),
            )
    for one in asked.names.find(claim.sentence.source, claim.sentence.start, figure.mention.start):
        first = claim.sentence.number_at(one.start)
        behind = first
        while behind < len(words) and words[behind].start < one.end:
            behind += 1
        joined = low[behind : behind + 2]
        if len(joined) < 2 or joined[0] not in {"and", "et"} or behind + 1 >= figure.word:
            continue
        if first and low[first - 1] in clause_words.PREPOSITIONS | {"'s", ","}:
            continue
        if joined[1] in _ITS or (
            claim.sentence.is_capital(behind + 1) and _verb_follows(claim, behind + 2)
        ):
            return msg(
                "others have their part in it: “{words}”",
                words=claim.sentence.printed(first, behind + 2),
            )
    return ""


def _verb_follows(claim: Claim, at: int) -> bool:
    """Whether the verb of two names stands right behind the second, or its second word."""
    last = min(len(claim.sentence.words), at + 2)
    return any(
        claim.clauses.is_finite(number)
        or claim.sentence.low[number] in {"own", "hold", "have", "detiennent", "possedent", "ont"}
        for number in range(at, last)
    )


_ITS = frozenset({"its", "his", "her", "their", "ses", "son", "sa", "leurs"})
_OF = frozenset({"of", "de", "d'", "du"})
_UNIT_REACH = 3
"""Words between a company and its arm: "Kestrel's loss-making Dutch arm"."""
_MISSED_REACH = 5
_JOINT_REACH = 14
_PARTIAL: Phrases[str] = Phrases({"part": fact_turns.PARTIAL})
_JOINT: Phrases[str] = Phrases({"joint": fact_turns.JOINT})


def _is_front(claim: Claim, clause: int) -> bool:
    return claim.clauses.all[clause].kind == "fronted"


def _of_before(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The word that makes a figure the one from which another came: "has halved from 4 million".

    "From 4 million in 2022 to 5 in 2023" dates each: the first is what it was in the first year.
    """
    behind = claim.sentence.words[figure.word + 1 : figure.word + 2]
    dated = bool(behind) and behind[0].kind == "date"
    if dated and dated_alike(figure, claim, asked):
        return ""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] in _LINKS:
        at -= 1
    if at > 0 and low[at] == "from" and low[at - 1] not in fact_turns.SALES | _NO_STARTS:
        return msg("it is over: “{words}”", words=claim.sentence.printed(at - 1, figure.word))
    return ""


_NO_STARTS = frozenset(
    "ranging recovered recover recovering benefited profited suffered learned apart aside".split()
)
"""Before "from" and a figure these tell no change from it."""
_LINKS = frozenset("a an some about the nearly around roughly over just".split())


def _is_past(asked: Asked) -> bool:
    when, now = next(iter(asked.dates), None), asked.published
    if when is None or now is None or when.latest is None or now.earliest is None:
        return False
    return when.latest < now.earliest


def _of_shorter_time(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The week, month or shop that a revenue is told for, not for the time of the record."""
    if record.kind not in {"revenue", "profit", "loss"}:
        return ""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    inside = set(_around(claim, figure))
    for number in range(len(low)):
        days = fact_turns.SHORTER_TIMES.get(low[number].rpartition("-")[2])
        if number not in inside or (days is None and low[number] not in fact_turns.PER_ONE):
            continue
        if any(one.kind == "figure" for one in words[min(at, number) + 1 : max(at, number)]):
            continue
        first = _rate_begins(low, number, at)
        if not asked.dates and low[number] in _QUARTERLY:
            continue
        if first < 0 or (days is not None and _lasts(asked, days)):
            continue
        return msg(
            "a rate: “{words}”",
            words=claim.sentence.printed(first, max(number, first + 1) + 1),
        )
    return ""


_QUARTERLY = frozenset(
    "quarterly half-yearly trimestriel trimestrielle trimestriels trimestrielles".split()
)
"""What a record without a date may be told for."""


def _rate_begins(low: list[str], number: int, figure: int) -> int:
    """Where the words of a rate begin that a word is of; -1 where it is of none."""
    word = low[number]
    if word in fact_turns.PER_ONE:
        following = low[number + 1 : number + 2]
        near = 0 <= number - figure <= _RATE_REACH
        if not following or following[0] in fact_turns.YEARLY | fact_turns.NO_UNIT:
            return -1
        named = following[0] in fact_turns.SHORTER_TIMES
        return number if (near or named) and following[0].isalpha() else -1
    if "-" in word or word.endswith((
                      "ly", "aire", "aires", "iel", "ielle", "iels", "uel", "uelle", "uels", "ien",
                      "ienne", "iens", "uelles")):  # fmt: skip
        return number
    before = low[max(0, number - 2) : number]
    if before[-2:] in (["tous", "les"], ["toutes", "les"]):
        return number - 2
    behind = low[number + 1 : number + 2]
    if before[-1:] in (["a"], ["an"], ["per"], ["par"]) and 0 < number - figure <= _RATE_REACH:
        return -1 if behind in (["ago"], ["earlier"], ["later"], ["before"]) else number - 1
    return -1


def _lasts(asked: Asked, days: int) -> bool:
    """Whether the time that a record dates its fact to is no longer than some days."""
    when = next(iter(asked.dates), None)
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days < days


# Whose it is


def _names(claim: Claim, asked: Asked) -> Iterator[tuple[int, bool]]:
    """The words of names, by number, and whether each is of a party of the record."""
    own = asked.names.find(claim.sentence.source, claim.sentence.start, claim.sentence.end)
    for at, word in enumerate(claim.sentence.words):
        if word.kind != "word" or not claim.sentence.is_capital(at) or len(word.low) < 2:
            continue
        mine = any(one.start <= word.start < one.end for one in own)
        if word.low.endswith(_ADJECTIVES):
            continue  # "The Munich-based company" is named by no place.
        listed = word.low in _NO_NAMES
        opens = at == 0 or claim.sentence.words[at - 1].low in _OPENS
        if mine or not (listed or (opens and _is_plain(claim, at))):
            yield at, mine


_ADJECTIVES = ("-based", "-born", "-listed", "-owned", "-led", "-backed", "-style")
_NO_NAMES = (
    NO_PARTIES
    | clause_words.PRONOUNS
    | clause_words.DETERMINERS
    | (clause_words.PREPOSITIONS - {"on"})
)


def _is_plain(claim: Claim, at: int) -> bool:
    """Whether a capital at the head of a sentence may be that of any word."""
    following = claim.sentence.words[at + 1 : at + 2]
    return not (following and claim.sentence.is_capital(at + 1)) and (
        following == [] or following[0].low not in {"'s", ","} | _OPENS_ABOUT
    )


_OPENS = frozenset('"\u00ab\u201c\u2018:')
_OPENS_ABOUT = frozenset(
    """
    itself himself herself lui-meme elle-meme employs lost earned posted reported emploie affiche
    possede detient vend
    """.split()
) | frozenset({"has", "had", "is", "was", "a", "est", "vaut", "makes", "made"})


def _of_another(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """Whose a figure is where the words nearest to it name somebody else.

    Where the sentence names no party of the record, who is meant by "the group" is not looked for:
    only another one that is its subject, or at whom it is so, has the figure.
    """
    if not record_parties(record):
        return ""
    names = dict(_names(claim, asked))
    if record.kind == "stake" and record.holder:
        told, whose = _held_by(claim, figure, record.holder, names, asked)
        if told == "others" or (told == "ours" and not record.party):
            return whose
    strangers = [at for at, mine in names.items() if not mine]
    if not strangers:
        return ""
    if len(strangers) == len(names):
        at = _of_stranger(claim, figure, names, asked)
        return msg("it is that of another: “{words}”", words=_name(claim, at)) if at >= 0 else ""
    if record.kind == "price":
        at = figure.word + 2
        if at in strangers and claim.sentence.low[at - 1] in {"at", "chez", "au", "in"}:
            return msg("it is that of another: “{words}”", words=_name(claim, at))
    if record.kind == "valuation" and _values_object(claim, figure):
        return ""
    if record.kind != "stake":
        at = _subject(claim, figure, names)
    elif not record.holder and any(names[one] for one in names if one < figure.word):
        at = -1  # "Kestrel holds 12 percent of Halden" is told of Kestrel.
    else:
        at = _share_of(claim, figure, names)
    if at < 0 and record.kind != "stake":
        # Whom a stake "belongs to" is its holder.
        at = _told_of(claim, figure, names)
        at = at if at >= 0 else _about_name_before(claim, figure, names)
    return msg("it is that of another: “{words}”", words=_name(claim, at)) if at >= 0 else ""


def _values_object(claim: Claim, figure: FigureClaim) -> bool:
    """Whether something values "it" or "the company" at a sum, so that its subject does not count.

    "Whose sale of a sliver to Halden valued the team at 4 million", "qui le valorise 4 millions".
    """
    low = claim.sentence.low
    for at in range(figure.word - 1, max(0, figure.word - _VALUED_REACH), -1):
        if low[at] in _STOPS:
            return False
        if low[at].startswith(("valu", "valoris")):
            whom = low[at + 1 : figure.word]
            nouns = COMPANY_NOUNS[claim.language] | {"it", "team", "club", "whole", "them"}
            return low[at - 1] in {"le", "la", "l'", "les"} or not nouns.isdisjoint(whom)
    return False


_VALUED_REACH = 7


def _of_stranger(claim: Claim, figure: FigureClaim, names: dict[int, bool], asked: Asked) -> int:
    """The stranger whose figure it is in a sentence that names no party of a record; -1 for none.

    "Its bigger rival Halden lost 4 million", "At Brava it is 5 euros". Who says something is no
    subject of it, and a name with which that of a party begins may be short for it.
    """
    low, of = claim.sentence.low, claim.clauses.of
    for at in names:
        if (
            at < figure.word
            and low[at - 1 : at] in _AT_SOMEBODY
            and low[at - 2 : at - 1] != ["than"]
        ):
            return at
    at = _subject(claim, figure, names)
    if at < 0:
        at = _apposed_parent(claim, figure, names)
        if at >= 0:
            return at
    if at < 0 or of[at] != of[figure.word]:
        return -1
    said = any(
        low[number] in reporting.REPORTING[claim.language] for number in range(at, figure.word)
    )
    parent = not _PARENTS.isdisjoint(low[max(0, at - _PARENT_REACH) : at])
    word = claim.sentence.words[at]
    short = asked.names.may_be_short(claim.sentence.source[word.start : word.end])
    return -1 if said or (short and not parent) else at


def _apposed_parent(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The parent that a figure is told of by its name between commas; -1 where none is.

    "La maison mère, Halden, a gagné 4 millions": not what its subsidiary made.
    """
    low = claim.sentence.low
    verb = figure.word
    while verb and low[verb - 1] not in _STOPS:
        verb -= 1
    last = verb - 2
    if last < 1 or low[verb - 1] != ",":
        return -1
    first = last
    while first and low[first - 1] not in _STOPS:
        first -= 1
    if not first or low[first - 1] != "," or any(one not in names for one in range(first, last)):
        return -1
    parent = not _PARENTS.isdisjoint(low[max(0, first - 1 - _PARENT_REACH) : first - 1])
    return first if parent and last in names else -1


_AT_SOMEBODY = (["at"], ["chez"], ["au"], ["dans"])
_PARENTS = frozenset(
    "parent owner mother holding mere maison-mere proprietaire actionnaire".split()
)
_PARENT_REACH = 4
"""Words before a name among which it is called the parent of another: "Parent company Halden"."""


def _held_by(
    claim: Claim, figure: FigureClaim, holder: str, names: dict[int, bool], asked: Asked
) -> tuple[Holding, str]:
    """Whether words tell a share as the holder's, and if not, whose it is in their place."""
    sentence = claim.sentence
    own = {
        sentence.number_at(one.start): sentence.number_at(one.end - 1)
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
        if one.party == holder
    }
    mine = {at for first, last in own.items() for at in range(first, last + 1)}
    told = holding(claim, figure, {at: at in mine for at in {*names, *mine}}, asked)
    if not mine and told != "ours":
        strangers = list(names)
        short = any(asked.names.may_be_short(sentence.printed(at, at + 1)) for at in strangers)
        if told == "others" and strangers and not short:
            return "others", msg(
                "it is that of another: “{words}”", words=_name(claim, strangers[0])
            )
        return "untold", ""
    if told == "ours" and not is_of_goods(claim, figure):
        return "ours", ""
    if told == "others" or (mine and is_of_goods(claim, figure)):
        stranger = next((at for at in names if at not in mine), figure.word)
        return "others", msg("it is that of another: “{words}”", words=_name(claim, stranger))
    behind = _share_of(claim, figure, dict.fromkeys(mine, False))
    if behind in mine:
        return "others", msg("it is a share of it: “{words}”", words=_name(claim, behind))
    return "untold", ""


def held_by_others(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> bool:
    """Whether a share is another's than the holder's, or one that was sold.

    Args:
        claim: The sentence.
        figure: A share that is not the recorded one.
        record: The stake.
        asked: The field.
    """
    low, at = claim.sentence.low, figure.word
    first = claim.sentence.number_at(figure.region[0])
    stretch = low[first:at]
    if low[at - 1 : at] and low[at - 1] in fact_turns.RESTS:
        return True
    if not _VOTES.isdisjoint(low[at + 1 : at + 1 + _VOTES_REACH]):
        return True
    if not fact_turns.BEHIND_OTHERS.isdisjoint(stretch):
        return True
    if _of_change(claim, figure, record) or not fact_turns.UNTIL_THEN.isdisjoint(stretch):
        return True
    if any(_SOLD.at(low, one) is not None for one in range(first, at)):
        return True
    if not record.holder:
        return False
    behind = low[at + 1 : at + 1 + _HELD_REACH]
    held = any(word in fact_turns.HELD for word in behind) and {"by", "par"} & {*behind}
    if held and not fact_turns.OWNERS_IN_COMMON.isdisjoint(behind):
        return True
    told, _ = _held_by(claim, figure, record.holder, dict(_names(claim, asked)), asked)
    common = not fact_turns.OWNERS_IN_COMMON.isdisjoint(stretch)
    having = any(word in fact_turns.HOLDING or word.endswith(("ant", "ing")) for word in stretch)
    return told == "others" or (common and having)


_HELD_REACH = 8
"""Words behind a share to those by whom it is held: "of Circ is held by its founders"."""
_VOTES = frozenset({"votes", "voting", "vote"})
_VOTES_REACH = 4
"""Words behind a share to the votes that it is a share of: "30 % des droits de vote"."""
_SOLD: Phrases[str] = Phrases({"sold": fact_turns.OTHER_THINGS["stake"]})


def _name(claim: Claim, at: int) -> str:
    last = at + 1
    while last < len(claim.sentence.words) and claim.sentence.is_capital(last):
        last += 1
    return claim.sentence.printed(at, last)


def _share_of(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger whom a share right before is of: "34 percent of Halden Mills"; -1 for none."""
    low = claim.sentence.low
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + _COMPLEMENT_REACH)):
        if at in names:
            return -1 if names[at] else at
        if low[at] in _IS and low[at + 1 : at + 2] in (["in"], ["dans"], ["chez"]):
            continue  # "Its 60 percent is in Halden": not in Brava.
        if low[at] not in fact_turns.HELD_IN:
            return -1 if at == figure.word + 1 else _behind_common(claim, at, names)
    return -1


_IS = frozenset("is are est sont".split())


def _behind_common(claim: Claim, at: int, names: dict[int, bool]) -> int:
    """The stranger in apposition to a common noun: "34 percent of the brewer Halden"."""
    if at + 1 in names and not names[at + 1]:
        return at + 1
    return -1


def _told_of(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger that a figure is said to be that of: "sont ceux du groupe Halden"."""
    low = claim.sentence.low
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + 2 * _OF_REACH)):
        phrase = _THAT_OF.at(low, at)
        if phrase is None or "," in low[figure.word : at]:
            continue  # "Halden, whose capacity is 45 megawatts, belongs to Circ"
        for number in range(at + phrase[0], min(len(low), at + phrase[0] + _OF_REACH)):
            if number in names:
                return -1 if names[number] else number
            if low[number] in _STOPS:
                break
    return -1


def _subject(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger alone named between the commas of a figure, before it; -1 where none is.

    "A pint of Halden lager costs 6 dollars, one more than at Kestrel."
    """
    low = claim.sentence.low
    first = last = figure.word
    while first and low[first - 1] not in _STOPS:
        first -= 1
    while last + 1 < len(low) and low[last + 1] not in _STOPS:
        last += 1
    inside = [at for at in names if first <= at <= last]
    before = [
        at
        for at in inside
        if at < figure.word and low[at - 1 : at] not in _AT_PLACES and not _on_route(low, at)
    ]  # "The plant in Ohio" is not Ohio's.
    if any(names[at] for at in inside) or not before:
        return -1
    told = range(before[0], figure.word)
    if not any(claim.clauses.is_finite(at) or low[at] in _TELLING for at in told):
        return -1
    complement = claim.clauses.all[claim.clauses.of[figure.word]].kind == "complement"
    return -1 if complement or low[before[0] - 1 : before[0]] in (["by"], ["par"]) else before[0]


_AT_PLACES = (["in"], ["near"], ["between"], ["from"], ["entre"], ["vers"], ["depuis"])


def _on_route(low: list[str], at: int) -> bool:
    """Whether a name is the other end of a way: "between Ashby and Selby"."""
    before = low[max(0, at - _ROUTE_REACH) : at]
    return before[-1:] in (["and"], ["et"], ["to"]) and not {"between", "entre", "from"}.isdisjoint(
        before
    )


_ROUTE_REACH = 4
_TELLING = frozenset(
    "costs sells makes earns loses takes turns has is coute vaut vend pese fait gagne perd realise"
    " affiche compte degage atteint".split()
)


def _ends(low: list[str], at: int) -> int:
    """One past the last word before the next comma."""
    while at < len(low) and low[at] not in _STOPS:
        at += 1
    return at


def _about_name_before(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger before the comma behind which a figure is told of it: "Halden, worth 4 M"."""
    low = claim.sentence.low
    first = figure.word
    while first and low[first - 1] not in _STOPS:
        first -= 1
    ranks = fact_turns.RANKS | COMPANY_NOUNS[claim.language]
    named = low[first] in clause_words.DETERMINERS and low[first + 1] in ranks
    opens = low[first] in fact_turns.OF_NAME | fact_turns.RANKS or named or first == figure.word
    if first < 2 or not opens or low[first - 1] not in {",", "("}:
        return -1
    if any(first <= at < figure.word for at in names):
        return -1
    if any(names.get(at) for at in range(figure.word, _ends(low, figure.word))):
        return -1  # "…, qui garde 41 des 56 salariés de Kestrel"
    before = first - 2
    return before if before in names and not names[before] else -1
