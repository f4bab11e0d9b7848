"""Fields whose value is a person's reading of the words: instrument, status, kind, members.

A status can be shown by the verb of its deal. The other words cannot prove them, but they can say
otherwise: a mood that no status of that kind has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.proof.verify.checks.doubts import quoted
from tui.proof.verify.checks.status_words import shows_status

if TYPE_CHECKING:
    from tui.model.proofs import ValueCheck
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.claim.turns.turn import TurnKind
    from tui.proof.verify.checks.asked import Asked

_AGAINST: dict[str, frozenset[TurnKind]] = {
    "paid": frozenset(
        {"not", "deny", "refuse", "cancel", "untrue", "fail", "possible", "talks", "plan",
         "question", "condition", "offer", "will"}
    ),
    "committed": frozenset(
        {"not", "deny", "refuse", "cancel", "untrue", "possible", "talks", "question", "fail"}
    ),
    "announced": frozenset({"deny", "refuse", "cancel", "untrue", "question"}),
    "rumoured": frozenset(),
}  # fmt: skip
"""What a sentence may not say of a deal of each status."""
_SMALL = 3
BY_THE_CURATOR = msg("judged by the curator")


def check_judged(value: str, reading: QuoteReading, asked: Asked) -> tuple[ValueCheck, str]:
    """Whether the words around a quote leave room for what the curator read in them.

    - `states`: the verb of a deal shows its status.
    - `contradicts`: the mood of the sentence is none of the recorded status.
    - `silent`: the quote has no word that could tell anything.
    - `judged`: everything else.
    """
    if asked.label == "status":
        for claim, turn in reading.turns():
            if turn.kind in _AGAINST.get(value, frozenset()):
                recorded = msg(value)
                if turn.first < 0:
                    return "contradicts", msg(
                        "the record says {value}, its sentence asks", value=recorded
                    )
                says = msg("the record says {value}, its sentence", value=recorded)
                return "contradicts", quoted(says, claim, turn)
        if shows_status(value, reading, asked):
            return "states", ""
    if not _tells(reading):
        return "silent", msg("the quote has no word about it")
    return "judged", BY_THE_CURATOR


def _tells(reading: QuoteReading) -> bool:
    """Whether a quote has a word of its own beside names, figures and small words."""
    text = reading.paragraph.text
    for claim in reading.claims:
        for word in claim.sentence.words:
            inside = word.start < reading.end and word.end > reading.start
            if inside and word.kind == "word" and len(word.low) > _SMALL:
                return True
            if inside and word.kind in {"figure", "date"} and len(text) > 0:
                return True
    return False
