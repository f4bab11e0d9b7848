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
from tui.corpus.joined_text import joined, lines_until_next, parts_of, source_files
from tui.corpus.yaml.nodes import STOPPING, SYNTAX, column_of, line_of
from tui.model.corpus import ArticleText, Corpus
from tui.model.messages import msg, shown
from tui.model.problems import IgnoredRule, Problem
from tui.model.safe_text import safe_line
from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.corpus.articles import ReadFile
    from tui.corpus.including import IncludedText
    from tui.corpus.schema.record_builder import CorpusReader
    from tui.model.problems import Severity
    from tui.model.records import Article
    from tui.model.task import Task

FIRST_PART = 200
"""How many records of a large file are shown before the rest: more than any screen has rows."""

_REPORT_EVERY = 256
_LARGE_FROM_LINES = 10_000
_MAX_LINES_TO_FILE_KEY = 12
_LINE_NUMBER = re.compile(r"\bline (\d+)$")
_NAMING_LINES = frozenset((SYNTAX, "duplicate-key"))
"""Codes whose message ends with the number of another line, as the YAML reader counts them."""
_FILE_KEY = re.compile(r"(?:^|[\s{,])file:\s*(?=\S)")


class Loaded(msgspec.Struct, frozen=True):
    """A corpus, with everything that is wrong with it.

    Attributes:
        corpus: What is valid.
        problems: What is not, by line and column.
        path: The YAML file as the user named it.
        articles_dir: The folder of the articles.
        source: The YAML text, a byte order mark included; of several files their joined text.
        digest: SHA-256 of the YAML file's bytes, hexadecimal; of several files of all of them.
        corpus_id: What tells this corpus from others, as the file says; empty when it does not.
        ignored: The findings that the file says to leave out of a check.
        includes: The files that the main file includes, as it names them.
        text_problems: Those of `problems` that the YAML text has, whatever its articles are.
    """

    corpus: Corpus
    problems: tuple[Problem, ...]
    path: Path
    articles_dir: Path
    source: str = ""
    digest: str = ""
    corpus_id: str = ""
    ignored: tuple[IgnoredRule, ...] = ()
    includes: tuple[str, ...] = ()
    text_problems: tuple[Problem, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the corpus, the main one first."""
        return (self.path, *(self.path.parent / file.name for file in self.corpus.files[1:]))

    def localized(self, problem: Problem) -> Problem:
        """A problem with the file that it is in and the line there.

        One of the main file, and one that has its own file already, stay as they are.
        """
        place = self.corpus.place(problem.line)
        if not place.name or problem.file not in ("", str(self.path)):
            return problem
        file = str(self.path.parent / place.name)
        return msgspec.structs.replace(problem, file=file, line=place.line)

    def file_at(self, line: int) -> tuple[Path, int]:
        """The file that a line is in, counted over all files, and the line there."""
        place = self.corpus.place(line)
        return (self.path.parent / place.name if place.name else self.path), place.line

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
    return read_corpus_bytes(data, path, task=task, on_part=on_part, read=read)


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
    read: ReadFile = read_bytes,
) -> Loaded:
    """Read the bytes of a corpus file that is, or would be, at a path, and what it includes."""
    from tui.corpus.yaml.document_reader import decode_yaml

    problems: list[Problem] = []
    digest = hashlib.sha256(data).hexdigest()
    text = decode_yaml(data, str(path), problems)
    if text is None:
        found = tuple(problems)
        return Loaded(Corpus(), found, path, path.parent, "", digest, text_problems=found)
    reading = _Reading(path, text, digest, read, task)
    loaded = reading.loaded({}, on_part)
    mended, broken_items = reading.mended()
    if not mended:
        return loaded
    loaded = reading.loaded(mended, None)
    problems = [*map(loaded.localized, broken_items), *loaded.problems]
    return _with_text_problems(loaded, problems)


def read_corpus_text(source: str, path: Path) -> Loaded:
    """Read the joined text of a corpus at a path, as it would be after a change."""
    main, *others = parts_of(source)
    texts = {path.parent / part.name: part.text.encode() for part in others}

    def read(file: Path, limit: int) -> bytes:
        known = texts.get(file)
        return read_bytes(file, limit) if known is None else known

    return read_corpus_bytes(main.text.encode(), path, read=read)


class _Reading:
    """Reads a corpus file with those that it includes, a second time where that mends something."""

    def __init__(self, path: Path, text: str, digest: str, read: ReadFile, task: Task) -> None:
        self._path, self._text, self._digest = path, text, digest
        self._read, self._task = read, task
        self._stopped: list[tuple[str, int, str]] = []
        """Name, lines before it and text of the files of which not all could be read."""

    def loaded(self, mended: Mapping[str, str], on_part: Callable[[Loaded], None] | None) -> Loaded:
        """Read all files.

        Args:
            mended: Texts to read instead of what broken files hold, by name.
            on_part: Called once with the first records of a large main file.
        """
        from tui.corpus.including import Including, digest_of
        from tui.corpus.schema.record_builder import CorpusReader
        from tui.platform.gc_pause import without_cyclic_gc

        file = str(self._path)
        problems: list[Problem] = []
        reader = CorpusReader(file, problems)
        including = Including(self._path, self._read)
        included: list[IncludedText] = []
        self._stopped = []

        def snapshot() -> Loaded:
            source = joined(self._text, ((one.name, one.text) for one in included))
            files = source_files(source)
            corpus = Corpus(
                dict(reader.parties), dict(reader.articles), dict(reader.records), files=files
            )
            found = Loaded(
                corpus, (), self._path, self._path.parent / reader.articles_dir, source,
                digest_of(self._digest, included), reader.corpus_id, tuple(reader.ignored),
                tuple(name for name, _ in includes_of_main),
            )  # fmt: skip
            every = [found.localized(one) for one in (*problems, *including.problems)]
            return _with_text_problems(found, every)

        includes_of_main: list[tuple[str, int]] = []
        with without_cyclic_gc():
            self._take(reader, "", 0, mended.get("", self._text), problems, snapshot, on_part)
            includes_of_main = list(reader.includes)
            # Depth first: what an included file includes follows behind it.
            waiting = [("", *one) for one in reversed(includes_of_main)]
            before, text = 0, self._text
            while waiting:
                by, written, place = waiting.pop()
                one = including.read(written, by, line_of(place), column_of(place))
                if one is None:
                    continue
                included.append(one)
                before, text = lines_until_next(before, text), one.text
                if not one.digest:
                    continue  # Why it cannot be read is noted.
                reader.enter(one.name, before)
                self._take(reader, one.name, before, mended.get(one.name, one.text), problems)
                waiting += [(one.name, *each) for each in reversed(reader.includes)]
            reader.finish()
        return snapshot()

    def _take(
        self,
        reader: CorpusReader,
        name: str,
        before: int,
        text: str,
        problems: list[Problem],
        snapshot: Callable[[], Loaded] | None = None,
        on_part: Callable[[Loaded], None] | None = None,
    ) -> None:
        """Read one file; empty lines before it let its lines be counted on."""
        from tui.corpus.yaml.document_reader import stream_yaml

        known = len(problems)
        lines = text.count("\n") + 1
        if on_part and lines > _LARGE_FROM_LINES and self._show_first(text, on_part):
            on_part = None
        shifted = "\n" * before + text.removeprefix("\ufeff") if before else text
        pieces = stream_yaml(shifted, str(self._path), problems)
        for count, (section, key_place, index, node) in enumerate(pieces):
            reader.take(section, key_place, index, node)
            if count % _REPORT_EVERY == 0:
                at = min(node.line - before, lines)
                self._task.report(msg("reading records"), at, lines)
            is_large = lines > _LARGE_FROM_LINES
            if on_part and snapshot and is_large and len(reader.records) == FIRST_PART:
                on_part(snapshot())
                on_part = None
        found = problems[known:]
        if name:
            # An included file may be empty; what is about it as a whole names it.
            file = str(self._path.parent / name)
            problems[known:] = [
                _told_within(one, file, before) for one in found if one.code != "empty"
            ]
        if any(problem.code in STOPPING for problem in found):
            self._stopped.append((name, before, text))

    def _show_first(self, text: str, on_part: Callable[[Loaded], None]) -> bool:
        """Show the first records without what stands before them, if they can be had so."""
        from tui.corpus.first_part import first_part

        part = first_part(text, FIRST_PART)
        if part is None:
            return False
        folder = self._path.parent / part.articles_dir
        on_part(Loaded(part.corpus, (), self._path, folder, joined(self._text), self._digest))
        return True

    def mended(self) -> tuple[dict[str, str], list[Problem]]:
        """Of the files that broke the texts without what is broken, and what that is."""
        if not self._stopped:
            return {}, []
        from tui.corpus.recovery import without_broken_items

        texts: dict[str, str] = {}
        problems: list[Problem] = []
        for name, before, text in self._stopped:
            rest, broken_items = without_broken_items(text, str(self._path))
            if broken_items:
                texts[name] = rest
                problems += [
                    msgspec.structs.replace(one, line=one.line + before) for one in broken_items
                ]
        return texts, problems


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
            task.report(msg("reading articles"), done, len(articles))
        text = known.get(article.id) if known else None
        try:
            if text is None:
                path = resolve_inside(loaded.articles_dir, article.file)
                if path.name == loaded.path.name and _is_same_file(path, loaded.path):
                    raise ArticleError(
                        "article-is-corpus",
                        msg("{file} is the corpus itself, which proves nothing", file=article.file),
                        msg("Name the file of the article."),
                    )
                text = read_article(path, read)
        except ArticleError as error:
            problems.append(places.problem(article, error))
            continue
        texts[article.id] = text
        if text.guessed:
            problems.append(places.problem(article, _guessed(article), "info"))
    corpus = msgspec.structs.replace(loaded.corpus, texts=texts)
    return msgspec.structs.replace(loaded, corpus=corpus, problems=_by_place(problems, loaded))


def _with_text_problems(loaded: Loaded, problems: list[Problem]) -> Loaded:
    found = _by_place(problems, loaded)
    return msgspec.structs.replace(loaded, problems=found, text_problems=found)


def _told_within(problem: Problem, file: str, before: int) -> Problem:
    """A problem of an included file: where it is about all of it, and names another line of it."""
    if not problem.line:
        return msgspec.structs.replace(problem, file=file)
    if problem.code not in _NAMING_LINES:
        return problem
    message = _LINE_NUMBER.sub(lambda found: f"line {int(found[1]) - before}", problem.message)
    return msgspec.structs.replace(problem, message=message)


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # One of them is not on the disk, as in an earlier state of the corpus.
        return one == other


def _guessed(article: Article) -> ArticleError:
    """The problem of an article whose encoding was guessed."""
    return ArticleError(
        "guessed-encoding",
        msg("{file} is not UTF-8 and was read as Windows-1252", file=article.file),
        msg("Check its accents, and save it as UTF-8."),
    )


class _FilePlaces:
    """The places where the names of article files stand, looked up only when one is wrong."""

    def __init__(self, loaded: Loaded) -> None:
        self._file, self._source = str(loaded.path), loaded.source
        self._localized = loaded.localized
        self._lines: list[str] | None = None

    def problem(
        self, article: Article, error: ArticleError, severity: Severity = "error"
    ) -> Problem:
        """What is wrong with an article, placed at the name of its file."""
        line, column = self._place(article)
        found = Problem(
            error.code, error.message, error.hint, severity, self._file, line, column,
            field="file", article=article.id,
        )  # fmt: skip
        return self._localized(found)

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


def _by_place(problems: list[Problem], loaded: Loaded) -> tuple[Problem, ...]:
    """Problems in the order of the files, and in each by line and column."""
    order = {str(path): at for at, path in enumerate(loaded.paths)}
    return tuple(sorted(problems, key=lambda one: (order.get(one.file, 0), one.line, one.column)))


def format_problem(problem: Problem) -> str:
    """`deals.yaml:12:5: [error] message (code)`, with the hint on an indented line of its own.

    The record that a finding is about is named where the message does not name it.

    Whatever the file contains, the text is harmless in a terminal.
    """
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)
    severity = "note" if problem.severity == "info" else problem.severity
    text = f"{safe_line(place)}: [{severity}] {safe_line(shown(problem.sentence))} ({problem.code})"
    return f"{text}\n    {safe_line(shown(problem.hint))}" if problem.hint else text
