"""What a remark right behind a sum makes of it: "4 billion, a figure that leaves out the bonds".

A remark that takes up the sum with a noun of it is understood where its words are known to leave
the sum what it is: a record, a premium, a price that analysts find steep. Anything else may bound
it, add to it or doubt it, so that it is not understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, work_words
from tui.language.clauses.verbs import verb_forms
from tui.model.messages import msg
from tui.model.records import Deal
from tui.proof.verify.checks.sums.verbs import opens_with_participle

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_NOUN_REACH = 3
"""Words behind the comma among which the noun stands: "a total figure"."""
_FIGURE_REACH = 8
"""Words from the sum to that comma: "4 billion euros in cash, a sum that"."""
_ENDS = frozenset({";", ".", ",", "\u2013", "\u2014"})
_ABOUT = clause_words.RELATIVE | clause_words.THAT
_JOINED = frozenset("not and et mais but".split())


def remarked(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Why a remark behind a sum may make another one of it; empty where none does.

    Args:
        claim: The sentence.
        figure: The sum.
        asked: The field.
    """
    if not isinstance(asked.record, Deal) or figure.mention.kind != "money":
        return ""
    low, words = claim.sentence.low, claim.sentence.words
    if opens_with_participle(claim) and "," not in low[: figure.word]:
        return ""  # "Raised from 3 to 4 million, the price …": the subject, not a remark.
    for comma in range(figure.word + 1, min(len(low), figure.word + _FIGURE_REACH)):
        if words[comma].kind == "figure":
            return ""
        if low[comma] not in {",", "\u2013", "\u2014", "-"}:
            continue
        noun = next(
            (
                at
                for at in range(comma + 1, min(len(low), comma + 1 + _NOUN_REACH))
                if low[at] in work_words.REMARKS
            ),
            -1,
        )
        if noun > 0 and low[comma + 1] not in _JOINED:
            return _of_remark(claim, comma + 1, noun)
    return ""


def _of_remark(claim: Claim, first: int, noun: int) -> str:
    low, words = claim.sentence.low, claim.sentence.words
    last = noun + 1
    while last < len(low) and low[last] not in _ENDS:
        last += 1
    if (
        low[last : last + 1] == [","]
        and last + 1 < len(low)
        and claim.sentence.is_capital(last + 1)
    ):
        # "A price that its chairman, Tom Reed, calls fair": over the name to the verb.
        behind = next((at for at in range(last + 1, len(low)) if low[at] in _ENDS), len(low))
        if behind - last <= _FIGURE_REACH and low[behind : behind + 1] == [","]:
            last = next((at for at in range(behind + 1, len(low)) if low[at] in _ENDS), len(low))
    remark = [low[at] for at in range(noun + 1, last) if words[at].kind == "word"]
    told = msg("a remark about it: “{words}”", words=claim.sentence.printed(first, last))
    if not work_words.TURNING_REMARKS.isdisjoint(remark):
        return told
    is_clause = bool(remark) and (
        remark[0] in _ABOUT or not clause_words.PRONOUNS.isdisjoint(remark[:1])
    )
    before = low[first:noun]
    if not is_clause:
        return ""  # "a sum in line with forecasts", "a record price for the region"
    if any(_is_of_payment(claim, at) for at in range(noun + 1, last)):
        return ""  # "4 million, the price at which Nordwind has just bought it"
    known = work_words.HARMLESS_REMARKS
    return "" if not known.isdisjoint([*before, *remark]) else told


def _is_of_payment(claim: Claim, at: int) -> bool:
    """Whether a word is a verb by which a sum is paid, so that a remark only says what for."""
    word = claim.sentence.words[at]
    written = claim.sentence.source[word.start : word.end].lower()
    forms = verb_forms(claim.language).get(written, ())
    return any(form.verb.frame in _PAYING and form.tense != "conditional" for form in forms)


_PAYING = frozenset({"buy", "pay", "spend", "lend", "invest"})
