"""Which corpus the user's marks belong to, wherever its file lies.

A corpus that says who it is, by the key `corpus` of its file, is known by that. Any other is known
by what it names: the ids of its articles and records with their titles. Of the corpora that have
marks, a sample of these names is kept, and a corpus in which at least half of the sample is still
to be found is that corpus. So moves, renames, clones, edits of records, and articles and records
that come or go change nothing; two copies are one corpus until half of the sample tells them apart.

The sample is the 64 names with the smallest checksums (a bottom-k sketch, Cohen and Kaplan 2007):
additions hardly change it, and the share found in it is that of all names within about 6 %.
Naming a corpus takes 0.5 µs for each record and article, comparing it 64 lookups a known corpus.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.corpus.load import Loaded

_SAMPLE = 64
_SAME = 0.5
"""The share of the sample from which on it is the same corpus."""
_PATHS = 8
"""Places that are remembered of a corpus; those seen last."""
_DECLARED = "id:"
"""What begins the keys of corpora that say who they are; paths begin with a slash."""


class CorpusIdentity(msgspec.Struct, frozen=True):
    """What tells one corpus from others.

    Attributes:
        path: Where its file lies, links resolved.
        declared: What its key `corpus` says; empty for none.
        names: Checksums of all that it names; empty where it was read only in part.
    """

    path: str
    declared: str = ""
    names: frozenset[int] = frozenset()


class KnownCorpus(msgspec.Struct, frozen=True):
    """A corpus that has marks, as it was when they were last changed.

    Attributes:
        corpus: The key of its marks.
        paths: Where its file lay, the newest first.
        sample: The smallest checksums of what it named.
    """

    corpus: str
    paths: tuple[str, ...] = ()
    sample: tuple[int, ...] = ()

    def seen(self, identity: CorpusIdentity) -> KnownCorpus:
        """The same corpus as it is now."""
        others = (path for path in self.paths if path != identity.path)
        paths = (identity.path, *others)[:_PATHS]
        return KnownCorpus(self.corpus, paths, tuple(sorted(identity.names)[:_SAMPLE]))

    def left(self, path: str) -> KnownCorpus:
        """The same corpus where another one lies at a path."""
        return msgspec.structs.replace(self, paths=tuple(one for one in self.paths if one != path))

    def likeness(self, identity: CorpusIdentity) -> float:
        """The share of the sample that a corpus names, from 0 to 1."""
        common = sum(name in identity.names for name in self.sample)
        return common / len(self.sample) if self.sample else 0.0


def identity_of(loaded: Loaded, *, whole: bool = True) -> CorpusIdentity:
    """What tells a corpus from others.

    Args:
        loaded: The corpus as it was read.
        whole: Whether that is all of it; the beginning of one says nothing by its names.
    """
    corpus, path = loaded.corpus, os.path.realpath(loaded.path)
    names: frozenset[int] = frozenset()
    if whole:
        articles = (f"{one.id} {one.file} {one.title}" for one in corpus.articles.values())
        records = (f"{one.id}\n{one.title}" for one in corpus.records.values())
        names = frozenset(_checksums(articles)) | frozenset(_checksums(records))
    return CorpusIdentity(path, loaded.corpus_id, names)


def _checksums(names: Iterable[str]) -> Iterable[int]:
    return (crc32(name.encode("utf-8", "surrogatepass")) for name in names)


def key_of(identity: CorpusIdentity, known: Iterable[KnownCorpus]) -> str:
    """The key of the marks of a corpus."""
    if identity.declared:
        return _DECLARED + identity.declared
    return recognize(identity, known)


def recognize(identity: CorpusIdentity, known: Iterable[KnownCorpus]) -> str:
    """The key of the marks of a corpus by its path and by what it names.

    The corpus that lay at its path comes first where the two are alike, then the one that is most
    alike. One that is new is called after its path, which from then on is only a name.
    """
    corpora = {one.corpus: one for one in known}
    here = {name for name, one in corpora.items() if identity.path in one.paths}
    alike = {name: one.likeness(identity) for name, one in corpora.items()}
    same = [name for name, share in alike.items() if share >= _SAME]
    if not identity.names:
        same = list(here)
    elif not same:
        same = [name for name in here if alike[name] > 0]
    if same:
        return max(same, key=lambda name: (name in here, alike[name]))
    key, number = identity.path, 1
    while key in corpora:
        number += 1
        key = f"{identity.path}#{number}"
    return key


def earlier_key(identity: CorpusIdentity, known: Iterable[KnownCorpus]) -> str | None:
    """The key under which a corpus was known before it said who it is; `None` when it was not.

    One that says that it is another corpus is another, unless it lies at the same path.
    """
    before = [
        one for one in known if identity.path in one.paths or not one.corpus.startswith(_DECLARED)
    ]
    key = recognize(identity, before)
    return key if any(one.corpus == key for one in before) else None
