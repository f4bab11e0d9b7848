"""Seeing that a file of the corpus has changed on disk, in bursts taken together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection

_BURST_MS = 300
"""How long to gather changes: an editor or a checkout writes several files at once."""


def watch_files(
    corpus: Path, articles: Path, changed: Callable[[], None], stop: threading.Event
) -> None:
    """Call `changed` after every burst of changes, until `stop` is set. Blocks.

    Folders are watched, not files, so that files which are replaced, vanish or return are seen.
    Where the system cannot watch (too many watches, a vanished folder), this ends quietly and
    the user still has the key that reads the corpus again.
    """
    from watchfiles import watch

    folders = sorted({folder for folder in (corpus.parent, articles) if folder.is_dir()})
    if not folders:
        return
    try:
        for changes in watch(
            *folders, stop_event=stop, debounce=_BURST_MS, step=100, recursive=True,
            rust_timeout=1000, yield_on_timeout=False,
        ):  # fmt: skip
            if concerns(changes, corpus, articles):
                changed()
    except OSError:
        return


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
