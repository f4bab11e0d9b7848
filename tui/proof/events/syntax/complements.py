"""The complements of a verb, collected to its right up to the next clause.

A figure that follows "and" begins a segment with complements of its own: "2 bn in B and 3 bn in C".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.syntax.item_row import CLAUSE_ENDS
from tui.proof.events.syntax.items import FigureItem, Phrase, VerbGroup
from tui.proof.events.syntax.predicates import Argument, Segment

if TYPE_CHECKING:
    from tui.proof.events.syntax.item_row import ItemRow
    from tui.proof.events.syntax.items import Item
    from tui.proof.events.syntax.predicates import Predicate

_NOT_A_COMPARISON = frozenset(
    {"of", "in", "to", "at", "for", "worth", "with", "amount", "on", "by", "over", "en", "up"}
)


class ComplementReader:
    """Collects the complements of the verbs of one sentence."""

    def __init__(self, row: ItemRow) -> None:
        """Keep the items."""
        self._row = row
        self._apposed: set[int] = set()

    def read(self, predicate: Predicate) -> None:
        """Give a verb its complements; where they end is kept in `predicate.end`."""
        self._apposed.clear()
        predicate.segments = [Segment()]
        at = predicate.place + 1
        while at < len(self._row.items):
            following = self._step(at, predicate)
            if following is None:
                break
            at = following
            if at < 0:
                # What a preposition opens is a clause of its own: it ends behind it.
                at = -at
                break
        predicate.end = at

    def _step(self, at: int, predicate: Predicate) -> int | None:
        """Take in one item; the next place, a negative one to stop there, `None` to stop here."""
        item = self._row.items[at]
        segment = predicate.segments[-1]
        if item.kind == "sign":
            return self._sign(at, predicate)
        if item.kind == "relative" or (
            item.value in {"que", "qu"} and self._row.sign(at - 1) == ","
        ):
            return self._after_relative(at)
        if item.kind == "subordinator":
            return None
        if isinstance(item, VerbGroup):
            return self._participle(at, item, segment)
        if item.kind == "conjunction":
            return self._conjunction(at, predicate)
        if isinstance(item, FigureItem):
            if item.kind == "figure":
                if segment.figures and self._new_segment(at, segment):
                    segment = Segment()
                    predicate.segments.append(segment)
                segment.figures.append(item)
            return at + 1
        if item.kind == "preposition":
            return self._prepositional(at, segment)
        if self._row.opens_clause(at) and not self._is_object_in_front(at, predicate):
            return None
        targets, end = self._row.joined(at)
        segment.arguments.append(Argument("", targets, at, self._row.at(at - 1)))
        return end

    def _is_object_in_front(self, at: int, predicate: Predicate) -> bool:
        """Whether it is the object of an infinitive in a subject: "N's deal to buy K was done"."""
        group, items = predicate.group, self._row.items
        if group.form != "infinitive" or group.frame != "buy" or at != predicate.place + 1:
            return False
        noun = next((item for item in items[:at] if isinstance(item, Phrase)), None)
        finite = any(
            (isinstance(item, VerbGroup) and item.form == "finite") or item.kind == "sign"
            for item in items[:at]
        )
        return noun is not None and noun.name is None and not finite

    def _sign(self, at: int, predicate: Predicate) -> int | None:
        value = self._row.items[at].value
        if value in CLAUSE_ENDS:
            return None
        segment = predicate.segments[-1]
        if value == "(":
            return self._parenthesis(at, segment)
        if value == ",":
            gapped = self._object_gap(at + 1, predicate)
            if gapped is not None:
                return gapped
            if self._comma_ends(at, predicate):
                return None
            return self._apposition(at, segment) or at + 1
        return at + 1

    def _participle(self, at: int, group: VerbGroup, segment: Segment) -> int | None:
        """Past a participle with the complement that follows it directly; another verb ends all."""
        if group.form != "participle":
            return None
        if self._row.sign(at - 1) == "," and segment.arguments:
            self._apposed.add(id(segment.arguments[-1].targets[-1]))
        return self._skip_own(at + 1)

    def _conjunction(self, at: int, predicate: Predicate) -> int | None:
        """At "and": a figure whose verb is left out, another clause, or one more complement."""
        gapped = self._object_gap(at + 1, predicate)
        if gapped is not None:
            return gapped
        following = self._gap(at + 1)
        if following is None:
            return None if self._clause_follows(at + 1) else at + 1
        recipient = self._has_recipient(predicate.segments[-1])
        segment = Segment()
        predicate.segments.append(segment)
        subject, place = following
        if recipient and subject:
            segment.arguments.append(Argument("", subject, place - 1))
        else:
            segment.subject = subject
        return place

    def _skip_own(self, at: int) -> int:
        """Past the first complement of a participle: "led by Castelmar", "émises par Lumora"."""
        if self._row.kind(at) == "preposition" and self._row.kind(at + 1) in {"phrase", "pronoun"}:
            _, end = self._row.joined(at + 1)
            return end
        if self._row.kind(at) == "preposition" and self._row.kind(at + 1) in {"figure", "date"}:
            return at + 2
        return at + 1 if self._row.kind(at) in {"figure", "date"} else at

    def _new_segment(self, at: int, segment: Segment) -> bool:
        before = self._row.at(at - 1)
        if before is not None and before.kind == "sign" and before.value == ",":
            return True
        return (
            before is not None
            and before.kind == "preposition"
            and before.value not in _NOT_A_COMPARISON
        )

    def _parenthesis(self, at: int, segment: Segment) -> int:
        end = at + 1
        while end < len(self._row.items) and self._row.sign(end) != ")":
            item = self._row.items[end]
            if isinstance(item, FigureItem) and item.kind == "figure":
                segment.figures.append(item)
            end += 1
        return end + 1

    def _comma_ends(self, at: int, predicate: Predicate) -> bool:
        """Whether a new clause begins after a comma: a verb, or a subject with its verb."""
        following = self._row.at(at + 1)
        if following is None or self._in_parenthesis(predicate):
            return True
        if isinstance(following, VerbGroup):
            return following.form != "participle" or predicate.group.form == "participle"
        if following.value in {"que", "qu"} or following.kind == "relative":
            return self._after_relative(at + 1) is None
        if following.kind == "subordinator":
            return True
        if following.kind == "pronoun":
            return True
        if following.kind == "phrase":
            return self._row.opens_clause(at + 1) or self._speech(at + 1)
        return False

    def _in_parenthesis(self, predicate: Predicate) -> bool:
        """Whether a verb stands in a relative or participle clause that a comma opened.

        The next comma closes it: "N, which H founded in 2001, …", "N, fondée par H, …".
        """
        at = predicate.place - 1
        if predicate.group.form == "participle":
            return self._row.sign(at) == "," and at > 0
        while at > 0 and self._row.kind(at) in {"phrase", "pronoun", "date"}:
            at -= 1
        item = self._row.at(at)
        if item is None or self._row.sign(at - 1) != ",":
            return False
        if item.kind == "relative":
            return True
        return item.value in {"que", "qu"} and self._row.kind(at - 2) in {"phrase", "figure"}

    def _speech(self, at: int) -> bool:
        """Whether a list of names after a comma ends at a finite verb."""
        _, end = self._row.joined(at)
        return self._row.is_finite(end)

    def _after_relative(self, at: int) -> int | None:
        """Past a relative clause that a comma closes, or `None` where nothing follows it."""
        place = at + 1
        seen = False
        while place < len(self._row.items):
            sign = self._row.sign(place)
            if sign in CLAUSE_ENDS:
                return None
            if sign == "," and seen:
                item = self._row.at(place + 1)
                if item is not None and item.kind in {"preposition", "figure"}:
                    return place + 1
                if item is not None and item.kind == "phrase" and not self._speech(place + 1):
                    return place + 1
                if (
                    item is not None
                    and item.kind == "conjunction"
                    and self._row.kind(place + 2) in {"preposition", "figure"}
                ):
                    return place + 1
                return None
            seen = seen or isinstance(self._row.items[place], VerbGroup)
            place += 1
        return None

    def _apposition(self, at: int, segment: Segment) -> int | None:
        """Past an apposition after a comma: "in Vestra, a maker of tiles, for …"."""
        last = segment.arguments[-1] if segment.arguments else None
        phrase = self._row.at(at + 1)
        if last is None or not isinstance(phrase, Phrase) or not last.targets:
            return None
        target = last.targets[-1]
        if not isinstance(target, Phrase):
            return None
        if target.name is None and phrase.name is not None and not self._in_list(at + 1):
            last.targets[-1] = phrase
            given = last.role in {"", "to"}
            if given and self._row.sign(at + 2) == "," and self._is_of_a_sum(at + 3):
                self._apposed.add(id(phrase))
            return at + 2
        if id(target) in self._apposed:
            return None
        if target.name is not None and phrase.name is None:
            self._apposed.add(id(target))
            place = at + 2
            while place < len(self._row.items) and not (
                self._row.items[place].kind in {"sign", "relative", "subordinator", "figure"}
                or isinstance(self._row.items[place], VerbGroup)
            ):
                place += 1
            return place
        return None

    def _is_of_a_sum(self, at: int) -> bool:
        """Whether a thing with its sum stands here: "its chief, A, | a bonus of 4 million"."""
        if self._row.kind(at) == "figure":
            return True
        return (
            self._row.kind(at) == "phrase"
            and self._row.kind(at + 1) == "preposition"
            and self._row.items[at + 1].value in {"of", "amount", "worth"}
            and self._row.kind(at + 2) == "figure"
        )

    def _in_list(self, at: int) -> bool:
        """Whether a phrase is one of several that commas and a conjunction join."""
        return self._row.kind(at + 1) == "conjunction" and self._row.kind(at + 2) == "phrase"

    def _gap(self, at: int) -> tuple[list[Item], int] | None:
        """What follows "and" where its verb is left out: a figure, or a subject and a figure."""
        if self._row.kind(at) == "figure":
            return [], at
        if (
            self._row.kind(at) == "preposition"
            and self._row.kind(at + 1) == "figure"
            and self._row.items[at].value in {"for", "of", "up"}
        ):
            return [], at
        if (
            self._row.kind(at) == "phrase"
            and self._row.kind(at + 1) == "figure"
            and not self._row.is_finite(at + 2)
        ):
            return [self._row.items[at]], at + 1
        return None

    def _object_gap(self, at: int, predicate: Predicate) -> int | None:
        """Begin a segment where a second object has its price: "and Halden for 8 million".

        Between the object and its price may stand whom it comes from: "Halden from Circ for 8", or
        a comma: "and Halden, for 8".
        """
        first = predicate.segments[0]
        if not first.figures or not any(not one.role for one in first.arguments):
            return None
        place = at
        if self._row.kind(place) != "phrase":
            return None
        priced = self._row.at(place + 2)
        if (
            self._row.sign(place + 1) == ","
            and priced is not None
            and priced.kind == "preposition"
            and priced.value in {"for", "amount"}
            and self._row.kind(place + 3) == "figure"
        ):
            bought = [self._row.items[at]]
            predicate.segments.append(Segment(arguments=[Argument("", bought, at)]))
            return place + 2
        while self._row.kind(place) == "phrase" and self._row.kind(place + 1) == "preposition":
            if self._row.kind(place + 2) == "figure":
                if self._row.items[place + 1].value not in {"for", "amount"}:
                    return None
                bought = [self._row.items[at]]
                predicate.segments.append(Segment(arguments=[Argument("", bought, at)]))
                return at + 1
            place += 2
        return None

    def _has_recipient(self, segment: Segment) -> bool:
        """Whether a segment has two objects, so that "and B $30 m" names another recipient."""
        for argument in segment.arguments:
            following = self._row.at(argument.place + len(argument.targets))
            if not argument.role and following in segment.figures:
                return True
        return False

    def _clause_follows(self, at: int) -> bool:
        item = self._row.at(at)
        if item is None:
            return True
        if isinstance(item, VerbGroup) or item.kind in {"subordinator", "pronoun", "relative"}:
            return True
        return item.kind == "phrase" and self._row.opens_clause(at)

    def _prepositional(self, at: int, segment: Segment) -> int:
        """Read a preposition with what it opens; a negative place ends the clause there."""
        role = self._row.items[at].value
        following = self._row.at(at + 1)
        if following is None:
            return at + 1
        if isinstance(following, VerbGroup):
            return -(at + 1) if following.form != "participle" else at + 1
        if following.kind == "preposition":
            return at + 1
        if isinstance(following, FigureItem):
            if (
                following.kind == "figure"
                and role in {"after", "against", "from"}
                and segment.figures
            ):
                return at + 1
            return at + 1
        if following.kind in {"phrase", "pronoun"}:
            if (
                following.kind == "phrase"
                and self._row.is_finite(at + 2)
                and role not in {"of"}
                and self._row.sign(at + 2) == ""
                and role in {"as", "after"}
            ):
                return -at
            targets, end = self._row.joined(at + 1)
            if role == "including" and segment.arguments:
                if not _named(segment.arguments[-1].targets):
                    # "From investors, including A and B": those who are named.
                    segment.arguments[-1].targets = targets
                return end
            targets, end = self._repeated(role, targets, end)
            segment.arguments.append(Argument(role, targets, at + 1, self._row.at(at - 1)))
            return end
        if following.kind == "relative":
            return -at
        return at + 1

    def _repeated(self, role: str, targets: list[Item], end: int) -> tuple[list[Item], int]:
        """Go on with a list whose preposition is repeated: "auprès de A, de B et de C"."""
        while True:
            place = end
            if self._row.sign(place) == ",":
                place += 1
            if self._row.kind(place) == "conjunction":
                place += 1
            if place == end or self._row.kind(place) != "preposition":
                return targets, end
            same = self._row.items[place].value == role or (
                role == "from" and self._row.items[place].value == "of"
            )
            if (
                not same
                or self._row.kind(place + 1) != "phrase"
                or self._row.kind(place + 2) == "figure"
            ):
                return targets, end
            more, after = self._row.joined(place + 1)
            if self._row.kind(after) == "figure" or self._row.is_finite(after):
                return targets, end
            targets, end = [*targets, *more], after


def _named(targets: list[Item]) -> bool:
    return any(isinstance(target, Phrase) and target.name is not None for target in targets)
