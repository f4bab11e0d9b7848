"""How much a thing can take or make: a plant, a house, a ship, and when it will.

"Can process 180,000 tonnes", "a 320-bed clinic", "carries 620 passengers". What was made is no
capacity, and what a plant comes to only once it is finished is none yet. Each reading takes time
with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns
from tui.language.clauses.french_tenses import is_french_future
from tui.language.clauses.staff import HAVING_FORMS
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.proof.claim.governor import governor_of
from tui.proof.verify.checks.doubts import is_ahead

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_GOAL_REACH = 4
"""Words from a figure to the noun that tells it as a capacity."""


def tells_capacity(claim: Claim, figure: FigureClaim) -> bool:
    """Whether words tell what a thing can take or make: "can process", "has 320 beds"."""
    low = claim.sentence.low
    clauses = set(claim.clauses.around(figure.word))
    inside = [at for at in range(figure.word) if claim.clauses.of[at] in clauses]
    before = {low[at] for at in inside}
    if claim.clauses.all[claim.clauses.of[0]].kind == "fronted":
        before |= {
            low[at] for at in range(figure.word) if claim.clauses.of[at] == claim.clauses.of[0]
        }
    holds = any(
        low[at] in fact_turns.CAPACITY_VERBS
        and not (at and low[at - 1] in clause_words.FRENCH_AUXILIARIES)
        for at in inside
    )
    behind = low[figure.word + 1 : figure.word + 1 + _GOAL_REACH]
    if _is_room(claim, figure):
        return True
    if holds or before & (fact_turns.ABLE | fact_turns.CAPACITY_NOUNS):
        return True
    if behind[:1] != [] and not fact_turns.CAPACITY_NOUNS.isdisjoint(behind):
        return True
    has = before & _OFFERING or low[figure.word - 1 : figure.word] == ["a"]
    return bool(has) and not fact_turns.ROOM.isdisjoint(behind[:2])


def _is_room(claim: Claim, figure: FigureClaim) -> bool:
    """Whether seats or beds are those of a house: "a 320-bed clinic", "une salle de 900 places".

    "Has room for 900", "le stade (900 places)", "est passé de 90 à 132 chambres".
    """
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 4]
    for_them = low[max(0, at - 2) : at]
    if for_them[1:] in (["for"], ["pour"]) and for_them[0] in fact_turns.ROOM | {"room", "place"}:
        return True
    carries = low[at - 1 : at] in (["carries"], ["carry"], ["transporte"], ["embarque"])
    if carries and not fact_turns.CARRIED.isdisjoint(behind[:2]):
        return True
    if behind[:1] == ["-"]:
        return not fact_turns.ROOM_ALONE.isdisjoint(behind[1:2])
    if fact_turns.ROOM.isdisjoint(behind[:2]):
        return False
    governor = governor_of(claim.sentence, at)
    if governor.kind == "noun" and governor.is_any(fact_turns.HOUSES):
        return True
    if low[at - 1 : at] in (["("], [","]):
        rest = next((word for word in low[at + 1 : at + 5] if word in {",", ")", "et", "and"}), "")
        return bool(rest)
    before = low[max(0, at - 4) : at]
    return before[-1:] in (["\u00e0"], ["to"]) and not {"de", "from"}.isdisjoint(before)


_OFFERING = HAVING_FORMS | {"offer", "offers", "offre", "propose", "dispose", "disposent"}


def to_be_built(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """What is behind a figure that a plant comes to only then: "pourra produire … une fois"."""
    low, of = claim.sentence.low, claim.clauses.of
    future = any(
        (low[at] in fact_turns.FUTURE_FORMS or is_french_future(low[at]))
        and of[at] in claim.clauses.around(figure.word)
        for at in range(figure.word)
    )
    if not future or is_ahead(asked):
        return ""
    for at in (*range(_FRONT_REACH), *range(figure.word + 1, len(low))):
        phrase = _TO_BE_BUILT.at(low, at) if at < len(low) else None
        if phrase is not None and not fact_turns.FINISHED.isdisjoint(
            low[at + phrase[0] : at + phrase[0] + _FRONT_REACH]
        ):
            continue  # "Once complete, it will make 40,000 tonnes": what it is built for.
        if phrase is not None:
            return msg("it is only expected: “{words}”", words=claim.sentence.printed(at, at + 2))
    return ""


_TO_BE_BUILT: Phrases[str] = Phrases({"then": fact_turns.TO_BE_BUILT})
_FRONT_REACH = 2
"""Words at the head of a sentence among which "once" and "une fois" stand."""
