"""Events that verbs tell: payer and payee by the frame of the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses import verb_classes as classes
from tui.language.clauses.event_nouns import NOUN_FRAMES
from tui.language.clauses.verbs import FRAMES, CaseFrame
from tui.proof.events.fillers import MissingPartyError
from tui.proof.events.readings import EventReading, Filler
from tui.proof.events.syntax.items import FigureItem, Phrase
from tui.proof.events.verb_arguments import VerbArguments
from tui.proof.events.verb_frames import VerbFrames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate, Segment


class VerbEvents:
    """Reads the events that the verbs of one sentence tell."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        fillers: PartyFiller,
        language: str,
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates, self._fillers = items, predicates, fillers
        self._frames = FRAMES[language]
        self._nouns = NOUN_FRAMES[language]
        self._args = VerbArguments(items, fillers, language)
        self._choice = VerbFrames(items, predicates, self._args, language)

    def frame_of(self, predicate: Predicate) -> str:
        """The frame of a verb with what stands with it; empty where it moves no money."""
        return self._choice.frame_of(predicate)

    def readings(self, predicate: Predicate) -> list[EventReading]:
        """The events of a verb, one for each figure that "and" joins."""
        name = self.frame_of(predicate)
        readings = []
        for number, segment in enumerate(predicate.segments):
            figures = list(segment.figures)
            if number == 0:
                figures = [*predicate.subject_figures, *figures]
            reading = EventReading(
                name, predicate, figures=figures, segment=segment, place=predicate.place
            )
            borrowed = name == "back" and figures and self._is_borrowed(figures[0])
            if borrowed and not self._args.has_company(predicate):
                # "Will finance it by a loan of $4 million": that is the sum of the loan.
                reading.figures, reading.frame = [], ""
            elif not name and self._builds_for(reading):
                pass
            elif name == "sign":
                self._contract(reading)
            elif name:
                frame = self._frames[name]
                direct = bool(figures) and self._args.is_direct(figures[0], predicate)
                if name == "supply" and direct and not self._args.goods_follow(figures[0]):
                    frame = self._frames["give"]
                if self._args.has_it_done(predicate) and name not in {"fine", "fined"}:
                    passive = predicate.group.voice == "passive"  # "S'est vu prêter 4 millions"
                    frame = CaseFrame(("by", "from"), ("object" if passive else "subject",))
                agent = predicate.group.voice == "passive" and "subject" in frame.payee
                # "Pocketed by K": of a participle "by" tells who does it.
                payer = [role for role in frame.payer if not (agent and role == "by")]
                reading.payers = self._fillers.fill(payer, predicate, segment, direct)
                reading.payees = self._fillers.fill(frame.payee, predicate, segment, direct)
                if name in {"win", "receive"} and not reading.payers:
                    reading.payers = self._customer_of(segment)
                if name == "sell" and not reading.payees and self._is_of_a_court(predicate):
                    reading.payees = self._fillers.fill(("object",), predicate, segment, direct)
                if name == "order" and self._lets_or_rents(predicate):
                    reading.parties = [*reading.payers, *reading.payees]
                    reading.payers, reading.payees = [], []
                if name == "move":
                    # "Transferred to N for 4 million, the winger": he is not paid for himself.
                    reading.payees = [
                        one
                        for one in reading.payees
                        if one.name.kind != "person" or one.item not in predicate.subject
                    ]
                if name in {"buy", "sell"}:
                    reading.subjects = self._things(predicate, segment)
                if name == "pay" and self._paid_for(reading.payees, segment):
                    reading.frame = "buy"
            readings.append(reading)
        return readings

    def _builds_for(self, reading: EventReading) -> bool:
        """Read "will build N's depot for £61m", "will build 40 trams for N": N orders it."""
        predicate = reading.predicate
        assert predicate is not None
        verb, segment = predicate.group.verb, reading.segment
        working = classes.SUPPLIES | classes.WORKING | classes.PERFORMING
        if verb is None or segment is None or verb.lemma not in working:
            return False
        priced = any(map(self._args.exchanged_for, reading.figures))
        # "Construira deux chalutiers pour K": without a sum "for" alone tells for whom.
        ordered = not reading.figures and verb.lemma in classes.BUILDING
        if predicate.group.voice == "passive" or not (priced or ordered):
            return False
        deals = self._nouns.keys() | classes.SOLD
        if predicate.object_words & deals:
            return False  # "A réalisé l'acquisition de Kestrel pour 4 millions"
        customers = self._fillers.fill(("for",), predicate, segment, False)
        customers = customers or self._owners_of_object(segment)
        if not customers and verb.lemma in classes.WORKING | classes.PERFORMING:
            customers = self._of_object(segment)
        makers = self._fillers.fill(("subject",), predicate, segment, False)
        if not customers or not makers:
            return False
        reading.frame, reading.payers, reading.payees = "order", customers, makers
        return True

    @staticmethod
    def _owners_of_object(segment: Segment) -> list[Filler]:
        """Whose a thing is that is made: "will build | Kestrel's new depot"."""
        return [
            Filler(target.owner, target)
            for target in segment.objects
            if isinstance(target, Phrase)
            and target.owner is not None
            and target.owner.kind in classes.COMPANIES
        ]

    def _of_object(self, segment: Segment) -> list[Filler]:
        """Whose a thing is, behind "of", on which a work is done: "posera les câbles de K"."""
        for number, argument in enumerate(segment.arguments[:-1]):
            following = segment.arguments[number + 1]
            if not argument.role and following.role == "of":
                named = self._fillers.targets(following.targets, strict=False)
                return [one for one in named if one.name.kind in classes.COMPANIES]
        return []

    def _is_borrowed(self, figure: FigureItem) -> bool:
        """Whether a figure is that of a loan by which something is paid."""
        at = self._args.place_of(figure)
        by, loan = self._args.item(at - 3), self._args.item(at - 2)
        return (
            by is not None
            and by.kind == "preposition"
            and by.value in {"by", "with", "through"}
            and isinstance(loan, Phrase)
            and any(self._nouns.get(word, ("",))[0] == "lend" for word in loan.words)
        )

    def _things(self, predicate: Predicate, segment: Segment) -> list[Filler]:
        """The company that is bought or sold, by name."""
        try:
            if predicate.group.voice == "passive":
                return self._fillers.without_persons(
                    self._fillers.targets(predicate.subject, strict=False)
                )
            return self._fillers.bare(segment, predicate)
        except MissingPartyError:
            return []

    def _paid_for(self, payees: Sequence[Filler], segment: Segment) -> bool:
        """Whether what is paid for is the company itself: "pay $2 bn for Sabrefield"."""
        shown = {id(filler.item) for filler in payees}
        return any(
            argument.role == "for" and any(id(target) in shown for target in argument.targets)
            for argument in segment.arguments
        )

    def _lets_or_rents(self, predicate: Predicate) -> bool:
        """Whether either may be the tenant: "loue le terrain à K"."""
        verb = predicate.group.verb
        louer = verb is not None and verb.lemma == "louer" and predicate.group.voice == "active"
        return louer and self._args.is_to_somebody(predicate)

    def _customer_of(self, segment: Segment) -> list[Filler]:
        """Whose order or contract is won, told as one word with it: "wins $4m Kestrel order"."""
        return [
            Filler(item.compound, item)
            for item in segment.objects
            if isinstance(item, Phrase)
            and item.compound is not None
            and item.compound.kind == "party"
            and self._nouns.get(item.value, ("",))[0] in {"order", "contract"}
        ]

    @staticmethod
    def _is_of_a_court(predicate: Predicate) -> bool:
        """Whether a court or who winds a company up sells it, and is paid nothing himself."""
        return any(
            isinstance(item, Phrase)
            and item.name is None
            and not classes.COURTS.isdisjoint(item.words)
            for item in predicate.subject
        )

    def _contract(self, reading: EventReading) -> None:
        predicate = reading.predicate
        assert predicate is not None
        segment = reading.segment or predicate.segments[0]
        try:
            subject = self._fillers.targets(predicate.subject, strict=False)
            if predicate.group.voice == "passive":
                subject = self._fillers.prepositional("by", segment, predicate)
            partner = self._fillers.prepositional("with", segment, predicate)
            between = self._fillers.prepositional("between", segment, predicate)
        except MissingPartyError:
            return
        reading.parties = [*subject, *partner, *between]
        goal = self.goal(predicate)
        if goal == "supply" and subject and partner:
            reading.payers, reading.payees, reading.parties = partner, subject, []
            return
        buys = goal == "buy" or (not goal and not between and self._signs_for_goods(reading))
        if buys and subject and partner:
            reading.payers, reading.payees, reading.parties = subject, partner, []

    def _signs_for_goods(self, reading: EventReading) -> bool:
        """As in "has signed with Kestrel for processors worth $11 billion": an order."""
        segment = reading.segment
        if segment is None or not reading.figures or reading.predicate is None:
            return False
        if any(self._nouns.get(word, ("",))[0] for word in reading.predicate.object_words):
            return False  # "Signed a contract with K for 40 buses": either may buy them.
        at = self._args.place_of(reading.figures[0])
        if at < 2 or self._items[at - 1].value not in {"worth", "of", "amount"}:
            return False
        goods = self._items[at - 2]
        return (
            any(
                argument.role == "for" and goods in argument.targets
                for argument in segment.arguments
            )
            and isinstance(goods, Phrase)
            and not set(goods.words) & (self._nouns.keys() | classes.JOINT)
        )

    def goal(self, predicate: Predicate) -> str:
        """What the first of two parties of a contract does for the other: supplies, or buys."""
        for other in self._predicates:
            if (
                other.governor is predicate
                and other.group.form == "infinitive"
                and other.group.verb
            ):
                lemma = other.group.verb.lemma
                if lemma in classes.SUPPLIES:
                    return "supply"
                if lemma in classes.USES:
                    return "buy"
        return ""
