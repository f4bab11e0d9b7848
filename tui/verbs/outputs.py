"""Where a verb writes what it was asked to put into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.session.export_files import write_beside
from tui.verbs.streams import output

if TYPE_CHECKING:
    from tui.corpus.load import Loaded

STDOUT = "-"
"""What names standard output in the place of a file."""


def write_file(name: str, data: bytes, loaded: Loaded) -> None:
    """Write a file that the user named, whole or not at all; `-` is standard output.

    Raises:
        OSError: If it cannot be written, or would replace a file of the corpus that it is made of.
    """
    if name == STDOUT:
        output().write_bytes(data)
    else:
        write_beside(Path(name), data, loaded)
