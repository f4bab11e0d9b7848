"""The nouns by which a number counts people, and phrases beside them, in the words of a sentence.

"3,200 full-time employees" counts people by its noun, "a workforce of 3,200" by the one before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses import staff
from tui.language.clauses.staff import PEOPLE, STAFF
from tui.language.plain_words import Phrases, plain_word

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim

NOUN_REACH = 4
"""Words from a number to what it counts: "3,200 full-time equivalent employees"."""
OPENING = clause_words.DETERMINERS - {"de", "d'"}
"""What opens another noun phrase."""

_LONGEST = 4
"""Words of the longest of these phrases."""


@cache
def plain_words(words: frozenset[str]) -> frozenset[str]:
    """A list of words as sentences have them: without accents."""
    return frozenset(map(plain_word, words))


def counts_people(claim: Claim, figure: FigureClaim) -> bool:
    """Whether the noun behind a number is one for people or jobs."""
    return bool(counted(claim, figure, STAFF) or counted(claim, figure, PEOPLE))


def is_noun(claim: Claim, at: int) -> bool:
    """Whether a word behind a number may be what it counts."""
    low = claim.sentence.low
    closed = clause_words.PREPOSITIONS | clause_words.JOINING | clause_words.RELATIVE
    return low[at] not in closed | clause_words.DETERMINERS | staff.LASTING and not (
        claim.clauses.is_finite(at)
    )


def is_bare_noun(claim: Claim, at: int) -> bool:
    """Whether something stands behind a number that it may count."""
    words = claim.sentence.words
    return at < len(words) and words[at].kind == "word" and is_noun(claim, at)


def counted(claim: Claim, figure: FigureClaim, nouns: dict[str, frozenset[str]]) -> str:
    """The noun of a list that a number counts; empty where something else follows it."""
    listed = plain_words(nouns[claim.language])
    for word in claim.sentence.words[figure.word + 1 : figure.word + 1 + NOUN_REACH]:
        if word.kind != "word" or word.low in OPENING:
            return ""
        if word.low in listed:
            return word.low
    return ""


def noun_behind(claim: Claim, figure: FigureClaim, nouns: dict[str, frozenset[str]]) -> int:
    """Where the noun stands that a number counts, of a list; -1 where none does."""
    listed = plain_words(nouns[claim.language])
    words = claim.sentence.words
    for at in range(figure.word + 1, min(len(words), figure.word + 1 + NOUN_REACH)):
        if words[at].kind != "word" or words[at].low in OPENING:
            return -1
        if words[at].low in listed:
            return at
    return -1


def ends_with(phrases: Phrases[str], low: list[str], last: int) -> bool:
    """Whether a phrase of a list ends right before a word."""
    for at in range(max(0, last - _LONGEST), last):
        phrase = phrases.at(low, at)
        if phrase is not None and at + phrase[0] == last:
            return True
    return False


def past_adverbs(low: list[str], at: int) -> int:
    """The first word from one on that is no "now" and no pronoun."""
    while at < len(low) and low[at] in staff.LASTING | clause_words.CLITICS - {"ne", "n'"}:
        at += 1
    return at
