"""All events of a sentence, with payer and payee as far as the words show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.fillers import PartyFiller
from tui.proof.events.linked_events import EventLinks
from tui.proof.events.money_moves import MoneyMoves
from tui.proof.events.noun_events import NounEvents
from tui.proof.events.syntax.items import Phrase
from tui.proof.events.verb_events import VerbEvents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.readings import EventReading
    from tui.proof.events.syntax.antecedents import Antecedents
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.syntax.tokens import SentenceToken


def read_roles(
    items: Sequence[Item],
    predicates: Sequence[Predicate],
    antecedents: Antecedents,
    tokens: Sequence[SentenceToken],
    language: str,
) -> list[EventReading]:
    """The events of a sentence, those of verbs first."""
    fillers = PartyFiller(items, antecedents, language)
    verbs = VerbEvents(items, predicates, fillers, language)
    nouns = NounEvents(items, predicates, fillers, verbs, language)
    found: list[EventReading] = []
    for predicate in predicates:
        found += verbs.readings(predicate)
    for at, item in enumerate(items):
        reading = nouns.reading(at, item) if isinstance(item, Phrase) else None
        if reading is not None:
            found.append(reading)
    MoneyMoves(items, predicates, fillers).read(found)
    EventLinks(items, predicates, fillers, tokens).complete(found)
    for reading in found:
        _tell_apart(reading)
    return found


def _tell_apart(reading: EventReading) -> None:
    """Nobody pays himself: a pronoun that would make it so means somebody else."""
    payers = {filler.name.text for filler in reading.payers}
    if payers.intersection(filler.name.text for filler in reading.payees):
        reading.payees = []
        if not any(isinstance(one.item, Phrase) and one.item.name for one in reading.payers):
            reading.payers = []
