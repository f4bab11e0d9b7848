"""One sentence, read: what the readers of moods, figures, dates and instruments look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model.dates import Edtf
    from tui.proof.events.readings import EventReading
    from tui.proof.events.syntax.antecedents import Antecedents
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.syntax.tokens import SentenceToken


@dataclass(slots=True, eq=False)
class SentenceReading:
    """One sentence, read: its tokens, names, items, predicates and events."""

    text: str
    start: int
    end: int
    language: str
    tokens: list[SentenceToken]
    names: list[tuple[int, int, Name]]
    items: list[Item]
    predicates: list[Predicate]
    readings: list[EventReading]
    antecedents: Antecedents
    subject: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    previous: SentenceReading | None = None
    published: Edtf | None = None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of the text from one token up to another."""
        return self.tokens[first].start, self.tokens[last - 1].end
