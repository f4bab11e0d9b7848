"""The sum that something comes to in place of another: "raised its offer from 3 to 4 million".

The figure behind "to" is the sum of the noun that the verb of change has for its subject or its
object: "the price was raised", "a ramené de 3 à 2 millions l'amende", "Porté de 3 à 4 millions, le
prix". Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.figures import figure_roles, sum_words
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

FINES = frozenset("fine fines penalty penalties amende amendes sanction astreinte".split())
"""What somebody has to pay to an authority."""
_MONEY = (sum_words.SUM_NOUNS | sum_words.DEAL_NOUNS | FINES) - frozenset(
    "ventes sales cout couts cost costs projet projets project valeur value worth".split()
)
_CHANGING: Phrases[str] = Phrases({"changing": figure_roles.MOVING})
_CHANGING_FINES: Phrases[str] = Phrases(
    {"changing": (*figure_roles.MOVING, *figure_roles.CHANGING)}
)
_TO = frozenset({"to", "\u00e0"})
_FROM = frozenset({"from", "de", "d'"})
_REACH = 6
"""Words from "de" to the verb of change: "a relevé son offre sur Kestrel de 3 à 4 millions"."""
_OLD_REACH = 4
"""Words of the old value between "from" and "to": "de 3 millions d'euros à"."""
_NOUN_REACH = 3
"""Words of the noun phrase that tells what was changed: "sa dernière offre"."""
_PAYER_REACH = 8
"""Words behind a fine to whom it is of: "l'amende que doit payer le groupe Kestrel"."""


def is_new_value(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a figure is what the sum of a deal was changed to, by words that name the sum.

    Args:
        claim: The sentence.
        figure: The figure.
        asked: The amount of a deal.
    """
    low, at = claim.sentence.low, figure.word
    if at < 1 or low[at - 1] not in _TO:
        return False
    if _is_new_fine(claim, at, asked):
        return True
    old = range(at - 2, max(-1, at - 2 - _OLD_REACH), -1)
    first = next((number for number in old if low[number] in _FROM), -1)
    counted = claim.sentence.words[first + 1 : at - 1]
    if first < 0 or not any(word.kind in {"figure", "number"} for word in counted):
        return False
    for verb in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _CHANGING.at(low, verb) is None:
            continue
        noun = _changed(claim, verb, first, at)
        if noun < 0:
            return False
        return low[noun] not in FINES or is_of_payer(claim, noun, asked)
    return False


def _is_new_fine(claim: Claim, figure: int, asked: Asked) -> bool:
    """Whether a fine of the payer was changed to a sum: "The court cut Kestrel's fine to 4 M"."""
    low, words, of = claim.sentence.low, claim.sentence.words, claim.clauses.of
    around = set(claim.clauses.around(figure))
    before = [at for at in range(figure - 1) if of[at] in around]
    fine = next((at for at in reversed(before) if low[at] in FINES), -1)
    if fine < 0 or not any(_CHANGING_FINES.at(low, at) is not None for at in before):
        return False
    last_sum = next((at for at in range(figure - 1, fine, -1) if words[at].kind == "figure"), -1)
    if last_sum >= 0 and not _FROM.intersection(low[max(fine, last_sum - 2) : last_sum]):
        return False
    return is_of_payer(claim, fine, asked) or _is_owned_by_payer(claim, fine, asked)


def _is_owned_by_payer(claim: Claim, fine: int, asked: Asked) -> bool:
    """Whether a fine is told with its payer before it: "Kestrel's cartel penalty"."""
    sentence = claim.sentence
    named = asked.names.find(sentence.source, sentence.start, sentence.words[fine].start)
    if not named or named[-1].party != getattr(asked.record, "payer", ""):
        return False
    behind = sentence.number_at(named[-1].end - 1) + 1
    return sentence.low[behind] in {"'s", "\u2019s", "'", "\u2019"} and fine - behind <= _NOUN_REACH


def _changed(claim: Claim, verb: int, old: int, figure: int) -> int:
    """The noun of what a verb changes: its object, or the subject; -1 where it names no sum."""
    low = claim.sentence.low
    places = [*range(verb + 1, old)]
    if verb == 0 or low[verb - 1] in {",", "("}:
        comma = next((at for at in range(figure, len(low)) if low[at] == ","), len(low))
        places += _phrase(low, comma + 1)
    elif low[figure + 1 : figure + 2] and low[figure + 1] in clause_words.DETERMINERS - OF:
        places += _phrase(low, figure + 1)
    else:
        places += [
            at for at in range(verb - 1, -1, -1)
            if claim.clauses.of[at] == claim.clauses.of[verb] and not (
                at and low[at - 1] in OF
            )
        ]  # fmt: skip
    return next((at for at in places if low[at] in _MONEY), -1)


def _phrase(low: list[str], first: int) -> list[int]:
    """The first words of a noun phrase."""
    return list(range(first, min(len(low), first + _NOUN_REACH)))


def is_of_payer(claim: Claim, noun: int, asked: Asked) -> bool:
    """Whether a fine is that of the payer of a record: "l'amende de Kestrel"."""
    words, sentence = claim.sentence.words, claim.sentence
    last = words[min(len(words) - 1, noun + _PAYER_REACH)].end
    named = asked.names.find(sentence.source, words[noun].end, last)
    if not named or named[0].party != getattr(asked.record, "payer", ""):
        return False
    between = range(noun + 1, sentence.number_at(named[0].start))
    return not any(words[at].kind == "sign" or sentence.is_capital(at) for at in between)
