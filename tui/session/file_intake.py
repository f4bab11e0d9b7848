"""Intake over the files of a corpus: what is new, what it says, taking it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.intake.corpus.addition import (
    Addition,
    ArticleEntries,
    Stated,
    prepare,
    store,
    take_in,
)
from tui.intake.corpus.triage import new_files
from tui.intake.document import IntakeError
from tui.intake.isolation import IsolatedReader
from tui.intake.sources import obtain
from tui.model.messages import msg
from tui.platform.translation import tr
from tui.session.article_news import news_of
from tui.session.intake import Arrival, NewArticle, NewFile, ReadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.intake.document import Document
    from tui.model.task import Task

__all__ = ["Addition", "FileIntake", "IntakeError", "prepare_file", "take_in"]

_SHOWN = ("title", "author", "publisher", "published", "language", "url", "version-of")


class FileIntake:
    """New files of a corpus, over the folder of its articles."""

    def __init__(self, loaded: Loaded, *, closed: bool = False) -> None:
        """Take a corpus.

        Args:
            loaded: The corpus as it was read.
            closed: Whether nothing may be taken in, so that nothing is new.
        """
        self._loaded, self._closed = loaded, closed

    def new_files(self) -> Sequence[NewFile]:
        """The files in the folder of the articles that no article names, by name."""
        if self._closed:
            return ()
        folder = self._loaded.articles_dir
        found = (_new_file(folder, path) for path in new_files(self._loaded))
        return tuple(file for file in found if file is not None)

    def read(self, files: Sequence[NewFile], task: Task) -> Iterator[ReadFile]:
        """Read files one after the other, in one process for them all.

        Raises:
            CancelledError: If nobody waits any more.
        """
        with IsolatedReader(_outlets(self._loaded)) as reader:
            for number, file in enumerate(files):
                task.report(tr("reading new files"), number, len(files))
                try:
                    documents = reader.read(obtain(str(self._path(file))))
                    yield ReadFile(file, tuple(documents))
                except IntakeError as error:
                    yield ReadFile(file, refusal=str(error))

    def assess(self, read: ReadFile) -> Arrival:
        """What a file would bring into the corpus."""
        try:
            additions = self._additions(read)
        except IntakeError as error:
            return Arrival(read.file, refusal=str(error))
        return Arrival(
            read.file, tuple(new_article(self._loaded, one) for one in additions), read.refusal
        )

    def stored(self, read: ReadFile, *, version_of: str = "") -> ArticleEntries:
        """Store the texts and originals of a file, and propose the entries of its articles.

        Raises:
            IntakeError: If nothing is there to take in, or the file changed since it was read.
            OSError: If a file cannot be written.
        """
        wanted = self._wanted(read, version_of)
        for addition in wanted:
            store(self._loaded, addition)
        return ArticleEntries(tuple((one.id, one.entry) for one in wanted))

    def preview(self, read: ReadFile) -> str:
        """The entries that a file would get, and its texts, line by line."""
        try:
            additions = self._additions(read)
        except IntakeError as error:
            return str(error)
        if read.refusal or not additions:
            return read.refusal or tr("nothing is in it")
        lines: list[str] = []
        for addition in additions:
            entry = addition.entry
            lines += [f"+{key}: {entry[key]}" for key in _SHOWN if entry.get(key)]
            lines += ["", *addition.text.splitlines(), ""]
        return "\n".join(lines)

    def file(self, file: NewFile) -> Path:
        """Where a new file lies."""
        return self._path(file)

    def _path(self, file: NewFile) -> Path:
        return self._loaded.articles_dir / file.name

    def _additions(self, read: ReadFile, version_of: str = "") -> list[Addition]:
        """The articles of a file, each with an id that the others do not have.

        Raises:
            IntakeError: If the file is gone, or another one than was read.
        """
        if not read.documents:
            return []
        path = self._path(read.file)
        if _new_file(self._loaded.articles_dir, path) != read.file:
            raise IntakeError(
                "changed", msg("{file} changed since it was read", file=read.file.name)
            )
        return _prepared(self._loaded, path, read.documents, Stated(version_of=version_of))

    def _wanted(self, read: ReadFile, version_of: str) -> list[Addition]:
        """What is to be taken in of a file."""
        additions = self._additions(read, version_of)
        wanted = [one for one in additions if not one.twin]
        if len(additions) > 1:
            wanted = [one for one in wanted if one.like is None]
        if not wanted:
            raise IntakeError("nothing-new", msg("{file} holds nothing new", file=read.file.name))
        return wanted


def prepare_file(loaded: Loaded, path: Path, *, keep_original: bool = True) -> list[Addition]:
    """Read a file and make its articles ready to be taken in; nothing is written.

    A file may take a minute to read. Each addition says whether the corpus has it already (`twin`)
    or one nearly alike (`like`).

    Raises:
        IntakeError: If the file cannot be read.
    """
    with IsolatedReader(_outlets(loaded)) as reader:
        documents = reader.read(obtain(str(path)))
    return _prepared(loaded, path, documents, Stated(), keep_original=keep_original)


def new_article(loaded: Loaded, addition: Addition) -> NewArticle:
    """What an article would mean for a corpus."""
    entry = addition.entry
    about = tuple(str(entry[key]) for key in ("publisher", "published") if entry.get(key))
    news = () if addition.twin else tuple(news_of(addition.text, loaded.corpus, entry))
    return NewArticle(entry["title"] or "", about, addition.twin, addition.like, news)


def _prepared(
    loaded: Loaded,
    path: Path,
    documents: Sequence[Document],
    stated: Stated,
    *,
    keep_original: bool = True,
) -> list[Addition]:
    source = obtain(str(path))
    additions: list[Addition] = []
    taken: set[str] = set()
    for document in documents:
        addition = prepare(
            loaded, source, document, stated, place=path, keep_original=keep_original,
            alone=len(documents) == 1, taken=taken,
        )  # fmt: skip
        taken |= {addition.id, addition.entry["file"]}
        additions.append(addition)
    return additions


def _outlets(loaded: Loaded) -> tuple[str, ...]:
    """The publishers that a corpus knows."""
    return tuple(sorted({one.publisher for one in loaded.corpus.articles.values()} - {""}))


def _new_file(folder: Path, path: Path) -> NewFile | None:
    try:
        status = path.stat()
    except OSError:
        return None
    name = path.relative_to(folder).as_posix()
    return NewFile(name, status.st_size, status.st_mtime_ns)
