"""The folder of the databases of corpora: one for every corpus opened lately, within bounds."""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from tui.store.cache_eviction import keep_within, remove_left_behind
from tui.store.corpus_database import (
    RECORDS_FILE,
    SOURCE_FILE,
    TEXTS_FILE,
    source_file,
    tables_file,
)
from tui.store.sealed_file import DamagedFileError, Format, SealedFile
from tui.store.section_format import sections_file

if TYPE_CHECKING:
    from pathlib import Path

MAX_CORPORA = 20
"""How many corpora are kept; the one opened longest ago goes first."""
MAX_BYTES = 512 * 1024 * 1024
"""How large all databases together may be."""

INDEX_FILE = "index.sections"
"""The search index of a corpus, see `tui.store.index_file`."""

EDITS_FILE = "index.edits"
"""What was edited since that index was built."""

_BYTES: Format[bytes] = Format(bytes, bytes)
_FOLDER = "corpora"
_OUTDATED = ("corpus.json", "texts.json", "corpus.tables")
"""The files that earlier versions kept a corpus in, beside those of the same names as now."""


def database_folder(cache_dir: Path, path: Path) -> Path:
    """The folder of the database of a corpus file, which need not exist."""
    key = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]
    return cache_dir / _FOLDER / key


def mark_used(folder: Path) -> None:
    """Let a database be the one that goes last."""
    with contextlib.suppress(OSError):
        os.utime(folder)


def prune(folder: Path) -> None:
    """Remove what earlier versions left, and databases used longest ago, but for this one."""
    corpora = folder.parent
    remove_left_behind(corpora, [f"*/{name}" for name in _OUTDATED])
    kept = (entry for entry in corpora.iterdir() if entry.is_dir() and not entry.is_symlink())
    own = (RECORDS_FILE, TEXTS_FILE, SOURCE_FILE, INDEX_FILE, EDITS_FILE, ".*.new")
    keep_within(kept, folder, MAX_CORPORA, MAX_BYTES, own)


def kept_corpora(cache_dir: Path) -> list[Path]:
    """The folders of the databases that the cache holds."""
    try:
        return sorted(entry for entry in (cache_dir / _FOLDER).iterdir() if entry.is_dir())
    except OSError:
        return []


def damaged_corpora(cache_dir: Path) -> list[Path]:
    """Those of which a file does not hold what was written into it."""
    return [folder for folder in kept_corpora(cache_dir) if not _is_whole(folder)]


def _is_whole(folder: Path) -> bool:
    try:
        for name in (RECORDS_FILE, TEXTS_FILE):
            tables_file(folder / name).verify()
        source_file(folder / SOURCE_FILE).verify()
        sections_file(folder / INDEX_FILE).verify()
        SealedFile(folder / EDITS_FILE, "edits", _BYTES).verify()
    except (DamagedFileError, OSError):
        return False
    return True
