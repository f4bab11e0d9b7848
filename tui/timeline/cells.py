"""A row of cells in the making, and the runs of one style that it is painted as."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Cells of one style."""

    text: str
    style: str


class Cells:
    """A character and the name of a style for every cell of a row."""

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
        first, last = max(0, first), min(last, len(self.chars) - 1)
        if first <= last:
            count = last - first + 1
            self.chars[first : last + 1] = char * count
            self.styles[first : last + 1] = [style] * count

    def runs(self) -> list[Run]:
        """Neighbouring cells of one style together."""
        runs: list[Run] = []
        begin, styles = 0, self.styles
        for column in range(1, len(styles) + 1):
            if column == len(styles) or styles[column] != styles[begin]:
                runs.append(Run("".join(self.chars[begin:column]), styles[begin]))
                begin = column
        return runs
