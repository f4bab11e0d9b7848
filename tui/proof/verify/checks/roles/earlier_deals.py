"""Deals of another time that a sentence tells beside the one of its news.

"Bought in 2015 by Halden, Kestrel has been sold to Nordwind": Halden pays nothing now. Linear in
the words of the sentence, for each event.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tui.model.dates import Edtf
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.words import Word
    from tui.proof.verify.checks.asked import Asked
    from tui.proof.verify.checks.roles.direction import Shown

_REACH = 7
"""Words from a verb to the date that stands with it: "bought by the Halden group in 2015"."""
_AHEAD = 5
"""Words before a verb among which its date stands: "in 2015 the Halden group bought"."""
_NEWS = timedelta(days=60)
"""How long a deal is still told of as news; what is dated before is another one."""


def of_now(
    events: Sequence[Shown], sums: AbstractSet[int], reading: QuoteReading, asked: Asked
) -> list[Shown]:
    """Events without those of another time that one of now takes the place of.

    Args:
        events: What the words show.
        sums: Where the recorded sum is told in the quote; what has it is the deal itself.
        reading: The quote.
        asked: The field.
    """
    earlier = [one for one in events if not one.figures & sums and _is_of_old(one, reading, asked)]
    return [
        one
        for one in events
        if one not in earlier
        or not any(_replaces(other, one) for other in events if other not in earlier)
    ]


def _replaces(now: Shown, before: Shown) -> bool:
    """Whether a later event tells of a deal about the same party that somebody else pays."""
    other_payers = bool(now.payers) and now.payers.isdisjoint(before.payers)
    about = before.payees | before.payers
    return other_payers and not about.isdisjoint(now.payees)


def _is_of_old(event: Shown, reading: QuoteReading, asked: Asked) -> bool:
    """Whether an event is told as over before the one of the article, or dated long before it."""
    for claim in reading.claims:
        if not claim.sentence.start <= event.start < claim.sentence.end:
            continue
        words = claim.sentence.words
        at = claim.sentence.number_at(event.start)
        clause = claim.clauses.all[claim.clauses.of[at]].kind
        if event.tense == "pluperfect" and clause in _RELATIVES:
            return True  # "Kestrel, which Halden had bought": not of "said it had sold".
        behind = takewhile(_goes_on, words[at : at + _REACH])
        before = takewhile(_goes_on, reversed(words[max(0, at - _AHEAD) : at]))
        for word in (*behind, *before):
            when = word.mention.date if word.kind == "date" and word.mention else None
            if when is not None and _is_before(when, asked):
                return True
    return False


def _goes_on(word: Word) -> bool:
    """Whether a word leaves the clause of a verb open."""
    return word.kind != "sign" and word.low not in _JOINING


_RELATIVES = frozenset({"relative", "aside-relative"})
_JOINING = frozenset({"and", "but", "et", "mais"})


def _is_before(when: Edtf, asked: Asked) -> bool:
    """Whether a date lies before the news, and is none that the record tells."""
    if when.latest is None or asked.published is None or asked.published.earliest is None:
        return False
    told = any(
        one.earliest is not None and one.latest is not None and when.earliest is not None
        and one.earliest <= when.latest and when.earliest <= one.latest
        for one in asked.dates
    )  # fmt: skip
    return not told and when.latest + _NEWS < asked.published.earliest
