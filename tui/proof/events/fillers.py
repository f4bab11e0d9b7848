"""Who fills an argument: the parties that its words name, or nobody.

A party that is meant and not named is never replaced by another one: `MissingPartyError` ends the
search of a role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import (
    ASSET_NOUNS,
    BOARD_NOUNS,
    COMPANY_NOUNS,
    GROUP_NOUNS,
    NOUN_FRAMES,
    PEOPLE_NOUNS,
    WORKERS,
)
from tui.language.role_words import OTHERS
from tui.proof.events.readings import Filler
from tui.proof.events.syntax.item_row import joined_phrases
from tui.proof.events.syntax.items import FigureItem, Item, Phrase, VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.syntax.antecedents import Antecedents
    from tui.proof.events.syntax.predicates import Argument, Predicate, Segment

PARTIES = frozenset({"party", "new", "person"})
"""The kinds of names that may pay or be paid."""
FUND_NOUNS = frozenset(
    """
    money capital funds funding round rounds equity debt cash financing fonds financement tour
    capitaux
    argent dette total somme series
    """.split()
)
"""Money, by the nouns that raise or put it."""
STAKE_NOUNS = frozenset(
    """
    stake stakes holding shareholding interest shares control majority participation
    participations parts
    part actions contrôle majorité capital ticket position
    """.split()
)
"""What somebody holds of a company."""
_HELD = frozenset({"control", "ownership", "majority"})
"""What is held of a company and needs no article: "ownership of K has passed to N"."""
_GETTING = frozenset({"receive", "win", "fined"})
"""Frames in which money comes from whom "de" names."""
_GIVING = frozenset({"give", "commit", "lend"})
"""Frames in which money goes to the subject of a passive."""
_PAID_FOR_WORK = frozenset({"receive", "win", "raise"})
"""Frames in which those who work at a house get money for it."""
_OTHER_PEOPLE = frozenset("former rival fellow retired ex ancien anciens anciennes rivaux".split())
_PLACING = frozenset({"put", "invest", "commit"})
"""Frames in which "à" after "dans" tells where, not to whom."""


class MissingPartyError(Exception):
    """A party is meant that the words do not name: no other one may take its place."""


class PartyFiller:
    """Finds who fills the arguments of verbs and nouns of one sentence."""

    def __init__(self, items: Sequence[Item], antecedents: Antecedents, language: str) -> None:
        """Keep the items and what points back among them."""
        self._items, self._antecedents, self._language = items, antecedents, language
        self._places = {id(item): at for at, item in enumerate(items)}

    def fill(
        self, roles: Sequence[str], predicate: Predicate, segment: Segment, direct: bool
    ) -> list[Filler]:
        """The first of some arguments that is filled; none where one is meant and missing."""
        try:
            for role in roles:
                found = self._argument(role, predicate, segment, direct)
                if found:
                    return found
        except MissingPartyError:
            pass
        return []

    def _argument(
        self, role: str, predicate: Predicate, segment: Segment, direct: bool
    ) -> list[Filler]:
        passive = predicate.group.voice == "passive"
        if role == "subject":
            if passive:
                return self.prepositional("by", segment, predicate)
            subject = segment.subject or predicate.subject
            found = self.targets(subject, strict=False)
            if not found and predicate.group.frame in _PAID_FOR_WORK:
                found = self._house_of(subject)
            if not found:
                found = self.prepositional("through", segment, predicate)
            if not found:
                found = self.targets(subject, strict=True)
            if not found and subject:
                raise MissingPartyError
            return found
        if role == "stake":
            return self._stake_paid_for(segment, predicate)
        if role == "owner_of_subject":
            return self._owners_of_subject(predicate)
        if role in {"object", "recipient"} and passive:
            workers = predicate.group.frame in _GIVING
            if workers and (house := self._house_of(predicate.subject)):
                return house
            return self.targets(predicate.subject, strict=role == "object")
        if role == "owner" and passive:
            return self._owners_of_subject(predicate)
        if role == "recipient":
            return self.bare(segment, predicate) if direct or _two_objects(segment) else []
        if role == "object":
            return self.bare(segment, predicate)
        if role == "owner":
            return self._owner(segment, predicate)
        return self.prepositional(role, segment, predicate)

    def _stake_paid_for(self, segment: Segment, predicate: Predicate) -> list[Filler]:
        """The company in "pay $2 bn for a stake in X", "pour 49 % de X"."""
        arguments = self._all_arguments(segment, predicate)
        for number, argument in enumerate(arguments):
            following = arguments[number + 1] if number + 1 < len(arguments) else None
            share = isinstance(argument.head, FigureItem) and is_share(argument.head)
            if argument.role == "of" and share:
                return self.targets(argument.targets, strict=False)
            target = argument.targets[-1]
            if (
                not argument.role
                and isinstance(target, Phrase)
                and target.figure is not None
                and is_share(target.figure)
                and following is not None
                and following.role == "in"
            ):
                # The stake of "for a 9.9% stake in Intel".
                return self.targets(following.targets, strict=False)
            if (
                argument.role == "for"
                and isinstance(target, Phrase)
                and set(target.words) & STAKE_NOUNS
                and following is not None
                and following.role in {"in", "of"}
            ):
                return self.targets(following.targets, strict=False)
        return []

    def _all_arguments(self, segment: Segment, predicate: Predicate) -> list[Argument]:
        """Those of a segment, then those of the verb itself that no other figure has taken."""
        if segment is predicate.segments[0]:
            return segment.arguments
        own = {argument.role for argument in segment.arguments}
        return [
            *segment.arguments,
            *(argument for argument in predicate.arguments if argument.role not in own),
        ]

    def named_by(self, role: str, predicate: Predicate) -> list[Filler]:
        """Who fills a complement of a verb; nobody where a party is meant that it does not name."""
        try:
            return self.prepositional(role, predicate.segments[0], predicate)
        except MissingPartyError:
            return []

    def prepositional(self, role: str, segment: Segment, predicate: Predicate) -> list[Filler]:
        """Who fills the argument that some prepositions open.

        Raises:
            MissingPartyError: If a party is meant that it does not name.
        """
        arguments = self._all_arguments(segment, predicate)
        outer: Item | None = None
        for number, argument in enumerate(arguments):
            nested = outer is not None and argument.head is outer
            outer = None
            target = argument.targets[-1]
            if (
                role in {"in", "on", "at"}
                and argument.role in {"to", "for"}
                and isinstance(target, Phrase)
                and target.name is None
            ):
                # "To a laboratory in Norland": where that is.
                outer = target
                continue
            buys = predicate.group.frame in {"buy", "take", "order"}
            if buys and role == argument.role == "from" and _is_money(argument.head):
                continue  # "Bought K with a loan from H"
            if argument.role != role:
                if role == "of" and argument.role:
                    outer = target
                    continue
                placed = role == "to" and argument.role in {"in", "on"}
                outer = target if nested or (placed and predicate.group.frame in _PLACING) else None
                continue
            before = arguments[number - 1] if nested else None
            counted = before is not None and before.role == "of"
            counted = counted and before is not None and isinstance(before.head, FigureItem)
            # "4 millions d'euros de dividendes de K": the noun that a figure counts owns nothing.
            source = role == "of" and counted and predicate.group.frame in _GETTING
            if nested and role in {"in", "on", "at", "to", "for", "with", "of"} and not source:
                # "In a hub in Norland": the second is where the first one is.
                outer = target
                continue
            if role == "of" and predicate.group.verb is None and _is_counted(target):
                # "La commande de 26 Rafale": things, not who ordered them.
                outer = target
                continue
            managed = self._manager(target) if role in {"in", "to"} else []
            found = managed or self.targets(argument.targets, strict=True)
            if found:
                return self.without_persons(found) if role == "for" else found
            if isinstance(target, Phrase):
                inner = self._inside(arguments, number) if self.is_asset(target) else []
                if inner:
                    # "In the capital of Lumora", "dans les centres de données de Nuvéo"
                    return inner
                owner = target.owner
                given = role == "to" and predicate.group.frame in _GIVING
                if given and owner is not None and self._is_thing_of(target):
                    # "Gave £400,000 towards Kestrel's new wing"
                    return [Filler(owner, target)]
                if role in {"in", "on"} and owner is not None and self.is_asset(target):
                    return [Filler(owner, target)] if owner.kind in PARTIES else []
                if not set(target.words) & (FUND_NOUNS | STAKE_NOUNS | {"table"}):
                    # "Le tour de table d'Oden" is one word.
                    outer = target
        return []

    def _inside(self, arguments: Sequence[Argument], number: int) -> list[Filler]:
        """Who is named by the complements of a complement: "of data of Nuvéo"."""
        head: Item = arguments[number].targets[-1]
        for argument in arguments[number + 1 : number + 4]:
            if argument.role not in {"of", "in"} or argument.head is not head:
                return []
            found = self.targets(argument.targets, strict=True)
            if found:
                return found
            head = argument.targets[-1]
        return []

    @staticmethod
    def without_persons(fillers: list[Filler]) -> list[Filler]:
        """Without persons: who pays for a player does not pay him."""
        return [filler for filler in fillers if filler.name.kind != "person"]

    def bare(self, segment: Segment, predicate: Predicate) -> list[Filler]:
        """Who fills the object of a verb.

        Raises:
            MissingPartyError: If a party is meant that it does not name.
        """
        for argument in self._all_arguments(segment, predicate):
            if argument.role:
                continue
            found = self.targets(argument.targets, strict=True)
            if found:
                buys = predicate.group.frame in {"buy", "sell"}
                return self.without_persons(found) if buys else found
        return []

    def _owner(self, segment: Segment, predicate: Predicate) -> list[Filler]:
        """Whose the object is: "Vestra's ferries", "les parts de Vestra", "12 % of Vestra"."""
        arguments = self._all_arguments(segment, predicate)
        first = next((one for one in arguments if not one.role), None)
        for number, argument in enumerate(arguments):
            if argument.role == "of" and isinstance(argument.head, FigureItem):
                found = self.targets(argument.targets, strict=False) or self.owners(
                    argument.targets, None
                )
                if found:
                    return found
            if argument.role or not argument.targets:
                continue
            following = arguments[number + 1] if number + 1 < len(arguments) else None
            found = self.owners(argument.targets, following)
            if not found and argument is first and predicate.group.frame in {"buy", "back"}:
                found = self._possessed(argument.targets, following, predicate.group.frame)
            if found:
                return found
        return []

    def _owners_of_subject(self, predicate: Predicate) -> list[Filler]:
        """Whose a thing is that is sold: "the mill of K was sold", "its mill, sold to N"."""
        found = self.owners(predicate.subject, None)
        thing = predicate.subject[-1] if predicate.subject else None
        if found or not isinstance(thing, Phrase) or thing.name is not None:
            return found
        if self._means_a_party(thing):
            return []
        if thing.owned:
            return [Filler(name, thing) for name in self._antecedents.possessor(thing)]
        at = self._places.get(id(thing), len(self._items))
        of, owner = self._items[at + 1 : at + 2], self._items[at + 2 : at + 3]
        named_thing = thing.definite or not _HELD.isdisjoint(thing.words)
        if not (named_thing and of and owner and of[0].value == "of"):
            return []
        if self._is_purchase(thing):
            return []  # "The takeover of K by N was financed by B": K is lent nothing.
        named = owner[0].name if isinstance(owner[0], Phrase) else None
        return [Filler(named, owner[0])] if named and named.kind == "party" else []

    def _possessed(
        self, targets: Sequence[Item], following: Argument | None, frame: str
    ) -> list[Filler]:
        """Whose a thing without a name is, whatever it is: "la santé animale de Kestrel".

        What is paid for may be anything there: "a new wing at Kestrel".
        """
        target = targets[-1]
        if isinstance(target, Phrase) and target.owner is not None:
            return [Filler(target.owner, target)] if self._is_thing_of(target) else []
        if (
            following is None
            or following.role not in ({"of", "at"} if frame == "back" else {"of"})
            or following.head is not target
            or not isinstance(target, Phrase)
            or target.name is not None
            or not (target.definite or target.determiner == "les" or frame == "back")
            or self._means_a_party(target)
            or self._is_purchase(target)
        ):
            return []
        return [
            one
            for one in self.targets(following.targets, strict=False)
            if one.name.kind != "person"
        ]

    def _is_thing_of(self, target: Phrase) -> bool:
        """Whether a thing is told as a party's own: "Kestrel's Rotherham mill", not "'s rival"."""
        if target.name is not None or target.owner is None or target.owner.kind != "party":
            return False
        others = self._means_a_party(target) or not OTHERS.isdisjoint(target.words)
        return not others and not self._is_purchase(target)

    def _is_purchase(self, phrase: Phrase) -> bool:
        """Whether a phrase is a purchase, which belongs to the one who buys."""
        nouns = NOUN_FRAMES[self._language]
        return any(nouns.get(word, ("",))[0] == "buy" for word in phrase.words)

    def owners(self, targets: Sequence[Item], following: Argument | None) -> list[Filler]:
        """Whose a thing is, by its possessor or by a complement with "of"."""
        target = targets[-1] if targets else None
        if not isinstance(target, Phrase) or target.name is not None:
            return []
        owner = target.owner or target.compound
        if owner is not None and self.is_asset(target) and owner.kind in PARTIES:
            return [Filler(owner, target)]
        if (
            following is not None
            and following.role == "of"
            and following.head is target
            and self.is_asset(target)
        ):
            return self.targets(following.targets, strict=False)
        return []

    def is_asset(self, phrase: Phrase) -> bool:
        """Whether a phrase is what a company owns, makes or has."""
        nouns = ASSET_NOUNS[self._language]
        return any(word in nouns or word in STAKE_NOUNS for word in phrase.words)

    def targets(self, targets: Sequence[Item], *, strict: bool) -> list[Filler]:
        """Whom items name.

        Raises:
            MissingPartyError: If a party is meant that they do not name, and `strict`.
        """
        found: list[Filler] = []
        missing = generic = False
        for target in targets:
            names = [name for name in self._antecedents.names(target) if name.kind in PARTIES]
            if not names:
                members = self._members(target)
                if members:
                    found += members
                    continue
            found += [Filler(name, target) for name in names]
            if not names:
                missing = missing or self._means_a_party(target)
                generic = generic or not found
        if generic and found:
            # "In cash and Kestrel receiving …": the name belongs to something else.
            return []
        if strict and missing and not found:
            raise MissingPartyError
        return found

    def _members(self, target: Item) -> list[Filler]:
        """The members of a group: "a consortium of A and B", "a group led by C"."""
        at = self._places.get(id(target), len(self._items))
        if (
            not isinstance(target, Phrase)
            or target.name is not None
            or not set(target.words) & GROUP_NOUNS[self._language]
        ):
            return []
        following = self._items[at + 1 : at + 7]
        if (
            len(following) > 1
            and following[0].kind == "preposition"
            and following[0].value == "of"
            and isinstance(following[1], Phrase)
            and following[1].name is None
        ):
            # "A consortium of banks led by C"
            at, following = at + 2, following[2:]
        elif (
            len(following) > 1
            and following[0].kind == "preposition"
            and following[0].value in {"of", "including"}
        ):
            members, _ = joined_phrases(self._items, at + 2)
            return self.targets(members, strict=False)
        if (
            len(following) > 2
            and isinstance(following[0], VerbGroup)
            and following[0].form == "participle"
            and following[0].frame == "lead"
            and following[1].value == "by"
        ):
            leaders, _ = joined_phrases(self._items, at + 3)
            return self.targets(leaders, strict=False)
        return []

    def _house_of(self, targets: Sequence[Item]) -> list[Filler]:
        """The house whose people get money for their work: "scientists at K", "l'équipe de K"."""
        target = targets[-1] if targets else None
        if not isinstance(target, Phrase) or target.name is not None:
            return []
        if WORKERS[self._language].isdisjoint(target.words) or not _OTHER_PEOPLE.isdisjoint(
            target.words
        ):
            return []
        if target.owner is not None and target.owner.kind in PARTIES:
            return [Filler(target.owner, target)]
        at = self._places.get(id(target), len(self._items))
        link, house = self._items[at + 1 : at + 2], self._items[at + 2 : at + 3]
        if not (link and house and link[0].kind == "preposition"):
            return []
        named = house[0].name if isinstance(house[0], Phrase) else None
        at_house = link[0].value in {"at", "of", "from"} and named is not None
        return [Filler(named, house[0])] if named and at_house and named.kind in PARTIES else []

    def _manager(self, target: Item) -> list[Filler]:
        """Whose fund money goes into: "the latest fund of Kestrel", "Kestrel's third fund"."""
        if not isinstance(target, Phrase) or not set(target.words) & {"fund", "fonds"}:
            return []
        if target.owner is not None and target.owner.kind in PARTIES:
            return [Filler(target.owner, target)]
        at = self._places.get(id(target), len(self._items))
        of, manager = self._items[at + 1 : at + 2], self._items[at + 2 : at + 3]
        if not (of and manager and of[0].kind == "preposition" and of[0].value == "of"):
            return []
        named = manager[0].name if isinstance(manager[0], Phrase) else None
        return [Filler(named, manager[0])] if named and named.kind in PARTIES else []

    def of_the_board(self, targets: Sequence[Item]) -> list[Filler]:
        """The company whose board or owners a subject is: "the board of Ravelange"."""
        for target in targets:
            if (
                not isinstance(target, Phrase)
                or not set(target.words) & BOARD_NOUNS[self._language]
            ):
                continue
            if target.owner is not None and target.owner.kind in PARTIES:
                return [Filler(target.owner, target)]
            at = self._places[id(target)]
            for place in range(at + 1, min(at + 5, len(self._items))):
                item = self._items[place]
                if item.kind == "preposition" and item.value not in {"of", "in"}:
                    break
                if isinstance(item, Phrase) and item.name is not None:
                    return [Filler(item.name, item)] if item.name.kind in PARTIES else []
                if item.kind not in {"preposition", "phrase"}:
                    break
        return []

    def _means_a_party(self, target: Item) -> bool:
        """Whether an item calls somebody whom it does not name: "a startup", "investors", "it"."""
        if isinstance(target, Phrase):
            if target.name is not None:
                return False
            nouns = COMPANY_NOUNS[self._language] | PEOPLE_NOUNS[self._language]
            return any(word in nouns for word in target.words) and not self.is_asset(target)
        return target.kind == "pronoun"


def _is_money(head: Item | None) -> bool:
    """Whether a complement is that of money: "a loan from H", "with the help of"."""
    return isinstance(head, Phrase) and head.name is None and not _LENT.isdisjoint(head.words)


_LENT = frozenset(
    "loan loans money funds funding financing backing help support aid credit cash".split()
)


def _is_counted(target: Item) -> bool:
    """Whether a name is one of things that are counted: "26 Rafale"."""
    return (
        isinstance(target, Phrase)
        and target.name is not None
        and bool(target.words)
        and target.words[0].isdecimal()
    )


def _two_objects(segment: Segment) -> bool:
    """Whether a verb has a person and a thing for objects: "sold Kestrel a note of $6 million"."""
    bare = [argument.targets[-1] for argument in segment.arguments if not argument.role]
    if len(bare) < 2:
        return False
    person, thing = bare[0], bare[1]
    return (
        isinstance(person, Phrase)
        and person.name is not None
        and isinstance(thing, Phrase)
        and thing.name is None
        and thing.determiner in {"a", "an", "the", "its", "their"}
    )


def is_share(figure: FigureItem) -> bool:
    """Whether a figure is a percentage or a fraction."""
    return figure.mention is not None and figure.mention.kind in {"percent", "fraction"}
