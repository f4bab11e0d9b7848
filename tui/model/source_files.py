"""Which of the files of a corpus a line is in.

The lines of all files are counted on, one file after the other, as `corpus.joined_text` puts them
together. So a record needs one number for its place, whatever the number of files.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Sequence


class SourceFile(msgspec.Struct, frozen=True):
    """A file of a corpus.

    Attributes:
        name: Its path relative to the folder of the main file, which has the empty name.
        lines_before: So many lines come before it.
    """

    name: str
    lines_before: int


class FilePlace(NamedTuple):
    """A line of one file.

    Attributes:
        name: As of `SourceFile`.
        line: The line in that file, from 1; 0 where the whole file is meant.
    """

    name: str
    line: int

    def words(self) -> str:
        """`line 12`, or `line 12 of more.yaml`."""
        return (
            msg("line {line} of {name}", line=self.line, name=self.name)
            if self.name
            else msg("line {line}", line=self.line)
        )


def place_in(files: Sequence[SourceFile], line: int) -> FilePlace:
    """The file that a line is in, counted over all files, and its number there; O(log n)."""
    at = bisect_right(files, line - 1, key=lambda file: file.lines_before) - 1
    if at < 1:
        return FilePlace("", line)
    return FilePlace(files[at].name, line - files[at].lines_before)
