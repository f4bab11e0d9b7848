"""What reading entries of a corpus file apart from the rest needs: where they stand, and may stand.

An *entry* is a party, an article or a record. One that begins on a line of its own can be parsed
without what is around it, unless it has anchors or aliases, and gets its lines afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import msgspec

from tui.model.records import (
    Article,
    Deal,
    Dismissal,
    Evidence,
    Fact,
    Party,
    Record,
    Total,
    Tranche,
    Use,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Entry: TypeAlias = Party | Article | Record
_Placed = TypeVar(
    "_Placed", bound=Party | Article | Dismissal | Deal | Total | Fact | Tranche | Evidence | Use
)

ANCHOR = re.compile(r"(?<![^\s\[\]{},:])[&*](?=[\w-])")
"""Where an anchor or an alias may stand; a word in quotes may look like one, which does no harm."""
KEY_OF_ROOT = re.compile(r"^[^\s#-]", re.MULTILINE)
"""Where a line begins with a key of the root, unless a text goes on there."""
_OTHERWISE = ("\x1c", "\x85", "\u2028", "\u2029", "\ufeff")
"""Signs that let lines be counted in another way, or texts be joined."""
_PARTS: dict[type, tuple[str, ...]] = {
    Party: (), Article: ("not_a_deal",), Dismissal: (), Evidence: (), Use: (),
    Tranche: ("evidence",), Deal: ("tranches", "evidence", "used_in"),
    Total: ("evidence", "used_in"), Fact: ("evidence", "used_in"),
}  # fmt: skip
"""The fields of each type whose values have lines of their own."""
_ALL_PARTS = {kind: attrgetter(*names) for kind, names in _PARTS.items() if names}


def has_plain_lines(text: str) -> bool:
    """Whether the lines of a text are those between its line feeds, for all who count them."""
    if any(sign in text for sign in _OTHERWISE):
        return False
    return "\r" not in text or text.count("\r") == text.count("\r\n")


class MovedLines:
    """Where the lines of the old text are in the new one, outside of what differs."""

    def __init__(self) -> None:
        self._from: list[int] = []
        self._by: list[int] = [0]

    def grow(self, line: int, new_line: int) -> None:
        """Say where all lines from one on lie."""
        self._from.append(line)
        self._by.append(new_line - line)

    def of(self, line: int) -> int:
        """The number of a line now."""
        return line + self._by[bisect_right(self._from, line)]

    def moved(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Entries that lie behind all that differs so far, with their lines as they are now."""
        if not any(self._by):
            return entries
        by, replace = self._by[-1], msgspec.structs.replace
        # Most entries have no parts with lines of their own, and there are a hundred thousand.
        return [
            self.placed(entry)
            if type(entry) is not Party and any(_ALL_PARTS[type(entry)](entry))
            else replace(entry, line=entry.line + by)
            for entry in entries
        ]

    def placed(self, entry: _Placed) -> _Placed:
        """An entry with its lines as they are now, wherever it stands."""
        # What an alias stands for has the line of its anchor, which may be far before the entry.
        changes: dict[str, Any] = {"line": self.of(entry.line)}
        for name in _PARTS[type(entry)]:
            if inner := getattr(entry, name):
                changes[name] = tuple(map(self.placed, inner))
        return msgspec.structs.replace(entry, **changes)


def without_lines(entry: _Placed) -> _Placed:
    """An entry as it would be anywhere else."""
    changes: dict[str, Any] = {"line": 0}
    for name in _PARTS[type(entry)]:
        changes[name] = tuple(map(without_lines, getattr(entry, name)))
    return msgspec.structs.replace(entry, **changes)
