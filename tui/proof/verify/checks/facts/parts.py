"""Is a figure that of a part of a company, of some of its sales, or of several companies?

"Kestrel's Dutch arm made 4 million", "online sales of 4 million", "Kestrel and Halden together
employ 400": none of these is what the company has as a whole and by itself. Each reading takes time
with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns, period_words, reporting
from tui.language.plain_words import Phrases
from tui.language.speaking import HEADS
from tui.model.messages import msg
from tui.model.records import Fact
from tui.proof.verify.checks.facts.measures import measured
from tui.proof.verify.checks.facts.periods import of_other_time

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_STOPS = frozenset(",;()\u2013\u2014:")
_STEP_REACH = 2
"""Words from "one of" to whose it is one of several: "one of seven it runs"."""


def of_a_part(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
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
        if low[behind : behind + 1] in (["'s"], ["'"]):
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
    return _of_some_sales(claim, figure, record, asked) or of_other_time(claim, figure, asked)


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
    head = [at for at in claim.clauses.words_around(figure.word) if at < figure.word][:2]
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
        or low[at]
        in linked | clause_words.THAT | clause_words.ADVERBS_BETWEEN | clause_words.CLITICS | {"'s"}
        or low[at].endswith(endings)
    )


def _of_some_sales(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The word that makes sales a part of all: "online sales", "ventes à l'export"."""
    if record.kind != "revenue" or (figure.role is not None and figure.role.what == "base"):
        return ""
    low = claim.sentence.low
    told = measured(claim, figure, asked)
    own = (
        range(told.first, told.last)
        if told is not None
        else claim.clauses.words_around(figure.word)
    )
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


def one_of_many(claim: Claim, figure: FigureClaim, record: Fact) -> str:
    """The plant or shop that is one of several: "its Selby works, one of seven it runs"."""
    low = claim.sentence.low
    if record.kind not in {"capacity", "headcount", "revenue"}:
        return ""
    for at in claim.clauses.words_around(figure.word):
        if record.kind != "capacity" or at >= figure.word:
            break
        following = low[at + 1 : at + 2]
        timed = bool(following) and following[0] in period_words.DAYS_OF_UNIT
        if low[at] in _EACH and not timed:
            return msg("a rate: “{words}”", words=claim.sentence.printed(at, at + 2))
    for at in range(figure.word - 2):
        if low[at : at + 2] != ["one", "of"] and low[at : at + 2] not in _UN_DE:
            continue
        behind = low[at + 2 : at + 2 + _STEP_REACH]
        if behind[:1] and (
            behind[0] in {"its", "their", "ses", "leurs"} or behind[1:] in (["it"], ["they"])
        ):
            return msg("it is that of a part: “{words}”", words=claim.sentence.printed(at, at + 4))
    return ""


_EACH = frozenset("each every chaque chacun chacune".split())
_UN_DE = (["un", "de"], ["une", "de"])


def of_share(claim: Claim, figure: FigureClaim, record: Fact) -> str:
    """The share that a sum is: "48% of its sales, or 2.4 billion, in Asia"."""
    if record.kind not in {"revenue", "profit", "loss"}:
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    linked = next(
        (
            at
            for at in range(figure.word - 1, max(-1, figure.word - _OR_REACH), -1)
            if low[at] in _OR
        ),
        -1,
    )
    if linked < 1 or low[linked - 1] not in {",", "(", "\u2013"}:
        return ""
    for at in range(linked - 1, max(-1, linked - _SHARE_REACH), -1):
        mention = words[at].mention
        if mention is not None and mention.kind in {"percent", "fraction"}:
            return msg("it is that of a part: “{words}”", words=claim.sentence.printed(at, linked))
    return ""


_OR = frozenset({"or", "soit", "ou"})
_OR_REACH, _SHARE_REACH = 3, 9
"""Words from "or" to its sum, and back from there to the share that it tells."""


def of_several(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """With whom a party has a figure: "Kestrel and its allies own", "between them"."""
    low, words = claim.sentence.low, claim.sentence.words
    if not {"each", "chacun", "chacune", "respectively", "respectivement"}.isdisjoint(low):
        return ""
    if low[0] in {"together", "ensemble"} and low[1:2] != [","]:
        return msg("others have their part in it: “{words}”", words=claim.sentence.printed(0, 1))
    for at in claim.clauses.words_around(figure.word):
        phrase = _JOINT.at(low, at)
        if phrase is not None and low[at] == "ensemble" and low[at - 1] in {"l'", "d'", "cet"}:
            continue  # "Valorise l'ensemble de Circ"
        capacity = isinstance(asked.record, Fact) and asked.record.kind == "capacity"
        if phrase is not None and low[at] == "combined" and capacity:
            continue  # "Its turbines have a combined capacity of"
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
_JOINT_REACH = 14


_PARTIAL: Phrases[str] = Phrases({"part": fact_turns.PARTIAL})
_JOINT: Phrases[str] = Phrases({"joint": fact_turns.JOINT})
