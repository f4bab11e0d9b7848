"""Which date of a sentence is that of a figure's event."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.cues import DEADLINES
from tui.proof.events.syntax.items import FigureItem, Item, VerbGroup

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.proof.events.readings import EventReading
    from tui.proof.events.sentence_reading import SentenceReading
    from tui.proof.events.syntax.predicates import Predicate


class DateReader:
    """Tells the dates of the events of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence = sentence
        self._places = {id(item): at for at, item in enumerate(sentence.items)}

    def read(self, figure: FigureItem, reading: EventReading | None) -> Mention | None:
        """The date that is said of a figure: of its own clause, nearest to it.

        Args:
            figure: The figure.
            reading: The event that it belongs to; `None` for a fact.
        """
        dates = [
            item
            for item in self._sentence.items
            if isinstance(item, FigureItem)
            and item.kind == "date"
            and item.mention is not None
            and item.mention.date is not None
            and not self._is_deadline(item)
        ]
        at = self._places[id(figure)]
        predicate = self._predicate_of(figure, reading)
        here = [item for item in dates if self._dates(item, at, predicate)]
        chosen = min(here, key=lambda item: abs(self._places[id(item)] - at), default=None)
        if chosen is None or chosen.mention is None:
            return None
        return chosen.mention

    def is_of_the_announcement(self, date: Mention) -> bool:
        """Whether a date is the day on which something was said: "announced on Tuesday"."""
        place = next(
            (
                at
                for at, item in enumerate(self._sentence.items)
                if isinstance(item, FigureItem) and item.mention is date
            ),
            -1,
        )
        owner = self._owner(place)
        return owner is not None and owner.group.stance in {"speech", "announce"}

    def _owner(self, place: int) -> Predicate | None:
        """The verb among whose complements an item stands."""
        return next(
            (
                one
                for one in reversed(self._sentence.predicates)
                if one.place < place < max(one.end, one.place + 1)
            ),
            None,
        )

    def _predicate_of(self, figure: FigureItem, reading: EventReading | None) -> Predicate | None:
        if reading is not None and reading.predicate is not None:
            return reading.predicate
        owners = [
            predicate
            for predicate in self._sentence.predicates
            if any(figure in segment.figures for segment in predicate.segments)
        ]
        if owners:
            return max(owners, key=lambda predicate: predicate.place)
        return next(
            (one for one in self._sentence.predicates if figure in one.subject_figures), None
        )

    def _dates(self, date: FigureItem, at: int, predicate: Predicate | None) -> bool:
        """Whether a date is said of a figure's event, not of another verb or another figure."""
        place = self._places[id(date)]
        items = self._sentence.items
        if place > at:
            between = items[at + 1 : place]
            other = any(isinstance(item, FigureItem) and item.kind == "figure" for item in between)
            comma = any(item.kind == "sign" and item.value in {",", ";", ":"} for item in between)
            if other and (comma or any(self._is_comparison(item) for item in between)):
                return False
        owner = self._owner(place)
        if (
            owner is not None
            and owner is not predicate
            and owner.group.form == "participle"
            and owner.place < at < place
            and not any(isinstance(item, VerbGroup) for item in items[at:place])
        ):
            # "Bought by a group led by K for $3 bn in May"
            return True
        if owner is not None:
            if place < at and any(
                item.kind == "sign" and item.value == ":" for item in items[place:at]
            ):
                # "It is K that won on Tuesday: it will pay 18 million": told of all of it.
                return owner.group.form == "finite"
            said = owner.group.stance in {"speech", "announce"}
            governs = predicate is not None and predicate.governor is owner
            if owner is predicate and place < at:
                between = items[place + 1 : at]
                ahead = items[owner.place + 1 : place]
                if any(
                    isinstance(one, FigureItem) and one.kind == "figure" for one in ahead
                ) and any(one.kind in {"conjunction"} or one.value == "," for one in between):
                    # "40 million in 2021, then 10": the date is that of the figure before.
                    return False
            return owner is predicate or predicate is None or said or governs
        first = next((one for one in self._sentence.predicates if one.place > place), None)
        before = items[place - 1] if place else None
        if before is not None and before.kind == "preposition" and place > 1:
            before = items[place - 2]
        if before is not None and before.kind == "relative":
            # "Which in September had thrown out all bids": that verb's alone.
            return first is predicate
        return predicate is None or first is None or first is predicate or place < predicate.place

    def _is_comparison(self, item: Item) -> bool:
        return item.kind == "preposition" and item.value in {"from", "against", "after"}

    def _is_deadline(self, item: FigureItem) -> bool:
        """Whether a date is a limit, a period or a beginning: "by 2030", "since 2019"."""
        assert item.mention is not None
        start, text = item.mention.start, self._sentence.text
        before = text[max(0, start - 24) : start]
        if text[item.mention.end : item.mention.end + 2] in {"'s", "’s"}:
            # "Friday's close" dates something else.
            return True
        return (
            _deadline(self._sentence.language).search(before) is not None
            or _opens_deadline(self._sentence.language).match(item.mention.text) is not None
        )


@cache
def _deadline(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{DEADLINES[language]})\s*\Z", re.IGNORECASE)


@cache
def _opens_deadline(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{DEADLINES[language]})(?!\w)", re.IGNORECASE)
