"""What the process that prepares a corpus tells the one that shows it.

Nothing of the corpus goes this way: that is in the cache, from which both read it.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from tui.model.proofs import ProofState


class Progress(msgspec.Struct, frozen=True, tag=True):
    """How far a step of the work is, see `Task.report`."""

    step: str
    done: int
    total: int


class CorpusKept(msgspec.Struct, frozen=True, tag=True):
    """The cache has the corpus; the key is that of `corpus_key`."""

    key: str


class IndexKept(msgspec.Struct, frozen=True, tag=True):
    """The cache has its search index."""


class ProvedSince(msgspec.Struct, frozen=True, tag=True):
    """Records that were proved since the last message, and how many fields are in each state."""

    states: dict[str, ProofState]
    counts: dict[ProofState, int]


class ProofsKept(msgspec.Struct, frozen=True, tag=True):
    """The cache has all proofs: the work is done."""


Message: TypeAlias = Progress | CorpusKept | IndexKept | ProvedSince | ProofsKept
