"""Long-running work: how it reports progress, and how it is told that nobody waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

Item = TypeVar("Item")
_CHECK_EVERY = 1024
"""Cheap items between two checks: less than a millisecond of work."""


class CancelledError(Exception):
    """Nobody waits for the result any more."""


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of long-running work, as the code that does it sees those who wait for it.

    Work in the background shares one interpreter with the screen. The code that does it therefore
    calls `check` every few milliseconds, which lets the screen take its turn, and ends the work
    once nobody waits for it.

    Attributes:
        on_progress: Called with the name of a step, how much of it is done, and how much there is.
        is_cancelled: Whether nobody waits for the result any more.
        yield_to_input: Called before each check; may block while a key is being answered.
    """

    on_progress: Callable[[str, int, int], None] | None = None
    is_cancelled: Callable[[], bool] | None = None
    yield_to_input: Callable[[], None] | None = None

    def check(self) -> None:
        """Let input be handled first, then go on.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if self.yield_to_input is not None:
            self.yield_to_input()
        if self.is_cancelled is not None and self.is_cancelled():
            raise CancelledError

    def report(self, step: str, done: int, total: int) -> None:
        """Report the progress of a step, after a check.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self.check()
        if self.on_progress is not None:
            self.on_progress(step, done, total)

    def walk(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield many items that each take next to no time, with a check every so often.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if self.is_cancelled is None and self.yield_to_input is None:
            yield from items
            return
        iterator = iter(items)
        while batch := list(islice(iterator, _CHECK_EVERY)):
            self.check()
            yield from batch

    def steps(self, step: str, items: Collection[Item], every: int) -> Iterator[Item]:
        """Yield items that take long, with a check before each and a report after every so many.

        Raises:
            CancelledError: If nobody waits any more.
        """
        for done, item in enumerate(items):
            if done % every == 0:
                self.report(step, done, len(items))
            else:
                self.check()
            yield item
        self.report(step, len(items), len(items))


UNATTENDED = Task()
"""Work that runs to its end with nobody watching."""
