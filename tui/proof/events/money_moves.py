"""Money as the subject of a verb: where it goes, and where it comes from.

"The £5m that N paid ended up with K", "Its £3m goes to K", "All of K's 6 million came from N". Each
verb is looked at once, the figure before it and the complements behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.fillers import PARTIES, is_share
from tui.proof.events.readings import Filler
from tui.proof.events.syntax.items import FigureItem, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.readings import EventReading
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate

_GOING = frozenset({"go", "end", "flow", "aller", "revenir", "échoir"})
_COMING = frozenset({"come", "stem", "originate", "venir", "provenir", "émaner"})
_FRONT = 3
"""Items at the head of a sentence among which the sum stands that it is about: "The | £5m"."""


class MoneyMoves:
    """Reads the verbs of one sentence that money is the subject of."""

    def __init__(
        self, items: Sequence[Item], predicates: Sequence[Predicate], fillers: PartyFiller
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates, self._fillers = items, predicates, fillers
        self._places = {id(item): at for at, item in enumerate(items)}

    def read(self, readings: Sequence[EventReading]) -> None:
        """Give such verbs the roles that their complements and the clause of the sum tell."""
        for reading in readings:
            predicate = reading.predicate
            if predicate is None or reading.noun is not None or reading.frame:
                continue
            verb = predicate.group.verb
            if verb is None or predicate.group.form != "finite":
                continue
            if verb.lemma in _GOING:
                self._goes(reading, predicate, readings)
            elif verb.lemma in _COMING:
                self._comes(reading, predicate, readings)

    def _goes(
        self, reading: EventReading, predicate: Predicate, readings: Sequence[EventReading]
    ) -> None:
        figure = self._money_of(predicate)
        roles = ("with", "at", "to") if predicate.group.lemmas[-1] == "end" else ("to", "at")
        getting = self._named(roles, predicate)
        if figure is None or not getting:
            return
        paid = self._clause_of(figure, readings, reading)
        paying = self._named(("from",), predicate) or self._owner_of(figure)
        if paid is not None:
            paying = paying or paid.payers
            paid.payees = getting  # "The £5m that N paid for the plot went to K"
        reading.frame, reading.payers, reading.payees = "give", paying, getting
        reading.figures = reading.figures or [figure]

    def _comes(
        self, reading: EventReading, predicate: Predicate, readings: Sequence[EventReading]
    ) -> None:
        figure = self._money_of(predicate)
        paying = self._named(("from", "of"), predicate)
        if figure is None or not paying:
            return
        paid = self._clause_of(figure, readings, reading)
        getting = paid.payees if paid is not None else []
        reading.frame, reading.payers = "give", paying
        reading.payees = getting or self._beside(figure) or self._owner_of(figure)
        reading.figures = reading.figures or [figure]

    def _money_of(self, predicate: Predicate) -> FigureItem | None:
        """The sum that a verb is said of: right before it, or at the head of the sentence."""
        near = [one for one in predicate.subject_figures if not is_share(one)]
        if near:
            return near[0]
        for at, item in enumerate(self._items[:_FRONT]):
            if not isinstance(item, FigureItem) or item.kind != "figure" or is_share(item):
                continue
            lead = self._items[at - 1] if at else None
            of_sum = lead is None or isinstance(lead, Phrase) or lead.kind == "preposition"
            if of_sum and at < predicate.place and self._is_main(predicate):
                return item
        return None

    def _is_main(self, predicate: Predicate) -> bool:
        """Whether a verb is that of the sentence: those before it are in clauses of the sum."""
        names = [
            item for item in predicate.subject if isinstance(item, Phrase) and item.name is not None
        ]
        before = [one for one in self._predicates if one.place < predicate.place]
        inner = all(one.group.form == "participle" or self._is_relative(one) for one in before)
        return inner and (not names or bool(before))

    def _is_relative(self, predicate: Predicate) -> bool:
        """Whether a verb stands in a clause about the sum: "the £5m (that) N paid"."""
        if predicate.relative:
            return True
        figure = next(iter(predicate.segments[0].figures), None)
        return figure is not None and self._places[id(figure)] < predicate.place

    def _clause_of(
        self, figure: FigureItem, readings: Sequence[EventReading], own: EventReading
    ) -> EventReading | None:
        """The event of a clause about a sum: "the £5m that N paid", "reçus par K"."""
        return next(
            (
                one
                for one in readings
                if one is not own and one.noun is None and one.frame and figure in one.figures
                and (one.payers or one.payees) and one.place > self._places[id(figure)]
            ),
            None,
        )  # fmt: skip

    def _owner_of(self, figure: FigureItem) -> list[Filler]:
        """Whose a sum is: "Nordwind's | £3m"."""
        at = self._places[id(figure)]
        lead = self._items[at - 1] if at else None
        if not isinstance(lead, Phrase) or lead.owner is None or lead.words:
            return []
        return [Filler(lead.owner, lead)] if lead.owner.kind in PARTIES else []

    def _beside(self, figure: FigureItem) -> list[Filler]:
        """For whom a sum is: "the £94,000 | for | K"."""
        at = self._places[id(figure)]
        link, named = self._items[at + 1 : at + 2], self._items[at + 2 : at + 3]
        if not (link and named and link[0].value in {"for", "to"}):
            return []
        return self._fillers.targets(named, strict=False)

    def _named(self, roles: Sequence[str], predicate: Predicate) -> list[Filler]:
        for role in roles:
            found = self._fillers.named_by(role, predicate)
            if found:
                return found
        return []
