"""How many people somebody employs: "has a workforce of 3,800", "compte 2 300 salariés".

A number of people has no unit that would tell it from any other number: that it is a headcount, and
whose, is told by the verb or noun that it belongs to.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.staff import (
    COUNTING_VERBS,
    EMPLOYING_VERBS,
    PEOPLE,
    STAFF,
    WORKFORCE,
    WORKING_VERBS,
)
from tui.proof.events.figures import FigureFact
from tui.proof.events.syntax.items import FigureItem, Item, Phrase, VerbGroup

if TYPE_CHECKING:
    from tui.proof.events.sentence_reading import SentenceReading
    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.predicates import Predicate

_PARTIES = frozenset({"party", "new"})


def speaks_of_staff(text: str, language: str) -> bool:
    """Whether a text has a word of employing, so that its plain numbers are worth a look."""
    return _cue(language).search(text) is not None


@cache
def _cue(language: str) -> re.Pattern[str]:
    nouns = "|".join(STAFF[language] | WORKFORCE[language])
    verbs = r"employ\w+|emploi\w+|work|travaillent"
    return re.compile(rf"(?<!\w)(?:{nouns}|{verbs})(?!\w)", re.IGNORECASE)


class HeadcountReader:
    """Tells the headcounts among the plain numbers of one sentence."""

    def __init__(self, sentence: SentenceReading) -> None:
        """Keep the sentence."""
        self._sentence, self._items = sentence, sentence.items
        self._language = sentence.language
        self._places = {id(item): at for at, item in enumerate(self._items)}
        self._start = 0

    def read(self, start: int, digits: int) -> FigureFact | None:
        """What a plain number is; `None` where it is no headcount.

        Args:
            start: Where it begins, with its bound words: "près de 5 400".
            digits: Where its digits begin.
        """
        self._start = start
        counted = self._phrase_at(digits)
        if counted is None:
            return None
        words = set(counted.words)
        staff, people = bool(words & STAFF[self._language]), bool(words & PEOPLE[self._language])
        found: FigureFact | None = None
        if staff or people or not words:
            found = (
                self._employing(counted)
                or self._of_a_workforce(counted)
                or self._measured_workforce(counted)
            )
        if found is None and staff:
            found = self._owned(counted) or self._had(counted) or self._accompanying(counted)
        return found

    def _phrase_at(self, start: int) -> Phrase | None:
        tokens = self._sentence.tokens
        return next(
            (
                item
                for item in self._items
                if isinstance(item, Phrase)
                and tokens[item.first].start <= start < tokens[item.last - 1].end
            ),
            None,
        )

    # The ways in which a headcount is told

    def _employing(self, counted: Phrase) -> FigureFact | None:
        """As in "employs 2,300 people", "740 personnes y sont employées par K"."""
        predicate = self._governing(counted, EMPLOYING_VERBS | WORKING_VERBS)
        if predicate is None:
            return None
        if predicate.group.verb is not None and predicate.group.verb.lemma in WORKING_VERBS:
            # "Around 1,150 people work for Kestrel"
            targets = [
                t for one in predicate.arguments if one.role in {"for", "at"} for t in one.targets
            ]
            about = self._names(targets)
            return self._fact(predicate.group, counted, about) if about else None
        if predicate.group.voice == "passive":
            targets = [t for one in predicate.arguments if one.role == "by" for t in one.targets]
            return self._fact(predicate.group, counted, self._names(targets))
        return self._fact(predicate.group, counted, self._names(predicate.subject))

    def _had(self, counted: Phrase) -> FigureFact | None:
        """As in "had 61,000 employees", "comptait 5 150 salariés"."""
        predicate = self._governing(counted, COUNTING_VERBS)
        about = self._names(predicate.subject) if predicate is not None else ()
        if predicate is None or not about:
            return None
        return self._fact(predicate.group, counted, about)

    def _of_a_workforce(self, counted: Phrase) -> FigureFact | None:
        """As in "a workforce of 3,800", "un effectif de 740 personnes"."""
        at = self._places[id(counted)]
        of, noun = self._item(at - 1), self._item(at - 2)
        if of is None or of.value not in {"of", "amount"} or not self._is_workforce(noun):
            return None
        assert isinstance(noun, Phrase)
        about = self._owner(noun)
        if not about:
            predicate = self._governing(noun, COUNTING_VERBS | EMPLOYING_VERBS)
            about = self._names(predicate.subject) if predicate is not None else ()
        return self._fact(noun, counted, about)

    def _measured_workforce(self, counted: Phrase) -> FigureFact | None:
        """As in "the workforce of Kestrel fell to 3,800", "l'effectif s'élève à 740 personnes"."""
        at = self._places[id(counted)]
        for predicate in reversed(self._sentence.predicates):
            if not predicate.place < at < predicate.end or predicate.group.frame:
                continue
            noun = next((item for item in predicate.subject if self._is_workforce(item)), None)
            if noun is None:
                continue
            assert isinstance(noun, Phrase)
            between = self._before_bounds(predicate.place + 1, at)
            if any(item.value not in {"to", "at", "with"} for item in between):
                return None
            return self._fact(noun, counted, self._owner(noun))
        return None

    def _owned(self, counted: Phrase) -> FigureFact | None:
        """As in "Kestrel's 2,300 employees", "les 2 300 salariés de K"."""
        about: tuple[Name, ...] = ()
        if counted.determiner in {"the", "les"} or counted.owner is not None or counted.owned:
            about = self._owner(counted)
        return self._fact(counted, counted, about) if about else None

    def _accompanying(self, counted: Phrase) -> FigureFact | None:
        """As in "With 14,500 employees, Kestrel is …", "Kestrel, fort de 740 salariés, …"."""
        at = self._places[id(counted)]
        before = self._item(at - 1)
        strong = self._item(at - 2)
        with_them = before is not None and before.value == "with"
        fort_de = (
            before is not None
            and before.value == "of"
            and isinstance(strong, Phrase)
            and set(strong.words) <= {"fort", "forte", "forts", "fortes"}
        )
        if not with_them and not fort_de:
            return None
        place = at - 2 if with_them else at - 3
        if place < 0:
            following = next(
                (
                    one
                    for one in self._sentence.predicates
                    if one.place > at and one.group.form == "finite"
                ),
                None,
            )
            about = self._names(following.subject) if following is not None else ()
            return self._fact(counted, counted, about) if about else None
        holder = self._items[place - 1] if self._items[place].value == "," and place else None
        about = self._names([holder]) if holder is not None else ()
        return self._fact(counted, counted, about) if about else None

    # Whose it is

    def _owner(self, phrase: Phrase) -> tuple[Name, ...]:
        """Whose a workforce is: by its possessor, a complement, "its" or "whose"."""
        owner = phrase.owner or phrase.compound
        if owner is not None and owner.kind in _PARTIES:
            return (owner,)
        at = self._places[id(phrase)]
        of, noun = self._item(at + 1), self._item(at + 2)
        if of is not None and of.kind == "preposition" and of.value in {"of", "at"}:
            named = self._names([noun]) if isinstance(noun, Phrase) else ()
            if named:
                return named
        before = self._item(at - 1)
        if before is not None and before.value in {"whose", "dont"} and at > 1:
            holder = self._items[at - 3 if self._items[at - 2].value == "," and at > 2 else at - 2]
            return self._names([holder])
        if phrase.owned:
            return self._sentence.antecedents.possessor(phrase)
        return ()

    def _names(self, targets: list[Item]) -> tuple[Name, ...]:
        found = [
            name
            for target in targets
            for name in self._sentence.antecedents.names(target)
            if name.kind in _PARTIES
        ]
        return tuple(dict.fromkeys(found)) if len({name.text for name in found}) == 1 else ()

    # Places

    def _governing(self, phrase: Phrase, lemmas: frozenset[str]) -> Predicate | None:
        """The verb whose object, or passive subject, a phrase is."""
        at = self._places[id(phrase)]
        for predicate in reversed(self._sentence.predicates):
            verb = predicate.group.verb
            if verb is None or verb.lemma not in lemmas:
                continue
            if phrase in predicate.subject and (
                predicate.group.voice == "passive" or verb.lemma in WORKING_VERBS
            ):
                return predicate
            if verb.lemma in WORKING_VERBS:
                continue
            between = self._before_bounds(predicate.place + 1, at)
            if predicate.place < at and not any(_parts(item) for item in between):
                return predicate
        return None

    def _before_bounds(self, first: int, last: int) -> list[Item]:
        """The items between two places, but for the bound words of the number."""
        tokens = self._sentence.tokens
        return [one for one in self._items[first:last] if tokens[one.first].start < self._start]

    def _is_workforce(self, item: Item | None) -> bool:
        return isinstance(item, Phrase) and bool(set(item.words) & WORKFORCE[self._language])

    def _item(self, place: int) -> Item | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def _fact(self, first: Item, last: Item, about: tuple[Name, ...]) -> FigureFact:
        ends = (first.first, first.last, last.first, last.last)
        return FigureFact("fact", "headcount", about, self._sentence.span(min(ends), max(ends)))


def _parts(item: Item) -> bool:
    """Whether an item between a verb and a number says that the number is not its object."""
    if isinstance(item, VerbGroup | FigureItem) and item.kind != "date":
        return True
    return item.kind in {"relative", "subordinator", "sign", "conjunction"} or (
        isinstance(item, Phrase) and bool(item.words)
    )
