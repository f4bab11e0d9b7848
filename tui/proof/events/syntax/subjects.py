"""The subject of a verb, looked for to its left.

Over a parenthesis between commas, up from a complement to its head ("the board of Kestrel"), to
what a relative pronoun stands for, to the subject of the verb that governs an infinitive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import CONTROL_NOUNS
from tui.proof.events.syntax.item_row import CLAUSE_ENDS
from tui.proof.events.syntax.items import FigureItem, Phrase, VerbGroup
from tui.proof.events.syntax.predicates import Argument

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.proof.events.syntax.item_row import ItemRow
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate
    from tui.proof.events.syntax.relatives import RelativeReader

_REACH = 2
"""Items between the end of a verb's complements and what it governs: a comma, "to"."""
_OBLIQUE = frozenset({"to", "from", "in", "for", "with", "at"})
"""What relative pronouns with a preposition stand for, which are no subjects."""
_SEEING = frozenset({"voir", "see", "watch", "laisser", "let"})
"""Verbs whose object does what the infinitive behind it says."""
OBJECT_CONTROL = frozenset(
    """
    order force require compel oblige ask persuade convince tell urge allow enable help permit leave
    authorise authorize
    expect
    convaincre persuader condamner obliger contraindre forcer autoriser aider permettre inviter
    empêcher dissuader
    """.split()
)
"""Verbs whose object does what the infinitive says: "ordered Kestrel to pay"."""


