"""Files of a corpus, which the user's group and version control read as any other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.platform.atomic_files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def write_shared(path: Path, data: bytes) -> None:
    """Write a file whole, with the permissions that the user's `umask` gives to new ones.

    Raises:
        OSError: If the disk is full or the folder cannot be written.
    """
    new = not path.exists()
    write_atomically(path, data)
    if new:
        mask = os.umask(0o022)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
