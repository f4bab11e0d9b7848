"""What a sentence says of a deal that was told before it, where that may take the deal back.

"The transaction was reversed a month later", "The money never came", "It turned out otherwise":
what becomes of a deal is told by verbs without end, so that those are known that leave it as it is,
and any other verb of which the deal is the subject may undo it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import moods, neighbour_words, polarity, reporting, work_words
from tui.language.clause_words import ADVERBS_BETWEEN
from tui.language.figures import sum_words
from tui.language.plain_words import Phrases
from tui.proof.claim.known_verbs import unknown_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim

_HEAD = 4
"""Words at the head of a sentence among which the noun of its subject stands."""
_SHORT = 9
"""Words of a sentence that does no more than say that a statement is not so."""
_LONGEST_OBJECTION = 24
"""Words of a sentence in which somebody else tells another sum."""
_OF_REACH = 2
"""Words back from a figure to the noun that it measures: "savings of 11 million"."""
_REACH = 8
"""Words from a deal to the verb that follows it."""
_POINTING = frozenset("the that this its their le la l' les ce cet cette son sa leur".split())
_ANOTHER = neighbour_words.ANOTHER | {"another"}
_SECOND = frozenset("second seconde deuxieme third troisieme autre autres".split())
_THINGS = frozenset(
    """
    phase plant line unit stage wing site factory ship block farm reactor hall shop store
    ligne usine unite aile chantier parc site navire tranche magasin reacteur halle
    """.split()
)
"""Of these a second one has figures of its own: "A second phase could add 300 megawatts"."""
_TOLD_OF = neighbour_words.DEAL_TOLD | sum_words.SUM_NOUNS | work_words.TEXTS
"""What nobody has seen or knows of: a deal, a sum, a text."""
_SPEAKING_OF: Phrases[str] = Phrases({"other": neighbour_words.SPEAKING_OF})
_NEGATIONS = frozenset("not never no nothing nobody none pas jamais rien aucun aucune plus".split())


def gone_wrong(claim: Claim) -> str:
    """The words of a sentence that may take back the deal told before it; empty where none do.

    Args:
        claim: The sentence behind it.
    """
    low = claim.sentence.low
    if not low or claim.sentence.is_question() or _is_of_rival(low):
        return ""
    if low[0] in neighbour_words.RIVALS and len(low) > 1 and claim.sentence.is_capital(1):
        return ""  # "Rival Halden charges 38p."
    return _otherwise(claim) or _of_others(claim) or _of_deal(claim)


def _is_of_rival(low: Sequence[str]) -> bool:
    """Whether a sentence is about somebody else: "Another bidder had offered 2 million"."""
    head = low[:_HEAD]
    another = not (_ANOTHER.isdisjoint(head[:2]) and _SECOND.isdisjoint(head[:2]))
    return another and not (neighbour_words.RIVALS.isdisjoint(head) and _THINGS.isdisjoint(head))


def _otherwise(claim: Claim) -> str:
    """Words by which a sentence says of the one before that it is not so."""
    low = claim.sentence.low
    real = not neighbour_words.REALITY.isdisjoint(low[:_HEAD]) and low[0] not in {"en", "in"}
    if real and low[1:2] != ["of"]:
        return claim.sentence.printed(0, min(len(low), _HEAD))
    heads = enumerate(low[: _HEAD + 1])
    account = next((at for at, word in heads if word in neighbour_words.ACCOUNTS), len(low))
    if not neighbour_words.ONLY.isdisjoint(low[account:]):
        return claim.sentence.printed(0, min(len(low), _HEAD))
    if len(_words(claim)) > _SHORT or any(word.kind == "figure" for word in claim.sentence.words):
        return ""
    for at, word in enumerate(low):
        if word in neighbour_words.OTHERWISE:
            return claim.sentence.printed(0, at + 1)
    return ""


def _of_others(claim: Claim) -> str:
    """What others say that differs: another sum, half of it, that nobody has seen the contract."""
    sentence = claim.sentence
    low = sentence.low
    if len(low) > _LONGEST_OBJECTION:
        return ""
    head = frozenset(low[:_HEAD])
    another = not neighbour_words.ANOTHER.isdisjoint(low[1:_HEAD])
    if low[0] in neighbour_words.NOBODY and not another and not _TOLD_OF.isdisjoint(low):
        return sentence.printed(0, min(len(low), _HEAD))
    figure = next((at for at, word in enumerate(sentence.words) if word.kind == "figure"), 0)
    fraction = next(
        (
            at
            for at, word in enumerate(sentence.words)
            if word.low in neighbour_words.FRACTIONS
            or (word.mention is not None and word.mention.kind == "fraction")
        ),
        0,
    )
    told = figure or fraction
    source = not neighbour_words.OTHER_SOURCES.isdisjoint(head)
    same = not sum_words.SUM_NOUNS.isdisjoint(low[:told])
    says = any(word in reporting.REPORTING[claim.language] for word in low[:told])
    speaking = source and next(iter(_SPEAKING_OF.each(low)), None)
    if speaking:
        return sentence.printed(speaking[0], min(len(low), speaking[0] + _HEAD))
    other = bool(figure) and not _is_another_matter(claim, figure)
    if told and ((source and (same or other)) or (fraction and says)):
        return sentence.printed(max(0, told - _HEAD), told + 1)
    wrong = not work_words.TEXTS.isdisjoint(head) and any(
        turn.kind == "untrue" for turn in claim.turns.all
    )
    return sentence.printed(0, min(len(low), _HEAD)) if wrong else ""


def _is_another_matter(claim: Claim, figure: int) -> bool:
    """Whether a figure behind a source is no sum that it tells: "had asked for 165 million"."""
    low = claim.sentence.low
    if not moods.ASKED_OR_AHEAD.isdisjoint(low[:figure]):
        return True
    of, noun = low[figure - 1], low[figure - _OF_REACH]
    return (
        of in {"of", "de", "d'"} and noun not in sum_words.MONEY_NOUNS | neighbour_words.DEAL_TOLD
    )


def _of_deal(claim: Claim) -> str:
    """What becomes of a deal by a verb that is not known to leave it as it is."""
    sentence = claim.sentence
    low = sentence.low
    noun = next(
        (
            at
            for at in range(1, min(len(low), _HEAD))
            if low[at] in neighbour_words.DEAL_TOLD and low[at - 1] in _POINTING
        ),
        0,
    )
    if not noun:
        return ""
    verb = next(
        (at for at in range(noun + 1, min(len(low), noun + _REACH)) if claim.clauses.is_finite(at)),
        0,
    )
    if not verb or any(word.kind == "figure" for word in sentence.words[noun:verb]):
        return ""
    group = low[verb : verb + _HEAD]
    if not _NEGATIONS.isdisjoint(group) or group[0].endswith("n't"):
        rest = low[verb + 1 : verb + _REACH]
        if group[0] in _COPULAS and not _is_participle(rest):
            return ""  # "The deal was not easy".
        if polarity.SAYING_NOTHING.isdisjoint(rest) and neighbour_words.LEFT_OUT.isdisjoint(rest):
            return sentence.printed(noun, min(len(low), verb + _HEAD))
        return ""
    more = sum_words.GOING_ON[claim.language] | sum_words.FACTIVE | neighbour_words.AS_IT_WAS
    doubt = unknown_verb(claim, verb, more)
    return sentence.printed(noun, verb + 1) if doubt else ""


def _is_participle(rest: Sequence[str]) -> bool:
    """Whether a participle follows a negated copula: "was not signed"."""
    ahead = [word for word in rest if word not in _NEGATIONS | ADVERBS_BETWEEN]
    return bool(ahead) and (
        ahead[0].endswith(("ed", "en", "gned", "one", "aid", "e", "ee", "es", "ees", "u", "i"))
        and ahead[0] not in {"the", "easy", "de", "le", "une", "facile", "simple"}
    )


_COPULAS = frozenset("is was are were est etait sont etaient".split())


def _words(claim: Claim) -> Sequence[str]:
    return [word.low for word in claim.sentence.words if word.kind != "sign"]
