"""Does a quote say that a sum is not told: "terms were not disclosed"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.figures import sum_words
from tui.language.plain_words import Phrases
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.model.proofs import ValueCheck
    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading


def check_undisclosed(reading: QuoteReading) -> tuple[ValueCheck, str]:
    """Whether a quote keeps a sum back: it contradicts that by telling one."""
    sums = [one for one in reading.mentions if one.kind == "money"]
    if sums:
        return "contradicts", msg(
            "the record says undisclosed, the quote {text}", text=sums[0].text
        )
    if any(_keeps_silent(claim, reading) for claim in reading.claims):
        return "states", ""
    return "judged", msg("that no figure is told is judged by the curator")


def _keeps_silent(claim: Claim, reading: QuoteReading) -> bool:
    """Whether quoted words say that a sum is not told: "terms were not disclosed"."""
    sentence = claim.sentence
    quoted = [
        word.low
        for word in sentence.words
        if word.start >= reading.start and word.end <= reading.end
    ]
    if any(one.kind == "money" for one in reading.paragraph.mentions_in(*reading.span)):
        return False
    untold = any(
        _UNTOLD.at(quoted, at) is not None or quoted[at] in sum_words.UNDISCLOSED
        for at in range(len(quoted))
    )
    return untold and not sum_words.UNTOLD_NOUNS.isdisjoint(quoted)


_UNTOLD: Phrases[str] = Phrases({"untold": sum_words.UNTOLD})
