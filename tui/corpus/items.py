"""The records of a corpus file told apart by their indentation alone, without parsing it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTION = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")
_OPEN_SECTION = re.compile(r"[A-Za-z_][\w-]*:\s*(?:#.*)?$")


def items_of(lines: list[str]) -> Iterator[tuple[int, int, bool]]:
    """The items of each section: the first line, one past the last, and whether it is one.

    What stands further left than the first item of a section belongs to none, as does what
    stands at the margin without a dash.
    """
    at = 0
    while at < len(lines):
        if not _OPEN_SECTION.match(lines[at]):
            at += 1
            continue
        at += 1
        column: int | None = None
        start, belongs, dash = at, True, False
        while at < len(lines) and not _SECTION.match(lines[at]):
            content = lines[at].lstrip(" ")
            indent = len(lines[at]) - len(content)
            if content.strip() and not content.startswith("#"):
                if column is None and not indent and not content.startswith("-"):
                    yield at, at + 1, False
                elif column is None:
                    column, start, dash = indent, at, content.startswith("-")
                elif indent <= column and at > start:
                    yield start, at, belongs
                    start = at
                    belongs = indent == column and content.startswith("-") == dash
            at += 1
        if column is not None:
            yield start, at, belongs


def only_about(text: str, words: str, line: int = 0) -> str:
    """The text with comments for most records, so that the rest can be parsed quickly.

    Every character keeps its offset. What stays are the records that hold certain words or a
    line, and some of each section that show its style.

    Args:
        text: The YAML text.
        words: What the records to keep hold.
        line: A line, from 1, of a record to keep; 0 for none.
    """
    lines = text.split("\n")
    spans = list(items_of(lines))
    for at, (start, end, _) in enumerate(spans):
        neighbours = spans[max(0, at - 1) : at + 3]
        shows_style = len(neighbours) < 4 or any(
            before[1] != after[0] for before, after in pairwise(neighbours)
        )
        if shows_style or start < line <= end:
            continue
        if words and any(words in lines[number] for number in range(start, end)):
            continue
        for number in range(start, end):
            # Spaces would become part of a folded text above; a comment ends it.
            lines[number] = "#" * len(lines[number])
    return "\n".join(lines)
