"""Proofs kept from the last time, so that nothing is read or compared again without need.

One file a corpus and state of its articles, in the platform's cache folder: made anew whenever a
byte of the corpus, of an article or the version of the program differs, and safe to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

import msgspec

from tui import __version__
from tui.files import write_atomically
from tui.model.mentions import Mention
from tui.model.proofs import ProofState, RecordProof

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.corpus.load import Loaded

KEPT = 20
"""So many corpora are kept; the oldest go."""


class ArticleFigures(msgspec.Struct, frozen=True):
    """What the program read in an article.

    Attributes:
        open: Figures that nobody recorded or dismissed.
        words: The share that is recorded, in words.
    """

    open: tuple[Mention, ...]
    words: str


class StoredProofs(msgspec.Struct, frozen=True):
    """The proofs of a whole corpus; each is decoded when it is first asked for.

    Attributes:
        states: The state of every record.
        counts: How many fields are in each state.
        records: Encoded `RecordProof` by record.
        articles: Encoded `ArticleFigures` by article.
    """

    states: dict[str, ProofState]
    counts: dict[ProofState, int]
    records: dict[str, msgspec.Raw]
    articles: dict[str, msgspec.Raw]

    def record(self, record_id: str) -> RecordProof | None:
        """The proof of a record, if it is here."""
        raw = self.records.get(record_id)
        return msgspec.json.decode(raw, type=RecordProof) if raw is not None else None

    def article(self, article_id: str) -> ArticleFigures | None:
        """The figures of an article, if they are here."""
        raw = self.articles.get(article_id)
        return msgspec.json.decode(raw, type=ArticleFigures) if raw is not None else None


def key_of(loaded: Loaded) -> str:
    """What the proofs of a corpus depend on, as a name for its file."""
    digest = hashlib.sha256(f"{__version__} {loaded.digest}".encode())
    for article, text in sorted(loaded.corpus.texts.items()):
        digest.update(f"{article} {text.digest}\n".encode())
    return digest.hexdigest()[:32]


def load(folder: Path | None, key: str) -> StoredProofs | None:
    """The stored proofs; `None` when there are none or they are damaged."""
    if folder is None:
        return None
    with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        head, _, body = (folder / f"{key}.proofs").read_bytes().partition(b"\n")
        if head == hashlib.sha256(body).hexdigest().encode():
            return msgspec.json.decode(body, type=StoredProofs)
    return None


def save(
    folder: Path | None,
    key: str,
    records: Mapping[str, RecordProof],
    articles: Mapping[str, ArticleFigures],
) -> None:
    """Store proofs; a cache that cannot be written is no fault."""
    if folder is None:
        return
    counts: dict[ProofState, int] = {}
    for proof in records.values():
        for field in proof.fields:
            counts[field.state] = counts.get(field.state, 0) + 1
    encode = msgspec.json.encode
    stored = StoredProofs(
        {name: proof.state for name, proof in records.items()},
        counts,
        {name: msgspec.Raw(encode(proof)) for name, proof in records.items()},
        {name: msgspec.Raw(encode(figures)) for name, figures in articles.items()},
    )
    body = encode(stored)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        data = hashlib.sha256(body).hexdigest().encode() + b"\n" + body
        write_atomically(folder / f"{key}.proofs", data, durable=False)
        files = sorted(folder.glob("*.proofs"), key=lambda file: file.stat().st_mtime)
        for old in files[:-KEPT]:
            old.unlink(missing_ok=True)
