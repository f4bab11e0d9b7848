"""What stands with a verb: whether a figure is its object, for what it goes, to whom, from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses import verb_classes as classes
from tui.language.clauses.event_nouns import ASSET_NOUNS, NOUN_FRAMES
from tui.proof.events.fillers import is_share
from tui.proof.events.syntax.items import FigureItem, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate

_TWO = 2


class VerbArguments:
    """Asks what stands with the verbs of one sentence."""

    def __init__(self, items: Sequence[Item], fillers: PartyFiller, language: str) -> None:
        """Keep what was found in the sentence."""
        self._items, self._fillers = items, fillers
        self._places = {id(item): at for at, item in enumerate(items)}
        self._nouns = NOUN_FRAMES[language]

    def place_of(self, item: Item) -> int:
        """Where an item stands in the sentence."""
        return self._places[id(item)]

    def item(self, place: int) -> Item | None:
        """What stands at a place of the sentence; `None` beyond its ends."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def has_it_done(self, predicate: Predicate) -> bool:
        """Whether the subject has it done to itself: "s'est fait prêter, s'est vu accorder par"."""
        group = predicate.group
        return group.reflexive and group.lemmas[:-1][-1:] in (("faire",), ("voir",))

    def is_own(self, predicate: Predicate) -> bool:
        """Whether a possessive says that the object is the subject's own: "son dépôt"."""
        return any(
            isinstance(one, Phrase) and one.owned
            for argument in predicate.arguments
            if not argument.role
            for one in argument.targets[:1]
        )

    def is_for_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "for" names a party."""
        return bool(self._fillers.named_by("for", predicate))

    def is_to_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "to" names a party."""
        return bool(self._fillers.named_by("to", predicate))

    def of_a_sum(self, predicate: Predicate) -> bool:
        """Whether the sum of a verb stands behind "de"."""
        figure = next(iter(predicate.segments[0].figures), None)
        before = self.item(self.place_of(figure) - 1) if figure is not None else None
        return before is not None and before.value == "of"

    def parts_with(self, figure: FigureItem, predicate: Predicate) -> bool:
        """Whether a sum is the object: "parted with $4 million", not "its $4 million stake"."""
        return self.is_direct(figure, predicate) and not any(
            isinstance(item, Phrase) and item.figure is figure for item in self._items
        )

    def with_a_sum(self, predicate: Predicate) -> bool:
        """Whether money is given: "supported it with 35 million euros", not with words."""
        for figure in predicate.segments[0].figures[:1]:
            at = self.place_of(figure)
            before, paper = self.item(at - 1), self.item(at - 2)
            if before is not None and before.value == "with":
                return True
            cheque = isinstance(paper, Phrase) and classes.CHEQUES.intersection(paper.words)
            if cheque and (with_ := self.item(at - 3)) is not None and with_.value == "with":
                return True
        return False

    def had_for_a_sum(self, predicate: Predicate) -> bool:
        """Whether a thing is got for money: "For $50 million, K gets the docks of N"."""
        things = [one for one in predicate.arguments if not one.role]
        thing = things[0].targets[0] if things else None
        if predicate.group.voice == "passive":
            things, thing = [], next(iter(predicate.subject), None)
        if not isinstance(thing, Phrase):
            return False
        if things[1:] and things[1].place == things[0].place + len(things[0].targets):
            return False  # "Secured Kestrel a loan"
        named = thing.name is not None and thing.name.kind in classes.COMPANIES
        if not thing.words and (not named or self.heads_a_list(thing)):
            return False
        if set(thing.words) & (self._nouns.keys() | classes.MONEY | classes.TENDERS):
            return False
        return any(self.exchanged_for(one) for one in predicate.segments[0].figures[:1])

    def gets_money(self, predicate: Predicate) -> bool:
        """Whether money is the object of a verb, and comes from somebody."""
        direct = any(
            self.is_direct(figure, predicate) and not is_share(figure)
            for figure in predicate.segments[0].figures[:1]
        )
        things = any(
            not one.role and isinstance(one.targets[0], Phrase) and one.targets[0].name is not None
            for one in predicate.arguments
        )
        return direct and not things

    def is_from_somebody(self, predicate: Predicate) -> bool:
        """Whether a complement with "from" names a party."""
        return bool(self._fillers.named_by("from", predicate))

    def has_company(self, predicate: Predicate) -> bool:
        """Whether a company is what a verb is done to."""
        objects = [one.targets[0] for one in predicate.arguments if not one.role]
        told = predicate.subject if predicate.group.voice == "passive" else objects
        return any(
            isinstance(one, Phrase) and one.name is not None and one.name.kind in classes.COMPANIES
            for one in told
        )

    def has_thing(self, predicate: Predicate) -> bool:
        """Whether a company is what a verb is done to, or something that it owns."""
        return self.has_company(predicate) or bool(
            predicate.object_words & (ASSET_NOUNS["en"] | {"arm", "tower", "hotel"})
        )

    def heads_a_list(self, thing: Phrase) -> bool:
        """Whether more is told behind a comma than a name: "K, two ships and a warehouse"."""
        at = self.place_of(thing)
        comma, other, joint = (self.item(at + step) for step in (1, 2, 3))
        return (
            comma is not None
            and comma.value == ","
            and isinstance(other, Phrase)
            and joint is not None
            and joint.kind == "conjunction"
        )

    def exchanged_for(self, figure: FigureItem) -> bool:
        """Whether a figure is what something goes for: "for 4 million", "in exchange for"."""
        at = self.place_of(figure)
        before, fee, link = (self.item(at - step) for step in (1, 2, 3))
        if before is not None and before.value in {"for", "amount", "exchange"}:
            return True
        if before is not None and before.value == "worth" and isinstance(fee, Phrase):
            return bool(classes.DEALS.intersection(fee.words))  # "In a deal worth $4 million"
        if before is not None and before.value == "in":
            behind = self.item(at + 1)
            return isinstance(behind, Phrase) and bool(classes.DEALS.intersection(behind.words))
        if before is not None and before.value == "of" and isinstance(fee, Phrase):
            bidding = link is not None and link.value == "with"
            if bidding and classes.BIDS.intersection(fee.words):
                return True  # "Secured the vase with a winning bid of £2.2m"
        return (
            before is not None
            and before.value == "of"
            and isinstance(fee, Phrase)
            and bool(classes.FEES.intersection(fee.words))
            and link is not None
            and link.value in {"for", "amount"}
        )  # "Landed the winger for a fee of 14 million"

    def exchanged(self, predicate: Predicate) -> bool:
        """Whether a figure is what something is given for: "in exchange for $48 million"."""
        for segment in predicate.segments[:1]:
            for figure in segment.figures[:1]:
                at = self.place_of(figure)
                before = self._items[at - 1] if at else None
                if before is not None and before.value in {"for", "exchange", "amount", "against"}:
                    return True
        return False

    def is_direct(self, figure: FigureItem, predicate: Predicate) -> bool:
        """Whether a figure is the object of a verb, without a preposition."""
        at = self.place_of(figure)
        if figure in predicate.subject_figures or at < predicate.place:
            # "In exchange for £4m, K …", "Pour 4 millions, K livrera deux navires"
            return not self.exchanged_for(figure)
        if at > 1 and self._items[at - 1].kind == "date":
            at -= 1  # "a versé lundi 4 millions"
        before = self._items[at - 1] if at else None
        if before is None:
            return False
        if before is predicate.group or before.kind == "conjunction":
            return True
        if before.kind in {"phrase", "pronoun"}:
            at = self.place_of(before)
            opened = self._items[at - 1] if at else None
            if opened is None or opened.kind != "preposition":
                return True
            # "A versé à Kestrel 4 millions": the recipient stands between.
            verb = self._items[at - 2] if at > 1 else None
            if verb is not None and verb.kind == "date" and at > _TWO:
                verb = self._items[at - 3]  # "A versé lundi à Kestrel 4 millions"
            return opened.value == "to" and verb is predicate.group
        return before.kind == "sign" and before.value == ","

    def goods_follow(self, figure: FigureItem) -> bool:
        """Whether what it is of follows a figure: "4 million of turbines"."""
        at = self.place_of(figure) + 1
        return (
            at < len(self._items)
            and self._items[at].kind == "preposition"
            and self._items[at].value in {"of", "worth"}
        )
