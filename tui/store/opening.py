"""Opening a corpus: what is read from its files goes into a TinyDB database, and is read from it.

1. The YAML file is read. If the database was made from these bytes, its tables hold the records;
   otherwise the file is parsed and the tables are filled.
2. Parties, articles, records and problems are read from the tables.
3. Texts whose files changed since they were read are dropped from the table of texts; the files of
   those that it lacks are read, and put there.
4. The tables that changed are saved.

There is one way through these steps, with a cache or without: then the database lives in memory.
So whatever the program shows went through the tables, and opening again shows the same.

A large file that was edited is compared with what it was, which the process or the cache still has,
and only the entries that differ are parsed (`tui/corpus/rereading.py`). In a process that has the
corpus open that is all; the tables follow when nothing waits any more (`keep`).
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.model.task import UNATTENDED, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.corpus import ArticleText, Corpus, Touched
    from tui.model.records import Record
    from tui.store.corpus_database import CorpusDatabase
    from tui.store.file_states import FileState

EDITED_FROM = 100_000
"""Bytes of a YAML file from which on an edit of it is worth a comparison with what it was before:
to read all of them takes 0.03 s."""

_MANY = 5000
"""Records from which on making them all takes long enough, 0.05 s, to show the first before."""

_MANY_ARTICLES = 500
"""Articles from which on reading them takes long enough to show all records before."""


_APART_FROM = 1_000_000
"""Bytes of YAML that take longer to read, 0.4 s, than a process to start, 0.3 s."""


class Apart(Protocol):
    """Something that reads a corpus into the cache, outside of this process."""

    def start(self) -> None:
        """Begin."""

    def wait_until_read(self, task: Task) -> None:
        """Wait until the cache has the corpus, or never will.

        Raises:
            CancelledError: If nobody waits any more.
        """


class Edit(NamedTuple):
    """What became another between two states of a corpus.

    Attributes:
        before: The corpus before, with its texts.
        digest: The digest of its file.
        touched: What may differ.
    """

    before: Corpus
    digest: str
    touched: Touched


class Opened(NamedTuple):
    """A corpus that was opened, with what opening it again needs to know.

    Attributes:
        loaded: The corpus.
        states: The states of its article files before they were read, as far as they can be
            relied on.
        edit: What became another since it was opened before, by this process or another; `None`
            where nothing did, or everything may have.
        kept: Whether the cache holds it.
    """

    loaded: Loaded
    states: Mapping[str, FileState]
    edit: Edit | None = None
    kept: bool = True


def open_corpus(
    path: Path,
    *,
    cache_dir: Path | None,
    task: Task = UNATTENDED,
    on_part: Callable[[Loaded], None] | None = None,
    apart: Apart | None = None,
) -> Loaded:
    """Open a corpus, as `open_again` does for the first time."""
    return open_again(
        path, None, cache_dir=cache_dir, task=task, on_part=on_part, apart=apart
    ).loaded


def open_again(
    path: Path,
    before: Opened | None,
    *,
    cache_dir: Path | None,
    task: Task = UNATTENDED,
    on_part: Callable[[Loaded], None] | None = None,
    apart: Apart | None = None,
    lasting: bool = False,
) -> Opened:
    """Open a corpus; whatever is wrong with it is in its problems.

    The cache can only make this faster: when it is missing, damaged, read-only or full, the
    files are read. So can what was opened before: the result is the same without.

    Args:
        path: The YAML file.
        before: The same corpus as it was opened last by this process; `None` for none.
        cache_dir: The folder for caches; `None` for none.
        task: Who waits for it.
        on_part: Called with what can be shown already: the first records of a large file, then
            all records before many articles are read.
        apart: Reads a large file into the cache, instead of this thread.
        lasting: Whether the corpus stays open for long: its records are made to take half of the
            memory then, which takes 2 µs for each.

    Raises:
        CancelledError: If nobody waits any more.
    """
    from tui.corpus.articles import ArticleError, read_bytes
    from tui.corpus.load import unreadable
    from tui.corpus.yaml.nodes import MAX_BYTES
    from tui.platform.gc_pause import without_cyclic_gc
    from tui.store.corpus_cache import database_folder

    try:
        data = read_bytes(path, MAX_BYTES)
    except ArticleError as error:
        return Opened(unreadable(path, error), {})
    folder = database_folder(cache_dir, path) if cache_dir is not None else None
    with without_cyclic_gc():
        known = before is not None and len(data) >= EDITED_FROM and before.loaded.path == path
        again = _edited(before, data, task) if before is not None and known else None
        return again or _opened(path, data, folder, task, on_part, apart, lasting=lasting)


def keep(opened: Opened, cache_dir: Path) -> None:
    """Keep a corpus in the cache that was opened without it; one that cannot be written is left."""
    from tui.platform.gc_pause import without_cyclic_gc
    from tui.store.corpus_cache import database_folder
    from tui.store.corpus_database import CorpusDatabase

    loaded, folder = opened.loaded, database_folder(cache_dir, opened.loaded.path)
    with without_cyclic_gc():
        database = CorpusDatabase(folder)
        database.put(loaded)
        articles, texts = loaded.corpus.articles, loaded.corpus.texts
        held = database.texts(articles, opened.states)
        new = [(articles[name], text) for name, text in texts.items() if name not in held]
        if new:
            database.add_texts(new, opened.states)
        _save(database, folder)


def _edited(before: Opened, data: bytes, task: Task) -> Opened | None:
    """What was opened before with what was edited since; `None` where all has to be read."""
    from tui.corpus.load import read_articles
    from tui.corpus.rereading import read_again
    from tui.store.file_states import article_states

    again = read_again(data, before.loaded)
    if again is None:
        return None
    articles, old = again.loaded.corpus.articles, before.loaded.corpus
    states = article_states(articles.values(), again.loaded.articles_dir)
    known = {
        name: text
        for name, text in old.texts.items()
        if name in articles
        and articles[name].file == old.articles[name].file
        and name in states
        and states[name] == before.states.get(name)
    }
    loaded = read_articles(again.loaded, task=task, known=known)
    edit = _edit(before.loaded, old.texts, again.touched, loaded)
    return Opened(loaded, states, edit, kept=False)


def _edit(
    before: Loaded, texts: Mapping[str, ArticleText], touched: Touched, now: Loaded
) -> Edit | None:
    """What became another since a corpus had some texts.

    Args:
        before: The corpus then.
        texts: The texts of its articles.
        touched: What may differ in its file.
        now: The corpus now.
    """
    import msgspec

    new = now.corpus.texts
    read = {name for name in {*texts, *new} if texts.get(name) != new.get(name)}
    if not read and before.digest == now.digest:
        return None
    corpus = msgspec.structs.replace(before.corpus, texts=dict(texts))
    return Edit(corpus, before.digest, touched._replace(articles=touched.articles | read))


def _opened(
    path: Path,
    data: bytes,
    folder: Path | None,
    task: Task,
    on_part: Callable[[Loaded], None] | None,
    apart: Apart | None,
    *,
    lasting: bool,
) -> Opened:
    """Take the steps; the documents of the database are gone when this returns."""
    from tui.corpus.load import FIRST_PART, read_corpus_bytes
    from tui.model.corpus import Touched
    from tui.store.corpus_database import CorpusDatabase

    database = CorpusDatabase(folder, lasting=lasting)
    loaded = database.head(path, data)
    if loaded is not None and on_part and database.record_count >= _MANY:
        on_part(_with_records(loaded, database.first_records(FIRST_PART)))
    database.read_texts_ahead()
    before, touched = loaded, Touched()
    if loaded is None and len(data) >= EDITED_FROM:
        from tui.corpus.rereading import read_again

        before = database.before(path)
        again = read_again(data, before) if before is not None else None
        if again is not None:
            loaded, touched = again
            if on_part and len(loaded.corpus.records) >= _MANY:
                on_part(loaded)
            database.put(loaded)
        else:
            before = None
    if loaded is None and apart is not None and len(data) >= _APART_FROM:
        apart.start()
        if on_part is not None:
            _show_first_part(path, data, task, on_part)
        apart.wait_until_read(task)
        database = CorpusDatabase(folder, lasting=lasting)
        loaded = database.head(path, data)
    if loaded is None:
        database.put(read_corpus_bytes(data, path, task=task, on_part=on_part))
        loaded = database.head(path, data)
        assert loaded is not None
    if not loaded.corpus.records:
        loaded = _with_records(loaded, database.records())
    if before is not None and not before.corpus.records:
        before = loaded
    if on_part and len(loaded.corpus.articles) >= _MANY_ARTICLES:
        on_part(loaded)
    loaded, states, texts = _with_texts(database, loaded, task)
    if folder is not None:
        _save(database, folder)
    edit = None if before is None else _edit(before, texts, touched, loaded)
    return Opened(loaded, states, edit)


def _show_first_part(
    path: Path, data: bytes, task: Task, on_part: Callable[[Loaded], None]
) -> None:
    """Read the first records of a file, and no others."""
    from tui.corpus.load import read_corpus_bytes
    from tui.model.task import CancelledError

    shown = False

    def show(part: Loaded) -> None:
        nonlocal shown
        shown = True
        on_part(part)

    def check() -> bool:
        return shown or (task.is_cancelled is not None and task.is_cancelled())

    with contextlib.suppress(CancelledError):
        read_corpus_bytes(data, path, task=Task(None, check, task.yield_to_input), on_part=show)
    task.check()


def _with_records(loaded: Loaded, records: dict[str, Record]) -> Loaded:
    import msgspec

    corpus = msgspec.structs.replace(loaded.corpus, records=records)
    return msgspec.structs.replace(loaded, corpus=corpus)


def _with_texts(
    database: CorpusDatabase, loaded: Loaded, task: Task
) -> tuple[Loaded, Mapping[str, FileState], Mapping[str, ArticleText]]:
    """The corpus with the texts of its articles, by way of the database.

    Returns:
        It, the states of the files before they were read, and the texts that were held before.
    """
    import msgspec

    from tui.corpus.load import read_articles
    from tui.store.file_states import article_states

    articles = loaded.corpus.articles
    states = article_states(articles.values(), loaded.articles_dir)
    held = database.texts(articles, states)
    before = {**held, **database.dropped_texts}
    loaded = read_articles(loaded, task=task, known=held)
    texts = loaded.corpus.texts
    if len(texts) == len(held):
        return loaded, states, before
    read = [(articles[name], text) for name, text in texts.items() if name not in held]
    held |= database.add_texts(read, states)
    corpus = msgspec.structs.replace(loaded.corpus, texts={name: held[name] for name in texts})
    return msgspec.structs.replace(loaded, corpus=corpus), states, before


def _save(database: CorpusDatabase, folder: Path) -> None:
    """Write what changed; a cache that cannot be written is no fault."""
    from tui.store.corpus_cache import mark_used, prune

    with contextlib.suppress(OSError):
        if database.save():
            prune(folder)
    mark_used(folder)
