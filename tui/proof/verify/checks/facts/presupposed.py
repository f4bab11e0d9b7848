"""Is a figure of a fact taken as known, so that what its sentence denies is something else?

"Kestrel, valued at 4 billion, is in no hurry to sell", "With 640 people, Kestrel does not hire",
"A loss of 3 million did not deter it": who has a figure by an apposition, by what opens the
sentence or by the noun phrase of its subject has it, whatever becomes of the verb behind. Each
reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, contribution_words, fact_turns, presupposing
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.proof.claim.turns.turn import NEGATIVE

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.turns.turn import Turn, TurnKind

_PLAIN_DENIALS: frozenset[TurnKind] = frozenset({"not", "plan", "will", "refuse", "fail", "talks"})
"""Turns that are of the verb they stand with."""
_LEFT_AS_IT_IS: Phrases[str] = Phrases({"left": fact_turns.LEAVING_AS_IT_IS})
_SET_ASIDE: Phrases[str] = Phrases({"aside": presupposing.PUT_FORWARD})
_IN_SPITE: Phrases[str] = Phrases({"in spite": presupposing.IN_SPITE_OF})
_WITH: Phrases[str] = Phrases({"with": presupposing.IN_FRONT})
_EFFECTS: Phrases[str] = Phrases({"effect": presupposing.EFFECTS})
_MEASURED_AGAINST: Phrases[str] = Phrases({"against": presupposing.MEASURED_AGAINST})
_POSSESSED = frozenset(
    "the its their our 's ' la sa ses les nos notre stake holding participation part".split()
)
_OWNED_REACH = 4
"""Words behind a figure to the noun of a stake: "its 20 percent voting stake"."""
_QUOTES = frozenset('"\u00ab\u201c\u2018')
_STOPS = frozenset(",;()\u2013\u2014:")
_EFFECT_REACH = 5
"""Words from a denial to the verb of what a gain or a loss did not do."""


def is_beyond_doubt(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether what is denied or to come leaves a figure of a fact what it is.

    Args:
        claim: The sentence.
        figure: The figure.
        turn: What may turn it.
    """
    if turn.kind in {"will", "plan"} and _is_owned(claim, figure):
        return True
    if turn.kind == "plan" and _is_measured_against(claim, figure, turn):
        return True
    if turn.kind == "unread" and _is_of_other_figure(claim, figure, turn):
        return True
    if turn.kind in _PLAIN_DENIALS and _is_had(claim, figure, turn):
        return True
    if turn.first <= figure.word or turn.kind not in _PLAIN_DENIALS:
        return False
    if _is_of_it(claim, figure, turn):
        return False
    low = claim.sentence.low
    if (
        turn.kind == "not"
        and any(_LEFT_AS_IT_IS.at(low, at) is not None for at in range(turn.first, turn.last))
        and any(word in _POSSESSED for word in low[: figure.word + _OWNED_REACH])
    ):
        return True
    return (
        _is_in_front(claim, figure, turn)
        or _is_of_next(claim, figure, turn)
        or _is_apposed(claim, figure, turn)
        or _is_of_effect(claim, figure, turn)
    )


