"""Writing what is made of a corpus into files that the user names, never over its own files."""

from __future__ import annotations

import errno
from importlib import import_module
from typing import TYPE_CHECKING

from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.export.selection import Selection


def write_beside(path: Path, data: bytes, loaded: Loaded) -> None:
    """Write a file whole or not at all.

    Raises:
        OSError: If it cannot be written, or would replace a file of the corpus that it is made of.
    """
    from tui.platform.atomic_files import write_output

    if path.is_file() and any(_is_same(path, source) for source in _sources(loaded)):
        message = tr("it is a file of the corpus, which stays as it is")
        raise OSError(errno.EEXIST, message, str(path))
    write_output(path, data)


def write_export(path: Path, name: str, what: str, selection: Selection, loaded: Loaded) -> None:
    """Write an export in a format, and what belongs beside it.

    Args:
        path: The file.
        name: The format, a name of `tui.export.formats.registry.FORMATS`.
        what: What is written of the selection, one of the subjects of that format.
        selection: The records.
        loaded: The corpus that they are of.

    Raises:
        ImportError: If a package is missing that the format needs.
        OSError: If a file cannot be written.
    """
    from io import BytesIO

    from tui.export.formats.registry import FORMATS, writer

    content = BytesIO()
    writer(name)(selection, what, content)
    files = {path: content.getvalue()}
    companion = getattr(
        import_module(f"tui.export.formats.{FORMATS[name].module}"), "companion", None
    )
    if companion is not None and (path.is_file() or not path.exists()):
        suffix, data = companion(selection)
        files[path.with_name(path.stem + suffix)] = data
    for file, data in files.items():
        write_beside(file, data, loaded)


def _sources(loaded: Loaded) -> Iterator[Path]:
    """The files that a corpus consists of."""
    yield from loaded.paths
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
