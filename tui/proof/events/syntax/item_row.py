"""The items of a sentence in a row, and what can be asked of their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.syntax.items import Phrase, VerbGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.events.syntax.items import Item

CLAUSE_ENDS = frozenset({";", ":", ".", "?", "!", "…"})
"""Signs that end a clause for good."""

_SAID_OF_A_NOUN = frozenset({"porter", "valoir", "aller", "prévoir", "total", "cover", "run"})
"""Verbs whose gerund goes on with a noun and opens no clause: "un contrat portant sur"."""


class ItemRow:
    """The items of one sentence by place; beyond the ends stands nothing."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Keep the items; quotation marks must be gone from them."""
        self.items = items

    def at(self, place: int) -> Item | None:
        """The item at a place, `None` beyond the ends."""
        return self.items[place] if 0 <= place < len(self.items) else None

    def kind(self, place: int) -> str:
        """The kind of an item; empty beyond the ends."""
        item = self.at(place)
        return item.kind if item else ""

    def sign(self, place: int) -> str:
        """The sign at a place; empty where there is none."""
        item = self.at(place)
        return item.value if item is not None and item.kind == "sign" else ""

    def is_finite(self, place: int) -> bool:
        """Whether a finite verb stands at a place."""
        item = self.at(place)
        return isinstance(item, VerbGroup) and item.form == "finite"

    def over_time(self, at: int) -> int:
        """To the left over dates: "Kestrel on Tuesday said"."""
        while at > 0:
            if self.kind(at) == "date":
                at -= 1
                if self.kind(at) == "preposition":
                    at -= 1
                continue
            break
        return at

    def joined(self, at: int) -> tuple[list[Item], int]:
        """A phrase with those that commas and a conjunction join to it: "A, B and C"."""
        targets = [self.items[at]]
        place = at + 1
        pending: list[Item] = []
        end = place
        while self.sign(place) == "," and self.kind(place + 1) == "phrase":
            phrase = self.items[place + 1]
            if not (isinstance(phrase, Phrase) and phrase.name is not None):
                break
            pending.append(phrase)
            place += 2
        if self.sign(place) == "," and self.kind(place + 1) == "conjunction":
            place += 1
        if self.kind(place) == "conjunction" and self.kind(place + 1) == "phrase":
            last = self.items[place + 1]
            clause = self.opens_clause(place + 1) or (self.kind(place + 2) == "figure")
            if isinstance(last, Phrase) and not clause:
                return [*targets, *pending, last], place + 2
        return targets, end

    def opens_clause(self, at: int) -> bool:
        """Whether a phrase is the subject of a finite verb that follows it, complements between."""
        place = at + 1
        while place < len(self.items):
            item = self.items[place]
            if isinstance(item, VerbGroup):
                if item.form == "gerund" and item.verb and item.verb.lemma in _SAID_OF_A_NOUN:
                    # "Un contrat portant sur des services"
                    return False
                return item.form in {"finite", "gerund"}
            if (
                item.kind == "preposition"
                and self.kind(place + 1) in {"phrase", "date"}
                and item.value in {"of", "on", "in", "en"}
            ):
                place += 2
                continue
            if item.kind == "date":
                place += 1
                continue
            return False
        return False


def joined_phrases(items: Sequence[Item], at: int) -> tuple[list[Item], int]:
    """A phrase with those that "and" joins to it directly."""
    targets = [items[at]]
    if (
        at + 2 < len(items)
        and items[at + 1].kind == "conjunction"
        and isinstance(items[at + 2], Phrase)
        and not (at + 3 < len(items) and isinstance(items[at + 3], VerbGroup))
    ):
        return [items[at], items[at + 2]], at + 3
    return targets, at + 1
