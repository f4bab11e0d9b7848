"""The search index of a corpus, kept between runs: one file, mapped into memory.

It lies beside the tables of the corpus and is used as long as it was made from the same YAML file,
the same texts and by the same code. Opening maps the file and compares its checksum, which takes a
millisecond a megabyte and leaves the interpreter to others; what a query needs is read from where
it lies. The checksum covers all of the file before any of it is believed, so no damage comes up in
the middle of a query. Safe to delete, at any time: a file that is replaced stays mapped. What a
system cannot give back is a page of a file that was cut short in place, which nobody here does, or
that another machine removed from a shared disk: caches belong on a disk of one's own.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from tui.platform.code_fingerprint import code_fingerprint
from tui.proof.results.fingerprints import corpus_key
from tui.store.corpus_cache import INDEX_FILE, database_folder, prune
from tui.store.sealed_file import DamagedFileError
from tui.store.section_format import sections_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.corpus.load import Loaded

_CODE = ("language", "model", "corpus", "search", "store")
"""The packages that decide what an index says of a corpus, and how it is stored."""
_KEY = "made from"
"""The section that names what the others were made from."""


class IndexFile:
    """The index of one corpus as it was read."""

    def __init__(self, cache_dir: Path, loaded: Loaded) -> None:
        """Name the index of a corpus; nothing is read yet.

        Args:
            cache_dir: The folder of all caches.
            loaded: The corpus, with its texts.
        """
        self._folder = database_folder(cache_dir, loaded.path)
        self._file = sections_file(self._folder / INDEX_FILE)
        made_from = corpus_key(loaded.digest, loaded.corpus)
        self._key = f"{made_from} {code_fingerprint(*_CODE)} {sys.byteorder}".encode()

    def read(self) -> Mapping[str, memoryview] | None:
        """The sections that were kept; `None` where there are none, or none to be believed."""
        with contextlib.suppress(OSError, DamagedFileError):
            sections = self._file.read()
            if sections is not None and bytes(sections.get(_KEY, b"")) == self._key:
                return sections
        return None

    def keep(self, sections: Mapping[str, memoryview]) -> Mapping[str, memoryview]:
        """Keep the sections of an index; a cache that cannot be written is no fault.

        Returns:
            The same sections, mapped where they could be written: their memory can be given up.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file.write({_KEY: memoryview(self._key), **sections})
            prune(self._folder)
        return self.read() or sections
