"""A row of cells in the making, and the runs of one style that it is painted as."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Cells of one style."""

    text: str
    style: str


class Cells:
    """One code point of one cell and the name of a style for every cell of a row."""

    __slots__ = ("chars", "styles")

    def __init__(self, width: int) -> None:
        self.chars = [" "] * width
        self.styles = [""] * width

    def copy(self) -> Cells:
        """Another row with the same cells."""
        other = Cells(0)
        other.chars, other.styles = self.chars.copy(), self.styles.copy()
        return other

    def put(self, column: int, char: str, style: str) -> None:
        """Write a cell; one beyond either end is left out."""
        if 0 <= column < len(self.chars):
            self.chars[column], self.styles[column] = char, style

    def fill(self, first: int, last: int, char: str, style: str) -> None:
        """Write the cells from `first` to `last`, as far as the row has them."""
        end = min(last + 1, len(self.chars))
        first = max(first, 0)
        if first < end:
            self.chars[first:end] = char * (end - first)
            self.styles[first:end] = [style] * (end - first)

    def runs(self) -> list[Run]:
        """Neighbouring cells of one style together."""
        runs: list[Run] = []
        if not self.chars:
            return runs
        text, begin, before = "".join(self.chars), 0, self.styles[0]
        for column, style in enumerate(self.styles):
            if style is not before and style != before:
                runs.append(Run(text[begin:column], before))
                begin, before = column, style
        runs.append(Run(text[begin:], before))
        return runs
