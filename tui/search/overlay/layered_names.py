"""Two layers of names as one: what filters refer to, as it is since an index was built."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import words
from tui.search.execute.filters import Filters
from tui.search.execute.name_lookup import NameLookup
from tui.search.index.sections import SectionWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.search.execute.name_lookup import Names
    from tui.search.overlay.edits import Edits
    from tui.search.overlay.layered_values import LayeredDocValues


class LayeredNames:
    """The named things of an index, some of which went, and others beside them."""

    def __init__(
        self, base: NameLookup, named: Mapping[str, Iterable[str]], gone: Iterable[str]
    ) -> None:
        """Take two layers.

        Args:
            base: The things of the index.
            named: The names of those that are beside it, by id.
            gone: The ids of those of the index that count no more.
        """
        writer = SectionWriter()
        NameLookup.write(writer, named)
        self._base, self._added, self._size = base, NameLookup(writer.reader()), len(base.ids)
        self._gone = BitMap(at for one in gone if (at := base.number(one)) is not None)

    def matches(self, text: str) -> set[str]:
        """The ids that a text refers to; see `NameLookup.matches`."""
        own = self._base.number(text)
        if (own is not None and own not in self._gone) or self._added.number(text) is not None:
            return {text}
        parts = words(text)
        exact = self._both(self._base.exact(parts), self._added.exact(parts))
        if exact or not parts:
            return self._ids(exact)
        candidates = self._candidates(parts, typos=False)
        if not all(candidates):
            candidates = self._candidates(parts, typos=True)
        return self._ids(BitMap.intersection(*candidates))

    def suggestion(self, text: str) -> str:
        """The name that a text may be a misspelling of; empty for none."""
        kept = (name for at, name in enumerate(self._base.names) if at not in self._gone)
        return nearest(text, [*kept, *self._added.names])

    def _candidates(self, parts: list[str], *, typos: bool) -> list[BitMap]:
        base = self._base.candidates(parts, typos=typos)
        added = self._added.candidates(parts, typos=typos)
        return [self._both(one, other) for one, other in zip(base, added, strict=True)]

    def _both(self, base: BitMap, added: BitMap) -> BitMap:
        """Numbers of both layers; those of the layer above stand behind."""
        return (base - self._gone) | (added.shift(self._size) if added else added)

    def _ids(self, numbers: BitMap) -> set[str]:
        base, added, size = self._base.ids, self._added.ids, self._size
        return {base[one] if one < size else added[one - size] for one in numbers}


class LayeredFilters(Filters):
    """The filters of queries over a corpus that was edited since it was indexed."""

    def __init__(self, base: Filters, columns: LayeredDocValues, edits: Edits) -> None:
        """Take the filters of the index, the doc values as they are now, and what was edited."""
        self.columns, self._base, self._edits = columns, base, edits
        self._changed = columns.changed

    @cached_property
    def parties(self) -> Names:
        """Parties by their names and ids."""
        known, mentioned = self.columns.corpus.parties, self.columns.values["party"]
        changed = self._edits.parties | self._changed["party"]
        named: dict[str, tuple[str, ...]] = {one: () for one in changed if one in mentioned}
        for one in changed & known.keys():
            named[one] = (known[one].name, *known[one].aliases)
        return LayeredNames(self._base.of_index("parties"), named, changed)

    @cached_property
    def articles(self) -> Names:
        """Articles by title, publisher and id."""
        known, changed = self.columns.corpus.articles, self._edits.articles
        named = {one: (known[one].title, known[one].publisher) for one in changed & known.keys()}
        return LayeredNames(self._base.of_index("articles"), named, changed)

    @cached_property
    def publishers(self) -> Names:
        """Publishers."""
        return self._of_values("publisher", "publishers")

    @cached_property
    def tags(self) -> Names:
        """Tags."""
        return self._of_values("tag", "tags")

    def _of_values(self, field: str, kind: str) -> Names:
        changed, now = self._changed[field], self.columns.values[field]
        named: dict[str, tuple[str, ...]] = {one: () for one in changed if one in now}
        return LayeredNames(self._base.of_index(kind), named, changed)
