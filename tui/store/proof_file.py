"""Proofs and figures kept between runs, for the app, its audit and every verb alike.

One file for a corpus and a state of the program that proves, in the platform's cache folder. What
in it still holds is decided entry by entry (`proof/results/proof_store.py`), so that after an edit
only what the edit touches is proved again. Safe to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from tui.platform.code_fingerprint import code_fingerprint
from tui.proof.results.fingerprints import corpus_key
from tui.proof.results.proof_records import ProofSnapshot
from tui.proof.results.proof_store import ProofStore
from tui.store.cache_eviction import keep_within, remove_left_behind
from tui.store.sealed_file import DamagedFileError, SealedFile, json_format

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.proof.results.article_memo import ArticleMemo

KEPT = 20
"""So many corpora are kept; those opened longest ago go."""
MAX_BYTES = 256 * 1024 * 1024
"""How large all of them together may be."""

_CODE = ("language", "model", "proof")
"""The packages that decide what is read in a text and what it proves."""


def proofs_of(loaded: Loaded, folder: Path | None, memo: ArticleMemo | None = None) -> ProofStore:
    """The proofs of a corpus as it was read, with what earlier runs found out.

    Args:
        loaded: The corpus.
        folder: Of the cache; `None` to read and keep nothing.
        memo: What others have made of article texts already.
    """
    if folder is None:
        return ProofStore(loaded.corpus, memo=memo)
    storage = ProofFile(folder, loaded.path)
    return ProofStore(loaded.corpus, storage, corpus_key(loaded.digest, loaded.corpus), memo)


class ProofFile:
    """The proofs of the corpus at one path; a `ProofStorage`."""

    def __init__(self, folder: Path, path: Path) -> None:
        """Take the folder of the cache and the corpus file."""
        name = f"{code_fingerprint(*_CODE)} {os.path.realpath(path)}".encode(
            "utf-8", "surrogateescape"
        )
        file = folder / f"{hashlib.sha256(name).hexdigest()[:32]}.proofs"
        self._folder = folder
        self._file = SealedFile(file, "proofs", json_format(ProofSnapshot), durable=False)

    def read(self) -> ProofSnapshot:
        """What is stored; nothing where there is nothing or it is damaged."""
        with contextlib.suppress(OSError, DamagedFileError):
            snapshot = self._file.read()
            if snapshot is not None:
                with contextlib.suppress(OSError):
                    os.utime(self._file.path)
                return snapshot
        return ProofSnapshot()

    def write(self, snapshot: ProofSnapshot) -> None:
        """Store proofs; a cache that cannot be written is no fault."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file.write(snapshot)
            remove_left_behind(self._folder)
            keep_within(self._folder.glob("*.proofs"), self._file.path, KEPT, MAX_BYTES)
