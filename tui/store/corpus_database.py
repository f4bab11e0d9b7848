"""The database of one corpus: TinyDB tables of what was read from its files.

| table      | a document is                                                        |
|------------|----------------------------------------------------------------------|
| `meta`     | what the other tables were made from, and by which code (document 1) |
| `parties`  | a party                                                              |
| `articles` | what the corpus says about an article                                |
| `records`  | a deal, total or fact, told apart by `type`                          |
| `problems` | something that is wrong with the YAML file                           |
| `texts`    | the text of an article, with the state of its file when it was read  |

Beside them lies the text of a large YAML file that the tables were made from, so that an edit is
found by comparing.

Documents are numbered in the order of the file and have the fields of the structs in `tui/model`,
without those that have their default.

`texts` is a database of its own, since TinyDB writes a database whole: an edit of the YAML file
does not write 100 MB of texts again, and records are there before texts are decoded. Both files
are caches. They can be thrown away at any time, and what is damaged, was made from another file or
by other code is as good as none. Two instances may write at once: each file is replaced whole.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from tinydb import TinyDB

from tui.corpus.articles import ArticleError, read_bytes
from tui.corpus.including import IncludedText, digest_of
from tui.corpus.joined_text import joined, source_files
from tui.corpus.load import Loaded
from tui.corpus.yaml.nodes import MAX_BYTES
from tui.model.corpus import ArticleText, Corpus
from tui.model.problems import IgnoredRule, Problem
from tui.model.records import Article, Party, Record
from tui.platform.code_fingerprint import code_fingerprint
from tui.store.sealed_file import DamagedFileError, Format, SealedFile
from tui.store.shared_values import SharedValues
from tui.store.storage import CacheStorage, PackingDatabase, PackingTable
from tui.store.table_formats import PACKED_TABLES, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tinydb.table import Document, Table

    from tui.store.file_states import FileState

RECORDS_FILE, TEXTS_FILE, SOURCE_FILE = "records.tables", "texts.tables", "source.text"

_CODE = ("language", "model", "corpus", "store")
"""The packages that decide what is read from the files of a corpus and how it is stored."""
SOURCE_FROM = 100_000
"""Characters of a YAML file from which on its text is kept, see `tui.store.opening.EDITED_FROM`."""
_META = 1
_UNKNOWN_STATE: FileState = (0, 0, 0, 0)
_T = TypeVar("_T")


class CorpusDatabase:
    """The tables of one corpus, in memory or in the files of a folder.

    Attributes:
        dropped_texts: The texts that were held of files that have changed since, by article.
    """

    def __init__(self, folder: Path | None, *, lasting: bool = False) -> None:
        """Open a database.

        Args:
            folder: Where it is, made when it is saved; `None` for memory.
            lasting: Whether what is read from it stays for long, so that equal values are one.
        """
        self._folder = folder
        self._shared = SharedValues() if lasting else None
        self._texts_file = self._file(TEXTS_FILE)
        self._source = ""
        self.dropped_texts: dict[str, ArticleText] = {}
        records, texts = CacheStorage(self._file(RECORDS_FILE)), CacheStorage(self._texts_file)
        self._storages = (records, texts)
        self._records = PackingDatabase(storage=lambda: records)
        self._texts = TinyDB(storage=lambda: texts)

    def head(self, path: Path, data: bytes) -> Loaded | None:
        """The corpus without its records and texts, if it was put from these bytes by this code.

        Args:
            path: The YAML file as the user names it now.
            data: What it holds now.
        """
        meta = self._meta()
        if meta is None:
            return None
        included = [_included(path, name) for name in meta["included"]]
        digest = digest_of(hashlib.sha256(data).hexdigest(), included)
        if meta["digest"] != digest:
            return None
        source = joined(_decoded(data), ((one.name, one.text) for one in included))
        return self._head(meta, path, source)

    def before(self, path: Path) -> Loaded | None:
        """The corpus as it was put last by this code, without its texts, if its text was kept.

        Args:
            path: The YAML file as the user names it now.
        """
        meta, folder = self._meta(), self._folder
        if meta is None or folder is None or meta["included"]:
            return None
        try:
            source = source_file(folder / SOURCE_FILE).read()
        except (DamagedFileError, OSError):
            return None
        if source is None or hashlib.sha256(source.encode()).hexdigest() != meta["digest"]:
            return None
        head = self._head(meta, path, source)
        corpus = msgspec.structs.replace(head.corpus, records=self.records())
        return msgspec.structs.replace(head, corpus=corpus)

    def _meta(self) -> Mapping[str, Any] | None:
        """What the tables were made from, if this code made them."""
        meta: Mapping[str, Any] | None = self._records.table("meta").get(doc_id=_META)
        return meta if meta is not None and meta["code"] == code_fingerprint(*_CODE) else None

    def _head(self, meta: Mapping[str, Any], path: Path, source: str) -> Loaded:
        """The corpus that the tables hold, without its records and texts."""
        corpus = Corpus(
            {party.id: party for party in self._structs("parties", list[Party])},
            {article.id: article for article in self._structs("articles", list[Article])},
            files=source_files(source),
        )
        problems = tuple(
            msgspec.structs.replace(
                problem.unpacked(), file=str(path.parent / problem.file if problem.file else path)
            )
            for problem in self._structs("problems", list[Problem])
        )
        articles_dir = path.parent / meta["articles_dir"]
        ignored = msgspec.convert(meta["ignored"], tuple[IgnoredRule, ...])
        return Loaded(
            corpus, problems, path, articles_dir, source, meta["digest"], meta["corpus_id"],
            ignored, tuple(meta["includes"]), problems,
        )  # fmt: skip

    @property
    def record_count(self) -> int:
        """How many records are held."""
        return len(self._records.table("records"))

    def first_records(self, count: int) -> dict[str, Record]:
        """The first records of the file, by id; what lies behind them is not decoded."""
        table = self._records.table("records")
        documents = [table.get(doc_id=number) for number in range(1, count + 1)]
        records = msgspec.convert(documents, list[Record])
        return {record.id: record for record in records}

    def records(self) -> dict[str, Record]:
        """All records, by id."""
        return {record.id: record for record in self._structs("records", list[Record])}

    def put(self, loaded: Loaded) -> None:
        """Hold the parties, articles and records of a corpus, and its problems, instead."""
        self._records.drop_tables()
        corpus = loaded.corpus
        # The file is named by the user, who may name it otherwise when it is opened again.
        main, folder = str(loaded.path), loaded.path.parent
        problems = (
            msgspec.structs.replace(
                problem.packed(),
                file="" if problem.file == main else os.path.relpath(problem.file, folder),
            )
            for problem in loaded.text_problems
        )
        for name, values in (
            ("parties", corpus.parties.values()),
            ("articles", corpus.articles.values()),
            ("records", corpus.records.values()),
            ("problems", problems),
        ):
            self._packing_table(name).insert_multiple(values)
        articles = loaded.articles_dir.relative_to(folder)
        self._write_meta(
            self._records,
            digest=loaded.digest,
            articles_dir=str(articles),
            includes=list(loaded.includes),
            included=[file.name for file in corpus.files[1:]],
            corpus_id=loaded.corpus_id,
            ignored=msgspec.to_builtins(loaded.ignored),
        )
        self._source = "" if corpus.files else loaded.source

    def read_texts_ahead(self) -> None:
        """Begin to read the file of the texts while the records are seen to."""
        if self._texts_file is not None:
            self._texts_file.read_ahead()

    def texts(
        self, articles: Mapping[str, Article], states: Mapping[str, FileState]
    ) -> dict[str, ArticleText]:
        """The texts that are still those of their files, by article; the others are dropped.

        Args:
            articles: The articles of the corpus.
            states: The states of their files now, as far as they can be relied on.
        """
        meta = self._texts.table("meta").get(doc_id=_META)
        if meta is None or meta["code"] != code_fingerprint(*_CODE):
            self._texts.drop_tables()
            self._write_meta(self._texts)
            return {}
        table = self._texts.table("texts")
        fresh: list[Document] = []
        stale: list[Document] = []
        for document in table.all():
            article = articles.get(document["article"])
            if (
                article is not None
                and article.file == document["file"]
                and states.get(article.id) == tuple(document["state"])
            ):
                fresh.append(document)
            else:
                stale.append(document)
        if stale:
            self.dropped_texts = _texts_of(stale)
            table.remove(doc_ids=[document.doc_id for document in stale])
        return _texts_of(fresh)

    def add_texts(
        self,
        texts: Iterable[tuple[Article, ArticleText]],
        states: Mapping[str, FileState],
    ) -> dict[str, ArticleText]:
        """Hold more texts, and give them back as they are held.

        Args:
            texts: Articles with their texts.
            states: The states that the files had before they were read, by article; a text whose
                file has none is read again at the next opening.
        """
        table = self._texts.table("texts")
        numbers = table.insert_multiple(
            {
                "article": article.id,
                "file": article.file,
                "state": states.get(article.id, _UNKNOWN_STATE),
                **msgspec.to_builtins(text),
            }
            for article, text in texts
        )
        return _texts_of(table.get(doc_ids=numbers))

    def save(self) -> bool:
        """Write the tables that changed; whether any did. In memory nothing is written.

        Raises:
            OSError: If the folder cannot be written; what it holds is whole all the same.
        """
        if self._folder is None:
            return False
        self._folder.mkdir(parents=True, exist_ok=True)
        written = [storage.flush() for storage in self._storages]
        if len(self._source) >= SOURCE_FROM:
            source_file(self._folder / SOURCE_FILE).write(self._source)
        return any(written)

    def _file(self, name: str) -> SealedFile[Tables] | None:
        return None if self._folder is None else tables_file(self._folder / name)

    def _structs(self, name: str, kind: type[list[_T]]) -> list[_T]:
        """All documents of a table as structs, of which few are documents at any time."""
        each = self._shared.share if self._shared is not None else None
        return self._packing_table(name).structs(kind, each)

    def _packing_table(self, name: str) -> PackingTable:
        table = self._records.table(name)
        assert isinstance(table, PackingTable)
        return table

    @staticmethod
    def _write_meta(database: TinyDB, **values: object) -> None:
        table: Table = database.table("meta")
        table.insert({"code": code_fingerprint(*_CODE), **values})


def tables_file(path: Path) -> SealedFile[Tables]:
    """A file of tables; a power cut may spoil it, since it can be made again."""
    return SealedFile(path, "corpus", PACKED_TABLES, durable=False)


def source_file(path: Path) -> SealedFile[str]:
    """A file with the text of a YAML file; a power cut may spoil it as well."""
    text = Format(str.encode, lambda body: str(body, "utf-8"))
    return SealedFile(path, "source", text, durable=False)


def _texts_of(documents: Sequence[Document]) -> dict[str, ArticleText]:
    texts = msgspec.convert(documents, list[ArticleText])
    return {document["article"]: text for document, text in zip(documents, texts, strict=True)}


def _included(path: Path, name: str) -> IncludedText:
    """An included file as it is now; without a digest where it cannot be read."""
    try:
        data = read_bytes(path.parent / name, MAX_BYTES)
    except ArticleError:
        return IncludedText(name, "", "")
    return IncludedText(name, _decoded(data), hashlib.sha256(data).hexdigest())


def _decoded(data: bytes) -> str:
    """The text of a YAML file; empty where it is none, which is one of its problems."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""
