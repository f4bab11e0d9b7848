"""Whether a file is still the one that was read, told without reading it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui.model.records import Article

FileState: TypeAlias = tuple[int, int, int, int]
"""Size, modification time, change time and inode of a file: another one whenever it is written."""

SETTLED_NS = 2_000_000_000
"""A file that was written less than this before, in nanoseconds, may be written again within the
same tick of the clock, which a change of its content would not show: FAT counts in 2 s."""


def article_states(articles: Iterable[Article], folder: Path) -> dict[str, FileState]:
    """The states of article files that can be relied on, by article.

    Files that cannot be asked and those that were written just now are left out.
    """
    states: dict[str, FileState] = {}
    newest = time.time_ns() - SETTLED_NS
    place = os.fspath(folder)
    for article in articles:
        try:
            status = os.stat(f"{place}/{article.file}")  # noqa: PTH116 (20,000 of them)
        except (OSError, ValueError):
            continue
        if status.st_mtime_ns < newest and status.st_ctime_ns < newest:
            states[article.id] = (
                status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino,
            )  # fmt: skip
    return states
