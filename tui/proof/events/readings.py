"""An event as it is read, before anybody is told: whose verb or noun, figures, who pays whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.proof.events.syntax.items import FigureItem, Item, Phrase
    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.predicates import Predicate, Segment


@dataclass(slots=True, eq=False)
class Filler:
    """Who fills a role, and the items whose words show it."""

    name: Name
    item: Item


@dataclass(slots=True, eq=False)
class EventReading:
    """An event before it is told to anybody: whose verb or noun, its figures, its roles.

    Attributes:
        predicate: The verb, or the one that the noun depends on.
        noun: The event noun, where one tells the event.
        frame: The name of the frame.
        figures: The figures that belong to it.
        payers: Who pays.
        payees: Who is paid.
        parties: Who takes part where no direction is shown.
        model: The event that a mere "deal" stands for.
        owners: Whose a company was that is bought, where it has a name itself.
        subjects: What changes hands, where it has a name and another one is paid for it.
    """

    frame: str
    predicate: Predicate | None = None
    noun: Phrase | None = None
    figures: list[FigureItem] = field(default_factory=list)
    payers: list[Filler] = field(default_factory=list)
    payees: list[Filler] = field(default_factory=list)
    parties: list[Filler] = field(default_factory=list)
    subjects: list[Filler] = field(default_factory=list)
    owners: list[Filler] = field(default_factory=list)
    segment: Segment | None = None
    place: int = 0
    model: EventReading | None = None
