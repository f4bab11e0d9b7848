"""Proofs and figures kept between runs: one store for the app, its audit and `dealtui check`.

One file a corpus and state of the program that proves, in the platform's cache folder. What in it
still holds is told entry by entry (`proof/verify/proof_records.py`), so that after an edit only
what the edit touches is proved anew. Safe to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from tui.platform.code_fingerprint import code_fingerprint
from tui.proof.verify.fingerprints import corpus_key
from tui.proof.verify.proof_records import Keeping, Kept
from tui.store.cache_eviction import keep_within, remove_left_behind
from tui.store.sealed_file import DamagedFileError, SealedFile, json_format

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded

KEPT = 20
"""So many corpora are kept; those opened longest ago go."""
MAX_BYTES = 256 * 1024 * 1024
"""How large all of them together may be."""

_CODE = ("language", "model", "proof")
"""The packages that decide what is read in a text and what it proves."""


def read(folder: Path | None, loaded: Loaded) -> Keeping:
    """What is kept of a corpus, for `Prover(loaded.corpus, …)`.

    Args:
        folder: Of the cache; `None` keeps nothing.
        loaded: The corpus.
    """
    if folder is None:
        return Keeping(loaded.corpus)
    whole = corpus_key(loaded.digest, loaded.corpus)
    return Keeping(loaded.corpus, _stored(_file(folder, loaded)), whole)


def keep(folder: Path | None, loaded: Loaded, kept: Kept) -> None:
    """Store proofs; a cache that cannot be written is no fault."""
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        mine = _file(folder, loaded)
        mine.write(kept)
        remove_left_behind(folder)
        keep_within(folder.glob("*.proofs"), mine.path, KEPT, MAX_BYTES)


def _file(folder: Path, loaded: Loaded) -> SealedFile[Kept]:
    name = f"{code_fingerprint(*_CODE)} {loaded.path.resolve()}"
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return SealedFile(folder / f"{digest}.proofs", "proofs", json_format(Kept), durable=False)


def _stored(file: SealedFile[Kept]) -> Kept:
    """What is stored; nothing where there is nothing or it is damaged."""
    with contextlib.suppress(OSError, DamagedFileError):
        kept = file.read()
        if kept is not None:
            with contextlib.suppress(OSError):
                os.utime(file.path)
            return kept
    return Kept()
