"""Loads a corpus: its YAML file first, then the texts of its articles.

The two steps are apart so that records can be shown before all articles are read.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.articles import ArticleError, read_article, read_bytes, resolve_inside
from tui.corpus.yaml.nodes import STOPPING
from tui.model.corpus import ArticleText, Corpus
from tui.model.problems import IgnoredRule, Problem
from tui.model.safe_text import safe_line
from tui.model.task import UNATTENDED
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.corpus.articles import ReadFile
    from tui.model.problems import Severity
    from tui.model.records import Article
    from tui.model.task import Task

FIRST_PART = 200
"""How many records of a large file are shown before the rest: more than any screen has rows."""

_REPORT_EVERY = 256
_LARGE_FROM_LINES = 10_000
_MAX_LINES_TO_FILE_KEY = 12
_FILE_KEY = re.compile(r"(?:^|[\s{,])file:\s*(?=\S)")


class Loaded(msgspec.Struct, frozen=True):
    """A corpus, with everything that is wrong with it.

    Attributes:
        corpus: What is valid.
        problems: What is not, by line and column.
        path: The YAML file as the user named it.
        articles_dir: The folder of the articles.
        source: The YAML text, a byte order mark included.
        digest: SHA-256 of the YAML file's bytes, hexadecimal.
        corpus_id: What tells this corpus from others, as the file says; empty when it does not.
        ignored: The findings that the file says to leave out of a check.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    path: Path
    articles_dir: Path
    source: str = ""
    digest: str = ""
    corpus_id: str = ""
    ignored: tuple[IgnoredRule, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What of it could not be read; nothing when it was read whole."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def article_folders(self) -> set[Path]:
        """The folders that hold the articles."""
        files = (article.file for article in self.corpus.articles.values())
        below = {os.path.dirname(file) for file in files if "/" in file}  # noqa: PTH120 (20,000 of them)
        return {self.articles_dir, *(self.articles_dir / folder for folder in below)}


def load(path: Path, *, task: Task = UNATTENDED, read: ReadFile = read_bytes) -> Loaded:
    """Load a corpus with its articles; whatever is wrong with it is in its problems.

    Args:
        path: The YAML file.
        task: Who waits for it.
        read: Gives the bytes of a file; from the disk unless another place holds them.

    Raises:
        CancelledError: If nobody waits any more.
    """
    return read_articles(read_corpus_file(path, task=task, read=read), task=task, read=read)


def read_corpus_file(
    path: Path,
    *,
    task: Task = UNATTENDED,
    on_part: Callable[[Loaded], None] | None = None,
    read: ReadFile = read_bytes,
) -> Loaded:
    """Read the YAML file alone; the corpus has no article texts yet.

    Args:
        path: The YAML file.
        task: Who waits for it.
        on_part: Called once with the first records of a large file.
        read: Gives the bytes of a file.

    Raises:
        CancelledError: If nobody waits any more.
    """
    from tui.corpus.yaml.nodes import MAX_BYTES

    try:
        data = read(path, MAX_BYTES)
    except ArticleError as error:
        return unreadable(path, error)
    return read_corpus_bytes(data, path, task=task, on_part=on_part)


def unreadable(path: Path, error: ArticleError) -> Loaded:
    """The corpus of a file that cannot be read: nothing but the problem."""
    problem = Problem(error.code, error.message, error.hint, file=str(path))
    return Loaded(Corpus(), (problem,), path, path.parent)


def read_corpus_bytes(
    data: bytes,
    path: Path,
    *,
    task: Task = UNATTENDED,
    on_part: Callable[[Loaded], None] | None = None,
) -> Loaded:
    """Read the bytes of a corpus file that is, or would be, at a path."""
    from tui.corpus.yaml.document_reader import decode_yaml

    file = str(path)
    problems: list[Problem] = []
    digest = hashlib.sha256(data).hexdigest()
    text = decode_yaml(data, file, problems)
    if text is None:
        return Loaded(Corpus(), tuple(problems), path, path.parent, "", digest)
    empty = Loaded(Corpus(), (), path, path.parent, text, digest)
    loaded = _read_text(text, empty, task, on_part)
    if not any(problem.code in STOPPING for problem in loaded.problems):
        return loaded
    from tui.corpus.recovery import without_broken_items

    rest, broken_items = without_broken_items(text, file)
    if not broken_items:
        return loaded
    loaded = _read_text(rest, empty, task, None)
    return msgspec.structs.replace(loaded, problems=_by_place([*broken_items, *loaded.problems]))


def _read_text(
    text: str,
    empty: Loaded,
    task: Task,
    on_part: Callable[[Loaded], None] | None,
) -> Loaded:
    """Read a YAML text as the content of a file."""
    from tui.corpus.schema.record_builder import CorpusReader
    from tui.corpus.yaml.document_reader import stream_yaml
    from tui.platform.gc_pause import without_cyclic_gc

    file = str(empty.path)
    problems: list[Problem] = []
    reader = CorpusReader(file, problems)
    lines = text.count("\n") + 1

    def snapshot() -> Loaded:
        corpus = Corpus(dict(reader.parties), dict(reader.articles), dict(reader.records))
        return msgspec.structs.replace(
            empty,
            corpus=corpus,
            problems=_by_place(problems),
            articles_dir=empty.path.parent / reader.articles_dir,
            corpus_id=reader.corpus_id,
            ignored=tuple(reader.ignored),
        )

    with without_cyclic_gc():
        pieces = stream_yaml(text, file, problems)
        for count, (section, key_place, index, node) in enumerate(pieces):
            reader.take(section, key_place, index, node)
            if count % _REPORT_EVERY == 0:
                task.report("reading records", min(node.line, lines), lines)
            if on_part and lines > _LARGE_FROM_LINES and len(reader.records) == FIRST_PART:
                on_part(snapshot())
                on_part = None
        reader.finish()
    return snapshot()


def read_articles(
    loaded: Loaded,
    *,
    task: Task = UNATTENDED,
    known: Mapping[str, ArticleText] | None = None,
    read: ReadFile = read_bytes,
) -> Loaded:
    """Read the texts of all articles; one that cannot be read is a problem of its own.

    Args:
        loaded: The corpus file as read.
        task: Who waits for it.
        known: Texts by article id that need not be read again.
        read: Gives the bytes of a file.

    Raises:
        CancelledError: If nobody waits any more.
    """
    articles = loaded.corpus.articles
    texts: dict[str, ArticleText] = {}
    problems = list(loaded.problems)
    places = _FilePlaces(loaded)
    for done, article in enumerate(articles.values()):
        if done % _REPORT_EVERY == 0:
            task.report("reading articles", done, len(articles))
        text = known.get(article.id) if known else None
        try:
            if text is None:
                path = resolve_inside(loaded.articles_dir, article.file)
                if path.name == loaded.path.name and _is_same_file(path, loaded.path):
                    raise ArticleError(
                        "article-is-corpus",
                        f"{article.file} is the corpus itself, which proves nothing",
                        "Name the file of the article.",
                    )
                text = read_article(path, read)
        except ArticleError as error:
            problems.append(places.problem(article, error))
            continue
        texts[article.id] = text
        if text.guessed:
            problems.append(places.problem(article, _guessed(article), "info"))
    corpus = msgspec.structs.replace(loaded.corpus, texts=texts)
    return msgspec.structs.replace(loaded, corpus=corpus, problems=_by_place(problems))


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # One of them is not on the disk, as in an earlier state of the corpus.
        return one == other


def _guessed(article: Article) -> ArticleError:
    """The problem of an article whose encoding was guessed."""
    return ArticleError(
        "guessed-encoding",
        f"{article.file} is not UTF-8 and was read as Windows-1252",
        "Check its accents, and save it as UTF-8.",
    )


class _FilePlaces:
    """The places where the names of article files stand, looked up only when one is wrong."""

    def __init__(self, loaded: Loaded) -> None:
        self._file, self._source = str(loaded.path), loaded.source
        self._lines: list[str] | None = None

    def problem(
        self, article: Article, error: ArticleError, severity: Severity = "error"
    ) -> Problem:
        """What is wrong with an article, placed at the name of its file."""
        line, column = self._place(article)
        return Problem(
            error.code, error.message, error.hint, severity, self._file, line, column,
            field="file", article=article.id,
        )  # fmt: skip

    def _place(self, article: Article) -> tuple[int, int]:
        if self._lines is None:
            self._lines = self._source.removeprefix("\ufeff").split("\n")
        for line in range(
            article.line, min(article.line + _MAX_LINES_TO_FILE_KEY, len(self._lines) + 1)
        ):
            start = article.column - 1 if line == article.line else 0
            file_key = _FILE_KEY.search(self._lines[line - 1], start)
            if file_key is not None:
                return line, file_key.end() + 1
        return article.line, article.column


def _by_place(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def format_problem(problem: Problem) -> str:
    """`deals.yaml:12:5: [error] message (code)`, with the hint on an indented line of its own.

    The record that a finding is about is named where the message does not name it.

    Whatever the file contains, the text is harmless in a terminal.
    """
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    record = problem.record if problem.record not in problem.message else ""
    message = f"{record}: {problem.message}" if record else problem.message
    severity = "note" if problem.severity == "info" else problem.severity
    text = f"{safe_line(place)}: [{severity}] {safe_line(message)} ({problem.code})"
    return f"{text}\n    {safe_line(tr(problem.hint))}" if problem.hint else text
