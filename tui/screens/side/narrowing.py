"""A list narrowed by words, as somebody types them: what stays of it, and under which headings."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.model.casefold import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.entries import Entry


class _Block(NamedTuple):
    """A line that leads somewhere, with the lines below it that go on with it."""

    start: int
    end: int
    text: str


class _Group(NamedTuple):
    """What stands between two blank lines.

    Attributes:
        start: Its first line.
        end: The first line of its first block; what is before is its heading.
        text: The heading, folded.
        blocks: The lines of it that lead somewhere.
    """

    start: int
    end: int
    text: str
    blocks: list[_Block]


class Narrowing:
    """Finds the lines of a list that have some words; made once for a list.

    A list is made of groups with a blank line before each, a group of a heading and blocks: each a
    line that leads somewhere and what goes on below it. A block stays when it has all words, with
    its heading; all of a group stays when its heading has them.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Keep a list; its texts are folded when something is first typed."""
        self._entries = entries

    def kept(self, words: str) -> list[int]:
        """The lines that stay, by their places; costs one look into each block.

        Args:
            words: What is typed: words in any order, of which each may stand inside another.
        """
        wanted = plain(words).split()
        if not wanted:
            return list(range(len(self._entries)))
        kept: list[int] = []
        for group in self._groups:
            if all(word in group.text for word in wanted):
                end = group.blocks[-1].end if group.blocks else group.end
                kept += range(group.start, end)
                continue
            blocks = [block for block in group.blocks if all(word in block.text for word in wanted)]
            if blocks:
                kept += range(group.start, group.end)
                for block in blocks:
                    kept += range(block.start, block.end)
        return kept

    @cached_property
    def _groups(self) -> list[_Group]:
        starts = [at for at, entry in enumerate(self._entries) if not entry.runs]
        if not starts or starts[0] > 0:
            starts.insert(0, 0)
        ends = [*starts[1:], len(self._entries)]
        return [self._group(start, end) for start, end in zip(starts, ends, strict=True)]

    def _group(self, start: int, end: int) -> _Group:
        entries = self._entries
        head = start
        while head < end and not entries[head].runs:
            head += 1
        # The first line of all is the heading, also where it leads somewhere itself.
        first = min(head + 1, end)
        while first < end and entries[first].target is None:
            first += 1
        leads = [at for at in range(first, end) if entries[at].target is not None]
        blocks = [_Block(at, stop, self._text(at, stop)) for at, stop in pairwise([*leads, end])]
        return _Group(start, first, self._text(head, min(head + 1, end)), blocks)

    def _text(self, start: int, end: int) -> str:
        return plain(" ".join(text for entry in self._entries[start:end] for text, _ in entry.runs))
