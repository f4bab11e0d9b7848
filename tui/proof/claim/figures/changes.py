"""Changes and comparisons: a difference, an old or new value, the other side of "more than"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures import figure_roles as lists
from tui.language.plain_words import Phrases, plain_word
from tui.proof.claim.figures.found import BACK, FIGURES, Found

if TYPE_CHECKING:
    from tui.proof.claim.clauses import Clauses
    from tui.proof.claim.words import Sentence

_RISING: Phrases[str] = Phrases({"rising": lists.RISING})
_MOVING: Phrases[str] = Phrases({"moving": lists.MOVING})
_FRENCH_CHANGE = 5
"""Words from a French verb of change to "de" and its figure: farther off "de" belongs to a noun."""
_MORE_THAN = 7
"""Words from a figure to the "than" of its "more"."""


def difference(sentence: Sentence, clauses: Clauses, at: int) -> Found | None:
    """Find a change: "raised its offer by 2 billion", "a augmenté son offre de 2 milliards"."""
    low = sentence.low
    if low[at + 1 : at + 2] == ["more"] and "than" in low[at + 2 : at + _MORE_THAN]:
        return Found("difference", at + 1, at + 2)  # "2 billion more into it than any other"
    link = low[at - 1] if at else ""
    if link not in {"by", "de", "d'"}:
        return None
    following = low[at + 1] if at + 1 < len(low) else ""
    last = at - 2
    if link == "by" and low[at - 2 : at - 1] == [","]:
        # "Wrote down Kestrel, which it bought in 2021, by 4 million"
        last = next((one for one in range(at - 3, -1, -1) if low[one] == ","), at - 1) - 1
        if any(_RISING.at(low, one) is not None for one in range(max(0, last - BACK), last + 1)):
            return Found("difference", at - 1, at)
        return None
    for number in range(last, max(-1, at - 12), -1):
        if clauses.of[number] != clauses.of[at] or sentence.words[number].kind in {
            "figure",
            "sign",
        }:
            break
        phrase = _RISING.at(low, number)
        if phrase is None or low[number + 1 : number + 3] == ["de", "capital"]:
            continue
        if link != "by" and (following == "à" or at - number > _FRENCH_CHANGE):
            continue
        if low[number - 1] == "la" and low[number - 2 : number - 1] in (["\u00e0"], ["a"]):
            continue  # "Franchi à la hausse le seuil de 12 %"
        return Found("difference", number, number + phrase[0])
    return None


def movement(sentence: Sentence, at: int) -> Found | None:
    """Find the old value in "est passé de 3 à 4 milliards"."""
    low = sentence.low
    link = low[at - 1] if at else ""
    if link == "to":
        lifted = {*low[max(0, at - BACK) : at]}
        if lifted & _LIFTING and lifted & {"value", "total", "cost"} and lifted & _MODALS:
            return Found("other sum", at - 1, at)  # "Would lift the value of the contract to"
        for number in range(at - 2, max(-1, at - BACK), -1):
            # "This brings what it has spent to 4 million": all of it, not this deal.
            totals = not {"raised", "funding", "invested", "spent"}.isdisjoint(low[number:at])
            if low[number] in _BRINGING and (totals or low[number].startswith("br")):
                if {"price", "offer", "bid"}.isdisjoint(low[number:at]):
                    return Found("other sum", number, number + 1)
                break
    if link in {"to", "\u00e0"} and _goes_on_to_another(sentence, at):
        return Found("old", at - 1, at)
    following = low[at + 1] if at + 1 < len(low) else ""
    ahead = sentence.words[at + 2] if at + 2 < len(sentence.words) else None
    if link in {"de", "d'"} and following == "à" and ahead is not None and ahead.kind in FIGURES:
        for number in range(at - 2, max(-1, at - 12), -1):
            if _MOVING.at(low, number) is not None:
                return Found("old", at - 1, at)
    return None


def _goes_on_to_another(sentence: Sentence, at: int) -> bool:
    """Whether a figure is only a step: "from 60 million to 66 and then to 71"."""
    low = sentence.low
    place = at + 1
    while place < len(low) and low[place] in _THEN:
        place += 1
    if place == at + 1 or low[place - 1] in {",", "and", "et"}:
        return False
    return low[place : place + 1] in (["to"], ["\u00e0"]) and any(
        word.kind == "figure" for word in sentence.words[place : place + _STEP]
    )


_LIFTING = frozenset("lift raise take bring push increase boost double".split())
_MODALS = frozenset("would could may might can".split())
_THEN = frozenset(", and et then later finally eventually puis ensuite enfin finalement".split())
_STEP = 4
"""Words from "then to" to the figure: "then to a final 71 million"."""
_BRINGING = frozenset(
    "brings bringing brought takes taking took lifts lifting lifted pushes pushing raises raising"
    .split()
)  # fmt: skip
"""Verbs before a total that grows: "taking the total raised to 23 million"."""


def other_side(sentence: Sentence, at: int) -> Found | None:
    """Find what is compared: "more than Halden's 2 billion", "plus que les 2 milliards"."""
    low = sentence.low
    for number in range(at - 1, max(-1, at - 6), -1):
        word = low[number]
        if sentence.words[number].kind in FIGURES or word in {",", ";"}:
            break
        if word == "than" and low[number + 1] in _MULTIPLIED:
            break  # "More than doubled to 95 million"
        if word == "than" and number < at - 1:
            return Found("other side", number, at)
        if word in {"que", "qu'"} and {"plus", "moins", "mieux", "autant", "davantage"} & {
            *low[max(0, number - 6) : number]
        }:
            if low[number - 1] == "plus" and not _NE.isdisjoint(low[max(0, number - 5) : number]):
                break  # "Ne compte plus que 640 salariés": only so many are left.
            return Found("other side", number, at)
        if word in {
            "exceed",
            "exceeding",
            "exceeds",
            "exceeded",
            "above",
            "below",
            "beat",
            "beating",
        } and (low[number + 1] in {"the", "its", "their"} and _is_measure(low, at)):
            return Found("other side", number, at)
    return None


_NE = frozenset({"ne", "n'"})
_MULTIPLIED = frozenset("doubled tripled trebled quadrupled halved double triple".split())
"""Verbs that "more than" goes with, where it compares no other sum."""


def _is_measure(low: list[str], at: int) -> bool:
    ahead = low[at + 1 : at + 4]
    return not {
        "limit",
        "threshold",
        "forecast",
        "expected",
        "wanted",
        "target",
        "estimate",
        "required",
    }.isdisjoint(ahead)


def is_of_year_before(sentence: Sentence, at: int) -> bool:
    """Whether a figure is dated back right behind it: "contre 4 millions un an plus tôt".

    Args:
        sentence: The sentence.
        at: The number of the figure among its words.
    """
    low, words = sentence.low, sentence.words
    behind = words[at + 1 : at + 1 + _DATED_REACH]
    told = [plain_word(sentence.printed(n, n + 1)) for n in range(at + 1, at + 1 + len(behind))]
    stretch = " ".join(word for word in told if word)
    near = low[at + 1 : at + 1 + _DATED_REACH]
    return any(stretch.startswith(one) or one in stretch for one in _BEFORE_THAT) and (
        not near or near[0] not in {",", ";"}
    )


_DATED_REACH = 4
"""Words behind a figure to what dates it back: "un an plus tôt", "the year before"."""
_BEFORE_THAT = (
    "plus tot", "auparavant", "annee precedente", "l'annee d'avant", "exercice precedent",
    "year earlier", "year before", "year ago", "previous year", "previously", "years earlier",
)  # fmt: skip


def goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the new value stands right behind an old one: "est passé de 51 à 66 % en mai".

    Args:
        sentence: The sentence.
        at: The number of the old figure among its words.
    """
    low, words = sentence.low, sentence.words
    ahead = words[at + 2 : at + 3]
    return (
        low[at + 1 : at + 2] in (["\u00e0"], ["to"]) and bool(ahead) and (ahead[0].kind in FIGURES)
    )
