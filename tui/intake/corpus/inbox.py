"""A folder in which files arrive, from a browser, a mailer or a scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.intake.sources import files_in

if TYPE_CHECKING:
    from pathlib import Path

_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".new", ".opdownload")


class Inbox:
    """Tells the files of a folder once each, when nobody writes to them any more.

    A file counts as written when its size and time are the same at two looks.
    """

    def __init__(self, folder: Path) -> None:
        """Watch a folder; what lies there already arrives at the first look."""
        self._folder = folder
        self._growing: dict[Path, tuple[int, int]] = {}
        self._told: dict[Path, tuple[int, int]] = {}

    def arrived(self) -> list[Path]:
        """The files that are complete since the last look, by name."""
        ready = []
        growing: dict[Path, tuple[int, int]] = {}
        for path in files_in(self._folder):
            if path.suffix.lower() in _UNFINISHED:
                continue
            try:
                status = path.stat()
            except OSError:
                continue
            state = (status.st_size, status.st_mtime_ns)
            if self._told.get(path) == state:
                continue
            if self._growing.get(path) == state and state[0]:
                self._told[path] = state
                ready.append(path)
            else:
                growing[path] = state
        self._growing = growing
        return ready
