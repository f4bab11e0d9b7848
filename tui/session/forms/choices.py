"""What a field may be answered with, and what is left of it as one types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tui.model.casefold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LEAST_RATIO = 75
"""Of 100, how alike a name must be to what is typed: "antropic" is 94 to Anthropic, "open" is 73 to
"Oracle"; below it the list fills with names that nobody meant."""
_LEAST_TYPED = 3
"""Letters from which misspelt names are looked for: two letters are alike to everything."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a field offers.

    Attributes:
        value: What is recorded: an id, or one of the words of the schema.
        words: What is shown for it; the value itself where it is empty.
        also: Other names by which it is found.
        note: Said behind it, more quietly.
    """

    value: str
    words: str = ""
    also: tuple[str, ...] = ()
    note: str = ""

    @property
    def shown(self) -> str:
        """What is shown for it."""
        return self.words or self.value


class Choices:
    """The answers that a field offers, in the order in which they are offered untyped."""

    def __init__(self, items: Iterable[Choice] = ()) -> None:
        self._items = tuple(items)

    @classmethod
    def of(cls, *values: str) -> Choices:
        """Choices that are shown as they are recorded."""
        return cls(map(Choice, values))

    def __iter__(self) -> Iterator[Choice]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    @cached_property
    def _names(self) -> list[tuple[str, Choice]]:
        """Every name by which a choice is found, folded."""
        return [
            (plain(name), choice)
            for choice in self._items
            for name in dict.fromkeys((choice.shown, choice.value, *choice.also))
        ]

    @cached_property
    def _by_name(self) -> dict[str, Choice]:
        names: dict[str, Choice] = {}
        for name, choice in self._names:
            names.setdefault(name, choice)
        return names

    def named(self, text: str) -> Choice | None:
        """The choice with just this name, case and accents aside."""
        return self._by_name.get(plain(text.strip()))

    def valued(self, value: str) -> Choice | None:
        """The choice that is recorded so."""
        return next((choice for choice in self._items if choice.value == value), None)

    def holding(self, typed: str) -> bool:
        """Whether some name begins with what is typed, or has a word that does."""
        wanted = plain(typed.strip())
        return any(_rank(name, wanted) in (0, 1) for name, _ in self._names)

    def matching(self, typed: str, limit: int) -> list[Choice]:
        """The choices that what is typed may mean, best first.

        Those with a name that begins so come first, then those with a word that does, then those
        that hold it anywhere, each in their own order; where these are fewer than the limit,
        misspelt ones follow, by their likeness (normalized indel distance, `ratio`). Costs a
        comparison a name, in C where names are misspelt.
        """
        wanted = plain(typed.strip())
        if not wanted:
            return list(self._items[:limit])
        ranked = sorted(
            (rank, at)
            for at, (name, _) in enumerate(self._names)
            if (rank := _rank(name, wanted)) is not None
        )
        found = dict.fromkeys(self._names[at][1] for _, at in ranked)
        if len(found) < limit and len(wanted) >= _LEAST_TYPED:
            found |= dict.fromkeys(self._misspelt(wanted, limit))
        return list(found)[:limit]

    def _misspelt(self, wanted: str, limit: int) -> list[Choice]:
        from rapidfuzz import fuzz, process

        names = [name for name, _ in self._names]
        alike = process.extract(
            wanted, names, scorer=fuzz.ratio, score_cutoff=_LEAST_RATIO, limit=limit
        )
        return [self._names[at][1] for _, _, at in alike]


NO_CHOICES = Choices()
"""Those of a field of free text."""


def _rank(name: str, wanted: str) -> int | None:
    """How well a name holds what is typed: 0 as its beginning; `None` where it does not."""
    if name.startswith(wanted):
        return 0
    at = name.find(wanted)
    if at < 0:
        return None
    while at > 0:
        if not name[at - 1].isalnum():
            return 1
        at = name.find(wanted, at + 1)
    return 2
