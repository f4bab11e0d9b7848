"""The changes that the app made to a corpus file, kept so that they can be taken back later.

One file for a corpus, beside the user's marks. It is read and written under a lock, so that two
instances take nothing back twice. Where it cannot be written, or is damaged, the changes of this
run are still known.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from tui.corpus.edit.history import Changes
from tui.platform.atomic_files import locked
from tui.store.sealed_file import DamagedFileError, SealedFile, json_format

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LARGEST = 4 * 1024 * 1024
"""Characters of what was replaced and written that are kept; the oldest changes go first."""


class EditJournal:
    """The changes of the corpus at one path; a `Journal`."""

    def __init__(self, folder: Path, path: Path) -> None:
        """Take the folder of the user's data and the corpus file; nothing is read yet."""
        name = os.path.realpath(path).encode("utf-8", "surrogateescape")
        file = folder / f"{hashlib.sha256(name).hexdigest()[:32]}.changes"
        self._file = SealedFile(file, "changes", json_format(Changes))
        self._known = Changes()

    def read(self) -> Changes:
        """What is kept; what was known last where the file is not to be read."""
        with contextlib.suppress(OSError, DamagedFileError):
            kept = self._file.read()
            if kept is not None:
                self._known = kept
        return self._known

    def update(self, change: Callable[[Changes], Changes]) -> Changes:
        """Replace what is kept by what is made of the newest state of it."""
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(OSError):
                self._file.path.parent.mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(self._file.path))
            self._known = _bounded(change(self.read()))
            with contextlib.suppress(OSError):
                self._file.write(self._known)
        return self._known


def _bounded(changes: Changes) -> Changes:
    """As many of the newest changes as have room."""
    room = _LARGEST
    done = []
    for made in reversed(changes.done):
        room -= made.patch.size
        if room < 0:
            break
        done.append(made)
    return Changes(tuple(reversed(done)), changes.undone)
