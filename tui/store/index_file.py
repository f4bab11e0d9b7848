"""The search index of a corpus, kept between runs: one file, mapped into memory.

It lies beside the tables of the corpus and is used as long as it was made from the same YAML file,
the same texts and by the same code. After an edit of the corpus it stays, and a small file beside
it says what was edited since. Opening maps the file and compares its checksum, which takes a
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

import msgspec

from tui.platform.code_fingerprint import code_fingerprint
from tui.proof.results.fingerprints import corpus_key
from tui.search.overlay.edits import Edits
from tui.store.corpus_cache import EDITS_FILE, INDEX_FILE, database_folder, prune
from tui.store.sealed_file import DamagedFileError, Format, SealedFile
from tui.store.section_format import sections_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.corpus import Corpus

_CODE = ("language", "model", "corpus", "search", "store")
"""The packages that decide what an index says of a corpus, and how it is stored."""
_KEY = "made from"
"""The section that names what the others were made from."""


class KeptEdits(msgspec.Struct, frozen=True):
    """What was edited since an index was built.

    Attributes:
        built: The key of the index.
        key: The key of the corpus after the edits.
        edits: The edits.
    """

    built: bytes
    key: bytes
    edits: Edits


def edits_file(path: Path) -> SealedFile[KeptEdits]:
    """A file of edits; a power cut may spoil it, since the index can be made again."""
    decode = msgspec.msgpack.Decoder(KeptEdits).decode
    form: Format[KeptEdits] = Format(msgspec.msgpack.encode, decode)
    return SealedFile(path, "edits", form, durable=False)


def _key(digest: str, corpus: Corpus) -> bytes:
    """What an index of a corpus was made from."""
    made_from = corpus_key(digest, corpus)
    return f"{made_from} {code_fingerprint(*_CODE)} {sys.byteorder}".encode()


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
        self._edits = edits_file(self._folder / EDITS_FILE)
        self._key = _key(loaded.digest, loaded.corpus)

    def read(self) -> Mapping[str, memoryview] | None:
        """The sections that were kept; `None` where there are none, or none to be believed."""
        with contextlib.suppress(OSError, DamagedFileError):
            sections = self._file.read()
            if sections is not None and bytes(sections.get(_KEY, b"")) == self._key:
                return sections
        return None

    def read_edited(
        self, before: tuple[str, Corpus] | None = None
    ) -> tuple[Mapping[str, memoryview], Edits | None] | None:
        """The sections of an index that was built before some edits, and these edits.

        Args:
            before: The digest and the corpus of an earlier state, to look for that; `None` for the
                present state.

        Returns:
            `None` where there are none of that state.
        """
        wanted = self._key if before is None else _key(*before)
        with contextlib.suppress(OSError, DamagedFileError):
            sections = self._file.read()
            built = b"" if sections is None else bytes(sections.get(_KEY, b""))
            if sections is not None and built == wanted:
                return sections, None
            kept = self._edits.read()
            if sections is not None and kept is not None and kept.built == built:
                return (sections, kept.edits) if kept.key == wanted else None
        return None

    def keep_edits(self, sections: Mapping[str, memoryview], edits: Edits) -> None:
        """Keep what was edited since an index was built, if the cache can be written.

        Args:
            sections: Those of the index, as they were kept.
            edits: What was edited.
        """
        built = bytes(sections.get(_KEY, b""))
        if built:
            with contextlib.suppress(OSError):
                self._edits.write(KeptEdits(built, self._key, edits))

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
