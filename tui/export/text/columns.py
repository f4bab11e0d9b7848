"""Plain text in lines and columns, by widths in terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.widths import cells, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_HOLDS = "\u00a0"


def held(figure: str) -> str:
    """A figure that `fold` does not part."""
    return figure.replace(" ", _HOLDS)


def parted(line: str) -> str:
    """A line with ordinary spaces in its figures, as a reader searches for them."""
    return line.replace(_HOLDS, " ")


def fold(text: str, width: int, indent: str = "") -> list[str]:
    """The words in lines of at most `width` cells; longer words stand alone, uncut.

    The first line keeps the spaces that the text starts with, the others get `indent`.
    """
    lines: list[str] = []
    line = ""
    start = text[: len(text) - len(text.lstrip(" "))]
    # Only plain spaces part words: narrow ones hold the digits of a figure together.
    for word in filter(None, text.split(" ")):
        longer = f"{line} {word}" if line else start + word
        if line and cells(longer) > width:
            lines.append(line)
            line = indent + word
        else:
            line = longer
    return [*lines, line] if line else lines


def table(rows: Sequence[Sequence[str]], width: int, *, left: int = 1, gap: int = 2) -> list[str]:
    """Rows as lines: the first `left` columns on the left, the others on the right.

    Columns are as wide as they need; the first gives way where the lines get too long. Spaces
    at the ends of lines are left out.
    """
    count = max(map(len, rows), default=0)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(cells(row[at]) for row in full) for at in range(count)]
    spare = width - sum(widths) - gap * (count - 1)
    if count and spare < 0:
        widths[0] = max(8, widths[0] + spare)
    return [
        (" " * gap)
        .join(fill(text, widths[at], right=at >= left) for at, text in enumerate(row))
        .rstrip()
        for row in full
    ]


def table_width(rows: Iterable[Sequence[str]], gap: int = 2) -> int:
    """The cells that the columns after the first need, gaps included."""
    widths: list[int] = []
    for row in rows:
        for at, text in enumerate(row[1:]):
            if at == len(widths):
                widths.append(0)
            widths[at] = max(widths[at], cells(text))
    return sum(widths) + gap * len(widths)
