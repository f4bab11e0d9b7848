"""Walks over many things that are given up as soon as nobody waits for their end."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from tui.model.task import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Cancelled = Callable[[], bool]

Item = TypeVar("Item")
_SLICE = 1024
"""Things between two questions: below a millisecond."""


def never() -> bool:
    """Somebody waits to the end."""
    return False


def walk(items: Iterable[Item], cancelled: Cancelled) -> Iterator[Item]:
    """Give things one by one.

    Raises:
        CancelledError: As soon as `cancelled` says so.
    """
    if cancelled is never:
        yield from items
        return
    left = iter(items)
    while some := list(islice(left, _SLICE)):
        if cancelled():
            raise CancelledError
        yield from some
