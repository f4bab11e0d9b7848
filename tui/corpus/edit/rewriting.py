"""Several changes of one corpus file, collected and made as one edit.

Whoever changes a record collects what is to become of the parts of the text, by the parts that
`SourceText` found; where each lies in the text and how it is written is decided here. The edit is
checked: its text must mean what the old one does with just these changes. A value that stands in
the file in a way that is not understood is refused, never guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.entry_removal import (
    block_of,
    comment_inside,
    ends_its_line,
    has_comment,
    with_surroundings,
    without_parts,
)
from tui.corpus.edit.file_edit import Edit, SpliceError
from tui.corpus.edit.insertion import SourceText
from tui.corpus.edit.scalar_writer import block_lines, flow, literal_block
from tui.corpus.edit.yaml_semantics import GONE, meant
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tui.corpus.edit.layout import LayoutPart

    Change = tuple[int, int, str]


class Rewriting:
    """Changes of one text that are made together.

    Attributes:
        text: The text with the places of its parts.
    """

    def __init__(self, source: str, *about: str, line: int = 0) -> None:
        """Read a text.

        Args:
            source: The text.
            about: Words of which every record that matters for the changes contains one.
            line: A line of a record that matters, from 1; 0 where `about` says all.

        Raises:
            SpliceError: If it cannot be read as it is.
        """
        self.text = SourceText(source, *about, line=line)
        self._changes: list[Change] = []
        self._meanings: dict[int, list[Callable[[Any], Any]]] = {}
        self._gone: dict[int, tuple[LayoutPart, set[int]]] = {}

    # What becomes of the parts

    def assign(self, mapping: LayoutPart, key: str, value: Any) -> None:
        """Give a key another value; one that the mapping lacks is added last.

        Args:
            mapping: The mapping.
            key: The key.
            value: A text, a list of texts, a dictionary that is written in braces, or a list of
                such.

        Raises:
            SpliceError: If aliases or comments stand in the way.
        """
        entry = mapping.entry(key)
        if entry is None:
            self._add_key(mapping, key, value)
            return
        name, old = entry
        if not old.alias:
            self.text.refuse_anchors(old)
        colon = self.text.after_colon(name)
        if not old.is_empty and (
            has_comment(self.text.source, colon, old.start) or comment_inside(self.text.source, old)
        ):
            raise SpliceError(
                msg("a comment stands in {key}, which would be lost: edit it by hand", key=key)
            )
        end = old.end
        if self.text.source[old.start : old.start + 1] in ("|", ">"):
            end = len(self.text.source[:end].rstrip("\r\n"))
        alone = ends_its_line(self.text.source, max(colon, end))
        written = self._written(mapping, key, value, alone=alone)
        if old.is_empty:
            self._changes.append((colon, colon, f" {written}"))
        elif old.flow or old.value is not None or old.alias:
            self._changes.append((old.start, end, written))
        else:
            self._changes.append((colon, end, f" {written}"))
        self._mean(old, lambda _: meant(value))

    def replace(self, part: LayoutPart, old: str, new: str) -> None:
        """Replace a stretch of a scalar where it stands, in whatever quotes that is.

        Raises:
            SpliceError: If the stretch is written otherwise there, or aliases stand for it.
        """
        self.text.refuse_anchors(part)
        written = self.text.source[part.start : part.end]
        changed = written.replace(old, new)
        if changed == written or part.value is None:
            raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
        self._changes.append((part.start, part.end, changed))
        meaning = part.value.replace(old, new)
        self._mean(part, lambda _: meaning)

    def put(self, part: LayoutPart, text: str) -> None:
        """Write another text in place of a scalar, in the quotes that it has.

        Raises:
            SpliceError: If it is no scalar, or aliases stand for it.
        """
        self.text.refuse_anchors(part)
        if part.value is None:
            raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
        sign = self.text.source[part.start]
        quoted = sign in "'\"" and re.fullmatch(r"[\w.-]+", text)
        written = f"{sign}{text}{sign}" if quoted else flow(text)
        self._changes.append((part.start, part.end, written))
        self._mean(part, lambda _: text)

    def rewrite(self, part: LayoutPart, pattern: re.Pattern[str], new: str) -> None:
        """Replace every match of a pattern in a scalar where it stands.

        The pattern may match only what stands in the file as it is meant, such as ids.

        Raises:
            SpliceError: If nothing matches, or aliases stand for the scalar.
        """
        self.text.refuse_anchors(part)
        if part.value is None:
            raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
        written = self.text.source[part.start : part.end]
        self._changes.append((part.start, part.end, pattern.sub(new, written)))
        meaning = pattern.sub(new, part.value)
        self._mean(part, lambda _: meaning)

    def remove(self, mapping: LayoutPart, key: str) -> None:
        """Take a key away with its value.

        Raises:
            SpliceError: If there is none, or aliases stand for it.
        """
        for at, (name, value) in enumerate(mapping.entries or ()):
            if name.value == key:
                self._take_away(mapping, at, value)
                return
        raise SpliceError(msg("there is no {key} to take away", key=key))

    def remove_items(self, owner: LayoutPart, key: str, goes: Callable[[LayoutPart], bool]) -> None:
        """Take items of the list under a key away; the key goes with the last, if others are there.

        Raises:
            SpliceError: If aliases stand for one.
        """
        items = owner.get(key)
        places = [at for at, item in enumerate((items and items.items) or ()) if goes(item)]
        if items is None or not places:
            return
        if (
            len(places) == len(items.items or ())
            and len(owner.entries or ()) > 1
            and not any(owner is root for root in self.text.roots)
        ):
            self.remove(owner, key)
            return
        for at in places:
            self._take_away(items, at, (items.items or [])[at])

    def append(self, owner: LayoutPart, key: str, item: Any, *, block: bool = False) -> None:
        """Add an item to the list under a key, which is added when it is missing.

        Args:
            owner: The mapping that has the list.
            key: Its key.
            item: A text or a dictionary.
            block: Whether a dictionary is written with a key on each line where no other item
                tells.

        Raises:
            SpliceError: If aliases stand for the list.
        """
        entry = owner.entry(key)
        if entry is None or not isinstance(item, dict):
            self.extend(owner, key, [item], block=block)
            return
        self.text.refuse_shared(entry[1])
        self._changes += self.text.into_list(entry, item, owner, block=block)
        self._mean(entry[1], lambda items: [*(items or []), meant(item)])

    def extend(
        self, owner: LayoutPart, key: str, items: Sequence[Any], *, block: bool = False
    ) -> None:
        """Add items to the list under a key, as `append` does one."""
        entry = owner.entry(key)
        if not items:
            return
        if entry is None:
            if isinstance(items[0], dict):
                lines = [
                    line
                    for item in items
                    for line in self.text.list_lines(item, owner, block=block)
                ]
                self._changes.append(self.text.new_key(owner, key, flow(list(items)), lines))
                self._mean(owner, lambda pairs: [*pairs, (key, meant(list(items)))])
            else:
                self._add_key(owner, key, list(items))
            return
        if isinstance(items[0], dict):
            for item in items:
                self.append(owner, key, item, block=block)
            return
        self._extend_texts(owner, key, entry[1], list(items))

    def _extend_texts(self, owner: LayoutPart, key: str, old: LayoutPart, items: list[str]) -> None:
        if not old.items:
            self.assign(owner, key, items)
            return
        self.text.refuse_shared(old)
        last = old.items[-1]
        if old.flow:
            written = "".join(f", {flow(item, key)}" for item in items)
            self._changes.append((last.end, last.end, written))
        else:
            lines = [f"- {flow(item, key)}" for item in items]
            at = self.text.after_block(old.end, old.column)
            self._changes.append(self.text.lines_at(at, old.column, lines))
        self._mean(old, lambda found: [*found, *meant(items)])

    def duplicate(self, owner: LayoutPart, key: str, item: LayoutPart, new_id: str) -> None:
        """Repeat an item of a list right behind it, word by word but for its id.

        Raises:
            SpliceError: If it has anchors, which would stand twice.
        """
        items, source = owner.get(key), self.text.source
        old_id = item.get("id")
        if items is None or old_id is None or old_id.value is None:
            raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
        if any(part.anchor for part in item.walk()):
            raise SpliceError(msg("it has an anchor, which would stand twice: copy it by hand"))
        if items.flow:
            start, end, at = item.start, item.end, item.end
            lead = ", "
        else:
            start, end = block_of(source, item, items.column)
            at, newline = end, self.text.newline
            cut = source[end - 1 : end] != "\n"
            apart = self.text.blank_between(items.items or [])
            lead = (newline if cut else "") + (newline if apart else "")
        before, after = source[start : old_id.start], source[old_id.end : end]
        self._changes.append((at, at, f"{lead}{before}{flow(new_id, 'id')}{after}"))
        place = next(place for place, one in enumerate(items.items or ()) if one is item)

        def repeated(found: list[Any]) -> list[Any]:
            again = [(name, new_id if name == "id" else value) for name, value in found[place]]
            return [*found[: place + 1], again, *found[place + 1 :]]

        self._mean(items, repeated)

    def rename_key(self, mapping: LayoutPart, old: str, new: str) -> None:
        """Give an entry of a table another key.

        Raises:
            SpliceError: If there is none, or the other key is taken.
        """
        if mapping.entry(new) is not None:
            raise SpliceError(msg("there is already {new}", new=new))
        entry = mapping.entry(old)
        if entry is None:
            raise SpliceError(msg("there is no {old}", old=old))
        name = entry[0]
        self._changes.append((name.start, name.end, flow(new)))
        self._mean(name, lambda _: new)

    def assign_texts(self, owner: LayoutPart, key: str, values: Sequence[str]) -> None:
        """Give the list of texts under a key other items.

        Items that stay are not touched, where those that come are behind them; an empty list takes
        the key away.

        Raises:
            SpliceError: If aliases or comments stand in the way.
        """
        old = owner.get(key)
        if not values:
            if old is not None:
                self.remove(owner, key)
            return
        known = [item.value for item in (old.items if old is not None else None) or ()]
        stays = [value for value in known if value in values]
        added = [value for value in values if value not in known]
        if old is None or not stays or [*stays, *added] != list(values):
            self.assign(owner, key, list(values))
            return
        self.remove_items(owner, key, lambda item: item.value not in values)
        self.extend(owner, key, added)

    def holder_of(self, part: LayoutPart) -> tuple[LayoutPart, str]:
        """The mapping that has a list with a part in it, and the key of the list.

        Raises:
            SpliceError: If the part is no item of a list.
        """
        for owner in self.text.walk():
            for name, value in owner.entries or ():
                if any(item is part for item in value.items or ()):
                    return owner, name.value or ""
        raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))

    # The edit

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be changed."""
        return not (self._changes or self._gone)

    def edit(self) -> Edit:
        """All changes as one edit of the text.

        Raises:
            SpliceError: If they cannot be made together, or there is nothing to change.
        """
        changes = list(self._changes)
        for whole, gone in self._gone.values():
            self._collect_removals(whole, gone, changes)
        changes.sort(key=_order)
        meanings = {part: _one_after_the_other(each) for part, each in self._meanings.items()}
        return self.text.checked(changes, meanings)

    def _collect_removals(self, whole: LayoutPart, gone: set[int], changes: list[Change]) -> None:
        source = self.text.source
        parts = whole.entries if whole.entries is not None else whole.items or []
        if len(gone) < len(parts):
            removed = without_parts(source, whole, gone)
            changes += (
                removed
                if whole.flow
                else [with_surroundings(source, whole, change) for change in removed]
            )
            return
        # An empty collection stands where the last of it stood.
        sign = "{}" if whole.entries is not None else "[]"
        if comment_inside(source, whole):
            raise SpliceError(
                msg("a comment would be lost with the last of these: edit it by hand")
            )
        colon = next(
            self.text.after_colon(name)
            for part in self.text.walk()
            for name, value in part.entries or ()
            if value is whole
        )
        if whole.flow or has_comment(source, colon, whole.start):
            changes.append((whole.start, whole.end, sign))
        else:
            changes.append((colon, len(source[: whole.end].rstrip("\r\n")), f" {sign}"))

    def _take_away(self, whole: LayoutPart, at: int, part: LayoutPart) -> None:
        self.text.refuse_anchors(part)
        self._gone.setdefault(id(whole), (whole, set()))[1].add(at)
        self._mean(part, lambda _: GONE)

    def _add_key(self, mapping: LayoutPart, key: str, value: Any) -> None:
        self.text.refuse_shared(mapping)
        text = self.text
        lines = block_lines({key: value}, mapping.column, text.newline, text.list_step)
        self._changes.append(text.new_entry(mapping, f"{flow(key)}: {flow(value, key)}", lines))
        self._mean(mapping, lambda pairs: [*pairs, (key, meant(value))])

    def _written(self, mapping: LayoutPart, key: str, value: Any, *, alone: bool) -> str:
        """A value as it stands behind its colon; `alone` where no comment follows on its line."""
        in_lines = alone and not mapping.flow and isinstance(value, str)
        literal = literal_block(value) if in_lines else None
        if literal is None:
            return flow(value, key)
        indent = " " * (mapping.column + 2)
        head, *lines = literal
        return self.text.newline.join([head, *(indent + line if line else "" for line in lines)])

    def _mean(self, part: LayoutPart, change: Callable[[Any], Any]) -> None:
        self._meanings.setdefault(id(part), []).append(change)


def _order(change: Change) -> tuple[int, int, int, bool]:
    """Where a change goes among others: of lines added at one place, the innermost come first.

    So an item is still in its list where a key of the mapping around that is added behind it.
    """
    start, end, text = change
    line = text.lstrip("\r\n")
    inner = line.lstrip(" ")
    return start, end, len(inner) - len(line), not inner.startswith("-")


def _one_after_the_other(changes: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def changed(meaning: Any) -> Any:
        for change in changes:
            meaning = change(meaning)
        return meaning

    return changed


def one_of(parts: Iterable[LayoutPart]) -> Callable[[LayoutPart], bool]:
    """Whether a part is one of these, and not only like one."""
    names = {id(part) for part in parts}
    return lambda part: id(part) in names


def texts_of(part: LayoutPart | None) -> Mapping[str, LayoutPart]:
    """The texts of a list with their parts."""
    return {
        item.value: item for item in (part.items if part else None) or () if item.value is not None
    }
