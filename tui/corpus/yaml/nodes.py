"""The nodes of a YAML text: what was typed, with the place of every key, item and value.

A place is a line and a column packed into one integer, since a large corpus has millions of them.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

MAX_BYTES = 256 * 1024 * 1024
"""The largest YAML text that is read."""

SYNTAX = "yaml-syntax"
"""The code of the problem that a text is not valid YAML from some place on."""

STOPPING = frozenset((SYNTAX, "control-character", "too-deep"))
"""The codes of the problems after which the rest of a text is not read."""

_COLUMN_BITS = 32
_COLUMN_MASK = (1 << _COLUMN_BITS) - 1


def pack(line: int, column: int) -> int:
    """A place as one integer, from a line and a column counted from 0."""
    return line << _COLUMN_BITS | column


def line_of(place: int) -> int:
    """The line of a place, counted from 1."""
    return (place >> _COLUMN_BITS) + 1


def column_of(place: int) -> int:
    """The column of a place in code points, counted from 1."""
    return (place & _COLUMN_MASK) + 1


class _Placed(msgspec.Struct, gc=False):
    place: int

    @property
    def line(self) -> int:
        """Line of its first character, from 1."""
        return line_of(self.place)

    @property
    def column(self) -> int:
        """Column of its first character in code points, from 1."""
        return column_of(self.place)


class ScalarNode(_Placed, gc=False):
    """A scalar as the user typed it; `None` only for nothing, `~` or `null` without quotes."""

    value: str | None = None


class ListNode(_Placed):
    """A sequence, in the order of the file."""

    items: list[Node] = []


class MapNode(_Placed):
    """A mapping in the order of the file.

    Attributes:
        entries: The values by key.
        key_places: The place of each key, in the order of `entries`.
    """

    entries: dict[str, Node] = {}
    key_places: list[int] = []

    def key_place(self, key: str) -> int:
        """The place of a key.

        Raises:
            KeyError: If the mapping has no such key.
        """
        for name, place in zip(self.entries, self.key_places, strict=True):
            if name == key:
                return place
        raise KeyError(key)


Node: TypeAlias = ScalarNode | ListNode | MapNode
