"""Where a verb writes what it was asked to put into a file."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from tui.verbs.streams import output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.corpus.load import Loaded

STDOUT = "-"
"""What names standard output in the place of a file."""


def write_file(name: str, data: bytes, loaded: Loaded) -> None:
    """Write a file that the user named, whole or not at all; `-` is standard output.

    Raises:
        OSError: If it cannot be written, or would replace a file of the corpus that it is made of.
    """
    from tui.platform.atomic_files import write_output

    if name == STDOUT:
        output().write_bytes(data)
        return
    path = Path(name)
    if path.is_file() and any(_is_same(path, source) for source in _sources(loaded)):
        raise OSError(errno.EEXIST, "it is a file of the corpus, which stays as it is", name)
    write_output(path, data)


def _sources(loaded: Loaded) -> Iterator[Path]:
    """The files that a corpus consists of."""
    yield loaded.path
    for article in loaded.corpus.articles.values():
        for name in (article.file, article.original):
            if name:
                yield loaded.articles_dir / name


def _is_same(path: Path, source: Path) -> bool:
    """Whether a file is the one that lies somewhere, by whatever names."""
    try:
        return path.samefile(source)
    except OSError:
        return False
