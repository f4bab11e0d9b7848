"""The changes that were made to a corpus file: made, taken back, made again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

import msgspec

from tui.corpus.edit.file_edit import apply
from tui.corpus.edit.patch import Patch, inverse, patch_of, reversal, take_back, text_of
from tui.corpus.joined_text import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit

KEPT = 100
"""So many changes can be taken back; a day's work of an analyst, some 100 KB."""


class MadeChange(msgspec.Struct, frozen=True):
    """A change that was made.

    Attributes:
        patch: What it wrote.
        title: What it did, in words.
        at: When, in ISO 8601.
        run: Names the run of the program that made it.
        renamed: The old and the new id of a record that got another one; empty for none.
        others: The names of the files that the corpus file included then.
    """

    patch: Patch
    title: str = ""
    at: str = ""
    run: str = ""
    renamed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Changes(msgspec.Struct, frozen=True):
    """The changes of one file, oldest first: those that stand, and those that were taken back."""

    done: tuple[MadeChange, ...] = ()
    undone: tuple[MadeChange, ...] = ()


class Journal(Protocol):
    """Where the changes of one file are kept beyond a run."""

    def update(self, change: Callable[[Changes], Changes]) -> Changes:
        """Replace what is kept by what is made of the newest state of it; gives that.

        Whatever `change` raises leaves it as it is.
        """

    def read(self) -> Changes:
        """What is kept."""


class InMemory:
    """A journal that lasts as long as the program runs."""

    def __init__(self) -> None:
        self._changes = Changes()

    def update(self, change: Callable[[Changes], Changes]) -> Changes:
        """Replace what is kept."""
        self._changes = change(self._changes)
        return self._changes

    def read(self) -> Changes:
        """What is kept."""
        return self._changes


class EditHistory:
    """Two stacks of edits of one file; making a new one empties that of what was taken back.

    What is written elsewhere in the file meanwhile stays: an edit is taken back, or made again,
    where it stands now, as long as the lines around it are as they were.

    Attributes:
        run: Names this run of the program.
    """

    def __init__(self, path: Path, journal: Journal | None = None) -> None:
        """Take a file, and where its changes are kept; in memory where nowhere else."""
        self._path, self._journal = path, journal or InMemory()
        self.run = uuid4().hex

    def make(self, edit: Edit, title: str = "", renamed: tuple[str, ...] = ()) -> None:
        """Write an edit to the file.

        Args:
            edit: The edit.
            title: What it does, in words.
            renamed: The old and the new id of a record that gets another one.

        Raises:
            SpliceError: If the file is another one than the edit starts from.
            OSError: If it cannot be read or written; it is untouched then.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        others = tuple(part.name for part in parts_of(edit.before_text) if part.name)
        made = MadeChange(patch_of(edit), title, now, self.run, renamed, others)
        apply(self._path, edit)
        self._journal.update(lambda kept: Changes((*kept.done, made)[-KEPT:]))

    @property
    def last_done(self) -> MadeChange | None:
        """The newest change that stands."""
        return next(reversed(self._journal.read().done), None)

    @property
    def last_undone(self) -> MadeChange | None:
        """The change that was taken back last."""
        return next(reversed(self._journal.read().undone), None)

    def preview(self, change: MadeChange, *, again: bool = False) -> Edit:
        """What taking a change back, or making it again, comes to in the file as it is now.

        Raises:
            SpliceError: If the place was changed since.
            OSError: If the file cannot be read.
        """
        patch = inverse(change.patch) if again else change.patch
        return reversal(text_of(self._path, change.others), patch, self._path.name)

    def undo(self) -> MadeChange | None:
        """Take back the newest edit and give it; `None` when there is none.

        Raises:
            SpliceError: If what it wrote was changed since; it stays the newest.
            OSError: If the file cannot be read or written; it is untouched then.
        """
        taken: list[MadeChange] = []

        def undone(kept: Changes) -> Changes:
            if not kept.done:
                return kept
            taken.append(kept.done[-1])
            take_back(self._path, kept.done[-1].patch, kept.done[-1].others)
            return Changes(kept.done[:-1], (*kept.undone, kept.done[-1]))

        self._journal.update(undone)
        return taken[-1] if taken else None

    def redo(self) -> MadeChange | None:
        """Make the edit again that was taken back last, and give it; `None` when there is none.

        Raises:
            SpliceError: If the place was changed since.
            OSError: If the file cannot be read or written; it is untouched then.
        """
        taken: list[MadeChange] = []

        def redone(kept: Changes) -> Changes:
            if not kept.undone:
                return kept
            taken.append(kept.undone[-1])
            again = kept.undone[-1]
            take_back(self._path, inverse(again.patch), again.others)
            return Changes((*kept.done, kept.undone[-1]), kept.undone[:-1])

        self._journal.update(redone)
        return taken[-1] if taken else None
