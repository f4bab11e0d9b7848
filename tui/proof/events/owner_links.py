"""Whose a company was that is bought: its owner is paid, where it was his until the sale.

"Bought K, owned until now by F", "paid $310 m for the 12 % of S that T held". Who owned it once is
paid nothing: "K, which had belonged to F until 2018". Linear in the items of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import STAKE_WORDS
from tui.language.plain_words import words_of
from tui.proof.events.fillers import MissingPartyError, is_share
from tui.proof.events.syntax.item_row import CLAUSE_ENDS
from tui.proof.events.syntax.items import FigureItem, Phrase, VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.readings import EventReading
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.syntax.tokens import SentenceToken

_HOLDING = frozenset({"hold", "own", "détenir", "posséder"})
_OWNED = frozenset({"control", "contrôler", "belong", "appartenir"})
_OWNINGS = frozenset({"propriété", "filiale", "subsidiary", "property", "part", "unit", "division"})
_APPOSED = 7
"""Items behind a company among which its owner is told: a comma, "owned", a date, "by"."""
_FOR_SHARES = frozenset({"buy", "pay", "spend", "take", "move", "sell"})
_REACH = 4
"""Items from a thing to the verb of the clause that is said of it: a pronoun, a subject."""
_ONCE = words_of(
    """
    former formerly once previously ex originally original before erstwhile onetime one-time then
    ancien ancienne anciens anciennement autrefois jadis naguère auparavant avant précédemment
    """
)
"""Words by which an owner is one of another time."""
_UNTIL = words_of("until till jusqu jusque")
_UP_TO_NOW = words_of("now today then ici là présent alors aujourd’hui aujourd'hui maintenant")
"""Behind "until" these tell that the owner is the one who sells."""
_SINCE = words_of("since depuis")
_TAIL = 8
"""Tokens behind an owner that may still date it: "until it was bought out in 2018"."""


class OwnerLinks:
    """Gives the sales of one sentence the owner of what is sold."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        fillers: PartyFiller,
        tokens: Sequence[SentenceToken],
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates = items, predicates
        self._fillers, self._tokens = fillers, tokens

    def owned_by(self, readings: list[EventReading]) -> None:
        """As in "bought K, owned until now by F", "a racheté K, propriété de F": F may be paid.

        Of a thing without a name who owned it is paid: "The hall, which belonged to F, was bought".
        """
        for reading in readings:
            if reading.frame not in {"buy", "sell"}:
                continue
            place = self._place_of_thing(reading)
            behind = self._items[place + 1 : place + 1 + _APPOSED]
            if place < 0 or not behind or behind[0].value != ",":
                continue
            owned = next((at for at, one in enumerate(behind) if self._tells_owner(one)), -1)
            if owned < 0 or any(one.value == "," for one in behind[1:owned]):
                continue
            for at in range(owned + 1, len(behind) - 1):
                if behind[at].kind == "preposition" and behind[at].value in {"of", "by", "to"}:
                    if self._is_of_old(place + 1, place + 2 + at):
                        break
                    found = self._fillers.targets([behind[at + 1]], strict=False)
                    taken = {one.name.text for one in (*reading.payers, *reading.payees)}
                    found = [one for one in found if one.name.text not in taken]
                    if reading.payees:
                        reading.owners = found
                    else:
                        reading.payees = found
                    break

    def proceeds(self, readings: Sequence[EventReading]) -> None:
        """As in "K a encaissé 11 millions pour la vente de M à N": N pays it."""
        for reading in readings:
            predicate = reading.predicate
            if reading.frame != "receive" or reading.noun is not None or reading.payers:
                continue
            for sale in readings:
                told = sale.noun is not None and sale.frame == "sell" and sale.payers
                if not told or sale.predicate is not predicate:
                    continue
                taken = {one.name.text for one in reading.payees}
                reading.payers = [one for one in sale.payers if one.name.text not in taken]
                sale.payees = reading.payees or sale.payees

    def _place_of_thing(self, reading: EventReading) -> int:
        """Where stands what is bought: a company, or a thing without a name; -1 for neither."""
        if reading.payees:
            thing: Item | None = reading.payees[-1].item
        elif reading.predicate is None or reading.noun is not None:
            return -1
        elif reading.predicate.group.voice == "passive":
            thing = next(iter(reading.predicate.subject), None)
        else:
            objects = [one.targets[0] for one in reading.predicate.arguments if not one.role]
            thing = objects[0] if objects else None
        if not reading.payees and not (isinstance(thing, Phrase) and thing.name is None):
            return -1
        return next((at for at, one in enumerate(self._items) if one is thing), -1)

    def _tells_owner(self, item: Item) -> bool:
        """Whether an item says that something is somebody's: "owned", "propriété", "filiale"."""
        if isinstance(item, Phrase):
            return item.name is None and not _OWNINGS.isdisjoint(item.words)
        verb = item.verb if isinstance(item, VerbGroup) else None
        return verb is not None and verb.lemma in _HOLDING | _OWNED

    def held_by(self, readings: list[EventReading]) -> None:
        """As in "paid $310 m for the 12 % of S that T held": T is paid, not S."""
        for reading in readings:
            if reading.noun is not None or reading.frame not in _FOR_SHARES or not reading.payees:
                continue
            places = [
                at
                for at, item in enumerate(self._items)
                if any(item is filler.item for filler in reading.payees) and self._shared(at)
            ]
            for predicate in self._predicates:
                verb = predicate.group.verb
                near = any(at < predicate.place <= at + _REACH for at in places)
                if verb is None or verb.lemma not in _HOLDING or not near:
                    continue
                if predicate.group.voice == "passive":
                    try:
                        segment = predicate.segments[0]
                        holders = self._fillers.prepositional("by", segment, predicate)
                    except MissingPartyError:
                        holders = []
                elif any(one.item in predicate.subject for one in reading.payees):
                    continue
                else:
                    holders = self._fillers.targets(predicate.subject, strict=False)
                taken = {one.name.text for one in [*reading.payers, *reading.payees]}
                holders = [one for one in holders if one.name.text not in taken]
                if holders:
                    reading.subjects, reading.payees = reading.payees, holders
                    break

    def _shared(self, at: int) -> bool:
        """Whether an item says of whom a share or stake is: "12 % of | K"."""
        of, share = self._items[at - 1 : at], self._items[at - 2 : at - 1]
        if not (of and share and of[0].value in {"of", "in"}):
            return False
        if isinstance(share[0], FigureItem):
            return is_share(share[0])
        return isinstance(share[0], Phrase) and bool(set(share[0].words) & STAKE_WORDS)

    def _is_of_old(self, comma: int, owner: int) -> bool:
        """Whether an apposition, from its comma over its owner, tells of another time."""
        end = owner + 1
        while end < len(self._items) and self._items[end].value not in CLAUSE_ENDS | {","}:
            end += 1
        last = self._items[owner].last
        stop = min(self._items[end].first if end < len(self._items) else last + _TAIL, last + _TAIL)
        span = self._tokens[self._items[comma].first : max(stop, last)]
        if any(
            isinstance(item, VerbGroup) and item.tense == "pluperfect"
            for item in self._items[comma:owner]
        ):
            return True
        low = [token.low for token in span]
        if not _ONCE.isdisjoint(low):
            return True
        for at, token in enumerate(span):
            near = low[max(0, at - 2) : at]
            if token.low in _UNTIL and _UP_TO_NOW.isdisjoint(low[at + 1 : at + 3]):
                return True
            dated = token.kind == "date" or (token.kind == "number" and token.low[:4].isdecimal())
            if dated and _SINCE.isdisjoint(near):
                return _UP_TO_NOW.isdisjoint(low)
        return False
