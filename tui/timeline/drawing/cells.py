"""A row of terminal cells as it is composed, and the runs of equal style that it is painted in.

One character and one style name per cell make overdrawing a plain assignment; runs are formed once
at the end, since a screen paints text in as few pieces as there are styles.
"""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Consecutive cells of one style."""

    text: str
    style: str


class Cells:
    """One character and the name of its style for every cell of a row.

    Attributes:
        chars: One code point of width one for each cell.
        styles: The name of the style of each cell; empty for none.
    """

    __slots__ = ("chars", "styles")

    def __init__(self, width: int) -> None:
        self.chars = [" "] * width
        self.styles = [""] * width

    def copy(self) -> Cells:
        """An independent row with the same cells."""
        other = Cells(0)
        other.chars, other.styles = self.chars.copy(), self.styles.copy()
        return other

    def put(self, column: int, char: str, style: str) -> None:
        """Write one cell; columns outside the row are ignored."""
        if 0 <= column < len(self.chars):
            self.chars[column], self.styles[column] = char, style

    def fill(self, first: int, last: int, char: str, style: str) -> None:
        """Write the cells from `first` to `last`, clipped to the row."""
        end = min(last + 1, len(self.chars))
        first = max(first, 0)
        if first < end:
            self.chars[first:end] = char * (end - first)
            self.styles[first:end] = [style] * (end - first)

    def runs(self) -> list[Run]:
        """The cells as runs: neighbours of one style together."""
        runs: list[Run] = []
        if not self.chars:
            return runs
        text, start, current = "".join(self.chars), 0, self.styles[0]
        for column, style in enumerate(self.styles):
            # Style names are mostly the same objects, so identity settles most comparisons.
            if style is not current and style != current:
                runs.append(Run(text[start:column], current))
                start, current = column, style
        runs.append(Run(text[start:], current))
        return runs
