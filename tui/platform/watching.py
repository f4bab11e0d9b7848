"""Seeing that a file of the corpus has changed on disk, in bursts taken together."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.platform.translation import tr

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection

    Identity = tuple[int, int]

_BURST_MS = 300
"""How long to gather changes: an editor or a checkout writes several files at once."""
_LOOK_MS = 1000
"""How long to wait for changes before looking whether to stop, and whether folders are others."""
_TICK = 0.02
"""Seconds by which the clock of the file system may be behind."""
POLL_INTERVAL = 2.0
"""Seconds between two looks at the files where the system reports no changes."""
_GONE = 3
"""The number by which watchfiles calls what was deleted."""


def watch_files(
    corpus: Path,
    articles: Callable[[], Collection[Path]],
    changed: Callable[[], None],
    stop: threading.Event,
    read_at: float,
    polls: Callable[[str], None] = lambda _: None,
    included: Callable[[], Collection[Path]] = lambda: (),
) -> None:
    """Call `changed` after every burst of changes, until `stop` is set. Blocks.

    Folders are watched, not files, so that files which are replaced, vanish or return are seen;
    and only those folders, since what lies below them may be a whole home. A folder that is
    replaced, vanishes or returns is a change too. Where the system has no watches left, as many
    programs together soon use up, the files are looked at in intervals instead.

    Args:
        corpus: The YAML file.
        articles: Gives the folders of the articles as the corpus names them now.
        changed: Called from this thread.
        stop: Ends the watching within a second.
        read_at: When reading the corpus began, in seconds of the epoch: what was written between
            then and the first look is a change too.
        polls: Called with the reason, from this thread, once the files are only looked at in
            intervals.
        included: Gives the files that the YAML file includes now.
    """
    from watchfiles import watch

    # Changes are reported by absolute names.
    corpus = corpus.absolute()

    def present() -> set[Path]:
        return {folder.absolute() for folder in articles()}

    def files() -> set[Path]:
        return {corpus, *(file.absolute() for file in included())}

    def watched_folders() -> set[Path]:
        return {*(file.parent for file in files()), *present()}

    missed = True
    known: dict[Path, Identity | None] = {}
    while not stop.is_set():
        folders = watched_folders()
        watched = _identities(folders)
        if any(watched.get(folder, was) != was for folder, was in known.items()):
            # It came back before anybody watched for it.
            changed()
        known = watched
        try:
            for changes in watch(
                *(folder for folder, identity in watched.items() if identity), stop_event=stop,
                debounce=_BURST_MS, step=100, recursive=False,
                rust_timeout=_LOOK_MS, yield_on_timeout=True,
            ):  # fmt: skip
                missed = missed and written_since(read_at, files(), present())
                gone = any(kind == _GONE and Path(name) in watched for kind, name in changes)
                known, seen_at = _identities(folders), time.time()
                moved = gone or known != watched
                if missed or moved or concerns(changes, files(), present()):
                    changed()
                missed = False
                if moved or watched_folders() != folders:
                    missed, read_at = True, seen_at - _TICK
                    break
        except FileNotFoundError:
            # A folder went between two looks.
            stop.wait(_LOOK_MS / 1000)
        except OSError as error:
            polls(watch_error_words(error))
            _poll(files, present, changed, stop, read_at)
            return


def watch_error_words(error: OSError) -> str:
    """Why the system reports no changes of files."""
    if error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOSPC):
        return tr("the system has no watches left ({reason})").format(
            reason=error.strerror or error
        )
    return tr("the system reports no changes ({reason})").format(reason=error.strerror or error)


def why_not_watched() -> str:
    """Why a folder cannot be watched now; empty when it can."""
    from tempfile import TemporaryDirectory

    from watchfiles import watch

    try:
        with TemporaryDirectory() as folder:
            next(iter(watch(folder, rust_timeout=1, yield_on_timeout=True)))
    except OSError as error:
        return tr("{reason}: files are looked at every {seconds} s").format(
            reason=watch_error_words(error), seconds=round(POLL_INTERVAL)
        )
    return ""


def _poll(
    files: Callable[[], Collection[Path]],
    articles: Callable[[], Collection[Path]],
    changed: Callable[[], None],
    stop: threading.Event,
    read_at: float,
) -> None:
    """Look at the corpus files and articles in intervals; a burst of changes counts once."""
    missed = written_since(read_at, files(), articles())
    seen = _states(files(), articles())
    if missed:
        changed()
    while not stop.wait(POLL_INTERVAL):
        now = _states(files(), articles())
        if now != seen:
            changed()
        seen = now


def _states(files: Collection[Path], articles: Collection[Path]) -> dict[str, tuple[int, int, int]]:
    """What tells each file of the corpus from what it was: number, size and time of change."""
    states: dict[str, tuple[int, int, int]] = {}
    corpus = [str(file) for file in files]
    names = list(corpus)
    for folder in articles:
        with contextlib.suppress(OSError):
            names += [entry.path for entry in os.scandir(folder)]
    for name in names:
        path = Path(name)
        if name in corpus or concerns([(0, name)], files, [path.parent]):
            with contextlib.suppress(OSError):
                status = path.stat()
                states[name] = status.st_ino, status.st_size, status.st_mtime_ns
    return states


def _identities(folders: Collection[Path]) -> dict[Path, Identity | None]:
    """What tells each folder from another one of the same name; `None` where there is none."""
    found: dict[Path, Identity | None] = dict.fromkeys(folders)
    for folder in folders:
        with contextlib.suppress(OSError):
            status = folder.stat()
            if folder.is_dir():
                found[folder] = status.st_dev, status.st_ino
    return found


def written_since(moment: float, files: Collection[Path], articles: Collection[Path]) -> bool:
    """Whether a corpus file or something in the folders of the articles is newer than a moment.

    A folder is newer when a file in it came or went.
    """
    names = [*files, *articles]
    for folder in articles:
        with contextlib.suppress(OSError):
            names += [Path(entry.path) for entry in os.scandir(folder)]
    for name in names:
        with contextlib.suppress(OSError):
            if name.stat().st_mtime > moment:
                return True
    return False


def concerns(
    changes: Collection[tuple[object, str]], files: Collection[Path], articles: Collection[Path]
) -> bool:
    """Whether one of the changes touches a corpus file or an article.

    What an editor or this program writes aside (hidden files, backups) does not count.
    """
    for _, name in changes:
        path = Path(name)
        if path in files:
            return True
        inside = path.parent in articles
        if inside and not path.name.startswith(".") and not path.name.endswith(("~", ".swp")):
            return True
    return False
