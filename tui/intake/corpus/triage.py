"""Files that lie in the folder of the articles and that no article names."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tui.corpus.articles import ArticleError, read_bytes
from tui.intake.corpus.provenance import FOLDER
from tui.intake.limits import MAX_SOURCE
from tui.intake.sources import files_in

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded

_NOT_ARTICLES = frozenset((".yaml", ".yml", ".json", ".lock", ".csv", ".tsv", ".xlsx", ".jsonl"))
_NAMES = frozenset(("readme.md", "readme.txt", "sha256sums", "license", "makefile"))


def new_files(loaded: Loaded) -> list[Path]:
    """The files of the folder of the articles that no article names, by name.

    A file that was taken in already, whose copy is the original of an article, is not new. Only
    files whose size an original has are read to find that out.
    """
    folder = loaded.articles_dir
    if not folder.is_dir():
        return []
    named = {article.file for article in loaded.corpus.articles.values()}
    originals = {
        article.original.rpartition("/")[2].partition(".")[0]: article.original
        for article in loaded.corpus.articles.values()
        if article.original
    }
    sizes = {_size(folder / name) for name in originals.values()}
    found = []
    for path in files_in(folder):
        name = path.relative_to(folder).as_posix()
        if name in named or name.startswith(f"{FOLDER}/") or _is_no_article(path):
            continue
        if _size(path) in sizes and _digest(path) in originals:
            continue
        found.append(path)
    return found


def _is_no_article(path: Path) -> bool:
    return path.suffix.lower() in _NOT_ARTICLES or path.name.lower() in _NAMES


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(read_bytes(path, MAX_SOURCE)).hexdigest()
    except ArticleError:
        return ""
