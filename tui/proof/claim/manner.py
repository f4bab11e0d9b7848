"""Words that only tell how a thing was done, though they look like ones that deny it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, MONEY_NOUNS

if TYPE_CHECKING:
    from tui.proof.claim.words import Sentence

_INFINITIVES = ("er", "ir", "oir", "dre", "tre")
"""Endings of verbs that no table has: "sans moufter"."""
_SAYING_MORE = clause_words.DETERMINERS | clause_words.PRONOUNS | clause_words.CLITICS
_AT_STAKE = DEAL_NOUNS | MONEY_NOUNS


def tells_manner(sentence: Sentence, at: int) -> bool:
    """Whether "sans" and a bare noun tell how a thing was done: "a racheté Kestrel sans fanfare".

    Not so "sans verser 4 millions", "sans l'accord de Kestrel", "sans apport de 4 millions".
    """
    low, words = sentence.low, sentence.words
    if low[at] != "sans" or at + 1 >= len(words):
        return False
    noun = words[at + 1]
    if noun.kind != "word" or sentence.is_capital(at + 1) or noun.low in _SAYING_MORE | _AT_STAKE:
        return False
    written = sentence.source[noun.start : noun.end].lower()
    infinitive = noun.low.endswith(_INFINITIVES) or any(
        form.tense == "infinitive" for form in verb_forms("fr").get(written, ())
    )
    return not infinitive and low[at + 2 : at + 3] not in ([one] for one in clause_words.OF)
