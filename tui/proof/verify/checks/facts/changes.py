"""Is a figure the step of a change, or where it began, and not what somebody has?

"Grew 15%", "a pris 4 euros", "has halved from 4 million". Each reading takes time with the words of
one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import fact_turns
from tui.model.messages import msg
from tui.model.records import Fact
from tui.proof.verify.checks.figure_owners import dated_alike

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked


def of_change(claim: Claim, figure: FigureClaim, record: Fact) -> str:
    """The word that makes a share or a price the step of a change: "grew 15%", "a pris 4 euros"."""
    if record.kind not in {"stake", "price", "market-share"}:
        return ""
    low, at = claim.sentence.low, figure.word
    if record.kind == "stake" and (ratio := _of_ratio(claim, figure)):
        return ratio
    if record.kind == "stake" and (moved := _moved_from(claim, figure)):
        return moved
    verbs = fact_turns.PRICE_STEPS if record.kind == "price" else fact_turns.GROWTH
    before = low[max(0, at - _STEP_REACH) : at]
    if before and before[-1] in {"de", "d'", "by", "of"}:
        before = before[:-1]
    got = low[max(0, at - 2) : at - 1]
    if before and before[-1] in verbs and not (got and got[0] in _TAKING_UP):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at - 1, at + 1))
    behind = low[at + 1 : at + 2]
    if record.kind == "price" and (
        (behind and behind[0] in _DEARER)
        or low[at + 1 : at + 3] in (["de", "plus"], ["de", "moins"])
    ):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at, at + 2))
    if record.kind == "price" and not {"over", "above"}.isdisjoint(low[at + 1 : at + 4]):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at, at + 4))
    holds = not fact_turns.HAVING_MORE.isdisjoint(low[max(0, at - _HOLD_REACH) : at])
    if (
        record.kind == "stake"
        and not holds
        and (
            (behind and behind[0] in fact_turns.ON_TOP)
            or (before and before[-1] in fact_turns.ON_TOP)
        )
    ):
        return msg("a difference: “{words}”", words=claim.sentence.printed(at - 1, at + 2))
    return ""


_DEARER = frozenset("more less dearer cheaper extra higher lower".split())
"""Right behind a price these make it the step from another one: "will cost 9 dollars more"."""
_TAKING_UP = frozenset("picked picks snapped bought built mopped scooped gobbled hoovered".split())
"""Before "up" these tell of shares that somebody got."""
_HOLD_REACH = 4
"""Words from a verb of having to a share: "holding a further 18 percent"."""
_STEP_REACH = 2
"""Words before a figure among which the verb of its step stands: "progressé de"."""


def _moved_from(claim: Claim, figure: FigureClaim) -> str:
    """The verb that moves a share to another: "dilutes Circ's 18 percent of Brava to half that"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] not in (["'s"], ["'"], ["its"], ["ses"], ["les"], ["their"]):
        return ""
    verb = next((n for n in range(at - 1, max(-1, at - _MOVED_REACH), -1) if low[n] in _MOVING), -1)
    ahead = low[at + 1 : at + 1 + _MOVED_REACH]
    to = next((n for n, word in enumerate(ahead) if word in {"to", "\u00e0"}), -1)
    if verb < 0 or to < 0:
        return ""
    return msg("it is over: “{words}”", words=claim.sentence.printed(verb, at + 1))


_MOVING = frozenset(
    """
    dilutes diluted dilute cuts cut reduces reduced trims trimmed raises raised lifts lifted takes
    took brings brought increases increased dilue diluent dilué ramene porte reduit releve
    """.split()
)
_MOVED_REACH = 7
"""Words from a verb of moving to a share, and from the share to where it is moved."""


def _of_ratio(claim: Claim, figure: FigureClaim) -> str:
    """The rate that a share is, and no holding: "occupancy rose to 71%", "a margin of 12%"."""
    low, of = claim.sentence.low, claim.clauses.of
    for at in range(figure.word - 1, -1, -1):
        if of[at] != of[figure.word] or low[at] in fact_turns.HOLDING - _HAVING:
            break
        if low[at] in fact_turns.RATIOS:
            return msg("another thing is told: “{words}”", words=claim.sentence.printed(at, at + 1))
    return ""


_HAVING = frozenset("has have had a ont avait avaient rose raised lifted up increased".split())
"""Of the verbs of having, those that anything may have."""


def of_before(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The word that makes a figure the one from which another came: "has halved from 4 million".

    "From 4 million in 2022 to 5 in 2023" dates each: the first is what it was in the first year.
    """
    behind = claim.sentence.words[figure.word + 1 : figure.word + 2]
    dated = bool(behind) and behind[0].kind == "date"
    if dated and dated_alike(figure, claim, asked):
        return ""
    low, at = claim.sentence.low, figure.word - 1
    after = _after_which(claim, figure, asked)
    if after:
        return after
    while at > 0 and low[at] in _LINKS:
        at -= 1
    sold = not _SELLING.isdisjoint(low[max(0, at - _SALE_REACH) : max(0, at)])
    if sold and isinstance(asked.record, Fact) and asked.record.kind == "price":
        return ""  # "Will sell its new car from 24,900 euros"
    if at > 0 and low[at] == "from" and low[at - 1] not in fact_turns.SALES | _NO_STARTS:
        return msg("it is over: “{words}”", words=claim.sentence.printed(at - 1, figure.word))
    return ""


def _after_which(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The "after" by which a result is that of the time before: "back in profit after a loss of 4".

    The words before it tell the result of the time that is recorded.
    """
    low, words = claim.sentence.low, claim.sentence.words
    record = asked.record
    if not asked.dates or not isinstance(record, Fact) or record.kind not in {"profit", "loss"}:
        return ""
    reach = range(figure.word - 1, max(0, figure.word - _AFTER_REACH), -1)
    after = next((n for n in reach if low[n] in {"after", "apres", "following"}), -1)
    if low[after + 1 : after + 2] and low[after + 1] in _TAXES:
        return ""  # "Profit after tax was 4 million"
    if after < 1 or any(words[n].kind in {"figure", "sign"} for n in range(after, figure.word)):
        return ""
    dated = words[figure.word + 1 : figure.word + 4]
    if any(word.kind == "date" for word in dated) or not fact_turns.TURNS_OF_RESULTS.intersection(
        low[:after]
    ):
        return ""
    return msg("it is of another time: “{words}”", words=claim.sentence.printed(after, figure.word))


_TAXES = frozenset("tax taxes impot impots interest interets charges costs minorities".split())
_AFTER_REACH = 6
"""Words from "after" to a sum: "after a net loss of some 4 million"."""
_SELLING = frozenset("sell sells sold selling available cost costs offered".split())
_SALE_REACH = 9
"""Words from a verb of selling over what is sold to "from"."""
_NO_STARTS = frozenset(
    "ranging recovered recover recovering benefited profited suffered learned apart aside"
    " start starts starting available prices".split()
)
"""Before "from" and a figure these tell no change from it."""
_LINKS = frozenset("a an some about the nearly around roughly over just".split())
