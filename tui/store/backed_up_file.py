"""A sealed file with its previous generation beside it, for what must never be lost.

A write makes the present content the previous one, then replaces it. When the newest generation
turns out damaged, the previous one is read, and the damaged file is set aside under another name:
nothing is ever overwritten that a person might still rescue.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Generic

from tui.model.messages import msg
from tui.store.sealed_file import DamagedFileError, Format, SealedFile, T

if TYPE_CHECKING:
    from pathlib import Path

_NAMES = 1000
"""So many damaged files are kept apart by number; nobody gets there."""


class BackedUpFile(Generic[T]):
    """One content in two generations.

    Attributes:
        path: The file of the newest generation.
        current: The newest generation.
        previous: The one before, in a file of the same name with `.previous` behind it.
    """

    def __init__(self, path: Path, kind: str, form: Format[T]) -> None:
        """Name the file of the newest generation; nothing is read or made yet."""
        self.path = path
        self.current = SealedFile(path, kind, form)
        self.previous = SealedFile(path.with_name(path.name + ".previous"), kind, form)

    def read(self) -> T | None:
        """The newest undamaged generation, `None` when there is none. Changes nothing.

        Raises:
            OSError: If a file is there and cannot be read.
        """
        for file in (self.current, self.previous):
            with contextlib.suppress(DamagedFileError):
                content = file.read()
                if content is not None:
                    return content
        return None

    def write(self, content: T) -> None:
        """Write a new generation, unless it is as the present one.

        Meant for a file that was seen to with `set_damaged_aside`, under a lock.

        Raises:
            OSError: If it cannot be written; nothing is lost then.
            DamagedFileError: If the present generation is damaged.
        """
        present = self.current.read()
        if present == content:
            return
        if present is not None:
            self.previous.write(present)
        self.current.write(content)

    def seal(self) -> bytes | None:
        """The name of the content that `read` gives, as `SealedFile.seal` has it.

        Raises:
            OSError: If the file is there and cannot be read.
        """
        seal = self.current.seal()
        return seal if seal is not None else self.previous.seal()

    def set_damaged_aside(self) -> Path | None:
        """Rename the newest generations as far as they are damaged; gives the last new name.

        Raises:
            OSError: If one cannot be read or renamed.
        """
        aside = None
        for file in (self.current, self.previous):
            try:
                if file.read() is not None:
                    break
            except DamagedFileError:
                aside = _renamed(file.path)
        return aside


def _renamed(path: Path) -> Path:
    """Give a file a name that no other has."""
    for number in range(1, _NAMES):
        target = path.with_name(f"{path.name}.damaged-{number}")
        try:
            # A link fails when the name is taken, which a rename would overwrite.
            os.link(path, target)
        except FileExistsError:
            continue
        except OSError:
            # Some file systems have no links.
            if target.exists():
                continue
            path.rename(target)
            return target
        path.unlink()
        return target
    raise FileExistsError(msg("too many damaged files lie beside {path}", path=path))
