"""A change that was made, as little of it as finds it again in a text that was edited since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.edit.file_edit import Edit, SpliceError, apply, edit_of, lines_back, lines_on
from tui.corpus.joined_text import joined
from tui.model.messages import msg
from tui.platform.regular_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_APART = 3
"""Line ends between two changes from which on each has lines of its own around it."""


class Hunk(msgspec.Struct, frozen=True):
    """A stretch that was replaced, with the lines around it.

    Attributes:
        start: Where it starts in the text afterwards, in code points.
        origin: Where it started in the text before.
        removed: What stood there before.
        inserted: What stands there since.
        lead: The text between the start of the line before and the stretch.
        trail: The text between the stretch and the end of the line after it.
        at_end: Whether the trail ends the text.
    """

    start: int
    origin: int
    removed: str
    inserted: str
    lead: str
    trail: str
    at_end: bool


class Patch(msgspec.Struct, frozen=True):
    """A change of a text.

    Attributes:
        hunks: What was replaced, in the order of the text.
        before: SHA-256 of the whole text before, hexadecimal.
        after: That of the text afterwards.
    """

    hunks: tuple[Hunk, ...]
    before: str
    after: str

    @property
    def size(self) -> int:
        """How many characters it keeps."""
        return sum(len(hunk.removed) + len(hunk.inserted) for hunk in self.hunks)


def patch_of(edit: Edit) -> Patch:
    """The patch of an edit."""
    before, after = edit.before_text, edit.after_text
    hunks = []
    for origin, origin_end, start, end in _stretches(edit):
        begin, stop = lines_back(after, start, 1), lines_on(after, end, 2)
        hunks.append(
            Hunk(
                start,
                origin,
                before[origin:origin_end],
                after[start:end],
                after[begin:start],
                after[end:stop],
                stop == len(after),
            )
        )
    return Patch(tuple(hunks), _digest(before), _digest(after))


def _stretches(edit: Edit) -> list[tuple[int, int, int, int]]:
    """Where an edit changed the text: start and end before, start and end afterwards.

    Changes on lines that are near each other are one: the lines around a change are what it is
    found by, so that no other change may lie in them.
    """
    changes = edit.changes or ((edit.start, edit.end, edit.replacement),)
    found: list[tuple[int, int, int, int]] = []
    grown = 0
    for origin, origin_end, text in changes:
        start = origin + grown
        end = start + len(text)
        grown += len(text) - (origin_end - origin)
        if found and edit.before_text.count("\n", found[-1][1], origin) < _APART:
            found[-1] = (found[-1][0], origin_end, found[-1][2], end)
        else:
            found.append((origin, origin_end, start, end))
    return found


def inverse(patch: Patch) -> Patch:
    """The patch that makes a change again which was taken back."""
    hunks = [
        msgspec.structs.replace(
            hunk,
            start=hunk.origin,
            origin=hunk.start,
            removed=hunk.inserted,
            inserted=hunk.removed,
        )
        for hunk in patch.hunks
    ]
    return Patch(tuple(hunks), patch.after, patch.before)


def reversal(text: str, patch: Patch, name: str = "deals.yaml") -> Edit:
    """The edit of a text that takes a change back; what was edited elsewhere since stays.

    A change is found for certain in the text that it left, and in any other where the lines around
    each of its stretches are as they were and stand nowhere else.

    Args:
        text: The text as it is now.
        patch: The change.
        name: That of the file, for messages.

    Raises:
        SpliceError: If what the change wrote is no longer there as it was.
    """
    unchanged = _digest(text) == patch.after
    changes: list[tuple[int, int, str]] = []
    for hunk in patch.hunks:
        at = hunk.start if unchanged else _place_now(hunk, text)
        if at is None or (changes and at < changes[-1][1]):
            raise SpliceError(
                msg("what was written to {name} was changed since; it is left as it is", name=name)
            )
        changes.append((at, at + len(hunk.inserted), hunk.removed))
    return edit_of(text, changes)


def take_back(path: Path, patch: Patch, others: Sequence[str] = ()) -> None:
    """Take a change back in a corpus file, and in others.

    Args:
        path: The corpus file.
        patch: The change.
        others: The names of the other files whose joined text was changed.

    Raises:
        SpliceError: If what it wrote is no longer there as it was.
        OSError: If the file cannot be read or written; it is untouched then.
    """
    apply(path, reversal(text_of(path, others), patch, path.name))


def text_of(path: Path, others: Sequence[str] = ()) -> str:
    """The text of a corpus file, line ends as they are, joined with that of others.

    Raises:
        SpliceError: If it is no UTF-8.
        OSError: If it cannot be read.
    """
    try:
        main = read_regular(path).decode()
        read = [(name, read_regular(path.parent / name).decode()) for name in others]
    except UnicodeDecodeError:
        raise SpliceError(
            msg("{name} is no UTF-8 any more; it is left as it is", name=path.name)
        ) from None
    return joined(main, read)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _place_now(hunk: Hunk, text: str) -> int | None:
    """Where what a change wrote stands in a text that was edited elsewhere since."""
    known = hunk.lead + hunk.inserted + hunk.trail
    at = text.find(known)
    if at < 0 or text.find(known, at + 1) >= 0:
        return None
    if hunk.at_end and at + len(known) < len(text):
        return None  # What follows now may hang on what the change wrote.
    return at + len(hunk.lead)
