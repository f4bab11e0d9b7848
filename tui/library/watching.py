"""Seeing that a file of the corpus has changed on disk, in bursts taken together."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection

_BURST_MS = 300
"""How long to gather changes: an editor or a checkout writes several files at once."""
_LOOK_MS = 1000
"""How long to wait for changes before looking whether to stop."""


def watch_files(
    corpus: Path,
    articles: Path,
    changed: Callable[[], None],
    stop: threading.Event,
    read_at: float,
) -> None:
    """Call `changed` after every burst of changes, until `stop` is set. Blocks.

    Folders are watched, not files, so that files which are replaced, vanish or return are seen.
    Where the system cannot watch (too many watches, a vanished folder), this ends quietly and
    the user still has the key that reads the corpus again.

    Args:
        corpus: The YAML file.
        articles: The folder of the articles.
        changed: Called from this thread.
        stop: Ends the watching within a second.
        read_at: When reading the corpus began, in seconds of the epoch: what was written between
            then and the first look is a change too.
    """
    from watchfiles import watch

    folders = sorted({folder for folder in (corpus.parent, articles) if folder.is_dir()})
    if not folders:
        return
    missed = True
    try:
        for changes in watch(
            *folders, stop_event=stop, debounce=_BURST_MS, step=100, recursive=True,
            rust_timeout=_LOOK_MS, yield_on_timeout=True,
        ):  # fmt: skip
            missed = missed and written_since(read_at, corpus, articles)
            if missed or concerns(changes, corpus, articles):
                changed()
            missed = False
    except OSError:
        return


def written_since(moment: float, corpus: Path, articles: Path) -> bool:
    """Whether the corpus file or something in the folder of the articles is newer than a moment.

    A folder is newer when a file in it came or went.
    """
    names = [corpus, articles]
    with contextlib.suppress(OSError):
        names += [Path(entry.path) for entry in os.scandir(articles)]
    for name in names:
        with contextlib.suppress(OSError):
            if name.stat().st_mtime > moment:
                return True
    return False


def concerns(changes: Collection[tuple[object, str]], corpus: Path, articles: Path) -> bool:
    """Whether one of the changes touches the corpus file or an article.

    What an editor or this program writes aside (hidden files, backups) does not count.
    """
    for _, name in changes:
        path = Path(name)
        if path.name == corpus.name and path.parent == corpus.parent:
            return True
        inside = path.is_relative_to(articles)
        if inside and not path.name.startswith(".") and not path.name.endswith(("~", ".swp")):
            return True
    return False
