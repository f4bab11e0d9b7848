"""The texts of all files of a corpus as one, in which changes are placed and lines are counted.

Between two files stands a line that begins with the file separator of ASCII and names the one that
follows. No corpus file has that sign: it is a control character, at which reading stops, and where
a file has one, another control character stands for it here. A change of the joined text is one of
the files that it touches, each with its own lines. With one file the joined text is that file's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.indentation_scanner import blank_out_except
from tui.model.source_files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SEPARATOR = "\x1c"
_INSTEAD = "\x1d"
_LINE = re.compile(f"{SEPARATOR}({SEPARATOR}?)([^\n]*)\n")
"""The line before a file; with the sign twice, where the line end before it is not in the file."""


class TextPart(NamedTuple):
    """The text of one file in the joined text.

    Attributes:
        name: The path of the file relative to the folder of the main file, which has no name.
        start: Where it begins in the joined text, in code points.
        text: The text of the file.
    """

    name: str
    start: int
    text: str


def joined(main: str, others: Iterable[tuple[str, str]] = ()) -> str:
    """The joined text of a main file and others, given by name and text."""
    pieces = [main.replace(SEPARATOR, _INSTEAD)]
    for name, text in others:
        cut = not pieces[-1].endswith("\n")
        lead = f"\n{SEPARATOR}{SEPARATOR}" if cut else SEPARATOR
        pieces.append(f"{lead}{name}\n")
        pieces.append(text.replace(SEPARATOR, _INSTEAD))
    return "".join(pieces)


def lines_until_next(before: int, text: str) -> int:
    """How many lines come before the file that follows one with this text and so many before it."""
    return before + text.count("\n") + (1 if text.endswith("\n") else 2)


def parts_of(source: str) -> list[TextPart]:
    """The files of a joined text, the main file first."""
    if SEPARATOR not in source:
        return [TextPart("", 0, source)]
    found, name, start = [], "", 0
    for line in _LINE.finditer(source):
        end = line.start() - len(line[1])
        found.append(TextPart(name, start, source[start:end]))
        name, start = line[2], line.end()
    return [*found, TextPart(name, start, source[start:])]


def without_most_records(source: str, about: Collection[str], line: int = 0) -> str:
    """A joined text in which most records are commented out, at no other place.

    Args:
        source: The text.
        about: As for `blank_out_except`.
        line: The same, counted over all files.
    """
    parts, files = parts_of(source), source_files(source)
    if len(parts) == 1:
        return blank_out_except(source, about, line)
    pieces: list[str] = []
    at = 0
    for part, file in zip(parts, files, strict=True):
        own = max(0, line - file.lines_before) if line else 0
        pieces += (source[at : part.start], blank_out_except(part.text, about, own))
        at = part.start + len(part.text)
    return "".join([*pieces, source[at:]])


def source_files(source: str) -> tuple[SourceFile, ...]:
    """Where the files of a joined text begin, by lines; nothing for one file."""
    if SEPARATOR not in source:
        return ()
    files, line, at = [], 0, 0
    for part in parts_of(source):
        line += source.count("\n", at, part.start)
        at = part.start
        files.append(SourceFile(part.name, line))
    return tuple(files)
