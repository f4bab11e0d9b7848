"""Opening a corpus: from the cache as far as nothing changed, else from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.task import Task


def open_corpus(
    path: Path,
    *,
    cache_dir: Path | None,
    task: Task = UNATTENDED,
    on_part: Callable[[Loaded], None] | None = None,
) -> Loaded:
    """Open a corpus; whatever is wrong with it is in its problems.

    The cache can only make this faster: when it is missing, damaged, read-only or full, the
    files are read.

    Args:
        path: The YAML file.
        cache_dir: The folder for caches; `None` for none.
        task: Who waits for it.
        on_part: Called with what can be shown already: the first records of a large file, then
            all records before the articles are read.

    Raises:
        CancelledError: If nobody waits any more.
    """
    from tui.platform.gc_pause import without_cyclic_gc

    with without_cyclic_gc():
        if cache_dir is not None:
            from tui.store.corpus_cache import open_cached

            return open_cached(path, cache_dir, task, on_part)
        from tui.corpus.load import read_articles, read_corpus_file

        loaded = read_corpus_file(path, task=task, on_part=on_part)
        if on_part:
            on_part(loaded)
        return read_articles(loaded, task=task)
