"""Splits a corpus file into its records by indentation alone, without parsing it.

One pass over the lines. It serves where parsing fails (`recovery`) or would take too long
(`blank_out_except`); that it agrees with the parser on valid files is tested.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.schema.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_HEADING = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")
_EMPTY_HEADING = re.compile(r"[A-Za-z_][\w-]*:\s*(?:#.*)?$")

_SECTIONS = frozenset(SHAPES["root"].keys)
_KEYS = frozenset(key for shape in SHAPES.values() for key in shape.keys) - _SECTIONS


def could_be_section(name: str) -> bool:
    """Whether a name at the margin can be a section, not a key that lost its indentation."""
    return name not in _KEYS


def is_heading(line: str) -> bool:
    """Whether a line begins a section: with a known name, or any other with nothing behind it."""
    match = _HEADING.match(line)
    if match is None or not could_be_section(match[1]):
        return False
    return match[1] in _SECTIONS or bool(_EMPTY_HEADING.match(line))


class ScannedItem(NamedTuple):
    """The lines of one item of a section.

    Attributes:
        start: The index of its first line.
        end: One past its last line.
        belongs: Whether it is indented as the items of its section; else it belongs to none.
    """

    start: int
    end: int
    belongs: bool


class _ContentLine(NamedTuple):
    """A line that is neither blank nor a comment, without its indentation."""

    number: int
    indent: int
    content: str

    @property
    def has_dash(self) -> bool:
        """Whether it begins an item of a list."""
        return self.content.startswith("-")


class _ItemStyle(NamedTuple):
    """How the items of a section begin: their indentation, and whether with a dash."""

    indent: int
    has_dash: bool


def scan_items(lines: list[str]) -> Iterator[ScannedItem]:
    """The items of each section.

    A line further left than the items of its section belongs to none of them, nor does a line at
    the margin without a dash.
    """
    start = 0
    while start < len(lines):
        heading = is_heading(lines[start]) and _EMPTY_HEADING.match(lines[start])
        start += 1
        if not heading:
            continue
        end = next((end for end in range(start, len(lines)) if is_heading(lines[end])), len(lines))
        # Blank lines and comments say nothing about indentation.
        contents = [
            _ContentLine(number, len(line) - len(content), content)
            for number, line in enumerate(lines[start:end], start)
            if (content := line.lstrip(" ")).strip() and not content.startswith("#")
        ]
        style = _item_style(contents)
        # Whatever is not indented further than an item begins a new one.
        first_lines = [
            (line.number, line.indent == style.indent and line.has_dash == style.has_dash)
            for index, line in enumerate(contents)
            if line.indent <= style.indent or not index
        ]
        for (first, belongs), (stop, _) in pairwise([*first_lines, (end, False)]):
            yield ScannedItem(first, stop, belongs)
        start = end


def _item_style(contents: Sequence[_ContentLine]) -> _ItemStyle:
    """The indentation of the items of a section, and whether they begin with a dash.

    It is that of the first line, unless that one lost its indentation; then that of the outermost
    dash. Whether items have dashes is decided by the majority at that indentation.
    """
    indents = [line.indent for line in contents if line.indent or line.has_dash]
    if not indents:
        return _ItemStyle(0, False)
    indent = indents[0]
    if indent != contents[0].indent:
        indent = min([line.indent for line in contents if line.has_dash], default=indent)
    # The majority: one record that lost its dash must not make all others look broken.
    dashes = [line.has_dash for line in contents if line.indent == indent]
    return _ItemStyle(indent, 2 * sum(dashes) > len(dashes))


def blank_out_except(text: str, texts_sought: Collection[str], line: int = 0) -> str:
    """Comment out most records, so that the rest of a large file is parsed quickly.

    Every character keeps its offset. What stays are the records that contain one of some ids or
    a line, and a few of each section that show its style.

    Args:
        text: The YAML text.
        texts_sought: Records that contain one of them stay, as a word or part of one with dots:
            `p3` is in `p3.first`, not in `p31`.
        line: A record that contains this line stays; 1-based, 0 for none.
    """
    lines = text.split("\n")
    items = list(scan_items(lines))
    found = _lines_with(text, texts_sought)
    for index, (start, end, _) in enumerate(items):
        neighbours = items[max(0, index - 1) : index + 3]
        # Items next to each other that reach from one before to two after lie inside a section; at
        # its ends some are missing or lie apart, and those are kept.
        shows_style = len(neighbours) < 4 or any(
            first.end != second.start for first, second in pairwise(neighbours)
        )
        if shows_style or start < line <= end:
            continue
        if bisect_left(found, start) < bisect_left(found, end):
            continue
        for line_number in range(start, end):
            # Spaces would become part of a folded text above; a comment ends it.
            lines[line_number] = "#" * len(lines[line_number])
    return "\n".join(lines)


def _lines_with(text: str, texts_sought: Collection[str]) -> list[int]:
    """The lines that contain one of some texts, from 0; one search through the whole text."""
    words = "|".join(re.escape(sought) for sought in texts_sought if sought)
    if not words:
        return []
    found: list[int] = []
    line = at = 0
    for match in re.finditer(rf"(?<![\w-])(?:{words})(?![\w-])", text):
        line += text.count("\n", at, match.start())
        at = match.start()
        found.append(line)
    return found