def _is_of_it(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a relative clause right behind a figure denies it: "4 million, which it never"."""
    clause = claim.clauses.all[turn.clause] if turn.clause >= 0 else None
    if clause is None or clause.kind not in {"relative", "aside-relative"}:
        return False
    between = claim.sentence.words[figure.word + 1 : clause.opened]
    return not any(word.kind == "figure" for word in between) and not any(
        word.low in _STOPS for word in between[:-1]
    )


def _is_of_other_figure(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether an adverb behind a figure is said of the next one: "4 million, barely half the 9"."""
    ahead = claim.sentence.words[turn.last : turn.last + _OTHER_REACH]
    return turn.first > figure.word and any(
        word.kind in {"figure", "number"} or word.low in contribution_words.FRACTIONS
        for word in ahead
    )


_OTHER_REACH = 3
"""Words from an adverb to the figure that it is said of: "barely half the"."""


def _is_measured_against(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a figure is compared with what was expected: "4 million, ahead of forecasts"."""
    low = claim.sentence.low
    for at in range(turn.first - 1, max(figure.word, turn.first - _EXPECTED_REACH), -1):
        if claim.sentence.words[at].kind in {"sign", "figure"}:
            return False
        phrase = _MEASURED_AGAINST.at(low, at)
        if phrase is not None and at + phrase[0] <= turn.first:
            return True
    return False


_EXPECTED_REACH = 8
"""Words from "than" to "expected": "than most analysts polled by the agency had expected"."""


def _is_owned(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a gain or a loss is somebody's already: "half of its 3 million profit"."""
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 1 + _OWNED_REACH]
    return (
        low[at - 1 : at] in (["its"], ["'s"], ["their"], ["ses"], ["our"], ["nos"], ["leurs"])
        and not presupposing.MEASURED_NOUNS.isdisjoint(behind)
        and presupposing.GOALS.isdisjoint(behind)
    )


def _is_had(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a clause right behind a figure tells whose it is: "the 3 million it lost".

    What stands outside of "the 12 percent that Circ owns" denies something else.
    """
    low = claim.sentence.low
    before = low[figure.word - 1 : figure.word]
    if before not in (["the"], ["les"], ["ses"], ["its"]):
        return False
    last = min(len(low), figure.word + 1 + _HAD_REACH)
    for at in range(figure.word + 1, last):
        if claim.sentence.words[at].kind in {"sign", "figure"} or at in range(
            turn.first, turn.last
        ):
            return False
        if low[at] in fact_turns.HOLDING | presupposing.GAINING and at > figure.word + 1:
            return True
    return False


_HAD_REACH = 7
"""Words from a figure to the verb of the clause about it: "that the bell maker Circ lost"."""


def _is_in_front(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a figure stands in what opens the sentence: "With 640 people, …", "Valued at …"."""
    low = claim.sentence.low
    first = 1 if low[:1] and low[0] in _QUOTES else 0
    if first >= len(low):
        return False
    opened = low[first] in fact_turns.HAVING_IN_FRONT or _WITH.at(low, first) is not None
    comma = next((at for at in range(figure.word, turn.first) if low[at] == ","), -1)
    return opened and comma > 0


def _is_apposed(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a figure stands behind the comma of its owner, and the denial behind the next one.

    "Halden, with 49 percent of Brava, does not control it", "Kestrel (640 employees) seeks".
    """
    low, words = claim.sentence.low, claim.sentence.words
    first = figure.word - 1
    while first > 0 and low[first] not in {",", "(", "\u2013", "\u2014"}:
        first -= 1
    last = figure.word + 1
    while last < len(low) and low[last] not in {",", ")", "\u2013", "\u2014"}:
        last += 1
    if first < 1 or not last < turn.first:
        return False
    owner = words[first - 1]
    named = owner.kind == "word" and (
        claim.sentence.is_capital(first - 1)
        or (owner.low not in presupposing.MEASURED_NOUNS and not claim.clauses.is_finite(first - 1))
    )
    opens = low[first + 1] if first + 1 < len(low) else ""
    told = (
        opens in presupposing.OPENING_ASIDE | fact_turns.RANKS
        or opens in clause_words.RELATIVE
        or opens in fact_turns.OF_NAME
        or words[first + 1].kind in {"figure", "number"}
        or low[first] == "("
        or not fact_turns.SHAREHOLDERS.isdisjoint(low[first : figure.word])
    )
    clause = claim.clauses.all[claim.clauses.of[figure.word]].kind
    listed = clause in {"main", "coordinate"} and low[first] == "," and not told
    return named and not listed and (told or opens in clause_words.DETERMINERS)


def _is_of_next(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a statement of its own is denied: "…, and no one expects", "dont 10 % seront"."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word + 1, turn.first):
        if low[at] == "dont" or low[at : at + 2] == ["of", "which"]:
            return any(word.kind == "figure" for word in words[at : turn.first])
        joined = low[at] in {"and", "et", "but", "mais"} and low[at - 1] == ","
        if joined and low[at + 1] in _SUBJECTS and turn.last < len(low) - 1:
            # ", and it has not hired anybody", ", et je n'ai licencié personne"
            return words[turn.last].kind == "word" or turn.last - turn.first > _TWO
        if joined and (
            low[at + 1] in presupposing.NOBODY or low[turn.first] in presupposing.NOBODY
        ):
            return True
    return False


_TWO = 2
"""Words of a denial with nothing but its auxiliary: "n'a pas"."""
_SUBJECTS = frozenset("i we he she they je j' nous on il elle ils elles".split())
"""Subjects of a statement of its own."""


def _is_of_effect(claim: Claim, figure: FigureClaim, turn: Turn) -> bool:
    """Whether a gain or a loss is the subject of what it did not do: "did not deter Kestrel"."""
    low = claim.sentence.low
    last = min(len(low), turn.last + _EFFECT_REACH)
    return turn.kind in {"not", "fail"} and any(
        _EFFECTS.at(low, at) is not None for at in range(turn.first, last)
    )


def set_aside(claim: Claim, figure: FigureClaim) -> str:
    """The words that set a figure against what is so: "despite the 12 percent that was mentioned".

    "Despite a loss of 4 million it hired" tells a loss, unless somebody only spoke of it.
    """
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word - 1, -1, -1):
        if low[at] in _STOPS or words[at].kind == "figure" or claim.clauses.is_finite(at):
            break
        phrase = _SET_ASIDE.at(low, at) or _IN_SPITE.at(low, at)
        if phrase is None:
            continue
        spoken = phrase[1] == "aside" or _is_spoken_of(claim, figure, at)
        denied = any(turn.kind in NEGATIVE and turn.first != at for turn in claim.turns.all)
        if spoken and denied:
            return msg(
                "it is set aside: “{words}”",
                words=claim.sentence.printed(at, at + phrase[0]),
            )
        break
    return ""


def _is_spoken_of(claim: Claim, figure: FigureClaim, at: int) -> bool:
    """Whether somebody only mentioned a figure: "despite the 12 percent that a paper mentioned"."""
    low = claim.sentence.low
    near = []
    for number in range(at, len(low)):
        if low[number] == "," and number > figure.word:
            break
        near.append(low[number])
    return not presupposing.SPOKEN_OF.isdisjoint(near)
