"""Prices and values: what a thing is bought at or a company is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clause_words import OF
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.figures import figure_roles as lists
from tui.proof.claim.figures.found import BACK, FIGURES, Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_TWO = 2
_NEAR_SUBJECT, _FAR_SUBJECT = 4, 14
"""Words from a deal to what it is "valued at"; the far one where a copula links them."""
_SLACK = 2
"""Unknown words, adjectives and nouns, that may stand between it and the figure."""


def priced(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
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
        if sentence.words[number].kind in FIGURES:
            break
    raised = not sentence.known.isdisjoint(lists.RAISES) and sentence.known.isdisjoint(
        {"stake", "offer", "bid", "participation", "offre"}
    )
    for number in range(at - 1, max(-1, at - BACK), -1):
        if sentence.words[number].kind == "figure" or low[number] in {";", ":"}:
            break
        if low[number] in lists.PRICES:
            if low[number - 1] in lists.WHOLE_DEALS and low[number] == "worth":
                return None  # "Has placed an order worth 4 million"
            near = low[max(0, number - 3) : number]
            if not sentence.known.isdisjoint(lists.FRESH_MONEY) and "at" in low[at - 2 : at]:
                return Found("valuation", number, number + 1)
            if not lists.PRICE_LINKS.issuperset(low[number + 1 : at]):
                continue
            if raised or not lists.PUTTING.isdisjoint(near):
                return Found("valuation", number, number + 1)
        company = not lists.PRICE_LINKS.issuperset(low[number + 1 : at])
        company = company and low[number - 1] not in lists.WHOLE_DEALS  # "An order worth 4 million"
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


_VALUING = ("valuing", "valued", "values", "valoris", "valuation", "capitalis")
"""What words begin with that tell what a company is worth."""


def valued(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a valuation: "valuing Kestrel at 4 billion", "est valorisée 4 milliards"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - BACK), -1):
        word = low[number]
        if sentence.words[number].kind == "figure" or clauses.of[number] != clauses.of[at]:
            break
        named = number > 0 and sentence.is_capital(number)  # "Valoris Santé acquerra K"
        if word.startswith(_VALUING) and not named:
            direct_object = [one for one in low[number + 1 : at] if one not in _LINKS_OF_VALUE]
            if of_a_deal(sentence, number) and not direct_object and word != "values":
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
            before = low[max(0, number - BACK) : number]
            now = number > _TWO and low[number - 1] in {"now", "currently", "today"}
            if now and low[number - _TWO] == "," and sentence.is_capital(number - _TWO - 1):
                return Found("valuation", number, number + 1)  # "With Kestrel, now worth …"
            for implied in ("implies", "implying", "means", "meaning", "suggests"):
                if implied in before:  # "The investment implies that Kestrel is worth 4 billion".
                    before = before[before.index(implied) + 1 :]
            if low[number - 1] in COMPANY_NOUNS["en"] - {"business"}:
                return Found("valuation", number, number + 1)  # "With Circ, a company worth"
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
    if low[noun + 1 : noun + 2] and low[noun + 1] in OF:
        complement = low[noun + 2 : noun + 2 + _SLACK + 1]
        return linked and lists.WHOLE_DEALS.isdisjoint(complement)
    owner = low[max(0, noun - _TWO) : noun]
    if owner[-1:] == ["whose"] or owner in (["dont", "la"], ["dont", "le"]):
        before = low[max(0, noun - BACK) : noun]
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


def of_a_deal(sentence: Sentence, at: int) -> bool:
    """Whether what is "valued at" a sum is a deal, so that the sum is its own."""
    low = sentence.low
    if at > 1 and low[at - 1] == ",":
        begins = max((one for one in range(at - 1) if low[one] in {",", ";"}), default=-1) + 1
        told = not lists.WHOLE_DEALS.isdisjoint(low[begins : at - 1])
        return told and not _names_company(sentence, at - _TWO)
    # "Nordwind's purchase of Kestrel, first told by a paper, is valued at", "d'une valeur de".
    said = low[max(0, at - 1) : at] in (["is"], ["was"], ["est"], ["etait"], ["une"])
    near = low[max(0, at - (_FAR_SUBJECT if said else _NEAR_SUBJECT)) : at]
    return not lists.WHOLE_DEALS.isdisjoint(near)


def _names_company(sentence: Sentence, last: int) -> bool:
    """Whether a name ends at a word of which "valued at" tells: "invested in Kestrel, valued at".

    It does not tell of who does a deal: "the purchase of Kestrel by Nordwind, valued at".
    """
    if sentence.words[last].kind != "word" or not sentence.is_capital(last):
        return False
    first = last
    while first and sentence.is_capital(first - 1) and sentence.words[first - 1].kind == "word":
        first -= 1
    return first == 0 or sentence.low[first - 1] not in _BESIDE_DEAL


_BESIDE_DEAL = frozenset({"by", "par"})
