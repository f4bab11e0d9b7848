"""Keeping a folder of caches within bounds; of what lies in it, only this program's is touched."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from tui.platform.atomic_files import STALE_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def keep_within(
    caches: Iterable[Path], current: Path, most: int, most_bytes: int, own: Sequence[str] = ()
) -> None:
    """Remove the caches used longest ago until the rest is within bounds.

    Args:
        caches: Files, or folders of files.
        current: The one in use: it stays, whatever the clock says and however large it is.
        most: How many may stay.
        most_bytes: How large they may be together.
        own: Patterns of the files of this program in a folder; others are left, and so is it.
    """
    kept = []
    for cache in caches:
        with contextlib.suppress(OSError):
            kept.append((cache == current, cache.stat().st_mtime, _size(cache), cache))
    kept.sort()
    total = sum(size for _, _, size, _ in kept)
    while len(kept) > 1 and (len(kept) > most or total > most_bytes):
        _, _, size, oldest = kept.pop(0)
        total -= size
        _remove(oldest, own)


def remove_left_behind(folder: Path, outdated: Iterable[str] = ()) -> None:
    """Remove what no run of the program reads any more.

    That is what matches the patterns of earlier versions, and what writers that were killed left.
    """
    with contextlib.suppress(OSError):
        for pattern in outdated:
            for file in folder.glob(pattern):
                _remove(file)
        for aside in folder.glob(".*.new"):
            if time.time() - aside.stat().st_mtime > STALE_AFTER:
                _remove(aside)


def _size(cache: Path) -> int:
    files = cache.iterdir() if cache.is_dir() else (cache,)
    return sum(file.stat().st_size for file in files)


def _remove(cache: Path, own: Sequence[str] = ()) -> None:
    with contextlib.suppress(OSError):
        if cache.is_symlink() or not cache.is_dir():
            cache.unlink(missing_ok=True)
            return
        for pattern in own:
            for file in cache.glob(pattern):
                file.unlink(missing_ok=True)
        cache.rmdir()
