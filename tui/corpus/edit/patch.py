"""A change that was made, as little of it as finds it again in a text that was edited since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.edit.file_edit import Edit, SpliceError, lines_back, lines_on
from tui.platform.atomic_files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


class Patch(msgspec.Struct, frozen=True):
    """A stretch that was replaced, with the lines around it.

    Attributes:
        start: Where it starts, in code points of the text.
        removed: What stood there before.
        inserted: What stands there since.
        lead: The text between the start of the line before and the stretch.
        trail: The text between the stretch and the end of the line after it.
        at_end: Whether the trail ends the text.
        before: SHA-256 of the whole text before, hexadecimal.
        after: That of the text afterwards.
    """

    start: int
    removed: str
    inserted: str
    lead: str
    trail: str
    at_end: bool
    before: str
    after: str


def patch_of(edit: Edit) -> Patch:
    """The patch of an edit."""
    after, end = edit.after_text, edit.start + len(edit.replacement)
    begin = lines_back(after, edit.start, 1)
    stop = lines_on(after, end, 2)
    return Patch(
        edit.start,
        edit.before_text[edit.start : edit.end],
        edit.replacement,
        after[begin : edit.start],
        after[end:stop],
        stop == len(after),
        _digest(edit.before_text),
        _digest(after),
    )


def inverse(patch: Patch) -> Patch:
    """The patch that makes a change again which was taken back."""
    return msgspec.structs.replace(
        patch,
        removed=patch.inserted,
        inserted=patch.removed,
        before=patch.after,
        after=patch.before,
    )


def reversal(text: str, patch: Patch, name: str = "deals.yaml") -> Edit:
    """The edit of a text that takes a change back; what was edited elsewhere since stays.

    A change is found for certain in the text that it left, and in any other where the lines around
    it are as they were and stand nowhere else.

    Args:
        text: The text as it is now.
        patch: The change.
        name: That of the file, for messages.

    Raises:
        SpliceError: If what the change wrote is no longer there as it was.
    """
    at = patch.start if _digest(text) == patch.after else _place_now(patch, text)
    if at is None:
        raise SpliceError(f"what was written to {name} was changed since; it is left as it is")
    end = at + len(patch.inserted)
    return Edit(text, text[:at] + patch.removed + text[end:], at, end, patch.removed)


def take_back(path: Path, patch: Patch) -> None:
    """Take a change back in a file.

    Raises:
        SpliceError: If what it wrote is no longer there as it was.
        OSError: If the file cannot be read or written; it is untouched then.
    """
    real = path.resolve()
    edit = reversal(text_of(path), patch, path.name)
    write_atomically(real, edit.after_text.encode())


def text_of(path: Path) -> str:
    """The text of a corpus file, line ends as they are.

    Raises:
        SpliceError: If it is no UTF-8.
        OSError: If it cannot be read.
    """
    try:
        return path.resolve().read_bytes().decode()
    except UnicodeDecodeError:
        raise SpliceError(f"{path.name} is no UTF-8 any more; it is left as it is") from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _place_now(patch: Patch, text: str) -> int | None:
    """Where what a change wrote stands in a text that was edited elsewhere since."""
    known = patch.lead + patch.inserted + patch.trail
    at = text.find(known)
    if at < 0 or text.find(known, at + 1) >= 0:
        return None
    if patch.at_end and at + len(known) < len(text):
        return None  # What follows now may hang on what the change wrote.
    return at + len(patch.lead)
