"""Looking up parties, articles and tags by any part of their names.

Exact names are found by bisection in a sorted list, parts of names by the same term dictionary and
postings as texts, with the same typos forgiven.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pyroaring import BitMap

from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import words
from tui.search.index.postings import PackedPostings
from tui.search.index.term_dictionary import TermDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.search.index.sections import Sections, SectionWriter


class Names(Protocol):
    """Named things, looked up by a part of a name, such as a `NameLookup`."""

    def matches(self, text: str) -> set[str]:
        """The ids that a text refers to."""

    def suggestion(self, text: str) -> str:
        """The name that a text may be a misspelling of; empty for none."""


class NameLookup:
    """Named things, looked up by a part of a name."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._words = TermDictionary(sections.within("words"))
        self._owners = PackedPostings(sections.within("owners"))
        self._sorted_name_ids = sections.numbers("sorted-name-ids")

    @staticmethod
    def write(into: SectionWriter, names_by_id: Mapping[str, Iterable[str]]) -> None:
        """Index the names of things.

        Args:
            into: Where to.
            names_by_id: The names of each; an id without names is its own name.
        """
        ids = sorted(names_by_id)
        first_names: list[str] = []
        entries: list[tuple[str, str, int]] = []
        owners: defaultdict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(ids):
            names = [name for name in names_by_id[key] if name] or [key]
            first_names.append(names[0])
            terms: set[str] = set()
            for name in names:
                parts = words(name)
                entries.append((" ".join(parts), name, number))
                terms.update(parts)
            for word in terms:
                owners[word].append(number)
        entries.sort()
        into.value("ids", ids)
        into.value("names", first_names)
        # Names in the order of their words. The words are not stored: `_normalized` recomputes
        # those of the few names that a bisection looks at.
        into.value("sorted-names", [name for _, name, _ in entries])
        into.numbers("sorted-name-ids", array("I", [number for _, _, number in entries]))
        in_order = TermDictionary.write(into.within("words"), owners)
        PackedPostings.write(into.within("owners"), map(owners.__getitem__, in_order))

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the things, in order; the position of one is its number."""
        return self._sections.value("ids", list[str])

    @cached_property
    def names(self) -> list[str]:
        """The first name of each thing, by number."""
        return self._sections.value("names", list[str])

    @cached_property
    def _sorted_names(self) -> list[str]:
        return self._sections.value("sorted-names", list[str])

    def matches(self, text: str) -> set[str]:
        """The ids that a text refers to.

        The thing with this id; otherwise those with exactly this name; otherwise those with a name
        in which every word is a prefix of one; otherwise those where every word has at most the
        typos that a search forgives.
        """
        if self.number(text) is not None:
            return {text}
        parts = words(text)
        exact = self.exact(parts)
        if exact or not parts:
            return self._ids_of(exact)
        candidates = self.candidates(parts, typos=False)
        if not all(candidates):
            candidates = self.candidates(parts, typos=True)
        return self._ids_of(BitMap.intersection(*candidates))

    def number(self, key: str) -> int | None:
        """The number of the thing with an id, `None` where there is none."""
        at = bisect_left(self.ids, key)
        return at if self.ids[at : at + 1] == [key] else None

    def exact(self, parts: Sequence[str]) -> BitMap:
        """The numbers of the things that have a name of exactly these words."""
        numbers = BitMap()
        normalized = " ".join(parts)
        at = bisect_left(self._sorted_names, normalized, key=_normalized)
        while at < len(self._sorted_names) and _normalized(self._sorted_names[at]) == normalized:
            numbers.add(self._sorted_name_ids[at])
            at += 1
        return numbers

    def candidates(self, parts: Sequence[str], *, typos: bool) -> list[BitMap]:
        """For each word the numbers of the things with a name that has one beginning with it.

        Args:
            parts: The words.
            typos: Whether the typos that a search forgives are forgiven.
        """
        found = []
        for part in parts:
            meant = self._words.expand(part, last=False)
            near = (meant.one, meant.two) if typos else ((), ())
            found.append(self._owners.union((meant.prefix, *near[0]), near[1]))
        return found

    def suggestion(self, text: str) -> str:
        """The name that a text may be a misspelling of; empty for none."""
        return nearest(text, self.names)

    def _ids_of(self, numbers: BitMap) -> set[str]:
        return {self.ids[number] for number in numbers}


def _normalized(name: str) -> str:
    """The words of a name with a space between them."""
    return " ".join(words(name))
