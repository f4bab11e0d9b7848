"""Where an addition to a corpus file goes, and how it is written there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.entry_removal import without_entry
from tui.corpus.edit.file_edit import Edit, SpliceError, edit_of
from tui.corpus.edit.layout import LayoutError, LayoutPart, layouts
from tui.corpus.edit.scalar_writer import WIDTH, block_lines, flow, flow_item, scalar
from tui.corpus.edit.yaml_semantics import Pairs, meant, plain
from tui.corpus.joined_text import parts_of, without_most_records
from tui.corpus.schema.shapes import RECORD_SECTIONS
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Change = tuple[int, int, str]

_STEP = 2
_LARGE = 1_000_000
_NOTHINGS = ("", "[]", "{}", "~", "null")
_BREAK = re.compile("\r\n|[\n\r]")
_COMMENT = re.compile(r"[ \t]*#")


class SourceText:
    """The text of a corpus file with the places of its parts.

    Attributes:
        source: The text.
        roots: The whole mapping of each file, the main one first; of large ones, the records that
            matter for a change.
        root: That of the main file.
        merged: The entries of all files under each other, to look through and not to change.
        newline: The line end that it uses.
        list_step: How far it sets the dashes of a list to the right of its key.
    """

    def __init__(self, source: str, *about: str, line: int = 0) -> None:
        """Read the places of a text.

        Args:
            source: The text.
            about: Words of which every record that matters for the change contains one.
            line: A line of the record that matters, from 1; 0 where `about` says all.
        """
        self.source = source
        self._parsed = source if len(source) < _LARGE else without_most_records(source, about, line)
        try:
            self.roots = layouts(self._parsed)
        except LayoutError as error:
            raise SpliceError(
                msg("the file cannot be read as it is: {reason}", reason=error)
            ) from None
        self.root = self.roots[0]
        self.merged = self.root
        if len(self.roots) > 1:
            entries = [entry for root in self.roots for entry in root.entries or ()]
            self.merged = LayoutPart(0, len(source), entries=entries)
        self.newline = "\r\n" if "\r\n" in source else "\n"
        self.list_step = self._list_step()

    def root_of(self, file: str) -> LayoutPart:
        """The mapping of a file by its name; the main one has none.

        Raises:
            SpliceError: If there is no such file, or nothing stands in it yet.
        """
        names = [part.name for part in parts_of(self.source)]
        if file not in names:
            raise SpliceError(msg("there is no included file {file}", file=file))
        root = self.roots[names.index(file)]
        if not root.entries:
            raise SpliceError(msg("nothing stands in {file} yet: begin it by hand", file=file))
        return root

    def find_record(self, record_id: str) -> LayoutPart | None:
        """The mapping of a record."""
        for root in self.roots:
            for section in RECORD_SECTIONS:
                found = with_id(root.get(section), record_id)
                if found is not None:
                    return found
        return None

    def record(self, record_id: str) -> LayoutPart:
        """The mapping of a record.

        Raises:
            SpliceError: If there is none.
        """
        found = self.find_record(record_id)
        if found is None:
            raise SpliceError(msg("there is no record {record}", record=record_id))
        return found

    def mapping_at(self, line: int, column: int) -> LayoutPart:
        """The mapping that starts at a place as the reader tells it.

        Raises:
            SpliceError: If none starts there.
        """
        start = 1 if self.source.startswith("\ufeff") else 0
        if line > 1:
            breaks = _BREAK.finditer(self.source)
            for number, found in enumerate(breaks, 2):
                if number == line:
                    start = found.end()
                    break
            else:
                start = len(self.source)
        offset = start + column - 1
        for part in self.walk():
            if part.entries is not None and part.start == offset:
                return part
        raise SpliceError(
            msg("no mapping starts on line {line} at column {column}", line=line, column=column)
        )

    def table_of(self, section: str, name: str) -> LayoutPart | None:
        """The table of a section that has an entry, in whichever file that is."""
        for root in self.roots:
            table = root.get(section)
            if table is not None and table.entry(name) is not None:
                return table
        return None

    def walk(self) -> Iterator[LayoutPart]:
        """All parts of all files."""
        for root in self.roots:
            yield from root.walk()

    def add_item(
        self, owner: LayoutPart, key: str, item: Mapping[str, Any], *, block: bool = False
    ) -> Edit:
        """Add an item to the list under a key of a mapping.

        Args:
            owner: The mapping.
            key: The key of the list; it is added when it is missing.
            item: The new item.
            block: Whether to write it with a key on each line where no other item tells.
        """
        entry = owner.entry(key)
        if entry is None:
            lines = self.list_lines(item, owner, block=block)
            changes = [self.new_key(owner, key, f"[{flow(item)}]", lines)]
        else:
            self.refuse_shared(entry[1])
            changes = self.into_list(entry, item, owner, block=block)

        def expected(pairs: Pairs) -> Pairs:
            found = False
            result = []
            for name, value in pairs:
                if name == key and not found:
                    found = True
                    value = [*(value or []), meant(item)]  # noqa: PLW2901 (the pair is rebuilt)
                result.append((name, value))
            return result if found else [*result, (key, [meant(item)])]

        return self._checked(changes, owner, expected)

    def add_entry(self, section: str, name: str, mapping: Mapping[str, Any]) -> Edit:
        """Add an entry to a table of the root, such as the articles."""
        entry = self.root.entry(section)
        table = entry[1] if entry else None
        if table is not None and table.entries:
            owner = table
            last = table.entries[-1][1]
            if last.entries is not None and not last.flow:
                step = last.column - table.column
                lines = [f"{scalar(name)}:"] + [
                    " " * step + line
                    for line in block_lines(
                        mapping, table.column + step, self.newline, self.list_step
                    )
                ]
            else:
                lead = f"{scalar(name)}: "
                lines = [flow_item(mapping, table.column, self.newline, lead)]
            sides = [side for pair in table.entries[-2:] for side in pair][1:3]
            blank = self.blank_between(sides)
            change = self.new_entry(table, f"{scalar(name)}: {flow(mapping)}", lines, blank=blank)
            return self._checked([change], owner, lambda pairs: [*pairs, (name, meant(mapping))])
        whole = {name: dict(mapping)}
        lines = [" " * _STEP + flow_item(mapping, _STEP, self.newline, f"{scalar(name)}: ")]
        if entry is None:
            changes = [self.new_key(self.root, section, flow(whole), lines)]
        else:
            changes = self.over_nothing(entry, flow(whole), self.root, lines)

        def expected(pairs: Pairs) -> Pairs:
            kept = [(key, meant(whole) if key == section else value) for key, value in pairs]
            return kept if entry else [*kept, (section, meant(whole))]

        return self._checked(changes, self.root, expected)

    def set_texts(self, mapping: LayoutPart, values: Mapping[str, str]) -> Edit:
        """Give keys of a mapping new texts; a key that it lacks is added.

        An empty text takes its key away, where no comment would go with it.
        """
        changes: list[Change] = []
        added: dict[str, str] = {}
        gone: set[str] = set()
        for key, value in values.items():
            entry = mapping.entry(key)
            if entry is not None:
                self.refuse_shared(entry[1])
            away = None if value or entry is None else without_entry(self.source, mapping, key)
            if away is not None:
                gone.add(key)
                changes.append(away)
            elif entry is None:
                added[key] = value
            elif entry[1].entries is not None or entry[1].items is not None:
                raise SpliceError(msg("{key} is no text here", key=key))
            elif entry[1].is_empty:
                at = self.after_colon(entry[0])
                changes.append((at, at, " " + scalar(value, key)))
            else:
                changes.append((entry[1].start, entry[1].end, scalar(value, key)))
        if added:
            lines = block_lines(added, mapping.column, self.newline, self.list_step)
            text = ", ".join(f"{scalar(key)}: {scalar(value, key)}" for key, value in added.items())
            changes.append(self.new_entry(mapping, text, lines))

        def expected(pairs: Pairs) -> Pairs:
            kept = [(key, values.get(key, value)) for key, value in pairs if key not in gone]
            return [*kept, *added.items()]

        return self._checked(changes, mapping, expected)

    def into_list(
        self,
        entry: tuple[LayoutPart, LayoutPart],
        item: Mapping[str, Any],
        owner: LayoutPart,
        *,
        block: bool,
    ) -> list[Change]:
        """The changes that add an item to the list of an entry.

        Args:
            entry: The key and its list, which may be nothing.
            item: The item.
            owner: The mapping of the entry.
            block: Whether it is written with a key on each line where no other item tells.
        """
        value = entry[1]
        if value.items is None or (value.flow and not value.items):
            lines = self.list_lines(item, owner, block=block)
            return self.over_nothing(entry, f"[{flow(item)}]", owner, lines)
        if value.flow:
            at = value.items[-1].end
            return [(at, at, f", {flow(item)}")]
        last = value.items[-1]
        lead = last.column - value.column if last.entries is not None and not last.flow else 0
        lines = self.item_lines(item, value.column, block=lead > 0, lead=lead or _STEP)
        at = self.after_block(value.end, value.column)
        blank = lead > 0 and self.blank_between(value.items)
        return [self.lines_at(at, value.column, lines, blank=blank)]

    def over_nothing(
        self, entry: tuple[LayoutPart, LayoutPart], inline: str, owner: LayoutPart, lines: list[str]
    ) -> list[Change]:
        """Put a collection where there is none, or an empty one.

        Args:
            entry: The key, and the value that is nothing.
            inline: The collection in braces or brackets, for a mapping in braces.
            owner: The mapping of the key.
            lines: The same on lines of its own, from the column of the keys.
        """
        key, value = entry
        empty = value.flow and not (value.items or value.entries)
        if value.alias:
            raise SpliceError(
                msg(
                    "{key} is written elsewhere and stands here as *{alias}: edit the file by hand",
                    key=key.value,
                    alias=value.alias,
                )
            )
        if not value.is_nothing and not empty:
            raise SpliceError(
                msg("{key} holds something else here: edit the file by hand", key=key.value)
            )
        colon = self.after_colon(key)
        stretch = self.source[colon : value.end]
        if not owner.flow and stretch.replace(" ", "") in _NOTHINGS:
            at = self._line_end(max(colon, value.end))
            gone = [] if value.is_empty else [(colon, value.end, "")]
            return [*gone, self.lines_at(at, owner.column, lines)]
        if value.is_empty:
            return [(colon, colon, " " + inline)]
        if empty:
            return [(value.end - 1, value.end - 1, inline[1:-1])]
        return [(value.start, value.end, inline)]

    def new_key(self, owner: LayoutPart, key: str, inline: str, lines: list[str]) -> Change:
        """A new key with a collection: inline in braces, else on lines of its own."""
        return self.new_entry(owner, f"{scalar(key)}: {inline}", [f"{scalar(key)}:", *lines])

    def new_entry(
        self, owner: LayoutPart, inline: str, lines: list[str], *, blank: bool = False
    ) -> Change:
        """A new entry at the end of a mapping: `inline` in braces, else `lines` of its own."""
        if not owner.flow:
            at = self.after_block(owner.end, owner.column - 1)
            return self.lines_at(
                at, owner.column, lines, blank=blank or any(owner is root for root in self.roots)
            )
        if not owner.entries:
            return owner.end - 1, owner.end - 1, inline
        name, value = owner.entries[-1]
        at = value.end if not value.is_empty else self._end_of_key(name)
        line = self.source.rfind("\n", 0, at) + 1
        if at - line + len(inline) + 3 <= WIDTH:
            return at, at, f", {inline}"
        opened = owner.start - self.source.rfind("\n", 0, owner.start)
        return at, at, f",{self.newline}{' ' * opened}{inline}"

    def item_lines(
        self, item: Mapping[str, Any], dash: int, *, block: bool, lead: int = _STEP
    ) -> list[str]:
        """The lines of an item with its dash, without the indentation of the dash.

        Args:
            item: What to write.
            dash: The column of the dash.
            block: Whether every key gets a line.
            lead: From the dash to the keys.
        """
        if not block:
            return [flow_item(item, dash, self.newline)]
        keys = block_lines(item, dash + lead, self.newline, self.list_step)
        first = "-" + " " * (lead - 1)
        return [(" " * lead if at else first) + key for at, key in enumerate(keys)]

    def list_lines(self, item: Mapping[str, Any], owner: LayoutPart, *, block: bool) -> list[str]:
        """The lines of a new list with one item, relative to the keys of its mapping."""
        lines = self.item_lines(item, owner.column + self.list_step, block=block)
        return [" " * self.list_step + line for line in lines]

    def lines_at(self, at: int, column: int, lines: list[str], *, blank: bool = False) -> Change:
        """Lines inserted at the start of a line, at a column; `blank` sets them apart."""
        text = self.newline.join(" " * column + line if line else "" for line in lines)
        if blank:
            text = self.newline + text
        if at > 0 and self.source[at - 1] != "\n":
            return at, at, self.newline + text
        return at, at, text + self.newline

    def after_block(self, end: int, column: int) -> int:
        """The start of the line after a block, past the comments that stand under it."""
        at = self._line_end(end)
        while at < len(self.source):
            found = _COMMENT.match(self.source, at)
            if found is None or found.end() - at - 1 <= column:
                break
            at = self._next_line(at)
        return at

    def _line_end(self, offset: int) -> int:
        if offset > 0 and self.source[offset - 1] == "\n":
            return offset
        return self._next_line(offset)

    def _next_line(self, offset: int) -> int:
        found = self.source.find("\n", offset)
        return len(self.source) if found < 0 else found + 1

    def after_colon(self, key: LayoutPart) -> int:
        """Where the value of a key may begin."""
        return self.source.index(":", key.end) + 1

    def _end_of_key(self, key: LayoutPart) -> int:
        rest = self.source[key.end :]
        spaces = len(rest) - len(rest.lstrip(" "))
        return key.end + spaces + 1 if rest[spaces : spaces + 1] == ":" else key.end

    def blank_between(self, parts: list[LayoutPart]) -> bool:
        """Whether the parts of a collection are kept apart by blank lines."""
        if len(parts) < 2:
            return False
        between = self.source[parts[-2].end : parts[-1].start]
        return re.search(r"\n[ \t]*\r?\n", between) is not None

    def _list_step(self) -> int:
        """How far this file sets the dashes of a list to the right of its key."""
        for root in self.roots:
            for section in RECORD_SECTIONS:
                value = root.get(section)
                if value is not None and value.items and not value.flow:
                    return max(0, value.column - root.column)
        return _STEP

    def refuse_shared(self, part: LayoutPart) -> None:
        """Refuse to change what the file uses in a second place by an alias.

        Raises:
            SpliceError: If an alias stands for the part, or for something that holds it.
        """
        for around in self.walk() if "&" in self.source else ():
            if not around.anchor or around.start > part.start or around.end < part.end:
                continue
            # Of a large file only a part was parsed: the alias may stand anywhere in it.
            if re.search(rf"\*{re.escape(around.anchor)}(?![\w-])", self.source):
                raise SpliceError(
                    msg(
                        "what is to be changed also stands elsewhere, as *{anchor}: edit the "
                        "file by hand",
                        anchor=around.anchor,
                    )
                )

    def refuse_anchors(self, part: LayoutPart) -> None:
        """Refuse to take away or write anew what aliases elsewhere stand for.

        Raises:
            SpliceError: If the part, something in it or something around it has such an anchor.
        """
        self.refuse_shared(part)
        for inner in part.walk() if "&" in self.source else ():
            if inner.anchor and re.search(rf"\*{re.escape(inner.anchor)}(?![\w-])", self.source):
                raise SpliceError(
                    msg(
                        "what is to be changed is used elsewhere, as *{anchor}: edit the file "
                        "by hand",
                        anchor=inner.anchor,
                    )
                )

    def _checked(
        self,
        changes: list[Change],
        owner: LayoutPart,
        expected: Callable[[Pairs], Pairs],
    ) -> Edit:
        """The edit, if the new text means the old one with just this change.

        Raises:
            SpliceError: If it does not; then the place is written in a way not understood here.
        """
        self.refuse_shared(owner)
        return self.checked(changes, {id(owner): expected})

    def checked(self, changes: list[Change], meanings: Mapping[int, Callable[[Any], Any]]) -> Edit:
        """The edit, if the new text means what the old one does with other meanings of some parts.

        Args:
            changes: Start, end and new text of every stretch that changes.
            meanings: What becomes of the meaning of parts, as for `plain`.

        Raises:
            SpliceError: If it does not; then the place is written in a way not understood here.
        """
        edit = edit_of(self.source, changes)
        try:
            after = [plain(root, {}) for root in layouts(edit_of(self._parsed, changes).after_text)]
        except LayoutError as error:
            raise SpliceError(
                msg("this place cannot be changed automatically: {reason}", reason=error)
            ) from None
        if after != [plain(root, meanings) for root in self.roots]:
            raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
        return edit


def with_id(parts: LayoutPart | None, name: str) -> LayoutPart | None:
    """The mapping with an id in a list of mappings."""
    for item in (parts.items if parts else None) or ():
        found = item.get("id")
        if found is not None and found.value == name:
            return item
    return None
