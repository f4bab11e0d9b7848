"""Does a French "si" grant a fact instead of setting a condition?

"Si les ventes ont reculé, le bénéfice a bondi": both are told as they are. A condition has its
consequence still before it, in the future, the conditional or the imperative, and never sets what
is told in the past tense; so a past tense in either clause, with none of those behind the comma,
makes it a concession (Grevisse, "Le bon usage", on "si" of opposition). Its time grows with the
words of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.words import Sentence

_AUXILIARIES = frozenset("a ont est sont s'est ai avons avez sommes etes suis".split())
_BETWEEN = clause_words.ADVERBS_BETWEEN | frozenset(
    """
    pas plus jamais guere bien tout de meme fortement legerement nettement pourtant certes ete
    largement fait vu un peu y en
    """.split()
)
"""What stands between an auxiliary and its participle."""
_NO_PARTICIPLE = clause_words.DETERMINERS | clause_words.PREPOSITIONS | clause_words.PRONOUNS
_PARTICIPLE_REACH = 4
"""Words from an auxiliary to its participle."""
_IMPERFECT = ("ait", "aient")
_TO_COME = ("ra", "ront", "rait", "raient", "rons", "rions")
"""Endings of the future and the conditional."""
_NO_VERBS = frozenset("extra opera era sera_ mira".split())
_SHORTEST = 4
"""Letters of a form with an ending of the future: "aura", not "ra"."""
_SHARE = "percent"


def grants(sentence: Sentence, si: int) -> bool:
    """Whether "si" opens a concession.

    Args:
        sentence: The sentence.
        si: The number of the word "si" or "s'".
    """
    low = sentence.low
    comma = next((at for at in range(si + 1, len(low)) if low[at] == ","), -1)
    following = low[si + 1 : si + 2]
    if low[si] == "s'" and following not in (["il"], ["ils"]):
        return False
    if comma < 0 or (si and sentence.words[si - 1].kind != "sign"):
        return False
    end = next((at for at in range(comma + 1, len(low)) if low[at] in {";", ":"}), len(low))
    granted, rest = range(si + 1, comma), range(comma + 1, end)
    if any(map(_is_to_come, low[comma:end])):
        return False
    if any(_is_imperfect(low[at]) for at in granted):
        return _is_past(low, rest)
    return _is_past(low, granted) or _is_past(low, rest) or _tells_a_change(sentence, granted, rest)


def _is_past(low: Sequence[str], stretch: range) -> bool:
    """Whether a clause is in the passé composé: "ont reculé", "n'a pas voulu"."""
    for at in stretch:
        if low[at] not in _AUXILIARIES:
            continue
        for number in range(at + 1, min(stretch.stop, at + 1 + _PARTICIPLE_REACH)):
            if low[number] in _BETWEEN:
                continue
            if low[number].isalpha() and low[number] not in _NO_PARTICIPLE:
                return low[number].endswith(_PARTICIPLES)
            break
    return False


_PARTICIPLES = (
    "e", "ee", "es", "ees", "i", "ie", "is", "ies", "it", "ite", "u", "ue", "us", "ues", "ert",
    "erte", "eint", "aint", "ort", "orte",
)  # fmt: skip


def _is_imperfect(word: str) -> bool:
    return word.endswith(_IMPERFECT) and word not in {"fait", "sait", "plait", "parfait", "lait"}


def _is_to_come(word: str) -> bool:
    return len(word) >= _SHORTEST and word.endswith(_TO_COME) and word not in _NO_VERBS


def _tells_a_change(sentence: Sentence, granted: range, rest: range) -> bool:
    """Whether a share is told by which something fell or rose, and a figure behind the comma.

    "Si les ventes reculent de 3 %, le bénéfice atteint 4 millions". A threshold has a bound: "de
    plus de 3 %".
    """
    words = sentence.words
    shares = [
        at
        for at in granted
        if (mention := words[at].mention) is not None and mention.kind == _SHARE
    ]
    exact = any(
        (mention := words[at].mention) is not None
        and mention.quantity is not None
        and mention.quantity.value is not None
        and sentence.low[at - 1] in {"de", "d'"}
        for at in shares
    )
    return exact and any(words[at].kind == "figure" for at in rest)
