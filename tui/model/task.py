"""Long work: how it tells how far it is, and how it learns that nobody waits for it any more."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

Item = TypeVar("Item")
_SLICE = 1024
"""Cheap things between two checks: below a millisecond."""


class CancelledError(Exception):
    """Nobody wants the answer any more."""


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of long work, as those who do it see those who wait for it.

    Work in the background shares one interpreter with the screen. So whoever does it calls `check`
    every few milliseconds: that gives the screen its turn, and ends the work once it is not wanted.

    Attributes:
        on_progress: Called with the name of a step, how much of it is done, and how much there is.
        is_cancelled: Whether nobody waits for the end any more.
        yield_to_input: Called before each check; may wait while a key is being answered.
    """

    on_progress: Callable[[str, int, int], None] | None = None
    is_cancelled: Callable[[], bool] | None = None
    yield_to_input: Callable[[], None] | None = None

    def check(self) -> None:
        """Let input go first, then go on.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if self.yield_to_input is not None:
            self.yield_to_input()
        if self.is_cancelled is not None and self.is_cancelled():
            raise CancelledError

    def report(self, step: str, done: int, total: int) -> None:
        """Tell how far a step is, after a check.

        Raises:
            CancelledError: If nobody waits any more.
        """
        self.check()
        if self.on_progress is not None:
            self.on_progress(step, done, total)

    def walk(self, items: Iterable[Item]) -> Iterator[Item]:
        """Give many things that each take next to no time, with a check every so often.

        Raises:
            CancelledError: If nobody waits any more.
        """
        if self.is_cancelled is None and self.yield_to_input is None:
            yield from items
            return
        left = iter(items)
        while some := list(islice(left, _SLICE)):
            self.check()
            yield from some

    def steps(self, step: str, items: Collection[Item], every: int) -> Iterator[Item]:
        """Give things that take long, with a check before each and a report after every so many.

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
"""Work that is waited for to its end and that nobody watches."""
