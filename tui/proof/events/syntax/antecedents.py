"""Whom "it", "elle", "ce dernier" and "the company" stand for, where that is not in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.clauses.function_words import FIRST_NAMED, LAST_NAMED
from tui.proof.events.syntax.items import Item, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.proof.events.syntax.names import Name
    from tui.proof.events.syntax.predicates import Predicate

_ORGANISATIONS = frozenset({"party", "new"})
_PRONOUNS = frozenset({"it", "they", "il", "elle", "ils", "elles"})
_PLURAL = frozenset({"they", "ils", "elles"})
_NEUTRAL = frozenset(
    "company group firm corporation business société groupe entreprise compagnie firme".split()
)
"""Nouns for any company; others ("the start-up", "the chipmaker") tell one of two apart."""


_AGENT = 3
"""Items from "of" over a name and "by" to who did it."""


class Antecedents:
    """Resolves what points back, in one sentence and to the sentence before."""

    def __init__(
        self,
        items: Sequence[Item],
        language: str,
        previous_subject: tuple[Name, ...],
        previous_names: tuple[Name, ...],
        previous_words: Mapping[str, frozenset[str]],
    ) -> None:
        """Keep what may be pointed at.

        Args:
            items: The items of the sentence.
            language: `fr` or `en`.
            previous_subject: Whom the sentence before is about.
            previous_names: All organisations that it names, by place.
            previous_words: The words that it calls them by: "the Gulf fund Al Marsa".
        """
        self._places = {id(item): at for at, item in enumerate(items)}
        self._items, self._language = items, language
        self._previous_subject, self._previous_names = previous_subject, previous_names
        self._previous_words = previous_words
        self._resolving: set[int] = set()
        self._predicates: Sequence[Predicate] = ()

    def use(self, predicates: Sequence[Predicate]) -> None:
        """Tell the predicates of the sentence, whose subjects may be pointed at."""
        self._predicates = predicates

    def names(self, target: Item) -> tuple[Name, ...]:
        """Whom a phrase or pronoun means; empty where it is nobody, or in doubt.

        What would have to be known to know itself is in doubt.
        """
        if id(target) in self._resolving:
            return ()
        self._resolving.add(id(target))
        try:
            return self._resolved(target)
        finally:
            self._resolving.discard(id(target))

    def possessor(self, phrase: Phrase) -> tuple[Name, ...]:
        """Whom "its", "ses" before a noun means: the subject of its clause, else the one before."""
        at = self._places.get(id(phrase), 0)
        for predicate in self._predicates:
            if phrase in predicate.subject:
                break
        else:
            own = self._subject_of_clause(at)
            names = {name.text: name for name in self._here(at).values() if name.text in own}
            if names:
                return tuple(names.values()) if len(names) == 1 else ()
        before = next(iter(self._subjects_before(at)), None) or self._previous_subject
        return before if len(before) == 1 else ()

    def _resolved(self, target: Item) -> tuple[Name, ...]:
        if isinstance(target, Phrase):
            if target.name is not None:
                return (target.name,)
            if not self.points(target):
                return ()
            return self._pointed(target)
        if target.kind != "pronoun":
            return ()
        if target.value == "lui":
            return self._dative(target)
        if target.value in LAST_NAMED | FIRST_NAMED:
            return self._one_of_two(target)
        if target.value in _PRONOUNS:
            return self._pronoun(target)
        return ()

    def points(self, phrase: Phrase) -> bool:
        """Whether a phrase calls a company that was named before: "the company", "le groupe"."""
        return (
            phrase.definite
            and phrase.name is None
            and phrase.owner is None
            and bool(phrase.words)
            and (self._head(phrase) in COMPANY_NOUNS[self._language] or self._is_called(phrase))
            and not self._has_complement(phrase)
        )

    def _is_called(self, phrase: Phrase) -> bool:
        """Whether the sentence before called one name so: "software vendor K", then "the vendor".

        A noun that no table has for a company may call one that it was printed with.
        """
        known = {name.text for name in self._previous_names}
        head = phrase.words[-1] if self._language == "en" else phrase.words[0]
        return (
            sum(head in words for text, words in self._previous_words.items() if text in known) == 1
        )

    def _head(self, phrase: Phrase) -> str:
        if self._language == "en":
            return phrase.words[-1]
        return next((word for word in phrase.words if word in COMPANY_NOUNS["fr"]), phrase.words[0])

    def _has_complement(self, phrase: Phrase) -> bool:
        """Whether "of …" says which company: "the maker of Claude" is not the one named before."""
        at = self._places.get(id(phrase), -2) + 1
        if not 0 < at < len(self._items):
            return False
        item = self._items[at]
        return item.kind == "preposition" and item.value == "of"

    def _here(self, at: int) -> dict[str, Name]:
        """The organisations named before an item of this sentence, by place."""
        found: dict[str, Name] = {}
        for item in self._items[:at]:
            if isinstance(item, Phrase):
                for name in (item.owner, *item.inner, item.name):
                    if name is not None and name.kind in _ORGANISATIONS:
                        found.setdefault(name.text, name)
        return found

    def _one_of_two(self, target: Item) -> tuple[Name, ...]:
        """As in "The former", "ce dernier": the first or last of the organisations named."""
        named = list(self._here(self._places.get(id(target), 0)).values())
        first = target.value in FIRST_NAMED
        if not named or (len(named) == 1 and len(self._previous_names) == 2):
            named = list(self._previous_names)
        if len(named) > 2:
            named = [name for name in named if name.kind == "party"]
        of_two = first or target.value in {"le second", "la seconde", "the latter"}
        if of_two and len(named) != 2:
            return ()
        return (named[0 if first else -1],) if named else ()

    def _dative(self, target: Item) -> tuple[Name, ...]:
        """As in "Lui" and "leur": the one organisation named before that is not the subject."""
        at = next(
            (place for place, item in enumerate(self._items) if item.first >= target.first),
            len(self._items),
        )
        own = self._subject_of_clause(at + 1)
        others = {text: name for text, name in self._here(at).items() if text not in own}
        link, thing = self._items[at - 1 : at], self._items[at - 3 : at - 2]
        if len(others) > 1 and at > _AGENT and link[0].value in {"que", "qu"}:
            # "K s'est délestée de la tour H, que lui a achetée N": to K, not to the tower.
            bought = thing[0].name if isinstance(thing[0], Phrase) else None
            others = {text: name for text, name in others.items() if name is not bought}
        if not others:
            before = {name.text: name for name in self._previous_subject}
            others = {text: name for text, name in before.items() if text not in own}
        return tuple(others.values()) if len(others) == 1 else ()

    def _subjects_before(self, at: int) -> Iterable[tuple[Name, ...]]:
        """The subjects of the clauses before an item, nearest first."""
        for predicate in reversed(self._predicates):
            if predicate.place >= at or predicate.group.form != "finite":
                continue
            places = [self._places.get(id(item), at) for item in predicate.subject]
            if any(place >= at for place in places):
                continue
            names = tuple(
                item.name
                for item in predicate.subject
                if isinstance(item, Phrase) and item.name is not None
            )
            if names:
                yield names

    def _pronoun(self, target: Item) -> tuple[Name, ...]:
        at = self._places.get(id(target), 0)
        wanted = target.value in _PLURAL
        own = set() if self._is_subject(target) else self._subject_of_clause(at)
        before = next(
            (
                names
                for names in self._subjects_before(at)
                if own.isdisjoint(name.text for name in names)
            ),
            None,
        )
        if before is None and self._opens_subordinate(at):
            before = self._main_subject_after(at)
            return before if (len(before) > 1) == wanted or before else ()
        if before is None:
            before = self._previous_subject
            if not before and len(self._previous_names) == 1:
                before = self._previous_names
        if not before and not wanted and own:
            before = self._only_other(at, own)
        if not own.isdisjoint(name.text for name in before):
            return ()
        if not before or (len(before) > 1) != wanted:
            return ()
        return before

    def _only_other(self, at: int, own: set[str]) -> tuple[Name, ...]:
        """The one organisation named before besides the subject, where no thing is named.

        "K, which owns 40 percent of N, put $60 million into it": N. Where there is a thing, the
        pronoun may as well mean that.
        """
        things = any(
            isinstance(item, Phrase)
            and item.name is None
            and item.owner is None
            and item.determiner in {"a", "an", "the", "its", "un", "une", "le", "la", "l"}
            for item in self._items[:at]
        )
        others = [name for text, name in self._here(at).items() if text not in own]
        return tuple(others) if len(others) == 1 and not things else ()

    def _opens_subordinate(self, at: int) -> bool:
        """Whether a pronoun belongs to a clause that comes before its main clause."""
        first = self._items[0].kind if self._items else ""
        named = any(isinstance(item, Phrase) and item.name for item in self._items[:at])
        return first in {"subordinator", "preposition"} and at <= 4 and not named

    def _main_subject_after(self, at: int) -> tuple[Name, ...]:
        for predicate in self._predicates:
            for item in predicate.subject:
                if self._places.get(id(item), 0) > at and isinstance(item, Phrase) and item.name:
                    return (item.name,)
        return ()

    def _pointed(self, target: Phrase) -> tuple[Name, ...]:
        at = self._places.get(id(target), 0)
        head = self._head(target)
        own = self._subject_of_clause(at)
        here = self._here(at)
        called = self._called(head, at)
        if len(called) == 1:
            return called
        if self._is_subject(target):
            candidates = next(iter(self._subjects_before(at)), None)
            around = set(here)
            if candidates is None:
                candidates = self._previous_subject
                around |= {name.text for name in self._previous_names}
                if not candidates and len(self._previous_names) == 1:
                    # "A new owner for Kestrel. The company was bought by …"
                    candidates = self._previous_names
            if len(candidates) == 1 and candidates[0].kind == "person" and len(here) == 1:
                # "Kestrel chief executive Ida Holm said the group had bought …"
                candidates = tuple(here.values())
            if len(candidates) != 1:
                return ()
            plain = head in _NEUTRAL and len(target.words) == 1
            if len(around | {candidates[0].text}) > 1 and not plain:
                return ()
            return candidates
        bought = self._complement_before(at)
        if bought:
            # "The purchase of Circ by the group": the group is not Circ.
            rest = {text: name for text, name in here.items() if text != bought}
            return tuple(rest.values()) if len(rest) == 1 else ()
        others = {text: name for text, name in here.items() if text not in own}
        if not others:
            others = {name.text: name for name in self._previous_names if name.text not in own}
        return tuple(others.values()) if len(others) == 1 else ()

    def _complement_before(self, at: int) -> str:
        """The name whose purchase is told right before "by the group"; empty where none is."""
        if at < _AGENT or self._items[at - 1].value != "by":
            return ""
        noun, of = self._items[at - 2], self._items[at - 3]
        named = isinstance(noun, Phrase) and noun.name is not None and of.value == "of"
        return noun.name.text if named and isinstance(noun, Phrase) and noun.name else ""

    def _is_subject(self, target: Item) -> bool:
        return any(item is target for predicate in self._predicates for item in predicate.subject)

    def _called(self, head: str, at: int) -> tuple[Name, ...]:
        """Who was called by a noun before: "the Gulf fund Al Marsa …", then "the fund"."""
        found: dict[str, Name] = {}
        known = {name.text: name for name in self._previous_names}
        for text, words in self._previous_words.items():
            if head in words and text in known:
                found[text] = known[text]
        for item in self._items[:at]:
            if isinstance(item, Phrase) and item.name is not None and head in item.words:
                found[item.name.text] = item.name
        return tuple(found.values())

    def _subject_of_clause(self, at: int) -> set[str]:
        """The names of the subject whose clause an item stands in."""
        own: set[str] = set()
        for predicate in self._predicates:
            if predicate.place < at:
                names = {name.text for item in predicate.subject for name in self._direct(item)}
                if predicate.group.form != "finite" and predicate.governor is not None:
                    above = predicate.governor.subject
                    names = names or {n.text for item in above for n in self._direct(item)}
                own = names if names or predicate.group.form == "finite" else own
        return own

    def _direct(self, item: Item) -> tuple[Name, ...]:
        if isinstance(item, Phrase) and item.name is not None:
            return (item.name,)
        if isinstance(item, Phrase) and not any(
            item is other for predicate in self._predicates for other in predicate.subject
        ):
            return ()
        return self.names(item)
