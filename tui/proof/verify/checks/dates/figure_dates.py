"""Which date of a sentence is that of the figure of a fact: "£6m in 2022 but only £2m in 2023".

Figures of one kind and dates are paired by their order. A figure has the date behind it where the
sentence tells figures first, the one before it where a date comes first; what stands between two
figures belongs to one of them. Linear in the figures and dates of a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.model.quantities import Quantity
from tui.model.records import Fact
from tui.proof.verify.checks.dates.other_times import ELSEWHEN

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked

_COMPARED = frozenset({"old", "other side"})
"""Roles of a figure that is only compared: a date before it is that of the other one."""


class FigureDate(NamedTuple):
    """The figure of a fact, and the date that it has.

    Attributes:
        figure: The figure.
        start: Where its date begins; -1 where the words show none.
    """

    figure: Mention
    start: int


def figure_date(reading: QuoteReading, asked: Asked) -> FigureDate | None:
    """The figure that a fact records, with its date, where another of its kind stands beside it.

    Args:
        reading: The quote.
        asked: The date of the fact.

    Returns:
        `None` where the words have no such figure, or no other one that a date might be that of.
    """
    fact = asked.record
    if not isinstance(fact, Fact) or not isinstance(fact.value, Quantity):
        return None
    counted = reading.counted if fact.kind == "headcount" else reading
    for claim in counted.claims:
        figures = [one.mention for one in claim.figures() if one.mention.quantity is not None]
        mine = next((one for one in figures if _is_value(one, fact.value)), None)
        if mine is None:
            continue
        others = [one for one in figures if one.kind == mine.kind and one is not mine]
        dates = [
            word.start
            for word in claim.sentence.words
            if word.kind == "date" or _YEAR.fullmatch(word.low)
        ]
        found = claim.figure(mine)
        left_out = _left_out(claim, found.word) if found is not None else -1
        if left_out >= 0:
            return FigureDate(mine, left_out)
        if not dates or (not others and len(dates) < _SEVERAL):
            return None
        if not others:
            return FigureDate(mine, _nearest(claim, mine, dates))
        return FigureDate(mine, _paired(claim, mine, others, dates))
    return None


def _is_value(mention: Mention, value: Quantity) -> bool:
    told = mention.quantity
    if told is None or told.magnitude is None or told.magnitude != value.magnitude:
        return False
    return not (told.unit and value.unit) or told.unit == value.unit


def _paired(claim: Claim, mine: Mention, others: list[Mention], dates: list[int]) -> int:
    """Where the date of a figure begins; -1 where none is told apart from those of the others."""
    places = [one.start for one in others]
    before = max((one for one in dates if one < mine.start), default=-1)
    behind = min((one for one in dates if one > mine.start), default=-1)
    if any(before < one < mine.start for one in places):
        before = -1
    if any(mine.start < one < behind for one in places):
        behind = -1
    found = claim.figure(mine)
    elsewhen = _elsewhen(claim, found.word) if found is not None else -1
    if elsewhen >= 0:
        return elsewhen
    if found is not None and found.role is not None and found.role.what in _COMPARED:
        return behind
    if before < 0 or behind < 0:
        return max(before, behind)
    return before if min(dates) < min([mine.start, *places]) else behind


def _left_out(claim: Claim, figure: int) -> int:
    """Where an ordinal begins whose quarter is left out, behind a figure; -1 for none.

    "In the third quarter after an 8 million loss in the second": of another time than the first.
    """
    low, words = claim.sentence.low, claim.sentence.words
    if not any(word.kind == "date" for word in words[:figure]):
        return -1
    for at in range(figure + 1, min(len(words), figure + 1 + _BEHIND)):
        if words[at].kind in {"figure", "date", "sign"}:
            break
        ends = at + 1 == len(words) or words[at + 1].kind == "sign"
        if ends and low[at] in _ORDINALS and low[at - 1] in {"the", "au", "le", "un", "one"}:
            return words[at].start
    return -1


_ORDINALS = frozenset(
    """
    first second third fourth previous premier deuxieme second troisieme quatrieme precedent
    """.split()
)
_SEVERAL = 2


def _nearest(claim: Claim, mine: Mention, dates: list[int]) -> int:
    """Where the date begins that a figure alone has: the one right behind it, else before it."""
    before = max((one for one in dates if one < mine.start), default=-1)
    behind = min((one for one in dates if one > mine.start), default=-1)
    apart = "," in claim.sentence.source[mine.end : behind] if behind >= 0 else True
    return before if apart and before >= 0 else behind


def _elsewhen(claim: Claim, figure: int) -> int:
    """Where words begin that date a figure right before them at another time; -1 for none.

    "After 70 million in the year before".
    """
    words = claim.sentence.words
    for at in range(figure + 1, min(len(words), figure + 1 + _BEHIND)):
        if words[at].kind in {"figure", "date", "sign"}:
            break
        if ELSEWHEN.at(claim.sentence.low, at) is not None:
            return words[at].start
    return -1


_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year that stands alone, before a noun: "its 2023 revenue"."""
_BEHIND = 5
"""Words from a figure to those: "in the course of the year before"."""
