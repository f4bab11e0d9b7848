"""What relative pronouns and clefts stand for: "in which Orvane invested", "c'est K qui a payé"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.syntax.item_row import CLAUSE_ENDS
from tui.proof.events.syntax.items import FigureItem, Item, Phrase, VerbGroup
from tui.proof.events.syntax.predicates import Argument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.proof.events.syntax.item_row import ItemRow
    from tui.proof.events.syntax.predicates import Predicate


_CLEFT = 3
"""Items that open a cleft: "it", "was", whoever is pointed out."""


class RelativeReader:
    """Resolves relative clauses and clefts of one sentence."""

    def __init__(self, row: ItemRow, predicates: Mapping[int, Predicate]) -> None:
        """Keep the items and the verbs by place."""
        self._row, self._predicates = row, predicates

    def antecedent(self, at: int) -> list[Item] | None:
        """What a relative pronoun at an item stands for."""
        cleft = self._cleft(at)
        if cleft is not None:
            return cleft
        place = at - 1
        if self._row.sign(place) == ",":
            place -= 1
        if self._row.sign(place) == ")":
            while place >= 0 and self._row.sign(place) != "(":
                place -= 1
            place -= 1
        place = self._row.over_time(place)
        item = self._row.at(place)
        if item is None or item.kind not in {"phrase", "pronoun"}:
            return None
        identified = self.identified(place)
        if identified:
            return identified
        item, place = self._over_place(item, place)
        if (
            isinstance(item, Phrase)
            and item.name is None
            and self._row.kind(place - 1) == "preposition"
        ):
            head = self._row.at(place - 2)
            if isinstance(head, Phrase) and self._row.items[place - 1].value == "of":
                return [head]
        if self._row.sign(place - 1) == "," and isinstance(item, Phrase) and item.name is None:
            head = self._row.at(place - 2)
            if isinstance(head, Phrase) and head.name is not None:
                return [head]
        return [item]

    def _over_place(self, item: Item, place: int) -> tuple[Item, int]:
        """From where somebody is to what he is called: "K, a data firm | in | Leeds, to which"."""
        head = self._row.at(place - 2)
        located = isinstance(item, Phrase) and item.name is not None and item.name.kind == "place"
        if located and self._row.kind(place - 1) == "preposition" and isinstance(head, Phrase):
            return head, place - 2
        return item, place

    def identified(self, at: int) -> list[Item]:
        """Whom "the one" or "celui" means behind "is": "Nordwind is the firm that pays"."""
        item, copula = self._row.at(at), self._row.at(at - 1)
        one = isinstance(item, Phrase) and item.name is None and bool(item.words)
        pointing = one or (item is not None and item.value in {"celui", "celle", "ceux", "celles"})
        is_copula = (
            isinstance(copula, VerbGroup)
            and copula.verb is not None
            and copula.verb.lemma in {"be", "être"}
        )
        named = self._row.at(at - 2)
        if not (pointing and is_copula and isinstance(named, Phrase) and named.name is not None):
            return []
        return [named]

    def _cleft(self, at: int) -> list[Item] | None:
        """What "it was … that" and "c'est … qui" point out, in the clause of a relative pronoun."""
        for start in range(at - _CLEFT, -1, -1):
            if self._row.sign(start) in CLAUSE_ENDS:
                break
            pronoun, verb, phrase = (self._row.at(start + step) for step in range(_CLEFT))
            if (
                pronoun is not None
                and pronoun.kind == "pronoun"
                and pronoun.value in {"it", "c", "ce"}
                and isinstance(verb, VerbGroup)
                and verb.verb is not None
                and verb.verb.lemma in {"be", "être"}
                and isinstance(phrase, Phrase)
                and not any(map(self._row.is_finite, range(start + _CLEFT, at)))
            ):
                return [phrase]
        return None

    def complete(self, predicate: Predicate) -> None:
        """As in "in which Orvane invested": what the pronoun stands for is a complement."""
        if not predicate.subject or predicate.group.form != "finite":
            return
        at = next(
            (place for place, item in enumerate(self._row.items) if item is predicate.subject[0]), 0
        )
        before = self._row.at(at - 1)
        if before is None or at > predicate.place or at == 0:
            return
        figure = self._object_figure(at)
        if figure is not None and not predicate.segments[0].figures:
            predicate.segments[0].figures.append(figure)
            place = next(number for number, item in enumerate(self._row.items) if item is figure)
            noun = self._row.at(place - 2)
            if isinstance(noun, Phrase) and self._row.kind(place - 1) == "preposition":
                predicate.arguments.append(Argument("", [noun], place - 2))
            return
        if self._is_object_relative(at - 1) and not self._has_object(predicate):
            antecedent = self.antecedent(at - 1)
            if antecedent:
                predicate.arguments.append(Argument("", antecedent, at - 1))
            return
        if before.kind != "relative":
            return
        if before.value not in {"in", "from", "to", "for", "with", "at"}:
            return
        antecedent = self.antecedent(at - 1)
        if antecedent:
            predicate.arguments.append(Argument(before.value, antecedent, at - 1))

    def _has_object(self, predicate: Predicate) -> bool:
        """Whether a verb has an object of its own, before the comma that ends its clause."""
        comma = next(
            (
                at
                for at in range(predicate.place, len(self._row.items))
                if self._row.sign(at) == ","
            ),
            len(self._row.items),
        )
        return any(not one.role and one.place < comma for one in predicate.arguments)

    def _object_figure(self, at: int) -> FigureItem | None:
        """A figure that a clause is said of: "the $36 million (that) it has raised"."""
        before = self._row.at(at - 1)
        if before is not None and (
            before.value in {"que", "qu"} or before.value in {"that", "which"}
        ):
            before = self._row.at(at - 2)
        if isinstance(before, FigureItem) and before.kind == "figure":
            return before
        return None

    def _is_object_relative(self, at: int) -> bool:
        """Whether "which", "that" or "que" stands for the object of the verb that follows."""
        item = self._row.items[at]
        if item.kind == "relative":
            return item.value in {"which", "that", "whom"}
        if item.kind != "subordinator" or item.value not in {"que", "qu"}:
            return False
        if self._row.sign(at - 1) == ",":
            return self._row.kind(at - 2) == "phrase"
        return self._row.kind(at - 1) == "phrase" and not any(
            isinstance(other, VerbGroup) and other.stance in {"speech", "announce", "deny"}
            for other in self._row.items[:at]
        )

    def clefts(self) -> None:
        """As in "C'est auprès de C que L a emprunté": the complement belongs to the second verb."""
        for predicate in self._predicates.values():
            verb = predicate.group.verb
            subject = predicate.subject[0] if predicate.subject else None
            if verb is None or verb.lemma not in {"être", "be"} or subject is None:
                continue
            if subject.kind != "pronoun" or subject.value not in {"c", "ce", "it"}:
                continue
            following = next(
                (self._predicates[at] for at in sorted(self._predicates) if at > predicate.end),
                None,
            )
            if following is not None and self._row.kind(predicate.end) == "subordinator":
                following.arguments[:0] = [a for a in predicate.arguments if a.role]
                if not following.segments[0].figures:
                    following.segments[0].figures += predicate.segments[0].figures
