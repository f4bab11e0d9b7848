"""Where the parts of a YAML text stand, to the character, for edits that touch nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tui.corpus.joined_text import parts_of
from tui.corpus.yaml.events import BLOCK_STYLES, MAX_DEPTH
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


_CONTENT = re.compile(r"^[ \t]*[^\s#\ufeff]", re.MULTILINE)
"""A line with more than a comment."""


class LayoutError(ValueError):
    """The text is not the YAML mapping that a corpus is."""


class LayoutPart(msgspec.Struct):
    """A value and where it stands; offsets count code points of the text.

    Attributes:
        start: Its first character, an anchor included.
        end: One past its last character; without the line end or the comments after it.
        flow: Whether it is written in brackets or braces.
        column: The column of a block collection's keys or dashes, from 0.
        value: The text of a scalar; `None` for a collection.
        plain: Whether a scalar stands without quotes.
        items: The items of a list.
        entries: The keys and values of a mapping.
        anchor: The name by which aliases stand for it; empty for none.
        alias: The name of the anchor that it stands for, where it is an alias.
    """

    start: int
    end: int
    flow: bool = False
    column: int = 0
    value: str | None = None
    plain: bool = False
    items: list[LayoutPart] | None = None
    entries: list[tuple[LayoutPart, LayoutPart]] | None = None
    anchor: str = ""
    alias: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether not a single character stands for it."""
        return self.start == self.end

    @property
    def is_nothing(self) -> bool:
        """Whether it stands for no value."""
        return self.plain and self.value in ("", "~", "null")

    def get(self, key: str) -> LayoutPart | None:
        """The value of a key, `None` when there is no such key."""
        entry = self.entry(key)
        return entry[1] if entry else None

    def entry(self, key: str) -> tuple[LayoutPart, LayoutPart] | None:
        """A key and its value."""
        for name, value in self.entries or ():
            if name.value == key:
                return name, value
        return None

    def walk(self) -> Iterator[LayoutPart]:
        """It and everything in it."""
        yield self
        for item in self.items or ():
            yield from item.walk()
        for _, value in self.entries or ():
            yield from value.walk()


def layouts(source: str) -> list[LayoutPart]:
    """The root mappings of the files of a joined text, at their places in it.

    Raises:
        LayoutError: If one of them is no YAML mapping; the message says where.
    """
    parts = parts_of(source)
    if len(parts) == 1:
        return [layout(source)]
    roots = []
    for part in parts:
        if part.name and _CONTENT.search(part.text) is None:
            # An included file may be empty; there is nothing to change in it.
            roots.append(LayoutPart(part.start, part.start, entries=[]))
            continue
        try:
            roots.append(_moved(layout(part.text), part.start))
        except LayoutError as error:
            raise LayoutError(f"{part.name}: {error}" if part.name else str(error)) from None
    return roots


def _moved(part: LayoutPart, by: int) -> LayoutPart:
    """A part that stands so many characters later."""
    for inner in (*part.walk(), *(key for one in part.walk() for key, _ in one.entries or ())):
        inner.start += by
        inner.end += by
    return part


def layout(text: str) -> LayoutPart:
    """The root mapping of a corpus file.

    Raises:
        LayoutError: If the text is no YAML mapping; the message says where.
    """
    shift = 1 if text.startswith("\ufeff") else 0
    loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    parser = None
    try:
        parser = loader(text[shift:])
        events = _Events(parser.get_event, text, shift)
        root = events.root()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f"line {mark.line + 1}: " if mark else ""
        raise LayoutError(f"{line}{error.problem}") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise LayoutError(str(error)) from None
    finally:
        if parser is not None:
            parser.dispose()
    if root is None or root.entries is None:
        raise LayoutError(msg("the file is no mapping"))
    return root


class _Events:
    def __init__(self, get_event: Any, text: str, shift: int) -> None:
        self._next, self._text, self._shift = get_event, text, shift

    def root(self) -> LayoutPart | None:
        event = self._next()
        while event is not None and not isinstance(
            event, MappingStartEvent | SequenceStartEvent | ScalarEvent | AliasEvent
        ):
            event = self._next()
        return None if event is None else self._part(event, 0)

    def _part(self, event: Any, depth: int) -> LayoutPart:
        if depth > MAX_DEPTH:
            raise LayoutError(msg("collections lie too deep in each other"))
        mark = event.start_mark
        start = mark.index + self._shift
        kind = type(event)
        if kind is ScalarEvent or kind is AliasEvent:
            part = LayoutPart(start, event.end_mark.index + self._shift)
            if kind is AliasEvent:
                part.alias = event.anchor
            else:
                part.anchor = event.anchor or ""
                part.value, part.plain = event.value, not event.style
                if event.style in BLOCK_STYLES:
                    part.value = event.value.rstrip("\n")
                    part.end = self._block_end(start, part.end)
                elif part.plain and not event.value and not event.anchor:
                    part.start = part.end = start
            return part
        part = LayoutPart(start, start, bool(event.flow_style), mark.column)
        part.anchor = event.anchor or ""
        if kind is SequenceStartEvent:
            part.items = []
            while type(event := self._next()) is not SequenceEndEvent:
                part.items.append(self._part(event, depth + 1))
            inner = part.items
        else:
            part.entries = []
            while type(event := self._next()) is not MappingEndEvent:
                key = self._part(event, depth + 1)
                part.entries.append((key, self._part(self._next(), depth + 1)))
            inner = [side for entry in part.entries for side in entry]
        if part.flow:
            part.end = event.end_mark.index + self._shift
        else:
            part.end = max((side.end for side in inner if not side.is_empty), default=start)
            first = next(iter(inner), None)
            if first is not None and self._text[start] == "&":
                part.column = self._column(first.start, dash=kind is SequenceStartEvent)
        return part

    def _block_end(self, start: int, end: int) -> int:
        """The end of a literal or folded text; blank lines after it belong to it with `+`."""
        header = self._text[start:end].split("\n", 1)[0]
        if "+" in header:
            return end
        return start + len(self._text[start:end].rstrip())

    def _column(self, offset: int, *, dash: bool) -> int:
        if dash:
            offset = self._text.rfind("-", 0, offset)
        return offset - self._text.rfind("\n", 0, offset) - 1
