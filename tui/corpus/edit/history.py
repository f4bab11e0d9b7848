"""The changes that one run made to a corpus file: made, taken back, made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.corpus.edit.file_edit import apply, inverse, undo

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.edit.file_edit import Edit


class EditHistory:
    """Two stacks of edits of one file; making a new one empties that of what was taken back.

    What is written elsewhere in the file meanwhile stays: an edit is taken back, or made again,
    where it stands now, as long as the lines around it are as they were.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    def make(self, edit: Edit) -> None:
        """Write an edit to the file.

        Raises:
            SpliceError: If the file is another one than the edit starts from.
            OSError: If it cannot be read or written; it is untouched then.
        """
        apply(self._path, edit)
        self._done.append(edit)
        self._undone.clear()

    def undo(self) -> bool:
        """Take back the newest edit; false when there is none.

        Raises:
            SpliceError: If what it wrote was changed since; it stays the newest.
            OSError: If the file cannot be read or written; it is untouched then.
        """
        if not self._done:
            return False
        undo(self._path, self._done[-1])
        self._undone.append(self._done.pop())
        return True

    def redo(self) -> bool:
        """Make the edit again that was taken back last; false when there is none.

        Raises:
            SpliceError: If the place was changed since.
            OSError: If the file cannot be read or written; it is untouched then.
        """
        if not self._undone:
            return False
        undo(self._path, inverse(self._undone[-1]))
        self._done.append(self._undone.pop())
        return True
