"""The cache of opened corpora: what is still true is taken from it, the rest is read anew."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.articles import ArticleError, read_bytes
from tui.corpus.load import Loaded, read_articles, read_corpus_bytes, unreadable
from tui.corpus.yaml.nodes import MAX_BYTES as MAX_YAML
from tui.store.cache_eviction import keep_within, remove_left_behind
from tui.store.corpus_store import CORPUS_FILE, TEXTS_FILE, Store, corpus_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.model.corpus import ArticleText, Corpus
    from tui.model.task import Task
    from tui.store.snapshot import FileState

MAX_CORPORA = 20
"""How many corpora are kept; the one opened longest ago goes first."""
MAX_BYTES = 512 * 1024 * 1024
"""How large all caches together may be."""

_FOLDER = "corpora"
_OUTDATED = ("corpus.json", "texts.json")
"""The files that earlier versions kept a corpus in."""
# A file written this shortly before it was read may be written again within the same tick.
_FRESH_NS = 2_000_000_000
_UNSURE: FileState = (-1, 0, 0, 0)


def open_cached(
    path: Path,
    cache_dir: Path,
    task: Task,
    on_part: Callable[[Loaded], None] | None,
) -> Loaded:
    """Open a corpus with the help of its cache, and bring the cache up to date."""
    try:
        data = read_bytes(path, MAX_YAML)
    except ArticleError as error:
        return unreadable(path, error)
    folder = cache_dir / _FOLDER / _key(path)
    store = Store.at(folder)
    loaded = _held_records(store, path, data)
    fresh = loaded is None
    if loaded is None:
        loaded = read_corpus_bytes(data, path, task=task, on_part=on_part)
    if on_part:
        on_part(loaded)
    records_only = loaded
    states = _states(loaded)
    known, changed = _held_texts(store, loaded.corpus, states)
    loaded = read_articles(loaded, task=task, known=known)
    changed |= len(known) != len(loaded.corpus.texts)
    with contextlib.suppress(OSError):
        if fresh:
            store.put_records(records_only)
        if fresh or changed:
            store.put_texts(loaded, states)
            _prune(cache_dir / _FOLDER, folder)
        else:
            os.utime(folder)
    return loaded


def kept_corpora(cache_dir: Path) -> list[Path]:
    """The folders of the corpora that the cache holds."""
    try:
        return sorted(entry for entry in (cache_dir / _FOLDER).iterdir() if entry.is_dir())
    except OSError:
        return []


def damaged_corpora(cache_dir: Path) -> list[Path]:
    """Those of which a file does not hold what was written into it."""
    return [folder for folder in kept_corpora(cache_dir) if not Store.at(folder).whole()]


def _key(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:24]


def _held_records(store: Store, path: Path, data: bytes) -> Loaded | None:
    """The records, if the store holds those of exactly these bytes."""
    tables = store.records()
    if tables is None:
        return None
    meta = tables.meta["1"]
    if meta.digest != hashlib.sha256(data).hexdigest():
        return None
    name = str(path)
    problems = tuple(
        problem if problem.file == name else msgspec.structs.replace(problem, file=name)
        for problem in tables.problems.values()
    )
    folder = path.parent / meta.articles_dir
    try:
        source = data.decode()
    except UnicodeDecodeError:
        source = ""
    return Loaded(corpus_of(tables), problems, path, folder, source, meta.digest)


def _held_texts(
    store: Store, corpus: Corpus, states: dict[str, FileState]
) -> tuple[dict[str, ArticleText], bool]:
    """The texts that are still those of the files, and whether others are held too."""
    tables = store.texts()
    if tables is None:
        return {}, True
    known = {}
    for stored in tables.texts.values():
        article = corpus.articles.get(stored.article)
        if (
            article is not None
            and article.file == stored.file
            and stored.state == states.get(stored.article, _UNSURE)
        ):
            known[stored.article] = stored.text
    return known, len(known) != len(tables.texts)


def _states(loaded: Loaded) -> dict[str, FileState]:
    """The states of the article files, without those just written: they may change unseen."""
    states: dict[str, FileState] = {}
    folder = os.fspath(loaded.articles_dir)
    newest = time.time_ns() - _FRESH_NS
    for article in loaded.corpus.articles.values():
        try:
            status = os.stat(f"{folder}/{article.file}")  # noqa: PTH116 (20,000 of them)
        except (OSError, ValueError):
            continue
        if status.st_mtime_ns < newest and status.st_ctime_ns < newest:
            states[article.id] = (
                status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino,
            )  # fmt: skip
    return states


def _prune(folder: Path, current: Path) -> None:
    """Remove what earlier versions left, and the caches opened longest ago."""
    remove_left_behind(folder, [f"*/{name}" for name in _OUTDATED])
    own = (CORPUS_FILE, TEXTS_FILE, ".*.new")
    kept = (entry for entry in folder.iterdir() if entry.is_dir() and not entry.is_symlink())
    keep_within(kept, current, MAX_CORPORA, MAX_BYTES, own)
