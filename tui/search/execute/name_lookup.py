"""Things asked for by a part of a name: parties, articles, tags."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import words
from tui.search.index.postings import PackedPostings
from tui.search.index.term_dictionary import TermDictionary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class NameLookup:
    """Things by id and names, asked for by a part of one."""

    def __init__(self, named: Mapping[str, Iterable[str]], known: Mapping[str, str]) -> None:
        """Take up the names of things.

        Args:
            named: Their names by id; where there are none, the id is the name.
            known: Words by themselves. Those of names are taken from here, so that a word of a
                large corpus is kept once.
        """
        self._ids = sorted(named)
        self._names: list[str] = []
        spoken: list[tuple[str, str, int]] = []
        owners: defaultdict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._ids):
            shown = [name for name in named[key] if name] or [key]
            self._names.append(shown[0])
            found: set[str] = set()
            for name in shown:
                parts = words(name)
                spoken.append((" ".join(parts), name, number))
                found.update(parts)
            for word in found:
                owners[known.get(word, word)].append(number)
        spoken.sort()
        # Names as written, in the order of their words, and whose they are.
        self._by_words = [name for _, name, _ in spoken]
        self._by_words_of = array("I", [number for _, _, number in spoken])
        self._words = TermDictionary(owners)
        self._owners = PackedPostings(map(owners.__getitem__, self._words.words))

    def meant(self, text: str) -> set[str]:
        """The ids that a text means.

        The one with this id; else those with this very name; else those in whose names every
        word begins one; else those in whose names every word has at most the typos that a
        search forgives.
        """
        at = bisect_left(self._ids, text)
        if self._ids[at : at + 1] == [text]:
            return {text}
        parts = words(text)
        called = self._called(" ".join(parts))
        if called or not parts:
            return called
        meanings = [self._words.typed(part, last=False) for part in parts]
        owners = self._owners
        owned = [owners.union([item.prefix]) for item in meanings]
        if not all(owned):
            owned = [
                keys | owners.union(item.one, item.two)
                for keys, item in zip(owned, meanings, strict=True)
            ]
        return {self._ids[number] for number in BitMap.intersection(*owned)}

    def _called(self, spoken: str) -> set[str]:
        """The ids with a name of just these words, with a space between them."""
        found = set()
        at = bisect_left(self._by_words, spoken, key=_spoken)
        while at < len(self._by_words) and _spoken(self._by_words[at]) == spoken:
            found.add(self._ids[self._by_words_of[at]])
            at += 1
        return found

    def near(self, text: str) -> str:
        """The name that a text may be a misspelling of, or empty."""
        return nearest(text, self._names)


def _spoken(name: str) -> str:
    return " ".join(words(name))
