"""The records of a corpus file told apart by their indentation alone, without parsing it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.corpus.schema.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")
_OPEN = re.compile(r"[A-Za-z_][\w-]*:\s*(?:#.*)?$")

_SECTIONS = frozenset(SHAPES["root"].keys)
_KEYS = frozenset(key for shape in SHAPES.values() for key in shape.keys) - _SECTIONS


def may_be_section(name: str) -> bool:
    """Whether a name at the margin may be that of a section: no key of a record that slipped."""
    return name not in _KEYS


def is_head(line: str) -> bool:
    """Whether a line begins a section: with a known name, or another with nothing behind it."""
    match = _HEAD.match(line)
    if match is None or not may_be_section(match[1]):
        return False
    return match[1] in _SECTIONS or bool(_OPEN.match(line))


def items_of(lines: list[str]) -> Iterator[tuple[int, int, bool]]:
    """The items of each section: the first line, one past the last, and whether it is one.

    What stands further left than the items of a section belongs to none, as does what stands at
    the margin without a dash.
    """
    at = 0
    while at < len(lines):
        opens = is_head(lines[at]) and _OPEN.match(lines[at])
        at += 1
        if not opens:
            continue
        end = next((end for end in range(at, len(lines)) if is_head(lines[end])), len(lines))
        said = [
            (number, len(line) - len(content), content)
            for number, line in enumerate(lines[at:end], at)
            if (content := line.lstrip(" ")).strip() and not content.startswith("#")
        ]
        column, dash = _style([(indent, content) for _, indent, content in said])
        starts = [
            (number, indent == column and content.startswith("-") == dash)
            for place, (number, indent, content) in enumerate(said)
            if indent <= column or not place
        ]
        for (start, belongs), (stop, _) in pairwise([*starts, (end, False)]):
            yield start, stop, belongs
        at = end


def _style(said: Sequence[tuple[int, str]]) -> tuple[int, bool]:
    """The indentation of the items of a section, and whether they have a dash.

    That of the first line, unless it slipped to the margin; then of the outermost dash.
    """
    inside = [indent for indent, content in said if indent or content.startswith("-")]
    if not inside:
        return 0, False
    column = inside[0]
    if column != said[0][0]:
        column = min([indent for indent, content in said if content[0] == "-"], default=column)
    dashes = [content.startswith("-") for indent, content in said if indent == column]
    return column, 2 * sum(dashes) > len(dashes)


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
