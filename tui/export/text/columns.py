"""Plain text in lines and columns, measured in terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.widths import cells, fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_NO_BREAK = "\u00a0"


def unbreakable(figure: str) -> str:
    """A figure that `fold` does not break across lines."""
    return figure.replace(" ", _NO_BREAK)


def with_plain_spaces(line: str) -> str:
    """A line with ordinary spaces in its figures, as a reader would search for them."""
    return line.replace(_NO_BREAK, " ")


def fold(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of at most `width` cells, greedily.

    A longer word stands alone, uncut.

    The first line keeps the leading spaces of the text, the others get `indent`.
    """
    lines: list[str] = []
    line = ""
    lead = text[: len(text) - len(text.lstrip(" "))]
    # Only plain spaces break lines: narrow ones hold the digits of a figure together.
    for word in filter(None, text.split(" ")):
        extended = f"{line} {word}" if line else lead + word
        if line and cells(extended) > width:
            lines.append(line)
            line = indent + word
        else:
            line = extended
    return [*lines, line] if line else lines


def table(
    rows: Sequence[Sequence[str]], width: int, *, left_columns: int = 1, gap: int = 2
) -> list[str]:
    """Rows as lines: the first `left_columns` are aligned left, the others right.

    Columns are as wide as they need; the first one shrinks where lines get too long. Trailing
    spaces are left out.
    """
    column_count = max(map(len, rows), default=0)
    padded = [[*row, *[""] * (column_count - len(row))] for row in rows]
    widths = [max(cells(row[index]) for row in padded) for index in range(column_count)]
    spare = width - sum(widths) - gap * (column_count - 1)
    if column_count and spare < 0:
        widths[0] = max(8, widths[0] + spare)
    return [
        (" " * gap)
        .join(
            fill(text, widths[index], right=index >= left_columns) for index, text in enumerate(row)
        )
        .rstrip()
        for row in padded
    ]


def table_width(rows: Iterable[Sequence[str]], gap: int = 2) -> int:
    """The cells that the columns after the first need, gaps included."""
    widths: list[int] = []
    for row in rows:
        for index, text in enumerate(row[1:]):
            if index == len(widths):
                widths.append(0)
            widths[index] = max(widths[index], cells(text))
    return sum(widths) + gap * len(widths)
