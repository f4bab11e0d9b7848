"""Reads YAML documents with places: libyaml's events, built into plain nodes by hand.

PyYAML's composer and constructor are not used: they take nine times as long, turn `no` into false
and `1:30` into ninety, and let a short file expand without bound through aliases. Every scalar
stays what the user typed; tags, duplicate keys and merge keys are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent

from tui.corpus.yaml.events import Event, EventReader
from tui.corpus.yaml.nodes import MAX_BYTES, ListNode, MapNode, Node, pack
from tui.corpus.yaml.places import line_and_column, place_of
from tui.model.messages import msg
from tui.model.problems import Problem
from tui.platform.gc_pause import without_cyclic_gc

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_yaml(text: str | bytes, *, file: str) -> tuple[Node, list[Problem]]:
    """Read one YAML document.

    Args:
        text: The YAML text, or its bytes in UTF-8.
        file: The name of the file, for the problems.

    Returns:
        The root (an empty mapping when there is nothing) and all problems in order. After a syntax
        error the root holds what comes before it.
    """
    problems: list[Problem] = []
    source = text if isinstance(text, str) else decode_yaml(text, file, problems)
    if source is None:
        return MapNode(0, {}, []), problems
    reader = EventReader(source, file, problems)
    with without_cyclic_gc(), reader.guarded():
        event = reader.first_node()
        if event is not None:
            reader.root = reader.build(event)
            reader.end_document()
    return reader.root or MapNode(0, {}, []), problems


class RootEntry(NamedTuple):
    """A part of a root mapping that is read entry by entry.

    Attributes:
        key: The key of the root.
        key_place: The place of that key.
        position: The position of an item in the list under the key; -1 for any other value.
        node: The item or the value.
    """

    key: str
    key_place: int
    position: int
    node: Node


def stream_yaml(text: str, file: str, problems: list[Problem]) -> Iterator[RootEntry]:
    """Read a root mapping entry by entry, so that a large corpus never exists as nodes as a whole.

    Yields:
        Each item of a list under a key of the root, and any other value under a key; an empty list
        as one `ListNode`.
    """
    reader = EventReader(text, file, problems)
    with reader.guarded():
        event: Event = reader.first_node()
        if event is None:
            return
        if type(event) is not MappingStartEvent or event.anchor:
            reader.build(event)
            # An empty document begins below the last line.
            place = min(place_of(event), pack(text.count("\n"), 0))
            reader.note_at(
                "not-a-mapping", place, msg("the file must be a mapping of keys to values")
            )
            return
        key_places: dict[str, int] = {}
        while type(event := reader.next()) is not MappingEndEvent:
            key = reader.key(event, key_places)
            value: Event = reader.next()
            if key is None:
                reader.build(value)
                continue
            if type(value) is not SequenceStartEvent or value.anchor:
                yield RootEntry(key, key_places[key], -1, reader.build(value))
                continue
            start, index = place_of(value), 0
            while type(event := reader.next()) is not SequenceEndEvent:
                yield RootEntry(key, key_places[key], index, reader.build(event, depth=2))
                index += 1
            if not index:
                yield RootEntry(key, key_places[key], -1, ListNode(start, []))
        reader.end_document()


def decode_yaml(data: bytes, file: str, problems: list[Problem]) -> str | None:
    """The text of a YAML file; `None` after noting why it cannot be read.

    A byte order mark stays in the text, so that encoding it again gives the same bytes.
    """
    if len(data) > MAX_BYTES:
        problems.append(
            Problem(
                "file-too-large",
                msg("more than {size} MB of YAML", size=MAX_BYTES >> 20),
                file=file,
            )
        )
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.append(
            Problem("yaml-encoding", msg("this is UTF-16"), msg("Save it as UTF-8."), file=file)
        )
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text_before = data[: error.start].decode("utf-8")
        line, column = line_and_column(text_before, len(text_before))
        problems.append(
            Problem(
                "yaml-encoding",
                msg("byte 0x{data:02x} is not UTF-8", data=data[error.start]),
                msg("Save the file as UTF-8."),
                file=file,
                line=line,
                column=column,
            )
        )
        return None
