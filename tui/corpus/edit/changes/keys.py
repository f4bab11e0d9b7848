"""Keys of any mapping set or taken away, and items of its lists added or taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.rewriting import Rewriting, one_of
from tui.corpus.edit.yaml_semantics import meant, plain
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.changes.owners import Owner
    from tui.corpus.edit.layout import LayoutPart


@dataclass(frozen=True, slots=True)
class SetKeys:
    """Other values for keys of a mapping.

    Attributes:
        owner: The mapping.
        values: The values by key: a text, a list of texts, a dictionary of texts; `None` takes the
            key away. What stands there already is not written anew.
        title: What it does, for the head of a dialog.
    """

    owner: Owner
    values: Mapping[str, Any]
    title: str = msg("Change this")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The values in place of those that stand there."""
        rewriting = self.owner.rewriting(source)
        set_keys(rewriting, self.owner.find(rewriting), self.values)
        return rewriting.edit()


def set_keys(rewriting: Rewriting, mapping: LayoutPart, values: Mapping[str, Any]) -> None:
    """Set some keys of a mapping, and take away those that are `None`.

    Raises:
        SpliceError: If the file has no way to.
    """
    for key, value in values.items():
        old = mapping.get(key)
        if value is None:
            if old is not None:
                rewriting.remove(mapping, key)
        elif old is not None and plain(old, {}) == meant(value):
            continue
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            rewriting.assign_texts(mapping, key, value)
        else:
            rewriting.assign(mapping, key, value)


@dataclass(frozen=True, slots=True)
class AddItems:
    """Items added at the end of a list of a mapping: tranches, evidence, dismissals.

    Attributes:
        owner: The mapping.
        key: The key of the list; it is added when it is missing.
        items: The new items, each a dictionary or a text.
        title: What it does, for the head of a dialog.
    """

    owner: Owner
    key: str
    items: Sequence[Any]
    title: str = msg("Add this")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The items after those that are there."""
        rewriting = self.owner.rewriting(source)
        mapping = self.owner.find(rewriting)
        for item in self.items:
            name = item.get("id") if isinstance(item, dict) else item
            known = mapping.get(self.key)
            for one in (known.items if known is not None else None) or ():
                there = one.value if one.entries is None else _id_of(one)
                if name is not None and there == name:
                    raise SpliceError(
                        msg("there is already {name} under {key}", name=name, key=self.key)
                    )
        rewriting.extend(mapping, self.key, list(self.items))
        return rewriting.edit()


def _id_of(part: LayoutPart) -> str | None:
    found = part.get("id")
    return found.value if found is not None else None


@dataclass(frozen=True, slots=True)
class RemoveItems:
    """Items of lists taken away, each by the place where it begins: evidence, dismissals.

    Attributes:
        places: Line and column of each, from 1.
        title: What it does, for the head of a dialog.
    """

    places: Sequence[tuple[int, int]]
    title: str = msg("Take this away")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The file without them; a list that gets empty goes with its key."""
        if not self.places:
            raise SpliceError(msg("there is nothing to take away"))
        rewriting = Rewriting(source, line=self.places[0][0])
        parts = [rewriting.text.mapping_at(*place) for place in self.places]
        holders: dict[int, tuple[LayoutPart, str, list[LayoutPart]]] = {}
        for part in parts:
            owner, key = rewriting.holder_of(part)
            holders.setdefault(id(owner.get(key)), (owner, key, []))[2].append(part)
        for owner, key, gone in holders.values():
            rewriting.remove_items(owner, key, one_of(gone))
        return rewriting.edit()
