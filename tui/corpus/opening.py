"""Opening a corpus: from the cache when nothing changed, else from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.corpus.load import Loaded


def open_corpus(
    path: Path,
    *,
    cache_dir: Path | None,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> Loaded:
    """Open a corpus."""
    from tui.corpus.load import load

    return load(path, on_progress=on_progress)