class SubjectReader:
    """Finds the subjects of the verbs of one sentence."""

    def __init__(
        self,
        row: ItemRow,
        predicates: Mapping[int, Predicate],
        relatives: RelativeReader,
        language: str,
    ) -> None:
        """Keep the items and the verbs by place, their complements being known."""
        self._row, self._predicates, self._relatives = row, predicates, relatives
        self._language = language

    def read(self, predicate: Predicate) -> None:
        """Give a verb its subject."""
        group = predicate.group
        if group.form == "finite":
            self._finite_subject(predicate)
        elif group.form == "participle":
            self._participle_subject(predicate)
        else:
            self._governed_subject(predicate)

    def _finite_subject(self, predicate: Predicate) -> None:
        at = predicate.place - 1
        at = self._row.over_time(at)
        item = self._row.at(at)
        if item is None:
            predicate.subject = []
            return
        if item.kind == "relative":
            predicate.relative = item.value
            antecedent = self._relatives.antecedent(at)
            if antecedent is not None and item.value in _OBLIQUE:
                # "À qui reviennent 4 millions": its subject stands behind it.
                predicate.arguments.append(Argument(item.value, antecedent, at))
            elif antecedent is not None:
                predicate.subject = antecedent
            return
        if self._language == "fr" and item.kind == "subordinator" and item.value in {"que", "qu"}:
            self._inverted_subject(predicate)
            return
        if item.kind == "conjunction" or (item.kind == "sign" and item.value == ","):
            if item.kind == "sign":
                found = self._before_parenthesis(at)
                if found:
                    predicate.subject = found
                    return
            shared = self._previous_finite(predicate.place)
            if shared is not None:
                predicate.subject, predicate.subject_figures = shared.subject, []
            return
        if item.kind == "sign" and item.value == ")":
            while at >= 0 and self._row.sign(at) != "(":
                at -= 1
            at -= 1
            item = self._row.at(at)
        if item is None:
            return
        if isinstance(item, FigureItem):
            if self._row.kind(at - 1) == "preposition" and self._row.kind(at - 2) == "phrase":
                predicate.subject = self._phrase_subject(at - 2, predicate)
            if (
                item.kind == "figure" and predicate.group.voice == "passive"
            ) or not predicate.subject:
                predicate.subject_figures = [item]
            return
        if item.kind in {"phrase", "pronoun"}:
            within = self._object_of_relative(at)
            predicate.subject = within or self._phrase_subject(at, predicate)

    def _object_of_relative(self, at: int) -> list[Item]:
        """The subject of a clause about a noun whose object stands before another verb.

        "Researchers who left Kestrel have won £3m": they have, not Kestrel.
        """
        before = self._row.at(at - 1)
        if isinstance(before, VerbGroup) and before.form == "infinitive":
            to_do = self._row.kind(at - 2) == "preposition" and self._row.kind(at - 3) == "phrase"
            # "The contract to lay its cables went": it did, not the cables.
            return self._phrase_subject(at - 3) if to_do else []
        if not isinstance(before, VerbGroup) or before.form != "finite":
            return []
        inner = self._predicates[at - 1]
        subject = inner.subject if inner.relative in {"who", "which", "that", "qui"} else []
        return subject if self._row.items[at] not in subject else []

    def _inverted_subject(self, predicate: Predicate) -> None:
        """As in "une subvention que lui verse la Région": the subject follows the verb."""
        following = self._row.at(predicate.place + 1)
        if not isinstance(following, Phrase):
            return
        for argument in predicate.arguments:
            if not argument.role and argument.targets and argument.targets[0] is following:
                predicate.subject = argument.targets
                for segment in predicate.segments:
                    if argument in segment.arguments:
                        segment.arguments.remove(argument)
                return

    def _phrase_subject(self, at: int, predicate: Predicate | None = None) -> list[Item]:
        """The head of a phrase or list that ends at an item, or nothing where it is no subject."""
        targets = [self._row.items[at]]
        place = at
        if self._row.kind(place - 1) == "conjunction" and self._row.kind(place - 2) == "phrase":
            place -= 2
            between = self._row.kind(place - 1) == "preposition" and (
                self._row.items[place - 1].value == "between"
            )
            if self._after_object(place) and not between:
                return targets
            targets.insert(0, self._row.items[place])
            while self._row.sign(place - 1) == "," and self._row.kind(place - 2) == "phrase":
                if self._row.kind(place - 3) == "preposition":
                    break
                other = self._row.items[place - 2]
                if isinstance(other, Phrase) and other.name is None:
                    break
                place -= 2
                targets.insert(0, self._row.items[place])
        elif (
            self._row.kind(place - 1) == "sign"
            and self._row.sign(place - 1) == ","
            and self._row.kind(place - 2) == "phrase"
        ):
            outer, inner = self._row.items[place - 2], self._row.items[place]
            assert isinstance(outer, Phrase)
            if (
                isinstance(inner, Phrase)
                and inner.name is None
                and outer.name is not None
                and inner.determiner in {"a", "an", "un", "une"}
            ):
                return [outer]
        while self._row.kind(place - 1) == "preposition" and len(targets) >= 1:
            before = self._row.at(place - 2)
            if isinstance(before, VerbGroup) and before.form == "participle":
                return self._predicates[place - 2].subject  # "Funds advised by K have put"
            if before is None or before.kind not in {"phrase", "figure"}:
                return []
            measured = self._row.at(place - 4)
            if (
                isinstance(before, FigureItem)
                and isinstance(measured, Phrase)
                and self._row.kind(place - 3) == "preposition"
                and self._row.items[place - 3].value in {"of", "amount"}
            ):
                # "A stake of $4 million in Kestrel was …"
                targets = [measured]
                place -= 4
                continue
            if isinstance(before, FigureItem):
                if predicate is not None:
                    predicate.subject_figures = [before]
                return []
            if (
                predicate is not None
                and self._row.items[place - 1].value not in {"of"}
                and self._after_object(place - 2)
            ):
                return []
            targets = [before]
            place -= 2
            if (
                isinstance(self._row.at(place - 1), FigureItem)
                and self._row.kind(place - 2) == "phrase"
                and self._row.kind(place - 3) == "preposition"
            ):
                # "The sale of its remaining | 8 percent | holding in Kestrel"
                place -= 2
        if len(targets) == 1 and self._row.kind(place - 1) == "figure" and predicate is not None:
            figure = self._row.items[place - 1]
            assert isinstance(figure, FigureItem)
            predicate.subject_figures = [figure]
        return targets

    def _after_object(self, at: int) -> bool:
        """Whether a phrase stands where the complement of an earlier verb stands."""
        while (before := self._row.at(at - 1)) is not None and before.kind in {
            "preposition", "phrase", "figure", "date",
        }:  # fmt: skip
            at -= 1
        return isinstance(before, VerbGroup)

    def _before_parenthesis(self, comma: int) -> list[Item]:
        """The subject before a parenthesis that a comma closes."""
        for at in range(comma - 1, 0, -1):
            sign = self._row.sign(at)
            if sign in CLAUSE_ENDS:
                return []
            if sign != ",":
                continue
            inner = self._row.items[at + 1 : comma]
            if not self._is_parenthesis(inner):
                if any(isinstance(item, VerbGroup) and item.form == "finite" for item in inner):
                    return []
                continue
            candidate = self._row.at(at - 1)
            place = at - 1
            if self._row.sign(place) == ")":
                while place >= 0 and self._row.sign(place) != "(":
                    place -= 1
                place -= 1
                candidate = self._row.at(place)
            of_sum = (
                self._row.kind(place) == "figure" and self._row.kind(place - 1) == "preposition"
            )
            if of_sum and self._row.kind(place - 2) == "phrase":
                place -= 2  # "Une aide de 4 millions, versée par N, permettra"
                candidate = self._row.at(place)
            if candidate is None or candidate.kind not in {"phrase", "pronoun"}:
                continue
            outer = self._before_relative(place)
            if outer:
                return outer
            named = self._only_names(inner)
            apposed = self._row.at(place - 2)
            if (
                len(named) == len(inner) == 1
                and isinstance(candidate, Phrase)
                and candidate.name is not None
                and self._row.sign(place - 1) == ","
                and isinstance(apposed, Phrase)
                and apposed.name is not None
            ):
                # "Kestrel Corp., Tucson, Arizona, was …": the town and state of the first.
                place -= 2
            subject = self._phrase_subject(place)
            if not subject:
                continue
            head = subject[-1]
            if named and isinstance(head, Phrase) and head.name is None:
                return [*subject[:-1], *named]
            return subject
        return []

    def _before_relative(self, place: int) -> list[Item]:
        """The subject before a clause in which a name stands that has an apposition.

        "K, que dirige depuis 2011 A, petite-fille du fondateur, a vendu": K has.
        """
        for at in range(place - 1, 1, -1):
            item = self._row.items[at]
            if self._row.sign(at):
                return []
            opens = item.kind == "relative" or item.value in {"que", "qu"}
            if opens and self._row.sign(at - 1) == ",":
                inside = any(map(self._row.is_finite, range(at, place)))
                return self._phrase_subject(at - 2) if inside else []
        return []

    @staticmethod
    def _only_names(inner: Sequence[Item]) -> list[Item]:
        """The names of a parenthesis that holds nothing else: "the buyers, A and B, …"."""
        named: list[Item] = []
        for item in inner:
            if isinstance(item, Phrase) and item.name is not None:
                named.append(item)
            elif item.kind != "conjunction" and item.value != ",":
                return []
        return named

    def _is_parenthesis(self, inner: Sequence[Item]) -> bool:
        if not inner:
            # "Stonegate, lui, empochera": an adverb or an emphatic pronoun stood here.
            return True
        first = inner[0]
        if first.kind == "relative":
            return True
        if first.kind == "preposition" and len(inner) > 1 and inner[1].kind == "relative":
            return True
        if first.kind == "subordinator":
            return True
        for item in inner:
            if isinstance(first, Phrase) and item.kind == "relative":
                # "Kestrel, the utility that Nordwind sold in 2017, had …"
                return True
            if isinstance(item, VerbGroup) and item.form == "finite":
                return False
        return True

    def _previous_finite(self, place: int) -> Predicate | None:
        """The finite verb before, over a clause about a noun that a comma has closed.

        "Kestrel saw off Halden, which had offered $71 million, and is buying …": Kestrel is.
        """
        joined = self._row.kind(place - 1) == "conjunction" and self._row.sign(place - 2) == ","
        at = place - 1
        while at >= 0:
            if self._row.sign(at) in CLAUSE_ENDS:
                return None
            if self._row.is_finite(at):
                found = self._predicates[at]
                opened = self._aside_of(at) if joined else -1
                if opened < 0 or not any(self._row.is_finite(one) for one in range(opened)):
                    return found
                at = opened
            at -= 1
        return None

    def _aside_of(self, verb: int) -> int:
        """Where the clause between commas opens of which a verb is that; -1 where it is of none."""
        for at in range(verb - 1, 0, -1):
            if self._row.kind(at) == "relative":
                return at - 1 if self._row.sign(at - 1) == "," else -1
            if self._row.sign(at) or self._row.is_finite(at):
                return -1
        return -1

    def _participle_subject(self, predicate: Predicate) -> None:
        """What a participle is said of: the noun before it, or the subject after a comma."""
        at = predicate.place - 1
        if self._row.sign(at) == ",":
            at -= 1
        if at >= 0 and self._row.sign(at) == ")":
            while at >= 0 and self._row.sign(at) != "(":
                at -= 1
            at -= 1
        at = self._row.over_time(at)
        item = self._row.at(at)
        if (
            item is None
            or item.kind in {"subordinator", "conjunction"}
            or self._row.sign(at) in CLAUSE_ENDS
        ):
            predicate.subject = self._after_comma(predicate)
            return
        if isinstance(item, FigureItem):
            predicate.subject_figures = [item]
            if (
                self._row.kind(at - 1) == "preposition"
                and self._row.items[at - 1].value in {"of", "amount"}
                and self._row.kind(at - 2) == "phrase"
            ):
                outer = at - 2
                while (
                    self._row.kind(outer - 1) == "preposition"
                    and self._row.items[outer - 1].value == "of"
                    and self._row.kind(outer - 2) == "phrase"
                ):
                    outer -= 2
                predicate.subject = [self._row.items[outer]]
            return
        if item.kind in {"phrase", "pronoun"}:
            place = at
            while (
                self._row.kind(place - 1) == "preposition"
                and self._row.items[place - 1].value == "of"
            ):
                head = self._row.at(place - 2)
                inner = self._row.items[place]
                if (
                    isinstance(inner, Phrase)
                    and inner.name is not None
                    and (not predicate.group.frame or self._row.sign(predicate.place - 1) == ",")
                ):
                    # "The acquisition of N, founded by H": it is N that H founded.
                    break
                if isinstance(head, FigureItem):
                    predicate.subject_figures = [head]
                    if (
                        self._row.kind(place - 3) == "preposition"
                        and self._row.kind(place - 4) == "phrase"
                    ):
                        place -= 4
                        continue
                    break
                if not isinstance(head, Phrase):
                    break
                place -= 2
            predicate.subject = [self._row.items[place]]

    def _after_comma(self, predicate: Predicate) -> list[Item]:
        """What stands behind the next comma, which a verb that opens the sentence is said of."""
        comma = predicate.place + 1
        while comma < len(self._row.items) and self._row.sign(comma) != ",":
            if self._row.sign(comma) in CLAUSE_ENDS or self._row.is_finite(comma):
                return []
            comma += 1
        following = self._row.at(comma + 1)
        if following is None or following.kind not in {"phrase", "pronoun"}:
            return []
        targets, _ = self._row.joined(comma + 1)
        return targets

    def _governed_subject(self, predicate: Predicate) -> None:
        """The subject of an infinitive or a gerund is that of the verb which governs it."""
        at = predicate.place - 1
        gerund = predicate.group.form == "gerund"
        if gerund and self._row.kind(at) == "phrase":
            # "Nordwind is the one paying"
            identified = self._relatives.identified(at)
            predicate.subject = (
                identified or self._phrase_subject(at, predicate) or [self._row.items[at]]
            )
            return
        if self._row.kind(at) == "preposition":
            at -= 1
        noun = self._row.at(at)
        place = at
        while (
            isinstance(noun, Phrase)
            and self._row.kind(place - 1) == "preposition"
            and self._row.kind(place - 2) == "phrase"
        ):
            if self._control(noun):
                break
            place -= 2
            noun = self._row.at(place)
        if isinstance(noun, Phrase) and self._control(noun):
            predicate.noun = noun
        previous = next(
            (
                self._predicates[before]
                for before in range(predicate.place - 1, -1, -1)
                if before in self._predicates
                and self._predicates[before].group.form != "participle"
                and self._predicates[before].end >= predicate.place - _REACH
            ),
            None,
        )
        if previous is not None and any(
            self._row.sign(between) in CLAUSE_ENDS
            for between in range(previous.place, predicate.place)
        ):
            previous = None
        if previous is None and self._row.kind(predicate.place - 1) == "preposition":
            before = self._row.at(predicate.place - 2)
            if isinstance(before, Phrase) and self._row.items[predicate.place - 1].value == "to":
                predicate.subject = self._phrase_subject(predicate.place - 2)
                return
        opened = self._after_comma(predicate) if previous is None and gerund else []
        if opened:
            # "Employing 1,600 people, Kestrel, which …"
            predicate.subject = opened
            return
        if previous is None:
            following = next(
                (
                    self._predicates[after]
                    for after in range(predicate.place + 1, len(self._row.items))
                    if after in self._predicates and self._row.is_finite(after)
                ),
                None,
            )
            if gerund and following is not None and not self._parted(predicate, following):
                # "Selling the weekly brought K $8 million": nobody is said to have sold it.
                return
            if following is not None:
                self._finite_subject(following)
                predicate.subject = following.subject
            return
        predicate.governor = previous
        actor = self._row.at(predicate.place - 2)
        if (
            isinstance(actor, Phrase)
            and actor.name is not None
            and self._row.items[predicate.place - 1].value == "to"
            and self._row.kind(predicate.place - 3) == "preposition"
            and self._row.items[predicate.place - 3].value == "for"
        ):
            # "Talks are under way for Kestrel to buy …"
            predicate.subject = [actor]
            return
        if (
            previous.group.form == "infinitive"
            and previous.governor is not None
            and self._joined_to(predicate.place)
        ):
            predicate.governor = previous.governor
        if predicate.noun is not None and predicate.noun.owner is not None:
            predicate.subject = [predicate.noun]
            return
        predicate.subject = previous.subject
        seen = self._row.at(predicate.place - 1)
        if (
            previous.group.verb is not None
            and previous.group.verb.lemma in _SEEING
            and isinstance(seen, Phrase)
        ):
            # "A vu ses ventes bondir à 925 millions", "saw its sales climb to $3 billion"
            predicate.subject = [seen]
            return
        if previous.group.verb is not None and previous.group.verb.lemma in OBJECT_CONTROL:
            controlled = [argument for argument in previous.arguments if not argument.role]
            if controlled and previous.group.voice == "active":
                predicate.subject = controlled[-1].targets

    def _parted(self, first: Predicate, second: Predicate) -> bool:
        """Whether a sign stands between two verbs."""
        return any(self._row.sign(at) for at in range(first.place, second.place))

    def _joined_to(self, place: int) -> bool:
        """Whether "and" joins an infinitive to the one before: "to sell A and to buy B"."""
        at = place - 1
        while at > 0 and (self._row.kind(at) == "preposition" or self._row.sign(at) == ","):
            at -= 1
        return self._row.kind(at) == "conjunction"

    def _control(self, noun: Phrase) -> bool:
        return any(word in CONTROL_NOUNS[self._language] for word in noun.words)
