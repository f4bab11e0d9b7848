"""Whose a figure is that shares its noun or verb with the one before it.

"Nordwind had sales of 39 million, while Halden managed 28", "Nordwind compte 640 salariés, Halden
310", "sales of 39 million, against 28 at Halden": the second figure measures what the first does,
of the name beside it; without a name it is of the same company at the time that is told with it.
Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language import clause_words, fact_turns, parallel_words
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.proof.verify.checks.figure_owners import dated_alike

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

Owner: TypeAlias = Literal["ours", "others", "same"]
_MOST_BETWEEN = 14
"""Words between two figures that share a noun: a date, a conjunction, a name, a verb."""
_BEHIND_REACH = 5
"""Words behind the second figure to its name: "against 28 million a year before at Halden"."""


class Parallel(NamedTuple):
    """A figure that shares the noun or verb of another.

    Attributes:
        first: The figure that has them.
        owner: Whose the second is: a party of the record's, another's, or the same as the first's.
    """

    first: FigureClaim
    owner: Owner


def parallel(claim: Claim, figure: FigureClaim, asked: Asked) -> Parallel | None:
    """The figure before with which a figure shares what it measures; `None` where it has its own.

    Args:
        claim: The sentence.
        figure: The second figure.
        asked: The field.
    """
    first = next(
        (
            one
            for one in reversed(claim.figures())
            if one.word < figure.word and one.mention.kind == figure.mention.kind
        ),
        None,
    )
    if first is None or figure.word - first.word > _MOST_BETWEEN:
        return None
    low, words = claim.sentence.low, claim.sentence.words
    between = range(first.word + 1, figure.word)
    joint = next((at for at in between if _joins(low, at)), -1)
    if joint < 0:
        return None
    names = _names(claim, joint, figure.word)
    for at in range(joint, figure.word):
        plain = (
            at in names
            or words[at].kind in {"date", "sign"}
            or low[at] in parallel_words.BETWEEN | parallel_words.JOINING
            or low[at] in parallel_words.REACHING
            or low[at] in COMPANY_NOUNS[claim.language]
            or low[at] in clause_words.DETERMINERS | clause_words.ADVERBS_BETWEEN
        )
        if not plain:
            return None
    if not names and not fact_turns.UNITS_OF_COMPANIES.isdisjoint(low[joint : figure.word]):
        return Parallel(first, "others")  # "…, and its owner now has 31 million"
    behind = _named_behind(claim, figure)
    beside = names or behind
    if beside:
        text = claim.sentence.source
        start, end = words[min(beside)].start, words[max(beside)].end
        ours = bool(asked.names.find(text, start, end))
        return Parallel(first, "ours" if ours else "others")
    now = not parallel_words.NOW.isdisjoint(low[joint : figure.word])
    if now or (dated_alike(figure, claim, asked) and _has_own_date(claim, figure)):
        return Parallel(first, "same")
    return None


def tells_apart(claim: Claim, mine: FigureClaim, other: FigureClaim, asked: Asked) -> bool:
    """Whether one of two figures that share a noun is another's: "Circ has 640 people, Halden 310".

    Args:
        claim: The sentence.
        mine: The figure that is to be of a party of the record.
        other: The figure beside it.
        asked: The field.
    """
    second, first = (mine, other) if other.word < mine.word else (other, mine)
    found = parallel(claim, second, asked)
    if found is None or found.first.word != first.word:
        return False
    if found.owner == "same":
        return second is mine
    return found.owner == ("ours" if second is mine else "others")


def _joins(low: list[str], at: int) -> bool:
    """Whether a word parts two figures that share their noun."""
    return low[at] in parallel_words.JOINING or low[at] in {",", ";"}


def _names(claim: Claim, first: int, last: int) -> list[int]:
    """The words of names between two places."""
    return [
        at
        for at in range(first, last)
        if claim.sentence.words[at].kind == "word"
        and claim.sentence.is_capital(at)
        and claim.sentence.low[at] not in clause_words.DETERMINERS
    ]


def _named_behind(claim: Claim, figure: FigureClaim) -> list[int]:
    """The words of the name behind a figure: "against 28 million at Halden", "pour Halden"."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word + 1, min(len(low) - 1, figure.word + 1 + _BEHIND_REACH)):
        if words[at].kind in {"figure", "sign"}:
            break
        if low[at] in parallel_words.AT and claim.sentence.is_capital(at + 1):
            last = at + 1
            while last + 1 < len(low) and claim.sentence.is_capital(last + 1):
                last += 1
            return list(range(at + 1, last + 1))
    return []


def _has_own_date(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a date stands right behind a figure: "after 28 million in 2022"."""
    words = claim.sentence.words
    near = words[figure.word + 1 : figure.word + 1 + _DATE_REACH]
    return any(word.kind == "date" for word in near)


_DATE_REACH = 2
"""Words from a figure to its date: "31 million the year 2022"."""
