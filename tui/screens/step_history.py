"""What the user did that escape takes back, newest first, and the way by which they came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST = 50
"""Steps that are remembered; the oldest is forgotten first."""
_BETWEEN = " › "


def _nothing() -> None:
    """Keep nothing that would have to be dropped."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be taken back.

    Attributes:
        kind: What was done; of a kind that happens once, only the newest step is kept.
        out: Where taking it back leads, in a word or two for the footer.
        take_back: Takes it back.
        holds: Whether there is still something to take back.
        titles: The places on the way that were left by it, for the breadcrumb.
        drop: Called when the step is forgotten and not taken back.
        repeats: Whether several of its kind are kept.
    """

    kind: str
    out: str
    take_back: Callable[[], object]
    holds: Callable[[], bool]
    titles: tuple[str, ...] = ()
    drop: Callable[[], None] = _nothing
    repeats: bool = False


class StepHistory:
    """The steps that hold, oldest first; it changes nothing by itself."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._changed: list[Callable[[], None]] = []
        self._taking_back = False

    def observe(self, changed: Callable[[], None]) -> None:
        """Call back when the step that would be taken back may be another one."""
        self._changed.append(changed)

    def began(self, step: Step) -> None:
        """Remember a step; what follows from taking one back is none."""
        if self._taking_back:
            return
        if not step.repeats:
            self._steps = [one for one in self._steps if one.kind != step.kind]
        self._steps.append(step)
        if len(self._steps) > _MOST:
            self._steps.pop(0).drop()
        self.tell()

    @property
    def last(self) -> Step | None:
        """The step that would be taken back now; those above it that no longer hold are gone."""
        while self._steps and not self._steps[-1].holds():
            self._steps.pop().drop()
        return self._steps[-1] if self._steps else None

    @property
    def way_out(self) -> str:
        """Where taking the last step back leads; empty where there is none."""
        return self.last.out if self.last is not None else ""

    @property
    def trail(self) -> list[str]:
        """The places that were left on the way here."""
        return [title for step in self._steps if step.holds() for title in step.titles]

    def take_back(self) -> bool:
        """Take the last step back; whether there was one."""
        step = self.last
        if step is None:
            return False
        self._steps.pop()
        self._taking_back = True
        try:
            step.take_back()
        finally:
            self._taking_back = False
        self.tell()
        return True

    def tell(self) -> None:
        """Let those know who show the way out."""
        for changed in self._changed:
            changed()


def breadcrumb(places: Sequence[str], room: int) -> str:
    """Places on a way as `Deals › Anthropic › Microsoft`, the earlier ones left out for room.

    Args:
        places: From the first place to the present one.
        room: Cells there are.
    """
    for first in range(len(places)):
        words = _BETWEEN.join(("…", *places[first:]) if first else places)
        if cell_len(words) <= room:
            return words
    return places[-1] if places else ""
