"""A number typed before a motion, as in vim: `5j` is five lines down, `12G` the twelfth line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 99_999
"""The largest count: more digits than that are a slip of the hand."""

COUNTED = frozenset({"cursor", "cursor_end", "lane", "line", "page", "scroll_to_end", "walk"})
"""The actions of panes that a number repeats, or that go to the line of that number."""


class KeyCount:
    """Collects the digits before a motion; any other key uses the number up, or drops it."""

    def __init__(self) -> None:
        self._typed = 0
        self._given = 0

    def typed(self, key: str, is_free: Callable[[str], bool]) -> bool:
        """Take a key; whether it is part of a number.

        A digit that is the key of a command begins no number, but may go on with one.

        Args:
            key: The key, as Textual names it.
            is_free: Whether no command has a key.
        """
        if key in "0123456789" and len(key) == 1 and (self._typed or (key != "0" and is_free(key))):
            self._typed = min(self._typed * 10 + int(key), _MOST)
            return True
        self._given, self._typed = self._typed, 0
        return False

    def begin(self, number: int) -> None:
        """Take a number as typed, which the next keys go on with."""
        self._typed, self._given = number, 0

    @property
    def pending(self) -> int:
        """The number so far; 0 for none."""
        return self._typed

    def drop(self) -> None:
        """Forget the number."""
        self._typed = self._given = 0

    def given(self) -> int | None:
        """The number typed right before the key that is being carried out, once."""
        ready, self._given = self._given, 0
        return ready or None

    def times(self) -> int:
        """How many times a motion is to be made."""
        return self.given() or 1
