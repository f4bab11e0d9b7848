"""Proofs and figures kept between runs, for the app, its audit and every verb alike.

One file for a corpus and a state of the program that proves, in the platform's cache folder. What
in it still holds is decided entry by entry (`proof/results/proof_store.py`), so that after an edit
only what the edit touches is proved again. Safe to delete.

The content is JSON Lines: each line a `ProofSnapshot` with a part of the entries, together all of
it. To decode 100,000 proofs at once is 0.1 s in which no other thread runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from tui.platform.code_fingerprint import code_fingerprint
from tui.proof.results.fingerprints import corpus_key
from tui.proof.results.proof_records import ProofSnapshot
from tui.proof.results.proof_store import ProofStore
from tui.store.cache_eviction import keep_within, remove_left_behind
from tui.store.sealed_file import DamagedFileError, Format, SealedFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.proof.results.article_memo import ArticleMemo

KEPT = 20
"""So many corpora are kept; those opened longest ago go."""
MAX_BYTES = 256 * 1024 * 1024
"""How large all of them together may be."""

_ENTRIES = ("states", "records", "figures", "recorded")
"""The fields of a snapshot that grow with the corpus."""
_SLICE = 1000
"""Entries of a line: a millisecond or two."""

_CODE = ("language", "model", "proof")
"""The packages that decide what is read in a text and what it proves."""


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(ProofSnapshot)


def _encode(snapshot: ProofSnapshot) -> bytes:
    return b"\n".join(map(_ENCODER.encode, _parts_of(snapshot)))


def _parts_of(snapshot: ProofSnapshot) -> Iterator[ProofSnapshot]:
    yield msgspec.structs.replace(snapshot, **{name: {} for name in _ENTRIES})
    for name in _ENTRIES:
        entries = iter(getattr(snapshot, name).items())
        while part := dict(islice(entries, _SLICE)):
            yield msgspec.structs.replace(ProofSnapshot(), **{name: part})


def _decode(body: memoryview) -> ProofSnapshot:
    lines = bytes(body).split(b"\n")
    whole = _DECODER.decode(lines[0])
    entries: dict[str, dict[str, Any]] = {name: {**getattr(whole, name)} for name in _ENTRIES}
    for line in lines[1:]:
        part = _DECODER.decode(line)
        for name in _ENTRIES:
            entries[name] |= getattr(part, name)
    return msgspec.structs.replace(whole, **entries)


_LINES = Format(_encode, _decode)


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
        self._file = SealedFile(file, "proofs", _LINES, durable=False)

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
