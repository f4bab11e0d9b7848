"""The store that holds a loaded corpus: TinyDB tables of parties, records, articles and texts.

It is a cache: it can be thrown away at any time, and a damaged one is as good as none.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from tui.corpus.load import Loaded
from tui.model.corpus import Corpus
from tui.platform.gc_pause import without_cyclic_gc
from tui.store.snapshot import (
    FAULTS,
    CorpusTables,
    FileState,
    Meta,
    StoredText,
    TextTables,
    checked,
    numbered,
    program_version,
    unseal,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tinydb import TinyDB
    from tinydb.storages import Storage

_Tables = TypeVar("_Tables", CorpusTables, TextTables)

CORPUS_FILE, TEXTS_FILE = "corpus.tables", "texts.tables"


class Store:
    """The tables of one corpus, in memory or in a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._storages: dict[str, Any] = {}

    @classmethod
    def in_memory(cls) -> Store:
        """A store that ends with the program."""
        return cls(None)

    @classmethod
    def at(cls, folder: Path) -> Store:
        """A store in the files of a folder, which is made when something is put."""
        return cls(folder)

    def put(self, loaded: Loaded, states: Mapping[str, FileState] | None = None) -> None:
        """Hold a corpus instead of what was held.

        Args:
            loaded: The corpus.
            states: The states that the article files had before they were read, by article.

        Raises:
            OSError: If the folder cannot be written; the old content is untouched then.
        """
        self.put_records(loaded)
        self.put_texts(loaded, states or {})

    def put_records(self, loaded: Loaded) -> None:
        """Hold the parties, articles and records of a corpus, and its problems."""
        corpus = loaded.corpus
        self._write(
            CORPUS_FILE,
            CorpusTables(
                {"1": _meta(loaded)},
                numbered(corpus.parties.values()),
                numbered(corpus.articles.values()),
                numbered(corpus.records.values()),
                numbered(loaded.problems),
            ),
        )

    def put_texts(self, loaded: Loaded, states: Mapping[str, FileState]) -> None:
        """Hold the texts of the articles with the states of their files."""
        none: FileState = (0, 0, 0, 0)
        texts = (
            StoredText(name, loaded.corpus.articles[name].file, text, states.get(name, none))
            for name, text in loaded.corpus.texts.items()
        )
        self._write(TEXTS_FILE, TextTables({"1": _meta(loaded)}, numbered(texts)))

    def load(self, path: Path | None = None, source: str = "") -> Loaded | None:
        """The corpus that is held, `None` when there is none or it cannot be trusted.

        Args:
            path: The YAML file as the user names it now.
            source: Its text, which the store does not hold.
        """
        tables = self.records()
        texts = self.texts()
        if tables is None or texts is None:
            return None
        meta = tables.meta["1"]
        if texts.meta["1"].digest != meta.digest:
            return None
        corpus = corpus_of(tables)
        held = {stored.article: stored.text for stored in texts.texts.values()}
        corpus = msgspec.structs.replace(corpus, texts=held)
        where = path or Path("deals.yaml")
        return Loaded(
            corpus, tuple(tables.problems.values()), where, where.parent / meta.articles_dir,
            source, meta.digest,
        )  # fmt: skip

    def records(self) -> CorpusTables | None:
        """Everything but the texts, if it was held by this program."""
        return self._tables(CORPUS_FILE, CorpusTables)

    def texts(self) -> TextTables | None:
        """The texts, if they were held by this program."""
        return self._tables(TEXTS_FILE, TextTables)

    def whole(self) -> bool:
        """Whether its files hold what was written into them; one that is not there does."""
        if self._folder is None:
            return True
        try:
            for name in (CORPUS_FILE, TEXTS_FILE):
                with contextlib.suppress(FileNotFoundError):
                    checked((self._folder / name).read_bytes())
        except FAULTS:
            return False
        return True

    def database(self, name: str = CORPUS_FILE) -> TinyDB:
        """The tables as a TinyDB database, for queries off the beaten track."""
        from tinydb import TinyDB

        storage = self._storage(name)
        return TinyDB(storage=lambda: storage)

    def record(self, record_id: str) -> dict[str, Any] | None:
        """The stored form of one record, by its id."""
        from tinydb import where

        with self.database() as database:
            found = database.table("records").get(where("id") == record_id)
        return dict(found) if found and not isinstance(found, list) else None

    def _tables(self, name: str, kind: type[_Tables]) -> _Tables | None:
        try:
            data = (
                self._storage(name).data
                if self._folder is None
                else (self._folder / name).read_bytes()
            )
            with without_cyclic_gc():
                tables = unseal(data, kind)
            return tables if tables.meta["1"].version == program_version() else None
        except (*FAULTS, KeyError):
            return None

    def _write(self, name: str, tables: object) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
        self._storage(name).write(tables)

    def _storage(self, name: str) -> Any:
        """The storage under one of the two databases; TinyDB is imported here at first."""
        from tui.store.cache_storage import AtomicStorage, HeldStorage

        if name not in self._storages:
            made: Storage = (
                HeldStorage() if self._folder is None else AtomicStorage(self._folder / name)
            )
            self._storages[name] = made
        return self._storages[name]


def corpus_of(tables: CorpusTables) -> Corpus:
    """The corpus without texts that tables hold."""
    return Corpus(
        {party.id: party for party in tables.parties.values()},
        {article.id: article for article in tables.articles.values()},
        {record.id: record for record in tables.records.values()},
    )


def _meta(loaded: Loaded) -> Meta:
    folder = str(loaded.articles_dir.relative_to(loaded.path.parent))
    return Meta(program_version(), loaded.digest, folder)
