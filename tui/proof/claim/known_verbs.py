"""Verbs that are known to leave the sum of a deal as it is; any other one is not read.

A verb that no table has may take a deal back: "the contract evaporated".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import adverbs, clause_words, reporting
from tui.language.clauses.verbs import LEAVING_OPEN, verb_forms
from tui.language.figures import sum_words
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim

_GROUP = 6
"""Words of the longest group of verbs."""
_BETWEEN = clause_words.CLITICS | clause_words.ADVERBS_BETWEEN | {"since"}
_ARTICLES = frozenset({"le", "la", "les", "l'", "un", "une", "the", "an"})


def unknown_verb(claim: Claim, at: int, more: frozenset[str]) -> str:
    """The verb of a group that is not known to leave the sum of a deal as it is; empty for none.

    Args:
        claim: The sentence.
        at: The number of a word of the group.
        more: Verbs, or forms of them, that are known here beside those that give a deal its sum.
    """
    low, words = claim.sentence.low, claim.sentence.words
    last = min(len(low), at + _GROUP)
    first = at
    while at + 1 < last and (low[at] in clause_words.AUXILIARIES or _is_between(claim, at)):
        at += 1
        if low[at] in _ARTICLES:
            return ""  # A noun follows: "c'est le plus important investissement".
    if at < 0 or words[at].kind != "word" or claim.sentence.is_capital(at):
        return ""
    if first == at and _is_plural(claim, at):
        return ""
    if low[at] in sum_words.ATTRIBUTES and not sum_words.DEAL_NOUNS.isdisjoint(
        low[at + 1 : at + 3]
    ):
        return ""  # "Its $4 million leveraged buyout of Kestrel"
    written = claim.sentence.source[words[at].start : words[at].end].lower()
    forms = verb_forms(claim.language).get(written, ())
    known = sum_words.GIVING_SUMS[claim.language] | LEAVING_OPEN[claim.language] | more
    if low[at].startswith("laiss") and _governs(claim, at):
        return claim.sentence.printed(at, at + 2)  # "A laissé expirer son offre"
    told = low[at] in reporting.REPORTING[claim.language] | clause_words.BEFORE_VERB | more
    if told or any(form.verb.frame or form.verb.lemma in known for form in forms):
        return ""
    reflexive = first > 0 and low[first - 1] in {"s'", "se"}
    passive = low[at].endswith(("ed", "en")) or low[at - 1] == "ete"
    copula = first < at and not (reflexive or forms or passive)
    if copula and low[at] not in sum_words.OVER and not _hangs(low, at):
        return ""
    return claim.sentence.printed(max(first, at - 1) if copula else at, at + 1)


def _governs(claim: Claim, at: int) -> bool:
    """Whether an infinitive stands right behind a verb."""
    words = claim.sentence.words
    if at + 1 >= len(words):
        return False
    written = claim.sentence.source[words[at + 1].start : words[at + 1].end].lower()
    forms = verb_forms(claim.language).get(written, ())
    return any(form.tense == "infinitive" for form in forms) or written.endswith(("er", "ir"))


def _hangs(low: Sequence[str], at: int) -> bool:
    """Whether a copula tells that a deal is not done: "est au point mort", "is up in the air"."""
    return any(_OPEN_STILL.at(low, number) is not None for number in range(at, len(low)))


_OPEN_STILL: Phrases[str] = Phrases({"open": sum_words.OPEN_STILL})


def _is_plural(claim: Claim, at: int) -> bool:
    """Whether what looks like a verb is the noun of a phrase: "the Circ stores"."""
    if claim.language != "en" or not claim.sentence.low[at].endswith("s"):
        return False
    before = at - 1
    while before >= 0 and (claim.sentence.is_capital(before) or claim.sentence.low[before] == "&"):
        before -= 1
    if before < 0:
        return False
    determined = before < at - 1 and claim.sentence.low[before] in clause_words.DETERMINERS
    word = claim.sentence.words[before]
    return determined or (before == at - 1 and word.low in _NUMBERS)


_NUMBERS = frozenset("two three four five six seven eight nine ten several many both few".split())


def _is_between(claim: Claim, at: int) -> bool:
    """Whether a word stands inside a group of verbs: "has since been", "a finalement"."""
    word = claim.sentence.low[at]
    return word in _BETWEEN or word in adverbs.HARMLESS[claim.language]
