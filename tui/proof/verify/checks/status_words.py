"""Do the words of a quote show how far a deal has come? Only by a verb that says so of that deal.

"Has completed the purchase of Circ" shows that it is paid, "called off", "agreed to buy" and
"announced" show the others. Where nothing of this kind is told of the deal, or something else is
told as well, its status is the curator's reading. Linear in the events of the sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clause_words import DETERMINERS
from tui.model.records import Deal
from tui.proof.claim.turns.turn import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.proof.claim.claim import Claim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import Event
    from tui.proof.verify.checks.asked import Asked

_COMPLETING = frozenset("complete close finalise finalize boucler finaliser achever".split())
_PAYING = frozenset(
    "pay repay transfer wire hand verser payer régler virer remettre débourser acquitter".split()
)
_ANNOUNCING = frozenset("announce unveil annoncer dévoiler officialiser".split())
_TOLD = frozenset({"past", "perfect"})
_UNSURE = (NEGATIVE - {"cancel"}) | {"question", "condition", "rumour", "unread", "talks"}
"""Beside these nothing is shown, whatever the verb."""
_NEARLY = frozenset("almost nearly virtually practically presque quasi quasiment".split())
_ASIDE = frozenset({"figure", "date"})
_BESIDE = 4
"""Words from a verb to the noun of a deal that is its object: "its long-sought purchase"."""


def shows_status(value: str, reading: QuoteReading, asked: Asked) -> bool:
    """Whether the words of a quote show the status of a deal, and no other one.

    Args:
        value: The recorded status.
        reading: The quote.
        asked: The field.
    """
    if not isinstance(asked.record, Deal):
        return False
    kinds = {turn.kind for _, turn in reading.turns()}
    if not kinds.isdisjoint(_UNSURE) or ("cancel" in kinds) != (value == "cancelled"):
        return False
    shown = {
        status
        for claim in reading.claims
        if _NEARLY.isdisjoint(claim.sentence.low)
        for status in _Statuses(claim, reading, asked, agreed="agreed" in kinds).told()
    }
    return shown - {"announced"} == {value} or shown == {value}


class _Statuses:
    """The statuses that one sentence tells of the deal of a record."""

    def __init__(self, claim: Claim, reading: QuoteReading, asked: Asked, *, agreed: bool) -> None:
        self._sentence, self._agreed = claim.sentence, agreed
        self._record = asked.record
        self._events = [
            event
            for event in asked.directions.events(reading, alone=True)
            if claim.sentence.start <= event.start < claim.sentence.end
        ]

    def told(self) -> Iterator[str]:
        """Each status that a verb tells of the deal."""
        for event in self._events:
            if not event.frame or event.polarity != "affirmed" or not self._is_ours(event):
                continue
            if event.mood == "cancelled":
                yield "cancelled"
            elif event.mood == "agreed" and self._agreed:
                yield "committed"
            elif self._is_payment(event) or self._is_done_to(event, _COMPLETING):
                yield "paid"
            if any(one.lemma in _ANNOUNCING and one.tense in _TOLD for one in self._events):
                yield "announced"

    def _is_payment(self, event: Event) -> bool:
        return event.mood == "done" and event.lemma in _PAYING and event.tense in _TOLD

    def _is_ours(self, event: Event) -> bool:
        """Whether an event has the parties of the record that it shows in their roles."""
        record = self._record
        assert isinstance(record, Deal)
        paid = {role.party for role in event.payees}
        paying = {role.party for role in event.payers}
        return (not record.payee or record.payee in paid) and (
            not record.payer or not paying or record.payer in paying
        )

    def _is_done_to(self, deal: Event, lemmas: frozenset[str]) -> bool:
        """Whether the noun of a deal is right behind a verb of some, or its passive subject."""
        low, words = self._sentence.low, self._sentence.words
        noun = self._sentence.number_at(deal.start)
        for event in self._events:
            if event.lemma not in lemmas or event.mood != "done" or deal.tense:
                continue
            verb = self._sentence.number_at(event.end)
            between = range(verb, noun)
            near = all(low[at] in DETERMINERS or words[at].kind in _ASIDE for at in between)
            active = event.voice == "active" and event.tense in _TOLD
            if active and near and noun >= verb and len(between) <= _BESIDE:
                return True
            before = range(noun)
            passive = event.voice == "passive" and event.tense in _TOLD | {"present"}
            if passive and verb > noun and all(low[at] in DETERMINERS for at in before):
                return True
        return False
