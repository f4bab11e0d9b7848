"""Events that nouns tell: "Amazon's investment in Anthropic", "le rachat de X par Y".

A role that the noun leaves open is filled by the verb that the noun depends on: "secured a loan".
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import NOT_EVENTS, NOUN_FRAMES, SIGNING, UNDERGONE
from tui.language.clauses.verbs import FRAMES
from tui.proof.events.fillers import PARTIES, MissingPartyError
from tui.proof.events.readings import EventReading, Filler
from tui.proof.events.syntax.item_row import joined_phrases
from tui.proof.events.syntax.items import FigureItem, Phrase, VerbGroup
from tui.proof.events.syntax.predicates import Argument, Predicate, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.language.clauses.verbs import CaseFrame
    from tui.proof.events.fillers import PartyFiller
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.verb_events import VerbEvents

_MEASURING = frozenset(
    """
    bring fetch net raise yield rapporter valoir be total amount reach value estimate cost exceed
    être élever porter chiffrer représenter atteindre totaliser monter évaluer estimer dépasser
    """.split()
)
"""Verbs that give their subject a sum."""
_BRINGING = frozenset({"bring", "fetch", "net", "raise", "yield", "rapporter"})
"""Of those, the ones by which a sale gives somebody its sum."""
_ANSWERS = frozenset(
    """
    accept receive consider review approve reject rebuff spurn dismiss refuse decline snub
    get turn agree recommend welcome accepter recevoir
    étudier
    rejeter repousser refuser décliner approuver examiner
    """.split()
)
"""What the target of an offer does with it."""
_CHEQUES = frozenset({"cheque", "check", "chèque"})
_FORESEEING = frozenset({"provide", "cover", "include", "involve", "prévoir", "porter", "couvrir"})
_GOING = frozenset({"go", "aller", "incomber", "revenir", "échoir"})
"""Verbs by which a contract falls to somebody."""
_LENDING = frozenset(
    """
    open offer provide arrange approve extend sign underwrite make announce propose plan prepare
    ouvrir proposer arranger approuver consentir annoncer prévoir préparer signer
    """.split()
)
"""Verbs by which their subject lends."""
_SIGNING = frozenset({"sign", "signer", "conclure", "conclude", "arrange"})
_LENDERS = frozenset(
    "lender lenders bank banks syndicate prêteur prêteurs banque banques pool".split()
)
_FINANCING = frozenset({"finance", "fund", "refinance", "financer", "refinancer", "cofinancer"})
"""Verbs by which somebody pays for a thing of its own with a loan."""
_BOOKING = frozenset(
    """
    book log win receive land secure post report record clinch bag enregistrer engranger décrocher
    recevoir remporter obtenir afficher
    """.split()
)
"""What the supplier does with an order that it has from somebody."""
_SEEKING_LOANS = frozenset(
    """
    negotiate seek need want request discuss repay refinance draw take négocier chercher demander
    contracter rembourser vouloir solliciter espérer renégocier
    """.split()
)
"""Verbs by which their subject is lent to."""
_BEING = frozenset({"be", "être", "have", "avoir"})
_LOOKING_ON = (
    "advis", "represent", "assist", "critici", "oppos", "fought", "fight", "cover", "follow",
    "analys", "question", "regret", "fear", "mourn", "mock", "applaud",
    "prais", "welcom", "hail", "defend", "investigat", "prob", "examin", "broker", "mediat",
    "guarante", "underwr", "witness", "observ", "mention", "recall", "describ", "conseill",
    "repr\u00e9sent", "critiqu", "combat", "suiv", "comment", "craind", "salu", "enqu\u00eat",
    "garant", "rappel", "d\u00e9cri", "d\u00e9nonc", "accompagn", "surveill",
    "congratulat", "counsel", "guid", "help", "aid", "attack", "blam", "accus", "act", "work",
    "handl", "escort", "shepherd", "block", "clear", "monitor", "scrutin",
    "f\u00e9licit", "soutenir", "\u00e9paul", "pilot", "orchestr", "bloqu",
)  # fmt: skip
"""How verbs begin whose subject does not do what their object names: "advised K on its bid"."""
_SUPPORTING = frozenset(
    "give win receive order spend pay commit put supply lead raise back".split()
)
"""Frames of verbs whose object may be the noun of the event itself: "secured a loan"."""
_UNDERGOING = frozenset({"", "for", "with", "by", "to", "against", "of"})
"""Arguments of a verb in which the one stands whom it is done to or for."""
_DEALS = frozenset({"deal", "agreement"})
"""Nouns by which a company is bought where "for" stands before its name."""
_PACKAGES = frozenset("plan plans package programme program facility proposal worth".split())
"""Nouns that an event noun may stand before: "loan package"."""


class NounEvents:
    """Reads the events that the nouns of one sentence tell."""

    def __init__(
        self,
        items: Sequence[Item],
        predicates: Sequence[Predicate],
        fillers: PartyFiller,
        verbs: VerbEvents,
        language: str,
    ) -> None:
        """Keep what was found in the sentence."""
        self._items, self._predicates = items, predicates
        self._fillers, self._verbs, self._language = fillers, verbs, language
        self._places = {id(item): at for at, item in enumerate(items)}
        self._frames = FRAMES[language]
        self._nouns = NOUN_FRAMES[language]

    def event_of(self, phrase: Phrase) -> tuple[str, CaseFrame] | None:
        """The event that a phrase tells: in English by its last words, in French by any."""
        if phrase.name is not None:
            return None
        if self._language == "fr":
            return next((self._nouns[word] for word in phrase.words if word in self._nouns), None)
        if len(phrase.words) > 1 and phrase.words[-2] == "series" and len(phrase.words[-1]) == 1:
            # "Its Series C"
            return self._nouns["round"]
        for word in reversed(phrase.words):
            if word in self._nouns:
                return self._nouns[word]
            if word not in _PACKAGES:
                return None
        return None

    def _is_complement_of_thing(self, at: int) -> bool:
        """Whether a noun is a complement of what is no event: "carnet de commandes"."""
        head = self._items[at - 2] if at > 1 else None
        return (
            isinstance(head, Phrase)
            and self._items[at - 1].kind == "preposition"
            and self._items[at - 1].value == "of"
            and bool(set(head.words) & NOT_EVENTS[self._language])
        )

    def _is_of_the_exchange(self, at: int) -> bool:
        """Whether a noun has "en Bourse" behind it."""
        behind = self._items[at + 1 : at + 3]
        return any(isinstance(item, Phrase) and "bourse" in item.words for item in behind)

    def reading(self, at: int, phrase: Phrase) -> EventReading | None:
        """The event that a phrase tells, or `None` where it tells none."""
        event = self.event_of(phrase)
        if event is None or self._is_complement_of_thing(at):
            return None
        if "entrée" in phrase.words and self._is_of_the_exchange(at):
            return None  # "Son entrée en Bourse"
        name, frame = event
        if self._is_taking_control(at, phrase):
            name, frame = self._nouns["rachat"]
        reading = EventReading(name, noun=phrase, place=at)
        arguments = self._noun_arguments(at, phrase, reading)
        governing, as_subject = self._governing(phrase)
        if "marché" in phrase.words and (
            governing is None or governing.group.frame not in {"win", "give", "sign", "receive"}
        ):
            # A market, not a contract.
            return None
        reading.predicate = governing
        segment = Segment(arguments)
        holder = Predicate(at, VerbGroup("verb", phrase.first, phrase.last), segments=[segment])
        owner = (
            [Filler(phrase.owner, phrase)] if phrase.owner and phrase.owner.kind in PARTIES else []
        )
        for other in self._predicates:
            if other.group.form == "participle" and other.group.stance == "expect":
                # "Estimated at $3 bn a year ago, the contract was signed": that is no sum of it.
                continue
            if phrase in other.subject or self._tells_worth(other, arguments):
                reading.figures += [
                    one for one in self._measured(other) if one not in reading.figures
                ]
            if name == "contract":
                foreseen = self._foreseen(other, phrase)
                reading.figures += [one for one in foreseen if one not in reading.figures]
        if frame is SIGNING and not any(one.role == "from" for one in arguments):
            return None
        self._noun_roles(reading, frame, holder, segment, owner)
        self._participles(reading, phrase)
        if governing is not None and not as_subject:
            self._support(reading, name, governing, phrase)
        elif governing is not None and governing.group.voice == "passive":
            self._passive_support(reading, frame, governing)
        verb = governing.group.verb if governing is not None and as_subject else None
        if governing is not None and verb is not None and verb.lemma in _BRINGING:
            self._brought(reading, governing)
        falls = verb is not None and verb.lemma in _GOING
        if governing is not None and falls and name in {"contract", "order", "give"}:
            won = self._fillers.named_by("to", governing)
            reading.payees = reading.payees or won
        if (
            phrase.owned
            and governing is not None
            and not reading.payers
            and name in {"invest", "buy", "commit", "bid", "pay", "give", "lend"}
        ):
            with suppress(MissingPartyError):
                reading.payers = self._doers(governing, at)
        if name == "contract" and reading.payees and not reading.payers:
            reading.payers = self._for_whom(phrase)
        if name == "contract":
            self._contract_for(reading, arguments, governing)
            if not (reading.payers or reading.payees):
                self._deal_for(reading, arguments, governing, owner)
        if name == "contract" and not (reading.payers or reading.payees):
            self._noun_contract(reading, holder, segment, governing, owner)
        return reading

    def _doers(self, governing: Predicate, noun: int) -> list[Filler]:
        """Who does what a noun behind a verb tells: the subject, or the one it is done to.

        "Advised K on its purchase of V", "congratulated K on its purchase": K buys. Of other verbs
        with two parties before the noun it is not shown ("surprised K with its purchase").

        Raises:
            MissingPartyError: If a party is meant that the words do not name.
        """
        subject = self._fillers.targets(governing.subject, strict=True)
        taken = {one.name.text for one in subject}
        before = self._items[noun - 1] if noun else None
        if isinstance(before, FigureItem) and noun > 1:
            before = self._items[noun - 2]  # "On its | £150m | purchase"
        direct = before is None or before.kind != "preposition"
        between = [
            one
            for argument in governing.arguments
            if not direct and argument.place < noun and argument.role in _UNDERGOING
            for one in self._fillers.targets(argument.targets, strict=False)
            if one.name.text not in taken
        ]
        if not between:
            return subject
        if governing.group.verb is None or not governing.group.verb.lemma.startswith(_LOOKING_ON):
            return []
        return subject if governing.group.voice == "passive" else between

    def _is_taking_control(self, at: int, phrase: Phrase) -> bool:
        """Whether a noun is that of a takeover: "la prise de contrôle de K"."""
        behind = self._items[at + 2 : at + 3]
        return "prise" in phrase.words and any(
            isinstance(item, Phrase) and "contrôle" in item.words for item in behind
        )

    def _deal_for(
        self,
        reading: EventReading,
        arguments: Sequence[Argument],
        governing: Predicate | None,
        owner: list[Filler],
    ) -> None:
        """As in "N's $40 million deal for K", "N has struck a deal for K": N buys K."""
        noun = reading.noun
        if noun is None or _DEALS.isdisjoint(noun.words) or self._language != "en":
            return
        bought = next((one for one in arguments if one.role == "for"), None)
        if bought is None or bought.place != reading.place + 2:
            return
        named = [one for one in bought.targets if isinstance(one, Phrase)]
        if not all(one.name is not None and one.name.kind in PARTIES - {"person"} for one in named):
            return
        end = self._items[bought.place + len(bought.targets) :][:1]
        if not named or any(isinstance(item, VerbGroup) and item.form != "finite" for item in end):
            return  # "A deal for Kestrel to supply"
        if any(item.kind == "preposition" and item.value == "to" for item in end):
            return
        buyers = owner
        if not buyers and governing is not None and governing.group.voice == "active":
            group = governing.group
            if group.frame == "sign" or group.stance in {"achieve", "agree", "announce"}:
                buyers = self._fillers.targets(governing.subject, strict=False)
        if buyers:
            reading.payers, reading.frame = buyers, "buy"
            reading.payees = self._fillers.targets(bought.targets, strict=False)

    def _brought(self, reading: EventReading, governing: Predicate) -> None:
        """As in "the sale of S to N netted H $4 million": H is paid, whatever S is."""
        segment = governing.segments[0]
        if reading.frame not in {"sell", "buy"} or not segment.figures:
            return
        try:
            sellers = self._fillers.bare(segment, governing)
            sellers = sellers or self._fillers.prepositional("for", segment, governing)
            sellers = sellers or self._fillers.prepositional("to", segment, governing)
        except MissingPartyError:
            return
        taken = {one.name.text for one in reading.payers}
        sellers = [one for one in sellers if one.name.text not in taken]
        if sellers:
            reading.subjects, reading.payees = reading.payees, sellers

    def _for_whom(self, phrase: Phrase) -> list[Filler]:
        """Whose thing a contract is about: "the contract to lay K's cables went to N"."""
        for predicate in self._predicates:
            if predicate.group.form != "infinitive" or predicate.subject[:1] != [phrase]:
                continue
            for item in self._items[predicate.place + 1 : predicate.place + 2]:
                owner = item.owner if isinstance(item, Phrase) else None
                if owner is not None and owner.kind == "party":
                    return [Filler(owner, item)]
        return []

    def _contract_for(
        self, reading: EventReading, arguments: Sequence[Argument], governing: Predicate | None
    ) -> None:
        """As in "an agreement for the purchase of services from A": A is paid."""
        for argument in arguments:
            target = argument.targets[-1]
            if argument.role not in {"for", "of"} or not isinstance(target, Phrase):
                continue
            event = self.event_of(target)
            if event is None or event[0] not in {"buy", "order"}:
                continue
            segment = Segment(list(arguments))
            holder = Predicate(0, VerbGroup("verb", target.first, target.last), segments=[segment])
            sellers = self._fillers.fill(("from", "to", "at"), holder, segment, False)
            buyers: list[Filler] = []
            if governing is not None and governing.group.voice == "active":
                try:
                    buyers = self._fillers.targets(governing.subject, strict=True)
                except MissingPartyError:
                    buyers = []
            reading.payers = reading.payers or buyers
            reading.payees = reading.payees or sellers
            return

    def _noun_arguments(self, at: int, phrase: Phrase, reading: EventReading) -> list[Argument]:
        """The complements of a noun and its figures, right of it and just before it."""
        arguments: list[Argument] = []
        if phrase.figure is not None and phrase.figure.kind == "figure":
            reading.figures.append(phrase.figure)
        place = at + 1
        comma = False
        while place < len(self._items):
            item = self._items[place]
            following = self._items[place + 1] if place + 1 < len(self._items) else None
            if isinstance(item, FigureItem):
                if item.kind == "figure":
                    reading.figures.append(item)
                place += 1
                continue
            if item.kind == "preposition" and isinstance(following, FigureItem):
                if following.kind == "figure":
                    if reading.figures and item.value in {"after", "against"}:
                        break
                    reading.figures.append(following)
                place += 2
                continue
            if _goes_on(self._items, place, arguments):
                place = self._more_of_list(place, arguments[-1])
                continue
            if (
                item.kind == "preposition"
                and following is not None
                and following.kind in {"phrase", "pronoun"}
            ):
                if comma and item.value not in {
                    "of",
                    "by",
                    "for",
                    "worth",
                    "in",
                    "from",
                    "with",
                    "amount",
                    "led",
                }:
                    break
                targets, end = joined_phrases(self._items, place + 1)
                arguments.append(Argument(item.value, targets, place + 1, self._items[place - 1]))
                place = end
                continue
            if item.kind == "preposition":
                place += 1
                continue
            if item.value == "," and self._parenthesis_after(place) is not None:
                place = self._parenthesis_after(place) or place + 1
                continue
            if (
                item.kind == "sign"
                and item.value in {",", "(", ")"}
                and not (comma and item.value == ",")
            ):
                comma = item.value == ","
                if (
                    comma
                    and following is not None
                    and following.kind not in {"preposition", "figure", "verb"}
                ):
                    break
                place += 1
                continue
            if isinstance(item, Phrase) and item.figure is self._items[place - 1]:
                # "The sale of its remaining | 8 percent | holding to Kestrel"
                place += 1
                continue
            if self._is_told_of(item, phrase):
                place += 1
                continue
            break
        return arguments

    def _is_told_of(self, item: Item, phrase: Phrase) -> bool:
        """Whether a participle tells of a noun; what follows "a loan backed by" is who vouches."""
        if not isinstance(item, VerbGroup) or item.form != "participle" or item.frame == "back":
            return False
        return any(one.group is item and phrase in one.subject for one in self._predicates)

    def _more_of_list(self, place: int, argument: Argument) -> int:
        """Take in those whose preposition is repeated: "auprès de A, de B et de C"."""
        place += 1 if self._items[place].kind == "conjunction" else 0
        targets, end = joined_phrases(self._items, place + 1)
        argument.targets = [*argument.targets, *targets]
        return end

    def _parenthesis_after(self, comma: int) -> int | None:
        """Past an apposition or clause between commas inside the complements of a noun.

        "The acquisition of N, a maker of tiles, by K": the complements go on with a preposition.
        """
        first = self._items[comma + 1] if comma + 1 < len(self._items) else None
        opens = (
            (isinstance(first, Phrase) and first.name is None)
            or (isinstance(first, VerbGroup) and first.form == "participle")
            or (first is not None and (first.kind == "relative" or first.value in {"que", "qu"}))
        )
        if self._items[comma].value != "," or not opens:
            return None
        for place in range(comma + 2, len(self._items)):
            value = self._items[place].value if self._items[place].kind == "sign" else ""
            if value in {".", ";", ":", "?", "!"}:
                return None
            if value == ",":
                after = self._items[place + 1] if place + 1 < len(self._items) else None
                if after is not None and after.kind in {"preposition", "figure"}:
                    return place + 1
                return None
        return None

    def _tells_worth(self, other: Predicate, arguments: Sequence[Argument]) -> bool:
        """As in "a bid for Kestrel that could be worth $3 bn": the bid is, not Kestrel."""
        figures = other.segments[0].figures[:1]
        if not other.relative or not figures or other.group.frame:
            return False
        before = self._items[self._places[id(figures[0])] - 1]
        named = [target for argument in arguments for target in argument.targets]
        return before.value == "worth" and any(item in named for item in other.subject)

    @staticmethod
    def _measured(governing: Predicate) -> list[FigureItem]:
        """The figure that a verb gives the event it is said of: "the contract is worth $3 bn"."""
        verb = governing.group.verb
        if verb is None or verb.lemma not in _MEASURING:
            return []
        return governing.segments[0].figures[:1]

    def _foreseen(self, other: Predicate, phrase: Phrase) -> list[FigureItem]:
        """As in "The contract provides for the delivery of batteries for $90 million": its sum."""
        verb = other.group.verb
        figures = other.segments[0].figures[:1]
        if phrase not in other.subject or verb is None or verb.lemma not in _FORESEEING:
            return []
        before = self._items[self._places[id(figures[0])] - 1] if figures else None
        return figures if before is not None and before.value in {"for", "amount"} else []

    def _governing(self, phrase: Phrase) -> tuple[Predicate | None, bool]:
        """The verb that a noun depends on, and whether the noun is its subject."""
        chain = {id(phrase)}
        at = self._places[id(phrase)]
        while (
            at >= 2
            and self._items[at - 1].kind == "preposition"
            and self._items[at - 2].kind in {"phrase", "figure"}
        ):
            at -= 2
            chain.add(id(self._items[at]))
        finite_first = sorted(self._predicates, key=_depends_less)
        for predicate in finite_first:
            if (
                predicate.group.form == "participle"
                and predicate.group.verb
                and not predicate.group.frame
            ):
                continue
            for segment in predicate.segments:
                for argument in segment.arguments:
                    if any(id(target) in chain for target in argument.targets):
                        return predicate, False
        for predicate in self._predicates:
            if (
                any(id(item) in chain for item in predicate.subject)
                and predicate.group.form == "finite"
            ):
                return predicate, True
        return None, False

    def _noun_roles(
        self,
        reading: EventReading,
        frame: CaseFrame,
        holder: Predicate,
        segment: Segment,
        owner: list[Filler],
    ) -> None:
        def fill(roles: Sequence[str], taken: Sequence[Filler]) -> list[Filler]:
            try:
                for role in roles:
                    if role == "owner":
                        found = [one for one in owner if one.name not in [t.name for t in taken]]
                    else:
                        found = self._fillers.prepositional(role, segment, holder)
                    found = [one for one in found if one.name not in [t.name for t in taken]]
                    if found:
                        return found
            except MissingPartyError:
                pass
            return []

        if owner and frame in UNDERGONE:
            # "Kestrel's takeover by Nordwind", but "Nordwind's takeover of Kestrel"
            agents = fill(("by",), ())
            told = any(argument.role in frame.payee for argument in segment.arguments)
            if agents or not told:
                reading.payers, reading.payees = agents, (owner if agents else [])
                return
        reading.payers = fill(frame.payer, ())
        reading.payees = fill(frame.payee, reading.payers)
        if reading.frame == "sell" and not reading.payees:
            sold = next((one for one in segment.arguments if one.role == "of"), None)
            if sold is not None:
                reading.payees = self._fillers.owners(sold.targets, None)

    def _participles(self, reading: EventReading, phrase: Phrase) -> None:
        """Roles that a participle of the noun tells: "accordé à T par B", "led by C"."""
        for predicate in self._predicates:
            if predicate.group.form != "participle" or phrase not in predicate.subject:
                continue
            frame = self._frames.get(self._verbs.frame_of(predicate))
            if frame is None:
                continue
            segment = predicate.segments[0]
            payers = self._fillers.fill(frame.payer, predicate, segment, False)
            agents = {one.name.text for one in payers}
            payees = [
                one
                for one in self._fillers.fill(frame.payee, predicate, segment, False)
                # "Subscribed by K": of a participle "by" tells who does it.
                if one.name.text not in agents
            ]
            reading.payers = reading.payers or payers
            if predicate.group.frame != "lead":
                reading.payees = reading.payees or payees

    def _support(
        self, reading: EventReading, name: str, governing: Predicate, phrase: Phrase
    ) -> None:
        """Fill a missing role from the verb whose object the noun is: "secured a loan"."""
        group = governing.group
        verb_frame = self._verbs.frame_of(governing)
        segment = governing.segments[0]
        if name == "give" and self._is_owed(reading, governing):
            return
        finances = group.verb is not None and group.verb.lemma in _FINANCING
        if name == "lend" and finances and group.voice == "active":
            # Who finances something by a loan is lent it.
            reading.payees = reading.payees or self._fillers.targets(
                governing.subject, strict=False
            )
            return
        if verb_frame and verb_frame != "sign" and name != "stake":
            if verb_frame in _SUPPORTING:
                self._as_its_verb(reading, governing, verb_frame)
            return
        if name == "stake" and verb_frame:
            frame = self._frames[verb_frame]
            reading.payers = self._fillers.fill(frame.payer, governing, segment, False)
            reading.payees = (
                self._fillers.fill(frame.payee, governing, segment, False) or reading.payees
            )
            return
        if name in {"contract", "stake"} or group.voice == "passive":
            return
        answers = group.verb is not None and group.verb.lemma in _ANSWERS
        if name in {"bid", "buy"} and answers and not reading.payees:
            answering = self._fillers.targets(governing.subject, strict=False)
            answering = answering or self._fillers.of_the_board(governing.subject)
            reading.payees = reading.payees or answering
            return
        try:
            subject = self._doers(governing, self._places[id(phrase)])
        except MissingPartyError:
            return
        taken = {one.name.text for one in [*reading.payers, *reading.payees]}
        subject = [one for one in subject if one.name.text not in taken]
        self._support_by_subject(reading, name, governing, phrase, subject)

    def _support_by_subject(
        self,
        reading: EventReading,
        name: str,
        governing: Predicate,
        phrase: Phrase,
        subject: list[Filler],
    ) -> None:
        """Give a missing role to the subject of a verb that moves no money itself."""
        group, segment = governing.group, governing.segments[0]
        if group.verb is not None and group.verb.lemma == "write" and set(phrase.words) & _CHEQUES:
            reading.payers = reading.payers or subject
            written = self._fillers.fill(("to", "recipient"), governing, segment, True)
            reading.payees = reading.payees or written
            return
        if group.stance in {"speech", "deny"} and not phrase.owned:
            return
        lemma = group.verb.lemma if group.verb is not None else ""
        if lemma in _BEING or lemma.startswith(_LOOKING_ON):
            return
        if name == "lend" and _is_signed(governing):
            # "A signé un crédit avec K": both sign, whoever lends, unless lenders are told.
            reading.payees = reading.payees or (subject if _with_lenders(governing) else [])
            return
        lent = name in {"lend", "invest"} and bool(reading.payers) and not reading.payees
        if lent and lemma in _SIGNING:
            reading.payees = subject  # "A signé un prêt auprès de K"
            return
        if name == "order" and lemma in _BOOKING and reading.payers:
            reading.payees = reading.payees or subject
            return
        if name == "lend" and lemma not in _LENDING:
            # "Negotiates a loan with K", "needs a loan": who lends it does something else.
            if lemma in _SEEKING_LOANS:
                lenders = self._fillers.named_by("with", governing)
                reading.payees = reading.payees or subject
                reading.payers = reading.payers or lenders
            return
        if name in {"raise", "sell"}:
            reading.payees = reading.payees or subject
        elif name in {"invest", "buy", "commit", "bid", "pay", "give", "order", "lend"}:
            if name == "lend" and any(one.role == "from" for one in governing.arguments):
                return  # "Arranged a loan for K from a group of banks": they lend it.
            reading.payers = reading.payers or subject
            if name == "lend":
                # "Ouvre à K une ligne de crédit"
                reading.payees = reading.payees or self._fillers.named_by("to", governing)

    def _as_its_verb(self, reading: EventReading, governing: Predicate, name: str) -> None:
        """Give a noun the roles of the verb that it is the object of, as far as that tells them."""
        frame, segment = self._frames[name], governing.segments[0]
        payers = self._fillers.fill(frame.payer, governing, segment, bool(reading.figures))
        payees = self._fillers.fill(frame.payee, governing, segment, bool(reading.figures))
        paying, paid = ({one.name.text for one in role} for role in (payers, payees))
        reading.payers = payers or [one for one in reading.payers if one.name.text not in paid]
        reading.payees = payees or [one for one in reading.payees if one.name.text not in paying]

    def _is_owed(self, reading: EventReading, governing: Predicate) -> bool:
        """Fill the roles of a gift that somebody owes to who gave it: "doit ce don à N"."""
        verb = governing.group.verb
        if verb is None or verb.lemma not in {"owe", "devoir"}:
            return False
        reading.payers = self._fillers.named_by("to", governing)
        reading.payees = self._fillers.targets(governing.subject, strict=False)
        return True

    def _passive_support(
        self, reading: EventReading, frame: CaseFrame, governing: Predicate
    ) -> None:
        """As in "The investment was made by P in R": the verb has the complements of the noun."""
        if (
            governing.group.stance not in {"achieve", "announce"}
            and governing.group.frame != "give"
        ):
            return
        segment = governing.segments[0]
        payers = self._fillers.fill(
            [role for role in frame.payer if role != "owner"], governing, segment, False
        )
        roles = [role for role in frame.payee if role not in {"owner", "of"}]
        payees = self._fillers.fill(roles, governing, segment, False)
        reading.payers = reading.payers or payers
        reading.payees = reading.payees or payees

    def _noun_contract(
        self,
        reading: EventReading,
        holder: Predicate,
        segment: Segment,
        governing: Predicate | None,
        owner: list[Filler],
    ) -> None:
        """The parties of a contract told as a noun."""
        try:
            partners = [
                *self._fillers.prepositional("with", segment, holder),
                *self._fillers.prepositional("between", segment, holder),
            ]
            subject: list[Filler] = []
            if (
                governing is not None
                and governing.group.voice == "active"
                and governing.group.stance not in {"deny", "speech"}
            ):
                subject = self._fillers.targets(governing.subject, strict=False)
                partners = partners or self._fillers.prepositional(
                    "with", governing.segments[0], governing
                )
        except MissingPartyError:
            return
        if governing is not None and governing.group.frame == "sign":
            goal = self._verbs.goal(governing)
            if goal and subject and partners:
                first, second = (subject, partners) if goal == "buy" else (partners, subject)
                reading.payers, reading.payees = first, second
                return
        names: dict[str, Filler] = {}
        for filler in [*owner, *subject, *partners]:
            names.setdefault(filler.name.text, filler)
        reading.parties = list(names.values()) if len(names) > 1 else []


def _goes_on(items: Sequence[Item], place: int, arguments: Sequence[Argument]) -> bool:
    """Whether a list of those from whom something comes goes on with its preposition."""
    if not arguments or arguments[-1].role != "from" or not place:
        return False
    joined = items[place].kind == "conjunction"
    if not joined and items[place - 1].value != ",":
        return False
    link = items[place + 1 : place + 3] if joined else items[place : place + 2]
    return (
        len(link) == 2  # a preposition and its noun
        and link[0].kind == "preposition"
        and link[0].value in {"of", "from"}
        and link[1].kind == "phrase"
    )


def _depends_less(predicate: Predicate) -> bool:
    """Whether a verb is asked after others for the nouns that hang on it: a participle is.

    But for one that gives a sum, as in "estimated at $3 bn, the contract was signed".
    """
    verb = predicate.group.verb
    measures = verb is not None and verb.lemma in _MEASURING
    return predicate.group.form == "participle" and not measures


def _is_signed(predicate: Predicate) -> bool:
    """Whether a verb of signing tells with whom: "signed a facility with nine lenders"."""
    verb = predicate.group.verb
    return (
        verb is not None
        and verb.lemma in _SIGNING
        and any(argument.role == "with" for argument in predicate.arguments)
    )


def _with_lenders(predicate: Predicate) -> bool:
    """Whether a loan is signed with who lends it, called so: "signed it with nine lenders"."""
    return any(
        isinstance(target, Phrase) and not _LENDERS.isdisjoint(target.words)
        for argument in predicate.arguments
        if argument.role == "with"
        for target in argument.targets
    )
